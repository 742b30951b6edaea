// liaison_bench: how fast each part is, with counts that are checked and yardsticks that are measured in the same run.
#include <filesystem>
#include <functional>
#include <iostream>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "benchmarks.h"

namespace {

struct Options {
  bool json = false, large = false;
  std::string pack, corpus, only;
};

/// Nothing if they are not what the usage says.
std::optional<Options> read_options(const std::vector<std::string>& arguments) {
  Options options;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == "--json") options.json = true;
    else if (arguments[i] == "--large") options.large = true;
    else if (arguments[i] == "--pack" && i + 1 < arguments.size()) options.pack = arguments[++i];
    else if (arguments[i] == "--only" && i + 1 < arguments.size()) options.only = arguments[++i];
    else if (arguments[i].starts_with("--") || !options.corpus.empty()) return std::nullopt;
    else options.corpus = arguments[i];
  }
  return options.corpus.empty() ? std::nullopt : std::optional(options);
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments == std::vector<std::string>{"--first-text"}) return bench::read_first_text();
  const auto options = read_options(arguments);
  if (!options) {
    std::cerr << "usage: liaison_bench [--json] [--large] [--pack FILE] [--only PART] CORPUS.jsonl\n"
                 "--large makes networks of up to a million edges, for which it takes about 8 GB, and not of 100,000.\n"
                 "--pack reads the corpus with that pack as well, and compares.\n"
                 "PART is text, pipeline, pack, hard_texts, rules, network, names or startup.\n"
                 "CORPUS.jsonl holds an article a line, {\"id\": …, \"text\": …}; 10 MB or more make steady figures.\n"
                 "Exit code 1 if a figure could not be checked.\n";
    return 2;
  }
  try {
    const auto corpus = bench::read_corpus(options->corpus);
    bench::print_environment(corpus.articles.size(), corpus.bytes);
    bench::Report report(options->json);
    const bool with_pack = !options->pack.empty();
    const std::vector<std::pair<std::string_view, std::function<void()>>> parts = {
        {"text", [&] { bench::measure_text(corpus, report); }},
        {"pipeline", [&] { bench::measure_pipeline(corpus, report); }},
        {"pack", [&] { if (with_pack) bench::measure_pack(corpus, options->pack, report); }},
        {"hard_texts", [&] { bench::measure_hard_texts(corpus, report); }},
        {"rules", [&] { bench::measure_rules(corpus, report); }},
        {"network", [&] { bench::measure_network(corpus, options->large ? 1'000'000 : 100'000, report); }},
        {"names", [&] { bench::measure_names(report); }},
        {"startup", [&] { bench::measure_startup(std::filesystem::read_symlink("/proc/self/exe").string(), report); }},
    };
    bool any = false;
    for (const auto& [name, measure] : parts) {
      if (!options->only.empty() && options->only != name) continue;
      any = true;
      measure();
    }
    if (!any) throw std::runtime_error("no part is called \"" + options->only + '"');
    return report.all_checked() ? 0 : 1;
  } catch (const std::exception& error) {
    std::cerr << "liaison_bench: " << error.what() << '\n';
    return 1;
  }
}
