#include "relations/quotations.h"

#include <algorithm>

#include "relations/items.h"

namespace liaison {
namespace {

/// How long a quotation may be, in tokens.
constexpr std::uint32_t kLongestQuotation = 200;
/// How many words may stand between a verb of saying and its subject or its quotation: a title, an addressee.
constexpr std::uint32_t kLongestTitle = 7;
/// How many words may stand between a verb of saying and the quotation behind it: to whom, when and where it is said.
constexpr std::uint32_t kLongestAddress = 12;

/// Reads the tokens around a quotation.
class Quotation {
 public:
  explicit Quotation(const ClauseReading& reading) : r_(reading) {}

  std::uint32_t speaker(std::uint32_t token) const {
    std::uint32_t first = token, last = token;
    const std::uint32_t from = token > kLongestQuotation ? token - kLongestQuotation : 0;
    while (first > from && !is_mark(first)) --first;
    if (!is_mark(first) || !opens(first)) return Annotation::kUnknown;
    const auto end = std::min<std::uint32_t>(static_cast<std::uint32_t>(r_.view.tokens.size()), token + kLongestQuotation);
    // A paragraph that goes on opens its quotation anew; one that does not has been left open: `A said: “We met.`
    while (last < end && !(is_mark(last) && !opens(last)) && !(r_.view.tokens[last].has(kParagraphBefore) && !is_mark(last))) ++last;
    if (last == end || !is_mark(last)) return named(before(first));
    // `“It was short.” A said later …`: another sentence
    const bool ends = last > 0 && r_.view.surface(last - 1) == ".";
    if (const std::uint32_t name = ends ? kNobody : behind(last + 1); name != kNobody) return name;
    if (const std::uint32_t name = before(first); name != kNobody) return name;
    return behind_sentence_before(first);
  }

 private:
  /// Nobody is told to speak here; kUnknown: somebody is, by no name.
  static constexpr std::uint32_t kNobody = Annotation::kUnknown - 1;

  static std::uint32_t named(std::uint32_t name) { return name == kNobody ? Annotation::kUnknown : name; }

  bool is_mark(std::uint32_t token) const { return is_quote(r_.view.surface(token)); }
  bool is_point(std::uint32_t token) const { return r_.view.tokens[token].has(kIsPunctuation); }

  bool opens(std::uint32_t mark) const {
    const std::string_view text = r_.view.surface(mark);
    if (text == "\u201c" || text == "\u201e" || text == "\u00ab" || text == "``") return true;
    if (text != "\"") return false;
    return mark == 0 || r_.view.tokens[mark].has(kSpaceBefore | kNewlineBefore);
  }

  bool says(std::uint32_t token) const { return r_.verb_is(token, Word::say); }

  /// The name of a person or body that begins at a token; kNobody if there is none.
  std::uint32_t name_at(std::uint32_t token) const {
    for (const Annotation& name : annotations_from(r_.annotations, token)) {
      if (name.first != token) break;
      if (name.entity != EntityId::none && name.form == Form::name && (name.type == symbols::person || name.type == symbols::org))
        return static_cast<std::uint32_t>(&name - r_.annotations.data());
    }
    return kNobody;
  }

  /// The first name from a token on, with nothing but words of a title before it.
  std::uint32_t titled(std::uint32_t token) const {
    for (std::uint32_t t = token; t < r_.view.tokens.size() && t < token + kLongestTitle && !is_point(t) && !says(t); ++t)
      if (const std::uint32_t name = name_at(t); name != kNobody) return name;
    return kNobody;
  }

  /// `A said`, `said Mayor A`
  std::uint32_t behind(std::uint32_t token) const {
    if (token < r_.view.tokens.size() && r_.view.surface(token) == ",") ++token;
    if (token + 1 >= r_.view.tokens.size()) return kNobody;
    if (says(token)) {
      const std::uint32_t name = titled(token + 1);
      const std::uint32_t next = name == kNobody ? 0 : r_.annotations[name].last;
      const bool owner = next != 0 && next < r_.view.tokens.size() && r_.grammar().is(r_.view, next, Word::possessive_marker);
      return name == kNobody || owner ? Annotation::kUnknown : name;
    }
    if (const std::uint32_t name = titled(token); name != kNobody) {
      const std::uint32_t next = r_.annotations[name].last;
      if (next < r_.view.tokens.size() && says(next)) return name;
    }
    for (std::uint32_t t = token; t < r_.view.tokens.size() && t < token + kLongestTitle && !is_point(t); ++t)
      if (says(t)) return Annotation::kUnknown;  // `he said`
    return kNobody;
  }

  /// `A told reporters: “`
  std::uint32_t before(std::uint32_t mark) const {
    if (mark < 2 || !(r_.view.surface(mark - 1) == ":" || r_.view.surface(mark - 1) == ",")) return kNobody;
    for (std::uint32_t t = mark - 1; t-- > 0 && t + kLongestAddress > mark && !is_point(t);) {
      if (!says(t)) continue;
      for (const Annotation& name : annotations_in(r_.annotations, r_.sentences[sentence_at(r_.sentences, mark)]))
        if (name.last == t && name.form == Form::name && name.entity != EntityId::none)
          return static_cast<std::uint32_t>(&name - r_.annotations.data());
      return Annotation::kUnknown;
    }
    return kNobody;
  }

  /// `“It was short,” A said. “I liked him.”`
  std::uint32_t behind_sentence_before(std::uint32_t mark) const {
    const std::uint32_t sentence = sentence_at(r_.sentences, mark);
    if (sentence == 0 || r_.sentences[sentence].first != mark) return Annotation::kUnknown;
    const Sentence s = r_.sentences[sentence - 1];
    for (std::uint32_t t = s.last; t-- > s.first;) {
      if (!is_mark(t)) continue;
      const std::uint32_t name = opens(t) ? kNobody : behind(t + 1);
      return name == kNobody ? Annotation::kUnknown : name;
    }
    return Annotation::kUnknown;
  }

  const ClauseReading& r_;
};

}  // namespace

std::uint32_t quoted_speaker(const ClauseReading& reading, std::uint32_t token) { return Quotation(reading).speaker(token); }

}  // namespace liaison
