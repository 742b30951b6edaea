#include "network/group_joiner.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

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
constexpr std::size_t kMostInBlock = 400, kMostSingles = 60;

bool is_person(const Grouping& grouping, const EntityGroup& group) { return grouping.type(group) == "PERSON"; }

bool is_full_person(const Grouping& grouping, const EntityGroup& group) {
  return is_person(grouping, group) && !group.is_single;
}

std::shared_ptr<const Pack> pack_of(const ResolveOptions& options) {
  return options.pack ? options.pack : Pack::english();
}

/// The keys of all forms of a group's members but the group's own.
std::set<std::string> other_forms(const Grouping& grouping, const EntityGroup& group) {
  std::set<std::string> forms;
  for (const Member& member : group.members) {
    for (const std::string& form : grouping.entity(member).forms) forms.insert(name_key(form));
  }
  forms.erase(std::string(grouping.key(group)));
  return forms;
}

std::string quoted(const std::string& text) { return '"' + text + '"'; }

}  // namespace

GroupJoiner::GroupJoiner(Grouping& grouping, const Corrections& corrections, const ResolveOptions& options)
    : grouping_(grouping),
      corrections_(corrections),
      options_(options),
      variants_(*pack_of(options)),
      evidence_(grouping, [this](std::uint32_t group) { return root(group); }) {
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
  return variants_.people(grouping_.key(first), grouping_.key(second)).weight < 0;
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

/// Joins the group of `from` with that of `to`, whose name it takes.
void GroupJoiner::join(std::uint32_t from, std::uint32_t to, std::string reason) {
  const std::uint32_t a = root(from), b = root(to);
  if (a == b) return;
  parent_[a] = b;
  for (const std::uint32_t at : {a, b}) {
    if (joined_[at].empty()) joined_[at].push_back(at);
  }
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
    const std::vector<std::uint32_t> to = index.find(pair.b), from = index.find(pair.a);
    if (to.empty() || from.empty()) {
      tell_idle("same " + pair.a + " | " + pair.b, pair, to.empty() ? pair.b : pair.a);
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

NameMatch GroupJoiner::match(std::uint32_t a, std::uint32_t b) {
  const EntityGroup &first = grouping_.groups[a], &second = grouping_.groups[b];
  if (first.type != second.type) return {};
  if (is_person(grouping_, first)) {
    if (first.key == second.key) return {100, "the same name"};
    return variants_.people(grouping_.key(first), grouping_.key(second));
  }
  const NameMatch found = variants_.bodies(grouping_.key(first), grouping_.key(second));
  return grouping_.type(first) == "ORG" || found.weight >= kPlaceMatch ? found : NameMatch{};
}

void GroupJoiner::compare_block(const std::vector<std::uint32_t>& block, Candidates& out) {
  for (std::size_t i = 0; i < block.size() && block.size() <= kMostInBlock; ++i) {
    for (std::size_t j = i + 1; j < block.size(); ++j) {
      const EntityGroup &a = grouping_.groups[block[i]], &b = grouping_.groups[block[j]];
      if (a.key == b.key || (a.is_known && b.is_known)) continue;
      const NameMatch found = match(block[i], block[j]);
      if (found.weight <= 0 || share_document(block[i], block[j])) continue;
      // The name that the gazetteers or more documents have is kept.
      const bool first = std::tuple(a.is_known, a.members.size()) >= std::tuple(b.is_known, b.members.size());
      const std::uint32_t from = first ? block[j] : block[i], to = first ? block[i] : block[j];
      out.push_back({from, to, found.weight,
                     quoted(grouping_.name(grouping_.groups[from])) + " and " +
                         quoted(grouping_.name(grouping_.groups[to])) + ": " + std::string(found.text)});
    }
  }
}

/// Adds what else speaks for each and against it.
void GroupJoiner::weigh(Candidates& candidates) {
  for (Candidate& candidate : candidates) {
    const Weighed more = evidence_.weigh(evidence_.ties(candidate.from), evidence_.ties(candidate.to));
    candidate.weight += more.weight;
    if (!more.text.empty()) candidate.reason += "; " + more.text;
  }
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return std::tuple(-a.weight, a.from, a.to) < std::tuple(-b.weight, b.from, b.to);
  });
  const auto same = [](const Candidate& a, const Candidate& b) { return a.from == b.from && a.to == b.to; };
  candidates.erase(std::unique(candidates.begin(), candidates.end(), same), candidates.end());
}

/// True if another candidate of one of its groups is nearly as good, and is nobody with whom the first could be one.
bool GroupJoiner::is_ambiguous(const Candidate& candidate, const std::vector<const Candidate*>& others) {
  for (const Candidate* other : others) {
    if (other == &candidate || other->weight + kNear <= candidate.weight || other->weight < kMaybeSame) continue;
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
    if (candidate.weight < kMaybeSame) break;
    if (root(candidate.from) == root(candidate.to) || !may_join(candidate.from, candidate.to)) continue;
    const bool enough = candidate.weight >= kSame && !is_ambiguous(candidate, of_group[candidate.from]) &&
                        !is_ambiguous(candidate, of_group[candidate.to]);
    if (enough) join(candidate.from, candidate.to, candidate.reason);
    else left_.push_back(candidate);
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
  Block blocks;
  std::vector<std::string> keys;
  for (std::uint32_t i = 0; i < grouping_.groups.size(); ++i) {
    const EntityGroup& group = grouping_.groups[i];
    if (!is_considered(group) || is_person(grouping_, group)) continue;
    keys.clear();
    variants_.body_keys(grouping_.key(group), keys);
    for (const std::string& key : keys) blocks[key].push_back(i);
  }
  Candidates out;
  for (const auto& [key, block] : blocks) compare_block(block, out);
  return out;
}

/// A body whose name is a form of one other: "Samsung Electronics" of "Samsung Electronics Co".
GroupJoiner::Candidates GroupJoiner::short_forms() {
  Block bearers;
  for (std::uint32_t i = 0; i < grouping_.groups.size(); ++i) {
    const EntityGroup& group = grouping_.groups[i];
    if (grouping_.type(group) != "ORG" || !is_considered(group)) continue;
    for (const std::string& form : other_forms(grouping_, group)) bearers[form].push_back(i);
  }
  Candidates out;
  for (std::uint32_t i = 0; i < grouping_.groups.size(); ++i) {
    const EntityGroup& group = grouping_.groups[i];
    if (grouping_.type(group) != "ORG" || group.is_known || !is_considered(group)) continue;
    const auto found = bearers.find(std::string(grouping_.key(group)));
    if (found == bearers.end()) continue;
    std::set<std::uint32_t> roots;
    for (const std::uint32_t other : found->second) roots.insert(root(other));
    roots.erase(root(i));
    for (const std::uint32_t other : found->second) {
      if (root(other) == root(i) || share_document(i, other)) continue;
      const int weight = (is_single(grouping_.key(group)) ? kShortWord : kShortForm) + (roots.size() == 1 ? kOnlyOne : 0);
      out.push_back({i, other, weight,
                     quoted(grouping_.name(group)) + " is a form of " + quoted(grouping_.name(grouping_.groups[other])) +
                         (roots.size() == 1 ? " and of no other" : "")});
    }
  }
  return out;
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
  Block blocks;
  std::vector<std::string> keys;
  for (std::uint32_t i = 0; i < grouping_.groups.size(); ++i) {
    const EntityGroup& group = grouping_.groups[i];
    if (!is_considered(group) || !is_full_person(grouping_, group)) continue;
    keys.clear();
    variants_.people_keys(grouping_.key(group), keys);
    for (const std::string& key : keys) blocks[key].push_back(i);
  }
  Candidates out;
  for (const auto& [key, block] : blocks) compare_block(block, out);
  return out;
}

/// A single name and the full names that it may stand for: by their last words, and by their forms.
GroupJoiner::Candidates GroupJoiner::single_names() {
  Block full_names;
  for (std::uint32_t i = 0; i < grouping_.groups.size(); ++i) {
    const EntityGroup& group = grouping_.groups[i];
    if (!is_full_person(grouping_, group)) continue;
    std::set<std::string> names{std::string(last_word(variants_.without_suffix(grouping_.key(group))))};
    for (std::string form : other_forms(grouping_, group)) {
      if (is_single(form)) names.insert(std::move(form));
    }
    for (const std::string& name : names) full_names[name].push_back(i);
  }
  Candidates out;
  for (std::uint32_t i = 0; i < grouping_.groups.size(); ++i) {
    const EntityGroup& group = grouping_.groups[i];
    if (!group.is_single || !is_considered(group)) continue;
    const auto found = full_names.find(std::string(grouping_.key(group)));
    if (found == full_names.end() || found->second.size() > kMostInBlock) continue;
    std::set<std::uint32_t> roots;
    for (const std::uint32_t other : found->second) roots.insert(root(other));
    for (const std::uint32_t other : found->second) {
      if (share_document(i, other) || !is_considered(grouping_.groups[other])) continue;
      const std::string& full = grouping_.name(grouping_.groups[other]);
      const bool only = roots.size() == 1;
      out.push_back({i, other, kSingleName + (only ? kOnlyOne : 0),
                     only ? quoted(full) + " is the only full name for " + quoted(grouping_.name(group))
                          : quoted(full) + " is a full name for " + quoted(grouping_.name(group))});
    }
  }
  add_alike_singles(out);
  return out;
}

void GroupJoiner::add_alike_singles(Candidates& out) {
  std::map<std::uint32_t, std::vector<std::uint32_t>> alike;   // by key
  for (std::uint32_t i = 0; i < grouping_.groups.size(); ++i) {
    const EntityGroup& group = grouping_.groups[i];
    if (group.is_single && is_considered(group)) alike[group.key].push_back(i);
  }
  for (const auto& [key, singles] : alike) {
    for (std::size_t i = 0; i < singles.size(); ++i) {
      for (std::size_t j = i > kMostSingles ? i - kMostSingles : 0; j < i; ++j) {
        if (share_document(singles[i], singles[j])) continue;
        out.push_back({singles[i], singles[j], kSameSingleName, "the same single name"});
      }
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
  for (Candidate& one : left_) {
    if (root(one.from) == root(one.to) || are_different(root(one.from), root(one.to))) continue;
    grouping_.maybes.push_back({one.from, one.to, std::move(one.reason)});
  }
}

}  // namespace liaison
