#include "options.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <unistd.h>

#include "commands.h"
#include "liaison/error.h"
#include "liaison/version.h"
#include "lines.h"
#include "words.h"

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

void InputOptions::add_sources_to(CLI::App& app) {
  app.add_option("--files-from", files_from, "Read also the files that FILE names, one a line; - is standard input")
      ->type_name("FILE");
  app.add_option("--input", kind, "What the files are: text, jsonl (a document or facts a line), or auto: by their ending")
      ->check(CLI::IsMember({"auto", "text", "jsonl"}))
      ->type_name("KIND");
}

void InputOptions::add_to(CLI::App& app) {
  add_sources_to(app);
  app.add_option("--meta", meta, "A table with the columns id, date, source, url, title of plain files")
      ->type_name("FILE.csv");
  app.add_option("--errors", errors, "Where failures are told: stderr, or inline, as lines of the output")
      ->check(CLI::IsMember({"stderr", "inline"}))
      ->type_name("WHERE");
  app.add_option("-j,--jobs", jobs, "How many threads work; 0, the default, is all cores")->type_name("N");
}

void PackOptions::add_to(CLI::App& app) {
  app.add_option("--pack", pack, "Read with this language pack instead of the embedded one")->type_name("FILE");
  app.add_option("--names", names, "Add names, take out or retype some: a list (.txt, as in data/en/names) or a table (.tsv)")
      ->type_name("FILE")
      ->allow_extra_args(false);
  app.add_option("--rules", rules, "Add a file of rules (as in data/RULES.md)")->type_name("FILE.rules")->allow_extra_args(false);
}

namespace {

/// Beyond this many remarks the rest is only counted: a table of a million rows may be wrong in each.
constexpr std::size_t kMostRemarks = 100;

/// More bytes than this keep a person at a terminal waiting, who is told so.
constexpr std::size_t kLongToCompile = 4'000'000;

std::shared_ptr<const liaison::Pack> told(liaison::PackBuilder::Result&& built) {
  const auto& remarks = built.diagnostics;
  for (std::size_t i = 0; i < std::min(remarks.size(), kMostRemarks); ++i) std::cerr << liaison::to_string(remarks[i]) << '\n';
  if (remarks.size() > kMostRemarks) std::cerr << "and " << count_of(remarks.size() - kMostRemarks, "remark") << " more\n";
  if (!built.pack) throw UsageError("the lists and rules given have errors; nothing was done");
  return built.pack;
}

}  // namespace

std::shared_ptr<const liaison::Pack> PackOptions::base() const {
  try {
    return pack.empty() ? liaison::Pack::english() : liaison::Pack::open(pack);
  } catch (const liaison::Error& error) {
    throw UsageError(error.what());
  }
}

std::shared_ptr<const liaison::Pack> PackOptions::open() const {
  return names.empty() && rules.empty() ? base() : told(build());
}

std::shared_ptr<const liaison::Pack> PackOptions::compile(const std::string& folder) const { return told(build(folder)); }

/// The names in the pack and the paths of the lists and rules, in a folder of their own, so that they take the place of
/// no file of the pack.
std::vector<std::pair<std::string, std::string>> PackOptions::added() const {
  std::vector<std::pair<std::string, std::string>> out;
  const auto add = [&](const std::string& below, const std::vector<std::string>& paths) {
    for (const auto& path : paths) {
      auto name = below + std::filesystem::path(path).filename().string();
      const auto is_taken = [&] { return std::any_of(out.begin(), out.end(), [&](const auto& known) { return known.first == name; }); };
      while (is_taken()) name.insert(below.size(), "also-");
      out.emplace_back(name, path);
    }
  };
  add("names/added/", names);
  add("rules/added/", rules);
  return out;
}

std::string PackOptions::as_given(const std::string& file) const {
  for (const auto& [name, path] : added()) {
    if (name == file) return path;
  }
  return file;
}

liaison::PackBuilder::Result PackOptions::build(const std::string& folder) const {
  auto builder = folder.empty() ? liaison::PackBuilder(base()) : liaison::PackBuilder("en", std::string(liaison::kVersion));
  try {
    if (!folder.empty()) builder.add_folder(folder);
  } catch (const liaison::Error& error) {
    throw UsageError(error.what());
  }
  std::size_t bytes = 0;
  for (const auto& [name, path] : added()) {
    auto text = read_source(path);
    bytes += text.size();
    builder.add({name, std::move(text)});
  }
  const bool waits = bytes > kLongToCompile && isatty(STDERR_FILENO) != 0;
  if (waits) std::cerr << "compiling " << bytes / 1'000'000 << " MB of lists and rules" << std::flush;
  auto built = builder.build();
  if (waits) std::cerr << "\r\033[K" << std::flush;
  for (auto& diagnostic : built.diagnostics) {
    const auto given = as_given(diagnostic.file);
    diagnostic.file = given != diagnostic.file || folder.empty() ? given : (std::filesystem::path(folder) / given).string();
  }
  return built;
}

void ResolveOptions::add_to(CLI::App& app) {
  app.add_flag("--no-roles", no_roles, "Leave out the edges between people and the bodies in which they hold a role");
  app.add_option("--sure", least_sure, "Leave out events of which no telling is sure to PERCENT; see \"sure\" in the facts")
      ->type_name("PERCENT")
      ->check(CLI::Range(0, 100));
  app.add_option("--corrections", corrections,
                 "Lines `same A | B`, `different A | B`, `name A | B`, `type A | ORG`, `drop A`, `reject EVENT reason`, `accept EVENT`")
      ->type_name("FILE");
}

liaison::Corrections read_corrections_file(const std::string& path) {
  std::ifstream in(path);
  if (!in) throw UsageError(path + ": cannot be read");
  std::vector<liaison::Diagnostic> diagnostics;
  auto corrections = liaison::read_corrections(in, path, diagnostics);
  for (const auto& diagnostic : diagnostics) std::cerr << liaison::to_string(diagnostic) << '\n';
  if (liaison::has_errors(diagnostics)) throw UsageError("the corrections have errors; nothing was done");
  return corrections;
}

liaison::Graph ResolveOptions::resolve(const liaison::Network& network, bool all_nodes) const {
  liaison::ResolveOptions options;
  options.roles = !no_roles;
  options.least_sure = least_sure;
  options.all_nodes = all_nodes;
  const auto wanted = corrections.empty() ? liaison::Corrections() : read_corrections_file(corrections);
  auto graph = liaison::resolve(network, wanted, options);
  for (const auto& idle : graph.idle_corrections()) {
    std::cerr << corrections << ':' << idle.line << ": warning: this line changes nothing: " << idle.why << " [idle-correction]\n"
              << idle.text << '\n';
  }
  return graph;
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
