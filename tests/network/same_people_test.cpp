// Pairs of names collected by hand: variants that are one, and namesakes that are two.
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "network/printed_groups.h"
#include "source_path.h"

using namespace liaison;

namespace {

std::vector<std::string> lines_of(const std::string& file) {
  std::ifstream in(source_path("tests/network/" + file));
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) {
    if (!line.empty() && line[0] != '#') lines.push_back(line);
  }
  return lines;
}

/// What one article says of a name: `role, body` where it tells any.
std::string article(int number, const std::string& type, const std::string& name, const std::string& told) {
  std::string text = "document " + std::to_string(number) + "\n " + type + ' ' + name + "\n ORG Other " + std::to_string(number) + '\n';
  if (!told.empty()) {
    const std::vector<std::string> parts = sample::split(told, ", ");
    text += " ORG " + parts.back() + "\n role current: " + name + " | " + parts.front() + " | " + parts.back() + '\n';
  }
  return text + " contact occurred: " + name + " / Other " + std::to_string(number) + '\n';
}

/// How the two end: "one", "maybe" or "two".
std::string outcome(const std::string& facts, const std::string& a, const std::string& b) {
  const Graph graph = resolve(sample::network(facts));
  const auto first = find_node(graph, a).found, second = find_node(graph, b).found;
  REQUIRE(!first.empty());
  REQUIRE(!second.empty());
  if (first.size() == 1 && second.size() == 1 && first[0] == second[0]) return "one";
  const auto is = [&](NodeId node, const auto& all) { return std::find(all.begin(), all.end(), node) != all.end(); };
  for (const MaybeSame& maybe : graph.maybe_same()) {
    if ((is(maybe.a, first) && is(maybe.b, second)) || (is(maybe.b, first) && is(maybe.a, second))) return "maybe";
  }
  return "two";
}

}  // namespace

TEST_CASE("variants of a name are joined, or told to be maybe the same") {
  std::size_t joined = 0, all = 0;
  std::string left;
  for (const std::string& line : lines_of("variants.txt")) {
    CAPTURE(line);
    const std::vector<std::string> halves = sample::split(line, " ; "), names = sample::split(halves[0], " | ");
    REQUIRE(names.size() == 3);
    const std::string told = halves.size() > 1 ? halves[1] : "";
    const std::string result = outcome(article(1, names[0], names[1], told) + article(2, names[0], names[2], told), names[1], names[2]);
    CHECK(result != "two");
    joined += result == "one";
    if (result != "one") left += names[1] + " / " + names[2] + ": " + result + '\n';
    ++all;
  }
  std::cout << "variants: " << joined << " of " << all << " joined; not joined:\n" << left;
  CHECK(all >= 150);
  CHECK(10 * joined >= 9 * all);
}

TEST_CASE("namesakes of whom nothing else is the same stay two") {
  std::size_t all = 0;
  for (const std::string& line : lines_of("namesakes.txt")) {
    CAPTURE(line);
    const std::vector<std::string> parts = sample::split(line, " | ");
    REQUIRE(parts.size() == 4);
    CHECK(outcome(article(1, "PERSON", parts[0], parts[1]) + article(2, "PERSON", parts[2], parts[3]), parts[0], parts[2]) != "one");
    ++all;
  }
  CHECK(all >= 60);
}
