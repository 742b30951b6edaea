#include "rules/automaton.h"

#include <algorithm>
#include <map>
#include <span>

#include "rules/matcher.h"
#include "rules/phrases.h"

namespace liaison {
namespace {

/// What it remembers at most; past one of these it begins anew.
constexpr std::size_t kMostLetters = 1 << 15, kMostStates = 1 << 14, kMostSteps = 1 << 18, kMostModes = 1 << 13;
/// Sequences longer than this are not read: all starts are told.
constexpr std::size_t kLongest = 1 << 14;
constexpr std::size_t kWordBits = 1 << 12;
constexpr std::uint32_t kUnread = 0xffffffff;  // no letter
/// What a step leads to: a state, and whether rules are found there and whether any goes on.
constexpr std::uint32_t kFinds = 1, kGoesOn = 2;

std::uint64_t mixed(std::uint64_t x) {
  x *= 0x9E3779B97F4A7C15;
  return x ^ x >> 32;
}

}  // namespace

class Automaton::Machine {
 public:
  void run(const RuleBook& book, std::size_t phase, const Sequence& sequence, std::vector<std::uint64_t>& starts);
  std::size_t states() const { return states_.size(); }
  std::uint64_t steps() const { return steps_; }

 private:
  /// All that the rules can tell of a unit. Units of one letter are alike to them.
  struct Letter {
    std::uint32_t classes = 0, phrases = 0;  // which set of those that the rules ask for
    std::uint32_t word = 0, flags = 0, type = 0;
    friend auto operator<=>(const Letter&, const Letter&) = default;
  };
  /// Where the parses stand: an instruction, and how many units of a phrase have yet to pass before it.
  struct Item {
    std::uint32_t pc = 0, skip = 0;
    friend auto operator<=>(const Item&, const Item&) = default;
  };
  struct State {
    std::vector<Item> items;            // sorted
    std::vector<std::uint32_t> found;   // rules that may match up to here
    friend auto operator<=>(const State&, const State&) = default;
  };
  struct Step {
    std::uint32_t key = 0;              // the state and the letter; 0: none
    std::uint32_t to = 0;
  };

  void open(const RuleBook& book, std::size_t phase);
  void ask_for(const Instruction& op);
  void forget();
  void forget_states();
  std::uint32_t classes_of(const Unit& unit);
  std::uint32_t phrases_at(std::uint32_t at);
  std::size_t slot_of(const Letter& letter) const;
  void note_rules(const Letter& letter, std::uint32_t at);
  std::uint32_t letter_at(std::uint32_t at);
  std::uint32_t read_letter(std::uint32_t at);
  bool may_be_asked(WordId word) const { return (word_bits_[word % kWordBits / 64] >> (word % 64) & 1) != 0; }
  bool may_pass(const Test& test, const Unit& unit) const;
  void follow(std::uint32_t pc, bool at_edge, bool began);
  void take(Item item, std::uint32_t at);
  std::uint32_t made_state();
  std::uint32_t mode_of(const std::vector<std::uint64_t>& mask);
  void read_anchors();
  bool may_begin(std::uint32_t at);
  std::uint32_t begin(std::uint32_t at);
  std::uint32_t step(std::uint32_t state, std::uint32_t at);
  void tell_all(std::vector<std::uint64_t>& starts) const;
  Step& slot_of(std::uint32_t key);
  std::uint32_t note_step(std::uint32_t key, std::uint32_t to);

  std::uint64_t number_ = 0;            // of the book
  std::size_t phase_ = 0;
  const RuleBook* book_ = nullptr;
  const Sequence* sequence_ = nullptr;

  ClassSet asked_classes_;              // that the rules ask for
  std::uint32_t asked_flags_ = 0, window_ = 0;
  std::vector<WordId> asked_words_;     // sorted
  std::vector<std::uint64_t> word_bits_;  // a first answer whether a word is among them

  std::vector<std::uint32_t> set_of_;   // by the class sets of the lexicon: 1 + which set; 0: not yet known
  std::map<ClassSet, std::uint32_t> sets_;
  std::map<std::vector<std::uint32_t>, std::uint32_t> phrase_sets_;
  std::vector<Letter> letters_;
  std::vector<std::uint32_t> letter_slots_;  // a hash table of them: 1 + index, or 0
  // For each letter two masks: the rules that its unit may anchor, and those that may begin with it.
  std::vector<std::uint64_t> letter_anchors_, letter_begins_;
  std::size_t mask_words_ = 0;
  std::vector<std::uint64_t> always_, mask_;   // the rules without an anchor; those that are looked for
  std::map<std::vector<std::uint64_t>, std::uint32_t> modes_;  // the masks that there were

