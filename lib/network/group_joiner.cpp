#include "network/group_joiner.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <span>
#include <tuple>
#include <utility>
#include <unordered_map>

#include "network/name_key.h"

namespace liaison {
namespace {

// What is enough, of the weights of names (NameVariants, and below) and of other evidence (GroupEvidence).
constexpr int kSame = 60, kMaybeSame = 35;
constexpr int kNear = 15;                     // a rival so near in weight makes a candidate ambiguous,
constexpr int kRivals = 50;                   // if their names say no more than this for being one
constexpr int kSingleName = 25, kSameSingleName = 20, kOnlyOne = 20;
constexpr int kShortForm = 45, kShortWord = 25;
constexpr int kPlaceMatch = 90;               // a place is not joined by how its name sounds
constexpr std::uint32_t kUnknown = KeyTable::kNone - 1;
constexpr std::size_t kMostInBlock = 400, kMostSingles = 60;

bool is_person(const Grouping& grouping, const EntityGroup& group) { return grouping.type(group) == "PERSON"; }

bool is_full_person(const Grouping& grouping, const EntityGroup& group) {
  return is_person(grouping, group) && !group.is_single;
}

std::shared_ptr<const Pack> pack_of(const ResolveOptions& options) {
  return options.pack ? options.pack : Pack::english();
}

std::string quoted(const std::string& text) { return '"' + text + '"'; }

}  // namespace

GroupJoiner::GroupJoiner(Grouping& grouping, const Digests& digests, const Corrections& corrections, const ResolveOptions& options)
    : grouping_(grouping),
      corrections_(corrections),
      options_(options),
      variants_(*pack_of(options)),
      evidence_(grouping, digests, [this](std::uint32_t group) { return root(group); }) {
  parent_.resize(grouping.groups.size());
  std::iota(parent_.begin(), parent_.end(), 0u);
  joined_.resize(parent_.size());
}

std::uint32_t GroupJoiner::root(std::uint32_t group) {
  while (parent_[group] != group) group = parent_[group] = parent_[parent_[group]];
  return group;
}

/// What one document calls two is not one. Members stand in order of the documents.
bool GroupJoiner::share_document(std::uint32_t a, std::uint32_t b) const {
  const auto &first = grouping_.groups[a].members, &second = grouping_.groups[b].members;
  for (std::size_t i = 0, j = 0; i < first.size() && j < second.size();) {
    if (first[i].document == second[j].document) return true;
    first[i].document < second[j].document ? ++i : ++j;
  }
  return false;
}

bool GroupJoiner::are_different(std::uint32_t a, std::uint32_t b) {
  return std::any_of(different_.begin(), different_.end(), [&](const auto& pair) {
    const std::uint32_t first = root(pair.first), second = root(pair.second);
    return (first == a && second == b) || (first == b && second == a);
  });
}

bool GroupJoiner::names_contradict(std::uint32_t a, std::uint32_t b) {
  const EntityGroup &first = grouping_.groups[a], &second = grouping_.groups[b];
  if (!is_person(grouping_, first) || first.is_single || second.is_single) return false;
  return variants_.people(person(a), person(b)).weight < 0;
}

/// True if nothing forbids that the roots of both are one, pair by pair.
bool GroupJoiner::may_join(std::uint32_t a, std::uint32_t b) {
  a = root(a);
  b = root(b);
  if (a == b || are_different(a, b)) return false;
  const auto all = [&](std::uint32_t at) { return joined_[at].empty() ? std::vector{at} : joined_[at]; };
  for (const std::uint32_t first : all(a)) {
    for (const std::uint32_t second : all(b)) {
      if (share_document(first, second) || names_contradict(first, second)) return false;
    }
  }
  return true;
}

/// Joins the group of `from` with that of `to`, whose name it takes; a full name is not given up for a single one.
void GroupJoiner::join(std::uint32_t from, std::uint32_t to, std::string reason) {
  std::uint32_t a = root(from), b = root(to);
  if (a == b) return;
  if (grouping_.groups[b].is_single && !grouping_.groups[a].is_single) std::swap(a, b);
  parent_[a] = b;
  for (const std::uint32_t at : {a, b}) {
    if (joined_[at].empty()) joined_[at].push_back(at);
  }
  for (const std::uint32_t at : joined_[a]) evidence_.was_joined(at);
  joined_[b].insert(joined_[b].end(), joined_[a].begin(), joined_[a].end());
  joined_[a].clear();
  grouping_.joins.push_back({from, to, std::move(reason)});
}

void GroupJoiner::tell_idle(std::string text, const Corrections::Line& line, const std::string& missing) {
  grouping_.idle.push_back({line.line, std::move(text), "nobody is called " + quoted(missing)});
}

/// Pairs of groups that corrections keep apart, as the groups are now.
void GroupJoiner::find_different() {
  different_.clear();
  if (corrections_.different.empty()) return;
  const GroupIndex index(grouping_);
  for (const auto& pair : corrections_.different) {
    for (const std::uint32_t a : index.find(pair.a)) {
      for (const std::uint32_t b : index.find(pair.b)) {
        if (a != b) different_.emplace_back(a, b);
      }
    }
  }
}

void GroupJoiner::join_corrected() {
  find_different();
  if (corrections_.same.empty() && corrections_.different.empty()) return;
  const GroupIndex index(grouping_);
  for (const auto& pair : corrections_.different) {
    for (const std::string& name : {pair.a, pair.b}) {
      if (index.find(name).empty()) tell_idle("different " + pair.a + " | " + pair.b, pair, name);
    }
  }
  for (const auto& pair : corrections_.same) {
    std::vector<std::uint32_t> to = index.find(pair.b), from = index.find(pair.a);
    const std::string why = keep_alike(pair, from, to);
    if (!why.empty()) {
      grouping_.idle.push_back({pair.line, "same " + pair.a + " | " + pair.b, why});
      continue;
    }
    for (const auto* groups : {&to, &from}) {
      for (const std::uint32_t group : *groups) {
        if (are_different(root(group), root(to.front()))) continue;
        join(group, to.front(), "a correction says that they are the same");
      }
    }
  }
}

const PersonName& GroupJoiner::person(std::uint32_t group) {
  const std::uint32_t key = grouping_.groups[group].key;
  if (key >= people_.size()) people_.resize(grouping_.keys.size());
  if (!people_[key]) people_[key] = std::make_unique<PersonName>(variants_.person(grouping_.keys[key]));
  return *people_[key];
}

const BodyName& GroupJoiner::body(std::uint32_t group) {
  const std::uint32_t key = grouping_.groups[group].key;
  if (key >= bodies_.size()) bodies_.resize(grouping_.keys.size());
  if (!bodies_[key]) bodies_[key] = std::make_unique<BodyName>(variants_.body(grouping_.keys[key]));
  return *bodies_[key];
}

/// Leaves the groups of types that both names have, where there are any. Why the line joins nothing, if so: a name that
/// is but a form of several others does not say which of them is meant.
std::string GroupJoiner::keep_alike(const Corrections::Line& pair, std::vector<std::uint32_t>& from, std::vector<std::uint32_t>& to) {
  if (from.empty() || to.empty()) return "nobody is called " + quoted(to.empty() ? pair.b : pair.a);
  const auto has_type_of = [&](const std::vector<std::uint32_t>& groups, std::uint32_t one) {
    return std::any_of(groups.begin(), groups.end(),
                       [&](std::uint32_t other) { return grouping_.groups[other].type == grouping_.groups[one].type; });
  };
  const bool is_common = std::any_of(from.begin(), from.end(), [&](std::uint32_t one) { return has_type_of(to, one); });
  if (is_common) {
    const std::vector<std::uint32_t> before = from;
    std::erase_if(from, [&](std::uint32_t one) { return !has_type_of(to, one); });
    std::erase_if(to, [&](std::uint32_t one) { return !has_type_of(before, one); });
  }
  for (const auto& [name, groups] : {std::pair(&pair.a, &from), std::pair(&pair.b, &to)}) {
    for (const std::uint32_t group : *groups) {
      if (grouping_.groups[group].key == grouping_.groups[groups->front()].key) continue;
      return quoted(*name) + " may be " + quoted(grouping_.name(grouping_.groups[groups->front()])) + " or " +
             quoted(grouping_.name(grouping_.groups[group]));
    }
  }
  const bool is_one = from == to && from.size() == 1;
  return is_one ? quoted(pair.a) + " and " + quoted(pair.b) + " are one already" : std::string();
}

NameMatch GroupJoiner::match(std::uint32_t a, std::uint32_t b) {
  const EntityGroup &first = grouping_.groups[a], &second = grouping_.groups[b];
  if (first.type != second.type) return {};
  if (is_person(grouping_, first)) {
    if (first.key == second.key) return {100, "the same name"};
    return variants_.people(person(a), person(b));
  }
  const NameMatch found = variants_.bodies(body(a), body(b));
  return grouping_.type(first) == "ORG" || found.weight >= kPlaceMatch ? found : NameMatch{};
}

void GroupJoiner::compare_blocks(const NameBlocks& blocks, Candidates& out) {
  blocks.each(kMostInBlock, [&](const std::vector<std::uint32_t>& block) {
    for (std::size_t i = 0; i < block.size(); ++i) {
      for (std::size_t j = i + 1; j < block.size(); ++j) {
        const EntityGroup &a = grouping_.groups[block[i]], &b = grouping_.groups[block[j]];
        if (a.key == b.key || (a.is_known && b.is_known)) continue;
        const NameMatch found = match(block[i], block[j]);
        if (found.weight <= 0 || share_document(block[i], block[j])) continue;
        // The name that the gazetteers or more documents have is kept.
        const bool first = std::tuple(a.is_known, a.members.size()) >= std::tuple(b.is_known, b.members.size());
        const std::uint32_t from = first ? block[j] : block[i], to = first ? block[i] : block[j];
        out.push_back({from, to, found.weight, Why::variant, found.text});
      }
    }
  });
}

/// The whole reason in words.
std::string GroupJoiner::reason(const Candidate& candidate) {
  const std::string from = quoted(grouping_.name(grouping_.groups[candidate.from]));
  const std::string to = quoted(grouping_.name(grouping_.groups[candidate.to]));
  std::string text;
  switch (candidate.why) {
    case Why::variant: text = from + " and " + to + ": " + std::string(candidate.variant); break;
    case Why::form: text = from + " is a form of " + to; break;
    case Why::only_form: text = from + " is a form of " + to + " and of no other"; break;
    case Why::full_name: text = to + " is a full name for " + from; break;
    case Why::only_full_name: text = to + " is the only full name for " + from; break;
    case Why::single_name: text = "the same single name"; break;
  }
  evidence_.weigh(evidence_.ties(candidate.from), evidence_.ties(candidate.to), &text);
  return text;
}

/// Adds what else speaks for each and against it.
void GroupJoiner::weigh(Candidates& candidates) {
  evidence_.note_roots();
  for (Candidate& candidate : candidates) {
    candidate.weight += evidence_.weigh(evidence_.ties(candidate.from), evidence_.ties(candidate.to));
  }
  std::erase_if(candidates, [](const Candidate& one) { return one.weight < kMaybeSame; });
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return std::tuple(-a.weight, a.from, a.to, a.why) < std::tuple(-b.weight, b.from, b.to, b.why);
  });
  const auto same = [](const Candidate& a, const Candidate& b) { return a.from == b.from && a.to == b.to; };
  candidates.erase(std::unique(candidates.begin(), candidates.end(), same), candidates.end());
}

