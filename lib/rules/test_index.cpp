#include "rules/test_index.h"

#include <algorithm>

#include "lexicon/fold.h"

namespace liaison {

TestIndex::TestIndex(const RuleBook& book, std::size_t phase, ArraysReader* laid_out) {
  classes_.fill(kNone);
  types_.fill(kNone);
  const std::vector<std::uint32_t>& rules = book.phase(phase).rules;
  if (!rules.empty()) first_rule_ = rules.front(), rules_.resize(rules.back() + 1 - first_rule_);
  if (laid_out == nullptr) plan_rules(book, rules);
  else is_whole_ = take_up(*laid_out);
  if (!is_whole_) return;
  for (std::uint32_t rule : rules) anchor(book, rule);
  note_exact(book.lexicon());
  words_ = atoms().size() / 64 + 1;
  anchors_.resize(words_);
  anchored_.resize(atoms().size());
  for (std::uint32_t atom = 0; atom < atoms().size(); ++atom) {
    note(atom);
    if (!anchored_[atom].empty()) set(anchors_, atom);
  }
  note_words();
  rule_needs_.resize(rules_.size());
  for (std::uint32_t rule : rules) note_needs(book, rule);
  note_first_needs();
  note_sets(book.lexicon());
}

/// Works out what a pack lays out.
void TestIndex::plan_rules(const RuleBook& book, const std::vector<std::uint32_t>& rules) {
  number_classes(book, rules);
  for (std::uint32_t id : rules) rules_[place_of(id)] = plans_.add(book, book.rules()[id], lists_);
}

void TestIndex::lay_out(ArraysWriter& out) const {
  lists_.lay_out(out);
  out(rules_);
  plans_.lay_out(out);
}

/// Takes what was laid out. False if it is damaged.
bool TestIndex::take_up(ArraysReader& laid_out) {
  const std::size_t count = rules_.size();
  if (!lists_.take_up(laid_out) || !laid_out(rules_) || rules_.size() != count) return false;
  auto is_class = [](const Test& test) { return test.kind == Test::Kind::word_class; };
  const auto classes = std::find_if_not(atoms().begin(), atoms().end(), is_class);
  class_words_ = static_cast<std::size_t>(classes - atoms().begin()) / 64 + 1;
  return std::none_of(classes, atoms().end(), is_class) &&
         plans_.take_up(laid_out, rules_, lists_, static_cast<std::uint32_t>(classes - atoms().begin()));
}

/// Gives the first numbers to the atoms of classes.
void TestIndex::number_classes(const RuleBook& book, const std::vector<std::uint32_t>& rules) {
  for (std::uint32_t id : rules) {
    const Rule& rule = book.rules()[id];
    for (const Instruction& op : book.program().slice(rule.program, rule.program_end - rule.program)) {
      if (op.op == Instruction::Op::phrase) lists_.add_atom({Test::Kind::word_class, 0, op.a});
      if (op.op != Instruction::Op::unit) continue;
      for (const Test& test : book.tests().slice(op.a, op.b))
        if (test.kind == Test::Kind::word_class) lists_.add_atom(test);
    }
    for (const Test& anchor : book.anchors(rule))
      if (anchor.kind == Test::Kind::word_class) lists_.add_atom(anchor);
  }
  class_words_ = atoms().size() / 64 + 1;
}

/// Notes by what a rule is found.
void TestIndex::anchor(const RuleBook& book, std::uint32_t id) {
  const Rule& rule = book.rules()[id];
  bool anchored = rule.anchor_count > 0;
  for (const Test& anchor : book.anchors(rule))
    anchored = anchored && TestLists::is_told(anchor);
  if (!anchored) return unanchored_.push_back(id);
  for (const Test& anchor : book.anchors(rule)) {
    const std::uint32_t atom = lists_.add_atom(anchor);
    if (anchored_.size() <= atom) anchored_.resize(atom + 1);
    std::vector<Anchored>& rules = anchored_[atom];
    if (rules.empty() || rules.back().rule != id) rules.push_back({id});
  }
}

/// Notes of what an atom is.
void TestIndex::note(std::uint32_t atom) {
  const auto [kind, negated, value] = atoms()[atom];
  switch (kind) {
    case Test::Kind::word_class:
      if (value < kMaxClasses) classes_[value] = atom, asked_.add(static_cast<ClassId>(value));
      break;
    case Test::Kind::type:
      if (value < types_.size()) types_[value] = atom;
      break;
    default: break;
  }
}

void TestIndex::note_exact(const Lexicon& lexicon) {
  word_atoms_.assign(atoms().size(), kNone);
  for (std::uint32_t atom = 0; atom < word_atoms_.size(); ++atom) {
    if (atoms()[atom].kind != Test::Kind::exact) continue;
    const WordId word = lexicon.find(folded(lexicon.string(atoms()[atom].value)));
    if (word != kNoWord) word_atoms_[atom] = lists_.add_atom({Test::Kind::word, 0, word});
  }
}

void TestIndex::note_words() {
  word_slots_.resize(std::bit_ceil(2 * atoms().size() + 2));
  for (std::uint32_t atom = 0; atom < atoms().size(); ++atom) {
    const Test& test = atoms()[atom];
    if (test.kind != Test::Kind::word) continue;
    std::size_t slot = slot_of(test.value);
    while (word_slots_[slot].atom != kNone) slot = (slot + 1) & (word_slots_.size() - 1);
    word_slots_[slot] = {test.value, atom};
  }
}

/// The atom that is told of units and passed by each that passes this one; kNone where that cannot be said.
std::uint32_t TestIndex::needed_by(std::uint32_t atom) const {
  if (atoms()[atom].kind == Test::Kind::exact && word_atom_of(atom) != kNone) atom = word_atom_of(atom);
  return TestLists::is_told(atoms()[atom]) ? atom : kNone;
}

/// True if each unit that passes the list passes one atom at least of those that are added to the row.
bool TestIndex::is_choice(std::uint32_t list, std::vector<Bits>& row) const {
  auto need = [&](std::uint32_t atom) {
    const std::uint32_t needed = needed_by(atom);
    if (needed != kNone) set(row, needed);
    return needed != kNone;
  };
  auto needs_one = [&](std::uint32_t part) {
    return std::ranges::any_of(lists_.terms(part), [&](TestLists::Term term) { return !term.negated && need(term.atom); });
  };
  return std::ranges::all_of(lists_.either_atoms(list), need) && std::ranges::all_of(lists_.either_lists(list), needs_one);
}

/// Adds the atoms of a row to the needs: all of them must stand, or one.
void TestIndex::add_needs(const std::vector<Bits>& row, bool one_is_enough) {
  const std::size_t before = needs_.size();
  for (std::uint32_t w = 0; w < words_; ++w)
    if (row[w] != 0) needs_.push_back({w, false, row[w]});
  if (one_is_enough && needs_.size() > before) needs_.back().closes = true;
}

/// Notes the atoms without which a rule cannot match: those that every match holds, and those of which it holds one.
void TestIndex::note_needs(const RuleBook& book, std::uint32_t rule) {
  std::vector<Bits> all(words_);
  std::vector<std::vector<Bits>> choices;
  auto need = [&](std::uint32_t atom) {
    const std::uint32_t needed = needed_by(atom);
    if (needed != kNone) set(all, needed);
  };
  for (const SweepPlans::Landmark& landmark : plans_.landmarks(plan(rule))) {
    if (landmark.list == kNone) need(landmark.atom);
    else if (TestLists::is_atom(landmark.list)) need(TestLists::atom_of(landmark.list));
    else if (!lists_.is_either(landmark.list)) {
      for (const TestLists::Term& term : lists_.terms(landmark.list))
        if (!term.negated) need(term.atom);
    } else if (std::vector<Bits> row(words_); is_choice(landmark.list, row)) choices.push_back(std::move(row));
  }
  for (const SweepPlans::Side& side : plans_.sides(plan(rule))) need(side.atom);
  for (std::uint64_t types = book.rules()[rule].needs; types != 0; types &= types - 1) {
    const std::uint32_t atom = atom_of(Symbol{static_cast<std::uint16_t>(std::countr_zero(types))});
    if (atom != kNone) need(atom);
  }
  RuleNeeds& noted = rule_needs_[place_of(rule)];
  noted.first = static_cast<std::uint32_t>(needs_.size());
  add_needs(all, false);
  noted.all = static_cast<std::uint32_t>(needs_.size()) - noted.first;
  for (const std::vector<Bits>& choice : choices) add_needs(choice, true);
  noted.choices = static_cast<std::uint32_t>(needs_.size()) - noted.first - noted.all;
}

/// Notes at each anchor the word in which most atoms must stand.
void TestIndex::note_first_needs() {
  for (std::vector<Anchored>& rules : anchored_)
    for (Anchored& anchored : rules) {
      const RuleNeeds& needs = rule_needs_[place_of(anchored.rule)];
      for (const Need& need : std::span(needs_).subspan(needs.first, needs.all))
        if (std::popcount(need.bits) > std::popcount(anchored.needed)) anchored.word = need.word, anchored.needed = need.bits;
    }
}

void TestIndex::note_sets(const Lexicon& lexicon) {
  static_assert(kMaxClasses <= 0x10000);  // the atoms of classes come first
  known_sets_ = lexicon.class_sets().size();
  set_atoms_.resize(known_sets_ * class_words_);
  set_atoms_begin_.assign(1, 0);
  Bits* out = set_atoms_.data();
  for (ClassSet set : lexicon.class_sets()) {
    set &= asked_;
    set.each([&](ClassId id) {
      out[atom_of(id) / 64] |= Bits{1} << atom_of(id) % 64;
      set_atom_list_.push_back(static_cast<std::uint16_t>(atom_of(id)));
    });
    set_atoms_begin_.push_back(static_cast<std::uint32_t>(set_atom_list_.size()));
    out += class_words_;
  }
}

}  // namespace liaison
