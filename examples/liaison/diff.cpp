// liaison diff: what a change of rules, names or version did to the facts of a corpus.
#include <algorithm>
#include <charconv>
#include <iostream>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "commands.h"
#include "liaison/error.h"
#include "liaison/facts_diff.h"
#include "liaison/network.h"
#include "lines.h"
#include "network/json_writer.h"
#include "network_diff.h"
#include "words.h"

namespace command {
namespace {

using liaison::FactChange;

struct Options {
  std::string before, after, most;
  std::size_t examples = 3;
  bool json = false, graphs = false;
};

constexpr int kTooMuch = 3;
constexpr std::size_t kPercent = 10'000, kWhole = 100 * kPercent;  // in millionths
constexpr const char* kExamples = R"(Examples:
  liaison extract corpus -o old.jsonl
  liaison extract --rules ours.rules corpus -o new.jsonl
  liaison diff old.jsonl new.jsonl                    what came, went and changed, by the rule that did it
  liaison diff old.jsonl new.jsonl --max-change 1%    exit code 3 if more than 1 % of the mentions, holds or events differ
  liaison diff old.jsonl new.jsonl --json | jq .
  liaison diff --graph may.facts june.facts           who met whom anew, of two networks

A mention is the same if its bytes, its type and its entity's name are; a hold if person, role, body and time are; an
event if kind, status and participants are. Rules are told by name and place.
)";

/// Reads the facts of a file, one document after the other.
class FactsFile {
 public:
  explicit FactsFile(const std::string& path) : path_(path), reader_(path) {}

  std::optional<liaison::DocumentFacts> next() {
    for (LineReader::Line line; reader_.next(line);) {
      ++number_;
      if (line.text.empty()) continue;
      const auto where = path_ + ":" + std::to_string(number_);
      if (line.too_large) throw liaison::Error(liaison::ErrorCode::too_large, where, "larger than 64 MiB");
      return liaison::facts_from_json(line.text, where);
    }
    return std::nullopt;
  }

 private:
  std::string path_;
  LineReader reader_;
  std::size_t number_ = 0;
};

/// Compares documents by their ids. Files in the same order need no memory for what waits for its other half.
liaison::FactsDiff compare(const Options& options) {
  FactsFile before(options.before), after(options.after);
  std::map<std::string, liaison::DocumentFacts> waiting[2];
  liaison::FactsDiff all;
  const auto meet = [&](liaison::DocumentFacts&& facts, int side) {
    auto other = waiting[1 - side].find(facts.id);
    if (other == waiting[1 - side].end()) {
      auto id = facts.id;
      waiting[side].insert_or_assign(std::move(id), std::move(facts));
      return;
    }
    all += side == 0 ? liaison::diff(facts, other->second) : liaison::diff(other->second, facts);
    waiting[1 - side].erase(other);
  };
  for (bool more = true; more;) {
    auto a = before.next(), b = after.next();
    more = a || b;
    if (a) meet(std::move(*a), 0);
    if (b) meet(std::move(*b), 1);
  }
  all.only_before = waiting[0].size();
  all.only_after = waiting[1].size();
  return all;
}

/// Changes of one sort by one rule.
struct Group {
  std::string title;
  std::vector<const FactChange*> changes;
};

std::string title_of(const FactChange& change) {
  static constexpr std::string_view kWhat[] = {"mentions", "holds", "events"}, kHow[] = {"came", "went", "changed"};
  return fmt::format("{} that {}, by {}", kWhat[static_cast<int>(change.what)], kHow[static_cast<int>(change.how)],
                     change.rule.empty() ? "no rule" : change.rule);
}

std::vector<Group> groups_of(const liaison::FactsDiff& diff) {
  std::map<std::string, Group> by_title;
  for (const auto& change : diff.changes) {
    auto& group = by_title[title_of(change)];
    group.title = title_of(change);
    group.changes.push_back(&change);
  }
  std::vector<Group> groups;
  for (auto& [title, group] : by_title) groups.push_back(std::move(group));
  std::stable_sort(groups.begin(), groups.end(), [](const Group& a, const Group& b) { return a.changes.size() > b.changes.size(); });
  return groups;
}

std::string percent(std::size_t millionths) { return fmt::format("{}.{:02} %", millionths / kPercent, millionths % kPercent / 100); }

void write_counts(std::string_view name, const liaison::FactCounts& counts) {
  std::cout << fmt::format("{:<9} {:>8} -> {:<8} {:>6} came {:>6} went {:>6} changed  {}\n", name, counts.before, counts.after,
                           counts.came, counts.went, counts.changed, percent(counts.share()));
}

void write_change(const FactChange& change) {
  const auto columns = std::min<std::size_t>(terminal_columns(), 120);
  std::cout << "    " << on_one_line(change.document) << ':' << (change.in_title ? "title:" : "") << change.start << ": ";
  if (change.how == FactChange::How::changed) {
    std::cout << on_one_line(change.before) << "  ->  " << on_one_line(change.after) << '\n';
  } else {
    std::cout << on_one_line(change.before + change.after) << '\n';
  }
  if (!change.context.empty()) std::cout << wrapped("“" + on_one_line(change.context) + "”", "      ", columns);
}

void write_text(const liaison::FactsDiff& diff, std::size_t examples) {
  std::cout << count_of(diff.documents, "document") << " compared; only in the old file: " << diff.only_before
            << ", only in the new one: " << diff.only_after << '\n';
  write_counts("mentions", diff.mentions);
  write_counts("holds", diff.holds);
  write_counts("events", diff.events);
  if (diff.changes.empty()) std::cout << "\nnothing has changed\n";
  for (const auto& group : groups_of(diff)) {
    std::cout << '\n' << group.changes.size() << "  " << on_one_line(group.title) << '\n';
    const auto shown = std::min(group.changes.size(), examples);
    for (std::size_t i = 0; i < shown; ++i) write_change(*group.changes[i]);
    if (shown < group.changes.size()) std::cout << "    and " << group.changes.size() - shown << " more\n";
  }
}

void write_json_counts(liaison::JsonWriter& json, std::string_view name, const liaison::FactCounts& counts) {
  const auto number = [](std::size_t n) { return static_cast<std::uint32_t>(n); };
  json.key(name).begin_object().field("before", number(counts.before)).field("after", number(counts.after));
  json.field("came", number(counts.came)).field("went", number(counts.went)).field("changed", number(counts.changed)).end_object();
}

void write_json(const liaison::FactsDiff& diff) {
  static constexpr std::string_view kWhat[] = {"mention", "hold", "event"}, kHow[] = {"came", "went", "changed"};
  std::string out;
  liaison::JsonWriter json(out);
  const auto number = [](std::size_t n) { return static_cast<std::uint32_t>(n); };
  json.begin_object().field("documents", number(diff.documents)).field("only_before", number(diff.only_before));
  json.field("only_after", number(diff.only_after));
  write_json_counts(json, "mentions", diff.mentions);
  write_json_counts(json, "holds", diff.holds);
  write_json_counts(json, "events", diff.events);
  json.key("changes").begin_array();
  for (const auto& group : groups_of(diff)) {
    for (const auto* change : group.changes) {
      json.begin_object().field("what", kWhat[static_cast<int>(change->what)]).field("how", kHow[static_cast<int>(change->how)]);
      json.field("rule", std::string_view(change->rule)).field("document", std::string_view(change->document));
      json.field("start", change->start).field("end", change->end);
      if (!change->before.empty()) json.field("before", std::string_view(change->before));
      if (!change->after.empty()) json.field("after", std::string_view(change->after));
      if (!change->context.empty()) json.field("context", std::string_view(change->context));
      json.end_object();
    }
  }
  json.end_array().end_object();
  std::cout << out << '\n';
}

/// "1%", "0.5%" or "2" in millionths.
std::size_t millionths_of(std::string text) {
  if (text.ends_with('%')) text.pop_back();
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < 0 || value > 100) {
    throw UsageError("--max-change wants a share between 0% and 100%, as in --max-change 1%");
  }
  return static_cast<std::size_t>(value * kPercent + 0.5);
}

