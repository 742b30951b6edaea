// What `liaison explain` shows: the records of a trace, sentence by sentence, in words or as JSON.
#pragma once

#include <functional>
#include <ostream>
#include <string>
#include <vector>

#include "liaison/analysis.h"
#include "liaison/document.h"
#include "liaison/trace.h"
#include "palette.h"

namespace command {

/// A document that was read for explanation. A view: all that it refers to outlives it.
struct Explained {
  const liaison::Document& document;
  const liaison::Analysis& analysis;
  const std::vector<liaison::TraceRecord>& records;
};

/// What of it is shown.
struct Selection {
  std::vector<liaison::Place> places;       ///< only what touches one of them; all if there are none
  std::vector<liaison::RuleId> why_not;     ///< only why these rules do not hold
  liaison::Symbol why_not_type;             ///< or why a stretch is no name of this type
  std::string phase;                        ///< only records of this kind, by its name
  std::function<std::string(const std::string& file)> as_given;  ///< how the caller calls a file of the pack

  bool asks_why_not() const { return !why_not.empty() || why_not_type; }
  bool shows(const liaison::TraceRecord& record) const;
};

/// True if two places have a byte in common, or one is empty and stands in or beside the other.
bool touches(const liaison::Place& a, const liaison::Place& b);

void write_text(const Explained& explained, const Selection& selection, const Palette& palette, std::ostream& out);

/// One object: `{"id", "sentences": [{"start", "end", "text", "records": [{"kind", "start", "end", "text", "what", …}]}]}`.
void write_json(const Explained& explained, const Selection& selection, std::ostream& out);

}  // namespace command
