#include "recognition/name_finder.h"

#include <algorithm>

namespace liaison {
namespace {

/// The longest run that is read as one piece.
constexpr std::uint32_t kLongestRun = 40;
/// How many connecting words may stand between two capitalised ones ("Bank of the West").
constexpr std::uint32_t kConnectors = 3;
/// The least that the parts of a weak entry count against it.
constexpr std::int32_t kLeastOfWeak = -10;
constexpr std::size_t kOrg = 1;  // in kNameTypes

/// Adds what a token says in one position.
void add_position(const TokenScores& scores, Position position, TypeScores& sum) {
  std::size_t at = static_cast<std::size_t>(position) * kNameTypeCount;
  for (std::size_t i = 0; i < kNameTypeCount; ++i) sum.of[i] += scores.of[at + i];
}

}  // namespace

void NameFinder::mark(std::span<const Annotation> fixed) {
  fixed_.assign(view_.tokens.size(), symbols::none);
  for (const Annotation& a : fixed) std::fill(fixed_.begin() + a.first, fixed_.begin() + a.last, a.type);
  in_hit_.assign(view_.tokens.size(), false);
  for (const Hit& hit : view_.hits)
    if (view_.lexicon->entries()[hit.entry].type)
      for (std::uint32_t i = hit.first; i < hit.first + hit.length; ++i) in_hit_[i] = true;
}

bool NameFinder::may_be_name(std::uint32_t token) const {
  if (fixed_[token]) return false;
  if (in_hit_[token]) return true;
  const Token& t = view_.tokens[token];
  if (!t.has(kIsWord) || t.has(kInUrl)) return false;
  if (t.has(kFirstCapital | kMixedCase)) return true;
  return view_.classes(token).has(classes_->uncapitalised);
}

/// True if capitals tell nothing in the sentence: of its longer words only few are small.
bool NameFinder::is_headline(Sentence sentence) const {
  constexpr std::uint32_t kLongerWord = 4;  // bytes: short words are small in title case too
  std::uint32_t capital = 0, small = 0;
  for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
    const Token& token = view_.tokens[t];
    if (!token.has(kIsWord) || token.end - token.start < kLongerWord) continue;
    (token.has(kLower) ? small : capital) += 1;
  }
  return capital >= 3 && capital > 4 * small;
}

void NameFinder::find_runs(Sentence sentence) {
  for (std::uint32_t at = sentence.first; at < sentence.last; ++at) {
    if (!may_be_name(at)) continue;
    std::uint32_t last = at + 1;
    for (std::uint32_t next = last; next < sentence.last && next - last <= kConnectors && next - at < kLongestRun; ++next) {
      if (may_be_name(next)) last = next + 1;
      else if (fixed_[next] || !view_.classes(next).has(classes_->connector)) break;
    }
    runs_.push_back({at, last, sentence});
    at = last;
  }
}

void NameFinder::find_runs(std::span<const Sentence> sentences) {
  runs_.clear();
  headline_.assign(view_.tokens.size(), false);
  for (Sentence sentence : sentences) {
    if (is_headline(sentence)) std::fill(headline_.begin() + sentence.first, headline_.begin() + sentence.last, true);
    find_runs(sentence);
  }
}

/// A token with the flags that only the finder knows.
Token NameFinder::shaped(std::uint32_t at) const {
  Token token = view_.tokens[at];
  if (headline_[at]) token.flags |= kInHeadline;
  else if (token.has(kFirstCapital) && !token.has(kSentenceStart | kParagraphBefore)) token.flags |= kFreeCapital;
  return token;
}

/// Weighs the tokens from two before a run to two behind it.
void NameFinder::weigh(const Run& run) {
  std::uint32_t begin = run.first - std::min(2u, run.first - run.sentence.first);
  std::uint32_t end = std::min(run.last + 2, run.sentence.last);
  TypeScores inside;
  for (std::uint32_t t = begin; t < end; ++t) {
    scores_[t] = model_->token(*view_.lexicon, *view_.words, shaped(t), fixed_[t]);
    if (t < run.first || t >= run.last) continue;
    inside_sums_[t] = inside;
    add_position(scores_[t], Position::inside, inside);
  }
}

/// What the tokens of a candidate say.
TypeScores NameFinder::parts_of(std::uint32_t first, std::uint32_t last) const {
  TypeScores sum;
  if (last - first == 1) {
    add_position(scores_[first], Position::only, sum);
    return sum;
  }
  sum += model_->pair(view_.classes(first), view_.classes(last - 1));
  add_position(scores_[first], Position::first, sum);
  add_position(scores_[last - 1], Position::last, sum);
  for (std::size_t i = 0; i < kNameTypeCount; ++i)
    sum.of[i] += inside_sums_[last - 1].of[i] - inside_sums_[first + 1].of[i];
  return sum;
}

