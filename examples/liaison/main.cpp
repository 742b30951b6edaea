// The command `liaison`: reads news text and says who is who and who met whom.
#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

#include "commands.h"
#include "liaison/error.h"
#include "liaison/pack.h"
#include "liaison/version.h"
#include "rules/source.h"

namespace {

std::string version_line() {
  return "liaison " + std::string(liaison::kVersion) + ", pack " + std::string(liaison::Pack::english()->version());
}

constexpr const char* kExamples = R"(Examples:
  liaison graph articles -o met.graphml        the graph of a folder of *.txt files
  liaison tell articles                        the same in words
  liaison extract news/*.txt > facts.jsonl     the facts of each article, one JSON object a line
  liaison graph facts.jsonl -o met.csv         one network of facts that were extracted anywhere
  liaison report met.facts -o met.html         one page to look at it, offline
  liaison query met.facts --card "Jay Y. Lee"  who somebody is and whom he met
  liaison why facts.jsonl "Jay Y. Lee" Musk    the sentences and rules behind one edge of the graph
  liaison COMMAND --help                       all that a command takes, with examples

Exit codes: 0 done; 1 some input could not be read (the rest is done, each failure is a line on standard error);
2 wrong usage; 3 more has changed than `diff --max-change` allows.
)";

/// What stands where a command should, if there is no such command; empty otherwise.
std::string unknown_command(const CLI::App& app, int argc, char** argv) {
  const std::string word = argc > 1 ? argv[1] : "";
  std::vector<std::string> names;
  for (const auto* command : app.get_subcommands([](const CLI::App*) { return true; })) names.push_back(command->get_name());
  if (word.empty() || word.starts_with('-') || std::find(names.begin(), names.end(), word) != names.end()) return {};
  const auto hint = liaison::did_you_mean(word, names);
  return "there is no command `" + word + "`" + (hint.empty() ? "; liaison --help names them all" : "; " + hint);
}

int run(int argc, char** argv) {
  CLI::App app("Reads news text and says who is who and who met whom.", "liaison");
  int exit_code = command::kDone;
  app.footer(kExamples);
  app.set_version_flag("--version", version_line, "The versions of the command and of its language pack");
  app.require_subcommand(1);
  command::add_extract(app, exit_code);
  command::add_graph(app, exit_code);
  command::add_merge(app, exit_code);
  command::add_merges(app, exit_code);
  command::add_query(app, exit_code);
  command::add_report(app, exit_code);
  command::add_tell(app, exit_code);
  command::add_test_from(app, exit_code);
  command::add_why(app, exit_code);
  command::add_check(app, exit_code);
  command::add_explain(app, exit_code);
  command::add_compile(app, exit_code);
  command::add_diff(app, exit_code);
  command::add_profile(app, exit_code);
  if (const auto what = unknown_command(app, argc, argv); !what.empty()) throw command::UsageError(what);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? command::kDone : command::kWrongUsage;
  }
  return exit_code;
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  try {
    return run(argc, argv);
  } catch (const command::UsageError& error) {
    std::cerr << "liaison: " << error.what() << '\n';
    return command::kWrongUsage;
  } catch (const liaison::Error& error) {
    std::cerr << "liaison: " << error.what() << '\n';
    return command::kSomeUnread;
  } catch (const std::exception& error) {
    std::cerr << "liaison: " << error.what() << '\n';
    return command::kSomeUnread;
  }
}
