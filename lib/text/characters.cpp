#include "text/characters.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "text/utf8.h"

namespace liaison {
namespace {

CharacterKind kind_by_category(char32_t code) {
  const auto category = U_MASK(u_charType(static_cast<UChar32>(code)));
  const auto is = [category](std::uint32_t mask) { return (category & mask) != 0; };
  if (is(U_GC_LU_MASK | U_GC_LT_MASK)) return CharacterKind::upper;
  if (is(U_GC_LL_MASK)) return CharacterKind::lower;
  if (is(U_GC_L_MASK)) return CharacterKind::letter;
  if (is(U_GC_M_MASK)) return CharacterKind::mark;
  if (is(U_GC_N_MASK)) return CharacterKind::digit;
  if (is(U_GC_ZL_MASK | U_GC_ZP_MASK)) return CharacterKind::line_break;
  if (is(U_GC_ZS_MASK | U_GC_CC_MASK)) return CharacterKind::space;
  if (is(U_GC_CF_MASK)) return CharacterKind::format;
  if (is(U_GC_P_MASK)) return CharacterKind::punctuation;
  return CharacterKind::symbol;
}

}  // namespace

CharacterKind kind_of(char32_t code) {
  switch (code) {
    case 0x2019:  // ’
    case '\'':
      return CharacterKind::apostrophe;
    case 0x201C:  // “
    case 0x201D:  // ”
    case 0x2018:  // ‘
    case 0x2013:  // –
    case 0x2014:  // —
    case 0x2026:  // …
    case 0x2022:  // •
      return CharacterKind::punctuation;
    case 0x00A0:  // no-break space
    case 0x200B:  // zero-width space
    case 0xFEFF:  // byte order mark
      return CharacterKind::space;
    case 0x00A3:  // £
    case 0x20AC:  // €
      return CharacterKind::symbol;
    case 0x0085:
    case '\n':
    case '\r':
      return CharacterKind::line_break;
    case Character::kInvalid:
      return CharacterKind::invalid;
    default:
      return kind_by_category(code);
  }
}

bool is_bullet(char32_t code) {
  constexpr std::u32string_view kBullets = U"*•‣⁃◦▪▫■□●○►▶✓✔⦁";
  return kBullets.find(code) != std::u32string_view::npos;
}

}  // namespace liaison
