#include "relations/frame_trace.h"

#include <algorithm>

#include <fmt/format.h>

#include "relations/attributions.h"
#include "relations/frames.h"
#include "relations/hosts.h"
#include "relations/topics.h"

namespace liaison {
namespace {

constexpr std::string_view kind_name(Group::Kind kind) {
  constexpr std::string_view kNames[] = {"noun", "verb", "adjective", "adverb", "preposition", "conjunction", "subordinator",
                                         "relative", "time", "comma", "quote", "dash", "colon", "stop", "other"};
  return kNames[static_cast<std::size_t>(kind)];
}

constexpr std::string_view label_name(Label label) {
  constexpr std::string_view kNames[] = {"root", "subject", "object", "indirect object", "preposition", "object of preposition",
                                         "owner", "conjunct", "apposition", "member", "relative", "participle",
                                         "complement", "content", "adverbial"};
  return kNames[static_cast<std::size_t>(label)];
}

/// What the words of a group say of it: "past passive".
std::string flags_text(const Group& group) {
  constexpr std::pair<std::uint32_t, std::string_view> kVerb[] = {
      {Group::kInfinitive, "infinitive"}, {Group::kGerund, "gerund"}, {Group::kParticiple, "participle"},
      {Group::kPassive, "passive"}, {Group::kPerfect, "perfect"}, {Group::kPast, "past"}, {Group::kFuture, "future"},
      {Group::kModal, "modal"}, {Group::kProgressive, "progressive"}, {Group::kCopula, "copula"}, {Group::kNegated, "negated"}};
  constexpr std::pair<std::uint32_t, std::string_view> kNoun[] = {
      {Group::kPlural, "plural"}, {Group::kDefinite, "definite"}, {Group::kNegated, "negated"}, {Group::kOwner, "owner"},
      {Group::kOwned, "owned"}, {Group::kPronoun, "pronoun"}, {Group::kRole, "role"}, {Group::kPair, "pair"}};
  std::string out;
  auto add = [&](const auto& names) {
    for (const auto& [flag, name] : names)
      if (group.has(flag)) out += " " + std::string(name);
  };
  if (group.kind == Group::Kind::verb) add(kVerb);
  if (group.kind == Group::Kind::noun) add(kNoun);
  return out;
}

Span span_of(const ClauseReading& reading, std::uint32_t group) {
  return reading.view.span(reading.group(group).first, reading.group(group).last);
}

std::string text_of(const ClauseReading& reading, std::uint32_t group) {
  return std::string(span_of(reading, group).of(reading.view.text));
}

}  // namespace

std::string FrameTrace::text(const Party& party) const {
  std::string out = r_.entities[static_cast<std::size_t>(party.entity)].name;
  if (!party.direct && party.group != Group::kNone) out += fmt::format(", for whom [{}] stands", text_of(r_, party.group));
  return out;
}

void FrameTrace::begin(const Trigger& trigger, std::uint32_t group) {
  begun_.push_back(static_cast<RuleId>(trigger.rule));
  record_ = {};
  record_.kind = TraceRecord::Kind::frame;
  record_.rule = static_cast<RuleId>(trigger.rule);
  record_.place.span = span_of(r_, group);
  record_.what = r_.book->symbol_name(r_.book->frame(trigger).kind);
}

void FrameTrace::party(const Slot& slot, const Party& party, std::string_view why_not) {
  Place place;
  if (party.group != Group::kNone) place.span = span_of(r_, party.group);
  std::string value = text(party) + (why_not.empty() ? "" : ": no, " + std::string(why_not));
  record_.details.push_back({TraceDetail::Kind::slot, std::string(r_.book->symbol_name(slot.place)), std::move(value), slot.side, place});
}

void FrameTrace::status(std::uint32_t group, Symbol made, bool dropped) {
  record_.details.push_back({TraceDetail::Kind::status, text_of(r_, group),
                             dropped ? "only outsiders speak of it" : std::string(r_.book->symbol_name(made)), 0,
                             {span_of(r_, group), false}});
}

void FrameTrace::told(std::string_view what, std::string value, Span span) {
  record_.details.push_back({TraceDetail::Kind::told, std::string(what), std::move(value), 0, {span, false}});
}

/// What was found of an event beside who took part.
void FrameTrace::told_beside(const EventTelling& telling) {
  if (const Span topic = topic_of(r_, telling); topic.end > topic.start) told("topic", std::string(topic.of(r_.view.text)), topic);
  if (const Attribution by = attribution_of(r_, references_, telling); by)
    told("attribution", fmt::format("{}, {}", by.span.of(r_.view.text), to_string(by.certainty)), by.span);
  const Hosting hosting = hosting_of(r_, references_, telling);
  for (const EntityId host : hosting.hosts) told("host", r_.entities[static_cast<std::size_t>(host)].name, {});
  for (const EntityId guest : hosting.guests) told("guest", r_.entities[static_cast<std::size_t>(guest)].name, {});
}

void FrameTrace::end(const EventTelling& telling, const std::vector<TellingFeature>& features, std::string_view why) {
  record_.stands = why.empty();
  if (record_.stands) told_beside(telling);
  for (const TellingFeature& feature : features)
    record_.details.push_back({TraceDetail::Kind::feature, telling_feature_text(feature, [&](Symbol s) { return r_.book->symbol_name(s); }),
                               {}, r_.book->weights().of(feature), {}});
  record_.why = why;
  record_.score = telling.score;
  if (telling.status && record_.stands) record_.what += ", " + std::string(r_.book->symbol_name(telling.status));
  trace_.add(std::move(record_));
}

void FrameTrace::derived(const EventTelling& telling) {
  TraceRecord record{TraceRecord::Kind::frame, {}, {}, static_cast<RuleId>(telling.rule), 0, true, {}, {}};
  record.place.span = r_.view.span(telling.trigger_first, telling.trigger_last);
  record.what = fmt::format("{}, {}", r_.book->symbol_name(telling.kind), r_.book->symbol_name(telling.status));
  record.why = "what it is about is an event of its own (`derive`)";
  for (const Filled& filled : telling.filled)
    record.details.push_back({TraceDetail::Kind::slot, std::string(r_.book->symbol_name(filled.place)), text(filled.party), 0, {}});
  trace_.add(std::move(record));
}

namespace {

bool is_asked(const Trace& trace, const Trigger& trigger) {
  return std::find(trace.asked().begin(), trace.asked().end(), static_cast<RuleId>(trigger.rule)) != trace.asked().end();
}

TraceRecord miss_of(const FrameBook& book, const Trigger& trigger, Span span, std::string why) {
  return {TraceRecord::Kind::miss, {span, false}, std::string(book.symbol_name(book.frame(trigger).kind)),
          static_cast<RuleId>(trigger.rule), 0, false, std::move(why), {}};
}

constexpr std::string_view kTriggerKinds[] = {"a verb", "a noun", "an adverb or adjective"};

}  // namespace

void trace_unread(const FrameBook& book, Span sentence, const std::string& why, Trace& trace) {
  for (const Trigger& trigger : book.triggers())
    if (is_asked(trace, trigger)) trace.add(miss_of(book, trigger, sentence, why));
}

/// Tells what stands where the head of a trigger does that was not begun.
void FrameTrace::miss(const Trigger& trigger) {
  const Lexicon& lexicon = *r_.view.lexicon;
  WordId head = head_of(trigger);
  Sentence sentence = r_.sentences[r_.sentence];
  TraceRecord record = miss_of(*r_.book, trigger, r_.view.span(sentence.first, sentence.last),
                               fmt::format("its word `{}` does not stand in this sentence", lexicon.word(head)));
  for (std::uint32_t i = 0; i < r_.tree.groups.size(); ++i)
    for (std::uint32_t t = r_.group(i).first; t < r_.group(i).last; ++t) {
      WordId word = r_.view.tokens[t].word;
      if (word != head && lexicon.verb_lemma(word) != head && lexicon.noun_lemma(word) != head) continue;
      const Group& group = r_.group(i);
      record.place.span = r_.view.tokens[t].span();
      std::string_view wanted = kTriggerKinds[static_cast<std::size_t>(trigger.kind)];
      record.details = {{TraceDetail::Kind::unmet,
                         fmt::format("[{}], of the {} group [{}],", r_.view.surface(t), kind_name(group.kind), text_of(r_, i)),
                         fmt::format("{} at the head of its group", wanted), 0, {span_of(r_, i), false}}};
      bool fits = group.head == t && wanted.ends_with(kind_name(group.kind));
      record.why = fits ? "another trigger with this head fits before it, or words that belong to it are not beside it"
                        : fmt::format("[{}] is not {} here", r_.view.surface(t), wanted);
    }
  trace_.add(std::move(record));
}

void FrameTrace::misses() {
  for (const Trigger& trigger : r_.book->triggers())
    if (is_asked(trace_, trigger) && std::find(begun_.begin(), begun_.end(), static_cast<RuleId>(trigger.rule)) == begun_.end())
      miss(trigger);
}

void trace_groups(const ClauseReading& reading, Trace& trace) {
  if (!trace.wants(TraceRecord::Kind::group)) return;
  for (std::uint32_t i = 0; i < reading.tree.groups.size(); ++i) {
    std::uint32_t parent = reading.tree.parent(i);
    TraceRecord record{TraceRecord::Kind::group, {span_of(reading, i), false}, {}, RuleId::none, 0, true, {}, {}};
    record.what = std::string(kind_name(reading.group(i).kind)) + flags_text(reading.group(i));
    if (parent != Group::kNone) record.why = fmt::format("{} of [{}]", label_name(reading.tree.label(i)), text_of(reading, parent));
    trace.add(std::move(record));
  }
}

}  // namespace liaison
