// One page to look at a graph: its data as JSON between the page's own markup, style and script (lib/network/page).
#include <algorithm>
#include <map>
#include <ostream>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "liaison/report.h"
#include "network/event_words.h"
#include "network/json_writer.h"
#include "network/layout.h"
#include "network/markup.h"
#include "network/name_key.h"
#include "network/page_files.h"
#include "network/sentence_parts.h"

namespace liaison {
namespace {

constexpr double kNodeSize = 22;   // what a node keeps free around it, in the units of the layout,
constexpr double kNamedHeight = 44;   // and up and down where there are so few that all names have room:
constexpr std::size_t kFewNodes = 300;

std::uint32_t number(NodeId id) { return static_cast<std::uint32_t>(id); }

/// The graph as the script wants it; documents are numbered, and stand once.
class PageData {
 public:
  explicit PageData(const Graph& graph) : graph_(graph), json_(text_) {}

  std::string make() {
    json_.begin_object();
    write_nodes();
    write_all("edges", graph_.edges());
    write_all("events", graph_.events());
    write_all("holds", graph_.holds());
    write_all("maybe", graph_.maybe_same());
    write_all("merges", graph_.merges());
    write_documents();
    json_.end_object();
    return std::move(text_);
  }

 private:
  template <class All>
  void write_all(std::string_view key, const All& all) {
    json_.key(key).begin_array();
    for (std::size_t i = 0; i < all.size(); ++i) {
      json_.begin_object();
      write(all[i]);
      json_.end_object();
    }
    json_.end_array();
  }

  void text(std::string_view key, std::string_view value) { json_.field(key, value); }
  void strings(std::string_view key, const std::vector<std::string>& all) {
    json_.key(key).begin_array();
    for (const std::string& one : all) json_.value(std::string_view(one));
    json_.end_array();
  }

  void write_nodes() {
    const std::size_t count = graph_.nodes().size();
    std::vector<Box> boxes(count, Box{0, 0, kNodeSize, count > kFewNodes ? kNodeSize : kNamedHeight});
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (std::size_t i = 0; i < graph_.edges().size(); ++i) {
      const auto [a, b] = graph_.ends(static_cast<EdgeId>(i));
      pairs.emplace_back(number(a), number(b));
    }
    lay_out(boxes, pairs);
    json_.key("nodes").begin_array();
    for (std::size_t i = 0; i < boxes.size(); ++i) {
      const GraphNode& node = graph_.nodes()[i];
      json_.begin_object();
      text("label", node.label);
      text("type", node.type);
      strings("forms", graph_.forms(static_cast<NodeId>(i)));
      strings("roles", graph_.roles(static_cast<NodeId>(i)));
      json_.field("documents", node.documents);
      json_.key("x").raw(tenths(boxes[i].x)).key("y").raw(tenths(boxes[i].y));
      json_.end_object();
    }
    json_.end_array();
  }

  template <class Ids>
  void ids(std::string_view key, const Ids& all) {
    json_.key(key).begin_array();
    for (const auto id : all) json_.value(static_cast<std::uint32_t>(id));
    json_.end_array();
  }

  void write(const GraphEdge& edge) {
    json_.field("a", number(edge.a)).field("b", number(edge.b));
    text("kind", edge.kind);
    text("status", edge.status);
    json_.field("weight", static_cast<std::uint32_t>(edge.weight)).field("disputed", edge.disputed);
    text("first", edge.first);
    text("last", edge.last);
    text("sentence", edge.sentence);
    ids("events", edge.events);
    ids("holds", edge.holds);
  }

  void write(const GraphEvent& event) {
    text("kind", event.kind);
    text("status", event.status);
    json_.field("disputed", std::uint32_t{event.disputed}).key("who").begin_array();
    for (const GraphParticipant& participant : event.participants) json_.value(number(participant.node));
    json_.end_array().key("tellings").begin_array();
    for (const Telling& telling : event.tellings) write(telling);
    json_.end_array();
  }

