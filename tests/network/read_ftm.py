"""Reads files of FollowTheMoney with its own library: each entity is valid, each reference leads somewhere, and no value
is dropped.

    read_ftm.py FILE.ftm.json...

Runs itself with the Python of LIAISON_FTM_PYTHON where this one lacks followthemoney. Exit code 77, which is a skipped
test, where neither has it.
"""
import collections
import json
import os
import sys

try:
    from followthemoney import model
    from followthemoney.exc import InvalidData
except ImportError:
    other = os.environ.pop("LIAISON_FTM_PYTHON", None)
    if other:
        os.execv(other, [other, *sys.argv])
    sys.exit(77)


def check(path):
    with open(path, encoding="utf-8") as file:
        lines = [json.loads(line) for line in file]
    wrong, references, schemata = [], [], collections.Counter()
    for line in lines:
        entity = model.get_proxy(line, cleaned=False)
        schemata[entity.schema.name] += 1
        try:
            entity.schema.validate({"properties": line["properties"]})
        except InvalidData as error:
            wrong.append(f"{path}: {entity.id}: {error.errors}")
        for name, values in line["properties"].items():
            known = entity.schema.get(name)
            if known is None:
                wrong.append(f"{path}: {entity.schema.name} has no property {name}")
            elif len(entity.get(name)) != len(values):
                wrong.append(f"{path}: {entity.schema.name}.{name}: {values} is read as {entity.get(name)}")
            elif known.type.name == "entity":
                references += entity.get(name)
    ids = [line["id"] for line in lines]
    wrong += [f"{path}: nothing has the id {one}" for one in set(references) - set(ids)]
    wrong += [f"{path}: two have the id {one}" for one, times in collections.Counter(ids).items() if times > 1]
    print(path, dict(schemata))
    return wrong


def main():
    wrong = [line for path in sys.argv[1:] for line in check(path)]
    print("\n".join(wrong) or "all is valid")
    sys.exit(1 if wrong else 0)


main()
