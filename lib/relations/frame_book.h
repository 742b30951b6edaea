// The compiled frames of a pack: triggers, the places that participants fill, and the tables of cues.
#pragma once

#include <bit>
#include <cstdint>
#include <iterator>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "lexicon/image.h"
#include "lexicon/lexicon.h"
#include "liaison/analysis.h"
#include "liaison/symbol.h"
#include "relations/grammar.h"
#include "relations/telling_weights.h"
#include "rules/program.h"

namespace liaison {

/// How many words a trigger or cue may have.
inline constexpr std::size_t kMaxTriggerWords = 5;
/// How many places a trigger may have.
inline constexpr std::size_t kMaxPlaces = 255;
/// How many sides its places may be on: a set of sides is a word of bits.
inline constexpr std::size_t kMaxSides = 32;

/// The words of a trigger or cue, kNoWord behind the last one.
struct Phrase {
  WordId words[kMaxTriggerWords] = {kNoWord, kNoWord, kNoWord, kNoWord, kNoWord};

  /// True for a phrase of two words that ends with this one: `turn down`.
  bool is_pair_with(WordId second) const { return words[1] == second && words[2] == kNoWord; }
};

enum class TriggerKind : std::uint8_t { verb, noun, word };

/// A word that tells of an event, with the places in which its participants stand.
struct Trigger {
  enum Flag : std::uint32_t {
    kJoint = 1,   ///< all who take part are joined with all
    kMutual = 2,  ///< several on one side, and none on another, are joined with one another
    kTheme = 4,   ///< what it is about may be an event of its own
    kWeak = 8,    ///< counts only with both sides told in its own phrase
    kBodies = 16, ///< beside a body a person stands for his own
    kAgreed = 32, ///< counts only below what says that it is agreed: `agreed to supply`, `a contract to supply`
    kPossible = 64, ///< tells of what may come: `invited A`
    kErrand = 128,  ///< counts only as what somebody goes for: `flew to Moscow to see A`
    kIntransitive = 256, ///< counts only without an object: not `assembled the votes with A`
    kTransitive = 512,   ///< counts only with an object, or in the passive: `agreed the terms with A`
    kScene = 1024,       ///< counts only in the simple present, as a picture is told of: `A speaks with B at the gate`
    kTalk = 2048,        ///< with who asks for the press it is an interview: `told Fox's A … sat down with A`
    kPlain = 4096,       ///< counts only where nothing tells what its object is: `called A on Friday`, not `called A a thief`
    kOne = 8192,         ///< several who are its subject are joined only where its object is one thing: `wrote a book`
    kTask = 16384,       ///< counts only with what its object is to do: `chose A to build the plant`
    kShared = 32768,     ///< those with whom its object is take part in it as well: `negotiated a pact with A`
    kDoing = 65536,      ///< counts only in forms that tell of what somebody is at: `is working with A`, not `worked with A`
    kPair = 131072,      ///< counts only of two who are told as such: `the two talked`, not `A and B talked`
    kApart = 262144,     ///< counts only where nothing tells that they are together: `talked with A`, not `talked with A in Oslo`
    kMedium = 524288     ///< counts only where it is told that they are not together: `discussed trade with A by phone`
  };
  Phrase phrase;                ///< dictionary forms; of a noun the head is the last word, of a verb the first
  std::uint32_t rule = 0;       ///< RuleId
  std::uint32_t flags = 0;
  std::uint16_t frame = 0;
  std::uint16_t first_slot = 0;
  TriggerKind kind = TriggerKind::verb;
  std::uint8_t slot_count = 0;
  std::uint16_t reserved = 0;
};

/// A place that participants of one side fill.
struct Slot {
  enum Flag : std::uint8_t {
    kSet = 1,      ///< those who stand here are joined with one another
    kOffice = 2,   ///< only a person who holds a public office
    kOwner = 4,    ///< whose it is, not what stands here: `co-sponsored A's bill`
    kNamed = 8,    ///< only who is named here, no description or pronoun
    kPurpose = 16, ///< stands with an infinitive behind a noun: `a deal to import gas from A`
    kSelf = 32,    ///< who the noun itself tells of: `its partner Intel`
    kHost = 64,    ///< who stands here receives the others
    kGuest = 128   ///< who stands here comes to the others
  };
  Symbol place;                    ///< subj, obj, with …
  std::uint8_t side = 0;           ///< below kMaxSides
  std::uint8_t flags = 0;
  WordId preposition = kNoWord;    ///< for the place of a prepositional phrase
  std::uint32_t types = 0;         ///< bit s: the Symbol s may stand here
};

/// A kind of event.
struct Frame {
  Symbol kind;
  std::uint16_t forbidden_count = 0, derivation_count = 0;
  std::uint32_t first_forbidden = 0, first_derivation = 0;
};

/// A head that a place of a frame's triggers must not have, or a kind of names that take no part.
struct ForbiddenHead {
  enum Where : std::uint16_t { kPlace, kInfinitive, kSubtype };
  Symbol place;                    ///< of kSubtype: the subtype
  std::uint16_t where = kPlace;    ///< kInfinitive: the place is that of an infinitive behind the trigger
  WordId head = kNoWord;           ///< a dictionary form; none for whatever stands there
  WordId preposition = kNoWord;
};

/// A place of a trigger in which a trigger of another kind is talked about.
struct Derivation {
  Symbol kind, status, place;
  std::uint16_t reserved = 0;
  WordId preposition = kNoWord;
};

/// A predicate that gives what it governs a status, or lends a trigger its subject.
struct Cue {
  enum Table : std::uint8_t { kStatus, kSupport };
  enum Flag : std::uint16_t {
    kNobody = 1,    ///< its subject takes no part
    kAdjunct = 2,   ///< a preposition: the subject of its clause takes part in what it governs
    kOthers = 4,    ///< only a party can say so: from others it is speculation
    kAchieved = 8,  ///< in the past, what it governs came about: `was able to meet A`
    kFactive = 16,  ///< what it governs took place, whatever stands above
    kSubject = 32,  ///< bears on its subject: `the talks collapsed`
    kMutual = 64,   ///< joins those who are its subject: `exchanged letters`
    kBeside = 128,  ///< its subject takes part beside those with whom it is: `attended a dinner with A`
    kProof = 256,   ///< where there is none, nothing is told: `no evidence that A met B`
    kPending = 512  ///< what it governs is agreed, and waits for it: `has yet to be ratified`
  };
  Phrase phrase;
  std::uint32_t kinds = 0;         ///< bit s: holds for frames of the kind s; 0 for all
  Symbol value;                    ///< a status; none: leaves the status as it is
  Symbol as;                       ///< the place that its subject fills; none for the first
  Table table = kStatus;
  std::uint8_t reserved = 0;
  std::uint16_t flags = 0;
};

/// The attributes of names and words that references ask for.
struct ReferenceKeys {
  Symbol capital, country, code;
};

/// Where the records of each word stand in a table that is sorted by words.
class WordIndex {
 public:
  WordIndex() = default;
  /// `key_of(record)`: its word.
  template <class T, class KeyOf>
  WordIndex(std::size_t words, const Table<T>& table, KeyOf key_of) : bits_(words / 64 + 1) {
    std::uint32_t at = 0;
    for (; at < table.size() && key_of(table[at]) / 64 < bits_.size(); ++at) {
      const WordId word = key_of(table[at]);
      if (!has(word)) bits_[word / 64] |= std::uint64_t{1} << word % 64, first_.push_back(at);
    }
    first_.push_back(at);
    std::uint32_t count = 0;
    for (std::uint64_t bits : bits_) before_.push_back(std::exchange(count, count + static_cast<std::uint32_t>(std::popcount(bits))));
  }

