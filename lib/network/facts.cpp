// Facts of one document, free of its pack.
#include "liaison/facts.h"

#include <algorithm>
#include <set>
#include <unordered_set>

#include <xxhash.h>

#include "liaison/pack.h"
#include "liaison/version.h"
#include "network/event_place.h"
#include "network/event_time.h"
#include "network/json_writer.h"
#include "network/place_beside.h"
#include "network/text_sketch.h"

namespace liaison {
namespace {

std::string hex(std::uint64_t number, int digits) {
  constexpr char kHex[] = "0123456789abcdef";
  std::string out;
  for (int i = 0; i < digits; ++i) out += kHex[number >> (60 - 4 * i) & 0xF];
  return out;
}

/// Hash of the text; a document that is nothing but a headline is told by that.
std::string text_hash(const Document& document) {
  const std::string& text = document.text.empty() ? document.title : document.text;
  return hex(XXH64(text.data(), text.size(), 0), 16);
}

std::string_view unit_name(OffsetUnit unit) {
  switch (unit) {
    case OffsetUnit::utf16: return "utf16";
    case OffsetUnit::codepoint: return "codepoint";
    case OffsetUnit::byte: break;
  }
  return "byte";
}

/// Types that serve recognition and are nobody's result.
bool is_internal(Symbol type) {
  return type == symbols::misc || type == symbols::token || type == symbols::amount || type == symbols::hidden;
}

std::size_t index(EntityId id) { return static_cast<std::size_t>(id); }

/// Makes the facts of one analysis, part by part. Offsets are converted last, so that ids do not depend on the unit.
class FactsMaker {
 public:
  FactsMaker(const Document& document, const Analysis& analysis, OffsetUnit unit)
      : document_(document), analysis_(analysis), title_(document.title, unit), text_(document.text, unit) {
    name_entities();
  }

  DocumentFacts make() {
    add_head();
    add_mentions();
    add_entities();
    for (const Hold& hold : analysis_.holds) add(hold);
    for (const Event& event : analysis_.events) add(event);
    for (const Notice& notice : analysis_.notices) {
      const Span span = convert(notice.place.span, notice.place.in_title);
      facts_.notices.push_back({notice.code, valid_utf8(notice.message), span.start, span.end});
    }
    return std::move(facts_);
  }

 private:
  std::string name(Symbol symbol) const {
    if (analysis_.pack) return std::string(analysis_.pack->name(symbol));
    return symbol.id < std::size(symbols::kNames) ? std::string(symbols::kNames[symbol.id]) : std::string();
  }
  std::string rule_name(RuleId rule) const {
    return analysis_.pack ? std::string(analysis_.pack->rule_name(rule)) : std::string();
  }
  Span convert(Span span, bool in_title) const { return in_title ? title_.convert(span) : text_.convert(span); }

  /// The id of an entity within the document; empty for none.
  std::string entity(EntityId id) const { return index(id) < ids_.size() ? ids_[index(id)] : std::string(); }

  /// Numbers the entities that a mention, hold or event that is printed speaks of.
  void name_entities() {
    std::vector<bool> used(analysis_.entities.size());
    auto use = [&](EntityId id) {
      if (index(id) < used.size()) used[index(id)] = true;
    };
    for (const Mention& mention : analysis_.mentions) {
      if (!is_internal(mention.type)) use(mention.entity);
    }
    for (const Hold& hold : analysis_.holds) {
      use(hold.person);
      use(hold.org);
      use_all(hold.evidence, use);
    }
    for (const Event& event : analysis_.events) {
      for (const Participant& participant : event.participants) use(participant.entity);
      use_all(event.evidence, use);
    }
    ids_.resize(used.size());
    std::size_t count = 0;
    for (std::size_t i = 0; i < used.size(); ++i) {
      if (used[i]) ids_[i] = "e" + std::to_string(++count);
    }
  }

