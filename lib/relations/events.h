// Finds the events of a document: who met, contacted or works with whom.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "liaison/analysis.h"
#include "liaison/analyzer.h"
#include "relations/clauses.h"
#include "relations/document_index.h"
#include "relations/frame_book.h"
#include "relations/frames.h"
#include "relations/groups.h"
#include "relations/references.h"
#include "relations/shared_pairs.h"
#include "relations/tagger.h"
#include "rules/annotation.h"
#include "rules/program.h"
#include "text/sentences.h"

namespace liaison {

/// A document as the finder of events reads it. A view: all that it refers to outlives it.
struct EventInput {
  TextView view;
  std::span<const Sentence> sentences;
  std::span<const Annotation> annotations;  ///< names with their entities, roles, dates, hidden brackets; sorted
  std::span<const Entity> entities;
  std::span<const Hold> holds;
};

/// Finds events. Only sentences that hold a trigger are parsed. Requires: used by one thread at a time; memory is
/// reused. Linear in the text.
class EventFinder {
 public:
  /// Adds the events of the document, in the order in which they are first told; participants' mentions are
  /// indices of `input.annotations`. Limits that were met go to `notices`.
  void run(const FrameBook& frames, const RuleBook& rules, const EventInput& input, Trace* trace,
           std::vector<Event>& events, std::vector<Notice>& notices);
  /// What was looked at for more than one sentence, in all documents so far.
  std::uint64_t steps() const { return index_.steps() + compared_; }

 private:
  void read(const FrameBook& frames, const EventInput& input, std::uint32_t sentence, Trace* trace);
  bool is_near_meeting(std::uint32_t sentence) const;
  void note_told(std::uint32_t sentence);
  void join_talks();
  void tell(const ClauseReading& reading, EventTelling telling, std::vector<Event>& events);

  Tagger tagger_;
  GroupBuilder groups_;
  ClauseParser parser_;
  FrameMatcher matcher_;
  References references_;
  DocumentIndex index_;
  std::uint64_t compared_ = 0;
  std::vector<EventTelling> tellings_;
  std::optional<EventTelling> told_;   // what the sentence read last tells of a meeting or call
  std::uint32_t told_before_ = 0;      // that sentence
  std::vector<EntityId> interviewers_;
  /// Of each event where it is told, and whether it is a talk of which nothing says where it was.
  struct Telling {
    std::uint32_t sentence;
    bool open;
  };
  std::vector<Telling> places_;
  std::vector<Span> denials_;   // triggers of what is denied outright
  std::vector<Event>* events_ = nullptr;
};

/// Puts together what tells of one event: the same kind, status and participants. A meeting is told as such, as a
/// visit or as talks. Keeps the order of the first telling. An event is compared with SharedPairs::kMostEvents others for each of
/// its pairs at most, so that it takes time in proportion to the pairs, but for sorting. Returns how many comparisons that took.
std::uint64_t merge_events(std::vector<Event>& events);

/// Puts a meeting of two people and one of the same kind and status of the bodies that they act for together: one event
/// with a body and its person on each side. Of a body 64 people are looked at, and of each of them 64 events, so that it takes time
/// in proportion to the events, but for sorting.
void join_people_with_bodies(std::span<const Entity> entities, std::span<const Hold> holds, std::vector<Event>& events);

}  // namespace liaison
