// Finds the aliases that a text tells: "Meta, formerly known as Facebook".
#pragma once

#include <span>
#include <vector>

#include "liaison/trace.h"
#include "resolution/name_resolver.h"
#include "rules/annotation.h"
#include "rules/matcher.h"
#include "rules/program.h"

namespace liaison {

/// Runs the rules `same(a, b)`. Requires: used by one thread at a time; memory is reused.
class AliasFinder {
 public:
  /// Replaces `aliases` by the pairs of annotations that the text calls one. Sentences without an anchor of such a
  /// rule are passed over.
  void run(const RuleBook& rules, const TextView& view, std::span<const Sentence> sentences,
           std::span<const Annotation> annotations, Trace* trace, std::vector<ToldAlias>& aliases);

  /// Its matcher, which counts what it gave up and its steps.
  const Matcher& matcher() const { return matcher_; }

 private:
  Matcher matcher_;
  std::vector<Unit> units_;
  std::vector<Match> matches_;
};

}  // namespace liaison
