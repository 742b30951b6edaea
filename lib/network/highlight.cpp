#include "network/highlight.h"

#include <algorithm>

#include "network/markup.h"
#include "text/characters.h"
#include "text/utf8.h"

namespace liaison {
namespace {

bool is_word(const Character& character) {
  const CharacterKind kind = kind_of(character.code);
  return is_letter(kind) || kind == CharacterKind::digit || kind == CharacterKind::mark;
}

/// The character that ends at `end`. Requires `end > 0`.
Character character_before(std::string_view text, std::size_t end) {
  for (std::size_t length = 1; length <= std::min<std::size_t>(end, 4); ++length) {
    const Character character = decode_utf8(text, end - length);
    if (character.valid() && character.length == length) return character;
  }
  return {Character::kInvalid, 1};
}

/// True if the middle of a word is at `at`.
bool is_inside_word(std::string_view text, std::size_t at) {
  return at > 0 && at < text.size() && is_word(character_before(text, at)) && is_word(decode_utf8(text, at));
}

bool stands_alone(std::string_view text, std::size_t start, std::size_t end) {
  return !is_inside_word(text, start) && !is_inside_word(text, end);
}

struct Match {
  std::size_t size = 0, list = 0;
};

Match longest_at(std::string_view text, std::size_t at, const std::vector<const std::vector<std::string>*>& forms) {
  Match best;
  for (std::size_t list = 0; list < forms.size(); ++list) {
    for (const std::string& form : *forms[list]) {
      const bool longer = form.size() > best.size && text.compare(at, form.size(), form) == 0;
      if (longer && stands_alone(text, at, at + form.size())) best = {form.size(), list};
    }
  }
  return best;
}

}  // namespace

std::string highlighted(std::string_view sentence, const std::vector<const std::vector<std::string>*>& forms) {
  std::string out;
  std::size_t plain = 0;
  for (std::size_t at = 0; at < sentence.size();) {
    const Match match = longest_at(sentence, at, forms);
    if (match.size == 0) {
      ++at;
      continue;
    }
    out += escaped(sentence.substr(plain, at - plain)) + "<mark class=\"";
    out += static_cast<char>('a' + match.list % 26);
    out += "\">" + escaped(sentence.substr(at, match.size)) + "</mark>";
    plain = at += match.size;
  }
  return out + escaped(sentence.substr(plain));
}

}  // namespace liaison
