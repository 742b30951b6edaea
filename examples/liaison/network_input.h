// Reads articles and facts into one network.
#pragma once

#include "liaison/network.h"
#include "options.h"
#include "read_all.h"

namespace command {

/// What the subcommands that make a graph take.
struct NetworkOptions {
  InputOptions input;
  PackOptions pack;
  ResolveOptions resolve;
  std::string since, until;                ///< dates of the articles that count; empty for all
  std::vector<std::string> without;        ///< ids of articles that do not

  void add_to(CLI::App& app);
  /// All but what makes a graph of the facts.
  void add_input_to(CLI::App& app);
};

/// Reads texts, folders, JSON lines of documents and facts, in any mixture, and leaves out what the options do. Says
/// on standard error how many articles were left out.
Tally read_network(const NetworkOptions& options, liaison::Network& network);

/// The same without leaving anything out.
Tally read_facts(const NetworkOptions& options, liaison::Network& network);

/// True, and said on standard error, if nothing was read.
bool nothing_was_read(const Tally& tally);

}  // namespace command
