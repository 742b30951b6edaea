#include "rules/program_writer.h"

#include <doctest/doctest.h>

#include "small_language.h"

namespace liaison {
namespace {

std::string printed(const SmallLanguage& language, const Test& test) {
  std::string out = test.negated ? "!" : "";
  switch (test.kind) {
    case Test::Kind::any: return out + "_";
    case Test::Kind::word: return out + "\"" + std::string(language.lexicon.word(test.value)) + "\"";
    case Test::Kind::exact: return out + "'" + std::string(language.lexicon.string(test.value)) + "'";
    case Test::Kind::word_class: return out + std::string(language.lexicon.class_name(static_cast<ClassId>(test.value)));
    case Test::Kind::type: return out + language.symbols.names()[test.value];
    case Test::Kind::shape: return out + "@" + std::to_string(test.value);
  }
  return out;
}

/// The program of the first rule, an instruction after the other, jumps told from its start.
std::string program_of(const SmallLanguage& language) {
  static constexpr const char* kOps[] = {"unit", "phrase", "split", "jump", "save", "ahead", "behind", "start", "end", "match"};
  using Op = Instruction::Op;
  const Rule& rule = language.book.rules()[0];
  std::string out;
  for (std::uint32_t pc = rule.program; pc < rule.program_end; ++pc) {
    const Instruction& op = language.book.program()[pc];
    out += std::string(pc == rule.program ? "" : "; ") + (op.negated ? "not " : "") + kOps[static_cast<int>(op.op)];
    if (op.op == Op::unit)
      for (const Test& test : language.book.tests().slice(op.a, op.b)) out += " " + printed(language, test);
    if (op.op == Op::phrase) out += " " + std::string(language.lexicon.class_name(static_cast<ClassId>(op.a)));
    if (op.op == Op::split) out += " " + std::to_string(pc + 1 - rule.program) + " " + std::to_string(op.a);
    if (op.op == Op::jump || op.op == Op::save) out += " " + std::to_string(op.a);
    if (op.op == Op::ahead || op.op == Op::behind) out += " " + std::to_string(op.b) + " " + std::to_string(op.a);
  }
  return out;
}

std::string anchors_of(const SmallLanguage& language) {
  std::string out;
  for (const Test& anchor : language.book.anchors(language.book.rules()[0]))
    out += (out.empty() ? "" : " | ") + printed(language, anchor);
  return out.empty() ? "none" : out;
}

TEST_CASE("patterns become programs") {
  struct Case {
    const char* name;
    const char* pattern;
    const char* program;
  };
  const Case cases[] = {
      {"words", "\"sat down\"", "unit \"sat\"; unit \"down\"; match"},
      {"exact words", "'Sat down'", "unit 'Sat'; unit 'down'; match"},
      {"class", "verb", "phrase verb; match"},
      {"type", "PERSON", "unit PERSON; match"},
      {"conditions", "!verb & \"a\"", "unit !verb \"a\"; match"},
      {"alternation", "\"a\" | \"b\" | \"c\"", "split 1 3; unit \"a\"; jump 7; split 4 6; unit \"b\"; jump 7; unit \"c\"; match"},
      {"optional", "\"a\"?", "split 1 2; unit \"a\"; match"},
      {"star", "\"a\"*", "split 1 3; unit \"a\"; jump 0; match"},
      {"plus", "\"a\"+", "unit \"a\"; split 2 4; unit \"a\"; jump 1; match"},
      {"counted", "\"a\"{1,3}", "unit \"a\"; split 2 5; unit \"a\"; split 4 5; unit \"a\"; match"},
      {"capture", "x:\"a\" y:\"b\" | x:\"c\"", "split 1 8; save 0; unit \"a\"; save 1; save 2; unit \"b\"; save 3; jump 11; "
       "save 0; unit \"c\"; save 1; match"},
      {"ahead", "\"a\" !(\"b\")", "unit \"a\"; not ahead 0 4; unit \"b\"; match; match"},
      {"behind", "<(\"a b\"?) \"c\"", "behind 2 5; split 2 4; unit \"a\"; unit \"b\"; match; unit \"c\"; match"},
      {"edges", "^ _ $", "start; unit _; end; match"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    SmallLanguage language(std::string("rule r -> make FOUND\n  ") + c.pattern + "\n");
    language.open();
    REQUIRE(language.complaints() == "");
    CHECK(program_of(language) == c.program);
  }
}

TEST_CASE("units that are asked the same share their tests") {
  SmallLanguage language("rule r -> make FOUND\n  \"a\" (!verb & \"b\") \"a\" (\"b\" | \"a\" !(\"a\"))\nrule s -> make FOUND\n  \"a\" \"b\"\n");
  language.open();
  REQUIRE(language.complaints() == "");
  CHECK(language.book.tests().size() == 4);
}

TEST_CASE("more conditions on one unit than an instruction can count are refused") {
  std::string pattern = "_";
  for (std::uint32_t i = 0; i < Instruction::kMaxB; ++i) pattern += " & !\"a\"";
  CHECK(SmallLanguage("rule r -> make FOUND\n  " + pattern + "\n").complaints().find("[too-many-tests]") != std::string::npos);
}

/// The types that every match of the first rule holds.
std::string needs_of(const SmallLanguage& language) {
  std::string out;
  for (std::uint32_t type = 0; type < 64; ++type)
    if ((language.book.rules()[0].needs >> type & 1) != 0) out += (out.empty() ? "" : " ") + language.symbols.names()[type];
  return out;
}

TEST_CASE("a rule needs the types of which every match holds one") {
  struct Case {
    const char *pattern, *needs;
  };
  const Case cases[] = {
      {"PERSON verb ORG", "PERSON ORG"},
      {"(x:PERSON | ORG) GPE{1,2}", "GPE"},
      {"(PERSON ORG | ORG \"of\" GPE)", "ORG"},
      {"PERSON? ORG* \"a\"", ""},
      {"\"a\" !PERSON !(ORG) &(GPE) _", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.pattern);
    SmallLanguage language(std::string("rule r -> make FOUND\n  ") + c.pattern + "\n");
    language.open();
    REQUIRE(language.complaints() == "");
    CHECK(needs_of(language) == c.needs);
  }
}

TEST_CASE("the anchor is the rarest unit that must stand") {
  struct Case {
    const char* name;
    const char* pattern;
    const char* anchor;
  };
  const Case cases[] = {
      {"class", "PERSON verb ORG", "verb"},
      {"long word before class", "verb \"summit\" PERSON", "\"summit\""},
      {"class before type", "PERSON determiner", "determiner"},
      {"rare word before common one", "\"the\" \"summit\"", "\"summit\""},
      {"rare class before one with common words", "determiner role_head", "role_head"},
      {"role before name", "PERSON ROLE", "ROLE"},
      {"type", "_{2,3} PERSON", "PERSON"},
      {"behind something unbounded", "_* \"summit\"", "\"summit\""},
      {"folded", "'Summit'", "\"summit\""},
      {"of several words the first", "_ \"sit-down summit\"", "\"sit\""},
      {"beside other conditions", "@capital & verb", "verb"},
      {"in a capture and a repeat", "_? x:(_ verb)+", "verb"},
      {"a part of a class", "role_head[kind=title]", "role_head[kind=title]"},
      {"behind a long phrase", "long determiner", "long"},
      {"not what is optional", "\"summit\"? _", "none"},
      {"one of several", "_? (\"summit\" | verb)", "\"summit\" | verb"},
      {"not where a branch has none", "(\"summit\" | _)", "none"},
      {"not what must not stand", "!\"summit\"", "none"},
      {"not what is only looked at", "&(\"summit\") _", "none"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    SmallLanguage language(std::string("rule r -> make FOUND\n  ") + c.pattern + "\n");
    language.open();
    REQUIRE(language.complaints() == "");
    CHECK(anchors_of(language) == c.anchor);
  }
}

}  // namespace
}  // namespace liaison
