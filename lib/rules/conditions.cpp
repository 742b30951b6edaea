#include "rules/conditions.h"

namespace liaison {
namespace {

constexpr unsigned kSingular = 1, kPlural = 2, kEither = 3;

/// The numbers that a capture may have.
unsigned numbers_of(const NumberClasses& classes, const Sequence& sequence, UnitRange range) {
  for (std::uint32_t at = range.first + 1; at + 1 < range.last; ++at)
    if (sequence.units[at].is(classes.joiner)) return kPlural;
  const Unit& head = sequence.units[range.last - 1];
  if (head.type == symbols::person) return kSingular;
  if (head.type != symbols::token && head.type != symbols::role) return kEither;
  unsigned out = (head.is(classes.singular) ? kSingular : 0) | (head.is(classes.plural) ? kPlural : 0);
  return out == 0 ? kEither : out;
}

bool are_same(const Sequence& sequence, UnitRange a, UnitRange b, const SameEntity& same_entity) {
  std::uint32_t x = sequence.units[a.first].annotation, y = sequence.units[b.first].annotation;
  return x != Unit::kNoAnnotation && y != Unit::kNoAnnotation && same_entity(x, y);
}

}  // namespace

NumberClasses::NumberClasses(const Lexicon& lexicon)
    : singular(lexicon.find_class(kSingularClass)),
      plural(lexicon.find_class(kPluralClass)),
      joiner(lexicon.find_class("conjunction[kind=and]")) {}

Condition::Kind condition_kind(std::string_view name, std::string_view number) {
  if (name == "same") return Condition::Kind::same;
  if (name == "agree") return Condition::Kind::agree;
  if (name == "number") return number == "plural" ? Condition::Kind::plural : Condition::Kind::singular;
  return Condition::Kind::different;
}

bool fulfils(const Condition& condition, const NumberClasses& numbers, const Sequence& sequence,
             const Captures& captures, const SameEntity& same_entity) {
  UnitRange a = capture_of(captures, condition.a), b = capture_of(captures, condition.b);
  auto of = [&](UnitRange range) { return numbers_of(numbers, sequence, range); };
  switch (condition.kind) {
    case Condition::Kind::same: return !a || !b || are_same(sequence, a, b, same_entity);
    case Condition::Kind::different: return !a || !b || !are_same(sequence, a, b, same_entity);
    case Condition::Kind::agree: return !a || !b || (of(a) & of(b)) != 0;
    case Condition::Kind::singular: return !a || (of(a) & kSingular) != 0;
    case Condition::Kind::plural: return !a || (of(a) & kPlural) != 0;
  }
  return true;
}

}  // namespace liaison
