// A picture of the graph.
#include <algorithm>
#include <cmath>
#include <ostream>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

#include <unicode/uchar.h>

#include "liaison/report.h"
#include "network/layout.h"
#include "network/markup.h"
#include "text/utf8.h"

namespace liaison {
namespace {

constexpr double kMargin = 28, kHeight = 30, kPadding = 13, kLegendRow = 26, kLeastWidth = 560;
constexpr std::size_t kLongestLabel = 30;

struct Look {
  std::string_view name, fill, line;
};

constexpr Look kTypes[] = {{"PERSON", "#fff4dc", "#c98a1b"},
                           {"ORG", "#e3eefc", "#3b76c4"},
                           {"GPE", "#e4f4e8", "#3f9459"},
                           {"LOC", "#eef3df", "#7d9440"}};
constexpr Look kOtherType = {"", "#f1f1f4", "#80808f"};
constexpr Look kKinds[] = {{"meeting", "", "#c2452d"},
                           {"contact", "", "#7a52c7"},
                           {"cooperation", "", "#12857a"},
                           {"role", "", "#b4bac5"}};
constexpr Look kOtherKind = {"", "", "#5b6472"};

template <std::size_t size>
const Look& look_of(const Look (&looks)[size], const Look& other, std::string_view name) {
  const auto is_it = [&](const Look& look) { return look.name == name; };
  const auto found = std::find_if(std::begin(looks), std::end(looks), is_it);
  return found == std::end(looks) ? other : *found;
}

std::string_view dashes(std::string_view status) {
  if (status == "planned" || status == "incoming") return "8 5";
  if (status == "possible") return "2 5";
  if (status == "former") return "4 4";
  return {};
}

/// About how wide a character is, in parts of the font's size.
double width_of(char32_t code) {
  if (code < 0x80) {
    if (std::string_view("iIjl.,':;!|()[] ft").find(static_cast<char>(code)) != std::string_view::npos) return 0.36;
    if (std::string_view("mwMWO@%&Q").find(static_cast<char>(code)) != std::string_view::npos) return 0.88;
    return code >= 'A' && code <= 'Z' ? 0.7 : 0.6;
  }
  const int wide = u_getIntPropertyValue(static_cast<UChar32>(code), UCHAR_EAST_ASIAN_WIDTH);
  return wide == U_EA_WIDE || wide == U_EA_FULLWIDTH ? 1.05 : 0.65;
}

/// A label as it is drawn, cut where it is too long, and its width in pixels.
struct Label {
  std::string text;
  double width = 0;
};

Label fit(std::string_view text) {
  constexpr double kFont = 13;
  Label label;
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Character character = decode_utf8(text, at);
    if (++count > kLongestLabel) {
      label.text += "\xE2\x80\xA6";
      break;
    }
    label.text += text.substr(at, character.length);
    label.width += kFont * (character.valid() ? width_of(character.code) : 0.6);
    at += character.length;
  }
  return label;
}

/// Draws the nodes that matter most, and the edges between them.
class Picture {
 public:
  Picture(const Graph& graph, std::ostream& out, const PictureOptions& options) : graph_(graph), out_(out) {
    choose(options.nodes);
    place();
  }

  void write() {
    const double left_out_row = left_out() > 0 ? kLegendRow : 0;
    const double height = height_ + 2 * kMargin + 2 * kLegendRow + left_out_row;
    out_ << "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" << tenths(width_) << "\" height=\"" << tenths(height)
         << "\" viewBox=\"0 0 " << tenths(width_) << ' ' << tenths(height)
         << "\" role=\"img\" font-family=\"system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif\" font-size=\"13\">\n"
         << "<title>" << shown_.size() << " names and what joins them</title>\n"
         << "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n";
    for (const bool role : {true, false}) {   // what was done lies above who is who
      for (const EdgeId id : edges_) {
        if ((graph_.at(id).kind == "role") == role) draw_edge(graph_.at(id));
      }
    }
    for (std::size_t i = 0; i < shown_.size(); ++i) draw_node(i);
    draw_legend(height_ + 2 * kMargin);
    out_ << "</svg>\n";
  }

