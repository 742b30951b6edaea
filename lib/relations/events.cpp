#include "relations/events.h"

#include <algorithm>
#include <optional>
#include <string>

#include "relations/attributions.h"
#include "relations/disputes.h"
#include "relations/frame_trace.h"
#include "relations/hosts.h"
#include "relations/interviewers.h"
#include "relations/joiners.h"
#include "relations/shared_pairs.h"
#include "relations/topics.h"
#include "relations/trigger_gate.h"

namespace liaison {
namespace {

/// Sentences of more groups than this are passed over.
constexpr std::size_t kMostGroups = 400;
/// How many sentences behind one that tells of a meeting others may be told to join it, where nothing else is told in between.
constexpr std::uint32_t kLongestGap = 2;

/// True if a mark of what stands around an article on its page, an indefinite pronoun in capitals ("MORE"), has come into
/// the sentence, with the headlines beside it.
bool is_page_matter(const FrameBook& frames, const TextView& view, Sentence sentence) {
  const Grammar& grammar = frames.grammar();
  for (std::uint32_t at = sentence.first; at < sentence.last; ++at)
    if (view.tokens[at].has(kAllCaps) && grammar.is(view, at, Word::pronoun) && !grammar.is(view, at, Word::personal) &&
        !grammar.is(view, at, Word::trigger) && view.surface(at).size() > 3 && !view.tokens[at].has(kSentenceStart) &&
        at + 1 < sentence.last && !view.tokens[at + 1].has(kAllCaps)) return true;
  return false;
}

}  // namespace

void EventFinder::run(const FrameBook& frames, const RuleBook& rules, const EventInput& input, Trace* trace,
                      std::vector<Event>& events, std::vector<Notice>& notices) {
  references_.clear();
  denials_.clear();
  places_.clear();
  told_.reset();
  matcher_.exhausted = 0;
  std::size_t too_long = 0;
  events_ = &events;
  find_interviewers(input.view, frames.grammar(), input.annotations, interviewers_);
  const TriggerGate gate(frames, input.view, input.annotations);
  bool indexed = false;  // once a sentence may tell of anything
  for (std::uint32_t i = 0; i < input.sentences.size(); ++i) {
    const bool joins = is_near_meeting(i) && may_join(input.view, frames.grammar(), input.annotations, input.sentences[i]);
    if ((!joins && !gate.opens(input.sentences[i])) || is_page_matter(frames, input.view, input.sentences[i])) {
      if (trace && trace->wants(TraceRecord::Kind::reading))
        tagger_.run(input.view, rules, frames.grammar(), input.sentences[i], input.annotations, trace);
      if (trace)
        trace_unread(frames, input.view.span(input.sentences[i].first, input.sentences[i].last),
                     "no word that triggers a frame stands in this sentence with what the frame calls for", *trace);
      continue;
    }
    tagger_.run(input.view, rules, frames.grammar(), input.sentences[i], input.annotations, trace);
    groups_.run(input.view, frames.grammar(), input.annotations, tagger_.items());
    if (groups_.groups().size() > kMostGroups) ++too_long;
    else {
      if (!std::exchange(indexed, true)) index_.build(frames, input.view, input.annotations, input.entities, input.holds);
      read(frames, input, i, trace);
    }
  }
  join_talks();
  compared_ += merge_events(events);
  join_people_with_bodies(input.entities, input.holds, events);
  std::sort(denials_.begin(), denials_.end());
  compared_ += mark_disputes(input.view, input.annotations, denials_, events);
  if (matcher_.exhausted + too_long > 0)
    notices.push_back({"sentence-too-long", std::to_string(matcher_.exhausted + too_long) +
                                                " sentences were too long to be read for events in full", {}});
}

void EventFinder::read(const FrameBook& frames, const EventInput& input, std::uint32_t sentence, Trace* trace) {
  ClauseReading reading;
  reading.book = &frames;
  reading.view = input.view;
  reading.annotations = input.annotations;
  reading.entities = input.entities;
  reading.document = &index_;
  reading.sentences = input.sentences;
  reading.interviewers = interviewers_;
  reading.sentence = sentence;
  reading.tree = parser_.run(frames, input.annotations, groups_.groups());
  std::optional<FrameTrace> frame_trace;
  if (trace) {
    trace_groups(reading, *trace);
    reading.trace = &frame_trace.emplace(reading, references_, *trace);
  }
  tellings_.clear();
  matcher_.run(reading, references_, tellings_);
  if (frame_trace) frame_trace->misses();
  if (is_near_meeting(sentence)) find_joiners(reading, references_, *told_, tellings_);
  note_told(sentence);
  for (EventTelling& telling : tellings_) tell(reading, std::move(telling), *events_);
}

/// True if a sentence may tell who joined the meeting that one right before it tells.
bool EventFinder::is_near_meeting(std::uint32_t sentence) const { return told_ && sentence <= told_before_ + kLongestGap; }

/// Notes the one meeting or call that a sentence tells, which others may be told to join in the next one.
void EventFinder::note_told(std::uint32_t sentence) {
  if (tellings_.empty()) return;
  told_.reset();
  told_before_ = sentence;
  for (const EventTelling& telling : tellings_) {
    const bool lasts = telling.kind != symbols::cooperation && (telling.status == symbols::occurred || telling.status == symbols::planned);
    const auto same = [&](const Filled& f) {
      return std::any_of(told_->filled.begin(), told_->filled.end(), [&](const Filled& o) { return o.party.entity == f.party.entity; });
    };
    if (!lasts) continue;
    const bool apart = told_ && (telling.status != told_->status || !std::all_of(telling.filled.begin(), telling.filled.end(), same));
    if (apart) return told_.reset();
    if (!told_) told_ = telling;
  }
}

/// Takes a talk for the meeting of the same people that is told beside it: `A met B. He talked to B about trade.`
void EventFinder::join_talks() {
  std::vector<Event>& events = *events_;
  const std::size_t first = events.size() - places_.size();
  for (std::size_t i = 0; i < places_.size(); ++i) {
    if (!places_[i].open) continue;
    Event& talk = events[first + i];
    const Pairs pairs = pairs_of(talk);
    const auto is_told_at = [&](std::size_t at) {
      const Event& other = events[first + at];
      return other.kind == symbols::meeting && other.status == talk.status && other.participants.size() >= talk.participants.size() &&
             one_holds_other(pairs_of(other), pairs);
    };
    bool met = false;
    for (std::size_t at = i; !met && at-- > 0 && places_[i].sentence - places_[at].sentence <= kLongestGap;) met = is_told_at(at);
    for (std::size_t at = i + 1; !met && at < places_.size() && places_[at].sentence - places_[i].sentence <= kLongestGap; ++at)
      met = is_told_at(at);
    if (met) talk.kind = symbols::meeting;
  }
}

/// Turns a telling into an event with one piece of evidence.
void EventFinder::tell(const ClauseReading& reading, EventTelling telling, std::vector<Event>& events) {
  PartyFinder finder(reading, references_);
  Event event;
  event.kind = telling.kind;
  event.status = telling.status;
  auto type = [&](EntityId id) { return reading.entities[std::size_t(id)].type; };
  bool with_country = std::any_of(telling.filled.begin(), telling.filled.end(),
                                  [&](const Filled& f) { return type(f.party.entity) == symbols::gpe; });
  for (Filled& f : telling.filled) {
    if (telling.kind == symbols::cooperation && with_country && type(f.party.entity) == symbols::person) {
      EntityId body = finder.body_of(f.party.entity, symbols::gpe);
      if (body == EntityId::none && telling.filled.size() == 2 && finder.holds_office(f.party.entity)) {
        const Filled& other = telling.filled[&f == &telling.filled[0] ? 1 : 0];
        if (finder.is_country(other.party.entity))
          body = finder.has_state(f.party.entity) ? finder.state_of(f.party.entity) : finder.home_beside({other.party});
      }
      // A senator's deal is his own.
      const bool seat = body != EntityId::none && !finder.is_country(body) && finder.has_seat_for(f.party.entity, body);
      if (body != EntityId::none && !seat) f.party.entity = body;
    }
    bool known = std::any_of(event.participants.begin(), event.participants.end(),
                             [&](const Participant& p) { return p.entity == f.party.entity; });
    MentionId mention = f.party.annotation == Annotation::kUnknown ? MentionId::none : MentionId{f.party.annotation};
    if (!known) event.participants.push_back({f.party.entity, mention, f.place, telling.joint ? std::uint8_t{0} : f.side});
  }
  bool sides = std::any_of(event.participants.begin(), event.participants.end(),
                           [&](const Participant& p) { return p.side != event.participants[0].side; });
  if (event.participants.size() < 2 || (!telling.joint && !sides)) return;
  Evidence evidence;
  Sentence s = reading.sentences[reading.sentence];
  evidence.place.span = reading.view.span(s.first, s.last);
  evidence.trigger = reading.view.span(telling.trigger_first, telling.trigger_last);
  evidence.rule = RuleId{telling.rule};
  evidence.status = telling.status;
  evidence.participants = event.participants;
  evidence.score = telling.score;
  evidence.topic = topic_of(reading, telling);
  evidence.attribution = attribution_of(reading, references_, telling);
  Hosting hosting = hosting_of(reading, references_, telling);
  evidence.hosts = std::move(hosting.hosts);
  evidence.guests = std::move(hosting.guests);
  if (is_denial(reading, telling)) denials_.push_back(evidence.trigger);
  event.evidence.push_back(std::move(evidence));
  events.push_back(std::move(event));
  places_.push_back({reading.sentence, telling.kind == symbols::contact && (telling.trigger->flags & Trigger::kApart) != 0 && !telling.apart});
}

}  // namespace liaison
