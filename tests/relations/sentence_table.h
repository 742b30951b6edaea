// The tables of sentences with the facts beside them, read and compared with what the English pack finds.
#pragma once

#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "liaison/analyzer.h"
#include "liaison/pack.h"
#include "unweighed_pack.h"
#include "source_path.h"

namespace liaison::sentence_table {

/// `KIND "SENTENCE" => FACT ; FACT`, under the last `# GROUP` above it.
struct Line {
  int number = 0;
  std::string kind, group, sentence, expected;
};

/// The lines of a table of this folder.
inline std::vector<Line> read_table(const std::string& file) {
  std::ifstream in(source_path("tests/relations/" + file));
  std::vector<Line> out;
  std::string group, text;
  for (int number = 1; std::getline(in, text); ++number) {
    if (text.starts_with("# ")) group = text.substr(2);
    std::size_t open = text.find(" \""), close = text.rfind('"', text.find(" => "));
    if (text.empty() || text[0] == '#' || open == std::string::npos) continue;
    std::size_t arrow = text.find(" => ", close);
    out.push_back({number, text.substr(0, open), group, text.substr(open + 2, close - open - 2),
                   arrow == std::string::npos ? "" : text.substr(arrow + 4)});
  }
  return out;
}

inline std::vector<std::string> split(const std::string& text, const std::string& at) {
  std::vector<std::string> out;
  std::size_t begin = 0;
  for (std::size_t end; (end = text.find(at, begin)) != std::string::npos; begin = end + at.size())
    out.push_back(text.substr(begin, end - begin));
  out.push_back(text.substr(begin));
  return out;
}

using Sides = std::vector<std::vector<std::string>>;

/// The pairs that are joined, each as a line.
inline void add_pairs(const Sides& sides, const std::string& rest, std::set<std::string>& out) {
  for (std::size_t i = 0; i < sides.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      for (const std::string& a : sides[i])
        for (const std::string& b : sides[j]) out.insert(std::min(a, b) + " / " + std::max(a, b) + " | " + rest);
}

/// The facts beside a sentence.
inline std::set<std::string> wanted(const Line& line) {
  std::set<std::string> out;
  if (line.expected.empty()) return out;
  for (const std::string& fact : split(line.expected, " ; ")) {
    if (line.kind == "holds") {
      out.insert(fact);
      continue;
    }
    std::size_t bar = fact.find(" | ");
    Sides sides;
    for (const std::string& side : split(fact.substr(0, bar), " / ")) sides.push_back(split(side, ", "));
    if (sides.size() == 1) {
      std::vector<std::string> all = sides[0];
      sides.clear();
      for (const std::string& one : all) sides.push_back({one});
    }
    add_pairs(sides, fact.substr(bar + 3), out);
  }
  return out;
}

/// The facts that the analysis tells, written the same way.
inline std::set<std::string> found(const Line& line, const Analysis& a) {
  std::set<std::string> out;
  auto name = [&](EntityId id) { return id == EntityId::none ? std::string("-") : a.at(id).name; };
  if (line.kind.starts_with("holds"))
    for (const Hold& h : a.holds)
      out.insert(name(h.person) + " | " + h.role + " | " + name(h.org) + " | " + std::string(a.pack->name(h.when)));
  else
    for (const Event& v : a.events) {
      bool told = std::any_of(v.participants.begin(), v.participants.end(), [](const auto& p) { return p.side; });
      std::map<std::size_t, std::vector<std::string>> sides;
      for (std::size_t i = 0; i < v.participants.size(); ++i)
        sides[told ? v.participants[i].side : i].push_back(name(v.participants[i].entity));
      Sides list;
      for (auto& [side, names] : sides) list.push_back(names);
      add_pairs(list, std::string(a.pack->name(v.kind)) + " | " + std::string(a.pack->name(v.status)), out);
    }
  return out;
}

/// The unweighed pack with the names of names.txt, built once in each program of tests.
inline std::shared_ptr<const Pack> pack_with_names() {
  static const std::shared_ptr<const Pack> kPack = [] {
    std::ifstream in(source_path("tests/relations/names.txt"));
    std::string text{std::istreambuf_iterator<char>(in), {}};
    auto built = PackBuilder(unweighed_pack()).add({"names/sentences.txt", text}).build();
    for (const Diagnostic& d : built.diagnostics)
      if (d.severity == Severity::error) std::cerr << to_string(d) << '\n';
    REQUIRE(built.pack);
    return built.pack;
  }();
  return kPack;
}

/// One line that did not come out: the sentence, what is missing and what was invented.
inline void print_difference(std::ostream& out, const Line& line, const std::set<std::string>& want,
                             const std::set<std::string>& got) {
  out << line.number << " [" << line.group << "] " << line.sentence << '\n';
  for (const std::string& x : want)
    if (!got.contains(x)) out << "    missing " << x << '\n';
  for (const std::string& x : got)
    if (!want.contains(x)) out << "    invented " << x << '\n';
}

}  // namespace liaison::sentence_table
