// liaison test-from: examples for the rules, from what a reader accepted and rejected.
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "commands.h"
#include "network_input.h"
#include "words.h"

namespace command {
namespace {

constexpr const char* kExamples = R"(Examples:
  liaison test-from corrections.txt met.facts

Prints for each rule the lines to put below it: `yes` for what was accepted, with who met whom as it was found, and
`no` for what was rejected. Check them before you do: a rule may be right though an event was rejected for its names.
)";

struct Options {
  NetworkOptions network;
  std::string corrections;
  std::vector<std::string> files;
};

/// A sentence between quotation marks as a rule file has it.
std::string quoted(const std::string& sentence) {
  std::string out = "\"";
  for (const char c : on_one_line(sentence)) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

std::string name_of(const liaison::DocumentFacts& facts, const std::string& id) {
  for (const auto& entity : facts.entities) {
    if (entity.id == id) return entity.name;
  }
  return id;
}

std::string listed(const liaison::DocumentFacts& facts, const std::vector<std::string>& ids) {
  std::string out;
  for (const auto& id : ids) out += (out.empty() ? "" : ", ") + name_of(facts, id);
  return out;
}

std::string expected(const liaison::DocumentFacts& facts, const liaison::FactEvent& event) {
  std::string who;
  for (const auto& side : event.sides) who += (who.empty() ? "" : " / ") + listed(facts, side);
  return (event.sides.empty() ? listed(facts, event.who) : who) + " | " + event.status;
}

std::string expected(const liaison::DocumentFacts& facts, const liaison::FactHold& hold) {
  return name_of(facts, hold.person) + " | " + hold.role + (hold.org.empty() ? "" : " | " + name_of(facts, hold.org));
}

/// The lines for each rule, by its place.
class Skeletons {
 public:
  explicit Skeletons(const liaison::Corrections& corrections) {
    for (const auto& line : corrections.accept) verdicts_.emplace(line.a, Verdict{true, line.b, false});
    for (const auto& line : corrections.reject) verdicts_.emplace(line.a, Verdict{false, line.b, false});
  }

  template <class Fact>
  void add(const liaison::DocumentFacts& facts, const Fact& fact) {
    const auto found = verdicts_.find(fact.id);
    if (found == verdicts_.end() || fact.evidence.empty()) return;
    found->second.used = true;
    const auto& evidence = fact.evidence.front();
    std::string line = found->second.accepted ? "yes " + quoted(evidence.quote) + " => " + expected(facts, fact)
                                              : "no  " + quoted(evidence.quote);
    if (!found->second.reason.empty()) line += "   # " + on_one_line(found->second.reason);
    lines_[{evidence.rule_place, evidence.rule}].push_back(line);
  }

  /// How many verdicts hit nothing.
  std::size_t write(std::ostream& out) const {
    for (const auto& [rule, lines] : lines_) {
      out << "# " << rule.second << ", " << rule.first << '\n';
      for (const auto& line : lines) out << "  " << line << '\n';
      out << '\n';
    }
    std::size_t idle = 0;
    for (const auto& [id, verdict] : verdicts_) idle += !verdict.used;
    return idle;
  }

 private:
  struct Verdict {
    bool accepted = false;
    std::string reason;
    bool used = false;
  };
  std::unordered_map<std::string, Verdict> verdicts_;
  std::map<std::pair<std::string, std::string>, std::vector<std::string>> lines_;
};

int test_from(Options options) {
  options.network.input.paths = std::move(options.files);
  const auto corrections = read_corrections_file(options.corrections);
  liaison::Network network;
  const auto tally = read_network(options.network, network);
  if (nothing_was_read(tally)) return kSomeUnread;
  Skeletons skeletons(corrections);
  for (const auto& facts : network.documents()) {
    for (const auto& hold : facts->holds) skeletons.add(*facts, hold);
    for (const auto& event : facts->events) skeletons.add(*facts, event);
  }
  const std::size_t idle = skeletons.write(std::cout);
  std::cout << std::flush;
  if (idle > 0) std::cerr << "liaison: " << count_of(idle, "event") << " of the corrections not found in the facts\n";
  if (corrections.accept.empty() && corrections.reject.empty()) {
    std::cerr << "liaison: no line of " << options.corrections << " accepts or rejects an event\n";
  }
  return tally.exit_code(options.network.input);
}

}  // namespace

void add_test_from(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand("test-from", "Turn accepted and rejected events into examples for the rules");
  command->add_option("corrections", options->corrections, "A file with lines `accept EVENT` and `reject EVENT reason`")
      ->required()
      ->type_name("CORRECTIONS");
  command->add_option("files", options->files, "Networks, facts (*.jsonl), texts or folders that the events are from")->required();
  options->network.add_input_to(*command);
  command->footer(kExamples);
  command->callback([options, &exit_code] { exit_code = test_from(*options); });
}

}  // namespace command
