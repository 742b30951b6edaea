"""Reads a GraphML file with other people's programs, and compares it node by node and edge by edge with a JSON file of
what must be in it.

    read_back.py GRAPHML EXPECTED_JSON [READER...]

Readers: networkx and igraph, without which it fails; graphology (node, with the packages graphology and
graphology-graphml where NODE_PATH says), graphviz (graphml2gv and gvpr) and gephi (java, with Gephi's toolkit where
LIAISON_GEPHI_TOOLKIT says), without which it is skipped (exit code 77). A file that ends with .json is node-link JSON,
for networkx alone.
"""
import json
import os
import shutil
import subprocess
import sys

SKIPPED = 77


def absent(value):
    """igraph has a value for every attribute of every node: "" or NaN or None where the file has none."""
    return value is None or value == "" or value != value


def compare(reader, what, expected, found):
    """Every expected attribute is there, and no other text is."""
    wrong = [
        f"{reader}: {what}: {key} is {found.get(key)!r} and must be {value!r}"
        for key, value in expected.items()
        if found.get(key) != value
    ]
    unknown = set(found) - set(expected)
    wrong += [f"{reader}: {what}: {key} is not a key of the format" for key in unknown if key not in KEYS]
    return wrong


KEYS = set(
    "id label name type forms roles documents kind interaction status weight meetings contacts cooperations planned "
    "possible denied disputed first last sentence document url rule event outlet date place side".split()
)


def from_networkx(path):
    import networkx

    graph = networkx.read_graphml(path) if path.endswith(".graphml") else from_node_link(path)
    if graph.is_directed() or graph.is_multigraph():
        sys.exit("networkx: the graph must be undirected, with one edge for each pair")
    nodes = {node: dict(data) for node, data in graph.nodes(data=True)}
    edges = {frozenset((a, b)): {k: v for k, v in data.items() if k != "id"} for a, b, data in graph.edges(data=True)}
    return nodes, edges


def from_node_link(path):
    """What holds several values is a list there, and what GraphML says twice stands once."""
    import networkx

    with open(path, encoding="utf-8") as file:
        data = json.load(file)
    try:
        graph = networkx.node_link_graph(data, edges="edges")
    except TypeError:  # before 3.4
        graph = networkx.node_link_graph(data, link="edges")
    for _, one in graph.nodes(data=True):
        one["name"] = one["label"]
        one.update({key: "; ".join(one[key]) for key in ("forms", "roles")})
    for _, _, one in graph.edges(data=True):
        one["interaction"] = one["kind"]
    return graph


def from_igraph(path):
    import igraph

    graph = igraph.Graph.Read_GraphML(path)
    if graph.is_directed() or graph.has_multiple():
        sys.exit("igraph: the graph must be undirected, with one edge for each pair")
    present = lambda data: {k: v for k, v in data.items() if not absent(v)}
    ids = graph.vs["id"]
    nodes = {vertex["id"]: present({k: v for k, v in vertex.attributes().items() if k != "id"}) for vertex in graph.vs}
    edges = {
        frozenset((ids[edge.source], ids[edge.target])): present({k: v for k, v in edge.attributes().items() if k != "id"})
        for edge in graph.es
    }
    return nodes, edges


GRAPHOLOGY = """
const {UndirectedGraph} = require('graphology');
const {parse} = require('graphology-graphml');
const graph = parse(UndirectedGraph, require('fs').readFileSync(process.argv[1], 'utf8'));
console.log(JSON.stringify({nodes: graph.mapNodes((id, data) => [id, data]),
                            edges: graph.mapEdges((id, data, a, b) => [a, b, data])}));
"""


def from_graphology(path):
    done = subprocess.run(["node", "-e", GRAPHOLOGY, path], capture_output=True, text=True, encoding="utf-8")
    if done.returncode:
        sys.exit("graphology: " + done.stderr)
    graph = json.loads(done.stdout)
    return dict(graph["nodes"]), {frozenset((a, b)): data for a, b, data in graph["edges"]}