/// What the tokens beside a candidate say, as far as they stand in its sentence.
void NameFinder::add_neighbours(std::uint32_t first, std::uint32_t last, const Sentence& sentence, TypeScores& sum) const {
  if (first > sentence.first) add_position(scores_[first - 1], Position::before, sum);
  if (first > sentence.first + 1) add_position(scores_[first - 2], Position::before2, sum);
  if (last < sentence.last) add_position(scores_[last], Position::after, sum);
  if (last + 1 < sentence.last) add_position(scores_[last + 1], Position::after2, sum);
}

std::uint32_t NameFinder::hit_scores(std::uint32_t first, std::uint32_t length, TypeScores& sum,
                                     std::uint32_t (&known)[kNameTypeCount], bool (&strong)[kNameTypeCount]) const {
  std::uint32_t count = 0;
  bool told[kNameTypeCount][2] = {};
  for (const Hit& hit : view_.hits_at(first)) {
    const Entry& entry = view_.lexicon->entries()[hit.entry];
    if (hit.length != length || !entry.type) continue;
    auto type = static_cast<std::size_t>(std::find(std::begin(kNameTypes), std::end(kNameTypes), entry.type) - std::begin(kNameTypes));
    if (type == kNameTypeCount) continue;
    // A common surname alone does not tell who it is.
    bool tells = entry.type != symbols::person || entry.weak == 0;
    if (known[type] == Annotation::kUnknown && tells) known[type] = entry.entity;
    ++count;
    strong[type] |= entry.weak == 0;
    if (told[type][0] || told[type][entry.weak != 0]) continue;
    told[type][entry.weak != 0] = true;
    sum += model_->hit(view_.lexicon->entities()[entry.entity], entry.weak != 0);
  }
  return count;
}

/// The entries that are the candidate, or the candidate but for its legal suffix ("Ford Motor Co" of "Ford Motor").
std::uint32_t NameFinder::entry_scores(std::uint32_t first, std::uint32_t last, TypeScores& sum,
                                       std::uint32_t (&known)[kNameTypeCount], bool (&strong)[kNameTypeCount]) const {
  std::uint32_t hits = hit_scores(first, last - first, sum, known, strong);
  while (hits == 0 && last > first + 1 && view_.classes(last - 1).has(classes_->legal_suffix)) {
    --last;
    TypeScores body;
    hits = hit_scores(first, last - first, body, known, strong);
    if (strong[kOrg]) sum += body;
    std::fill(std::begin(strong), std::end(strong), false);
  }
  return hits;
}

/// Sums up all evidence on a candidate; false if it can be no name.
bool NameFinder::weigh(std::uint32_t first, std::uint32_t last, const Run& run, Candidate& candidate) const {
  if (!may_be_name(last - 1)) return false;
  auto& [begin, end, sum, known] = candidate;
  begin = first, end = last, sum = {};
  std::fill(std::begin(known), std::end(known), Annotation::kUnknown);
  bool strong[kNameTypeCount] = {};
  std::uint32_t hits = entry_scores(first, last, sum, known, strong);
  if (hits == 0 && view_.classes(first).has(classes_->connector)) return false;
  TypeScores parts = parts_of(first, last);
  const TypeScores &length = model_->length(last - first), &one = model_->length(1);
  // What a strong entry says outweighs whatever its parts and its length say against it ("United", "North").
  auto longer = static_cast<std::int32_t>(last - first - 1);
  for (std::size_t i = 0; i < kNameTypeCount; ++i) {
    if (strong[i]) sum.of[i] += std::max(parts.of[i], 0) + one.of[i] + longer * model_->longer().of[i];
    else if (known[i] != Annotation::kUnknown) sum.of[i] += std::max(parts.of[i], kLeastOfWeak) + length.of[i];
    else sum.of[i] += parts.of[i] + length.of[i];
  }
  add_neighbours(first, last, run.sentence, sum);
  if (second_round_) {
    sum += document_.evidence(*model_, view_, first, last);
    sum += beside_scores(first, last);
    for (std::size_t type = 0; type < kNameTypeCount; ++type)
      if (known[type] != Annotation::kUnknown && document_.has_known(known[type], first, last))
        sum.of[type] += model_->document(DocumentEvidence::known, type);
  }
  return true;
}

