// When an event was or will be, as its sentence has it.
#pragma once

#include <string>

#include "liaison/analysis.h"
#include "liaison/document.h"

namespace liaison {

/// A phrase of time, and the day, week, month or year that it means: ISO 8601 with as much as is told ("2019-02-12",
/// "2019-W07", "2019-02", "2019"), empty where that cannot be told.
struct EventTime {
  Span span;
  std::string iso;

  explicit operator bool() const { return span.start < span.end; }
};

/// The date behind the trigger, with no comma or other verb between, or that with which the sentence begins: Tuesday of
/// "met Musk in Seoul on Tuesday" and of "On Tuesday, Lee met Musk". What it means hangs on the date of the document, and
/// on whether the event lies ahead. Requires the pack of the analysis. Linear in the sentence.
EventTime event_time(const Document& document, const Analysis& analysis, const Evidence& evidence);

}  // namespace liaison
