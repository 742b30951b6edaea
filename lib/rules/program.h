// Compiled rules, as they stand in a pack.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/class_set.h"
#include "lexicon/image.h"
#include "lexicon/lexicon.h"
#include "liaison/analysis.h"
#include "liaison/symbol.h"
#include "rules/readings.h"
#include "rules/unit.h"

namespace liaison {

class TestIndex;

/// A condition on one unit. A unit passes a list of tests if it passes all of them.
struct Test {
  enum class Kind : std::uint16_t { any, word, exact, word_class, type, shape };
  Kind kind = Kind::any;
  std::uint16_t negated = 0;
  std::uint32_t value = 0;  ///< a WordId, an offset in the strings, a ClassId, a Symbol, or token flags (any of them)

  friend auto operator<=>(const Test&, const Test&) = default;
};

/// Four bytes, for a pack has tens of thousands. Places in the program are counted from the first instruction of its rule.
struct Instruction {
  enum class Op : std::uint32_t {
    unit,    ///< take one unit that passes the tests a … a+b
    phrase,  ///< take a phrase of the class a, longer ones first, or one unit of it; none is longer than b units
    split,   ///< go on at the next instruction; if that fails, at a
    jump,    ///< go on at a
    save,    ///< note the position in slot a
    ahead,   ///< go on at a if the program behind this instruction matches here (negated: does not)
    behind,  ///< go on at a if the program behind this instruction, from at most b units before, ends here (negated: does not)
    start, end,
    match
  };
  static constexpr std::uint32_t kMaxA = 0xfffff, kMaxB = 0x7f;
  Op op : 4 = Op::match;
  std::uint32_t negated : 1 = 0;
  std::uint32_t b : 7 = 0;
  std::uint32_t a : 20 = 0;
};
static_assert(sizeof(Instruction) == 4);

/// How many captures one rule may have.
inline constexpr std::size_t kMaxCaptures = 8;
/// How long, in units, a look-behind may be.
inline constexpr std::uint32_t kMaxLookBehind = 8;
/// What rules run over: tokens; names before they are put together (rules `same`); names put together, with roles;
/// words that may be of several parts of speech (rules `select` and `remove`).
inline constexpr std::string_view kPhases[] = {"tokens", "aliases", "names", "words"};
/// The indices of the phases.
inline constexpr std::size_t kTokensPhase = 0, kAliasesPhase = 1, kNamesPhase = 2, kWordsPhase = 3;

/// What a rule does: "make ROLE(role) kind=office".
struct Action {
  std::uint32_t rule = 0;
  std::uint32_t name = 0;                    ///< in the strings: make, give, select, remove, or the relation
  Symbol what;                               ///< the type, the feature, the class, or the relation
  ClassId reading = ClassId::none;           ///< of select and remove
  std::uint8_t captures[4] = {};             ///< 1 + capture; 0 for the whole match or an absent argument
  std::uint8_t capture_count = 0;
  std::uint8_t reserved[3] = {};
  std::uint32_t attributes = 0;              ///< "when=former kind=x" in the strings
};

/// `same(a, b)`, `different(a, b)`, `agree(a, b)`, `number(a, plural)`.
struct Condition {
  enum class Kind : std::uint8_t { different, same, agree, singular, plural };
  Kind kind = Kind::different;
  std::uint8_t a = 0, b = 0;   ///< 1 + capture
  std::uint8_t reserved = 0;
};

/// The word classes that tell the number of a word, and what makes many of several.
inline constexpr std::string_view kSingularClass = "singular", kPluralClass = "plural";
struct NumberClasses {
  ClassId singular = ClassId::none, plural = ClassId::none, joiner = ClassId::none;

