// Texts and rules on which a reader could choke: what is done for them grows with the text, is bounded, and what was cut
// or given up is told.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "liaison/analyzer.h"
#include "liaison/pack.h"
#include "scratch.h"

namespace liaison {
namespace {

std::string repeated(std::string_view part, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += part;
  return out;
}

struct Read {
  std::uint64_t steps = 0;
  std::size_t tokens = 0;
  std::vector<std::string> notices;

  bool has_notice(std::string_view code) const {
    return std::find(notices.begin(), notices.end(), code) != notices.end();
  }
};

Read read(const std::shared_ptr<const Pack>& pack, std::string text) {
  Scratch scratch;
  Analysis analysis = Analyzer(pack).analyze({.id = "hostile", .text = std::move(text)}, scratch);
  Read out{scratch.state().steps(), analysis.token_count, {}};
  for (const Notice& notice : analysis.notices) out.notices.push_back(notice.code);
  return out;
}

struct Hostile {
  std::string name;
  std::string part;
  std::size_t times;
  const char* notice;  // that must be told; none where it is empty
};

/// Twice the text takes at most 2.3 times the steps.
void check(const std::shared_ptr<const Pack>& pack, const Hostile& c) {
  CAPTURE(c.name);
  Read one = read(pack, repeated(c.part, c.times)), two = read(pack, repeated(c.part, 2 * c.times));
  CAPTURE(one.steps);
  CAPTURE(one.tokens);
  CHECK(two.tokens > one.tokens);
  CHECK(static_cast<double>(two.steps) <= 2.3 * static_cast<double>(one.steps) + 1000);
  if (*c.notice) CHECK(one.has_notice(c.notice));
  else CHECK(one.notices.empty());
}

TEST_CASE("hostile texts take steps in proportion to their length") {
  const Hostile cases[] = {
      {"1 MB without a full stop", "the chairman of Acme met Jay Lee and Ann Roe in Paris with ", 17'000, "sentence-cut"},
      {"a sentence of 5,000 words", "said that they agreed to meet the company ", 625, "sentence-cut"},
      {"100,000 brackets", "(", 100'000, "sentence-cut"},
      {"pairs of brackets", "( ) ", 50'000, "sentence-cut"},
      {"400 names in one coordination", "Jay Lee, Ann Roe, Tom Day and Sue May, ", 100, "sentence-cut"},
      {"roles without end", "chairman of the ", 5'000, "sentence-cut"},
      {"triggers without end", "met talks with ", 5'000, "sentence-cut"},
      {"talks inside of talks", "Ann Roe talked with Jay Lee in a chat in a chat in a talk in a chat in a chat in a talk ", 300, "sentence-cut"},
      {"sentences of one word", "Met. ", 5'000, ""},
      {"many short sentences", "Jay Lee, chairman of Acme, met Ann Roe. ", 1'500, ""},
  };
  for (const Hostile& c : cases) check(Pack::english(), c);
}

/// A surname for each number, and a person: they are strange to all lists, so that each is somebody else.
std::string surname(std::size_t number) {
  static constexpr const char* kSyllables[] = {"ba", "ce", "di", "fo", "gu", "ha", "ke", "li", "mo", "nu", "pa", "re", "si", "to", "vu", "za"};
  std::string out;
  for (int i = 0; i < 4; ++i, number /= 16) out += kSyllables[number % 16];
  out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return out + "er";
}
std::string person(std::size_t number) { return (number % 2 == 0 ? "Ann " : "Tom ") + surname(number); }

TEST_CASE("what is found for one sentence takes no more steps the more people and bodies the document names") {
  struct Case {
    std::string name;
    std::string (*sentences)(std::size_t);
    std::uint64_t least;  // steps for each number: so many are looked at at least
  };
  const Case cases[] = {
      {"people with a role who meet", [](std::size_t i) { return "President " + person(i) + " met Sue May. "; }, 3},
      {"a role for its holder", [](std::size_t i) { return "President " + person(i) + " spoke. The president met Sue May. "; }, 3},
      {"a pronoun for its holder", [](std::size_t i) { return "The chairman, " + person(i) + ", spoke. He met Sue May. "; }, 3},
      {"a role of a nation", [](std::size_t i) { return "Peruvian President " + person(i) + " spoke. The Peruvian president met Sue May. "; }, 3},
      {"a role of a nation that others hold",
       [](std::size_t i) { return "Peruvian President " + person(i) + " spoke. The Peruvian minister met Sue May. "; }, 3},
      {"a role in a body", [](std::size_t i) { return person(i) + " is a director of Nokia. The director of Nokia met Sue May. "; }, 3},
      {"deputies", [](std::size_t i) { return "President " + person(i) + " spoke. His vice president, " + person(i + 9000) + ", met Sue May. "; }, 3},
      {"two countries", [](std::size_t i) { return person(i) + " left. France and Japan spoke. The two countries held talks. "; }, 3},
      {"a capital for its country", [](std::size_t i) { return "Tokyo and " + surname(i) + " Corp signed a pact. "; }, 1},
      {"bodies and those who act for them",
       [](std::size_t i) {
         const std::string body = surname(i) + " Corp";
         return body + " chairman " + person(i) + " met " + person(i + 9000) + ", chairman of Nokia. Nokia met " + body + ". ";
       },
       3},
      {"people who meet others", [](std::size_t i) { return person(i) + " met " + person(i + 9000) + ". "; }, 1},
      {"one who may meet many", [](std::size_t i) { return "Sue May may meet " + person(i) + " and Tom Day. "; }, 1},
      {"what is told and denied, both by nobody", [](std::size_t) { return std::string("Ann Roe met Sue May. Ann Roe did not meet Sue May. "); }, 1},
  };
  const auto steps = [](const Case& c, std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += c.sentences(i);
    Scratch scratch;
    Analyzer().analyze({.id = "many", .text = std::move(text)}, scratch);
    return scratch.state().event_finder.steps();
  };
  constexpr std::size_t kCount = 1000;
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const std::uint64_t one = steps(c, kCount), two = steps(c, 2 * kCount);
    CAPTURE(one);
    CHECK(one >= c.least * kCount);
    CHECK(static_cast<double>(two) <= 2.3 * static_cast<double>(one));
  }
}

TEST_CASE("one sentence of very many names is read in steps in proportion to it, or passed over") {
  for (const std::string_view between : {", ", " and ", ", chairman of Nokia, ", " met "}) {
    CAPTURE(between);
    const auto steps = [&](std::size_t count) {
      std::string text = "Sue May met ";
      for (std::size_t i = 0; i < count; ++i) text += person(i) + std::string(between);
      return read(Pack::english(), text + "Tom Day.").steps;
    };
    CHECK(static_cast<double>(steps(4000)) <= 2.3 * static_cast<double>(steps(2000)));
  }
}

/// The English pack with rules that are hard to match.
std::shared_ptr<const Pack> with_rules(const std::string& rules) {
  auto built = PackBuilder(Pack::english()).add({"rules/hostile.rules", rules}).build();
  for (const Diagnostic& d : built.diagnostics)
    if (d.severity == Severity::error) FAIL(to_string(d));
  return built.pack;
}

TEST_CASE("hostile rules take steps in proportion to the text, and are given up with a notice") {
  std::string words;
  for (int i = 0; i < 2000; ++i) words += (i > 0 ? " | \"wx" : "\"wx") + std::to_string(i) + "\"";
  const std::string nested = "(((((\"la\"? \"la\"?)? \"la\"?)? \"la\"?)? \"la\"?)? \"la\"?){1,8} \"le\"";
  const std::string same = "x:_* y:_* ((\"la\"+)+)+ \"lo\"\n  where same(x, y)";
  auto pack = with_rules("rule nested -> make NESTED over tokens\n  " + nested + "\nrule many -> make MANY over tokens\n  ( " + words +
                         " ) \"li\"\nrule filtered -> make FILTERED over tokens\n  " + same + "\nrule used -> make USED over tokens\n  NESTED | MANY | FILTERED\n");
  check(pack, {"nested optionals", "la ", 2'000, "sentence-cut"});
  check(pack, {"thousands of alternatives", "wx1 wx1999 wx17 ", 500, "sentence-cut"});
  check(pack, {"conditions", "la la la la la la lo. ", 40, ""});
  CHECK(read(pack, repeated("la ", 200) + "lo.").has_notice("rule-given-up"));
}

TEST_CASE("a sentence that was cut is told once, with its place") {
  Analysis analysis = Analyzer().analyze({.id = "long", .title = "A title", .text = "Short. " + repeated("word ", 2'500) + "."});
  REQUIRE(analysis.notices.size() == 1);
  CHECK(analysis.notices[0].code == "sentence-cut");
  CHECK(analysis.notices[0].message.find("1000") != std::string::npos);
  CHECK(analysis.notices[0].place.span.start == 7);
  CHECK(Analyzer().analyze({.id = "short", .text = repeated("word ", 900) + "."}).notices.empty());
}

}  // namespace
}  // namespace liaison
