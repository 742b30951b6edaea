#include "relations/frame_compiler.h"

#include <doctest/doctest.h>

#include "liaison/pack.h"

namespace liaison {
namespace {

/// What is said of a file of frames, as `line: code`.
std::string complaints(const std::string& text) {
  PackBuilder::Result built =
      PackBuilder("xx", "1")
          .add({"words/preposition.txt", "with\nto\n"})
          .add({"morphology/inflection.txt", "verb past $ +ed\nverb gerund $ +ing\nverb 3sg $ +s\nnoun plural $ +s\n"})
          .add({"rules/a.rules", text})
          .build();
  CHECK((built.pack == nullptr) == has_errors(built.diagnostics));
  std::string out;
  for (const Diagnostic& d : built.diagnostics) out += std::to_string(d.line) + ": " + d.message + "\n";
  return out;
}

/// As many places, on two sides.
std::string places(int count) {
  std::string out = "subj | obj";
  for (int i = 2; i < count; ++i) out += ", with";
  return out;
}

/// One place on each of as many sides.
std::string sides(int count) {
  std::string out = "subj";
  for (int i = 1; i < count; ++i) out += " | with";
  return out;
}

TEST_CASE("frames are compiled, or it is told in which line they are wrong") {
  struct Case {
    std::string name, text;
    bool right;
  };
  const Case cases[] = {
      {"a verb", "frame meeting\n  fill PERSON\n  verb meet: subj | obj\n", true},
      {"a kind of one's own", "frame lawsuit\n  fill PERSON\n  verb sue: subj | obj\n", true},
      {"a preposition for a place", "frame meeting\n  fill PERSON\n  verb meet: subj | with\n", true},
      {"a place that is none", "frame meeting\n  fill PERSON\n  verb meet: subj | nowhere\n", false},
      {"a type that is none", "frame meeting\n  fill PERSONS\n  verb meet: subj | obj\n", false},
      {"a flag that is none", "frame meeting\n  fill PERSON\n  verb meet (mutually): subj | obj\n", false},
      {"a flag of a place that is none", "frame meeting\n  fill PERSON\n  verb meet: subj | obj(sets)\n", false},
      {"too many words", "frame meeting\n  fill PERSON\n  verb \"a b c d e f\": subj | obj\n", false},
      {"as many places as may be", "frame meeting\n  fill PERSON\n  verb meet: " + places(255) + "\n", true},
      {"too many places", "frame meeting\n  fill PERSON\n  verb meet: " + places(256) + "\n", false},
      {"as many sides as may be", "frame meeting\n  fill PERSON\n  verb meet: " + sides(32) + "\n", true},
      {"too many sides", "frame meeting\n  fill PERSON\n  verb meet: " + sides(33) + "\n", false},
      {"a status that is none", "status perhaps: plan\n", false},
      {"a flag of a cue that is none", "status planned (whoever): plan\n", false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    std::string said = complaints(c.text);
    CHECK_MESSAGE(said.empty() == c.right, said);
  }
}

}  // namespace
}  // namespace liaison
