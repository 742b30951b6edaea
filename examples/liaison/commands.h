// The subcommands of `liaison`. Each adds itself to the command line and, when it is called, sets the exit code:
// 0 done, 1 some input could not be read, 2 wrong usage.
#pragma once

#include <stdexcept>

#include <CLI/CLI.hpp>

namespace command {

inline constexpr int kDone = 0, kSomeUnread = 1, kWrongUsage = 2;

/// What the command line asks for cannot be done; the command ends with `kWrongUsage`.
struct UsageError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

void add_extract(CLI::App& app, int& exit_code);
void add_graph(CLI::App& app, int& exit_code);
void add_tell(CLI::App& app, int& exit_code);
void add_merge(CLI::App& app, int& exit_code);
void add_merges(CLI::App& app, int& exit_code);
void add_query(CLI::App& app, int& exit_code);
void add_report(CLI::App& app, int& exit_code);
void add_test_from(CLI::App& app, int& exit_code);
void add_why(CLI::App& app, int& exit_code);
void add_check(CLI::App& app, int& exit_code);
void add_explain(CLI::App& app, int& exit_code);
void add_compile(CLI::App& app, int& exit_code);
void add_diff(CLI::App& app, int& exit_code);
void add_profile(CLI::App& app, int& exit_code);

}  // namespace command
