// The part of the finder of names that marks tokens and joins those that may be names to runs.
#include "recognition/name_finder.h"

namespace liaison {
namespace {

/// How many connecting words may stand between two capitalised ones ("Bank of the West").
constexpr std::uint32_t kConnectors = 3;
/// Within how many tokens a name is told again that the text of a link begins with.
constexpr std::uint32_t kToldAgain = 10;

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
  return t.has(kFirstCapital | kMixedCase) || is(NameClasses::kUncapitalised, token) || ends_given_name(token);
}

/// True if the token is the small end of a given name behind a surname: "Lee Nak-yeon".
bool NameFinder::ends_given_name(std::uint32_t token) const {
  const Token* t = &view_.tokens[token];
  if (token < 3 || t[0].has(kSpaceBefore) || !t[0].has(kLower) || !is(NameClasses::kSyllable, token)) return false;
  bool tied = !t[-1].has(kIsWord | kSpaceBefore) && is(NameClasses::kConnector, token - 1);
  return tied && t[-2].has(kCapitalised) && t[-2].has(kSpaceBefore) && t[-3].has(kCapitalised);
}

/// Notes the small particles before a capital in a sentence that begins at `first`: "von der Leyen", "al-Assad".
void NameFinder::mark_particles(std::uint32_t first, std::uint32_t capital) {
  constexpr std::uint32_t kParticles = 3;  // in a row
  std::uint32_t at = capital;
  auto ties = [&](std::uint32_t token) {
    return !view_.tokens[token].has(kSpaceBefore | kIsWord) && !view_.tokens[token + 1].has(kSpaceBefore) && is(NameClasses::kConnector, token);
  };
  for (std::uint32_t i = 0; i < kParticles && at > first; ++i) {
    std::uint32_t before = at - 1;
    if (before > first && ties(before)) --before;  // a hyphen
    if (!view_.tokens[before].has(kLower) || marks_[before].annotation || marks_[before].may_be_name) return;
    if (!is(NameClasses::kLeading, before)) return;
    marks_[at = before].leads = true;
  }
}

/// Takes the text of a link out that a page has left behind a name, glued to what follows: "Ann Lee Ann Marie LeeHouse
/// passes bill". It tells the name again, so nothing is lost; as names it would spoil the one that it repeats.
void NameFinder::drop_link_text(std::uint32_t first, std::uint32_t glued) {
  const std::string_view text = view_.tokens[glued].of(view_.text);
  for (std::uint32_t at = glued; at-- > first && glued - at <= kToldAgain;) {
    const Token& token = view_.tokens[at];
    const std::string_view name = token.of(view_.text);
    const bool again = at + 1 < glued && name.size() > 2 && token.has(kFirstCapital) && text.size() > name.size() &&
                       text.starts_with(name) && text[name.size()] >= 'A' && text[name.size()] <= 'Z';
    if (again) {
      for (std::uint32_t i = at + 1; i <= glued; ++i) marks_[i].may_be_name = false;
      return;
    }
    if (token.has(kIsWord) && !token.has(kFirstCapital)) return;
    if (name == "," || name == ";" || name == ":") return;
  }
}

/// Notes which tokens of a sentence may be names. True if capitals tell nothing in it: of its longer words only few are
/// small.
bool NameFinder::mark_names(Sentence sentence) {
  constexpr std::uint32_t kLongerWord = 4;  // bytes: short words are small in title case too
  std::uint32_t words = 0, small = 0;
  capitals_.resize(sentence.last - sentence.first);
  std::size_t capitals = 0;
  bool glued = false;
  for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
    const Token& token = view_.tokens[t];
    bool longer = token.has(kIsWord) & (token.end - token.start >= kLongerWord);
    words += longer;
    small += longer & token.has(kLower);
    marks_[t].may_be_name = may_be_name(t);
    glued |= token.has(kMixedCase);
    capitals_[capitals] = t;
    capitals += marks_[t].may_be_name;
    if (marks_[t].may_be_name && t > sentence.first) mark_particles(sentence.first, t);
  }
  capitals_.resize(capitals);
  if (glued) {
    for (std::uint32_t t = sentence.first; t < sentence.last; ++t)
      if (view_.tokens[t].has(kMixedCase)) drop_link_text(sentence.first, t);
    std::erase_if(capitals_, [&](std::uint32_t t) { return !marks_[t].may_be_name; });
  }
  return words - small >= 3 && words - small > 4 * small;
}

/// True if the tokens may stand between two parts of a name. Two marks in a row ('U.S.," Apple said') part names.
bool NameFinder::connects(std::uint32_t first, std::uint32_t last) const {
  for (std::uint32_t t = first; t < last; ++t) {
    if (marks_[t].annotation || !is(NameClasses::kConnector, t)) return false;
    if (t > first && !view_.tokens[t].has(kIsWord) && !view_.tokens[t - 1].has(kIsWord)) return false;
  }
  return true;
}

/// Where a run begins whose first capital is known: at the particles before it, but not before `least`.
std::uint32_t NameFinder::begin_of_run(std::uint32_t capital, std::uint32_t least) const {
  for (;;) {
    if (capital > least && marks_[capital - 1].leads) --capital;
    else if (capital > least + 1 && marks_[capital - 2].leads && !view_.tokens[capital - 1].has(kIsWord)) capital -= 2;
    else return capital;
  }
}

/// Joins the tokens of a sentence that may be names to runs.
void NameFinder::find_runs(Sentence sentence) {
  std::uint32_t end = sentence.first;  // of the run before
  for (std::size_t i = 0; i < capitals_.size();) {
    std::uint32_t first = begin_of_run(capitals_[i], end), last = capitals_[i] + 1;
    for (++i; i < capitals_.size(); ++i) {
      std::uint32_t next = capitals_[i];
      if (next - last > kConnectors || next - first >= kLongestRun || !connects(last, next)) break;
      last = next + 1;
    }
    auto candidates = static_cast<std::uint32_t>(scores_.size());
    runs_.push_back({first, last, sentence, candidates, 0});
    if (last - first == 1 && first > 0 && view_.tokens[first].has(kAllCaps | kAbbreviation) &&
        view_.classes(first - 1).has(classes_->bracket))
      acronyms_.push_back(first);
    scores_.resize(candidates + std::size_t{last - first} * std::min(last - first, kLongestName));
    while (i < capitals_.size() && capitals_[i] <= last) ++i;
    end = last;
  }
}

void NameFinder::find_runs(std::span<const Sentence> sentences) {
  runs_.clear();
  scores_.clear();
  acronyms_.clear();
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