  /// The records of a word. O(1).
  template <class T>
  std::span<const T> of(const Table<T>& table, WordId word) const {
    if (!has(word)) return {};
    const std::uint64_t below = bits_[word / 64] & ((std::uint64_t{1} << word % 64) - 1);
    const std::uint32_t* first = first_.data() + before_[word / 64] + std::popcount(below);
    return table.slice(first[0], first[1] - first[0]);
  }

 private:
  bool has(WordId word) const { return word / 64 < bits_.size() && (bits_[word / 64] >> word % 64 & 1) != 0; }

  std::vector<std::uint64_t> bits_;    // for each word of the vocabulary: it has records
  std::vector<std::uint32_t> before_;  // for each 64 words: how many before them have
  std::vector<std::uint32_t> first_;   // of each word that has; and the end
};

/// The class that the pack keeps for words that may trigger, and the gate that they open: behind those of the phases.
inline constexpr std::string_view kTriggerClass = "frame trigger";
inline constexpr std::size_t kTriggerGate = std::size(kPhases);

/// A view of the frames in an image. Immutable and safe to share.
class FrameBook {
 public:
  FrameBook() = default;
  /// Requires: image and lexicon outlive the book. Throws Error{bad_pack} where a place is on a side that cannot be.
  FrameBook(const Image& image, const Lexicon& lexicon);

