// A language pack: the names, word classes, rules and frames of one language, compiled into one file.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "liaison/analysis.h"
#include "liaison/error.h"
#include "liaison/symbol.h"

namespace [[gnu::visibility("default")]] liaison {

/// An immutable language pack. It is mapped, not parsed: opening checks the header and the table of sections and
/// reads nothing else, every later read is checked against the section's bounds, and `verify` checks the whole.
/// Safe to share between threads.
class Pack {
 public:
  /// The pack that is embedded in the library.
  static std::shared_ptr<const Pack> english();
  /// Maps a pack file. Throws Error{unreadable | bad_pack}.
  static std::shared_ptr<const Pack> open(const std::string& path);
  /// A pack from bytes in memory, which it takes over. Throws Error{bad_pack}.
  static std::shared_ptr<const Pack> from_bytes(std::string bytes);

  ~Pack();
  Pack(const Pack&) = delete;
  Pack& operator=(const Pack&) = delete;

  /// "en 0.1.0 4f2a19c0": language, version, and the start of the checksum of its content.
  std::string_view version() const;
  /// The text of a symbol; empty for none and for symbols of other packs.
  std::string_view name(Symbol symbol) const;
  /// The symbol of a text; none where the pack has no such symbol.
  Symbol symbol(std::string_view name) const;
  /// The name of a rule, e.g. "meeting/meet" or "apposition"; empty for none.
  std::string_view rule_name(RuleId rule) const;
  /// The rules that a person may mean: by name ("meeting/meet", "apposition"), all triggers of a frame ("meeting"), or
  /// what stands at a place ("meeting.rules:12"). In the order of the pack; empty where nothing fits.
  std::vector<RuleId> rules_named(std::string_view name) const;
  /// True of rules and of triggers of frames; false of entries of lists and of the evidence on names.
  bool is_rule(RuleId rule) const;
  /// The names of all rules and triggers, each once, in the order of the pack.
  std::vector<std::string> rule_names() const;
  /// Where the rule stands: "frames/meeting.rules:12".
  std::string rule_place(RuleId rule) const;
  /// The whole image, for writing it to a file.
  std::string_view bytes() const;
  /// Checks the checksum of the body. Linear in the size of the pack. Throws Error{bad_pack}.
  void verify() const;

  struct Contents;
  /// The opened sections, for the rooms of the library.
  const Contents& contents() const { return *contents_; }

 private:
  Pack();
  std::unique_ptr<Contents> contents_;
};

/// One source file of a pack. `path` is relative to the language's folder and tells what the file is:
/// `names/*.txt` and `names/*.tsv` gazetteers, `words/*.txt` word classes, `rules/*.rules` rules and frames,
/// `orthography/*.txt`, `weights/*.txt`, `morphology/{inflection,verbs,nouns}.txt`. Any other path is an error.
struct SourceFile {
  std::string path;
  std::string text;
};

/// Compiles source files to a pack, or adds to a pack that exists.
///
///   auto built = PackBuilder(Pack::english()).add({"names/ours.txt", "%type ORG\nAcme Rockets | Acme\n"}).build();
///   if (!built.pack) for (auto& d : built.diagnostics) std::cerr << to_string(d);
///   Analyzer analyzer(built.pack);
class PackBuilder {
 public:
  /// An empty pack of the language ("en") and version ("0.1.0").
  PackBuilder(std::string language, std::string version);
  /// A pack that has all that `base` has.
  explicit PackBuilder(std::shared_ptr<const Pack> base);
  ~PackBuilder();
  PackBuilder(PackBuilder&&) noexcept;
  PackBuilder& operator=(PackBuilder&&) noexcept;

  /// Adds a file; one of the same path replaces it.
  PackBuilder& add(SourceFile file);
  /// Takes a name (as written in its list) out of the gazetteers of the base and of the files added; as one type only,
  /// if `type` names one ("ORG").
  PackBuilder& remove(std::string name, std::string type = {});
  /// Adds all the files of a folder that has the shape of data/en. Throws Error{unreadable}.
  PackBuilder& add_folder(const std::string& folder);

  struct Result {
    std::shared_ptr<const Pack> pack;      ///< null if there was any error
    std::vector<Diagnostic> diagnostics;   ///< all errors of all files, in order of file and line
  };
  /// Compiles. Costs a fraction of a second for the whole English pack.
  Result build() const;

 private:
  struct Sources;
  std::unique_ptr<Sources> sources_;
};

/// One `yes`, `no` or `todo` line of a rule or frame that did not come out as it says.
struct ExampleFailure {
  std::string place;      ///< "rules/holds.rules:14"
  std::string rule;
  std::string sentence;
  std::string expected;
  std::string found;
};

/// What running the examples of a pack's rules found.
struct ExampleReport {
  std::size_t yes = 0, no = 0, todo = 0;       ///< how many were run
  std::vector<ExampleFailure> failures;        ///< `yes` and `no` lines that fail
  std::vector<ExampleFailure> turned;          ///< `todo` lines that hold by now: make them `yes`
  std::vector<Diagnostic> warnings;            ///< rules that other rules satisfy in their own examples
};

/// Runs every example that stands in the pack's rules through the whole pipeline.
ExampleReport run_examples(const std::shared_ptr<const Pack>& pack);

}  // namespace liaison
