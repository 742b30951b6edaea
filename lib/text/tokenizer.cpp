#include "text/tokenizer.h"

#include <algorithm>

#include "text/addresses.h"
#include "text/characters.h"
#include "text/utf8.h"

namespace liaison {
namespace {

constexpr std::uint32_t kAnyAbbreviation = kTitleAbbreviation | kPlainAbbreviation;
constexpr std::uint32_t kTextStart = kSpaceBefore | kNewlineBefore | kParagraphBefore;

/// What is known of the letters of a word: enough to tell its case.
struct Shape {
  std::uint32_t letters = 0;  // with case
  std::uint32_t capitals = 0;
  std::uint32_t flags = 0;    // kHasDigit, kNonAscii, kFirstCapital
  bool any_letter = false;

  void add(LetterRun run, unsigned char first) {
    if (run.letters == 0) return;
    if (!any_letter && (first & 0x20) == 0) flags |= kFirstCapital;
    any_letter = true;
    letters += run.letters;
    capitals += run.capitals;
  }

  void add(CharacterKind kind) {
    flags |= kNonAscii;
    if (kind == CharacterKind::digit) flags |= kHasDigit;
    if (!is_letter(kind)) return;
    const bool capital = kind == CharacterKind::upper;
    if (!any_letter && capital) flags |= kFirstCapital;
    any_letter = true;
    letters += kind != CharacterKind::letter;
    capitals += capital;
  }

  std::uint32_t case_flag() const {
    if (letters == 0) return 0;
    if (capitals == 0) return kLower;
    if (letters == 1) return kOneCapital;
    if (capitals == letters) return kAllCaps;
    return capitals == 1 && (flags & kFirstCapital) ? kCapitalised : kMixedCase;
  }

  std::uint32_t token_flags() const {
    return flags | (any_letter ? kIsWord | case_flag() : kIsNumber);
  }
};

/// A word while it is being read.
struct Word {
  std::size_t start = 0;
  std::size_t end = 0;         // set when it is complete
  std::size_t segment = 0;     // after its last inner full stop
  std::size_t clitic_end = 0;  // of the clitic that begins at `end`, or 0
  std::uint32_t flags = 0;     // beyond those of its shape
  bool initials = false;       // single letters with stops so far: U.S
  Shape shape;
};

/// One pass over one text.
class Tokenizer {
 public:
  Tokenizer(std::string_view text, const Orthography& orthography,
            std::vector<Token>& out)
      : text_(text), orthography_(orthography), out_(out) {}

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

  // Going on with a word. Each gives true if the word goes on at at_, and
  // otherwise sets `word.end`.
  bool extend(Word& word);
  bool extend_at_digit(Word& word);
  bool extend_at_apostrophe(Word& word, std::size_t length);
  bool extend_at_stop(Word& word);
  bool extend_before_letter(Word& word);
  bool extend_at_symbol(Word& word);
  bool extend_beyond_ascii(Word& word);
  bool complete(Word& word, std::size_t end, std::uint32_t flags = 0) {
    word.end = end;
    word.flags |= flags;
    return false;
  }

  bool stop_belongs(const Word& word) const;
  bool may_contract(std::size_t start, std::size_t end) const;
  bool is_initial(const Word& word) const;
  bool number_follows(std::size_t at) const;
  void read_word(Word& word);
  void emit_word(const Word& word);
  void emit_parts(std::size_t start, std::size_t end, std::uint32_t cuts);
  void emit_ascii(std::size_t start, std::size_t end, std::uint32_t flags = 0);
  void emit(std::size_t start, std::size_t end, std::uint32_t flags);

  unsigned char byte(std::size_t at) const {
    return at < text_.size() ? static_cast<unsigned char>(text_[at]) : 0;
  }
  ByteClass class_at(std::size_t at) const { return byte_class(byte(at)); }
  bool is_digit(std::size_t at) const { return class_at(at) == ByteClass::digit; }
  bool is_ascii_letter(std::size_t at) const {
    return class_at(at) == ByteClass::letter;
  }
  bool is_word_character(std::size_t at) const;
  std::string_view slice(std::size_t start, std::size_t end) const {
    return {text_.data() + start, end - start};
  }

