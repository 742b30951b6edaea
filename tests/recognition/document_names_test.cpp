// DocumentNames: what the names of round one say of the rest of a document.
#include <doctest/doctest.h>

#include <set>

#include "printed.h"

namespace liaison {
namespace {

/// The types that a document's names speak for.
std::string told(const Pack& pack, const TextView& view, const DocumentNames& names, std::uint32_t first, std::uint32_t last) {
  std::set<std::string> types;
  names.evidence(view, first, last, [&](DocumentEvidence, std::uint16_t type, std::uint16_t level) {
    CHECK(level >= 1);
    CHECK(level <= kLevelCount);
    types.emplace(pack.name(kNameTypes[type]));
  });
  std::string out;
  for (const std::string& type : types) out += (out.empty() ? "" : " ") + type;
  return out;
}

/// What a name of a type, found with a score, says of other words of the text.
std::string evidence(const std::string& text, const std::string& name, Symbol type, const std::string& words, int number = 0,
                     std::int32_t score = 60) {
  ReadText read(text);
  DocumentNames names;
  Annotation found;
  std::tie(found.first, found.last) = read.find(name);
  found.type = type;
  found.score = score;
  names.learn(read.view, read.contents.name_classes, {&found, 1}, {});
  auto [first, last] = read.find(words, number);
  return told(*read.pack, read.view, names, first, last);
}

TEST_CASE("a name that was found speaks for its repetitions, and for its parts") {
  struct Case {
    std::string name, text, found;
    Symbol type;
    std::string words;
    int number;
    std::string expected;
  };
  const Case cases[] = {
      {"the same string", "Vantreight rose. Later Vantreight fell.", "Vantreight", symbols::org, "Vantreight", 1, "ORG"},
      {"not for itself", "Vantreight rose.", "Vantreight", symbols::org, "Vantreight", 0, ""},
      {"a surname", "Ann Vantreight left. Later Vantreight sang.", "Ann Vantreight", symbols::person, "Vantreight", 1, "PERSON"},
      {"a surname before its suffix", "Ann Vantreight Jr. left. Later Vantreight sang.", "Ann Vantreight Jr.", symbols::person,
       "Vantreight", 1, "PERSON"},
      {"a given name is nobody's", "Robert Vantreight left. Later Robert sang.", "Robert Vantreight", symbols::person, "sang", 0, ""},
      {"a short form", "Vantreight Holdings Ltd rose. Later Vantreight fell.", "Vantreight Holdings Ltd", symbols::org, "Vantreight", 1, "ORG"},
      {"first letters", "Vantreight Mining Corporation rose. VMC fell.", "Vantreight Mining Corporation", symbols::org, "VMC", 0, "ORG"},
      {"first letters with stops", "Vantreight Mining Corporation rose. V.M.C. fell.", "Vantreight Mining Corporation", symbols::org,
       "V.M.C.", 0, "ORG"},
      {"other letters", "Vantreight Mining Corporation rose. VMX fell.", "Vantreight Mining Corporation", symbols::org, "VMX", 0, ""},
      {"an ordinary first word is no short form", "General Vantreight Ltd rose. Later General fell.", "General Vantreight Ltd",
       symbols::org, "General", 1, ""},
      {"the owner of a party is none", "Vantreight's Blue Party rose. Later Vantreight fell.", "Vantreight's Blue Party", symbols::org,
       "Vantreight", 1, ""},
      {"another name", "Vantreight rose. Sunderhausen fell.", "Vantreight", symbols::org, "Sunderhausen", 0, ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(evidence(c.text, c.found, c.type, c.words, c.number) == c.expected);
  }
}

TEST_CASE("a name that is hardly one says nothing, and nothing is left after a document") {
  CHECK(evidence("Vantreight rose. Later Vantreight fell.", "Vantreight", symbols::org, "Vantreight", 1, 5).empty());
  ReadText read("Nokia rose. Later Nokia fell.");
  DocumentNames names;
  Annotation nokia{0, 1, symbols::org, EntityId::none, RuleId::none, Form::name, 60, 7};
  names.learn(read.view, read.contents.name_classes, {&nokia, 1}, {});
  CHECK(names.level_of(7, 4, 5) == 4);
  CHECK(names.level_of(7, 0, 1) == 0);
  CHECK(names.level_of(8, 4, 5) == 0);
  names.learn(read.view, read.contents.name_classes, {}, {});
  CHECK(names.level_of(7, 4, 5) == 0);
  CHECK(told(*read.pack, read.view, names, 4, 5).empty());
}

TEST_CASE("a part of a person's name and of a body's is evidence of its own") {
  ReadText read("Ann Vantreight runs Vantreight Holdings. Later Vantreight sang.");
  auto found = [&](const std::string& words, Symbol type) {
    Annotation out;
    std::tie(out.first, out.last) = read.find(words);
    out.type = type;
    out.score = 60;
    return out;
  };
  auto evidence_of = [&](const std::vector<Annotation>& found_names) {
    DocumentNames names;
    names.learn(read.view, read.contents.name_classes, found_names, {});
    auto [first, last] = read.find("Vantreight", 2);
    std::set<DocumentEvidence> out;
    names.evidence(read.view, first, last, [&](DocumentEvidence what, std::uint16_t, std::uint16_t) { out.insert(what); });
    return out;
  };
  Annotation person = found("Ann Vantreight", symbols::person), body = found("Vantreight Holdings", symbols::org);
  CHECK(evidence_of({person}) == std::set{DocumentEvidence::part});
  CHECK(evidence_of({person, body}) == std::set{DocumentEvidence::shared});
}

}  // namespace
}  // namespace liaison
