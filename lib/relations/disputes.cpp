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
  for (const Annotation& a : annotations) {
    if (a.type != symbols::date) continue;
    const Span span = view.span(a.first, a.last);
    if (span.start >= sentence.start && span.end <= sentence.end) out.insert(span.of(view.text));
  }
  return out;
}

/// True if both sentences name dates, and none that the other one names.
bool of_different_dates(const TextView& view, std::span<const Annotation> annotations, const Evidence& a, const Evidence& b) {
  const auto first = dates_in(view, annotations, a.place.span), second = dates_in(view, annotations, b.place.span);
  return !first.empty() && !second.empty() && std::none_of(first.begin(), first.end(), [&](std::string_view date) { return second.contains(date); });
}

bool is_in(Span trigger, std::span<const Span> all) { return std::find(all.begin(), all.end(), trigger) != all.end(); }

}  // namespace

bool is_denial(const ClauseReading& reading, const EventTelling& telling) {
  // `did not discuss the tariffs`: it is not denied that they met.
  if (telling.status != symbols::denied || reading.lemma_is(telling.group, Word::discussing)) return false;
  const Tree& tree = reading.tree;
  const auto flat = [&](std::uint32_t group) {
    return group != Group::kNone && reading.group(group).has(Group::kNegated) && !reading.group(group).has(Group::kModal | Group::kFuture | Group::kInfinitive);
  };
  if (flat(telling.group)) return true;
  const std::uint32_t governor = tree.is_noun(telling.group) ? tree.governor(telling.group) : Group::kNone;
  return governor != Group::kNone && tree.is_verb(governor) && find_cue(reading, governor, Cue::kSupport, telling.kind) && flat(governor);
}

void mark_disputes(const TextView& view, std::span<const Annotation> annotations, std::span<const Span> denials, std::vector<Event>& events) {
  for (Event& no : events) {
    if (no.status != symbols::denied) continue;
    const Pairs denied = pairs_of(no);
    for (Event& yes : events) {
      if ((yes.status != symbols::occurred && yes.status != symbols::planned) || yes.kind != no.kind) continue;
      const Pairs told = pairs_of(yes);
      const bool same = std::includes(told.begin(), told.end(), denied.begin(), denied.end()) ||
                        std::includes(denied.begin(), denied.end(), told.begin(), told.end());
      if (!same) continue;
      for (const Evidence& a : yes.evidence)
        for (const Evidence& b : no.evidence) {
          // What was planned and is called off is no dispute.
          const bool against = b.attribution.certainty == Certainty::denied || (yes.status == symbols::occurred && is_in(b.trigger, denials));
          if (against && are_different_voices(a.attribution, b.attribution) && !of_different_dates(view, annotations, a, b)) yes.disputed = no.disputed = true;
        }
    }
  }
}

}  // namespace liaison
