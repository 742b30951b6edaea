#include "network/highlight.h"

#include "network/markup.h"

namespace liaison {
namespace {

bool is_word(char c) {
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return letter || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

/// True if no word begins before `start` and goes on, or ends after `end` having begun before.
bool stands_alone(std::string_view text, std::size_t start, std::size_t end) {
  const bool joined_before = start > 0 && is_word(text[start - 1]) && is_word(text[start]);
  const bool joined_after = end < text.size() && is_word(text[end - 1]) && is_word(text[end]);
  return !joined_before && !joined_after;
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
