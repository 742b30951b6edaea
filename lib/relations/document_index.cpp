#include "relations/document_index.h"

#include <algorithm>

namespace liaison {
namespace {

/// How many tokens before a name of a person may say of which nation he is.
constexpr std::uint32_t kLongestTitle = 6;

/// Adds the countries whose adjectives stand before the name of a person: `Russian President Vladimir Putin`.
void add_nations_before(const FrameBook& book, const TextView& view, std::uint32_t name, EntityId person,
                        std::vector<std::pair<std::string_view, EntityId>>& out) {
  for (std::uint32_t t = name; t-- > 0 && name - t <= kLongestTitle && !view.tokens[t].has(kIsPunctuation);)
    if (const std::string_view country = book.nation_at(view, t); !country.empty()) out.emplace_back(country, person);
}

template <class T>
void sort_uniquely(std::vector<T>& all) {
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
}

}  // namespace

void DocumentIndex::build(const FrameBook& book, const TextView& view, std::span<const Annotation> annotations,
                          std::span<const Entity> entities, std::span<const Hold> holds) {
  book_ = &book;
  view_ = view;
  nations_counted_ = false;
  steps_ += annotations.size() + entities.size() + holds.size();
  known_.assign(entities.size(), nullptr);
  read_names(book, annotations);
  count_countries(book, entities);
  read_leaders(book, entities);
  sort_by(&Hold::person, entities.size(), holds, by_person_);
  sort_by(&Hold::org, entities.size(), holds, by_body_);
  read_nations(book, view, annotations, entities);
  find_held_roles(holds, entities, roles_);
}

void DocumentIndex::read_names(const FrameBook& book, std::span<const Annotation> annotations) {
  names_.clear(), name_at_.clear(), called_.clear(), capitals_.clear(), codes_.clear(), by_text_.clear();
  for (const Annotation& a : annotations) {
    if (a.entity == EntityId::none || a.known == Annotation::kUnknown) continue;
    const NamedEntity& known = view_.lexicon->entities()[a.known];
    if (!known_[std::size_t(a.entity)]) known_[std::size_t(a.entity)] = &known;
    const auto [at, is_new] = name_at_.try_emplace(known.name, static_cast<std::uint32_t>(names_.size()));
    if (is_new) names_.push_back({&known, EntityId::none, state_of(book, known), {}});
    Name& name = names_[at->second];
    if (name.first == EntityId::none && a.type != symbols::person) name.first = a.entity;
    called_.emplace_back(at->second, a.entity);
    const State state = name.known == &known ? name.state : state_of(book, known);  // two may be called the same
    if (a.type == symbols::gpe && !state.capital.empty()) capitals_.emplace_back(state.capital, a.entity);
    // a company that the lists know to sit somewhere does not tell of that state
    const bool of_state = known.subtype == symbols::government || known.subtype == symbols::parliament;
    if (a.type == symbols::org && of_state && !state.code.empty()) codes_.push_back(state.code);
  }
  sort_uniquely(called_);
  std::stable_sort(capitals_.begin(), capitals_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::sort(codes_.begin(), codes_.end());
}

DocumentIndex::State DocumentIndex::state_of(const FrameBook& book, const NamedEntity& known) const {
  return {view_.lexicon->attribute(known, book.capital_key()), view_.lexicon->attribute(known, book.country_key())};
}

void DocumentIndex::count_countries(const FrameBook& book, std::span<const Entity> entities) {
  constexpr std::size_t kMost = 6;
  countries_.clear();
  all_countries_.clear();
  coded_.clear();
  for (std::uint32_t e = 0; e < entities.size(); ++e) {
    if (entities[e].type != symbols::gpe || !known_[e] || !book.is_country(*known_[e])) continue;
    const std::string_view code = view_.lexicon->attribute(*known_[e], book.code_key());
    if (!code.empty()) coded_.emplace_back(code, EntityId{e});
    const auto [first, last] = std::equal_range(codes_.begin(), codes_.end(), code);
    const CountryUse use{EntityId{e}, entities[e].mentions.size() + static_cast<std::size_t>(last - first)};
    all_countries_.push_back(use);
    const auto behind = std::find_if(countries_.begin(), countries_.end(),
                                     [&](const CountryUse& other) { return other.times < use.times; });
    countries_.insert(behind, use);
    if (countries_.size() > kMost) countries_.pop_back();
  }
  std::stable_sort(coded_.begin(), coded_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
}

std::span<const DocumentIndex::CountryUse> DocumentIndex::told_countries() const {
  if (!nations_counted_) count_nations();
  return told_countries_;
}

/// Counts the adjectives of countries with their names.
void DocumentIndex::count_nations() const {
  nations_counted_ = true;
  told_countries_ = all_countries_;
  const ClassId nationality = book_->grammar().id(Word::nationality);
  std::vector<std::pair<std::string_view, std::size_t>> adjectives;
  steps_ += view_.tokens.size();
  for (std::uint32_t t = 0; t < view_.tokens.size(); ++t)
    if (view_.classes(t).has(nationality))
      if (const std::string_view country = book_->nation_at(view_, t); !country.empty()) adjectives.emplace_back(country, 1);
  std::sort(adjectives.begin(), adjectives.end());
  for (std::size_t i = 0, next = 0; i < adjectives.size(); i = next) {
    for (next = i; next < adjectives.size() && adjectives[next].first == adjectives[i].first;) ++next;
    const EntityId country = named(adjectives[i].first);
    const auto use = std::find_if(told_countries_.begin(), told_countries_.end(),
                                  [&](const CountryUse& u) { return u.country == country; });
    if (country != EntityId::none && use != told_countries_.end()) use->times += next - i;
    else told_countries_.push_back({EntityId::none, next - i});
  }
  std::stable_sort(told_countries_.begin(), told_countries_.end(),
                   [](const CountryUse& a, const CountryUse& b) { return a.times > b.times; });
}

void DocumentIndex::read_leaders(const FrameBook& book, std::span<const Entity> entities) {
  leaders_.clear();
  for (std::uint32_t e = 0; e < entities.size(); ++e) {
    if (entities[e].type != symbols::person || !known_[e] || view_.lexicon->attribute(*known_[e], symbols::office).empty()) continue;
    const std::string_view code = view_.lexicon->attribute(*known_[e], book.country_key());
    if (!code.empty()) leaders_.emplace_back(code, EntityId{e});
  }
  std::sort(leaders_.begin(), leaders_.end());
  for (std::size_t i = 0; i + 1 < leaders_.size(); ++i)
    if (leaders_[i].first == leaders_[i + 1].first) leaders_[i].second = leaders_[i + 1].second = EntityId::none;
}

void DocumentIndex::sort_by(EntityId Hold::*of, std::size_t entities, std::span<const Hold> holds, ByEntity& out) {
  out.first.assign(entities + 1, 0);
  out.holds.clear();
  for (const Hold& hold : holds)
    if (hold.*of != EntityId::none) out.holds.push_back(&hold), ++out.first[std::size_t(hold.*of) + 1];
  for (std::size_t e = 0; e < entities; ++e) out.first[e + 1] += out.first[e];
  std::stable_sort(out.holds.begin(), out.holds.end(), [&](const Hold* a, const Hold* b) { return a->*of < b->*of; });
}

void DocumentIndex::read_nations(const FrameBook& book, const TextView& view, std::span<const Annotation> annotations,
                                 std::span<const Entity> entities) {
  nations_.clear();
  for (std::uint32_t e = 0; e < entities.size(); ++e) {
    if (by_person_.first[e] == by_person_.first[e + 1]) continue;
    for (const MentionId mention : entities[e].mentions) {
      const Annotation& name = annotations[std::size_t(mention)];
      if (name.form == Form::name) add_nations_before(book, view, name.first, EntityId{e}, nations_);
    }
  }
  sort_uniquely(nations_);
}

std::span<const Hold* const> DocumentIndex::told(const ByEntity& all, EntityId entity) const {
  const std::uint32_t first = all.first[std::size_t(entity)], last = all.first[std::size_t(entity) + 1];
  const std::size_t count = std::min<std::size_t>(last - first, kMostHolds);
  steps_ += count;
  return std::span(all.holds).subspan(first, count);
}

void DocumentIndex::spell_names() const {
  for (std::uint32_t i = 0; i < names_.size(); ++i) {
    names_[i].text = view_.lexicon->name(*names_[i].known);
    by_text_.push_back(i);
  }
  std::sort(by_text_.begin(), by_text_.end(), [&](std::uint32_t a, std::uint32_t b) { return names_[a].text < names_[b].text; });
}

/// A name that one of the document is known by; null if none is.
const DocumentIndex::Name* DocumentIndex::find(std::string_view name) const {
  if (by_text_.size() < names_.size()) spell_names();
  const auto at = std::lower_bound(by_text_.begin(), by_text_.end(), name,
                                   [&](std::uint32_t i, std::string_view text) { return names_[i].text < text; });
  return at != by_text_.end() && names_[*at].text == name ? &names_[*at] : nullptr;
}

EntityId DocumentIndex::named(std::string_view name) const {
  const Name* found = find(name);
  return found ? found->first : EntityId::none;
}

bool DocumentIndex::is_called(EntityId entity, std::string_view name) const {
  const Name* found = find(name);
  return found && std::binary_search(called_.begin(), called_.end(), std::pair(static_cast<std::uint32_t>(found - names_.data()), entity));
}

EntityId DocumentIndex::find_coded(const ByCode& all, std::string_view code) {
  const auto at = std::lower_bound(all.begin(), all.end(), code, [](const auto& one, std::string_view text) { return one.first < text; });
  return at != all.end() && at->first == code ? at->second : EntityId::none;
}

EntityId DocumentIndex::country_of(std::string_view capital) const {
  const auto at = std::lower_bound(capitals_.begin(), capitals_.end(), capital,
                                   [](const auto& c, std::string_view text) { return c.first < text; });
  return at != capitals_.end() && at->first == capital ? at->second : EntityId::none;
}

std::vector<const Hold*> DocumentIndex::holds_of_nation(std::string_view country) const {
  std::vector<const Hold*> out;
  const auto add = [&](std::span<const Hold* const> holds) {
    out.insert(out.end(), holds.begin(), holds.begin() + static_cast<std::ptrdiff_t>(std::min(holds.size(), kMostHolds - out.size())));
  };
  if (const Name* name = find(country)) {
    const auto number = static_cast<std::uint32_t>(name - names_.data());
    auto body = std::lower_bound(called_.begin(), called_.end(), std::pair(number, EntityId{0}));
    for (; body != called_.end() && body->first == number && out.size() < kMostHolds; ++body) add(holds_in(body->second));
  }
  auto person = std::lower_bound(nations_.begin(), nations_.end(), std::pair(country, EntityId{0}));
  for (; person != nations_.end() && person->first == country && out.size() < kMostHolds; ++person) add(holds_of(person->second));
  return out;
}

}  // namespace liaison
