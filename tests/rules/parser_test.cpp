#include "rules/parser.h"

#include <doctest/doctest.h>

#include <random>

namespace liaison {
namespace {

/// What is said about a file, as it is printed.
std::string complaints_about(const std::string& text) {
  std::vector<Diagnostic> diagnostics;
  SourceText source("a.rules", text);
  parse_rules(source, diagnostics);
  std::string out;
  for (const Diagnostic& d : diagnostics) out += to_string(d) + "\n";
  return out;
}

constexpr char kValid[] = R"~(# Roles and who holds them.
list SIT_DOWN = "sat down" | "sits down" |
  "sitting down" | OTHER   # a comment
  | "was # seated"

rule office -> make ROLE(role) kind=office text="a \"b\"", make DATE(det) over tokens priority -3 window 12
  (det:"the"? role:(role_head[kind=office]{1,2} | 'President' & @capital)) !("of") ..5 not VERB, "a"
  <!("'s") ^ /ing$/ & !"king" $
  where same(det, role) and different(role, det)
  yes "Jay Y. Lee, Samsung chairman, spoke."  => Jay Y. Lee | chairman | Samsung
  no  "Jay Y. Lee, Samsung shares, fell."   # another
  todo "It is late." => nothing

link apposition -> holds(person, -, org) when=former over names
  person:PERSON "," org:ORG

frame meeting
  verb meet, "sit down": subj, obj | with
  fill PERSON | ORG
  yes "Lee met Musk." => Lee / Musk | occurred

status planned: will, "due to"
support denied(x): cancel
)~";

TEST_CASE("a file is parsed") {
  std::vector<Diagnostic> diagnostics;
  SourceText source("a.rules", kValid);
  RuleFile file = parse_rules(source, diagnostics);
  CHECK(complaints_about(kValid) == "");
  REQUIRE(file.lists.size() == 1);
  CHECK(file.lists[0].name == "SIT_DOWN");
  std::vector<std::string> phrases;
  for (const WordSyntax& phrase : file.lists[0].phrases) phrases.push_back(phrase.text);
  CHECK(phrases == std::vector<std::string>{"sat down", "sits down", "sitting down", "was # seated"});
  REQUIRE(file.lists[0].included.size() == 1);
  CHECK(file.lists[0].included[0].first == "OTHER");
  REQUIRE(file.rules.size() == 2);
  CHECK(file.frames.size() == 1);
  CHECK(file.cues.size() == 2);
}

TEST_CASE("a rule has actions, a phase, conditions and examples") {
  std::vector<Diagnostic> diagnostics;
  SourceText source("a.rules", kValid);
  RuleFile file = parse_rules(source, diagnostics);
  const RuleSyntax& rule = file.rules[0];
  CHECK(rule.name == "office");
  CHECK(rule.line == 6);
  CHECK(rule.phase == "tokens");
  CHECK(rule.priority == -3);
  CHECK(rule.window == 12);
  REQUIRE(rule.actions.size() == 2);
  CHECK(rule.actions[0].name == "make");
  CHECK(rule.actions[0].what == "ROLE");
  CHECK(rule.actions[0].captures == std::vector<std::string>{"role"});
  CHECK(rule.actions[0].attributes[1] == std::pair<std::string, std::string>("text", "a \"b\""));
  REQUIRE(rule.conditions.size() == 2);
  CHECK(rule.conditions[1].name == "different");
  CHECK(rule.conditions[1].a == "role");
  REQUIRE(rule.examples.size() == 3);
  CHECK(rule.examples[0].kind == ExampleKind::yes);
  CHECK(rule.examples[0].expected == "Jay Y. Lee | chairman | Samsung");
  CHECK(rule.examples[1].kind == ExampleKind::no);
  CHECK(rule.examples[1].expected == "");
  CHECK(rule.examples[2].line == 12);
  const RuleSyntax& link = file.rules[1];
  CHECK(link.actions[0].name == "holds");
  CHECK(link.actions[0].captures == std::vector<std::string>{"person", "-", "org"});
  CHECK(link.phase == "names");
  CHECK(link.window == 64);
}

TEST_CASE("Windows line ends and a byte order mark change nothing") {
  std::string text = "\xEF\xBB\xBF";
  for (char c : std::string_view(kValid)) text += c == '\n' ? std::string("\r\n") : std::string(1, c);
  CHECK(complaints_about(text) == "");
  CHECK(complaints_about("list X =\r\n") ==
        "a.rules:1:9: error: a phrase or the name of a list is missing here [bad-list]\nlist X =\n        ^\n"
        "for example `list NAME = \"one\" | \"two words\" | OTHER_LIST`\n");
}

TEST_CASE("no bytes are too strange") {
  constexpr std::string_view kPieces[] = {"rule ", "list ", "->", "(", ")", "\"", "/", "\n", "\n  ", "{", "}", "|", "..",
                                          "!(", "<!(", "&", "#", "\\", "\xFF", "\0", "[", "=", ":", "where ", "verb ", ","};
  std::mt19937 random(7);
  for (int round = 0; round < 3000; ++round) {
    std::string text = kValid;
    for (auto n = 1 + random() % 8; n > 0; --n) {
      std::size_t at = random() % text.size();
      switch (random() % 4) {
        case 0: text[at] = static_cast<char>(random()); break;
        case 1: text.insert(at, kPieces[random() % std::size(kPieces)]); break;
        case 2: text.erase(at, random() % 9); break;
        default: text.insert(at, text.substr(random() % text.size(), random() % 40));
      }
    }
    std::vector<Diagnostic> diagnostics;
    parse_rules(SourceText("a.rules", text), diagnostics);
    for (const Diagnostic& d : diagnostics) CHECK(d.line > 0);
  }
}

TEST_CASE("a long file takes time in proportion to its length") {
  std::string deep = "rule r -> make A\n  " + std::string(200'000, '(') + "\n", wide = "rule r -> make A\n ";
  for (int i = 0; i < 50'000; ++i) wide += " \"a\"?";
  CHECK(complaints_about(deep).size() > 0);
  CHECK(complaints_about(wide + "\n") == "");
  std::string junk;
  for (int i = 0; i < 20'000; ++i) junk += "?\n  x\n";
  CHECK(complaints_about(junk).size() > 0);
}

}  // namespace
}  // namespace liaison
