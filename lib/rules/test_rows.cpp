#include "rules/test_rows.h"

#include <algorithm>
#include <bit>

#include "rules/phrases.h"

namespace liaison {

void TestRows::begin(const RuleBook& book, const TestIndex& index, const Sequence& sequence, bool lenient) {
  if (index_ != &index || book_number_ != book.number() || ++now_ == kAlways) {
    index_ = &index;
    book_number_ = book.number();
    forget();
  }
  sequence_ = &sequence;
  lenient_ = lenient;
  size_rows();
  for (std::uint32_t at = 0; at < sequence.units.size(); ++at) {
    const Unit& unit = sequence.units[at];
    read_classes(unit, at);
    if (std::uint32_t atom = index.atom_of(unit.type); atom != TestIndex::kNone) set(atom, at);
    if (unit.type == symbols::token)
      if (std::uint32_t atom = index.atom_of_word(unit.word); atom != TestIndex::kNone) set(atom, at);
  }
  std::uint32_t at = 0;
  for (const Hit& hit : sequence.hits) {
    while (at < sequence.units.size() && sequence.units[at].first < hit.first) ++at;
    if (!hit.type && at < sequence.units.size() && sequence.units[at].first == hit.first) read_phrase(hit, at);
  }
}

/// All that was read of other sequences is stale from now on.
void TestRows::forget() {
  now_ = 1;
  list_read_.assign(index_->lists().size(), 0);
  atom_read_.assign(index_->atoms().size(), 0);
  for (std::uint32_t atom = 0; atom < atom_read_.size(); ++atom)
    if (index_->is_told(atom)) atom_read_[atom] = kAlways;
}

void TestRows::size_rows() {
  const std::size_t size = sequence_->units.size();
  width_ = size / 64 + 1;
  present_.assign(index_->words(), 0);
  atoms_.assign(index_->atoms().size() * width_, 0);
  begun_.assign(index_->class_words() * 64 * width_, 0);
  if (lists_.size() < index_->lists().size() * width_) lists_.resize(index_->lists().size() * width_);
  all_.assign(width_, ~Bits{0});
  all_.back() = size % 64 == 63 ? ~Bits{0} : (Bits{2} << size % 64) - 1;
  phrases_.clear();
}

void TestRows::read_classes(const Unit& unit, std::uint32_t at) {
  if (unit.known_set >= index_->known_sets()) {
    ClassSet asked = unit.class_set();
    asked &= index_->classes();
    asked.each([&](ClassId id) { set(index_->atom_of(id), at); });
    return;
  }
  const Bits* atoms = index_->atoms_of_set(unit.known_set);
  Bits* const rows = atoms_.data() + at / 64;
  const Bits place = Bits{1} << at % 64;
  for (std::size_t w = 0; w < index_->class_words(); ++w) {
    present_[w] |= atoms[w];
    for (Bits rest = atoms[w]; rest != 0; rest &= rest - 1) rows[(64 * w + static_cast<std::size_t>(std::countr_zero(rest))) * width_] |= place;
  }
}

/// Takes up a phrase of several words that begins at a unit, if its class is asked for.
void TestRows::read_phrase(const Hit& hit, std::uint32_t at) {
  const std::uint32_t atom = index_->atom_of(static_cast<ClassId>(hit.word_class));
  if (atom == TestIndex::kNone) return;
  const std::uint32_t end = end_of(*sequence_, hit, at);
  if (end == 0) return;
  phrases_.push_back({atom, at, end});
  begun_[atom * width_ + at / 64] |= Bits{1} << at % 64;
  present_[atom / 64] |= Bits{1} << atom % 64;
}

/// The same as `passes`, for what is not told of all units when a sequence is read.
bool TestRows::passes_atom(const Test& test, const Unit& unit) const {
  if (test.kind == Test::Kind::shape) return (unit.flags & test.value) != 0;
  return passes(*sequence_, test, unit);
}

const TestRows::Bits* TestRows::read_atom(std::uint32_t id) {
  atom_read_[id] = now_;
  const Test& test = index_->atoms()[id];
  Bits* row = atoms_.data() + id * width_;
  for (std::uint32_t at = 0; at < sequence_->units.size(); ++at)
    row[at / 64] |= Bits{passes_atom(test, sequence_->units[at])} << at % 64;
  return row;
}

const TestRows::Bits* TestRows::read_list(std::uint32_t id) {
  const TestLists& lists = index_->lists();
  Bits* row = lists_.data() + id * width_;
  list_read_[id] = now_;
  if (!lists.is_either(id)) {
    for (std::size_t w = 0; w < width_; ++w) row[w] = all_[w];
    for (const TestLists::Term& term : lists.terms(id)) {
      if (term.negated && lenient_) continue;
      const Bits* passed = atom(term.atom);
      for (std::size_t w = 0; w < width_; ++w) row[w] &= term.negated ? ~passed[w] : passed[w];
    }
    return row;
  }
  for (std::size_t w = 0; w < width_; ++w) row[w] = 0;
  auto add = [&](const Bits* passed) {
    for (std::size_t w = 0; w < width_; ++w) row[w] |= passed[w];
  };
  for (std::uint32_t part : lists.either_atoms(id)) add(atom(part));
  for (std::uint32_t part : lists.either_lists(id)) add(list(part));
  return row;
}

}  // namespace liaison
