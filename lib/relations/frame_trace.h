// Tells a trace of the triggers of a sentence: who stands in each place, the chain of the status, and why nothing came of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "liaison/trace.h"
#include "relations/frame_book.h"
#include "relations/references.h"

namespace liaison {

struct EventTelling;

/// Notes what is done with one trigger after the other. Only there when a reading is traced.
class FrameTrace {
 public:
  /// Requires: all three outlive it.
  FrameTrace(const ClauseReading& reading, const References& references, Trace& trace)
      : r_(reading), references_(references), trace_(trace) {}

  /// Begins a trigger at the group where it is found; what is told next is of it, up to its end.
  void begin(const Trigger& trigger, std::uint32_t group);
  /// A party that stands in a slot: `why_not` tells why it takes no part; empty if it does.
  void party(const Slot& slot, const Party& party, std::string_view why_not);
  /// What the group, the trigger itself or a predicate above it, makes of the status.
  void status(std::uint32_t group, Symbol made, bool dropped);
  /// Ends the trigger; `features` are those of the telling, `why` tells why it tells of nothing, empty if it does.
  void end(const EventTelling& telling, const std::vector<TellingFeature>& features, std::string_view why);
  /// What another trigger has led to: `talks on a merger`.
  void derived(const EventTelling& telling);
  /// Tells of the triggers asked for that were not begun in the sentence.
  void misses();

 private:
  std::string text(const Party& party) const;
  void told(std::string_view what, std::string value, Span span);
  void told_beside(const EventTelling& telling);
  void miss(const Trigger& trigger);

  const ClauseReading& r_;
  const References& references_;
  Trace& trace_;
  TraceRecord record_;
  std::vector<RuleId> begun_;
};

/// Tells of the triggers asked for that a sentence is not read for events, and why.
void trace_unread(const FrameBook& book, Span sentence, const std::string& why, Trace& trace);

/// Tells of the groups of a sentence and of what each hangs on.
void trace_groups(const ClauseReading& reading, Trace& trace);

}  // namespace liaison
