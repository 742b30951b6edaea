#include "relations/joiners.h"

#include <algorithm>

namespace liaison {
namespace {

constexpr std::uint32_t kNone = Group::kNone;

/// One sentence behind one that tells of a meeting.
class Joiners {
 public:
  Joiners(const ClauseReading& reading, const References& references, const EventTelling& last)
      : r_(reading), finder_(reading, references), last_(last) {
    const Sentence s = r_.sentences[r_.sentence];
    for (std::uint32_t t = s.first; t < s.last; ++t) one_more_ |= r_.grammar().is(r_.view, t, Word::additive);
  }

  /// Who joins by a verb; empty if nobody does.
  Parties at(std::uint32_t verb) const {
    const Group& g = r_.group(verb);
    Parties out;
    if (!r_.tree.is_verb(verb) || !g.has(Group::kFinite) || g.has(Group::kNegated | Group::kModal)) return out;
    if (r_.tree.nodes[verb].quoted || r_.tree.label(verb) != Label::root) return out;
    if (g.has(Group::kFuture) != (last_.status == symbols::planned)) return out;
    const std::uint32_t who = g.has(Group::kCopula) ? present(verb) : joining(verb);
    if (who == kNone) return out;
    finder_.collect(who, {}, out);
    const auto fits = [&](const Party& p) { return p.direct && r_.entities[std::size_t(p.entity)].type == symbols::person; };
    if (!std::all_of(out.begin(), out.end(), fits)) out.clear();
    std::erase_if(out, [&](const Party& p) {
      return std::any_of(last_.filled.begin(), last_.filled.end(), [&](const Filled& f) { return f.party.entity == p.entity; });
    });
    return out;
  }

 private:
  /// `Also present was A`, `A was also in the room`.
  std::uint32_t present(std::uint32_t verb) const {
    if (!one_more_) return kNone;
    bool there = false;
    for (std::uint32_t c = r_.tree.nodes[verb].first_child; c != kNone; c = r_.tree.nodes[c].next_sibling) {
      const std::uint32_t object = r_.group(c).kind == Group::Kind::preposition ? r_.tree.child(c, Label::prepositional_object) : kNone;
      const bool place = object != kNone && !r_.is(c, Word::part_marker) && !r_.is(c, Word::joint_marker) && is_bare(object);
      if (r_.group(c).kind == Group::Kind::adjective && r_.is(c, Word::presence)) {
        const std::uint32_t of = r_.tree.child(c, Label::preposition);  // `present at the birth of the web`
        const std::uint32_t told = of == kNone ? kNone : r_.tree.child(of, Label::prepositional_object);
        if (told != kNone && !is_meant(told)) return kNone;
        there = true;
      }
      const bool bare = r_.tree.label(c) == Label::subject && !r_.group(c).has(Group::kDefinite | Group::kIndefinite);
      const bool word = r_.group(c).kind != Group::Kind::noun || bare;
      there |= place ? r_.is(object, Word::presence) : word && r_.is(c, Word::presence);
    }
    const auto size = static_cast<std::uint32_t>(r_.tree.groups.size());
    there |= verb + 1 < size && r_.group(verb + 1).kind == Group::Kind::adverb && r_.is(verb + 1, Word::presence);
    there |= verb > 0 && r_.group(verb - 1).kind == Group::Kind::adjective && r_.is(verb - 1, Word::presence);
    if (!there) return kNone;
    const std::uint32_t subject = r_.tree.child(verb, Label::subject), complement = r_.tree.child(verb, Label::complement);
    const auto named = [&](std::uint32_t noun) { return r_.tree.is_noun(noun) && r_.group(noun).name != kNone; };
    return named(subject) ? subject : named(complement) ? complement : kNone;
  }

  /// `It was attended by A`, `A joined the meeting`, `A also took part`.
  std::uint32_t joining(std::uint32_t verb) const {
    if (!r_.lemma_is(verb, Word::joining)) return kNone;
    const bool passive = r_.group(verb).has(Group::kPassive);
    const std::uint32_t subject = r_.tree.child(verb, Label::subject);
    std::uint32_t what = passive ? subject : r_.tree.child(verb, Label::object);
    if (r_.lemma_is(verb, Word::joining_part_verb)) {
      if (passive || what == kNone || !r_.is(what, Word::joining_part)) return kNone;
      what = kNone;
    }
    for (std::uint32_t c = r_.tree.nodes[verb].first_child; c != kNone && what == kNone; c = r_.tree.nodes[c].next_sibling)
      if (c > verb && r_.is_preposition(c, Word::inside)) what = r_.tree.child(c, Label::prepositional_object);
    if (what == kNone ? passive || !one_more_ : !is_meant(what)) return kNone;
    return passive ? r_.tree.agent_of(verb) : subject;
  }

  /// `it`, `them`, `the meeting`: what is told before.
  bool is_meant(std::uint32_t noun) const {
    const Group& g = r_.group(noun);
    if (g.has(Group::kPronoun)) return (r_.is(noun, Word::neuter) || r_.is(noun, Word::plural_pronoun)) && r_.is(noun, Word::personal);
    if (!is_bare(noun) || !g.has(Group::kDefinite)) return false;
    return r_.book->names_event(g.word, g.lemma, [&](const Trigger& t) { return r_.book->frame(t).kind == last_.kind; });
  }

  /// True if nothing tells of which one it is: `the meeting`, but not `the meeting with A`, `Ann Lee's dinner`.
  bool is_bare(std::uint32_t noun) const {
    const Group& g = r_.group(noun);
    if (g.name != kNone || g.name_count > 0 || g.has(Group::kOwned | Group::kIndefinite | Group::kNegated)) return false;
    for (std::uint32_t c = r_.tree.nodes[noun].first_child; c != kNone; c = r_.tree.nodes[c].next_sibling) {
      const bool told = r_.group(c).kind == Group::Kind::preposition && c == noun + 1 && !r_.is(c, Word::inside);
      if (told || r_.tree.label(c) == Label::owner) return false;
    }
    return true;
  }

  const ClauseReading& r_;
  PartyFinder finder_;
  const EventTelling& last_;
  bool one_more_ = false;
};

}  // namespace

bool may_join(const TextView& view, const Grammar& grammar, std::span<const Annotation> annotations, Sentence sentence) {
  bool joins = false;
  for (std::uint32_t t = sentence.first; t < sentence.last && !joins; ++t)
    joins = grammar.is(view, t, Word::additive) || grammar.is(view, t, Word::joining) || grammar.verb_is(view, t, Word::joining);
  const auto names = annotations_in(annotations, sentence);
  return joins && std::any_of(names.begin(), names.end(), [](const Annotation& a) { return a.type == symbols::person; });
}

void find_joiners(const ClauseReading& reading, const References& references, const EventTelling& last, std::vector<EventTelling>& out) {
  const Joiners joiners(reading, references, last);
  for (std::uint32_t i = 0; i < reading.tree.groups.size(); ++i) {
    const Parties found = joiners.at(i);
    if (found.empty()) continue;
    EventTelling telling = last;
    telling.group = i;
    telling.trigger_first = reading.group(i).head;
    telling.trigger_last = telling.trigger_first + 1;
    std::uint8_t side = 0;
    for (Filled& f : telling.filled) {
      f.party.group = kNone, f.party.direct = false;
      if (telling.joint) f.side = side++;
      else side = std::max<std::uint8_t>(side, static_cast<std::uint8_t>(f.side + 1));
    }
    for (const Party& party : found) telling.filled.push_back({symbols::with, side++, party, 0});
    telling.joint = false;
    out.push_back(std::move(telling));
    return;
  }
}

}  // namespace liaison
