#include "network/places_of_one_name.h"

#include "network/name_key.h"
#include "pack_contents.h"

namespace liaison {

PlacesOfOneName::PlacesOfOneName(const Pack& pack) {
  pack.contents().each_line_of("variants/places_of_one_name.txt", [&](std::string_view line) {
    const std::size_t bar = line.find('|');
    if (bar == std::string_view::npos) return;
    states_.emplace(name_key(line.substr(0, bar)), on_one_line(line.substr(bar + 1)));
  });
  pack.contents().each_line_of("variants/state_roles.txt", [&](std::string_view line) { roles_.insert(name_key(line)); });
}

std::string_view PlacesOfOneName::state_of(std::string_view key) const {
  const auto found = states_.find(std::string(key));
  return found == states_.end() ? std::string_view() : std::string_view(found->second);
}

bool PlacesOfOneName::is_of_states(std::string_view role) const { return roles_.count(name_key(role)) > 0; }

}  // namespace liaison