/// True if another candidate of one of its groups is nearly as good, and is nobody with whom the first could be one.
bool GroupJoiner::is_ambiguous(const Candidate& candidate, const std::vector<const Candidate*>& others) {
  for (const Candidate* other : others) {
    if (other == &candidate || other->weight + kNear <= candidate.weight) continue;
    const bool shares_from = other->from == candidate.from || other->to == candidate.from;
    const std::uint32_t common = shares_from ? candidate.from : candidate.to;
    const std::uint32_t mine = shares_from ? candidate.to : candidate.from;
    const std::uint32_t rival = other->from == common ? other->to : other->from;
    if (root(mine) == root(rival) || root(rival) == root(common)) continue;
    if (match(mine, rival).weight <= kRivals || share_document(mine, rival)) return true;
  }
  return false;
}

/// Joins what is enough, the weightiest first; the rest is left.
void GroupJoiner::join(Candidates candidates) {
  std::unordered_map<std::uint32_t, std::vector<const Candidate*>> of_group;
  for (const Candidate& candidate : candidates) {
    of_group[candidate.from].push_back(&candidate);
    of_group[candidate.to].push_back(&candidate);
  }
  for (const Candidate& candidate : candidates) {
    if (root(candidate.from) == root(candidate.to) || !may_join(candidate.from, candidate.to)) continue;
    const bool enough = candidate.weight >= kSame && !is_ambiguous(candidate, of_group[candidate.from]) &&
                        !is_ambiguous(candidate, of_group[candidate.to]);
    if (enough) join(candidate.from, candidate.to, reason(candidate));
    else maybes_.push_back({candidate.from, candidate.to, reason(candidate)});
  }
}

