#include "text/word_shape.h"

#include "text/text_bytes.h"
#include "text/utf8.h"

namespace liaison {

WordShape shape_of(std::string_view word) {
  const TextBytes bytes(word);
  WordShape shape;
  for (std::size_t at = 0; at < word.size();) {
    const auto character = decode_utf8(word, at);
    if (bytes.is_ascii_letter(at)) {
      shape.add(LetterRun{1, (bytes.byte(at) & 0x20) == 0}, bytes.byte(at));
    } else if (bytes.class_at(at) == ByteClass::high) {
      shape.add(kind_of(character.code));
    } else if (bytes.is_digit(at)) {
      shape.flags |= kHasDigit;
    }
    at += character.length;
  }
  return shape;
}

}  // namespace liaison
