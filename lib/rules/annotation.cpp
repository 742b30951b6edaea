#include "rules/annotation.h"

#include <algorithm>

namespace liaison {

Span TextView::name_span(const Annotation& a) const {
  Span out = span(a.first, a.last);
  if (a.type != symbols::org || a.first == a.last || !tokens[a.last - 1].has(kAbbreviation)) return out;
  const bool ends_sentence = a.last == tokens.size() || tokens[a.last].has(kSentenceStart);
  const bool one_stop = surface(a.last - 1).find('.') + 1 == surface(a.last - 1).size();
  if (ends_sentence && one_stop) --out.end;
  return out;
}

std::span<const Hit> TextView::hits_in(Sentence sentence) const {
  std::uint32_t first = words->hits_at(sentence.first).first, last = words->hits_at(sentence.last - 1).second;
  return hits.subspan(first, last - first);
}

std::span<const Annotation> annotations_from(std::span<const Annotation> annotations, std::uint32_t token) {
  const auto at = std::lower_bound(annotations.begin(), annotations.end(), token, [](const Annotation& a, std::uint32_t t) { return a.first < t; });
  return {at, annotations.end()};
}

const Annotation* annotation_at(std::span<const Annotation> annotations, std::uint32_t token) {
  const auto behind = std::upper_bound(annotations.begin(), annotations.end(), token, [](std::uint32_t t, const Annotation& a) { return t < a.first; });
  return behind != annotations.begin() && token < (behind - 1)->last ? &*(behind - 1) : nullptr;
}

std::span<const Annotation> annotations_in(std::span<const Annotation> annotations, Sentence sentence) {
  const std::span<const Annotation> from = annotations_from(annotations, sentence.first);
  auto last = from.begin();
  while (last != from.end() && last->first < sentence.last) ++last;
  return {from.begin(), last};
}

void make_units(const TextView& view, Sentence sentence, std::span<const Annotation> annotations,
                std::vector<Unit>& out) {
  out.clear();
  auto next = annotations_from(annotations, sentence.first).begin();
  const auto end = annotations.end();
  for (std::uint32_t at = sentence.first; at < sentence.last;) {
    bool annotated = next != end && next->first == at && next->last <= sentence.last;
    if (annotated && next->type == symbols::hidden) {
      at = next++->last;
      continue;
    }
    Unit unit;
    unit.first = at;
    unit.last = at + 1;
    if (annotated) {
      unit.type = next->type;
      unit.last = next->last;
      unit.annotation = static_cast<std::uint32_t>(next - annotations.begin());
      ++next;
    }
    unit.word = view.tokens[unit.last - 1].word;
    unit.flags = view.tokens[at].flags;
    unit.classes = &view.classes(unit.last - 1);
    if (const std::uint32_t set = view.words->class_set(unit.last - 1); set < view.lexicon->class_sets().size()) unit.known_set = set;
    at = unit.last;
    out.push_back(unit);
  }
}

Sequence sequence_of(const TextView& view, Sentence sentence, std::span<const Unit> units) {
  return {units, view.text, view.tokens, view.hits_in(sentence), view.lexicon, view.words, view.words->hits_at(sentence.first).first};
}

}  // namespace liaison
