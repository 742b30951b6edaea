// GEXF with dates, as Gephi wants them.
#include <algorithm>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "liaison/export.h"
#include "network/markup.h"

namespace liaison {
namespace {

/// A span of days, both of them full dates.
struct Spell {
  std::string start, end;
};

bool are_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int days_of(int year, int month) {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[month - 1];
}

/// The first and the last day of a date: a day, a month or a year. None for what is no date.
std::optional<Spell> days(std::string_view date) {
  if (date.size() < 4 || !are_digits(date.substr(0, 4))) return std::nullopt;
  const std::string year(date.substr(0, 4));
  if (date.size() == 4) return Spell{year + "-01-01", year + "-12-31"};
  if (date.size() < 7 || date[4] != '-' || !are_digits(date.substr(5, 2))) return std::nullopt;
  const std::string month(date.substr(0, 7));
  const int number = std::stoi(std::string(date.substr(5, 2)));
  if (number < 1 || number > 12) return std::nullopt;
  if (date.size() == 7) return Spell{month + "-01", month + '-' + std::to_string(days_of(std::stoi(year), number))};
  if (date.size() < 10 || date[7] != '-' || !are_digits(date.substr(8, 2))) return std::nullopt;
  return Spell{std::string(date.substr(0, 10)), std::string(date.substr(0, 10))};
}

void widen(std::optional<Spell>& spell, const std::optional<Spell>& other) {
  if (!other) return;
  if (!spell) spell = other;
  spell->start = std::min(spell->start, other->start);
  spell->end = std::max(spell->end, other->end);
}

/// Attributes have their title as id: Gephi shows the one and reads the other.
constexpr std::string_view kNodeAttributes[] = {"type", "forms", "roles"};
constexpr std::string_view kEdgeAttributes[] = {"kind", "status", "sentence", "document", "url", "rule", "event"};

class GexfWriter {
 public:
  GexfWriter(const Graph& graph, std::ostream& out) : graph_(graph), out_(out) {}

  void write() {
    out_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n"
            "  <graph mode=\"dynamic\" defaultedgetype=\"undirected\" timeformat=\"date\" timerepresentation=\"interval\">\n";
    write_attributes("node", kNodeAttributes);
    write_attributes("edge", kEdgeAttributes);
    out_ << "    <nodes>\n";
    for (std::size_t i = 0; i < graph_.nodes().size(); ++i) write_node(static_cast<NodeId>(i));
    out_ << "    </nodes>\n    <edges>\n";
    for (const GraphEdge& edge : graph_.edges()) write_edge(edge);
    out_ << "    </edges>\n  </graph>\n</gexf>\n";
  }

 private:
  template <std::size_t kCount>
  void write_attributes(std::string_view of, const std::string_view (&names)[kCount]) {
    out_ << "    <attributes class=\"" << of << "\" mode=\"static\">\n";
    for (const std::string_view name : names) {
      out_ << "      <attribute id=\"" << name << "\" title=\"" << name << "\" type=\"string\"/>\n";
    }
    out_ << "    </attributes>\n";
  }

  void attribute(std::string_view name, std::string_view value) { attribute(name, value, out_); }

  static void attribute(std::string_view name, std::string_view value, TextBuffer& out) {
    if (value.empty()) return;
    out << "          <attvalue for=\"" << name << "\" value=\"";
    append_escaped(value, out.text());
    out << "\"/>\n";
  }

  static std::string joined(const std::vector<std::string>& all) {
    std::string text;
    for (const std::string& one : all) text += (text.empty() ? "" : "; ") + one;
    return text;
  }

  void write_node(NodeId id) {
    const GraphNode& node = graph_.at(id);
    out_ << "      <node id=\"" << node.id << "\" label=\"" << escaped(node.label) << "\">\n        <attvalues>\n";
    attribute("type", node.type);
    attribute("forms", joined(graph_.forms(id)));
    attribute("roles", joined(graph_.roles(id)));
    out_ << "        </attvalues>\n      </node>\n";
    out_.pass_on();
  }

  std::vector<Spell> spells(const GraphEdge& edge) const {
    std::vector<Spell> out;
    for (const EventId id : edge.events) {
      std::optional<Spell> spell;
      for (const Telling& telling : graph_.at(id).tellings) widen(spell, days(telling.document->date));
      if (spell) out.push_back(*spell);
    }
    for (const HoldId id : edge.holds) {
      if (const auto spell = days(graph_.at(id).telling.document->date)) out.push_back(*spell);
    }
    return merged(std::move(out));
  }

  /// Gephi refuses spells that overlap.
  static std::vector<Spell> merged(std::vector<Spell> all) {
    std::sort(all.begin(), all.end(), [](const Spell& a, const Spell& b) { return a.start < b.start; });
    std::vector<Spell> out;
    for (Spell& spell : all) {
      if (!out.empty() && spell.start <= out.back().end) out.back().end = std::max(out.back().end, spell.end);
      else out.push_back(std::move(spell));
    }
    return out;
  }

  void write_edge(const GraphEdge& edge) {
    out_ << "      <edge id=\"" << edge.id << "\" source=\"" << graph_.at(edge.a).id << "\" target=\""
         << graph_.at(edge.b).id << "\" label=\"" << edge.kind << ", " << edge.status << "\" weight=\""
         << figure(std::max(edge.weight, 0.1)) << "\">\n        <attvalues>\n";
    attribute("kind", edge.kind);
    attribute("status", edge.status);
    attribute("sentence", edge.sentence);
    attribute("document", edge.document);
    attribute("url", edge.url);
    attribute("rule", edge.rule);
    attribute("event", edge.event);
    out_ << "        </attvalues>\n";
    if (const std::vector<Spell> all = spells(edge); !all.empty()) {
      out_ << "        <spells>\n";
      for (const Spell& spell : all) {
        out_ << "          <spell start=\"" << spell.start << "\" end=\"" << spell.end << "\"/>\n";
      }
      out_ << "        </spells>\n";
    }
    out_ << "      </edge>\n";
    out_.pass_on();
  }

  const Graph& graph_;
  TextBuffer out_;
};

}  // namespace

void write_gexf(const Graph& graph, std::ostream& out) { GexfWriter(graph, out).write(); }

}  // namespace liaison
