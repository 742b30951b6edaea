#include "resolution/short_names.h"

#include <algorithm>
#include <string>
#include <tuple>

#include "lexicon/fold.h"

namespace liaison {
namespace {

/// How well a bearer fits at best, and not at all.
constexpr int kBest = 0, kNot = 9;
/// How many bearers on one side of a name are looked at.
constexpr std::ptrdiff_t kLongestLook = 256;

auto order(WordId word, bool by_surname, std::uint32_t annotation) { return std::tuple(word, by_surname, annotation); }

/// True if the gazetteers mean the same person by two of their entries.
bool same_known(const Lexicon& lexicon, std::uint32_t a, std::uint32_t b) {
  if (a == Annotation::kUnknown || b == Annotation::kUnknown) return false;
  return a == b || lexicon.entities()[a].name == lexicon.entities()[b].name;
}

Gender known_gender(const Lexicon& lexicon, std::uint32_t entity) {
  return entity == Annotation::kUnknown ? Gender::unknown : gender_of(lexicon.attribute(lexicon.entities()[entity], symbols::gender));
}

/// True if the office of a gazetteer entry is what the role says: "prime-minister".
bool holds(const TextView& view, std::string_view office, const Annotation& role) {
  if (office.empty()) return false;
  for (std::uint32_t t = role.first; t < role.last; ++t) {
    const std::string_view word = view.words->text(*view.lexicon, view.tokens[t].word);
    if (!office.starts_with(word)) return false;
    office.remove_prefix(word.size());
    if (office.empty()) return t + 1 == role.last;
    if (office[0] != '-') return false;
    office.remove_prefix(1);
  }
  return false;
}

}  // namespace

void ShortNames::clear() {
  bearers_.clear();
  words_.clear();
  told_.clear();
}

void ShortNames::add(const Use& full) {
  Bearer bearer;
  bearer.annotation = full.annotation;
  bearer.person = full.person;
  bearer.first_word = static_cast<std::uint32_t>(words_.size());
  bearer.word_count = static_cast<std::uint32_t>(full.words.size());
  bearer.gender = full.gender;
  bearer.known = full.known;
  words_.insert(words_.end(), full.words.begin(), full.words.end());
  for (const bool by_surname : {true, false}) {
    bearer.by_surname = by_surname;
    bearer.word = by_surname ? full.words.back() : full.words.front();
    bearers_.push_back(bearer);
  }
  const auto tell = [&](std::uint64_t what) { told_.push_back({full.person, what, full.annotation}); };
  tell(full.address.kin ? kAsRelative : kNamed);
  if (full.address.suffix) tell(kSuffix);
  if (full.address.title != 0) tell(kTitle), tell(full.address.title);
}

void ShortNames::add_titled(const TextView& view, const Annotation& name, const Use& use) {
  Asked asked;
  ask(view, name, use, asked);
  Bearer bearer;
  bearer.word = use.words.back();
  bearer.by_surname = bearer.is_short = true;
  bearer.annotation = use.annotation;
  bearer.person = use.person;
  bearer.first_word = static_cast<std::uint32_t>(words_.size());
  bearer.word_count = static_cast<std::uint32_t>(use.words.size());
  bearer.known = asked.holders.empty() ? use.known : asked.holders.front();
  bearer.gender = known_gender(*view.lexicon, bearer.known);
  words_.insert(words_.end(), use.words.begin(), use.words.end());
  bearers_.push_back(bearer);
  told_.push_back({use.person, kTitle, use.annotation});
  told_.push_back({use.person, use.address.title, use.annotation});
}

void ShortNames::settle() {
  std::sort(bearers_.begin(), bearers_.end(), [](const Bearer& a, const Bearer& b) {
    return order(a.word, a.by_surname, a.annotation) < order(b.word, b.by_surname, b.annotation);
  });
  std::sort(told_.begin(), told_.end());
}

/// Where something was first told of a person; kUnknown if it was not.
std::uint32_t ShortNames::first_told(std::uint32_t person, std::uint64_t what) const {
  const auto at = std::lower_bound(told_.begin(), told_.end(), Told{person, what, 0});
  return at != told_.end() && at->person == person && at->what == what ? at->annotation : Annotation::kUnknown;
}

/// What the gazetteers say of a short name where it stands.
void ShortNames::ask(const TextView& view, const Annotation& name, const Use& use, Asked& out) const {
  const Lexicon& lexicon = *view.lexicon;
  for (const Hit& hit : view.hits_at(name.first)) {
    if (hit.length != name.last - name.first || hit.type != symbols::person) continue;
    const std::uint32_t entity = lexicon.entries()[hit.entry].of;
    if (!hit.weak) out.unmistakable = entity;
    if (use.address.before && holds(view, lexicon.attribute(lexicon.entities()[entity], symbols::office), *use.address.role))
      out.holders.push_back(entity);
  }
}

/// How well a bearer fits a name, the less the better.
int ShortNames::rank(const TextView& view, const Bearer& bearer, const Use& use, const Asked& asked) const {
  if (!genders_fit(use.address.gender, bearer.gender)) return kNot;
  const bool son = is_told(bearer.person, kSuffix);
  if (use.address.suffix && !son) return kNot;
  const bool titled = is_told(bearer.person, kTitle);
  const bool relative = !titled && first_told(bearer.person, kAsRelative) < first_told(bearer.person, kNamed);
  const bool unmistakable = same_known(*view.lexicon, bearer.known, asked.unmistakable);
  if (!use.address.before) {
    if (unmistakable) return kBest;
    // Somebody known by the surname alone is meant by it, though his full name is not told.
    const bool known_other = relative || (bearer.known != Annotation::kUnknown && !bearer.is_short);
    if (asked.unmistakable != Annotation::kUnknown && known_other && !use.address.suffix &&
        genders_fit(use.address.gender, known_gender(*view.lexicon, asked.unmistakable))) return kNot;
    return bearer.is_short || relative || (son && !use.address.suffix) ? 2 : 1;
  }
  if (is_told(bearer.person, use.address.title)) return kBest;
  if (is_holder(view, bearer, use, asked)) return 1;
  if (!asked.holders.empty()) return kNot;
  if (!relative && !titled) return 2;
  const bool someone_else = asked.unmistakable != Annotation::kUnknown && !unmistakable;
  return relative || someone_else ? kNot : 3;
}

/// True if the gazetteers know a bearer with the title of a name, or one of his given name.
bool ShortNames::is_holder(const TextView& view, const Bearer& bearer, const Use& use, const Asked& asked) const {
  const Lexicon& lexicon = *view.lexicon;
  if (bearer.known != Annotation::kUnknown && holds(view, lexicon.attribute(lexicon.entities()[bearer.known], symbols::office), *use.address.role)) return true;
  return std::any_of(asked.holders.begin(), asked.holders.end(), [&](std::uint32_t holder) {
    if (same_known(lexicon, bearer.known, holder)) return true;
    const std::string name = folded(lexicon.name(lexicon.entities()[holder]));
    const std::string_view given = view.words->text(lexicon, words_[bearer.first_word]);
    return bearer.word_count > 1 && !is_told(bearer.person, kSuffix) && name.starts_with(given) && name.substr(given.size()).starts_with(' ');
  });
}

bool ShortNames::is_meant(const Bearer& bearer, std::span<const WordId> name) const {
  const std::size_t count = bearer.by_surname ? bearer.word_count : 1;
  return name.size() <= count &&
         std::equal(name.rbegin(), name.rend(), words_.rend() - static_cast<std::ptrdiff_t>(bearer.first_word + count));
}

/// True if a bearer by the first name is known to the gazetteers and has a title, and one by the surname has none.
bool ShortNames::outranks(const Bearer& first, const Bearer& surname) const {
  return !first.by_surname && surname.by_surname && first.known != Annotation::kUnknown && is_told(first.person, kTitle) && !is_told(surname.person, kTitle);
}

std::uint32_t ShortNames::bearer_of(const TextView& view, const Annotation& name, const Use& use) const {
  Asked asked;
  ask(view, name, use, asked);
  // Those named before, from the last one on, then those named after; of equals the first one is it.
  const int goal = use.address.before || asked.unmistakable != Annotation::kUnknown ? kBest : 1;
  int best = kNot;
  const Bearer* found = nullptr;
  bool found_before = false;
  for (const bool by_surname : {true, false}) {
    const WordId word = by_surname ? use.words.back() : use.words.front();
    const auto of_kind = [&](const Bearer& b) { return b.word == word && b.by_surname == by_surname; };
    const auto middle = std::upper_bound(bearers_.begin(), bearers_.end(), order(word, by_surname, use.annotation), [](const auto& here, const Bearer& b) {
      return here < order(b.word, b.by_surname, b.annotation);
    });
    const auto look = [&](const Bearer& b, bool before) {
      if (!is_meant(b, use.words)) return;
      const int fits = rank(view, b, use, asked);
      // The first name of somebody named before goes before a surname of somebody named later, and that of somebody with
      // a title, whose surname it may be, before a surname without: `North Korean leader Kim Jong Un … Tony Kim … Kim`.
      const bool nearer = found && fits == best && fits < kNot && before && (!found_before || outranks(b, *found));
      if (fits < best || nearer) best = fits, found = &b, found_before = before;
    };
    const auto open = [&] { return best > goal || (!by_surname && (!found_before || !is_told(found->person, kTitle))); };
    for (auto at = middle; at != bearers_.begin() && of_kind(*(at - 1)) && middle - at < kLongestLook && open(); --at) look(*(at - 1), true);
    for (auto at = middle; at != bearers_.end() && of_kind(*at) && at - middle < kLongestLook && best > goal; ++at) look(*at, false);
  }
  return found ? found->person : kNobody;
}

}  // namespace liaison
