#include "liaison/network.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <numeric>
#include <sstream>

#include <doctest/doctest.h>

#include "network/sample_facts.h"

using namespace liaison;

namespace {

std::string bytes(const Network& network) {
  std::ostringstream out;
  network.write(out);
  return out.str();
}

}  // namespace

TEST_CASE("a network is a set: any order of adding gives the same bytes") {
  std::vector<DocumentFacts> all = sample::facts(sample::kArticles);
  const std::string expected = bytes(sample::network(sample::kArticles));
  std::vector<std::size_t> order(all.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  do {
    Network network;
    for (const std::size_t i : order) network.add(all[i]);
    CHECK(bytes(network) == expected);
  } while (std::next_permutation(order.begin(), order.end()));
}

TEST_CASE("merging is idempotent, commutative and associative") {
  std::vector<DocumentFacts> all = sample::facts(sample::kArticles);
  DocumentFacts other_reading = all[0];
  other_reading.made.pack = "eo 9";
  Network a, b, c;
  a.add(all[0]);
  b.add(other_reading);
  b.add(all[1]);
  c.add(all[1]);
  c.add(all[2]);
  auto merged = [](std::vector<const Network*> parts) {
    Network network;
    for (const Network* part : parts) network.merge(*part);
    return bytes(network);
  };
  const std::string expected = merged({&a, &b, &c});
  CHECK(merged({&c, &b, &a}) == expected);
  CHECK(merged({&b, &a, &b, &c, &a}) == expected);
  Network moved = a;
  moved.merge(Network(b));
  moved.merge(Network(c));
  CHECK(bytes(moved) == expected);
  CHECK(moved.size() == 3);
  CHECK(expected.find("\"eo 9\"") != std::string::npos);   // the greater line stays
}

TEST_CASE("adding says whether it changed anything; removing how much") {
  Network network = sample::network(sample::kArticles);
  DocumentFacts again = sample::facts(sample::kArticles)[0];
  CHECK_FALSE(network.add(again));
  again.made.text = "edited";
  CHECK(network.add(again));
  CHECK(network.size() == 4);
  CHECK(network.remove_document("1.txt") == 2);
  CHECK(network.remove_document("1.txt") == 0);
  CHECK(network.size() == 2);
}

TEST_CASE("a saved network is the same network") {
  const std::string path = (std::filesystem::temp_directory_path() / "liaison_network_test.facts").string();
  const Network network = sample::network(sample::kArticles);
  network.save(path);
  CHECK(bytes(Network::load(path)) == bytes(network));
  std::filesystem::remove(path);
  CHECK_THROWS_AS(Network::load(path), Error);
  CHECK_THROWS_AS(network.save("/no/such/folder/met.facts"), Error);
}

TEST_CASE("bad lines are thrown, or told one by one") {
  std::istringstream in("{\"schema\": 1, \"id\": \"a\"}\n\nnonsense\n{\"schema\": 1, \"id\": \"b\"}\n");
  Network network;
  std::vector<std::string> told;
  network.read(in, "f", [&](const Error& error) { told.push_back(error.where()); });
  CHECK(network.size() == 2);
  CHECK(told == std::vector<std::string>{"f:3"});
  std::istringstream again("nonsense\n");
  CHECK_THROWS_AS(network.read(again, "f"), Error);
}

TEST_CASE("a copy and what was moved from go on as networks of their own") {
  const std::vector<DocumentFacts> facts =
      sample::facts("document 1\n PERSON A\n PERSON B\n meeting occurred: A / B\ndocument 2\n ORG C\n ORG D\n contact occurred: C / D");
  Network network;
  network.add(facts[0]);
  Network copy = network;
  copy.add(facts[1]);
  CHECK(resolve(network).edges().size() == 1);
  CHECK(resolve(copy).edges().size() == 2);
  Network moved = std::move(copy);
  CHECK(resolve(moved).edges().size() == 2);
  copy = network;
  CHECK(copy.add(facts[1]));
  CHECK(resolve(copy).edges().size() == 2);
  CHECK(copy.remove_document("1") == 1);
  CHECK(resolve(copy).edges().size() == 1);
}
