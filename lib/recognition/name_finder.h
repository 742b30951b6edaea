// Finds names by evidence: scores segmentations of capitalised runs and takes the best path, twice.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "liaison/analyzer.h"
#include "recognition/document_names.h"
#include "recognition/name_agreement.h"
#include "recognition/name_model.h"
#include "rules/annotation.h"

namespace liaison {

/// A stretch of capitalised words and what may join them. Its candidates lie one after another, by first token and
/// then by last.
struct NameRun {
  std::uint32_t first = 0, last = 0;
  Sentence sentence;
  std::uint32_t candidate = 0;  ///< number of the first one
  std::uint32_t name = 0;       ///< number of its first name in round one
};

/// Finds the names of a document. Requires: used by one thread at a time; memory is reused.
class NameFinder {
 public:
  /// What rules have given to stretches of the text that is read next, sorted. Requires: outlives that reading.
  void use(std::span<const GivenFeature> given) { given_ = given; }

  /// Replaces `names` by the names of the document in text order, those of type MISC among them. `fixed` are
  /// annotations that no name may overlap (roles, dates, hidden brackets), sorted. Linear in the tokens.
  void run(const NameModel& model, const NameClasses& classes, const TextView& view,
           std::span<const Sentence> sentences, std::span<const Annotation> fixed, Trace* trace,
           std::vector<Annotation>& names);

  /// The same with round one alone, whose names are then what `each_document_feature` is about.
  void run_first_round(const NameModel& model, const NameClasses& classes, const TextView& view,
                       std::span<const Sentence> sentences, std::span<const Annotation> fixed,
                       std::vector<Annotation>& names);

  // What the fitting of weights sees of the last text that was read.
  const std::vector<NameRun>& runs() const { return runs_; }
  /// True if the tokens first … last of a run are a candidate.
  bool is_candidate(std::uint32_t first, std::uint32_t last) const;
  /// Makes a run the one that `each_feature` is about.
  void look_at(const NameRun& run) { weigh(run, weighed_); }
  /// Calls `each(Feature)` for the features of a candidate in round one, a feature as often as it is true of it.
  /// Requires: look_at(run).
  template <class Each>
  void each_feature(const NameRun& run, std::uint32_t first, std::uint32_t last, const Each& each) const;
  /// Calls `each(Feature)` for what the document says of a candidate.
  template <class Each>
  void each_document_feature(const NameRun& run, std::uint32_t first, std::uint32_t last, const Each& each) const;
  /// What the weights of round one sum up to, for a candidate of a run.
  const TypeScores& first_score(const NameRun& run, std::uint32_t first, std::uint32_t last) const {
    return scores_[number_of(run, first, last)];
  }
  /// The longest name, in tokens.
  static constexpr std::uint32_t kLongestName = 10;
  /// The longest run that is read as one piece.
  static constexpr std::uint32_t kLongestRun = 40;

 private:
  struct Choice {
    std::int32_t total = 0;
    std::int16_t score = 0;
    std::uint8_t type = 0;
    std::uint32_t last = 0;  // end of the segment that begins here, or 0
  };
  /// What lies on a token.
  struct Mark {
    std::uint16_t lists = 0;    // the entries that cover it: bits of 2 * type + weak
    Symbol annotation;
    std::uint8_t cuts = 0;      // strong types of entries that cover it and the one before it
    bool headline = false;      // it is in a sentence of capitals
    bool may_be_name = false;
    bool leads = false;         // a small particle that the name behind it may begin with ("von Bothmer")
  };
  /// A token in or beside the run in hand, in the positions that it may have.
  struct Weighed {
    std::array<TypeScores, kPositionCount> scores;
    std::uint8_t kind = 0;

    const TypeScores& at(Position position) const { return scores[static_cast<std::size_t>(position)]; }
    TypeScores& at(Position position) { return scores[static_cast<std::size_t>(position)]; }
  };
  /// The tokens of a run, two before it, and two behind it.
  struct WeighedRun {
    std::vector<Weighed> tokens;
    std::vector<TypeScores> inside_sums;  // for each of its own: of the tokens before it
  };
  /// What the gazetteers say of a stretch of tokens as a whole: bits of 2 * type + weak.
  struct Listed {
    std::uint16_t whole = 0, body = 0;
  };

