#include "relations/holds.h"

#include <algorithm>

#include <fmt/format.h>

#include "relations/body_kinds.h"
#include "relations/handed_offices.h"
#include "relations/hold_body.h"
#include "relations/hold_time.h"
#include "relations/mere_trades.h"
#include "relations/settled_times.h"
#include "relations/shared_bodies.h"
#include "relations/text_body.h"
#include "relations/told_years.h"
#include "relations/unheld_roles.h"
#include "rules/match_trace.h"

namespace liaison {
namespace {

/// What `holder=` says of a role whose holder only the lists know: "the president", "the Russian president", "the Syrian leader".
constexpr std::string_view kOfText = "leader", kOfCountry = "nation", kOfAnyOffice = "ruler";

bool holds_type(std::span<const Annotation> annotations, Symbol type) {
  return std::any_of(annotations.begin(), annotations.end(), [&](const Annotation& a) { return a.type == type; });
}

/// The value of "when" in "when=former kind=x"; empty where there is none.
std::string_view attribute_of(std::string_view attributes, std::string_view key) {
  for (std::size_t at = 0; at < attributes.size();) {
    std::size_t end = std::min(attributes.find(' ', at), attributes.size());
    std::string_view one = attributes.substr(at, end - at);
    if (one.size() > key.size() && one.starts_with(key) && one[key.size()] == '=') return one.substr(key.size() + 1);
    at = end + 1;
  }
  return {};
}

/// The symbol of a name; none if the pack has none.
Symbol symbol_called(const RuleBook& rules, std::string_view name) {
  for (std::uint16_t id = 1;; ++id) {
    const std::string_view text = rules.symbol_name(Symbol{id});
    if (text == name || text.empty()) return text.empty() ? symbols::none : Symbol{id};
  }
}

}  // namespace

/// From the first to the last role of a match.
UnitRange HoldFinder::roles_of(const Match& match) const {
  UnitRange all;
  for (const Action& action : rules_->actions(rules_->rules()[match.rule])) {
    UnitRange role = action.capture_count > 1 ? capture_of(match.captures, action.captures[1]) : UnitRange();
    if (!role) continue;
    all = all ? UnitRange{std::min(all.first, role.first), std::max(all.last, role.last)} : role;
  }
  return all;
}

/// True for a trade that "and" joins with an office, whose body stands behind that one: "a lawyer and president of the club".
bool HoldFinder::is_trade_apart(const Match& match, const UnitRange& role, const UnitRange& body) const {
  const UnitRange all = roles_of(match);
  const ClassId trade = reading_.classes->trade;
  if (!body || role.last >= all.last || all.last > body.first || !units_[role.last - 1].is(trade)) return false;
  return !units_[all.last - 1].is(trade) && !is_company_role(reading_, units_[role.first].first, units_[role.last - 1].last);
}

/// True of an office for which somebody is only talked of: "a possible Toyota chairman".
bool HoldFinder::is_only_thought_of(std::uint32_t role) const {
  constexpr std::uint32_t kReach = 3;
  for (std::uint32_t back = 1; back <= std::min(role, kReach); ++back) {
    const Unit& unit = units_[role - back];
    const bool name = unit.type == symbols::org || unit.type == symbols::gpe;
    // `threatened Senator Ann Lee`; `the likely next speaker` is one to come.
    const bool other = unit.is(reading_.classes->verb_past) || unit.is(reading_.classes->former) || unit.is(reading_.classes->incoming);
    if (!name && !other && unit.is(reading_.classes->not_done)) return true;
    if (!name && (other || !(unit.is(reading_.classes->adjective) || unit.is(reading_.classes->filler)))) return false;
  }
  return false;
}

/// Who holds the role: the person of the action, or all of the list that begins or ends with that one (`list=`).
/// "Economists A and B of Citigroup" are of one body; of what is held of a state each has his own.
void HoldFinder::find_holders(std::string_view list, const UnitRange& person, const Unit& role) {
  holders_.clear();
  if (list == "behind") people_from(units_, reading_.classes->list, person.last - 1, holders_);
  else if (list == "before") people_until(units_, reading_.classes->list, person.last - 1, holders_);
  else holders_.push_back({person.last - 1, ListedPerson::kNone});
  if (holders_.size() != 2 || holders_[0].body != ListedPerson::kNone || !role.is(reading_.classes->private_role)) return;
  const ListedPerson& last = holders_[1];
  const bool behind = last.body != ListedPerson::kNone && last.body > last.person;
  if (behind && units_[last.body].type == symbols::org) holders_[0].body = last.body;
}

/// The mention of the person whom a unit names, or whom a pronoun or a description that begins there stands for.
std::uint32_t HoldFinder::person_at(const Unit& unit, std::string_view holder) const {
  if (unit.annotation != Unit::kNoAnnotation) return unit.annotation;
  const BearerText text{reading_.view, reading_.sentences, reading_.annotations, reading_.entities};
  const GenderClasses& gender = reading_.classes->gender;
  if (holder == "below") return described_below(text, gender, unit.first);
  return unit.is(reading_.classes->the) ? described_above(text, gender, unit.first) : bearer_of(text, gender, unit.first);
}

/// False for a man in a role that tells of a woman: "President Lee, the first lady and …".
bool HoldFinder::fits_gender(std::uint32_t person, const Unit& role) const {
  const EntityId who = reading_.annotations[person].entity;
  if (who == EntityId::none || !role.is(reading_.classes->womans_role)) return true;
  return !is_man({reading_.view, reading_.sentences, reading_.annotations, reading_.entities}, reading_.classes->gender, who);
}

void HoldFinder::read_action(const Match& match, const Action& action, Sentence sentence) {
  auto range = [&](std::size_t i) {
    return i < action.capture_count && action.captures[i] ? capture_of(match.captures, action.captures[i]) : UnitRange();
  };
  UnitRange person = range(0), role = range(1), body = range(2);
  if (!person || !role) return;
  std::string_view attributes = rules_->string(action.attributes), verb = attribute_of(attributes, "role");
  const std::string_view holder_told = attribute_of(attributes, "holder");
  const bool any_office = holder_told == kOfAnyOffice, of_country = any_office || holder_told == kOfCountry;
  const bool leads = of_country || holder_told == kOfText;
  if (leads ? (of_country ? kOfCountry : kOfText) != seeks_ : !seeks_.empty()) return;
  const Unit& what = units_[role.last - 1];
  if (leads && !is_whole(reading_, units_[role.first].first, what.last, reading_.classes->head_of_state)) return;
  if (verb.empty() && what.annotation == Unit::kNoAnnotation) return;
  if (verb.empty() && role.last < units_.size() && units_[role.last].is(reading_.classes->sought)) return;
  if (verb.empty() && is_only_thought_of(role.first)) return;
  std::string_view told = attribute_of(attributes, "body");
  if (told == "second" && !body) return;
  const bool apart = is_trade_apart(match, role, body);
  EntityId shared = apart ? EntityId::none : body_named(reading_, body);
  if (apart) body = {};
  else if (told == "described" ? shared == EntityId::none : !told.empty() && !body)
    shared = body_elsewhere(reading_, told, person, body, roles_of(match), sentence);
  find_holders(attribute_of(attributes, "list"), person, what);
  const std::string_view told_when = attribute_of(attributes, "when");
  Symbol when = time_of_role(reading_, told_when, match.range, person, role, holders_.size() > 1);
  const bool any_time = told_when.empty() || told_when == "any";
  const LongAgo deed = any_time && when == symbols::current ? long_ago(reading_, match.range, person, role) : LongAgo::no;
  if (deed != LongAgo::no) when = symbols::former;
  for (const ListedPerson& holder : holders_) {
    const std::uint32_t who = leads ? known_leader_of(role_key(reading_, units_[role.first].first, what.last), shared, any_office)
                                    : person_at(units_[holder.person], holder_told);
    if (leads && when != symbols::current) continue;
    if (who == Annotation::kUnknown || (verb.empty() && !fits_gender(who, what))) continue;
    EntityId org = holder.body == ListedPerson::kNone ? shared : body_named(reading_, {holder.body, holder.body + 1});
    if (org != EntityId::none && verb.empty() && !can_have_role(reading_, org, what)) org = EntityId::none;
    if (org == EntityId::none && !verb.empty()) continue;  // `heads the group`, of which none is known
    const Symbol held = any_time && holders_.size() > 1 ? time_of_listed(reading_, when, match.range, holder.person, role) : when;
    found_.push_back({who, units_[role.first].first, what.last, org, held, verb,
                      match.rule, units_[match.range.first].first, match.range.last - match.range.first,
                      rules_->rules()[match.rule].priority,
                      !attribute_of(attributes, "shared").empty(), holder_told == "above" || holder_told == "below",
                      deed == LongAgo::yes || told_when == "past", sentence});
    found_.back().foreign = body && org == EntityId::none && told.empty();
  }
}

/// True if a verb stands there that tells of a role: "founded".
bool HoldFinder::tells_verb(Sentence sentence) const {
  for (std::uint32_t at = sentence.first; at < sentence.last; ++at)
    if (reading_.view.classes(at).has(reading_.classes->verb)) return true;
  return false;
}

/// True if a role stands right behind a body there, as in "the Ohio senator", or a word that puts one into the past stands there.
bool HoldFinder::describes(Sentence sentence, std::span<const Annotation> own) const {
  for (std::uint32_t at = sentence.first; at < sentence.last; ++at)
    if (reading_.view.classes(at).has(reading_.classes->former)) return true;
  for (std::size_t at = 1; at < own.size(); ++at) {
    const Annotation& body = own[at - 1];
    if (own[at].type == symbols::role && own[at].first == body.last && (body.type == symbols::gpe || body.type == symbols::org))
      return true;
  }
  return false;
}

/// True if a pronoun stands there that may be the holder of a role: "he".
bool HoldFinder::refers(Sentence sentence) const {
  for (std::uint32_t at = sentence.first; at < sentence.last; ++at)
    if (reading_.view.classes(at).has(reading_.classes->gender.he) || reading_.view.classes(at).has(reading_.classes->gender.she))
      return true;
  return false;
}

void HoldFinder::match_sentence(Sentence sentence) {
  make_units(reading_.view, sentence, reading_.annotations, units_);
  reading_.units = units_;
  Sequence sequence = sequence_of(reading_.view, sentence, units_);
  auto same = [&](std::uint32_t a, std::uint32_t b) { return reading_.annotations[a].entity == reading_.annotations[b].entity; };
  matcher_.costs = trace_ && trace_->wants_costs() ? trace_ : nullptr;
  matcher_.run(*rules_, kNamesPhase, sequence, same, matches_);
  if (trace_) trace_misses(*rules_, kNamesPhase, sequence, matches_, same, *trace_);
  for (const Match& match : matches_)
    for (const Action& action : rules_->actions(rules_->rules()[match.rule]))
      if (action.what == symbols::holds) read_action(match, action, sentence);
}

/// Whom the lists know to hold an office in the country, or, where none is told, in that of the text; looked for once.
std::uint32_t HoldFinder::known_leader_of(const std::string& office, EntityId country, bool any_office) {
  if (seeks_ == kOfCountry && country == EntityId::none) return Annotation::kUnknown;
  const auto [at, is_new] = leaders_.try_emplace({any_office ? std::string() : office, country}, Annotation::kUnknown);
  if (!is_new) return at->second;
  return at->second = seeks_ == kOfText ? known_leader(reading_, office)
                                        : leader_of_country(reading_, country, symbol_called(*rules_, "iso"), at->first.first, found_);
}

/// Finds who is "the president" of a text that tells nobody to be president: the only one whom the lists know to be, if
/// it names him; and who is "the Russian president" of one that names him elsewhere.
void HoldFinder::find_leader() {
  if (!tells_leader(reading_, found_)) seek_leaders(kOfText);
  if (names_leader(reading_)) seek_leaders(kOfCountry);
  seeks_ = {};
}

/// True if a country may be told beside a role: `the Russian president`, `China's leader`, `president of the United States`.
bool HoldFinder::has_country_beside(const Annotation& role) const {
  const TextView& view = reading_.view;
  if (role.last < view.tokens.size() && view.classes(role.last).has(reading_.classes->of_preposition)) return true;
  std::uint32_t at = role.first;
  if (at > 0 && view.classes(at - 1).has(reading_.classes->list.possessive)) --at;
  return at > 0 && view.tokens[at - 1].has(kFirstCapital);
}

/// Matches the rules that tell of such leaders in the sentences with a head of state whom nothing else tells of.
void HoldFinder::seek_leaders(std::string_view of) {
  seeks_ = of;
  const std::size_t told = found_.size();
  auto earlier = [](const FoundHold& a, const FoundHold& b) { return a.role_first < b.role_first; };
  auto is_told = [&](std::uint32_t role) {
    const auto end = found_.begin() + static_cast<std::ptrdiff_t>(told);
    const auto at = std::lower_bound(found_.begin(), end, role,
                                     [](const FoundHold& f, std::uint32_t first) { return f.role_first < first; });
    return at != end && at->role_first == role;
  };
  std::uint32_t end = 0;  // of the sentence that was matched last
  for (const Annotation& role : reading_.annotations) {
    if (role.first < end || role.type != symbols::role || is_told(role.first)) continue;
    if (!is_whole(reading_, role.first, role.last, reading_.classes->head_of_state)) continue;
    if (of == kOfCountry && !has_country_beside(role)) continue;
    const std::string office = role_key(reading_, role.first, role.last);
    if (of == kOfText && known_leader_of(office, EntityId::none, false) == Annotation::kUnknown) continue;
    const Sentence& sentence = reading_.sentences[sentence_at(reading_.sentences, role.first)];
    match_sentence(sentence);
    end = sentence.last;
  }
  const auto is_known = [&](const FoundHold& f) { return is_told(f.role_first); };
  found_.erase(std::remove_if(found_.begin() + static_cast<std::ptrdiff_t>(told), found_.end(), is_known), found_.end());
  const auto added = found_.begin() + static_cast<std::ptrdiff_t>(told);
  std::stable_sort(added, found_.end(), earlier);
  std::inplace_merge(found_.begin(), added, found_.end(), earlier);
}

void HoldFinder::add(const FoundHold& f, std::vector<Hold>& holds) {
  const Annotation& person = reading_.annotations[f.person];
  const std::string key = role_key(reading_, f);
  // The first one of a role stands for those without a body, and takes the first body that is told.
  const auto [first, is_first] = told_.try_emplace({person.entity, EntityId::none, key}, holds.size());
  const bool takes = f.org != EntityId::none && !is_first && holds[first->second].org == EntityId::none;
  const auto [own, is_new] = f.org == EntityId::none ? std::pair(first, is_first)
                                                     : told_.try_emplace({person.entity, f.org, key}, takes ? first->second : holds.size());
  const std::size_t at = own->second;
  if (is_new && !takes) holds.push_back({person.entity, role_text(reading_.view, f), f.org, f.when, {}});
  if (holds[at].org == EntityId::none) holds[at].org = f.org;
  add_evidence(f, f.sentence, f.role_first, f.role_last, holds[at]);
  if (f.told.first < f.told.last) add_evidence(f, f.told.sentence, f.told.first, f.told.last, holds[at]);
}

void HoldFinder::add_evidence(const FoundHold& f, Sentence sentence, std::uint32_t role_first, std::uint32_t role_last, Hold& hold) const {
  Evidence evidence;
  evidence.place.span = reading_.view.span(sentence.first, sentence.last);
  evidence.trigger = reading_.view.span(role_first, role_last);
  evidence.rule = static_cast<RuleId>(f.rule);
  evidence.participants.push_back({reading_.annotations[f.person].entity, static_cast<MentionId>(f.person), symbols::subj, 0});
  hold.evidence.push_back(std::move(evidence));
}

void HoldFinder::run(const RuleBook& rules, const HoldClasses& classes, const TextView& view,
                     std::span<const Sentence> sentences, std::span<const Annotation> annotations,
                     std::span<const Entity> entities, std::string_view date, Trace* trace, std::vector<Hold>& holds) {
  rules_ = &rules;
  reading_.classes = &classes;
  reading_.view = view;
  reading_.sentences = sentences;
  reading_.annotations = annotations;
  reading_.entities = entities;
  reading_.date = date;
  reading_.read_places();
  reading_.main_body = main_body(reading_);
  reading_.year = year_of(date, view);
  reading_.dated = is_dated(date);
  trace_ = trace;
  found_.clear();
  matcher_.exhausted = 0;
  holds.clear();
  told_.clear();
  leaders_.clear();
  for (Sentence sentence : sentences) {
    std::span<const Annotation> own = annotations_in(annotations, sentence);
    bool role = holds_type(own, symbols::role), person = holds_type(own, symbols::person);
    if (person ? role || tells_verb(sentence) : role && (refers(sentence) || describes(sentence, own))) match_sentence(sentence);
    else if (trace)
      trace_untried(rules, kNamesPhase, view.span(sentence.first, sentence.last),
                    fmt::format("there is no {} in this sentence", role ? "PERSON" : "ROLE"), *trace);
  }
  keep_best(rules, reading_, trace, found_);
  drop_unfit_descriptions(reading_, found_);
  find_bodies_of_unheld(reading_, units_, found_);
  find_states_of_members(reading_, found_);
  share_country(reading_, found_);
  share_with_successors(found_);
  share_company(reading_, found_);
  share_with_deputies(reading_, found_);
  end_with_death(reading_, found_);
  settle_former(reading_, found_);
  settle_past(reading_, found_);
  end_earlier_offices(reading_, found_);
  end_service(reading_, found_);
  end_seats(reading_, found_);
  find_handed_offices(reading_, found_);
  find_leader();
  drop_second_words(reading_, found_);
  std::erase_if(found_, [&](const FoundHold& f) { return is_mere_trade(reading_, f); });
  for (const FoundHold& f : found_) add(f, holds);
}

}  // namespace liaison