  std::vector<State> states_;
  std::map<State, std::uint32_t> state_ids_;
  std::vector<Step> made_;                   // a hash table of the steps that were taken
  std::size_t made_count_ = 0;
  State making_;
  std::uint32_t mark_ = 0;                   // of the state that is being made
  std::uint32_t first_instruction_ = 0;      // of the rules
  std::vector<std::uint32_t> been_, rule_of_;  // by instruction from that one on: the mark of the last state, the rule
  std::vector<std::uint32_t> ways_;
  std::vector<std::uint32_t> text_;          // the letters of the sequence
  std::vector<std::uint64_t> ahead_;         // for each unit a mask: the rules of which an anchor stands there or further on
  std::uint64_t steps_ = 0;
};

/// Learns what the rules of a phase ask for, unless it knows.
void Automaton::Machine::open(const RuleBook& book, std::size_t phase) {
  book_ = &book;
  if (number_ == book.number() && phase_ == phase) return;
  number_ = book.number();
  phase_ = phase;
  asked_classes_ = {};
  asked_flags_ = window_ = 0;
  asked_words_.clear();
  first_instruction_ = static_cast<std::uint32_t>(book.program().size());
  std::uint32_t last = 0;
  for (std::uint32_t id : book.phase(phase).automaton) {
    const Rule& rule = book.rules()[id];
    window_ = std::max<std::uint32_t>(window_, rule.window);
    first_instruction_ = std::min(first_instruction_, rule.program);
    last = std::max(last, std::min(rule.program_end, static_cast<std::uint32_t>(book.program().size())));
    for (const Instruction& op : book.program().slice(rule.program, rule.program_end - rule.program)) ask_for(op);
    for (const RuleAnchor& anchor : book.anchors(rule))
      if (anchor.test.kind == Test::Kind::word) asked_words_.push_back(anchor.test.value);
  }
  been_.assign(last - std::min(first_instruction_, last), 0);
  rule_of_.assign(been_.size(), 0);
  for (std::uint32_t id : book.phase(phase).automaton)
    for (std::uint32_t pc = book.rules()[id].program; pc < std::min(book.rules()[id].program_end, last); ++pc)
      rule_of_[pc - first_instruction_] = id;
  mark_ = 0;
  std::sort(asked_words_.begin(), asked_words_.end());
  word_bits_.assign(kWordBits / 64, 0);
  for (WordId word : asked_words_) word_bits_[word % kWordBits / 64] |= std::uint64_t{1} << (word % 64);
  mask_words_ = (book.phase(phase).automaton.size() + 63) / 64;
  always_.assign(mask_words_, 0);
  for (std::size_t i = 0; i < book.phase(phase).automaton.size(); ++i)
    if (book.rules()[book.phase(phase).automaton[i]].anchor_count == 0) always_[i / 64] |= std::uint64_t{1} << (i % 64);
  set_of_.assign(book.lexicon().class_sets().size(), 0);
  forget();
}

void Automaton::Machine::ask_for(const Instruction& op) {
  if (op.op == Instruction::Op::phrase) asked_classes_.add(static_cast<ClassId>(op.a));
  if (op.op != Instruction::Op::unit) return;
  for (const Test& test : book_->tests().slice(op.a, op.b)) {
    if (test.kind == Test::Kind::word_class) asked_classes_.add(static_cast<ClassId>(test.value));
    else if (test.kind == Test::Kind::word) asked_words_.push_back(test.value);
    else if (test.kind == Test::Kind::shape) asked_flags_ |= test.value;
  }
}

void Automaton::Machine::forget() {
  std::fill(set_of_.begin(), set_of_.end(), 0);
  sets_.clear();
  phrase_sets_.clear();
  letters_.clear();
  letter_slots_.assign(1 << 10, 0);
  letter_anchors_.clear();
  letter_begins_.clear();
  forget_states();
}

void Automaton::Machine::forget_states() {
  states_.clear();
  state_ids_.clear();
  modes_.clear();
  made_.assign(1 << 10, {});
  made_count_ = 0;
}

/// Which set of the classes that are asked for a unit has.
std::uint32_t Automaton::Machine::classes_of(const Unit& unit) {
  const auto& known = book_->lexicon().class_sets();
  std::size_t index = unit.classes && known.size() > 0 ? static_cast<std::size_t>(unit.classes - &*known.begin()) : known.size();
  bool of_lexicon = index < known.size() && unit.classes == &known[index];
  if (of_lexicon && set_of_[index] != 0) return set_of_[index] - 1;
  ClassSet asked = unit.class_set();
  asked &= asked_classes_;
  std::uint32_t id = sets_.try_emplace(asked, static_cast<std::uint32_t>(sets_.size())).first->second;
  if (of_lexicon) set_of_[index] = id + 1;
  return id;
}

/// Which phrases of classes that are asked for begin with a unit, and how far they reach; 0: none.
std::uint32_t Automaton::Machine::phrases_at(std::uint32_t at) {
  std::vector<std::uint32_t> found;
  for (const Hit& hit : hits_at(*sequence_, at)) {
    if (hit.type || !asked_classes_.has(static_cast<ClassId>(hit.word_class))) continue;
    if (std::uint32_t end = end_of(*sequence_, hit, at)) found.push_back(hit.word_class << 16 | std::min(end - at, 0xffffu));
  }
  if (found.empty()) return 0;
  return phrase_sets_.try_emplace(std::move(found), static_cast<std::uint32_t>(phrase_sets_.size() + 1)).first->second;
}

std::size_t Automaton::Machine::slot_of(const Letter& letter) const {
  std::uint64_t hash = mixed(std::uint64_t{letter.classes} << 32 | letter.word) ^
                       mixed(std::uint64_t{letter.flags} << 20 ^ std::uint64_t{letter.phrases} << 40 ^ letter.type);
  std::size_t mask = letter_slots_.size() - 1, slot = mixed(hash) & mask;
  while (letter_slots_[slot] != 0 && letters_[letter_slots_[slot] - 1] != letter) slot = (slot + 1) & mask;
  return slot;
}

/// Which rules the unit of a letter that is new may anchor or begin.
void Automaton::Machine::note_rules(const Letter& letter, std::uint32_t at) {
  const Unit& unit = sequence_->units[at];
  const ClassSet classes = classes_at(*sequence_, at);
  const auto& rules = book_->phase(phase_).automaton;
  std::size_t first = letter_anchors_.size();
  letter_anchors_.resize(first + mask_words_);
  letter_begins_.resize(first + mask_words_);
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (book_->first(rules[i]).may_be(unit, classes)) letter_begins_[first + i / 64] |= std::uint64_t{1} << (i % 64);
    for (const RuleAnchor& anchor : book_->anchors(book_->rules()[rules[i]])) {
      bool is = anchor.test.kind == Test::Kind::word_class ? classes.has(static_cast<ClassId>(anchor.test.value))
                : anchor.test.kind == Test::Kind::type     ? unit.type.id == anchor.test.value
                                                           : letter.word == anchor.test.value;
      if (is) letter_anchors_[first + i / 64] |= std::uint64_t{1} << (i % 64);
    }
  }
}

