// The body that a sentence, or a whole document, is about, and the one that a noun points at there.
#pragma once

#include <optional>
#include <string_view>

#include "relations/hold_reading.h"

namespace liaison {

/// Of those that are added, the one that the document names most often.
struct MostNamed {
  EntityId entity = EntityId::none;
  std::size_t times = 0, second = 0;  ///< how often it is named, and the next one

  void add(const HoldReading& reading, EntityId other);
  /// True if it is named twice as often as each other one.
  bool stands_out() const { return times >= 2 * second; }
};

/// Of those that are added, the only one.
class OnlyBody {
 public:
  /// Adds a body, if it is one.
  void add(EntityId body) {
    several_ |= any() && body != EntityId::none && body != body_;
    if (body != EntityId::none) body_ = body;
  }
  bool any() const { return body_ != EntityId::none; }
  /// None where there is none, or several.
  EntityId get() const { return several_ ? EntityId::none : body_; }

 private:
  EntityId body_ = EntityId::none;
  bool several_ = false;
};

/// The organisation that a sentence begins with, or goes on with behind a comma, before a token: "Toyota sued Honda", "Last
/// week, the Fed met HSBC"; none of an owner ("Toyota's chief"). With `no_press`, no paper that only reports.
EntityId body_at_head(const HoldReading& reading, Sentence sentence, std::uint32_t before, bool no_press);

/// How many sentences back a body that is told elsewhere may stand.
constexpr std::uint32_t kBodyReach = 3;

/// The body of the type that the sentence names before a token. Of several organisations, the one that speaks at its
/// beginning ("Samsung said Toyota …"), or that the document names twice as often as each other one; else none. With
/// `no_press`, not the paper that only reports: "The Times said the airline's chief …".
EntityId only_body(const HoldReading& reading, Sentence sentence, std::uint32_t before, Symbol type, bool no_press = false);

/// The sentence so many before one of the document.
const Sentence& sentence_before(const HoldReading& reading, Sentence sentence, std::uint32_t back);

/// How many sentences stand before one, at most so many.
std::uint32_t reach_behind(const HoldReading& reading, Sentence sentence, std::uint32_t most);

/// A sentence that names a body before a token.
struct Naming {
  const Sentence* sentence = nullptr;  ///< null: no sentence in reach names any
  std::uint32_t end = 0;
};

/// The sentence, or the nearest one before it, that names a body of the type before a token. With `no_press`, a paper that
/// only reports counts for nothing.
Naming nearest_naming(const HoldReading& reading, std::uint32_t token, Sentence sentence, Symbol type, bool no_press = false);

/// The organisation told elsewhere by a word for it ("its", "the company"): the one that the nearest sentence that names any
/// begins with, or its only one.
EntityId body_pointed_at(const HoldReading& reading, std::uint32_t token, Sentence sentence, bool no_press);

/// The body told elsewhere: the only one of its own sentence before a token, or of the nearest sentence before that
/// names any.
EntityId body_near(const HoldReading& reading, std::uint32_t token, Sentence sentence, Symbol type);

/// The country of an adjective that begins at a token, "South Korean" or "French", as the gazetteers call it; empty for
/// one of several countries or none, "African-American"; nothing for other words.
std::optional<std::string_view> country_of(const HoldReading& reading, std::uint32_t token);

/// The place that the document names by a name of the gazetteers; none for an empty one.
EntityId place_called(const HoldReading& reading, std::string_view name);

/// The body with a word in its name, of the nearest sentence that names one before the word: the "Senate Water Committee"
/// of "committee chairwoman Ann Lee" and of "panel chairwoman"; the FBI, whose full name only the lists may tell, of "the
/// bureau's director". None where it names several.
EntityId body_called(const HoldReading& reading, const Unit& noun, Sentence sentence);

/// The country of "the country's president": the only one that its sentence tells of before it, or the nearest sentence
/// before that tells of any, by name or by an adjective ("Kenyan media say …"). No city is one.
EntityId country_near(const HoldReading& reading, std::uint32_t token, Sentence sentence);

/// The firm that the document is about: named twice as often as each other organisation; none of the press, of a state or a
/// party.
EntityId main_body(const HoldReading& reading);

}  // namespace liaison
