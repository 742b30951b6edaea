#include "training_set.h"

#include <algorithm>

#include "pack_contents.h"
#include "scratch.h"

namespace liaison::fit {
namespace {

/// A set's own weights are believed less, so that what all sets share is learnt as shared.
constexpr float kOwnScale = 0.4f;

constexpr std::uint8_t bit_of(Symbol type) { return static_cast<std::uint8_t>(1u << name_type_index(type)); }

}  // namespace

TextView TrainingSet::read(const GoldText& text) {
  document_ = {.id = "t", .text = text.text};
  analyzer_.analyze(document_, scratch_);
  Scratch::State& s = scratch_.state();
  return {s.text.view, s.tokens, s.hits, &pack_->contents().lexicon, &s.words};
}

/// The marked names in tokens; those that no tokens make up are lost.
std::vector<TrainingSet::GoldTokens> TrainingSet::tokens_of(const TextView& view, const GoldText& text) {
  std::vector<GoldTokens> out;
  for (const GoldSpan& gold : text.spans) {
    ++marked_;
    auto at = std::partition_point(view.tokens.begin(), view.tokens.end(), [&](const Token& t) { return t.start < gold.span.start; });
    auto first = static_cast<std::uint32_t>(at - view.tokens.begin()), last = first;
    while (last < view.tokens.size() && view.tokens[last].end <= gold.span.end) ++last;
    // At the end of a sentence "Ltd." may be marked without its full stop.
    bool dotted = last < view.tokens.size() && view.tokens[last].end == gold.span.end + 1 && view.tokens[last].start < gold.span.end;
    if (dotted) ++last;
    bool whole = first < last && view.tokens[first].start == gold.span.start &&
                 (dotted || view.tokens[last - 1].end == gold.span.end);
    NameFinder& finder = scratch_.state().name_finder;
    bool in_run = whole && std::any_of(finder.runs().begin(), finder.runs().end(), [&](const NameRun& r) { return r.first <= first && last <= r.last; });
    if (in_run && finder.is_candidate(first, last)) out.push_back({first, last, gold.type});
    else ++lost_;
  }
  return out;
}

/// A place is a state or city, or none, as far as lists or its last word tell; otherwise both are left open.
std::uint8_t TrainingSet::types_of_place(const TextView& view, std::uint32_t first, std::uint32_t last) const {
  bool state = false, other = false;
  for (const Hit& hit : view.hits_at(first)) {
    const Entry& entry = view.lexicon->entries()[hit.entry];
    if (hit.length != last - first || entry.is_weak) continue;
    state |= entry.type() == symbols::gpe;
    other |= entry.type() == symbols::loc;
  }
  if (state != other) return bit_of(state ? symbols::gpe : symbols::loc);
  if (last - first > 1 && view.classes(last - 1).has(place_head_)) return bit_of(symbols::loc);
  return bit_of(symbols::gpe) | bit_of(symbols::loc);
}

std::uint8_t TrainingSet::right_types(const TextView& view, const Version& document, const std::vector<GoldTokens>& gold,
                                      std::uint32_t first, std::uint32_t last) const {
  auto next = std::partition_point(gold.begin(), gold.end(), [&](const GoldTokens& g) { return g.last <= first; });
  if (next != gold.end() && next->first < last) {
    if (next->first != first || next->last != last) return 0;
    return next->type == symbols::loc ? types_of_place(view, first, last) : bit_of(next->type);
  }
  return unmarked_types(view, document, first, last);
}

/// What is not marked is no name, but for what lists or its last word say is a name of a kind that the set does not mark.
std::uint8_t TrainingSet::unmarked_types(const TextView& view, const Version& document, std::uint32_t first,
                                         std::uint32_t last) const {
  std::uint8_t out = 0;
  for (const Hit& hit : view.hits_at(first)) {
    const Entry& entry = view.lexicon->entries()[hit.entry];
    bool names_it = entry.type() == symbols::misc || (entry.type() == symbols::loc && !document.places_marked);
    if (hit.length == last - first && names_it) out |= bit_of(entry.type());
  }
  const ClassSet& head = view.classes(last - 1);
  if (last - first > 1 && head.has(product_head_)) out |= bit_of(symbols::misc);
  if (last - first == 1 && head.has(pack_->contents().name_classes.nationality)) out |= bit_of(symbols::misc);
  if (last - first > 1 && head.has(place_head_) && !document.places_marked) out |= bit_of(symbols::loc);
  return out;
}

bool TrainingSet::is_wanted(const Feature& feature) const {
  if (choice_.left_out.contains(feature.kind)) return false;
  return feature.kind != Feature::Kind::word_class || choice_.classes[feature.a];
}

/// Conventions show in how long and how listed names are, and in what stands beside them.
bool TrainingSet::may_be_own(const Feature& f) {
  using Kind = Feature::Kind;
  switch (f.kind) {
    case Kind::length: case Kind::hit: case Kind::subtype: case Kind::list: case Kind::listed: case Kind::place:
      return true;
    case Kind::word_class: return f.position >= static_cast<std::uint8_t>(Position::before_one) ||
                                  f.position == static_cast<std::uint8_t>(Position::only);
    default: return false;
  }
}

void TrainingSet::add_run(const Version& document, const TextView& view, const std::vector<GoldTokens>& gold,
                          NameFinder& finder, const NameRun& run) {
  Example example;
  example.candidate = static_cast<std::uint32_t>(examples_.candidates.size());
  example.length = static_cast<std::uint16_t>(run.last - run.first);
  example.weight = document.weight;
  example.document = static_cast<std::uint32_t>(documents_.size());
  for (const GoldTokens& g : gold)
    for (std::uint32_t t = std::max(g.first, run.first); t < std::min(g.last, run.last); ++t)
      example.named |= std::uint64_t{1} << (t - run.first);
  finder.look_at(run);
  auto number = [&](const SetFeature& f) {
    return ids_.try_emplace(f, static_cast<FeatureId>(ids_.size())).first->second;
  };
  for (std::uint32_t first = run.first; first < run.last; ++first)
    for (std::uint32_t last = first + 1; last <= std::min(run.last, first + NameFinder::kLongestName); ++last) {
      if (!finder.is_candidate(first, last)) continue;
      Candidate c;
      c.first = static_cast<std::uint16_t>(first - run.first);
      c.last = static_cast<std::uint16_t>(last - run.first);
      c.right = right_types(view, document, gold, first, last);
      c.feature = static_cast<std::uint32_t>(examples_.features.size());
      finder.each_feature(run, first, last, [&](const Feature& f) {
        if (!is_wanted(f)) return;
        examples_.features.push_back(number({f, 0}));
        if (document.set && may_be_own(f)) examples_.features.push_back(number({f, document.set}));
      });
      c.feature_count = static_cast<std::uint32_t>(examples_.features.size()) - c.feature;
      examples_.candidates.push_back(c);
    }
  example.candidate_count = static_cast<std::uint32_t>(examples_.candidates.size()) - example.candidate;
  examples_.runs.push_back(example);
}

void TrainingSet::add(const GoldSet& set, std::uint32_t number, double share, const std::vector<GoldText>& texts) {
  for (std::size_t i = 0; i < texts.size(); ++i) {
    TextView view = read(texts[i]);
    std::vector<GoldTokens> gold = tokens_of(view, texts[i]);
    Version document{texts[i], static_cast<std::uint32_t>(i), set.own_weights ? number + 1 : 0,
                      static_cast<float>(set.weight * share), set.places_marked,
                      static_cast<std::uint32_t>(examples_.runs.size())};
    NameFinder& finder = scratch_.state().name_finder;
    for (const NameRun& run : finder.runs()) add_run(document, view, gold, finder, run);
    documents_.push_back(std::move(document));
  }
}

void TrainingSet::select() {
  std::vector<std::uint32_t> count(ids_.size());
  for (FeatureId f : examples_.features) ++count[f];
  constexpr FeatureId kDropped = 0xffffffff;
  std::vector<FeatureId> renumbered(ids_.size(), kDropped);
  for (const auto& [feature, id] : ids_) {
    if (count[id] < choice_.least) continue;
    renumbered[id] = static_cast<FeatureId>(features_.size());
    features_.push_back(feature);
    examples_.scales.push_back(feature.set ? kOwnScale : 1.0f);
  }
  std::vector<FeatureId> kept;
  for (Candidate& c : examples_.candidates) {
    auto first = static_cast<std::uint32_t>(kept.size());
    for (std::uint32_t i = 0; i < c.feature_count; ++i)
      if (FeatureId f = renumbered[examples_.features[c.feature + i]]; f != kDropped) kept.push_back(f);
    c.feature = first;
    c.feature_count = static_cast<std::uint32_t>(kept.size()) - first;
  }
  examples_.features = std::move(kept);
  ids_.clear();
}

void TrainingSet::add_second_round(std::span<const std::uint32_t> documents, const Weights& weights, const NameModel& model,
                                   std::map<SetFeature, FeatureId>& ids, Examples& out) {
  NameFinder finder;
  std::vector<Annotation> names;
  for (std::uint32_t d : documents) {
    const Version& document = documents_[d];
    TextView view = read(document.text_version);
    Scratch::State& s = scratch_.state();
    finder.use(s.annotator.given());
    finder.run_first_round(model, pack_->contents().name_classes, view, s.sentences, s.fixed, names);
    for (std::size_t r = 0; r < finder.runs().size(); ++r) {
      const NameRun& run = finder.runs()[r];
      Example example = examples_.runs[document.first_run + r];
      auto first_candidate = static_cast<std::uint32_t>(out.candidates.size());
      for (std::uint32_t i = 0; i < example.candidate_count; ++i) {
        Candidate c = examples_.candidates[example.candidate + i];
        std::array<double, kNameTypeCount> offset = score(examples_, c, weights);
        for (std::size_t t = 0; t < kNameTypeCount; ++t) c.offset[t] = static_cast<float>(offset[t]);
        c.feature = static_cast<std::uint32_t>(out.features.size());
        finder.each_document_feature(run, run.first + c.first, run.first + c.last, [&](const Feature& f) {
          if (!is_wanted(f)) return;
          auto number = [&](const SetFeature& x) { return ids.try_emplace(x, static_cast<FeatureId>(ids.size())).first->second; };
          out.features.push_back(number({f, 0}));
        });
        c.feature_count = static_cast<std::uint32_t>(out.features.size()) - c.feature;
        out.candidates.push_back(c);
      }
      example.candidate = first_candidate;
      out.runs.push_back(example);
    }
  }
}

}  // namespace liaison::fit
