#include "recognition/feature_text.h"

#include <bit>

#include <doctest/doctest.h>

namespace liaison {
namespace {

using Kind = Feature::Kind;

TEST_CASE("each kind of feature has words of its own") {
  FeatureNames names;
  names.kinds = {"edge", "given", "surname"};
  const auto class_name = [](ClassId id) { return "class" + std::to_string(static_cast<int>(id)); };
  const auto symbol_name = [](Symbol symbol) { return "symbol" + std::to_string(symbol.id); };
  struct Case {
    Feature feature;
    std::string text;
  };
  const Case cases[] = {
      // of a token, in a position
      {{Kind::word_class, 4, 7}, "before.1 class7"},
      {{Kind::shape, 0, std::countr_zero(std::uint32_t{kAllCaps})}, "first @caps"},
      {{Kind::list, 1, 2}, "last ORG:strong"},
      {{Kind::list, 1, 3}, "last ORG:weak"},
      {{Kind::annotation, 7, 9}, "after.1 symbol9"},
      {{Kind::edge, 11}, "after2 @edge"},
      // of the candidate as a whole
      {{Kind::length, 0, 2}, "length 2"},
      {{Kind::hit, 0, 0, 1}, "hit PERSON:strong:1"},
      {{Kind::subtype, 0, 5, 1}, "subtype symbol5:weak"},
      {{Kind::body, 0, 3}, "body ORG:weak"},
      {{Kind::cut, 0, 0, 1}, "cut before:ORG"},
      {{Kind::cut, 0, 1, 2}, "cut after:GPE"},
      {{Kind::given, 0, 6}, "rule symbol6"},
      // of its tokens and their neighbours, by their kinds
      {{Kind::pair, 0, 1, 2}, "pair given,surname"},
      {{Kind::enter, 0, 0, 1}, "enter edge,given"},
      {{Kind::leave, 0, 1, kKindCount - 1}, "leave given,other"},
      {{Kind::ahead, 0, 1, 1}, "ahead given,given"},
      {{Kind::behind, 0, 2, 0}, "behind surname,edge"},
      {{Kind::around, 0, 1, 2, 3}, "around given,surname:3"},
      {{Kind::place, 0, 1, 1, 0}, "place given:start:1"},
      {{Kind::place, 0, 1, 2, 1}, "place given:headline:2"},
      {{Kind::listed, 0, 1, 1, kNoList}, "listed first:given:none"},
      {{Kind::listed, 0, 3, 1, kSeveralWeak}, "listed after:given:several:weak"},
      {{Kind::listed, 0, 0, 2, 4}, "listed before:surname:ORG:weak"},
      // of the document
      {{Kind::document, 0, 0, 0, 3}, "document again:PERSON:3:1"},
      {{Kind::document, 1, 6, 1, 4}, "document term:ORG:4:2"},
      // none
      {{Kind::kind, 0, 1, 1}, ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(feature_text(c.feature, names, class_name, symbol_name) == c.text);
  }
}

TEST_CASE("kinds are numbered in the order in which they are told, as far as there is room") {
  FeatureNames names;
  CHECK(names.find("edge") == 0);
  CHECK(names.find("other") == kKindCount - 1);
  CHECK(names.find("given") == kKindCount);
  CHECK(names.add("given") == 1);
  CHECK(names.add("surname") == 2);
  CHECK(names.add("given") == 1);
  CHECK(names.find("surname") == 2);
  for (std::size_t number = 3; number + 1 < kKindCount; ++number) CHECK(names.add("kind" + std::to_string(number)) == number);
  CHECK(names.add("one too many") == kKindCount);
  CHECK(names.add("surname") == 2);
}

}  // namespace
}  // namespace liaison
