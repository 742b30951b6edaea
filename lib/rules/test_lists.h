// The tests of the rules of one phase, numbered.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "lexicon/packed_arrays.h"
#include "rules/program.h"

namespace liaison {

/// Numbers each test of one unit (an atom), and each list of tests that an instruction asks, so that what passes them is
/// worked out once for a sequence, however many rules ask. A list of nothing but one atom has no number of its own. Made
/// when a pack is compiled, or a book opened that lacks it.
class TestLists {
 public:
  static constexpr std::uint32_t kNone = 0xffffffff;

  /// A test of a list: the atom must stand, or must not.
  struct Term {
    std::uint32_t atom : 31 = 0;
    std::uint32_t negated : 1 = 0;
    friend bool operator==(const Term&, const Term&) = default;
  };

  /// Some of the atoms that are told of each unit, which have one word of the row of all atoms.
  struct Mask {
    std::uint32_t word = 0;
    std::uint32_t reserved = 0;
    std::uint64_t bits = 0;
  };
  /// Symbols that are types of units are below.
  static constexpr std::uint32_t kTypes = 64;
  /// True if the test is of a word, a class or a type: these are told of each unit when a sequence is read.
  static bool is_told(const Test& test) {
    return test.kind == Test::Kind::word || test.kind == Test::Kind::word_class || (test.kind == Test::Kind::type && test.value < kTypes);
  }

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
  /// True if there is such a list.
  bool has(std::uint32_t list) const { return is_atom(list) ? atom_of(list) < atoms_.size() : list < lists_.size(); }
  /// True of the list of one atom, which must stand; and which one that is.
  static bool is_atom(std::uint32_t list) { return (list & kAtom) != 0; }
  static std::uint32_t atom_of(std::uint32_t list) { return list & ~kAtom; }
  /// True of a list that a unit passes by one of several. Requires here and below: the list is none of one atom.
  bool is_either(std::uint32_t list) const { return lists_[list].atoms.count + lists_[list].parts.count > 0; }
  /// Of another one: the tests that a unit passes all.
  std::span<const Term> terms(std::uint32_t list) const { return slice(terms_, lists_[list].terms); }
  /// Of such a list: the atoms and the lists of which a unit passes one; and its atoms once more, those that are told of
  /// each unit and the others.
  std::span<const std::uint32_t> either_atoms(std::uint32_t list) const { return slice(parts_, lists_[list].atoms); }
  std::span<const Mask> either_told(std::uint32_t list) const { return slice(masks_, lists_[list].told); }
  std::span<const std::uint32_t> either_untold(std::uint32_t list) const { return slice(parts_, lists_[list].untold); }
  std::span<const std::uint32_t> either_lists(std::uint32_t list) const { return slice(parts_, lists_[list].parts); }

  /// Adds the tables to a section of a pack.
  void lay_out(ArraysWriter& out) const { each_table(*this, out); }
  /// Takes the tables from there. False if they are not whole, or tell of what there is not; then the lists are of no use.
  /// Nothing can be added to lists that were taken up, but for atoms.
  bool take_up(ArraysReader& in);

 private:
  static constexpr std::uint32_t kAtom = 0x80000000;      // the list of one atom
  struct Slice {
    std::uint32_t first = 0, count = 0;
  };
  struct List {
    Slice terms, atoms, parts, told, untold;
  };

  template <class T>
  static std::span<const T> slice(const std::vector<T>& all, Slice part) {
    return std::span(all).subspan(part.first, part.count);
  }
  template <class Lists, class Each>
  static bool each_table(Lists& lists, Each& each) {
    return each(lists.atoms_) && each(lists.terms_) && each(lists.parts_) && each(lists.masks_) && each(lists.lists_);
  }
  bool is_whole(const List& list) const;
  static std::uint64_t key_of(const Test& test) { return std::uint64_t{static_cast<std::uint16_t>(test.kind)} << 32 | test.value; }
  Slice add_parts(std::vector<std::uint32_t>& parts);
  std::uint32_t number_of(const List& added, std::uint64_t hash);
  void part_atoms(std::uint32_t list);

  std::vector<Test> atoms_;
  std::vector<Term> terms_;
  std::vector<std::uint32_t> parts_;
  std::vector<Mask> masks_;
  std::vector<List> lists_;
  std::unordered_map<std::uint64_t, std::uint32_t> numbers_;                // of the atoms, by kind and value
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> by_hash_;   // of their terms and parts
  std::unordered_map<std::uint64_t, std::uint32_t> eithers_;                // by the two that each was asked for
};

}  // namespace liaison