void NameFinder::consider(std::uint32_t first, std::uint32_t last, const Run& run, Choice& best) {
  Candidate candidate;
  if (!weigh(first, last, run, candidate)) return;
  const auto& [begin, end, sum, known] = candidate;
  const Choice& next = choices_[last - run.first];
  for (std::size_t type = 0; type < kNameTypeCount; ++type) {
    std::int32_t touching = next.last == 0 ? 0 : next.type == type ? model_->touching() : model_->touching() / 3;
    std::int32_t total = sum.of[type] + next.total + touching;
    if (sum.of[type] > 0 && total > best.total)
      best = {total, sum.of[type], last, known[type], static_cast<std::uint8_t>(type)};
  }
}

/// What the names of round one say that stand beside the candidate in a list: "A, B and C" are of one kind.
TypeScores NameFinder::beside_scores(std::uint32_t first, std::uint32_t last) const {
  TypeScores sum;
  auto joins = [&](std::uint32_t token) { return view_.classes(token).has(classes_->list_mark); };
  auto add = [&](std::uint8_t type) {
    if (type > 0) sum.of[type - 1u] += model_->document(DocumentEvidence::beside, type - 1u);
  };
  std::uint32_t next = last;
  while (next < view_.tokens.size() && next < last + 2 && joins(next)) ++next;
  if (next > last && next < view_.tokens.size()) add(starting_[next]);
  std::uint32_t before = first;
  while (before > 0 && before + 2 > first && joins(before - 1)) --before;
  if (before < first && before > 0) add(ending_[before - 1]);
  return sum;
}

void NameFinder::decode(const Run& run, std::vector<Annotation>& names) {
  auto [first, last, sentence] = run;
  choices_.assign(last - first + 1, {});
  for (std::uint32_t at = last; at-- > first;) {
    Choice best;
    best.total = choices_[at + 1 - first].total;
    if (may_be_name(at))
      for (std::uint32_t end = at + 1; end <= std::min(last, at + kLongestName); ++end) consider(at, end, run, best);
    choices_[at - first] = best;
  }
  for (std::uint32_t at = first; at < last;) {
    const Choice& choice = choices_[at - first];
    if (choice.last == 0) {
      ++at;
      continue;
    }
    Annotation name;
    name.first = at;
    name.last = choice.last;
    name.type = kNameTypes[choice.type];
    name.score = choice.score;
    name.known = choice.known;
    names.push_back(name);
    at = choice.last;
  }
}

/// Notes what a round found, for the next one.
void NameFinder::learn(const std::vector<Annotation>& names) {
  document_.clear();
  starting_.assign(view_.tokens.size(), 0);
  ending_.assign(view_.tokens.size(), 0);
  for (const Annotation& name : names) {
    document_.add(view_, *classes_, name);
    auto type = std::find(std::begin(kNameTypes), std::end(kNameTypes), name.type) - std::begin(kNameTypes);
    starting_[name.first] = ending_[name.last - 1] = static_cast<std::uint8_t>(1 + type);
  }
}

/// Capitals tell nothing in headlines: they are read once more with all that the text below them told.
void NameFinder::read_headlines_again(std::vector<Annotation>& names) {
  if (std::find(headline_.begin(), headline_.end(), true) == headline_.end()) return;
  learn(names);
  std::erase_if(names, [&](const Annotation& name) { return headline_[name.first]; });
  for (const Run& run : runs_)
    if (headline_[run.first]) decode(run, names);
  std::sort(names.begin(), names.end(), [](const Annotation& a, const Annotation& b) { return a.first < b.first; });
}

void NameFinder::run(const NameModel& model, const NameClasses& classes, const TextView& view,
                     std::span<const Sentence> sentences, std::span<const Annotation> fixed, Trace* trace,
                     std::vector<Annotation>& names) {
  model_ = &model;
  classes_ = &classes;
  view_ = view;
  trace_ = trace;
  mark(fixed);
  find_runs(sentences);
  scores_.resize(view_.tokens.size());
  inside_sums_.resize(view_.tokens.size());
  for (const Run& run : runs_) weigh(run);
  names.clear();
  second_round_ = false;
  for (const Run& run : runs_) decode(run, names);
  learn(names);
  names.clear();
  second_round_ = true;
  for (const Run& run : runs_) decode(run, names);
  read_headlines_again(names);
  if (trace_ && trace_->wants(TraceRecord::Kind::name)) tell(names);
}

}  // namespace liaison