/// What changed from the graph of the one to that of the other.
int diff_networks(const Options& options) {
  const auto graph = [](const std::string& path) { return liaison::resolve(liaison::Network::load(path)); };
  const auto table = diff_graphs(graph(options.before), graph(options.after));
  if (options.json) write_json(table, std::cout);
  else if (table.rows.empty()) std::cout << "nothing has changed\n";
  else write_text(table, std::cout);
  std::cout << std::flush;
  return kDone;
}

int diff(const Options& options) {
  if (options.graphs) return diff_networks(options);
  const auto most = options.most.empty() ? kWhole : millionths_of(options.most);
  const auto found = compare(options);
  if (options.json) {
    write_json(found);
  } else {
    write_text(found, options.examples);
  }
  std::cout << std::flush;
  if (options.most.empty()) return kDone;
  const auto share = std::max({found.mentions.share(), found.holds.share(), found.events.share()});
  if (share <= most && found.only_before + found.only_after == 0) return kDone;
  std::cerr << "liaison: more has changed than --max-change " << options.most << " allows: "
            << (share > most ? percent(share) + " of one sort of facts" : "not the same documents stand in both files") << '\n';
  return kTooMuch;
}

}  // namespace

void add_diff(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand("diff", "Show what a change of rules or names did to the facts of a corpus");
  command->add_option("old", options->before, "The facts before, as `liaison extract` printed them")->required()->type_name("OLD.jsonl");
  command->add_option("new", options->after, "The facts after")->required()->type_name("NEW.jsonl");
  command->add_option("--max-change", options->most, "Exit with 3 if a larger share of mentions, holds or events differs")->type_name("PERCENT");
  command->add_option("--examples", options->examples, "How many changes of each rule are shown; 3 unless told")->type_name("N");
  command->add_flag("--graph", options->graphs, "Compare the graphs of two networks: edges that are new, gone or changed");
  command->add_flag("--json", options->json, "Print one JSON object, with all changes");
  command->footer(kExamples);
  command->callback([options, &exit_code] { exit_code = diff(*options); });
}

}  // namespace command
