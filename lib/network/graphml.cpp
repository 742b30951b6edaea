#include "liaison/graphml.h"

#include <algorithm>
#include <array>
#include <ostream>
#include <string>
#include <string_view>

#include "network/event_words.h"
#include "network/markup.h"
#include "network/name_key.h"

namespace liaison {
namespace {

/// An attribute of nodes or edges. Its key is its name with the prefix of what it belongs to.
struct Attribute {
  std::string_view name;
  bool is_figure = false;
};

constexpr Attribute kNodeAttributes[] = {{"label"}, {"name"}, {"type"}, {"forms"}, {"roles"}, {"documents", true}};
constexpr Attribute kEventAttributes[] = {{"kind"},     {"status"}, {"date"}, {"sentence"},
                                          {"document"}, {"outlet"}, {"url"},  {"rule"}, {"event"},
                                          {"topic"},    {"told_by"}, {"certainty"}, {"host"}, {"guest"}};
constexpr Attribute kEdgeAttributes[] = {
    {"kind"},         {"interaction"},   {"status"},         {"weight", true},   {"meetings", true},
    {"contacts", true}, {"cooperations", true}, {"planned", true}, {"possible", true}, {"denied", true},
    {"disputed", true},
    {"first"},        {"last"},          {"sentence"},       {"document"},       {"url"},
    {"rule"},         {"event"}};
constexpr Attribute kParticipantAttributes[] = {{"place"}, {"side", true}};

std::string joined(const std::vector<std::string>& all) {
  std::string out;
  for (const std::string& one : all) out += (out.empty() ? "" : "; ") + one;
  return out;
}

class GraphmlWriter {
 public:
  GraphmlWriter(const Graph& graph, std::ostream& out, const GraphmlOptions& options)
      : graph_(graph), out_(out), options_(options) {}

  void write() {
    write_head();
    for (std::size_t i = 0; i < graph_.nodes().size(); ++i) write_node(static_cast<NodeId>(i));
    if (options_.as_events) {
      for (std::size_t i = 0; i < graph_.events().size(); ++i) write_event(i);
    }
    std::size_t number = 0;
    for (const GraphEdge& edge : graph_.edges()) {
      if (!options_.as_events || edge.kind == "role") write_edge(edge, ++number);
    }
    if (options_.as_events) write_participants(number);
    out_ << "  </graph>\n</graphml>\n";
  }

 private:
  void write_head() {
    out_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" "
            "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
            "xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
            "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n";
    for (const Attribute& one : kNodeAttributes) write_key("n_", "node", one);
    if (options_.as_events) {
      for (const Attribute& one : kEventAttributes) write_key("n_", "node", one);
    }
    for (const Attribute& one : kEdgeAttributes) write_key("e_", "edge", one);
    if (options_.as_events) {
      for (const Attribute& one : kParticipantAttributes) write_key("e_", "edge", one);
    }
    out_ << "  <graph id=\"network\" edgedefault=\"undirected\">\n";
  }

  void write_key(std::string_view prefix, std::string_view of, const Attribute& attribute) {
    out_ << "  <key id=\"" << prefix << attribute.name << "\" for=\"" << of << "\" attr.name=\"" << attribute.name
         << "\" attr.type=\"" << (attribute.is_figure ? "double" : "string") << "\"/>\n";
  }

  void write_data(std::string_view key, std::string_view text) {
    if (text.empty()) return;
    out_ << "      <data key=\"" << key << "\">";
    append_escaped(text, out_.text());
    out_ << "</data>\n";
  }
  void write_figure(std::string_view key, double number) {
    out_ << "      <data key=\"" << key << "\">";
    append_figure(number, out_.text());
    out_ << "</data>\n";
  }

  void write_node(NodeId id) {
    const GraphNode& node = graph_.at(id);
    out_ << "    <node id=\"" << node.id << "\">\n";
    write_data("n_label", node.label);
    write_data("n_name", node.label);
    write_data("n_type", node.type);
    write_data("n_forms", joined(graph_.forms(id)));
    write_data("n_roles", joined(graph_.roles(id)));
    write_figure("n_documents", node.documents);
    out_ << "    </node>\n";
    out_.pass_on();
  }

