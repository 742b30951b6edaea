// liaison profile: what each rule costs and yields on a corpus, and which sentences no frame took up.
#include <algorithm>
#include <chrono>
#include <iostream>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "commands.h"
#include "inputs.h"
#include "liaison/analyzer.h"
#include "liaison/error.h"
#include "liaison/facts.h"
#include "network/json_writer.h"
#include "progress.h"
#include "text/encoding.h"
#include "words.h"

namespace command {
namespace {

using liaison::RuleId;

struct Options {
  InputOptions input;
  PackOptions pack;
  std::size_t rows = 25, examples = 3;
  bool json = false;
};

constexpr const char* kExamples = R"(Examples:
  liaison profile articles                      the rules that cost most, and what they yield
  liaison profile --rules ours.rules articles
  liaison profile articles --json | jq '.coverage[] | select(.sentences > 9)'

Tries are starts at which a rule was looked for, steps the instructions that it ran, matches what it found there; used
is how often a name, role, hold or event of the result rests on it. Frames have no steps of their own: the clauses that
they stand on are read once for all. Under coverage stand the sentences that hold two names and a trigger and from which
no frame told an event, by trigger, with the reason. One thread works, so that the times mean something.
)";

/// What one rule cost and yielded.
struct Row {
  liaison::RuleCost cost;
  std::size_t used = 0;
};

/// Sentences that a trigger told nothing of.
struct Gap {
  std::size_t sentences = 0;
  std::vector<std::pair<std::string, std::string>> examples;  // document and sentence
};

/// Adds up what rules cost, and looks for sentences that no frame took up.
class Profile : public liaison::Trace {
 public:
  explicit Profile(std::size_t examples) : most_examples_(examples) {}

  bool wants(liaison::TraceRecord::Kind kind) const override { return kind == liaison::TraceRecord::Kind::frame; }
  bool wants_costs() const override { return true; }
  void cost(RuleId rule, const liaison::RuleCost& cost) override { rows[rule].cost += cost; }
  void add(liaison::TraceRecord record) override {
    auto& cost = rows[record.rule].cost;
    ++cost.tries;
    cost.matches += record.stands;
    frames_.push_back(std::move(record));
  }

  /// Takes in what became of a document.
  void finish(const liaison::Document& document, const liaison::Analysis& analysis) {
    for (const auto& mention : analysis.mentions) note_used(analysis, mention.rule);
    for (const auto& hold : analysis.holds) {
      for (const auto& evidence : hold.evidence) note_used(analysis, evidence.rule);
    }
    for (const auto& event : analysis.events) {
      for (const auto& evidence : event.evidence) note_used(analysis, evidence.rule);
    }
    for (const auto& sentence : analysis.sentences) note_gap(document, analysis, sentence);
    frames_.clear();
  }

  std::map<RuleId, Row> rows;
  std::map<std::pair<std::string, std::string>, Gap> gaps;  // by trigger and reason
  std::size_t gap_sentences = 0, told_sentences = 0;

 private:
  /// Entries of lists are no rules: they would be thousands.
  void note_used(const liaison::Analysis& analysis, RuleId rule) {
    if (analysis.pack->is_rule(rule)) ++rows[rule].used;
  }

  static bool is_in(const liaison::Place& place, const liaison::Place& sentence) {
    return place.in_title == sentence.in_title && place.span.start >= sentence.span.start && place.span.start < sentence.span.end;
  }

  static std::size_t names_in(const liaison::Analysis& analysis, const liaison::Place& sentence) {
    std::set<liaison::EntityId> names;
    for (const auto& mention : analysis.mentions) {
      const bool party = mention.type == liaison::symbols::person || mention.type == liaison::symbols::org || mention.type == liaison::symbols::gpe;
      if (party && is_in(mention.place, sentence)) names.insert(mention.entity);
    }
    return names.size();
  }

