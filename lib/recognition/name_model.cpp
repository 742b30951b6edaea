#include "recognition/name_model.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <sstream>

#include "rules/source.h"

namespace liaison {
namespace {

const std::map<std::string, Position>& positions() {
  static const std::map<std::string, Position> kPositions{
      {"first", Position::first},   {"last", Position::last},       {"inside", Position::inside},
      {"only", Position::only},     {"before", Position::before},   {"before2", Position::before2},
      {"after", Position::after},   {"after2", Position::after2},   {"hit", Position::hit},
      {"length", Position::length}, {"pair", Position::pair},       {"document", Position::document}};
  return kPositions;
}

const std::map<std::string, std::uint32_t>& shapes() {
  static const std::map<std::string, std::uint32_t> kShapes{
      {"@capitalised", kCapitalised}, {"@caps", kAllCaps},   {"@mixed", kMixedCase},
      {"@initial", kOneCapital},      {"@lower", kLower},    {"@digit", kHasDigit},
      {"@number", kIsNumber},         {"@url", kInUrl},      {"@start", kSentenceStart},
      {"@newline", kNewlineBefore},   {"@paragraph", kParagraphBefore}, {"@headline", kInHeadline},
      {"@free", kFreeCapital}};
  return kShapes;
}

const std::map<std::string, DocumentEvidence>& document_evidence() {
  static const std::map<std::string, DocumentEvidence> kEvidence{{"again", DocumentEvidence::again},
                                                                 {"part", DocumentEvidence::part},
                                                                 {"acronym", DocumentEvidence::acronym},
                                                                 {"known", DocumentEvidence::known},
                                                                 {"beside", DocumentEvidence::beside}};
  return kEvidence;
}

/// What is wrong with a feature, and what to do about it; an empty message where nothing is.
struct Wrong {
  std::string message, hint;
};

template <class Value>
std::string near(const std::string& name, const std::map<std::string, Value>& known) {
  std::vector<std::string> names;
  for (const auto& [each, value] : known) names.push_back(each);
  return did_you_mean(name, names);
}

template <class Map, class Value>
std::string_view name_in(const Map& names, Value value) {
  for (const auto& [name, known] : names)
    if (known == value) return name;
  return {};
}

/// Reads the feature of one line into `weight`; what is wrong, or nothing.
class FeatureReader {
 public:
  FeatureReader(LexiconBuilder& lexicon, SymbolsBuilder& symbols) : lexicon_(lexicon), symbols_(symbols) {}

  Wrong read(const std::string& text, Weight& weight) {
    if (text.empty()) return {"a feature is missing here", "a line is written `position feature PERSON ORG GPE LOC MISC`"};
    switch (weight.position) {
      case Position::hit: return read_hit(text, weight);
      case Position::length: return read_length(text, weight);
      case Position::pair: return read_pair(text, weight);
      case Position::document: return read_document(text, weight);
      default: return read_token(text, weight);
    }
  }

 private:
  Wrong read_token(const std::string& text, Weight& weight) {
    if (text.starts_with("@")) {
      auto at = shapes().find(text);
      if (at == shapes().end()) return {"unknown shape `" + text + "`", near(text, shapes())};
      weight.kind = Weight::Kind::shape;
      weight.value = at->second;
      return {};
    }
    if (text == "name" && weight.position == Position::before) {
      weight.kind = Weight::Kind::touching;
      return {};
    }
    if (Symbol type = symbols_.find(text); type && std::isupper(static_cast<unsigned char>(text[0]))) {
      weight.kind = Weight::Kind::annotation;
      weight.value = type.id;
      return {};
    }
    return read_class(text, weight.value);
  }

  Wrong read_class(const std::string& text, std::uint32_t& value) {
    ClassId id = lexicon_.find_class(text);
    if (id == ClassId::none) {
      std::string hint = did_you_mean(text, lexicon_.class_names());
      return {"there is no class or type `" + text + "`", hint.empty() ? "a class is a file `words/NAME.txt`, or a list" : hint};
    }
    value = static_cast<std::uint32_t>(id);
    return {};
  }

  Wrong read_hit(const std::string& text, Weight& weight) {
    if (text == "longer") {
      weight.kind = Weight::Kind::longer;
      return {};
    }
    std::istringstream in(text);
    std::string type, strength, subtype;
    std::getline(in, type, ':');
    std::getline(in, strength, ':');
    std::getline(in, subtype, ':');
    weight.kind = Weight::Kind::hit;
    weight.value = symbols_.find(type).id;
    weight.value2 = subtype.empty() ? 0 : symbols_.add(subtype).id;
    weight.flags = strength == "weak";
    if (weight.value == 0) return {"unknown type `" + type + "`", did_you_mean(type, {"PERSON", "ORG", "GPE", "LOC", "MISC"})};
    if (strength == "weak" || strength == "strong") return {};
    return {"a hit is written TYPE:strong or TYPE:weak", "a subtype may follow: `ORG:weak:company`"};
  }

