#include "network/group_names.h"

namespace liaison {
namespace {

constexpr int kPlaceMatch = 90;   // a place is not joined by how its name sounds

}  // namespace

GroupNames::GroupNames(const Grouping& grouping, const ResolveOptions& options)
    : grouping_(grouping), variants_(*pack_of(options)) {}

const PersonName& GroupNames::person(std::uint32_t group) {
  const std::uint32_t key = grouping_.groups[group].key;
  if (key >= people_.size()) people_.resize(grouping_.keys.size());
  if (!people_[key]) people_[key] = std::make_unique<PersonName>(variants_.person(grouping_.keys[key]));
  return *people_[key];
}

const BodyName& GroupNames::body(std::uint32_t group) {
  const std::uint32_t key = grouping_.groups[group].key;
  if (key >= bodies_.size()) bodies_.resize(grouping_.keys.size());
  if (!bodies_[key]) bodies_[key] = std::make_unique<BodyName>(variants_.body(grouping_.keys[key]));
  return *bodies_[key];
}

NameMatch GroupNames::match(std::uint32_t a, std::uint32_t b) {
  const EntityGroup &first = grouping_.groups[a], &second = grouping_.groups[b];
  if (first.type != second.type) return {};
  if (is_person(first)) {
    if (first.key == second.key) return {100, "the same name"};
    return variants_.people(person(a), person(b));
  }
  if (contradict(a, b)) return {};
  const NameMatch found = variants_.bodies(body(a), body(b));
  return grouping_.type(first) == "ORG" || found.weight >= kPlaceMatch ? found : NameMatch{};
}

bool GroupNames::contradict(std::uint32_t a, std::uint32_t b) {
  const EntityGroup &first = grouping_.groups[a], &second = grouping_.groups[b];
  if (first.is_national && second.is_national) return first.key != second.key || (first.realm != second.realm && first.realm != 0 && second.realm != 0);
  if (!is_full_person(first) || second.is_single) return false;
  return variants_.people(person(a), person(b)).weight < 0;
}

bool GroupNames::are_unlike(std::uint32_t a, std::uint32_t b) {
  const EntityGroup &first = grouping_.groups[a], &second = grouping_.groups[b];
  return is_full_person(first) && is_full_person(second) && match(a, b).weight <= 0;
}

}  // namespace liaison
