#include "recognition/name_model.h"

#include <algorithm>

#include "recognition/weights_file.h"

namespace liaison {
namespace {

void add(TypeScores& sum, const Weight& weight) {
  for (std::size_t i = 0; i < kNameTypeCount; ++i) sum.of[i] = static_cast<std::int16_t>(sum.of[i] + weight.scores[i]);
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
    {Feature::Kind::place, kKindCount, 3, 2, 1},
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

const TypeScores& NameModel::of_subtype(Symbol subtype, bool weak) const {
  std::uint32_t key = subtype.id * 2u + weak;
  auto at = std::lower_bound(subtypes_.begin(), subtypes_.end(), key, [](const auto& x, std::uint32_t k) { return x.first < k; });
  return at != subtypes_.end() && at->first == key ? at->second : sums_[0];
}

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
void NameModel::add(Row& row, const Weight& weight) {
  const Feature& f = weight.feature;
  if (f.kind == Feature::Kind::kind) row.kind = std::min(row.kind, static_cast<std::uint8_t>(f.a));
  else if (f.position < kPositionCount) liaison::add(row.scores.in[f.position], weight);
}

void NameModel::sum_shape(const Weight& weight) {
  const Feature& f = weight.feature;
  std::uint32_t flag = 1u << ((f.kind == Feature::Kind::kind ? f.b : f.a) & 31);
  std::size_t case_bit = case_of(flag), place_bit = place_of(flag);
  for (std::size_t i = 0; i < kCases; ++i)
    if (i & case_bit) add(case_rows_[i], weight);
  for (std::size_t i = 0; i < kPlaces; ++i)
    if (i & place_bit) add(place_rows_[i], weight);
}

void NameModel::read(std::span<const Weight> weights, const Lexicon& lexicon) {
  using Kind = Feature::Kind;
  by_class_.resize(kMaxClasses);
  case_rows_.resize(kCases), place_rows_.resize(kPlaces), list_rows_.resize(kLists);
  sums_.resize(slot_count());
  for (const Weight& w : weights) {
    const Feature& f = w.feature;
    bool is_kind = f.kind == Kind::kind;
    std::uint16_t value = is_kind ? f.b : f.a;
    switch (is_kind ? static_cast<Kind>(f.position) : f.kind) {
      case Kind::word_class: by_class_[value % kMaxClasses].push_back(w); break;
      case Kind::shape: sum_shape(w); break;
      case Kind::list:
        for (std::size_t i = 0; i < kLists; ++i)
          if (i >> value & 1) add(list_rows_[i], w);
        break;
      case Kind::annotation: {
        Symbol type{value};
        auto at = std::find_if(annotation_rows_.begin(), annotation_rows_.end(), [&](const auto& a) { return a.first == type; });
        if (at == annotation_rows_.end()) at = annotation_rows_.insert(at, {type, {}});
        add(at->second, w);
        break;
      }
      case Kind::edge:
        if (f.position < kPositionCount) liaison::add(edge_.in[f.position], w);
        break;
      case Kind::subtype: {
        std::uint32_t key = f.a * 2u + f.b;
        auto at = std::lower_bound(subtypes_.begin(), subtypes_.end(), key, [](const auto& x, std::uint32_t k) { return x.first < k; });
        if (at == subtypes_.end() || at->first != key) at = subtypes_.insert(at, {key, {}});
        liaison::add(at->second, w);
        break;
      }
      default: liaison::add(sums_[slot(f)], w);
    }
  }
  sums_[0] = {};
  for (const ClassSet& set : lexicon.class_sets()) class_rows_.push_back(row_of(set));
}

NameModel::Row NameModel::row_of(const ClassSet& classes) const {
  Row row;
  classes.each([&](ClassId id) {
    for (const Weight& w : by_class_[static_cast<std::size_t>(id)]) add(row, w);
  });
  return row;
}

void NameModel::weigh(const Lexicon& lexicon, const WordLookUp& words, const TokenTraits& token, WeighedToken& out) const {
  const Row& by_case = case_rows_[case_of(token.flags)];
  const Row& by_place = place_rows_[place_of(token.flags)];
  const Row& by_list = list_rows_[token.lists % kLists];
  out.scores = by_case.scores;
  out.scores += by_place.scores;
  std::uint8_t kind = std::min(by_case.kind, by_place.kind);
  auto take = [&](const Row& row) {
    out.scores += row.scores;
    kind = std::min(kind, row.kind);
  };
  if (token.lists) take(by_list);
  if (token.word >= kFirstUnknownWord) take(row_of(words.classes(lexicon, token.word)));
  else if (std::uint32_t set = lexicon.info(token.word).class_set; set < class_rows_.size()) take(class_rows_[set]);
  if (token.annotation)
    for (const auto& [type, row] : annotation_rows_)
      if (type == token.annotation) take(row);
  out.kind = kind == kNoKind ? static_cast<std::uint8_t>(kKindCount - 1) : kind;
}

}  // namespace liaison
