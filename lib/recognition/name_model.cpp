#include "recognition/name_model.h"

#include <algorithm>

#include "lexicon/unique_number.h"
#include "recognition/feature_text.h"

namespace liaison {
namespace {

void add(TypeScores& sum, const Weight& weight) {
  for (std::size_t i = 0; i < kNameTypeCount; ++i) sum.of[i] = static_cast<std::int16_t>(sum.of[i] + weight.scores[i]);
}

void add(TokenScores& sum, const Weight& weight) {
  auto position = static_cast<Position>(weight.feature.position);
  TypeScores at = sum.at(position);
  add(at, weight);
  sum.set(position, at);
}

/// Where the features of each kind lie in one table: for each a, b and c a slot.
struct Block {
  Feature::Kind kind;
  std::size_t a, b, c, positions;
};
constexpr Block kBlocks[] = {
    {Feature::Kind::length, kMaxLength + 1, 1, 1, 1},
    {Feature::Kind::hit, 2 * kNameTypeCount, kMaxHitLength + 1, 1, 1},
    {Feature::Kind::body, 2 * kNameTypeCount, 1, 1, 1},
    {Feature::Kind::cut, 2, kNameTypeCount, 1, 1},
    {Feature::Kind::pair, kKindCount, kKindCount, 1, 1},
    {Feature::Kind::enter, kKindCount, kKindCount, 1, 1},
    {Feature::Kind::leave, kKindCount, kKindCount, 1, 1},
    {Feature::Kind::place, kKindCount, kPlaceKindCount, 2, 1},
    {Feature::Kind::ahead, kKindCount, kKindCount, 1, 1},
    {Feature::Kind::behind, kKindCount, kKindCount, 1, 1},
    {Feature::Kind::around, kKindCount, kKindCount, kMaxHitLength + 1, 1},
    {Feature::Kind::listed, 4, kKindCount, kListBucketCount, 1},
    {Feature::Kind::document, kDocumentEvidenceCount, kNameTypeCount, kLevelCount + 1, 2},
};

constexpr std::size_t size_of(const Block& block) { return block.a * block.b * block.c * block.positions; }

constexpr std::size_t slot_count() {
  std::size_t sum = 1;  // slot 0 is that of all features without weights
  for (const Block& block : kBlocks) sum += size_of(block);
  return sum;
}

}  // namespace

std::size_t NameModel::slot(const Feature& f) {
  std::size_t base = 1;
  for (const Block& block : kBlocks) {
    if (block.kind == f.kind) {
      if (f.a >= block.a || f.b >= block.b || f.c >= block.c || f.position >= block.positions) return 0;
      return base + ((f.a * block.b + f.b) * block.c + f.c) * block.positions + f.position;
    }
    base += size_of(block);
  }
  return 0;
}

const TypeScores& NameModel::of(const Feature& feature) const { return sums_[slot(feature)]; }

namespace {

/// The key of a feature that is told by a symbol.
std::uint32_t key_of(const Feature& f) {
  return f.kind == Feature::Kind::given ? std::uint32_t{1} << 20 | f.a : f.a * 2u + f.b;
}

template <class Pairs>
auto find_key(Pairs& pairs, std::uint32_t key) {
  return std::lower_bound(pairs.begin(), pairs.end(), key, [](const auto& x, std::uint32_t k) { return x.first < k; });
}

}  // namespace

const TypeScores& NameModel::of_symbol(const Feature& feature) const {
  std::uint32_t key = key_of(feature);
  auto at = find_key(by_symbol_, key);
  return at != by_symbol_.end() && at->first == key ? at->second : sums_[0];
}

const TypeScores& NameModel::of_subtype(Symbol subtype, bool weak) const {
  return of_symbol({Feature::Kind::subtype, 0, subtype.id, weak});
}

const TypeScores& NameModel::of_given(Symbol feature) const { return of_symbol({Feature::Kind::given, 0, feature.id}); }

std::size_t NameModel::case_of(std::uint32_t flags) {
  static_assert(kLower == 1u << 4 && kHasDigit == 1u << 9);
  return flags >> 4 & 0x3f;
}

std::size_t NameModel::place_of(std::uint32_t flags) {
  static_assert(kIsNumber == 1u << 1 && kInUrl == 1u << 12 && kNewlineBefore == 1u << 14 && kSentenceStart == 1u << 16);
  return (flags >> 1 & 1) | (flags >> 12 & 1) << 1 | (flags >> 14 & 7) << 2 | (flags >> 30 & 3) << 5;
}

NameModel::NameModel(const Image& image, const Lexicon& lexicon)
    : image_(image), lexicon_(&lexicon), weights_(image.table<Weight>(SectionId::weights)) {
  read(weights_.slice(0, weights_.size()), lexicon);
}

std::string NameModel::text_of(const Feature& feature) const {
  FeatureNames names;
  names.kinds.clear();
  for (std::uint32_t kind : image_.table<std::uint32_t>(SectionId::kind_names)) names.kinds.emplace_back(lexicon_->string(kind));
  const Table<std::uint32_t> symbol_names = image_.table<std::uint32_t>(SectionId::symbol_names);
  return feature_text(
      feature, names, [&](ClassId id) { return std::string(lexicon_->class_name(id)); },
      [&](Symbol symbol) { return std::string(lexicon_->string(symbol_names[symbol.id])); });
}

NameModel::NameModel(std::span<const Weight> weights, const Lexicon& lexicon) { read(weights, lexicon); }

/// Adds the weight of a token's feature, or the kind that it tells: the first of those that fit.
void NameModel::Rows::add(std::size_t row, const Weight& weight) {
  const Feature& f = weight.feature;
  if (f.kind == Feature::Kind::kind && f.a < kKindCount) kinds[row] = std::min(kinds[row], static_cast<std::uint8_t>(f.a));
  else if (f.position < kPositionCount) liaison::add(scores[row], weight);
}

void NameModel::Rows::add(std::size_t row, const Rows& other, std::size_t from) {
  scores[row] += other.scores[from];
  kinds[row] = std::min(kinds[row], other.kinds[from]);
}

/// Makes each row the sum of those of its number's bits. Requires: these are there, and the others empty.
void NameModel::Rows::sum_bits() {
  for (std::size_t i = 1; i < scores.size(); ++i) {
    const std::size_t rest = i & (i - 1);
    if (rest != 0) add(i, *this, rest), add(i, *this, i ^ rest);
  }
}

void NameModel::sum_shape(const Weight& weight) {
  const Feature& f = weight.feature;
  std::uint32_t flag = 1u << ((f.kind == Feature::Kind::kind ? f.b : f.a) & 31);
  std::size_t case_bit = case_of(flag), place_bit = place_of(flag);
  if (case_bit) case_rows_.add(case_bit, weight);
  if (place_bit) place_rows_.add(place_bit, weight);
}

void NameModel::read(std::span<const Weight> weights, const Lexicon& lexicon) {
  using Kind = Feature::Kind;
  number_ = unique_number();
  of_classes_ = Rows(kMaxClasses);
  case_rows_ = Rows(kCases), place_rows_ = Rows(kPlaces), list_rows_ = Rows(kLists);
  sums_.resize(slot_count());
  std::vector<std::pair<std::size_t, const Weight*>> annotated;  // with their rows
  for (const Weight& w : weights) {
    const Feature& f = w.feature;
    bool is_kind = f.kind == Kind::kind;
    std::uint16_t value = is_kind ? f.b : f.a;
    switch (is_kind ? static_cast<Kind>(f.position) : f.kind) {
      case Kind::word_class: of_classes_.add(value % kMaxClasses, w); break;
      case Kind::shape: sum_shape(w); break;
      case Kind::list:
        if (value < 2 * kNameTypeCount) list_rows_.add(std::size_t{1} << value, w);
        break;
      case Kind::annotation: {
        Symbol type{value};
        auto at = std::find(annotations_.begin(), annotations_.end(), type);
        if (at == annotations_.end()) at = annotations_.insert(at, type);
        annotated.push_back({static_cast<std::size_t>(at - annotations_.begin()) + 1, &w});
        break;
      }
      case Kind::edge:
        if (f.position < kPositionCount) liaison::add(edge_, w);
        break;
      case Kind::subtype: case Kind::given: {
        std::uint32_t key = key_of(f);
        auto at = find_key(by_symbol_, key);
        if (at == by_symbol_.end() || at->first != key) at = by_symbol_.insert(at, {key, {}});
        liaison::add(at->second, w);
        break;
      }
      default: liaison::add(sums_[slot(f)], w);
    }
  }
  sums_[0] = {};
  case_rows_.sum_bits(), place_rows_.sum_bits(), list_rows_.sum_bits();
  annotation_rows_ = Rows(annotations_.size() + 1);
  for (const auto& [row, weight] : annotated) annotation_rows_.add(row, *weight);
  const Table<ClassSet>& sets = lexicon.class_sets();
  for (const char* name : {"given_male", "given_female", "given_other", "surname", "surname_shape"})
    if (ClassId id = lexicon.find_class(name); id != ClassId::none) of_capitals_.add(id);
  small_rows_.resize(sets.size());
  std::size_t count = sets.size();
  for (std::size_t i = 0; i < sets.size(); ++i) small_rows_[i] = static_cast<std::uint32_t>(classes_of(sets[i], kLower) == sets[i] ? i : count++);
  class_rows_ = Rows(count);
  for (std::size_t i = 0; i < sets.size(); ++i) {
    add_classes(class_rows_, i, sets[i]);
    if (small_rows_[i] != i) add_classes(class_rows_, small_rows_[i], classes_of(sets[i], kLower));
  }
  sum_kinds();
}

/// The classes that count of a token: "rose" and "will" are no names of persons where they are small.
ClassSet NameModel::classes_of(const ClassSet& classes, std::uint32_t flags) const {
  ClassSet out = classes;
  if (flags & kLower) of_capitals_.each([&](ClassId id) { out.remove(id); });
  return out;
}

void NameModel::add_classes(Rows& rows, std::size_t row, const ClassSet& classes) const {
  classes.each([&](ClassId id) { rows.add(row, of_classes_, static_cast<std::size_t>(id)); });
}

/// Sums up beforehand what is always asked for together.
void NameModel::sum_kinds() {
  using Kind = Feature::Kind;
  auto block = [&](Kind kind) {
    return [this, first = slot({kind})](std::size_t i) -> const TypeScores& { return sums_[first + i]; };
  };
  const auto enter = block(Kind::enter), leave = block(Kind::leave), pair = block(Kind::pair), ahead = block(Kind::ahead);
  const auto behind = block(Kind::behind), around = block(Kind::around), place = block(Kind::place), tokens = block(Kind::length);
  auto listed = [of = block(Kind::listed)](Side side, std::size_t kind, std::size_t bucket) -> const TypeScores& {
    return of((static_cast<std::size_t>(side) * kKindCount + kind) * kListBucketCount + bucket);
  };
  document_.assign(sums_.begin() + static_cast<std::ptrdiff_t>(slot({Kind::document})), sums_.end());
  constexpr std::size_t kPairs = kKindCount * kKindCount, kLengths = kMaxHitLength + 1;
  fronts_ = ends_ = pairs_ = aheads_ = behinds_ = ScoreTable(kPairs);
  arounds_ = ScoreTable(kLengths * kPairs);
  for (std::size_t at = 0; at < kPairs; ++at) {
    TypeScores front = enter(at), end = leave(at);
    front += listed(Side::before, at / kKindCount, kNoList);
    front += listed(Side::first, at % kKindCount, kNoList);
    end += listed(Side::after, at % kKindCount, kNoList);
    fronts_.set(at, front);
    ends_.set(at, end);
    pairs_.set(at, pair(at));
    aheads_.set(at, ahead(at));
    behinds_.set(at, behind(at));
    for (std::size_t length = 0; length < kLengths; ++length) arounds_.set(length * kPairs + at, around(at * kLengths + length));
  }
  listed_ = ScoreTable(4 * kListBucketCount * kKindCount);
  for (Side side : {Side::before, Side::first, Side::last, Side::after})
    for (std::size_t bucket = 0; bucket < kListBucketCount; ++bucket)
      for (std::size_t kind = 0; kind < kKindCount; ++kind) {
        TypeScores sum = listed(side, kind, bucket);
        if (side != Side::last) sum -= listed(side, kind, kNoList);
        listed_.set(listed_at(side, kind, bucket), sum);
      }
  places_ = ScoreTable((kMaxLength + 1) * kPlaceKindCount * kKindCount);
  for (std::size_t length = 0; length <= kMaxLength; ++length)
    for (std::size_t where = 0; where < kPlaceKindCount; ++where)
      for (std::size_t kind = 0; kind < kKindCount; ++kind) {
        TypeScores sum = place((kind * kPlaceKindCount + where) * 2 + (length > 1));
        sum += tokens(length);
        places_.set((length * kPlaceKindCount + where) * kKindCount + kind, sum);
      }
}

/// Adds what lists say beside what is said of all candidates.
void NameModel::add_lists(const CandidateKinds& c, TypeScores& sum) const {
  sum += listed_[listed_at(Side::before, c.before, c.bucket)];
  sum += listed_[listed_at(Side::first, c.first, c.bucket)];
  sum += listed_[listed_at(Side::after, c.after, c.bucket)];
}

const UnknownRows::Row& UnknownRows::of(const NameModel& model, std::size_t number, const ClassSet& classes) {
  if (model.number() != model_) rows_.clear();
  model_ = model.number();
  while (rows_.size() <= number) rows_.emplace_back();
  Row& row = rows_[number];
  if (row.made && row.classes == classes) return row;
  NameModel::Rows rows(1);
  model.add_classes(rows, 0, classes);
  row = {classes, rows.scores[0], rows.kinds[0], true};
  return row;
}

void NameModel::weigh(const Lexicon& lexicon, const WordLookUp& words, const TokenTraits& token, UnknownRows& unknown,
                      WeighedToken& out) const {
  const std::size_t by_case = case_of(token.flags), by_place = place_of(token.flags), by_list = token.lists % kLists;
  std::uint8_t kind = std::min({case_rows_.kinds[by_case], place_rows_.kinds[by_place], list_rows_.kinds[by_list]});
  out.rows = {&case_rows_.scores[by_case], &place_rows_.scores[by_place], &list_rows_.scores[by_list], nullptr, nullptr};
  if (token.class_set < small_rows_.size()) {
    const std::size_t row = row_of(token.class_set, token.flags);
    out.rows[3] = &class_rows_.scores[row];
    kind = std::min(kind, class_rows_.kinds[row]);
  } else {
    const std::size_t number = 2 * (token.class_set - small_rows_.size()) + (token.flags & kLower ? 1 : 0);
    const UnknownRows::Row& row = unknown.of(*this, number, classes_of(words.set(lexicon, token.class_set), token.flags));
    out.rows[3] = &row.scores;
    kind = std::min(kind, row.kind);
  }
  std::size_t annotation = 0;
  if (token.annotation) {
    auto at = std::find(annotations_.begin(), annotations_.end(), token.annotation);
    if (at != annotations_.end()) annotation = static_cast<std::size_t>(at - annotations_.begin()) + 1;
  }
  out.rows[4] = &annotation_rows_.scores[annotation];
  kind = std::min(kind, annotation_rows_.kinds[annotation]);
  out.kind = kind == kNoKind ? static_cast<std::uint8_t>(kKindCount - 1) : kind;
}

}  // namespace liaison