 private:
  std::size_t left_out() const { return graph_.nodes().size() - shown_.size(); }

  /// The nodes with the most support, in order of the graph: an edge supports both ends by its weight and a little.
  void choose(std::size_t most) {
    std::vector<std::pair<double, std::size_t>> support(graph_.nodes().size());
    for (std::size_t i = 0; i < support.size(); ++i) support[i].second = i;
    for (const GraphEdge& edge : graph_.edges()) {
      const double part = edge.kind == "role" ? 0.25 : edge.weight + 0.5;
      support[static_cast<std::size_t>(edge.a)].first -= part;
      support[static_cast<std::size_t>(edge.b)].first -= part;
    }
    std::sort(support.begin(), support.end());
    support.resize(std::min(most, support.size()));
    for (const auto& [strength, node] : support) shown_.push_back(static_cast<NodeId>(node));
    std::sort(shown_.begin(), shown_.end());
    drop_lonely();
    for (std::size_t i = 0; i < shown_.size(); ++i) number_[shown_[i]] = i;
  }

  /// Leaves out those whose neighbours are all left out.
  void drop_lonely() {
    std::set<NodeId> joined;
    for (const GraphEdge& edge : graph_.edges()) {
      const bool both = std::binary_search(shown_.begin(), shown_.end(), edge.a) &&
                        std::binary_search(shown_.begin(), shown_.end(), edge.b);
      if (both) joined.insert({edge.a, edge.b});
    }
    shown_.assign(joined.begin(), joined.end());
  }

  void place() {
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (std::size_t i = 0; i < graph_.edges().size(); ++i) {
      const GraphEdge edge = graph_.edges()[i];
      if (!number_.count(edge.a) || !number_.count(edge.b)) continue;
      edges_.push_back(static_cast<EdgeId>(i));
      pairs.emplace_back(number_[edge.a], number_[edge.b]);
    }
    for (const NodeId node : shown_) {
      labels_.push_back(fit(graph_.at(node).label));
      boxes_.push_back({0, 0, labels_.back().width + 2 * kPadding, kHeight});
    }
    const auto [width, height] = lay_out(boxes_, pairs);
    width_ = std::max(width + 2 * kMargin, kLeastWidth);
    height_ = height;
    for (Box& box : boxes_) {
      box.x += (width_ - width) / 2;
      box.y += kMargin;
    }
  }

  void draw_edge(const GraphEdge& edge) {
    const Box &a = boxes_[number_[edge.a]], &b = boxes_[number_[edge.b]];
    out_ << "<g><title>" << escaped(told(edge)) << "</title>";
    line(a.x, a.y, b.x, b.y, edge.kind, edge.status, edge.kind == "role" ? 1.5 : thickness(edge.weight));
    out_ << "</g>\n";
  }

  static double thickness(double weight) { return std::min(1.6 + 1.1 * std::log2(1 + weight), 7.0); }

  std::string told(const GraphEdge& edge) const {
    std::string text = graph_.at(edge.a).label + " \xE2\x80\x93 " + graph_.at(edge.b).label + ": ";
    text += std::string(edge.kind) + ", " + std::string(edge.status);
    if (edge.weight > 0) text += edge.weight == 1 ? ", 1 source" : ", " + figure(edge.weight) + " sources";
    return edge.sentence.empty() ? text : text + "\n\xE2\x80\x9C" + edge.sentence + "\xE2\x80\x9D";
  }

  void line(double x1, double y1, double x2, double y2, std::string_view kind, std::string_view status, double width) {
    const std::string_view colour = look_of(kKinds, kOtherKind, kind).line;
    out_ << "<path d=\"M" << tenths(x1) << ' ' << tenths(y1) << 'L' << tenths(x2) << ' ' << tenths(y2)
         << "\" stroke=\"" << colour << "\" stroke-width=\"" << tenths(width) << "\" stroke-linecap=\"round\"";
    if (!dashes(status).empty()) out_ << " stroke-dasharray=\"" << dashes(status) << '"';
    if (status == "denied") out_ << " opacity=\"0.55\"";
    out_ << "/>";
    if (status == "denied") cross((x1 + x2) / 2, (y1 + y2) / 2, colour);
  }

