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

  void add_to(CLI::App& app);
};

/// Reads texts, folders, JSON lines of documents and facts, in any mixture.
Tally read_network(const NetworkOptions& options, liaison::Network& network);

/// True, and said on standard error, if nothing was read.
bool nothing_was_read(const Tally& tally);

}  // namespace command
