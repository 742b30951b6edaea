#!/usr/bin/env python3
"""End-to-end tests of what the command does with networks: `network_commands_test.py LIAISON [TEST...]`."""
import csv
import io
import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time
import unittest

LIAISON = ""
FIRST = "Jay Y. Lee, chairman of Samsung, met Elon Musk in Seoul.\n"
SECOND = "Elon Musk will meet Angela Merkel in Berlin.\n"


def run(*arguments, code=0):
    """The output and the messages of one run, which has to end with `code`."""
    done = subprocess.run([LIAISON, *map(str, arguments)], capture_output=True, timeout=120)
    if done.returncode != code:
        raise AssertionError(f"{arguments}: exit code {done.returncode}, not {code}: {done.stderr.decode()}")
    return done.stdout.decode("utf-8"), done.stderr.decode("utf-8")


class NetworkTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.path = pathlib.Path(self.folder.name)
        rows = [{"id": "one", "date": "2024-06-01", "source": "AP", "text": FIRST},
                {"id": "two", "date": "2024-07-01", "source": "UPI", "text": SECOND}]
        for row in rows:
            self.file(row["id"] + ".jsonl", json.dumps(row) + "\n")
            out, _ = run("extract", self.path / (row["id"] + ".jsonl"))
            self.file(row["id"] + ".facts", out)
        self.net = self.path / "net.facts"
        run("merge", self.path / "one.facts", self.path / "two.facts", "-o", self.net)

    def file(self, name, content):
        path = self.path / name
        path.write_text(content, encoding="utf-8")
        return path

    def graphml(self, *arguments):
        run("graph", *arguments, "-o", self.path / "out.graphml")
        return (self.path / "out.graphml").read_text(encoding="utf-8")


class Networks(NetworkTest):
    def test_merging_and_adding_give_the_same_bytes(self):
        whole = self.net.read_bytes()
        run("merge", self.path / "two.facts", self.net, self.path / "one.facts", "-o", self.path / "again.facts")
        self.assertEqual((self.path / "again.facts").read_bytes(), whole)
        run("graph", self.path / "grown.facts", "--add", self.path / "two.facts")
        _, messages = run("graph", self.path / "grown.facts", "--add", self.path / "one.jsonl")
        self.assertIn("1 new article in", messages)
        self.assertEqual((self.path / "grown.facts").read_bytes(), whole)

    def test_time_and_removal(self):
        self.assertNotIn("Merkel", self.graphml(self.net, "--until", "2024-06"))
        self.assertNotIn("Lee", self.graphml(self.net, "--since", "2024-07"))
        self.assertNotIn("Merkel", self.graphml(self.net, "--remove-document", "two"))
        _, messages = run("graph", self.net, "--remove-document", "three", "-o", self.path / "x.csv")
        self.assertIn('no article "three"', messages)

    def test_a_part_of_the_graph(self):
        self.assertNotIn("Merkel", self.graphml(self.net, "--around", "Lee"))
        self.assertIn("Merkel", self.graphml(self.net, "--around", "Lee", "--depth", "2"))
        self.assertNotIn("Merkel", self.graphml(self.net, "--status", "occurred"))
        self.assertNotIn("Merkel", self.graphml(self.net, "--min-sources", "1"))
        _, messages = run("graph", self.net, "--around", "Elon Mask", "-o", self.path / "x.csv", code=2)
        self.assertIn('did you mean "Elon Musk"?', messages)

    def test_every_other_kind_of_output(self):
        outputs = [self.path / name for name in ("m.gexf", "m.nodes.csv", "m.edges.csv", "m.ftm.json", "m.json", "m.d3.json", "m.html")]
        run("graph", self.net, "--for", "yed", *[part for path in outputs for part in ("-o", path)], "-o", self.path / "y.graphml")
        self.assertIn("<y:NodeLabel", (self.path / "y.graphml").read_text())
        for path in outputs:
            what = "met Elon Musk in Seoul" if path.name == "m.edges.csv" else "Elon Musk"
            self.assertIn(what, path.read_text(encoding="utf-8"), path.name)
        run("report", self.net, "-o", self.path / "page.html", "--title", "In June")
        self.assertIn("<title>In June</title>", (self.path / "page.html").read_text())


