#include <array>
#include <cstdio>
#include <iostream>
#include <memory>
#include <stdexcept>

#include "benchmarks.h"
#include "liaison/analyzer.h"
#include "liaison/facts.h"

namespace bench {
namespace {

/// 1 kB of text.
std::string first_text() {
  std::string text;
  while (text.size() < 1000) text += "Jay Y. Lee, the chairman of Samsung, met Elon Musk in Seoul on Monday. ";
  return text.substr(0, 1000);
}

/// What a command prints.
std::string output_of(const std::string& command) {
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  if (!pipe) throw std::runtime_error("cannot start " + command);
  std::string out;
  std::array<char, 4096> buffer{};
  for (std::size_t count = 1; count > 0;) {
    count = fread(buffer.data(), 1, buffer.size(), pipe.get());
    out.append(buffer.data(), count);
  }
  return out;
}

}  // namespace

int read_first_text() {
  const liaison::Document document{.id = "first", .text = first_text()};
  std::cout << to_json(facts_of(document, liaison::Analyzer().analyze(document))) << '\n';
  return 0;
}

void measure_startup(const std::string& self, Report& report) {
  const liaison::Document document{.id = "first", .text = first_text()};
  const auto expected = to_json(facts_of(document, liaison::Analyzer().analyze(document))) + '\n';
  std::string out;
  const double seconds = fastest(20, [&] { out = output_of("exec '" + self + "' --first-text"); });
  report.add({"startup", seconds * 1e3, "ms", out == expected, ""});
}

}  // namespace bench
