// liaison explain: why a text was read as it was, and why not otherwise.
#include <algorithm>
#include <charconv>
#include <iostream>
#include <memory>
#include <string>

#include "commands.h"
#include "explanation.h"
#include "liaison/analyzer.h"
#include "liaison/facts.h"
#include "lines.h"
#include "options.h"
#include "rules/source.h"
#include "text/encoding.h"
#include "words.h"

namespace command {
namespace {

struct Options {
  PackOptions pack;
  std::string file, kind = "auto", id, at, event, why_not, phase;
  bool json = false;
};

constexpr const char* kExamples = R"(Examples:
  liaison explain lee.txt                                every sentence: words, names, roles, clauses, events
  echo "Lee met Musk." | liaison explain -
  liaison explain lee.txt --at 3:14                      what touches line 3, column 14 (in bytes, from 1); or --at BYTE
  liaison explain lee.txt --event v1c9b5e0               the sentences behind an event or hold, by its id of `extract`
  liaison explain lee.txt --at 3:14 --why-not meeting/meet    how far a rule came there, and what it lacked
  liaison explain lee.txt --at 3:14 --why-not ORG        why it is no name of a type
  liaison explain --input jsonl articles.jsonl --id X    one document of JSON lines
  liaison explain lee.txt --json | jq .

A rule is told by its name (`meeting/meet`, `apposition`), by that of its frame (`meeting`), or by where it stands
(`meeting.rules:12`); `liaison why` and `liaison extract` print the names.
)";

/// A document and the names that it brings.
struct Given {
  liaison::Document document;
  std::optional<liaison::GivenNames> names;
};

Given take(liaison::InputLine&& line) {
  Given given{std::move(line.document), std::nullopt};
  if (line.has_names) given.names = std::move(line.names);
  return given;
}

/// The document of JSON lines that has the id; the first one if none is asked for.
Given find_line(const Options& options) {
  LineReader reader(options.file);
  std::size_t number = 0;
  for (LineReader::Line line; reader.next(line);) {
    ++number;
    if (line.text.empty() || (!options.id.empty() && line.text.find(json_string(options.id)) == std::string::npos)) continue;
    auto read = liaison::input_from_json(line.text, options.file + ":" + std::to_string(number));
    if (options.id.empty() || read.document.id == options.id) return take(std::move(read));
  }
  throw UsageError(options.id.empty() ? options.file + ": no document stands in it"
                                      : options.file + ": no document has the id " + json_string(options.id));
}

Given read(const Options& options) {
  const bool lines = options.kind == "jsonl" || (options.kind == "auto" && (options.file.ends_with(".jsonl") || options.file.ends_with(".ndjson")));
  if (lines) return find_line(options);
  if (!options.id.empty()) throw UsageError("--id chooses a document of JSON lines: say --input jsonl");
  Given given;
  given.document.id = options.file;
  given.document.text = liaison::decode_text(read_file(options.file)).text;
  return given;
}

std::size_t number_of(std::string_view text) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) throw UsageError("--at wants LINE:COLUMN or BYTE, as in --at 3:14");
  return number;
}

/// The place of LINE:COLUMN, both from 1, or of a byte.
liaison::Place place_of(const std::string& at, const std::string& text) {
  const auto colon = at.find(':');
  std::size_t byte = 0;
  if (colon == std::string::npos) {
    byte = number_of(at);
  } else {
    auto line = number_of(std::string_view(at).substr(0, colon));
    const auto column = number_of(std::string_view(at).substr(colon + 1));
    for (; line > 1 && byte != std::string::npos; --line) byte = text.find('\n', byte) == std::string::npos ? std::string::npos : text.find('\n', byte) + 1;
    if (byte == std::string::npos || line == 0 || column == 0) throw UsageError("--at " + at + ": the text has no such place");
    byte += column - 1;
  }
  if (byte >= text.size()) throw UsageError("--at " + at + ": the text ends before it");
  const auto start = static_cast<std::uint32_t>(byte);
  return {{start, start + 1}, false};
}

