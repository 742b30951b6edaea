#!/usr/bin/env python3
"""End-to-end tests of the command: `command_test.py LIAISON [TEST...]`. What they check are promises to its users."""
import csv
import json
import os
import pathlib
import pty
import re
import subprocess
import sys
import tempfile
import unittest

LIAISON = ""
UPDATE = os.environ.get("LIAISON_UPDATE") == "1"  # write explain.txt anew instead of comparing
MET = "Jay Y. Lee met Elon Musk in Seoul.\n"


def run(*arguments, stdin=b"", code=0):
    """The output and the messages of one run, which has to end with `code`."""
    if isinstance(stdin, str):
        stdin = stdin.encode()
    done = subprocess.run([LIAISON, *map(str, arguments)], input=stdin, capture_output=True, timeout=120)
    if done.returncode != code:
        raise AssertionError(f"{arguments}: exit code {done.returncode}, not {code}: {done.stderr.decode()}")
    return done.stdout.decode("utf-8"), done.stderr.decode("utf-8")


def lines(text):
    return [json.loads(line) for line in text.splitlines()]


def names(facts):
    """The names of people with the offsets of their first mention."""
    entity = {e["id"]: e["name"] for e in facts["entities"] if e["type"] == "PERSON"}
    found = {}
    for mention in facts["mentions"]:
        if mention.get("entity") in entity:
            found.setdefault(entity[mention["entity"]], (mention["start"], mention["end"]))
    return found


class CommandTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.path = pathlib.Path(self.folder.name)

    def file(self, name, content=MET):
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path


class Usage(CommandTest):
    def test_help_of_everything_shows_examples(self):
        for command in [[], ["extract"], ["graph"], ["tell"], ["why"], ["check"], ["explain"], ["compile"], ["diff"],
                        ["merge"], ["merges"], ["profile"], ["query"], ["report"], ["test-from"]]:
            out, _ = run(*command, "--help")
            self.assertRegex(out, r"Examples:\n  [^\0]*\n$")

    def test_the_readme_shows_what_the_command_says(self):
        readme = pathlib.Path(__file__).resolve().parents[2] / "README.md"
        article, said = re.findall(r"```\n(.*?)```", readme.read_text(encoding="utf-8"), re.DOTALL)[:2]
        with tempfile.TemporaryDirectory() as folder:
            pathlib.Path(folder, "lee.txt").write_text(article, encoding="utf-8")
            done = subprocess.run([LIAISON, "tell", "lee.txt"], cwd=folder, capture_output=True, timeout=120, check=True)
        self.assertEqual(done.stdout.decode("utf-8").strip(), said.strip())

    def test_version_tells_command_and_pack(self):
        self.assertRegex(run("--version")[0], r"^liaison \d+\.\d+\.\d+, pack en \S+ \S+\n$")

    def test_a_command_that_there_is_not(self):
        self.assertIn("there is no command `explian`; did you mean `explain`?", run("explian", "a.txt", code=2)[1])

    def test_wrong_usage_is_two(self):
        for arguments in [[], ["frobnicate"], ["extract"], ["extract", "--offsets", "miles", "x.txt"],
                          ["extract", "--keep", "everything", "x.txt"], ["graph", "x.txt"],
                          ["graph", "x.txt", "-o", "met.doc"], ["why", "facts.jsonl"],
                          ["extract", "--pack", "/nowhere/en.pack", "x.txt"],
                          ["extract", "--meta", "/nowhere/meta.csv", "x.txt"]]:
            out, messages = run(*arguments, code=2)
            self.assertEqual(out, "")
            self.assertNotEqual(messages, "")


