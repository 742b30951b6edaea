// The syntax trees of the rule language, as the parser makes them. data/RULES.md is its grammar.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "lexicon/list_file.h"

namespace liaison {

/// A word of a source, and where it stands: a flag between brackets, a type.
struct WordSyntax {
  std::string text;
  std::size_t offset = 0;
};

/// A condition on one unit.
struct UnitTest {
  enum class Kind : std::uint8_t {
    any,      ///< _
    word,     ///< "the": the folded word
    exact,    ///< 'Bank': letter for letter
    named,    ///< a word class, a list, or a type of annotation
    shape,    ///< @capital
    pattern   ///< /ing$/: RE2 over the folded word
  };
  Kind kind = Kind::any;
  bool negated = false;
  std::string text;
  std::size_t offset = 0;  ///< in the source, for complaints
};

/// A node of a pattern.
struct PatternNode {
  enum class Kind : std::uint8_t {
    unit,         ///< one unit that passes all tests (a class may also stand for a phrase of several)
    sequence,
    alternation,
    repeat,       ///< parts[0], min to max times, as often as possible first
    capture,      ///< parts[0] under a name
    look,         ///< parts[0] stands here (or not), without being taken
    start, end    ///< the edges of the sentence
  };
  static constexpr int kUnbounded = -1;

  Kind kind = Kind::sequence;
  std::vector<PatternNode> parts;
  std::vector<UnitTest> tests;
  std::string name;
  int min = 0, max = 0;
  bool behind = false, negated = false;
  std::size_t offset = 0;
};

/// A condition on captures: `where different(a, b)`, `where number(a, plural)`.
struct ConditionSyntax {
  std::string name, a, b;
  std::size_t offset = 0;
};

/// What a rule takes from a template: `= took_office("was named" | "was chosen", incoming)`.
struct TemplateUse {
  std::string name;
  std::vector<PatternNode> arguments;
  std::size_t offset = 0;
};

/// What a rule does with a match: `make ROLE(role)`, `give feature(x)`, `holds(person, role, org) when=former`.
struct ActionSyntax {
  std::string name;                    ///< make, give, select, remove, or the relation
  std::string what;                    ///< the type, feature or class
  std::vector<std::string> captures;   ///< `-` for an absent argument
  std::vector<std::pair<std::string, std::string>> attributes;
  std::size_t offset = 0;
};

enum class ExampleKind : std::uint8_t { yes, no, todo };

struct ExampleSyntax {
  ExampleKind kind = ExampleKind::yes;
  std::string sentence, expected;
  std::uint32_t line = 0;
  std::size_t offset = 0;  ///< of what is expected
};

struct ListSyntax {
  std::string name;
  std::vector<WordSyntax> phrases;
  std::vector<std::pair<std::string, std::size_t>> included;  ///< other lists or classes, with their offsets
  ListVariants variants;             ///< `list NAME (verb, hyphen) = …`
  std::size_t offset = 0;
};

/// `readings part_of_speech = noun | verb`: a word that is of several of these classes is read as one of them.
struct ReadingsSyntax {
  std::string name;
  std::vector<WordSyntax> classes;
  std::size_t offset = 0;
};

struct RuleSyntax {
  std::string name;
  std::vector<ActionSyntax> actions;
  std::string phase = "tokens";
  std::size_t phase_offset = 0;
  int priority = 0;
  int window = 64;
  PatternNode pattern;
  std::vector<ConditionSyntax> conditions;
  std::vector<ExampleSyntax> examples;
  std::optional<TemplateUse> use;    ///< until it is expanded: then the rule has all that the template has
  std::size_t offset = 0;
  std::uint32_t line = 0;
};

/// `part BODY = "the"? org:ORG`: a pattern that stands for its name.
struct PartSyntax {
  std::string name;
  PatternNode pattern;
  std::size_t offset = 0;
};

/// A rule with parameters, which stand for patterns, types and values of attributes.
struct TemplateSyntax {
  std::vector<WordSyntax> parameters;
  RuleSyntax rule;
};

/// One place of a frame that a participant may fill.
struct SlotSyntax {
  std::string place;                 ///< subj, obj, with, between …
  std::vector<WordSyntax> flags;     ///< what stands in brackets behind it
  std::size_t offset = 0;
};

/// A line `verb …`, `noun …` or `word …` of a frame.
struct TriggerSyntax {
  enum class Kind : std::uint8_t { verb, noun, word };
  Kind kind = Kind::verb;
  std::vector<std::string> words;    ///< the lemmas, with particles: "sit down"
  std::vector<WordSyntax> flags;     ///< joint, mutual …
  std::vector<std::vector<SlotSyntax>> sides;  ///< slots of one side stand together, `|` parts the sides
  std::size_t offset = 0;
  std::uint32_t line = 0;
};

/// `slots TALKS = with | subj`: slots under a name that the triggers of the frame share.
struct SharedSlotsSyntax {
  std::string name;
  std::vector<std::vector<SlotSyntax>> sides;
};

/// `not obj = expectations | demand`: heads that a place must not have.
struct ForbiddenSyntax {
  std::string place;
  std::vector<std::string> heads;
  std::size_t offset = 0;
};

/// `derive cooperation possible: about, on, over`: the places in which a trigger of another kind is talked about.
struct DerivationSyntax {
  std::string kind, status;
  std::vector<SlotSyntax> places;
  std::size_t offset = 0, status_offset = 0;
};

struct FrameSyntax {
  std::string kind;                  ///< meeting, contact, cooperation …
  std::vector<TriggerSyntax> triggers;
  std::vector<WordSyntax> fill;      ///< types that may take part
  std::vector<SharedSlotsSyntax> shared;
  std::vector<ForbiddenSyntax> forbidden;
  std::vector<DerivationSyntax> derivations;
  std::vector<ExampleSyntax> examples;
  std::size_t offset = 0;
};

/// `status planned: plan, agree, "due to"` and `support denied (meeting): cancel, "call off"`.
struct CueSyntax {
  std::string table;                 ///< status or support
  std::string value;
  std::vector<WordSyntax> flags;
  std::vector<std::string> words;
  std::size_t offset = 0;
  std::uint32_t line = 0;
};

struct RuleFile {
  std::vector<WordSyntax> imports;   ///< the paths of other files
  std::vector<ListSyntax> lists;
  std::vector<ReadingsSyntax> readings;
  std::vector<PartSyntax> parts;     ///< in place of whose names the patterns of the file have them, once it is parsed
  std::set<std::string> used_parts;
  std::vector<TemplateSyntax> templates;
  std::vector<std::string> used_templates;  ///< by rules of the file
  std::vector<RuleSyntax> rules;
  std::vector<FrameSyntax> frames;
  std::vector<CueSyntax> cues;
};

}  // namespace liaison
