"""Reads a GraphML file with NetworkX and python-igraph, and compares it node by node and edge by edge with a
JSON file of what must be in it.

    read_back.py GRAPHML EXPECTED_JSON

A reader that is missing is a failure.
"""
import json
import sys

import igraph
import networkx


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
    graph = networkx.read_graphml(path)
    if graph.is_directed() or graph.is_multigraph():
        sys.exit("networkx: the graph must be undirected, with one edge for each pair")
    nodes = {node: dict(data) for node, data in graph.nodes(data=True)}
    edges = {frozenset((a, b)): {k: v for k, v in data.items() if k != "id"} for a, b, data in graph.edges(data=True)}
    return nodes, edges


def from_igraph(path):
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


def check(reader, read, path, expected):
    nodes, edges = read(path)
    wrong = []
    if list(nodes) != [node["id"] for node in expected["nodes"]]:
        wrong.append(f"{reader}: the nodes are {list(nodes)}")
    for node in expected["nodes"]:
        attributes = {k: v for k, v in node.items() if k != "id"}
        wrong += compare(reader, node["id"], attributes, nodes.get(node["id"], {}))
    if len(edges) != len(expected["edges"]):
        wrong.append(f"{reader}: {len(edges)} edges, and must be {len(expected['edges'])}")
    for edge in expected["edges"]:
        ends = frozenset((edge["a"], edge["b"]))
        attributes = {k: v for k, v in edge.items() if k not in ("a", "b")}
        wrong += compare(reader, "-".join(sorted(ends)), attributes, edges.get(ends, {}))
    return wrong


def main():
    path, expectation = sys.argv[1:]
    with open(expectation, encoding="utf-8") as file:
        expected = json.load(file)
    wrong = check("networkx", from_networkx, path, expected) + check("igraph", from_igraph, path, expected)
    for line in wrong:
        print(line)
    print(f"{len(expected['nodes'])} nodes and {len(expected['edges'])} edges read back, {len(wrong)} wrong")
    sys.exit(1 if wrong else 0)


main()
