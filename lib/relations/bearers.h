// Whom "he" or "she" refers to, where a sentence says which role he or she holds.
#pragma once

#include <cstdint>
#include <span>

#include "liaison/analysis.h"
#include "rules/annotation.h"
#include "text/sentences.h"

namespace liaison {

/// The word classes that tell of men and women, and of clauses that may stand before what they refer to.
struct GenderClasses {
  ClassId he = ClassId::none, she = ClassId::none, given_male = ClassId::none, given_female = ClassId::none;
  ClassId subordinator = ClassId::none;
  ClassId article = ClassId::none, noun = ClassId::none, verb = ClassId::none;  ///< around a name that tells whose something is
  ClassId join = ClassId::none, possessive = ClassId::none;  ///< behind a name, which does not stand for its bearer alone

  /// No class is known: nobody is found.
  GenderClasses() = default;
  explicit GenderClasses(const Lexicon& lexicon);
};

/// A document in which pronouns are looked up. A view: all that it refers to outlives it.
struct BearerText {
  const TextView& view;
  std::span<const Sentence> sentences;
  std::span<const Annotation> annotations;
  std::span<const Entity> entities;
};

/// The mention of the person whom a description at a token stands for ("the Ohio senator"): the only one that the nearest
/// sentence before names, where its own names none before it; kUnknown where there is none, or it is quoted. Requires here and below:
/// one of the sentences holds the token. Linear in the sentences looked at, three at most.
std::uint32_t described_above(const BearerText& text, const GenderClasses& classes, std::uint32_t description);

/// The mention of the person whom the sentence behind a description ("a former Toyota treasurer was jailed") begins with and
/// names for the first time, by a full name, where the description's own sentence names nobody; none for one that is quoted.
std::uint32_t described_below(const BearerText& text, const GenderClasses& classes, std::uint32_t description);

/// True if the names of a person tell that he is a man, and nothing tells that she is a woman.
bool is_man(const BearerText& text, const GenderClasses& classes, EntityId person);

/// The mention of the person whom the pronoun at a token stands for: the only one of fitting gender that its sentence
/// names before it, or that the nearest sentence before does which names any; of several there, the one with whom that
/// sentence begins, if the pronoun begins its own; none for a pronoun that is quoted. `Annotation::kUnknown` where there is none.
std::uint32_t bearer_of(const BearerText& text, const GenderClasses& classes, std::uint32_t pronoun);

}  // namespace liaison
