#include "relations/holds.h"

#include <algorithm>

#include <fmt/format.h>

#include "lexicon/fold.h"
#include "rules/match_trace.h"

namespace liaison {
namespace {

/// How many sentences back a body that is told elsewhere may stand.
constexpr std::uint32_t kBodyReach = 3;

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

}  // namespace

HoldClasses::HoldClasses(const Lexicon& lexicon)
    : former(lexicon.find_class("role_time_former")),
      incoming(lexicon.find_class("role_time_incoming")),
      current(lexicon.find_class("role_time_current")),
      nationality(lexicon.find_class("nationality")),
      end(lexicon.find_class("role_end")),
      pronoun(lexicon.find_class("pronoun")),
      verb(lexicon.find_class("role_verb")),
      say(lexicon.find_class("say_verb")),
      body_noun(lexicon.find_class("role_modifier[kind=body]")),
      company_role(lexicon.find_class("company_role")),
      country_noun(lexicon.find_class("description_noun[type=GPE]")),
      private_role(lexicon.find_class("private_role")),
      elected_role(lexicon.find_class("elected_role")),
      gender(lexicon),
      list(lexicon) {}

/// The country of an adjective, "South Korean" or "French", as the gazetteers call it; empty for other units.
std::string_view HoldFinder::country_of(const UnitRange& range) const {
  for (std::uint32_t at = range.first; at < range.last; ++at) {
    for (const Hit& hit : view_.hits_at(units_[at].first)) {
      const Entry& entry = view_.lexicon->entries()[hit.entry];
      if (!entry.is_name && entry.word_class() == classes_->nationality)
        return view_.lexicon->attribute(entry, symbols::country);
    }
    std::string_view country = view_.lexicon->attribute(units_[at].word, classes_->nationality, symbols::country);
    if (!country.empty()) return country;
  }
  return {};
}

/// The body that a capture names: an organisation or place, or the country of an adjective if the article names it.
EntityId HoldFinder::body_of(const UnitRange& range) const {
  if (!range) return EntityId::none;
  for (std::uint32_t at = range.first; at < range.last; ++at)
    if (units_[at].annotation != Unit::kNoAnnotation) return annotations_[units_[at].annotation].entity;
  std::string_view country = country_of(range);
  if (country.empty()) return EntityId::none;
  for (std::size_t e = 0; e < entities_.size(); ++e)
    if (entities_[e].type == symbols::gpe && (entities_[e].known_as == country || entities_[e].name == country))
      return static_cast<EntityId>(e);
  return EntityId::none;
}

/// What kind of body the gazetteers know an entity as; none where they do not know it.
Symbol HoldFinder::kind_of(EntityId body) const {
  for (MentionId mention : entities_[static_cast<std::size_t>(body)].mentions) {
    const std::uint32_t known = annotations_[static_cast<std::size_t>(mention)].known;
    if (known != Annotation::kUnknown) return view_.lexicon->entities()[known].subtype;
  }
  return symbols::none;
}

/// True for bodies of the state, which are no companies.
bool HoldFinder::is_of_state(EntityId body) const {
  const Symbol kind = kind_of(body);
  return kind == symbols::government || kind == symbols::parliament;
}

/// True if a body can have the role: no place has an analyst, and no party a governor.
bool HoldFinder::fits(EntityId body, const Unit& role) const {
  const Symbol type = entities_[static_cast<std::size_t>(body)].type;
  if (type == symbols::gpe) return !role.is(classes_->private_role);
  return !role.is(classes_->elected_role) || kind_of(body) != symbols::party;
}

/// True if a word or phrase of the class begins at a unit.
bool HoldFinder::begins(std::uint32_t unit, ClassId word_class) const {
  if (units_[unit].is(word_class)) return true;
  std::span<const Hit> hits = view_.hits_at(units_[unit].first);
  return std::any_of(hits.begin(), hits.end(), [&](const Hit& hit) {
    const Entry& entry = view_.lexicon->entries()[hit.entry];
    return !entry.is_name && entry.word_class() == word_class;
  });
}

/// The last word of time in a range of units; none where there is none, current where a word takes it back ("now").
Symbol HoldFinder::last_time(std::uint32_t first, std::uint32_t last) const {
  Symbol found = symbols::none;
  for (std::uint32_t at = first; at < last; ++at) {
    if (units_[at].annotation != Unit::kNoAnnotation) continue;
    if (begins(at, classes_->former)) found = symbols::former;
    else if (begins(at, classes_->incoming)) found = symbols::incoming;
    else if (begins(at, classes_->current)) found = symbols::current;
  }
  return found;
}

/// When a role is held: as the action says, or as the words of time before it or right behind it say. Before a title
/// they stand in front of the match; before a name only "late" does, and no title of the same person.
Symbol HoldFinder::time_of(const Match& match, const Action& action, const UnitRange& person, const UnitRange& role) const {
  std::string_view told = attribute_of(rules_->string(action.attributes), "when");
  if (told == "former") return symbols::former;
  if (told == "incoming") return symbols::incoming;
  if (told == "current") return symbols::current;
  std::uint32_t back = person.first == match.range.first ? 1 : 2;
  Symbol before = last_time(match.range.first - std::min(match.range.first, back), role.first);
  // Right behind the role, at most a hyphen between: "president-elect", "professor emeritus".
  std::uint32_t end = static_cast<std::uint32_t>(units_.size()), next = role.last;
  if (next < end && view_.surface(units_[next].first) == "-") ++next;
  Symbol behind = last_time(std::min(next, end), std::min(next + 1, end));
  if (behind == symbols::former || behind == symbols::incoming) return behind;
  if (before == symbols::former || before == symbols::incoming) return before;
  return ends_behind(match.range.last) ? symbols::former : symbols::current;
}

/// True if what the role has ended with stands there, at most a comma between: "Gene Kahn, its chairman, resigned".
bool HoldFinder::ends_behind(std::uint32_t unit) const {
  for (std::uint32_t at = unit; at < std::min<std::size_t>(unit + 2, units_.size()); ++at) {
    // `resigned himself` ends nothing.
    bool alone = at + 1 >= units_.size() || !units_[at + 1].is(classes_->pronoun);
    if (begins(at, classes_->end) && alone) return true;
  }
  return false;
}

/// True if a word before a role says whose role it is: "committee chairman", "Judiciary Chairman".
bool HoldFinder::names_body(const Unit& word) const {
  if (word.annotation != Unit::kNoAnnotation) return false;
  if (word.is(classes_->former) || word.is(classes_->incoming) || word.is(classes_->current)) return false;
  return word.is(classes_->body_noun) || (view_.tokens[word.first].has(kFirstCapital) && !word.is(classes_->list.article));
}

/// True if the body of the role may be told elsewhere in the text.
bool HoldFinder::is_company_role(const Unit& role) const {
  for (const Hit& hit : view_.hits_at(role.first)) {
    const Entry& entry = view_.lexicon->entries()[hit.entry];
    bool whole = role.first + hit.length == role.last;
    if (whole && !entry.is_name && entry.word_class() == classes_->company_role) return true;
  }
  return role.last == role.first + 1 && view_.classes(role.first).has(classes_->company_role);
}

/// The body of the type that the sentence names before a token. Of several organisations, the one that speaks at its
/// beginning ("Samsung said Toyota …"), or that the document names twice as often as each other one; else none.
EntityId HoldFinder::only_body(Sentence sentence, std::uint32_t before, Symbol type) const {
  EntityId found = EntityId::none;
  std::size_t most = 0, second = 0;
  for (const Annotation& name : annotations_in(annotations_, sentence)) {
    if (name.first >= before || name.type != type || name.entity == EntityId::none || name.entity == found) continue;
    const bool speaks = name.first == sentence.first && name.last < before && view_.classes(name.last).has(classes_->say);
    if (speaks && type == symbols::org) return name.entity;
    const std::size_t times = entities_[static_cast<std::size_t>(name.entity)].mentions.size();
    second = std::max(second, std::min(most, times));
    if (times > most) most = times, found = name.entity;
  }
  const bool alone = second == 0, stands_out = type == symbols::org && most >= 2 * second;
  return alone || (stands_out && !is_of_state(found)) ? found : EntityId::none;
}

/// The body told elsewhere: the only one of its own sentence before a token, or of the nearest sentence before that
/// names any.
EntityId HoldFinder::body_near(std::uint32_t token, Sentence sentence, Symbol type) const {
  auto own = std::lower_bound(sentences_.begin(), sentences_.end(), sentence.first,
                              [](const Sentence& s, std::uint32_t first) { return s.first < first; });
  for (std::uint32_t back = 0; back <= kBodyReach && own - sentences_.begin() >= std::ptrdiff_t(back); ++back) {
    const Sentence& s = *(own - back);
    std::uint32_t end = back > 0 ? s.last : token;
    std::span<const Annotation> names = annotations_in(annotations_, s);
    bool any = std::any_of(names.begin(), names.end(), [&](const Annotation& a) {
      return a.type == type && a.entity != EntityId::none && a.first < end;
    });
    if (any) return only_body(s, end, type);
  }
  return EntityId::none;
}

/// The body of a role that its phrase does not name: as `body=` of the action says.
EntityId HoldFinder::body_elsewhere(std::string_view told, const UnitRange& body, const UnitRange& role, Sentence sentence) const {
  std::uint32_t token = units_[role.first].first;
  if (told == "near") {
    // One body for all roles of the phrase: "its chairman and president"; but "committee chairman" has one of its own.
    bool company = role.first == 0 || !names_body(units_[role.first - 1]);
    for (std::uint32_t at = role.first; company && at < role.last; ++at) {
      if (!is_company_role(units_[at])) continue;
      EntityId found = body_near(token, sentence, symbols::org);
      return found != EntityId::none && is_of_state(found) ? EntityId::none : found;
    }
  }
  if (told == "described" && body)
    return body_near(token, sentence, units_[body.first].is(classes_->country_noun) ? symbols::gpe : symbols::org);
  if (told == "owner") {
    EntityId owner = body_near(token, sentence, symbols::org);
    return owner != EntityId::none ? owner : body_near(token, sentence, symbols::gpe);
  }
  return EntityId::none;
}

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

/// Who holds the role: the person of the action, or all of the list that begins or ends with that one (`list=`).
void HoldFinder::find_holders(std::string_view list, const UnitRange& person) {
  holders_.clear();
  if (list == "behind") people_from(units_, classes_->list, person.last - 1, holders_);
  else if (list == "before") people_until(units_, classes_->list, person.last - 1, holders_);
  else holders_.push_back({person.last - 1, ListedPerson::kNone});
}

/// The mention of the person whom a unit names, or whom a pronoun stands for.
std::uint32_t HoldFinder::person_at(const Unit& unit) const {
  if (unit.annotation != Unit::kNoAnnotation) return unit.annotation;
  return bearer_of({view_, sentences_, annotations_, entities_}, classes_->gender, unit.first);
}

void HoldFinder::read_action(const Match& match, const Action& action, Sentence sentence) {
  auto range = [&](std::size_t i) {
    return i < action.capture_count && action.captures[i] ? capture_of(match.captures, action.captures[i]) : UnitRange();
  };
  UnitRange person = range(0), role = range(1), body = range(2);
  if (!person || !role) return;
  std::string_view attributes = rules_->string(action.attributes), verb = attribute_of(attributes, "role");
  const Unit& what = units_[role.last - 1];
  if (verb.empty() && what.annotation == Unit::kNoAnnotation) return;
  std::string_view told = attribute_of(attributes, "body");
  if (told == "second" && !body) return;
  EntityId shared = body_of(body);
  if (told == "described" || (!told.empty() && !body)) shared = body_elsewhere(told, body, roles_of(match), sentence);
  find_holders(attribute_of(attributes, "list"), person);
  for (const ListedPerson& holder : holders_) {
    const std::uint32_t who = person_at(units_[holder.person]);
    if (who == Annotation::kUnknown) continue;
    EntityId org = holder.body == ListedPerson::kNone ? shared : body_of({holder.body, holder.body + 1});
    if (org != EntityId::none && verb.empty() && !fits(org, what)) org = EntityId::none;
    found_.push_back({who, units_[role.first].first, what.last, org, time_of(match, action, person, role), verb,
                      match.rule, units_[match.range.first].first, match.range.last - match.range.first, rules_->rules()[match.rule].priority,
                      !attribute_of(attributes, "shared").empty(), sentence});
  }
}

/// True if a verb stands there that tells of a role: "founded".
bool HoldFinder::tells_verb(Sentence sentence) const {
  for (std::uint32_t at = sentence.first; at < sentence.last; ++at)
    if (view_.classes(at).has(classes_->verb)) return true;
  return false;
}

/// True if a pronoun stands there that may be the holder of a role: "he".
bool HoldFinder::refers(Sentence sentence) const {
  for (std::uint32_t at = sentence.first; at < sentence.last; ++at)
    if (view_.classes(at).has(classes_->gender.he) || view_.classes(at).has(classes_->gender.she)) return true;
  return false;
}

void HoldFinder::match_sentence(Sentence sentence) {
  make_units(view_, sentence, annotations_, units_);
  Sequence sequence = sequence_of(view_, sentence, units_);
  auto same = [&](std::uint32_t a, std::uint32_t b) { return annotations_[a].entity == annotations_[b].entity; };
  matcher_.costs = trace_ && trace_->wants_costs() ? trace_ : nullptr;
  matcher_.run(*rules_, kNamesPhase, sequence, same, matches_);
  if (trace_) trace_misses(*rules_, kNamesPhase, sequence, matches_, same, *trace_);
  for (const Match& match : matches_)
    for (const Action& action : rules_->actions(rules_->rules()[match.rule]))
      if (action.what == symbols::holds) read_action(match, action, sentence);
}

/// Of the readings of one role word keeps the best: by priority, then the longest; one person bears it in
/// one body, unless one match gives it to several.
void HoldFinder::keep_best() {
  std::stable_sort(found_.begin(), found_.end(), [](const Found& a, const Found& b) {
    return std::pair(b.priority, b.length) < std::pair(a.priority, a.length);
  });
  std::vector<Found> kept;
  for (const Found& f : found_) {
    auto taken = std::find_if(kept.begin(), kept.end(), [&](const Found& k) {
bool one_match = k.rule == f.rule && k.match_first == f.match_first && k.length == f.length;
      return k.role_first == f.role_first && !f.shared && !k.shared && (!one_match || (k.person == f.person && k.org == f.org));
    });
    if (trace_ && trace_->wants(TraceRecord::Kind::hold)) tell(f, taken == kept.end() ? nullptr : &*taken);
    if (taken == kept.end()) kept.push_back(f);
  }
  std::sort(kept.begin(), kept.end(),
            [](const Found& a, const Found& b) { return std::pair(a.role_first, a.person) < std::pair(b.role_first, b.person); });
  found_ = std::move(kept);
}

/// "Ann Harper | chairman | Samsung | former".
std::string HoldFinder::in_words(const Found& f) const {
  return fmt::format("{} | {} | {} | {}", entities_[std::size_t(annotations_[f.person].entity)].name, text_of(f),
                     f.org == EntityId::none ? "-" : entities_[std::size_t(f.org)].name, rules_->symbol_name(f.when));
}

/// Tells a trace of a reading, and what it lost to.
void HoldFinder::tell(const Found& f, const Found* winner) const {
  const Annotation& person = annotations_[f.person];
  Span role = view_.span(f.role_first, f.role_last);
  TraceRecord record{TraceRecord::Kind::hold,
                     {view_.span(std::min(person.first, f.role_first), std::max(person.last, f.role_last)), false},
                     {}, static_cast<RuleId>(f.rule), f.priority, winner == nullptr, {}, {}};
  record.what = in_words(f);
  record.details.push_back({TraceDetail::Kind::capture, "person", std::string(view_.surface(person.first, person.last)), 0, {view_.span(person.first, person.last), false}});
  record.details.push_back({TraceDetail::Kind::capture, "role", std::string(view_.surface(f.role_first, f.role_last)), 0, {role, false}});
  if (winner) {
    std::string by = winner->priority != f.priority ? fmt::format("priority {} against {}", winner->priority, f.priority)
                     : winner->length != f.length   ? fmt::format("it is longer: {} words against {}", winner->length, f.length)
                                                    : "it stands before it";
    record.why = fmt::format("lost to `{}`: {}", rules_->string(rules_->rules()[winner->rule].name), by);
    bool alike = winner->priority == f.priority && winner->length == f.length && winner->match_first == f.match_first;
    if (alike && winner->rule != f.rule && in_words(*winner) != in_words(f)) record.by_order = static_cast<RuleId>(winner->rule);
  }
  trace_->add(std::move(record));
}

/// What makes two role phrases one role: folded, dashes as blanks.
std::string HoldFinder::role_key(std::string_view role) const {
  std::string key = folded(role);
  std::replace(key.begin(), key.end(), '-', ' ');
  std::replace(key.begin(), key.end(), '\n', ' ');
  return key;
}

/// The role as the text has it, or the noun for the verb that tells of it ("founded": founder).
std::string HoldFinder::text_of(const Found& f) const {
  std::string text(f.verb.empty() ? view_.surface(f.role_first, f.role_last) : f.verb);
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

void HoldFinder::add(const Found& f, std::vector<Hold>& holds) const {
  const Annotation& person = annotations_[f.person];
  std::string text = text_of(f);
  Evidence evidence;
  evidence.place.span = view_.span(f.sentence.first, f.sentence.last);
  evidence.trigger = view_.span(f.role_first, f.role_last);
  evidence.rule = static_cast<RuleId>(f.rule);
  evidence.participants.push_back({person.entity, static_cast<MentionId>(f.person), symbols::subj, 0});
  for (Hold& h : holds) {
    bool same_body = h.org == f.org || h.org == EntityId::none || f.org == EntityId::none;
    if (h.person != person.entity || !same_body || role_key(h.role) != role_key(text)) continue;
    if (h.org == EntityId::none) h.org = f.org;
    h.evidence.push_back(evidence);
    return;
  }
  holds.push_back({person.entity, text, f.org, f.when, {evidence}});
}

void HoldFinder::run(const RuleBook& rules, const HoldClasses& classes, const TextView& view,
                     std::span<const Sentence> sentences, std::span<const Annotation> annotations,
                     std::span<const Entity> entities, Trace* trace, std::vector<Hold>& holds) {
  rules_ = &rules;
  classes_ = &classes;
  view_ = view;
  sentences_ = sentences;
  annotations_ = annotations;
  entities_ = entities;
  trace_ = trace;
  found_.clear();
  matcher_.exhausted = 0;
  holds.clear();
  for (Sentence sentence : sentences) {
    std::span<const Annotation> own = annotations_in(annotations, sentence);
    bool role = holds_type(own, symbols::role), person = holds_type(own, symbols::person);
    if (person ? role || tells_verb(sentence) : role && refers(sentence)) match_sentence(sentence);
    else if (trace)
      trace_untried(rules, kNamesPhase, view.span(sentence.first, sentence.last),
                    fmt::format("there is no {} in this sentence", role ? "PERSON" : "ROLE"), *trace);
  }
  keep_best();
  for (const Found& f : found_) add(f, holds);
}

}  // namespace liaison
