#include "relations/telling_score.h"

#include <algorithm>

namespace liaison {
namespace {

constexpr std::uint32_t kNone = Group::kNone;
/// Farther away than this, in pairs of groups, is all the same.
constexpr std::uint32_t kFarthest = 7;
/// Between groups farther apart than this, no look is taken at what stands aside.
constexpr std::uint32_t kLooked = 64;

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
  const auto hyphen = [&](std::uint32_t token) {
    return token < reading.view.tokens.size() && reading.grammar().is(reading.view, token, Word::hyphen);
  };
  const bool joined = party.direct && ((name.first > 0 && hyphen(name.first - 1)) || hyphen(name.last));
  return joined || reading.group(party.group).name == party.annotation ? TellingFeature::named : TellingFeature::beside;
}

std::uint16_t type_bit_of(Symbol type) {
  if (type == symbols::person) return TellingFeature::person_bit;
  if (type == symbols::org) return TellingFeature::org_bit;
  if (type == symbols::gpe) return TellingFeature::gpe_bit;
  return 0;
}

/// True for what stands between two groups without leading from one to the other: it is told of something there in passing, `A, also
/// known as B, met C`.
bool is_aside(const Tree& tree, std::uint32_t at, std::uint32_t party, std::uint32_t trigger) {
  const auto leads = [&](std::uint32_t up) { return tree.stands_below(party, up) || tree.stands_below(trigger, up); };
  for (int step = 0; at != kNone && step < Tree::kDeepest && !leads(at); ++step, at = tree.parent(at)) {
    const Label label = tree.label(at);
    if (label == Label::apposition || label == Label::relative || label == Label::participle || label == Label::member) return true;
  }
  return false;
}

/// How many groups a party stands away from a trigger, but for those that stand aside with the marks around them.
std::uint32_t distance(const Tree& tree, std::uint32_t party, std::uint32_t trigger) {
  const std::uint32_t last = std::max(party, trigger);
  if (last - std::min(party, trigger) > kLooked) return 2 * kFarthest;
  std::uint32_t away = 1;
  bool aside = false;
  for (std::uint32_t at = std::min(party, trigger) + 1; at < last && away < 2 * kFarthest; ++at) {
    const Group::Kind kind = tree.group(at).kind;
    const bool mark = kind == Group::Kind::comma || kind == Group::Kind::dash || kind == Group::Kind::adverb ||
                      kind == Group::Kind::conjunction;
    const bool goes_on = mark && (aside || (at + 1 < last && is_aside(tree, at + 1, party, trigger)));
    aside = goes_on || (!mark && is_aside(tree, at, party, trigger));
    away += !aside;
  }
  return away;
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
    const std::uint32_t away = group == telling.group ? 0 : distance(reading.tree, group, telling.group) / 2;
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
