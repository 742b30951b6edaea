// What was found in one document.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "liaison/document.h"
#include "liaison/symbol.h"

namespace [[gnu::visibility("default")]] liaison {

class Pack;

enum class MentionId : std::uint32_t { none = 0xffffffff };
enum class EntityId : std::uint32_t { none = 0xffffffff };
/// A rule, a frame's trigger or a list entry of the pack; `Pack::rule_name` and `Pack::rule_place` print it.
enum class RuleId : std::uint32_t { none = 0xffffffff };

/// A stretch of the title or of the text.
struct Place {
  Span span;              ///< bytes, half open, from the start of the title or of the text
  bool in_title = false;

  friend bool operator==(const Place&, const Place&) = default;
};

/// How an entity is spoken of.
enum class Form : std::uint8_t { name, description, pronoun };

/// One occurrence of a name, a role or a description in the text.
struct Mention {
  Place place;
  Symbol type;                       ///< PERSON, ORG, GPE, LOC, ROLE, DATE
  EntityId entity = EntityId::none;  ///< none for roles and dates
  RuleId rule = RuleId::none;        ///< what recognised it
  Form form = Form::name;
  std::int32_t score = 0;            ///< how far the best reading stands above none at all
};

/// A person, organisation or place of the document, with all its mentions.
struct Entity {
  Symbol type;
  std::string name;                  ///< the fullest form
  std::vector<std::string> forms;    ///< the distinct names used, in order of their first appearance
  std::vector<MentionId> mentions;   ///< in text order
  std::string known_as;              ///< the canonical name in the gazetteers; empty where they do not know it
};

/// Who takes part in an event, and in what place of the frame.
struct Participant {
  EntityId entity = EntityId::none;
  MentionId mention = MentionId::none;  ///< the mention that stands for it; none where it is implied
  Symbol place;                         ///< subj, obj, with, between …
  std::uint8_t side = 0;                ///< pairs are drawn across sides; all 0 where all are joined with all
};

/// How far the one who reports an event stands for it.
enum class Certainty : std::uint8_t {
  none,       ///< nobody is named: the text itself says so
  stated,     ///< as a fact: "said", "confirmed", "according to"
  believed,   ///< as what he holds to be so: "believes", "thinks"
  claimed,    ///< as a fact, from which the text keeps its distance: "claimed", "alleged"
  denied,     ///< not at all: he says that it is not so, "denied", "disputed"
  hearsay     ///< nobody stands for it: "reportedly", "is said to"
};
/// "stated", "believed" …; empty for none.
std::string_view to_string(Certainty certainty);

/// Who reports an event.
struct Attribution {
  std::vector<EntityId> sources;     ///< whom the text names, or for whom somebody unnamed speaks; may be none
  Span span;                         ///< the phrase that tells who it is, of hearsay the word that says that it is such
  Certainty certainty = Certainty::none;

  explicit operator bool() const { return certainty != Certainty::none; }
};

/// The sentence and the rule that say so.
struct Evidence {
  Place place;                             ///< the sentence
  Span trigger;                            ///< the word or group that triggered, in the same text as `place`
  RuleId rule = RuleId::none;
  Symbol status;                           ///< of this telling; none for holds
  std::vector<Participant> participants;   ///< as this sentence has them
  std::int32_t score = 0;                  ///< of an event: what speaks for this telling less what speaks against it; eight
                                           ///< points more make it e times as likely to be right
  Span topic = {};                         ///< what it was about, in the same text; empty where that is not told
  Attribution attribution = {};            ///< who says so, in the same text
  std::vector<EntityId> hosts = {}, guests = {};  ///< who received whom, where that is told
};

/// How likely a telling with a score is to be right, in per cent from 1 to 99, as readers judged others like it.
int percent_sure(std::int32_t score);

/// A person holds a role, in a body where the text names one.
struct Hold {
  EntityId person = EntityId::none;
  std::string role;                  ///< as written
  EntityId org = EntityId::none;     ///< may be none
  Symbol when;                       ///< current, former, incoming
  std::vector<Evidence> evidence;
};

/// A meeting, contact or cooperation (or any kind that the pack defines) of two or more entities.
struct Event {
  Symbol kind;
  Symbol status;                          ///< occurred, planned, possible, denied
  std::vector<Participant> participants;
  std::vector<Evidence> evidence;
  bool disputed = false;                  ///< the text has somebody deny what another tells, or the other way round
};

/// A documented limit that was met, or something about the input that the reader should know.
struct Notice {
  std::string code;                  ///< stable, e.g. "sentence-too-long"
  std::string message;
  Place place;
};

/// The result of reading one document: a value that holds ids and offsets and no views into the document,
/// so that it may outlive it. It keeps the pack alive that its symbols and rules belong to.
/// Ids index the vectors: `mentions[std::size_t(id)]`, or `at(id)`.
struct Analysis {
  std::shared_ptr<const Pack> pack;
  std::vector<Place> sentences;      ///< in text order, those of the title first
  std::size_t token_count = 0;
  std::vector<Mention> mentions;     ///< in text order, without overlaps
  std::vector<Entity> entities;      ///< in order of their first mention
  std::vector<Hold> holds;
  std::vector<Event> events;
  std::vector<Place> hidden;         ///< brackets that the rules pass over: tickers, amounts
  std::vector<Place> datelines;      ///< where and when the article was written: "SEOUL, June 14 -"
  std::vector<Notice> notices;

  const Mention& at(MentionId id) const { return mentions[static_cast<std::size_t>(id)]; }
  const Entity& at(EntityId id) const { return entities[static_cast<std::size_t>(id)]; }
};

/// The text that a place covers: a view into the document, valid as long as it is.
std::string_view text_of(const Document& document, const Place& place);

}  // namespace liaison