  template <class Use>
  static void use_all(const std::vector<Evidence>& evidence, const Use& use) {
    for (const Evidence& one : evidence) {
      for (const Participant& participant : one.participants) use(participant.entity);
      for (const auto* all : {&one.attribution.sources, &one.hosts, &one.guests})
        for (const EntityId id : *all) use(id);
    }
  }

  void add_head() {
    facts_.id = valid_utf8(document_.id);
    facts_.date = valid_utf8(document_.date);
    facts_.source = valid_utf8(document_.source);
    facts_.title = valid_utf8(document_.title);
    facts_.url = valid_utf8(document_.url);
    facts_.made.liaison = kVersion;
    if (analysis_.pack) facts_.made.pack = analysis_.pack->version();
    facts_.made.text = text_hash(document_);
    facts_.made.sketch = text_sketch(document_.text);
    facts_.made.offsets = unit_name(text_.unit());
  }

  void add_mentions() {
    facts_.mentions.reserve(analysis_.mentions.size());
    for (const Mention& mention : analysis_.mentions) {
      if (is_internal(mention.type)) continue;
      FactMention fact;
      const Span span = convert(mention.place.span, mention.place.in_title);
      fact.start = span.start;
      fact.end = span.end;
      fact.in_title = mention.place.in_title;
      fact.type = name(mention.type);
      fact.entity = entity(mention.entity);
      fact.rule = rule_name(mention.rule);
      if (mention.form == Form::description) fact.form = "description";
      if (mention.form == Form::pronoun) fact.form = "pronoun";
      facts_.mentions.push_back(std::move(fact));
    }
  }

  void add_entities() {
    facts_.entities.reserve(ids_.size());
    for (std::size_t i = 0; i < ids_.size(); ++i) {
      if (ids_[i].empty()) continue;
      const Entity& one = analysis_.entities[i];
      FactEntity fact{ids_[i], name(one.type), valid_utf8(one.name), {}, valid_utf8(one.known_as)};
      for (const std::string& form : one.forms) fact.forms.push_back(valid_utf8(form));
      if (analysis_.pack && one.type == symbols::org) fact.of = valid_utf8(place_beside(document_, analysis_, one));
      facts_.entities.push_back(std::move(fact));
    }
  }

  void add(const Hold& hold) {
    FactHold fact;
    fact.person = entity(hold.person);
    fact.role = valid_utf8(hold.role);
    fact.org = entity(hold.org);
    fact.when = name(hold.when);
    fact.id = unique_id('h', hold.evidence, fact.person + '\n' + fact.org + '\n' + fact.role);
    fact.evidence = evidence(hold.evidence);
    facts_.holds.push_back(std::move(fact));
  }

  void add(const Event& event) {
    FactEvent fact;
    fact.kind = name(event.kind);
    fact.status = name(event.status);
    fact.disputed = event.disputed;
    fact.who = who(event.participants);
    fact.sides = sides(event.participants);
    fact.id = unique_id('v', event.evidence, fact.kind);
    fact.evidence = evidence(event.evidence);
    const bool is_somewhere = analysis_.pack && event.kind == symbols::meeting;
    for (std::size_t i = 0; is_somewhere && i < fact.evidence.size(); ++i) {
      fact.evidence[i].where = entity(event_place(document_, analysis_, event.evidence[i]));
    }
    for (std::size_t i = 0; analysis_.pack && i < fact.evidence.size(); ++i) fact.evidence[i].time = time(event.evidence[i]);
    facts_.events.push_back(std::move(fact));
  }

  FactTime time(const Evidence& evidence) const {
    const EventTime found = event_time(document_, analysis_, evidence);
    if (!found) return {};
    const bool in_title = evidence.place.in_title;
    const Span span = convert(found.span, in_title);
    return {span.start, span.end, valid_utf8(found.span.of(in_title ? document_.title : document_.text)), found.iso};
  }

  FactPhrase phrase(Span found, bool in_title) const {
    if (found.start >= found.end) return {};
    const Span span = convert(found, in_title);
    return {span.start, span.end, valid_utf8(found.of(in_title ? document_.title : document_.text))};
  }

