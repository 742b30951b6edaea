// liaison compile: makes a language pack of lists and rules, or of a pack and what is laid over it.
#include <filesystem>
#include <iostream>
#include <memory>
#include <string>

#include <fmt/format.h>

#include "commands.h"
#include "liaison/error.h"
#include "liaison/report.h"
#include "options.h"
#include "words.h"

namespace command {
namespace {

struct Options {
  PackOptions pack;
  std::string folder, output;
};

constexpr const char* kExamples = R"(Examples:
  liaison compile --names ours.txt --rules ours.rules -o my.pack    the English pack with lists and rules of one's own
  liaison compile --names customers.tsv -o my.pack                  a table with the columns name and type (and aliases …)
  liaison compile --pack my.pack --names more.txt -o more.pack
  liaison compile data/en -o en.pack                                a whole language from its folder
  liaison extract --pack my.pack articles

A list of names (.txt):        %type ORG
                               Norvane Motors | Norvane | ~Nor ; country=NO
                               - Target              takes the name out of the pack
                               - Target ORG          takes it out as an organisation only
A table (.tsv), with tabs:     name            type  aliases        country
                               Norvane Motors  ORG   Norvane|~Nor   NO
The first line names the columns, in any order: name and type (PERSON, ORG, GPE, LOC; MISC for what is none of them);
aliases, between bars, with ~ before those that need support; strength (strong, weak) of all forms; subtype; any other
column is an attribute. A million names take about a second; whatever is wrong is told with its line and column.
)";

int compile(const Options& options) {
  std::shared_ptr<const liaison::Pack> pack;
  if (options.folder.empty()) {
    if (options.pack.names.empty() && options.pack.rules.empty()) throw UsageError("nothing to compile: give --names, --rules or a folder");
    pack = options.pack.open();
  } else {
    pack = options.pack.compile(options.folder);
  }
  liaison::write_whole(options.output, [&](std::ostream& out) { out << pack->bytes(); });
  std::cerr << "liaison: " << options.output << ": pack " << pack->version() << ", "
            << fmt::format("{:.1f} MB\n", static_cast<double>(pack->bytes().size()) / 1e6);
  return kDone;
}

}  // namespace

void add_compile(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand("compile", "Make a language pack of lists and rules");
  command->add_option("folder", options->folder, "A folder in the shape of data/en, to be compiled from nothing");
  command->add_option("-o,--output", options->output, "Write the pack to FILE, whole or not at all")->required()->type_name("FILE");
  options->pack.add_to(*command);
  command->footer(kExamples);
  command->callback([options, &exit_code] { exit_code = compile(*options); });
}

}  // namespace command
