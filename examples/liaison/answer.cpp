#include "answer.h"

#include <algorithm>
#include <ostream>
#include <set>
#include <string>

#include "network/json_writer.h"
#include "network/markup.h"
#include "network/sentence_parts.h"
#include "tellings.h"
#include "words.h"

namespace command {
namespace {

/// What every form of the answer tells of one edge.
struct Answer {
  std::vector<liaison::Telling> tellings;
  std::vector<std::string> kinds;                    ///< of each telling: "meeting", or the role
  std::vector<liaison::MergeReason> merges;   ///< of its two ends
  std::set<std::string> packs;
  std::vector<std::string> corrections;              ///< lines that would remove it, all of them together
};

Answer answer_of(const liaison::Graph& graph, const liaison::GraphEdge& edge) {
  Answer answer;
  const auto add = [&](const liaison::Telling& telling, std::string kind) {
    answer.packs.insert(telling.document->made.pack);
    answer.corrections.push_back("reject " + std::string(telling.id));
    answer.tellings.push_back(telling);
    answer.kinds.push_back(std::move(kind));
  };
  for (const auto id : edge.events) {
    const auto event = graph.at(id);
    for (const auto& telling : event.tellings) add(telling, std::string(event.kind) + (event.disputed ? ", disputed" : ""));
  }
  for (const auto id : edge.holds) {
    const auto hold = graph.at(id);
    add(hold.telling, std::string(hold.role));
  }
  // Only those that led to what is told: the entities of these documents, and what joined them.
  for (const auto& merge : graph.merges()) {
    if (merge.node == edge.a || merge.node == edge.b) answer.merges.push_back(merge);
  }
  return answer;
}

std::string undo(const liaison::MergeReason& merge) {
  return "different " + merge.a_document + '#' + merge.a_entity + " | " + merge.b_document + '#' + merge.b_entity;
}

std::string sources(const liaison::GraphEdge& edge) {
  return count_of(static_cast<std::size_t>(edge.weight), "independent source");
}

void print(const liaison::Graph& graph, const liaison::GraphEdge& edge, const Answer& answer, std::ostream& out) {
  std::string line;
  liaison::JsonWriter json(line);
  const auto text = [&](std::string_view key, std::string_view value) { json.field(key, value); };
  json.begin_object();
  text("edge", edge.id);
  text("a", graph.at(edge.a).label);
  text("b", graph.at(edge.b).label);
  text("kind", edge.kind);
  text("status", edge.status);
  json.field("sources", static_cast<std::uint32_t>(edge.weight)).key("tellings").begin_array();
  for (std::size_t i = 0; i < answer.tellings.size(); ++i) {
    const auto& telling = answer.tellings[i];
    json.begin_object();
    text("id", telling.id);
    text("kind", answer.kinds[i]);
    text("status", telling.status);
    text("document", telling.document->id);
    text("date", telling.document->date);
    text("source", telling.document->source);
    text("title", telling.document->title);
    text("url", telling.document->url);
    text("pack", telling.document->made.pack);
    if (telling.reprint_of) text("copy_of", telling.reprint_of->id);
    json.key("evidence").begin_array();
    for (const auto& evidence : telling.evidence) {
      json.begin_object();
      text("sentence", on_one_line(evidence.quote));
      text("rule", evidence.rule);
      text("place", evidence.rule_place);
      const auto cue = liaison::cue_of(evidence, telling.document->made.offsets);
      if (!cue.empty()) text("cue", cue);
      json.end_object();
    }
    json.end_array().end_object();
  }
  json.end_array().key("merges").begin_array();
  for (const auto& merge : answer.merges) {
    json.begin_object();
    text("label", graph.at(merge.node).label);
    text("reason", merge.text);
    text("undo", undo(merge));
    json.end_object();
  }
  json.end_array().key("remove").begin_array();
  for (const auto& correction : answer.corrections) json.value(std::string_view(correction));
  json.end_array().end_object();
  out << line << '\n';
}

void page(const liaison::Graph& graph, const liaison::GraphEdge& edge, const Answer& answer, std::ostream& out) {
  const auto text = [](std::string_view raw) { return liaison::escaped(raw); };
  out << "<section>\n<h2>" << text(heading(graph, edge)) << "</h2>\n<p>" << sources(edge) << " as occurred.</p>\n";
  for (std::size_t i = 0; i < answer.tellings.size(); ++i) {
    const auto& telling = answer.tellings[i];
    const auto& facts = *telling.document;
    for (const auto& evidence : telling.evidence) {
      out << "<blockquote>";
      bool marked = false;
      for (const auto& part : liaison::sentence_parts(evidence, facts.made.offsets)) {
        out << (marked ? "<mark>" : "") << text(part) << (marked ? "</mark>" : "");
        marked = !marked;
      }
      out << "<cite>" << text(answer.kinds[i]) << ", " << text(telling.status) << " · ";
      const std::string name = facts.title.empty() ? facts.id : facts.title;
      if (facts.url.starts_with("http")) out << "<a href=\"" << text(facts.url) << "\">" << text(name) << "</a>";
      else out << text(name);
      for (const auto& part : {facts.source, facts.date}) out << (part.empty() ? "" : ", ") << text(part);
      out << " · rule <code>" << text(evidence.rule) << "</code> at <code>" << text(evidence.rule_place) << "</code></cite></blockquote>\n";
    }
  }
  if (!answer.merges.empty()) {
    out << "<h3>Who was taken for whom</h3>\n<ul>\n";
    for (const auto& merge : answer.merges) out << "<li>" << text(graph.at(merge.node).label) << ": " << text(merge.text) << "</li>\n";
    out << "</ul>\n";
  }
  out << "<p class=\"made\">Read with";
  for (const auto& pack : answer.packs) out << ' ' << text(pack);
  out << ".</p>\n</section>\n";
}

}  // namespace

void write_answer(const liaison::Graph& graph, const std::vector<liaison::EdgeId>& edges, std::ostream& out) {
  for (const auto id : edges) {
    const auto edge = graph.at(id);
    const auto answer = answer_of(graph, edge);
    out << heading(graph, edge) << "; told by " << sources(edge) << " as occurred  [" << edge.id << "]\n";
    write_tellings(graph, edge, out);
    std::set<std::string> told;
    for (const auto& merge : answer.merges) {
      const auto line = on_one_line(graph.at(merge.node).label) + ": " + on_one_line(merge.text);
      if (told.insert(line).second) out << "    " << line << "\n      to undo: " << on_one_line(undo(merge)) << '\n';
    }
    out << "    read with:";
    for (const auto& pack : answer.packs) out << ' ' << on_one_line(pack);
    out << "\n    what would remove it, in a file of corrections:\n";
    for (const auto& correction : answer.corrections) out << "      " << correction << '\n';
  }
}

void write_answer_json(const liaison::Graph& graph, const std::vector<liaison::EdgeId>& edges, std::ostream& out) {
  for (const auto id : edges) {
    const auto edge = graph.at(id);
    print(graph, edge, answer_of(graph, edge), out);
  }
}

void write_answer_html(const liaison::Graph& graph, const std::vector<liaison::EdgeId>& edges, std::ostream& out) {
  out << "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>What was reported</title>\n<style>\n"
         "body { font: 16px/1.55 Georgia, serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; color: #1c2330; }\n"
         "blockquote { margin: .8rem 0; padding-left: .9rem; border-left: 3px solid #ccd2dc; }\n"
         "cite { display: block; font-style: normal; font-size: .85rem; color: #5a6372; }\n"
         "mark { background: #ffe9b3; } .made { color: #5a6372; font-size: .85rem; }\n</style>\n</head>\n<body>\n"
         "<h1>What was reported</h1>\n";
  if (edges.empty()) out << "<p>Nothing in the articles that were read joins the two.</p>\n";
  for (const auto id : edges) {
    const auto edge = graph.at(id);
    page(graph, edge, answer_of(graph, edge), out);
  }
  out << "</body>\n</html>\n";
}

}  // namespace command
