#include "recognition/name_finder.h"

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
  fixed_.assign(view_.tokens.size(), symbols::none);
  for (const Annotation& a : fixed) std::fill(fixed_.begin() + a.first, fixed_.begin() + a.last, a.type);
  lists_.assign(view_.tokens.size(), 0);
  cuts_.assign(view_.tokens.size(), 0);
  for (const Hit& hit : view_.hits) {
    const Entry& entry = view_.lexicon->entries()[hit.entry];
    std::size_t type = name_type_index(entry.type());
    if (type == kNameTypeCount) continue;
    auto bit = static_cast<std::uint16_t>(1u << (2 * type + (entry.is_weak != 0)));
    for (std::uint32_t i = hit.first; i < hit.first + hit.length; ++i) {
      lists_[i] |= bit;
      if (i > hit.first && !entry.is_weak) cuts_[i] = static_cast<std::uint8_t>(cuts_[i] | 1u << type);
    }
  }
}

bool NameFinder::may_be_name(std::uint32_t token) const {
  if (fixed_[token]) return false;
  if (lists_[token]) return true;
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
    auto candidates = static_cast<std::uint32_t>(scores_.size());
    runs_.push_back({at, last, sentence, candidates});
    scores_.resize(candidates + std::size_t{last - at} * kLongestName);
    at = last;
  }
}

void NameFinder::find_runs(std::span<const Sentence> sentences) {
  runs_.clear();
  scores_.clear();
  headline_.assign(view_.tokens.size(), false);
  for (Sentence sentence : sentences) {
    if (is_headline(sentence)) std::fill(headline_.begin() + sentence.first, headline_.begin() + sentence.last, true);
    find_runs(sentence);
  }
}

bool NameFinder::is_candidate(std::uint32_t first, std::uint32_t last) const {
  if (last - first > kLongestName || !may_be_name(first) || !may_be_name(last - 1)) return false;
  return !view_.classes(first).has(classes_->connector) || entries_of(first, last) != 0;
}

std::uint32_t NameFinder::number_of(const NameRun& run, std::uint32_t first, std::uint32_t last) const {
  return run.candidate + (first - run.first) * kLongestName + (last - first - 1);
}

std::uint16_t NameFinder::entries_of(std::uint32_t first, std::uint32_t last) const {
  std::uint16_t out = 0;
  for (const Hit& hit : view_.hits_at(first)) {
    if (hit.length < last - first) break;
    const Entry& entry = view_.lexicon->entries()[hit.entry];
    std::size_t type = hit.length == last - first ? name_type_index(entry.type()) : kNameTypeCount;
    if (type < kNameTypeCount) out = static_cast<std::uint16_t>(out | 1u << (2 * type + (entry.is_weak != 0)));
  }
  return out;
}

/// The entries that the tokens are, or that they are but for a legal suffix ("Ford Motor Co" of "Ford Motor").
NameFinder::Listed NameFinder::listed(std::uint32_t first, std::uint32_t last) const {
  Listed out;
  if (lists_[first]) out.whole = entries_of(first, last);
  while (out.body == 0 && last > first + 1 && view_.classes(last - 1).has(classes_->legal_suffix))
    out.body = entries_of(first, --last);
  return out;
}

// ---- Scores

TokenTraits NameFinder::traits_of(std::uint32_t t) const {
  const Token& token = view_.tokens[t];
  TokenTraits out{token.word, token.flags, lists_[t], fixed_[t]};
  if (headline_[t]) out.flags |= kInHeadline;
  else if (token.has(kFirstCapital) && !token.has(kSentenceStart | kParagraphBefore)) out.flags |= kFreeCapital;
  // "Chairman" and "chairman" beside a name are the same.
  if (out.annotation) out.flags &= ~(kLower | kCapitalised | kAllCaps | kMixedCase | kOneCapital | kInHeadline | kFreeCapital);
  return out;
}

/// Weighs the tokens from two before a run to two behind it.
void NameFinder::weigh(const NameRun& run) {
  weighed_first_ = run.first - std::min(2u, run.first - run.sentence.first);
  std::uint32_t end = std::min(run.last + 2, run.sentence.last);
  weighed_.resize(end - weighed_first_);
  inside_sums_.resize(end - weighed_first_ + 1);
  inside_sums_[0] = {};
  for (std::uint32_t i = 0; i < weighed_.size(); ++i) {
    model_->weigh(*view_.lexicon, *view_.words, traits_of(weighed_first_ + i), weighed_[i]);
    inside_sums_[i + 1] = inside_sums_[i];
    inside_sums_[i + 1] += weighed_[i].scores.at(Position::inside);
  }
}

