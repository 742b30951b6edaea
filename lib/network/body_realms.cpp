#include "network/body_realms.h"

#include <algorithm>
#include <vector>

#include "network/digests.h"

namespace liaison {
namespace {

constexpr std::size_t kFewest = 3;    // a country named less often is not what a document is about,
constexpr std::size_t kTimes = 5;     // nor is one that is named less than so many times as often as the next

std::string_view name_of(const FactEntity& entity) { return entity.known_as.empty() ? entity.name : entity.known_as; }

}  // namespace

std::string_view BodyRealms::realm_of(const DocumentFacts& facts, std::size_t entity, const NationalBodies::Reading& name) {
  if (name.realm) return name.realm->name;
  const FactEntity& body = facts.entities[entity];
  for (const std::string& form : body.forms) {
    const NationalBodies::Reading read = bodies_.read(form);
    if (read.body == name.body && read.realm) return read.realm->name;
  }
  if (!body.of.empty()) {
    if (const Realm* const realm = bodies_.realm_of(body.of)) return name.body->is_of_states ? realm->name : realm->country;
  }
  if (const std::string_view told = told_by_holders(facts, body); !told.empty()) return told;
  const std::string_view most = told_most(facts, *name.body);
  return most.empty() ? std::string_view(name.body->usual) : most;
}

std::string_view BodyRealms::told_by_holders(const DocumentFacts& facts, const FactEntity& body) const {
  for (const FactHold& hold : facts.holds) {
    if (hold.org != body.id) continue;
    for (const FactHold& other : facts.holds) {
      if (other.person != hold.person || other.org == body.id || other.org.empty()) continue;
      const std::size_t place = entity_place(facts, other.org);
      if (place >= facts.entities.size() || facts.entities[place].type != "GPE") continue;
      const Realm* const realm = bodies_.realm_of(name_of(facts.entities[place]));
      if (realm && !realm->country.empty()) return realm->country;
    }
  }
  return {};
}

/// The country named far more often than any other that has such a body; the usual one if it or a body of it is named.
std::string_view BodyRealms::told_most(const DocumentFacts& facts, const NationalBody& body) {
  count(facts);
  if (times_.count(body.usual) + bodies_of_.count(body.usual) > 0) return body.usual;
  std::string_view best;
  std::size_t most = 0, second = 0;
  for (const auto& [country, times] : times_) {
    if (std::find(body.elsewhere.begin(), body.elsewhere.end(), country) != body.elsewhere.end()) continue;
    if (times > most) second = most, most = times, best = country;
    else second = std::max(second, times);
  }
  return most >= kFewest && most >= kTimes * second ? best : std::string_view();
}

void BodyRealms::count(const DocumentFacts& facts) {
  if (counted_ == &facts) return;
  counted_ = &facts;
  times_.clear();
  bodies_of_.clear();
  std::vector<std::size_t> mentions(facts.entities.size() + 1);
  for (const FactMention& mention : facts.mentions) ++mentions[entity_place(facts, mention.entity)];
  for (std::size_t i = 0; i < facts.entities.size(); ++i) {
    const FactEntity& entity = facts.entities[i];
    if (entity.type == "ORG" && !bodies_.read(name_of(entity)).body) {
      if (const Realm* const realm = bodies_.realm_of_body(entity.known_as)) bodies_of_.insert(realm->country);
    }
    if (entity.type != "GPE") continue;
    const Realm* const realm = bodies_.realm_of(name_of(entity));
    if (realm && !realm->country.empty()) times_[realm->country] += std::max<std::size_t>(mentions[i], 1);
  }
}

}  // namespace liaison