std::uint32_t Automaton::Machine::letter_at(std::uint32_t at) {
  if (text_[at] == kUnread) text_[at] = read_letter(at);
  return text_[at];
}

std::uint32_t Automaton::Machine::read_letter(std::uint32_t at) {
  const Unit& unit = sequence_->units[at];
  Letter letter{classes_of(unit), hits_at(*sequence_, at).empty() ? 0 : phrases_at(at), kNoWord, unit.flags & asked_flags_, unit.type.id};
  if (may_be_asked(unit.word) && std::binary_search(asked_words_.begin(), asked_words_.end(), unit.word)) letter.word = unit.word;
  std::uint32_t& slot = letter_slots_[slot_of(letter)];
  if (slot != 0) return slot - 1;
  letters_.push_back(letter);
  auto id = static_cast<std::uint32_t>(letters_.size());
  slot = id;
  note_rules(letter, at);
  if (letters_.size() * 2 > letter_slots_.size()) {
    letter_slots_.assign(letter_slots_.size() * 2, 0);
    for (std::uint32_t i = 0; i < id; ++i) letter_slots_[slot_of(letters_[i])] = i + 1;
  }
  return id - 1;
}

/// True unless a unit, by what its letter keeps of it, fails the test.
bool Automaton::Machine::may_pass(const Test& test, const Unit& unit) const {
  if (test.kind != Test::Kind::exact) return passes(*sequence_, test, unit);
  return test.negated != 0 || unit.type == symbols::token;
}