  void note_gap(const liaison::Document& document, const liaison::Analysis& analysis, const liaison::Place& sentence) {
    const liaison::TraceRecord* lost = nullptr;
    for (const auto& frame : frames_) {
      if (!is_in(frame.place, sentence)) continue;
      if (frame.stands) {
        ++told_sentences;
        return;
      }
      if (!lost) lost = &frame;
    }
    if (!lost || names_in(analysis, sentence) < 2) return;
    ++gap_sentences;
    auto& gap = gaps[{std::string(analysis.pack->rule_name(lost->rule)), lost->why}];
    if (++gap.sentences <= most_examples_) {
      gap.examples.emplace_back(document.id, on_one_line(liaison::text_of(document, sentence)));
    }
  }

  std::size_t most_examples_;
  std::vector<liaison::TraceRecord> frames_;
};

/// What was read, and how long it took.
struct Run {
  std::size_t documents = 0, failed = 0, bytes = 0;
  double seconds = 0;
};

liaison::Document document_of(Input&& input) {
  if (input.failure) throw liaison::Error(liaison::ErrorCode::unreadable, input.failure->where, input.failure->message);
  if (input.is_line) return liaison::input_from_json(*input.bytes, input.where).document;
  liaison::Document document;
  document.text = liaison::decode_text(input.bytes ? std::move(*input.bytes) : read_file(input.where)).text;
  document.id = std::move(input.id);
  return document;
}

Run run(const Options& options, const liaison::Analyzer& analyzer, Profile& profile) {
  using Clock = std::chrono::steady_clock;
  Inputs inputs(options.input);
  Progress progress;
  liaison::Scratch scratch;
  Run run;
  for (auto input = inputs.next(); input; input = inputs.next()) {
    progress.step();
    try {
      const auto document = document_of(std::move(*input));
      const auto begin = Clock::now();
      const auto analysis = analyzer.analyze(document, scratch, &profile);
      run.seconds += std::chrono::duration<double>(Clock::now() - begin).count();
      ++run.documents;
      run.bytes += document.text.size();
      profile.finish(document, analysis);
    } catch (const liaison::Error& error) {
      std::cerr << "liaison: " << error.what() << '\n';
      ++run.failed;
    }
  }
  inputs.tell_skipped(std::cerr);
  return run;
}

using Rows = std::vector<std::pair<RuleId, Row>>;

/// The rules by what they cost: time, then tries.
Rows sorted_rows(const Profile& profile) {
  Rows rows(profile.rows.begin(), profile.rows.end());
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
    return std::pair(a.second.cost.nanoseconds, a.second.cost.tries) > std::pair(b.second.cost.nanoseconds, b.second.cost.tries);
  });
  return rows;
}

auto sorted_gaps(const Profile& profile) {
  std::vector<std::pair<std::pair<std::string, std::string>, Gap>> gaps(profile.gaps.begin(), profile.gaps.end());
  std::stable_sort(gaps.begin(), gaps.end(), [](const auto& a, const auto& b) { return a.second.sentences > b.second.sentences; });
  return gaps;
}

