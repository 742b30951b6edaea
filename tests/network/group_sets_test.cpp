#include "network/group_sets.h"

#include <doctest/doctest.h>

#include "network/printed_groups.h"

using namespace liaison;

TEST_CASE("sets of groups go by the group that is told, but by no single name before a full one") {
  const Network network = sample::network(
      "document 1\n PERSON Jay Lee\n PERSON Lee\n ORG Acme\n document 2\n ORG Acme\n ORG Acme Co\n document 3\n ORG Globex");
  Grouping grouping = sample::begun(network);
  GroupSets sets(grouping);
  const auto group = [&](std::string_view key) {
    for (std::uint32_t i = 0; i < grouping.groups.size(); ++i) {
      if (grouping.key(grouping.groups[i]) == key) return i;
    }
    return kNoGroup;
  };
  const std::uint32_t jay = group("jay lee"), lee = group("lee"), acme = group("acme"), co = group("acme co"), globex = group("globex");
  CHECK(sets.is_alone(jay));
  CHECK(sets.join(jay, lee, "why") == std::vector{lee});
  CHECK(sets.root(lee) == jay);
  CHECK(!sets.is_alone(jay));
  CHECK(sets.join(lee, jay, "again").empty());
  CHECK(sets.join(acme, globex, "why") == std::vector{acme});
  CHECK(sets.join(globex, co, "why") == std::vector{globex, acme});
  CHECK(sets.groups_of(co) == std::vector{co, globex, acme});
  CHECK(grouping.joins.size() == 3);
  CHECK(sets.share_document(acme, co));
  CHECK(!sets.share_document(acme, globex));
  sets.keep_apart(jay, acme);
  CHECK(sets.are_different(co, lee));
  sets.clear_different();
  CHECK(!sets.are_different(co, lee));
}
