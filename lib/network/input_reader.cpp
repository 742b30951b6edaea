// Reads the lines of `--input jsonl`: documents, and the names that they may bring.
#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>

#include "liaison/facts.h"
#include "network/json_reader.h"
#include "network/json_writer.h"

namespace liaison {
namespace {

using simdjson::dom::element;
using simdjson::dom::object;

constexpr std::array<std::string_view, 8> kKnownKeys = {"id",  "date", "source",   "title",
                                                        "url", "text", "mentions", "entities"};
constexpr std::array kTypes = {symbols::person, symbols::org,  symbols::gpe, symbols::loc,
                               symbols::misc,   symbols::role, symbols::date};

bool begins_character(std::string_view text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

/// Keys that mean nothing here, as one JSON object; empty where there are none.
std::string unknown_keys(object root) {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  for (const auto field : root) {
    if (std::find(kKnownKeys.begin(), kKnownKeys.end(), field.key) != kKnownKeys.end()) continue;
    json.key(field.key).raw(simdjson::minify(field.value));
  }
  json.end_object();
  return out == "{}" ? std::string() : out;
}

/// Reads the mentions and entities of one line, and ties them together.
class GivenReader {
 public:
  GivenReader(const JsonLine& line, const Document& document) : line_(line), document_(document) {}

  GivenNames read() {
    line_.each_object(line_.root(), "entities", [&](object one) { add_entity(one); });
    line_.each_object(line_.root(), "mentions", [&](object one) { add_mention(one); });
    sort_mentions();
    link();
    return std::move(names_);
  }

 private:
  Symbol type(object from) const {
    const std::string name = line_.text(from, "type");
    for (const Symbol type : kTypes) {
      if (symbols::kNames[type.id] == name) return type;
    }
    line_.fail("no type of mention: \"" + name + "\"; there are PERSON, ORG, GPE, LOC, MISC, ROLE and DATE");
  }

  void add_entity(object from) {
    const std::string id = line_.text(from, "id");
    if (id.empty()) line_.fail("an entity lacks its \"id\"");
    const auto number = static_cast<EntityId>(names_.entities.size());
    if (!ids_.emplace(id, number).second) line_.fail("two entities have the id \"" + id + '"');
    Entity entity;
    entity.type = type(from);
    entity.name = line_.text(from, "name");
    entity.known_as = line_.text(from, "known_as");
    line_.each(from, "forms", [&](element form) { entity.forms.push_back(line_.as_text(form, "forms")); });
    names_.entities.push_back(std::move(entity));
  }

  void add_mention(object from) {
    Mention mention;
    mention.place.in_title = line_.text(from, "in") == "title";
    mention.place.span = {line_.number(from, "start"), line_.number(from, "end")};
    mention.type = type(from);
    mention.form = form(from);
    check(mention.place);
    if (mention.type != symbols::role && mention.type != symbols::date) mention.entity = entity_of(from, mention);
    names_.mentions.push_back(mention);
  }

  Form form(object from) const {
    const std::string name = line_.text(from, "form");
    if (name == "description") return Form::description;
    if (name == "pronoun") return Form::pronoun;
    if (!name.empty() && name != "name") line_.fail("no form of mention: \"" + name + '"');
    return Form::name;
  }

  void check(const Place& place) const {
    const std::string& text = place.in_title ? document_.title : document_.text;
    const Span span = place.span;
    const std::string told = "mention " + std::to_string(span.start) + "-" + std::to_string(span.end);
    if (span.start >= span.end) line_.fail(told + " is empty");
    if (span.end > text.size()) line_.fail(told + " reaches past the end of its text");
    if (!begins_character(text, span.start) || !begins_character(text, span.end)) {
      line_.fail(told + " cuts a character; offsets are UTF-8 bytes");
    }
  }

  /// The entity that a mention names, or else one for all mentions of the same words and type.
  EntityId entity_of(object from, const Mention& mention) {
    const std::string id = line_.text(from, "entity");
    if (!id.empty()) {
      const auto found = ids_.find(id);
      if (found == ids_.end()) line_.fail("a mention names the entity \"" + id + "\", which the line lacks");
      return found->second;
    }
    const auto next = static_cast<EntityId>(names_.entities.size());
    const auto [found, is_new] = unnamed_.try_emplace({mention.type, words(mention)}, next);
    if (is_new) names_.entities.push_back({mention.type, {}, {}, {}, {}});
    return found->second;
  }

  std::string words(const Mention& mention) const {
    return std::string(mention.place.span.of(mention.place.in_title ? document_.title : document_.text));
  }

  /// Puts the mentions into reading order, the title first, and refuses overlaps.
  void sort_mentions() {
    auto& all = names_.mentions;
    std::stable_sort(all.begin(), all.end(), [](const Mention& a, const Mention& b) {
      return std::pair(!a.place.in_title, a.place.span) < std::pair(!b.place.in_title, b.place.span);
    });
    for (std::size_t i = 1; i < all.size(); ++i) {
      const Place &before = all[i - 1].place, &place = all[i].place;
      if (before.in_title != place.in_title || !before.span.overlaps(place.span)) continue;
      line_.fail("mentions overlap at " + std::to_string(place.span.start));
    }
  }

  /// Tells each entity its mentions, and its forms and name where the line does not.
  void link() {
    for (std::size_t i = 0; i < names_.mentions.size(); ++i) {
      const Mention& mention = names_.mentions[i];
      if (mention.entity == EntityId::none) continue;
      Entity& entity = names_.entities[static_cast<std::size_t>(mention.entity)];
      entity.mentions.push_back(static_cast<MentionId>(i));
      if (mention.form == Form::name) add_form(entity, words(mention));
    }
    for (Entity& entity : names_.entities) {
      if (!entity.name.empty()) continue;
      for (const std::string& form : entity.forms) {
        if (form.size() > entity.name.size()) entity.name = form;
      }
    }
  }

  static void add_form(Entity& entity, std::string words) {
    if (std::find(entity.forms.begin(), entity.forms.end(), words) == entity.forms.end()) {
      entity.forms.push_back(std::move(words));
    }
  }

  const JsonLine& line_;
  const Document& document_;
  GivenNames names_;
  std::unordered_map<std::string, EntityId> ids_;
  std::map<std::pair<Symbol, std::string>, EntityId> unnamed_;
};

}  // namespace

InputLine input_from_json(std::string_view json, const std::string& where) {
  const JsonLine line(json, where);
  const object root = line.root();
  if (!line.has(root, "id")) line.fail("the line lacks \"id\"");
  if (!line.has(root, "text")) line.fail("the line lacks \"text\"");
  InputLine input;
  input.document.id = line.id(root, "id");
  input.document.date = line.text(root, "date");
  input.document.source = line.text(root, "source");
  input.document.url = line.text(root, "url");
  input.document.title = line.text(root, "title");
  input.document.text = line.text(root, "text");
  input.has_names = line.has(root, "mentions");
  if (input.has_names) input.names = GivenReader(line, input.document).read();
  input.extra = unknown_keys(root);
  return input;
}

std::string error_to_json(std::string_view line, const Error& error) {
  std::string out;
  JsonWriter json(out);
  json.begin_object().key("id");
  try {
    const JsonLine input(line, {});
    if (input.has(input.root(), "id")) json.value(input.id(input.root(), "id"));
    else json.null();
  } catch (const Error&) {
    json.null();
  }
  const std::string what = error.what();
  const std::string prefix = error.where().empty() ? std::string() : error.where() + ": ";
  json.key("error").begin_object().field("code", to_string(error.code()));
  json.field("message", what.compare(0, prefix.size(), prefix) == 0 ? what.substr(prefix.size()) : what);
  json.end_object().end_object();
  return out;
}

}  // namespace liaison
