// What a change of rules, names or version did to the facts of documents.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "liaison/facts.h"

namespace [[gnu::visibility("default")]] liaison {

/// One fact that came, went or changed.
struct FactChange {
  enum class What : std::uint8_t { mention, hold, event };
  enum class How : std::uint8_t { came, went, changed };
  What what = What::mention;
  How how = How::came;
  std::string document;
  std::string rule;        ///< what made it: its name and place; "old -> new" where both differ
  std::string before;      ///< the fact in words; empty where it came
  std::string after;       ///< empty where it went
  std::string context;     ///< the sentence, where the facts quote it
  std::uint32_t start = 0, end = 0;  ///< of the mention, or of the sentence, in the unit of the facts that hold it
  bool in_title = false;
};

/// How many facts of one sort there were and are, and how many of them are not the same.
struct FactCounts {
  std::size_t before = 0, after = 0, came = 0, went = 0, changed = 0;

  std::size_t differ() const { return came + went + changed; }
  /// `differ` in millionths of what there was: 1 % is 10,000. With nothing before, all that came is whole.
  std::size_t share() const;
  FactCounts& operator+=(const FactCounts& other);
};

/// What differs between the facts of two runs, document by document.
struct FactsDiff {
  std::size_t documents = 0, only_before = 0, only_after = 0;
  FactCounts mentions, holds, events;
  std::vector<FactChange> changes;   ///< in the order in which documents were compared, and of the text

  FactsDiff& operator+=(FactsDiff&& other);
};

/// Compares the facts of one document as two runs told them. A mention is the same if its bytes, type and entity's
/// name are; a hold if person, role, body and time are; an event if kind, status and participants are. What overlaps,
/// or differs only in part, has changed. Rules, ids and evidence may differ.
FactsDiff diff(const DocumentFacts& before, const DocumentFacts& after);

}  // namespace liaison
