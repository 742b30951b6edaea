#include "relations/known_entity.h"

#include <charconv>

namespace liaison {

const NamedEntity* known_entity(const Lexicon& lexicon, std::span<const Annotation> annotations, const Entity& entity) {
  for (const MentionId mention : entity.mentions) {
    const std::uint32_t known = annotations[static_cast<std::size_t>(mention)].known;
    if (known != Annotation::kUnknown) return &lexicon.entities()[known];
  }
  return nullptr;
}

std::string_view known_attribute(const Lexicon& lexicon, std::span<const Annotation> annotations, const Entity& entity, Symbol attribute) {
  const NamedEntity* known = known_entity(lexicon, annotations, entity);
  return known ? lexicon.attribute(*known, attribute) : std::string_view();
}

int year_in(std::string_view text) {
  constexpr int kFirstYear = 1800, kLastYear = 2099;
  int year = 0;
  if (text.size() != 4 || std::from_chars(text.data(), text.data() + 4, year).ptr != text.data() + 4) return 0;
  return year >= kFirstYear && year <= kLastYear ? year : 0;
}

}  // namespace liaison
