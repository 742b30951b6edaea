#include "relations/noun_phrase.h"

#include <algorithm>

namespace liaison {

std::uint32_t first_of_noun(const ClauseReading& reading, std::uint32_t noun) {
  while (noun > 0 && reading.tree.child(noun, Label::owner) == noun - 1) --noun;
  return noun;
}

Span span_of_noun(const ClauseReading& reading, std::uint32_t noun, std::uint32_t end) {
  const Tree& tree = reading.tree;
  if (end <= noun) end = static_cast<std::uint32_t>(tree.groups.size());   // it stands behind the verb
  const std::uint32_t first = first_of_noun(reading, noun);
  std::uint32_t last = noun;
  for (std::uint32_t i = noun + 1; i < std::min(end, static_cast<std::uint32_t>(tree.groups.size())); ++i) {
    const Group::Kind kind = tree.group(i).kind;
    const bool belongs = kind == Group::Kind::noun || kind == Group::Kind::preposition || kind == Group::Kind::adjective ||
                         kind == Group::Kind::conjunction;
    const std::uint32_t up = tree.parent(i);
    if (!belongs || (kind != Group::Kind::conjunction && (up == Group::kNone || up < first || up >= i))) break;
    if (kind == Group::Kind::noun || kind == Group::Kind::adjective) last = i;
  }
  return reading.view.span(tree.group(first).first, tree.group(last).last);
}

}  // namespace liaison
