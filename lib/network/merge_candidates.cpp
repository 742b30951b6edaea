#include "network/merge_candidates.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <unordered_map>

#include "network/name_key.h"

namespace liaison {
namespace {

using Why = MergeCandidate::Why;

// What names weigh (see NameVariants for variants).
constexpr int kSingleName = 25, kSameSingleName = 20, kOnlyOne = 20;
constexpr int kNationalBody = 35;
constexpr int kShortForm = 45, kShortWord = 25;
constexpr int kSharedSurname = 10, kFrequentSurname = 20, kCommonSurname = 30;   // less, for so many other bearers:
constexpr std::ptrdiff_t kFrequent = 3, kCommon = 8;
constexpr std::size_t kMostBearers = 50;
constexpr std::uint32_t kUnknown = KeyTable::kNone - 1;
constexpr std::size_t kMostInBlock = 400, kMostSingles = 60;

}  // namespace

void CandidateFinder::compare_blocks(const NameBlocks& blocks, MergeCandidates& out) {
  blocks.each(kMostInBlock, [&](const std::vector<std::uint32_t>& block) {
    for (std::size_t i = 0; i < block.size(); ++i) {
      for (std::size_t j = i + 1; j < block.size(); ++j) {
        const EntityGroup &a = grouping_.groups[block[i]], &b = grouping_.groups[block[j]];
        if (a.key == b.key || (a.is_known && b.is_known)) continue;
        const NameMatch found = names_.match(block[i], block[j]);
        if (found.weight <= 0 || sets_.share_document(block[i], block[j])) continue;
        // The name that the gazetteers or more documents have is kept.
        const bool first = std::tuple(a.is_known, a.members.size()) >= std::tuple(b.is_known, b.members.size());
        const std::uint32_t from = first ? block[j] : block[i], to = first ? block[i] : block[j];
        out.push_back({from, to, found.weight, Why::variant, found.text});
      }
    }
  });
}

MergeCandidates CandidateFinder::national_bodies() {
  std::vector<std::tuple<std::uint16_t, std::uint32_t, bool, std::uint32_t>> all;   // type, key, is untold, group
  for (std::uint32_t i = 0; i < grouping_.groups.size(); ++i) {
    const EntityGroup& group = grouping_.groups[i];
    if (group.is_national && is_considered(group)) all.emplace_back(group.type, group.key, group.realm == 0, i);
  }
  std::sort(all.begin(), all.end());
  MergeCandidates out;
  const auto group_of = [&](std::size_t at) { return std::get<3>(all[at]); };
  for (std::size_t i = 0, begin = 0; i < all.size(); ++i) {
    if (std::get<0>(all[i]) != std::get<0>(all[begin]) || std::get<1>(all[i]) != std::get<1>(all[begin])) begin = i;
    if (!std::get<2>(all[i])) continue;
    for (std::size_t j = begin; j < std::min(i, begin + kMostInBlock); ++j) {
      if (!sets_.share_document(group_of(i), group_of(j))) out.push_back({group_of(i), group_of(j), kNationalBody, Why::national, {}});
    }
  }
  return out;
}

MergeCandidates CandidateFinder::body_variants() {
  NameBlocks blocks(grouping_.groups.size());
  for (std::uint32_t i = 0; i < grouping_.groups.size(); ++i) {
    const EntityGroup& group = grouping_.groups[i];
    if (is_considered(group) && !names_.is_person(group)) blocks.add(names_.variants().body_key(names_.body(i)), i);
  }
  MergeCandidates out;
  compare_blocks(blocks, out);
  return out;
}

/// A body whose name is a form of one other: "Samsung Electronics" of "Samsung Electronics Co".
MergeCandidates CandidateFinder::short_forms() {
  const auto is_body = [&](const EntityGroup& group) { return is_considered(group) && grouping_.type(group) == "ORG"; };
  std::vector<bool> wanted(grouping_.keys.size());
  for (const EntityGroup& group : grouping_.groups) {
    if (is_body(group) && !group.is_known) wanted[group.key] = true;
  }
  for (const EntityGroup& group : grouping_.groups) {   // the name of a place stands for any body of that place
    if (group.is_known && (grouping_.type(group) == "GPE" || grouping_.type(group) == "LOC")) wanted[group.key] = false;
  }
  Names bearers;
  add_other_names(wanted, is_body, bearers);
  MergeCandidates out;
  for (std::uint32_t i = 0; i < grouping_.groups.size(); ++i) {
    const EntityGroup& group = grouping_.groups[i];
    if (!is_body(group) || group.is_known) continue;
    const std::span found = of_key(bearers, group.key);
    const bool only = count_roots(found, i) == 1;
    for (const auto& [key, other] : found) {
      if (sets_.root(other) == sets_.root(i) || sets_.share_document(i, other)) continue;
      const int weight = (is_single(grouping_.key(group)) ? kShortWord : kShortForm) + (only ? kOnlyOne : 0);
      out.push_back({i, other, weight, only ? Why::only_form : Why::form, {}});
    }
  }
  return out;
}

/// Adds the forms whose keys are marked, of groups that are wanted and have another key; sorts all, each once.
template <class Wanted>
void CandidateFinder::add_other_names(const std::vector<bool>& keys, const Wanted& wanted, Names& out) {
  key_of_form_.resize(grouping_.form_names.size(), kUnknown);
  std::string text;
  for (const OtherForm& form : grouping_.other_forms) {
    const std::uint32_t number = grouping_.group_of[form.entity];
    const EntityGroup& group = grouping_.groups[number];
    if (!wanted(group)) continue;
    std::uint32_t& key = key_of_form_[form.name];
    if (key == kUnknown) {
      name_key(grouping_.form_names[form.name], text);
      key = grouping_.keys.find(text);
    }
    if (key != KeyTable::kNone && keys[key] && key != group.key) out.emplace_back(key, number);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
}

/// The groups that have a key, of a sorted list.
std::span<const CandidateFinder::Name> CandidateFinder::of_key(const Names& names, std::uint32_t key) {
  const auto begin = std::lower_bound(names.begin(), names.end(), std::pair(key, 0u));
  auto end = begin;
  while (end != names.end() && end->first == key) ++end;
  return {begin, end};
}

/// How many different groups there are, as they are joined now, beside one.
std::size_t CandidateFinder::count_roots(std::span<const Name> names, std::uint32_t beside) {
  std::vector<std::uint32_t> roots;
  for (const auto& [key, group] : names) {
    if (sets_.root(group) != sets_.root(beside)) roots.push_back(sets_.root(group));
  }
  std::sort(roots.begin(), roots.end());
  return static_cast<std::size_t>(std::unique(roots.begin(), roots.end()) - roots.begin());
}

MergeCandidates CandidateFinder::people_variants() {
  std::vector<std::uint32_t> people;
  for (std::uint32_t i = 0; i < grouping_.groups.size(); ++i) {
    const EntityGroup& group = grouping_.groups[i];
    if (is_considered(group) && names_.is_full_person(group)) people.push_back(i);
  }
  NameBlocks blocks(5 * people.size());
  constexpr std::size_t kAhead = 8;
  std::array<std::array<std::uint64_t, 5>, kAhead> keys;   // of those whose turn is next
  for (std::size_t i = 0; i < people.size() + kAhead; ++i) {
    auto& next = keys[i % kAhead];
    if (i >= kAhead) {
      for (const std::uint64_t key : next) blocks.add(key, people[i - kAhead]);
    }
    if (i >= people.size()) continue;
    next = names_.variants().people_keys(names_.person(people[i]));
    for (const std::uint64_t key : next) blocks.prefetch(key);
  }
  MergeCandidates out;
  compare_blocks(blocks, out);
  weigh_surnames(people, out);
  return out;
}

/// A surname that people of other names have too says less for two of like given names.
void CandidateFinder::weigh_surnames(std::span<const std::uint32_t> people, MergeCandidates& out) {
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> bearers;   // of the surnames of candidates
  const auto surname = [&](std::uint32_t group) { return names_.person(group).words.back().spelt; };
  for (const MergeCandidate& one : out) bearers[surname(one.to)];
  for (const std::uint32_t group : people) {
    const auto found = bearers.find(surname(group));
    if (found != bearers.end() && found->second.size() < kMostBearers) found->second.push_back(group);
  }
  for (MergeCandidate& one : out) {
    const auto& all = bearers[surname(one.to)];
    const auto others = std::count_if(all.begin(), all.end(), [&](std::uint32_t other) {
      return other != one.from && other != one.to && names_.match(one.from, other).weight <= 0 &&
             names_.match(one.to, other).weight <= 0;
    });
    one.is_common_surname = others > 0;
    one.weight -= others >= kCommon ? kCommonSurname : others >= kFrequent ? kFrequentSurname : others > 0 ? kSharedSurname : 0;
  }
}

/// A single name and the full names that it may stand for: by their last words, and by their forms.
MergeCandidates CandidateFinder::single_names() {
  std::vector<bool> wanted(grouping_.keys.size());
  for (const EntityGroup& group : grouping_.groups) {
    if (group.is_single && is_considered(group)) wanted[group.key] = true;
  }
  Names full_names;
  for (std::uint32_t i = 0; i < grouping_.groups.size(); ++i) {
    if (!names_.is_full_person(grouping_.groups[i])) continue;
    const std::uint32_t last = last_word_key(grouping_.key(grouping_.groups[i]));
    if (last != KeyTable::kNone && wanted[last]) full_names.emplace_back(last, i);
  }
  add_other_names(wanted, [&](const EntityGroup& group) { return names_.is_full_person(group); }, full_names);
  MergeCandidates out;
  for (std::uint32_t i = 0; i < grouping_.groups.size(); ++i) {
    const EntityGroup& group = grouping_.groups[i];
    if (!group.is_single || !is_considered(group)) continue;
    const std::span found = of_key(full_names, group.key);
    if (found.empty() || found.size() > kMostInBlock) continue;
    const bool only = count_roots(found, i) == 1;
    for (const auto& [key, other] : found) {
      if (sets_.share_document(i, other) || !is_considered(grouping_.groups[other])) continue;
      out.push_back({i, other, kSingleName + (only ? kOnlyOne : 0), only ? Why::only_full_name : Why::full_name, {}});
    }
  }
  add_alike_singles(out);
  return out;
}

/// The key of the last word of a name that is no suffix; none where it is the father's name ("bin Salman").
std::uint32_t CandidateFinder::last_word_key(std::string_view name) {
  while (!is_single(name)) {
    const std::string_view rest = name.substr(0, name.rfind(' '));
    if (is_single(rest) || !names_.variants().is_name_suffix(last_word(name))) break;
    name = rest;
  }
  const std::string_view before = is_single(name) ? std::string_view() : last_word(name.substr(0, name.rfind(' ')));
  return names_.variants().is_son_of(before) ? KeyTable::kNone : grouping_.keys.find(last_word(name));
}

void CandidateFinder::add_alike_singles(MergeCandidates& out) {
  Names alike;
  for (std::uint32_t i = 0; i < grouping_.groups.size(); ++i) {
    const EntityGroup& group = grouping_.groups[i];
    if (group.is_single && is_considered(group)) alike.emplace_back(group.key, i);
  }
  std::sort(alike.begin(), alike.end());
  for (std::size_t i = 0, begin = 0; i < alike.size(); ++i) {
    if (alike[i].first != alike[begin].first) begin = i;
    for (std::size_t j = std::max(begin, i - std::min(i, kMostSingles)); j < i; ++j) {
      if (sets_.share_document(alike[i].second, alike[j].second)) continue;
      out.push_back({alike[i].second, alike[j].second, kSameSingleName, Why::single_name, {}});
    }
  }
}

}  // namespace liaison
