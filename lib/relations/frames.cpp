#include "relations/frames.h"

#include <algorithm>

#include "relations/frame_trace.h"
#include "relations/telling_score.h"

namespace liaison {
namespace {

constexpr std::uint32_t kNone = Group::kNone;
/// How many words may stand between the first word of a noun trigger and the others.
constexpr std::uint32_t kPhraseGap = 2;
/// How many triggers of one sentence are tried.
constexpr std::size_t kMostTriggers = 40;

}  // namespace

void FrameMatcher::run(const ClauseReading& reading, References& references, std::vector<EventTelling>& out) {
  r_ = &reading;
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

/// Notes a noun that lacks somebody whom another telling of the sentence may tell: `signed a pact with A after weeks of talks`.
void FrameMatcher::note_untold(const Trigger& trigger, std::uint32_t at) {
  const bool open = trigger.kind == TriggerKind::noun && (trigger.flags & Trigger::kWeak) == 0 && !unnamed_ && !owned_ && !tells_of_itself(trigger) &&
                    !r_->group(at).has(Group::kDefinite | Group::kOwned) && r_->tree.child(at, Label::owner) == kNone;
  // Not every meeting around a pact was with those of the pact, but negotiations were.
  bool leads = now_.kind == symbols::cooperation || (trigger.flags & Trigger::kTheme) != 0;
  for (std::uint32_t c = r_->tree.nodes[at].first_child; c != kNone; c = r_->tree.nodes[c].next_sibling)  // `after talks with banks`
    leads &= r_->group(c).kind != Group::Kind::preposition || r_->is(c, Word::part_marker) || !takes(at, r_->group(c).word);
  if (open && leads && (untold_.empty() || untold_.back().group != at)) untold_.push_back(now_);
}

/// Nouns that are told without those who take part, but stand in a clause that tells them: `signed a pact with A after weeks of
/// talks`, `the talks between A and B led to a pact`.
void FrameMatcher::tell_untold(std::size_t first) {
  for (EventTelling& untold : untold_) {
    const bool told = std::any_of(out_->begin() + static_cast<std::ptrdiff_t>(first), out_->end(),
                                  [&](const EventTelling& t) { return t.group == untold.group; });
    const EventTelling* carrier = told ? nullptr : carrier_of(untold, first);
    if (!carrier) continue;
    for (const Filled& f : untold.filled)
      if (std::none_of(carrier->filled.begin(), carrier->filled.end(), [&](const Filled& o) { return o.party == f.party; })) carrier = nullptr;
    if (!carrier) continue;
    now_ = untold;
    now_.filled = carrier->filled;
    now_.joint = carrier->joint;
    now_.status = status_of(*r_, now_.group, now_.kind);
    // `does not expect a pact in talks`: that there were none is not told.
    if (!now_.status || (now_.kind == symbols::meeting && now_.status == symbols::denied)) continue;
    features_.clear();
    features_of(*r_, now_, features_);
    now_.score = score_of(r_->book->weights(), features_);
    if (r_->trace) r_->trace->begin(*now_.trigger, now_.group);
    if (r_->trace) r_->trace->end(now_, features_, "");
    out_->push_back(now_);
  }
}

/// What tells who takes part in a noun that does not: what the verb above, or its object or subject, tells; null if nothing.
const EventTelling* FrameMatcher::carrier_of(const EventTelling& untold, std::size_t first) const {
  const Tree& tree = r_->tree;
  std::uint32_t noun = tree.list_head(untold.group), up = tree.parent(noun);
  // `weeks of talks`, `a round of talks`
  for (int step = 0; step < 2 && up != kNone && r_->is_preposition(up, Word::part_marker); ++step) {
    const std::uint32_t above = tree.parent(up);
    const Cue* cue = above != kNone && tree.is_noun(above) ? find_cue(*r_, above, Cue::kStatus, untold.kind) : nullptr;
    if (!cue || cue->value) return nullptr;
    noun = tree.list_head(above);
    up = tree.parent(noun);
  }
  if (up == kNone) return nullptr;
  const bool below = r_->group(up).kind == Group::Kind::preposition;
  std::uint32_t verb = below ? tree.parent(up) : up;
  // `signed a pact after talks`: the phrase may hang on the object.
  const std::uint32_t object = below && tree.is_noun(verb) && tree.label(verb) == Label::object ? verb : kNone;
  if (object != kNone) verb = tree.parent(object);
  if (verb == kNone || !tree.is_verb(verb)) return nullptr;
  const Cue* cue = find_cue(*r_, verb, Cue::kSupport, untold.kind);
  const bool leads = cue && (cue->flags & Cue::kNobody) != 0 && cue->value == symbols::occurred;  // `led to`, `follows`
  if (untold.kind == symbols::meeting ? !(below ? adjunct(untold.kind, up) : leads) : !leads && !(below && lies_without(up, untold.kind))) return nullptr;
  for (std::size_t i = first; i < out_->size(); ++i) {
    const EventTelling& telling = (*out_)[i];
    const bool kinds = untold.kind == symbols::meeting ? telling.kind == symbols::cooperation : telling.kind == symbols::meeting;
    if (!kinds || telling.group == untold.group) continue;
    const std::uint32_t head = tree.list_head(telling.group);
    const std::uint32_t subject = tree.subject_of(verb);  // also that of `failed to produce a pact`
    const bool fits = untold.kind == symbols::cooperation || !below ? subject != kNone && tree.list_head(subject) == head
                      : object != kNone                   ? telling.group == object
                                                          : telling.group == verb || (tree.is_noun(telling.group) && tree.governor(telling.group) == verb);
    if (fits) return &telling;
  }
  return nullptr;
}

/// True if the preposition says that there was none: `ended without a pact`.
bool FrameMatcher::lies_without(std::uint32_t preposition, Symbol kind) const {
  for (const Cue& cue : r_->book->cues_of(r_->group(preposition).word))
    if (is_cue_of(cue, Cue::kStatus, kind) && cue.value == symbols::denied && particles_follow(*r_, preposition, cue.phrase)) return true;
  return false;
}

/// An adverb that is a trigger, among the words of a verb group: `have jointly developed`.
void FrameMatcher::match_inside(std::uint32_t verb) {
  const Group& g = r_->group(verb);
  if (g.kind != Group::Kind::verb) return;
  for (std::uint32_t t = g.first; t < g.head; ++t)
    for (const Trigger& trigger : r_->book->triggers_of(r_->view.tokens[t].word))
      if (trigger.kind == TriggerKind::word && trigger.phrase.words[1] == kNoWord) return match(trigger, verb);
}

/// The trigger that a group is, longer ones first; null where it is none. `after`: the next one behind it.
const Trigger* FrameMatcher::trigger_at(std::uint32_t group, const Trigger* after) const {
  const Group& g = r_->group(group);
  bool verb = g.kind == Group::Kind::verb, noun = g.kind == Group::Kind::noun && !g.has(Group::kPronoun);
  bool word = g.kind == Group::Kind::adverb || g.kind == Group::Kind::adjective;
  if (!verb && !noun && !word) return nullptr;
  bool named = noun && is_named(g);
  if (named && noun_of(group) == g.head) return nullptr;
  WordId own = named ? r_->view.tokens[noun_of(group)].word : g.word;
  WordId lemma = named ? r_->view.lexicon->noun_lemma(own) : g.lemma;
  if (verb && lemma != kNoWord) own = lemma;  // `found` is a form of `find`
  bool passed = after == nullptr;
  for (WordId key : {own, lemma == own ? kNoWord : lemma})
    for (const Trigger& trigger : r_->book->triggers_of(key)) {
      if (!passed) {
        passed = &trigger == after;
        continue;
      }
      bool kind_fits = trigger.kind == TriggerKind::verb ? verb : trigger.kind == TriggerKind::noun ? noun : word;
      if (!kind_fits || lacks_object(trigger, group) || (named && !tells_of_itself(trigger))) continue;
      if (trigger.kind == TriggerKind::noun ? words_before(group, trigger) : particles_follow(*r_, group, trigger.phrase)) return &trigger;
    }
  return nullptr;
}

/// True if a trigger that counts only with an object has none and is not passive.
bool FrameMatcher::lacks_object(const Trigger& trigger, std::uint32_t at) const {
  return (trigger.flags & Trigger::kTransitive) != 0 && r_->tree.child(at, Label::object) == kNone && !r_->group(at).has(Group::kPassive);
}

/// True if the trigger has a place for those whom it is itself: `its partner Intel`.
bool FrameMatcher::tells_of_itself(const Trigger& trigger) const {
  auto slots = r_->book->slots(trigger);
  return std::any_of(slots.begin(), slots.end(), [](const Slot& s) { return (s.flags & Slot::kSelf) != 0; });
}

/// True if the name of somebody who may take part heads a noun group. `the Rhodes Armistice` is no such name.
bool FrameMatcher::is_named(const Group& group) const {
  if (group.name == kNone) return false;
  const Symbol type = r_->annotations[group.name].type;
  return type == symbols::person || type == symbols::org || type == symbols::gpe;
}

/// The token of a noun group's own noun: its head, or what stands right before a name that heads it.
std::uint32_t FrameMatcher::noun_of(std::uint32_t group) const {
  const Group& g = r_->group(group);
  if (!is_named(g)) return g.head;
  std::uint32_t name = r_->annotations[g.name].first;
  return name > g.first ? name - 1 : g.head;
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
  std::uint32_t head = noun_of(group);
  std::uint32_t first = r_->group(group).first, at = head;
  for (std::size_t i = 1; i < length; ++i) {
    WordId word = trigger.phrase.words[length - 1 - i];
    // `letters of intent`
    const auto fits = [&](WordId own) { return own == word || (i + 1 == length && r_->view.lexicon->noun_lemma(own) == word); };
    // `joint naval exercises`: other words may stand behind the first one.
    std::uint32_t gap = i + 1 == length ? kPhraseGap : 0;
    do {
      if (at == first) return false;
      --at;
    } while (!fits(r_->view.tokens[at].word) && gap-- > 0);
    if (!fits(r_->view.tokens[at].word)) return false;
  }
  return true;
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
  if ((trigger.flags & Trigger::kErrand) != 0 && !on_errand(at)) return;
  if ((trigger.flags & Trigger::kScene) != 0 && !in_scene(at)) return;
  if ((trigger.flags & Trigger::kTask) != 0 && !has_task(at)) return;
  if ((trigger.flags & Trigger::kDoing) != 0 && !is_doing(at)) return;
  if (serves_another(at)) return;
  if (r_->trace) r_->trace->begin(trigger, at);
  if (is_forbidden(trigger, at)) {
    if (r_->trace) r_->trace->end(now_, {}, "beside it stands a word that its frame forbids (`not`)");
    return;
  }
  if (trigger.kind == TriggerKind::verb && now_.kind == symbols::meeting && by_medium(at)) return;
  if ((trigger.flags & Trigger::kIntransitive) != 0 && r_->tree.child(at, Label::object) != kNone) return;
  now_.rule = trigger.rule;
  now_.group = at;
  now_.trigger_first = trigger.kind == TriggerKind::noun ? noun_of(at) : r_->group(at).head;
  now_.trigger_last = now_.trigger_first + 1;
  is_set_.clear();
  features_.clear();
  asked_.clear();
  for (const Slot& slot : r_->book->slots(trigger)) fill_slot(trigger, slot, at);
  if (trigger.kind == TriggerKind::noun && now_.kind == symbols::cooperation) add_leader(trigger, at);
  // `between A and …`: who is not told here is not told elsewhere.
  bool in_set = std::find(is_set_.begin(), is_set_.end(), true) != is_set_.end();
  const bool elsewhere = trigger.kind == TriggerKind::noun && (trigger.flags & Trigger::kWeak) == 0;
  if (trigger.kind == TriggerKind::verb && now_.kind == symbols::cooperation && side_count() == 1) fill_from_noun(trigger, at);
  if (trigger.kind == TriggerKind::verb && (trigger.flags & Trigger::kMutual) != 0 && side_count() == 1 && now_.filled[0].side == 0 && !unnamed_) fill_invited(trigger, at);
  if (elsewhere && side_count() < 2 && (!in_set || listed_ || left_to_party(at)) && lacks_others(trigger)) {
    const std::size_t before = now_.filled.size();
    fill_relative(trigger, at);
    // `left the pact that A signed`: who made it is told, and who left it is another; `A struck a deal that B wanted`: who struck
    // it is.
    const bool made = now_.kind == symbols::cooperation && now_.filled.size() > before && now_.filled.back().side == 0;
    const std::uint32_t governor = r_->tree.governor(at);
    const Cue* struck = made && r_->tree.label(at) == Label::object ? find_cue(*r_, governor, Cue::kSupport, now_.kind) : nullptr;
    if (struck && struck->value == symbols::occurred && (struck->flags & (Cue::kMutual | Cue::kFactive | Cue::kBeside | Cue::kNobody)) == 0) {
      now_.filled.resize(before);
      is_set_.resize(before);
      fill_controller(trigger, at);
    } else if (listed_) {
      if (is_attended_where(at)) climb(trigger, at);
    } else if (!made && side_count() < 2 && lacks_others(trigger)) fill_controller(trigger, at);
  }
  const char* lack = finish(trigger);
  if (r_->trace) r_->trace->end(now_, features_, lack ? lack : "");
  if (!lack) derive(trigger, at);
  else if (now_.filled.size() < 2 || side_count() < 2) note_untold(trigger, at);
}

/// `left the pact between A and others`, `joined the bloc led by A`: one is told of those whose it is, and the verb lends it
/// another.
bool FrameMatcher::left_to_party(std::uint32_t at) const {
  if (now_.kind != symbols::cooperation || now_.filled.size() != 1) return false;
  const Symbol place = now_.filled[0].place;
  return (place == symbols::between || place == symbols::by) && lends_party(at);
}

/// True if the verb above lends a noun one more of those whose it is: `left the pact`, `joined the bloc`.
bool FrameMatcher::lends_party(std::uint32_t at) const {
  const std::uint32_t governor = r_->tree.governor(at);
  const Cue* cue = governor != kNone && r_->tree.is_verb(governor) ? find_cue(*r_, governor, Cue::kSupport, now_.kind) : nullptr;
  return cue && (cue->flags & (Cue::kFactive | Cue::kMutual)) != 0;
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
  if ((slot.flags & Slot::kSelf) != 0) fill_self(at, found);
  else if (slot.preposition != kNoWord) fill_preposition(trigger, slot, at, found);
  else if (trigger.kind == TriggerKind::noun) fill_noun_place(trigger, slot, at, found);
  else fill_verb_place(trigger, slot, at, found);
  bool of = slot.preposition != kNoWord && (slot.flags & Slot::kSet) != 0 && slot.place == symbols::of;
  if (of && trigger.kind == TriggerKind::noun) {
    const std::size_t before = found.size();
    fill_members(at, found);
    listed_ |= found.size() > before && now_.kind == symbols::meeting;
  }
  // `a Chicago ally`: where he is.
  if (slot.place == symbols::compound && tells_of_itself(trigger))
    std::erase_if(found, [&](const Party& p) {
      return r_->entities[std::size_t(p.entity)].type == symbols::gpe && !PartyFinder(*r_, *references_).is_country(p.entity);
    });
  // A lone name before a noun is more often a place or a topic than one of a set, but for a country in a pact that
  // somebody else has: `Merkel's Turkey deal`.
  bool joins = (slot.flags & Slot::kSet) != 0 || (trigger.flags & Trigger::kJoint) != 0;
  bool lone = slot.place == symbols::compound && joins && found.size() < 2;
  // `A's Washington ally`: where he is.
  if (slot.place == symbols::compound && r_->tree.child(at, Label::owner) != kNone &&
      std::any_of(now_.filled.begin(), now_.filled.end(), [&](const Filled& f) { return is_self(f); }))
    return;
  bool pact = lone && !found.empty() && (trigger.flags & Trigger::kBodies) != 0 && now_.filled.size() == 1 &&
              now_.filled[0].place == symbols::possessive && PartyFinder(*r_, *references_).is_country(found[0].entity);
  if (lone && !pact) {
    const Slot* own = own_slot(trigger);
    if (found.size() == 1 && own && opens_pair(trigger, found[0], at)) add(trigger, *own, found);
    return;
  }
  add(trigger, slot, found);
}

/// True if a lone name before a noun is the first side of it, the other one being told behind: `a Toyota partnership with
/// Panasonic`, `the Merkel meeting with Macron`. A body or country may be the place where people meet, unless it is told as an adjective.
bool FrameMatcher::opens_pair(const Trigger& trigger, const Party& party, std::uint32_t at) const {
  const Tree& tree = r_->tree;
  const bool other_told = !now_.filled.empty() && std::all_of(now_.filled.begin(), now_.filled.end(), [](const Filled& f) { return f.place == symbols::with || f.place == symbols::to; });
  if (trigger.kind != TriggerKind::noun || !other_told || r_->group(at).has(Group::kOwned) || tree.child(at, Label::owner) != kNone) return false;
  const std::uint32_t up = tree.governor(at);
  // `struck the Iran deal with Norway`: who does so makes it, who defends it need not.
  const Cue* cue = tree.label(at) == Label::object && tree.is_verb(up) ? find_cue(*r_, up, Cue::kSupport, now_.kind) : nullptr;
  if (cue && (cue->flags & (Cue::kNobody | Cue::kFactive)) == 0) return false;
  const Symbol type = r_->entities[std::size_t(party.entity)].type;
  // `American talks with A`, `US talks with A`
  const bool by_adjective = party.annotation == Annotation::kUnknown || r_->view.tokens[r_->annotations[party.annotation].first].has(kAllCaps);
  if (type == symbols::gpe) return by_adjective || (now_.kind == symbols::cooperation && PartyFinder(*r_, *references_).is_country(party.entity));
  return type == symbols::person || now_.kind != symbols::meeting;
}

/// `the Toyota-led alliance with A`, `left the Toyota-led alliance`: who leads it is one of those in it.
void FrameMatcher::add_leader(const Trigger& trigger, std::uint32_t at) {
  const Group& g = r_->group(at);
  if (now_.filled.empty() && !lends_party(at)) return;
  const Slot* own = own_slot(trigger);
  for (std::uint32_t t = g.first + 1; own && t + 1 < g.head; ++t) {
    if (!r_->grammar().is(r_->view, t, Word::hyphen) || !r_->verb_is(t + 1, Word::leading)) continue;
    const auto& names = r_->annotations;
    const auto name = std::find_if(names.begin(), names.end(), [&](const Annotation& a) { return a.last == t && a.entity != EntityId::none; });
    if (name != names.end()) add(trigger, *own, {Party{name->entity, static_cast<std::uint32_t>(name - names.begin()), at, true}});
    return;
  }
}

/// Adds whom a noun stands for. A pronoun does for nobody else than before, though those told already are passed over.
void FrameMatcher::collect(std::uint32_t noun, Parties& out) {
  if (std::find(asked_.begin(), asked_.end(), noun) != asked_.end()) return;
  const std::size_t before = out.size();
  PartyFinder finder(*r_, *references_);
  finder.collect(noun, told(), out);
  if (noun == kNone || !r_->group(noun).has(Group::kPronoun) || out.size() == before) return;
  asked_.push_back(noun);
  // `"We work with A," B said`: B's body, and not B by himself.
  if (now_.kind != symbols::cooperation || !r_->is(noun, Word::first_person) || !r_->is(noun, Word::plural_pronoun)) return;
  for (std::size_t i = before; i < out.size(); ++i) {
    if (r_->entities[std::size_t(out[i].entity)].type != symbols::person) continue;
    EntityId body = finder.body_of(out[i].entity, symbols::org);
    if (body == EntityId::none) body = finder.body_of(out[i].entity, symbols::gpe);
    out[i] = {body, Annotation::kUnknown, noun, false, out[i].sure};
  }
  std::erase_if(out, [](const Party& p) { return p.entity == EntityId::none; });
}

/// Takes over the participants that may stand in the slot.
void FrameMatcher::add(const Trigger&, const Slot& slot, const Parties& parties) {
  PartyFinder finder(*r_, *references_);
  for (Party party : parties) {
    const char* why_not = nullptr;
    if ((slot.flags & Slot::kNamed) != 0 && !party.direct && !party.sure) why_not = "only who is named may stand here";
    party.entity = finder.country_of(party.entity);
    Symbol type = r_->entities[std::size_t(party.entity)].type;
    if (!why_not && is_barred(party)) {
      why_not = "names of this kind take no part (`not fill`)";
      unnamed_ |= slot.side > 0;
    }
    if (!why_not && (slot.types & type_bit(type)) == 0) {
      why_not = "none of this type may stand here";
      unnamed_ |= slot.side > 0 && type == symbols::misc && party.group != kNone && r_->group(party.group).has(Group::kPlural | Group::kDefinite);  // `A and B held talks with Islamists`
    }
    if (!why_not && (slot.flags & Slot::kOffice) != 0 && !finder.holds_office(party.entity)) why_not = "only who holds a public office may stand here";
    bool known = std::any_of(now_.filled.begin(), now_.filled.end(), [&](const Filled& f) { return f.party == party; });
    if (!why_not && known) why_not = "told already";
    if (r_->trace) r_->trace->party(slot, party, why_not ? why_not : "");
    if (why_not) continue;
    now_.filled.push_back({slot.place, slot.side, party, slot.flags});
    is_set_.push_back((slot.flags & Slot::kSet) != 0);
  }
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
  const bool first_side_only = std::all_of(now_.filled.begin(), now_.filled.end(), [](const Filled& f) { return f.place == symbols::subj; });
  const bool act = (trigger.flags & Trigger::kOne) == 0 || !first_side_only || does_one_thing(now_.group);
  const bool apart = first_side_only && acts_apart();
  if ((in_set >= 2 && !examples_) || ((trigger.flags & Trigger::kJoint) != 0 && act && !apart && now_.filled.size() >= 2)) return true;
  // `a contract from A and B`: those who give it have it with somebody else.
  bool first_side = std::all_of(now_.filled.begin(), now_.filled.end(), [](const Filled& f) { return f.side == 0 && f.place != symbols::from; });
  return (mutual_ || ((joined_ || (trigger.flags & Trigger::kMutual) != 0) && !unnamed_ && !examples_ && !apart)) && first_side && now_.filled.size() >= 2;
}

/// True if those who are told are not all: they are joined with nobody, or only with whom it is, or whom it tells of, is told.
bool FrameMatcher::lacks_others(const Trigger& trigger) const {
  if (!is_joint(trigger) || listed_) return true;
  bool joint = (trigger.flags & Trigger::kJoint) != 0;
  return std::all_of(now_.filled.begin(), now_.filled.end(), [&](const Filled& f) { return joint ? f.place == symbols::with : is_self(f); });
}

bool FrameMatcher::is_self(const Filled& filled) const {
  auto slots = r_->book->slots(*now_.trigger);
  return std::any_of(slots.begin(), slots.end(), [&](const Slot& s) { return (s.flags & Slot::kSelf) != 0 && s.place == filled.place; });
}

/// Where persons stand beside bodies or countries, each stands for the one that he holds an office in, if there is one.
void FrameMatcher::let_bodies_stand() {
  auto type_of = [&](const Filled& f) { return r_->entities[std::size_t(f.party.entity)].type; };
  bool bodies = std::any_of(now_.filled.begin(), now_.filled.end(), [&](const Filled& f) { return type_of(f) != symbols::person; });
  if (!bodies) return;
  bool states = std::any_of(now_.filled.begin(), now_.filled.end(), [&](const Filled& f) { return type_of(f) == symbols::gpe; });
  PartyFinder finder(*r_, *references_);
  for (Filled& f : now_.filled) {
    if (type_of(f) != symbols::person) continue;
    EntityId body = finder.body_of(f.party.entity, symbols::org);
    if (body == EntityId::none) body = finder.body_of(f.party.entity, symbols::gpe);
    // A senator's deal with a broadcaster is his own.
    if (!states && body != EntityId::none && r_->entities[std::size_t(body)].type == symbols::gpe && !finder.is_country(body)) continue;
    bool told = std::any_of(now_.filled.begin(), now_.filled.end(), [&](const Filled& o) { return o.party.entity == body; });
    if (body == EntityId::none || told || is_of_subtype(body, symbols::parliament) || is_of_subtype(body, symbols::media)) continue;
    f.party.entity = body;
    f.party.annotation = Annotation::kUnknown;
  }
}

/// True for a chamber, a party, and who has a seat in one.
bool FrameMatcher::sits_in_parliament(const Filled& filled) const {
  const auto is_chamber = [&](EntityId body) { return is_of_subtype(body, symbols::parliament) || is_of_subtype(body, symbols::party); };
  if (is_chamber(filled.party.entity)) return true;
  const auto holds = r_->document->holds_of(filled.party.entity);
  return std::any_of(holds.begin(), holds.end(), [&](const Hold* hold) { return hold->when != symbols::former && is_chamber(hold->org); });
}

/// Leaves out bodies of those who are told with them. The members of a party stand for their chamber only beside others than its
/// own people: `talks between the president and House Republicans`, but not `Senate Democrats met the majority leader`; nor does a
/// state meet who holds an office in it.
void FrameMatcher::leave_out_own() {
  PartyFinder finder(*r_, *references_);
  const auto is_own = [&](const Filled& f) {
    if (r_->entities[std::size_t(f.party.entity)].type == symbols::person) return false;
    const std::uint32_t group = f.party.group;
    const bool members = group != kNone && r_->tree.is_noun(group) && r_->group(group).name == kNone && r_->lemma_is(group, Word::party_member) &&
                         is_of_subtype(f.party.entity, symbols::parliament);
    const bool state = r_->entities[std::size_t(f.party.entity)].type == symbols::gpe;
    return (members || state) && std::any_of(now_.filled.begin(), now_.filled.end(), [&](const Filled& other) {
      if (other.party == f.party || (!now_.joint && other.side == f.side)) return false;
      const EntityId who = other.party.entity;
      const bool person = r_->entities[std::size_t(who)].type == symbols::person;
      return (members && sits_in_parliament(other)) ||
             (state && (finder.holds_office_in(who, f.party.entity) || (person && finder.state_of(who) == f.party.entity)));
    });
  };
  std::uint64_t own = 0;
  for (std::size_t i = 0; i < std::min<std::size_t>(64, now_.filled.size()); ++i) own |= std::uint64_t{is_own(now_.filled[i])} << i;
  std::size_t at = 0;
  if (own != 0) std::erase_if(now_.filled, [&](const Filled&) { return at < 64 && (own >> at++ & 1) != 0; });
}

/// True if the noun says what somebody is where something else is told of him: `will visit his ally A`, `A, an ally of B, will`.
bool FrameMatcher::is_told_in_passing(const Trigger& trigger) const {
  if (trigger.kind != TriggerKind::noun || source_ != now_.group || !tells_of_itself(trigger)) return false;
  const Tree& tree = r_->tree;
  return r_->group(source_).name != kNone || tree.label(source_) == Label::apposition || tree.child(source_, Label::apposition) != kNone;
}

/// Settles what was found; what is lacking, null if it is enough.
const char* FrameMatcher::finish(const Trigger& trigger) {
  now_.joint = is_joint(trigger);
  bool set_alone = now_.joint && !listed_ && (trigger.flags & Trigger::kJoint) == 0 && std::count(is_set_.begin(), is_set_.end(), true) >= 2;
  if (set_alone) {
    // `The host's talks between A and B`: those between whom it was.
    std::vector<Filled> members;
    for (std::size_t i = 0; i < now_.filled.size(); ++i)
      if (is_set_[i]) members.push_back(now_.filled[i]);
    now_.filled = std::move(members);
  }
  // `A's discussion of B`: what it is about.
  bool topic = now_.filled.size() == 2 && now_.filled[0].place == symbols::possessive && now_.filled[1].place == symbols::of && is_set_[1];
  if (topic) return "what it is of is its topic";
  if ((trigger.flags & Trigger::kBodies) != 0) let_bodies_stand();
  leave_out_own();
  if (now_.filled.size() < 2 || (!now_.joint && side_count() < 2))
    return now_.filled.empty() ? "nobody stands in any of its places" : "only one side is told";
  now_.status = status_of(*r_, source_, now_.kind, is_told_in_passing(trigger));
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

/// What the trigger is about, where that is an event of its own: `talks on a merger`.
void FrameMatcher::derive(const Trigger& trigger, std::uint32_t at) {
  if ((trigger.flags & Trigger::kTheme) == 0) return;
  for (const Derivation& derivation : r_->book->derivations(r_->book->frame(trigger))) {
    if (!theme_in(derivation, at)) continue;
    EventTelling derived = out_->back();
    derived.kind = derivation.kind;
    std::uint32_t governor = r_->tree.governor(at);
    const Cue* cue = governor == kNone ? nullptr : find_cue(*r_, governor, derivation.kind);
    // `denied that it was in talks on a merger`
    const bool none = derived.status == symbols::denied && !(cue && cue->value == symbols::denied);
    derived.status = none ? symbols::denied : compose(cue ? cue->value : symbols::none, false, derivation.status);
    if (r_->trace) r_->trace->derived(derived);
    out_->push_back(std::move(derived));
    return;
  }
}

/// True if a group tells by itself of an event of the kind in which several take part.
bool FrameMatcher::is_event_of(std::uint32_t group, Symbol kind) const {
  const Trigger* t = trigger_at(group);
  return t && r_->book->frame(*t).kind == kind && (t->flags & (Trigger::kJoint | Trigger::kMutual)) != 0 && (t->flags & Trigger::kOne) == 0;
}

/// True if a verb tells of an event of the kind, or lends it to its object: `to team up`, `to set up a venture`.
bool FrameMatcher::makes(std::uint32_t verb, Symbol kind) const {
  if (is_event_of(verb, kind)) return true;
  const Cue* cue = find_cue(*r_, verb, Cue::kSupport, kind);
  if (!cue || cue->value != symbols::occurred || (cue->flags & (Cue::kFactive | Cue::kNobody)) != 0) return false;
  std::uint32_t object = r_->tree.child(verb, Label::object);
  const bool particle = cue->phrase.words[1] != kNoWord && verb + 1 < r_->tree.groups.size() && r_->group(verb + 1).word == cue->phrase.words[1];
  if (object == kNone && particle) object = r_->tree.child(verb + 1, Label::prepositional_object);
  return object != kNone && r_->tree.is_noun(object) && is_event_of(object, kind);
}

bool FrameMatcher::theme_in(const Derivation& derivation, std::uint32_t at) const {
  const Tree& tree = r_->tree;
  auto is_trigger = [&](WordId word) {
    WordId lemma = r_->view.lexicon->noun_lemma(word);
    for (WordId key : {word, lemma})
      for (const Trigger& t : r_->book->triggers_of(key))
        if (t.kind == TriggerKind::noun && t.phrase.words[1] == kNoWord && r_->book->frame(t).kind == derivation.kind) return true;
    return false;
  };
  auto is_theme = [&](std::uint32_t noun) {
    const Trigger* t = trigger_at(noun);
    return t && t->kind == TriggerKind::noun && r_->book->frame(*t).kind == derivation.kind;
  };
  const Group& g = r_->group(at);
  // `in talks with A to form an alliance`, `negotiates to team up with A`
  if (derivation.place != symbols::compound && derivation.preposition == kNoWord) {
    const std::uint32_t up = tree.parent(at), verb = tree.governor(at);
    const bool copula = up != kNone && r_->group(up).kind == Group::Kind::preposition && tree.is_verb(verb) && r_->group(verb).has(Group::kCopula);
    for (std::uint32_t holder : {at, copula ? verb : kNone})
      for (std::uint32_t c = holder == kNone ? kNone : tree.nodes[holder].first_child; c != kNone; c = tree.nodes[c].next_sibling)
        if (c > at && tree.is_verb(c) && tree.label(c) == Label::complement && r_->group(c).has(Group::kInfinitive) && makes(c, derivation.kind)) return true;
    return false;
  }
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
    if (object != kNone && tree.is_noun(object) && is_theme(object) && beside) return true;
  }
  return false;
}

}  // namespace liaison
