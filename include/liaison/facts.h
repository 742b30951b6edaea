// The facts of one document, free of any pack: what `extract` prints, one JSON object a line, and `graph` reads.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "liaison/analysis.h"
#include "liaison/analyzer.h"
#include "liaison/document.h"
#include "liaison/error.h"

namespace [[gnu::visibility("default")]] liaison {

struct FactMention {
  std::uint32_t start = 0, end = 0;  ///< in the unit of `Made::offsets`, half open
  std::string type, entity, rule;    ///< `entity` is empty for roles and dates
  std::string form;                  ///< "description" or "pronoun"; empty for names
  bool in_title = false;
};

struct FactEntity {
  std::string id, type, name;
  std::vector<std::string> forms;
  std::string known_as;              ///< canonical name in the gazetteers, or empty
  std::string of = {};               ///< of a body that each country has one of: the place that the text names beside
                                     ///< it ("Russia" of "the Russian Foreign Ministry"), or empty
};

struct FactArgument {
  std::string entity, place;
  std::uint32_t start = 0, end = 0;  ///< equal where the participant is implied
};

/// A phrase of time in the text, and the day, week, month or year that it means, in ISO 8601 ("2019-02-12", "2019-W07",
/// "2019-02", "2019"); `iso` is empty where that cannot be told, `text` where there is no such phrase.
struct FactTime {
  std::uint32_t start = 0, end = 0;
  std::string text, iso;
};

/// A phrase of the text; `text` is empty where there is none.
struct FactPhrase {
  std::uint32_t start = 0, end = 0;
  std::string text;
};

/// Who reports an event, and how far he stands for it: "stated", "believed", "claimed", "denied" or "hearsay"
/// (`Certainty`); `certainty` is empty where the text itself tells of it. `who` holds the entities that are named, or for
/// which somebody unnamed speaks.
struct FactAttribution {
  std::vector<std::string> who;
  FactPhrase phrase;                     ///< the source as written; of hearsay the word that says that it is such
  std::string certainty;
};

struct FactEvidence {
  std::uint32_t start = 0, end = 0;
  bool in_title = false;
  std::string quote, rule, rule_place;   ///< the sentence; the rule's name; its file:line
  std::uint32_t trigger_start = 0, trigger_end = 0;
  std::vector<FactArgument> arguments;
  std::string status;
  std::uint32_t sure = 0;                ///< of an event: how likely this telling is to be right, in per cent; 0 where nothing says
  std::string where = {};                ///< of an event: the entity that the sentence names as its place, or empty
  FactTime time = {};                    ///< of an event: when, as the sentence has it
  FactPhrase topic = {};                 ///< of an event: what it was about, as the sentence has it
  FactAttribution attribution = {};      ///< of an event: who says so
  std::vector<std::string> host = {}, guest = {};   ///< of an event: the entities that received, and who came to them
};

struct FactHold {
  std::string id, person, role, org, when;   ///< `org` is empty where the text names none
  std::vector<FactEvidence> evidence;
};

struct FactEvent {
  std::string id, kind, status;
  std::vector<std::string> who;                   ///< entity ids
  std::vector<std::vector<std::string>> sides;    ///< empty where all are joined with all
  std::vector<FactEvidence> evidence;
  bool disputed = false;                          ///< the document has somebody deny what another tells
};

/// What made the facts: versions, a hash of the text, so that equal facts can be told from new ones, and a sketch of
/// it (MinHash of its runs of five words), so that copies of one text can be found; empty for short texts.
struct Made {
  std::string liaison, pack, text, offsets = "byte", sketch = {};
};

struct FactNotice {
  std::string code, message;
  std::uint32_t start = 0, end = 0;
};

/// All facts of one document. Strings are valid UTF-8; bytes that were not are replaced by U+FFFD.
struct DocumentFacts {
  int schema = 1;
  std::string id, date, source, title, url;
  Made made;
  std::vector<FactMention> mentions;
  std::vector<FactEntity> entities;
  std::vector<FactHold> holds;
  std::vector<FactEvent> events;
  std::vector<FactNotice> notices;
  std::string extra;                 ///< unknown keys of the input line: a JSON object, or empty
};

/// The facts of an analysis, with offsets in `unit`. Entities are named e1, e2 … in order of their first mention;
/// ids of holds and events are hashes of document, span and frame, the same in every run.
DocumentFacts facts_of(const Document& document, const Analysis& analysis, OffsetUnit unit = OffsetUnit::byte);

/// One line of JSON without its newline. `keep` chooses among "mentions", "entities", "holds", "events", "notices";
/// empty keeps all.
std::string to_json(const DocumentFacts& facts, const std::vector<std::string>& keep = {});

/// Reads one line of `to_json`. Throws Error{bad_json}, with `where` as its place.
DocumentFacts facts_from_json(std::string_view line, const std::string& where);

/// One line of `--input jsonl`: a document, the names that it may bring, and its unknown keys.
struct InputLine {
  Document document;
  bool has_names = false;
  GivenNames names;
  std::string extra;
};

/// Reads one input line; offsets of given mentions are bytes. Throws Error{bad_json}.
InputLine input_from_json(std::string_view line, const std::string& where);

/// What is printed in place of facts for an input line that could not be read, without its newline:
/// `{"id": …, "error": {"code", "message"}}`. The id is that of the line, or null where it cannot be told.
std::string error_to_json(std::string_view line, const Error& error);

}  // namespace liaison
