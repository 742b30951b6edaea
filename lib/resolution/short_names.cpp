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
/// How near behind his full name, in tokens, somebody may take over a short one, and after how many its owner is forgotten,
/// if he was called by it less often than that.
constexpr std::uint32_t kClose = 100, kForgotten = 150, kOften = 4;

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
  habits_.clear();
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
    out.known.push_back(entity);
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

/// True if the gazetteers know a bearer by the short name.
bool ShortNames::is_asked(const TextView& view, const Bearer& bearer, const Asked& asked) {
  return std::any_of(asked.known.begin(), asked.known.end(),
                     [&](std::uint32_t known) { return same_known(*view.lexicon, bearer.known, known); });
}

ShortNames::Found ShortNames::find(const TextView& view, const Use& use, const Asked& asked) const {
  // Those named before, from the last one on, then those named after; of equals the first one is it.
  const int goal = use.address.before || asked.unmistakable != Annotation::kUnknown ? kBest : 1;
  Found found{nullptr, kNot, false};
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
      // But not of somebody else than the one whom the gazetteers call so: `Abbas Araghchi … Abbas … Mahmoud Abbas`.
      const bool other = found.bearer && is_asked(view, *found.bearer, asked) && !is_asked(view, b, asked);
      const bool nearer = found.bearer && fits == found.fits && fits < kNot && before && !other &&
                          (!found.before || outranks(b, *found.bearer));
      if (fits < found.fits || nearer) found = {&b, fits, before};
    };
    const auto open = [&] { return found.fits > goal || (!by_surname && (!found.before || !is_told(found.bearer->person, kTitle))); };
    for (auto at = middle; at != bearers_.begin() && of_kind(*(at - 1)) && middle - at < kLongestLook && open(); --at) look(*(at - 1), true);
    for (auto at = middle; at != bearers_.end() && of_kind(*at) && at - middle < kLongestLook && found.fits > goal; ++at) look(*at, false);
  }
  return found;
}

std::uint32_t ShortNames::bearer_of(const TextView& view, const Annotation& name, const Use& use) const {
  Asked asked;
  ask(view, name, use, asked);
  const Bearer* found = find(view, use, asked).bearer;
  return found ? found->person : kNobody;
}

ShortNames::Habit& ShortNames::habit_of(WordId word) {
  auto at = std::lower_bound(habits_.begin(), habits_.end(), word, [](const Habit& habit, WordId w) { return habit.word < w; });
  if (at == habits_.end() || at->word != word) at = habits_.insert(at, Habit{.word = word});
  return *at;
}

/// Who alone was named in full, and more than once, before any other bearer of the same surname was: the text is about
/// him. Else whoever was found.
const ShortNames::Bearer* ShortNames::first_owner(const Bearer* found) const {
  const auto of_kind = [&](const Bearer& b) { return b.word == found->word && b.by_surname == found->by_surname; };
  const Bearer *first = found, *end = bearers_.data() + bearers_.size();
  while (first != bearers_.data() && of_kind(*(first - 1))) --first;
  const Bearer* next = first + 1;
  return next != end && of_kind(*next) && next->person == first->person ? first : found;
}

/// Where a person was last named before a bearer of the same short name; 0 if he was not.
std::uint32_t ShortNames::last_named(const Bearer& before, std::uint32_t person) const {
  const Bearer* at = &before;
  while (at != bearers_.data() && (at - 1)->word == before.word && (at - 1)->by_surname == before.by_surname && &before - at < kLongestLook)
    if ((--at)->person == person) return at->annotation;
  return 0;
}

/// Whether somebody named last is meant instead of the owner of the short name: where he is spoken of for the time being,
/// where the owner was not for long and never often, or within a paragraph, unless he is told as a relative.
ShortNames::Turn ShortNames::turn_of(const TextView& view, std::span<const Annotation> annotations, const Bearer& bearer,
                                     const Habit& habit, const Use& use) const {
  if (bearer.annotation > use.annotation) return Turn::none;
  const auto gap = [&](std::uint32_t from, std::uint32_t to) { return annotations[to].first - annotations[from].last; };
  if (habit.guest == bearer.person && gap(habit.guest_at, use.annotation) < kForgotten) return Turn::from_here;
  if (gap(bearer.annotation, use.annotation) > kClose) return Turn::none;
  const std::uint32_t owner_at = std::max(habit.owner_at, last_named(bearer, habit.owner->person));
  if (habit.uses < kOften && owner_at < bearer.annotation && gap(owner_at, bearer.annotation) > kForgotten) return Turn::from_here;
  if (is_told(bearer.person, kAsRelative)) return Turn::none;
  for (std::uint32_t t = annotations[bearer.annotation].last; t < annotations[use.annotation].first; ++t)
    if (view.tokens[t].has(kParagraphBefore)) return Turn::none;
  return Turn::here;
}

std::uint32_t ShortNames::take(const TextView& view, std::span<const Annotation> annotations, const Use& use) {
  Asked asked;
  ask(view, annotations[use.annotation], use, asked);
  const Found found = find(view, use, asked);
  if (!found.bearer) return kNobody;
  Habit& habit = habit_of(use.words.back());
  if (!habit.owner) {
    if (use.address.before || use.address.gender != Gender::unknown) return found.bearer->person;  // `President Clinton`
    habit.owner = found.before ? first_owner(found.bearer) : found.bearer;
    habit.owner_at = habit.owner->annotation;
  }
  const bool other = habit.owner->person != found.bearer->person;
  const bool fits = is_meant(*habit.owner, use.words) && rank(view, *habit.owner, use, asked) <= found.fits && !outranks(*found.bearer, *habit.owner);
  if (other && !fits) return found.bearer->person;
  const Turn turn = other ? turn_of(view, annotations, *found.bearer, habit, use) : Turn::none;
  if (turn == Turn::none) habit.owner_at = use.annotation, ++habit.uses;
  if (!other) habit.guest = kNobody;
  if (turn == Turn::from_here) habit.guest = found.bearer->person, habit.guest_at = use.annotation;
  return turn == Turn::none ? habit.owner->person : found.bearer->person;
}

}  // namespace liaison
