#include "text/sentences.h"

#include <algorithm>

namespace liaison {
namespace {

constexpr std::uint32_t kNone = 0xFFFFFFFF;
constexpr std::uint32_t kLongestItemNumber = 3;  // digits

// How far is looked around an end, so that the cost of each token is bounded.
constexpr std::uint32_t kMostClosers = 8;
constexpr std::uint32_t kMostOpeners = 4;
constexpr std::uint32_t kLongestDateline = 14;
constexpr std::string_view kDateInFigures = "2024-06-04";

/// The mark of a list's item that a sentence begins with: "2.)" or "b.".
struct ItemMark {
  std::uint32_t value = kNone;  // 2, or 'b'
  std::string_view close;       // what stands after the value
  std::uint32_t end = 0;        // the token after the mark
};

/// Reads the tokens of one text and says where sentences end.
class Splitter {
 public:
  Splitter(std::string_view text, std::vector<Token>& tokens,
           const Orthography& orthography, std::vector<Sentence>& out)
      : text_(text), tokens_(tokens), orthography_(orthography), out_(out) {}

  void run();

 private:
  bool may_begin_at(std::uint32_t i) const;
  bool begins_at(std::uint32_t i) const;
  bool ends_before(std::uint32_t next) const;
  bool ends_after_mark(std::uint32_t mark, std::uint32_t next) const;
  bool ends_after_ellipsis(std::uint32_t next) const;
  bool ends_after_spaced_dots(std::uint32_t last, std::uint32_t next) const;
  bool ends_before_spaced_dots(std::uint32_t mark, std::uint32_t dots) const;
  bool is_next_item(std::uint32_t i) const;
  bool begins_dateline(std::uint32_t i) const;
  std::uint32_t end_of_dateline_line(std::uint32_t i) const;
  bool is_item_stop(std::uint32_t mark) const;
  bool is_in_symbol(std::uint32_t mark) const;
  bool is_spaced_dot(std::uint32_t i) const;
  bool is_too_long(std::uint32_t i) const;
  bool is_closer(std::uint32_t i) const;
  bool is_starter(std::uint32_t i) const;
  bool is_end_mark(std::uint32_t i) const;
  ItemMark item_mark(std::uint32_t i) const;
  void open(std::uint32_t first);

  std::string_view of(std::uint32_t i) const { return tokens_[i].of(text_); }
  std::uint32_t count() const { return static_cast<std::uint32_t>(tokens_.size()); }

