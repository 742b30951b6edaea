// Runs the rules over tokens: roles, dates, brackets to be hidden, and evidence for names.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "liaison/analyzer.h"
#include "recognition/name_features.h"
#include "rules/annotation.h"
#include "rules/matcher.h"
#include "rules/program.h"

namespace liaison {

/// Annotates tokens. Requires: used by one thread at a time; memory is reused.
class Annotator {
 public:
  /// Replaces `annotations` by what the rules `make` over the tokens, sorted and without overlaps. Sentences without
  /// an anchor of a rule are passed over. A strong name of the gazetteers wins over a role that it holds or crosses, or
  /// before which it stands as its body; so does a stretch that a rule gives evidence for, over a role in it. What rules
  /// `give` is then told by `given`.
  void run(const RuleBook& rules, const TextView& view, std::span<const Sentence> sentences, Trace* trace,
           std::vector<Annotation>& annotations);

  /// Its matcher, which counts what it gave up and its steps.
  const Matcher& matcher() const { return matcher_; }

  /// The features that the rules gave in the last run, sorted, each once.
  std::span<const GivenFeature> given() const { return given_; }

 private:
  void take_given(const RuleBook& rules, const Sequence& sequence, Trace* trace);
  bool inside_given(std::uint32_t first, std::uint32_t last) const;
  /// Takes out the roles and dates that a strong name or a rule's evidence for one forbids, so that a shorter reading
  /// beside the name may stand.
  void yield_to_names(const RuleBook& rules, const TextView& view, const Sequence& sequence, Trace* trace);
  void read(const RuleBook& rules, const Match& match, std::vector<Annotation>& annotations) const;

  Matcher matcher_;
  std::vector<Unit> units_;
  std::vector<Match> matches_;
  std::vector<GivenFeature> given_;
  std::ptrdiff_t given_before_ = 0;  // how many of them are of the sentences before
  ClassId listed_role_ = ClassId::none;  // whose phrases are roles that stand in a list
};

}  // namespace liaison