void GroupJoiner::join_bodies() {
  Candidates variants = body_variants();
  weigh(variants);
  join(std::move(variants));
  Candidates forms = short_forms();
  weigh(forms);
  join(std::move(forms));
  evidence_.clear();
}

GroupJoiner::Candidates GroupJoiner::body_variants() {
  NameBlocks blocks(grouping_.groups.size());
  for (std::uint32_t i = 0; i < grouping_.groups.size(); ++i) {
    const EntityGroup& group = grouping_.groups[i];
    if (is_considered(group) && !is_person(grouping_, group)) blocks.add(variants_.body_key(body(i)), i);
  }
  Candidates out;
  compare_blocks(blocks, out);
  return out;
}

/// A body whose name is a form of one other: "Samsung Electronics" of "Samsung Electronics Co".
GroupJoiner::Candidates GroupJoiner::short_forms() {
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
  Candidates out;
  for (std::uint32_t i = 0; i < grouping_.groups.size(); ++i) {
    const EntityGroup& group = grouping_.groups[i];
    if (!is_body(group) || group.is_known) continue;
    const std::span found = of_key(bearers, group.key);
    const bool only = count_roots(found, i) == 1;
    for (const auto& [key, other] : found) {
      if (root(other) == root(i) || share_document(i, other)) continue;
      const int weight = (is_single(grouping_.key(group)) ? kShortWord : kShortForm) + (only ? kOnlyOne : 0);
      out.push_back({i, other, weight, only ? Why::only_form : Why::form, {}});
    }
  }
  return out;
}

