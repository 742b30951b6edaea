#include <fstream>
#include <map>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "liaison/analyzer.h"
#include "liaison/pack.h"
#include "source_path.h"

namespace liaison {
namespace {

/// A sentence of names.txt: its text, and its names in order, "P Angela Merkel".
struct MarkedSentence {
  std::string kind, line, text;
  std::vector<std::string> names;
  std::vector<char> entities;  // the mark of each name's entity, or a space
  bool todo = false;
};

/// Reads "They asked <P1 Ann Lee>." into text and names.
MarkedSentence read_marks(std::string line) {
  MarkedSentence out;
  out.line = line;
  out.todo = line.starts_with("todo ");
  if (out.todo) line.erase(0, 5);
  for (std::size_t at; (at = line.find("\\n")) != std::string::npos;) line.replace(at, 2, "\n");
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] != '<') {
      out.text += line[i];
      continue;
    }
    std::size_t space = line.find(' ', i), end = line.find('>', i);
    REQUIRE_MESSAGE(space < end, line);
    std::string name = line.substr(space + 1, end - space - 1);
    out.names.push_back(std::string(1, line[i + 1]) + " " + name);
    out.entities.push_back(space - i > 2 ? line[i + 2] : ' ');
    out.text += name;
    i = end;
  }
  return out;
}

std::vector<MarkedSentence> read_table() {
  std::ifstream in(source_path("tests/recognition/names.txt"));
  std::vector<MarkedSentence> out;
  std::string kind;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("=== ")) kind = line.substr(4);
    else if (!line.empty() && line[0] != '#') out.push_back(read_marks(line)), out.back().kind = kind;
  }
  return out;
}

/// What the sentence gives, written like its names; "P a = P b" for names that are wrongly one or two.
std::string found(const MarkedSentence& sentence, const Analysis& a) {
  std::vector<std::string> names;
  std::vector<EntityId> entities;
  for (const Mention& m : a.mentions) {
    if (m.type != symbols::person && m.type != symbols::org && m.type != symbols::gpe) continue;
    names.push_back(std::string(1, a.pack->name(m.type)[0]) + " " + std::string(m.place.span.of(sentence.text)));
    entities.push_back(m.entity);
  }
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
  if (names != sentence.names) return out;
  for (std::size_t i = 0; i < names.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) {
      if (sentence.entities[i] == ' ' || sentence.entities[j] == ' ' || names[i][0] != names[j][0]) continue;
      bool one = sentence.entities[i] == sentence.entities[j];
      if (one != (entities[i] == entities[j])) out += "; " + names[j] + (one ? " is not " : " is ") + names[i];
    }
  return out;
}

TEST_CASE("the names of the table come out as they are marked") {
  static const Analyzer kAnalyzer;
  std::map<std::string, std::pair<int, int>> counts;
  for (const MarkedSentence& sentence : read_table()) {
    Analysis a = kAnalyzer.analyze({.id = "t", .text = sentence.text});
    std::string expected;
    for (const std::string& name : sentence.names) expected += (expected.empty() ? "" : ", ") + name;
    std::string got = found(sentence, a);
    counts[sentence.kind].first += got == expected;
    ++counts[sentence.kind].second;
    if (!sentence.todo) CHECK_MESSAGE(got == expected, sentence.line << "\n  found " << got);
    else if (got == expected) MESSAGE("comes out by now: " << sentence.line);
  }
  for (const auto& [kind, count] : counts) MESSAGE(kind << ": " << count.first << " of " << count.second);
}

}  // namespace
}  // namespace liaison
