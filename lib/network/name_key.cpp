#include "network/name_key.h"

#include <algorithm>
#include <numeric>
#include <vector>

#include <unicode/uchar.h>

#include "lexicon/fold.h"
#include "text/utf8.h"

namespace liaison {
namespace {

bool is_dropped(char32_t code) { return code == '.' || code == '\'' || code == 0x2019; }

bool is_word(const Character& character) {
  const auto code = static_cast<UChar32>(character.code);
  return !character.valid() || u_isalnum(code) || u_charType(code) == U_COMBINING_SPACING_MARK;
}

/// The words of a name, separated by single blanks.
std::string words_of(std::string_view text) {
  std::string out;
  bool apart = false;
  for (std::size_t at = 0; at < text.size();) {
    const Character character = decode_utf8(text, at);
    if (is_word(character)) {
      if (apart && !out.empty()) out += ' ';
      apart = false;
      out += text.substr(at, character.length);
    } else if (!is_dropped(character.code)) {
      apart = true;
    }
    at += character.length;
  }
  return out;
}

bool is_initial(std::string_view word) { return word.size() == 1 && word[0] >= 'a' && word[0] <= 'z'; }

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// The same as `words_of` of the folded text.
void ascii_words(std::string_view text, std::string& out) {
  bool apart = false;
  for (const char c : text) {
    const bool capital = c >= 'A' && c <= 'Z', plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (capital || plain) {
      if (apart && !out.empty()) out += ' ';
      apart = false;
      out += capital ? static_cast<char>(c + ('a' - 'A')) : c;
    } else if (c != '.' && c != '\'') {
      apart = true;
    }
  }
}

/// Joins initials that follow each other, in place.
void join_initials(std::string& words) {
  std::size_t end = 0;
  bool after_initial = false;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t next = std::min(words.find(' ', at), words.size());
    const bool initial = is_initial(std::string_view(words).substr(at, next - at));
    if (end > 0 && !(after_initial && initial)) words[end++] = ' ';
    for (; at < next; ++at) words[end++] = words[at];
    after_initial = initial;
    ++at;
  }
  words.resize(end);
}

}  // namespace

void name_key(std::string_view name, std::string& out) {
  out.clear();
  if (is_ascii(name)) ascii_words(name, out);
  else out = words_of(folded(name));
  join_initials(out);
}

std::string name_key(std::string_view name) {
  std::string out;
  name_key(name, out);
  return out;
}

std::string on_one_line(std::string_view text) {
  const bool single = !text.empty() && text.front() != ' ' && text.back() != ' ' && text.find("  ") == std::string_view::npos &&
                      text.find_first_of("\n\r\t") == std::string_view::npos;
  if (single) return std::string(text);
  std::string out;
  bool apart = false;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!blank && apart && !out.empty()) out += ' ';
    if (!blank) out += c;
    apart = blank;
  }
  return out;
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i] != b[j]);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, diagonal + 1});
    }
  }
  return row.back();
}

}  // namespace liaison
