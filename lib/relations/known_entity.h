// What the gazetteers know of an entity.
#pragma once

#include <span>
#include <string_view>

#include "lexicon/lexicon.h"
#include "liaison/analysis.h"
#include "rules/annotation.h"

namespace liaison {

/// The gazetteers' entry of an entity, by the first of its mentions that they know; null where they know none. `mentions`
/// index the annotations. Linear in them up to that one.
const NamedEntity* known_entity(const Lexicon& lexicon, std::span<const Annotation> annotations, const Entity& entity);

/// An attribute of that entry, "president" of `office`; empty where there is none.
std::string_view known_attribute(const Lexicon& lexicon, std::span<const Annotation> annotations, const Entity& entity, Symbol attribute);

/// The year that four digits tell, as attributes and texts have it, from 1800 to 2099; 0 for other text.
int year_in(std::string_view text);

}  // namespace liaison
