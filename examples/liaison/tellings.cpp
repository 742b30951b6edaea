#include "tellings.h"

#include <algorithm>

#include <fmt/format.h>

#include "words.h"

namespace command {
namespace {

constexpr std::string_view kIndent = "      ";

std::string dates_of(const liaison::GraphEdge& edge) {
  if (edge.first.empty()) return "";
  if (edge.last.empty() || edge.last == edge.first) return fmt::format(" ({})", edge.first);
  return fmt::format(" ({} to {})", edge.first, edge.last);
}

std::string place_of(const liaison::Citation& where) {
  std::string out = where.document;
  for (const auto& part : {where.date, where.source, where.title, where.url}) {
    if (!part.empty()) out += ", " + part;
  }
  return on_one_line(out);
}

/// What an event and a hold have in common: where it stands, and the sentences that tell it.
template <class Told>
void write_told(const Told& told, std::string_view what, std::ostream& out) {
  out << "    " << on_one_line(what) << " — " << place_of(told.where);
  if (!told.reprint_of.empty()) out << " (a reprint of " << on_one_line(told.reprint_of) << ", not counted)";
  out << '\n';
  for (const auto& telling : told.tellings) {
    out << wrapped("“" + on_one_line(telling.sentence) + "”", kIndent, std::min<std::size_t>(terminal_columns(), 120));
    out << kIndent << "rule " << on_one_line(telling.rule) << ", " << on_one_line(telling.rule_place) << '\n';
  }
}

}  // namespace

std::string heading(const liaison::Graph& graph, const liaison::GraphEdge& edge) {
  return on_one_line(fmt::format("{} — {}: {}, {}{}", graph.at(edge.a).label, graph.at(edge.b).label, edge.kind,
                                 edge.status, dates_of(edge)));
}

void write_tellings(const liaison::Graph& graph, const liaison::GraphEdge& edge, std::ostream& out) {
  for (const auto id : edge.events) {
    const auto& event = graph.at(id);
    write_told(event, event.kind + ", " + event.status, out);
  }
  for (const auto id : edge.holds) {
    const auto& hold = graph.at(id);
    write_told(hold, hold.role + ", " + hold.when, out);
  }
}

}  // namespace command
