#include <optional>

#include "benchmarks.h"
#include "liaison/analyzer.h"
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

}  // namespace

void measure_pipeline(const Corpus& corpus, Report& report) {
  const liaison::Analyzer analyzer;
  measure_reading(corpus, analyzer, report);
}

void measure_pack(const Corpus& corpus, const std::string& file, Report& report) {
  std::shared_ptr<const liaison::Pack> pack;
  const double opening = fastest(5, [&] { pack = liaison::Pack::open(file); });
  const liaison::Analyzer analyzer(pack);
  liaison::Scratch scratch;
  std::size_t tokens = 0;
  const double seconds = fastest(3, [&] {
    tokens = 0;
    for (const auto& article : corpus.articles) tokens += analyzer.analyze(article, scratch).token_count;
  });
  const bool checked = tokens == count_tokens(corpus);
  report.add({"open_pack", opening * 1e3, "ms", checked, ""});
  report.add({"pipeline_pack", corpus.megabytes() / seconds, "MB/s", checked, "pipeline"});
}

}  // namespace bench
