// Fits the weights of names to marked texts: `liaison_fit SET:WEIGHT:FILE.jsonl … -o data/en/weights/names.txt`.
//
// The candidates and their features come from the library itself, with the English pack that it embeds. Round one is
// fitted to all texts; round two, what the rest of a document says, to the output of round one on texts that it was not
// fitted to (four folds). A set may have weights of its own for its conventions, which are left out of what is written.
#include <algorithm>
#include <cmath>
#include <fstream>
#include <iostream>
#include <string>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "liaison/pack.h"
#include "pack_contents.h"
#include "recognition/feature_text.h"
#include "recognition/weights_file.h"
#include "training_set.h"

namespace liaison::fit {
namespace {

constexpr double kScale = 8;  // points for a factor of e in the odds
constexpr std::uint32_t kFolds = 4;
constexpr std::size_t kWrapWidth = 70;

constexpr std::string_view kHeader =
    "# What each feature of a candidate says of each type, in points: eight make it e times as likely. A candidate is a name\n"
    "# where its best sum is above zero. Written by liaison_fit (data/fit); what the features look at stands in kinds.txt.\n"
    "#\n"
    "# position  feature                       PERSON   ORG   GPE   LOC  MISC\n";

struct Options {
  std::vector<std::string> sets, own;
  std::vector<std::string> without;
  std::string output;
  FitOptions first{16, 0.12, 1.5}, second{12, 0.1, 4};
  std::size_t least = 60;
};

/// `news:4:news.jsonl`.
GoldSet read_set(const std::string& text, const std::vector<std::string>& own) {
  std::size_t a = text.find(':'), b = text.find(':', a + 1);
  if (a == std::string::npos || b == std::string::npos) throw CLI::ValidationError(text, "a set is written NAME:WEIGHT:FILE");
  GoldSet set;
  set.name = text.substr(0, a);
  set.weight = std::stod(text.substr(a + 1, b - a - 1));
  set.texts = read_gold(text.substr(b + 1));
  set.own_weights = std::find(own.begin(), own.end(), set.name) != own.end();
  for (const GoldText& t : set.texts)
    for (const GoldSpan& s : t.spans) set.places_marked |= s.type == symbols::loc;
  return set;
}

std::string stored(const Pack& pack, std::string_view path) {
  const Pack::Contents& contents = pack.contents();
  for (const StoredSource& source : contents.image.table<StoredSource>(SectionId::sources))
    if (contents.lexicon.string(source.path) == path) return std::string(contents.lexicon.string(source.text));
  return {};
}

class Fitting {
 public:
  explicit Fitting(const Options& options) : options_(options), pack_(Pack::english()), kinds_(stored(*pack_, "weights/kinds.txt")) {}

  void run() {
    TrainingSet training(pack_, choice());
    for (std::uint32_t i = 0; i < options_.sets.size(); ++i) {
      GoldSet set = read_set(options_.sets[i], options_.own);
      std::vector<GoldText> wrapped, curly;
      for (const GoldText& t : set.texts) {
        wrapped.push_back(rewrapped(t, kWrapWidth));
        curly.push_back(with_curly_quotes(wrapped.back()));
      }
      training.add(set, i, 0.6, set.texts);
      training.add(set, i, 0.2, wrapped);
      training.add(set, i, 0.2, curly);
    }
    training.select();
    auto [lost, marked] = training.unreachable();
    std::cerr << fmt::format("{} runs, {} candidates, {} features; {} of {} names are no candidates\n",
                             training.first_round().runs.size(), training.first_round().candidates.size(),
                             training.features().size(), lost, marked);
    std::vector<Weight> second = second_round(training);
    Weights first = fit_first(training, kFolds);
    std::vector<Weight> all = rounded(training.features(), first);
    all.insert(all.end(), second.begin(), second.end());
    write(all);
  }

 private:
  FeatureChoice choice() const {
    FeatureChoice out;
    out.classes.assign(kMaxClasses, false);
    for (const std::string& name : looked_at(kinds_))
      if (ClassId id = pack_->contents().lexicon.find_class(name); id != ClassId::none)
        out.classes[static_cast<std::size_t>(id)] = true;
    out.least = options_.least;
    for (const std::string& family : options_.without) {
      constexpr std::string_view kFamilies[] = {"class", "shape", "list", "role", "edge",  "length", "hit", "subtype",
                                                "body",  "cut",   "pair", "enter", "leave", "place", "ahead", "behind", "around", "listed", "document"};
      auto at = std::find(std::begin(kFamilies), std::end(kFamilies), family);
      if (at == std::end(kFamilies)) throw CLI::ValidationError("--without", "there is no family " + family);
      out.left_out.insert(static_cast<Feature::Kind>(at - std::begin(kFamilies)));
    }
    return out;
  }

  /// Where names that no set marks shall go: what is listed as such is such.
  Weights beginning(const TrainingSet& training) const {
    Weights out(training.features().size());
    for (std::size_t i = 0; i < out.size(); ++i) {
      out[i] = {};
      const Feature& f = training.features()[i].feature;
      if (training.features()[i].set) continue;
      std::size_t loc = name_type_index(symbols::loc), misc = name_type_index(symbols::misc);
      if (f.kind == Feature::Kind::length) out[i][loc] = out[i][misc] = -2;
      if (f.kind == Feature::Kind::hit && f.a == 2 * loc) out[i][loc] = 3;
      if (f.kind == Feature::Kind::hit && f.a == 2 * misc) out[i][misc] = 3;
    }
    return out;
  }

