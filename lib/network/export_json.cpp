// Node-link JSON: what NetworkX (`edges`) and D3 (`links`) read.
#include <ostream>
#include <string>
#include <string_view>

#include "liaison/export.h"
#include "network/json_writer.h"

namespace liaison {
namespace {

class NodeLinkWriter {
 public:
  NodeLinkWriter(const Graph& graph, std::ostream& out) : graph_(graph), out_(out) {}

  void write(std::string_view edges) {
    out_ << "{\"directed\": false, \"multigraph\": false, \"graph\": {}, \"nodes\": [";
    for (std::size_t i = 0; i < graph_.nodes().size(); ++i) write(static_cast<NodeId>(i));
    out_ << "\n], \"" << edges << "\": [";
    is_first_ = true;
    for (const GraphEdge& edge : graph_.edges()) write(edge);
    out_ << "\n]}\n";
  }

 private:
  void write(NodeId id) {
    const GraphNode& node = graph_.at(id);
    std::string line;
    JsonWriter json(line);
    json.begin_object();
    text(json, "id", node.id);
    text(json, "label", node.label);
    text(json, "type", node.type);
    texts(json, "forms", graph_.forms(id));
    texts(json, "roles", graph_.roles(id));
    json.field("documents", node.documents).end_object();
    add(line);
  }

  void write(const GraphEdge& edge) {
    std::string line;
    JsonWriter json(line);
    json.begin_object();
    text(json, "source", graph_.at(edge.a).id);
    text(json, "target", graph_.at(edge.b).id);
    text(json, "kind", edge.kind);
    text(json, "status", edge.status);
    json.field("weight", static_cast<std::uint32_t>(edge.weight));
    json.field("meetings", edge.meetings).field("contacts", edge.contacts).field("cooperations", edge.cooperations);
    json.field("planned", edge.planned).field("possible", edge.possible).field("denied", edge.denied).field("disputed", edge.disputed);
    text(json, "first", edge.first);
    text(json, "last", edge.last);
    text(json, "sentence", edge.sentence);
    text(json, "document", edge.document);
    text(json, "url", edge.url);
    text(json, "rule", edge.rule);
    text(json, "event", edge.event);
    json.end_object();
    add(line);
  }

  /// What there is none of is left out.
  static void text(JsonWriter& json, std::string_view key, std::string_view value) {
    if (!value.empty()) json.field(key, value);
  }

  static void texts(JsonWriter& json, std::string_view key, const std::vector<std::string>& values) {
    json.key(key).begin_array();
    for (const std::string& value : values) json.value(std::string_view(value));
    json.end_array();
  }

  void add(const std::string& line) {
    out_ << (is_first_ ? "\n" : ",\n") << line;
    is_first_ = false;
  }

  const Graph& graph_;
  std::ostream& out_;
  bool is_first_ = true;
};

}  // namespace

void write_node_link(const Graph& graph, std::ostream& out) { NodeLinkWriter(graph, out).write("edges"); }
void write_d3(const Graph& graph, std::ostream& out) { NodeLinkWriter(graph, out).write("links"); }

}  // namespace liaison
