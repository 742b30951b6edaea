#include "text/tokenizer.h"

#include <algorithm>

#include "text/addresses.h"
#include "text/characters.h"
#include "text/text_bytes.h"
#include "text/utf8.h"
#include "text/word_reader.h"
#include "text/word_shape.h"

namespace liaison {
namespace {

constexpr std::uint32_t kTextStart = kSpaceBefore | kNewlineBefore | kParagraphBefore;

/// One pass over one text.
class Tokenizer : TextBytes {
 public:
  Tokenizer(std::string_view text, const Orthography& orthography,
            std::vector<Token>& out)
      : TextBytes(text), orthography_(orthography), out_(out) {}

  void run() {
    while (at_ < text_.size()) step();
  }

 private:
  void step();

  // What begins at at_, by its first byte or character.
  void line_break();
  bool plain_word();
  void word(std::size_t start);
  void number(std::size_t start);
  void apostrophe(std::size_t length);
  void end_marks();
  void single();
  void run_of_bytes();
  void beyond_ascii();
  void run_of_characters(char32_t code, std::uint32_t flags);
  void invalid_bytes();

  bool may_contract(std::size_t start, std::size_t end) const;
  void read_on(SurfaceWord& word);
  void emit_word(const SurfaceWord& word);
  void emit_parts(std::size_t start, std::size_t end, std::uint32_t cuts);
  void emit_ascii(std::size_t start, std::size_t end, std::uint32_t flags = 0);
  void emit(std::size_t start, std::size_t end, std::uint32_t flags);

