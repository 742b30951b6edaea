// Looks at the bytes of a text one by one, also past its end.
#pragma once

#include <cstddef>
#include <string_view>

#include "text/characters.h"

namespace liaison {

/// The bytes of a text by their places. Past its end stands a NUL, so that whoever looks ahead need not ask for it.
class TextBytes {
 public:
  explicit TextBytes(std::string_view text) : text_(text) {}

  std::string_view text() const { return text_; }
  unsigned char byte(std::size_t at) const {
    return at < text_.size() ? static_cast<unsigned char>(text_[at]) : 0;
  }
  ByteClass class_at(std::size_t at) const { return byte_class(byte(at)); }
  bool is_digit(std::size_t at) const { return class_at(at) == ByteClass::digit; }
  bool is_ascii_letter(std::size_t at) const {
    return class_at(at) == ByteClass::letter;
  }
  /// True of letters and digits, beyond ASCII as well.
  bool is_word_character(std::size_t at) const;
  /// Requires: both lie within the text.
  std::string_view slice(std::size_t start, std::size_t end) const {
    return {text_.data() + start, end - start};
  }

 protected:
  std::string_view text_;
};

}  // namespace liaison
