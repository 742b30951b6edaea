#include "resolution/name_resolver.h"

#include <algorithm>

namespace liaison {
namespace {

constexpr std::uint32_t kNone = 0xffffffff;

bool is_name(const Annotation& a) {
  return a.form == Form::name && (a.type == symbols::person || a.type == symbols::org || a.type == symbols::gpe ||
                                  a.type == symbols::loc || a.type == symbols::misc);
}

std::uint64_t key_of(Symbol type, const std::vector<WordId>& words) {
  std::uint64_t key = type.id * 0x9E3779B97F4A7C15u;
  for (WordId word : words) key = (key ^ word) * 0xD6E8FEB86659FD93u, key ^= key >> 31;
  return key;
}

/// True if one word is the other's first letter: "J." and "John".
bool is_initial_of(const TextView& view, WordId a, WordId b) {
  std::string_view x = view.words->text(*view.lexicon, a), y = view.words->text(*view.lexicon, b);
  if (x.size() > y.size()) std::swap(x, y);
  bool initial = x.size() == 1 || (x.size() == 2 && x[1] == '.');
  return initial && !y.empty() && x[0] == y[0];
}

/// True if two full names of persons fit: same surname, given names equal or initials of one another, middle names
/// left out at will.
bool fit_persons(const TextView& view, const std::vector<WordId>& a, const std::vector<WordId>& b) {
  if (a.size() < 2 || b.size() < 2 || a.back() != b.back()) return false;
  if (a.front() != b.front() && !is_initial_of(view, a.front(), b.front())) return false;
  if (a.size() == 2 || b.size() == 2) return true;
  return a.size() == b.size() && (a[1] == b[1] || is_initial_of(view, a[1], b[1]));
}

}  // namespace

std::uint32_t NameResolver::find(std::uint32_t node) {
  while (nodes_[node].parent != node) node = nodes_[node].parent = nodes_[nodes_[node].parent].parent;
  return node;
}

void NameResolver::join(std::uint32_t a, std::uint32_t b) {
  a = find(a), b = find(b);
  if (a != b) nodes_[std::max(a, b)].parent = std::min(a, b);
}

void NameResolver::make_nodes(const TextView& view, const NameClasses& classes, std::span<const Annotation> annotations) {
  nodes_.clear();
  strings_.clear();
  node_of_.assign(annotations.size(), kNone);
  for (std::uint32_t i = 0; i < annotations.size(); ++i) {
    const Annotation& a = annotations[i];
    if (!is_name(a)) continue;
    ClassId suffix = a.type == symbols::person ? classes.name_suffix : classes.legal_suffix;
    std::uint32_t last = a.last;
    while (last > a.first + 1 && view.classes(last - 1).has(suffix)) --last;
    while (last > a.first + 1 && !view.tokens[last - 1].has(kIsWord | kIsNumber)) --last;
    std::vector<WordId> words;
    for (std::uint32_t t = a.first; t < last; ++t)
      if (view.tokens[t].has(kIsWord | kIsNumber)) words.push_back(view.tokens[t].word);
    auto number = static_cast<std::uint32_t>(nodes_.size());
    auto [at, is_new] = strings_.try_emplace(key_of(a.type, words), number);
    node_of_[i] = at->second;
    if (!is_new) continue;
    bool single = a.type == symbols::person && words.size() == 1;
    std::string initials;
    for (std::uint32_t t = a.first; t < a.last; ++t)
      if (view.tokens[t].has(kFirstCapital)) initials += view.words->text(*view.lexicon, view.tokens[t].word)[0];
    nodes_.push_back({i, number, a.type, std::move(words), std::move(initials), single});
  }
}

/// Joins the forms of one entity of the gazetteers.
void NameResolver::join_known(std::span<const Annotation> annotations, const Lexicon& lexicon) {
  std::unordered_map<std::uint64_t, std::uint32_t> first;
  for (std::uint32_t i = 0; i < annotations.size(); ++i) {
    if (node_of_[i] == kNone || annotations[i].known == Annotation::kUnknown) continue;
    if (nodes_[node_of_[i]].single_person) continue;
    std::uint32_t name = lexicon.entities()[annotations[i].known].name;
    auto [at, is_new] = first.try_emplace(std::uint64_t{annotations[i].type.id} << 32 | name, node_of_[i]);
    if (!is_new) join(at->second, node_of_[i]);
  }
}

void NameResolver::join_persons(const TextView& view) {
  for (std::uint32_t i = 0; i < nodes_.size(); ++i)
    for (std::uint32_t j = 0; j < i && nodes_[i].type == symbols::person; ++j)
      if (nodes_[j].type == symbols::person && fit_persons(view, nodes_[i].words, nodes_[j].words)) join(i, j);
}

/// True if `small` is how `large` is called for short: its beginning, or its first letters.
bool NameResolver::is_short_form(const TextView& view, const NameClasses& classes, const Node& small,
                                 const Node& large) const {
  if (small.words.size() >= large.words.size()) return false;
  if (small.words.size() == 1 && large.words.size() > 1) {
    std::string letters;
    for (WordId word : large.words)
      if (!view.words->classes(*view.lexicon, word).has(classes.connector)) letters += view.words->text(*view.lexicon, word)[0];
    std::string own(view.words->text(*view.lexicon, small.words[0]));
    std::erase(own, '.');
    if (letters.size() > 1 && (own == letters || own == large.initials)) return true;
  }
  if (!std::equal(small.words.begin(), small.words.end(), large.words.begin())) return false;
  const ClassSet& next = view.words->classes(*view.lexicon, large.words[small.words.size()]);
  return !next.has(classes.connector);
}

void NameResolver::join_bodies(const TextView& view, const NameClasses& classes) {
  for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
    if (nodes_[i].type != symbols::org) continue;
    std::uint32_t found = kNone;
    bool several = false;
    for (std::uint32_t j = 0; j < nodes_.size(); ++j) {
      if (i == j || nodes_[j].type != symbols::org || !is_short_form(view, classes, nodes_[i], nodes_[j])) continue;
      several |= found != kNone && find(found) != find(j);
      found = j;
    }
    if (found != kNone && !several) join(i, found);
  }
}

