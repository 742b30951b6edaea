// One sentence as the finders of events read it.
#pragma once

#include <cstdint>
#include <span>

#include "liaison/analysis.h"
#include "relations/clauses.h"
#include "relations/document_index.h"
#include "relations/frame_book.h"
#include "rules/annotation.h"
#include "text/sentences.h"

namespace liaison {

class FrameTrace;

/// A parsed sentence with the names of its document. A view: all that it refers to outlives it.
struct ClauseReading {
  static constexpr std::uint32_t kNone = Group::kNone;

  const FrameBook* book = nullptr;
  TextView view;
  std::span<const Annotation> annotations;
  std::span<const Entity> entities;
  const DocumentIndex* document = nullptr; ///< what is known of its entities, and their holds
  std::span<const Sentence> sentences;
  std::span<const EntityId> interviewers;  ///< who asks for the press, sorted
  std::uint32_t sentence = 0;          ///< which of the sentences this is
  Tree tree;
  FrameTrace* trace = nullptr;         ///< what is found is told to it, if there is one

  /// The word classes of the pack.
  const Grammar& grammar() const { return book->grammar(); }
  /// Requires here and below: there is such a group.
  const Group& group(std::uint32_t at) const { return tree.groups[at]; }
  /// True if the head of the group is in the class. O(1).
  bool is(std::uint32_t at, Word word) const { return grammar().is(group(at).classes, word); }
  /// True if the dictionary form of the group's head is in the class.
  bool lemma_is(std::uint32_t at, Word word) const {
    return is(at, word) || grammar().is(view.words->classes(*view.lexicon, group(at).lemma), word);
  }
  /// True if a word of the group is in the class.
  bool has_word(std::uint32_t at, Word word) const { return any_word(group(at).first, group(at).last, word); }
  /// True if one of the tokens from `first` to before `last` is such a word.
  bool any_word(std::uint32_t first, std::uint32_t last, Word word) const {
    for (std::uint32_t t = first; t < last; ++t)
      if (grammar().is(view, t, word)) return true;
    return false;
  }
  /// What the gazetteers know an entity as; null where they do not.
  const NamedEntity* known(EntityId entity) const { return document->known(entity); }
  /// True for an entity that the gazetteers know as one of the subtype, by the first of its names that they know; false for none.
  bool is_known_as(EntityId entity, Symbol subtype) const {
    const NamedEntity* as = entity != EntityId::none ? known(entity) : nullptr;
    return as && as->subtype == subtype;
  }
  /// True if the dictionary form of a token, read as a verb, is in the class.
  bool verb_is(std::uint32_t token, Word word) const { return grammar().verb_is(view, token, word); }
  /// True for `it`, which may stand for nothing: `it is wrong to …`.
  bool is_expletive(std::uint32_t at) const {
    return at != Group::kNone && group(at).has(Group::kPronoun) && is(at, Word::neuter) && !is(at, Word::own_thing) &&
           !group(at).has(Group::kPlural);
  }
  /// The country of the adjective of one word or more that begins at a token, `South African`; empty if there is none.
  std::string_view nation_at(std::uint32_t token) const { return book->nation_at(view, token); }
  /// The country that alone is told before a noun, as an adjective or by its name: `the Russian leader`, `the US leader`; empty if
  /// there is none.
  std::string nation_of(std::uint32_t noun) const {
    const Group& g = group(noun);
    if (g.nations[0] != Group::kNone)
      return g.nations[1] == Group::kNone && g.name_count == 0 ? std::string(nation_at(g.nations[0])) : std::string();
    if (g.name_count != 1) return {};
    const Annotation& name = annotations[g.names[0]];
    if (name.type != symbols::gpe || name.known == Annotation::kUnknown) return {};
    const NamedEntity& known = view.lexicon->entities()[name.known];
    return book->is_country(known) ? view.lexicon->name(known) : std::string();
  }
  /// True if an owner's token is a word for one person: `his`, `her`; false for kNone.
  bool is_of_one(std::uint32_t token) const {
    return token != Group::kNone && (grammar().is(view, token, Word::male) || grammar().is(view, token, Word::female));
  }
  /// True for a personal pronoun that stands for one person.
  bool is_one_person(std::uint32_t at) const {
    return is(at, Word::personal) && (is(at, Word::male) || is(at, Word::female));
  }
  /// `the partners include A and B`: the name whom a verb lists of those that a plural noun, its subject, tells of; kNone if there
  /// is none.
  std::uint32_t listed_of(std::uint32_t noun) const {
    if (!tree.is_noun(noun) || !group(noun).has(Group::kPlural) || tree.label(noun) != Label::subject) return kNone;
    const std::uint32_t verb = tree.parent(noun);
    const std::uint32_t listed = verb != kNone && lemma_is(verb, Word::listing) ? tree.child(verb, Label::object) : kNone;
    return listed != kNone && group(listed).name != kNone ? listed : kNone;
  }
  /// True if the group is a preposition of the class.
  bool is_preposition(std::uint32_t at, Word word) const {
    return group(at).kind == Group::Kind::preposition && is(at, word);
  }
};

}  // namespace liaison
