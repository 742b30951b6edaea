#include <string>

#include <doctest/doctest.h>

#include "liaison/analyzer.h"
#include "liaison/pack.h"

namespace liaison {
namespace {

std::string text_of_all(const std::vector<Diagnostic>& diagnostics) {
  std::string out;
  for (const Diagnostic& d : diagnostics) out += to_string(d) + "\n";
  return out;
}

std::string types_in(const std::shared_ptr<const Pack>& pack, const std::string& text) {
  Analysis a = Analyzer(pack).analyze({.id = "t", .text = text});
  std::string out;
  for (const Mention& m : a.mentions)
    out += (out.empty() ? "" : ", ") + std::string(pack->name(m.type)) + " " + std::string(m.place.span.of(text));
  return out;
}

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

TEST_CASE("names and rules of one's own lie over a pack") {
  auto built = PackBuilder(Pack::english())
                   .add({"names/ours.txt", "%type ORG\n%subtype company\nZorblatt Rockets | ~Zorb ; country=US\n"})
                   .remove("Panasonic")
                   .build();
  REQUIRE_MESSAGE(built.pack, text_of_all(built.diagnostics));
  CHECK(types_in(built.pack, "They bought shares of Zorblatt Rockets.") == "ORG Zorblatt Rockets");
  CHECK(types_in(Pack::english(), "They praised Panasonic.") == "ORG Panasonic");
  CHECK(types_in(built.pack, "They praised Panasonic.") != "ORG Panasonic");
  CHECK(built.pack->version() != Pack::english()->version());
}

TEST_CASE("all that is wrong with all files is told, with its place") {
  auto built = PackBuilder("xx", "1")
                   .add({"names/a.txt", "Nobody\n"})
                   .add({"names/b.txt", "%type ORG\n%strength middling\nAcme | | Ltd\n"})
                   .add({"rules/c.rules", "rule one -> make ROLE\n  nosuchclass\nwhat is this\n"})
                   .add({"weights/d.txt", "nowhere x 1 2 3 4 5\nfirst @caps 1 2\n"})
                   .build();
  CHECK(!built.pack);
  std::string all = text_of_all(built.diagnostics);
  for (const char* expected :
       {"names/a.txt:1:1: error: a list of names begins with its type", "names/b.txt:2:11: error: a strength is strong or weak",
        "names/b.txt:3:", "rules/c.rules:2:3: error: there is no type, class or list `nosuchclass`",
        "rules/c.rules:3:1: error: unknown kind of item `what`", "weights/d.txt:1:1: error: unknown position `nowhere`",
        "weights/d.txt:2:7: error: five whole numbers belong behind the feature"}) {
    CAPTURE(all);
    CHECK_MESSAGE(all.find(expected) != std::string::npos, expected);
  }
}

TEST_CASE("the same files give the same bytes, in whatever order they were added") {
  SourceFile names{"names/a.txt", "%type ORG\nAcme | Acme Corp\n"}, words{"words/honorific.txt", "mr\nmrs\n"};
  auto one = PackBuilder("xx", "1").add(names).add(words).build(), two = PackBuilder("xx", "1").add(words).add(names).build();
  REQUIRE(one.pack);
  REQUIRE(two.pack);
  CHECK(one.pack->bytes() == two.pack->bytes());
  CHECK(Pack::from_bytes(std::string(one.pack->bytes()))->version() == one.pack->version());
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