  std::string_view text_;
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

bool Tokenizer::is_word_character(std::size_t at) const {
  const auto here = class_at(at);
  if (here != ByteClass::high) {
    return here == ByteClass::letter || here == ByteClass::digit;
  }
  const auto kind = kind_of(decode_utf8(text_, at).code);
  return is_letter(kind) || kind == CharacterKind::digit;
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
  Shape shape;
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
  Word word;
  word.start = word.segment = start;
  read_word(word);
}

void Tokenizer::read_word(Word& word) {
  do {
    const auto run = letters_at(text_, at_);
    word.shape.add(run, byte(at_));
    at_ += run.letters;
  } while (extend(word));
  emit_word(word);
}

bool Tokenizer::extend(Word& word) {
  switch (class_at(at_)) {
    case ByteClass::digit: return extend_at_digit(word);
    case ByteClass::apostrophe: return extend_at_apostrophe(word, 1);
    case ByteClass::stop: return extend_at_stop(word);
    case ByteClass::run: return extend_at_symbol(word);
    case ByteClass::high: return extend_beyond_ascii(word);
    case ByteClass::mark: {
      const bool named = word.shape.flags & kFirstCapital &&
                         orthography_.classes(slice(word.start, at_ + 1)) & kNameWithMark;
      return named ? complete(word, at_ + 1, kAbbreviation) : complete(word, at_);
    }
    default: return complete(word, at_);
  }
}

bool Tokenizer::extend_at_digit(Word& word) {
  word.shape.flags |= kHasDigit;
  do {
    ++at_;
  } while (is_digit(at_) || (byte(at_) == '.' && is_digit(at_ + 1)));
  return true;
}

bool Tokenizer::extend_beyond_ascii(Word& word) {
  constexpr char32_t kDegree = 0x00B0;
  const auto character = decode_utf8(text_, at_);
  const auto kind = kind_of(character.code);
  const auto next = at_ + character.length;
  switch (kind) {
    case CharacterKind::apostrophe: return extend_at_apostrophe(word, character.length);
    case CharacterKind::upper:
    case CharacterKind::lower:
    case CharacterKind::letter:
    case CharacterKind::digit:
    case CharacterKind::mark: break;
    case CharacterKind::format:
      if (is_word_character(next)) break;
      return complete(word, at_);
    case CharacterKind::symbol:  // N° is often written for Nº
      if (character.code == kDegree && is_ascii_letter(at_ - 1)) break;
      return complete(word, at_);
    default: return complete(word, at_);
  }
  word.shape.add(kind);
  at_ = next;
  return true;
}

bool Tokenizer::extend_at_apostrophe(Word& word, std::size_t length) {
  const auto apostrophe = at_;
  const auto after = apostrophe + length;
  if (!is_word_character(after) || is_digit(after)) return complete(word, apostrophe);
  const auto end = after + letters_at(text_, after).letters;
  if (!is_word_character(end)) {
    // The clitic may take the letter before it: ca|n't.
    for (const auto start : {apostrophe - 1, apostrophe}) {
      if (orthography_.classes(slice(start, end)) & kClitic && start > word.start) {
        word.clitic_end = end;
        return complete(word, start);
      }
    }
  }
  if (length > 1) word.shape.flags |= kNonAscii;
  at_ = after;
  return true;
}

bool Tokenizer::extend_at_symbol(Word& word) {
  const auto next = at_ + 1;
  switch (byte(at_)) {
    case '&':
      if (!is_ascii_letter(next) || !is_ascii_letter(at_ - 1)) break;
      at_ = next;
      return true;
    case '_':
      if (!is_word_character(next)) break;
      at_ = next;
      return true;
    case '@':
      if (!is_word_character(next)) break;
      if (const auto end = address_end(text_, word.start, orthography_); end > at_) {
        return complete(word, end, kInUrl);
      }
      break;
    case ':':
      if (byte(next) != '/' || byte(next + 1) != '/') break;
      return complete(word, url_end(text_, word.start), kInUrl);
    case '$':
      if (word.shape.capitals != at_ - word.start || word.shape.capitals > 3) break;
      word.shape = {};
      return complete(word, next, kIsSymbol);
    default: break;
  }
  return complete(word, at_);
}

// ---- Full stops in and after words

bool Tokenizer::extend_at_stop(Word& word) {
  const auto next = class_at(at_ + 1);
  if (next == ByteClass::letter || next == ByteClass::digit) {
    return extend_before_letter(word);
  }
  return stop_belongs(word) ? complete(word, at_ + 1, kAbbreviation)
                            : complete(word, at_);
}

/// At a full stop with a letter or digit right after it.
bool Tokenizer::extend_before_letter(Word& word) {
  const auto next = at_ + 1;
  const bool single = at_ - word.segment == 1 && is_ascii_letter(word.segment) &&
                      (word.initials || word.segment == word.start);
  if (single && is_ascii_letter(next) && !is_word_character(next + 1)) {
    word.initials = true;
    at_ = word.segment = next;
    return true;
  }
  const auto address = address_end(text_, word.start, orthography_);
  if (address > at_) return complete(word, address, kInUrl);

  const auto inner = next + letters_at(text_, next).letters + 1;  // ph.d.
  if (byte(inner - 1) == '.' &&
      orthography_.classes(slice(word.start, inner)) & kAnyAbbreviation) {
    return complete(word, inner, kAbbreviation);
  }
  const bool capital = is_ascii_letter(next) && (byte(next) & 0x20) == 0;
  if ((single && capital) || ((capital || is_digit(next)) && stop_belongs(word))) {
    return complete(word, next, kAbbreviation);
  }
  return complete(word, at_);
}

/// True if the full stop at at_ belongs to the word.
bool Tokenizer::stop_belongs(const Word& word) const {
  const bool single = at_ - word.segment == 1 && is_ascii_letter(word.segment);
  if (word.initials) return single;
  if (byte(at_ + 1) == '.' && byte(at_ + 2) == '.') return false;
  if (single && word.shape.capitals == 1 && at_ - word.start == 1) {
    return is_initial(word);
  }
  const auto classes = orthography_.classes(slice(word.start, at_ + 1));
  if (!(classes & kAnyAbbreviation)) return false;
  if (classes & kCapitalOnly && word.shape.capitals == 0) return false;
  if (classes & kLowerOnly && word.shape.capitals != 0) return false;
  return !(classes & kBeforeNumber) || number_follows(at_ + 1);
}

/// True of a single capital, unless it is a word and no name stands before it.
bool Tokenizer::is_initial(const Word& word) const {
  if (!(orthography_.classes(slice(word.start, at_)) & kSingleLetterWord)) return true;
  return !out_.empty() && out_.back().has(kFirstCapital);
}

bool Tokenizer::number_follows(std::size_t at) const {
  while (byte(at) == ' ') ++at;
  return is_digit(at);
}

// ---- Writing words

void Tokenizer::emit_word(const Word& word) {
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
  Shape shape;
  for (auto at = start; at < end;) {
    const auto character = decode_utf8(text_, at);
    if (class_at(at) == ByteClass::letter) {
      shape.add(LetterRun{1, (byte(at) & 0x20) == 0}, byte(at));
    } else if (class_at(at) == ByteClass::high) {
      shape.add(kind_of(character.code));
    } else if (is_digit(at)) {
      shape.flags |= kHasDigit;
    }
    at += character.length;
  }
  emit(start, end, shape.token_flags() | flags);
}

// ---- Numbers

/// At the first digit; the token may begin with a full stop before it.
void Tokenizer::number(std::size_t start) {
  Word word;
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
  read_word(word);
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
    const bool leans = classes & kClitic && gap_ == 0;
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