/// Adds the forms whose keys are marked, of groups that are wanted and have another key; sorts all, each once.
template <class Wanted>
void GroupJoiner::add_other_names(const std::vector<bool>& keys, const Wanted& wanted, Names& out) {
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
std::span<const GroupJoiner::Name> GroupJoiner::of_key(const Names& names, std::uint32_t key) {
  const auto begin = std::lower_bound(names.begin(), names.end(), std::pair(key, 0u));
  auto end = begin;
  while (end != names.end() && end->first == key) ++end;
  return {begin, end};
}

/// How many different groups there are, as they are joined now, beside one.
std::size_t GroupJoiner::count_roots(std::span<const Name> names, std::uint32_t beside) {
  std::vector<std::uint32_t> roots;
  for (const auto& [key, group] : names) {
    if (root(group) != root(beside)) roots.push_back(root(group));
  }
  std::sort(roots.begin(), roots.end());
  return static_cast<std::size_t>(std::unique(roots.begin(), roots.end()) - roots.begin());
}

void GroupJoiner::join_people() {
  find_different();
  Candidates variants = people_variants();
  weigh(variants);
  join(std::move(variants));
  Candidates singles = single_names();
  weigh(singles);
  join(std::move(singles));
}

GroupJoiner::Candidates GroupJoiner::people_variants() {
  std::vector<std::uint32_t> people;
  for (std::uint32_t i = 0; i < grouping_.groups.size(); ++i) {
    const EntityGroup& group = grouping_.groups[i];
    if (is_considered(group) && is_full_person(grouping_, group)) people.push_back(i);
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
    next = variants_.people_keys(person(people[i]));
    for (const std::uint64_t key : next) blocks.prefetch(key);
  }
  Candidates out;
  compare_blocks(blocks, out);
  return out;
}

/// A single name and the full names that it may stand for: by their last words, and by their forms.
GroupJoiner::Candidates GroupJoiner::single_names() {
  std::vector<bool> wanted(grouping_.keys.size());
  for (const EntityGroup& group : grouping_.groups) {
    if (group.is_single && is_considered(group)) wanted[group.key] = true;
  }
  Names full_names;
  for (std::uint32_t i = 0; i < grouping_.groups.size(); ++i) {
    if (!is_full_person(grouping_, grouping_.groups[i])) continue;
    const std::uint32_t last = last_word_key(grouping_.key(grouping_.groups[i]));
    if (last != KeyTable::kNone && wanted[last]) full_names.emplace_back(last, i);
  }
  add_other_names(wanted, [&](const EntityGroup& group) { return is_full_person(grouping_, group); }, full_names);
  Candidates out;
  for (std::uint32_t i = 0; i < grouping_.groups.size(); ++i) {
    const EntityGroup& group = grouping_.groups[i];
    if (!group.is_single || !is_considered(group)) continue;
    const std::span found = of_key(full_names, group.key);
    if (found.empty() || found.size() > kMostInBlock) continue;
    const bool only = count_roots(found, i) == 1;
    for (const auto& [key, other] : found) {
      if (share_document(i, other) || !is_considered(grouping_.groups[other])) continue;
      out.push_back({i, other, kSingleName + (only ? kOnlyOne : 0), only ? Why::only_full_name : Why::full_name, {}});
    }
  }
  add_alike_singles(out);
  return out;
}

/// The key of the last word of a name that is no suffix.
std::uint32_t GroupJoiner::last_word_key(std::string_view name) {
  while (!is_single(name)) {
    const std::string_view rest = name.substr(0, name.rfind(' '));
    if (is_single(rest) || !variants_.is_name_suffix(last_word(name))) break;
    name = rest;
  }
  return grouping_.keys.find(last_word(name));
}

void GroupJoiner::add_alike_singles(Candidates& out) {
  Names alike;
  for (std::uint32_t i = 0; i < grouping_.groups.size(); ++i) {
    const EntityGroup& group = grouping_.groups[i];
    if (group.is_single && is_considered(group)) alike.emplace_back(group.key, i);
  }
  std::sort(alike.begin(), alike.end());
  for (std::size_t i = 0, begin = 0; i < alike.size(); ++i) {
    if (alike[i].first != alike[begin].first) begin = i;
    for (std::size_t j = std::max(begin, i - std::min(i, kMostSingles)); j < i; ++j) {
      if (share_document(alike[i].second, alike[j].second)) continue;
      out.push_back({alike[i].second, alike[j].second, kSameSingleName, Why::single_name, {}});
    }
  }
}

void GroupJoiner::apply_names_and_drops() {
  grouping_.dropped.assign(grouping_.groups.size(), false);
  if (corrections_.name.empty() && corrections_.drop.empty()) return;
  const GroupIndex index(grouping_);
  for (const auto& pair : corrections_.name) {
    const auto found = index.find(pair.a);
    for (const std::uint32_t group : found) grouping_.labels[root(group)] = pair.b;
    if (found.empty()) tell_idle("name " + pair.a + " | " + pair.b, pair, pair.a);
  }
  for (const auto& line : corrections_.drop) {
    const auto found = index.find(line.a);
    for (const std::uint32_t group : found) grouping_.dropped[root(group)] = true;
    if (found.empty()) tell_idle("drop " + line.a, line, line.a);
  }
}

void GroupJoiner::finish() {
  grouping_.root.resize(parent_.size());
  for (std::uint32_t i = 0; i < parent_.size(); ++i) grouping_.root[i] = root(i);
  for (Join& one : maybes_) {
    if (root(one.from) == root(one.to) || are_different(root(one.from), root(one.to))) continue;
    grouping_.maybes.push_back(std::move(one));
  }
}

}  // namespace liaison
