#include "network/name_key.h"

#include <algorithm>
#include <array>
#include <cstring>
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

/// Joins initials that follow each other, in place.
void join_initials(std::string& words) {
  std::size_t end = 0;
  bool after_initial = false;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t next = std::min(words.find(' ', at), words.size());
    const bool initial = is_initial(std::string_view(words).substr(at, next - at));
    if (end > 0 && !(after_initial && initial)) words[end++] = ' ';
    if (end != at) std::memmove(words.data() + end, words.data() + at, next - at);
    end += next - at;
    at = next + 1;
    after_initial = initial;
  }
  words.resize(end);
}

/// What becomes of each byte of ASCII: the letter or digit that stays, `kDrop` or `kApart`; `kBeyond` is none of ASCII.
constexpr unsigned char kDrop = 0, kApart = 1, kBeyond = 2;
constexpr std::array<unsigned char, 256> kKeyBytes = [] {
  std::array<unsigned char, 256> out{};
  for (std::size_t c = 0; c < out.size(); ++c) {
    const bool capital = c >= 'A' && c <= 'Z', plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    out[c] = static_cast<unsigned char>(c >= 0x80 ? kBeyond : plain ? c : capital ? c + ('a' - 'A') : kApart);
  }
  out['.'] = out['\''] = kDrop;
  return out;
}();

/// The key of a text; false if it is not all ASCII.
bool ascii_key(std::string_view text, std::string& out) {
  out.resize(text.size());
  char* const begin = out.data();
  char* at = begin;
  char* word = at;
  bool apart = false, has_initial = false;
  for (const char c : text) {
    const unsigned char byte = kKeyBytes[static_cast<unsigned char>(c)];
    if (byte > kBeyond) {
      if (apart && at != begin) {
        has_initial |= at - word == 1;
        *at++ = ' ';
        word = at;
      }
      apart = false;
      *at++ = static_cast<char>(byte);
    } else if (byte == kBeyond) {
      return false;
    } else {
      apart = apart || byte == kApart;
    }
  }
  out.resize(static_cast<std::size_t>(at - begin));
  if (has_initial) join_initials(out);
  return true;
}

/// A line end or tab.
bool is_line_end(char c) { return (c == '\n') | (c == '\r') | (c == '\t'); }

}  // namespace

void name_key(std::string_view name, std::string& out) {
  if (ascii_key(name, out)) return;
  out = words_of(folded(name));
  join_initials(out);
}

std::string name_key(std::string_view name) {
  std::string out;
  name_key(name, out);
  return out;
}

std::string on_one_line(std::string_view text) {
  // Without a branch, so that many characters are looked at together.
  unsigned several = text.empty() || text.front() == ' ' || text.back() == ' ' || is_line_end(text.front());
  for (std::size_t i = 1; i < text.size(); ++i) {
    several |= unsigned{is_line_end(text[i])} | (unsigned{text[i] == ' '} & unsigned{text[i - 1] == ' '});
  }
  if (several == 0) return std::string(text);
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
