#include "recognition/document_names.h"

#include <algorithm>

#include "recognition/acronyms.h"
#include "text/utf8.h"

namespace liaison {
namespace {

/// A name counts as evidence for others from this score on.
constexpr std::int32_t kCertain = 8;
/// From these scores on it is of the second level, the third and the fourth.
constexpr std::int32_t kLevels[] = {20, 36, 60};

/// `Boeing (BA)`: the letters under which the gazetteers know that a company is traded stand behind its name.
bool is_ticker(const TextView& view, const NameClasses& classes, std::span<const Annotation> names, std::uint32_t letters) {
  if (letters == 0 || !view.classes(letters - 1).has(classes.bracket)) return false;
  const auto behind = std::lower_bound(names.begin(), names.end(), letters - 1, [](const Annotation& name, std::uint32_t token) { return name.last < token; });
  if (behind == names.end() || behind->last != letters - 1 || behind->known == Annotation::kUnknown) return false;
  return view.lexicon->attribute(view.lexicon->entities()[behind->known], symbols::ticker) == view.surface(letters);
}

}  // namespace

std::uint64_t DocumentNames::key_of_letters(std::string_view letters) { return WordTable::hash(letters) ^ 0xBE5466CF34E90C6Cu; }

std::uint16_t DocumentNames::level(std::int32_t score) {
  if (score < kCertain) return 0;
  std::uint16_t out = 1;
  for (std::int32_t least : kLevels) out = static_cast<std::uint16_t>(out + (score >= least));
  return out;
}

bool DocumentNames::was_found(const TextView& view, std::uint32_t first, std::uint32_t last) const {
  const Slot& at = slot(key_of(view, first, last));
  if (at.index == kNothing) return false;
  const Known& known = strings_[at.index];
  return known.level_elsewhere(kPersonPart - 1, first, last) || known.level_elsewhere(kOrgPart - 1, first, last);
}

std::uint16_t DocumentNames::level_of(std::uint32_t entity, std::uint32_t first, std::uint32_t last) const {
  const Slot& at = slot(key_of_entity(entity));
  return at.index == kNothing ? std::uint16_t{0} : level(others_[at.index].elsewhere(first, last));
}

/// How surely a part of a person's name stands before the mark of an owner: `Christie's` beside `Chris Christie`; 0 where none does.
std::uint16_t DocumentNames::owner_level(const TextView& view, std::uint32_t first, std::uint32_t last) const {
  const std::string_view mark = view.surface(last - 1);
  if (!mark.starts_with('\'') && !mark.starts_with("\u2019")) return 0;
  const Slot& at = slot(key_of(view, first, last - 1));
  return at.index == kNothing ? 0 : strings_[at.index].level_elsewhere(kPersonPart, first, last);
}

bool DocumentNames::is_term(const TextView& view, std::uint32_t token) const {
  return !terms_.empty() && view.tokens[token].has(kAllCaps | kAbbreviation) &&
         std::find(terms_.begin(), terms_.end(), view.tokens[token].word) != terms_.end();
}

const DocumentNames::Seen* DocumentNames::acronym(const TextView& view, std::uint32_t token) const {
  if (!has_letters_ || !view.tokens[token].has(kAllCaps | kAbbreviation)) return nullptr;
  const Slot& at = slot(key_of_letters(letters_of(view, token)));
  return at.index == kNothing ? nullptr : &others_[at.index];
}

std::uint8_t DocumentNames::beside_end(const TextView& view, const NameClasses& classes, std::uint32_t last) const {
  auto end = static_cast<std::uint32_t>(view.tokens.size());
  std::uint32_t next = last;
  while (next < end && next < last + 2 && classes.bits(view, next) & NameClasses::kListMark) ++next;
  return next > last && next < end ? starting_[next] : std::uint8_t{0};
}

std::uint8_t DocumentNames::beside_start(const TextView& view, const NameClasses& classes, std::uint32_t first) const {
  std::uint32_t before = first;
  while (before > 0 && before + 2 > first && classes.bits(view, before - 1) & NameClasses::kListMark) --before;
  return before < first && before > 0 ? ending_[before - 1] : std::uint8_t{0};
}

/// Makes the table so large that all that one name can tell fits.
void DocumentNames::make_room() {
  constexpr std::size_t kMostKeys = 7;  // of one name
  if (2 * (strings_.size() + others_.size() + kMostKeys) <= slots_.size()) return;
  std::vector<Slot> old(2 * slots_.size());
  old.swap(slots_);
  for (const Slot& s : old)
    if (s.index != kNothing) slot(s.key) = s;
}

/// Notes that a name was found which the tokens are, or which they are a part of.
void DocumentNames::note(const TextView& view, std::uint32_t first, std::uint32_t last, std::size_t what, const Annotation& name) {
  std::uint64_t key = key_of(view, first, last);
  Slot& at = slot(key);
  if (at.index == kNothing) {
    at = {key, static_cast<std::uint32_t>(strings_.size())};
    strings_.emplace_back();
  }
  Known& known = strings_[at.index];
  known.found |= 1u << what;
  known.seen[what].note(name);
}

void DocumentNames::note(std::uint64_t key, const Annotation& name) {
  Slot& at = slot(key);
  if (at.index == kNothing) {
    at = {key, static_cast<std::uint32_t>(others_.size())};
    others_.emplace_back();
  }
  others_[at.index].note(name);
}

void DocumentNames::Seen::note(const Annotation& name) {
  if (name.first == first && name.last == last) return;  // noted already
  if (name.score > best) *this = {name.score, best, name.first, name.last};
  else second = std::max(second, name.score);
}

std::uint32_t DocumentNames::end_of_surname(const TextView& view, const NameClasses& classes, const Annotation& name) {
  std::uint32_t last = name.last;
  while (last > name.first + 1 && view.classes(last - 1).has(classes.name_suffix)) --last;
  return last;
}

void DocumentNames::add_person_parts(const TextView& view, const NameClasses& classes, const Annotation& name) {
  const std::uint32_t last = end_of_surname(view, classes, name);
  if (last - name.first < 2) return;
  if (last < name.last) note(view, name.first, last, kPersonPart, name);
  std::uint32_t surname = last - 1;
  note(view, surname, last, kPersonPart, name);
  if (last < name.last) note(view, surname, name.last, kPersonPart, name);  // "Downey Jr."
  while (surname > name.first + 1 && view.classes(surname - 1).has(classes.particle)) --surname;
  note(view, surname, last, kPersonPart, name);
  const ClassSet& first = view.classes(name.first);
  bool given = std::any_of(std::begin(classes.given), std::end(classes.given), [&](ClassId c) { return first.has(c); });
  if (!given || first.has(classes.surname)) note(view, name.first, name.first + 1, kPersonPart, name);
}

/// The first letters of the capitalised words: "Securities and Exchange Commission" is called SEC.
void DocumentNames::note_initials(const TextView& view, const Annotation& name) {
  std::string letters;
  std::size_t count = 0;
  for (std::uint32_t i = name.first; i < name.last; ++i)
    if (view.tokens[i].has(kFirstCapital)) letters += first_letter(view.words->text(*view.lexicon, view.tokens[i].word)), ++count;
  if (count < 2) return;
  has_letters_ = true;
  note(key_of_letters(letters), name);
}

void DocumentNames::add_org_parts(const TextView& view, const NameClasses& classes, const Annotation& name) {
  if (name.last - name.first < 2) return;
  note_initials(view, name);
  std::uint32_t last = name.last;
  while (last > name.first + 1 && view.classes(last - 1).has(classes.legal_suffix)) --last;
  note(view, name.first, last, kOrgPart, name);
  while (last > name.first + 1 && (view.classes(last - 1).has(classes.head) || view.classes(last - 1).has(classes.connector)))
    --last;
  if (last - name.first > 1) note(view, name.first, last, kOrgPart, name);
  const ClassSet& first = view.classes(name.first);
  bool telling = !first.has(classes.ordinary) && !first.has(classes.common) && !first.has(classes.never);
  for (const Hit& hit : view.hits_at(name.first))
    telling &= hit.length > 1 || hit.type != symbols::gpe;
  telling &= !view.classes(name.first + 1).has(classes.possessive);  // of "Smith's Party" Smith is the owner
  if (telling) note(view, name.first, name.first + 1, kOrgPart, name);
}

void DocumentNames::add(const TextView& view, const NameClasses& classes, const Annotation& name) {
  std::size_t type = name_type_index(name.type);
  if (type == kNameTypeCount) return;
  starting_[name.first] = ending_[name.last - 1] = static_cast<std::uint8_t>(1 + type);
  if (name.score < kCertain) return;
  make_room();
  note(view, name.first, name.last, 2 * type, name);
  if (name.known != Annotation::kUnknown) note(key_of_entity(name.known), name);
  if (name.type == symbols::person) add_person_parts(view, classes, name);
  if (name.type == symbols::org) add_org_parts(view, classes, name);
}

/// Notes tickers, and the acronyms that the text spells out with words that are no name, nor of a kind of body ("Office").
void DocumentNames::note_terms(const TextView& view, const NameClasses& classes, std::span<const Annotation> names,
                               std::span<const std::uint32_t> acronyms) {
  for (std::uint32_t acronym : acronyms) {
    if (is_ticker(view, classes, names, acronym)) {
      terms_.push_back(view.tokens[acronym].word);
      continue;
    }
    const std::uint32_t first = spelled_out_from(view, classes, acronym);
    if (first == acronym) continue;
    auto behind = std::lower_bound(names.begin(), names.end(), acronym,
                                   [](const Annotation& name, std::uint32_t token) { return name.first < token; });
    bool named = behind != names.begin() && (behind - 1)->last > first && (behind - 1)->type != symbols::misc;
    named |= view.classes(first).has(classes.head_first) || view.classes(acronym - 2).has(classes.head);
    if (!named) terms_.push_back(view.tokens[acronym].word);
  }
}

void DocumentNames::learn(const TextView& view, const NameClasses& classes, std::span<const Annotation> names,
                          std::span<const std::uint32_t> acronyms) {
  constexpr std::size_t kUsualKeys = 4;  // of a name; half of the table stays free
  slots_.assign(std::bit_ceil(2 * kUsualKeys * (names.size() + 4)), Slot());
  strings_.clear();
  others_.clear();
  has_letters_ = false;
  starting_.assign(view.tokens.size(), 0);
  ending_.assign(view.tokens.size(), 0);
  for (const Annotation& name : names) add(view, classes, name);
  terms_.clear();
  note_terms(view, classes, names, acronyms);
}

}  // namespace liaison
