// What is made of articles depends neither on their order, nor on how they were parted, nor on threads.
#include <algorithm>
#include <random>
#include <sstream>
#include <thread>

#include <doctest/doctest.h>

#include "liaison/graphml.h"
#include "liaison/network.h"
#include "network/sample_facts.h"

using namespace liaison;

namespace {

/// Articles about a few people under many names, some of them copies.
std::vector<DocumentFacts> many_articles() {
  const char* const names[] = {"Jay Y. Lee", "Jay Lee", "Lee", "J. Y. Lee", "Lee Jay", "Bill Kato", "William Kato", "Kato"};
  const char* const bodies[] = {"Samsung", "Samsung Electronics Co", "Acme AG", "Acme", "Globex"};
  const char* const kinds[] = {"meeting occurred", "meeting planned", "meeting denied", "cooperation occurred"};
  std::string text;
  for (std::size_t i = 0; i < 60; ++i) {
    const std::string name = names[i % 8], body = bodies[i % 5], other = bodies[(i + 2) % 5];
    text += "document d" + std::to_string(i) + " | source " + std::to_string(i % 7) + " | 2024-06-" + std::to_string(10 + i % 15) +
            "\n PERSON " + name + "\n ORG " + body + "\n ORG " + other + "\n";
    if (i % 3 == 0) text += " role current: " + name + " | chairman | " + body + "\n";
    text += ' ' + std::string(kinds[i % 4]) + ": " + name + " / " + other + '\n';
  }
  std::vector<DocumentFacts> all = sample::facts(text);
  for (std::size_t i = 30; i < 34; ++i) all[i].made.text = all[i - 8].made.text;   // the same name, as 8 repeat
  return all;
}

std::string bytes(const Network& network) {
  const Graph graph = resolve(network);
  std::ostringstream out;
  network.write(out);
  write_graphml(graph, out);
  for (const MergeReason& merge : graph.merges()) out << merge.a_document << merge.b_document << merge.text << '\n';
  for (const MaybeSame& maybe : graph.maybe_same()) out << graph.at(maybe.a).id << graph.at(maybe.b).id << maybe.text << '\n';
  return out.str();
}

}  // namespace

TEST_CASE("shuffled, parted, merged and made by many threads, the bytes are the same") {
  std::vector<DocumentFacts> all = many_articles();
  Network network;
  for (const DocumentFacts& facts : all) network.add(facts);
  const std::string expected = bytes(network);
  std::mt19937 random(7);
  for (unsigned turn = 0; turn < 200; ++turn) {
    CAPTURE(turn);
    std::shuffle(all.begin(), all.end(), random);
    std::vector<std::vector<const DocumentFacts*>> shares(1 + random() % 8);
    for (const DocumentFacts& facts : all) {
      shares[random() % shares.size()].push_back(&facts);
      if (random() % 5 == 0) shares[random() % shares.size()].push_back(&facts);   // what stands in two parts
    }
    std::vector<Network> parts(shares.size());
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      threads.emplace_back([&, i] {
        for (const DocumentFacts* facts : shares[i]) parts[i].add(*facts);
      });
    }
    threads.clear();
    std::shuffle(parts.begin(), parts.end(), random);
    Network merged;
    for (const Network& part : parts) merged.merge(part);
    REQUIRE(bytes(merged) == expected);
  }
}
