#include "network/place_beside.h"

#include <algorithm>
#include <string_view>

#include "network/national_bodies.h"

namespace liaison {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80; }

class PlaceFinder {
 public:
  PlaceFinder(const Document& document, const Analysis& analysis)
      : document_(document), analysis_(analysis), national_(NationalBodies::of(*analysis.pack)) {}

  std::string find(const Entity& body) const {
    const NationalBodies::Reading name = national_.read(body.known_as.empty() ? body.name : body.known_as);
    if (!name.body || name.realm) return {};
    for (const MentionId mention : body.mentions) {
      if (std::string place = beside(static_cast<std::size_t>(mention)); !place.empty()) return place;
    }
    return {};
  }

 private:
  std::string beside(std::size_t at) const {
    const Place& place = analysis_.mentions[at].place;
    const std::string_view text = place.in_title ? document_.title : document_.text;
    if (const Entity* const before = neighbour(at, -1)) {
      const Place& other = analysis_.mentions[at - 1].place;
      if (is_possessive(text.substr(other.span.end, place.span.start - other.span.end))) return name(*before);
    }
    if (const Entity* const after = neighbour(at, 1)) {
      const Place& other = analysis_.mentions[at + 1].place;
      if (is_preposition(text.substr(place.span.end, other.span.start - place.span.end))) return name(*after);
    }
    return adjective(text.substr(0, place.span.start));
  }

  /// The place whose mention is the last before, or the first behind; null where there is none in the same text.
  const Entity* neighbour(std::size_t at, int step) const {
    const std::size_t other = at + static_cast<std::size_t>(step);
    if (other >= analysis_.mentions.size()) return nullptr;
    const Mention& mention = analysis_.mentions[other];
    const bool is_place = mention.type == symbols::gpe && mention.entity != EntityId::none;
    return is_place && mention.place.in_title == analysis_.mentions[at].place.in_title ? &analysis_.at(mention.entity) : nullptr;
  }

  static std::string name(const Entity& place) { return place.known_as.empty() ? place.name : place.known_as; }

  /// Nothing but blanks, an apostrophe and one letter.
  static bool is_possessive(std::string_view between) {
    constexpr std::size_t kLongest = 6;
    const auto is_other = [](char c) { return c == ',' || c == ';' || c == '(' || c == '\n' || c == '-'; };
    if (between.size() > kLongest || std::any_of(between.begin(), between.end(), is_other)) return false;
    return std::count_if(between.begin(), between.end(), [](char c) { return c >= 'a' && c <= 'z'; }) <= 1;
  }

  bool is_preposition(std::string_view between) const {
    if (between.size() < 3 || between.front() != ' ' || between.back() != ' ') return false;
    return national_.leads_to_place(between.substr(1, between.size() - 2));
  }

  /// What the last word or the last two before tell: "Russian", "North Korean".
  std::string adjective(std::string_view before) const {
    if (before.empty() || before.back() != ' ') return {};
    before.remove_suffix(1);
    const std::size_t last = begin_of_word(before);
    std::size_t two = last > 0 && before[last - 1] == ' ' ? begin_of_word(before.substr(0, last - 1)) : last;
    for (const std::size_t begin : {two, last}) {
      const std::string_view words = before.substr(begin);
      if (words.empty() || (words.front() >= 'a' && words.front() <= 'z')) continue;
      if (const Realm* const realm = national_.realm_of(words)) return realm->name;
    }
    return {};
  }

  static std::size_t begin_of_word(std::string_view text) {
    std::size_t begin = text.size();
    while (begin > 0 && is_letter(text[begin - 1])) --begin;
    return begin;
  }

  const Document& document_;
  const Analysis& analysis_;
  const NationalBodies& national_;
};

}  // namespace

std::string place_beside(const Document& document, const Analysis& analysis, const Entity& body) {
  return PlaceFinder(document, analysis).find(body);
}

}  // namespace liaison