  /// Events are numbered, for the ids of two versions of a document may be the same.
  void write_event(std::size_t number) {
    const GraphEvent event = graph_.events()[number];
    const Telling& first = event.tellings.front();
    const std::string kind(event.kind), label = first.document->date.empty() ? kind : kind + ' ' + first.document->date;
    out_ << "    <node id=\"v" << number + 1 << "\">\n";
    write_data("n_label", label);
    write_data("n_name", label);
    write_data("n_type", "EVENT");
    write_figure("n_documents", static_cast<double>(event.tellings.size()));
    write_data("n_kind", event.kind);
    write_data("n_status", event.status);
    write_data("n_date", first.document->date);
    if (!first.evidence.empty()) write_data("n_sentence", on_one_line(first.evidence.front().quote));
    write_data("n_document", first.document->id);
    write_data("n_outlet", first.document->source);
    write_data("n_url", first.document->url);
    if (!first.evidence.empty()) write_data("n_rule", first.evidence.front().rule);
    write_data("n_event", event.id);
    if (!first.evidence.empty()) write_details(first.evidence.front(), *first.document);
    out_ << "    </node>\n";
    out_.pass_on();
  }

  void write_details(const FactEvidence& evidence, const DocumentFacts& facts) {
    write_data("n_topic", on_one_line(evidence.topic.text));
    write_data("n_told_by", on_one_line(source_of(facts, evidence.attribution)));
    write_data("n_certainty", evidence.attribution.certainty);
    write_data("n_host", names_of(facts, evidence.host));
    write_data("n_guest", names_of(facts, evidence.guest));
  }

  void begin_edge(std::size_t number, std::string_view source, std::string_view target) {
    out_ << "    <edge id=\"e" << number << "\" source=\"" << source << "\" target=\"" << target << "\">\n";
  }

  void write_edge(const GraphEdge& edge, std::size_t number) {
    begin_edge(number, graph_.at(edge.a).id, graph_.at(edge.b).id);
    write_data("e_kind", edge.kind);
    write_data("e_interaction", edge.kind);
    write_data("e_status", edge.status);
    write_figure("e_weight", std::max(edge.weight, options_.least_weight));
    write_figure("e_meetings", edge.meetings);
    write_figure("e_contacts", edge.contacts);
    write_figure("e_cooperations", edge.cooperations);
    write_figure("e_planned", edge.planned);
    write_figure("e_possible", edge.possible);
    write_figure("e_denied", edge.denied);
    write_figure("e_disputed", edge.disputed);
    write_data("e_first", edge.first);
    write_data("e_last", edge.last);
    write_data("e_sentence", edge.sentence);
    write_data("e_document", edge.document);
    write_data("e_url", edge.url);
    write_data("e_rule", edge.rule);
    write_data("e_event", edge.event);
    out_ << "    </edge>\n";
    out_.pass_on();
  }

  void write_participants(std::size_t number) {
    for (std::size_t i = 0; i < graph_.events().size(); ++i) {
      const GraphEvent event = graph_.events()[i];
      for (const GraphParticipant& participant : event.participants) {
        begin_edge(++number, "v" + std::to_string(i + 1), graph_.at(participant.node).id);
        write_data("e_kind", "participant");
        write_data("e_interaction", "participant");
        write_data("e_status", event.status);
        write_figure("e_weight", std::max(event.status == "occurred" ? 1.0 : 0.0, options_.least_weight));
        write_data("e_place", participant.place);
        write_figure("e_side", participant.side);
        out_ << "    </edge>\n";
      }
    }
  }

  const Graph& graph_;
  TextBuffer out_;
  const GraphmlOptions& options_;
};

}  // namespace

void write_graphml(const Graph& graph, std::ostream& out, const GraphmlOptions& options) {
  GraphmlWriter(graph, out, options).write();
}

}  // namespace liaison