  std::string_view text_;
  std::vector<Token>& tokens_;
  const Orthography& orthography_;
  std::vector<Sentence>& out_;
  std::uint32_t first_ = 0;  // of the sentence that is being read
  ItemMark item_;            // that it begins with
  std::uint32_t dateline_end_ = kNone;  // where it ends, if it is a dateline on a line of its own
};

bool is_one_of(std::string_view set, char c) {
  return set.find(c) != std::string_view::npos;
}

bool is_closing_quote(std::string_view token) {
  return token == "\"" || token == "'" || token == "''" || token == "\u201D" ||
         token == "\u2019" || token == "\u00BB";
}

bool is_bracket(std::string_view token) {
  return token == ")" || token == "]" || token == "}";
}

bool is_ellipsis(std::string_view token) {
  return token == "\u2026" ||
         (token.size() >= 2 && token.find_first_not_of('.') == std::string_view::npos);
}

// ---- Marks

/// True of full stops, exclamation and question marks, and ellipses.
bool Splitter::is_end_mark(std::uint32_t i) const {
  const auto& token = tokens_[i];
  if (!token.has(kIsPunctuation)) return false;
  return is_one_of(".!?", text_[token.start]) || of(i) == "\u2026";
}

/// True of a quote or bracket that closes what stands before it.
bool Splitter::is_closer(std::uint32_t i) const {
  if (!tokens_[i].has(kIsPunctuation) || tokens_[i].has(kSpaceBefore)) return false;
  if (text_[tokens_[i].start] == ',') return false;  // the commonest mark by far
  return is_closing_quote(of(i)) || is_bracket(of(i));
}

/// True of one of the dots of ". . ." written apart: a full stop with a space
/// before it that stands next to another.
bool Splitter::is_spaced_dot(std::uint32_t i) const {
  if (of(i) != "." || !tokens_[i].has(kSpaceBefore)) return false;
  return (i + 1 < count() && of(i + 1) == ".") || (i > first_ && of(i - 1) == ".");
}

/// True if a word that, with its capital, begins a sentence stands at i, perhaps
/// after a quote or bracket.
bool Splitter::is_starter(std::uint32_t i) const {
  const auto limit = std::min(count(), i + kMostOpeners);
  while (i < limit && tokens_[i].has(kIsPunctuation | kIsSymbol)) ++i;
  return i < count() && tokens_[i].has(kFirstCapital) &&
         orthography_.classes(of(i)) & kSentenceStarter;
}

// ---- Items of lists

/// The mark of an item at the token: a short number or a small letter, then a
/// full stop, a bracket or both.
ItemMark Splitter::item_mark(std::uint32_t i) const {
  if (i + 2 >= count()) return {};
  const auto value = of(i);
  const bool number = tokens_[i].has(kIsNumber) && value.size() <= kLongestItemNumber &&
                      value.find_first_not_of("0123456789") == std::string_view::npos;
  const bool letter = value.size() == 1 && tokens_[i].has(kLower);
  if (!number && !letter) return {};

  ItemMark mark;
  auto end = i + 1;
  if (of(end) == "." && !tokens_[end].has(kSpaceBefore)) ++end;
  if (end < count() && of(end) == ")" && !tokens_[end].has(kSpaceBefore)) ++end;
  if (end == i + 1 || end >= count() || !tokens_[end].has(kSpaceBefore)) return {};
  mark.value = 0;
  for (const char c : value) {
    mark.value = letter ? static_cast<unsigned char>(c)
                        : mark.value * 10 + static_cast<std::uint32_t>(c - '0');
  }
  mark.close = text_.substr(tokens_[i].end, tokens_[end - 1].end - tokens_[i].end);
  mark.end = end;
  return mark;
}

/// True if the sentence is an item and the next one of its list begins at i.
bool Splitter::is_next_item(std::uint32_t i) const {
  const bool bullet = tokens_[i].has(kIsPunctuation) && tokens_[i].has(kNonAscii) &&
                      i > first_ && of(i) == of(first_);
  if (bullet) return true;
  if (item_.value == kNone || !tokens_[i].has(kSpaceBefore)) return false;
  if (!tokens_[i].has(kIsNumber | kLower)) return false;
  const auto mark = item_mark(i);
  return mark.value == item_.value + 1 && mark.close == item_.close &&
         tokens_[mark.end].has(kFirstCapital);
}

/// The end of a dateline that fills a line and closes with a date in figures, "OSLO, Norway 2024-06-04"; kNone of
/// anything else, as of a table's line ("OSLO 62 68 .478").
std::uint32_t Splitter::end_of_dateline_line(std::uint32_t i) const {
  if (!tokens_[i].has(kAllCaps)) return kNone;
  for (auto at = i + 1; at < std::min(count(), i + kLongestDateline); ++at) {
    if (tokens_[at].has(kNewlineBefore | kParagraphBefore)) {
      return tokens_[at - 1].has(kIsNumber) && of(at - 1).size() == kDateInFigures.size() ? at : kNone;
    }
    if (!tokens_[at].has(kFirstCapital | kIsNumber) && of(at) != ",") return kNone;
  }
  return kNone;
}

/// True if a dateline stands at i, as a line's first: "OSLO, June 4 (Nordwire) —".
/// A headline without a full stop ends there.
bool Splitter::begins_dateline(std::uint32_t i) const {
  constexpr std::string_view kMarks[] = {",", "(", ")", "."}, kDashes[] = {"-", "--", "–", "—"};
  const auto is_one_of = [&](std::uint32_t at, const auto& marks) {
    return std::find(std::begin(marks), std::end(marks), of(at)) != std::end(marks);
  };
  if (!tokens_[i].has(kNewlineBefore) || !tokens_[i].has(kAllCaps) || tokens_[i - 1].has(kAllCaps)) return false;
  if (end_of_dateline_line(i) != kNone) return true;
  for (auto at = i + 1; at + 1 < std::min(count(), i + kLongestDateline); ++at) {
    if (tokens_[at].has(kNewlineBefore)) return false;
    if (is_one_of(at, kDashes)) return tokens_[at].has(kSpaceBefore) && tokens_[at + 1].has(kSpaceBefore);
    if (!tokens_[at].has(kFirstCapital | kIsNumber) && !is_one_of(at, kMarks)) return false;
  }
  return false;
}

/// True of the full stop of the mark that the sentence begins with.
bool Splitter::is_item_stop(std::uint32_t mark) const {
  return item_.value != kNone && mark < item_.end;
}

// ---- Ends

/// After an ellipsis a sentence may go on; a capital says that it does not,
/// unless the word always has one.
bool Splitter::ends_after_ellipsis(std::uint32_t next) const {
  return tokens_[next].has(kSpaceBefore) && tokens_[next].has(kFirstCapital) &&
         !(orthography_.classes(of(next)) & kSingleLetterWord);
}

/// After dots written apart. Three are an ellipsis, a fourth is the full stop.
bool Splitter::ends_after_spaced_dots(std::uint32_t last, std::uint32_t next) const {
  constexpr std::uint32_t kWithFullStop = 4;
  auto first = last;
  while (first > first_ && last - first + 1 < kWithFullStop && is_spaced_dot(first - 1)) {
    --first;
  }
  const bool full_stop = last - first + 1 == kWithFullStop;
  return (full_stop || (first > first_ && is_starter(next))) && ends_after_ellipsis(next);
}

/// At "word." with dots written apart after it: they begin the next sentence if
/// that goes on with a capital, and close this one otherwise.
bool Splitter::ends_before_spaced_dots(std::uint32_t mark, std::uint32_t dots) const {
  if (is_spaced_dot(mark)) return false;
  auto after = dots;
  while (after < count() && is_spaced_dot(after)) ++after;
  return after < count() && tokens_[after].has(kFirstCapital);
}

/// `Intel (INTC.O)`, `Intel <INTC.O>`: a full stop in the symbol of a share.
bool Splitter::is_in_symbol(std::uint32_t mark) const {
  if (mark < first_ + 2 || mark + 2 >= count() || of(mark) != ".") return false;
  for (std::uint32_t i = mark - 1; i <= mark + 2; ++i)
    if (tokens_[i].has(kSpaceBefore | kNewlineBefore)) return false;
  return (of(mark - 2) == "(" && of(mark + 2) == ")") || (of(mark - 2) == "<" && of(mark + 2) == ">");
}

/// At an end mark and, after its closing quotes and brackets, the token `next`.
bool Splitter::ends_after_mark(std::uint32_t mark, std::uint32_t next) const {
  const auto& after = tokens_[next];
  if (is_item_stop(mark) || is_in_symbol(mark)) return false;
  if (is_spaced_dot(next)) return ends_before_spaced_dots(mark, next);
  if (is_end_mark(next)) return false;
  const bool closed = next > mark + 1;
  if (closed && (after.has(kLower) || !after.has(kSpaceBefore))) return false;
  if (is_spaced_dot(mark)) return ends_after_spaced_dots(mark, next);
  if (is_ellipsis(of(mark))) return ends_after_ellipsis(next);
  return after.has(kSpaceBefore) || after.has(kFirstCapital);
}

/// True if a sentence ends before `next`, by what stands before it.
bool Splitter::ends_before(std::uint32_t next) const {
  if (is_closer(next)) return false;
  auto mark = next - 1;
  while (mark > first_ && next - mark <= kMostClosers && is_closer(mark)) --mark;
  if (tokens_[mark].has(kAbbreviation)) {
    const auto classes = orthography_.classes(of(mark));
    const bool alone = mark == first_ && !tokens_[next].has(kNewlineBefore);  // `D.C. Police said …`
    const auto& after = tokens_[next];
    const bool joined = tokens_[mark].has(kOneCapital) && !after.has(kSpaceBefore) && !after.has(kNewlineBefore);  // `E.ON`
    return !alone && !joined && !(classes & kTitleAbbreviation) && !is_end_mark(next) && is_starter(next);
  }
  return is_end_mark(mark) && ends_after_mark(mark, next);
}

bool Splitter::is_too_long(std::uint32_t i) const {
  const auto length = i - first_;
  if (length < kLongestSentence) return false;
  return tokens_[i].has(kSpaceBefore) || length >= kLongestSentence + kLongestWithoutSpace;
}

/// False where no sentence begins, as far as flags tell: of most tokens this is all that is asked.
bool Splitter::may_begin_at(std::uint32_t i) const {
  constexpr auto kBullet = kIsPunctuation | kNonAscii;
  const auto& here = tokens_[i];
  return tokens_[i - 1].has(kIsPunctuation | kAbbreviation) || here.has(kNewlineBefore | kParagraphBefore) ||
         (here.flags & kBullet) == kBullet || item_.value != kNone || i - first_ >= kLongestSentence;
}

bool Splitter::begins_at(std::uint32_t i) const {
  return tokens_[i].has(kParagraphBefore) || ends_before(i) || is_next_item(i) ||
         i == dateline_end_ || begins_dateline(i) || is_too_long(i);
}

void Splitter::open(std::uint32_t first) {
  first_ = first;
  tokens_[first].flags |= kSentenceStart;
  const bool bullet = tokens_[first].has(kIsPunctuation | kIsSymbol);
  item_ = item_mark(bullet ? first + 1 : first);
  dateline_end_ = end_of_dateline_line(first);
}

void Splitter::run() {
  if (tokens_.empty()) return;
  open(0);
  for (std::uint32_t i = 1; i < count(); ++i) {
    if (!may_begin_at(i) || !begins_at(i)) continue;
    out_.push_back({first_, i});
    open(i);
  }
  out_.push_back({first_, count()});
}

}  // namespace

void split_sentences(std::string_view text, std::vector<Token>& tokens,
                     const Orthography& orthography, std::vector<Sentence>& out) {
  out.clear();
  Splitter(text, tokens, orthography, out).run();
}

std::uint32_t sentence_at(std::span<const Sentence> sentences, std::uint32_t token) {
  const auto behind = std::upper_bound(sentences.begin(), sentences.end(), token,
                                       [](std::uint32_t at, const Sentence& s) { return at < s.first; });
  return static_cast<std::uint32_t>(behind - sentences.begin()) - 1;
}

}  // namespace liaison
