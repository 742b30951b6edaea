// Reads what facts_writer.cpp writes.
#include <algorithm>
#include <unordered_set>

#include "liaison/facts.h"
#include "network/json_reader.h"

namespace liaison {
namespace {

using simdjson::dom::element;
using simdjson::dom::object;

constexpr std::uint32_t kSchema = 1;

std::vector<std::string> strings(const JsonLine& line, object from, std::string_view key) {
  std::vector<std::string> out;
  line.each(from, key, [&](element item) { out.push_back(line.as_text(item, key)); });
  return out;
}

bool in_title(const JsonLine& line, object from) { return line.text(from, "in") == "title"; }

FactMention mention(const JsonLine& line, object from) {
  FactMention mention;
  mention.start = line.number(from, "start");
  mention.end = line.number(from, "end");
  mention.type = line.text(from, "type");
  mention.entity = line.text(from, "entity");
  mention.rule = line.text(from, "rule");
  mention.form = line.text(from, "form");
  mention.in_title = in_title(line, from);
  return mention;
}

FactEntity entity(const JsonLine& line, object from) {
  return {line.text(from, "id"), line.text(from, "type"), line.text(from, "name"), strings(line, from, "forms"),
          line.text(from, "known_as"), line.text(from, "of")};
}

void read_trigger(const JsonLine& line, object from, FactEvidence& evidence) {
  std::vector<std::uint32_t> ends;
  line.each(from, "trigger", [&](element item) { ends.push_back(line.as_number(item, "trigger")); });
  if (ends.empty()) return;
  if (ends.size() != 2) line.fail("\"trigger\" must be a start and an end");
  evidence.trigger_start = ends[0];
  evidence.trigger_end = ends[1];
}

FactPhrase phrase(const JsonLine& line, object from) {
  return {line.number(from, "start"), line.number(from, "end"), line.text(from, "text")};
}

FactEvidence evidence(const JsonLine& line, object from) {
  FactEvidence evidence;
  evidence.start = line.number(from, "start");
  evidence.end = line.number(from, "end");
  evidence.in_title = in_title(line, from);
  evidence.quote = line.text(from, "quote");
  evidence.rule = line.text(from, "rule");
  evidence.rule_place = line.text(from, "place");
  evidence.status = line.text(from, "status");
  if (line.has(from, "sure")) evidence.sure = line.number(from, "sure");
  evidence.where = line.text(from, "where");
  line.in_object(from, "time", [&](object time) {
    evidence.time = {line.number(time, "start"), line.number(time, "end"), line.text(time, "text"), line.text(time, "iso")};
  });
  line.in_object(from, "topic", [&](object topic) { evidence.topic = phrase(line, topic); });
  line.in_object(from, "attribution", [&](object told) {
    evidence.attribution = {strings(line, told, "who"), phrase(line, told), line.text(told, "certainty")};
  });
  evidence.host = strings(line, from, "host");
  evidence.guest = strings(line, from, "guest");
  read_trigger(line, from, evidence);
  line.each_object(from, "args", [&](object one) {
    evidence.arguments.push_back(
        {line.text(one, "entity"), line.text(one, "place"), line.number(one, "start"), line.number(one, "end")});
  });
  return evidence;
}

std::vector<FactEvidence> all_evidence(const JsonLine& line, object from) {
  std::vector<FactEvidence> out;
  line.each_object(from, "evidence", [&](object one) { out.push_back(evidence(line, one)); });
  return out;
}

FactHold hold(const JsonLine& line, object from) {
  return {line.text(from, "id"),  line.text(from, "person"), line.text(from, "role"),
          line.text(from, "org"), line.text(from, "when"),   all_evidence(line, from)};
}

FactEvent event(const JsonLine& line, object from) {
  FactEvent event;
  event.id = line.text(from, "id");
  event.kind = line.text(from, "kind");
  event.status = line.text(from, "status");
  event.who = strings(line, from, "who");
  line.each(from, "sides", [&](element side) {
    simdjson::dom::array members;
    if (side.get(members) != simdjson::SUCCESS) line.fail("\"sides\" must hold arrays");
    event.sides.emplace_back();
    for (const element member : members) event.sides.back().push_back(line.as_text(member, "sides"));
  });
  event.disputed = line.flag(from, "disputed");
  event.evidence = all_evidence(line, from);
  return event;
}

void read_head(const JsonLine& line, DocumentFacts& facts) {
  const object root = line.root();
  facts.schema = static_cast<int>(line.number(root, "schema"));
  facts.id = line.id(root, "id");
  facts.date = line.text(root, "date");
  facts.source = line.text(root, "source");
  facts.title = line.text(root, "title");
  facts.url = line.text(root, "url");
  line.in_object(root, "made", [&](object made) {
    facts.made = {line.text(made, "liaison"), line.text(made, "pack"), line.text(made, "text"),
                  line.text(made, "offsets"), line.text(made, "sketch")};
  });
}

/// Refuses lines that are no facts, and says what they are instead.
void check_shape(const JsonLine& line) {
  const object root = line.root();
  object error;
  if (root.at_key("error").get(error) == simdjson::SUCCESS) {
    line.fail("the document was not read: " + line.text(error, "message"));
  }
  if (!line.has(root, "schema")) line.fail("no line of facts: it lacks \"schema\"");
  if (line.number(root, "schema") != kSchema) {
    line.fail("facts of schema " + std::to_string(line.number(root, "schema")) + ", which this version cannot read");
  }
  if (!line.has(root, "id")) line.fail("no line of facts: it lacks \"id\"");
}

/// Refuses facts about entities that the line does not have, as when it was printed without them.
void check_entities(const JsonLine& line, const DocumentFacts& facts) {
  std::unordered_set<std::string_view> known;
  for (const FactEntity& entity : facts.entities) known.insert(entity.id);
  auto check = [&](const std::string& id, const std::string& entity) {
    if (!known.count(entity)) line.fail(id + " names the entity \"" + entity + "\", which the line lacks");
  };
  for (const FactHold& hold : facts.holds) {
    check(hold.id, hold.person);
    if (!hold.org.empty()) check(hold.id, hold.org);
  }
  for (const FactEvent& event : facts.events) {
    for (const std::string& entity : event.who) check(event.id, entity);
    for (const auto& side : event.sides) {
      for (const std::string& entity : side) check(event.id, entity);
    }
  }
}

}  // namespace

DocumentFacts facts_from_json(std::string_view json, const std::string& where) {
  const JsonLine line(json, where);
  check_shape(line);
  DocumentFacts facts;
  read_head(line, facts);
  const object root = line.root();
  line.each_object(root, "mentions", [&](object one) { facts.mentions.push_back(mention(line, one)); });
  line.each_object(root, "entities", [&](object one) { facts.entities.push_back(entity(line, one)); });
  line.each_object(root, "holds", [&](object one) { facts.holds.push_back(hold(line, one)); });
  line.each_object(root, "events", [&](object one) { facts.events.push_back(event(line, one)); });
  line.each_object(root, "notices", [&](object one) {
    facts.notices.push_back({line.text(one, "code"), line.text(one, "message"), line.number(one, "start"),
                             line.number(one, "end")});
  });
  line.in_object(root, "extra", [&](object extra) { facts.extra = simdjson::minify(extra); });
  check_entities(line, facts);
  return facts;
}

}  // namespace liaison