  void write(const GraphHold& hold) {
    json_.field("person", number(hold.person)).key("body").raw(hold.body == NodeId::none ? "-1" : std::to_string(number(hold.body)));
    text("role", hold.role);
    text("when", hold.when);
    json_.key("telling");
    write(hold.telling);
  }

  void write(const Telling& telling) {
    json_.begin_object().field("d", place(*telling.document));
    text("id", telling.id);
    text("status", telling.status);
    if (telling.reprint_of) text("reprint", telling.reprint_of->id);
    if (telling.accepted) json_.field("accepted", std::uint32_t{1});
    json_.key("evidence").begin_array();
    for (const FactEvidence& evidence : telling.evidence) {
      json_.begin_object();
      strings("parts", sentence_parts(evidence, telling.document->made.offsets));
      text("rule", evidence.rule);
      text("place", evidence.rule_place);
      write_details(evidence, *telling.document);
      json_.end_object();
    }
    json_.end_array().end_object();
  }

  /// Topic, source, host and guest, where they are told.
  void write_details(const FactEvidence& evidence, const DocumentFacts& facts) {
    const std::pair<std::string_view, std::string> details[] = {{"topic", evidence.topic.text},
                                                                {"by", source_of(facts, evidence.attribution)},
                                                                {"certainty", evidence.attribution.certainty},
                                                                {"host", names_of(facts, evidence.host)},
                                                                {"guest", names_of(facts, evidence.guest)}};
    for (const auto& [key, value] : details)
      if (!value.empty()) text(key, value);
  }

  void write(const MaybeSame& maybe) {
    json_.field("a", number(maybe.a)).field("b", number(maybe.b));
    text("text", maybe.text);
  }

  void write(const MergeReason& merge) {
    json_.field("node", number(merge.node));
    text("a", merge.a_document + '#' + merge.a_entity);
    text("b", merge.b_document + '#' + merge.b_entity);
    text("text", merge.text);
  }

  std::uint32_t place(const DocumentFacts& facts) {
    const auto [found, is_new] = places_.emplace(&facts, static_cast<std::uint32_t>(documents_.size()));
    if (is_new) documents_.push_back(&facts);
    return found->second;
  }

  void write_documents() {
    json_.key("documents").begin_array();
    for (const DocumentFacts* facts : documents_) {
      json_.begin_object();
      text("id", facts->id);
      text("title", facts->title);
      text("date", facts->date);
      text("source", facts->source);
      text("url", facts->url);
      json_.end_object();
    }
    json_.end_array();
  }

  const Graph& graph_;
  std::string text_;
  JsonWriter json_;
  std::unordered_map<const DocumentFacts*, std::uint32_t> places_;
  std::vector<const DocumentFacts*> documents_;
};

/// JSON as an element `script` may hold it: nothing in it ends the element or begins a comment.
void write_safe(std::string_view json, std::ostream& out) {
  for (std::size_t at = 0; at < json.size();) {
    const std::size_t next = std::min(json.find('<', at), json.size());
    out.write(json.data() + at, static_cast<std::streamsize>(next - at));
    if (next < json.size()) out << "\\u003c";
    at = next + 1;
  }
}

}  // namespace

void write_html(const Graph& graph, std::ostream& out, const PageOptions& options) {
  out << "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
         "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
         "script-src 'unsafe-inline'; img-src data:\">\n<meta name=\"referrer\" content=\"no-referrer\">\n"
         "<link rel=\"icon\" href=\"data:,\">\n<title>"
      << escaped(options.title) << "</title>\n<style>\n"
      << page_style() << "</style>\n</head>\n<body>\n"
      << page_body() << "<script type=\"application/json\" id=\"data\">";
  write_safe(PageData(graph).make(), out);
  out << "</script>\n<script>\n" << page_script() << "</script>\n</body>\n</html>\n";
}

}  // namespace liaison
