#include "recognition/document_names.h"

#include <algorithm>

namespace liaison {
namespace {

/// A name counts as evidence for others from this score on.
constexpr std::int32_t kCertain = 8;
/// From these scores on it is of the second level, the third and the fourth.
constexpr std::int32_t kLevels[] = {20, 36, 60};

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
      nationality(lexicon.find_class("nationality")),
      legal_suffix(lexicon.find_class("legal_suffix")),
      head(lexicon.find_class("org_head")),
      name_suffix(lexicon.find_class("name_suffix")),
      particle(lexicon.find_class("name_particle")) {}

std::uint64_t DocumentNames::key_of(const TextView& view, std::uint32_t first, std::uint32_t last) {
  std::uint64_t key = 0x243F6A8885A308D3u + (last - first);
  for (std::uint32_t i = first; i < last; ++i) key = (key ^ view.tokens[i].word) * 0x9E3779B97F4A7C15u, key ^= key >> 29;
  return key;
}

std::uint16_t DocumentNames::level(std::int32_t score) {
  if (score < kCertain) return 0;
  std::uint16_t out = 1;
  for (std::int32_t least : kLevels) out = static_cast<std::uint16_t>(out + (score >= least));
  return out;
}

std::uint16_t DocumentNames::level_of(std::uint32_t entity, std::uint32_t first, std::uint32_t last) const {
  auto at = entities_.find(entity);
  return at == entities_.end() ? std::uint16_t{0} : level(at->second.elsewhere(first, last));
}

const DocumentNames::Seen* DocumentNames::acronym(const TextView& view, std::uint32_t token) const {
  if (initials_.empty() || !view.tokens[token].has(kAllCaps | kAbbreviation)) return nullptr;
  auto at = initials_.find(letters_of(view.surface(token)));
  return at == initials_.end() ? nullptr : &at->second;
}

void DocumentNames::Seen::note(const Annotation& name) {
  if (name.first == first && name.last == last) return;  // noted already
  if (name.score > best) *this = {name.score, best, name.first, name.last};
  else second = std::max(second, name.score);
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

/// The first letters of the capitalised words: "Securities and Exchange Commission" is called SEC.
void DocumentNames::note_initials(const TextView& view, const Annotation& name) {
  std::string letters;
  for (std::uint32_t i = name.first; i < name.last; ++i)
    if (view.tokens[i].has(kFirstCapital)) letters += view.surface(i)[0];
  if (letters.size() > 1) initials_[letters].note(name);
}

void DocumentNames::add_org_parts(const TextView& view, const NameClasses& classes, const Annotation& name) {
  constexpr std::size_t kOrg = 1;
  if (name.last - name.first < 2) return;
  note_initials(view, name);
  std::uint32_t last = name.last;
  while (last > name.first + 1 && view.classes(last - 1).has(classes.legal_suffix)) --last;
  known(view, name.first, last).part[kOrg].note(name);
  while (last > name.first + 1 && (view.classes(last - 1).has(classes.head) || view.classes(last - 1).has(classes.connector)))
    --last;
  if (last - name.first > 1) known(view, name.first, last).part[kOrg].note(name);
  const ClassSet& first = view.classes(name.first);
  bool telling = !first.has(classes.ordinary) && !first.has(classes.common) && !first.has(classes.never);
  for (const Hit& hit : view.hits_at(name.first))
    telling &= hit.length > 1 || view.lexicon->entries()[hit.entry].type() != symbols::gpe;
  if (telling) known(view, name.first, name.first + 1).part[kOrg].note(name);
}

void DocumentNames::add(const TextView& view, const NameClasses& classes, const Annotation& name) {
  std::size_t type = name_type_index(name.type);
  if (type == kNameTypeCount) return;
  starting_[name.first] = ending_[name.last - 1] = static_cast<std::uint8_t>(1 + type);
  if (name.score < kCertain) return;
  known(view, name.first, name.last).whole[type].note(name);
  if (name.known != Annotation::kUnknown) entities_[name.known].note(name);
  if (name.type == symbols::person) add_person_parts(view, classes, name);
  if (name.type == symbols::org) add_org_parts(view, classes, name);
}

void DocumentNames::learn(const TextView& view, const NameClasses& classes, std::span<const Annotation> names) {
  strings_.clear();
  initials_.clear();
  entities_.clear();
  starting_.assign(view.tokens.size(), 0);
  ending_.assign(view.tokens.size(), 0);
  for (const Annotation& name : names) add(view, classes, name);
}

}  // namespace liaison
