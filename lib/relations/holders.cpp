// The part of the references that finds who holds a role: `the president`, `the Kenyan minister`.
#include "relations/references.h"

#include <algorithm>

#include "lexicon/fold.h"

namespace liaison {
namespace {

/// How often one head of state is named for each time that another one is, where the text is about the one.
constexpr std::size_t kMuchMore = 3;

/// For how many years somebody seeks the office that he comes into.
constexpr int kYearsOfSeeking = 3;

/// Those who hold a role, whom it may stand for: who of them is named most often, and the utmost that is told of the others.
struct Holders {
  EntityId most = EntityId::none;
  bool several = false;
  std::size_t times = 0, other_times = 0;    ///< how often one is named
  std::uint32_t last = 0, other_last = 0;    ///< behind which token one is named last

  /// Linear for all: no list is kept, for a document may name many.
  void add(EntityId person, std::size_t person_times, std::uint32_t person_last) {
    if (person == most) return;
    several = most != EntityId::none;
    if (several && person_times <= times) {
      other_times = std::max(other_times, person_times);
      other_last = std::max(other_last, person_last);
      return;
    }
    other_times = times;
    other_last = std::max(other_last, last);
    most = person;
    times = person_times;
    last = person_last;
  }

  /// True if the text is about the first one, and has not named another one last.
  bool is_about_one() const { return times >= kMuchMore * other_times && other_last <= last; }
};

/// Small letters, for comparing roles with words.
bool contains_folded(std::string_view text, std::string_view part) {
  auto same = [](char a, char b) { return (a | 0x20) == (b | 0x20); };
  return !part.empty() && std::search(text.begin(), text.end(), part.begin(), part.end(), same) != text.end();
}

/// The role that a noun group tells, with what says its rank: `vice president`.
std::string_view role_of(const ClauseReading& reading, const Group& g) {
  const bool ranked = g.head > g.first && reading.grammar().is(reading.view, g.head - 1, Word::rank);
  return reading.view.surface(ranked ? g.head - 1 : g.head, g.head + 1);
}

}  // namespace

bool References::is_role(const ClauseReading& reading, std::string_view held, std::string_view phrase) {
  if (!contains_folded(held, phrase)) return false;
  if (held.size() == phrase.size()) return true;
  const std::string_view first = held.substr(0, held.find_first_of(" -"));
  const WordId word = reading.view.lexicon->find(folded(first));
  return word == kNoWord || !reading.grammar().is(reading.view.lexicon->classes(word), Word::rank);
}

/// True if the person is called by the adjective of a country before his name: `Russian President Vladimir Putin`.
bool References::is_national(const ClauseReading& reading, const Annotation& name, std::string_view country) const {
  constexpr std::uint32_t kLongestTitle = 6;
  std::uint32_t first = name.first;
  while (first > 0 && name.first - first < kLongestTitle && !reading.view.tokens[first - 1].has(kIsPunctuation)) --first;
  for (std::uint32_t t = first; t < name.first; ++t)
    if (reading.nation_at(t) == country) return true;
  return false;
}

bool References::holds_role(const ClauseReading& reading, const Hold& hold, std::uint32_t noun) {
  const Group& g = reading.group(noun);
  const std::string_view told = role_of(reading, g);
  if (is_role(reading, hold.role, told)) return true;
  const std::string_view name = std::string_view(hold.role).substr(hold.role.find_last_of(' ') + 1);
  if (told != reading.view.surface(g.head) || !is_role(reading, hold.role, name)) return false;  // `the vice president`
  const WordId last = reading.view.lexicon->find(folded(name));
  return last != kNoWord && reading.is(noun, Word::head_of_state) && reading.grammar().is(reading.view.lexicon->classes(last), Word::head_of_state);
}

/// `the Russian president`: the one who holds that office, or leads the country, by the text.
void References::national_holder(const ClauseReading& reading, std::uint32_t group, Parties& out) const {
  const Group& g = reading.group(group);
  const Lexicon& lexicon = *reading.view.lexicon;
  const std::string_view country = reading.nation_at(g.nations[0]);
  EntityId found = EntityId::none;
  for (const Hold& hold : reading.holds) {
    if (country.empty() || hold.person == found || !holds_role(reading, hold, group)) continue;
    const auto of_country = [&](const Annotation& a) {
      const bool body = a.entity == hold.org && hold.org != EntityId::none && a.known != Annotation::kUnknown &&
                        lexicon.name(lexicon.entities()[a.known]) == country;
      return body || (a.entity == hold.person && a.form == Form::name && is_national(reading, a, country));
    };
    if (std::none_of(reading.annotations.begin(), reading.annotations.end(), of_country)) continue;
    if (found != EntityId::none) return;
    found = hold.person;
  }
  if (found != EntityId::none) out.push_back({found, Annotation::kUnknown, group, false});
}

/// A role with the definite article stands for the one person of the document who holds it.
bool References::holder(const ClauseReading& reading, std::uint32_t group, Parties& out) const {
  const Group& g = reading.group(group);
  if (g.nations[0] != Group::kNone || g.name_count > 0) {
    // `the Russian president`: of whom others tell, or who is told by that adjective elsewhere.
    if (g.nations[1] == Group::kNone && g.name_count == 0) national_holder(reading, group, out);
    return true;
  }
  const std::string_view role = role_of(reading, g);
  bool former = false;
  for (std::uint32_t t = g.first; t < g.head; ++t) former |= reading.grammar().is(reading.view, t, Word::former);
  // `the president` is who is it now, unless one who was is named right before.
  const bool now = !former && reading.is(group, Word::head_of_state);
  const std::uint32_t near = reading.sentences[reading.sentence - std::min(kReach, reading.sentence)].first;
  const auto before = annotations_in(reading.annotations, {near, g.first});
  const auto last_near = [&](EntityId person) {  // behind which token he is named last right before; 0: nowhere
    const auto name = std::find_if(before.rbegin(), before.rend(), [&](const Annotation& a) { return a.entity == person; });
    return name == before.rend() ? 0 : name->last;
  };
  Holders states, firms;
  for (const Hold& hold : reading.holds) {
    if (!is_role(reading, hold.role, role)) continue;
    const std::uint32_t last = now ? last_near(hold.person) : 0;
    if (now && hold.when == symbols::former && last == 0) continue;
    // `the president` is none of a firm where a state has one.
    const bool of_firm = now && hold.org != EntityId::none && reading.entities[std::size_t(hold.org)].type == symbols::org;
    (of_firm ? firms : states).add(hold.person, reading.entities[std::size_t(hold.person)].mentions.size(), last);
  }
  const Holders& found = states.most == EntityId::none ? firms : states;
  if (found.most == EntityId::none) return false;
  if (now && means_another(reading, group, found.most)) return true;
  if (!found.several || (now && found.is_about_one())) out.push_back({found.most, Annotation::kUnknown, group, false});
  return true;
}

/// True if the sentence names, before a role, another one whom the gazetteers know to have held it (`when Obama came, a governor
/// greeted the president`), or tells a year some time before he came into it who holds it (in the last ones he sought it).
bool References::means_another(const ClauseReading& reading, std::uint32_t role, EntityId holder) const {
  const Group& g = reading.group(role);
  const Sentence sentence = reading.sentences[reading.sentence];
  const Lexicon& lexicon = *reading.view.lexicon;
  for (const Annotation& a : annotations_in(reading.annotations, {sentence.first, g.first})) {
    if (a.type != symbols::person || a.known == Annotation::kUnknown || a.entity == holder) continue;
    const std::string_view office = lexicon.attribute(lexicon.entities()[a.known], symbols::office);
    if (!office.empty() && is_role(reading, office, role_of(reading, g))) return true;
  }
  const int from = year_in(known_attribute(lexicon, reading.annotations, reading.entities[std::size_t(holder)], symbols::from));
  for (std::uint32_t t = sentence.first; from != 0 && t < sentence.last; ++t)
    if (reading.grammar().is(reading.view, t, Word::year) && year_in(reading.view.surface(t)) + kYearsOfSeeking < from) return true;
  return false;
}

/// The only person of the document who is told to hold a role now; none if there is none or several.
EntityId References::holder_of(const ClauseReading& reading, const Annotation& role) const {
  EntityId found = EntityId::none;
  for (const Hold& hold : reading.holds) {
    if (hold.when == symbols::former || hold.person == found || !is_role(reading, hold.role, reading.view.surface(role.first, role.last))) continue;
    if (found != EntityId::none) return EntityId::none;
    found = hold.person;
  }
  return found;
}

/// True if somebody of whom no hold tells the role may hold it: he is no passing name, and is told no other one.
bool References::may_hold(const ClauseReading& reading, const Party& party) const {
  const bool known = reading.entities[std::size_t(party.entity)].mentions.size() > 1 || leads(reading, party);
  return known && std::none_of(reading.holds.begin(), reading.holds.end(), [&](const Hold& hold) { return hold.person == party.entity; });
}

}  // namespace liaison
