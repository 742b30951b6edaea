// The part of the frame matcher that takes over who may stand in a slot.
#include <algorithm>

#include "relations/frame_trace.h"
#include "relations/frames.h"

namespace liaison {
namespace {

constexpr std::uint32_t kNone = Group::kNone;

}  // namespace

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
  // `a Chicago ally`: where he is; `a NATO ally`: to what he belongs.
  if (slot.place == symbols::compound && tells_of_itself(trigger))
    std::erase_if(found, [&](const Party& p) {
      if (r_->is_known_as(p.entity, symbols::international)) return true;
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
  const bool other_told = !now_.filled.empty() && std::all_of(now_.filled.begin(), now_.filled.end(), [](const Filled& f) {
    return f.place == symbols::with || f.place == symbols::to;
  });
  if (trigger.kind != TriggerKind::noun || !other_told || r_->group(at).has(Group::kOwned) || tree.child(at, Label::owner) != kNone)
    return false;
  const std::uint32_t up = tree.governor(at);
  // `struck the Iran deal with Norway`: who does so makes it, who defends it need not.
  const Cue* cue = tree.label(at) == Label::object && tree.is_verb(up) ? find_cue(*r_, up, Cue::kSupport, now_.kind) : nullptr;
  if (cue && (cue->flags & (Cue::kNobody | Cue::kFactive)) == 0) return false;
  const Symbol type = r_->entities[std::size_t(party.entity)].type;
  // `American talks with A`, `US talks with A`
  const bool by_adjective = party.annotation == Annotation::kUnknown ||
                            r_->view.tokens[r_->annotations[party.annotation].first].has(kAllCaps);
  if (type == symbols::gpe)
    return by_adjective || (now_.kind == symbols::cooperation && PartyFinder(*r_, *references_).is_country(party.entity));
  return type == symbols::person || now_.kind != symbols::meeting;
}

/// `the Toyota-led alliance with A`, `left the Toyota-led alliance`: who leads it is one of those in it.
void FrameMatcher::add_leader(const Trigger& trigger, std::uint32_t at) {
  const Group& g = r_->group(at);
  if (now_.filled.empty() && !lends_party(at)) return;
  const Slot* own = own_slot(trigger);
  for (std::uint32_t t = g.first + 1; own && t + 1 < g.head; ++t) {
    if (!r_->grammar().is(r_->view, t, Word::hyphen) || !r_->verb_is(t + 1, Word::leading)) continue;
    for (const Annotation& name : annotations_in(r_->annotations, r_->sentences[r_->sentence]))
      if (name.last == t && name.entity != EntityId::none)
        return add(trigger, *own, {Party{name.entity, static_cast<std::uint32_t>(&name - r_->annotations.data()), at, true}});
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
    out[i] = {finder.body_of(out[i].entity), Annotation::kUnknown, noun, false, out[i].sure};
  }
  std::erase_if(out, [](const Party& p) { return p.entity == EntityId::none; });
}

/// Takes over the participants that may stand in the first slot of a place.
void FrameMatcher::add_to(const Trigger& trigger, Symbol place, const Parties& parties) {
  const auto slots = r_->book->slots(trigger);
  const auto at = std::find_if(slots.begin(), slots.end(), [&](const Slot& slot) { return slot.place == place; });
  if (at != slots.end()) add(trigger, *at, parties);
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
    if (!why_not && (slot.flags & Slot::kHost) != 0 && is_site(party.entity)) why_not = "it is a place to which visitors go";
    if (!why_not && (slot.types & type_bit(type)) == 0) {
      why_not = "none of this type may stand here";
      // `A and B held talks with Islamists`
      unnamed_ |= slot.side > 0 && type == symbols::misc && party.group != kNone &&
                  r_->group(party.group).has(Group::kPlural | Group::kDefinite);
    }
    if (!why_not && (slot.flags & Slot::kOffice) != 0 && !finder.holds_office(party.entity))
      why_not = "only who holds a public office may stand here";
    bool known = std::any_of(now_.filled.begin(), now_.filled.end(), [&](const Filled& f) { return f.party == party; });
    if (!why_not && known) why_not = "told already";
    if (r_->trace) r_->trace->party(slot, party, why_not ? why_not : "");
    if (why_not) continue;
    now_.filled.push_back({slot.place, slot.side, party, slot.flags});
  }
}

/// `sat down with A, host of a show`: told to be one who interviews.
bool FrameMatcher::asks_for_press(const Party& party) const {
  if (party.group == kNone || !party.direct) return false;
  if (r_->has_word(party.group, Word::press)) return true;
  const bool behind = r_->tree.label(party.group) == Label::apposition;  // `the moderator, A`
  const std::uint32_t told = behind ? r_->tree.parent(party.group) : r_->tree.child(party.group, Label::apposition);
  return told != kNone && r_->tree.is_noun(told) && r_->group(told).name == kNone && r_->lemma_is(told, Word::press);
}

/// `his wife A`, `her sons, A and B`: told to be somebody's relative. A priest is written large: `Father A`.
bool FrameMatcher::is_relative(const Party& party) const {
  const Tree& tree = r_->tree;
  const auto tells = [&](std::uint32_t noun) {
    for (std::uint32_t t = r_->group(noun).first; t < r_->group(noun).last; ++t)
      if (r_->view.tokens[t].has(kLower) && r_->grammar().is(r_->view, t, Word::kin)) return true;
    return false;
  };
  if (party.group == kNone) return false;
  std::uint32_t at = party.group;
  while (tree.label(at) == Label::conjunct && tree.is_noun(tree.parent(at))) at = tree.parent(at);
  const bool explains = tree.label(at) == Label::apposition && tree.is_noun(tree.parent(at));
  return tells(party.group) || tells(at) || (explains && tells(tree.parent(at)));
}

/// True if names of the entity's kind take no part in events of the frame.
bool FrameMatcher::is_barred(const Party& party) const {
  if ((now_.trigger->flags & Trigger::kTalk) != 0 &&
      std::binary_search(r_->interviewers.begin(), r_->interviewers.end(), party.entity)) return true;
  for (const ForbiddenHead& forbidden : r_->book->forbidden(r_->book->frame(*now_.trigger))) {
    if (forbidden.where != ForbiddenHead::kSubtype) continue;
    if (forbidden.place == symbols::kin ? is_relative(party) : is_of_subtype(party.entity, forbidden.place)) return true;
    if (forbidden.place == symbols::media && asks_for_press(party)) return true;
    // `spoke with Fox's A`
    if (party.group == kNone || !party.direct || r_->entities[std::size_t(party.entity)].type != symbols::person) continue;
    // `met Fox News chairman A`: who runs a medium does not ask for it
    if (r_->has_word(party.group, Word::company_role)) continue;
    const Group& g = r_->group(party.group);
    const auto bars = [&](std::uint32_t name) { return is_of_subtype(r_->annotations[name].entity, forbidden.place); };
    if (std::any_of(g.names.begin(), g.names.begin() + g.name_count, bars)) return true;
    const std::uint32_t owner = r_->tree.child(party.group, Label::owner);
    if (owner != kNone && r_->tree.is_noun(owner) && r_->group(owner).name != kNone && bars(r_->group(owner).name)) return true;
  }
  return false;
}

/// True if the gazetteers know an entity as one of the subtype; of a body that they do not know its name tells that it is a
/// medium: `the Oakville Herald`.
bool FrameMatcher::is_of_subtype(EntityId entity, Symbol subtype) const {
  if (r_->is_known_as(entity, subtype)) return true;
  if (subtype != symbols::media || entity == EntityId::none || r_->known(entity)) return false;
  if (r_->entities[std::size_t(entity)].type != symbols::org) return false;
  const auto tells_of_medium = [&](MentionId mention) {
    const Annotation& name = r_->annotations[static_cast<std::size_t>(mention)];
    return name.form == Form::name && name.last - name.first > 1 && r_->grammar().is(r_->view, name.last - 1, Word::media_head) &&
           !r_->grammar().is(r_->view, name.last - 1, Word::weak_head);
  };
  const std::vector<MentionId>& mentions = r_->entities[std::size_t(entity)].mentions;
  return std::any_of(mentions.begin(), mentions.end(), tells_of_medium);
}

/// True for a body whose name is that of a place open to visitors, a university or museum: its last word tells, or the one before
/// `of`.
bool FrameMatcher::is_site(EntityId entity) const {
  if (r_->entities[std::size_t(entity)].type != symbols::org) return false;
  if (is_of_subtype(entity, symbols::university)) return true;
  const auto is_word = [&](std::uint32_t token, Word word) { return r_->grammar().is(r_->view, token, word); };
  const auto tells_of_site = [&](MentionId mention) {
    const Annotation& name = r_->annotations[static_cast<std::size_t>(mention)];
    if (name.form != Form::name || name.last - name.first < 2) return false;
    for (std::uint32_t t = name.first; t < name.last; ++t)
      if (is_word(t, Word::site) && (t + 1 == name.last || is_word(t + 1, Word::part_marker))) return true;
    return false;
  };
  const std::vector<MentionId>& mentions = r_->entities[std::size_t(entity)].mentions;
  return std::any_of(mentions.begin(), mentions.end(), tells_of_site);
}

}  // namespace liaison
