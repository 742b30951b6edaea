// What a reading did, and what it decided against: for `liaison explain` and for tools of one's own.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "liaison/analysis.h"

namespace [[gnu::visibility("default")]] liaison {

/// Something that bore on a decision.
struct TraceDetail {
  enum class Kind : std::uint8_t {
    word_class,  ///< a token is in the class `what`, with its attributes as `value`
    entry,       ///< an entry of the gazetteers begins at a token: `what` its type and strength, `value` its name
    feature,     ///< `what` speaks for (or against) a name with `points`
    capture,     ///< the part of a match that is called `what`
    slot,        ///< who stands in the place `what` of a frame; `value` says whether he takes part, and if not why
    status,      ///< a step outward along the governing chain: the word `what` makes the status `value`
    told,        ///< what is told beside the event: `what` topic, attribution, host or guest it is, `value` who or what
    met, unmet   ///< what a rule asks for, `value`, and what stands there, `what`
  };
  Kind kind = Kind::feature;
  std::string what, value;
  std::int32_t points = 0;
  Place place;                 ///< empty where it is nowhere in the text
};

/// One decision of one phase.
struct TraceRecord {
  enum class Kind : std::uint8_t {
    token,  ///< a token with its classes and the entries that begin there
    match,  ///< a match of a rule over tokens, or over names
    name,   ///< a reading of a stretch as a name of a type, with its features
    alias,  ///< two names that the text calls one
    hold,   ///< a person holds a role
    group,  ///< a noun group, verb group … and what it hangs on
    frame,  ///< a trigger of a frame, with its slots and the chain of its status
    reading,  ///< a rule over words has narrowed what one may be: `what` is left
    miss    ///< how far the rule asked for came at a place where it does not match
  };
  Kind kind = Kind::token;
  Place place;
  std::string what;            ///< what was read, in words: a type, a kind of group, a kind of event and its status
  RuleId rule = RuleId::none;
  std::int32_t score = 0;      ///< of names and frames
  bool stands = true;          ///< false: it lost, or was given up
  std::string why;             ///< what it lost to and by what, or what it lacked; empty where there is nothing to say
  std::vector<TraceDetail> details;
  RuleId by_order = RuleId::none;  ///< the rule of a hold that stands in its place only because it stands before it in the files
};

std::string_view to_string(TraceRecord::Kind kind);
std::string_view to_string(TraceDetail::Kind kind);

/// What running a rule cost at some starts.
struct RuleCost {
  std::uint64_t tries = 0, steps = 0, matches = 0, nanoseconds = 0;

  RuleCost& operator+=(const RuleCost& other) {
    tries += other.tries, steps += other.steps, matches += other.matches, nanoseconds += other.nanoseconds;
    return *this;
  }
};

/// Receives what each phase did, in the order in which it was done, when a text is read for explanation.
/// Reading for speed has none, and pays nothing for it.
class Trace {
 public:
  /// `asked`: rules of which it is to be told why they do not match, wherever they do not (`Pack::rules_named`);
  /// `at`: the place that the question is about, if it is about one.
  explicit Trace(std::vector<RuleId> asked = {}, std::optional<Place> at = {}) : asked_(std::move(asked)), at_(at) {}
  virtual ~Trace() = default;
  virtual void add(TraceRecord record) = 0;
  /// What it wants to hear of: what it does not is not made.
  virtual bool wants(TraceRecord::Kind) const { return true; }
  /// Whether it wants to hear what each try of a rule over words or names costs. That is timed, and slow.
  virtual bool wants_costs() const { return false; }
  virtual void cost(RuleId, const RuleCost&) {}

  const std::vector<RuleId>& asked() const { return asked_; }
  const std::optional<Place>& asked_at() const { return at_; }

 private:
  std::vector<RuleId> asked_;
  std::optional<Place> at_;
};

/// A trace that keeps everything.
class TraceList : public Trace {
 public:
  using Trace::Trace;
  void add(TraceRecord record) override { records.push_back(std::move(record)); }

  std::vector<TraceRecord> records;
};

}  // namespace liaison
