#include "recognition/name_finder.h"

#include <bit>

namespace liaison {
namespace {

/// The longest run that is read as one piece.
constexpr std::uint32_t kLongestRun = 40;
/// How many connecting words may stand between two capitalised ones ("Bank of the West").
constexpr std::uint32_t kConnectors = 3;
/// The score of what is no candidate.
constexpr std::int16_t kImpossible = -30000;

}  // namespace

// ---- Candidates

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

bool NameFinder::is_candidate(std::uint32_t first, std::uint32_t last) const {
  if (last - first > kLongestName || !may_be_name(first) || !may_be_name(last - 1)) return false;
  return !is(NameClasses::kConnector, first) || entries_of(first, last) != 0;
}

std::uint32_t NameFinder::number_of(const NameRun& run, std::uint32_t first, std::uint32_t last) const {
  return run.candidate + (first - run.first) * std::min(run.last - run.first, kLongestName) + (last - first - 1);
}

std::uint16_t NameFinder::entries_of(std::uint32_t first, std::uint32_t last) const {
  std::uint16_t out = 0;
  for (const Hit& hit : view_.hits_at(first)) {
    if (hit.length < last - first) break;
    std::size_t type = hit.length == last - first ? name_type_index(hit.type) : kNameTypeCount;
    if (type < kNameTypeCount) out = static_cast<std::uint16_t>(out | 1u << (2 * type + hit.weak));
  }
  return out;
}

/// The entries that the tokens are, or that they are but for a legal suffix ("Ford Motor Co" of "Ford Motor").
NameFinder::Listed NameFinder::listed(std::uint32_t first, std::uint32_t last) const {
  Listed out;
  if (view_.hits_at(first).empty()) return out;
  out.whole = entries_of(first, last);
  while (out.body == 0 && last > first + 1 && is(NameClasses::kLegalSuffix, last - 1)) out.body = entries_of(first, --last);
  return out;
}

// ---- Scores

TokenTraits NameFinder::traits_of(std::uint32_t t) const {
  const Token& token = view_.tokens[t];
  const Mark& mark = marks_[t];
  TokenTraits out{view_.words->class_set(t), token.flags, mark.lists, mark.annotation};
  if (mark.headline) out.flags |= kInHeadline;
  else if (token.has(kFirstCapital) && !token.has(kSentenceStart | kParagraphBefore)) out.flags |= kFreeCapital;
  // "Chairman" and "chairman" beside a name are the same.
  if (out.annotation) out.flags &= ~(kLower | kCapitalised | kAllCaps | kMixedCase | kOneCapital | kInHeadline | kFreeCapital);
  return out;
}

namespace {

constexpr std::uint32_t bit(Position position) { return 1u << static_cast<std::uint32_t>(position); }

/// The positions that a token can have towards the candidates of a run. `before` and `behind`: how many tokens of the run
/// stand on either side of it; of a token outside of the run one of them is negative, −1 next to it.
std::uint32_t positions_of(std::int32_t before, std::int32_t behind) {
  std::uint32_t out = 0;
  if (before >= 0 && behind >= 0) out |= bit(Position::only);
  if (before >= 0 && behind >= 1) out |= bit(Position::first);
  if (before >= 1 && behind >= 0) out |= bit(Position::last);
  if (before >= 1 && behind >= 1) out |= bit(Position::inside);
  if (before >= -1) {
    if (behind >= 1) out |= bit(Position::before_one);
    if (behind >= 2) out |= bit(Position::before_two);
    if (behind >= 3) out |= bit(Position::before_more);
  }
  if (behind >= 2) out |= bit(Position::before2);
  if (behind >= -1) {
    if (before >= 1) out |= bit(Position::after_one);
    if (before >= 2) out |= bit(Position::after_two);
    if (before >= 3) out |= bit(Position::after_more);
  }
  if (before >= 2) out |= bit(Position::after2);
  return out;
}

}  // namespace

/// Weighs the tokens from two before a run to two behind it, in the positions that they have towards its candidates.
void NameFinder::weigh(const NameRun& run) {
  auto length = static_cast<std::int32_t>(run.last - run.first);
  weighed_.resize(run.last - run.first + std::size_t{4});
  inside_sums_.resize(run.last - run.first + std::size_t{1});
  for (std::int32_t place = -2; place < length + 2; ++place) {
    Weighed& out = weighed_[static_cast<std::size_t>(place + 2)];
    std::int64_t token = std::int64_t{run.first} + place;
    if (token < run.sentence.first || token >= run.sentence.last) {
      out.kind = 0;
      for (std::size_t i = 0; i < kPositionCount; ++i) out.scores[i] = model_->edge().at(static_cast<Position>(i));
      continue;
    }
    WeighedToken rows;
    model_->weigh(*view_.lexicon, *view_.words, traits_of(static_cast<std::uint32_t>(token)), unknown_, rows);
    out.kind = rows.kind;
    for (std::uint32_t rest = positions_of(place, length - 1 - place); rest != 0; rest &= rest - 1) {
      auto position = std::countr_zero(rest);
      out.scores[static_cast<std::size_t>(position)] = rows.at(static_cast<Position>(position));
    }
  }
  inside_sums_[0] = {};
  for (std::int32_t place = 0; place < length; ++place) {
    TypeScores& sum = inside_sums_[static_cast<std::size_t>(place + 1)];
    sum = inside_sums_[static_cast<std::size_t>(place)];
    if (place > 0 && place + 1 < length) sum += weighed(place).at(Position::inside);
  }
}

/// Fetches what `weigh` will look at.
void NameFinder::prefetch(const NameRun& run) const {
  std::uint32_t first = run.first - std::min(2u, run.first - run.sentence.first);
  std::uint32_t last = std::min(run.last + 2, run.sentence.last);
  for (std::uint32_t t = first; t < last; ++t) model_->prefetch(view_.words->class_set(t), run.last - run.first > 1);
}

PlaceKind NameFinder::place_of(std::uint32_t token) const {
  if (marks_[token].headline) return PlaceKind::headline;
  return view_.tokens[token].has(kSentenceStart | kParagraphBefore) ? PlaceKind::start : PlaceKind::free;
}

/// Adds what the lists say of a candidate as a whole.
void NameFinder::add_lists(std::uint32_t first, std::uint32_t last, Listed lists, TypeScores& sum) const {
  using Kind = Feature::Kind;
  std::uint32_t length = last - first;
  auto tokens = static_cast<std::uint16_t>(std::min<std::uint32_t>(length, kMaxHitLength));
  for (unsigned rest = lists.whole; rest != 0; rest &= rest - 1)
    sum += model_->of({Kind::hit, 0, static_cast<std::uint16_t>(std::countr_zero(rest)), tokens});
  for (unsigned rest = lists.body; rest != 0; rest &= rest - 1)
    sum += model_->of({Kind::body, 0, static_cast<std::uint16_t>(std::countr_zero(rest))});
  for (const Hit& hit : view_.hits_at(first)) {
    if (hit.length != length || !hit.type) continue;
    Symbol subtype = view_.lexicon->entities()[view_.lexicon->entries()[hit.entry].of].subtype;
    if (subtype) sum += model_->of_subtype(subtype, hit.weak);
  }
}

/// The sum of all features that `each_feature` tells, by way of the sums that the model has of them.
TypeScores NameFinder::score_of(const NameRun& run, std::uint32_t first, std::uint32_t last) const {
  using Kind = Feature::Kind;
  TypeScores sum;
  std::uint32_t length = last - first;
  auto begin = static_cast<std::int32_t>(first - run.first), end = static_cast<std::int32_t>(last - run.first);
  if (length == 1) sum = weighed(begin).at(Position::only);
  else {
    sum = weighed(begin).at(Position::first);
    sum += weighed(end - 1).at(Position::last);
    sum += inside_sums_[static_cast<std::size_t>(end - 1)];
    sum -= inside_sums_[static_cast<std::size_t>(begin + 1)];
  }
  sum += weighed(begin - 1).at(name_features::before_of(length));
  sum += weighed(begin - 2).at(Position::before2);
  sum += weighed(end).at(name_features::after_of(length));
  sum += weighed(end + 1).at(Position::after2);
  Listed lists = listed(first, last);
  sum += model_->of_kinds({weighed(begin - 2).kind, weighed(begin - 1).kind, weighed(begin).kind, weighed(end - 1).kind,
                           weighed(end).kind, weighed(end + 1).kind, place_of(first), name_features::bucket_of(lists.whole), length});
  if (!view_.hits_at(first).empty()) add_lists(first, last, lists, sum);
  for (unsigned rest = marks_[first].cuts; rest != 0; rest &= rest - 1)
    sum += model_->of({Kind::cut, 0, 0, static_cast<std::uint16_t>(std::countr_zero(rest))});
  for (unsigned rest = last < marks_.size() ? marks_[last].cuts : 0u; rest != 0; rest &= rest - 1)
    sum += model_->of({Kind::cut, 0, 1, static_cast<std::uint16_t>(std::countr_zero(rest))});
  return sum;
}

void NameFinder::score(const NameRun& run) {
  TypeScores impossible;
  impossible.of.fill(kImpossible);
  for (std::uint32_t first = run.first; first < run.last; ++first) {
    bool begins = marks_[first].may_be_name, connector = begins && is(NameClasses::kConnector, first);
    TypeScores* out = &scores_[number_of(run, first, first + 1)];
    for (std::uint32_t last = first + 1; last <= std::min(run.last, first + kLongestName); ++last, ++out) {
      bool candidate = begins && marks_[last - 1].may_be_name && (!connector || entries_of(first, last) != 0);
      *out = candidate ? score_of(run, first, last) : impossible;
    }
  }
}

/// Adds what the document says of one candidate. True if it says anything.
bool NameFinder::add_document(std::uint32_t first, std::uint32_t last, std::uint64_t key, TypeScores& sum) const {
  bool any = false, several = last - first > 1;
  auto tell = [&](DocumentEvidence evidence, std::size_t type, std::size_t level) {
    sum += model_->of_document(evidence, type, level, several);
    any = true;
  };
  document_.evidence(key, view_, first, last, tell);
  for (const Hit& hit : view_.hits_at(first)) {
    std::size_t type = name_type_index(hit.type);
    if (hit.length != last - first || type == kNameTypeCount || (hit.type == symbols::person && hit.weak)) continue;
    if (std::uint16_t level = document_.level_of(view_.lexicon->entries()[hit.entry].of, first, last))
      tell(DocumentEvidence::known, type, level);
  }
  return any;
}

/// Adds what the document says of the candidates of a run. False if it says nothing.
bool NameFinder::add_document(const NameRun& run) {
  std::uint8_t behind[kLongestRun + 1];  // for each end of a candidate: the name beside it in a list
  bool any = false;
  for (std::uint32_t last = run.first + 1; last <= run.last; ++last)
    behind[last - run.first] = document_.beside_end(view_, *classes_, last);
  for (std::uint32_t first = run.first; first < run.last; ++first) {
    std::uint8_t before = document_.beside_start(view_, *classes_, first);
    std::uint64_t key = DocumentNames::kNoTokens;
    for (std::uint32_t last = first + 1; last <= std::min(run.last, first + kLongestName); ++last) {
      std::uint32_t number = number_of(run, first, last);
      TypeScores sum = scores_[number];
      key = DocumentNames::extend(key, view_.tokens[last - 1].word);
      if (sum.of[0] != kImpossible) {
        any |= add_document(first, last, key, sum);
        for (std::uint8_t type : {behind[last - run.first], before}) {
          if (type == 0) continue;
          sum += model_->of_document(DocumentEvidence::beside, type - std::size_t{1}, 1, last - first > 1);
          any = true;
        }
      }
      told_[number] = sum;
    }
  }
  return any;
}

// ---- The best path

/// The entity that a name stands for, if the gazetteers have it: of strong entries the first, else of weak ones. A
/// common surname alone does not tell who it is.
std::uint32_t NameFinder::known_entity(std::uint32_t first, std::uint32_t last, std::size_t type) const {
  std::uint32_t weak = Annotation::kUnknown;
  auto entity_of = [&](const Hit& hit) { return view_.lexicon->entries()[hit.entry].of; };
  if (view_.hits_at(first).empty()) return weak;
  for (;; --last) {
    for (const Hit& hit : view_.hits_at(first)) {
      if (hit.length != last - first || hit.type != kNameTypes[type]) continue;
      if (!hit.weak) return entity_of(hit);
      if (hit.type != symbols::person && weak == Annotation::kUnknown) weak = entity_of(hit);
    }
    if (weak != Annotation::kUnknown || last == first + 1 || !is(NameClasses::kLegalSuffix, last - 1)) return weak;
  }
}

void NameFinder::decode(const NameRun& run, const std::vector<TypeScores>& scores, std::vector<Annotation>& names) {
  choices_.resize(run.last - run.first + 1);
  choices_.back() = {};
  for (std::uint32_t at = run.last; at-- > run.first;) {
    Choice best;
    best.total = choices_[at + 1 - run.first].total;
    const TypeScores* score = &scores[number_of(run, at, at + 1)];
    for (std::uint32_t end = at + 1; end <= std::min(run.last, at + kLongestName); ++end, ++score) {
      std::size_t type = 0;
      for (std::size_t other = 1; other < kNameTypeCount; ++other)
        if (score->of[other] > score->of[type]) type = other;
      std::int32_t total = score->of[type] + choices_[end - run.first].total;
      if (score->of[type] > 0 && total > best.total) best = {total, score->of[type], static_cast<std::uint8_t>(type), end};
    }
    choices_[at - run.first] = best;
  }
  for (std::uint32_t at = run.first; at < run.last;) {
    const Choice& choice = choices_[at - run.first];
    if (choice.last == 0) {
      ++at;
      continue;
    }
    Annotation name;
    name.first = at;
    name.last = choice.last;
    name.type = kNameTypes[choice.type];
    name.score = choice.score;
    name.known = known_entity(at, choice.last, choice.type);
    names.push_back(name);
    at = choice.last;
  }
}

/// Reads all runs with what round one found. Where that says nothing, the names are those of round one.
void NameFinder::read_again(std::vector<Annotation>& names) {
  told_.resize(scores_.size());
  names.clear();
  for (std::size_t i = 0; i < runs_.size(); ++i) {
    if (add_document(runs_[i])) {
      decode(runs_[i], told_, names);
      continue;
    }
    std::size_t last = i + 1 < runs_.size() ? runs_[i + 1].name : first_names_.size();
    names.insert(names.end(), first_names_.begin() + runs_[i].name, first_names_.begin() + static_cast<std::ptrdiff_t>(last));
  }
}

/// Capitals tell nothing in headlines: they are read once more with all that the text below them told.
void NameFinder::read_headlines_again(std::vector<Annotation>& names) {
  if (!any_headline_) return;
  document_.learn(view_, *classes_, names);
  std::erase_if(names, [&](const Annotation& name) { return marks_[name.first].headline; });
  for (const NameRun& run : runs_) {
    if (!marks_[run.first].headline) continue;
    add_document(run);
    decode(run, told_, names);
  }
  std::sort(names.begin(), names.end(), [](const Annotation& a, const Annotation& b) { return a.first < b.first; });
}

void NameFinder::prepare(const NameModel& model, const NameClasses& classes, const TextView& view,
                         std::span<const Sentence> sentences, std::span<const Annotation> fixed, Trace* trace) {
  model_ = &model;
  classes_ = &classes;
  view_ = view;
  trace_ = trace;
  mark(fixed);
  find_runs(sentences);
  constexpr std::size_t kAhead = 3;  // runs
  for (std::size_t i = 0; i < runs_.size(); ++i) {
    if (i + kAhead < runs_.size()) prefetch(runs_[i + kAhead]);
    weigh(runs_[i]);
    score(runs_[i]);
  }
}

void NameFinder::run_first_round(const NameModel& model, const NameClasses& classes, const TextView& view,
                                 std::span<const Sentence> sentences, std::span<const Annotation> fixed,
                                 std::vector<Annotation>& names) {
  prepare(model, classes, view, sentences, fixed, nullptr);
  names.clear();
  for (NameRun& run : runs_) {
    run.name = static_cast<std::uint32_t>(names.size());
    decode(run, scores_, names);
  }
  document_.learn(view_, *classes_, names);
}

void NameFinder::run(const NameModel& model, const NameClasses& classes, const TextView& view,
                     std::span<const Sentence> sentences, std::span<const Annotation> fixed, Trace* trace,
                     std::vector<Annotation>& names) {
  run_first_round(model, classes, view, sentences, fixed, first_names_);
  trace_ = trace;
  read_again(names);
  read_headlines_again(names);
  // "Argentine" is an adjective to all that comes after, although it competed with names.
  std::erase_if(names, [&](const Annotation& name) {
    return name.type == symbols::misc && name.last - name.first == 1 && view_.classes(name.first).has(classes_->nationality);
  });
  if (trace_ && trace_->wants(TraceRecord::Kind::name)) tell(names);
}

}  // namespace liaison
