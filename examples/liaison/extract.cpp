// liaison extract: the facts of each article, one JSON object a line.
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "commands.h"
#include "liaison/report.h"
#include "read_all.h"

namespace command {
namespace {

struct Options {
  InputOptions input;
  PackOptions pack;
  liaison::OffsetUnit offsets = liaison::OffsetUnit::byte;
  std::vector<std::string> keep;
  std::string output;
};

constexpr const char* kExamples = R"(Examples:
  liaison extract news/*.txt > facts.jsonl
  liaison extract news -o facts.jsonl                   all *.txt below the folder; skipped files are counted
  find . -name '*.txt' | liaison extract --files-from - > facts.jsonl
  liaison extract --input jsonl articles.jsonl          lines {"id", "text", "date"?, "source"?, "title"?, "url"?}
  zcat articles.jsonl.gz | liaison extract --input jsonl --errors inline > facts.jsonl
  liaison extract --offsets utf16 --keep entities,events lee.txt

With --input jsonl one line comes out for each line that goes in, in the same order. A text, or a line, of more than
64 MiB is an error of its own. Files in UTF-16 and Windows-1252 are read too; their offsets are bytes of the file.
)";

/// What one input puts out: a line; nothing for a file that could not be read and is told on standard error.
std::string to_lines(const Options& options, const Reading& reading) {
  if (const auto* failure = std::get_if<Failure>(&reading)) {
    return failure->of_line || options.input.inline_errors() ? to_json(*failure) + '\n' : "";
  }
  return liaison::to_json(std::get<liaison::DocumentFacts>(reading), options.keep) + '\n';
}

Tally extract_to(std::ostream& out, const Options& options) {
  Reader reader(liaison::Analyzer(options.pack.open()), options.offsets, Reader::Lines::documents);
  const auto tally = read_all<std::string>(
      options.input, std::move(reader), [&](Reading&& reading) { return to_lines(options, reading); },
      [&](std::string&& lines) { out << lines; }, [&] { out.flush(); });
  if (!out.flush()) {
    throw liaison::Error(liaison::ErrorCode::unwritable, options.output.empty() ? "standard output" : options.output,
                         "cannot be written");
  }
  return tally;
}

int extract(const Options& options) {
  Tally tally;
  if (options.output.empty()) {
    tally = extract_to(std::cout, options);
  } else {
    liaison::write_whole(options.output, [&](std::ostream& out) { tally = extract_to(out, options); });
  }
  if (tally.read == 0 && tally.failed == 0) std::cerr << "liaison: nothing was read: there was no text\n";
  return tally.exit_code(options.input);
}

}  // namespace

void add_extract(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand("extract", "Print the facts of each article, one JSON object a line");
  command->add_option("files", options->input.paths, "Texts, folders of *.txt, files of JSON lines, or -");
  command->add_option("-o,--output", options->output, "Write to FILE, whole or not at all")->type_name("FILE");
  command->add_option("--keep", options->keep, "Print only these, e.g. entities,events")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(CLI::IsMember({"mentions", "entities", "holds", "events", "notices"}))
      ->type_name("LIST");
  add_offsets(*command, options->offsets);
  options->input.add_to(*command);
  options->pack.add_to(*command);
  command->footer(kExamples);
  command->callback([options, &exit_code] { exit_code = extract(*options); });
}

}  // namespace command