class Extract(CommandTest):
    def test_the_keys_of_the_contract(self):
        facts = lines(run("extract", self.file("lee.txt", "Jay Y. Lee, the chairman of Samsung, met Elon Musk.\n"))[0])[0]
        self.assertEqual(facts["schema"], 1)
        for key in ["id", "date", "source", "title", "url", "made", "mentions", "entities", "holds", "events", "notices"]:
            self.assertIn(key, facts)
        self.assertEqual(facts["made"]["offsets"], "byte")
        hold, event = facts["holds"][0], facts["events"][0]
        self.assertEqual((hold["role"], hold["when"]), ("chairman", "current"))
        self.assertEqual((event["kind"], event["status"]), ("meeting", "occurred"))
        self.assertIn("met", event["evidence"][0]["quote"])
        self.assertTrue(event["evidence"][0]["rule"])

    def test_ids_are_paths_below_the_argument(self):
        self.file("news/b/two.txt")
        one = self.file("news/one.txt")
        found = lines(run("extract", self.path / "news", one)[0])
        self.assertEqual([f["id"] for f in found], ["b/two.txt", "one.txt", str(one)])

    def test_order_and_bytes_do_not_depend_on_jobs(self):
        files = [self.file(f"{i:03}.txt", MET * (1 + (i * 37) % 50)) for i in range(60)]
        once = run("extract", "--jobs", "1", *files)[0]
        self.assertEqual([f["id"] for f in lines(once)], [str(f) for f in files])
        for jobs in ["2", "7"]:
            self.assertEqual(run("extract", "--jobs", jobs, *files)[0], once)

    def test_what_cannot_be_read_is_told_and_the_rest_is_done(self):
        out, messages = run("extract", self.path / "none.txt", self.file("a.txt"), code=1)
        self.assertEqual(len(lines(out)), 1)
        self.assertRegex(messages, r"none\.txt: No such file")
        out, messages = run("extract", "--errors", "inline", self.path / "none.txt", self.file("a.txt"))
        self.assertEqual(lines(out)[0]["error"]["code"], "unreadable")
        self.assertEqual(messages, "")

    def test_folders_give_texts_and_count_what_they_skip(self):
        for name in ["a.txt", "b.text", "c.TXT", "d.pdf", "e.pdf", "README", ".hidden.txt"]:
            self.file("news/" + name)
        out, messages = run("extract", self.path / "news")
        self.assertEqual([f["id"] for f in lines(out)], ["a.txt", "b.text", "c.TXT"])
        self.assertIn("skipped in the folders: 2 .pdf, 1 hidden, 1 without an ending", messages)

    def test_an_empty_folder_is_not_silence(self):
        (self.path / "empty").mkdir()
        self.assertIn("nothing was read", run("extract", self.path / "empty")[1])

    def test_standard_input_and_lists_of_files(self):
        self.assertEqual(lines(run("extract", "-", stdin=MET)[0])[0]["id"], "-")
        a, b = self.file("a.txt"), self.file("b.txt")
        found = lines(run("extract", "--files-from", "-", stdin=f"{b}\n{a}\n")[0])
        self.assertEqual([f["id"] for f in found], [str(b), str(a)])

    def test_offsets(self):
        text = "😀 Café: Jay Y. Lee met Elon Musk."
        path = self.file("a.txt", text)
        cut = {"byte": lambda t, s, e: t.encode()[s:e].decode(), "codepoint": lambda t, s, e: t[s:e],
               "utf16": lambda t, s, e: t.encode("utf-16-le")[2 * s:2 * e].decode("utf-16-le")}
        for unit, of in cut.items():
            facts = lines(run("extract", "--offsets", unit, path)[0])[0]
            self.assertEqual(facts["made"]["offsets"], unit)
            for name, (start, end) in names(facts).items():
                self.assertEqual(of(text, start, end), name)

    def test_other_encodings_count_the_bytes_of_the_file(self):
        text = "Café “Lumière”: Jay Y. Lee met Elon Musk."
        for encoding in ["cp1252", "utf-16"]:
            content = text.encode(encoding)
            facts = lines(run("extract", self.file("a.txt", content))[0])[0]
            self.assertEqual(sorted(names(facts)), ["Elon Musk", "Jay Y. Lee"])
            for name, (start, end) in names(facts).items():
                plain = "utf-16-le" if encoding == "utf-16" else encoding
                self.assertEqual(content[start:end].decode(plain), name)

    def test_any_bytes_give_valid_json(self):
        content = bytes(range(256)) * 8 + MET.encode() + b"\xff\xfe\xfd\xed\xa0\x80\xf5" + b"\0" * 100
        self.assertEqual(len(lines(run("extract", self.file("a.txt", content))[0])), 1)
        self.assertEqual(len(lines(run("extract", self.file("empty.txt", b""))[0])), 1)

    def test_keep(self):
        facts = lines(run("extract", "--keep", "entities,events", self.file("a.txt"))[0])[0]
        self.assertIn("entities", facts)
        self.assertIn("events", facts)
        self.assertNotIn("mentions", facts)
        self.assertNotIn("holds", facts)

    def test_meta(self):
        meta = self.file("meta.csv", 'id,title,date,source,url\r\na.txt,"Lee, ""J. Y."", travels",2024-06-11,Daily,http://x\r\n')
        self.file("news/a.txt")
        facts = lines(run("extract", "--meta", meta, self.path / "news")[0])[0]
        self.assertEqual((facts["date"], facts["source"], facts["title"], facts["url"]),
                         ("2024-06-11", "Daily", 'Lee, "J. Y.", travels', "http://x"))

    def test_output_is_whole_or_not_at_all(self):
        target = self.file("facts.jsonl", "old\n")
        run("extract", self.file("a.txt"), "-o", target)
        self.assertEqual(len(lines(target.read_text())), 1)
        run("extract", self.file("a.txt"), "-o", self.path / "no/such/folder.jsonl", code=1)
        self.assertEqual(sorted(os.listdir(self.path)), ["a.txt", "facts.jsonl"])

    def test_a_full_disk_is_an_error(self):
        if not os.path.exists("/dev/full"):
            self.skipTest("there is no /dev/full")
        with open("/dev/full", "wb") as full:
            done = subprocess.run([LIAISON, "extract", self.file("a.txt")], stdout=full, stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"cannot be written", done.stderr)