  Wrong read_length(const std::string& text, Weight& weight) {
    weight.kind = Weight::Kind::length;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), weight.value);
    if (error == std::errc() && *end == '\0' && weight.value > 0 && weight.value < 5) return {};
    return {"a length is a number of tokens, from 1 to 4", "4 stands for four and more"};
  }

  Wrong read_pair(const std::string& text, Weight& weight) {
    std::size_t comma = text.find(',');
    if (comma == std::string::npos) return {"a pair is written class,class", "of the first and of the last token, without a blank"};
    weight.kind = Weight::Kind::pair;
    Wrong wrong = read_class(text.substr(0, comma), weight.value);
    return wrong.message.empty() ? read_class(text.substr(comma + 1), weight.value2) : wrong;
  }

  Wrong read_document(const std::string& text, Weight& weight) {
    auto at = document_evidence().find(text);
    if (at == document_evidence().end()) return {"unknown evidence of the document `" + text + "`", near(text, document_evidence())};
    weight.kind = Weight::Kind::document;
    weight.value = static_cast<std::uint32_t>(at->second);
    return {};
  }

  LexiconBuilder& lexicon_;
  SymbolsBuilder& symbols_;
};

}  // namespace

std::string_view to_string(Position position) { return name_in(positions(), position); }

std::vector<Weight> compile_weights(std::string_view text, const std::string& file, LexiconBuilder& lexicon,
                                    SymbolsBuilder& symbols, std::vector<Diagnostic>& diagnostics) {
  std::vector<Weight> out;
  FeatureReader features(lexicon, symbols);
  std::istringstream lines{std::string(text)};
  std::uint32_t number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    std::istringstream in(line.substr(0, line.find('#')));
    std::string position, feature;
    if (!(in >> position)) continue;
    in >> feature;
    auto refuse = [&](const std::string& at, std::string code, std::string message, std::string hint) {
      auto column = static_cast<std::uint32_t>(std::min(line.find(at), line.size())) + 1;
      diagnostics.push_back({Severity::error, std::move(code), file, number, column, std::move(message), line,
                             std::move(hint)});
    };
    Weight weight;
    auto at = positions().find(position);
    if (at == positions().end()) {
      refuse(position, "unknown-position", "unknown position `" + position + "`", near(position, positions()));
      continue;
    }
    weight.position = at->second;
    if (Wrong wrong = features.read(feature, weight); !wrong.message.empty()) {
      refuse(feature, "unknown-feature", wrong.message, wrong.hint);
      continue;
    }
    bool complete = true;
    for (std::int16_t& score : weight.scores) {
      std::string figure;
      in >> figure;
      int value = 0;
      const char* begin = figure.c_str() + figure.starts_with('+');
      auto [end, error] = std::from_chars(begin, figure.c_str() + figure.size(), value);
      complete &= !figure.empty() && error == std::errc() && *end == '\0' && std::abs(value) < 10000;
      score = static_cast<std::int16_t>(value);
    }
    std::string more;
    if (!complete || in >> more)
      refuse(more.empty() ? feature : more, "bad-weight", "five whole numbers belong behind the feature, between -9999 and 9999",
             "they are the points for PERSON ORG GPE LOC MISC");
    else {
      out.push_back(weight);
      bool idle = std::all_of(weight.scores.begin(), weight.scores.end(), [](std::int16_t s) { return s == 0; });
      if (!idle) continue;
      refuse(feature, "idle-weight", "this feature decides nothing: all its points are 0", "leave the line out");
      diagnostics.back().severity = Severity::warning;
    }
  }
  return out;
}

namespace {

void add(TypeScores& sum, const Weight& weight) {
  for (std::size_t i = 0; i < kNameTypeCount; ++i) sum.of[i] += weight.scores[i];
}

}  // namespace

NameModel::NameModel(const Image& image, const Lexicon& lexicon) {
  for (const Weight& w : image.table<Weight>(SectionId::weights)) {
    switch (w.kind) {
      case Weight::Kind::word_class: case Weight::Kind::shape: case Weight::Kind::annotation: add_token_weight(w); break;
      case Weight::Kind::hit: hits_.push_back(w); break;
      case Weight::Kind::longer: add(longer_, w); break;
      case Weight::Kind::touching: touching_ += w.scores[0]; break;
      case Weight::Kind::length: add(lengths_[std::min<std::size_t>(w.value, 4)], w); break;
      case Weight::Kind::pair:
        pairs_.push_back(w);
        pair_first_.add(static_cast<ClassId>(w.value));
        break;
      case Weight::Kind::document:
        for (std::size_t i = 0; i < kNameTypeCount; ++i) document_sums_[w.value % 8][i] += w.scores[i];
        break;
    }
  }
  sum_tables(lexicon);
}

