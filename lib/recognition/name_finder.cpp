#include "recognition/name_finder.h"

#include <bit>

namespace liaison {
namespace {

/// The score of what is no candidate.
constexpr std::int16_t kImpossible = -30000;

}  // namespace

// ---- Candidates

bool NameFinder::is_candidate(std::uint32_t first, std::uint32_t last) const {
  if (last - first > kLongestName || !may_be_name(first) || !may_be_name(last - 1) || ends_given_name(first)) return false;
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

std::span<const GivenFeature> NameFinder::given_to(std::uint32_t first, std::uint32_t last) const {
  if (given_.empty()) return {};
  auto at = std::lower_bound(given_.begin(), given_.end(), GivenFeature{first, last, {}});
  auto end = std::find_if(at, given_.end(), [&](const GivenFeature& g) { return g.first != first || g.last != last; });
  return {at, end};
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

/// Weighs a token in or beside a run, in some positions; it may lie beyond the sentence.
void NameFinder::weigh(const NameRun& run, std::int64_t token, std::uint32_t positions, Weighed& out) {
  auto weigh_in = [&](const auto& scores) {
    if (run.last - run.first == 1) {  // each has one position then
      auto position = static_cast<Position>(std::countr_zero(positions));
      out.at(position) = scores.at(position);
      return;
    }
    for (std::uint32_t rest = positions; rest != 0; rest &= rest - 1) {
      auto position = static_cast<Position>(std::countr_zero(rest));
      out.at(position) = scores.at(position);
    }
  };
  if (token < run.sentence.first || token >= run.sentence.last) {
    out.kind = 0;
    return weigh_in(model_->edge());
  }
  WeighedToken rows;
  model_->weigh(*view_.lexicon, *view_.words, traits_of(static_cast<std::uint32_t>(token)), unknown_, rows);
  out.kind = rows.kind;
  weigh_in(rows);
}

/// Weighs the tokens from two before a run to two behind it, in the positions that they have towards its candidates.
void NameFinder::weigh(const NameRun& run, WeighedRun& out) {
  auto length = static_cast<std::int32_t>(run.last - run.first);
  out.tokens.resize(run.last - run.first + std::size_t{4});
  for (std::int32_t place = -2; place < length + 2; ++place)
    weigh(run, std::int64_t{run.first} + place, positions_of(place, length - 1 - place), out.tokens[static_cast<std::size_t>(place + 2)]);
  prefetch_kinds(out);
  out.inside_sums.resize(run.last - run.first + std::size_t{1});
  if (length == 1) return;
  out.inside_sums[0] = {};
  for (std::size_t i = 0; i + 1 < out.inside_sums.size(); ++i) {
    out.inside_sums[i + 1] = out.inside_sums[i];
    if (i > 0 && i + 2 < out.inside_sums.size()) out.inside_sums[i + 1] += out.tokens[i + 2].at(Position::inside);
  }
}

/// Fetches what the kinds of a run's shortest and longest candidates will be looked up as.
void NameFinder::prefetch_kinds(const WeighedRun& run) const {
  auto prefetch_kinds_of = [&](std::size_t first, std::size_t last) {
    auto kind = [&](std::size_t place) { return run.tokens[place].kind; };
    model_->prefetch({kind(first - 2), kind(first - 1), kind(first), kind(last - 1), kind(last), kind(last + 1), PlaceKind::free,
                      kNoList, static_cast<std::uint32_t>(last - first)});
  };
  const std::size_t end = run.tokens.size() - 2;
  prefetch_kinds_of(2, end);
  if (end > 3) prefetch_kinds_of(2, 3), prefetch_kinds_of(end - 1, end);
}

/// Fetches what `weigh` will look at.
void NameFinder::prefetch(const NameRun& run) const {
  std::uint32_t first = run.first - std::min(2u, run.first - run.sentence.first);
  std::uint32_t last = std::min(run.last + 2, run.sentence.last);
  for (std::uint32_t t = first; t < last; ++t) model_->prefetch(view_.words->class_set(t), view_.tokens[t].flags, run.last - run.first > 1);
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
    sum += weighed_.inside_sums[static_cast<std::size_t>(end - 1)];
    sum -= weighed_.inside_sums[static_cast<std::size_t>(begin + 1)];
  }
  sum += weighed(begin - 1).at(name_features::before_of(length));
  sum += weighed(begin - 2).at(Position::before2);
  sum += weighed(end).at(name_features::after_of(length));
  sum += weighed(end + 1).at(Position::after2);
  Listed lists = listed(first, last);
  sum += model_->of_kinds({weighed(begin - 2).kind, weighed(begin - 1).kind, weighed(begin).kind, weighed(end - 1).kind,
                           weighed(end).kind, weighed(end + 1).kind, place_of(first), name_features::bucket_of(lists.whole), length});
  if (!view_.hits_at(first).empty()) add_lists(first, last, lists, sum);
  for (const GivenFeature& given : given_to(first, last)) sum += model_->of_given(given.feature);
  for (unsigned rest = marks_[first].cuts; rest != 0; rest &= rest - 1)
    sum += model_->of({Kind::cut, 0, 0, static_cast<std::uint16_t>(std::countr_zero(rest))});
  for (unsigned rest = last < marks_.size() ? marks_[last].cuts : 0u; rest != 0; rest &= rest - 1)
    sum += model_->of({Kind::cut, 0, 1, static_cast<std::uint16_t>(std::countr_zero(rest))});
  return sum;
}

/// True if a longer place of the lists stands at the beginning of the tokens: `Los Angeles Superior Court`.
bool NameFinder::begins_with_place(std::uint32_t first, std::uint32_t last) const {
  return std::ranges::any_of(view_.hits_at(first), [&](const Hit& hit) {
    return hit.type == symbols::gpe && !hit.weak && hit.length > 1 && hit.length < last - first;
  });
}

/// True if the tokens first … last may be a name by the one that they begin with: a capital, or a particle of a surname.
bool NameFinder::may_begin(std::uint32_t first, std::uint32_t last) const {
  if (marks_[first].leads) return true;
  if (!marks_[first].may_be_name) return false;
  if (!is(NameClasses::kConnector, first)) return true;
  return (last - first > 1 && is(NameClasses::kLeading, first)) || entries_of(first, last) != 0 || begins_with_place(first, last);
}

void NameFinder::score(const NameRun& run) {
  TypeScores impossible;
  impossible.of.fill(kImpossible);
  for (std::uint32_t first = run.first; first < run.last; ++first) {
    TypeScores* out = &scores_[number_of(run, first, first + 1)];
    for (std::uint32_t last = first + 1; last <= std::min(run.last, first + kLongestName); ++last, ++out) {
      bool candidate = marks_[last - 1].may_be_name && may_begin(first, last);
      *out = candidate ? score_of(run, first, last) : impossible;
    }
  }
}

/// True if the token and the one beside it are a name that was found elsewhere: then it is no short form of one.
bool NameFinder::lies_in_name_found(const NameRun& run, std::uint32_t token) const {
  return (token + 1 < run.last && document_.was_found(view_, token, token + 2)) ||
         (token > run.first && document_.was_found(view_, token - 1, token + 1));
}

/// Adds what the document says of one candidate. True if it says anything.
bool NameFinder::add_document(const NameRun& run, std::uint32_t first, std::uint32_t last, std::uint64_t key, TypeScores& sum) const {
  bool any = false, several = last - first > 1;
  auto tell = [&](DocumentEvidence evidence, std::size_t type, std::size_t level) {
    if (is_part(evidence) && last - first == 1 && lies_in_name_found(run, first)) return;
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
        any |= add_document(run, first, last, key, sum);
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
  document_.learn(view_, *classes_, names, acronyms_);
  std::erase_if(names, [&](const Annotation& name) { return marks_[name.first].headline; });
  for (const NameRun& run : runs_) {
    if (!marks_[run.first].headline) continue;
    add_document(run);
    decode(run, told_, names);
  }
  std::sort(names.begin(), names.end(), [](const Annotation& a, const Annotation& b) { return a.first < b.first; });
}

/// Gives the occurrences of a name one type, by what all score and by longer names that it is a part of.
void NameFinder::agree(const std::vector<TypeScores>& scores, std::vector<Annotation>& names) {
  agreement_.clear();
  std::size_t run = 0;
  for (std::uint32_t i = 0; i < names.size(); ++i) {
    const Annotation& name = names[i];
    while (runs_[run].last <= name.first) ++run;
    agreement_.add(DocumentNames::key_of(view_, name.first, name.last), i, scores[number_of(runs_[run], name.first, name.last)]);
    if (name.last - name.first < 2) continue;
    constexpr std::size_t kPerson = 0;
    static_assert(kNameTypes[kPerson] == symbols::person);
    const std::uint32_t end = DocumentNames::end_of_surname(view_, *classes_, name);
    if (name.type == symbols::person) agreement_.support(DocumentNames::key_of(view_, end - 1, end), kPerson);
    if (name.type == symbols::org) agreement_.oppose(DocumentNames::key_of(view_, name.first, name.first + 1), kPerson);
  }
  for (auto [at, type] : agreement_.changes()) {
    Annotation& name = names[at];
    name.type = kNameTypes[type];
    name.known = known_entity(name.first, name.last, type);
  }
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
  for (std::size_t i = 0; i <= runs_.size(); ++i) {
    if (i + kAhead < runs_.size()) prefetch(runs_[i + kAhead]);
    if (i < runs_.size()) weigh(runs_[i], next_weighed_);
    if (i > 0) score(runs_[i - 1]);
    std::swap(weighed_, next_weighed_);
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
  agree(scores_, names);
  document_.learn(view_, *classes_, names, acronyms_);
}

void NameFinder::run(const NameModel& model, const NameClasses& classes, const TextView& view,
                     std::span<const Sentence> sentences, std::span<const Annotation> fixed, Trace* trace,
                     std::vector<Annotation>& names) {
  run_first_round(model, classes, view, sentences, fixed, first_names_);
  trace_ = trace;
  read_again(names);
  read_headlines_again(names);
  agree(told_, names);
  // "Argentine" is an adjective to all that comes after, although it competed with names.
  std::erase_if(names, [&](const Annotation& name) {
    return name.type == symbols::misc && name.last - name.first == 1 && view_.classes(name.first).has(classes_->nationality);
  });
  if (trace_ && trace_->wants(TraceRecord::Kind::name)) tell(names);
}

}  // namespace liaison
