// Facts as one line of JSON. The order of the keys is part of the format.
#include <algorithm>

#include "liaison/facts.h"
#include "network/json_writer.h"

namespace liaison {
namespace {

void write_strings(JsonWriter& json, std::string_view key, const std::vector<std::string>& strings) {
  json.key(key).begin_array();
  for (const std::string& string : strings) json.value(string);
  json.end_array();
}

void write_in_title(JsonWriter& json, bool in_title) {
  if (in_title) json.field("in", "title");
}

void write(JsonWriter& json, const FactMention& mention) {
  json.begin_object();
  json.field("start", mention.start).field("end", mention.end);
  json.field("type", mention.type);
  if (!mention.entity.empty()) json.field("entity", mention.entity);
  if (!mention.form.empty()) json.field("form", mention.form);
  write_in_title(json, mention.in_title);
  json.field("rule", mention.rule);
  json.end_object();
}

void write(JsonWriter& json, const FactEntity& entity) {
  json.begin_object();
  json.field("id", entity.id).field("type", entity.type).field("name", entity.name);
  write_strings(json, "forms", entity.forms);
  if (!entity.known_as.empty()) json.field("known_as", entity.known_as);
  if (!entity.of.empty()) json.field("of", entity.of);
  json.end_object();
}

void write(JsonWriter& json, const FactArgument& argument) {
  json.begin_object();
  json.field("entity", argument.entity).field("place", argument.place);
  json.field("start", argument.start).field("end", argument.end);
  json.end_object();
}

/// What is quoted of the text: `time`, a phrase.
void write_fields(JsonWriter& json, const auto& quoted) {
  json.field("start", quoted.start).field("end", quoted.end).field("text", quoted.text);
}

void write(JsonWriter& json, const FactTime& time) {
  json.begin_object();
  write_fields(json, time);
  if (!time.iso.empty()) json.field("iso", time.iso);
  json.end_object();
}

void write(JsonWriter& json, const FactPhrase& phrase) {
  json.begin_object();
  write_fields(json, phrase);
  json.end_object();
}

void write(JsonWriter& json, const FactAttribution& attribution) {
  json.begin_object();
  json.field("certainty", attribution.certainty);
  write_strings(json, "who", attribution.who);
  write_fields(json, attribution.phrase);
  json.end_object();
}

/// Trigger, arguments and status are printed where they are known: always for events, seldom for holds.
void write(JsonWriter& json, const FactEvidence& evidence, bool of_event) {
  json.begin_object();
  json.field("start", evidence.start).field("end", evidence.end);
  write_in_title(json, evidence.in_title);
  json.field("quote", evidence.quote);
  if (of_event || evidence.trigger_start != evidence.trigger_end) {
    json.key("trigger").begin_array().value(evidence.trigger_start).value(evidence.trigger_end).end_array();
  }
  if (of_event || !evidence.arguments.empty()) {
    json.key("args").begin_array();
    for (const FactArgument& argument : evidence.arguments) write(json, argument);
    json.end_array();
  }
  if (of_event || !evidence.status.empty()) json.field("status", evidence.status);
  if (evidence.sure != 0) json.field("sure", evidence.sure);
  if (!evidence.where.empty()) json.field("where", evidence.where);
  if (!evidence.time.text.empty()) write(json.key("time"), evidence.time);
  if (!evidence.topic.text.empty()) write(json.key("topic"), evidence.topic);
  if (!evidence.attribution.certainty.empty()) write(json.key("attribution"), evidence.attribution);
  if (!evidence.host.empty()) write_strings(json, "host", evidence.host);
  if (!evidence.guest.empty()) write_strings(json, "guest", evidence.guest);
  json.field("rule", evidence.rule).field("place", evidence.rule_place);
  json.end_object();
}

void write_evidence(JsonWriter& json, const std::vector<FactEvidence>& evidence, bool of_event) {
  json.key("evidence").begin_array();
  for (const FactEvidence& one : evidence) write(json, one, of_event);
  json.end_array();
}

void write(JsonWriter& json, const FactHold& hold) {
  json.begin_object();
  json.field("id", hold.id).field("person", hold.person).field("role", hold.role);
  if (hold.org.empty()) json.key("org").null();
  else json.field("org", hold.org);
  json.field("when", hold.when);
  write_evidence(json, hold.evidence, false);
  json.end_object();
}

void write(JsonWriter& json, const FactEvent& event) {
  json.begin_object();
  json.field("id", event.id).field("kind", event.kind);
  write_strings(json, "who", event.who);
  if (!event.sides.empty()) {
    json.key("sides").begin_array();
    for (const auto& side : event.sides) {
      json.begin_array();
      for (const std::string& entity : side) json.value(entity);
      json.end_array();
    }
    json.end_array();
  }
  json.field("status", event.status);
  if (event.disputed) json.field("disputed", true);
  write_evidence(json, event.evidence, true);
  json.end_object();
}

void write(JsonWriter& json, const FactNotice& notice) {
  json.begin_object();
  json.field("code", notice.code).field("message", notice.message);
  json.field("start", notice.start).field("end", notice.end);
  json.end_object();
}

template <class Fact>
void write_all(JsonWriter& json, std::string_view key, const std::vector<Fact>& facts,
               const std::vector<std::string>& keep) {
  if (!keep.empty() && std::find(keep.begin(), keep.end(), key) == keep.end()) return;
  json.key(key).begin_array();
  for (const Fact& fact : facts) write(json, fact);
  json.end_array();
}

void write_head(JsonWriter& json, const DocumentFacts& facts) {
  json.field("schema", static_cast<std::uint32_t>(facts.schema));
  json.field("id", facts.id).field("date", facts.date).field("source", facts.source);
  json.field("title", facts.title).field("url", facts.url);
  json.key("made").begin_object();
  json.field("liaison", facts.made.liaison).field("pack", facts.made.pack);
  json.field("text", facts.made.text).field("offsets", facts.made.offsets);
  if (!facts.made.sketch.empty()) json.field("sketch", facts.made.sketch);
  json.end_object();
}

}  // namespace

std::string to_json(const DocumentFacts& facts, const std::vector<std::string>& keep) {
  std::string line;
  JsonWriter json(line);
  json.begin_object();
  write_head(json, facts);
  write_all(json, "mentions", facts.mentions, keep);
  write_all(json, "entities", facts.entities, keep);
  write_all(json, "holds", facts.holds, keep);
  write_all(json, "events", facts.events, keep);
  write_all(json, "notices", facts.notices, keep);
  if (!facts.extra.empty()) json.key("extra").raw(facts.extra);
  json.end_object();
  return line;
}

}  // namespace liaison