  NumberClasses() = default;
  explicit NumberClasses(const Lexicon& lexicon);
};

/// A rule. It can only match where a unit passes one of its anchors; one without anchors is looked for everywhere.
struct Rule {
  std::uint32_t name = 0, file = 0;          ///< in the strings
  std::uint32_t line = 0;
  std::uint16_t phase = 0;
  std::int16_t priority = 0;
  std::uint32_t program = 0, program_end = 0;  ///< its instructions, half open
  std::uint16_t window = 64;
  std::uint16_t capture_count = 0;
  std::uint32_t first_action = 0, action_count = 0;
  std::uint32_t first_condition = 0, condition_count = 0;
  std::uint32_t first_anchor = 0, anchor_count = 0;
  std::uint32_t reserved = 0;                ///< no byte of a pack is left to chance
  std::uint64_t needs = 0;                   ///< the types of which every match holds one each, as bits of Symbols
};

/// An example of a rule or frame.
struct Example {
  std::uint32_t rule = 0;      ///< RuleId
  std::uint32_t kind = 0;      ///< ExampleKind
  std::uint32_t sentence = 0, expected = 0, file = 0;  ///< in the strings
  std::uint32_t line = 0;
};

/// A view of the rules of a pack. Immutable and safe to share.
class RuleBook {
 public:
  RuleBook() = default;
  /// Requires: image and lexicon outlive the book.
  RuleBook(const Image& image, const Lexicon& lexicon);

  const Table<Rule>& rules() const { return rules_; }
  const Table<Instruction>& program() const { return program_; }
  const Table<Test>& tests() const { return tests_; }
  const Table<Example>& examples() const { return examples_; }
  std::span<const Test> anchors(const Rule& rule) const { return anchors_.slice(rule.first_anchor, rule.anchor_count); }
  std::span<const Action> actions(const Rule& rule) const { return actions_.slice(rule.first_action, rule.action_count); }
  std::span<const Condition> conditions(const Rule& rule) const {
    return conditions_.slice(rule.first_condition, rule.condition_count);
  }
  const NumberClasses& numbers() const { return numbers_; }
  /// What words may be read as, for the rules over words.
  const Readings& readings() const { return readings_; }
  /// True if a rule gives evidence.
  bool gives() const { return gives_; }
  const Lexicon& lexicon() const { return *lexicon_; }
  std::string_view string(std::uint32_t offset) const { return lexicon_->string(offset); }
  /// The text of a symbol; empty for none.
  std::string_view symbol_name(Symbol symbol) const {
    return symbol.id < symbol_names_.size() ? string(symbol_names_[symbol.id]) : std::string_view();
  }

  /// The rules of one phase, and what tells quickly that none can match.
  struct PhaseIndex {
    std::vector<std::uint32_t> rules;       ///< in the order of their files
    ClassSet gate;                          ///< a word that anchors a rule of the phase is of one of these classes
    /// The types of which a match holds one each, as bits of Symbols: of rules that a word or class anchors, and of
    /// the others. Each set once.
    std::vector<std::uint64_t> needs_with_word, needs;
  };
  const PhaseIndex& phase(std::size_t phase) const { return phases_[phase]; }
  /// The tests of the rules of a phase.
  const TestIndex& tests_of(std::size_t phase) const { return *test_indices_[phase]; }
  /// What takes long to work out of the rules: a section of the pack, so that opening it need not.
  std::string test_indices() const;
  /// False if that section is damaged; then no rule can be run.
  bool is_whole() const;
  /// The gates of the phases, in their order: a word or phrase that may be an anchor is of one of these classes.
  std::vector<ClassSet> gates() const;
  /// Different for any two books that were ever opened; 0 for the empty one.
  std::uint64_t number() const { return number_; }

 private:
  void index(std::uint32_t rule);

  const Lexicon* lexicon_ = nullptr;
  Table<Rule> rules_;
  Table<Instruction> program_;
  Table<Test> tests_;
  Table<Test> anchors_;
  Table<Action> actions_;
  Table<Condition> conditions_;
  Table<Example> examples_;
  Table<std::uint32_t> symbol_names_;
  NumberClasses numbers_;
  Readings readings_;
  std::uint64_t number_ = 0;
  bool gives_ = false;
  PhaseIndex phases_[std::size(kPhases)];
  std::shared_ptr<const TestIndex> test_indices_[std::size(kPhases)];
};

/// True if the unit passes the test.
bool passes(const Sequence& sequence, const Test& test, const Unit& unit);

}  // namespace liaison
