#include <algorithm>
#include <cmath>
#include <functional>

#include "benchmarks.h"
#include "liaison/analyzer.h"
#include "liaison/pack.h"

namespace bench {
namespace {

constexpr std::size_t kMostBytes = 8'000'000;

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }

/// The ASCII of a text.
std::string plain(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (static_cast<unsigned char>(c) < 0x80) out += c;
  }
  return out;
}

/// The same with typographic quotes, and an accent in every third capitalised word.
std::string typographic(std::string_view text) {
  std::string out;
  std::size_t capitals = 0;
  bool opens = true, accent = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool in_word = i > 0 && (is_capital(text[i - 1]) || is_small(text[i - 1]));
    if (is_capital(c) && !in_word) accent = ++capitals % 3 == 0;
    if (!is_capital(c) && !is_small(c)) accent = false;
    if (c == '\'') out += "\u2019";
    else if (c == '"') out += opens ? "\u201C" : "\u201D", opens = !opens;
    else if (accent && c == 'e') out += "\u00E9", accent = false;
    else if (accent && c == 'o') out += "\u00F6", accent = false;
    else if (accent && c == 'a') out += "\u00E1", accent = false;
    else out += c;
  }
  return out;
}

/// The seconds to read all texts, and how many tokens they have.
std::pair<double, std::size_t> read_all(const liaison::Analyzer& analyzer, const std::vector<liaison::Document>& articles) {
  liaison::Scratch scratch;
  std::size_t tokens = 0;
  const double seconds = fastest(3, [&] {
    tokens = 0;
    for (const auto& article : articles) tokens += analyzer.analyze(article, scratch).token_count;
  });
  return {seconds, tokens};
}

void measure_typographic(const Corpus& corpus, Report& report) {
  std::vector<liaison::Document> straight, curly;
  std::size_t bytes = 0;
  for (const auto& article : corpus.articles) {
    if (bytes > kMostBytes) break;
    straight.push_back({.id = article.id, .text = plain(article.text)});
    curly.push_back({.id = article.id, .text = typographic(straight.back().text)});
    bytes += straight.back().text.size();
  }
  const liaison::Analyzer analyzer;
  const auto [plain_seconds, plain_tokens] = read_all(analyzer, straight);
  const auto [curly_seconds, curly_tokens] = read_all(analyzer, curly);
  // Quotes written '' or `` are one token only where they are straight.
  const bool checked = plain_tokens <= curly_tokens && curly_tokens < plain_tokens + plain_tokens / 100;
  const double megabytes = static_cast<double>(bytes) / 1e6;  // of the same text in both, so that times are compared
  report.add({"plain", megabytes / plain_seconds, "MB/s", checked, ""});
  report.add({"typographic", megabytes / curly_seconds, "MB/s", checked, "plain"});
}

/// A text with a new surname in each place of a `%`, so that it names very many.
std::string with_names(std::string_view part, std::size_t times) {
  static constexpr std::string_view kSyllables[] = {"ba", "ce", "di", "fo", "gu", "ha", "ke", "li", "mo", "nu", "pa", "re", "si", "to", "vu", "za"};
  std::string out;
  for (std::size_t i = 0; i < times; ++i) {
    for (const char c : part) {
      if (c != '%') {
        out += c;
        continue;
      }
      out += "M";
      for (std::size_t rest = i, k = 0; k < 4; ++k, rest /= 16) out += kSyllables[rest % 16];
    }
  }
  return out;
}

/// How many times as long a text of twice the size takes: the mean of two doublings, for one alone is mostly noise. Tokens
/// are counted in both texts.
double doubling(const liaison::Analyzer& analyzer, std::string_view part, std::size_t bytes, bool& checked) {
  const std::size_t times = bytes / part.size();
  const auto [one, tokens] = read_all(analyzer, {{.id = "one", .text = with_names(part, times)}});
  const auto [four, more] = read_all(analyzer, {{.id = "four", .text = with_names(part, 4 * times)}});
  checked = checked && tokens > 0 && more + 6 >= 4 * tokens && more <= 4 * tokens + 6;
  return std::sqrt(four / one);
}

/// Texts that a reader could choke on: the worst ratio of them.
void measure_hostile(Report& report) {
  constexpr std::size_t kSize = 1'000'000;
  const liaison::Analyzer analyzer;
  bool checked = true;
  double worst = 0;
  for (const std::string_view part :
       {"the chairman of Acme met Jay Lee and Ann Roe in Paris with ", "(", "( ) ", "Lee ", "Lee, ", "Acme Corp and ", "\"", "a", "\xFF", ". ",
        "met ", "said that he said that ", "chairman of ", "U.S. ", "President % left. ", "President Ann % spoke. The president met Tom Day. ",
        "Ann % met Tom %son. ", "Tokyo and % Corp signed a pact with Peru. ", "Ann Roe met Tom Day. Ann Roe did not meet Tom Day. "}) {
    worst = std::max(worst, doubling(analyzer, part, kSize, checked));
  }
  report.add({"hostile_doubling", worst, "times", checked, ""});
}

}  // namespace

void measure_hard_texts(const Corpus& corpus, Report& report) {
  measure_typographic(corpus, report);
  measure_hostile(report);
}

}  // namespace bench
