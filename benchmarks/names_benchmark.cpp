#include <array>
#include <set>

#include "benchmarks.h"
#include "liaison/analyzer.h"
#include "liaison/pack.h"

namespace bench {
namespace {

constexpr std::size_t kNames = 100'000;

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

/// True if the analyzer finds every thousandth name.
bool finds_names(const std::shared_ptr<const liaison::Pack>& pack) {
  const liaison::Analyzer analyzer(pack);
  std::size_t asked = 0, found = 0;
  for (std::size_t i = 0; i < kNames; i += 1000) {
    const auto name = made_up_name(i);
    const auto analysis = analyzer.analyze({.id = name, .text = "Shares of " + name + " rose on Monday."});
    ++asked;
    for (const auto& entity : analysis.entities) found += entity.known_as == name;
  }
  return asked == found;
}

}  // namespace

void measure_names(Report& report) {
  std::string list = "%type ORG\n%strength strong\n";
  for (std::size_t i = 0; i < kNames; ++i) list += made_up_name(i) + '\n';
  liaison::PackBuilder::Result built;
  const double seconds = fastest(2, [&] {
    built = liaison::PackBuilder(liaison::Pack::english()).add({"names/added/made_up.txt", list}).build();
  });
  const bool checked = built.pack && finds_names(built.pack);
  report.add({"gazetteer_build", static_cast<double>(kNames) / seconds, "names/s", checked, ""});
}

}  // namespace bench
