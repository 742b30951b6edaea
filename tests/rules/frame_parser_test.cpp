// Frames and tables of cues, as the parser reads them.
#include <doctest/doctest.h>

#include "rules/parser.h"

namespace liaison {
namespace {

std::string flags(const std::vector<WordSyntax>& words) {
  std::string out;
  for (const WordSyntax& word : words) out += (out.empty() ? "" : " ") + word.text;
  return words.empty() ? out : "(" + out + ")";
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : "+") + word;
  return out;
}

/// `subj, obj | with(set)`
std::string slots(const std::vector<std::vector<SlotSyntax>>& sides) {
  std::string out;
  for (std::size_t side = 0; side < sides.size(); ++side)
    for (std::size_t i = 0; i < sides[side].size(); ++i)
      out += (i ? ", " : side ? " | " : "") + sides[side][i].place + flags(sides[side][i].flags);
  return out;
}

/// The frames and cues of a file, a line for each of their parts; or what is wrong, by its code and line.
std::string parsed(const std::string& text) {
  std::vector<Diagnostic> diagnostics;
  SourceText source("a.rules", text);
  RuleFile file = parse_rules(source, diagnostics);
  std::string out;
  for (const Diagnostic& d : diagnostics) out += std::to_string(d.line) + ": " + d.code + "\n";
  if (!diagnostics.empty()) return out;
  for (const FrameSyntax& frame : file.frames) {
    out += "frame " + frame.kind + "\n";
    for (const TriggerSyntax& t : frame.triggers) {
      constexpr const char* kKinds[] = {"verb", "noun", "word"};
      out += std::string(kKinds[static_cast<int>(t.kind)]) + " " + joined(t.words) + flags(t.flags) + ": " + slots(t.sides) + "\n";
    }
    if (!frame.fill.empty()) out += "fill " + flags(frame.fill) + "\n";
    for (const ForbiddenSyntax& f : frame.forbidden) out += "not " + f.place + " = " + joined(f.heads) + "\n";
    for (const DerivationSyntax& d : frame.derivations) out += "derive " + d.kind + " " + d.status + ": " + slots({d.places}) + "\n";
    for (const ExampleSyntax& e : frame.examples) out += e.sentence + " => " + e.expected + "\n";
  }
  for (const CueSyntax& cue : file.cues) out += cue.table + " " + cue.value + flags(cue.flags) + ": " + joined(cue.words) + "\n";
  return out;
}

TEST_CASE("frames and cues are read with all their parts") {
  struct Case {
    std::string name, text, expected;
  };
  const Case cases[] = {
      {"a verb", "frame meeting\n  verb meet: subj | obj, with\n", "frame meeting\nverb meet: subj | obj, with\n"},
      {"several words, particles and flags", "frame meeting\n  noun \"round table\", dinner (mutual, joint): between(set) | to(PERSON, named)\n",
       "frame meeting\nnoun round table+dinner(mutual joint): between(set) | to(PERSON named)\n"},
      {"shared places", "frame meeting\n  slots TALKS = subj | with\n  noun talk: TALKS\n  word hello: TALKS\n",
       "frame meeting\nnoun talk: subj | with\nword hello: subj | with\n"},
      {"shared places that are told below", "frame meeting\n  noun talk: TALKS\n  slots TALKS = subj | with\n",
       "frame meeting\nnoun talk: subj | with\n"},
      {"who may fill it, and what may not stand there",
       "frame meeting\n  fill PERSON | ORG\n  verb meet: subj | obj\n  not obj = expectation | \"the deadline\"\n",
       "frame meeting\nverb meet: subj | obj\nfill (PERSON ORG)\nnot obj = expectation+the deadline\n"},
      {"what it may be about", "frame meeting\n  noun talk (theme): subj | with\n  derive cooperation possible: about, on\n",
       "frame meeting\nnoun talk(theme): subj | with\nderive cooperation possible: about, on\n"},
      {"an example", "frame meeting\n  verb meet: subj | obj\n  yes \"Lee met Musk.\" => Lee / Musk | occurred\n",
       "frame meeting\nverb meet: subj | obj\nLee met Musk. => Lee / Musk | occurred\n"},
      {"cues", "status planned: plan, \"due to\"\nsupport denied (meeting): cancel,\n  \"call off\"\nstatus transparent: say\n",
       "status planned: plan+due to\nsupport denied(meeting): cancel+call off\nstatus transparent: say\n"},
      {"nothing", "", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(parsed(c.text) == c.expected);
  }
}

TEST_CASE("every line that is wrong is told, and the next is read") {
  std::string wrong = parsed("frame meeting\n  verb meet subj\n  nonsense\n  verb see: subj | obj\n");
  CHECK(wrong.find("2: ") != std::string::npos);
  CHECK(wrong.find("3: ") != std::string::npos);
  CHECK(wrong.find("4: ") == std::string::npos);
}

}  // namespace
}  // namespace liaison