  void cross(double x, double y, std::string_view colour) {
    constexpr double kArm = 5;
    out_ << "<path d=\"M" << tenths(x - kArm) << ' ' << tenths(y - kArm) << 'L' << tenths(x + kArm) << ' '
         << tenths(y + kArm) << 'M' << tenths(x - kArm) << ' ' << tenths(y + kArm) << 'L' << tenths(x + kArm) << ' '
         << tenths(y - kArm) << "\" stroke=\"" << colour << "\" stroke-width=\"2.4\" stroke-linecap=\"round\"/>";
  }

  void draw_node(std::size_t i) {
    const GraphNode& node = graph_.at(shown_[i]);
    out_ << "<g><title>" << escaped(node.label);
    for (const std::string& role : graph_.roles(shown_[i])) out_ << '\n' << escaped(role);
    out_ << "</title>";
    shape(boxes_[i], node.type);
    out_ << "<text x=\"" << tenths(boxes_[i].x) << "\" y=\"" << tenths(boxes_[i].y + 4.5)
         << "\" text-anchor=\"middle\" fill=\"#1c2330\">" << escaped(labels_[i].text) << "</text></g>\n";
  }

  /// People are round, bodies square, and the rest between.
  void shape(const Box& box, std::string_view type) {
    const Look& look = look_of(kTypes, kOtherType, type);
    const double radius = type == "PERSON" ? box.height / 2 : type == "ORG" ? 3 : 9;
    out_ << "<rect x=\"" << tenths(box.x - box.width / 2) << "\" y=\"" << tenths(box.y - box.height / 2)
         << "\" width=\"" << tenths(box.width) << "\" height=\"" << tenths(box.height) << "\" rx=\"" << tenths(radius)
         << "\" fill=\"" << look.fill << "\" stroke=\"" << look.line << "\" stroke-width=\"1.4\"/>";
  }

  /// What the looks mean: only those that occur.
  void draw_legend(double y) {
    double x = kMargin;
    std::set<std::string> types, kinds, statuses;
    for (const NodeId node : shown_) types.insert(graph_.at(node).type);
    for (const EdgeId id : edges_) {
      kinds.emplace(graph_.at(id).kind);
      if (graph_.at(id).kind != "role") statuses.emplace(graph_.at(id).status);
    }
    for (const auto& [type, word] : {std::pair("PERSON", "person"), {"ORG", "organisation"}, {"GPE", "country, city"},
                                     {"LOC", "place"}}) {
      if (!types.count(type)) continue;
      shape({x + 13, y, 26, 14}, type);
      x = caption(x + 34, y, word);
    }
    y += kLegendRow;
    x = kMargin;
    for (const std::string& kind : kinds) x = sample(x, y, kind, "occurred", kind);
    for (const std::string& status : statuses) {
      if (status != "occurred") x = sample(x, y, {}, status, status);
    }
    if (left_out() > 0) {
      caption(kMargin, y + kLegendRow, "The " + std::to_string(shown_.size()) + " best supported of " +
                                           std::to_string(graph_.nodes().size()) + " names.");
    }
  }

  double sample(double x, double y, std::string_view kind, std::string_view status, std::string_view word) {
    line(x, y, x + 30, y, kind, status, 2.4);
    return caption(x + 38, y, word);
  }

  /// Where the next entry of the legend begins.
  double caption(double x, double y, std::string_view word) {
    out_ << "<text x=\"" << tenths(x) << "\" y=\"" << tenths(y + 4) << "\" fill=\"#5b6472\" font-size=\"12\">"
         << escaped(word) << "</text>\n";
    return x + fit(word).width + 24;
  }

  const Graph& graph_;
  std::ostream& out_;
  std::vector<NodeId> shown_;
  std::unordered_map<NodeId, std::size_t> number_;   // of each node shown, its index
  std::vector<EdgeId> edges_;
  std::vector<Label> labels_;
  std::vector<Box> boxes_;
  double width_ = 0, height_ = 0;
};

}  // namespace

void write_svg(const Graph& graph, std::ostream& out, const PictureOptions& options) {
  Picture(graph, out, options).write();
}

}  // namespace liaison
