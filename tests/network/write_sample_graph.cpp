// Writes sample.graphml, events.graphml and for each a JSON file of what a reader must find in it, for read_back.py.
//
//   write_sample_graph FOLDER
#include <algorithm>
#include <cstdio>
#include <exception>
#include <ostream>
#include <string>

#include "liaison/export.h"
#include "liaison/graphml.h"
#include "liaison/network.h"
#include "liaison/report.h"
#include "network/json_writer.h"
#include "network/nasty_facts.h"

using namespace liaison;

namespace {

bool is_xml = true;

/// What XML forbids among the nasty names is expected as U+FFFD.
std::string scrubbed(std::string text) {
  if (!is_xml) return text;
  const std::string replacement = "\xEF\xBF\xBD";
  for (const std::string forbidden : {"\x01", "\x07", "\xEF\xBF\xBE"}) {
    for (std::size_t at; (at = text.find(forbidden)) != std::string::npos;) text.replace(at, forbidden.size(), replacement);
  }
  return text;
}

void number(JsonWriter& json, const char* key, double value) {
  json.key(key).raw(std::to_string(value));
}

void text(JsonWriter& json, const char* key, std::string_view value) {
  if (!value.empty()) json.field(key, scrubbed(std::string(value)));
}

void describe(JsonWriter& json, const GraphNode& node) {
  json.begin_object().field("id", node.id);
  text(json, "label", node.label);
  text(json, "name", node.label);
  text(json, "type", node.type);
  number(json, "documents", node.documents);
  json.end_object();
}

void describe(JsonWriter& json, const Graph& graph, const GraphEdge& edge) {
  json.begin_object().field("a", graph.at(edge.a).id).field("b", graph.at(edge.b).id);
  text(json, "kind", edge.kind);
  text(json, "interaction", edge.kind);
  text(json, "status", edge.status);
  text(json, "sentence", edge.sentence);
  text(json, "document", edge.document);
  text(json, "first", edge.first);
  text(json, "event", edge.event);
  number(json, "weight", edge.weight);
  number(json, "meetings", edge.meetings);
  number(json, "planned", edge.planned);
  json.end_object();
}

std::string expected(const Graph& graph) {
  std::string out;
  JsonWriter json(out);
  json.begin_object().key("nodes").begin_array();
  for (const GraphNode& node : graph.nodes()) describe(json, node);
  json.end_array().key("edges").begin_array();
  for (const GraphEdge& edge : graph.edges()) describe(json, graph, edge);
  json.end_array().end_object();
  return out;
}

/// Of the file of events only the nodes and who takes part in what are compared.
std::string expected_events(const Graph& graph) {
  std::string out;
  JsonWriter json(out);
  json.begin_object().key("nodes").begin_array();
  for (const GraphNode& node : graph.nodes()) describe(json, node);
  for (std::size_t i = 0; i < graph.events().size(); ++i) {
    json.begin_object().field("id", "v" + std::to_string(i + 1)).field("type", "EVENT");
    text(json, "kind", graph.events()[i].kind);
    text(json, "outlet", graph.events()[i].tellings.front().document->source);
    json.end_object();
  }
  json.end_array().key("edges").begin_array();
  for (const GraphEdge& edge : graph.edges()) {
    if (edge.kind == "role") describe(json, graph, edge);
  }
  for (std::size_t i = 0; i < graph.events().size(); ++i) {
    for (const GraphParticipant& participant : graph.events()[i].participants) {
      json.begin_object().field("a", "v" + std::to_string(i + 1)).field("b", graph.at(participant.node).id);
      json.field("kind", "participant");
      number(json, "side", participant.side);
      json.end_object();
    }
  }
  json.end_array().end_object();
  return out;
}

/// A network of so many people, each of whom met one of the few who met many, and the next.
Network many(std::size_t people) {
  Network network;
  for (std::size_t i = 1; i < people; ++i) {
    const auto name = [](std::size_t number) { return "Person Number " + std::to_string(number); };
    const std::string other = name(i % 3 == 0 ? i - 1 : i * 7919 % (1 + i / 12));
    network.add(sample::facts("document d" + std::to_string(i) + " | AP | 20" + std::to_string(10 + i % 14) + "-0" +
                              std::to_string(1 + i % 9) + "-11\n PERSON " + name(i) + "\n PERSON " + other +
                              "\n meeting occurred: " + name(i) + " / " + other).front());
  }
  return network;
}

}  // namespace

int main(int count, char** arguments) {
  const std::string folder = count > 1 ? std::string(arguments[1]) + '/' : "";
  try {
    const Graph graph = resolve(sample::nasty_network());
    GraphmlOptions as_events;
    as_events.as_events = true;
    write_whole(folder + "sample.graphml", [&](std::ostream& out) { write_graphml(graph, out); });
    write_whole(folder + "sample.json", [&](std::ostream& out) { out << expected(graph); });
    write_whole(folder + "events.graphml", [&](std::ostream& out) { write_graphml(graph, out, as_events); });
    write_whole(folder + "sample.html", [&](std::ostream& out) { write_html(resolve(sample::network(sample::kArticles)), out); });
    write_whole(folder + "many.html", [&](std::ostream& out) { write_html(resolve(many(2000)), out); });
    write_whole(folder + "sample.gexf", [&](std::ostream& out) { write_gexf(graph, out); });
    write_whole(folder + "sample.ftm.json", [&](std::ostream& out) { write_ftm(graph, out); });
    write_whole(folder + "articles.ftm.json", [&](std::ostream& out) { write_ftm(resolve(sample::network(sample::kArticles)), out); });
    write_whole(folder + "sample.link.json", [&](std::ostream& out) { write_node_link(graph, out); });
    write_whole(folder + "events.json", [&](std::ostream& out) { out << expected_events(graph); });
    is_xml = false;
    write_whole(folder + "sample.link.expected", [&](std::ostream& out) { out << expected(graph); });
  } catch (const std::exception& error) {
    std::fprintf(stderr, "write_sample_graph: %s\n", error.what());
    return 1;
  }
  return 0;
}
