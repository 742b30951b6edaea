#include "lexicon/fold.h"

#include <algorithm>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "text/utf8.h"

namespace liaison {
namespace {

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

/// The plain counterpart of a typographic mark, or 0.
char plain_mark(char32_t code) {
  switch (code) {
    case 0x2018: case 0x2019: case 0x02BC: case 0x00B4: return '\'';
    case 0x201C: case 0x201D: case 0x201E: case 0x00AB: case 0x00BB: return '"';
    default: return 0;
  }
}

/// Letters that NFKD leaves as they are and that plain spelling writes with others.
std::string_view plain_letters(char32_t code) {
  switch (code) {
    case 0x00DF: return "ss";
    case 0x00F0: return "d";
    case 0x00FE: return "th";
    case 0x00F8: return "o";
    case 0x0142: return "l";
    case 0x0111: return "d";
    case 0x0131: return "i";
    case 0x00E6: return "ae";
    case 0x0153: return "oe";
    default: return {};
  }
}

void fold_character(char32_t code, std::string& out) {
  if (char mark = plain_mark(code)) {
    out += mark;
    return;
  }
  static const icu::Normalizer2* nfkd = [] {
    UErrorCode status = U_ZERO_ERROR;
    return icu::Normalizer2::getNFKDInstance(status);
  }();
  icu::UnicodeString parts;
  if (!nfkd || !nfkd->getDecomposition(static_cast<UChar32>(code), parts)) parts.setTo(static_cast<UChar32>(code));
  for (int i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    UChar32 c = parts.char32At(i);
    if (const int8_t type = u_charType(c); type == U_NON_SPACING_MARK || type == U_FORMAT_CHAR) continue;
    auto lower = static_cast<char32_t>(u_foldCase(c, U_FOLD_CASE_DEFAULT));
    std::string_view plain = plain_letters(lower);
    if (plain.empty()) append_utf8(lower, out);
    else out += plain;
  }
}

}  // namespace

void fold(std::string_view token, std::string& out) {
  out.resize(token.size());
  bool ascii = true;
  for (std::size_t i = 0; i < token.size(); ++i) {
    out[i] = small(token[i]);
    ascii &= static_cast<unsigned char>(token[i]) < 0x80;
  }
  if (ascii) return;
  out.clear();
  for (std::size_t at = 0; at < token.size();) {
    Character c = decode_utf8(token, at);
    if (c.valid() && c.code >= 0x80) fold_character(c.code, out);
    else out += small(token[at]);
    at += c.length;
  }
  if (out.empty()) out = token;  // an invisible mark alone
}

std::string folded(std::string_view token) {
  std::string out;
  fold(token, out);
  return out;
}

}  // namespace liaison
