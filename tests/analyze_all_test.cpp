// analyze_all: documents in order on both sides of any number of threads.
#include <atomic>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

#include "liaison/analyzer.h"
#include "liaison/facts.h"

namespace liaison {
namespace {

/// Articles of different lengths, so that threads overtake one another.
std::vector<Document> articles(int count) {
  std::vector<Document> out;
  for (int i = 0; i < count; ++i) {
    std::string text = "Samsung chairman Jay Y. Lee met Elon Musk in Seoul. ";
    for (int more = i * 7 % 5; more > 0; --more) text += "Lee will visit Angela Merkel. The two leaders agreed to cooperate, Reuters said. ";
    out.push_back({.id = std::to_string(i), .text = text});
  }
  return out;
}

std::string facts_line(const Document& document, const Analysis& analysis) { return to_json(facts_of(document, analysis)) + "\n"; }

/// A source and a sink that watch how they are called.
class Watched {
 public:
  explicit Watched(std::vector<Document> documents) : documents_(std::move(documents)) {}

  std::optional<Document> next() {
    if (++in_source_ != 1) overlapped = true;
    std::optional<Document> out;
    if (read < documents_.size()) out = documents_[read++];
    else ++ends;
    --in_source_;
    most_in_flight = std::max<std::size_t>(most_in_flight, read - written);
    return out;
  }
  void take(const Document& document, const Analysis& analysis) {
    if (++in_sink_ != 1) overlapped = true;
    printed += facts_line(document, analysis);
    ++written;
    --in_sink_;
  }
  void run(unsigned threads) {
    analyze_all(Analyzer(), [this] { return next(); }, [this](Document&& d, Analysis&& a) { take(d, a); }, threads);
  }

  std::string printed;
  std::atomic<std::size_t> read = 0, written = 0, most_in_flight = 0, ends = 0;
  std::atomic<bool> overlapped = false;  // source or sink were called while they were at work

 private:
  std::vector<Document> documents_;
  std::atomic<int> in_source_ = 0, in_sink_ = 0;
};

TEST_CASE("any number of threads hands over what one by one gives, in the order of the source") {
  const std::vector<Document> documents = articles(60);
  std::string expected;
  for (const Document& document : documents) expected += facts_line(document, Analyzer().analyze(document));
  for (unsigned threads : {0u, 1u, 2u, 8u}) {
    CAPTURE(threads);
    Watched watched(documents);
    watched.run(threads);
    CHECK(watched.printed == expected);
    CHECK_FALSE(watched.overlapped);
    CHECK(watched.written == documents.size());
  }
}

TEST_CASE("only a few documents for each thread are in flight") {
  for (unsigned threads : {1u, 3u}) {
    CAPTURE(threads);
    Watched watched(articles(60));
    watched.run(threads);
    CHECK(watched.most_in_flight <= 4 * threads);
  }
}

TEST_CASE("a source without documents is asked and ends, and a source that has ended is asked no more") {
  for (int count : {0, 1, 5}) {
    CAPTURE(count);
    Watched watched(articles(count));
    watched.run(4);
    CHECK(watched.written == std::size_t(count));
    CHECK(watched.ends == 1);
  }
}

TEST_CASE("what a source throws comes through, after a part of what it gave") {
  for (unsigned threads : {1u, 4u}) {
    CAPTURE(threads);
    const std::vector<Document> documents = articles(20);
    std::size_t read = 0;
    std::string written, expected;
    for (const Document& document : documents) expected += document.id + " ";
    auto source = [&]() -> std::optional<Document> {
      if (read == 12) throw std::runtime_error("no more");
      return documents[read++];
    };
    auto sink = [&](Document&& document, Analysis&&) { written += document.id + " "; };
    CHECK_THROWS_WITH(analyze_all(Analyzer(), source, sink, threads), "no more");
    CHECK(read == 12);
    CHECK(expected.starts_with(written));
  }
}

TEST_CASE("a sink that has thrown is called no more") {
  for (unsigned threads : {1u, 4u}) {
    CAPTURE(threads);
    int calls = 0;
    auto endless = [] { return std::optional<Document>({.id = "x", .text = "Nothing."}); };
    auto sink = [&](Document&&, Analysis&&) { if (++calls == 3) throw std::runtime_error("full"); };
    CHECK_THROWS_WITH(analyze_all(Analyzer(), endless, sink, threads), "full");
    CHECK(calls == 3);
  }
}

TEST_CASE("a stop stops, after what is in flight") {
  constexpr unsigned kThreads = 4;
  std::stop_source stop;
  int written = 0, read = 0, read_at_stop = 0;
  auto endless = [&] {
    ++read;
    return std::optional<Document>({.id = "x", .text = "Nothing."});
  };
  auto sink = [&](Document&&, Analysis&&) {
    if (++written == 10) stop.request_stop();
  };
  analyze_all(Analyzer(), endless, sink, kThreads, stop.get_token());
  CHECK(written >= 10);
  CHECK(written == read);
  CHECK(written <= 10 + int(4 * kThreads));
  read_at_stop = read;
  analyze_all(Analyzer(), endless, sink, kThreads, stop.get_token());
  CHECK(read == read_at_stop);  // stopped before it began
}

}  // namespace
}  // namespace liaison
