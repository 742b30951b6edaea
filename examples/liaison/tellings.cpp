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

std::string place_of(const liaison::DocumentFacts& where) {
  std::string out = where.id;
  for (const auto& part : {where.date, where.source, where.title, where.url}) {
    if (!part.empty()) out += ", " + part;
  }
  return on_one_line(out);
}

/// What an event and a hold have in common: where it stands, and the sentences that tell it.
void write_told(const liaison::Telling& told, std::string_view what, std::ostream& out) {
  out << "    " << on_one_line(what) << ", " << told.status << " — " << place_of(*told.document);
  if (told.reprint_of) out << " (a reprint of " << on_one_line(told.reprint_of->id) << ", not counted)";
  if (told.accepted) out << " (accepted)";
  out << "  [" << told.id << "]\n";
  for (const auto& evidence : told.evidence) {
    out << wrapped("“" + on_one_line(evidence.quote) + "”", kIndent, std::min<std::size_t>(terminal_columns(), 120));
    out << kIndent << "rule " << on_one_line(evidence.rule) << ", " << on_one_line(evidence.rule_place) << '\n';
  }
}

}  // namespace

std::string heading(const liaison::Graph& graph, const liaison::GraphEdge& edge) {
  return on_one_line(fmt::format("{} — {}: {}, {}{}", graph.at(edge.a).label, graph.at(edge.b).label, edge.kind,
                                 edge.status, dates_of(edge)));
}

void write_tellings(const liaison::Graph& graph, const liaison::GraphEdge& edge, std::ostream& out) {
  for (const auto id : edge.events) {
    const auto event = graph.at(id);
    for (const auto& telling : event.tellings) write_told(telling, event.kind, out);
    if (event.disputed) out << "    disputed: some sources say that it occurred, others that it did not\n";
  }
  for (const auto id : edge.holds) {
    const auto hold = graph.at(id);
    write_told(hold.telling, hold.role, out);
  }
}

}  // namespace command
