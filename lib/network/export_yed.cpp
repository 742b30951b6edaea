// GraphML for yEd, which shows no node without a box and a label of its own namespace.
#include <algorithm>
#include <cmath>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "liaison/export.h"
#include "network/layout.h"
#include "network/markup.h"
#include "text/utf8.h"

namespace liaison {
namespace {

constexpr double kLetter = 7.4, kPadding = 12, kHeight = 30;

struct Look {
  std::string_view word, fill, line;
};

constexpr Look kTypes[] = {{"PERSON", "#FFF3D6", "#B7791F"}, {"ORG", "#DDEBFB", "#2A5FA8"},
                           {"GPE", "#E3F3E1", "#3C7A35"},    {"LOC", "#EEEEEE", "#666666"}};
constexpr Look kKinds[] = {{"meeting", "", "#C0432B"},     {"contact", "", "#7A52C0"},
                           {"cooperation", "", "#14867B"}, {"role", "", "#9AA2B0"}};

template <std::size_t kCount>
const Look& look_of(const Look (&looks)[kCount], std::string_view word) {
  const auto found = std::find_if(std::begin(looks), std::end(looks), [&](const Look& look) { return look.word == word; });
  return found == std::end(looks) ? looks[kCount - 1] : *found;
}

std::string_view stroke_of(std::string_view status) {
  if (status == "planned" || status == "incoming") return "dashed";
  if (status == "possible" || status == "denied" || status == "former") return "dotted";
  return "line";
}

std::size_t letters_in(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); at += decode_utf8(text, at).length) ++count;
  return count;
}

class YedWriter {
 public:
  YedWriter(const Graph& graph, std::ostream& out) : graph_(graph), out_(out) {}

  void write() {
    place();
    out_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" xmlns:y=\"http://www.yworks.com/xml/graphml\" "
            "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
            "xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
            "http://www.yworks.com/xml/schema/graphml/1.1/ygraphml.xsd\">\n"
            "  <key id=\"n_looks\" for=\"node\" yfiles.type=\"nodegraphics\"/>\n"
            "  <key id=\"n_description\" for=\"node\" attr.name=\"description\" attr.type=\"string\"/>\n"
            "  <key id=\"e_looks\" for=\"edge\" yfiles.type=\"edgegraphics\"/>\n"
            "  <key id=\"e_description\" for=\"edge\" attr.name=\"description\" attr.type=\"string\"/>\n"
            "  <key id=\"e_url\" for=\"edge\" attr.name=\"url\" attr.type=\"string\"/>\n"
            "  <graph id=\"network\" edgedefault=\"undirected\">\n";
    for (std::size_t i = 0; i < graph_.nodes().size(); ++i) write_node(static_cast<NodeId>(i), boxes_[i]);
    for (const GraphEdge& edge : graph_.edges()) write_edge(edge);
    out_ << "  </graph>\n</graphml>\n";
  }

 private:
  void place() {
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (const GraphNode& node : graph_.nodes()) {
      boxes_.push_back({0, 0, kLetter * static_cast<double>(letters_in(node.label)) + 2 * kPadding, kHeight});
    }
    for (std::size_t i = 0; i < graph_.edges().size(); ++i) {
      const auto [a, b] = graph_.ends(static_cast<EdgeId>(i));
      pairs.emplace_back(static_cast<std::size_t>(a), static_cast<std::size_t>(b));
    }
    lay_out(boxes_, pairs);
  }

  void data(std::string_view key, std::string_view text) {
    if (text.empty()) return;
    out_ << "      <data key=\"" << key << "\">";
    append_escaped(text, out_.text());
    out_ << "</data>\n";
  }

  void write_node(NodeId id, const Box& box) {
    const GraphNode& node = graph_.at(id);
    const Look& look = look_of(kTypes, node.type);
    out_ << "    <node id=\"" << node.id << "\">\n";
    std::string told;
    for (const std::string& role : graph_.roles(id)) told += (told.empty() ? "" : "\n") + role;
    data("n_description", told);
    out_ << "      <data key=\"n_looks\"><y:ShapeNode><y:Geometry height=\"" << tenths(box.height) << "\" width=\""
         << tenths(box.width) << "\" x=\"" << tenths(box.x - box.width / 2) << "\" y=\"" << tenths(box.y - box.height / 2)
         << "\"/><y:Fill color=\"" << look.fill << "\" transparent=\"false\"/><y:BorderStyle color=\"" << look.line
         << "\" type=\"line\" width=\"1.4\"/><y:NodeLabel fontSize=\"13\">" << escaped(node.label)
         << "</y:NodeLabel><y:Shape type=\"" << (node.type == "PERSON" ? "roundrectangle" : "rectangle")
         << "\"/></y:ShapeNode></data>\n    </node>\n";
    out_.pass_on();
  }

  void write_edge(const GraphEdge& edge) {
    out_ << "    <edge id=\"" << edge.id << "\" source=\"" << graph_.at(edge.a).id << "\" target=\"" << graph_.at(edge.b).id
         << "\">\n";
    data("e_description", edge.sentence);
    data("e_url", edge.url);
    const double width = edge.kind == "role" ? 1 : std::min(1.4 + std::log2(1 + edge.weight), 7.0);
    out_ << "      <data key=\"e_looks\"><y:PolyLineEdge><y:LineStyle color=\"" << look_of(kKinds, edge.kind).line
         << "\" type=\"" << stroke_of(edge.status) << "\" width=\"" << tenths(width)
         << "\"/><y:Arrows source=\"none\" target=\"none\"/>";
    if (edge.kind != "role") out_ << "<y:EdgeLabel>" << escaped(label_of(edge)) << "</y:EdgeLabel>";
    out_ << "</y:PolyLineEdge></data>\n    </edge>\n";
    out_.pass_on();
  }

  /// Only what occurred is called by its kind alone.
  static std::string label_of(const GraphEdge& edge) {
    std::string text(edge.kind);
    if (edge.status != "occurred") text += ", " + std::string(edge.status);
    return edge.disputed > 0 ? text + ", disputed" : text;
  }

  const Graph& graph_;
  TextBuffer out_;
  std::vector<Box> boxes_;
};

}  // namespace

void write_yed(const Graph& graph, std::ostream& out) { YedWriter(graph, out).write(); }

}  // namespace liaison
