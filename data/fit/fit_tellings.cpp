// Fits the weights of tellings to events that were judged: `liaison_fit_tellings JUDGED.jsonl … -o data/en/weights/tellings.txt`.
//
// The tellings and their features come from the library itself, read for explanation with the English pack that it embeds.
#include <cmath>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "liaison/analyzer.h"
#include "liaison/trace.h"
#include "logistic.h"
#include "network/json_reader.h"
#include "relations/telling_weights.h"

namespace liaison::fit {
namespace {

constexpr double kScale = 8;  // points for a factor of e in the odds

constexpr std::string_view kHeader =
    "# How sure a telling of an event is, in points: eight make it e times as likely to be right. A telling whose points fall\n"
    "# short of `least` is left out. Written by liaison_fit_tellings (data/fit).\n"
    "#\n"
    "# feature   value                        points\n";

struct Options {
  std::vector<std::string> files;
  std::string output;
  double l2 = 10;
  std::size_t seen = 8;
  double right = 0;
  int sure = 56;
};

/// What a reader said of one telling.
struct Verdict {
  Span trigger;
  std::vector<std::string> who;
  bool right = false;
};

/// Keeps what frames tell.
class Tellings : public Trace {
 public:
  void add(TraceRecord record) override {
    if (record.stands || !record.details.empty()) records.push_back(std::move(record));
  }
  bool wants(TraceRecord::Kind kind) const override { return kind == TraceRecord::Kind::frame; }

  std::vector<TraceRecord> records;
};

/// The features of the telling that a verdict speaks of; none where the library tells of no such thing any more.
std::vector<std::string> features_of(const std::vector<TraceRecord>& records, const Verdict& verdict) {
  for (const TraceRecord& record : records) {
    if (record.kind != TraceRecord::Kind::frame || record.place.span.start > verdict.trigger.start || record.place.span.end < verdict.trigger.end) continue;
    std::vector<std::string> features;
    std::string who;
    for (const TraceDetail& detail : record.details) {
      if (detail.kind == TraceDetail::Kind::feature) features.push_back(detail.what);
      if (detail.kind == TraceDetail::Kind::slot) who += detail.value + '\n';
    }
    const bool all = std::all_of(verdict.who.begin(), verdict.who.end(), [&](const std::string& name) { return who.find(name) != std::string::npos; });
    if (!features.empty() && all) return features;
  }
  return {};
}

class Fitting {
 public:
  explicit Fitting(const Options& options) : options_(options) {}

  void run() {
    number("base -");
    for (const std::string& file : options_.files) read(file);
    std::vector<std::size_t> seen(names_.size());
    for (const Judged& one : judged_)
      for (std::uint32_t f : one.features) ++seen[f];
    for (Judged& one : judged_) std::erase_if(one.features, [&](std::uint32_t f) { return seen[f] < options_.seen; });
    const auto right = std::count_if(judged_.begin(), judged_.end(), [](const Judged& one) { return one.right; });
    std::cerr << fmt::format("{} tellings, {} of them right; {} verdicts on what is told no more\n", judged_.size(), right, gone_);
    std::vector<double> weights = fit_logistic(judged_, names_.size(), options_.l2);
    if (options_.right > 0) weights[0] += shift_to(options_.right / 100, judged_, weights);
    write(weights);
  }

 private:
  std::uint32_t number(const std::string& feature) {
    const auto [at, is_new] = numbers_.emplace(feature, static_cast<std::uint32_t>(names_.size()));
    if (is_new) names_.push_back(feature);
    return at->second;
  }

  void read(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw Error(ErrorCode::unreadable, file, "cannot be opened");
    Analyzer analyzer;
    Scratch scratch;
    std::size_t line_number = 0;
    for (std::string line; std::getline(in, line);) {
      JsonLine json(line, file + ":" + std::to_string(++line_number));
      Document document{.id = json.text(json.root(), "id"), .date = json.text(json.root(), "date"), .title = json.text(json.root(), "title"),
                        .text = json.text(json.root(), "text")};
      Tellings trace;
      analyzer.analyze(document, scratch, &trace);
      json.each_object(json.root(), "judged", [&](simdjson::dom::object one) {
        Verdict verdict{{json.number(one, "start"), json.number(one, "end")}, {}, json.text(one, "verdict") == "right"};
        json.each_object(one, "who", [&](simdjson::dom::object name) { verdict.who.push_back(json.text(name, "name")); });
        add(features_of(trace.records, verdict), verdict.right);
      });
    }
  }

  void add(const std::vector<std::string>& features, bool right) {
    if (features.empty()) return void(++gone_);
    Judged one{{}, right};
    for (const std::string& feature : features) one.features.push_back(number(feature));
    judged_.push_back(std::move(one));
  }

  void write(const std::vector<double>& weights) const {
    int least = -100;
    while (percent_sure(least) < options_.sure) ++least;
    std::map<std::string, long> points{{"least -", least}};
    for (std::size_t f = 0; f < names_.size(); ++f)
      if (const long rounded = std::lround(weights[f] * kScale); rounded != 0) points[names_[f]] = rounded;
    std::ofstream out(options_.output, std::ios::binary);
    out << kHeader;
    for (const auto& [name, value] : points) {
      const std::size_t space = name.find(' ');
      out << fmt::format("{:<11} {:<28} {:>6}\n", name.substr(0, space), name.substr(space + 1), value);
    }
    if (!out.flush()) throw Error(ErrorCode::unwritable, options_.output, "cannot be written");
  }

  const Options& options_;
  std::map<std::string, std::uint32_t> numbers_;
  std::vector<std::string> names_;
  std::vector<Judged> judged_;
  std::size_t gone_ = 0;
};

}  // namespace
}  // namespace liaison::fit

int main(int argc, char** argv) try {
  liaison::fit::Options options;
  CLI::App app{"Fits the weights of tellings to events that were judged."};
  app.add_option("files", options.files,
                 R"(JSON lines {"id", "date"?, "title"?, "text", "judged": [{"start", "end", "who": [{"name"}], "verdict"}]})")
      ->required();
  app.add_option("--l2", options.l2, "penalty of large weights");
  app.add_option("--seen", options.seen, "how often a feature must be seen");
  app.add_option("--right", options.right, "how many of all events are right where nothing was mended by the verdicts, in per cent; 0: as judged")
      ->check(CLI::Range(0.0, 99.0));
  app.add_option("--sure", options.sure, "how sure a telling must be to be told, in per cent")->check(CLI::Range(1, 99));
  app.add_option("-o,--output", options.output, "the weights file to write")->required();
  CLI11_PARSE(app, argc, argv);
  liaison::fit::Fitting(options).run();
  return 0;
} catch (const std::exception& error) {
  std::cerr << "liaison_fit_tellings: " << error.what() << '\n';
  return 1;
}
