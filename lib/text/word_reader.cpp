#include "text/word_reader.h"

#include "text/addresses.h"
#include "text/characters.h"
#include "text/text_bytes.h"
#include "text/utf8.h"

namespace liaison {
namespace {

constexpr std::uint32_t kAnyAbbreviation = kTitleAbbreviation | kPlainAbbreviation;

/// Goes on with one word, from at_.
class WordReader : TextBytes {
 public:
  WordReader(std::string_view text, std::size_t at, const Orthography& orthography, bool after_capital)
      : TextBytes(text), orthography_(orthography), after_capital_(after_capital), at_(at) {}

  void read(SurfaceWord& word) {
    do {
      const auto run = letters_at(text_, at_);
      word.shape.add(run, byte(at_));
      at_ += run.letters;
    } while (extend(word));
  }

 private:
  // Going on with a word. Each gives true if the word goes on at at_, and
  // otherwise sets `word.end`.
  bool extend(SurfaceWord& word);
  bool extend_at_digit(SurfaceWord& word);
  bool extend_at_apostrophe(SurfaceWord& word, std::size_t length);
  bool extend_at_stop(SurfaceWord& word);
  bool extend_before_letter(SurfaceWord& word);
  bool extend_at_symbol(SurfaceWord& word);
  bool extend_beyond_ascii(SurfaceWord& word);
  bool complete(SurfaceWord& word, std::size_t end, std::uint32_t flags = 0) {
    word.end = end;
    word.flags |= flags;
    return false;
  }

  bool stop_belongs(const SurfaceWord& word) const;
  bool is_initial(const SurfaceWord& word) const;
  bool number_follows(std::size_t at) const;

  const Orthography& orthography_;
  const bool after_capital_;
  std::size_t at_;
};

bool WordReader::extend(SurfaceWord& word) {
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

bool WordReader::extend_at_digit(SurfaceWord& word) {
  word.shape.flags |= kHasDigit;
  do {
    ++at_;
  } while (is_digit(at_) || (byte(at_) == '.' && is_digit(at_ + 1)));
  return true;
}

bool WordReader::extend_beyond_ascii(SurfaceWord& word) {
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

bool WordReader::extend_at_apostrophe(SurfaceWord& word, std::size_t length) {
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

bool WordReader::extend_at_symbol(SurfaceWord& word) {
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

bool WordReader::extend_at_stop(SurfaceWord& word) {
  const auto next = class_at(at_ + 1);
  if (next == ByteClass::letter || next == ByteClass::digit) {
    return extend_before_letter(word);
  }
  return stop_belongs(word) ? complete(word, at_ + 1, kAbbreviation)
                            : complete(word, at_);
}

/// At a full stop with a letter or digit right after it.
bool WordReader::extend_before_letter(SurfaceWord& word) {
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
bool WordReader::stop_belongs(const SurfaceWord& word) const {
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
bool WordReader::is_initial(const SurfaceWord& word) const {
  if (!(orthography_.classes(slice(word.start, at_)) & kSingleLetterWord)) return true;
  return after_capital_;
}

bool WordReader::number_follows(std::size_t at) const {
  while (byte(at) == ' ') ++at;
  return is_digit(at);
}

}  // namespace

void read_word(std::string_view text, std::size_t at, const Orthography& orthography, bool after_capital, SurfaceWord& word) {
  WordReader(text, at, orthography, after_capital).read(word);
}

}  // namespace liaison
