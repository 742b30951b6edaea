#include <unistd.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include <fmt/format.h>

#include "benchmarks.h"
#include "liaison/analyzer.h"
#include "liaison/pack.h"

namespace bench {
namespace {

constexpr std::size_t kNames = 100'000, kManyNames = 1'000'000;

/// A name that no list has: "Bakodulo Teviro", another one for each number.
std::string made_up_name(std::size_t number) {
  constexpr std::array<const char*, 10> kSyllables = {"ba", "ko", "du", "lo", "te", "vi", "ro", "zu", "ne", "pa"};
  std::string name;
  for (int word = 0; word < 2; ++word) {
    std::string text;
    for (int i = 0; i < 3; ++i, number /= 10) text += kSyllables[number % 10];
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
    name += (word == 0 ? "" : " ") + text;
  }
  return name;
}

/// A gazetteer of made-up names.
std::string list_of(std::size_t names) {
  std::string list = "%type ORG\n%strength strong\n";
  for (std::size_t i = 0; i < names; ++i) list += made_up_name(i) + '\n';
  return list;
}

liaison::PackBuilder::Result build_with(const std::string& list) {
  return liaison::PackBuilder(liaison::Pack::english()).add({"names/added/made_up.txt", list}).build();
}

/// True if the analyzer finds every thousandth name.
bool finds_names(const std::shared_ptr<const liaison::Pack>& pack, std::size_t names) {
  const liaison::Analyzer analyzer(pack);
  std::size_t asked = 0, found = 0;
  for (std::size_t i = 0; i < names; i += 1000) {
    const auto name = made_up_name(i);
    const auto analysis = analyzer.analyze({.id = name, .text = "Shares of " + name + " rose on Monday."});
    ++asked;
    for (const auto& entity : analysis.entities) found += entity.known_as == name;
  }
  return asked == found;
}

/// A million names: how long it takes to compile them into a pack, how much the image grows by each, and how long it
/// takes to open the file. A name has two words of a thousand, as names share their words.
void measure_many(Report& report) {
  const std::string list = list_of(kManyNames);
  liaison::PackBuilder::Result built;
  const double compiling = fastest(1, [&] { built = build_with(list); });
  if (!built.pack) throw std::runtime_error("a million names cannot be compiled");
  const bool found = finds_names(built.pack, kManyNames);
  const std::size_t grown = built.pack->bytes().size() - liaison::Pack::english()->bytes().size();
  const auto path = std::filesystem::temp_directory_path() / fmt::format("liaison_bench.{}.pack", getpid());
  std::ofstream(path, std::ios::binary) << built.pack->bytes();
  built = {};
  std::shared_ptr<const liaison::Pack> opened;
  const double opening = fastest(5, [&] { opened = liaison::Pack::open(path.string()); });
  const bool found_again = finds_names(opened, kManyNames);
  std::filesystem::remove(path);
  report.add({"compile_1m", compiling, "s", found, ""});
  report.add({"bytes_per_name", static_cast<double>(grown) / kManyNames, "bytes", found, ""});
  report.add({"open_1m", opening * 1e3, "ms", found_again, ""});
}

/// What a pack costs that has 10,000 names more than English, and one that has a frame more.
void measure_overlays(Report& report) {
  constexpr std::size_t kOverlay = 10'000;
  const std::string list = list_of(kOverlay);
  liaison::PackBuilder::Result built;
  const double names = fastest(5, [&] { built = build_with(list); });
  report.add({"overlay_names", names * 1e3, "ms", built.pack && finds_names(built.pack, kOverlay), ""});
  const double rule = fastest(5, [&] {
    built = liaison::PackBuilder(liaison::Pack::english()).add({"rules/made_up.rules", "frame made_up\n  verb sue: subj | obj\n"}).build();
  });
  report.add({"overlay_rule", rule * 1e3, "ms", built.pack && !built.pack->rules_named("made_up/sue").empty(), ""});
}

}  // namespace

void measure_names(Report& report) {
  const std::string list = list_of(kNames);
  liaison::PackBuilder::Result built;
  const double seconds = fastest(2, [&] { built = build_with(list); });
  const bool checked = built.pack && finds_names(built.pack, kNames);
  report.add({"gazetteer_build", static_cast<double>(kNames) / seconds, "names/s", checked, ""});
  measure_overlays(report);
  measure_many(report);
}

}  // namespace bench