class Corrections(NetworkTest):
    def test_they_win_and_say_what_hits_nothing(self):
        event = json.loads(run("why", self.net, "Lee", "Musk", "--json")[0])["tellings"][0]["id"]
        lines = self.file("c.txt", f"reject {event} they only wrote\nname Angela Merkel | Dr. Merkel\ndrop Nobody At All\n")
        text = self.graphml(self.net, "--corrections", lines)
        self.assertIn("Dr. Merkel", text)
        self.assertNotIn("meeting</data>\n      <data key=\"e_interaction\">meeting</data>\n      <data key=\"e_status\">occurred", text)
        _, messages = run("report", self.net, "--corrections", lines, "-o", self.path / "x.html")
        self.assertIn(f"{lines}:3: warning: this line changes nothing", messages)

    def test_each_line_is_proved_to_hit_something(self):
        cases = [("same Elon Musk | Angela Merkel", ""),
                 ("same Nobody At All | Elon Musk", 'nobody is called "Nobody At All"'),
                 ("same Elon Musk | Nobody At All", 'nobody is called "Nobody At All"'),
                 ("same ELON MUSK | Elon Musk", '"ELON MUSK" and "Elon Musk" are one already'),
                 ("different Nobody At All | Elon Musk", 'nobody is called "Nobody At All"'),
                 ("name Samsung | The Firm", ""),
                 ("type Nobody At All | ORG", 'nobody is called "Nobody At All"'),
                 ("accept v0123456789ab", 'no event has the id "v0123456789ab"')]
        lines = self.file("c.txt", "".join(line + "\n" for line, _ in cases))
        out, _ = run("check", "--corrections", lines, "--facts", self.net, code=1)
        for number, (line, why) in enumerate(cases, 1):
            told = f"{lines}:{number}: warning: this line changes nothing: {why} [idle-correction]"
            self.assertEqual(bool(why), told in out.splitlines(), line)
        idle = sum(bool(why) for _, why in cases)
        self.assertIn(f"{len(cases)} corrections in {lines}, {idle} of them without effect", out)
        self.assertIn("--facts FILE", run("check", "--corrections", lines, code=2)[1])

    def test_examples_for_the_rules(self):
        event = json.loads(run("why", self.net, "Lee", "Musk", "--json")[0])["tellings"][0]["id"]
        out, _ = run("test-from", self.file("a.txt", f"accept {event}\n"), self.net)
        self.assertRegex(out, r'# meeting\S*, rules/\S+:\d+\n  yes "Jay Y\. Lee, chairman of Samsung, met .*" => .*Lee / .*Musk \| occurred')
        out, _ = run("test-from", self.file("r.txt", f"reject {event} a test\n"), self.net)
        self.assertRegex(out, r'\n  no  "Jay Y\. Lee.*"   # a test\n')

    def test_merges_are_listed_and_can_be_undone(self):
        out, _ = run("merges", self.net, "--json", "--only", "merges")
        musk = [line for line in map(json.loads, out.splitlines()) if line["label"] == "Elon Musk"]
        self.assertEqual(len(musk), 1)
        lines = self.file("c.txt", f"different {musk[0]['a']} | {musk[0]['b']}\n")
        self.assertEqual(self.graphml(self.net, "--corrections", lines).count('"n_label">Elon Musk<'), 2)


