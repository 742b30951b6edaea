#include "options.h"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>

#include "commands.h"
#include "liaison/error.h"
#include "lines.h"

namespace command {
namespace {

/// The bytes of a list or rule file. Throws UsageError.
std::string read_source(const std::string& path) {
  try {
    return read_file(path);
  } catch (const liaison::Error& error) {
    throw UsageError(error.what());
  }
}

}  // namespace

void InputOptions::add_to(CLI::App& app) {
  app.add_option("--files-from", files_from, "Read also the files that FILE names, one a line; - is standard input")
      ->type_name("FILE");
  app.add_option("--input", kind, "What the files are: text, jsonl (a document or facts a line), or auto: by their ending")
      ->check(CLI::IsMember({"auto", "text", "jsonl"}))
      ->type_name("KIND");
  app.add_option("--meta", meta, "A table with the columns id, date, source, url, title of plain files")
      ->type_name("FILE.csv");
  app.add_option("--errors", errors, "Where failures are told: stderr, or inline, as lines of the output")
      ->check(CLI::IsMember({"stderr", "inline"}))
      ->type_name("WHERE");
  app.add_option("-j,--jobs", jobs, "How many threads work; 0, the default, is all cores")->type_name("N");
}

void PackOptions::add_to(CLI::App& app) {
  app.add_option("--pack", pack, "Read with this language pack instead of the embedded one")->type_name("FILE");
  app.add_option("--names", names, "Add a list of names (as in data/en/names)")->type_name("FILE.txt")->allow_extra_args(false);
  app.add_option("--rules", rules, "Add a file of rules (as in data/RULES.md)")->type_name("FILE.rules")->allow_extra_args(false);
}

std::shared_ptr<const liaison::Pack> PackOptions::open() const {
  std::shared_ptr<const liaison::Pack> base;
  try {
    base = pack.empty() ? liaison::Pack::english() : liaison::Pack::open(pack);
  } catch (const liaison::Error& error) {
    throw UsageError(error.what());
  }
  if (names.empty() && rules.empty()) return base;
  liaison::PackBuilder builder(base);
  std::map<std::string, std::string> given;  // what the caller calls each file that was added
  const auto add = [&](std::string folder, const std::vector<std::string>& paths) {
    for (const auto& path : paths) {
      // In a folder of its own, so that it takes the place of no file of the pack.
      auto name = folder + std::filesystem::path(path).filename().string();
      while (given.contains(name)) name.insert(folder.size(), "also-");
      given[name] = path;
      builder.add({name, read_source(path)});
    }
  };
  add("names/added/", names);
  add("rules/added/", rules);
  auto built = builder.build();
  for (auto& diagnostic : built.diagnostics) {
    if (const auto found = given.find(diagnostic.file); found != given.end()) diagnostic.file = found->second;
    std::cerr << liaison::to_string(diagnostic) << '\n';
  }
  if (!built.pack) throw UsageError("the lists and rules given have errors; nothing was read");
  return built.pack;
}

void ResolveOptions::add_to(CLI::App& app) {
  app.add_flag("--no-roles", no_roles, "Leave out the edges between people and the bodies in which they hold a role");
  app.add_option("--corrections", corrections, "Lines `same A | B`, `different A | B`, `name A | B`, `type A | ORG`, `drop A`")
      ->type_name("FILE");
}

liaison::Graph ResolveOptions::resolve(const liaison::Network& network) const {
  liaison::ResolveOptions options;
  options.roles = !no_roles;
  liaison::Corrections wanted;
  if (!corrections.empty()) {
    std::ifstream in(corrections);
    if (!in) throw UsageError(corrections + ": cannot be read");
    std::vector<liaison::Diagnostic> diagnostics;
    wanted = liaison::read_corrections(in, corrections, diagnostics);
    for (const auto& diagnostic : diagnostics) std::cerr << liaison::to_string(diagnostic) << '\n';
    if (liaison::has_errors(diagnostics)) throw UsageError("the corrections have errors; no graph was made");
  }
  return liaison::resolve(network, wanted, options);
}

void add_offsets(CLI::App& app, liaison::OffsetUnit& unit) {
  static const std::map<std::string, liaison::OffsetUnit> kUnits = {{"byte", liaison::OffsetUnit::byte},
                                                                    {"utf16", liaison::OffsetUnit::utf16},
                                                                    {"codepoint", liaison::OffsetUnit::codepoint}};
  app.add_option("--offsets", unit, "What offsets count: byte (of the file as it is), utf16 or codepoint")
      ->transform(CLI::CheckedTransformer(kUnits, CLI::ignore_case).description(""))
      ->type_name("UNIT");
}

}  // namespace command
