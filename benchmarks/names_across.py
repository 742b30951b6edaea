#!/usr/bin/env python3
"""Measures how well names are put together across articles: documents whose names are known are split in two, and the
network has to find out again who is who. Python 3.8 or later, no dependencies.

usage: names_across.py split SET.jsonl… > halves.jsonl
       liaison extract --input jsonl halves.jsonl > halves.facts
       liaison merges --all --json halves.facts > merges.jsonl
       names_across.py score halves.jsonl merges.jsonl [--errors]

SET.jsonl holds one document a line: {"id", "text", "spans": [{"start", "end", "type", "cluster"}]}, offsets in UTF-8
bytes, half open; spans of one cluster name the same. The halves go by ids that say nothing of each other, and bring
their true names, so that this measures the network and not the recognition of names.

What is counted is the entity of a half. B-cubed looks at the two halves of a document: what the document does not name
is nobody's truth. Precision is how much of what is one node with an entity is truly it, recall how much of what is
truly it is one node with it.
"""
import argparse
import collections
import hashlib
import json
import re
import sys

TYPES = {"PERSON": "PERSON", "ORG": "ORG", "GPE": "GPE", "LOC": "GPE", "ROLE": "ROLE"}


def load(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def middle(raw, spans):
    """Where a sentence ends that lies nearest to the middle, and no name is cut."""
    ends = [found.end() for found in re.finditer(rb"\n+|[.!?]['\")]*\s+(?=[A-Z\"'])", raw)]
    ends = [end for end in ends if not any(span["start"] < end < span["end"] for span in spans)]
    return min(ends, key=lambda end: abs(2 * end - len(raw)), default=None)


def outermost(mentions):
    """Those that no other overlaps that begins before, in order."""
    kept = []
    for mention in sorted(mentions, key=lambda one: (one["start"], -one["end"])):
        if not kept or kept[-1]["end"] <= mention["start"]:
            kept.append(mention)
    return kept


def half(document, raw, begin, end):
    """The document from `begin` to `end` as a line of input; an entity is named as it is named first at full length."""
    mentions, entities = [], {}
    for span in document["spans"]:
        if not (begin <= span["start"] and span["end"] <= end) or span["type"] not in TYPES:
            continue
        mention = {"start": span["start"] - begin, "end": span["end"] - begin, "type": TYPES[span["type"]]}
        if span["type"] != "ROLE" and "cluster" in span:
            form = raw[span["start"]:span["end"]].decode("utf-8")
            mention["entity"] = f"c{span['cluster']}"
            entity = entities.setdefault(mention["entity"], {"id": mention["entity"], "type": mention["type"], "forms": []})
            mention["type"] = entity["type"]
            if form not in entity["forms"]:
                entity["forms"].append(form)
        mentions.append(mention)
    mentions = outermost(mentions)
    entities = {mention["entity"]: entities[mention["entity"]] for mention in mentions if "entity" in mention}
    for entity in entities.values():
        entity["name"] = max(entity["forms"], key=lambda form: (form.count(" "), len(form)))
    text = raw[begin:end].decode("utf-8")
    name = hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]
    return {"id": name, "text": text, "mentions": mentions,
            "entities": list(entities.values()), "half_of": document["id"]}


def split(paths):
    halves = []
    for path in paths:
        for document in load(path):
            raw = document["text"].encode("utf-8")
            at = middle(raw, document["spans"])
            if at is not None:
                halves += [half(document, raw, 0, at), half(document, raw, at, len(raw))]
    for one in sorted(halves, key=lambda one: one["id"]):
        print(json.dumps(one, ensure_ascii=False))


class Sets:
    def __init__(self):
        self.parent = {}

    def root(self, one):
        self.parent.setdefault(one, one)
        while self.parent[one] != one:
            one = self.parent[one]
        return one

    def join(self, a, b):
        self.parent[self.root(a)] = self.root(b)


def score(halves_path, merges_path, errors):
    # Entities are known to the network as e1, e2 … in the order of their first mention.
    truth, documents = {}, collections.defaultdict(list)
    for one in load(halves_path):
        order = list(dict.fromkeys(mention["entity"] for mention in one["mentions"] if "entity" in mention))
        entities = {entity["id"]: entity for entity in one["entities"]}
        for number, cluster in enumerate(order, 1):
            item = f"{one['id']}#e{number}"
            truth[item] = (cluster, entities[cluster])
            documents[one["half_of"]].append(item)
    sets, why = Sets(), {}
    for line in load(merges_path):
        if line["what"] == "merge":
            sets.join(line["a"], line["b"])
            why[frozenset((line["a"], line["b"]))] = line["reason"]
    figures = collections.defaultdict(lambda: [0.0, 0.0, 0])
    in_both = joined = 0
    for document, items in sorted(documents.items()):
        for item in items:
            same = {other for other in items if truth[other][0] == truth[item][0]}
            found = {other for other in items if sets.root(other) == sets.root(item)}
            for name in (truth[item][1]["type"], "all"):
                figure = figures[name]
                figure[0] += len(same & found) / len(found)
                figure[1] += len(same & found) / len(same)
                figure[2] += 1
            in_both += len(same) > 1
            joined += len(same) > 1 and same <= found
            if errors:
                for word, others in (("SPURIOUS", found - same), ("MISSED", same - found)):
                    for other in others:
                        if item < other:
                            names = " | ".join(", ".join(truth[one][1]["forms"]) for one in (item, other))
                            print(f"{document}\t{word}\t{truth[item][1]['type']}\t{names}\t{why.get(frozenset((item, other)), '')}")
    print(f"{'':8}{'P':>7}{'R':>7}{'F1':>7}{'entities':>10}    ({len(documents)} documents in two halves each; "
          f"{joined // 2} of {in_both // 2} that both halves name are one node)")
    for name in ("PERSON", "ORG", "GPE", "all"):
        right, whole, count = figures[name]
        precision, recall = (100 * part / count if count else 0 for part in (right, whole))
        f1 = 2 * precision * recall / (precision + recall) if count else 0
        print(f"{name:8}{precision:7.1f}{recall:7.1f}{f1:7.1f}{count:10}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("do", choices=["split", "score"])
    parser.add_argument("files", nargs="+")
    parser.add_argument("--errors", action="store_true", help="print what was put together wrongly, and what was not")
    options = parser.parse_args()
    if options.do == "split":
        return split(options.files)
    if len(options.files) != 2:
        parser.error("score takes halves.jsonl and merges.jsonl")
    score(*options.files, options.errors)


if __name__ == "__main__":
    sys.exit(main())
