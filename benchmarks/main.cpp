// liaison_bench: how fast each part is, with counts that are checked and yardsticks that are measured in the same run.
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include "benchmarks.h"

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments == std::vector<std::string>{"--first-text"}) return bench::read_first_text();
  const bool json = !arguments.empty() && arguments[0] == "--json";
  const bool large = !arguments.empty() && arguments[json ? 1 % arguments.size() : 0] == "--large";
  const std::size_t most_edges = large ? 1'000'000 : 100'000;
  if (arguments.size() != 1u + json + large || arguments.back().starts_with("--")) {
    std::cerr << "usage: liaison_bench [--json] [--large] CORPUS.jsonl\n"
                 "--large makes networks of up to a million edges, for which it takes about 8 GB, and not of 100,000.\n"
                 "CORPUS.jsonl holds an article a line, {\"id\": …, \"text\": …}; 10 MB or more make steady figures.\n"
                 "Exit code 1 if a figure could not be checked.\n";
    return 2;
  }
  try {
    const auto corpus = bench::read_corpus(arguments.back());
    bench::print_environment(corpus.articles.size(), corpus.bytes);
    bench::Report report(json);
    bench::measure_text(corpus, report);
    bench::measure_pipeline(corpus, report);
    bench::measure_hard_texts(corpus, report);
    bench::measure_rules(corpus, report);
    bench::measure_network(corpus, most_edges, report);
    bench::measure_names(report);
    bench::measure_startup(std::filesystem::read_symlink("/proc/self/exe").string(), report);
    return report.all_checked() ? 0 : 1;
  } catch (const std::exception& error) {
    std::cerr << "liaison_bench: " << error.what() << '\n';
    return 1;
  }
}
