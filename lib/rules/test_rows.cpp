#include "rules/test_rows.h"

#include <algorithm>
#include <bit>
#include <type_traits>

#include "rules/phrases.h"

namespace liaison {
namespace {

/// Does work with the number of words in a row, which nearly always is one.
template <class Work>
void with_width(std::size_t width, const Work& work) {
  if (width == 1) work(std::integral_constant<std::size_t, 1>());
  else work(width);
}

}  // namespace

void TestRows::begin(const RuleBook& book, const TestIndex& index, const Sequence& sequence, bool lenient) {
  if (index_ != &index || book_number_ != book.number() || ++now_ == kAlways) {
    index_ = &index;
    book_number_ = book.number();
    forget();
  }
  sequence_ = &sequence;
  lenient_ = lenient;
  size_rows();
  with_width(width_, [&](auto width) { read_units(width); });
  read_phrases();
}

/// All that was read of other sequences is stale from now on.
void TestRows::forget() {
  now_ = 1;
  list_read_.assign(index_->lists().size(), 0);
  atom_read_.assign(index_->atoms().size(), 0);
  for (std::uint32_t atom = 0; atom < atom_read_.size(); ++atom)
    if (TestLists::is_told(index_->atoms()[atom])) atom_read_[atom] = kAlways;
}

/// Makes room for rows; those of atoms are all empty: where some stood in the last sequence, 64 are emptied at once.
void TestRows::size_rows() {
  for (std::size_t word = 0; word < present_.size(); ++word)
    if (present_[word] != 0) std::fill_n(atoms_.data() + 64 * word * width_, 64 * width_, 0);
  for (const Phrase& phrase : phrases_) begun_[phrase.atom * width_ + phrase.at / 64] = 0;
  const std::size_t size = sequence_->units.size();
  width_ = size / 64 + 1;
  present_.assign(index_->words(), 0);
  if (atoms_.size() < index_->words() * 64 * width_) atoms_.resize(index_->words() * 64 * width_);
  if (begun_.size() < index_->class_words() * 64 * width_) begun_.resize(index_->class_words() * 64 * width_);
  if (lists_.size() < index_->lists().size() * width_) lists_.resize(index_->lists().size() * width_);
  all_.assign(width_, ~Bits{0});
  all_.back() = size % 64 == 63 ? ~Bits{0} : (Bits{2} << size % 64) - 1;
  phrases_.clear();
}

/// Reads the words, classes and types of all units. What is asked for each of them is kept at hand.
template <class Width>
void TestRows::read_units(Width width) {
  const TestIndex& index = *index_;
  const std::size_t known_sets = index.known_sets(), class_words = index.class_words();
  Bits *const rows = atoms_.data(), *const present = present_.data();  // rows: null where no rule of the phase asks
  for (std::size_t at = 0; at < sequence_->units.size(); ++at) {
    const Unit& unit = sequence_->units[at];
    const Bits place = Bits{1} << at % 64;
    Bits* const column = rows + at / 64;
    auto set = [&](std::uint32_t atom) {
      column[atom * width] |= place;
      present[atom / 64] |= Bits{1} << atom % 64;
    };
    if (unit.known_set < known_sets) {
      const Bits* atoms = index.atoms_of_set(unit.known_set);
      for (std::size_t w = 0; w < class_words; ++w) present[w] |= atoms[w];
      for (const std::uint16_t atom : index.atom_list_of_set(unit.known_set)) column[atom * width] |= place;
    } else if (unit.classes != nullptr) {
      unit.classes->each_of_both(index.classes(), [&](ClassId id) { set(index.atom_of(id)); });
    }
    if (const std::uint32_t atom = index.atom_of(unit.type); atom != TestIndex::kNone) set(atom);
    if (unit.type == symbols::token)
      if (const std::uint32_t atom = index.atom_of_word(unit.word); atom != TestIndex::kNone) set(atom);
  }
}

/// Takes up the phrases of several words that begin at units, if their classes are asked for.
void TestRows::read_phrases() {
  std::uint32_t at = 0;
  for (const Hit& hit : sequence_->hits) {
    if (hit.type) continue;
    const std::uint32_t atom = index_->atom_of(static_cast<ClassId>(hit.word_class));
    if (atom == TestIndex::kNone) continue;
    while (at < sequence_->units.size() && sequence_->units[at].first < hit.first) ++at;
    if (at == sequence_->units.size()) return;
    const std::uint32_t end = sequence_->units[at].first == hit.first ? end_of(*sequence_, hit, at) : 0;
    if (end == 0) continue;
    phrases_.push_back({atom, at, end});
    begun_[atom * width_ + at / 64] |= Bits{1} << at % 64;
    present_[atom / 64] |= Bits{1} << atom % 64;
  }
}

/// Asks each unit for what is not told of all of them when a sequence is read.
const TestRows::Bits* TestRows::read_atom(std::uint32_t id) {
  atom_read_[id] = now_;
  const Test test = index_->atoms()[id];
  Bits* row = atoms_.data() + id * width_;
  if (sequence_->units.empty()) return row;
  present_[id / 64] |= Bits{1} << id % 64;  // a row to be emptied
  auto read = [&](const auto& passes_test) {
    for (std::size_t w = 0; w < width_; ++w) {
      Bits word = 0, place = 1;
      for (const Unit& unit : sequence_->units.subspan(64 * w).first(std::min<std::size_t>(64, sequence_->units.size() - 64 * w))) {
        if (passes_test(unit)) word |= place;
        place <<= 1;
      }
      row[w] = word;
    }
  };
  if (test.kind == Test::Kind::any) read([](const Unit&) { return true; });
  else if (test.kind == Test::Kind::shape) read([&](const Unit& unit) { return (unit.flags & test.value) != 0; });
  else if (index_->word_atom_of(id) != TestIndex::kNone) read_exact(test, atom(index_->word_atom_of(id)), row);
  else read([&](const Unit& unit) { return passes(*sequence_, test, unit); });
  return row;
}

/// Asks the units of the word for its letters.
void TestRows::read_exact(const Test& test, const Bits* word, Bits* row) const {
  for (std::size_t w = 0; w < width_; ++w)
    for (Bits rest = word[w]; rest != 0; rest &= rest - 1) {
      const auto bit = static_cast<std::size_t>(std::countr_zero(rest));
      if (passes(*sequence_, test, sequence_->units[64 * w + bit])) row[w] |= Bits{1} << bit;
    }
}

const TestRows::Bits* TestRows::read_list(std::uint32_t id) {
  list_read_[id] = now_;
  Bits* row = lists_.data() + id * width_;
  if (index_->lists().is_either(id)) read_either(id, row);
  else read_all(id, row);
  return row;
}

/// The row of a list of which a unit passes all tests.
void TestRows::read_all(std::uint32_t id, Bits* row) {
  with_width(width_, [&](auto width) {
    for (std::size_t w = 0; w < width; ++w) row[w] = all_[w];
    for (const TestLists::Term& term : index_->lists().terms(id)) {
      if (term.negated && lenient_) continue;
      const Bits* passed = atom(term.atom);
      const Bits flipped = term.negated ? ~Bits{0} : 0;
      for (std::size_t w = 0; w < width; ++w) row[w] &= passed[w] ^ flipped;
    }
  });
}

/// The row of a list of which a unit passes one test or list.
void TestRows::read_either(std::uint32_t id, Bits* row) {
  with_width(width_, [&](auto width) {
    for (std::size_t w = 0; w < width; ++w) row[w] = 0;
    auto add = [&](const Bits* passed) {
      for (std::size_t w = 0; w < width; ++w) row[w] |= passed[w];
    };
    for (const TestLists::Mask& told : index_->lists().either_told(id))
      for (Bits rest = told.bits & present_[told.word]; rest != 0; rest &= rest - 1)
        add(atoms_.data() + (64 * told.word + static_cast<std::size_t>(std::countr_zero(rest))) * width);
    for (std::uint32_t part : index_->lists().either_untold(id)) add(atom(part));
    for (std::uint32_t part : index_->lists().either_lists(id)) add(list(part));
  });
}

}  // namespace liaison
