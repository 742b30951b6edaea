#include "relations/telling_score.h"

#include <algorithm>

namespace liaison {
namespace {

constexpr std::uint32_t kNone = Group::kNone;
/// Farther away than this, in pairs of groups, is all the same.
constexpr std::uint32_t kFarthest = 7;

TellingFeature::Form form_of(const ClauseReading& reading, const EventTelling& telling) {
  if (telling.trigger->kind == TriggerKind::noun) return TellingFeature::noun;
  if (telling.trigger->kind == TriggerKind::word) return TellingFeature::word;
  const Group& verb = reading.group(telling.group);
  if (verb.has(Group::kPast)) return TellingFeature::past;
  if (verb.has(Group::kInfinitive)) return TellingFeature::infinitive;
  if (verb.has(Group::kGerund)) return TellingFeature::gerund;
  if (verb.has(Group::kModal)) return TellingFeature::modal;
  return verb.has(Group::kFuture) ? TellingFeature::future : TellingFeature::present;
}

/// By its own name, by a name beside a noun (`Samsung executives`), by a word for its people, or by what refers to it.
TellingFeature::Reading reading_of(const ClauseReading& reading, const Party& party) {
  if (party.group == kNone) return TellingFeature::reference;
  if (party.annotation == Annotation::kUnknown) return party.direct ? TellingFeature::people : TellingFeature::reference;
  // `the Toyota-Nissan alliance`: what a hyphen joins is named there as plainly as anywhere.
  const Annotation& name = reading.annotations[party.annotation];
  const auto hyphen = [&](std::uint32_t token) { return token < reading.view.tokens.size() && reading.grammar().is(reading.view, token, Word::hyphen); };
  const bool joined = party.direct && ((name.first > 0 && hyphen(name.first - 1)) || hyphen(name.last));
  return joined || reading.group(party.group).name == party.annotation ? TellingFeature::named : TellingFeature::beside;
}

std::uint16_t type_bit_of(Symbol type) {
  if (type == symbols::person) return TellingFeature::person_bit;
  if (type == symbols::org) return TellingFeature::org_bit;
  if (type == symbols::gpe) return TellingFeature::gpe_bit;
  return 0;
}

}  // namespace

void features_of(const ClauseReading& reading, const EventTelling& telling, std::vector<TellingFeature>& out) {
  out.clear();
  out.push_back({TellingFeature::base});
  out.push_back({TellingFeature::form, form_of(reading, telling)});
  out.push_back({TellingFeature::status, telling.status.id});
  std::uint16_t types = 0;
  for (const Filled& filled : telling.filled) {
    const Entity& entity = reading.entities[static_cast<std::size_t>(filled.party.entity)];
    types = static_cast<std::uint16_t>(types | type_bit_of(entity.type));
    out.push_back({TellingFeature::listed, static_cast<std::uint16_t>(!entity.known_as.empty()), entity.type.id});
    out.push_back({TellingFeature::reading, reading_of(reading, filled.party), entity.type.id});
    const std::uint32_t group = filled.party.group;
    if (group == kNone) continue;
    const bool behind = group >= telling.group;
    const std::uint32_t away = (behind ? group - telling.group : telling.group - group) / 2;
    out.push_back({TellingFeature::distance, behind, static_cast<std::uint16_t>(std::min(away, kFarthest))});
  }
  out.push_back({TellingFeature::types, telling.kind.id, types});
  // What several share, or none tells apart, counts once.
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
}

int score_of(const TellingWeights& weights, const std::vector<TellingFeature>& features) {
  int sum = 0;
  for (const TellingFeature& feature : features) sum += weights.of(feature);
  return sum;
}

}  // namespace liaison
