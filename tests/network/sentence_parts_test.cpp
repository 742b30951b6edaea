#include "network/sentence_parts.h"

#include <doctest/doctest.h>

using namespace liaison;

namespace {

FactEvidence evidence(std::uint32_t start, std::string quote, std::vector<FactArgument> arguments) {
  FactEvidence out;
  out.start = start;
  out.end = start + static_cast<std::uint32_t>(quote.size());
  out.quote = std::move(quote);
  out.arguments = std::move(arguments);
  return out;
}

std::string printed(const std::vector<std::string>& parts) {
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) out += i % 2 == 1 ? '[' + parts[i] + ']' : parts[i];
  return out;
}

}  // namespace

TEST_CASE("a sentence is cut at its participants") {
  struct Case {
    const char* name;
    FactEvidence evidence;
    const char *unit, *parts;
  };
  const Case cases[] = {
      {"two", evidence(10, "Lee met Musk.", {{"e2", "with", 18, 22}, {"e1", "subj", 10, 13}}), "byte", "[Lee] met [Musk]."},
      {"none named", evidence(10, "They met.", {{"e1", "subj", 10, 10}}), "byte", "They met."},
      {"beyond the sentence", evidence(10, "They met.", {{"e1", "subj", 2, 5}, {"e2", "obj", 15, 40}}), "byte", "They met."},
      {"one within another", evidence(0, "Bank of Italy met.", {{"e1", "", 0, 13}, {"e2", "", 8, 13}}), "byte", "[Bank of Italy] met."},
      {"bytes of more than one", evidence(0, "J\xC3\xB6rg met Lee.", {{"e1", "", 0, 5}, {"e2", "", 10, 13}}), "byte", "[J\xC3\xB6rg] met [Lee]."},
      {"code points", evidence(0, "J\xC3\xB6rg met Lee.", {{"e1", "", 0, 4}, {"e2", "", 9, 12}}), "codepoint", "[J\xC3\xB6rg] met [Lee]."},
      {"UTF-16", evidence(0, "\xF0\x9F\x98\x80 Lee.", {{"e1", "", 3, 6}}), "utf16", "\xF0\x9F\x98\x80 [Lee]."},
      {"blanks", evidence(0, "Lee\n  met.", {{"e1", "", 0, 3}}), "byte", "[Lee] met."},
  };
  for (const Case& one : cases) {
    CAPTURE(one.name);
    CHECK(printed(sentence_parts(one.evidence, one.unit)) == one.parts);
  }
}

TEST_CASE("the cue of a sentence") {
  FactEvidence one = evidence(10, "Lee met Musk.", {});
  CHECK(cue_of(one, "byte").empty());
  one.trigger_start = 14;
  one.trigger_end = 17;
  CHECK(cue_of(one, "byte") == "met");
}