class Questions(NetworkTest):
    def rows(self, *arguments):
        return json.loads(run("query", self.net, *arguments, "--json")[0])

    def test_a_card_has_roles_and_meetings(self):
        rows = self.rows("--card", "jay y lee")
        self.assertIn(("role", "chairman, Samsung"), [(row["what"], row.get("of", "").lower().replace("samsung", "Samsung")) for row in rows])
        self.assertIn(("meeting", "Elon Musk", "occurred", "2024-06-01"),
                      [(row["what"], row.get("of"), row.get("status"), row.get("date")) for row in rows])

    def test_the_chain_goes_from_one_to_the_other(self):
        rows = self.rows("--chain", "Angela Merkel", "Jay Y. Lee")
        self.assertEqual([(row["a"], row["b"]) for row in rows], [("Angela Merkel", "Elon Musk"), ("Elon Musk", "Jay Y. Lee")])
        self.assertTrue(all(row["sentence"] for row in rows))

    def test_who_stands_in_the_middle_and_what_is_new(self):
        self.assertEqual(self.rows("--most-connected", "--kind", "meeting", "--top", "1")[0]["name"], "Elon Musk")
        self.assertEqual([row["a"] for row in self.rows("--new-since", "2024-06-15")], ["Angela Merkel"])
        watch = self.file("names.txt", "# whom we watch\nLee\nNobody At All\n")
        self.assertEqual({row["kind"] for row in self.rows("--watch", watch)}, {"meeting", "role"})

    def test_every_form_of_an_answer(self):
        out, _ = run("query", self.net, "--neighbours", "Musk", "--csv", "-o", self.path / "part.graphml")
        self.assertEqual(len(list(csv.DictReader(io.StringIO(out)))), 2)
        self.assertNotIn('"n_label">Samsung<', (self.path / "part.graphml").read_text())
        self.assertRegex(run("query", self.net)[0], r"^a +b +kind +status")
        self.assertIn("did you mean", run("query", self.net, "--card", "Elon Mask", code=2)[1])

    def test_why_tells_all_and_how_to_remove_it(self):
        out, _ = run("why", self.net, "Lee", "Musk")
        for part in ("met Elon Musk", "rule ", "read with: en ", "reject v"):
            self.assertIn(part, out)
        answer = json.loads(run("why", self.net, "Lee", "Musk", "--json")[0])
        again = json.loads(run("why", self.net, answer["tellings"][0]["id"], "--json")[0])
        self.assertEqual(again, answer)
        self.assertEqual(json.loads(run("why", self.net, answer["edge"], "--json")[0]), answer)
        run("why", self.net, "Lee", "Musk", "--html", self.path / "reply.html")
        self.assertIn("<mark>", (self.path / "reply.html").read_text())


class Differences(NetworkTest):
    def test_of_two_networks(self):
        """What a third article and the loss of one change in the graph, edge by edge."""
        self.file("three.jsonl", json.dumps({"id": "three", "date": "2024-08-01", "text": "Angela Merkel met Tim Cook in Bonn.\n"}) + "\n")
        run("merge", self.path / "one.facts", self.path / "three.jsonl", "-o", self.path / "other.facts")
        out, _ = run("diff", "--graph", self.net, self.path / "other.facts")
        for part in ("Elon Musk", "Angela Merkel", "Tim Cook"):
            self.assertIn(part, out)
        self.assertNotIn("Lee", out)
        same, _ = run("diff", "--graph", self.net, self.net)
        self.assertNotIn("Merkel", same)


class Files(NetworkTest):
    def test_a_full_file_system_leaves_the_old_file(self):
        target = self.path / "full"
        target.mkdir()
        if os.getuid() != 0 or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "none", target], capture_output=True).returncode:
            self.skipTest("no file system of its own to fill")
        self.addCleanup(subprocess.run, ["umount", target])
        for name in ("met.html", "met.graphml", "met.facts"):   # more of them than there is room for
            (target / name).write_text("old")
        rows = [{"id": str(number), "text": FIRST} for number in range(40)]
        many = self.file("many.jsonl", "".join(json.dumps(row) + "\n" for row in rows))
        for name in ("met.html", "met.graphml", "met.facts"):
            (target / "filling").write_bytes(b"")
            with open(target / "filling", "wb", buffering=0) as filling:
                with self.assertRaises(OSError):
                    while True:
                        filling.write(b"x" * 512)
            _, messages = run("graph", many, "-o", target / name, code=1)
            self.assertIn(name, messages)
            (target / "filling").unlink()
        self.assertEqual(sorted((path.name, path.read_text()) for path in target.iterdir()),
                         [("met.facts", "old"), ("met.graphml", "old"), ("met.html", "old")])

    def test_killed_while_writing_it_is_the_old_file_or_the_new(self):
        """The moments of death are spread over a run; a temporary may stay, half a file never takes the name."""
        target = self.path / "met.graphml"
        started = time.monotonic()
        run("graph", self.net, "-o", target)
        took, whole = time.monotonic() - started, target.read_bytes()
        for turn in range(100):
            target.write_bytes(b"old")
            with subprocess.Popen([LIAISON, "graph", self.net, "-o", target], stderr=subprocess.DEVNULL) as writer:
                time.sleep(took * turn / 90)
                writer.send_signal(signal.SIGKILL)
            self.assertIn(target.read_bytes(), (b"old", whole))


if __name__ == "__main__":
    LIAISON = os.path.abspath(sys.argv.pop(1))
    unittest.main()