  void prepare(const NameModel& model, const NameClasses& classes, const TextView& view,
               std::span<const Sentence> sentences, std::span<const Annotation> fixed, Trace* trace);
  void mark(std::span<const Annotation> fixed);
  bool may_be_name(std::uint32_t token) const;
  bool ends_given_name(std::uint32_t token) const;
  void drop_link_text(std::uint32_t first, std::uint32_t glued);
  bool is(NameClasses::Bit bit, std::uint32_t token) const { return classes_->bits(view_, token) & bit; }
  void find_runs(std::span<const Sentence> sentences);
  void find_runs(Sentence sentence);
  bool connects(std::uint32_t first, std::uint32_t last) const;
  std::uint32_t begin_of_run(std::uint32_t capital, std::uint32_t least) const;
  void mark_particles(std::uint32_t first, std::uint32_t capital);
  bool begins_with_place(std::uint32_t first, std::uint32_t last) const;
  bool may_begin(std::uint32_t first, std::uint32_t last) const;
  bool mark_names(Sentence sentence);
  TokenTraits traits_of(std::uint32_t token) const;
  void weigh(const NameRun& run, WeighedRun& out);
  void weigh(const NameRun& run, std::int64_t token, std::uint32_t positions, Weighed& out);
  void prefetch_kinds(const WeighedRun& run) const;
  void prefetch(const NameRun& run) const;
  /// A token of the run in hand, or one of the two before and behind it: −2 is the first of those before.
  const Weighed& weighed(std::int32_t place) const { return weighed_.tokens[static_cast<std::size_t>(place + 2)]; }
  void score(const NameRun& run);
  TypeScores score_of(const NameRun& run, std::uint32_t first, std::uint32_t last) const;
  void add_lists(std::uint32_t first, std::uint32_t last, Listed lists, TypeScores& sum) const;
  PlaceKind place_of(std::uint32_t token) const;
  Listed listed(std::uint32_t first, std::uint32_t last) const;
  std::uint16_t entries_of(std::uint32_t first, std::uint32_t last) const;
  /// What rules have given to just these tokens.
  std::span<const GivenFeature> given_to(std::uint32_t first, std::uint32_t last) const;
  std::uint32_t number_of(const NameRun& run, std::uint32_t first, std::uint32_t last) const;
  /// Passes each feature of a candidate that is no feature of one token to `each`.
  template <class Each>
  void each_whole_feature(const NameRun& run, std::uint32_t first, std::uint32_t last, const Each& each) const;
  bool add_document(const NameRun& run);
  bool add_document(const NameRun& run, std::uint32_t first, std::uint32_t last, std::uint64_t key, TypeScores& sum) const;
  bool lies_in_name_found(const NameRun& run, std::uint32_t token) const;
  void decode(const NameRun& run, const std::vector<TypeScores>& scores, std::vector<Annotation>& names);
  void read_again(std::vector<Annotation>& names);
  std::uint32_t known_entity(std::uint32_t first, std::uint32_t last, std::size_t type) const;
  void read_headlines_again(std::vector<Annotation>& names);
  void agree(const std::vector<TypeScores>& scores, std::vector<Annotation>& names);

  // For explanation, in name_trace.cpp.
  using Points = std::map<Feature, std::array<std::int16_t, kNameTypeCount>>;
  void tell(std::span<const Annotation> names);
  void tell(const NameRun& run, std::span<const Annotation> names, const Points& points);
  void tell(const NameRun& run, std::uint32_t first, std::uint32_t last, std::size_t type,
            std::span<const Annotation> names, const Points& points) const;

