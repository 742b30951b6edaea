// The frame matcher: the way of a trigger from the group where it stands to what it tells.
#include "relations/frames.h"

#include <algorithm>

#include "relations/frame_trace.h"
#include "relations/telling_score.h"

namespace liaison {
namespace {

constexpr std::uint32_t kNone = Group::kNone;
/// How many triggers of one sentence are tried.
constexpr std::size_t kMostTriggers = 40;

}  // namespace

void FrameMatcher::run(const ClauseReading& reading, References& references, std::vector<EventTelling>& out) {
  r_ = &reading;
  read_words();
  references_ = &references;
  out_ = &out;
  std::size_t tried = 0;
  const std::size_t first = out.size();
  untold_.clear();
  for (std::uint32_t i = 0; i < reading.tree.groups.size(); ++i) {
    std::size_t before = out.size();
    // A word may have several frames: the first one that tells something.
    for (const Trigger* trigger = trigger_at(i); trigger && out.size() == before; trigger = trigger_at(i, trigger)) {
      if (++tried > kMostTriggers) {
        ++exhausted;
        return;
      }
      match(*trigger, i);
    }
    if (out.size() == before) match_inside(i);
  }
  tell_untold(first);
}

/// Notes which words stand in the sentence or right behind it.
void FrameMatcher::read_words() {
  words_ = {};
  const Sentence sentence = r_->sentences[r_->sentence];
  const auto& tokens = r_->view.tokens;
  for (std::size_t at = sentence.first; at <= sentence.last && at < tokens.size(); ++at)
    words_[tokens[at].word / 64 % words_.size()] |= std::uint64_t{1} << tokens[at].word % 64;
}

/// An adverb that is a trigger, among the words of a verb group: `have jointly developed`.
void FrameMatcher::match_inside(std::uint32_t verb) {
  const Group& g = r_->group(verb);
  if (g.kind != Group::Kind::verb) return;
  for (std::uint32_t t = g.first; t < g.head; ++t)
    for (const Trigger& trigger : r_->book->triggers_of(r_->view.tokens[t].word))
      if (trigger.kind == TriggerKind::word && trigger.phrase.words[1] == kNoWord) return match(trigger, verb);
}

void FrameMatcher::match(const Trigger& trigger, std::uint32_t at) {
  if (trigger.kind == TriggerKind::word && !r_->tree.is_verb(at)) at = verb_beside(at);
  if (at == kNone) return;
  mutual_ = joined_ = controlled_ = his_ = owned_ = unnamed_ = listed_ = examples_ = false;
  source_ = at;
  if ((trigger.flags & Trigger::kAgreed) != 0 && (source_ = agreement_above(trigger, at)) == kNone) return;
  now_ = EventTelling();
  now_.trigger = &trigger;
  now_.kind = r_->book->frame(trigger).kind;
  if (!may_count(trigger, at)) return;
  if (r_->trace) r_->trace->begin(trigger, at);
  if (is_forbidden(trigger, at)) {
    if (r_->trace) r_->trace->end(now_, {}, "beside it stands a word that its frame forbids (`not`)");
    return;
  }
  if (trigger.kind == TriggerKind::verb && now_.kind == symbols::meeting && by_medium(at)) return;
  if ((trigger.flags & Trigger::kIntransitive) != 0 && r_->tree.child(at, Label::object) != kNone) return;
  now_.rule = trigger.rule;
  now_.group = at;
  now_.apart = (trigger.flags & Trigger::kApart) != 0 && are_apart(at);
  now_.trigger_first = trigger.kind == TriggerKind::noun ? noun_of(at) : r_->group(at).head;
  now_.trigger_last = now_.trigger_first + 1;
  features_.clear();
  asked_.clear();
  for (const Slot& slot : r_->book->slots(trigger)) fill_slot(trigger, slot, at);
  if (trigger.kind == TriggerKind::noun) fill_beside_noun(trigger, at);
  else if (trigger.kind == TriggerKind::verb) fill_beside_verb(trigger, at);
  const char* lack = finish(trigger);
  if (r_->trace) r_->trace->end(now_, features_, lack ? lack : "");
  if (!lack) derive(trigger, at);
  else if (now_.filled.size() < 2 || side_count() < 2) note_untold(trigger, at);
}

/// True if a trigger stands where its flags want it, and where nothing else is told.
bool FrameMatcher::may_count(const Trigger& trigger, std::uint32_t at) const {
  if ((trigger.flags & Trigger::kErrand) != 0 && !on_errand(at)) return false;
  if ((trigger.flags & Trigger::kScene) != 0 && !in_scene(at)) return false;
  if ((trigger.flags & Trigger::kTask) != 0 && !has_task(at)) return false;
  if ((trigger.flags & Trigger::kDoing) != 0 && !is_doing(at)) return false;
  if ((trigger.flags & Trigger::kPair) != 0 && !has_pair(at)) return false;
  return !serves_another(at) && (trigger.kind != TriggerKind::noun || !is_a_say(at));
}

/// Fills what the places of a verb leave untold.
void FrameMatcher::fill_beside_verb(const Trigger& trigger, std::uint32_t verb) {
  if (now_.kind == symbols::cooperation && side_count() == 1) fill_from_noun(trigger, verb);
  const bool mutual = (trigger.flags & Trigger::kMutual) != 0;
  if (mutual && side_count() == 1 && now_.filled[0].side == 0 && !unnamed_) fill_invited(trigger, verb);
}

/// Fills what the places of a noun leave untold: who leads it, whom a clause tells that is about it, who governs it.
void FrameMatcher::fill_beside_noun(const Trigger& trigger, std::uint32_t at) {
  if (now_.kind == symbols::cooperation) add_leader(trigger, at);
  // `between A and …`: who is not told here is not told elsewhere.
  const bool in_set = set_count() > 0;
  if ((trigger.flags & Trigger::kWeak) != 0 || side_count() >= 2 || !lacks_others(trigger)) return;
  if (in_set && !listed_ && !left_to_party(at)) return;
  const std::size_t before = now_.filled.size();
  fill_relative(trigger, at);
  // `left the pact that A signed`: who made it is told, and who left it is another
  const bool made = now_.kind == symbols::cooperation && now_.filled.size() > before && now_.filled.back().side == 0;
  if (made && is_struck(at)) {
    now_.filled.resize(before);
    fill_controller(trigger, at);
  } else if (listed_) {
    if (is_attended_where(at)) climb(trigger, at);
  } else if (!made && side_count() < 2 && lacks_others(trigger)) fill_controller(trigger, at);
}

/// `A struck a deal that B wanted`: who is the subject of the verb above makes what the noun tells.
bool FrameMatcher::is_struck(std::uint32_t noun) const {
  if (r_->tree.label(noun) != Label::object) return false;
  const Cue* cue = find_cue(*r_, r_->tree.governor(noun), Cue::kSupport, now_.kind);
  return cue && cue->value == symbols::occurred && (cue->flags & (Cue::kMutual | Cue::kFactive | Cue::kBeside | Cue::kNobody)) == 0;
}

/// True if the noun says what somebody is where something else is told of him: `will visit his ally A`, `A, an ally of B, will`.
bool FrameMatcher::is_told_in_passing(const Trigger& trigger) const {
  if (trigger.kind != TriggerKind::noun || source_ != now_.group || !tells_of_itself(trigger)) return false;
  const Tree& tree = r_->tree;
  return r_->group(source_).name != kNone || tree.label(source_) == Label::apposition || tree.child(source_, Label::apposition) != kNone;
}

/// True if all who take part stand in a clause that tells what was done with the noun, so that it tells the status too: `leave the
/// pact that A and B signed`. Where one is only sought (`seeks a pact signed by A and B`), a participle says what it shall be.
bool FrameMatcher::is_told_below() const {
  const Tree& tree = r_->tree;
  if (source_ != now_.group || !tree.is_noun(source_)) return false;
  const std::uint32_t up = tree.parent(source_);
  const Cue* cue = tree.is_verb(up) && tree.label(source_) == Label::object ? find_cue(*r_, up, now_.kind) : nullptr;
  const bool sought = cue && (cue->value == symbols::possible || cue->value == symbols::planned) &&
                      !r_->group(source_).has(Group::kDefinite);
  const auto done_in = [&](std::uint32_t clause) {
    const bool relative = tree.label(clause) == Label::relative, participle = tree.label(clause) == Label::participle;
    if (!tree.is_verb(clause) || (!relative && (!participle || sought))) return false;
    std::uint32_t verb = clause;
    for (std::uint32_t below = clause; tree.is_verb(below); below = tree.child(below, Label::complement)) verb = below;
    const Cue* done = find_cue(*r_, verb, Cue::kSupport, now_.kind);
    return done && (done->flags & Cue::kBeside) == 0 && !r_->lemma_is(verb, Word::leading);  // not `a dinner hosted by A`
  };
  return std::all_of(now_.filled.begin(), now_.filled.end(), [&](const Filled& f) {
    std::uint32_t at = f.party.group;
    if (at != kNone) {
      while (at != kNone && tree.parent(at) != source_) at = tree.parent(at);
      return at != kNone && done_in(at);
    }
    // `the pact that it signed`
    for (at = tree.nodes[source_].first_child; at != kNone && f.place == symbols::subj; at = tree.nodes[at].next_sibling)
      if (tree.label(at) == Label::relative && tree.child(at, Label::subject) != kNone && done_in(at))
        return r_->group(tree.child(at, Label::subject)).name == kNone;
    return false;
  });
}

/// Settles what was found; what is lacking, null if it is enough.
const char* FrameMatcher::finish(const Trigger& trigger) {
  now_.joint = is_joint(trigger);
  const auto with = [](const Filled& f) { return f.place == symbols::with; };  // `the deal with A was reached by B and C`
  bool set_alone = now_.joint && !listed_ && (trigger.flags & Trigger::kJoint) == 0 && set_count() >= 2 &&
                   (now_.kind != symbols::cooperation || std::none_of(now_.filled.begin(), now_.filled.end(), with));
  // `The host's talks between A and B`: those between whom it was.
  if (set_alone) std::erase_if(now_.filled, [](const Filled& f) { return !f.is_of_set(); });
  // `A's discussion of B`: what it is about.
  bool topic = now_.filled.size() == 2 && now_.filled[0].place == symbols::possessive && now_.filled[1].place == symbols::of &&
                     now_.filled[1].is_of_set();
  if (topic) return "what it is of is its topic";
  if ((trigger.flags & Trigger::kBodies) != 0) let_bodies_stand();
  leave_out_own();
  if (now_.filled.size() < 2 || (!now_.joint && side_count() < 2))
    return now_.filled.empty() ? "nobody stands in any of its places" : "only one side is told";
  now_.status = status_of(*r_, source_, now_.kind, is_told_in_passing(trigger) || is_told_below());
  if ((trigger.flags & Trigger::kPossible) != 0 && now_.status && now_.status != symbols::denied) now_.status = compose(symbols::possible, false, now_.status);
  if (!now_.status) return "only outsiders speak of it";
  features_of(*r_, now_, features_);
  now_.score = score_of(r_->book->weights(), features_);
  if (now_.score < r_->book->weights().least()) return "it is not sure enough";
  if (now_.joint)
    for (Filled& f : now_.filled) f.side = 0;
  references_->note(told(), r_->sentence);
  out_->push_back(now_);
  return nullptr;
}

}  // namespace liaison
