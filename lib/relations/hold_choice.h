// Which of the readings of a role word is taken.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "liaison/trace.h"
#include "relations/hold_reading.h"
#include "rules/program.h"

namespace liaison {

/// A person, a role and a body, as one match of a rule tells them.
struct FoundHold {
  std::uint32_t person;                 ///< its annotation
  std::uint32_t role_first, role_last;  ///< tokens
  EntityId org;
  Symbol when;
  std::string_view verb;                ///< the role that a verb tells of; empty where the text names the role
  std::uint32_t rule, match_first, length;
  int priority;
  bool shared;                          ///< told of another holder of the same role word: "his counterpart"
  bool described;                       ///< told of whom the sentence does not name: "the Ohio senator"
  bool past;                            ///< told by what was done in the office: "signed it as senator"
  Sentence sentence;
  struct { std::uint32_t first = 0, last = 0; Sentence sentence{}; } told = {};  ///< where the role is told of its body; empty: here
  bool foreign = false;                 ///< its body is told by a word for a country that the document does not name
};

/// The role as the text has it, or the noun for the verb that tells of it ("founded": founder).
std::string role_text(const TextView& view, const FoundHold& found);

/// What makes two role phrases one: folded, dashes as blanks, titles as the office that they mean ("Sen.": senator).
std::string role_key(const HoldReading& reading, std::uint32_t first, std::uint32_t last);
std::string role_key(const HoldReading& reading, const FoundHold& found);

/// True for an office at the head of a state: "president", "prime minister".
bool leads_state(const HoldReading& reading, const FoundHold& found);

/// True for an office of a country that is told by a noun: "minister".
bool is_national(const HoldReading& reading, const FoundHold& found);

/// Of the readings of one role word keeps the best: by priority, then the longest; one person bears it in
/// one body, unless one match gives it to several.
/// The readings are those of a document; a trace, if there is one, hears of each, and what it lost to.
void keep_best(const RuleBook& rules, const HoldReading& reading, Trace* trace, std::vector<FoundHold>& found);

/// Takes out who is told by a description that fits him badly: where somebody else is told to hold the role in that
/// body, or he to hold it in another one or to have a high office. Where that calls for too many comparisons, all of them.
void drop_unfit_descriptions(const HoldReading& reading, std::vector<FoundHold>& found);

/// Takes out another word for an office at the head of a country that its holder is told to hold: "the Turkish leader" of a
/// president, who then is that of the country told there.
void drop_second_words(const HoldReading& reading, std::vector<FoundHold>& found);

}  // namespace liaison