  const NameModel* model_ = nullptr;
  const NameClasses* classes_ = nullptr;
  TextView view_;
  std::span<const GivenFeature> given_;
  Trace* trace_ = nullptr;
  DocumentNames document_;
  UnknownRows unknown_;
  std::vector<Mark> marks_;              // of each token
  bool any_headline_ = false;
  std::vector<std::uint32_t> capitals_;  // tokens of a sentence that may be names
  std::vector<NameRun> runs_;
  std::vector<std::uint32_t> acronyms_;  // tokens of capitals alone that stand behind an opening bracket
  WeighedRun weighed_, next_weighed_;    // the run in hand, and the one behind it
  std::vector<TypeScores> scores_;       // of each candidate in round one
  std::vector<TypeScores> told_;         // of each candidate, with what the document says
  std::vector<Choice> choices_;
  std::vector<Annotation> first_names_;  // of round one
  NameAgreement agreement_;
};

// ---- Features, as the fitting sees them

namespace name_features {

/// What the entries that a candidate is say, as one number.
constexpr std::uint16_t bucket_of(std::uint16_t entries) {
  std::uint16_t strong = kNoList, weak = kNoList;
  for (std::uint16_t type = 0; type < kNameTypeCount; ++type) {
    auto at = static_cast<std::uint16_t>(2 * type + 1);
    if (entries >> (2 * type) & 1) strong = strong ? kSeveralStrong : at;
    if (entries >> (2 * type + 1) & 1) weak = weak ? kSeveralWeak : static_cast<std::uint16_t>(at + 1);
  }
  return strong ? strong : weak;
}

constexpr Position before_of(std::uint32_t length) {
  return length == 1 ? Position::before_one : length == 2 ? Position::before_two : Position::before_more;
}
constexpr Position after_of(std::uint32_t length) {
  return length == 1 ? Position::after_one : length == 2 ? Position::after_two : Position::after_more;
}

}  // namespace name_features

template <class Each>
void NameFinder::each_whole_feature(const NameRun& run, std::uint32_t first, std::uint32_t last, const Each& each) const {
  using Kind = Feature::Kind;
  auto number = [](auto value) { return static_cast<std::uint16_t>(value); };
  std::uint32_t length = last - first;
  each(Feature{Kind::length, 0, number(std::min<std::uint32_t>(length, kMaxLength))});
  Listed lists = listed(first, last);
  for (std::uint16_t bit = 0; bit < 2 * kNameTypeCount; ++bit) {
    if (lists.whole >> bit & 1) each(Feature{Kind::hit, 0, bit, number(std::min<std::uint32_t>(length, kMaxHitLength))});
    if (lists.body >> bit & 1) each(Feature{Kind::body, 0, bit});
  }
  for (const Hit& hit : view_.hits_at(first)) {
    const Entry& entry = view_.lexicon->entries()[hit.entry];
    if (hit.length != length || !entry.is_name) continue;
    if (Symbol subtype = view_.lexicon->entities()[entry.of].subtype)
      each(Feature{Kind::subtype, 0, subtype.id, entry.is_weak});
  }
  for (const GivenFeature& given : given_to(first, last)) each(Feature{Kind::given, 0, given.feature.id});
  for (std::uint16_t type = 0; type < kNameTypeCount; ++type) {
    if (marks_[first].cuts >> type & 1) each(Feature{Kind::cut, 0, 0, type});
    if (last < marks_.size() && marks_[last].cuts >> type & 1) each(Feature{Kind::cut, 0, 1, type});
  }
  auto begin = static_cast<std::int32_t>(first - run.first), end = static_cast<std::int32_t>(last - run.first);
  std::uint16_t kind_first = weighed(begin).kind, kind_last = weighed(end - 1).kind;
  std::uint16_t kind_before = weighed(begin - 1).kind, kind_after = weighed(end).kind;
  if (length > 1) each(Feature{Kind::pair, 0, kind_first, kind_last});
  each(Feature{Kind::enter, 0, kind_before, kind_first});
  each(Feature{Kind::leave, 0, kind_last, kind_after});
  std::uint16_t kind_before2 = weighed(begin - 2).kind, kind_after2 = weighed(end + 1).kind;
  each(Feature{Kind::ahead, 0, kind_before2, kind_before});
  each(Feature{Kind::behind, 0, kind_after, kind_after2});
  each(Feature{Kind::around, 0, kind_before, kind_after, number(std::min<std::uint32_t>(length, kMaxHitLength))});
  each(Feature{Kind::place, 0, kind_first, number(place_of(first)), number(length > 1)});
  std::uint16_t bucket = name_features::bucket_of(lists.whole);
  each(Feature{Kind::listed, 0, number(Side::before), kind_before, bucket});
  each(Feature{Kind::listed, 0, number(Side::first), kind_first, bucket});
  if (length > 1) each(Feature{Kind::listed, 0, number(Side::last), kind_last, bucket});
  each(Feature{Kind::listed, 0, number(Side::after), kind_after, bucket});
}

template <class Each>
void NameFinder::each_feature(const NameRun& run, std::uint32_t first, std::uint32_t last, const Each& each) const {
  auto token = [&](std::uint32_t t, Position position) {
    TokenTraits traits = traits_of(t);
    NameModel::each_feature(model_->classes_of(view_.classes(t), traits.flags), traits, position, each);
  };
  auto beside = [&](bool there, std::uint32_t t, Position position) {
    if (there) token(t, position);
    else each(Feature{Feature::Kind::edge, static_cast<std::uint8_t>(position)});
  };
  std::uint32_t length = last - first;
  if (length == 1) token(first, Position::only);
  else token(first, Position::first), token(last - 1, Position::last);
  for (std::uint32_t t = first + 1; t + 1 < last; ++t) token(t, Position::inside);
  beside(first > run.sentence.first, first - 1, name_features::before_of(length));
  beside(first > run.sentence.first + 1, first - 2, Position::before2);
  beside(last < run.sentence.last, last, name_features::after_of(length));
  beside(last + 1 < run.sentence.last, last + 1, Position::after2);
  each_whole_feature(run, first, last, each);
}

template <class Each>
void NameFinder::each_document_feature(const NameRun& run, std::uint32_t first, std::uint32_t last, const Each& each) const {
  auto length = static_cast<std::uint8_t>(last - first > 1);
  auto tell = [&](DocumentEvidence evidence, std::uint16_t type, std::uint16_t level) {
    if (is_part(evidence) && last - first == 1 && lies_in_name_found(run, first)) return;
    each(Feature{Feature::Kind::document, length, static_cast<std::uint16_t>(evidence), type, level});
  };
  document_.evidence(view_, first, last, tell);
  for (std::uint8_t type : {document_.beside_end(view_, *classes_, last), document_.beside_start(view_, *classes_, first)})
    if (type != 0) tell(DocumentEvidence::beside, type - std::uint16_t{1}, std::uint16_t{1});
  for (const Hit& hit : view_.hits_at(first)) {
    const Entry& entry = view_.lexicon->entries()[hit.entry];
    std::size_t type = name_type_index(entry.type());
    if (hit.length != last - first || type == kNameTypeCount || (entry.type() == symbols::person && entry.is_weak)) continue;
    if (std::uint16_t level = document_.level_of(entry.of, first, last))
      tell(DocumentEvidence::known, static_cast<std::uint16_t>(type), level);
  }
}

}  // namespace liaison