  std::vector<std::string> who(const std::vector<Participant>& participants) const {
    std::vector<std::string> ids;
    for (const Participant& participant : participants) add_once(ids, entity(participant.entity));
    return ids;
  }

  std::vector<std::string> entities(const std::vector<EntityId>& all) const {
    std::vector<std::string> ids;
    for (const EntityId id : all) add_once(ids, entity(id));
    return ids;
  }

  std::vector<std::vector<std::string>> sides(const std::vector<Participant>& participants) const {
    std::set<std::uint8_t> numbers;
    for (const Participant& participant : participants) numbers.insert(participant.side);
    if (numbers.size() < 2) return {};
    std::vector<std::vector<std::string>> out;
    for (const std::uint8_t number : numbers) {
      out.emplace_back();
      for (const Participant& participant : participants) {
        if (participant.side == number) add_once(out.back(), entity(participant.entity));
      }
    }
    return out;
  }

  static void add_once(std::vector<std::string>& ids, std::string id) {
    if (!id.empty() && std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(std::move(id));
  }

  std::vector<FactEvidence> evidence(const std::vector<Evidence>& all) const {
    std::vector<FactEvidence> out;
    for (const Evidence& one : all) out.push_back(evidence(one));
    return out;
  }

  FactEvidence evidence(const Evidence& one) const {
    const bool in_title = one.place.in_title;
    const Span span = convert(one.place.span, in_title), trigger = convert(one.trigger, in_title);
    FactEvidence fact;
    fact.start = span.start;
    fact.end = span.end;
    fact.in_title = in_title;
    fact.quote = valid_utf8(one.place.span.of(in_title ? document_.title : document_.text));
    fact.rule = rule_name(one.rule);
    if (analysis_.pack) fact.rule_place = analysis_.pack->rule_place(one.rule);
    fact.trigger_start = trigger.start;
    fact.trigger_end = trigger.end;
    fact.status = name(one.status);
    if (one.status) fact.sure = static_cast<std::uint32_t>(percent_sure(one.score));
    fact.topic = phrase(one.topic, in_title);
    fact.attribution = {entities(one.attribution.sources), phrase(one.attribution.span, in_title), std::string(to_string(one.attribution.certainty))};
    fact.host = entities(one.hosts);
    fact.guest = entities(one.guests);
    for (const Participant& participant : one.participants) fact.arguments.push_back(argument(participant, span));
    return fact;
  }

  /// A participant that no mention stands for is an empty span at the start of the sentence.
  FactArgument argument(const Participant& participant, Span sentence) const {
    Span span{sentence.start, sentence.start};
    if (participant.mention != MentionId::none) {
      const Place& place = analysis_.at(participant.mention).place;
      span = convert(place.span, place.in_title);
    }
    return {entity(participant.entity), name(participant.place), span.start, span.end};
  }

  /// Hash of document, spans, rule and `what`; counted on where two facts of a document share all of them.
  std::string unique_id(char letter, const std::vector<Evidence>& evidence, const std::string& what) {
    std::string key = document_.id + '\n' + what;
    if (!evidence.empty()) {
      const Evidence& one = evidence.front();
      for (const std::uint32_t part : {one.place.span.start, one.place.span.end, one.trigger.start, one.trigger.end}) {
        key += '\n' + std::to_string(part);
      }
      key += (one.place.in_title ? "\ntitle\n" : "\ntext\n") + rule_name(one.rule);
    }
    for (std::uint64_t seed = 0;; ++seed) {
      std::string id = letter + hex(XXH64(key.data(), key.size(), seed), 12);
      if (taken_.insert(id).second) return id;
    }
  }

  const Document& document_;
  const Analysis& analysis_;
  OffsetMap title_, text_;
  std::vector<std::string> ids_;   // of the entities; empty for those that are not printed
  std::unordered_set<std::string> taken_;
  DocumentFacts facts_;
};

}  // namespace

DocumentFacts facts_of(const Document& document, const Analysis& analysis, OffsetUnit unit) {
  return FactsMaker(document, analysis, unit).make();
}

}  // namespace liaison
