#include "recognition/acronyms.h"

#include "text/utf8.h"

namespace liaison {

std::string letters_of(const TextView& view, std::uint32_t acronym) {
  std::string out(view.words->text(*view.lexicon, view.tokens[acronym].word));
  std::erase(out, '.');
  return out;
}

std::uint32_t spelled_out_from(const TextView& view, const NameClasses& classes, std::uint32_t acronym) {
  if (acronym == 0 || !view.classes(acronym - 1).has(classes.bracket)) return acronym;
  const std::string letters = letters_of(view, acronym);
  std::uint32_t at = acronym - 1;
  for (std::size_t left = letters.size(); left > 0; --left) {
    do {
      if (at == 0 || view.tokens[at].has(kParagraphBefore)) return acronym;
      --at;
    } while (classes.bits(view, at) & NameClasses::kConnector);
    std::string_view word = view.words->text(*view.lexicon, view.tokens[at].word);
    if (!word.starts_with(letters[left - 1])) return acronym;
  }
  return at;
}

}  // namespace liaison
