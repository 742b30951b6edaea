// Whose a body of a document is, of those that each country has one of.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "liaison/facts.h"
#include "network/national_bodies.h"

namespace liaison {

/// Reads what documents tell. Looks at one document after the other, and remembers what it says of countries.
class BodyRealms {
 public:
  explicit BodyRealms(const NationalBodies& bodies) : bodies_(bodies) {}

  /// The country or state of a body, by the first that tells: its name, a form, the words beside it, a country in which
  /// those hold roles who hold one in it, the country that the document names by far most often, what is usual. Empty
  /// where nothing does.
  std::string_view realm_of(const DocumentFacts& facts, std::size_t entity, const NationalBodies::Reading& name);

 private:
  std::string_view told_most(const DocumentFacts& facts, const NationalBody& body);
  std::string_view told_by_holders(const DocumentFacts& facts, const FactEntity& body) const;
  void count(const DocumentFacts& facts);

  const NationalBodies& bodies_;
  const DocumentFacts* counted_ = nullptr;
  std::map<std::string_view, std::size_t> times_;   // that `counted_` names a country or a place in it
  std::set<std::string_view> bodies_of_;            // the countries of other bodies that it names
};

}  // namespace liaison
