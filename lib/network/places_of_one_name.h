// Cities and countries that are called as a state is, and the roles that tell which of the two is meant.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "liaison/pack.h"

namespace liaison {

/// Reads `variants/places_of_one_name.txt` and `variants/state_roles.txt` of a pack.
class PlacesOfOneName {
 public:
  explicit PlacesOfOneName(const Pack& pack);

  /// The name of the state that is called by the key of a name too; empty for most. Lives as long as this.
  std::string_view state_of(std::string_view key) const;
  /// True of roles that are held in states.
  bool is_of_states(std::string_view role) const;

 private:
  std::unordered_map<std::string, std::string> states_;   // by keys
  std::unordered_set<std::string> roles_;                 // keys
};

}  // namespace liaison