namespace {

void add(TokenScores& sum, const Weight& weight) {
  auto position = static_cast<std::size_t>(weight.position);
  for (std::size_t i = 0; i < kNameTypeCount; ++i) {
    std::int16_t& score = sum.of[position * kNameTypeCount + i];
    score = static_cast<std::int16_t>(score + weight.scores[i]);
  }
}

}  // namespace

void NameModel::add_token_weight(const Weight& weight) {
  if (static_cast<std::size_t>(weight.position) >= TokenScores::kPositions) return;
  if (weight.kind == Weight::Kind::shape) return by_shape_.push_back(weight);
  if (weight.kind == Weight::Kind::word_class) {
    by_class_.push_back(weight);
    return mask_.add(static_cast<ClassId>(weight.value));
  }
  Symbol type{static_cast<std::uint16_t>(weight.value)};
  auto at = std::find_if(annotations_.begin(), annotations_.end(), [&](const auto& a) { return a.first == type; });
  if (at == annotations_.end()) at = annotations_.insert(at, {type, {}});
  add(at->second, weight);
}

std::size_t NameModel::case_of(std::uint32_t flags) {
  static_assert(kLower == 1u << 4 && kHasDigit == 1u << 9);
  return flags >> 4 & 0x3f;
}

std::size_t NameModel::place_of(std::uint32_t flags) {
  static_assert(kIsNumber == 1u << 1 && kInUrl == 1u << 12 && kNewlineBefore == 1u << 14 && kSentenceStart == 1u << 16);
  return (flags >> 1 & 1) | (flags >> 12 & 1) << 1 | (flags >> 14 & 7) << 2 | (flags >> 30 & 3) << 5;
}

TokenScores NameModel::classes(const ClassSet& set) const {
  TokenScores sum;
  if (!set.meets(mask_)) return sum;
  for (const Weight& w : by_class_)
    if (set.has(static_cast<ClassId>(w.value))) add(sum, w);
  return sum;
}

void NameModel::sum_tables(const Lexicon& lexicon) {
  for (const ClassSet& set : lexicon.class_sets()) by_class_set_.push_back(classes(set));
  by_case_.resize(kCases);
  by_place_.resize(kPlaces);
  for (const Weight& w : by_shape_) {
    bool is_case = case_of(w.value) != 0;
    for (std::size_t i = 0; is_case && i < kCases; ++i)
      if (i & case_of(w.value)) add(by_case_[i], w);
    for (std::size_t i = 0; !is_case && i < kPlaces; ++i)
      if (i & place_of(w.value)) add(by_place_[i], w);
  }
}

TokenScores NameModel::token(const Lexicon& lexicon, const WordLookUp& words, const Token& token,
                             Symbol annotation) const {
  TokenScores sum = by_case_[case_of(token.flags)];
  sum += by_place_[place_of(token.flags)];
  if (token.word >= kFirstUnknownWord) sum += classes(words.classes(lexicon, token.word));
  else if (std::uint32_t set = lexicon.info(token.word).class_set; set < by_class_set_.size()) sum += by_class_set_[set];
  if (annotation)
    for (const auto& [type, scores] : annotations_)
      if (type == annotation) sum += scores;
  return sum;
}

std::vector<NameFeature> NameModel::token_features(Position position, const Lexicon& lexicon, const WordLookUp& words,
                                                   const Token& token, Symbol annotation) const {
  std::vector<NameFeature> out;
  auto note = [&](std::string_view name, const TypeScores& scores) {
    out.push_back({std::string(to_string(position)) + " " + std::string(name), scores});
  };
  auto weigh = [&](std::string_view name, const Weight& w) {
    TypeScores scores;
    add(scores, w);
    if (w.position == position) note(name, scores);
  };
  const ClassSet& classes = words.classes(lexicon, token.word);
  for (const Weight& w : by_class_)
    if (classes.has(static_cast<ClassId>(w.value))) weigh(lexicon.class_name(static_cast<ClassId>(w.value)), w);
  for (const Weight& w : by_shape_)
    if (token.has(w.value)) weigh(name_in(shapes(), w.value), w);
  for (const auto& [type, sums] : annotations_) {
    TypeScores scores;
    for (std::size_t i = 0; i < kNameTypeCount; ++i)
      scores.of[i] = sums.of[static_cast<std::size_t>(position) * kNameTypeCount + i];
    if (type == annotation) note(symbols::kNames[type.id], scores);
  }
  return out;
}

TypeScores NameModel::hit(const NamedEntity& entity, bool weak) const {
  TypeScores sum;
  for (const Weight& w : hits_)
    if (w.value == entity.type.id && (w.flags == 1) == weak && (w.value2 == 0 || w.value2 == entity.subtype.id)) add(sum, w);
  return sum;
}

TypeScores NameModel::pair(const ClassSet& first, const ClassSet& last) const {
  TypeScores sum;
  if (!first.meets(pair_first_)) return sum;
  for (const Weight& w : pairs_)
    if (first.has(static_cast<ClassId>(w.value)) && last.has(static_cast<ClassId>(w.value2))) add(sum, w);
  return sum;
}

}  // namespace liaison