/// Adds to the state that is being made what can be reached from an instruction without taking a unit. What is found
/// before a unit was taken is an empty match, and none.
void Automaton::Machine::follow(std::uint32_t pc, bool at_edge, bool began) {
  using Op = Instruction::Op;
  ways_.assign(1, pc);
  while (!ways_.empty()) {
    pc = ways_.back();
    ways_.pop_back();
    std::uint32_t index = pc - first_instruction_;
    if (pc < first_instruction_ || index >= been_.size() || been_[index] == mark_) continue;
    been_[index] = mark_;
    ++steps_;
    const Instruction& op = book_->program()[pc];
    switch (op.op) {
      case Op::unit: case Op::phrase: making_.items.push_back({pc, 0}); break;
      case Op::split: ways_.push_back(op.b), ways_.push_back(op.a); break;
      case Op::jump: ways_.push_back(op.a); break;
      case Op::ahead: case Op::behind: ways_.push_back(op.b); break;
      case Op::save: case Op::end: ways_.push_back(pc + 1); break;
      case Op::start:
        if (at_edge) ways_.push_back(pc + 1);
        break;
      case Op::match:
        if (began) making_.found.push_back(rule_of_[index]);
        break;
    }
  }
}

/// Moves one item over a unit.
void Automaton::Machine::take(Item item, std::uint32_t at) {
  if (item.skip > 1) making_.items.push_back({item.pc, item.skip - 1});
  else if (item.skip == 1) follow(item.pc, false, true);
  if (item.skip > 0) return;
  const Unit& unit = sequence_->units[at];
  const Instruction& op = book_->program()[item.pc];
  if (op.op == Instruction::Op::unit) {
    for (const Test& test : book_->tests().slice(op.a, op.b))
      if (!may_pass(test, unit)) return;
    follow(item.pc + 1, false, true);
    return;
  }
  auto id = static_cast<ClassId>(op.a);
  if (unit.is(id)) follow(item.pc + 1, false, true);
  each_phrase(*sequence_, id, at, [&](std::uint32_t end) {
    if (end == at + 1) follow(item.pc + 1, false, true);
    else making_.items.push_back({item.pc + 1, end - at - 1});
    return false;
  });
}

/// Where the items lead that were collected. A rule that was found is not followed any further.
std::uint32_t Automaton::Machine::made_state() {
  State& made = making_;
  std::sort(made.found.begin(), made.found.end());
  std::erase_if(made.items, [&](const Item& item) {
    std::uint32_t index = item.pc - first_instruction_;
    return index >= rule_of_.size() || std::binary_search(made.found.begin(), made.found.end(), rule_of_[index]);
  });
  std::sort(made.items.begin(), made.items.end());
  made.items.erase(std::unique(made.items.begin(), made.items.end()), made.items.end());
  auto [at, is_new] = state_ids_.try_emplace(made, static_cast<std::uint32_t>(states_.size()));
  if (is_new) states_.push_back(made);
  return at->second << 2 | (made.items.empty() ? 0 : kGoesOn) | (made.found.empty() ? 0 : kFinds);
}

/// The number of a mask.
std::uint32_t Automaton::Machine::mode_of(const std::vector<std::uint64_t>& mask) {
  return modes_.try_emplace(mask, static_cast<std::uint32_t>(modes_.size())).first->second;
}

/// Finds which rules may still meet an anchor from each unit on. Only units that open the gate of the phase, and
/// annotations, are anchors.
void Automaton::Machine::read_anchors() {
  mask_ = always_;
  ahead_.resize(text_.size() * mask_words_);
  for (std::size_t at = text_.size(); at-- > 0;) {
    const Unit& unit = sequence_->units[at];
    if ((unit.gates >> phase_ & 1) != 0 || unit.type != symbols::token) {
      std::size_t first = letter_at(static_cast<std::uint32_t>(at)) * mask_words_;
      for (std::size_t i = 0; i < mask_words_; ++i) mask_[i] |= letter_anchors_[first + i];
    }
    std::copy(mask_.begin(), mask_.end(), ahead_.begin() + static_cast<std::ptrdiff_t>(at * mask_words_));
  }
}

/// Leaves in the mask the rules that may begin with a unit and meet an anchor further on; false if there are none.
bool Automaton::Machine::may_begin(std::uint32_t at) {
  const std::uint64_t* ahead = ahead_.data() + at * mask_words_;
  if (std::all_of(ahead, ahead + mask_words_, [](std::uint64_t word) { return word == 0; })) return false;
  std::uint64_t any = 0;
  std::size_t first = letter_at(at) * mask_words_;
  for (std::size_t i = 0; i < mask_words_; ++i) any |= mask_[i] = ahead[i] & letter_begins_[first + i];
  return any != 0;
}

