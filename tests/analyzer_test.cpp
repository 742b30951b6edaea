#include <atomic>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

#include "liaison/analyzer.h"
#include "liaison/facts.h"
#include "liaison/pack.h"

namespace liaison {
namespace {

void check_sound(const Document& document, const Analysis& a) {
  std::uint32_t title_end = 0, text_end = 0;
  for (const Mention& m : a.mentions) {
    std::uint32_t& end = m.place.in_title ? title_end : text_end;
    REQUIRE(m.place.span.start >= end);
    REQUIRE(m.place.span.end > m.place.span.start);
    REQUIRE(m.place.span.end <= (m.place.in_title ? document.title : document.text).size());
    end = m.place.span.end;
  }
}

TEST_CASE("any bytes are survived, and mentions are sorted, apart and within the text") {
  Analyzer analyzer;
  Scratch scratch;
  std::mt19937 random(7);
  std::vector<std::string> texts{"", std::string(3, '\0'), "\xff\xfe\xff", std::string(200'000, 'a'), std::string(10'000, '('),
                                 "\"And sure enough, Angela Merkel met Emmanuel Macron.",
                                 "Mr. \xC0\xAF Lee met \xED\xA0\x80 Ann.\n\n\xEF\xBB\xBFSamsung \xF0\x9F\x98\x80 said."};
  std::string quotes;
  for (int i = 0; i < 3000; ++i) quotes += "“he said, ";
  texts.push_back(quotes);
  for (int round = 0; round < 40; ++round) {
    std::string text;
    for (int i = 0; i < 3000; ++i) text += static_cast<char>(random() % (round % 2 ? 256 : 96) + (round % 2 ? 0 : 32));
    texts.push_back(text);
  }
  const std::string seeds[] = {"Angela Merkel", "met", "talks", "between", "and", ",", "(", ")", "\n\n", "chairman", "of",
                               "Samsung", "will", "not", "who", "said", "\"", ".", "after", "to", "the two leaders",
                               "And", "sure", "enough", "able", "between", "his", "their", "in", "a letter", "agreed"};
  for (int round = 0; round < 40; ++round) {
    std::string text;
    for (int i = 0; i < 400; ++i) text += seeds[random() % std::size(seeds)] + " ";
    texts.push_back(text);
  }
  for (const std::string& text : texts) {
    Document document{.id = "x", .title = text.substr(0, 50), .text = text};
    check_sound(document, analyzer.analyze(document, scratch));
  }
}

TEST_CASE("the title is a paragraph of its own, with offsets of its own") {
  Document document{.id = "x", .title = "Merkel meets Macron", .text = "Angela Merkel met Emmanuel Macron."};
  Analysis a = Analyzer().analyze(document);
  REQUIRE(a.mentions.size() == 4);
  CHECK(a.mentions[0].place.in_title);
  CHECK(text_of(document, a.mentions[0].place) == "Merkel");
  CHECK(!a.mentions[2].place.in_title);
  CHECK(text_of(document, a.mentions[2].place) == "Angela Merkel");
  CHECK(a.mentions[0].entity == a.mentions[2].entity);
}

TEST_CASE("given names are taken as given") {
  Document document{.id = "x", .text = "Blorp met Glimp."};
  GivenNames names;
  names.entities = {{symbols::person, "Blorp", {"Blorp"}, {}, {}}, {symbols::person, "Glimp", {"Glimp"}, {}, {}}};
  names.mentions = {{{{0, 5}, false}, symbols::person, EntityId{0}}, {{{10, 15}, false}, symbols::person, EntityId{1}}};
  Scratch scratch;
  Analysis a = Analyzer().analyze(document, names, scratch);
  REQUIRE(a.mentions.size() == 2);
  CHECK(text_of(document, a.mentions[1].place) == "Glimp");
  REQUIRE(a.events.size() == 1);
  CHECK(a.events[0].kind == symbols::meeting);
}

std::vector<Document> articles(int count) {
  std::vector<Document> out;
  for (int i = 0; i < count; ++i)
    out.push_back({.id = std::to_string(i),
                   .text = "Samsung chairman Jay Y. Lee met Elon Musk in Seoul. " + std::string(std::size_t(i % 7), ' ') +
                           "Lee will visit Angela Merkel. The two leaders agreed to cooperate, Reuters said."});
  return out;
}

TEST_CASE("a scratch that was used before changes nothing") {
  Analyzer analyzer;
  Scratch used;
  for (const Document& d : articles(9))
    CHECK(to_json(facts_of(d, analyzer.analyze(d))) == to_json(facts_of(d, analyzer.analyze(d, used))));
}

TEST_CASE("a pack is exchanged while eight threads read") {
  AnalyzerSlot slot{Analyzer()};
  std::vector<Document> documents = articles(3);
  std::atomic<bool> done = false;
  std::atomic<int> meetings = 0;
  std::vector<std::jthread> threads;
  for (int t = 0; t < 8; ++t)
    threads.emplace_back([&] {
      Scratch scratch;
      while (!done)
        for (const Document& d : documents) meetings += static_cast<int>(slot.get().analyze(d, scratch).events.size());
    });
  for (int i = 0; i < 20; ++i) slot.set(Analyzer(Pack::english()));
  while (meetings < 50) std::this_thread::yield();
  done = true;
  threads.clear();
  CHECK(meetings >= 50);
}

TEST_CASE("a trace hears of every phase, of places in title and text, and changes nothing") {
  Document document{.id = "x", .title = "Lee meets Musk", .text = "Samsung chairman Jay Y. Lee met Elon Musk on Monday. Meta, formerly known as Facebook, fell."};
  Scratch scratch;
  TraceList trace;
  Analysis a = Analyzer().analyze(document, scratch, &trace);
  CHECK(to_json(facts_of(document, a)) == to_json(facts_of(document, Analyzer().analyze(document))));
  for (auto kind : {TraceRecord::Kind::token, TraceRecord::Kind::match, TraceRecord::Kind::name, TraceRecord::Kind::alias,
                    TraceRecord::Kind::hold, TraceRecord::Kind::group, TraceRecord::Kind::frame}) {
    CAPTURE(to_string(kind));
    CHECK(std::any_of(trace.records.begin(), trace.records.end(), [&](const TraceRecord& r) { return r.kind == kind; }));
  }
  for (const TraceRecord& r : trace.records) {
    REQUIRE(r.place.span.end <= (r.place.in_title ? document.title : document.text).size());
    if (r.kind == TraceRecord::Kind::token) CHECK(text_of(document, r.place) == r.what);
  }
}

TEST_CASE("the features of a name add up to its score") {
  Document document{.id = "x", .text = "Samsung chairman Jay Y. Lee met Elon Musk of Tesla Inc in Seoul. Mr. Lee left the Bank of Zorb."};
  Scratch scratch;
  TraceList trace;
  Analyzer().analyze(document, scratch, &trace);
  int names = 0;
  for (const TraceRecord& r : trace.records) {
    if (r.kind != TraceRecord::Kind::name) continue;
    std::int32_t sum = 0;
    for (const TraceDetail& d : r.details) sum += d.points;
    CHECK(sum == r.score);
    names += r.stands;
  }
  CHECK(names == 7);
}

}  // namespace
}  // namespace liaison