/// The person who bears a lone name: the last one named before the annotation, else the first one after.
std::uint32_t NameResolver::bearer_of(const Node& name, std::uint32_t before) const {
  std::uint32_t best = kNone, surname = kNone;
  for (std::uint32_t j = 0; j < node_of_.size(); ++j) {
    if (node_of_[j] == kNone) continue;
    const Node& node = nodes_[node_of_[j]];
    if (node.type != symbols::person || node.words.size() < 2) continue;
    bool last = node.words.back() == name.words[0], first = node.words.front() == name.words[0];
    if (!last && !first) continue;
    if (j > before && (surname != kNone || best != kNone)) break;
    (last ? surname : best) = node_of_[j];
  }
  return surname != kNone ? surname : best;
}

namespace {

/// The fullest form of an entity: the most tokens, of equals the most frequent, then the first. `counts` goes with forms.
std::size_t fullest_form(const std::vector<std::uint32_t>& tokens, const std::vector<std::uint32_t>& counts) {
  std::size_t best = 0;
  for (std::size_t i = 1; i < tokens.size(); ++i)
    if (std::pair(tokens[i], counts[i]) > std::pair(tokens[best], counts[best])) best = i;
  return best;
}

}  // namespace

void NameResolver::make_entities(const TextView& view, std::vector<Annotation>& annotations, std::vector<Entity>& entities) {
  entities.clear();
  std::unordered_map<std::uint32_t, EntityId> entity_of;
  std::vector<std::vector<std::uint32_t>> tokens, counts;  // for each entity and form
  for (std::uint32_t i = 0; i < annotations.size(); ++i) {
    if (node_of_[i] == kNone) continue;
    std::uint32_t node = node_of_[i];
    if (nodes_[node].single_person)
      if (std::uint32_t bearer = bearer_of(nodes_[node], i); bearer != kNone) node = bearer;
    auto [at, is_new] = entity_of.try_emplace(find(node), static_cast<EntityId>(entities.size()));
    if (is_new) {
      entities.push_back({annotations[i].type, {}, {}, {}, {}});
      tokens.emplace_back();
      counts.emplace_back();
    }
    annotations[i].entity = at->second;
    auto number = static_cast<std::size_t>(at->second);
    Entity& entity = entities[number];
    entity.mentions.push_back(static_cast<MentionId>(i));
    std::string form(view.surface(annotations[i].first, annotations[i].last));
    std::replace(form.begin(), form.end(), '\n', ' ');
    auto known = static_cast<std::size_t>(std::find(entity.forms.begin(), entity.forms.end(), form) - entity.forms.begin());
    if (known == entity.forms.size()) {
      entity.forms.push_back(form);
      tokens[number].push_back(annotations[i].last - annotations[i].first);
      counts[number].push_back(0);
    }
    ++counts[number][known];
    if (annotations[i].known != Annotation::kUnknown && entity.known_as.empty())
      entity.known_as = view.lexicon->string(view.lexicon->entities()[annotations[i].known].name);
  }
  for (std::size_t e = 0; e < entities.size(); ++e) entities[e].name = entities[e].forms[fullest_form(tokens[e], counts[e])];
}

void NameResolver::run(const TextView& view, const NameClasses& classes, std::span<const ToldAlias> told,
                       std::vector<Annotation>& annotations, std::vector<Entity>& entities) {
  make_nodes(view, classes, annotations);
  join_known(annotations, *view.lexicon);
  join_persons(view);
  join_bodies(view, classes);
  for (const ToldAlias& alias : told)
    if (node_of_[alias.a] != kNone && node_of_[alias.b] != kNone) join(node_of_[alias.a], node_of_[alias.b]);
  make_entities(view, annotations, entities);
}

}  // namespace liaison
