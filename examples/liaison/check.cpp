// liaison check: compiles lists and rules, runs the examples that stand in them, and says what is wrong.
#include <filesystem>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "check_corrections.h"
#include "commands.h"
#include "liaison/error.h"
#include "network/json_writer.h"
#include "options.h"
#include "words.h"

namespace command {
namespace {

struct Options {
  PackOptions pack;
  std::vector<std::string> files;
  bool json = false;
  std::string corrections;               ///< what is checked instead, where it is given
  std::vector<std::string> facts;
};

constexpr const char* kExamples = R"(Examples:
  liaison check                    the examples of the embedded pack
  liaison check ours.rules         the pack with rules of one's own: what is wrong, then all examples
  liaison check ours.txt more.tsv  the same with names
  liaison check data/en            a whole language, compiled from its folder
  liaison check ours.rules --json  for editors: {"diagnostics": [{"severity", "code", "file", "line", "column", …}], …}

Exit code 0 if nothing is wrong (warnings may be told), 1 if an example does not come out as it says, 2 if a file has
errors.
)";

/// What a check found: remarks on files, and examples that failed.
struct Found {
  std::vector<liaison::Diagnostic> remarks;
  liaison::ExampleReport examples;
  std::string version;
};

/// The folder that the paths name, if they name one; the others are added to the pack. Throws UsageError.
std::string sort_out(const std::vector<std::string>& paths, PackOptions& pack) {
  std::string folder;
  for (const auto& path : paths) {
    std::error_code error;
    if (std::filesystem::is_directory(path, error)) {
      if (!folder.empty()) throw UsageError("one folder at a time: a folder is a whole language");
      folder = path;
    } else {
      (path.ends_with(".rules") ? pack.rules : pack.names).push_back(path);
    }
  }
  if (!folder.empty() && !pack.pack.empty()) throw UsageError("a folder is a whole language: leave out --pack");
  return folder;
}

/// An example that failed as a remark on its line.
liaison::Diagnostic remark_on(const liaison::ExampleFailure& failure, bool turned, const PackOptions& pack) {
  liaison::Diagnostic remark;
  const auto colon = failure.place.rfind(':');
  remark.severity = turned ? liaison::Severity::warning : liaison::Severity::error;
  remark.code = turned ? "todo-holds" : "example-failed";
  remark.file = pack.as_given(failure.place.substr(0, colon));
  remark.line = static_cast<std::uint32_t>(std::stoul(failure.place.substr(colon + 1)));
  remark.column = 1;
  remark.message = turned ? "this `todo` holds by now" : "this example of `" + failure.rule + "` does not come out as it says";
  remark.source_line = "\"" + on_one_line(failure.sentence) + "\"";
  remark.hint = turned ? "make it a `yes`"
                       : "expected: " + on_one_line(failure.expected) + "; found: " + (failure.found.empty() ? "nothing" : on_one_line(failure.found));
  return remark;
}

Found find(const PackOptions& options, const std::string& folder) {
  Found found;
  auto pack = options.names.empty() && options.rules.empty() && folder.empty() ? options.base() : nullptr;
  if (!pack) {
    auto built = options.build(folder);
    found.remarks = std::move(built.diagnostics);
    pack = built.pack;
  }
  if (!pack) return found;
  pack->verify();
  found.version = pack->version();
  found.examples = liaison::run_examples(pack);
  for (const auto& failure : found.examples.failures) found.remarks.push_back(remark_on(failure, false, options));
  for (const auto& turned : found.examples.turned) found.remarks.push_back(remark_on(turned, true, options));
  for (auto warning : found.examples.warnings) {
    warning.file = options.as_given(warning.file);
    found.remarks.push_back(std::move(warning));
  }
  return found;
}

void write_text(const Found& found) {
  for (const auto& remark : found.remarks) std::cout << liaison::to_string(remark) << '\n';
  if (found.version.empty()) {
    std::cout << "the files have errors; no example was run\n";
    return;
  }
  const auto& run = found.examples;
  std::cout << "pack " << found.version << ": " << count_of(run.yes + run.no + run.todo, "example") << " (" << run.yes << " yes, "
            << run.no << " no, " << run.todo << " todo), " << run.failures.size() << " failed\n";
  if (!run.failures.empty()) {
    std::cout << "To see why: put the sentence into a file and ask, with the same --names and --rules,\n"
              << "  liaison explain FILE --why-not " << run.failures[0].rule << '\n';
  }
}

void write_json(const Found& found) {
  static constexpr std::string_view kSeverities[] = {"error", "warning", "note"};
  std::string out;
  liaison::JsonWriter json(out);
  json.begin_object().field("pack", std::string_view(found.version)).key("diagnostics").begin_array();
  for (const auto& remark : found.remarks) {
    json.begin_object().field("severity", kSeverities[static_cast<int>(remark.severity)]).field("code", std::string_view(remark.code));
    json.field("file", std::string_view(remark.file)).field("line", remark.line).field("column", remark.column);
    json.field("message", std::string_view(remark.message)).field("hint", std::string_view(remark.hint)).end_object();
  }
  const auto number = [](std::size_t n) { return static_cast<std::uint32_t>(n); };
  const auto& run = found.examples;
  json.end_array().key("examples").begin_object().field("yes", number(run.yes)).field("no", number(run.no));
  json.field("todo", number(run.todo)).field("failed", number(run.failures.size())).end_object().end_object();
  std::cout << out << '\n';
}

int check(Options options) {
  if (!options.corrections.empty()) return check_corrections(options.corrections, options.facts);
  const auto folder = sort_out(options.files, options.pack);
  const auto found = find(options.pack, folder);
  if (options.json) {
    write_json(found);
  } else {
    write_text(found);
  }
  std::cout << std::flush;
  if (found.version.empty()) return kWrongUsage;
  return found.examples.failures.empty() ? kDone : 1;
}

}  // namespace

void add_check(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand("check", "Compile lists and rules, run their examples, and say what is wrong");
  command->add_option("files", options->files, "Rules (*.rules), names (*.txt, *.tsv), or a folder in the shape of data/en");
  command->add_flag("--json", options->json, "Print one JSON object, for editors");
  command->add_option("--corrections", options->corrections, "Prove instead that each line of these corrections still hits something")
      ->type_name("FILE");
  command->add_option("--facts", options->facts, "The facts that --corrections are about; may be given several times")
      ->type_name("FILE.facts")
      ->allow_extra_args(false);
  options->pack.add_to(*command);
  command->footer(kExamples);
  command->callback([options, &exit_code] { exit_code = check(*options); });
}

}  // namespace command
