// liaison check: runs the examples that stand beside the rules, and says what is wrong in lists and rules.
#include <filesystem>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "commands.h"
#include "options.h"
#include "words.h"

namespace command {
namespace {

struct Options {
  PackOptions pack;
  std::vector<std::string> files;
};

constexpr const char* kExamples = R"(Examples:
  liaison check                    the examples of the embedded pack
  liaison check ours.rules         the pack with rules of one's own: diagnostics, then all examples
  liaison check ours.txt           the same with a list of names

Exit code 1 if an example does not come out as it says, 2 if a file has errors.)";

void tell_failure(const liaison::ExampleFailure& failure) {
  std::cout << failure.place << ": " << failure.rule << '\n'
            << "  " << on_one_line(failure.sentence) << '\n'
            << "  expected: " << on_one_line(failure.expected) << '\n'
            << "  found:    " << on_one_line(failure.found) << '\n';
}

int check(Options options) {
  for (const auto& file : options.files) {
    const bool is_rules = std::filesystem::path(file).extension() == ".rules";
    (is_rules ? options.pack.rules : options.pack.names).push_back(file);
  }
  const auto pack = options.pack.open();
  pack->verify();
  const auto report = liaison::run_examples(pack);
  for (const auto& failure : report.failures) tell_failure(failure);
  for (const auto& turned : report.turned) {
    std::cout << turned.place << ": this `todo` holds by now; make it a `yes`: " << on_one_line(turned.sentence) << '\n';
  }
  std::cout << "pack " << pack->version() << ": " << count_of(report.yes + report.no + report.todo, "example") << " ("
            << report.yes << " yes, " << report.no << " no, " << report.todo << " todo), " << report.failures.size()
            << " failed" << std::endl;
  return report.failures.empty() ? kDone : 1;
}

}  // namespace

void add_check(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand("check", "Run the examples of the rules, with files of one's own if any are given");
  command->add_option("files", options->files, "Rules (*.rules) and lists of names to add to the pack");
  options->pack.add_to(*command);
  command->footer(kExamples);
  command->callback([options, &exit_code] { exit_code = check(*options); });
}

}  // namespace command
