#include "relations/disputes.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "relations/events.h"

namespace liaison {
namespace {

/// True if those who say the one are not those who say the other. What is only passed on is no voice against the text.
bool are_different_voices(const Attribution& yes, const Attribution& no) {
  if (!yes && !no) return false;
  if (!no) return yes.certainty != Certainty::hearsay;
  if (yes.sources.empty() || no.sources.empty()) return true;
  return std::none_of(yes.sources.begin(), yes.sources.end(),
                      [&](EntityId one) { return std::find(no.sources.begin(), no.sources.end(), one) != no.sources.end(); });
}

/// The dates of a sentence, as written.
std::set<std::string_view> dates_in(const TextView& view, std::span<const Annotation> annotations, Span sentence) {
  std::set<std::string_view> out;
  auto at = std::partition_point(annotations.begin(), annotations.end(),
                                 [&](const Annotation& a) { return view.tokens[a.first].start < sentence.start; });
  for (; at != annotations.end() && view.tokens[at->first].start < sentence.end; ++at)
    if (at->type == symbols::date && view.tokens[at->last - 1].end <= sentence.end) out.insert(view.surface(at->first, at->last));
  return out;
}

/// True if both sentences name dates, and none that the other one names.
bool of_different_dates(const TextView& view, std::span<const Annotation> annotations, const Evidence& a, const Evidence& b) {
  const auto first = dates_in(view, annotations, a.place.span), second = dates_in(view, annotations, b.place.span);
  return !first.empty() && !second.empty() &&
         std::none_of(first.begin(), first.end(), [&](std::string_view date) { return second.contains(date); });
}

bool is_in(Span trigger, std::span<const Span> all) {
  return std::binary_search(all.begin(), all.end(), trigger);
}

/// True if somebody tells what another one denies.
bool contradict(const TextView& view, std::span<const Annotation> annotations, std::span<const Span> denials, const Event& yes,
                const Event& no,
                std::uint64_t& compared) {
  for (const Evidence& a : std::span(yes.evidence).first(std::min(kMostTellings, yes.evidence.size())))
    for (const Evidence& b : std::span(no.evidence).first(std::min(kMostTellings, no.evidence.size()))) {
      ++compared;
      // What was planned and is called off is no dispute.
      const bool against = b.attribution.certainty == Certainty::denied || (yes.status == symbols::occurred && is_in(b.trigger, denials));
      if (against && are_different_voices(a.attribution, b.attribution) && !of_different_dates(view, annotations, a, b)) return true;
    }
  return false;
}

}  // namespace

bool is_denial(const ClauseReading& reading, const EventTelling& telling) {
  // `did not discuss the tariffs`: it is not denied that they met.
  if (telling.status != symbols::denied || reading.lemma_is(telling.group, Word::discussing)) return false;
  const Tree& tree = reading.tree;
  const auto flat = [&](std::uint32_t group) {
    return group != Group::kNone && reading.group(group).has(Group::kNegated) &&
           !reading.group(group).has(Group::kModal | Group::kFuture | Group::kInfinitive);
  };
  if (flat(telling.group)) return true;
  const std::uint32_t governor = tree.is_noun(telling.group) ? tree.governor(telling.group) : Group::kNone;
  return governor != Group::kNone && tree.is_verb(governor) && find_cue(reading, governor, Cue::kSupport, telling.kind) && flat(governor);
}

std::uint64_t mark_disputes(const TextView& view, std::span<const Annotation> annotations, std::span<const Span> denials,
                            std::vector<Event>& events) {
  std::vector<Pairs> pairs(events.size());
  SharedPairs told;
  for (std::uint32_t i = 0; i < events.size(); ++i) {
    pairs[i] = pairs_of(events[i]);
    if (events[i].status == symbols::occurred || events[i].status == symbols::planned) told.add(events[i].kind, symbols::none, pairs[i], i);
  }
  std::uint64_t compared = 0;
  std::vector<std::uint32_t> candidates;
  for (std::size_t i = 0; i < events.size(); ++i) {
    Event& no = events[i];
    if (no.status != symbols::denied) continue;
    told.find(no.kind, symbols::none, pairs[i], candidates);
    for (const std::uint32_t at : candidates) {
      Event& yes = events[at];
      if (!one_holds_other(pairs[at], pairs[i])) continue;
      if (contradict(view, annotations, denials, yes, no, compared)) yes.disputed = no.disputed = true;
    }
  }
  return compared;
}

}  // namespace liaison
