// Symbols: the printable names of mention types, event kinds, statuses and places.
#pragma once

#include <cstdint>
#include <string_view>

namespace [[gnu::visibility("default")]] liaison {

/// A name interned in a language pack: a mention type, an event kind, a status, a place in a frame.
/// Two symbols of one pack are equal exactly when their names are. Its text is `Pack::name(symbol)`.
/// A new relation brings new symbols with its data file, so none of this is an enum.
struct Symbol {
  std::uint16_t id = 0;

  friend constexpr bool operator==(Symbol, Symbol) = default;
  friend constexpr auto operator<=>(Symbol, Symbol) = default;
  /// False for the empty symbol, which stands for "none".
  constexpr explicit operator bool() const { return id != 0; }
};

/// The symbols that every pack holds, with the same ids in all of them.
namespace symbols {

/// Names in the order of their ids; the empty name is the symbol "none".
inline constexpr std::string_view kNames[] = {
    "",         "PERSON",  "ORG",         "GPE",      "LOC",     "MISC",     "ROLE",    "DATE",
    "TOKEN",    "meeting", "contact",     "cooperation", "occurred", "planned", "possible", "denied",
    "current",  "former",  "incoming",    "subj",     "obj",     "with",     "between", "of",
    "to",       "by",      "possessive",  "compound", "host",    "among",    "from",    "holds",
    "same",     "strong",  "weak",        "name",     "description", "pronoun", "AMOUNT", "HIDDEN",
    "and",      "for",     "speaker",     "controller", "set",   "in",
    "country",  "capital", "adjective",   "gender",  "number",
    "DATELINE", "party", "government", "parliament", "office",
    "means", "left", "ticker", "media", "university", "kin", "international"};

inline constexpr Symbol none{0}, person{1}, org{2}, gpe{3}, loc{4}, misc{5}, role{6}, date{7}, token{8};
inline constexpr Symbol meeting{9}, contact{10}, cooperation{11};
inline constexpr Symbol occurred{12}, planned{13}, possible{14}, denied{15};
inline constexpr Symbol current{16}, former{17}, incoming{18};
inline constexpr Symbol subj{19}, obj{20}, with{21}, between{22}, of{23}, to{24}, by{25}, possessive{26},
    compound{27}, host{28}, among{29}, from{30};
inline constexpr Symbol holds{31}, same{32}, strong{33}, weak{34}, name{35}, description{36}, pronoun{37};
inline constexpr Symbol amount{38}, hidden{39}, conjoined{40}, for_{41}, speaker{42}, controller{43}, set{44}, in{45};
inline constexpr Symbol country{46}, capital{47}, adjective{48}, gender{49}, number{50}, dateline{51}, party{52}, government{53}, parliament{54}, office{55};
inline constexpr Symbol means{56}, left{57}, ticker{58}, media{59}, university{60}, kin{61},
    international{62};

}  // namespace symbols
}  // namespace liaison
