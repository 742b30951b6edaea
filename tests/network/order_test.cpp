// What is made of articles depends neither on their order, nor on how they were parted, nor on threads.
#include <algorithm>
#include <random>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

#include "liaison/graphml.h"
#include "liaison/network.h"
#include "network/sample_facts.h"
#include "network/text_sketch.h"

using namespace liaison;

namespace {

/// Writes articles by a seed: people, bodies and places under several names each, roles, events, and copies.
class ArticleWriter {
 public:
  explicit ArticleWriter(unsigned seed) : random_(seed) {}

  std::vector<DocumentFacts> write(std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += article(i);
    std::vector<DocumentFacts> all = sample::facts(text);
    for (DocumentFacts& facts : all) facts.made.sketch = text_sketch(words(facts.id));
    for (std::size_t i = 20; i < count; i += 9) {   // copies of the same text, or of nearly the same
      const DocumentFacts& original = all[i - 1 - random_() % 19];
      if (i % 2 == 0) all[i].made.text = original.made.text;
      all[i].made.sketch = original.made.sketch;
    }
    return all;
  }

 private:
  /// A text of its own for each article.
  static std::string words(const std::string& id) {
    std::string text;
    for (int i = 0; i < 40; ++i) text += "word" + std::to_string(i) + "of" + id + ' ';
    return text;
  }

  template <std::size_t Size>
  const char* one_of(const char* const (&all)[Size]) {
    return all[random_() % Size];
  }

  std::string person() {
    static constexpr const char* kGiven[] = {"Jay", "Jay Y.", "J. Y.", "William", "Bill", "B.", "Anna", "Anna Maria", "Omar", "Li"};
    static constexpr const char* kSurnames[] = {"Lee", "Kato", "Novak", "Nowak", "Silva", "Al Amin", "Alamin", "Berg", "Okoye"};
    const std::string surname = one_of(kSurnames);
    switch (random_() % 6) {
      case 0: return surname;
      case 1: return surname + ' ' + one_of(kGiven);
      default: return one_of(kGiven) + (' ' + surname);
    }
  }

  std::string body() {
    static constexpr const char* kBodies[] = {"Acme", "Acme AG", "Acme Inc", "ACME", "Globex", "Globex Corp", "Foreign Ministry",
                                              "Northern Rail", "Northern Rail Ltd", "Big Blue = Blue Works", "Blue Works"};
    return one_of(kBodies);
  }

  /// Adds a line for what has another name than those before; its name.
  std::string entity(const std::string& type, const std::string& written, std::vector<std::string>& names, std::string& text) {
    const std::string name = written.substr(0, written.find(" = "));
    if (std::find(names.begin(), names.end(), name) == names.end()) {
      names.push_back(name);
      text += ' ' + type + ' ' + written + (type == "PERSON" && name.find(' ') != name.npos ? " | " + name.substr(name.rfind(' ') + 1) : "") + '\n';
    }
    return name;
  }

  std::string article(std::size_t number) {
    static constexpr const char* kKinds[] = {"meeting occurred", "meeting planned", "meeting denied", "contact occurred",
                                             "cooperation occurred"};
    static constexpr const char* kRoles[] = {"chairman", "chief executive", "minister", "spokesman"};
    static constexpr const char* kTimes[] = {"current", "current", "former", "incoming"};
    static constexpr const char* kPlaces[] = {"Norway", "Japan", "Berlin"};
    const std::string day = std::to_string(10 + random_() % 20), source = std::to_string(random_() % 12);
    std::string text = "document d" + std::to_string(number) + " | " + (random_() % 8 ? "source " + source : "") + " | " +
                       (random_() % 9 ? "2024-0" + std::to_string(5 + random_() % 2) + '-' + day : "") + '\n';
    std::vector<std::string> names, people, all;
    for (std::size_t i = 0; i < 1 + random_() % 3; ++i) people.push_back(entity("PERSON", person(), names, text));
    all = people;
    for (std::size_t i = 0; i < 1 + random_() % 3; ++i) all.push_back(entity("ORG", body(), names, text));
    all.push_back(entity("GPE", one_of(kPlaces), names, text));
    const std::string last_body = all[all.size() - 2];
    for (const std::string& who : people) {
      if (random_() % 3 == 0) text += std::string(" role ") + one_of(kTimes) + ": " + who + " | " + one_of(kRoles) + " | " + last_body + '\n';
    }
    for (std::size_t i = 0; i < random_() % 3; ++i) {
      const std::string &a = all[random_() % all.size()], &b = all[random_() % all.size()];
      if (a != b) text += std::string(" ") + one_of(kKinds) + ": " + a + " / " + b + '\n';
    }
    return text;
  }

  std::mt19937 random_;
};

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
  std::vector<DocumentFacts> all = ArticleWriter(11).write(500);
  Network network;
  for (const DocumentFacts& facts : all) network.add(facts);
  const std::string expected = bytes(network);
  const Graph graph = resolve(network);   // the articles are worth a test
  CHECK(graph.edges().size() > 100);
  CHECK(graph.merges().size() > 100);
  CHECK(graph.maybe_same().size() > 10);
  CHECK(graph.reprints().size() > 10);
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
