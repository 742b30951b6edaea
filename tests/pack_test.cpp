#include <string>

#include <doctest/doctest.h>

#include "liaison/analyzer.h"
#include "liaison/pack.h"

namespace liaison {
namespace {

TEST_CASE("the English pack opens, verifies and names its rules") {
  auto pack = Pack::english();
  CHECK_NOTHROW(pack->verify());
  CHECK(pack->version().starts_with("en "));
  CHECK(pack->name(symbols::meeting) == "meeting");
  CHECK(pack->symbol("cooperation") == symbols::cooperation);
  CHECK(pack->symbol("no such symbol") == symbols::none);
  Analysis a = Analyzer(pack).analyze({.id = "t", .text = "Angela Merkel met Emmanuel Macron in Paris."});
  REQUIRE(a.events.size() == 1);
  CHECK(pack->rule_name(a.events[0].evidence[0].rule) == "meeting/meet");
  CHECK(pack->rule_place(a.events[0].evidence[0].rule).starts_with("rules/meeting.rules:"));
  CHECK(pack->rule_place(a.mentions[0].rule).starts_with("names/"));
}

TEST_CASE("a damaged pack is refused, or misleads, but reads nothing foreign") {
  auto built = PackBuilder("xx", "1")
                   .add({"names/a.txt", "%type ORG\nAcme | Acme Corp\nGlobex\n"})
                   .add({"rules/r.rules", "rule r -> make ROLE\n  \"chief\"\n"})
                   .build();
  REQUIRE(built.pack);
  std::string bytes(built.pack->bytes());
  auto survives = [](std::string damaged) {
    try {
      auto pack = Pack::from_bytes(std::move(damaged));
      Analyzer(pack).analyze({.id = "t", .text = "Acme Corp met the chief of Globex."});
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::bad_pack);
    }
  };
  for (std::size_t size = 0; size < bytes.size(); size += 97) survives(bytes.substr(0, size));
  for (std::size_t at = 0; at < bytes.size(); at += 13) {
    std::string damaged = bytes;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
    survives(damaged);
  }
  std::string damaged = bytes;
  damaged[bytes.size() - 1] ^= 1;
  try {
    Pack::from_bytes(damaged)->verify();
    FAIL("a changed byte must not verify");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::bad_pack);
  }
}

}  // namespace
}  // namespace liaison
