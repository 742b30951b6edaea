// Who holds the roles of a document, role by role.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "liaison/analysis.h"

namespace liaison {

/// Those who hold a role, whom it may stand for: who of them is named most often, and the utmost that is told of the others.
struct Holders {
  EntityId most = EntityId::none;            ///< of equals the one who was added first; none if there is nobody
  bool several = false;                      ///< there are others
  std::size_t times = 0, other_times = 0;    ///< how often one is named
  std::uint32_t last = 0, other_last = 0;    ///< behind which token one is named last, as far as that was asked

  /// The only one; none if there is none or several.
  EntityId only() const { return several ? EntityId::none : most; }
  /// Adds a person, in any order, and as often as one likes. Requires: he is named as often each time.
  void add(EntityId person, std::size_t person_times, std::uint32_t person_last = 0);
  /// Adds other holders: the one of them who is named most, and that there are several.
  void add(const Holders& more);
};

/// A role as the holds of a document have it, and who holds it. A view: the holds outlive it.
struct HeldRole {
  std::string_view role;
  Holders firms;    ///< who holds it now, or will, in an organisation
  Holders states;   ///< or elsewhere: in a country, or where nothing is told
  Holders former;   ///< who does not hold it any more

  /// Adds the holders of the same role elsewhere.
  void add(const HeldRole& more) { firms.add(more.firms), states.add(more.states), former.add(more.former); }
  /// Who holds it now or will, wherever.
  Holders now() const;
  /// Who ever held it.
  Holders ever() const;
};

/// How many different roles of a document are told; an article has a tenth of that.
inline constexpr std::size_t kMostRoles = 500;

/// Replaces `out` by the roles of the holds, in order of the letters, kMostRoles at most. Linear in the holds, but for sorting.
void find_held_roles(std::span<const Hold> holds, std::span<const Entity> entities, std::vector<HeldRole>& out);

}  // namespace liaison