void write_text(const Options& options, const liaison::Pack& pack, const Profile& profile, const Run& run) {
  std::cout << count_of(run.documents, "article") << ", "
            << fmt::format("{:.2f} MB in {:.2f} s with the counting\n\n", static_cast<double>(run.bytes) / 1e6, run.seconds);
  std::cout << fmt::format("{:>9} {:>9} {:>11} {:>9} {:>8}  rule\n", "ms", "tries", "steps", "matches", "used");
  const auto rows = sorted_rows(profile);
  for (std::size_t i = 0; i < std::min(rows.size(), options.rows); ++i) {
    const auto& [rule, row] = rows[i];
    const auto ms = row.cost.nanoseconds == 0 ? std::string("-") : fmt::format("{:.2f}", static_cast<double>(row.cost.nanoseconds) / 1e6);
    const auto steps = row.cost.steps == 0 ? std::string("-") : std::to_string(row.cost.steps);
    std::cout << fmt::format("{:>9} {:>9} {:>11} {:>9} {:>8}  {}  {}\n", ms, row.cost.tries, steps, row.cost.matches, row.used,
                             pack.rule_name(rule), pack.rule_place(rule));
  }
  if (rows.size() > options.rows) std::cout << fmt::format("{:>51}  and {} more (--rows)\n", "", rows.size() - options.rows);
  std::cout << "\nCoverage: " << count_of(profile.told_sentences, "sentence") << " told of an event; "
            << profile.gap_sentences << " more hold two names and a trigger, and no frame told of one\n";
  for (const auto& [trigger, gap] : sorted_gaps(profile)) {
    std::cout << '\n' << fmt::format("{:>6}  {}: {}\n", gap.sentences, trigger.first, trigger.second);
    for (const auto& [document, sentence] : gap.examples) {
      std::cout << wrapped("“" + sentence + "”  " + on_one_line(document), "        ", std::min<std::size_t>(terminal_columns(), 120));
    }
  }
}

void write_json(const liaison::Pack& pack, const Profile& profile, const Run& run) {
  std::string out;
  liaison::JsonWriter json(out);
  const auto number = [](std::uint64_t n) { return static_cast<std::uint32_t>(std::min<std::uint64_t>(n, 0xffffffff)); };
  json.begin_object().field("documents", number(run.documents)).field("bytes", number(run.bytes));
  json.key("rules").begin_array();
  for (const auto& [rule, row] : sorted_rows(profile)) {
    json.begin_object().field("rule", pack.rule_name(rule)).field("at", std::string_view(pack.rule_place(rule)));
    json.field("microseconds", number(row.cost.nanoseconds / 1000)).field("tries", number(row.cost.tries));
    json.field("steps", number(row.cost.steps)).field("matches", number(row.cost.matches)).field("used", number(row.used)).end_object();
  }
  json.end_array().field("told", number(profile.told_sentences)).field("gaps", number(profile.gap_sentences));
  json.key("coverage").begin_array();
  for (const auto& [trigger, gap] : sorted_gaps(profile)) {
    json.begin_object().field("rule", std::string_view(trigger.first)).field("why", std::string_view(trigger.second));
    json.field("sentences", number(gap.sentences)).key("examples").begin_array();
    for (const auto& [document, sentence] : gap.examples) {
      json.begin_object().field("document", std::string_view(document)).field("text", std::string_view(sentence)).end_object();
    }
    json.end_array().end_object();
  }
  json.end_array().end_object();
  std::cout << out << '\n';
}

int profile(const Options& options) {
  const liaison::Analyzer analyzer(options.pack.open());
  Profile profile(options.examples);
  const auto done = run(options, analyzer, profile);
  if (done.documents == 0 && done.failed == 0) std::cerr << "liaison: nothing was read: there was no text\n";
  if (options.json) {
    write_json(*analyzer.pack(), profile, done);
  } else {
    write_text(options, *analyzer.pack(), profile, done);
  }
  std::cout << std::flush;
  return done.failed > 0 ? kSomeUnread : kDone;
}

}  // namespace

void add_profile(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand("profile", "Show what each rule costs and yields, and what no frame took up");
  command->add_option("files", options->input.paths, "Texts, folders of *.txt, files of JSON lines, or -");
  command->add_option("--rows", options->rows, "How many rules are shown; 25 unless told")->type_name("N");
  command->add_option("--examples", options->examples, "How many sentences of each gap are shown; 3 unless told")->type_name("N");
  command->add_flag("--json", options->json, "Print one JSON object, with all rules");
  options->input.add_sources_to(*command);
  options->pack.add_to(*command);
  command->footer(kExamples);
  command->callback([options, &exit_code] { exit_code = profile(*options); });
}

}  // namespace command
