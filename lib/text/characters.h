// What kind a character is, as far as cutting tokens needs to know.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace liaison {

/// What a code point does in a text. By the general categories of Unicode.
enum class CharacterKind : std::uint8_t {
  space,        ///< white space and controls
  line_break,   ///< LF, CR, NEL, line and paragraph separator
  upper,        ///< a capital letter
  lower,        ///< a small letter
  letter,       ///< a letter without case
  digit,        ///< any number: decimal, Roman, fraction, superscript
  mark,         ///< combines with the character before it
  format,       ///< invisible: soft hyphen, joiners
  apostrophe,   ///< ' and U+2019
  punctuation,
  symbol,
  invalid,      ///< a byte that belongs to no character
};

/// The kind of a code point, or of `Character::kInvalid`.
CharacterKind kind_of(char32_t code);

/// True of the kinds that letters are.
constexpr bool is_letter(CharacterKind kind) {
  return kind == CharacterKind::upper || kind == CharacterKind::lower ||
         kind == CharacterKind::letter;
}

/// True of the characters that begin an item of a list at the start of a line.
bool is_bullet(char32_t code);

/// What the tokenizer does at a byte.
enum class ByteClass : std::uint8_t {
  space,       ///< blanks and controls
  line_break,
  letter,
  digit,
  apostrophe,
  stop,        ///< .
  mark,        ///< ! ?
  single,      ///< always a token of its own: brackets, the straight quote
  run,         ///< a run of the same is one token
  high,        ///< part of a character beyond ASCII, or of none
};

namespace detail {

constexpr ByteClass class_of_byte(unsigned byte) {
  constexpr std::string_view kSingle = "()[]{}\"";
  if (byte >= 0x80) return ByteClass::high;
  if (byte == '\n' || byte == '\r') return ByteClass::line_break;
  if (byte <= ' ' || byte == 0x7F) return ByteClass::space;
  if ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z') return ByteClass::letter;
  if (byte >= '0' && byte <= '9') return ByteClass::digit;
  if (byte == '\'') return ByteClass::apostrophe;
  if (byte == '.') return ByteClass::stop;
  if (byte == '!' || byte == '?') return ByteClass::mark;
  const auto single = kSingle.find(static_cast<char>(byte));
  return single == std::string_view::npos ? ByteClass::run : ByteClass::single;
}

constexpr auto make_byte_classes() {
  std::array<ByteClass, 256> classes{};
  for (unsigned byte = 0; byte < 256; ++byte) classes[byte] = class_of_byte(byte);
  return classes;
}

inline constexpr auto kByteClasses = make_byte_classes();

}  // namespace detail

constexpr ByteClass byte_class(unsigned char byte) {
  return detail::kByteClasses[byte];
}

/// True of the ASCII characters of general category S.
constexpr bool is_ascii_symbol(unsigned char byte) {
  return std::string_view("$+<=>^`|~").find(static_cast<char>(byte)) !=
         std::string_view::npos;
}

/// A run of ASCII letters: how many, and how many of them are capitals.
struct LetterRun {
  std::uint32_t letters = 0;
  std::uint32_t capitals = 0;
};

/// How many of eight bytes have their highest bit, where no other bit is set.
inline std::uint32_t high_bits(std::uint64_t bytes) {
  return static_cast<std::uint32_t>((bytes >> 7) * 0x0101010101010101 >> 56);
}

/// The ASCII letters among the first eight bytes, up to the first other byte.
/// Requires the eight bytes to be loaded little endian.
inline LetterRun letters_of_eight(std::uint64_t bytes) {
  constexpr std::uint64_t kEach = 0x0101010101010101, kHigh = 0x80 * kEach;
  const auto small = (bytes | 0x20 * kEach) & ~kHigh;
  const auto from_a = small + (0x80 - 'a') * kEach;
  const auto past_z = small + (0x80 - 'z' - 1) * kEach;
  const auto others = ~(from_a & ~past_z & ~bytes) & kHigh;
  if (others == 0) {
    return {8, high_bits(~bytes << 2 & kHigh)};
  }
  const auto run = (others & -others) - 1;  // the bits below the first other byte
  return {static_cast<std::uint32_t>(std::countr_zero(others)) / 8,
          high_bits(~bytes << 2 & kHigh & run)};
}

/// The run of ASCII letters at `at`, which may be the text's end.
inline LetterRun letters_at(std::string_view text, std::size_t at) {
  LetterRun run;
  for (;;) {
    const auto left = text.size() - at;
    std::uint64_t bytes = 0;
    if (left >= 8) {
      std::memcpy(&bytes, text.data() + at, 8);
    } else {
      std::memcpy(&bytes, text.data() + at, left);
    }
    const auto part = letters_of_eight(bytes);
    run.letters += part.letters;
    run.capitals += part.capitals;
    if (part.letters < 8) return run;
    at += 8;
  }
}

}  // namespace liaison
