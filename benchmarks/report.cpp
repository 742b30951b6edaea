#include "report.h"

#include <cstdio>
#include <fstream>
#include <thread>

#include <fmt/format.h>

#include "liaison/pack.h"
#include "liaison/version.h"

namespace bench {
namespace {

std::string processor() {
  std::ifstream in("/proc/cpuinfo");
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("model name")) return line.substr(line.find(':') + 2);
  }
  return "unknown processor";
}

}  // namespace

void Report::add(const Figure& figure) {
  values_[figure.name] = figure.value;
  all_checked_ = all_checked_ && figure.checked;
  const auto yardstick = values_.find(figure.of);
  const bool compared = yardstick != values_.end() && yardstick->second > 0;
  const double ratio = compared ? figure.value / yardstick->second : 0;
  if (json_) {
    fmt::print("{{\"name\": \"{}\", \"value\": {:.4g}, \"unit\": \"{}\"", figure.name, figure.value, figure.unit);
    if (compared) fmt::print(", \"of\": \"{}\", \"ratio\": {:.3g}", figure.of, ratio);
    fmt::print(", \"checked\": {}}}\n", figure.checked);
  } else {
    fmt::print("{:<16} {:>10.4g} {:<12}", figure.name, figure.value, figure.unit);
    fmt::print("{:<16} {}\n", compared ? fmt::format("{:.3g} x {}", ratio, figure.of) : "",
               figure.checked ? "checked" : "NOT CHECKED");
  }
  std::fflush(stdout);
}

void print_environment(std::size_t articles, std::size_t bytes) {
  fmt::print(stderr, "liaison {}, pack {}; compiler {}, flags{}; {}, {} threads; {} articles, {:.1f} MB\n",
             liaison::kVersion, liaison::Pack::english()->version(), __VERSION__, " " LIAISON_BUILD_FLAGS, processor(),
             std::thread::hardware_concurrency(), articles, static_cast<double>(bytes) / 1e6);
#ifndef __OPTIMIZE__
  fmt::print(stderr, "WARNING: this build is not optimised; its figures mean nothing\n");
#endif
}

}  // namespace bench
