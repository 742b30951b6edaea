#include "rules/matcher.h"

#include <doctest/doctest.h>

#include <chrono>
#include <cstring>
#include <random>

#include "small_language.h"

namespace liaison {
namespace {

/// A rule that a test runs over a sentence, and what comes out: the match and its captures.
struct Case {
  const char* name;
  const char* rules;
  const char* sentence;
  const char* expected;
};

void check(const Case& c, bool selected = false) {
  CAPTURE(c.name);
  SmallLanguage language(c.rules);
  language.open();
  REQUIRE(language.complaints() == "");
  CHECK(matches_of(language, c.sentence, selected) == c.expected);
}

TEST_CASE("rules match, with their captures") {
  const Case cases[] = {
      {"apposition", "rule r -> make FOUND(p)\n  p:PERSON \",\" determiner? o:ORG h:role_head\n",
       "[PERSON 1 Jay Lee], the [ORG 2 Samsung] vice president, left",
       "r: Jay Lee, the Samsung vice president | Jay Lee | Samsung | vice president\n"},
      {"words are folded", "rule r -> make FOUND\n  \"SUMMIT\"\n", "The Summit", "r: Summit\n"},
      {"exact words are not", "rule r -> make FOUND\n  'Summit Talks'\n", "summit talks Summit talks Summit Talks", "r: Summit Talks\n"},
      {"shapes", "rule r -> make FOUND\n  @caps @number\n", "G8 IBM 360", "r: IBM 360\n"},
      {"expressions", "rule r -> make FOUND\n  /^m.*ing$/\n", "meeting Merging ing", "r: meeting\nr: Merging\n"},
      {"expressions over unknown words", "rule r -> make FOUND\n  /^xq/\n", "xqa axq", "r: xqa\n"},
      {"an absent capture", "rule r -> make FOUND\n  a:\"a\"? b:\"b\"\n", "b", "r: b |  | b\n"},
      {"a capture of a repeat is the last", "rule r -> make FOUND\n  (x:(\"a\" | \"b\"))+\n", "a b", "r: a b | b\nr: b | b\n"},
      {"captures ahead", "rule r -> make FOUND\n  \"a\" &(_ x:\"c\")\n", "a b c", "r: a | c\n"},
      {"a failed look leaves no capture", "rule r -> make FOUND\n  \"a\" (&(x:\"b\") \"b\" \"d\" | \"b\")\n", "a b c", "r: a b | \n"},
      {"same", "rule r -> make FOUND\n  a:PERSON ..5 b:PERSON\n  where same(a, b)\n",
       "[PERSON 1 Lee] met [PERSON 2 Ma] and [PERSON 1 Jay Lee] left", "r: Lee met Ma and Jay Lee | Lee | Jay Lee\n"},
      {"different", "rule r -> make FOUND\n  a:PERSON ..5 b:PERSON\n  where different(a, b)\n",
       "[PERSON 1 Lee] met [PERSON 2 Ma] and [PERSON 1 Jay Lee] left",
       "r: Lee met Ma | Lee | Ma\nr: Ma and Jay Lee | Ma | Jay Lee\n"},
      {"agreement in number", "list singular = \"minister\" | \"meets\" | \"fish\"\nlist plural = \"ministers\" | \"meet\" | \"fish\"\n"
                              "rule r -> make FOUND\n  n:@lower v:(\"meet\" | \"meets\")\n  where agree(n, v)\n",
       "minister meets ministers meets minister meet ministers meet fish meet xyz meets",
       "r: minister meets | minister | meets\nr: ministers meet | ministers | meet\nr: fish meet | fish | meet\nr: xyz meets | xyz | meets\n"},
      {"a given number", "list singular = \"talk\"\nlist plural = \"talks\"\nrule r -> make FOUND\n  n:(\"talk\" | \"talks\")\n"
                         "  where number(n, plural)\n", "talk talks", "r: talks | talks\n"},
      {"a person is one", "list singular = \"meets\"\nlist plural = \"meet\"\nrule r -> make FOUND\n  n:PERSON v:(\"meet\" | \"meets\")\n"
                          "  where agree(n, v)\n", "[PERSON 1 Ann Lee] meet [PERSON 1 Ann Lee] meets", "r: Ann Lee meets | Ann Lee | meets\n"},
      {"the window", "rule r -> make FOUND window 3\n  \"a\" _* \"b\"\n", "a c b a c c b", "r: a c b\n"},
      {"a long phrase before the anchor", "rule r -> make FOUND\n  long \"summit\"\n",
       "x one two three four five six seven eight nine ten summit", "r: one two three four five six seven eight nine ten summit\n"},
      {"a type beyond the first symbols", "rule r -> make FOUND\n  t:TYPE9\nrule s -> make TYPE9\n  \"no such\"\n", "a [TYPE9 1 b]", "r: b | b\n"},
  };
  for (const Case& c : cases) check(c);
}

TEST_CASE("only rules of the phase run") {
  SmallLanguage language("rule r -> holds(-, -, -) over names\n  \"summit\"\nrule s -> make FOUND\n  \"summit\"\n");
  language.open();
  CHECK(matches_of(language, "a summit") == "s: summit\n");
}

TEST_CASE("a sentence is passed over only where no anchor of a rule can stand") {
  struct Gated {
    const char *name, *rule, *sentence;
    bool may;
  };
  const Gated cases[] = {
      {"a word", "rule r -> make FOUND\n  \"summit\" _\n", "a summit", true},
      {"no such word", "rule r -> make FOUND\n  \"summit\" _\n", "a lunch", false},
      {"only the rarest word counts", "rule r -> make FOUND\n  \"the\" \"summit\"\n", "the lunch", false},
      {"a phrase", "rule r -> make FOUND\n  role_head @capital\n", "the vice president", true},
      {"a type", "rule r -> make FOUND\n  x:PERSON @lower\n", "[PERSON 1 Jay Lee] left", true},
      {"no such type", "rule r -> make FOUND\n  x:PERSON @lower\n", "Jay Lee left [ORG 1 Acme]", false},
      {"a type that is one of several", "rule r -> make FOUND\n  ( x:PERSON | y:ORG ) @lower\n", "Jay Lee left", true},
      {"a word and a type", "rule r -> make FOUND\n  x:PERSON \"summit\"\n", "[PERSON 1 Jay Lee] summit", true},
      {"the word without the type", "rule r -> make FOUND\n  x:PERSON \"summit\"\n", "a summit", false},
      {"the type without the word", "rule r -> make FOUND\n  x:PERSON \"summit\"\n", "[PERSON 1 Jay Lee]", false},
      {"no anchor at all", "rule r -> make FOUND\n  @capital @number\n", "a lunch", true},
  };
  for (const Gated& c : cases) {
    CAPTURE(c.name);
    SmallLanguage language(c.rule);
    language.open();
    REQUIRE(language.complaints() == "");
    SmallText text(language, c.sentence);
    CHECK(may_match(language.book, kTokensPhase, text.view(), {0, static_cast<std::uint32_t>(text.view().tokens.size())},
                    text.annotations()) == c.may);
  }
}

TEST_CASE("of the matches those stand that are best") {
  const Case cases[] = {
      {"priority", "rule long -> make FOUND\n  \"a\" \"b\" \"c\"\nrule high -> make FOUND priority 1\n  \"b\"\n", "a b c", "high: b\n"},
      {"the longest", "rule one -> make FOUND\n  \"a\" \"b\"\nrule two -> make FOUND\n  \"b\" \"c\" \"d\"\n", "a b c d", "two: b c d\n"},
      {"the earliest", "rule one -> make FOUND\n  \"b\" \"c\"\nrule two -> make FOUND\n  \"a\" \"b\"\n", "a b c", "two: a b\n"},
      {"the order in the file", "rule one -> make FOUND\n  \"a\"\nrule two -> make FOUND\n  \"a\"\n", "a", "one: a\n"},
      {"side by side", "rule one -> make FOUND\n  \"a\"\nrule two -> make FOUND\n  \"b\"\n", "b a", "two: b\none: a\n"},
  };
  for (const Case& c : cases) check(c, true);
}

/// How long the first match from the start is, in units, and whether any start was given up.
std::pair<std::size_t, std::size_t> run(const std::string& rules, const std::string& sentence) {
  SmallLanguage language(rules);
  language.open();
  REQUIRE(language.complaints() == "");
  SmallText text(language, sentence);
  Matcher matcher;
  std::vector<Match> matches;
  matcher.run(language.book, kTokensPhase, text.sequence(), text.same_entity(), matches);
  std::size_t length = 0;
  for (const Match& match : matches)
    if (match.range.first == 0) length = match.range.last;
  return {length, matcher.exhausted};
}

std::string repeated(const std::string& text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

TEST_CASE("patterns that are hard for backtracking take linear time") {
  struct Hard {
    const char* name;
    std::string pattern, sentence;
    std::size_t length;
  };
  const Hard cases[] = {
      {"optional and counted", "\"a\"{0,30} \"a\"{30}", repeated("a ", 30), 30},
      {"nested repeats", "((\"a\"+)+)+ \"b\"", repeated("a ", 60), 0},
      {"alternatives that are alike", "(\"a\" | _ | @lower | letter)* \"b\"", repeated("a ", 60), 0},
      {"in a look-ahead", "_ &(\"a\"{0,30} \"a\"{30} \"c\") | _", repeated("a ", 62), 1},
      {"in a negated look-ahead", "_ !(((\"a\"+)+)+ \"b\")", repeated("a ", 62), 1},
      {"gaps", "..20 ..20 ..20 \"b\"", repeated("a ", 62), 0},
  };
  for (const Hard& c : cases) {
    CAPTURE(c.name);
    auto start = std::chrono::steady_clock::now();
    auto [length, exhausted] = run("rule r -> make FOUND\n  " + c.pattern + "\n", c.sentence);
    std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    CHECK(length == c.length);
    CHECK(exhausted == 0);
    CHECK(took.count() < 1.0);
  }
}

TEST_CASE("limits that are met are counted") {
  std::string many = repeated("a ", 61) + "b";
  auto [length, exhausted] = run("rule r -> make FOUND\n  x:_+ y:_+ ((\"a\"+)+)+ \"b\"\n  where same(x, y)\n", many);
  CHECK(length == 0);
  CHECK(exhausted > 0);
  std::string deep = "(\"b\"? \"b\"? \"b\"? \"b\"? \"b\"? \"b\"? \"b\"? \"b\"? \"b\"? \"b\"? \"a\")*";
  CHECK(run("rule r -> make FOUND window 100\n  " + deep + "\n", repeated("a ", 256)) == std::pair<std::size_t, std::size_t>(100, 0));
}

TEST_CASE("a damaged program misleads, but reads nothing foreign and ends") {
  SmallLanguage language("rule r -> make FOUND(x)\n  x:letter* (\"a\" | <(\"b\") \"c\")? !(\"d\"+) ..3 verb\n  where same(x, x)\n"
                         "rule s -> make FOUND\n  (\"a\" | letter \"b\"?)+ &(\"c\")\n");
  language.open();
  const std::string sentence = "a b [X 1 c] sat down a b c met";
  std::mt19937 random(5);
  for (int round = 0; round < 500; ++round) {
    std::vector<std::uint64_t> copy((language.bytes.size() + 7) / 8);
    std::memcpy(copy.data(), language.bytes.data(), language.bytes.size());
    Image image({reinterpret_cast<const char*>(copy.data()), language.bytes.size()}, "damaged");
    for (SectionId id : {SectionId::rules, SectionId::instructions, SectionId::predicates, SectionId::conditions}) {
      std::string_view section = image.section(id);
      auto* bytes = const_cast<char*>(section.data());
      if (random() % 2) bytes[random() % section.size()] = static_cast<char>(random() % 3 ? random() % 8 : random());
    }
    RuleBook book(image, language.lexicon);
    SmallText text(language, sentence);
    Matcher matcher;
    std::vector<Match> matches;
    matcher.run(book, kTokensPhase, text.sequence(), text.same_entity(), matches);
    for (const Match& match : matches) CHECK(match.range.last <= text.sequence().units.size());
  }
}

}  // namespace
}  // namespace liaison
