#include "text/text_bytes.h"

#include "text/utf8.h"

namespace liaison {

bool TextBytes::is_word_character(std::size_t at) const {
  const auto here = class_at(at);
  if (here != ByteClass::high) {
    return here == ByteClass::letter || here == ByteClass::digit;
  }
  const auto kind = kind_of(decode_utf8(text_, at).code);
  return is_letter(kind) || kind == CharacterKind::digit;
}

}  // namespace liaison
