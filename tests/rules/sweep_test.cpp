#include "rules/sweep.h"

#include <doctest/doctest.h>

#include "small_language.h"

namespace liaison {
namespace {

/// The starts that a sweep finds in the phase of tokens, `rule unit`, one behind the other.
std::string starts_of(Sweep& sweep, const SmallLanguage& language, const SmallText& text, bool lenient = false) {
  std::vector<std::uint64_t> starts;
  sweep.begin(language.book, language.book.tests_of(kTokensPhase), text.sequence(), lenient);
  for (std::uint32_t rule : sweep.rules()) sweep.find_starts(rule, starts);
  std::sort(starts.begin(), starts.end());
  std::string out;
  for (std::uint64_t start : starts) {
    const Rule& rule = language.book.rules()[static_cast<std::uint32_t>(start)];
    out += (out.empty() ? "" : ", ") + std::string(language.book.string(rule.name)) + " " + std::to_string(start >> 32);
  }
  return out;
}

struct Case {
  const char *name, *rules, *sentence, *starts;
};

void check(const Case& c, bool lenient = false) {
  CAPTURE(c.name);
  SmallLanguage language(std::string("rule x -> make X\n  \"no such\"\n") + c.rules);
  language.open();
  REQUIRE(language.complaints() == "");
  SmallText text(language, c.sentence);
  Sweep sweep;
  CHECK(starts_of(sweep, language, text, lenient) == c.starts);
  CHECK(starts_of(sweep, language, text, lenient) == c.starts);  // nothing is left of the first time
}

TEST_CASE("the sweep finds the starts of rules") {
  const Case cases[] = {
      {"a class and a type", "rule r -> make FOUND\n  verb PERSON\n", "a met [PERSON 1 b] met c", "r 1"},
      {"a phrase, and one unit of its class", "rule r -> make FOUND\n  verb _\n", "sat down a", "r 0"},
      {"behind a phrase", "rule r -> make FOUND\n  verb \"a\"\n", "sat down a sat a", "r 0, r 3"},
      {"a phrase into an annotation", "rule r -> make FOUND\n  letter[of=y] X\n", "b [X 1 c]", ""},
      {"what is optional", "rule r -> make FOUND\n  \"a\"? \"b\"\n", "a b b", "r 0, r 1, r 2"},
      {"the edges of the sentence", "rule r -> make FOUND\n  ^ \"a\"\nrule s -> make FOUND\n  \"a\" $\n", "a a", "r 0, s 1"},
      {"no edge behind a unit", "rule r -> make FOUND\n  \"a\" ^ \"a\"\n", "a a", ""},
      {"the letters of a word", "rule r -> make FOUND\n  'A'\n", "A a", "r 0"},
      {"shapes", "rule r -> make FOUND\n  @caps @number\n", "IBM 360 ibm 360", "r 0"},
      {"what must not be", "rule r -> make FOUND\n  !verb \"a\"\n", "met a b a", "r 2"},
      {"a look ahead", "rule r -> make FOUND\n  \"a\" &(_ \"c\")\n", "a b c a c", "r 0"},
      {"what must not follow", "rule r -> make FOUND\n  \"a\" !(_ \"c\")\n", "a b c a c", "r 3"},
      {"a look behind", "rule r -> make FOUND\n  <(\"b\" \"c\"? ) \"a\"\n", "b a b c a c a", "r 1, r 4"},
      {"what must not stand before", "rule r -> make FOUND\n  <!(\"b\" \"c\"? ) \"a\"\n", "b a b c a c a", "r 6"},
      {"a look at the end of one of two ways", "rule r -> make FOUND\n  (\"a\" &(\"b\" \"c\") | \"d\")\n", "d b c a b c a b", "r 0, r 3"},
      {"a look that begins a look", "rule r -> make FOUND\n  \"a\" &(&(\"b\" \"c\") _ \"c\")\n", "a b c a b", "r 0"},
      {"a look in a look", "rule r -> make FOUND\n  \"a\" !(\"b\" !(\"c\"))\n", "a b c a b a", "r 0, r 5"},
      {"a long phrase behind is only roughly known", "rule r -> make FOUND\n  <!(verb) \"a\"\n", "sat down a a", "r 2, r 3"},
      {"repeats", "rule r -> make FOUND\n  \"a\"+ \"b\"\n", "a a b a c", "r 0, r 1"},
      {"repeats in repeats", "rule r -> make FOUND\n  ((\"a\" | \"b\")+ \"c\")+ \"d\"\n", "a b c a c d a d", "r 0, r 1, r 3"},
      {"landmarks in another order", "rule r -> make FOUND\n  \"a\" _* \"b\"\n", "b c a", ""},
      {"landmarks too far apart", "rule r -> make FOUND\n  \"a\" _{0,2} \"b\" _? \"c\"\n", "a d d d b c a b c", "r 6"},
      {"a type on the wrong side of a landmark", "rule r -> make FOUND\n  \"a\" ( PERSON \"b\" | \"c\" PERSON )\n", "c [PERSON 1 d] a c b a", ""},
      {"a type on each side of a landmark", "rule r -> make FOUND\n  ( PERSON \"b\" | \"c\" PERSON ) \"a\" ( PERSON | \"c\" PERSON )\n",
       "[PERSON 1 d] b a c [PERSON 1 d] a [PERSON 1 d]", "r 0, r 3"},
      {"followed forwards first", "rule r -> make FOUND\n  \"a\" (\"b\" | \"c\"){0,4} _ ( \"d\" | verb )?\n", "c a b b d", "r 1"},
      {"what is optional and must not be", "rule r -> make FOUND\n  !\"a\"?\n", "A [X 1 a] A A", "r 0, r 1, r 2, r 3"},
      {"what is only roughly known in what must not be", "rule r -> make FOUND\n  X !('A' <!(verb | \"c\"?))\n", "A [X 1 a] A A", "r 1"},
      {"several rules", "rule r -> make FOUND\n  \"a\" \"b\"\nrule s -> make FOUND\n  \"a\" _ \"c\"\nrule t -> make FOUND\n  \"b\"\n",
       "a b c", "r 0, s 0, t 1"},
      {"of conditions it knows nothing", "rule r -> make FOUND\n  a:PERSON b:PERSON\n  where same(a, b)\n", "[PERSON 1 a] [PERSON 2 b]", "r 0"},
      {"a type beyond the first symbols", "rule r -> make FOUND\n  TYPE9\nrule s -> make TYPE9\n  \"no such\"\n", "a [TYPE9 1 b]", "r 1"},
  };
  for (const Case& c : cases) check(c);
}

TEST_CASE("a lenient sweep does not ask for what must not be") {
  const Case cases[] = {
      {"a test", "rule r -> make FOUND\n  !verb & @lower \"a\"\n", "met a B a", "r 0"},
      {"a look", "rule r -> make FOUND\n  \"a\" !(\"b\")\n", "a b", "r 0"},
  };
  for (const Case& c : cases) check(c, true);
}

TEST_CASE("places past the 64th are as good as others") {
  std::string sentence;
  for (int i = 0; i < 150; ++i) sentence += i % 50 == 13 ? "a b " : "c ";
  SmallLanguage language("rule r -> make FOUND\n  \"a\" \"b\"\nrule s -> make FOUND\n  <(\"a\" \"b\") \"c\" _* $\n");
  language.open();
  SmallText text(language, sentence);
  Sweep sweep;
  CHECK(starts_of(sweep, language, text) == "r 13, s 15, r 64, s 66, r 115, s 117");
}

TEST_CASE("types are missed on a side of a landmark past the 64th place, too") {
  std::string sentence;
  for (int i = 0; i < 150; ++i) sentence += i == 100 ? "[PERSON 1 d] " : i % 45 == 30 ? "a " : "c ";
  SmallLanguage language("rule r -> make FOUND\n  \"a\" ( PERSON | \"c\"+ PERSON )\nrule s -> make FOUND\n  ( PERSON | PERSON \"c\"+ ) \"a\"\n");
  language.open();
  SmallText text(language, sentence);
  Sweep sweep;
  CHECK(starts_of(sweep, language, text) == "r 75, s 100");
}

TEST_CASE("a sweep begins anew with another book") {
  SmallLanguage one("rule r -> make FOUND\n  \"a\"\n"), two("rule s -> make FOUND\n  \"b\"\n");
  one.open();
  two.open();
  SmallText text(one, "a b"), again(two, "a b");
  Sweep sweep;
  CHECK(starts_of(sweep, one, text) == "r 0");
  CHECK(starts_of(sweep, two, again) == "s 1");
  CHECK(starts_of(sweep, one, text) == "r 0");
}

}  // namespace
}  // namespace liaison
