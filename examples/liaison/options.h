// Options that several subcommands share.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "liaison/document.h"
#include "liaison/graph.h"
#include "liaison/network.h"
#include "liaison/pack.h"

namespace command {

/// What is to be read, and how.
struct InputOptions {
  std::vector<std::string> paths;      ///< files, folders, or "-"
  std::string files_from;              ///< a file of further paths, one a line
  std::string kind = "auto";           ///< text, jsonl, or by the ending of each file
  std::string meta;
  std::string errors = "stderr";       ///< stderr, or inline
  unsigned jobs = 0;

  void add_to(CLI::App& app);
  /// Only what says where texts are: no threads, no table, no kind of errors.
  void add_sources_to(CLI::App& app);
  bool inline_errors() const { return errors == "inline"; }
};

/// The language pack to read with.
struct PackOptions {
  std::string pack;                    ///< empty: the one that is embedded
  std::vector<std::string> names, rules;

  void add_to(CLI::App& app);
  /// The pack under the lists and rules. Throws UsageError.
  std::shared_ptr<const liaison::Pack> base() const;
  /// Prints what is wrong with lists and rules to standard error. Throws UsageError if there was an error.
  std::shared_ptr<const liaison::Pack> open() const;
  /// The same over a folder in the shape of data/en, compiled from nothing.
  std::shared_ptr<const liaison::Pack> compile(const std::string& folder) const;
  /// What compiling the lists and rules over a pack, or over a folder, comes to, with the files as the caller calls
  /// them. Throws UsageError if something cannot be read.
  liaison::PackBuilder::Result build(const std::string& folder = {}) const;
  /// How the caller calls a file of the pack: "ours.rules" for "rules/added/ours.rules".
  std::string as_given(const std::string& file) const;

 private:
  std::vector<std::pair<std::string, std::string>> added() const;
};

/// How a graph is made of the facts.
struct ResolveOptions {
  bool no_roles = false;
  std::uint32_t least_sure = 0;
  std::string corrections;

  void add_to(CLI::App& app);
  /// Says on standard error which lines of the corrections change nothing. Throws UsageError.
  liaison::Graph resolve(const liaison::Network& network, bool all_nodes = false) const;
};

/// Reads a file of corrections. Throws UsageError, after its errors were told.
liaison::Corrections read_corrections_file(const std::string& path);

/// Adds `--offsets`.
void add_offsets(CLI::App& app, liaison::OffsetUnit& unit);

}  // namespace command
