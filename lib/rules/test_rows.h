// Which units of a sequence pass the tests of the rules of a phase.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "rules/test_index.h"
#include "rules/unit.h"

namespace liaison {

/// Rows of bits, one bit for each place in a sequence: its units, and its end. Each test is worked out once, words,
/// classes and types when the sequence is read and the others when they are first asked for; a list of tests when it is
/// asked for. Requires: used by one thread at a time; memory is reused.
class TestRows {
 public:
  using Bits = TestIndex::Bits;
  /// A phrase of several words, of a class, that begins at a unit.
  struct Phrase {
    std::uint32_t atom = 0, at = 0, end = 0;
  };

  /// Reads a sequence. With `lenient` what must not be is not asked for. Linear in the units and their classes.
  void begin(const RuleBook& book, const TestIndex& index, const Sequence& sequence, bool lenient);

  /// The atoms of words, classes and types of which a unit or phrase stands in the sequence.
  std::span<const Bits> present() const { return present_; }
  /// A number that no other of the sequences with these rules has.
  std::uint32_t number() const { return now_; }
  /// How many words a row has.
  std::size_t width() const { return width_; }
  /// The row of all places.
  const Bits* all() const { return all_.data(); }
  /// The units that pass a test, and those that pass a list, which may be the end, too. Rows live until the next sequence.
  const Bits* atom(std::uint32_t id) { return atom_read_[id] >= now_ ? atoms_.data() + id * width_ : read_atom(id); }
  const Bits* list(std::uint32_t id) {
    if (TestLists::is_atom(id)) return atom(TestLists::atom_of(id));
    return list_read_[id] == now_ ? lists_.data() + id * width_ : read_list(id);
  }
  /// The units with which a phrase of several words of the class of an atom begins.
  const Bits* begun(std::uint32_t id) const { return begun_.data() + id * width_; }
  const std::vector<Phrase>& phrases() const { return phrases_; }

 private:
  static constexpr std::uint32_t kAlways = 0xffffffff;

  void forget();
  void size_rows();
  template <class Width>
  void read_units(Width width);
  void read_phrases();
  const Bits* read_atom(std::uint32_t id);
  void read_exact(const Test& test, const Bits* word, Bits* row) const;
  const Bits* read_list(std::uint32_t id);
  void read_all(std::uint32_t id, Bits* row);
  void read_either(std::uint32_t id, Bits* row);

  const TestIndex* index_ = nullptr;
  const Sequence* sequence_ = nullptr;
  bool lenient_ = false;
  std::uint64_t book_number_ = 0;
  std::size_t width_ = 1;
  std::uint32_t now_ = 0;            // rows with another number are stale
  std::vector<Bits> present_, all_, atoms_, lists_, begun_;
  std::vector<std::uint32_t> atom_read_;  // kAlways for what is told of all units at once
  std::vector<std::uint32_t> list_read_;
  std::vector<Phrase> phrases_;
};

}  // namespace liaison
