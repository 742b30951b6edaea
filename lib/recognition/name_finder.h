// Finds names by evidence: scores segmentations of capitalised runs and takes the best path, twice.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "liaison/analyzer.h"
#include "recognition/name_model.h"
#include "rules/annotation.h"

namespace liaison {

/// The word classes that decide where a candidate may begin, go on and end. Looked up once for each pack.
struct NameClasses {
  ClassId connector = ClassId::none;       ///< may stand inside a name: of, and, &, de …
  ClassId list_mark = ClassId::none;       ///< stands between names of one kind: commas, and, or
  ClassId uncapitalised = ClassId::none;   ///< names that are written without a capital
  ClassId never = ClassId::none;           ///< never a name by itself
  ClassId given[3] = {ClassId::none, ClassId::none, ClassId::none};
  ClassId surname = ClassId::none, ordinary = ClassId::none, common = ClassId::none;
  ClassId legal_suffix = ClassId::none, head = ClassId::none, name_suffix = ClassId::none, particle = ClassId::none;

  NameClasses() = default;
  explicit NameClasses(const Lexicon& lexicon);
};

/// What the names that round one found say of the rest of the document.
class DocumentNames {
 public:
  void clear();
  /// Notes a name of round one, with how it may be repeated: surname, short form, first letters.
  void add(const TextView& view, const NameClasses& classes, const Annotation& name);
  /// By how much the document raises each type for the tokens first … last. What stands at `first` itself is no
  /// evidence for itself.
  TypeScores evidence(const NameModel& model, const TextView& view, std::uint32_t first, std::uint32_t last) const;
  /// True if an entity of the gazetteers was found under some form elsewhere than in the tokens first … last.
  bool has_known(std::uint32_t entity, std::uint32_t first, std::uint32_t last) const;

 private:
  /// Where something was found, and how surely. What overlaps a candidate is no evidence for it.
  struct Seen {
    std::int32_t best = 0, second = 0;     // scores of the best and the second-best occurrence
    std::uint32_t first = 0, last = 0;     // tokens of the best

    void note(const Annotation& name);
    std::int32_t elsewhere(std::uint32_t from, std::uint32_t to) const { return from < last && first < to ? second : best; }
  };
  struct Known {
    Seen whole[kNameTypeCount], part[kNameTypeCount];
  };
  Known& known(const TextView& view, std::uint32_t first, std::uint32_t last);
  void add_person_parts(const TextView& view, const NameClasses& classes, const Annotation& name);
  void add_org_parts(const TextView& view, const NameClasses& classes, const Annotation& name);

  std::unordered_map<std::uint64_t, Known> strings_;
  std::vector<std::string> initials_;
  std::unordered_map<std::uint32_t, Seen> entities_;  // of the gazetteers
};

/// The longest name, in tokens.
inline constexpr std::uint32_t kLongestName = 10;

/// Finds the names of a document. Requires: used by one thread at a time; memory is reused.
class NameFinder {
 public:
  /// Replaces `names` by the names of the document in text order, those of type MISC among them. `fixed` are
  /// annotations that no name may overlap (roles, dates, hidden brackets), sorted. Linear in the tokens.
  void run(const NameModel& model, const NameClasses& classes, const TextView& view,
           std::span<const Sentence> sentences, std::span<const Annotation> fixed, Trace* trace,
           std::vector<Annotation>& names);

 private:
  /// A stretch of capitalised words and what may join them.
  struct Run {
    std::uint32_t first = 0, last = 0;
    Sentence sentence;
  };
  struct Choice {
    std::int32_t total = 0, score = 0;
    std::uint32_t last = 0;  // end of the segment that begins here, or 0
    std::uint32_t known = Annotation::kUnknown;
    std::uint8_t type = 0;
  };

  /// A stretch that may be a name, and what all evidence says of it.
  struct Candidate {
    std::uint32_t first = 0, last = 0;
    TypeScores scores;
    std::uint32_t known[kNameTypeCount];  // the entry that it is, for each type
  };

  void mark(std::span<const Annotation> fixed);
  bool may_be_name(std::uint32_t token) const;
  void find_runs(std::span<const Sentence> sentences);
  void find_runs(Sentence sentence);
  TypeScores beside_scores(std::uint32_t first, std::uint32_t last) const;
  void decode(const Run& run, std::vector<Annotation>& names);
  bool is_headline(Sentence sentence) const;
  void weigh(const Run& run);
  TypeScores parts_of(std::uint32_t first, std::uint32_t last) const;
  void add_neighbours(std::uint32_t first, std::uint32_t last, const Sentence& sentence, TypeScores& sum) const;
  bool weigh(std::uint32_t first, std::uint32_t last, const Run& run, Candidate& candidate) const;
  Token shaped(std::uint32_t token) const;
  void consider(std::uint32_t first, std::uint32_t last, const Run& run, Choice& best);
  std::uint32_t hit_scores(std::uint32_t first, std::uint32_t length, TypeScores& sum,
                           std::uint32_t (&known)[kNameTypeCount], bool (&strong)[kNameTypeCount]) const;
  std::uint32_t entry_scores(std::uint32_t first, std::uint32_t last, TypeScores& sum,
                             std::uint32_t (&known)[kNameTypeCount], bool (&strong)[kNameTypeCount]) const;
  void learn(const std::vector<Annotation>& names);
  void read_headlines_again(std::vector<Annotation>& names);

  // For explanation, in name_trace.cpp.
  void tell(std::span<const Annotation> names) const;
  void tell(const Run& run, std::span<const Annotation> names) const;
  void tell(const Candidate& candidate, std::size_t type, const Run& run, std::span<const Annotation> names) const;
  std::vector<NameFeature> features_of(const Candidate& candidate, std::uint32_t first, std::uint32_t last, const Run& run) const;
  void add_position_features(std::uint32_t first, std::uint32_t last, const Run& run, std::vector<NameFeature>& out) const;

  const NameModel* model_ = nullptr;
  const NameClasses* classes_ = nullptr;
  TextView view_;
  Trace* trace_ = nullptr;
  bool second_round_ = false;
  DocumentNames document_;
  std::vector<Symbol> fixed_;           // for each token the type of the annotation on it
  std::vector<bool> in_hit_;            // for each token: a typed entry covers it
  std::vector<bool> headline_;          // for each token: in a sentence of capitals
  std::vector<std::uint8_t> starting_, ending_;  // for each token: 1 + the type of a name of round one there
  std::vector<Run> runs_;
  std::vector<TokenScores> scores_;     // for each token in or beside a run
  std::vector<TypeScores> inside_sums_; // for each token of a run: of the tokens of the run before it
  std::vector<Choice> choices_;
};

}  // namespace liaison
