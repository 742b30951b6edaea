#include <algorithm>

#include "recognition/name_finder.h"

namespace liaison {
namespace {

/// A name of round one counts as evidence for others from this score on.
constexpr std::int32_t kCertain = 20;

std::uint64_t key_of(const TextView& view, std::uint32_t first, std::uint32_t last) {
  std::uint64_t key = 0x243F6A8885A308D3u + (last - first);
  for (std::uint32_t i = first; i < last; ++i) key = (key ^ view.tokens[i].word) * 0x9E3779B97F4A7C15u, key ^= key >> 29;
  return key;
}

std::size_t index_of(Symbol type) {
  return static_cast<std::size_t>(std::find(std::begin(kNameTypes), std::end(kNameTypes), type) - std::begin(kNameTypes));
}

/// The first letters of the capitalised words: "Securities and Exchange Commission" gives "SEC".
std::string initials_of(const TextView& view, std::uint32_t first, std::uint32_t last) {
  std::string out;
  for (std::uint32_t i = first; i < last; ++i)
    if (view.tokens[i].has(kFirstCapital)) out += view.surface(i)[0];
  return out;
}

/// "SEC" of "S.E.C.".
std::string letters_of(std::string_view token) {
  std::string out(token);
  std::erase(out, '.');
  return out;
}

}  // namespace

NameClasses::NameClasses(const Lexicon& lexicon)
    : connector(lexicon.find_class("name_connector")),
      list_mark(lexicon.find_class("list_mark")),
      uncapitalised(lexicon.find_class("name_without_capital")),
      never(lexicon.find_class("not_a_name")),
      given{lexicon.find_class("given_male"), lexicon.find_class("given_female"), lexicon.find_class("given_other")},
      surname(lexicon.find_class("surname")),
      ordinary(lexicon.find_class("ordinary_3")),
      common(lexicon.find_class("ordinary_4")),
      legal_suffix(lexicon.find_class("legal_suffix")),
      head(lexicon.find_class("org_head")),
      name_suffix(lexicon.find_class("name_suffix")),
      particle(lexicon.find_class("name_particle")) {}

void DocumentNames::clear() {
  strings_.clear();
  initials_.clear();
  entities_.clear();
}

bool DocumentNames::has_known(std::uint32_t entity, std::uint32_t first, std::uint32_t last) const {
  auto at = entities_.find(entity);
  return at != entities_.end() && at->second.elsewhere(first, last) > 0;
}

void DocumentNames::Seen::note(const Annotation& name) {
  if (name.first == first && name.last == last) return;  // noted already
  if (name.score > best) *this = {name.score, best, name.first, name.last};
  else second = std::max(second, name.score);
}

DocumentNames::Known& DocumentNames::known(const TextView& view, std::uint32_t first, std::uint32_t last) {
  return strings_[key_of(view, first, last)];
}

void DocumentNames::add_person_parts(const TextView& view, const NameClasses& classes, const Annotation& name) {
  constexpr std::size_t kPerson = 0;
  std::uint32_t last = name.last;
  while (last > name.first + 1 && view.classes(last - 1).has(classes.name_suffix)) --last;
  if (last - name.first < 2) return;
  known(view, name.first, last).part[kPerson].note(name);
  std::uint32_t surname = last - 1;
  known(view, surname, last).part[kPerson].note(name);
  while (surname > name.first + 1 && view.classes(surname - 1).has(classes.particle)) --surname;
  known(view, surname, last).part[kPerson].note(name);
  const ClassSet& first = view.classes(name.first);
  bool given = std::any_of(std::begin(classes.given), std::end(classes.given), [&](ClassId c) { return first.has(c); });
  if (!given || first.has(classes.surname)) known(view, name.first, name.first + 1).part[kPerson].note(name);
}

void DocumentNames::add_org_parts(const TextView& view, const NameClasses& classes, const Annotation& name) {
  constexpr std::size_t kOrg = 1;
  if (name.last - name.first < 2) return;
  initials_.push_back(initials_of(view, name.first, name.last));
  std::uint32_t last = name.last;
  while (last > name.first + 1 && view.classes(last - 1).has(classes.legal_suffix)) --last;
  known(view, name.first, last).part[kOrg].note(name);
  while (last > name.first + 1 && (view.classes(last - 1).has(classes.head) || view.classes(last - 1).has(classes.connector)))
    --last;
  if (last - name.first > 1) known(view, name.first, last).part[kOrg].note(name);
  const ClassSet& first = view.classes(name.first);
  bool telling = !first.has(classes.ordinary) && !first.has(classes.common) && !first.has(classes.never);
  for (const Hit& hit : view.hits_at(name.first))
    telling &= hit.length > 1 || view.lexicon->entries()[hit.entry].type != symbols::gpe;
  if (telling) known(view, name.first, name.first + 1).part[kOrg].note(name);
}

void DocumentNames::add(const TextView& view, const NameClasses& classes, const Annotation& name) {
  if (name.score < kCertain) return;
  std::size_t type = index_of(name.type);
  if (type == kNameTypeCount) return;
  known(view, name.first, name.last).whole[type].note(name);
  if (name.known != Annotation::kUnknown) entities_[name.known].note(name);
  if (name.type == symbols::person) add_person_parts(view, classes, name);
  if (name.type == symbols::org) add_org_parts(view, classes, name);
}

TypeScores DocumentNames::evidence(const NameModel& model, const TextView& view, std::uint32_t first,
                                   std::uint32_t last) const {
  TypeScores sum;
  auto at = strings_.find(key_of(view, first, last));
  if (at != strings_.end()) {
    for (std::size_t type = 0; type < kNameTypeCount; ++type) {
      bool again = at->second.whole[type].elsewhere(first, last) >= kCertain;
      bool part = at->second.part[type].elsewhere(first, last) > 0;
      if (again) sum.of[type] += model.document(DocumentEvidence::again, type);
      else if (part) sum.of[type] += model.document(DocumentEvidence::part, type);
    }
  }
  if (last - first == 1 && view.tokens[first].has(kAllCaps | kAbbreviation)) {
    constexpr std::size_t kOrg = 1;
    std::string letters = letters_of(view.surface(first));
    if (letters.size() > 1 && std::find(initials_.begin(), initials_.end(), letters) != initials_.end())
      sum.of[kOrg] += model.document(DocumentEvidence::acronym, kOrg);
  }
  return sum;
}

}  // namespace liaison
