#include "recognition/feature_text.h"

#include <algorithm>
#include <iterator>

namespace liaison {
namespace {

using namespace feature_words;
using Kind = Feature::Kind;

std::string list_text(std::uint16_t list) {
  return std::string(symbols::kNames[kNameTypes[list / 2].id]) + (list % 2 ? ":weak" : ":strong");
}

std::string bucket_text(std::uint16_t bucket) {
  if (bucket == kNoList) return "none";
  if (bucket == kSeveralStrong) return "several:strong";
  if (bucket == kSeveralWeak) return "several:weak";
  return list_text(static_cast<std::uint16_t>(bucket - 1));
}

std::string kind_text(const FeatureNames& names, std::uint16_t kind) {
  return kind < names.kinds.size() ? names.kinds[kind] : "other";
}

}  // namespace

FeatureNames::FeatureNames() : kinds{"edge"} {}

std::size_t FeatureNames::find(std::string_view kind) const {
  if (kind == "other") return kKindCount - 1;
  auto at = std::find(kinds.begin(), kinds.end(), kind);
  return at == kinds.end() ? kKindCount : static_cast<std::size_t>(at - kinds.begin());
}

std::size_t FeatureNames::add(std::string_view kind) {
  std::size_t known = find(kind);
  if (known != kKindCount || kinds.size() + 1 >= kKindCount) return known;
  kinds.emplace_back(kind);
  return kinds.size() - 1;
}

std::string feature_text(const Feature& f, const FeatureNames& names,
                         const std::function<std::string(ClassId)>& class_name,
                         const std::function<std::string(Symbol)>& symbol_name) {
  auto type = [](std::uint16_t t) { return std::string(symbols::kNames[kNameTypes[t].id]); };
  auto position = [&] { return std::string(kPositions[f.position]) + " "; };
  auto kinds = [&] { return kind_text(names, f.a) + "," + kind_text(names, f.b); };
  switch (f.kind) {
    case Kind::word_class: return position() + class_name(static_cast<ClassId>(f.a));
    case Kind::shape: {
      auto at = std::find_if(std::begin(kShapes), std::end(kShapes), [&](const Shape& s) { return s.flag == 1u << f.a; });
      return position() + std::string(at->name);
    }
    case Kind::list: return position() + list_text(f.a);
    case Kind::annotation: return position() + symbol_name(Symbol{f.a});
    case Kind::edge: return position() + "@edge";
    case Kind::length: return "length " + std::to_string(f.a);
    case Kind::hit: return "hit " + list_text(f.a) + ":" + std::to_string(f.b);
    case Kind::given: return "rule " + symbol_name(Symbol{f.a});
    case Kind::subtype: return "subtype " + symbol_name(Symbol{f.a}) + (f.b ? ":weak" : ":strong");
    case Kind::body: return "body " + list_text(f.a);
    case Kind::cut: return std::string("cut ") + (f.a ? "after:" : "before:") + type(f.b);
    case Kind::pair: return "pair " + kinds();
    case Kind::enter: return "enter " + kinds();
    case Kind::leave: return "leave " + kinds();
    case Kind::ahead: return "ahead " + kinds();
    case Kind::behind: return "behind " + kinds();
    case Kind::around: return "around " + kinds() + ":" + std::to_string(f.c);
    case Kind::place:
      return "place " + kind_text(names, f.a) + ":" + std::string(kPlaceNames[f.b]) + (f.c ? ":2" : ":1");
    case Kind::listed:
      return "listed " + std::string(kSides[f.a]) + ":" + kind_text(names, f.b) + ":" + bucket_text(f.c);
    case Kind::document:
      return "document " + std::string(kEvidence[f.a]) + ":" + type(f.b) + ":" + std::to_string(f.c) + (f.position ? ":2" : ":1");
    case Kind::kind: return {};
  }
  return {};
}

}  // namespace liaison
