#include "relations/word_rules.h"

#include <string>

#include "rules/match_trace.h"

namespace liaison {

/// Names are units of their type, and have no readings; hidden brackets leave none.
void WordRules::make_units(const RuleBook& rules, const TextView& view, std::span<const Annotation> annotations,
                           std::span<const Item> items) {
  units_.clear();
  item_of_.clear();
  classes_.resize(items.size());
  for (std::uint32_t i = 0; i < items.size(); ++i) {
    const Item& item = items[i];
    if (item.pos == Pos::hidden) continue;
    Unit& unit = units_.emplace_back();
    item_of_.push_back(i);
    if (item.annotation != Item::kNone) unit.type = annotations[item.annotation].type;
    unit.first = item.first;
    unit.last = item.last;
    unit.word = item.word;
    unit.flags = view.tokens[item.first].flags;
    unit.annotation = item.annotation;
    ClassSet& classes = classes_[units_.size() - 1];
    classes = item.classes;
    unit.classes = &classes;
    if (item.pos == Pos::name) {
      rules.readings().all().each([&](ClassId id) { classes.remove(id); });
      continue;
    }
    // Most words have the classes that the lexicon gives them, a set that the rules know.
    const std::uint32_t set = view.words->class_set(item.last - 1);
    if (set < view.lexicon->class_sets().size() && classes == view.classes(item.last - 1)) unit.known_set = set;
  }
}

void WordRules::tell(const RuleBook& rules, const Action& action, std::uint32_t unit, const ClassSet& before) const {
  TraceRecord record{TraceRecord::Kind::reading, {view_->span(units_[unit].first, units_[unit].last), false}, {},
                     static_cast<RuleId>(action.rule), 0, true, {}, {}};
  for (ClassId id : rules.readings().system_of(action.reading)) {
    std::string name(rules.lexicon().class_name(id));
    if (units_[unit].is(id)) record.what += (record.what.empty() ? "" : " or ") + name;
    else if (before.has(id)) record.why += (record.why.empty() ? "it might be " : " or ") + name;
  }
  trace_->add(std::move(record));
}

void WordRules::narrow(const RuleBook& rules, const Match& match) {
  const Readings& readings = rules.readings();
  for (const Action& action : rules.actions(rules.rules()[match.rule])) {
    UnitRange range = capture_of(match.captures, action.captures[0]);
    bool selects = rules.string(action.name) == "select";
    for (std::uint32_t at = range.first; range && at < range.last; ++at) {
      ClassSet before = classes_[at];
      bool taken = selects ? readings.select(classes_[at], action.reading) : readings.remove(classes_[at], action.reading);
      if (!taken) continue;
      narrowed_[at] = true;
      if (trace_ && trace_->wants(TraceRecord::Kind::reading)) tell(rules, action, at, before);
    }
  }
}

void WordRules::run(const RuleBook& rules, const TextView& view, const ItemReader& reader, Sentence sentence,
                    std::span<const Annotation> annotations, Trace* trace, std::span<Item> items) {
  if (rules.phase(kWordsPhase).rules.empty()) return;
  view_ = &view;
  trace_ = trace;
  make_units(rules, view, annotations, items);
  narrowed_.assign(units_.size(), false);
  Sequence sequence = sequence_of(view, sentence, units_);
  const SameEntity same = [&](std::uint32_t a, std::uint32_t b) { return annotations[a].entity == annotations[b].entity; };
  matcher_.costs = trace && trace->wants_costs() ? trace : nullptr;
  std::vector<Match> all;
  matcher_.each(rules, kWordsPhase, sequence, same, [&](const Match& match) {
    narrow(rules, match);
    if (trace) all.push_back(match);
  });
  if (trace) trace_misses(rules, kWordsPhase, sequence, all, same, *trace);
  for (std::uint32_t at = 0; at < units_.size(); ++at) {
    if (!narrowed_[at]) continue;
    Item& item = items[item_of_[at]];
    item.classes = classes_[at];
    reader.settle(item);
  }
}

}  // namespace liaison
