#include "recognition/weights_file.h"

#include <algorithm>
#include <bit>
#include <cctype>
#include <cstdlib>
#include <iterator>
#include <sstream>

#include "rules/source.h"

namespace liaison {
namespace {

using namespace feature_words;
using Kind = Feature::Kind;

template <std::size_t N>
std::size_t find_in(const std::string_view (&names)[N], std::string_view name) {
  return static_cast<std::size_t>(std::find(std::begin(names), std::end(names), name) - std::begin(names));
}

std::vector<std::string> cut(std::string_view text, char at) {
  std::vector<std::string> out;
  std::istringstream in{std::string(text)};
  for (std::string part; std::getline(in, part, at);) out.push_back(part);
  return out;
}

}  // namespace

void WeightsReader::refuse(const WeightLine& line, const std::string& word, std::string code, Wrong wrong) {
  diagnostics_.push_back(complaint(line, file_, word, std::move(code), std::move(wrong)));
}

void WeightsReader::read(std::string_view text, const std::string& file) {
  file_ = file;
  for (const WeightLine& line : weight_lines(text)) read_line(line);
}

void WeightsReader::read_line(const WeightLine& line) {
  if (line.words[0] == "kind") return read_kind(line);
  if (line.words[0] == "look") return read_look(line);
  read_weight(line);
}

void WeightsReader::read_kind(const WeightLine& line) {
  if (line.words.size() < 3)
    return refuse(line, "kind", "bad-kind", {"a kind has a name and a test", "a line is written `kind NAME TEST …`"});
  std::size_t kind = names_.add(line.words[1]);
  if (kind == kKindCount)
    return refuse(line, line.words[1], "too-many-kinds", {"there is no room for more kinds", "62 may be told"});
  for (std::size_t i = 2; i < line.words.size(); ++i) {
    Feature test;
    if (Wrong wrong = read_test(line.words[i], test)) refuse(line, line.words[i], "unknown-feature", wrong);
    else weights_.push_back({{Kind::kind, static_cast<std::uint8_t>(test.kind), static_cast<std::uint16_t>(kind), test.a, 0}, {}, 0});
  }
}

void WeightsReader::read_look(const WeightLine& line) {
  std::uint16_t value = 0;
  for (std::size_t i = 1; i < line.words.size(); ++i)
    if (Wrong wrong = read_class(line.words[i], value)) refuse(line, line.words[i], "unknown-feature", wrong);
}

void WeightsReader::read_weight(const WeightLine& line) {
  Weight weight;
  const std::string& position = line.words[0];
  if (find_in(kPositions, position) == kPositionCount && find_in(kLooseKinds, position) == std::size(kLooseKinds)) {
    std::vector<std::string> known(std::begin(kPositions), std::end(kPositions));
    known.insert(known.end(), std::begin(kLooseKinds), std::end(kLooseKinds));
    known.insert(known.end(), {"kind", "look"});
    return refuse(line, position, "unknown-position", {"unknown position `" + position + "`", did_you_mean(position, known)});
  }
  if (line.words.size() < 2)
    return refuse(line, position, "unknown-feature",
                  {"a feature is missing here", "a line is written `position feature PERSON ORG GPE LOC MISC`"});
  const std::string& feature = line.words[1];
  if (Wrong wrong = read_feature(position, feature, weight.feature))
    return refuse(line, feature, "unknown-feature", wrong);
  bool complete = line.words.size() >= 2 + kNameTypeCount;
  for (std::size_t i = 0; complete && i < kNameTypeCount; ++i) {
    int value = 0;
    complete = read_points(line.words[2 + i], value) && std::abs(value) <= kLargestWeight;
    weight.scores[i] = static_cast<std::int16_t>(value);
  }
  bool more = complete && line.words.size() > 2 + kNameTypeCount;
  if (!complete || more)
    return refuse(line, more ? line.words[2 + kNameTypeCount] : feature, "bad-weight",
                  {"five whole numbers belong behind the feature, between -400 and 400",
                   "they are the points for PERSON ORG GPE LOC MISC"});
  weights_.push_back(weight);
  if (std::any_of(weight.scores.begin(), weight.scores.end(), [](std::int16_t s) { return s != 0; })) return;
  refuse(line, feature, "idle-weight", {"this feature decides nothing: all its points are 0", "leave the line out"});
  diagnostics_.back().severity = Severity::warning;
}

/// A class, made for a word between quotes.
WeightsReader::Wrong WeightsReader::read_class(const std::string& text, std::uint16_t& value) {
  ClassId id = ClassId::none;
  if (text.size() > 2 && text.front() == '"' && text.back() == '"') {
    std::vector<WordId> words = lexicon_.words(text.substr(1, text.size() - 2));
    if (words.size() != 1) return {"one word belongs between the quotes", "a phrase can be a word class of its own"};
    id = lexicon_.word_class(text);
    if (id == ClassId::none) return {"there are too many word classes", {}};
    lexicon_.mark(words[0], id);
  } else {
    id = lexicon_.find_class(text);
  }
  if (id == ClassId::none)
    return {"there is no class or type `" + text + "`", did_you_mean(text, lexicon_.class_names())};
  value = static_cast<std::uint16_t>(id);
  return {};
}

WeightsReader::Wrong WeightsReader::read_type(const std::string& text, std::uint16_t& value) {
  value = static_cast<std::uint16_t>(name_type_index(symbols_.find(text)));
  if (value < kNameTypeCount) return {};
  return {"unknown type `" + text + "`", did_you_mean(text, {"PERSON", "ORG", "GPE", "LOC", "MISC"})};
}

/// `ORG:strong`, as 2 * type + weak.
WeightsReader::Wrong WeightsReader::read_list(const std::string& text, std::uint16_t& value) {
  std::vector<std::string> parts = cut(text, ':');
  if (parts.size() != 2 || (parts[1] != "strong" && parts[1] != "weak"))
    return {"a list is written TYPE:strong or TYPE:weak", "strong forms tag alone, weak ones need support"};
  Wrong wrong = read_type(parts[0], value);
  value = static_cast<std::uint16_t>(2 * value + (parts[1] == "weak"));
  return wrong;
}

/// A test of one token.
WeightsReader::Wrong WeightsReader::read_test(const std::string& text, Feature& feature) {
  if (text == "@edge") return feature.kind = Kind::edge, Wrong();
  if (text.starts_with('@')) {
    auto at = std::find_if(std::begin(kShapes), std::end(kShapes), [&](const Shape& s) { return s.name == text; });
    if (at == std::end(kShapes)) {
      std::vector<std::string> known{"@edge"};
      for (const Shape& shape : kShapes) known.emplace_back(shape.name);
      return {"unknown shape `" + text + "`", did_you_mean(text, known)};
    }
    feature.kind = Kind::shape;
    feature.a = static_cast<std::uint16_t>(std::countr_zero(at->flag));
    return {};
  }
  if (!std::isupper(static_cast<unsigned char>(text[0]))) {
    feature.kind = Kind::word_class;
    return read_class(text, feature.a);
  }
  feature.kind = text.find(':') == std::string::npos ? Kind::annotation : Kind::list;
  if (feature.kind == Kind::list) return read_list(text, feature.a);
  feature.a = symbols_.find(text).id;
  return feature.a ? Wrong() : Wrong{"there is no class or type `" + text + "`", did_you_mean(text, symbols_.names())};
}

WeightsReader::Wrong WeightsReader::read_feature(const std::string& position, const std::string& text, Feature& feature) {
  std::size_t at = find_in(kPositions, position);
  if (at == kPositionCount) return read_loose(position, text, feature);
  feature.position = static_cast<std::uint8_t>(at);
  return read_test(text, feature);
}

/// A feature of the candidate as a whole.
WeightsReader::Wrong WeightsReader::read_loose(const std::string& position, const std::string& text, Feature& feature) {
  feature.kind = static_cast<Kind>(static_cast<std::size_t>(Kind::length) + find_in(kLooseKinds, position));
  switch (feature.kind) {
    case Kind::length: return read_length(text, feature);
    case Kind::hit: return read_hit(text, feature);
    case Kind::subtype: return read_subtype(text, feature);
    case Kind::body: return read_list(text, feature.a);
    case Kind::cut: return read_cut(text, feature);
    case Kind::place: return read_place(text, feature);
    case Kind::around: return read_around(text, feature);
    case Kind::listed: return read_listed(text, feature);
    case Kind::given: return read_given(text, feature);
    case Kind::document: return read_document(text, feature);
    default: return read_pair(text, feature);
  }
}

WeightsReader::Wrong WeightsReader::read_length(const std::string& text, Feature& feature) {
  int value = 0;
  if (!read_points(text, value) || value < 1 || value > kMaxLength)
    return {"a length is a number of tokens, from 1 to 6", "6 stands for six and more"};
  feature.a = static_cast<std::uint16_t>(value);
  return {};
}

WeightsReader::Wrong WeightsReader::read_hit(const std::string& text, Feature& feature) {
  std::vector<std::string> parts = cut(text, ':');
  int length = 0;
  if (parts.size() != 3 || !read_points(parts[2], length) || length < 1 || length > kMaxHitLength)
    return {"a hit is written TYPE:strong:TOKENS or TYPE:weak:TOKENS", "3 stands for three tokens and more"};
  feature.b = static_cast<std::uint16_t>(length);
  return read_list(parts[0] + ":" + parts[1], feature.a);
}

WeightsReader::Wrong WeightsReader::read_cut(const std::string& text, Feature& feature) {
  std::vector<std::string> parts = cut(text, ':');
  if (parts.size() != 2 || (parts[0] != "before" && parts[0] != "after"))
    return {"a cut is written before:TYPE or after:TYPE", "for example `after:ORG`"};
  feature.a = parts[0] == "after";
  return read_type(parts[1], feature.b);
}

WeightsReader::Wrong WeightsReader::read_subtype(const std::string& text, Feature& feature) {
  std::vector<std::string> parts = cut(text, ':');
  if (parts.size() != 2 || (parts[1] != "strong" && parts[1] != "weak"))
    return {"a subtype is written NAME:strong or NAME:weak", "for example `company:weak`"};
  feature.a = symbols_.add(parts[0]).id;
  feature.b = parts[1] == "weak";
  return {};
}

/// The name of a feature that a rule gives.
WeightsReader::Wrong WeightsReader::read_given(const std::string& text, Feature& feature) {
  feature.a = symbols_.add(text).id;
  if (std::find(given_.begin(), given_.end(), text) != given_.end()) return {};
  std::string near = did_you_mean(text, given_);
  return {"no rule gives the feature `" + text + "`", near.empty() ? "write a rule `-> give " + text + "(name)`" : near};
}

WeightsReader::Wrong WeightsReader::read_kind_name(const std::string& text, std::uint16_t& value) {
  value = static_cast<std::uint16_t>(names_.find(text));
  if (value < kKindCount) return {};
  std::vector<std::string> known = names_.kinds;
  known.emplace_back("other");
  return {"there is no kind `" + text + "`", did_you_mean(text, known)};
}

/// `given,surname`.
WeightsReader::Wrong WeightsReader::read_pair(const std::string& text, Feature& feature) {
  std::vector<std::string> parts = cut(text, ',');
  if (parts.size() != 2) return {"a pair is written KIND,KIND", "of two tokens, in their order, without a blank"};
  Wrong wrong = read_kind_name(parts[0], feature.a);
  return wrong ? wrong : read_kind_name(parts[1], feature.b);
}

/// `quote,say:1`.
WeightsReader::Wrong WeightsReader::read_around(const std::string& text, Feature& feature) {
  std::size_t colon = text.rfind(':');
  int length = 0;
  if (colon == std::string::npos || !read_points(std::string_view(text).substr(colon + 1), length) || length < 1 || length > kMaxHitLength)
    return {"what is around is written KIND,KIND:TOKENS", "3 stands for three tokens and more"};
  feature.c = static_cast<std::uint16_t>(length);
  return read_pair(text.substr(0, colon), feature);
}

/// `given:start:1`.
WeightsReader::Wrong WeightsReader::read_place(const std::string& text, Feature& feature) {
  std::vector<std::string> parts = cut(text, ':');
  std::size_t place = parts.size() == 3 ? find_in(kPlaceNames, parts[1]) : std::size(kPlaceNames);
  if (place == std::size(kPlaceNames) || (parts[2] != "1" && parts[2] != "2"))
    return {"a place is written KIND:PLACE:TOKENS", "PLACE is free, start or headline; 2 stands for two tokens and more"};
  feature.b = static_cast<std::uint16_t>(place);
  feature.c = parts[2] == "2";
  return read_kind_name(parts[0], feature.a);
}

/// What the lists say of a candidate: `none`, `several:strong`, `several:weak`, or a list.
WeightsReader::Wrong WeightsReader::read_listed(const std::string& text, Feature& feature) {
  std::vector<std::string> parts = cut(text, ':');
  std::size_t side = parts.empty() ? std::size(kSides) : find_in(kSides, parts[0]);
  bool none = parts.size() == 3 && parts[2] == "none";
  if (side == std::size(kSides) || (!none && parts.size() != 4))
    return {"what is listed is written SIDE:KIND:none or SIDE:KIND:TYPE:strong", "SIDE is before, first, last or after"};
  feature.a = static_cast<std::uint16_t>(side);
  if (Wrong wrong = read_kind_name(parts[1], feature.b); wrong || none) return wrong;
  if (parts[2] == "several") return feature.c = parts[3] == "weak" ? kSeveralWeak : kSeveralStrong, Wrong();
  Wrong wrong = read_list(parts[2] + ":" + parts[3], feature.c);
  ++feature.c;
  return wrong;
}

/// `again:ORG:3:1`: evidence, type, level, one token or more.
WeightsReader::Wrong WeightsReader::read_document(const std::string& text, Feature& feature) {
  std::vector<std::string> parts = cut(text, ':');
  int level = 0;
  if (parts.size() != 4 || !read_points(parts[2], level) || level < 1 || level > static_cast<int>(kLevelCount))
    return {"evidence is written EVIDENCE:TYPE:LEVEL:TOKENS", "levels are 1 to 4; 2 stands for two tokens and more"};
  std::size_t evidence = find_in(kEvidence, parts[0]);
  if (evidence == kDocumentEvidenceCount)
    return {"unknown evidence of the document `" + parts[0] + "`",
            did_you_mean(parts[0], {std::begin(kEvidence), std::end(kEvidence)})};
  feature.position = parts[3] != "1";
  feature.a = static_cast<std::uint16_t>(evidence);
  feature.c = static_cast<std::uint16_t>(level);
  return read_type(parts[1], feature.b);
}

FeatureNames kinds_of(std::string_view text) {
  FeatureNames names;
  for (const WeightLine& line : weight_lines(text))
    if (line.words.size() > 1 && line.words[0] == "kind") names.add(line.words[1]);
  return names;
}

std::vector<std::string> looked_at(std::string_view text) {
  std::vector<std::string> out;
  for (const WeightLine& line : weight_lines(text))
    if (line.words[0] == "look") out.insert(out.end(), line.words.begin() + 1, line.words.end());
  return out;
}

}  // namespace liaison
