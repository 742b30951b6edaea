#include "rules/test_rows.h"

#include <algorithm>

#include "rules/phrases.h"

namespace liaison {

void TestRows::begin(const RuleBook& book, const TestIndex& index, const Sequence& sequence, bool lenient) {
  const bool other = index_ != &index || book_number_ != book.number();
  if (other || ++now_ == 0) {
    atom_read_.assign(index.atoms().size(), 0);
    list_read_.assign(index.list_count(), 0);
    now_ = 1;
  }
  index_ = &index;
  book_number_ = book.number();
  sequence_ = &sequence;
  lenient_ = lenient;
  const std::size_t size = sequence.units.size();
  width_ = size / 64 + 1;
  if (atoms_.size() < index.atoms().size() * width_) {
    atoms_.resize(index.atoms().size() * width_);
    begun_.resize(atoms_.size());
  }
  if (lists_.size() < index.list_count() * width_) lists_.resize(index.list_count() * width_);
  if (all_.size() != width_) {
    none_.assign(width_, 0);
    all_.assign(width_, ~Bits{0});
  }
  all_.back() = size % 64 == 63 ? ~Bits{0} : (Bits{2} << size % 64) - 1;
  present_.clear();
  phrases_.clear();
  for (std::uint32_t at = 0; at < size; ++at) {
    const Unit& unit = sequence.units[at];
    const std::uint32_t known = sequence.words->class_set(unit.last - 1);
    if (known < index.known_sets() && unit.classes == &sequence.lexicon->class_sets()[known])
      for (std::uint32_t atom : index.atoms_of_set(known)) set(atom, at);
    else {
      ClassSet asked = unit.class_set();
      asked &= index.classes();
      asked.each([&](ClassId id) { set(index.atom_of(id), at); });
    }
    if (std::uint32_t atom = index.atom_of(unit.type); atom != TestIndex::kNone) set(atom, at);
    if (unit.type == symbols::token)
      if (std::uint32_t atom = index.atom_of_word(unit.word); atom != TestIndex::kNone) set(atom, at);
    for (const Hit& hit : hits_at(sequence, at))
      if (!hit.type && index.classes().has(static_cast<ClassId>(hit.word_class))) read_phrase(hit, at);
  }
}

void TestRows::read_phrase(const Hit& hit, std::uint32_t at) {
  const std::uint32_t atom = index_->atom_of(static_cast<ClassId>(hit.word_class));
  read(atom);
  const std::uint32_t end = end_of(*sequence_, hit, at);
  if (end == 0) return;
  phrases_.push_back({atom, at, end});
  begun_[atom * width_ + at / 64] |= Bits{1} << at % 64;
}

/// Begins the rows of an atom. Its anchor stands in the sequence.
void TestRows::begin_rows(std::uint32_t atom) {
  atom_read_[atom] = now_;
  present_.push_back(atom);
  for (std::size_t w = 0; w < width_; ++w) atoms_[atom * width_ + w] = begun_[atom * width_ + w] = 0;
}

/// Asks each unit for what is not told of all of them when a sequence is read.
const TestRows::Bits* TestRows::read_atom(std::uint32_t id) {
  const Test& test = index_->atoms()[id];
  const bool told = test.kind == Test::Kind::word || test.kind == Test::Kind::word_class || index_->atom_of(Symbol{static_cast<std::uint16_t>(test.value)}) == id;
  if (told) return none_.data();
  read(id);
  Bits* row = atoms_.data() + id * width_;
  const bool shape = test.kind == Test::Kind::shape;
  for (std::uint32_t at = 0; at < sequence_->units.size(); ++at) {
    const Unit& unit = sequence_->units[at];
    const bool passed = shape ? (unit.flags & test.value) != 0 : passes(*sequence_, test, unit);
    row[at / 64] |= Bits{passed} << at % 64;
  }
  return row;
}

const TestRows::Bits* TestRows::read_list(std::uint32_t id) {
  Bits* row = lists_.data() + id * width_;
  list_read_[id] = now_;
  std::copy(all_.begin(), all_.end(), row);
  for (const TestIndex::Term& term : index_->list(id)) {
    if (term.negated && lenient_) continue;
    const Bits* passed = atom(term.atom);
    for (std::size_t w = 0; w < width_; ++w) row[w] &= term.negated ? ~passed[w] : passed[w];
  }
  return row;
}

}  // namespace liaison
