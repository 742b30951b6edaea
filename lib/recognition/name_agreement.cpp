#include "recognition/name_agreement.h"

#include <algorithm>
#include <tuple>

namespace liaison {

void NameAgreement::add(std::uint64_t name, std::uint32_t occurrence, const TypeScores& scores) {
  Vote vote{name, occurrence};
  auto types = std::span(scores.of).first<kNameTypeCount>();
  const std::int32_t best = *std::max_element(types.begin(), types.end());
  for (std::size_t type = 0; type < kNameTypeCount; ++type)
    vote.loss[type] = static_cast<std::uint8_t>(std::min(best - types[type], kException));
  votes_.push_back(vote);
}

void NameAgreement::support(std::uint64_t name, std::size_t type) {
  Vote vote{name, kNone};
  vote.loss.fill(kException);
  vote.loss[type] = 0;
  votes_.push_back(vote);
}

void NameAgreement::oppose(std::uint64_t name, std::size_t type) {
  Vote vote{name, kNone};
  vote.loss[type] = kException;
  votes_.push_back(vote);
}

namespace {

/// True for types between which a name changes within a document: a city gives its name to a team, a capital to a government.
constexpr bool lend_each_other(std::size_t a, std::size_t b) {
  const auto is = [&](Symbol type) { return kNameTypes[a] == type || kNameTypes[b] == type; };
  return is(symbols::org) && is(symbols::gpe);
}

}  // namespace

/// Notes the changes that one name asks for.
void NameAgreement::settle(std::span<const Vote> votes) {
  std::array<std::uint64_t, kNameTypeCount> losses{};
  std::array<bool, kNameTypeCount> is_best{};
  for (const Vote& vote : votes) {
    for (std::size_t type = 0; type < kNameTypeCount; ++type) {
      losses[type] += vote.loss[type];
      is_best[type] |= vote.occurrence != kNone && vote.loss[type] == 0;
    }
  }
  std::size_t best = kNameTypeCount;
  for (std::size_t type = 0; type < kNameTypeCount; ++type)
    if (is_best[type] && (best == kNameTypeCount || losses[type] < losses[best])) best = type;
  for (const Vote& vote : votes) {
    if (vote.occurrence == kNone || vote.loss[best] >= kException) continue;
    // of types that score the same, the first was taken
    const auto own = static_cast<std::size_t>(std::find(vote.loss.begin(), vote.loss.end(), 0) - vote.loss.begin());
    if (own != best && !lend_each_other(own, best)) changes_.push_back({vote.occurrence, static_cast<std::uint8_t>(best)});
  }
}

std::span<const NameAgreement::Change> NameAgreement::changes() {
  changes_.clear();
  std::sort(votes_.begin(), votes_.end(), [](const Vote& a, const Vote& b) { return std::tie(a.name, a.occurrence) < std::tie(b.name, b.occurrence); });
  for (std::size_t from = 0, to = 0; from < votes_.size(); from = to) {
    while (to < votes_.size() && votes_[to].name == votes_[from].name) ++to;
    if (to - from > 1) settle(std::span(votes_).subspan(from, to - from));
  }
  return changes_;
}

}  // namespace liaison
