// One graph of many articles: adding, resolving and writing, up to a million edges.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <memory>
#include <ostream>
#include <sstream>
#include <streambuf>
#include <string>
#include <vector>

#include "benchmarks.h"
#include "liaison/analyzer.h"
#include "liaison/facts.h"
#include "liaison/graphml.h"
#include "liaison/network.h"

namespace bench {
namespace {

using Facts = std::vector<std::shared_ptr<const liaison::DocumentFacts>>;

/// The facts of the articles without mentions, which no graph looks at.
std::vector<liaison::DocumentFacts> read_facts(const Corpus& corpus) {
  const liaison::Analyzer analyzer;
  liaison::Scratch scratch;
  std::vector<liaison::DocumentFacts> all;
  for (const auto& article : corpus.articles) {
    all.push_back(facts_of(article, analyzer.analyze(article, scratch)));
    all.back().mentions.clear();
    all.back().mentions.shrink_to_fit();
  }
  return all;
}

/// The facts of one article as if all in it were called otherwise.
liaison::DocumentFacts renamed(liaison::DocumentFacts facts, std::size_t turn) {
  const std::string mark = "q" + std::to_string(1000 + turn);
  facts.id += mark;
  facts.made.text += mark;
  auto& sketch = facts.made.sketch;   // other runs of words give other bins
  if (!sketch.empty()) std::rotate(sketch.begin(), sketch.begin() + static_cast<std::ptrdiff_t>(4 * (turn % 64)), sketch.end());
  for (auto& entity : facts.entities) {
    entity.name += mark;
    for (auto& form : entity.forms) form += mark;
    if (!entity.known_as.empty()) entity.known_as += mark;
  }
  return facts;
}

/// So many repetitions of the articles, each under names of its own.
Facts repeated(const std::vector<liaison::DocumentFacts>& articles, std::size_t turns) {
  Facts out;
  for (std::size_t turn = 0; turn < turns; ++turn) {
    for (const auto& facts : articles) {
      out.push_back(std::make_shared<const liaison::DocumentFacts>(renamed(facts, turn)));
    }
  }
  return out;
}

struct Run {
  std::size_t edges = 0;
  double seconds = 0, bytes_per_edge = 0, megabytes_written = 0;
  bool checked = false;
};

std::size_t occurrences(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size())) ++count;
  return count;
}

/// Appends to a string what is written, which is less work than writing itself: what a file would take is the system's.
class Appending : public std::streambuf {
 public:
  explicit Appending(std::string& to) : to_(to) {}

 private:
  std::streamsize xsputn(const char* text, std::streamsize size) override {
    to_.append(text, static_cast<std::size_t>(size));
    return size;
  }
  int_type overflow(int_type c) override {
    if (c != traits_type::eof()) to_ += traits_type::to_char_type(c);
    return traits_type::not_eof(c);
  }

  std::string& to_;
};

/// Adds, resolves and writes. `expected` is how many edges there must be; 0 where that is not known.
Run run(const Facts& facts, std::size_t expected) {
  Run out;
  liaison::Graph graph;
  out.seconds = fastest(1, [&] {
    liaison::Network network;
    for (const auto& one : facts) network.add(one);
    graph = resolve(network);
  });
  out.edges = graph.edges().size();
  out.bytes_per_edge = graph.bytes_per_edge();
  std::string written;
  const double writing = fastest(3, [&] {
    written.clear();
    Appending buffer(written);
    std::ostream stream(&buffer);
    write_graphml(graph, stream);
  });
  out.megabytes_written = static_cast<double>(written.size()) / 1e6 / writing;
  out.checked = occurrences(written, "<edge ") == graph.edges().size() &&
                occurrences(written, "<node ") == graph.nodes().size() && (expected == 0 || out.edges == expected);
  return out;
}

/// The same bytes, whatever the order.
bool is_order_free(Facts facts) {
  const auto bytes = [&] {
    liaison::Network network;
    for (const auto& one : facts) network.add(one);
    std::ostringstream out;
    write_graphml(resolve(network), out);
    return std::move(out).str();
  };
  const std::string first = bytes();
  std::reverse(facts.begin(), facts.end());
  return bytes() == first;
}

}  // namespace

void measure_network(const Corpus& corpus, std::size_t most_edges, Report& report) {
  const auto articles = read_facts(corpus);
  const Facts once = repeated(articles, 1);
  const Run whole = run(once, 0);
  const bool order_free = is_order_free(once);
  if (whole.edges == 0) return;
  std::vector<Run> runs{whole};
  for (std::size_t wanted = 100'000; wanted <= most_edges; wanted *= 10) {
    const std::size_t turns = (wanted + whole.edges - 1) / whole.edges;
    runs.push_back(run(repeated(articles, turns), turns * whole.edges));
  }
  const Run& last = runs.back();
  const double exponent = runs.size() < 2 ? 1 : std::log(last.seconds / whole.seconds) /
                                                    std::log(static_cast<double>(last.edges) / static_cast<double>(whole.edges));
  std::fprintf(stderr, "network: %zu to %zu edges, time grows with the power %.2f of their number\n", whole.edges, last.edges, exponent);
  report.add({"network_add", last.seconds * 1e9 / static_cast<double>(last.edges), "ns", last.checked && order_free, ""});
  report.add({"network_bytes_per_edge", last.bytes_per_edge, "B", last.checked, ""});
  report.add({"network_growth", exponent, "", last.checked, ""});
  report.add({"graphml_write", last.megabytes_written, "MB/s", last.checked, ""});
}

}  // namespace bench