TypeScores NameFinder::score_of(const NameRun& run, std::uint32_t first, std::uint32_t last) const {
  TypeScores sum;
  std::uint32_t length = last - first;
  if (length == 1) sum = weighed(first).scores.at(Position::only);
  else {
    sum = weighed(first).scores.at(Position::first);
    sum += weighed(last - 1).scores.at(Position::last);
    sum += inside_sums_[last - 1 - weighed_first_];
    sum -= inside_sums_[first + 1 - weighed_first_];
  }
  auto beside = [&](bool there, std::uint32_t token, Position position) {
    sum += there ? weighed(token).scores.at(position) : model_->edge().at(position);
  };
  beside(first > run.sentence.first, first - 1, name_features::before_of(length));
  beside(first > run.sentence.first + 1, first - 2, Position::before2);
  beside(last < run.sentence.last, last, name_features::after_of(length));
  beside(last + 1 < run.sentence.last, last + 1, Position::after2);
  each_whole_feature(run, first, last, [&](const Feature& f) {
    sum += f.kind == Feature::Kind::subtype ? model_->of_subtype(Symbol{f.a}, f.b != 0) : model_->of(f);
  });
  return sum;
}

void NameFinder::score(const NameRun& run) {
  TypeScores impossible;
  impossible.of.fill(kImpossible);
  for (std::uint32_t first = run.first; first < run.last; ++first)
    for (std::uint32_t last = first + 1; last <= std::min(run.last, first + kLongestName); ++last)
      scores_[number_of(run, first, last)] = is_candidate(first, last) ? score_of(run, first, last) : impossible;
}

/// Adds what the document says of the candidates of a run.
void NameFinder::add_document(const NameRun& run) {
  for (std::uint32_t first = run.first; first < run.last; ++first)
    for (std::uint32_t last = first + 1; last <= std::min(run.last, first + kLongestName); ++last) {
      std::uint32_t number = number_of(run, first, last);
      told_[number] = scores_[number];
      if (scores_[number].of[0] == kImpossible) continue;
      each_document_feature(first, last, [&](const Feature& f) { told_[number] += model_->of(f); });
    }
}

// ---- The best path

/// The entity that a name stands for, if the gazetteers have it: of strong entries the first, else of weak ones. A
/// common surname alone does not tell who it is.
std::uint32_t NameFinder::known_entity(std::uint32_t first, std::uint32_t last, std::size_t type) const {
  std::uint32_t weak = Annotation::kUnknown;
  for (;; --last) {
    for (const Hit& hit : view_.hits_at(first)) {
      const Entry& entry = view_.lexicon->entries()[hit.entry];
      if (hit.length != last - first || entry.type() != kNameTypes[type]) continue;
      if (!entry.is_weak) return entry.of;
      if (entry.type() != symbols::person && weak == Annotation::kUnknown) weak = entry.of;
    }
    if (weak != Annotation::kUnknown || last == first + 1 || !view_.classes(last - 1).has(classes_->legal_suffix)) return weak;
  }
}

void NameFinder::decode(const NameRun& run, std::vector<Annotation>& names) {
  choices_.assign(run.last - run.first + 1, {});
  for (std::uint32_t at = run.last; at-- > run.first;) {
    Choice best;
    best.total = choices_[at + 1 - run.first].total;
    for (std::uint32_t end = at + 1; end <= std::min(run.last, at + kLongestName); ++end) {
      const TypeScores& scores = told_[number_of(run, at, end)];
      for (std::uint8_t type = 0; type < kNameTypeCount; ++type) {
        std::int32_t total = scores.of[type] + choices_[end - run.first].total;
        if (scores.of[type] > 0 && total > best.total) best = {total, scores.of[type], type, end};
      }
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

/// Capitals tell nothing in headlines: they are read once more with all that the text below them told.
void NameFinder::read_headlines_again(std::vector<Annotation>& names) {
  if (std::find(headline_.begin(), headline_.end(), true) == headline_.end()) return;
  document_.learn(view_, *classes_, names);
  std::erase_if(names, [&](const Annotation& name) { return headline_[name.first]; });
  for (const NameRun& run : runs_) {
    if (!headline_[run.first]) continue;
    add_document(run);
    decode(run, names);
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
  for (const NameRun& run : runs_) weigh(run), score(run);
  told_ = scores_;
}

void NameFinder::run_first_round(const NameModel& model, const NameClasses& classes, const TextView& view,
                                 std::span<const Sentence> sentences, std::span<const Annotation> fixed,
                                 std::vector<Annotation>& names) {
  prepare(model, classes, view, sentences, fixed, nullptr);
  names.clear();
  for (const NameRun& run : runs_) decode(run, names);
  document_.learn(view_, *classes_, names);
}

void NameFinder::run(const NameModel& model, const NameClasses& classes, const TextView& view,
                     std::span<const Sentence> sentences, std::span<const Annotation> fixed, Trace* trace,
                     std::vector<Annotation>& names) {
  run_first_round(model, classes, view, sentences, fixed, names);
  trace_ = trace;
  names.clear();
  for (const NameRun& run : runs_) add_document(run), decode(run, names);
  read_headlines_again(names);
  // "Argentine" is an adjective to all that comes after, although it competed with names.
  std::erase_if(names, [&](const Annotation& name) {
    return name.type == symbols::misc && name.last - name.first == 1 && view_.classes(name.first).has(classes_->nationality);
  });
  if (trace_ && trace_->wants(TraceRecord::Kind::name)) tell(names);
}

}  // namespace liaison
