#include "network/national_bodies.h"

#include <algorithm>
#include <memory>

#include "lexicon/fold.h"
#include "network/name_key.h"
#include "pack_contents.h"

namespace liaison {
namespace {

constexpr std::size_t kMostWords = 4;         // of what stands before or behind the name of a body
constexpr std::size_t kSeveral = ~std::size_t{0};

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

/// Calls `use` with each part between separators, without blanks around it.
template <class Use>
void each_part(std::string_view text, char separator, const Use& use) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    if (const std::string_view part = trimmed(text.substr(0, end)); !part.empty()) use(part);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

/// What stands between the quotation marks behind `name=`.
std::string_view value_of(std::string_view attributes, std::string_view name) {
  const std::size_t at = attributes.find(std::string(name) + "=\"");
  if (at == std::string_view::npos) return {};
  const std::string_view rest = attributes.substr(at + name.size() + 2);
  return rest.substr(0, rest.find('"'));
}

/// Notes where a key stands, or that it stands in several places.
void note(std::unordered_map<std::string, std::size_t>& places, const std::string& key, std::size_t place) {
  const auto [found, is_new] = places.try_emplace(key, place);
  if (!is_new && found->second != place) found->second = kSeveral;
}

}  // namespace

NationalBodies::NationalBodies(const Pack& pack)
    : lexicon_(&pack.contents().lexicon),
      article_(lexicon_->find_class("article")),
      of_preposition_(lexicon_->find_class("of_preposition")),
      in_preposition_(lexicon_->find_class("in_preposition")),
      country_(pack.symbol("country")),
      state_(pack.symbol("state")) {
  pack.contents().each_line_of("variants/national_bodies.txt", [&](std::string_view line) { add_body(line); });
  if (!bodies_.empty()) read_realms(pack);
}

void NationalBodies::add_body(std::string_view line) {
  const std::size_t end = std::min(line.find(';'), line.size());
  NationalBody body;
  each_part(line.substr(0, end), '|', [&](std::string_view name) {
    const std::string key = name_key(name);
    if (body.key.empty()) body.key = key;
    body_of_.emplace(key, bodies_.size());
    first_words_.insert(key.substr(0, key.find(' ')));
    last_words_.insert(std::string(last_word(key)));
  });
  body.usual = value_of(line.substr(end), "default");
  each_part(value_of(line.substr(end), "not"), ',', [&](std::string_view country) { body.elsewhere.emplace_back(country); });
  body.is_of_states = value_of(line.substr(end), "states") != "no";
  bodies_.push_back(std::move(body));
}

void NationalBodies::read_realms(const Pack& pack) {
  const Symbol iso = pack.symbol("iso");
  std::vector<const NamedEntity*> states;
  for (const NamedEntity& entity : lexicon_->entities()) {
    if (entity.type != symbols::gpe || (entity.subtype != country_ && entity.subtype != state_)) continue;
    const std::string name = lexicon_->name(entity);
    const bool is_country = entity.subtype == country_;
    const std::size_t place = realms_.size();
    if (const auto [known, is_new] = realm_of_name_.try_emplace(name, place); !is_new) {
      const bool is_same = known->second != kSeveral && realms_[known->second].country.empty() != is_country;
      if (!is_same) known->second = kSeveral;   // a country and a state of one name
      continue;
    }
    realms_.push_back({name, is_country ? name : std::string()});
    if (!is_country) states.push_back(&entity);
    else if (const std::string_view code = lexicon_->attribute(entity, iso); !code.empty()) realm_of_code_.emplace(code, place);
    each_part(lexicon_->attribute(entity, symbols::adjective), ',',
              [&](std::string_view adjective) { note(realm_of_adjective_, name_key(adjective), place); });
  }
  for (const NamedEntity* state : states) {
    const auto found = realm_of_code_.find(std::string(lexicon_->attribute(*state, symbols::country)));
    const std::size_t place = realm_of_name_[lexicon_->name(*state)];
    if (found != realm_of_code_.end() && place != kSeveral) realms_[place].country = realms_[found->second].name;
  }
}

const NationalBody* NationalBodies::find(std::string_view name) const {
  const auto found = body_of_.find(name_key(name));
  return found == body_of_.end() ? nullptr : &bodies_[found->second];
}

const NationalBodies& NationalBodies::of(const Pack& pack) {
  thread_local std::unique_ptr<NationalBodies> last;   // its lexicon may be gone: what is compared is the number
  thread_local std::uint64_t number = 0;
  if (!last || number != pack.contents().lexicon.number()) last = std::make_unique<NationalBodies>(pack);
  number = pack.contents().lexicon.number();
  return *last;
}

bool NationalBodies::leads_to_place(std::string_view word) const {
  return has_class(word, of_preposition_) || has_class(word, in_preposition_);
}

bool NationalBodies::has_class(std::string_view word, ClassId id) const {
  const WordId found = lexicon_->find(word);
  return id != ClassId::none && found != kNoWord && lexicon_->classes(found).has(id);
}

/// A state in the name of a body that is not of states makes it another body.
NationalBodies::Reading NationalBodies::reading(const NationalBody* body, const Realm* realm) {
  return realm && (body->is_of_states || realm->name == realm->country) ? Reading{body, realm} : Reading{};
}

NationalBodies::Reading NationalBodies::read(std::string_view name) const { return read(name, name_key(name)); }

NationalBodies::Reading NationalBodies::read(std::string_view name, std::string_view key) const {
  const bool may_begin = first_words_.count(key.substr(0, key.find(' '))) > 0, may_end = last_words_.count(last_word(key)) > 0;
  if (!may_begin && !may_end) return {};
  if (const auto found = body_of_.find(std::string(key)); found != body_of_.end()) return {&bodies_[found->second], nullptr};
  if (may_end) {   // "Russian Foreign Ministry"
    std::size_t at = 0;
    for (std::size_t words = 0; words < kMostWords && (at = name.find(' ', at)) != std::string_view::npos; ++words, ++at) {
      const NationalBody* const body = find(name.substr(at + 1));
      if (!body) continue;
      if (words == 0 && has_class(folded(name.substr(0, at)), article_)) return {body, nullptr};
      return reading(body, realm_of(name.substr(0, at)));
    }
  }
  if (!may_begin) return {};
  constexpr std::size_t kFewest = 3;
  for (std::size_t at = name.rfind(' '); at != std::string_view::npos && at > kFewest; at = name.rfind(' ', at - 1)) {   // "… of Japan"
    const std::size_t before = name.rfind(' ', at - 1);
    if (before == std::string_view::npos) break;
    if (const NationalBody* const body = find(name.substr(0, before))) {
      return reading(body, realm_of(name.substr(at + 1)));
    }
  }
  return {};
}

const Realm* NationalBodies::of_entity(const NamedEntity& entity) const {
  if (entity.subtype == country_ || entity.subtype == state_) {
    const auto found = realm_of_name_.find(lexicon_->name(entity));
    return found == realm_of_name_.end() || found->second == kSeveral ? nullptr : &realms_[found->second];
  }
  const auto found = realm_of_code_.find(std::string(lexicon_->attribute(entity, symbols::country)));
  return found == realm_of_code_.end() ? nullptr : &realms_[found->second];
}

const Realm* NationalBodies::realm_of(std::string_view text) const {
  const auto adjective = realm_of_adjective_.find(name_key(text));
  if (adjective != realm_of_adjective_.end()) return adjective->second == kSeveral ? nullptr : &realms_[adjective->second];
  return known_realm(text, symbols::gpe);
}

const Realm* NationalBodies::realm_of_body(std::string_view name) const { return known_realm(name, symbols::org); }

/// Of a name and type in the gazetteers; null if some of that name are of other realms.
const Realm* NationalBodies::known_realm(std::string_view text, Symbol type) const {
  std::uint32_t node = 0;
  bool is_first = true;
  each_part(text, ' ', [&](std::string_view word) {
    const WordId id = lexicon_->find(folded(word));
    const bool leads_on = id != kNoWord && (is_first || node != 0);
    node = !leads_on ? 0 : is_first ? lexicon_->info(id).node : lexicon_->step(node, id);
    is_first = false;
  });
  if (node == 0) return nullptr;
  const Realm* found = nullptr;
  for (const Entry& entry : lexicon_->entries_at(node)) {
    if (entry.type() != type) continue;
    const Realm* const realm = of_entity(lexicon_->entities()[entry.of]);
    if (found && realm && found->country != realm->country) return nullptr;
    if (realm && (!found || realm->name != realm->country)) found = realm;
  }
  return found;
}

}  // namespace liaison
