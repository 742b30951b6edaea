#include <optional>
#include <sstream>

#include "benchmarks.h"
#include "liaison/analyzer.h"
#include "liaison/facts.h"
#include "liaison/graphml.h"
#include "liaison/network.h"
#include "liaison/pack.h"
#include "pack_contents.h"
#include "text/sentences.h"
#include "text/tokenizer.h"

namespace bench {
namespace {

/// What was found in all articles.
struct Counts {
  std::size_t tokens = 0, mentions = 0, entities = 0, holds = 0, events = 0;

  void add(const liaison::Analysis& analysis) {
    tokens += analysis.token_count;
    mentions += analysis.mentions.size();
    entities += analysis.entities.size();
    holds += analysis.holds.size();
    events += analysis.events.size();
  }
  friend bool operator==(const Counts&, const Counts&) = default;
};

/// The tokens of titles and texts, counted by the tokenizer alone.
std::size_t count_tokens(const Corpus& corpus) {
  const auto pack = liaison::Pack::english();
  std::vector<liaison::Token> tokens;
  std::size_t count = 0;
  for (const auto& article : corpus.articles) {
    for (const auto* text : {&article.title, &article.text}) {
      liaison::tokenize(*text, pack->contents().orthography, tokens);
      count += tokens.size();
    }
  }
  return count;
}

/// True if all mentions are names within the text, in order and without overlaps.
bool is_sound(const liaison::Document& document, const liaison::Analysis& analysis) {
  liaison::Place last{{0, 0}, true};
  for (const auto& mention : analysis.mentions) {
    const auto& text = mention.place.in_title ? document.title : document.text;
    const bool same_text = mention.place.in_title == last.in_title;
    if (mention.place.in_title && !last.in_title) return false;
    if (mention.place.span.empty() || mention.place.span.end > text.size()) return false;
    if (same_text && mention.place.span.start < last.span.end) return false;
    last = mention.place;
  }
  return true;
}

/// Reads all articles with all cores.
Counts read_on_all_cores(const Corpus& corpus, const liaison::Analyzer& analyzer) {
  Counts counts;
  std::size_t next = 0;
  liaison::analyze_all(
      analyzer,
      [&]() -> std::optional<liaison::Document> {
        if (next == corpus.articles.size()) return std::nullopt;
        return corpus.articles[next++];
      },
      [&](liaison::Document&&, liaison::Analysis&& analysis) { counts.add(analysis); });
  return counts;
}

void measure_reading(const Corpus& corpus, const liaison::Analyzer& analyzer, Report& report) {
  liaison::Scratch scratch;
  Counts alone, together;
  const double one_core = fastest(2, [&] {
    alone = {};
    for (const auto& article : corpus.articles) alone.add(analyzer.analyze(article, scratch));
  });
  const double all_cores = fastest(2, [&] { together = read_on_all_cores(corpus, analyzer); });
  bool sound = true;
  for (const auto& article : corpus.articles) sound = sound && is_sound(article, analyzer.analyze(article, scratch));
  const bool checked = sound && alone.tokens == count_tokens(corpus) && alone == together;
  report.add({"pipeline", corpus.megabytes() / one_core, "MB/s", checked, "icu"});
  report.add({"pipeline_cores", corpus.megabytes() / all_cores, "MB/s", checked, "pipeline"});
}

std::size_t occurrences(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size())) ++count;
  return count;
}

void measure_graph(const Corpus& corpus, const liaison::Analyzer& analyzer, Report& report) {
  liaison::Scratch scratch;
  liaison::Network network, backwards;
  for (const auto& article : corpus.articles) network.add(facts_of(article, analyzer.analyze(article, scratch)));
  const auto documents = network.documents();
  for (auto at = documents.rbegin(); at != documents.rend(); ++at) backwards.add(*at);

  liaison::Graph graph;
  const double resolving = fastest(2, [&] { graph = resolve(network); });
  std::ostringstream first, again;
  write_graphml(graph, first);
  write_graphml(resolve(backwards), again);
  report.add({"resolve", static_cast<double>(network.size()) / resolving, "articles/s", first.str() == again.str(), ""});

  std::string written;
  const double writing = fastest(3, [&] {
    std::ostringstream out;
    write_graphml(graph, out);
    written = std::move(out).str();
  });
  const bool whole = occurrences(written, "<edge ") == graph.edges().size() &&
                     occurrences(written, "<node ") == graph.nodes().size();
  report.add({"graphml_write", static_cast<double>(written.size()) / 1e6 / writing, "MB/s", whole, ""});
}

}  // namespace

void measure_pipeline(const Corpus& corpus, Report& report) {
  const liaison::Analyzer analyzer;
  measure_reading(corpus, analyzer, report);
  measure_graph(corpus, analyzer, report);
}

}  // namespace bench
