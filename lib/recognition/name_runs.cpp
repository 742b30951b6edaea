// The part of the finder of names that marks tokens and joins those that may be names to runs.
#include "recognition/name_finder.h"

namespace liaison {
namespace {

/// How many connecting words may stand between two capitalised ones ("Bank of the West").
constexpr std::uint32_t kConnectors = 3;

}  // namespace

/// Notes what lies on each token: annotations, entries of the gazetteers, and entries that go on from the token before.
void NameFinder::mark(std::span<const Annotation> fixed) {
  marks_.assign(view_.tokens.size(), {});
  for (const Annotation& a : fixed)
    for (std::uint32_t i = a.first; i < a.last; ++i) marks_[i].annotation = a.type;
  for (const Hit& hit : view_.hits) {
    std::size_t type = name_type_index(hit.type);
    if (type == kNameTypeCount) continue;
    auto bit = static_cast<std::uint16_t>(1u << (2 * type + hit.weak));
    for (std::uint32_t i = hit.first; i < hit.first + hit.length; ++i) {
      marks_[i].lists |= bit;
      if (i > hit.first && !hit.weak) marks_[i].cuts = static_cast<std::uint8_t>(marks_[i].cuts | 1u << type);
    }
  }
}

bool NameFinder::may_be_name(std::uint32_t token) const {
  const Mark& mark = marks_[token];
  if (mark.annotation) return false;
  if (mark.lists) return true;
  const Token& t = view_.tokens[token];
  if (!t.has(kIsWord) || t.has(kInUrl)) return false;
  return t.has(kFirstCapital | kMixedCase) || is(NameClasses::kUncapitalised, token);
}

/// Notes which tokens of a sentence may be names. True if capitals tell nothing in it: of its longer words only few are
/// small.
bool NameFinder::mark_names(Sentence sentence) {
  constexpr std::uint32_t kLongerWord = 4;  // bytes: short words are small in title case too
  std::uint32_t words = 0, small = 0;
  capitals_.resize(sentence.last - sentence.first);
  std::size_t capitals = 0;
  for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
    const Token& token = view_.tokens[t];
    bool longer = token.has(kIsWord) & (token.end - token.start >= kLongerWord);
    words += longer;
    small += longer & token.has(kLower);
    marks_[t].may_be_name = may_be_name(t);
    capitals_[capitals] = t;
    capitals += marks_[t].may_be_name;
  }
  capitals_.resize(capitals);
  return words - small >= 3 && words - small > 4 * small;
}

/// True if the tokens may stand between two parts of a name.
bool NameFinder::connects(std::uint32_t first, std::uint32_t last) const {
  for (std::uint32_t t = first; t < last; ++t)
    if (marks_[t].annotation || !is(NameClasses::kConnector, t)) return false;
  return true;
}

/// Joins the tokens of a sentence that may be names to runs.
void NameFinder::find_runs(Sentence sentence) {
  for (std::size_t i = 0; i < capitals_.size();) {
    std::uint32_t first = capitals_[i], last = first + 1;
    for (++i; i < capitals_.size(); ++i) {
      std::uint32_t next = capitals_[i];
      if (next - last > kConnectors || next - first >= kLongestRun || !connects(last, next)) break;
      last = next + 1;
    }
    auto candidates = static_cast<std::uint32_t>(scores_.size());
    runs_.push_back({first, last, sentence, candidates, 0});
    scores_.resize(candidates + std::size_t{last - first} * std::min(last - first, kLongestName));
    while (i < capitals_.size() && capitals_[i] <= last) ++i;
  }
}

void NameFinder::find_runs(std::span<const Sentence> sentences) {
  runs_.clear();
  scores_.clear();
  any_headline_ = false;
  for (Sentence sentence : sentences) {
    if (mark_names(sentence)) {
      any_headline_ = true;
      for (std::uint32_t t = sentence.first; t < sentence.last; ++t) marks_[t].headline = true;
    }
    find_runs(sentence);
  }
}

}  // namespace liaison
