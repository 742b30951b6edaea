// A damaged pack is refused, or misleads; it is never read beyond its bounds.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <random>

#include "liaison/analyzer.h"
#include "liaison/pack.h"

namespace liaison {
namespace {

/// A language of a few words with something of every kind, so that every section of a pack holds something.
std::string small_pack() {
  auto built = PackBuilder("small", "1")
                   .add({"words/determiner.txt", "the\na\n"})
                   .add({"words/preposition.txt", "with\nbetween\nahead of\n"})
                   .add({"words/role_head.txt", "chairman ; kind=office\nvice president ; kind=office\n/^[a-z]+man$/\n"})
                   .add({"words/given_male.txt", "jay\ntim\n"})
                   .add({"morphology/inflection.txt", "verb past . +ed\nverb gerund . +ing\nverb 3sg . +s\nnoun plural . +s\n"})
                   .add({"orthography/abbreviations.txt", "corp.\n"})
                   .add({"orthography/contractions.txt", "can|not\n"})
                   .add({"names/bodies.txt", "%type ORG\nNorvane Motors | ~Norvane ; country=US\nKeld Works\n"})
                   .add({"weights/names.txt", "kind given given_male\nlength 2 1 2 3 4 5\nfirst @capitalised 9 9 1 1 1\nhit ORG:strong:1 0 90 0 0 0\n"
                                              "first given_male 50 0 0 0 0\npair given,other 1 0 0 0 0\n"})
                   .add({"rules/all.rules", "rule role -> make ROLE(r) priority 1\n  determiner? r:role_head !(\"of\" \"all\") ..2 not \"x\"\n"
                                            "link title -> holds(p, r, o)\n  o:ORG r:ROLE p:PERSON\n  where different(o, p)\n"
                                            "frame meeting\n  verb meet, sue (mutual): subj | obj, with\n  noun talk: between(set)\n"
                                            "  not obj = demand\n  yes \"Jay Lee met Tim Ma.\" => Jay Lee / Tim Ma | occurred\n"
                                            "status planned: plan\nsupport occurred: hold\n"})
                   .build();
  for (const Diagnostic& d : built.diagnostics) CHECK_MESSAGE(d.severity != Severity::error, to_string(d));
  REQUIRE(built.pack);
  return std::string(built.pack->bytes());
}

/// One thing that may happen to a file.
std::string damaged(std::string bytes, std::mt19937& random) {
  std::size_t at = random() % bytes.size(), length = std::min<std::size_t>(1 + random() % 16, bytes.size() - at);
  switch (random() % 6) {
    case 0: bytes[at] = static_cast<char>(bytes[at] ^ 1 << random() % 8); break;              // a bit flipped
    case 1: std::generate_n(bytes.begin() + static_cast<std::ptrdiff_t>(at), length, [&] { return static_cast<char>(random()); }); break;
    case 2: bytes.resize(at); break;                                                          // cut
    case 3: std::fill_n(bytes.begin() + static_cast<std::ptrdiff_t>(at), length, random() % 2 ? '\xff' : '\0'); break;
    case 4: bytes[random() % 64] = static_cast<char>(random()); break;                        // another version, another head
    default:                                                                                  // another order of bytes
      at -= at % 4;
      for (std::size_t i = at; i + 4 <= std::min(bytes.size(), at + 4 * length); i += 4)
        std::reverse(bytes.begin() + static_cast<std::ptrdiff_t>(i), bytes.begin() + static_cast<std::ptrdiff_t>(i + 4));
  }
  return bytes;
}

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr int kPacks = 1'000;  // each of them takes much longer
#else
constexpr int kPacks = 10'000;
#endif

TEST_CASE("thousands of damaged packs are refused or harmless") {
  const std::string whole = small_pack();
  const Document document{.id = "d", .text = "Norvane Motors chairman Jay Lee met Tim Ma of Keld Works Corp. and cannot plan talks between the "
                                             "vice president and Norvane. Jay Lee sues Tim Ma ahead of talks."};
  const char* told = std::getenv("LIAISON_SEED");
  std::uint32_t seed = told ? static_cast<std::uint32_t>(std::strtoul(told, nullptr, 10)) : 1;
  std::mt19937 random(seed);
  std::size_t refused = 0, read = 0;
  for (int i = 0; i < kPacks; ++i) {
    try {
      auto pack = Pack::from_bytes(damaged(whole, random));
      Analysis found = Analyzer(pack).analyze(document);
      for (const Mention& m : found.mentions) CHECK(m.place.span.end <= document.text.size());
      for (const Hold& h : found.holds)
        for (const Evidence& e : h.evidence) pack->rule_place(e.rule);
      ++read;
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::bad_pack);
      ++refused;
    }
  }
  MESSAGE("seed " << seed << ": " << refused << " refused, " << read << " read");
  CHECK(refused > kPacks / 10);
  CHECK(read > kPacks / 10);
}

}  // namespace
}  // namespace liaison
