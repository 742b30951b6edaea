#include "resolution/name_resolver.h"

#include <algorithm>
#include <bit>
#include <functional>
#include <utility>

#include "lexicon/fold.h"
#include "text/utf8.h"

namespace liaison {
namespace {

constexpr std::uint32_t kNone = 0xffffffff;

bool is_name(const Annotation& a) {
  return a.form == Form::name && (a.type == symbols::person || a.type == symbols::org || a.type == symbols::gpe ||
                                  a.type == symbols::loc || a.type == symbols::misc);
}

std::uint64_t key_of(Symbol type, std::span<const WordId> words) {
  std::uint64_t key = type.id * 0x9E3779B97F4A7C15u;
  for (WordId word : words) key = (key ^ word) * 0xD6E8FEB86659FD93u, key ^= key >> 31;
  return key;
}

std::uint64_t key_of(std::string_view letters) { return std::hash<std::string_view>()(letters); }

bool ends_with(std::span<const WordId> words, std::span<const WordId> end) {
  return words.size() >= end.size() && std::equal(end.rbegin(), end.rend(), words.rbegin());
}

/// True if one word is the other's first letter: "J." and "John".
bool is_initial_of(const TextView& view, WordId a, WordId b) {
  std::string_view x = view.words->text(*view.lexicon, a), y = view.words->text(*view.lexicon, b);
  if (x.size() > y.size()) std::swap(x, y);
  bool initial = x.size() == 1 || (x.size() == 2 && x[1] == '.');
  return initial && !y.empty() && x[0] == y[0];
}

/// True if two full names of persons fit: same surname, given names equal, initials or short forms of one another, middle
/// names left out at will. No short form is taken where `nicknames` is null.
bool fit_persons(const TextView& view, const Nicknames* nicknames, std::span<const WordId> a, std::span<const WordId> b) {
  if (a.size() < 2 || b.size() < 2 || a.back() != b.back()) return false;
  const bool short_form = nicknames && nicknames->are_one(a.front(), b.front());
  if (a.front() != b.front() && !is_initial_of(view, a.front(), b.front()) && !short_form) return false;
  if (a.size() == 2 || b.size() == 2) return true;
  return a.size() == b.size() && (a[1] == b[1] || is_initial_of(view, a[1], b[1]));
}

/// True if a name is two surnames in one word: "the Alexander-Murray bill", but not "al-Assad".
bool is_pair(const TextView& view, const Annotation& name) {
  if (!view.tokens[name.first].has(kFirstCapital)) return false;
  for (std::uint32_t t = name.first + 1; t < name.last; ++t)
    if (view.tokens[t].has(kSpaceBefore)) return false;
  return true;
}

/// What a token gives to the letters of a name: its first letter, or all those of an abbreviation, so that `U.N.` is not the
/// "U.S. Navy". A name in capitals has none.
std::string letters_given(const TextView& view, std::uint32_t token, bool in_capitals) {
  constexpr std::size_t kLongest = 5;
  std::string word(view.words->text(*view.lexicon, view.tokens[token].word));
  const bool dotted = word.find('.') != std::string::npos;
  if (!dotted && (in_capitals || !view.tokens[token].has(kAllCaps) || word.size() > kLongest)) return std::string(first_letter(word));
  std::erase(word, '.');
  return word;
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

/// The node with the type and the words of `node`, which is added if there is none.
std::uint32_t NameResolver::node_of(const Node& node) {
  std::size_t slot = node.key & (slots_.size() - 1);
  for (; slots_[slot] != 0; slot = (slot + 1) & (slots_.size() - 1))
    if (nodes_[slots_[slot] - 1].key == node.key) return slots_[slot] - 1;
  nodes_.push_back(node);
  slots_[slot] = static_cast<std::uint32_t>(nodes_.size());
  return slots_[slot] - 1;
}

void NameResolver::make_nodes(const TextView& view, const NameClasses& classes, std::span<const Annotation> annotations) {
  nodes_.clear();
  words_.clear();
  slots_.assign(std::bit_ceil(2 * annotations.size() + 1), 0);
  node_of_.assign(annotations.size(), kNone);
  for (std::uint32_t i = 0; i < annotations.size(); ++i) {
    const Annotation& a = annotations[i];
    if (!is_name(a)) continue;
    ClassId suffix = a.type == symbols::person ? classes.name_suffix : classes.legal_suffix;
    std::uint32_t last = a.last;
    while (last > a.first + 1 && view.classes(last - 1).has(suffix)) --last;
    while (last > a.first + 1 && !view.tokens[last - 1].has(kIsWord | kIsNumber)) --last;
    Node node{.first_annotation = i, .parent = static_cast<std::uint32_t>(nodes_.size()), .type = a.type};
    node.first_word = static_cast<std::uint32_t>(words_.size());
    for (std::uint32_t t = a.first; t < last; ++t)
      if (view.tokens[t].has(kIsWord | kIsNumber)) words_.push_back(view.tokens[t].word);
    node.word_count = static_cast<std::uint32_t>(words_.size()) - node.first_word;
    node.key = key_of(a.type, words(node));
    const bool person = a.type == symbols::person;
    const Address address = person ? address_of(view, classes, annotations, i) : Address();
    node.suffix = address.suffix;
    if (node.suffix) node.key = ~node.key;
    node.short_person = person && node.word_count == 1;
    node_of_[i] = node_of(node);
    if (node_of_[i] != node.parent) words_.resize(node.first_word);  // it is known already
    if (person) note_person(view, classes, a, address, nodes_[node_of_[i]]);
  }
}

/// True if what the gazetteers know a name as is all of it: "Donald Trump Jr." is not known by "Donald Trump".
bool NameResolver::is_known(const TextView& view, const NameClasses& classes, const Node& node, const Annotation& name) {
  return name.known != Annotation::kUnknown && (!node.suffix || (name.last > name.first + 1 && view.classes(name.last - 1).has(classes.name_suffix)));
}

/// Notes of a person what the gazetteers know, and the gender that an address tells, else they, else the given name.
void NameResolver::note_person(const TextView& view, const NameClasses& classes, const Annotation& name, const Address& address,
                               Node& node) {
  if (is_known(view, classes, node, name)) node.known = name.known;
  if (address.gender != Gender::unknown) node.gender = address.gender;
  if (node.gender != Gender::unknown || node.short_person) return;
  node.gender = gender_of_name(view, name, classes.given[0], classes.given[1]);
}

/// Joins the forms of one entity of the gazetteers.
void NameResolver::join_known(const TextView& view, const NameClasses& classes, std::span<const Annotation> annotations) {
  const Lexicon& lexicon = *view.lexicon;
  known_.clear();
  for (std::uint32_t i = 0; i < annotations.size(); ++i) {
    if (node_of_[i] == kNone || !is_known(view, classes, nodes_[node_of_[i]], annotations[i])) continue;
    if (nodes_[node_of_[i]].short_person) continue;
    std::uint32_t name = lexicon.entities()[annotations[i].known].name;
    known_.push_back({std::uint64_t{annotations[i].type.id} << 32 | name, node_of_[i]});
  }
  std::sort(known_.begin(), known_.end());
  for (std::size_t i = 1; i < known_.size(); ++i)
    if (known_[i].first == known_[i - 1].first) join(known_[i].second, known_[i - 1].second);
}

void NameResolver::join_persons(const TextView& view, const Nicknames& nicknames) {
  persons_.clear();
  for (std::uint32_t i = 0; i < nodes_.size(); ++i)
    if (nodes_[i].type == symbols::person && nodes_[i].word_count > 1) persons_.push_back(i);
  // Those of one surname stand together then.
  auto surname = [&](std::uint32_t i) { return words(nodes_[i]).back(); };
  std::sort(persons_.begin(), persons_.end(),
            [&](std::uint32_t a, std::uint32_t b) { return std::pair(surname(a), a) < std::pair(surname(b), b); });
  for (std::size_t i = 0; i < persons_.size(); ++i)
    for (std::size_t j = i; j-- > 0 && surname(persons_[j]) == surname(persons_[i]);)
      join_persons(view, nicknames, persons_[i], persons_[j]);
}

/// True if only one of two names has a suffix, and the other one somebody whom the gazetteers know without it, by no
/// fewer words: "Robert S. Mueller III" is how "Robert Mueller" is called in full.
bool NameResolver::are_father_and_son(const Node& a, const Node& b) const {
  if (a.suffix == b.suffix) return false;
  const Node &father = a.suffix ? b : a, &son = a.suffix ? a : b;
  return father.known != Annotation::kUnknown && son.known != father.known && son.word_count <= father.word_count;
}

/// Joins two full names of one surname if they fit; one that ends the other ("Le Pen") is short for it.
void NameResolver::join_persons(const TextView& view, const Nicknames& nicknames, std::uint32_t a, std::uint32_t b) {
  std::span<const WordId> x = words(nodes_[a]), y = words(nodes_[b]);
  if (are_father_and_son(nodes_[a], nodes_[b])) return;
  // Fathers and sons are often told apart by the short form: "Mike Flynn Jr.".
  if (fit_persons(view, nodes_[a].suffix == nodes_[b].suffix ? &nicknames : nullptr, x, y)) join(a, b);
  else if (x.size() != y.size() && ends_with(x.size() < y.size() ? y : x, x.size() < y.size() ? x : y))
    nodes_[x.size() < y.size() ? a : b].short_person = true;
}

void NameResolver::read_letters(const TextView& view, const NameClasses& classes, std::span<const Annotation> annotations) {
  bodies_.clear();
  for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
    const Node& node = nodes_[i];
    if (node.type != symbols::org) continue;
    if (letters_.size() == bodies_.size()) letters_.emplace_back();
    auto& [initials, letters, all, own, kind, authority] = letters_[bodies_.size()];
    bodies_.push_back(i);
    initials.clear(), letters.clear(), all.clear(), own.clear();
    const Annotation& a = annotations[node.first_annotation];
    const Symbol subtype = a.known == Annotation::kUnknown ? symbols::none : view.lexicon->entities()[a.known].subtype;
    authority = subtype == symbols::government || subtype == symbols::parliament;
    kind = node.word_count == 1 && a.known == Annotation::kUnknown && view.words->classes(*view.lexicon, words(node)[0]).has(classes.head);
    bool in_capitals = true;
    for (std::uint32_t t = a.first; t < a.last; ++t) in_capitals &= !view.tokens[t].has(kFirstCapital) || view.tokens[t].has(kAllCaps);
    for (std::uint32_t t = a.first; t < a.last; ++t)
      if (view.tokens[t].has(kFirstCapital)) initials += letters_given(view, t, in_capitals);
    std::uint32_t t = a.first;
    for (WordId word : words(node)) {
      while (t < a.last && view.tokens[t].word != word) ++t;
      const std::string given = t < a.last ? letters_given(view, t, in_capitals)
                                           : std::string(first_letter(view.words->text(*view.lexicon, word)));
      all += given;
      if (!view.words->classes(*view.lexicon, word).has(classes.connector)) letters += given;
    }
    if (node.word_count != 1) continue;
    own = view.words->text(*view.lexicon, words(node)[0]);
    std::erase(own, '.');
  }
}

/// True if the body `small` is how `large` is called for short: its beginning, or its first letters. One of a state is not
/// short for its parts ("White House Personnel Office"), and a word for a kind of body is a name of its own, "Senate" not
/// short for "Senate Ethics Committee"; but one that no list knows is short for what it ends: "the Commission" for
/// "European Commission".
bool NameResolver::is_short_form(const TextView& view, const NameClasses& classes, std::uint32_t small,
                                 std::uint32_t large) const {
  std::span<const WordId> few = words(nodes_[bodies_[small]]), many = words(nodes_[bodies_[large]]);
  if (few.size() >= many.size()) return false;
  if (few.size() == 1) {
    const std::string& own = letters_[small].own;
    const Letters& of = letters_[large];
    if (of.letters.size() > 1 && (own == of.letters || own == of.initials || own == of.all)) return true;
    if (letters_[small].kind && few[0] == many.back()) return true;
    const ClassSet& kinds = view.words->classes(*view.lexicon, few[0]);
    if (kinds.has(classes.head) || kinds.has(classes.head_first)) return false;
  }
  if (letters_[small].authority || !std::equal(few.begin(), few.end(), many.begin())) return false;
  const ClassSet& next = view.words->classes(*view.lexicon, many[few.size()]);
  return !next.has(classes.connector);
}

/// Notes by what each body may be called for short: all its beginnings, its letters, its last word.
void NameResolver::note_short_forms() {
  short_forms_.clear();
  for (std::uint32_t i = 0; i < bodies_.size(); ++i) {
    const std::span<const WordId> own = words(nodes_[bodies_[i]]);
    for (std::size_t count = 1; count < own.size(); ++count) short_forms_.emplace_back(key_of(symbols::org, own.first(count)), i);
    if (own.size() > 1) short_forms_.emplace_back(key_of(symbols::org, own.last(1)), i);
    for (const std::string* letters : {&letters_[i].letters, &letters_[i].initials, &letters_[i].all})
      short_forms_.emplace_back(key_of(std::string_view(*letters)), i);
  }
  std::sort(short_forms_.begin(), short_forms_.end());
  short_forms_.erase(std::unique(short_forms_.begin(), short_forms_.end()), short_forms_.end());
}

/// Joins each body to the only one that it is short for.
void NameResolver::join_bodies(const TextView& view, const NameClasses& classes) {
  note_short_forms();
  for (std::uint32_t i = 0; i < bodies_.size(); ++i) {
    std::uint32_t found = kNone;
    bool several = false;
    const auto look = [&](std::uint64_t key) {
      auto at = std::lower_bound(short_forms_.begin(), short_forms_.end(), std::pair(key, std::uint32_t{0}));
      for (; at != short_forms_.end() && at->first == key && !several; ++at) {
        if (i == at->second || !is_short_form(view, classes, i, at->second)) continue;
        several = found != kNone && find(found) != find(bodies_[at->second]);
        found = bodies_[at->second];
      }
    };
    look(key_of(symbols::org, words(nodes_[bodies_[i]])));
    if (!letters_[i].own.empty()) look(key_of(std::string_view(letters_[i].own)));
    if (found != kNone && !several) join(bodies_[i], found);
  }
}

ShortNames::Use NameResolver::use_of(const TextView& view, const NameClasses& classes, std::span<const Annotation> annotations,
                                     std::uint32_t annotation) {
  const std::uint32_t at = node_of_[annotation];
  const Node& node = nodes_[at];
  return {annotation, find(at), words(node), node.gender, node.known, address_of(view, classes, annotations, annotation)};
}

/// Notes who may be meant by a surname or given name alone, and where.
void NameResolver::find_bearers(const TextView& view, const NameClasses& classes, std::span<const Annotation> annotations) {
  short_names_.clear();
  bool any_short = false;
  for (std::uint32_t i = 0; i < node_of_.size(); ++i) {
    if (node_of_[i] == kNone || nodes_[node_of_[i]].type != symbols::person) continue;
    if (nodes_[node_of_[i]].short_person) any_short = true;
    else if (!is_pair(view, annotations[i])) short_names_.add(use_of(view, classes, annotations, i));
  }
  short_names_.settle();
  if (!any_short) return;
  titled_.clear();
  for (std::uint32_t i = 0; i < node_of_.size(); ++i) {
    if (node_of_[i] == kNone || !nodes_[node_of_[i]].short_person || nodes_[node_of_[i]].is_bearer) continue;
    const ShortNames::Use use = use_of(view, classes, annotations, i);
    if (!use.address.before || short_names_.bearer_of(view, annotations[i], use) != ShortNames::kNobody) continue;
    titled_.push_back(i);
    nodes_[node_of_[i]].is_bearer = true;
  }
  for (std::uint32_t i : titled_) short_names_.add_titled(view, annotations[i], use_of(view, classes, annotations, i));
  short_names_.settle();
}

/// Notes a form of an entity, and that it was used.
void NameResolver::note_form(std::string_view form, const Annotation& use, Entity& entity, std::vector<FormUse>& uses) {
  if (form.find('\n') != std::string_view::npos) {
    form_ = form;
    std::replace(form_.begin(), form_.end(), '\n', ' ');
    form = form_;
  }
  auto known = static_cast<std::size_t>(std::find(entity.forms.begin(), entity.forms.end(), form) - entity.forms.begin());
  if (known == entity.forms.size()) {
    entity.forms.emplace_back(form);
    uses.push_back({use.last - use.first, 0, use.known});
  }
  ++uses[known].count;
  if (uses[known].known == Annotation::kUnknown) uses[known].known = use.known;
}

/// True if a name is a fuller form of a canonical one: it has all its words in their order, and ends with the same one
/// but for legal forms: "Donald J. Trump" of "Donald Trump", but not "Senate Budget Office" of "Senate".
bool NameResolver::is_fuller(std::string_view name, std::string_view canonical, const Lexicon& lexicon, ClassId legal_suffix) {
  const auto take_last = [](std::string_view& words) {
    const std::size_t at = words.rfind(' ');
    std::string last = folded(words.substr(at + 1));
    words = at == std::string_view::npos ? std::string_view() : words.substr(0, at);
    return last;
  };
  std::string word = take_last(name), wanted = take_last(canonical);
  while (!name.empty() && word != wanted) {
    const WordId found = lexicon.find(word);
    if (found == kNoWord || legal_suffix == ClassId::none || !lexicon.classes(found).has(legal_suffix)) return false;
    word = take_last(name);
  }
  while (word == wanted || !name.empty()) {
    if (word == wanted) {
      if (canonical.empty()) return true;
      wanted = take_last(canonical);
    }
    if (name.empty()) return false;
    word = take_last(name);
  }
  return false;
}

/// The canonical name of an entity of the gazetteers, which takes time to spell: those met lately are remembered.
const std::string& NameResolver::canonical_name(const Lexicon& lexicon, std::uint32_t entity) {
  constexpr std::size_t kSpelled = 1024;
  if (lexicon.number() != spelled_of_) spelled_.assign(kSpelled, {});
  spelled_of_ = lexicon.number();
  Spelled& at = spelled_[entity % kSpelled];
  if (at.entity != entity) at = {entity, std::string(lexicon.name(lexicon.entities()[entity]))};
  return at.name;
}

/// What the gazetteers know the fullest form as; a shorter form tells of it only where the fullest goes with it, for a
/// surname may be that of somebody better known.
std::string NameResolver::known_as(const Entity& entity, const std::vector<FormUse>& uses, const FormUse& fullest,
                                   const Lexicon& lexicon, ClassId legal_suffix) {
  const auto name_of = [&](const FormUse& use) -> const std::string& { return canonical_name(lexicon, use.known); };
  if (fullest.known != Annotation::kUnknown) return name_of(fullest);
  const FormUse* best = nullptr;
  for (const FormUse& use : uses) {
    if (use.known != Annotation::kUnknown && (!best || use.tokens > best->tokens)) best = &use;
  }
  if (!best) return {};
  const bool tells = best->tokens >= fullest.tokens || is_fuller(entity.name, name_of(*best), lexicon, legal_suffix);
  return tells ? name_of(*best) : std::string();
}

/// Gives each name its entity, in order of their first mention.
void NameResolver::number_entities(const TextView& view, const NameClasses& classes, std::vector<Annotation>& annotations,
                                   std::vector<Entity>& entities) {
  entity_of_.assign(nodes_.size(), EntityId::none);
  mentions_of_.clear();
  for (std::uint32_t i = 0; i < annotations.size(); ++i) {
    if (node_of_[i] == kNone) continue;
    std::uint32_t node = node_of_[i];
    if (nodes_[node].short_person)
      if (std::uint32_t bearer = short_names_.take(view, annotations, use_of(view, classes, annotations, i)); bearer != ShortNames::kNobody)
        node = bearer;
    EntityId& id = entity_of_[find(node)];
    if (id == EntityId::none) {
      id = static_cast<EntityId>(mentions_of_.size());
      mentions_of_.push_back(0);
      entities.push_back({annotations[i].type, {}, {}, {}, {}});
    }
    annotations[i].entity = id;
    ++mentions_of_[static_cast<std::size_t>(id)];
  }
}

void NameResolver::make_entities(const TextView& view, const NameClasses& classes, std::vector<Annotation>& annotations,
                                 std::vector<Entity>& entities) {
  entities.clear();
  find_bearers(view, classes, annotations);
  number_entities(view, classes, annotations, entities);
  if (uses_.size() < entities.size()) uses_.resize(entities.size());
  for (std::size_t e = 0; e < entities.size(); ++e) {
    uses_[e].clear();
    entities[e].mentions.reserve(mentions_of_[e]);
  }
  for (std::uint32_t i = 0; i < annotations.size(); ++i) {
    if (node_of_[i] == kNone) continue;
    auto id = static_cast<std::size_t>(annotations[i].entity);
    entities[id].mentions.push_back(static_cast<MentionId>(i));
    note_form(view.name_span(annotations[i]).of(view.text), annotations[i], entities[id], uses_[id]);
  }
  // The fullest form: the most tokens, of equals the most frequent, then the first.
  auto less = [](const FormUse& a, const FormUse& b) { return std::pair(a.tokens, a.count) < std::pair(b.tokens, b.count); };
  for (std::size_t e = 0; e < entities.size(); ++e) {
    const auto fullest = std::max_element(uses_[e].begin(), uses_[e].end(), less);
    entities[e].name = entities[e].forms[static_cast<std::size_t>(fullest - uses_[e].begin())];
    entities[e].known_as = known_as(entities[e], uses_[e], *fullest, *view.lexicon, classes.legal_suffix);
  }
}

void NameResolver::run(const TextView& view, const NameClasses& classes, const Nicknames& nicknames, std::span<const ToldAlias> told,
                       std::vector<Annotation>& annotations, std::vector<Entity>& entities) {
  make_nodes(view, classes, annotations);
  join_known(view, classes, annotations);
  join_persons(view, nicknames);
  read_letters(view, classes, annotations);
  join_bodies(view, classes);
  for (const ToldAlias& alias : told)
    if (node_of_[alias.a] != kNone && node_of_[alias.b] != kNone) join(node_of_[alias.a], node_of_[alias.b]);
  make_entities(view, classes, annotations, entities);
}

}  // namespace liaison
