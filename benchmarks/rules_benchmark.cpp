#include <array>
#include <random>
#include <stdexcept>
#include <vector>

#include <fmt/format.h>

#include "benchmarks.h"
#include "liaison/analyzer.h"
#include "liaison/pack.h"
#include "pack_contents.h"

namespace bench {
namespace {

/// How much of the corpus is read with each number of rules.
constexpr std::size_t kMostBytes = 8'000'000;

/// Writes rules of mixed kind over words of the pack, rare and common ones. The same seed gives the same rules.
class RuleWriter {
 public:
  RuleWriter() {
    const auto& lexicon = liaison::Pack::english()->contents().lexicon;
    for (liaison::WordId id = 0; id < lexicon.word_count(); ++id) {
      const auto word = lexicon.word(id);
      if (word.size() > 3 && word.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos) {
        words_.emplace_back(word);
      }
    }
  }

  std::string rules(std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += rule(i);
    return out;
  }

  /// A text that the rule of a number matches, if it is one of the first kind.
  static std::string text_of(std::size_t number) { return fmt::format("They sang of rule zq{} zx{} at noon.", number, number); }
  static constexpr std::size_t kKinds = 6;

 private:
  std::string rule(std::size_t i) {
    const auto head = [&](const char* what) { return fmt::format("rule made_up_{} -> make MADE_UP over tokens priority -9\n  {}\n", i, what); };
    switch (i % kKinds) {
      case 0: return head(fmt::format("\"zq{}\" \"zx{}\"", i, i).c_str());
      case 1: return head(fmt::format("\"{}\" ..4 not verb_past \"{}\"", word(), word()).c_str());
      case 2: return head(fmt::format("(\"{}\" | \"{}\" | \"{}\") adverb? @capital+ \"{}\"", word(), word(), word(), word()).c_str());
      case 3: return head(fmt::format("determiner adjective? \"{}\" &(preposition)", word()).c_str());
      case 4: return head(fmt::format("role_head \"of\" determiner? \"{}\"", word()).c_str());
      default:
        return fmt::format("link made_up_{} -> holds(person, role, org) over names priority -9\n"
                           "  person:PERSON \",\" \"{}\" role:ROLE \"{}\" org:ORG\n", i, word(), word());
    }
  }

  std::string word() { return words_[random_() % words_.size()]; }

  std::vector<std::string> words_;
  std::mt19937 random_{20261128};
};

/// True if the rules of the first kind are found where they stand.
bool finds_rules(const std::shared_ptr<const liaison::Pack>& pack, std::size_t count) {
  const liaison::Analyzer analyzer(pack);
  for (std::size_t i = 0; i < count; i += RuleWriter::kKinds * (1 + count / 600)) {
    const auto analysis = analyzer.analyze({.id = "rule", .text = RuleWriter::text_of(i)});
    bool found = false;
    for (const auto& mention : analysis.mentions) found |= pack->rule_name(mention.rule) == fmt::format("made_up_{}", i);
    if (!found) return false;
  }
  return true;
}

}  // namespace

void measure_rules(const Corpus& corpus, Report& report) {
  constexpr std::array<std::pair<std::size_t, const char*>, 3> kSteps = {{{100, "rules_100"}, {1'000, "rules_1k"}, {10'000, "rules_10k"}}};
  for (const auto& [count, name] : kSteps) {
    const auto rules = RuleWriter().rules(count);
    liaison::PackBuilder::Result built;
    const double compiling = fastest(1, [&] {
      built = liaison::PackBuilder(liaison::Pack::english()).add({"rules/made_up.rules", rules}).build();
    });
    if (!built.pack) throw std::runtime_error("the made-up rules: " + to_string(built.diagnostics.front()));
    const liaison::Analyzer analyzer(built.pack);
    liaison::Scratch scratch;
    std::size_t bytes = 0;
    const double seconds = fastest(2, [&] {
      bytes = 0;
      for (const auto& article : corpus.articles) {
        if (bytes > kMostBytes) break;
        analyzer.analyze(article, scratch);
        bytes += article.text.size();
      }
    });
    const bool checked = finds_rules(built.pack, count);
    report.add({name, static_cast<double>(bytes) / 1e6 / seconds, "MB/s", checked, count == 100 ? "" : "rules_100"});
    if (count < 10'000) continue;
    report.add({"rules_10k_build", compiling, "s", checked, ""});
    report.add({"rules_10k_image", static_cast<double>(built.pack->bytes().size()) / 1e6, "MB", checked, ""});
  }
}

}  // namespace bench