  const Orthography& orthography_;
  std::vector<Token>& out_;
  std::size_t at_ = 0;
  std::uint32_t gap_ = kTextStart;  // the flags of place of the next token
};

// ---- Dispatch

void Tokenizer::step() {
  switch (class_at(at_)) {
    case ByteClass::space: gap_ |= kSpaceBefore; ++at_; return;
    case ByteClass::line_break: return line_break();
    case ByteClass::letter: return plain_word() ? void() : word(at_);
    case ByteClass::digit: return number(at_);
    case ByteClass::apostrophe: return apostrophe(1);
    case ByteClass::stop:
    case ByteClass::mark: return end_marks();
    case ByteClass::single: return single();
    case ByteClass::run: return run_of_bytes();
    case ByteClass::high: return beyond_ascii();
  }
}

void Tokenizer::line_break() {
  const bool crlf = byte(at_) == '\r' && byte(at_ + 1) == '\n';
  at_ += crlf ? 2 : 1;
  gap_ |= gap_ & kNewlineBefore ? kTextStart : kNewlineBefore | kSpaceBefore;
}

void Tokenizer::emit(std::size_t start, std::size_t end, std::uint32_t flags) {
  out_.push_back({static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end),
                  kUnknownWord, flags | gap_});
  gap_ = 0;
  at_ = end;
}

// ---- Words

/// Reads a word of ASCII letters with nothing behind it that it could go on with. False, and nothing is read, if there
/// is none: most words are that plain.
bool Tokenizer::plain_word() {
  const auto run = letters_at(text_, at_);
  const auto end = at_ + run.letters;
  switch (class_at(end)) {
    case ByteClass::space:
    case ByteClass::line_break:
    case ByteClass::single: break;
    case ByteClass::run:
      if (byte(end) != ',' && byte(end) != '-') return false;
      break;
    default: return false;
  }
  if (may_contract(at_, end)) return false;
  WordShape shape;
  shape.add(run, byte(at_));
  emit(at_, end, shape.token_flags());
  return true;
}

/// False if the word is no contraction, by its ends and length alone.
bool Tokenizer::may_contract(std::size_t start, std::size_t end) const {
  const auto small = [this](std::size_t at) { return static_cast<unsigned char>(byte(at) | 0x20); };
  return orthography_.may_contract(small(start), small(end - 1), end - start);
}

/// At the first letter; the token may begin before it.
void Tokenizer::word(std::size_t start) {
  SurfaceWord word;
  word.start = word.segment = start;
  read_on(word);
}

void Tokenizer::read_on(SurfaceWord& word) {
  read_word(text_, at_, orthography_, !out_.empty() && out_.back().has(kFirstCapital), word);
  emit_word(word);
}

// ---- Writing words

void Tokenizer::emit_word(const SurfaceWord& word) {
  if (may_contract(word.start, word.end)) {
    if (const auto cuts = orthography_.cuts(slice(word.start, word.end))) {
      return emit_parts(word.start, word.end, cuts);
    }
  }
  if (word.clitic_end != 0) {
    emit_ascii(word.start, word.end, word.shape.flags & kNonAscii);
    return emit_ascii(word.end, word.clitic_end);
  }
  emit(word.start, word.end,
       word.flags & kIsSymbol ? kIsSymbol : word.shape.token_flags() | word.flags);
}

void Tokenizer::emit_parts(std::size_t start, std::size_t end, std::uint32_t cuts) {
  // Cuts count bytes of the folded form, where every apostrophe is one byte.
  auto from = start;
  std::size_t folded = 0;
  for (auto at = start; at < end; ++folded) {
    if (folded != 0 && folded == (cuts & 0xFF)) {
      emit_ascii(from, at);
      from = at;
      cuts >>= 8;
    }
    at += decode_utf8(text_, at).length;
  }
  emit_ascii(from, end);
}

/// Writes a part of a word, whose case is worked out anew.
void Tokenizer::emit_ascii(std::size_t start, std::size_t end, std::uint32_t flags) {
  emit(start, end, shape_of(slice(start, end)).token_flags() | flags);
}

// ---- Numbers

/// At the first digit; the token may begin with a full stop before it.
void Tokenizer::number(std::size_t start) {
  SurfaceWord word;
  word.start = word.segment = start;
  word.shape.flags |= kHasDigit;
  const auto joins = [this](std::size_t at) {
    const auto c = byte(at);
    return (c == ',' || c == '.' || c == ':' || c == '/') && is_digit(at + 1);
  };
  while (is_digit(at_) || joins(at_)) ++at_;

  if (byte(at_) == '-') at_ = std::max(at_, dashed_number_end(text_, word.start));
  if (!is_word_character(at_)) return emit(word.start, at_, word.shape.token_flags());
  auto unit = at_;
  while (is_ascii_letter(unit) || byte(unit) == '.') ++unit;
  const auto letters = at_ + letters_at(text_, at_).letters;
  for (const auto end : {unit, letters}) {
    if (orthography_.classes(slice(at_, end)) & kUnit && !is_word_character(end)) {
      return emit(word.start, at_, word.shape.token_flags());
    }
  }
  read_on(word);
}

// ---- Apostrophes, punctuation and symbols

/// At an apostrophe that does not stand within a word.
void Tokenizer::apostrophe(std::size_t length) {
  const auto start = at_;
  const auto after = start + length;
  if (is_digit(after) && is_digit(after + 1) && !is_digit(after + 2)) {  // '90s
    const auto end = after + 2 + (byte(after + 2) == 's');
    if (!is_word_character(end)) return emit_ascii(start, end);
  }
  const auto end = after + letters_at(text_, after).letters;
  if (end > after && !is_word_character(end)) {
    const auto classes = orthography_.classes(slice(start, end));
    if (classes & kContraction) {
      return emit_parts(start, end, orthography_.cuts(slice(start, end)));
    }
    // `Lee 's trip`: texts that are cut into tokens already have blanks on both sides
    const bool parted = gap_ == kSpaceBefore && class_at(end) == ByteClass::space;
    const bool leans = classes & kClitic && (gap_ == 0 || parted);
    if (leans || classes & kProclitic) return emit_ascii(start, end);
  }
  const bool doubled = length == 1 && byte(after) == '\'';
  emit(start, doubled ? after + 1 : after, kIsPunctuation | (length > 1 ? kNonAscii : 0u));
}

/// A run of full stops, exclamation and question marks.
void Tokenizer::end_marks() {
  const auto start = at_;
  if (byte(start) == '.' && gap_ != 0 && is_digit(start + 1)) {  // .5
    ++at_;
    return number(start);
  }
  auto end = start;
  while (class_at(end) == ByteClass::stop || class_at(end) == ByteClass::mark) ++end;
  emit(start, end, kIsPunctuation);
}

void Tokenizer::single() { emit(at_, at_ + 1, kIsPunctuation); }

void Tokenizer::run_of_bytes() {
  const auto start = at_;
  const auto first = byte(start);
  if (gap_ != 0) {
    const auto emoticon = emoticon_end(text_, start);
    if (emoticon != start) return emit(start, emoticon, kIsSymbol);
  }
  if ((first == '@' || first == '#') && is_ascii_letter(start + 1)) {
    ++at_;
    return word(start);
  }
  auto end = start + 1;
  while (end < text_.size() && byte(end) == first) ++end;
  if (first == '*' && byte(end) == ' ' && gap_ & kNewlineBefore) gap_ = kTextStart;
  emit(start, end, is_ascii_symbol(first) ? kIsSymbol : kIsPunctuation);
}

// ---- Beyond ASCII

void Tokenizer::beyond_ascii() {
  const auto character = decode_utf8(text_, at_);
  switch (kind_of(character.code)) {
    case CharacterKind::space: gap_ |= kSpaceBefore; [[fallthrough]];
    case CharacterKind::format: at_ += character.length; return;
    case CharacterKind::line_break:
      at_ += character.length - 1;
      return line_break();
    case CharacterKind::upper:
    case CharacterKind::lower:
    case CharacterKind::letter:
    case CharacterKind::digit: return word(at_);
    case CharacterKind::apostrophe: return apostrophe(character.length);
    case CharacterKind::punctuation:
      return run_of_characters(character.code, kIsPunctuation | kNonAscii);
    case CharacterKind::mark:
    case CharacterKind::symbol:
      return run_of_characters(character.code, kIsSymbol | kNonAscii);
    case CharacterKind::invalid: return invalid_bytes();
  }
}

/// A run of one character, with the marks, modifiers and joined characters that
/// make an emoji of several code points.
void Tokenizer::run_of_characters(char32_t code, std::uint32_t flags) {
  constexpr char32_t kJoiner = 0x200D;
  if (is_bullet(code) && gap_ & kNewlineBefore) gap_ = kTextStart;
  const auto start = at_;
  auto end = start + decode_utf8(text_, start).length;
  bool joined = false;
  while (end < text_.size()) {
    const auto next = decode_utf8(text_, end);
    const bool modifier = next.code >= 0x1F3FB && next.code <= 0x1F3FF;
    const auto kind = kind_of(next.code);
    const bool emoji = joined && kind == CharacterKind::symbol;
    const bool goes_on = next.code == code || next.code == kJoiner || modifier || emoji ||
                         kind == CharacterKind::mark;
    if (!goes_on) break;
    joined = next.code == kJoiner;
    end += next.length;
  }
  emit(start, end, flags);
}

void Tokenizer::invalid_bytes() {
  const auto start = at_;
  auto end = start + 1;
  while (end < text_.size() && !decode_utf8(text_, end).valid()) ++end;
  emit(start, end, kIsSymbol | kNonAscii);
}

}  // namespace

void tokenize(std::string_view text, const Orthography& orthography,
              std::vector<Token>& out) {
  out.clear();
  out.reserve(text.size() / 5 + 16);
  Tokenizer(text, orthography, out).run();
}

}  // namespace liaison
