// The graph as a page.
#include <algorithm>
#include <ostream>
#include <set>
#include <string>
#include <string_view>

#include "liaison/report.h"
#include "network/highlight.h"
#include "network/markup.h"
#include "network/name_key.h"

namespace liaison {
namespace {

constexpr std::string_view kStyle = R"(
:root { --ink: #1c2330; --soft: #5b6472; --line: #e3e6ec; --paper: #fff; --ground: #f6f7f9; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink);
  font: 15px/1.55 system-ui, "Segoe UI", "DejaVu Sans", sans-serif; }
main { max-width: 68rem; margin: 0 auto; padding: 2.5rem 1.5rem 4rem; }
h1 { font-size: 2rem; letter-spacing: -.02em; margin: 0 0 .25rem; }
h2 { font-size: 1.2rem; margin: 2.75rem 0 .75rem; }
.counts { color: var(--soft); margin: 0 0 1.5rem; }
.counts b { color: var(--ink); }
figure { margin: 0; padding: .5rem; background: var(--paper); border: 1px solid var(--line); border-radius: 10px;
  overflow-x: auto; text-align: center; }
figure svg { max-width: 100%; height: auto; }
.pair, table { background: var(--paper); border: 1px solid var(--line); border-radius: 10px; }
.pair { padding: .85rem 1.1rem; margin: 0 0 .7rem; }
.pair header { display: flex; flex-wrap: wrap; gap: .3rem .8rem; align-items: baseline; }
.pair h3 { font-size: 1rem; margin: 0; }
.pair h3 i { color: var(--soft); font-weight: 400; font-style: normal; padding: 0 .3em; }
.tag { font-size: .78rem; padding: .08rem .55rem; border-radius: 99px; background: #eceef2; color: #3a4250; }
.meeting { background: #fbe6e2; color: #96301c; } .contact { background: #ede6fa; color: #57389a; }
.cooperation { background: #ddf1ef; color: #0b5f57; }
.planned, .possible { background: none; border: 1px dashed #9aa2b0; }
.denied { background: none; border: 1px solid #b4bac5; text-decoration: line-through; }
.support { color: var(--soft); font-size: .85rem; margin-left: auto; }
blockquote { margin: .55rem 0 0; padding-left: .8rem; border-left: 3px solid var(--line); }
cite { display: block; font-style: normal; font-size: .82rem; color: var(--soft); }
code { font: .95em ui-monospace, "DejaVu Sans Mono", monospace; }
mark { color: inherit; padding: 0 .12em; border-radius: 3px; background: #ffeec4; } mark.b { background: #dbe9fc; }
details { margin-top: .5rem; } summary { color: var(--soft); font-size: .85rem; cursor: pointer; }
table { width: 100%; border-collapse: separate; border-spacing: 0; }
th, td { text-align: left; vertical-align: top; padding: .5rem 1.1rem; border-bottom: 1px solid var(--line); }
tr:last-child td { border-bottom: 0; } th { font-size: .82rem; color: var(--soft); font-weight: 600; }
td.number, th.number { text-align: right; } td small { color: var(--soft); display: block; }
a { color: #2a5fa8; } .none { color: var(--soft); }
@media print { body { background: none; } .pair { break-inside: avoid; } }
)";

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return "<b>" + std::to_string(count) + "</b> " + std::string(count == 1 ? one : many);
}

bool is_link(std::string_view url) { return url.rfind("https://", 0) == 0 || url.rfind("http://", 0) == 0; }

class Page {
 public:
  Page(const Graph& graph, std::ostream& out, const PageOptions& options)
      : graph_(graph), out_(out), options_(options) {}

  void write() {
    const std::string title = escaped(options_.title);
    out_ << "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"
         << title << "</title>\n<style>" << kStyle << "</style>\n</head>\n<body>\n<main>\n<h1>" << title << "</h1>\n";
    write_counts();
    if (!graph_.nodes().empty()) {
      out_ << "<figure>\n";
      write_svg(graph_, out_, options_.picture);
      out_ << "</figure>\n";
    }
    write_pairs();
    write_people();
    out_ << "</main>\n</body>\n</html>\n";
  }

 private:
  void write_counts() {
    std::set<std::string_view> documents;
    for (const GraphEvent& event : graph_.events()) {
      for (const Telling& telling : event.tellings) documents.insert(telling.document->id);
    }
    for (const GraphHold& hold : graph_.holds()) documents.insert(hold.telling.document->id);
    const auto of_type = [&](std::string_view type) {
      return static_cast<std::size_t>(std::count_if(graph_.nodes().begin(), graph_.nodes().end(),
                                                    [&](const GraphNode& node) { return node.type == type; }));
    };
    out_ << "<p class=\"counts\">" << counted(of_type("PERSON"), "person", "people") << " \xC2\xB7 "
         << counted(of_type("ORG"), "organisation", "organisations") << " \xC2\xB7 "
         << counted(graph_.events().size(), "event", "events") << " \xC2\xB7 from "
         << counted(documents.size(), "document", "documents") << "</p>\n";
  }

  /// The edges that are more than a role, the best supported first.
  std::vector<EdgeId> met() const {
    std::vector<EdgeId> out;
    for (std::size_t i = 0; i < graph_.edges().size(); ++i) {
      if (graph_.at(static_cast<EdgeId>(i)).kind != "role") out.push_back(static_cast<EdgeId>(i));
    }
    std::stable_sort(out.begin(), out.end(),
                     [&](EdgeId a, EdgeId b) { return graph_.at(a).weight > graph_.at(b).weight; });
    return out;
  }

  void write_pairs() {
    out_ << "<h2>Who met whom</h2>\n";
    const std::vector<EdgeId> edges = met();
    if (edges.empty()) out_ << "<p class=\"none\">No meeting, contact or cooperation was found.</p>\n";
    for (const EdgeId id : edges) write_pair(graph_.at(id));
  }

  void write_pair(const GraphEdge& edge) {
    const GraphNode &a = graph_.at(edge.a), &b = graph_.at(edge.b);
    out_ << "<section class=\"pair\" id=\"" << edge.id << "\">\n<header><h3>" << escaped(a.label)
         << "<i>and</i>" << escaped(b.label) << "</h3>";
    write_tags(edge.kind, edge.status);
    out_ << "<span class=\"support\">" << support(edge) << "</span></header>\n";
    write_event(graph_.at(best(edge)), a, b, false);
    if (edge.events.size() > 1) write_others(edge, a, b);
    out_ << "</section>\n";
  }

  /// The event that the edge cites.
  EventId best(const GraphEdge& edge) const {
    const auto cited = [&](EventId id) {
      const GraphEvent event = graph_.at(id);
      return std::any_of(event.tellings.begin(), event.tellings.end(), [&](const Telling& one) { return one.id == edge.event; });
    };
    const auto found = std::find_if(edge.events.begin(), edge.events.end(), cited);
    return found == edge.events.end() ? edge.events.front() : *found;
  }

  void write_others(const GraphEdge& edge, const GraphNode& a, const GraphNode& b) {
    const std::size_t others = edge.events.size() - 1;
    out_ << "<details><summary>" << others << (others == 1 ? " more event" : " more events") << "</summary>\n";
    for (const EventId id : edge.events) {
      if (id != best(edge)) write_event(graph_.at(id), a, b, true);
    }
    out_ << "</details>\n";
  }

  void write_tags(std::string_view kind, std::string_view status) {
    out_ << "<span class=\"tag " << escaped(kind) << "\">" << escaped(kind) << "</span><span class=\"tag "
         << escaped(status) << "\">" << escaped(status) << "</span>";
  }

  static std::string support(const GraphEdge& edge) {
    std::string text;
    if (edge.weight > 0) text = figure(edge.weight) + (edge.weight == 1 ? " source" : " sources");
    if (edge.first.empty()) return text;
    if (!text.empty()) text += " \xC2\xB7 ";
    text += escaped(edge.first);
    return edge.last == edge.first ? text : text + " \xE2\x80\x93 " + escaped(edge.last);
  }

  void write_event(const GraphEvent& event, const GraphNode& a, const GraphNode& b, bool tags) {
    for (const Telling& telling : event.tellings) {
      for (const FactEvidence& evidence : telling.evidence) {
        out_ << "<blockquote>" << highlighted(on_one_line(evidence.quote), {&a.forms, &b.forms}) << "<cite>";
        if (tags || telling.status != event.status) {
          write_tags(event.kind, telling.status);
          out_ << ' ';
        }
        write_citation(*telling.document);
        if (telling.reprint_of) out_ << " \xC2\xB7 the same text as " << escaped(telling.reprint_of->id);
        if (!evidence.rule.empty()) {
          out_ << " \xC2\xB7 <code title=\"" << escaped(evidence.rule_place) << "\">" << escaped(evidence.rule) << "</code>";
        }
        out_ << "</cite></blockquote>\n";
      }
    }
  }

  void write_citation(const DocumentFacts& where) {
    const std::string name = escaped(where.title.empty() ? where.id : where.title);
    if (is_link(where.url)) out_ << "<a href=\"" << escaped(where.url) << "\">" << name << "</a>";
    else out_ << name;
    if (!where.title.empty()) out_ << " (" << escaped(where.id) << ')';
    if (!where.source.empty()) out_ << ", " << escaped(where.source);
    if (!where.date.empty()) out_ << ", " << escaped(where.date);
  }

  void write_people() {
    const auto is_person = [](const GraphNode& node) { return node.type == "PERSON"; };
    if (std::none_of(graph_.nodes().begin(), graph_.nodes().end(), is_person)) return;
    out_ << "<h2>Who is who</h2>\n<table>\n<tr><th>Name</th><th>Roles</th><th class=\"number\">Documents</th></tr>\n";
    for (const GraphNode& node : graph_.nodes()) {
      if (is_person(node)) write_person(node);
    }
    out_ << "</table>\n";
  }

  void write_person(const GraphNode& node) {
    out_ << "<tr><td>" << escaped(node.label);
    std::string others;
    for (const std::string& form : node.forms) {
      if (form != node.label) others += (others.empty() ? "" : ", ") + escaped(form);
    }
    if (!others.empty()) out_ << "<small>also " << others << "</small>";
    out_ << "</td><td>";
    for (const std::string& role : node.roles) out_ << "<div>" << escaped(role) << "</div>";
    out_ << "</td><td class=\"number\">" << node.documents << "</td></tr>\n";
  }

  const Graph& graph_;
  std::ostream& out_;
  const PageOptions& options_;
};

}  // namespace

void write_html(const Graph& graph, std::ostream& out, const PageOptions& options) {
  Page(graph, out, options).write();
}

}  // namespace liaison
