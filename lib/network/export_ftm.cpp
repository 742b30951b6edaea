// FollowTheMoney: what Aleph and the tools around it read.
#include <algorithm>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include <xxhash.h>

#include "liaison/export.h"
#include "network/json_writer.h"
#include "network/markup.h"
#include "network/name_key.h"

namespace liaison {
namespace {

std::string hash_id(std::string_view kind, std::string_view text) {
  constexpr char kHex[] = "0123456789abcdef";
  const std::string key = std::string(kind) + '\n' + std::string(text);
  const std::uint64_t hash = XXH3_64bits(key.data(), key.size());
  std::string out = "liaison-";
  for (int shift = 60; shift >= 0; shift -= 4) out += kHex[hash >> shift & 0xF];
  return out;
}

/// The text without what no reader of the format takes: controls, and what Unicode has no character for.
std::string clean(std::string_view text) {
  std::string out = on_one_line(valid_utf8(text));
  std::erase_if(out, [](char c) { return static_cast<unsigned char>(c) < 0x20; });
  return out;
}

std::string_view schema_of(const GraphNode& node) {
  if (node.type == "PERSON") return "Person";
  if (node.type == "ORG") return "Organization";
  return node.type == "GPE" ? "PublicBody" : "LegalEntity";
}

/// One entity: begins the line, takes properties, ends it.
class Entity {
 public:
  Entity(const std::string& id, std::string_view schema) : json_(line_) {
    json_.begin_object().field("id", std::string_view(id)).field("schema", schema).key("properties").begin_object();
  }

  void property(std::string_view name, const std::vector<std::string>& values) {
    std::vector<std::string> kept;
    for (const std::string& value : values) {
      std::string text = clean(value);
      if (!text.empty() && std::find(kept.begin(), kept.end(), text) == kept.end()) kept.push_back(std::move(text));
    }
    if (kept.empty()) return;
    json_.key(name).begin_array();
    for (const std::string& value : kept) json_.value(std::string_view(value));
    json_.end_array();
  }
  void property(std::string_view name, std::string_view value) { property(name, std::vector{std::string(value)}); }

  void write(std::ostream& out) {
    json_.end_object().end_object();
    out << line_ << '\n';
  }

 private:
  std::string line_;
  JsonWriter json_;
};

bool is_web(std::string_view url) { return url.starts_with("http://") || url.starts_with("https://"); }

class FtmWriter {
 public:
  FtmWriter(const Graph& graph, std::ostream& out) : graph_(graph), out_(out) {}

  void write() {
    for (std::size_t i = 0; i < graph_.nodes().size(); ++i) write(static_cast<NodeId>(i));
    for (std::size_t i = 0; i < graph_.events().size(); ++i) write(graph_.events()[i]);
    for (const GraphHold& hold : graph_.holds()) write(hold);
    for (const MaybeSame& maybe : graph_.maybe_same()) write(maybe);
  }

 private:
  std::string id_of(NodeId node) const {
    const GraphNode& one = graph_.at(node);
    return hash_id(one.type, one.id + '\n' + one.label);
  }

  void write(NodeId id) {
    const GraphNode& node = graph_.at(id);
    Entity entity(hash_id(node.type, node.id + '\n' + node.label), schema_of(node));
    entity.property("name", node.label);
    std::vector<std::string> others;
    for (const std::string& form : graph_.forms(id)) {
      if (form != node.label) others.push_back(form);
    }
    entity.property("alias", others);
    if (node.type == "PERSON") entity.property("position", graph_.roles(id));
    entity.write(out_);
  }

  void write(const GraphEvent& event) {
    Entity entity(hash_id("event", std::string(event.tellings.front().document->id) + '\n' + std::string(event.id)), "Event");
    std::string name = std::string(event.kind) + ": ";
    std::vector<std::string> who, dates, sentences, urls, publishers;
    for (const GraphParticipant& participant : event.participants) {
      name += (who.empty() ? "" : ", ") + graph_.at(participant.node).label;
      who.push_back(id_of(participant.node));
    }
    for (const Telling& telling : event.tellings) {
      dates.push_back(telling.document->date);
      if (is_web(telling.document->url)) urls.push_back(telling.document->url);
      publishers.push_back(telling.document->source.empty() ? telling.document->id : telling.document->source);
      for (const FactEvidence& evidence : telling.evidence) sentences.push_back(evidence.quote);
    }
    entity.property("name", name + " (" + std::string(event.status) + ')');
    entity.property("involved", who);
    entity.property("date", dates);
    entity.property("description", sentences);
    entity.property("keywords", {std::string(event.kind), std::string(event.status)});
    entity.property("sourceUrl", urls);
    entity.property("publisher", publishers);
    entity.write(out_);
  }

  void write(const GraphHold& hold) {
    if (hold.body == NodeId::none) return;
    const DocumentFacts& facts = *hold.telling.document;
    Entity entity(hash_id("hold", facts.id + '\n' + std::string(hold.id)), "Employment");
    entity.property("employee", id_of(hold.person));
    entity.property("employer", id_of(hold.body));
    entity.property("role", hold.role);
    entity.property("status", hold.when);
    entity.property("date", facts.date);
    if (is_web(facts.url)) entity.property("sourceUrl", facts.url);
    entity.property("publisher", facts.source.empty() ? facts.id : facts.source);
    std::vector<std::string> sentences;
    for (const FactEvidence& evidence : hold.telling.evidence) sentences.push_back(evidence.quote);
    entity.property("description", sentences);
    entity.write(out_);
  }

  void write(const MaybeSame& maybe) {
    Entity entity(hash_id("similar", id_of(maybe.a) + '\n' + id_of(maybe.b)), "Similar");
    entity.property("candidate", id_of(maybe.a));
    entity.property("match", id_of(maybe.b));
    entity.property("criteria", maybe.text);
    entity.write(out_);
  }

  const Graph& graph_;
  std::ostream& out_;
};

}  // namespace

void write_ftm(const Graph& graph, std::ostream& out) { FtmWriter(graph, out).write(); }

}  // namespace liaison
