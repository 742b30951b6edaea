#include "relations/telling_weights.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>

#include <fmt/format.h>

#include "lexicon/weight_lines.h"
#include "liaison/analysis.h"

namespace liaison {
namespace {

using Kind = TellingFeature::Kind;

constexpr std::string_view kKinds[] = {"base", "least", "form", "status", "types", "listed", "reading", "distance"};
constexpr std::string_view kForms[] = {"past", "present", "infinitive", "gerund", "modal", "future", "noun", "word"};
constexpr std::string_view kReadings[] = {"named", "beside", "people", "reference"};
constexpr std::string_view kListed[] = {"no", "yes"};
constexpr std::string_view kSides[] = {"before", "behind"};
constexpr std::uint16_t kFarthest = 7;
constexpr std::size_t kTypeCount = 3;
constexpr std::string_view kTypes[kTypeCount] = {"PERSON", "ORG", "GPE"};
constexpr int kMostPoints = 1000;

template <std::size_t N>
std::string listing(const std::string_view (&names)[N]) {
  std::string out;
  for (std::string_view name : names) out += (out.empty() ? "" : ", ") + std::string(name);
  return out;
}

/// A feature as it is written.
class FeatureReader {
 public:
  FeatureReader(const SymbolsBuilder& symbols, std::string_view kind, std::string_view value)
      : symbols_(symbols), kind_(kind), value_(value) {}

  WrongWord read(TellingFeature& feature) const {
    if (WrongWord wrong = index(kKinds, kind_, "kind of feature", feature.kind); wrong) return wrong;
    const std::size_t slash = value_.find('/');
    const std::string_view first = value_.substr(0, slash), second = slash == std::string_view::npos ? "" : value_.substr(slash + 1);
    switch (static_cast<Kind>(feature.kind)) {
      case Kind::base:
      case Kind::least: return value_ == "-" ? WrongWord{} : WrongWord{fmt::format("`{}` has no value", kind_), "write - for it"};
      case Kind::form: return index(kForms, value_, "form of a trigger", feature.a);
      case Kind::status: return symbol(value_, "status", feature.a);
      case Kind::types: return either(symbol(first, "kind of event", feature.a), types(second, feature.b));
      case Kind::listed: return either(index(kListed, first, "answer", feature.a), symbol(second, "type", feature.b));
      case Kind::reading: return either(index(kReadings, first, "way to read a participant", feature.a), symbol(second, "type", feature.b));
      case Kind::distance: return either(index(kSides, first, "side", feature.a), steps(second, feature.b));
    }
    return {};
  }

 private:
  static WrongWord either(WrongWord a, WrongWord b) { return a ? std::move(a) : std::move(b); }

  template <std::size_t N>
  static WrongWord index(const std::string_view (&names)[N], std::string_view name, std::string_view what, std::uint16_t& out) {
    const auto at = std::find(std::begin(names), std::end(names), name);
    out = static_cast<std::uint16_t>(at - std::begin(names));
    if (at != std::end(names)) return {};
    return {fmt::format("`{}` is no {}", name, what), "there are " + listing(names)};
  }

  WrongWord symbol(std::string_view name, std::string_view what, std::uint16_t& out) const {
    const Symbol found = symbols_.find(name);
    out = found.id;
    return found ? WrongWord{}
                 : WrongWord{fmt::format("`{}` is no {} of this pack", name, what), "it is written as in the rules and frames"};
  }

  static WrongWord types(std::string_view names, std::uint16_t& out) {
    out = 0;
    while (!names.empty()) {
      const std::string_view name = names.substr(0, names.find('+'));
      std::uint16_t type = 0;
      if (WrongWord wrong = index(kTypes, name, "type of a participant", type); wrong) return wrong;
      out = static_cast<std::uint16_t>(out | 1u << type);
      names.remove_prefix(std::min(names.size(), name.size() + 1));
    }
    return out != 0 ? WrongWord{} : WrongWord{"the types of the participants are wanted", "write them as in `meeting/PERSON+ORG`"};
  }

  static WrongWord steps(std::string_view text, std::uint16_t& out) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (error == std::errc() && end == text.data() + text.size() && out <= kFarthest) return {};
    return {fmt::format("`{}` is no distance", text), fmt::format("it is counted in pairs of groups, from 0 to {}", kFarthest)};
  }