def has_graphology():
    if not shutil.which("node"):
        return "there is no node"
    asked = subprocess.run(["node", "-e", "require('graphology-graphml'); require('graphology')"], capture_output=True)
    return "" if asked.returncode == 0 else "npm's packages graphology and graphology-graphml are not where NODE_PATH says"


def from_graphviz(path):
    """Its converter leaves out all that it does not know: who is joined with whom is what it reads."""
    converted = subprocess.run(["graphml2gv", path], capture_output=True)
    program = 'N{printf("n %s\\n", $.name)} E{printf("e %s %s\\n", $.tail.name, $.head.name)}'
    told = subprocess.run(["gvpr", program], input=converted.stdout, capture_output=True, text=False).stdout.decode("utf-8")
    lines = [line.split() for line in told.splitlines()]
    return ({line[1]: None for line in lines if line[0] == "n"},
            {frozenset(line[1:]): None for line in lines if line[0] == "e"})


def has_graphviz():
    return "" if shutil.which("graphml2gv") and shutil.which("gvpr") else "there is no graphml2gv or gvpr"


def from_gephi(path):
    source = os.path.join(os.path.dirname(os.path.abspath(__file__)), "ReadWithGephi.java")
    done = subprocess.run(["java", "-Djava.awt.headless=true", "-cp", os.environ["LIAISON_GEPHI_TOOLKIT"], source, path],
                          capture_output=True, text=True, encoding="utf-8")
    if "\x01" not in done.stdout:
        sys.exit("gephi: " + done.stderr)
    graph = json.loads(done.stdout.split("\x01")[1])
    present = lambda data: {key: value for key, value in data.items() if value is not None}
    return ({node: present(data) for node, data in graph["nodes"]},
            {frozenset((a, b)): present(data) for a, b, data in graph["edges"]})


def has_gephi():
    if not shutil.which("java"):
        return "there is no java"
    return "" if os.path.exists(os.environ.get("LIAISON_GEPHI_TOOLKIT", "")) else "LIAISON_GEPHI_TOOLKIT names no jar"


READERS = {"networkx": (from_networkx, None), "igraph": (from_igraph, None),
           "graphology": (from_graphology, has_graphology), "graphviz": (from_graphviz, has_graphviz),
           "gephi": (from_gephi, has_gephi)}


def check(reader, read, path, expected):
    nodes, edges = read(path)
    wrong = []
    if sorted(nodes) != sorted(node["id"] for node in expected["nodes"]):
        wrong.append(f"{reader}: the nodes are {list(nodes)}")
    for node in expected["nodes"]:
        attributes = {k: v for k, v in node.items() if k != "id"}
        if nodes.get(node["id"], {}) is not None:
            wrong += compare(reader, node["id"], attributes, nodes.get(node["id"], {}))
    if len(edges) != len(expected["edges"]):
        wrong.append(f"{reader}: {len(edges)} edges, and must be {len(expected['edges'])}")
    for edge in expected["edges"]:
        ends = frozenset((edge["a"], edge["b"]))
        attributes = {k: v for k, v in edge.items() if k not in ("a", "b")}
        if edges.get(ends, {}) is not None:
            wrong += compare(reader, "-".join(sorted(ends)), attributes, edges.get(ends, {}))
    return wrong


def main():
    path, expectation = sys.argv[1:3]
    readers = sys.argv[3:] or ["networkx", "igraph"]
    with open(expectation, encoding="utf-8") as file:
        expected = json.load(file)
    wrong, missing = [], []
    for reader in readers:
        read, why_missing = READERS[reader]
        why = why_missing() if why_missing else ""
        if why:
            missing.append(f"{reader}: skipped: {why}")
        else:
            wrong += check(reader, read, path, expected)
    for line in wrong + missing:
        print(line)
    print(f"{len(expected['nodes'])} nodes and {len(expected['edges'])} edges read back, {len(wrong)} wrong")
    sys.exit(1 if wrong else SKIPPED if len(missing) == len(readers) else 0)


main()
