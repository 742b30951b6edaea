// Turns marked texts into examples: what the engine sees of each candidate, and what the annotation says of it.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <vector>

#include "gold_text.h"
#include "liaison/analyzer.h"
#include "liaison/pack.h"
#include "log_linear.h"
#include "pack_contents.h"
#include "recognition/name_finder.h"
#include "recognition/name_model.h"

namespace liaison::fit {

/// A feature, of all sets or of one set's own.
struct SetFeature {
  Feature feature;
  std::uint32_t set = 0;  ///< 0: shared; otherwise 1 + the number of the set

  friend auto operator<=>(const SetFeature&, const SetFeature&) = default;
};

/// Which features are fitted.
struct FeatureChoice {
  std::vector<bool> classes;             ///< by ClassId
  std::set<Feature::Kind> left_out;      ///< families left out, to see what they are worth
  std::size_t least = 60;                ///< seen less often, a feature is left out
};

/// The examples of round one and of round two. A document is one version of one text.
class TrainingSet {
 public:
  TrainingSet(std::shared_ptr<const Pack> pack, FeatureChoice choice)
      : pack_(std::move(pack)), analyzer_(pack_), choice_(std::move(choice)),
        product_head_(pack_->contents().lexicon.find_class("product_head")),
        place_head_(pack_->contents().lexicon.find_class("place_head[type=LOC]")) {}

  /// Adds the texts of a set; `share` of its weight falls on these versions of them.
  void add(const GoldSet& set, std::uint32_t number, double share, const std::vector<GoldText>& texts);
  /// Numbers the features that are frequent enough and drops the others.
  void select();

  const Examples& first_round() const { return examples_; }
  const std::vector<SetFeature>& features() const { return features_; }
  std::size_t document_count() const { return documents_.size(); }
  /// The fold of a document: versions of one text are in the same.
  std::uint32_t fold_of(std::uint32_t document, std::uint32_t folds) const { return documents_[document].text % folds; }
  /// Names that are no candidate, and all of them.
  std::pair<std::size_t, std::size_t> unreachable() const { return {lost_, marked_}; }

  /// Adds the examples of round two of some documents: names by `model`, offsets by `weights`, both of round one.
  void add_second_round(std::span<const std::uint32_t> documents, const Weights& weights, const NameModel& model,
                        std::map<SetFeature, FeatureId>& ids, Examples& out);

 private:
  struct Version {
    GoldText text_version;
    std::uint32_t text = 0, set = 0;  // set: 1 + number where it has weights of its own, else 0
    float weight = 1;
    bool places_marked = false;
    std::uint32_t first_run = 0;
  };
  struct GoldTokens {
    std::uint32_t first, last;
    Symbol type;
  };

  TextView read(const GoldText& text);
  std::vector<GoldTokens> tokens_of(const TextView& view, const GoldText& text);
  std::uint8_t right_types(const TextView& view, const Version& document, const std::vector<GoldTokens>& gold,
                           std::uint32_t first, std::uint32_t last) const;
  std::uint8_t unmarked_types(const TextView& view, const Version& document, std::uint32_t first, std::uint32_t last) const;
  std::uint8_t types_of_place(const TextView& view, std::uint32_t first, std::uint32_t last) const;
  void add_run(const Version& document, const TextView& view, const std::vector<GoldTokens>& gold, NameFinder& finder,
               const NameRun& run);
  bool is_wanted(const Feature& feature) const;
  static bool may_be_own(const Feature& feature);

  std::shared_ptr<const Pack> pack_;
  Analyzer analyzer_;
  Document document_;  // the views into its text outlive a call
  Scratch scratch_;
  FeatureChoice choice_;
  ClassId product_head_, place_head_;
  Examples examples_;
  std::vector<Version> documents_;
  std::map<SetFeature, FeatureId> ids_;
  std::vector<SetFeature> features_;
  std::size_t lost_ = 0, marked_ = 0;
  std::uint32_t texts_ = 0;
};

}  // namespace liaison::fit
