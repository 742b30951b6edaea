#include "relations/known_offices.h"

#include <algorithm>

#include "lexicon/lexicon.h"
#include "relations/known_entity.h"

namespace liaison {

std::string_view known_of(const HoldReading& r, EntityId person, Symbol attribute) {
  if (person == EntityId::none) return {};
  return known_attribute(*r.view.lexicon, r.annotations, r.entities[static_cast<std::size_t>(person)], attribute);
}

int year_of_day(std::string_view date) { return year_in(date.substr(0, date.find('-'))); }

bool was_before(const HoldReading& r, std::string_view left) {
  const int year = year_of_day(left);
  if (year != 0 && year == r.year && r.dated)
    return left.size() > 4 && r.date.size() >= left.size() && left < r.date.substr(0, left.size());
  return year != 0 && year < (r.year != 0 ? r.year : kEarliestNews);
}

std::string office_in_words(std::string_view office) {
  std::string words(office);
  std::replace(words.begin(), words.end(), '-', ' ');
  return words;
}

bool had_left_by_surname(const HoldReading& r, const Annotation& name, std::string_view office) {
  if (name.last != name.first + 1 || r.entities[static_cast<std::size_t>(name.entity)].name.find(' ') != std::string::npos) return false;
  bool any = false;
  for (const Hit& hit : r.view.hits_at(name.first)) {
    const Entry& entry = r.view.lexicon->entries()[hit.entry];
    if (hit.length != 1 || entry.type() != symbols::person) continue;
    const NamedEntity& known = r.view.lexicon->entities()[entry.of];
    const std::string held = office_in_words(r.view.lexicon->attribute(known, symbols::office));
    if (office.empty() ? held.empty() : held != office) continue;
    if (!was_before(r, r.view.lexicon->attribute(known, symbols::left))) return false;
    any = true;
  }
  return any;
}

InOffice in_office(const HoldReading& r, EntityId person, std::string_view office) {
  const std::string known = office_in_words(known_of(r, person, symbols::office));
  const int from = year_in(known_of(r, person, symbols::from)), left = year_of_day(known_of(r, person, symbols::left));
  if (known.empty() ? from == 0 : known != office) return InOffice::no;
  if (r.year != 0 && ((from > r.year && r.dated) || (left != 0 && r.year > left))) return InOffice::no;
  return known.empty() || from == 0 ? InOffice::maybe : InOffice::yes;
}

}  // namespace liaison
