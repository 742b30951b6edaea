#include "lexicon/lexicon.h"

#include <random>

#include <doctest/doctest.h>

#include "liaison/error.h"
#include "small_lexicon.h"

namespace liaison {
namespace {

TEST_CASE("words have classes, parts of classes, attributes and lemmas") {
  SmallLexicon small;
  small.words("role", "president ; kind=title,office gender=m\nanalyst ; kind=office\n");
  small.builder.find_class("role[kind=title]");
  small.builder.add_forms({{"met", "meet", "verb_past"}, {"talks", "talk", "noun_plural"}, {"talks", "talk", "verb_3sg"}});
  const Lexicon& lexicon = small.open().lexicon;
  CHECK(small.classes_in("President analyst MET talks x") ==
        "President{role role[kind=title]} analyst{role} MET{verb_past} talks{noun_plural verb_3sg} x{}");
  ClassId role = lexicon.find_class("role");
  CHECK(lexicon.class_name(role) == "role");
  CHECK(lexicon.find_class("nothing") == ClassId::none);
  WordId president = lexicon.find("president"), analyst = lexicon.find("analyst"), talks = lexicon.find("talks");
  CHECK(lexicon.attribute(president, role, symbols::gender) == "m");
  CHECK(lexicon.attribute(president, role, symbols::number).empty());
  CHECK(lexicon.attribute(analyst, role, symbols::gender).empty());
  CHECK(lexicon.attribute(talks, role, symbols::gender).empty());
  CHECK(lexicon.word(lexicon.verb_lemma(lexicon.find("met"))) == "meet");
  CHECK(lexicon.noun_lemma(lexicon.find("met")) == kNoWord);
  CHECK(lexicon.word(lexicon.noun_lemma(talks)) == "talk");
  CHECK(lexicon.find("President") == kNoWord);  // it is folded by whoever asks
}

TEST_CASE("an id that is none says nothing") {
  SmallLexicon small;
  const Lexicon& lexicon = small.words("role", "president\n").names("%type ORG\nAcme\n").open().lexicon;
  for (WordId id : {WordId(lexicon.word_count()), kFirstUnknownWord, kNoWord}) {
    CAPTURE(id);
    CHECK(lexicon.word(id).empty());
    CHECK(lexicon.classes(id).empty());
    CHECK(lexicon.verb_lemma(id) == kNoWord);
    CHECK(lexicon.step(0, id) == 0);
    CHECK(lexicon.step(id, 0) == 0);
    CHECK(lexicon.entries_at(id).empty());
    CHECK(lexicon.attribute(id, ClassId::none, symbols::gender).empty());
  }
  CHECK(lexicon.class_name(ClassId::none).empty());
  CHECK(Lexicon().word_count() == 0);
  CHECK(Lexicon().find("president") == kNoWord);
}

TEST_CASE("a name knows its entity, its list and its attributes") {
  SmallLexicon small;
  small.names("%type GPE\n%subtype country\nJapan | Nippon ; capital=Tokyo\nMacau ; subtype=region\n").open();
  REQUIRE(small.hits_in("Nippon and Macau") == "GPE Nippon, GPE Macau");
  const Lexicon& lexicon = small.lexicon;
  auto entity = [&](std::size_t hit) { return lexicon.entities()[lexicon.entries()[small.hits[hit].entry].of]; };
  CHECK(lexicon.name(entity(0)) == "Japan");
  CHECK(lexicon.place(0) == "n.txt:3");
  CHECK(lexicon.place(1) == "n.txt:4");
  CHECK(lexicon.place(2).empty());
  CHECK(lexicon.attribute(entity(0), symbols::capital) == "Tokyo");
  CHECK(small.symbols.names()[entity(0).subtype.id] == "country");
  CHECK(small.symbols.names()[entity(1).subtype.id] == "region");
  CHECK(lexicon.attribute(entity(1), symbols::capital).empty());
}

TEST_CASE("canonical names come back letter for letter, and equal ones are one number") {
  const std::vector<std::string> names = {"Acme",          "Acme Rocket",  "Bank of Zorb", "IBM",           "eBay",     "U.S. Steel",
                                          "O'Neill & Co.", "al-Rashid Group", "Z\u00FCrich", "McZorb's", "Zorb, Inc.", "3M",
                                          "A B C D E F G H Inc J", "VEXLEY", "de la Zorb", "Acme  Rocket", "Acme Rocket's"};
  SmallLexicon small;
  std::string list = "%type ORG\n";
  for (const std::string& name : names) list += name + " | Form of " + name + "\n";
  small.names(list).names("%type GPE\nAcme Rocket\n").names("%type ORG\n~Acme Rocket\nNo Such | Acme\n").open();
  const Lexicon& lexicon = small.lexicon;
  REQUIRE(lexicon.entities().size() == names.size() + 3);
  for (std::size_t i = 0; i < names.size(); ++i) CHECK(lexicon.name(lexicon.entities()[i]) == names[i]);
  for (std::size_t i : {names.size(), names.size() + 1}) {
    CHECK(lexicon.name(lexicon.entities()[i]) == "Acme Rocket");
    CHECK(lexicon.entities()[i].name == lexicon.entities()[1].name);
  }
  CHECK(lexicon.name(lexicon.entities()[names.size() + 2]) == "No Such");
}

TEST_CASE("a damaged lexicon misleads, or is refused, but reads nothing foreign") {
  SmallLexicon small;
  small.words("role", "president ; kind=title\nchief executive ; gender=m\n/ing$/\n");
  small.names("%type ORG\nAcme Corp | Acme ; country=US\nGlobex\n").open();
  const std::string text = "Acme Corp met the chief executive of Globex, a president frobbing.";
  std::mt19937 random(11);
  auto look = [&](std::string_view bytes) {
    Image image(bytes, "damaged");
    Lexicon lexicon(image);
    WordPatterns patterns(lexicon);
    WordLookUp words;
    std::vector<Token> tokens;
    std::vector<Hit> hits;
    tokenize(text, sample_orthography(), tokens);
    words.run(text, lexicon, patterns, {}, tokens, hits);
    for (const Hit& hit : hits) {
      REQUIRE(hit.first + hit.length <= tokens.size());
      const Entry& entry = lexicon.entries()[hit.entry];
      lexicon.attribute(entry, symbols::gender);
      const NamedEntity& entity = lexicon.entities()[entry.of];
      lexicon.name(entity);
      lexicon.place(entry.of);
      lexicon.attribute(entity, symbols::country);
    }
  };
  for (int round = 0; round < 1000; ++round) {
    // Room of exactly the size of the image, so that a sanitizer sees one byte too far.
    const std::unique_ptr<std::uint64_t[]> room(new std::uint64_t[small.bytes.size() / 8]);
    std::memcpy(room.get(), small.bytes.data(), small.bytes.size());
    auto* bytes = reinterpret_cast<unsigned char*>(room.get());
    for (int i = 0; i < 4; ++i) bytes[random() % small.bytes.size()] = static_cast<unsigned char>(random() % 3 ? random() : 0xFF);
    try {
      look({reinterpret_cast<const char*>(bytes), small.bytes.size()});
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::bad_pack);
    }
  }
}

}  // namespace
}  // namespace liaison
