#include "relations/name_list.h"

#include <algorithm>

#include "lexicon/lexicon.h"
#include "liaison/symbol.h"

namespace liaison {
namespace {

/// How many units a bracket behind a name may hold.
constexpr std::uint32_t kBracket = 6;

/// Reads a list from left to right.
class Reader {
 public:
  Reader(std::span<const Unit> units, const NameListClasses& classes) : units_(units), classes_(&classes) {}

  bool is_person(std::uint32_t at) const { return at < units_.size() && units_[at].type == symbols::person; }
  bool is_body(std::uint32_t at) const {
    return at < units_.size() && (units_[at].type == symbols::org || units_[at].type == symbols::gpe);
  }
  bool is(std::uint32_t at, ClassId id) const {
    return at < units_.size() && units_[at].annotation == Unit::kNoAnnotation && units_[at].is(id);
  }

  /// The body told behind a name, after which `at` stands; none where none is.
  std::uint32_t body_behind(std::uint32_t& at) const {
    std::uint32_t next = at;
    if (is(next, classes_->of) || is(next, classes_->at)) {
      next += is(next + 1, classes_->article) ? 2 : 1;
      return is_body(next) ? (at = next + 1, next) : ListedPerson::kNone;
    }
    if (is(next, classes_->bracket)) return body_in_bracket(at);
    // The letter of a party before a state: ", D-Texas".
    bool letter = is(next, classes_->comma) && is(next + 2, classes_->hyphen) && is_body(next + 3);
    if (!letter) return ListedPerson::kNone;
    at = next + 4;
    return next + 3;
  }

  /// The person behind `at`, with the body that owns: "Russia's Ann Lee". False if there is none.
  bool person_at(std::uint32_t& at, ListedPerson& found) const {
    std::uint32_t next = at, owner = ListedPerson::kNone;
    if (is_body(next) && is(next + 1, classes_->possessive)) owner = next, next += 2;
    if (is(next, classes_->honorific)) ++next;
    if (!is_person(next)) return false;
    found = {next, owner};
    at = next + 1;
    return true;
  }

  /// Reads on behind a person: his body, and those who follow. True if "and" closes the list.
  bool read(std::uint32_t at, std::vector<ListedPerson>& out) const {
    while (true) {
      std::uint32_t body = body_behind(at);
      if (body != ListedPerson::kNone) out.back().body = body;
      bool comma = is(at, classes_->comma);
      at += comma;
      bool join = is(at, classes_->join);
      at += join;
      ListedPerson next;
      if ((!comma && !join) || !person_at(at, next)) return false;
      out.push_back(next);
      if (!join) continue;
      const bool pair_follows = out.size() > 1 && (out.end() - 2)->body != ListedPerson::kNone && read_pair(at, out);
      body = pair_follows ? ListedPerson::kNone : body_behind(at);
      if (body != ListedPerson::kNone) out.back().body = body;
      return !is(at, classes_->possessive);
    }
  }

 private:
  /// Reads on behind the first of two who share a body, after one who has his own: "A of Ohio and B and C of Utah". False if
  /// there are none.
  bool read_pair(std::uint32_t& at, std::vector<ListedPerson>& out) const {
    std::uint32_t next = at + 1;
    ListedPerson second;
    if (!is(at, classes_->join) || !person_at(next, second) || second.body != ListedPerson::kNone) return false;
    const std::uint32_t body = body_behind(next);
    if (body == ListedPerson::kNone) return false;
    out.back().body = second.body = body;
    out.push_back(second);
    at = next;
    return true;
  }

  std::uint32_t body_in_bracket(std::uint32_t& at) const {
    std::uint32_t found = ListedPerson::kNone;
    for (std::uint32_t next = at + 1; next < std::min<std::size_t>(units_.size(), at + kBracket); ++next) {
      if (is_body(next)) found = next;
      if (is_person(next)) break;
      if (units_[next].type != symbols::token || found != next - 1) continue;
      at = next + 1;
      return found;
    }
    return ListedPerson::kNone;
  }

  std::span<const Unit> units_;
  const NameListClasses* classes_;
};

bool all_have_bodies(const std::vector<ListedPerson>& list) {
  return std::all_of(list.begin(), list.end(), [](const ListedPerson& p) { return p.body != ListedPerson::kNone; });
}

}  // namespace

NameListClasses::NameListClasses(const Lexicon& lexicon)
    : comma(lexicon.find_class("comma")),
      join(lexicon.find_class("and_word")),
      of(lexicon.find_class("of_preposition")),
      at(lexicon.find_class("at_preposition")),
      article(lexicon.find_class("article")),
      bracket(lexicon.find_class("opening_bracket")),
      hyphen(lexicon.find_class("hyphen")),
      possessive(lexicon.find_class("possessive_mark")),
      honorific(lexicon.find_class("honorific")) {}

void people_from(std::span<const Unit> units, const NameListClasses& classes, std::uint32_t first,
                 std::vector<ListedPerson>& out) {
  out.clear();
  Reader reader(units, classes);
  if (!reader.is_person(first)) return;
  out.push_back({first});
  if (first >= 2 && reader.is_body(first - 2) && reader.is(first - 1, classes.possessive)) out.back().body = first - 2;
  // Without "and" the bodies hold a list together: `Presidents A of X, B of Y, the minister …`.
  if (!reader.read(first + 1, out) && (out.size() < 2 || !all_have_bodies(out))) out.clear();
}

void people_until(std::span<const Unit> units, const NameListClasses& classes, std::uint32_t last,
                  std::vector<ListedPerson>& out) {
  out.clear();
  Reader reader(units, classes);
  if (!reader.is_person(last)) return;
  std::uint32_t first = last;
  while (true) {
    std::uint32_t at = first;
    if (at > 0 && reader.is(at - 1, classes.honorific)) --at;
    if (at > 0 && reader.is(at - 1, classes.join)) --at;
    if (at > 0 && reader.is(at - 1, classes.comma)) --at;
    if (at == first || at == 0 || !reader.is_person(at - 1)) break;
    first = at - 1;
  }
  if (first == last) return;
  people_from(units, classes, first, out);
  if (!out.empty() && out.back().person != last) out.clear();
}

}  // namespace liaison