  const SymbolsBuilder& symbols_;
  std::string_view kind_, value_;
};

}  // namespace

int TellingWeights::of(TellingFeature feature) const {
  const auto at = std::lower_bound(weights_.begin(), weights_.end(), feature,
                                   [](const TellingWeight& w, const TellingFeature& f) { return w.feature < f; });
  return at != weights_.end() && at->feature == feature ? at->points : 0;
}

std::string telling_feature_text(const TellingFeature& feature, const std::function<std::string_view(Symbol)>& name) {
  const auto symbol = [&](std::uint16_t id) { return name(Symbol{id}); };
  const auto pick = [](const auto& list, std::uint16_t at) { return at < std::size(list) ? list[at] : std::string_view("?"); };
  const std::string_view kind = pick(kKinds, feature.kind);
  switch (static_cast<Kind>(feature.kind)) {
    case Kind::base:
    case Kind::least: return fmt::format("{} -", kind);
    case Kind::form: return fmt::format("{} {}", kind, pick(kForms, feature.a));
    case Kind::status: return fmt::format("{} {}", kind, symbol(feature.a));
    case Kind::listed: return fmt::format("{} {}/{}", kind, pick(kListed, feature.a), symbol(feature.b));
    case Kind::reading: return fmt::format("{} {}/{}", kind, pick(kReadings, feature.a), symbol(feature.b));
    case Kind::distance: return fmt::format("{} {}/{}", kind, pick(kSides, feature.a), feature.b);
    case Kind::types: break;
  }
  std::string types;
  for (std::size_t i = 0; i < kTypeCount; ++i)
    if ((feature.b >> i & 1) != 0) types += (types.empty() ? "" : "+") + std::string(kTypes[i]);
  return fmt::format("{} {}/{}", kind, symbol(feature.a), types);
}

std::vector<TellingWeight> read_telling_weights(std::string_view text, const std::string& file, const SymbolsBuilder& symbols,
                                                std::vector<Diagnostic>& diagnostics) {
  std::vector<TellingWeight> out;
  for (const WeightLine& line : weight_lines(text)) {
    const auto refuse = [&](const std::string& word, WrongWord wrong) {
      diagnostics.push_back(complaint(line, file, word, "bad-telling-weight", std::move(wrong)));
    };
    if (line.words.size() != 3) {
      refuse(line.words[0], {"a weight is a kind of feature, its value and its points", "as in `status possible -4`"});
      continue;
    }
    const std::string &kind = line.words[0], &value = line.words[1], &number = line.words[2];
    TellingWeight weight;
    if (WrongWord wrong = FeatureReader(symbols, kind, value).read(weight.feature)) {
      refuse(weight.feature.kind == std::size(kKinds) ? kind : value, std::move(wrong));
      continue;
    }
    int points = 0;
    if (!read_points(number, points) || std::abs(points) > kMostPoints)
      refuse(number, {fmt::format("`{}` is no number of points", number),
                      fmt::format("a whole number from -{0} to {0} is wanted", kMostPoints)});
    weight.points = static_cast<std::int16_t>(points);
    out.push_back(weight);
  }
  std::stable_sort(out.begin(), out.end(), [](const TellingWeight& a, const TellingWeight& b) { return a.feature < b.feature; });
  out.erase(std::unique(out.begin(), out.end(), [](const TellingWeight& a, const TellingWeight& b) { return a.feature == b.feature; }),
            out.end());
  return out;
}

int percent_sure(std::int32_t points) {
  // 100 / (1 + exp(-points / 8)), rounded: a table, so that it is the same on every machine.
  constexpr std::array<std::uint8_t, 38> kPercent{50, 53, 56, 59, 62, 65, 68, 71, 73, 75, 78, 80, 82, 84, 85, 87, 88, 89, 90,
                                                  91, 92, 93, 94, 95, 95, 96, 96, 97, 97, 97, 98, 98, 98, 98, 99, 99, 99, 99};
  const int percent = kPercent[static_cast<std::size_t>(std::min<int>(std::abs(points), static_cast<int>(kPercent.size()) - 1))];
  return points < 0 ? 100 - percent : percent;
}

}  // namespace liaison
