#include "relations/frames.h"

#include <algorithm>

#include "relations/frame_trace.h"

namespace liaison {
namespace {

constexpr std::uint32_t kNone = Group::kNone;
/// How far behind its trigger a prepositional phrase may stand, in groups.
constexpr std::uint32_t kPhraseReach = 24;
/// How many triggers of one sentence are tried.
constexpr std::size_t kMostTriggers = 40;

}  // namespace

void FrameMatcher::run(const ClauseReading& reading, References& references, std::vector<EventTelling>& out) {
  r_ = &reading;
  references_ = &references;
  out_ = &out;
  std::size_t tried = 0;
  for (std::uint32_t i = 0; i < reading.tree.groups.size(); ++i) {
    const Trigger* trigger = trigger_at(i);
    if (!trigger) continue;
    if (++tried > kMostTriggers) {
      ++exhausted;
      return;
    }
    match(*trigger, i);
  }
}

/// The trigger that a group is, longer ones first; null where it is none.
const Trigger* FrameMatcher::trigger_at(std::uint32_t group) const {
  const Group& g = r_->group(group);
  bool verb = g.kind == Group::Kind::verb, noun = g.kind == Group::Kind::noun && g.name == kNone && !g.has(Group::kPronoun);
  bool word = g.kind == Group::Kind::adverb || g.kind == Group::Kind::adjective;
  if (!verb && !noun && !word) return nullptr;
  for (WordId key : {g.word, g.lemma})
    for (const Trigger& trigger : r_->book->triggers_of(key)) {
      bool kind_fits = trigger.kind == TriggerKind::verb ? verb : trigger.kind == TriggerKind::noun ? noun : word;
      if (!kind_fits) continue;
      if (trigger.kind == TriggerKind::noun ? words_before(group, trigger) : particles_follow(*r_, group, trigger.phrase)) return &trigger;
    }
  return nullptr;
}

/// The verb that an adverb or adjective stands beside.
std::uint32_t FrameMatcher::verb_beside(std::uint32_t word) const {
  auto size = static_cast<std::uint32_t>(r_->tree.groups.size());
  for (std::uint32_t step = 1; step <= 3; ++step) {
    if (word + step < size && r_->tree.is_verb(word + step)) return word + step;
    if (word >= step && r_->tree.is_verb(word - step)) return word - step;
  }
  return kNone;
}

/// The words of a noun trigger before its head.
bool FrameMatcher::words_before(std::uint32_t group, const Trigger& trigger) const {
  std::size_t length = 1;
  while (length < kMaxTriggerWords && trigger.phrase.words[length] != kNoWord) ++length;
  const Group& g = r_->group(group);
  for (std::size_t i = 1; i < length; ++i) {
    if (g.head < g.first + i) return false;
    if (r_->view.tokens[g.head - i].word != trigger.phrase.words[length - 1 - i]) return false;
  }
  return true;
}

void FrameMatcher::match(const Trigger& trigger, std::uint32_t at) {
  if (trigger.kind == TriggerKind::word) at = verb_beside(at);
  if (at == kNone) return;
  mutual_ = controlled_ = unnamed_ = false;
  now_ = EventTelling();
  if (r_->trace) r_->trace->begin(trigger, at);
  if (is_forbidden(trigger, at)) {
    if (r_->trace) r_->trace->end(now_, 0, "beside it stands a word that its frame forbids (`not`)");
    return;
  }
  now_.kind = r_->book->frame(trigger).kind;
  now_.rule = trigger.rule;
  now_.trigger_first = r_->group(at).head;
  now_.trigger_last = r_->group(at).head + 1;
  is_set_.clear();
  score_ = kFullScore;
  for (const Slot& slot : r_->book->slots(trigger)) fill_slot(trigger, slot, at);
  // `between A and …`: who is not told here is not told elsewhere.
  bool in_set = std::find(is_set_.begin(), is_set_.end(), true) != is_set_.end();
  if (trigger.kind == TriggerKind::noun && side_count() < 2 && !in_set && !is_joint(trigger)) {
    fill_relative(trigger, at);
    if (side_count() < 2 && !is_joint(trigger)) fill_controller(trigger, at);
  }
  const char* lack = finish(trigger, at);
  if (r_->trace) r_->trace->end(now_, score_, lack ? lack : "");
  if (!lack) derive(trigger, at);
}

Parties FrameMatcher::told() const {
  Parties out;
  for (const Filled& f : now_.filled) out.push_back(f.party);
  return out;
}

std::size_t FrameMatcher::side_count() const {
  std::uint32_t sides = 0;
  for (const Filled& f : now_.filled) sides |= 1u << f.side;
  return static_cast<std::size_t>(__builtin_popcount(sides));
}

void FrameMatcher::fill_slot(const Trigger& trigger, const Slot& slot, std::uint32_t at) {
  Parties found;
  if (slot.preposition != kNoWord) fill_preposition(trigger, slot, at, found);
  else if (trigger.kind == TriggerKind::noun) fill_noun_place(trigger, slot, at, found);
  else fill_verb_place(trigger, slot, at, found);
  // A lone name before a noun is more often a place or a topic than one of a set.
  bool joins = (slot.flags & Slot::kSet) != 0 || (trigger.flags & Trigger::kJoint) != 0;
  if (slot.place == symbols::compound && joins && found.size() < 2) return;
  add(trigger, slot, found);
}

/// Takes over the participants that may stand in the slot.
void FrameMatcher::add(const Trigger&, const Slot& slot, const Parties& parties) {
  PartyFinder finder(*r_, *references_);
  for (Party party : parties) {
    const char* why_not = nullptr;
    if ((slot.flags & Slot::kNamed) != 0 && !party.direct) why_not = "only who is named may stand here";
    party.entity = finder.country_of(party.entity);
    Symbol type = r_->entities[std::size_t(party.entity)].type;
    if (!why_not && (slot.types & type_bit(type)) == 0) why_not = "none of this type may stand here";
    if (!why_not && (slot.flags & Slot::kOffice) != 0 && !finder.holds_office(party.entity)) why_not = "only who holds a public office may stand here";
    bool known = std::any_of(now_.filled.begin(), now_.filled.end(), [&](const Filled& f) { return f.party == party; });
    if (!why_not && known) why_not = "told already";
    if (r_->trace) r_->trace->party(slot, party, why_not ? why_not : "");
    if (why_not) continue;
    if (!party.direct) score_ -= kReferenceDoubt;
    now_.filled.push_back({slot.place, slot.side, party});
    is_set_.push_back((slot.flags & Slot::kSet) != 0);
  }
}

/// The one by whom a passive verb is done.
std::uint32_t FrameMatcher::agent_of(std::uint32_t verb) const {
  auto last = std::min<std::uint32_t>(static_cast<std::uint32_t>(r_->tree.groups.size()), verb + kPhraseReach);
  for (std::uint32_t i = verb + 1; i < last; ++i)
    if (r_->is_preposition(i, Word::agent_marker) && reaches(i, verb, r_->group(i).word))
      return r_->tree.child(i, Label::prepositional_object);
  return kNone;
}

bool FrameMatcher::has_object_place(const Trigger& trigger) const {
  auto slots = r_->book->slots(trigger);
  return std::any_of(slots.begin(), slots.end(), [](const Slot& s) { return s.place == symbols::obj; });
}

void FrameMatcher::fill_verb_place(const Trigger& trigger, const Slot& slot, std::uint32_t at, Parties& out) {
  const Tree& tree = r_->tree;
  std::uint32_t verb = at;
  if (!tree.is_verb(verb)) return;
  bool passive = r_->group(verb).has(Group::kPassive);
  std::uint32_t noun = kNone;
  if (slot.place == symbols::subj) {
    noun = passive ? agent_of(verb) : tree.subject_of(verb);
    // `is allied with`: a passive form of a verb without object.
    if (passive && noun == kNone && !has_object_place(trigger)) noun = tree.subject_of(verb);
  }
  else if (slot.place == symbols::obj) {
    noun = tree.child(verb, Label::object);
    if (passive && noun == kNone) noun = tree.subject_of(verb);
    bool relative = tree.label(verb) == Label::relative && tree.child(verb, Label::subject) != kNone;
    if (noun == kNone && relative) noun = tree.list_head(tree.parent(verb));
  } else if (slot.place == symbols::possessive) {
    // `visited his residence`: whose it is.
    std::uint32_t object = tree.child(verb, Label::object);
    if (object != kNone && r_->lemma_is(object, Word::residence)) PartyFinder(*r_, *references_).collect_owner(object, told(), out);
    return;
  } else noun = tree.child(verb, Label::indirect_object);
  if (slot.place == symbols::subj && noun == tree.child(verb, Label::object)) return;
  if (noun != kNone && r_->is(noun, Word::reciprocal)) mutual_ = true;
  PartyFinder(*r_, *references_).collect(noun, told(), out);
  bool other = slot.side > 0 && noun != kNone && out.empty();
  if (other && !r_->is(noun, Word::reciprocal)) unnamed_ = true;
}

void FrameMatcher::fill_noun_place(const Trigger&, const Slot& slot, std::uint32_t at, Parties& out) {
  PartyFinder finder(*r_, *references_);
  if (slot.place == symbols::possessive) finder.collect_owner(at, told(), out);
  else if (slot.place == symbols::compound) finder.collect_compound(at, out);
}

/// True if the group is a trigger with a place for the preposition.
bool FrameMatcher::takes(std::uint32_t group, WordId preposition) const {
  const Trigger* trigger = trigger_at(group);
  if (!trigger) return false;
  auto slots = r_->book->slots(*trigger);
  return std::any_of(slots.begin(), slots.end(), [&](const Slot& s) { return s.preposition == preposition; });
}

/// True if the phrases of a verb are those of the noun: its object, or its subject where the verb only tells that it
/// takes place, or is passive.
bool FrameMatcher::carries(std::uint32_t verb, std::uint32_t noun) const {
  Label label = r_->tree.label(r_->tree.list_head(noun));
  if (label == Label::object) return true;
  if (label != Label::subject) return false;
  const Cue* cue = find_cue(*r_, verb, now_.kind);
  return cue ? (cue->flags & Cue::kNobody) == 0 : r_->group(verb).has(Group::kCopula);
}

/// True if a prepositional phrase hangs on the trigger at `at`: directly, on what stands between, or, behind a noun's
/// governing verb, on that verb. What another trigger takes does not.
bool FrameMatcher::reaches(std::uint32_t preposition, std::uint32_t at, WordId word) const {
  const Tree& tree = r_->tree;
  std::uint32_t governor = tree.is_noun(at) ? tree.governor(at) : kNone;
  std::uint32_t up = tree.parent(preposition);
  for (int step = 0; up != kNone && step < 12; ++step) {
    if (up == at) return true;
    if (r_->group(up).kind != Group::Kind::preposition && takes(up, word)) return false;
    if (up == governor && tree.is_verb(up)) return carries(up, at);
    bool own_clause = (tree.label(up) == Label::participle || tree.label(up) == Label::relative) && tree.parent(up) == at;
    if (tree.is_verb(up) && !r_->group(up).has(Group::kInfinitive | Group::kGerund) && !own_clause &&
        (r_->group(up).has(Group::kFinite) || tree.label(up) == Label::relative)) return false;
    up = tree.parent(up);
  }
  return false;
}

/// True if a phrase is one of the trigger's for the slot: `of` and what stands before only where it hangs on the
/// trigger itself, phrases of purpose only on an infinitive below it.
bool FrameMatcher::hangs_on(std::uint32_t preposition, const Slot& slot, std::uint32_t at) const {
  const Tree& tree = r_->tree;
  if (preposition < at || r_->is_preposition(preposition, Word::part_marker)) return tree.parent(preposition) == at;
  if (!reaches(preposition, at, slot.preposition)) return false;
  if ((slot.flags & Slot::kPurpose) == 0) return true;
  std::uint32_t up = tree.parent(preposition);
  for (int step = 0; up != kNone && up != at && step < 12; ++step, up = tree.parent(up))
    if (tree.is_verb(up) && r_->group(up).has(Group::kInfinitive)) return true;
  return false;
}

void FrameMatcher::fill_preposition(const Trigger&, const Slot& slot, std::uint32_t at, Parties& out) {
  const Tree& tree = r_->tree;
  PartyFinder finder(*r_, *references_);
  auto last = std::min<std::uint32_t>(static_cast<std::uint32_t>(tree.groups.size()), at + kPhraseReach);
  for (std::uint32_t i = at > kPhraseReach ? at - kPhraseReach : 0; i < last; ++i) {
    const Group& g = r_->group(i);
    if (g.kind != Group::Kind::preposition || g.word != slot.preposition || !hangs_on(i, slot, at)) continue;
    std::uint32_t object = tree.child(i, Label::prepositional_object);
    if (object != kNone && r_->is(object, Word::reciprocal)) mutual_ = true;
    std::size_t before = out.size();
    finder.collect(object, told(), out);
    bool with_set = (slot.flags & Slot::kSet) != 0;
    if (slot.side > 0 && !with_set && object != kNone && out.size() == before && !r_->is(object, Word::reciprocal)) unnamed_ = true;
  }
}

/// The noun that stands in a place of a trigger, whoever it is.
std::uint32_t FrameMatcher::place_head(Symbol place, std::uint32_t at) const {
  const Tree& tree = r_->tree;
  if (place == symbols::obj) {
    std::uint32_t object = tree.child(at, Label::object);
    return object == kNone && r_->group(at).has(Group::kPassive) ? tree.subject_of(at) : object;
  }
  if (place == symbols::subj) return tree.subject_of(at);
  return kNone;
}

bool FrameMatcher::is_forbidden(const Trigger& trigger, std::uint32_t at) const {
  const Tree& tree = r_->tree;
  auto is_head = [&](std::uint32_t group, WordId head) {
    return group != kNone && (r_->group(group).lemma == head || r_->group(group).word == head);
  };
  for (const ForbiddenHead& forbidden : r_->book->forbidden(r_->book->frame(trigger))) {
    if (is_head(place_head(forbidden.place, at), forbidden.head)) return true;
    for (std::uint32_t c = tree.nodes[at].first_child; c != kNone; c = tree.nodes[c].next_sibling) {
      if (tree.is_verb(c) && tree.label(c) == Label::complement && forbidden.infinitive != 0 &&
          is_head(c, forbidden.head))
        return true;
      if (r_->group(c).kind != Group::Kind::preposition) continue;
      bool same = r_->group(c).word == forbidden.preposition;
      if (same && is_head(tree.child(c, Label::prepositional_object), forbidden.head)) return true;
    }
  }
  return false;
}

/// Several in a place that joins those who stand in it, or several on the first side alone of a mutual trigger.
bool FrameMatcher::is_joint(const Trigger& trigger) const {
  std::size_t in_set = static_cast<std::size_t>(std::count(is_set_.begin(), is_set_.end(), true));
  auto in_place = [&](bool set) {
    for (std::size_t i = 0; i < now_.filled.size(); ++i)
      if (is_set_[i] == set && now_.filled[i].side > 0) return true;
    return false;
  };
  // `the merger of A with B`
  if (in_set == 1 && (trigger.flags & Trigger::kMutual) != 0 && in_place(true) && in_place(false)) return true;
  if (in_set >= 2 || ((trigger.flags & Trigger::kJoint) != 0 && now_.filled.size() >= 2)) return true;
  bool first_side = std::all_of(now_.filled.begin(), now_.filled.end(), [](const Filled& f) { return f.side == 0; });
  return (mutual_ || ((trigger.flags & Trigger::kMutual) != 0 && !unnamed_)) && first_side && now_.filled.size() >= 2;
}

/// Where persons stand beside bodies or countries, each stands for the one that he holds an office in, if there is one.
void FrameMatcher::let_bodies_stand() {
  auto type_of = [&](const Filled& f) { return r_->entities[std::size_t(f.party.entity)].type; };
  bool bodies = std::any_of(now_.filled.begin(), now_.filled.end(), [&](const Filled& f) { return type_of(f) != symbols::person; });
  if (!bodies) return;
  PartyFinder finder(*r_, *references_);
  for (Filled& f : now_.filled) {
    if (type_of(f) != symbols::person) continue;
    EntityId body = finder.body_of(f.party.entity, symbols::org);
    if (body == EntityId::none) body = finder.body_of(f.party.entity, symbols::gpe);
    bool told = std::any_of(now_.filled.begin(), now_.filled.end(), [&](const Filled& o) { return o.party.entity == body; });
    if (body == EntityId::none || told) continue;
    f.party.entity = body;
    f.party.annotation = Annotation::kUnknown;
  }
}

/// Settles what was found; what is lacking, null if it is enough.
const char* FrameMatcher::finish(const Trigger& trigger, std::uint32_t at) {
  now_.joint = is_joint(trigger);
  bool set_alone = now_.joint && (trigger.flags & Trigger::kJoint) == 0 && std::count(is_set_.begin(), is_set_.end(), true) >= 2;
  if (set_alone) {
    // `The host's talks between A and B`: those between whom it was.
    std::vector<Filled> members;
    for (std::size_t i = 0; i < now_.filled.size(); ++i)
      if (is_set_[i]) members.push_back(now_.filled[i]);
    now_.filled = std::move(members);
  }
  if ((trigger.flags & Trigger::kBodies) != 0) let_bodies_stand();
  if (now_.filled.size() < 2 || (!now_.joint && side_count() < 2))
    return now_.filled.empty() ? "nobody stands in any of its places" : "only one side is told";
  now_.status = status_of(*r_, at, now_.kind);
  if (!now_.status) return "only outsiders speak of it";
  if (score_ < kThreshold) return "too much of it is only inferred";
  if (now_.joint)
    for (Filled& f : now_.filled) f.side = 0;
  references_->note(told());
  out_->push_back(now_);
  return nullptr;
}

/// What the trigger is about, where that is an event of its own: `talks on a merger`.
void FrameMatcher::derive(const Trigger& trigger, std::uint32_t at) {
  if ((trigger.flags & Trigger::kTheme) == 0) return;
  for (const Derivation& derivation : r_->book->derivations(r_->book->frame(trigger))) {
    if (!theme_in(derivation, at)) continue;
    EventTelling derived = out_->back();
    derived.kind = derivation.kind;
    derived.joint = true;
    for (Filled& f : derived.filled) f.side = 0;
    std::uint32_t governor = r_->tree.governor(at);
    const Cue* cue = governor == kNone ? nullptr : find_cue(*r_, governor, derivation.kind);
    derived.status = compose(cue ? cue->value : symbols::none, false, derivation.status);
    if (r_->trace) r_->trace->derived(derived);
    out_->push_back(std::move(derived));
    return;
  }
}

bool FrameMatcher::theme_in(const Derivation& derivation, std::uint32_t at) const {
  const Tree& tree = r_->tree;
  auto is_trigger = [&](WordId word) {
    WordId lemma = r_->view.lexicon->noun_lemma(word);
    for (WordId key : {word, lemma})
      for (const Trigger& t : r_->book->triggers_of(key))
        if (t.kind == TriggerKind::noun && r_->book->frame(t).kind == derivation.kind) return true;
    return false;
  };
  const Group& g = r_->group(at);
  if (derivation.place == symbols::compound) {
    for (std::uint32_t t = g.first; t < g.head; ++t)
      if (is_trigger(r_->view.tokens[t].word)) return true;
    return false;
  }
  auto last = std::min<std::uint32_t>(static_cast<std::uint32_t>(tree.groups.size()), at + kPhraseReach);
  for (std::uint32_t i = at + 1; i < last; ++i) {
    if (r_->group(i).kind != Group::Kind::preposition || r_->group(i).word != derivation.preposition) continue;
    std::uint32_t object = tree.child(i, Label::prepositional_object);
    bool beside = tree.parent(i) == tree.governor(at) || reaches(i, at, kNoWord);
    if (object != kNone && is_trigger(r_->group(object).word) && beside) return true;
  }
  return false;
}

}  // namespace liaison
