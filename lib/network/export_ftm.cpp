// FollowTheMoney: what Aleph and the tools around it read.
#include <algorithm>
#include <map>
#include <ostream>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include <xxhash.h>

#include "liaison/export.h"
#include "network/digests.h"
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

constexpr std::string_view kNoOrganization = "LegalEntity";

std::string_view schema_of(const GraphNode& node) {
  if (node.type == "PERSON") return "Person";
  if (node.type == "ORG") return "Organization";
  return node.type == "GPE" ? "PublicBody" : kNoOrganization;
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

/// A year, month or day; readers drop what is neither.
bool is_date(std::string_view date) {
  constexpr std::string_view kShape = "0000-00-00";
  if (date.size() != 4 && date.size() != 7 && date.size() != 10) return false;
  for (std::size_t i = 0; i < date.size(); ++i) {
    const bool is_digit = date[i] >= '0' && date[i] <= '9';
    if (kShape[i] == '-' ? date[i] != '-' : !is_digit) return false;
  }
  return date.substr(5 * (date.size() > 4), 2) != "00";
}

bool is_web(std::string_view url) { return url.starts_with("http://") || url.starts_with("https://"); }

class FtmWriter {
 public:
  FtmWriter(const Graph& graph, std::ostream& out) : graph_(graph), out_(out) {}

  void write() {
    for (std::size_t i = 0; i < graph_.nodes().size(); ++i) write(static_cast<NodeId>(i));
    for (std::size_t i = 0; i < graph_.events().size(); ++i) write(graph_.events()[i]);
    for (const auto& [what, holds] : jobs()) write(holds);
    for (const MaybeSame& maybe : graph_.maybe_same()) write(maybe);
    for (const auto& [id, document] : cited_) write(id, *document);
  }

 private:
  using Jobs = std::map<std::tuple<NodeId, NodeId, std::string, std::string_view>, std::vector<GraphHold>>;

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

  /// What the tellings of a fact say of it and where.
  struct Told {
    std::vector<std::string> dates, sentences, urls, publishers, proofs;
  };

  void add(const Telling& telling, Told& told) {
    const DocumentFacts& facts = *telling.document;
    if (is_date(facts.date)) told.dates.push_back(facts.date);
    if (is_web(facts.url)) told.urls.push_back(facts.url);
    told.publishers.push_back(facts.source.empty() ? facts.id : facts.source);
    for (const FactEvidence& evidence : telling.evidence) told.sentences.push_back(evidence.quote);
    const std::string id = hash_id("document", facts.id + '\n' + facts.made.text);
    cited_.emplace(id, &facts);
    told.proofs.push_back(id);
  }

  static void write(const Told& told, Entity& entity) {
    entity.property("date", told.dates);
    entity.property("description", told.sentences);
    entity.property("sourceUrl", told.urls);
    entity.property("publisher", told.publishers);
    entity.property("proof", told.proofs);
  }

  void write(const GraphEvent& event) {
    Entity entity(hash_id("event", std::string(event.tellings.front().document->id) + '\n' + std::string(event.id)), "Event");
    std::string name = std::string(event.kind) + ": ";
    std::vector<std::string> who, places;
    Told told;
    for (const GraphParticipant& participant : event.participants) {
      name += (who.empty() ? "" : ", ") + graph_.at(participant.node).label;
      who.push_back(id_of(participant.node));
    }
    for (const Telling& telling : event.tellings) {
      add(telling, told);
      for (const FactEvidence& evidence : telling.evidence) add_place(*telling.document, evidence, places);
    }
    entity.property("name", name + " (" + std::string(event.status) + ')');
    entity.property("involved", who);
    entity.property("keywords", {std::string(event.kind), std::string(event.status)});
    entity.property("location", places);
    write(told, entity);
    entity.write(out_);
  }

  static void add_place(const DocumentFacts& facts, const FactEvidence& evidence, std::vector<std::string>& places) {
    const std::size_t place = evidence.where.empty() ? facts.entities.size() : entity_place(facts, evidence.where);
    if (place == facts.entities.size()) return;
    const FactEntity& entity = facts.entities[place];
    places.push_back(entity.known_as.empty() ? entity.name : entity.known_as);
  }

  /// The holds that are one job: of the same person, body, role and time.
  Jobs jobs() const {
    Jobs all;
    for (const GraphHold& hold : graph_.holds()) {
      if (hold.body == NodeId::none || schema_of(graph_.at(hold.body)) == kNoOrganization) continue;
      all[{hold.person, hold.body, name_key(hold.role), hold.when}].push_back(hold);
    }
    return all;
  }

  void write(const std::vector<GraphHold>& holds) {
    const GraphHold& first = holds.front();
    Entity entity(hash_id("hold", first.telling.document->id + '\n' + std::string(first.id)), "Employment");
    entity.property("employee", id_of(first.person));
    entity.property("employer", id_of(first.body));
    entity.property("role", first.role);
    entity.property("status", first.when);
    Told told;
    for (const GraphHold& hold : holds) add(hold.telling, told);
    write(told, entity);
    entity.write(out_);
  }

  void write(const std::string& id, const DocumentFacts& facts) {
    Entity entity(id, "Article");
    entity.property("name", facts.title.empty() ? facts.id : facts.title);
    entity.property("title", facts.title);
    entity.property("fileName", facts.id);
    if (is_date(facts.date)) entity.property("publishedAt", facts.date);
    if (is_web(facts.url)) entity.property("sourceUrl", facts.url);
    entity.property("publisher", facts.source);
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
  std::map<std::string, const DocumentFacts*> cited_;   // by their ids here
};

}  // namespace

void write_ftm(const Graph& graph, std::ostream& out) { FtmWriter(graph, out).write(); }

}  // namespace liaison