/// The places of an event's or hold's triggers and participants. `id` may be its beginning.
std::vector<liaison::Place> places_of(const liaison::DocumentFacts& facts, const std::string& id) {
  std::vector<liaison::Place> places;
  std::string known;
  const auto note = [&](const auto& told) {
    known += (known.empty() ? "" : ", ") + told.id;
    if (!told.id.starts_with(id)) return;
    for (const auto& evidence : told.evidence) {
      places.push_back({{evidence.trigger_start, evidence.trigger_end}, evidence.in_title});
      for (const auto& argument : evidence.arguments) {
        if (argument.end > argument.start) places.push_back({{argument.start, argument.end}, evidence.in_title});
      }
    }
  };
  for (const auto& event : facts.events) note(event);
  for (const auto& hold : facts.holds) note(hold);
  if (places.empty()) throw UsageError("no event or hold has the id " + id + "; there " + (known.empty() ? "are none" : "are: " + known));
  return places;
}

/// What `--why-not` names. A rule that there is none of is an error, with the nearest name.
void ask(const liaison::Pack& pack, const std::string& what, Selection& selection) {
  if (what.empty()) return;
  for (const auto type : {liaison::symbols::person, liaison::symbols::org, liaison::symbols::gpe, liaison::symbols::loc, liaison::symbols::misc}) {
    if (pack.name(type) == what) selection.why_not_type = type;
  }
  if (selection.why_not_type) return;
  selection.why_not = pack.rules_named(what);
  if (!selection.why_not.empty()) return;
  const auto hint = liaison::did_you_mean(what, pack.rule_names());
  throw UsageError("there is no rule `" + what + "`" + (hint.empty() ? "" : "; " + hint));
}

int explain(const Options& options) {
  const liaison::Analyzer analyzer(options.pack.open());
  const auto given = read(options);
  Selection selection;
  selection.phase = options.phase;
  selection.as_given = [&](const std::string& file) { return options.pack.as_given(file); };
  ask(*analyzer.pack(), options.why_not, selection);
  if (!options.at.empty()) selection.places.push_back(place_of(options.at, given.document.text));
  liaison::Scratch scratch;
  liaison::TraceList trace(selection.why_not, selection.places.empty() ? std::nullopt : std::optional(selection.places[0]));
  const auto analysis = given.names ? analyzer.analyze(given.document, *given.names, scratch, &trace)
                                    : analyzer.analyze(given.document, scratch, &trace);
  if (!options.event.empty()) selection.places = places_of(liaison::facts_of(given.document, analysis), options.event);
  const Explained explained{given.document, analysis, trace.records};
  if (options.json) {
    write_json(explained, selection, std::cout);
  } else {
    write_text(explained, selection, Palette::of_output(), std::cout);
  }
  std::cout << std::flush;
  return kDone;
}

}  // namespace

void add_explain(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand("explain", "Show why a text was read as it was, and why not otherwise");
  command->add_option("file", options->file, "A text, JSON lines, or - for standard input")->required();
  command->add_option("--input", options->kind, "What the file is: text, jsonl (a document a line), or auto: by its ending")
      ->check(CLI::IsMember({"auto", "text", "jsonl"}))
      ->type_name("KIND");
  command->add_option("--id", options->id, "The document of JSON lines to explain; without it, the first")->type_name("ID");
  auto* at = command->add_option("--at", options->at, "Only what touches this place of the text")->type_name("LINE:COL|BYTE");
  command->add_option("--event", options->event, "Only what tells of this event or hold")->type_name("ID")->excludes(at);
  command->add_option("--why-not", options->why_not, "Why a rule does not hold, or a stretch is no name of a type")->type_name("RULE|TYPE");
  command->add_option("--phase", options->phase, "Only records of one kind: token, match, name, alias, hold, group, frame")
      ->check(CLI::IsMember({"token", "match", "name", "alias", "hold", "group", "frame", "miss"}))
      ->type_name("KIND");
  command->add_flag("--json", options->json, "Print one JSON object");
  options->pack.add_to(*command);
  command->footer(kExamples);
  command->callback([options, &exit_code] { exit_code = explain(*options); });
}

}  // namespace command
