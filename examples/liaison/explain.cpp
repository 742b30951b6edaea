// liaison explain: what each phase of the reading did with a text.
#include <iostream>
#include <memory>
#include <string>

#include "commands.h"
#include "liaison/analyzer.h"
#include "lines.h"
#include "options.h"
#include "text/encoding.h"
#include "words.h"

namespace command {
namespace {

struct Options {
  PackOptions pack;
  std::string file, phase;
};

constexpr const char* kExamples = R"(Examples:
  liaison explain lee.txt
  echo "Lee met Musk." | liaison explain -
  liaison explain lee.txt --phase names

A line holds the phase, the bytes of the text that it is about, and what was done.)";

/// Prints the lines of one phase, or of all.
class PrintedTrace : public liaison::Trace {
 public:
  explicit PrintedTrace(std::string phase) : phase_(std::move(phase)) {}

  void line(std::string_view phase, liaison::Place place, std::string text) override {
    if (!phase_.empty() && phase != phase_) return;
    const auto bytes = std::to_string(place.span.start) + "-" + std::to_string(place.span.end);
    std::cout << padded(std::string(phase), 10) << ' ' << padded(bytes, 11) << ' ' << on_one_line(text) << '\n';
  }

 private:
  std::string phase_;
};

int explain(const Options& options) {
  const liaison::Analyzer analyzer(options.pack.open());
  liaison::Document document;
  document.id = options.file;
  document.text = liaison::decode_text(read_file(options.file)).text;
  liaison::Scratch scratch;
  PrintedTrace trace(options.phase);
  analyzer.analyze(document, scratch, &trace);
  std::cout << std::flush;
  return kDone;
}

}  // namespace

void add_explain(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand("explain", "Show what each phase of the reading did with a text");
  command->add_option("file", options->file, "A text, or - for standard input")->required();
  command->add_option("--phase", options->phase, "Show only this phase: tokens, names, clauses …")->type_name("NAME");
  options->pack.add_to(*command);
  command->footer(kExamples);
  command->callback([options, &exit_code] { exit_code = explain(*options); });
}

}  // namespace command
