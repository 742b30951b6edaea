#include "rules/test_lists.h"

#include <algorithm>

namespace liaison {
namespace {

std::uint64_t mixed(std::uint64_t hash, std::uint64_t value) { return (hash ^ value) * 0x9e3779b97f4a7c15u + value; }

}  // namespace

std::uint32_t TestLists::add_atom(const Test& test) {
  auto [at, is_new] = numbers_.try_emplace(key_of(test), static_cast<std::uint32_t>(atoms_.size()));
  if (is_new) atoms_.push_back({test.kind, 0, test.value});
  return at->second;
}

std::uint32_t TestLists::add_list(std::span<const Test> tests) {
  if (tests.size() == 1 && !tests[0].negated) return kAtom | add_atom(tests[0]);
  List added{.terms = {static_cast<std::uint32_t>(terms_.size()), static_cast<std::uint32_t>(tests.size())}};
  std::uint64_t hash = 0;
  for (const Test& test : tests) {
    const std::uint32_t atom = add_atom(test);
    terms_.push_back({atom, test.negated != 0});
    hash = mixed(hash, 2 * atom + (test.negated != 0));
  }
  return number_of(added, hash);
}

std::uint32_t TestLists::add_either(std::uint32_t a, std::uint32_t b) {
  if (a == b) return a;
  // Rules of one template ask for the same two, again and again.
  auto [known, is_new] = eithers_.try_emplace(std::uint64_t{a} << 32 | b);
  if (!is_new) return known->second;
  std::vector<std::uint32_t> atoms, parts;
  for (std::uint32_t list : {a, b}) {
    if (is_atom(list)) {
      atoms.push_back(atom_of(list));
      continue;
    }
    if (!is_either(list)) parts.push_back(list);
    atoms.insert(atoms.end(), either_atoms(list).begin(), either_atoms(list).end());
    parts.insert(parts.end(), either_lists(list).begin(), either_lists(list).end());
  }
  const List added{.atoms = add_parts(atoms), .parts = add_parts(parts)};
  std::uint64_t hash = 1;
  for (std::uint32_t atom : atoms) hash = mixed(hash, atom);
  for (std::uint32_t part : parts) hash = mixed(hash, ~part);
  return known->second = number_of(added, hash);
}

/// Adds numbers of atoms or lists, each once.
TestLists::Slice TestLists::add_parts(std::vector<std::uint32_t>& parts) {
  std::sort(parts.begin(), parts.end());
  parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
  parts_.insert(parts_.end(), parts.begin(), parts.end());
  return {static_cast<std::uint32_t>(parts_.size() - parts.size()), static_cast<std::uint32_t>(parts.size())};
}

/// The number of the list that was added behind all others, or of the one before that is the same.
std::uint32_t TestLists::number_of(const List& added, std::uint64_t hash) {
  lists_.push_back(added);
  const auto last = static_cast<std::uint32_t>(lists_.size() - 1);
  auto same = [&](std::uint32_t id) {
    return std::ranges::equal(terms(id), terms(last)) && std::ranges::equal(either_atoms(id), either_atoms(last)) &&
           std::ranges::equal(either_lists(id), either_lists(last));
  };
  std::vector<std::uint32_t>& alike = by_hash_[hash];
  auto known = std::find_if(alike.begin(), alike.end(), same);
  if (known == alike.end()) {
    alike.push_back(last);
    part_atoms(last);
    return last;
  }
  lists_.pop_back();
  terms_.resize(terms_.size() - added.terms.count);
  parts_.resize(parts_.size() - added.atoms.count - added.parts.count);
  return *known;
}

/// Notes which atoms of a list are told of each unit.
void TestLists::part_atoms(std::uint32_t list) {
  List& parted = lists_[list];
  parted.told.first = static_cast<std::uint32_t>(masks_.size());
  std::vector<std::uint32_t> untold;
  for (std::uint32_t atom : either_atoms(list)) {
    if (!is_told(atoms_[atom])) {
      untold.push_back(atom);
      continue;
    }
    if (parted.told.count == 0 || masks_.back().word != atom / 64) masks_.push_back({.word = atom / 64}), ++parted.told.count;
    masks_.back().bits |= std::uint64_t{1} << atom % 64;
  }
  parted.untold = add_parts(untold);
}

bool TestLists::take_up(ArraysReader& in) {
  if (!each_table(*this, in)) return false;
  for (std::uint32_t atom = 0; atom < atoms_.size(); ++atom) numbers_.try_emplace(key_of(atoms_[atom]), atom);
  return std::all_of(lists_.begin(), lists_.end(), [&](const List& list) { return is_whole(list); });
}

/// True if a list tells of nothing but what there is.
bool TestLists::is_whole(const List& list) const {
  auto inside = [](Slice part, const auto& all) { return part.first <= all.size() && part.count <= all.size() - part.first; };
  if (!inside(list.terms, terms_) || !inside(list.told, masks_)) return false;
  if (!inside(list.atoms, parts_) || !inside(list.untold, parts_) || !inside(list.parts, parts_)) return false;
  auto is_atom = [&](std::uint32_t atom) { return atom < atoms_.size(); };
  return std::ranges::all_of(slice(terms_, list.terms), [&](Term term) { return is_atom(term.atom); }) &&
         std::ranges::all_of(slice(masks_, list.told), [&](const Mask& mask) { return mask.word <= atoms_.size() / 64; }) &&
         std::ranges::all_of(slice(parts_, list.atoms), is_atom) && std::ranges::all_of(slice(parts_, list.untold), is_atom) &&
         std::ranges::all_of(slice(parts_, list.parts), [&](std::uint32_t part) { return part < lists_.size(); });
}

}  // namespace liaison