class JsonLines(CommandTest):
    def test_one_line_out_for_each_line_in(self):
        good = json.dumps({"id": "a", "text": MET, "date": "2024-06-11", "desk": {"name": "world"}})
        bad = ['{"id": "b", "text": ', "", "[]", '{"id": "c"}', "no json"]
        out, messages = run("extract", "--input", "jsonl", stdin="\n".join([good, *bad, good]) + "\n", code=1)
        found = lines(out)
        self.assertEqual(len(found), len(bad) + 2)
        self.assertEqual(found[0]["extra"], {"desk": {"name": "world"}})
        self.assertEqual([f["id"] for f in found], ["a", "b", None, None, "c", None, "a"])
        for line in found[1:-1]:
            self.assertEqual(line["error"]["code"], "bad_json")
            self.assertTrue(line["error"]["message"])
        self.assertEqual(len(messages.splitlines()), len(bad))
        run("extract", "--input", "jsonl", "--errors", "inline", stdin="\n".join(bad), code=0)

    def test_order_with_jobs_and_a_last_line_without_its_end(self):
        given = [json.dumps({"id": str(i), "text": MET * (i * 31 % 40)}) for i in range(200)]
        for jobs in ["1", "5"]:
            found = lines(run("extract", "--input", "jsonl", "--jobs", jobs, stdin="\n".join(given))[0])
            self.assertEqual([f["id"] for f in found], [str(i) for i in range(200)])

    def test_output_comes_while_input_pauses(self):
        process = subprocess.Popen([LIAISON, "extract", "--input", "jsonl"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        for i in range(3):
            process.stdin.write(json.dumps({"id": str(i), "text": MET}).encode() + b"\n")
            process.stdin.flush()
            self.assertEqual(json.loads(process.stdout.readline())["id"], str(i))
        process.stdin.close()
        self.assertEqual(process.stdout.read(), b"")
        process.stdout.close()
        self.assertEqual(process.wait(), 0)

    def test_a_line_beyond_the_limit_is_an_error_of_its_own(self):
        big = '{"id": "big", "text": "' + "a " * (33 << 20) + '"}'
        small = json.dumps({"id": "small", "text": MET})
        found = lines(run("extract", "--input", "jsonl", "--errors", "inline", stdin=f"{big}\n{small}\n")[0])
        self.assertEqual([f["id"] for f in found], ["big", "small"])
        self.assertEqual(found[0]["error"]["code"], "too_large")

    def test_titles_and_given_names(self):
        titled = json.dumps({"id": "t", "title": "Jay Y. Lee travels", "text": "He met Elon Musk."})
        facts = lines(run("extract", "--input", "jsonl", stdin=titled)[0])[0]
        self.assertIn("title", [m.get("in") for m in facts["mentions"]])
        given = json.dumps({"id": "g", "text": "Foo met Bar.",
                            "entities": [{"id": "e1", "type": "PERSON", "name": "Foo"},
                                         {"id": "e2", "type": "PERSON", "name": "Bar"}],
                            "mentions": [{"start": 0, "end": 3, "type": "PERSON", "entity": "e1"},
                                         {"start": 8, "end": 11, "type": "PERSON", "entity": "e2"}]})
        facts = lines(run("extract", "--input", "jsonl", stdin=given)[0])[0]
        self.assertEqual(sorted(e["name"] for e in facts["entities"]), ["Bar", "Foo"])
        self.assertEqual(facts["events"][0]["kind"], "meeting")


class Graph(CommandTest):
    def test_every_kind_of_output(self):
        news = self.file("news/a.txt").parent
        targets = [self.path / ("met" + ending) for ending in [".graphml", ".csv", ".html", ".svg", ".facts"]]
        messages = run("graph", news, *[word for target in targets for word in ("-o", target)])[1]
        self.assertIn("1 article read", messages)
        for target in targets:
            self.assertIn("Musk", target.read_text())
        row = next(csv.DictReader(open(self.path / "met.csv", newline="")))
        self.assertEqual((row["kind"], row["status"]), ("meeting", "occurred"))

    def test_texts_and_facts_in_any_order_give_the_same_bytes(self):
        for i in range(6):
            self.file(f"news/{i}.txt", MET if i % 2 else "Angela Merkel will meet Jay Y. Lee.\n")
        facts = self.path / "facts.jsonl"
        run("extract", self.path / "news", "-o", facts)
        backwards = self.file("back.jsonl", "".join(reversed(facts.read_text().splitlines(True))))
        outputs = []
        for i, inputs in enumerate([[self.path / "news"], [facts], [backwards], [facts, self.path / "news"]]):
            target = self.path / f"{i}.graphml"
            run("graph", *inputs, "-o", target)
            outputs.append(target.read_bytes())
        self.assertEqual(len(set(outputs)), 1)

    def test_a_pipe_of_facts(self):
        facts = run("extract", self.file("a.txt"))[0]
        run("graph", "-", "-o", self.path / "met.csv", stdin=facts)
        self.assertIn("Musk", (self.path / "met.csv").read_text())

    def test_a_network_that_is_read_back_is_the_same(self):
        run("graph", self.file("a.txt"), "-o", self.path / "one.facts")
        run("graph", self.path / "one.facts", "-o", self.path / "two.facts")
        self.assertEqual((self.path / "one.facts").read_bytes(), (self.path / "two.facts").read_bytes())

    def test_nothing_read_and_nothing_found_are_said(self):
        (self.path / "empty").mkdir()
        target = self.path / "met.graphml"
        self.assertIn("nothing was read", run("graph", self.path / "empty", "-o", target, code=1)[1])
        self.assertFalse(target.exists())
        self.assertIn("nothing was found", run("graph", self.file("a.txt", "It rained.\n"), "-o", target)[1])

    def test_bad_lines_are_told_and_the_rest_is_done(self):
        facts = run("extract", self.file("a.txt"))[0]
        mixed = self.file("mixed.jsonl", facts + "no json\n" + '{"id": "x", "error": {"code": "bad_json", "message": ""}}\n')
        _, messages = run("graph", mixed, "-o", self.path / "met.csv", code=1)
        self.assertIn("mixed.jsonl:2: ", messages)
        self.assertIn("mixed.jsonl:3: ", messages)
        self.assertIn("Musk", (self.path / "met.csv").read_text())

    def test_no_roles_and_events_as_nodes(self):
        text = self.file("a.txt", "Jay Y. Lee, the chairman of Samsung, met Elon Musk.\n")
        run("graph", text, "-o", self.path / "all.csv")
        run("graph", text, "--no-roles", "-o", self.path / "met.csv")
        self.assertIn(",role,", (self.path / "all.csv").read_text())
        self.assertNotIn(",role,", (self.path / "met.csv").read_text())
        run("graph", text, "--as", "events", "-o", self.path / "events.graphml")
        self.assertIn("EVENT", (self.path / "events.graphml").read_text())


class Words(CommandTest):
    def test_tell(self):
        out, _ = run("tell", self.file("a.txt", "Jay Y. Lee, the chairman of Samsung, met Elon Musk.\n"))
        self.assertIn("chairman", out)
        self.assertRegex(out, "Elon Musk — Jay Y. Lee: meeting, occurred")
        self.assertIn("“Jay Y. Lee, the chairman of Samsung, met Elon Musk.”", out)

    def test_tell_leaves_out_nobody_who_holds_a_role(self):
        out, _ = run("tell", self.file("a.txt", "Finance minister Nora Kessler resigned on Monday.\n"))
        self.assertRegex(out, "Nora Kessler +Finance minister")

    def test_why_shows_sentence_source_and_rule(self):
        facts = self.path / "facts.jsonl"
        run("extract", self.file("a.txt"), "-o", facts)
        out, _ = run("why", facts, "jay y lee", "Musk")
        self.assertIn("meeting, occurred", out)
        self.assertIn("“Jay Y. Lee met Elon Musk in Seoul.”", out)
        self.assertIn(str(self.path / "a.txt"), out)
        self.assertRegex(out, r"rule \S+, \S+\.rules:\d+")

    def test_why_suggests_on_a_miss(self):
        out, _ = run("why", self.file("a.txt"), "Elon Mask", "Jay Y. Lee")
        self.assertIn("Did you mean", out)
        self.assertIn("Elon Musk", out)

    def test_control_characters_do_not_reach_the_terminal(self):
        out, _ = run("tell", self.file("a.txt", "Jay Y. Lee met Elon Musk \x1b[31min Seoul.\n"))
        self.assertNotIn("\x1b", out)



class Explain(CommandTest):
    """The cases of explain.txt, and the ways to choose what is explained."""
    CASES = pathlib.Path(__file__).with_name("explain.txt")

    def answer(self, rules, options, text):
        self.file("text.txt", text + "\n")
        if rules:
            self.file("ours.rules", rules)
            options = ["--rules", "ours.rules", *options]
        done = subprocess.run([LIAISON, "explain", "text.txt", *options], capture_output=True, cwd=self.path, timeout=60)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        out = re.sub(r"(rules/(?!added/)[\w/.-]+\.rules):\d+", r"\1:*", done.stdout.decode())
        return re.sub(r"\] -?\d+", "] N", out).rstrip("\n")

    def test_worked_cases(self):
        head, *cases = self.CASES.read_text().split("\n== ")
        self.assertGreaterEqual(len(cases), 10)
        seen = [head]
        for case in cases:
            asked, expected = case.split("\n--\n") if "\n--\n" in case else (case.removesuffix("\n--"), "")
            name, *lines_of_case = asked.splitlines()
            rules = "".join(line[2:] + "\n" for line in lines_of_case if line.startswith("| "))
            options = [word for line in lines_of_case if line.startswith("$ ") for word in line[2:].split()]
            found = self.answer(rules, options, lines_of_case[-1])
            seen.append(f"{asked}\n--\n{found}\n")
            if not UPDATE:
                with self.subTest(name):
                    self.assertEqual(found, expected.rstrip("\n"))
        if UPDATE:
            self.CASES.write_text("\n== ".join(seen))

    def test_the_whole_of_a_text(self):
        out, _ = run("explain", self.file("a.txt", "Jay Y. Lee, the chairman of Samsung, met Elon Musk.\n"))
        for heading in ["words", "rules over words", "names", "roles held", "groups and clauses", "events"]:
            self.assertIn(f"\n  {heading}\n", out)
        self.assertNotIn("\x1b", out)

    def test_a_place_by_line_and_column_or_by_byte(self):
        text = self.file("a.txt", "It rained.\nJay Y. Lee met Elon Musk.\n")
        by_line, by_byte = run("explain", text, "--at", "2:16")[0], run("explain", text, "--at", "26")[0]
        self.assertEqual(by_line, by_byte)
        self.assertIn("PERSON [Elon Musk]", by_line)
        self.assertNotIn("rained", by_line)
        self.assertNotIn("PERSON [Jay Y. Lee]", by_line)
        for bad in ["9:1", "2:0", "x", "999", "2:"]:
            self.assertIn("--at", run("explain", text, "--at", bad, code=2)[1])

    def test_an_event_by_its_id(self):
        text = self.file("a.txt", "Angela Merkel met Emmanuel Macron. Jay Y. Lee met Elon Musk.\n")
        event = lines(run("extract", text)[0])[0]["events"][1]["id"]
        out, _ = run("explain", text, "--event", event)
        self.assertIn("meeting, occurred [met]", out)
        self.assertIn("Musk", out)
        self.assertNotIn("Merkel", out)
        self.assertIn(event, run("explain", text, "--event", "v0000", code=2)[1])

    def test_one_document_of_json_lines(self):
        articles = self.file("a.jsonl", "".join(json.dumps({"id": i, "title": "Talks", "text": t}) + "\n"
                                                for i, t in [("a", "It rained."), ("b", MET)]))
        self.assertIn("meeting", run("explain", articles, "--id", "b")[0])
        self.assertIn("rained", run("explain", articles)[0])
        self.assertIn('no document has the id "c"', run("explain", articles, "--id", "c", code=2)[1])

    def test_json(self):
        explained = json.loads(run("explain", self.file("a.txt"), "--json")[0])
        records = explained["sentences"][0]["records"]
        self.assertEqual({r["kind"] for r in records} & {"token", "name", "group", "frame"}, {"token", "name", "group", "frame"})
        for record in records:
            self.assertEqual(MET.encode()[record["start"]:record["end"]].decode(), record["text"])
            if record["kind"] == "name":
                self.assertEqual(sum(d["points"] for d in record["details"]), record["score"])

    def test_colours_only_on_a_terminal(self):
        text = self.file("a.txt")
        for more, coloured in [({}, True), ({"NO_COLOR": "1"}, False)]:
            ours, theirs = pty.openpty()
            subprocess.run([LIAISON, "explain", text, "--phase", "frame"], stdout=theirs, env={**os.environ, **more}, check=True)
            os.close(theirs)
            self.assertEqual("\x1b[" in os.read(ours, 1 << 16).decode(), coloured)
            os.close(ours)

    def test_a_rule_that_there_is_not(self):
        self.assertIn("did you mean `meeting/meet`?", run("explain", self.file("a.txt"), "--why-not", "meeting/met", code=2)[1])


class FirstSteps(CommandTest):
    """What the README shows of names and rules of one's own, and the mistakes of somebody who reads no more than that."""

    def blocks(self):
        readme = (pathlib.Path(__file__).parents[2] / "README.md").read_text()
        section = readme.split("## Names and rules of your own")[1].split("\n## ")[0]
        return section.split("```")[1:4:2]

    def test_what_the_readme_shows(self):
        names, rules = self.blocks()
        names, rules = self.file("ours.txt", names), self.file("ours.rules", rules)
        self.assertIn(", 0 failed", run("check", names, rules)[0])
        text = self.file("a.txt", "Norvane Motors filed a lawsuit against Samsung on Monday.\n")
        self.assertIn("Norvane Motors — Samsung: lawsuit, occurred", run("tell", "--names", names, "--rules", rules, text)[0])

    def test_places_by_their_full_names(self):
        out, _ = run("check", self.file("ours.rules", "frame lawsuit\n  verb sue: subject | object\n"), code=2)
        self.assertIn("did you mean `subj`?", out)

    def test_a_list_given_as_rules_and_rules_given_as_a_list(self):
        names, rules = (self.file(name, text) for name, text in zip(["ours.txt", "ours.rules"], self.blocks()))
        _, said = run("tell", "--names", rules, "--rules", names, self.file("a.txt"), code=2)
        self.assertEqual(said.count(": error: "), 2)
        self.assertIn("lists have files of their own: `--names FILE`", said)
        self.assertIn("rules have files of their own: `--rules FILE`", said)

    def test_a_misspelt_status(self):
        rules = self.file("ours.rules", 'frame lawsuit\n  verb sue: subj | obj\n  yes "Samsung sued Apple." => Samsung / Apple | occured\n')
        self.assertIn("did you mean `occurred`?", run("check", rules, code=2)[0])


class Diff(CommandTest):
    def facts(self, name, *texts, options=()):
        for i, text in enumerate(texts):
            self.file(f"{name}/{i}.txt", text)
        run("extract", self.path / name, *options, "-o", self.path / f"{name}.jsonl")
        return self.path / f"{name}.jsonl"

    def test_what_a_rule_did(self):
        rules = self.file("ours.rules", "frame lawsuit\n  verb sue: subj | obj\n")
        text = "Samsung sued Microsoft. Jay Y. Lee met Elon Musk.\n"
        old, new = self.facts("old", text, MET), self.facts("new", text, MET, options=["--rules", rules])
        out, _ = run("diff", old, new)
        self.assertIn("2 documents compared", out)
        self.assertRegex(out, r"events +2 -> 3 +1 came +0 went +0 changed  50\.00 %")
        self.assertIn("1  events that came, by lawsuit/sue, rules/added/ours.rules:2", out)
        self.assertIn("Microsoft / Samsung: lawsuit, occurred\n      “Samsung sued Microsoft.”", out)
        self.assertIn("nothing", run("diff", old, old)[0])

    def test_the_most_that_may_change(self):
        old = self.facts("old", *[MET] * 9, MET + "Angela Merkel met Emmanuel Macron.\n")
        new = self.facts("new", *[MET] * 10)
        run("diff", old, new, "--max-change", "25%")
        self.assertIn("--max-change 1% allows", run("diff", old, new, "--max-change", "1%", code=3)[1])
        self.assertIn("--max-change wants", run("diff", old, new, "--max-change", "many", code=2)[1])
        run("diff", old, self.facts("less", MET), "--max-change", "50%", code=3)

    def test_json_and_bad_input(self):
        old = self.facts("old", MET, "It rained.\n")
        found = json.loads(run("diff", old, self.facts("new", "It rained.\n", MET), "--json")[0])
        self.assertEqual({(c["what"], c["how"]) for c in found["changes"]},
                         {(what, how) for what in ("mention", "event") for how in ("came", "went")})
        self.assertIn("none.jsonl", run("diff", old, self.path / "none.jsonl", code=1)[1])
        self.assertIn("bad.jsonl:1", run("diff", old, self.file("bad.jsonl", "{\n"), code=1)[1])


class Profile(CommandTest):
    def test_cost_yield_and_coverage(self):
        news = self.file("news/a.txt", MET + "Angela Merkel met expectations in Berlin.\n" * 3).parent
        out, _ = run("profile", news)
        self.assertRegex(out, r"\n +- +4 +- +1 +1  meeting/meet  rules/meeting\.rules:\d+\n")
        self.assertIn("1 sentence told of an event; 3 more hold two names and a trigger", out)
        self.assertRegex(out, r"\n +3  meeting/meet: beside it stands a word that its frame forbids")
        found = json.loads(run("profile", news, "--json")[0])
        self.assertEqual((found["told"], found["gaps"]), (1, 3))
        run("profile", self.path / "none.txt", code=1)


class Packs(CommandTest):
    def test_names_and_rules_of_ones_own(self):
        names_file = self.file("ours.txt", "%type ORG\n%strength strong\nQuillfeather Rocketry | Quillfeather\n")
        text = self.file("a.txt", "Shares of Quillfeather rose.\n")
        facts = lines(run("extract", "--names", names_file, text)[0])[0]
        self.assertIn(("ORG", "Quillfeather"), [(e["type"], e["name"]) for e in facts["entities"]])

    def test_what_is_hardly_meant_is_warned_of(self):
        rules = self.file("ours.rules", 'frame lawsuit\n  verb sue: subj, obj\n  yes "Samsung sued Apple." => Samsung / Apple\n')
        out, _ = run("check", rules, code=1)
        self.assertRegex(out, rf"{rules}:2:\d+: warning: all places of this trigger are on one side: it joins nobody \[one-side\]")
        self.assertIn("liaison explain FILE --why-not lawsuit/sue", out)

    def test_an_error_in_a_rule_has_its_place(self):
        rules = self.file("ours.rules", "frame lawsuit\n  verb sue subj obj\n  fil PERSON\n")
        _, messages = run("extract", "--rules", rules, self.file("a.txt"), code=2)
        self.assertRegex(messages, rf"{rules}:\d+:\d+: error: ")

    def test_check_runs_the_examples(self):
        self.assertRegex(run("check")[0], r"pack en \S+ \S+: [\d,]+ examples .*, 0 failed\n$")
        rules = self.file("ours.rules", 'frame lawsuit\n  verb sue: subj, obj\n  fill PERSON | ORG\n'
                                        '  yes "Samsung sued Apple." => Samsung / Apple | denied\n')
        out, _ = run("check", rules, code=1)
        self.assertIn(f"{rules}:4:1: error: this example of `lawsuit/sue` does not come out as it says [example-failed]", out)
        self.assertIn("expected: Apple / Samsung | lawsuit | denied; found: nothing", out)
        found = json.loads(run("check", rules, "--json", code=1)[0])
        self.assertEqual([(d["severity"], d["file"], d["line"]) for d in found["diagnostics"] if d["severity"] == "error"],
                         [("error", str(rules), 4)])
        self.assertEqual(found["examples"]["failed"], 1)

    def test_check_tells_all_errors_of_lists_rules_and_tables(self):
        rules = self.file("ours.rules", "frame lawsuit\n  verb sue subj\nrule x -> make ROLE\n  honorifc\n")
        names_file, table = self.file("ours.txt", "%type ORGA\nAcme\n"), self.file("ours.tsv", "name\tkind\n")
        out, _ = run("check", rules, names_file, table, code=2)
        for place in [f"{rules}:2:", f"{rules}:4:3: error:", f"{names_file}:1:7: error:", f"{table}:1:1: error:"]:
            self.assertIn(place, out)
        self.assertIn("did you mean `honorific`?", out)

    def test_check_a_whole_language(self):
        self.file("lang/names/a.txt", "%type ORG\nAcme\n")
        self.file("lang/rules/a.rules", 'rule vizier -> make ROLE\n  "vizier"\n  yes "The vizier left." => vizier\n')
        self.assertIn("1 example (1 yes, 0 no, 0 todo), 0 failed", run("check", self.path / "lang")[0])
        self.file("lang/rules/b.rules", "rule\n")
        self.assertIn(str(self.path / "lang" / "rules" / "b.rules") + ":1", run("check", self.path / "lang", code=2)[0])

    def test_a_pack_of_ones_own(self):
        names_file = self.file("ours.txt", "%type ORG\nQuillfeather Rocketry | Quillfeather\n- Samsung\n- Toyota PERSON\n")
        pack, text = self.path / "my.pack", self.file("a.txt", "They praised Quillfeather. They praised Samsung.\n")
        self.assertIn("my.pack: pack en", run("compile", "--names", names_file, "-o", pack)[1])
        found = {(e["type"], e["name"]) for e in lines(run("extract", "--pack", pack, text)[0])[0]["entities"]}
        self.assertIn(("ORG", "Quillfeather"), found)
        self.assertNotIn(("ORG", "Samsung"), found)
        self.assertEqual(run("extract", "--pack", pack, text)[0], run("extract", "--names", names_file, text)[0])
        table = self.file("t.tsv", "name\ttype\nNorvane Motors\tORG\n")
        run("compile", "--pack", pack, "--names", table, "-o", self.path / "more.pack")
        self.assertIn("Norvane", run("extract", "--pack", self.path / "more.pack", self.file("b.txt", "Norvane Motors fell.\n"))[0])

    def test_what_cannot_be_compiled_leaves_no_file(self):
        pack = self.path / "my.pack"
        run("compile", "--names", self.file("bad.txt", "Acme\n"), "-o", pack, code=2)
        run("compile", "--names", self.path / "none.txt", "-o", pack, code=2)
        self.assertIn("give --names, --rules or a folder", run("compile", "-o", pack, code=2)[1])
        self.assertFalse(pack.exists())


if __name__ == "__main__":
    LIAISON = os.path.abspath(sys.argv.pop(1))
    unittest.main()