/// Where the rules of the mask, which may begin with a unit, stand behind it.
std::uint32_t Automaton::Machine::begin(std::uint32_t at) {
  const std::uint32_t key = 1u << 31 | mode_of(mask_) << 17 | std::uint32_t{at == 0} << 16 | letter_at(at);
  if (const Step& known = slot_of(key); known.key != 0) return known.to;
  const auto& rules = book_->phase(phase_).automaton;
  std::vector<Item> items;
  making_ = {};
  ++mark_;
  for (std::size_t i = 0; i < rules.size(); ++i)
    if ((mask_[i / 64] >> (i % 64) & 1) != 0) follow(book_->rules()[rules[i]].program, at == 0, false);
  items.swap(making_.items);
  ++mark_;
  for (Item item : items) take(item, at);
  return note_step(key, made_state());
}

Automaton::Machine::Step& Automaton::Machine::slot_of(std::uint32_t key) {
  std::size_t mask = made_.size() - 1, slot = mixed(key) & mask;
  while (made_[slot].key != 0 && made_[slot].key != key) slot = (slot + 1) & mask;
  return made_[slot];
}

std::uint32_t Automaton::Machine::note_step(std::uint32_t key, std::uint32_t to) {
  slot_of(key) = {key, to};
  if (++made_count_ * 3 <= made_.size() * 2) return to;
  std::vector<Step> old(made_.size() * 2);
  old.swap(made_);
  for (const Step& one : old)
    if (one.key != 0) slot_of(one.key) = one;
  return to;
}

std::uint32_t Automaton::Machine::step(std::uint32_t state, std::uint32_t at) {
  const std::uint32_t key = (state + 1) << 16 | letter_at(at);
  if (const Step& known = slot_of(key); known.key != 0) return known.to;
  making_ = {};
  ++mark_;
  for (std::size_t i = 0; i < states_[state].items.size(); ++i) take(states_[state].items[i], at);
  return note_step(key, made_state());
}

/// Tells every start of every rule, as far as its first unit allows.
void Automaton::Machine::tell_all(std::vector<std::uint64_t>& starts) const {
  for (std::uint32_t at = 0; at < sequence_->units.size(); ++at) {
    const ClassSet classes = classes_at(*sequence_, at);
    for (std::uint32_t rule : book_->phase(phase_).automaton)
      if (book_->first(rule).may_be(sequence_->units[at], classes)) starts.push_back(std::uint64_t{at} << 32 | rule);
  }
}

void Automaton::Machine::run(const RuleBook& book, std::size_t phase, const Sequence& sequence,
                             std::vector<std::uint64_t>& starts) {
  open(book, phase);
  sequence_ = &sequence;
  if (letters_.size() > kMostLetters) forget();
  if (sequence.units.size() > kLongest) return tell_all(starts);
  auto size = static_cast<std::uint32_t>(sequence.units.size());
  text_.assign(size, kUnread);
  read_anchors();
  for (std::uint32_t start = 0; start < size; ++start) {
    if (!may_begin(start)) continue;
    if (states_.size() > kMostStates || made_count_ > kMostSteps || modes_.size() > kMostModes) forget_states();
    std::uint32_t to = begin(start), limit = std::min(size, start + window_);
    for (std::uint32_t at = start + 1;; ++at, ++steps_) {
      if ((to & kFinds) != 0)
        for (std::uint32_t rule : states_[to >> 2].found) starts.push_back(std::uint64_t{start} << 32 | rule);
      if (at >= limit || (to & kGoesOn) == 0) break;
      to = step(to >> 2, at);
    }
  }
}

Automaton::Automaton() : machine_(std::make_unique<Machine>()) {}
Automaton::~Automaton() = default;
Automaton::Automaton(Automaton&&) noexcept = default;
Automaton& Automaton::operator=(Automaton&&) noexcept = default;

void Automaton::run(const RuleBook& book, std::size_t phase, const Sequence& sequence, std::vector<std::uint64_t>& starts) {
  machine_->run(book, phase, sequence, starts);
}

std::size_t Automaton::states() const { return machine_->states(); }
std::uint64_t Automaton::steps() const { return machine_->steps(); }

}  // namespace liaison
