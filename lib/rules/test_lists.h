// The tests of the rules of one phase, numbered.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

#include "rules/program.h"

namespace liaison {

/// Numbers each test of one unit (an atom), and each list of tests that an instruction asks, so that what passes them is
/// worked out once for a sequence, however many rules ask. Made when a book is opened.
class TestLists {
 public:
  static constexpr std::uint32_t kNone = 0xffffffff;

  /// A test of a list: the atom must stand, or must not.
  struct Term {
    std::uint32_t atom = 0;
    bool negated = false;
    friend bool operator==(const Term&, const Term&) = default;
  };

  std::uint32_t add_atom(const Test& test);
  std::uint32_t add_list(std::span<const Test> tests);
  /// The list that a unit passes which passes one of two.
  std::uint32_t add_either(std::uint32_t a, std::uint32_t b);

  const std::vector<Test>& atoms() const { return atoms_; }
  /// The atom of a test; kNone where nothing asks it.
  std::uint32_t find(const Test& test) const {
    auto at = numbers_.find(key_of(test));
    return at == numbers_.end() ? kNone : at->second;
  }
  std::size_t size() const { return lists_.size(); }
  /// True of a list that a unit passes by one of several.
  bool is_either(std::uint32_t list) const { return lists_[list].atoms.second + lists_[list].parts.second > 0; }
  /// Of another one: the tests that a unit passes all.
  std::span<const Term> terms(std::uint32_t list) const { return slice(terms_, lists_[list].terms); }
  /// Of such a list: the atoms and the lists of which a unit passes one.
  std::span<const std::uint32_t> either_atoms(std::uint32_t list) const { return slice(parts_, lists_[list].atoms); }
  std::span<const std::uint32_t> either_lists(std::uint32_t list) const { return slice(parts_, lists_[list].parts); }

 private:
  using Slice = std::pair<std::uint32_t, std::uint32_t>;  // first and count
  struct List {
    Slice terms, atoms, parts;
  };

  template <class T>
  static std::span<const T> slice(const std::vector<T>& all, Slice part) {
    return std::span(all).subspan(part.first, part.second);
  }
  static std::uint64_t key_of(const Test& test) { return std::uint64_t{static_cast<std::uint16_t>(test.kind)} << 32 | test.value; }
  Slice add_parts(std::vector<std::uint32_t>& parts);
  std::uint32_t number_of(const List& added, std::uint64_t hash);

  std::vector<Test> atoms_;
  std::vector<Term> terms_;
  std::vector<std::uint32_t> parts_;
  std::vector<List> lists_;
  std::unordered_map<std::uint64_t, std::uint32_t> numbers_;                // of the atoms, by kind and value
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> by_hash_;   // of their terms and parts
};

}  // namespace liaison