  const Lexicon& lexicon() const { return *lexicon_; }
  const Grammar& grammar() const { return grammar_; }
  const Table<Trigger>& triggers() const { return triggers_; }
  const Frame& frame(const Trigger& trigger) const { return frames_[trigger.frame]; }
  std::span<const Slot> slots(const Trigger& trigger) const {
    return slots_.slice(trigger.first_slot, trigger.slot_count);
  }
  std::span<const ForbiddenHead> forbidden(const Frame& frame) const {
    return forbidden_.slice(frame.first_forbidden, frame.forbidden_count);
  }
  std::span<const Derivation> derivations(const Frame& frame) const {
    return derivations_.slice(frame.first_derivation, frame.derivation_count);
  }

  /// The text of a symbol; empty for none.
  std::string_view symbol_name(Symbol symbol) const {
    return symbol.id < symbol_names_.size() ? lexicon_->string(symbol_names_[symbol.id]) : std::string_view();
  }

  /// The attribute of a country that names its capital, and that of a nationality that names its country.
  Symbol capital_key() const { return keys_[0].capital; }
  Symbol country_key() const { return keys_[0].country; }
  /// True for a country: the gazetteers tell its capital.
  bool is_country(const NamedEntity& known) const { return !lexicon_->attribute(known, capital_key()).empty(); }
  /// The attribute of a country by which bodies tell whose they are.
  Symbol code_key() const { return keys_[0].code; }

  /// The country of the adjective of one word or more that begins at a token, `South African`; empty if there is none.
  std::string_view nation_at(const TextView& view, std::uint32_t token) const;

  /// What speaks for a telling, and against it.
  const TellingWeights& weights() const { return weights_; }

  /// The triggers that a dictionary form heads, longer ones first. O(1).
  std::span<const Trigger> triggers_of(WordId head) const;
  /// True if a word, or its dictionary form, heads a noun trigger that passes a test. Linear in the triggers of both.
  template <class Test>
  bool names_event(WordId word, WordId lemma, const Test& test) const {
    for (WordId head : {word, lemma == word ? kNoWord : lemma})
      for (const Trigger& trigger : triggers_of(head))
        if (trigger.kind == TriggerKind::noun && test(trigger)) return true;
    return false;
  }
  /// The cues that begin with a dictionary form, longer ones first. O(1).
  std::span<const Cue> cues_of(WordId first) const;
  /// The class of the words that, in any of their forms, may be or head a trigger.
  ClassSet gate() const { return gate_; }
  /// True if the word is one of them. O(1).
  bool may_trigger(WordId word) const { return gate_.meets(lexicon_->classes(word)); }

 private:
  const Lexicon* lexicon_ = nullptr;
  Grammar grammar_;
  Table<Trigger> triggers_;
  Table<Frame> frames_;
  Table<Slot> slots_;
  Table<ForbiddenHead> forbidden_;
  Table<Derivation> derivations_;
  Table<Cue> cues_;
  Table<ReferenceKeys> keys_;
  TellingWeights weights_;
  Table<std::uint32_t> symbol_names_;
  ClassSet gate_;
  WordIndex heads_, cue_heads_;  // by the words that head a trigger, or begin a cue
};

/// The word by which a trigger is indexed: the last one of a noun, the first one of all others.
WordId head_of(const Trigger& trigger);

}  // namespace liaison