  /// Fits round one to all folds but one; to all if there is no such fold.
  Weights fit_first(const TrainingSet& training, std::uint32_t without) const {
    std::vector<std::uint32_t> runs;
    for (std::uint32_t i = 0; i < training.first_round().runs.size(); ++i)
      if (training.fold_of(training.first_round().runs[i].document, kFolds) != without) runs.push_back(i);
    Weights weights = beginning(training);
    fit(training.first_round(), runs, options_.first, weights);
    return weights;
  }

  std::vector<Weight> second_round(TrainingSet& training) const {
    std::map<SetFeature, FeatureId> ids;
    Examples examples;
    for (std::uint32_t fold = 0; fold < kFolds; ++fold) {
      Weights weights = fit_first(training, fold);
      NameModel model(with_kinds(rounded(training.features(), weights)), pack_->contents().lexicon);
      std::vector<std::uint32_t> documents;
      for (std::uint32_t d = 0; d < training.document_count(); ++d)
        if (training.fold_of(d, kFolds) == fold) documents.push_back(d);
      training.add_second_round(documents, weights, model, ids, examples);
    }
    std::vector<SetFeature> features(ids.size());
    for (const auto& [feature, id] : ids) features[id] = feature;
    examples.scales.assign(features.size(), 1);
    Weights weights(features.size());
    std::vector<std::uint32_t> runs(examples.runs.size());
    for (std::uint32_t i = 0; i < runs.size(); ++i) runs[i] = i;
    fit(examples, runs, options_.second, weights);
    return rounded(features, weights);
  }

  /// The kinds of tokens belong to every model.
  std::vector<Weight> with_kinds(std::vector<Weight> weights) const {
    for (const Weight& w : pack_->contents().image.table<Weight>(SectionId::weights))
      if (w.feature.kind == Feature::Kind::kind) weights.push_back(w);
    return weights;
  }

  /// The shared weights in whole points.
  static std::vector<Weight> rounded(const std::vector<SetFeature>& features, const Weights& weights) {
    std::vector<Weight> out;
    for (std::size_t i = 0; i < features.size(); ++i) {
      if (features[i].set) continue;
      Weight w{features[i].feature, {}, 0};
      bool any = false;
      for (std::size_t t = 0; t < kNameTypeCount; ++t) {
        auto points = std::clamp<long>(std::lround(weights[i][t] * kScale), -kLargestWeight, kLargestWeight);
        w.scores[t] = static_cast<std::int16_t>(points);
        any |= points != 0;
      }
      if (any) out.push_back(w);
    }
    return out;
  }

  void write(const std::vector<Weight>& weights) const {
    const FeatureNames names = kinds_of(kinds_);
    auto class_name = [&](ClassId id) { return std::string(pack_->contents().lexicon.class_name(id)); };
    auto symbol_name = [&](Symbol symbol) { return std::string(pack_->name(symbol)); };
    std::vector<std::pair<std::pair<int, std::string>, std::string>> lines;
    for (const Weight& w : weights) {
      std::string text = feature_text(w.feature, names, class_name, symbol_name);
      std::size_t space = text.find(' ');
      bool of_token = w.feature.kind < Feature::Kind::length;
      int order = of_token ? w.feature.position : 100 + static_cast<int>(w.feature.kind);
      std::string line = fmt::format("{:<11} {:<28}", text.substr(0, space), text.substr(space + 1));
      for (std::int16_t score : w.scores) line += fmt::format(" {:>5}", score);
      lines.push_back({{order, text}, line + "\n"});
    }
    std::sort(lines.begin(), lines.end());
    std::ofstream out(options_.output, std::ios::binary);
    out << kHeader;
    for (const auto& [order, line] : lines) out << line;
    if (!out.flush()) throw Error(ErrorCode::unwritable, options_.output, "cannot be written");
  }

  const Options& options_;
  std::shared_ptr<const Pack> pack_;
  std::string kinds_;
};

}  // namespace
}  // namespace liaison::fit

int main(int argc, char** argv) try {
  liaison::fit::Options options;
  CLI::App app{"Fits the weights of names to marked texts."};
  app.add_option("sets", options.sets, "NAME:WEIGHT:FILE.jsonl for each set of texts")->required();
  app.add_option("--own", options.own, "sets that have weights of their own besides the shared ones")->delimiter(',');
  app.add_option("--without", options.without, "families of features to leave out")->delimiter(',');
  app.add_option("--least", options.least, "how often a feature must be seen");
  app.add_option("--epochs", options.first.epochs, "rounds over the texts");
  app.add_option("--l2", options.first.l2, "penalty of large weights in round one");
  app.add_option("--rate", options.first.rate, "how fast weights change");
  app.add_option("--l2-second", options.second.l2, "penalty in round two");
  app.add_option("-o,--output", options.output, "the weights file to write")->required();
  CLI11_PARSE(app, argc, argv);
  liaison::fit::Fitting(options).run();
  return 0;
} catch (const std::exception& error) {
  std::cerr << "liaison_fit: " << error.what() << '\n';
  return 1;
}
