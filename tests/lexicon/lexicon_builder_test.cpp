#include "lexicon/lexicon_builder.h"

#include <doctest/doctest.h>

#include "small_lexicon.h"

namespace liaison {
namespace {

TEST_CASE("phrases are cut as text is") {
  SmallLexicon small;
  struct Case {
    std::string phrase, expected;
  };
  const Case cases[] = {
      {"sit down", "sit|down"},    {"O'Neill & Co.", "O'Neill|&|Co|."}, {"n't", "n't"}, {"'s", "'s"},
      {"cannot", "can|not"},       {"U.S.-led", "U.S.|-|led"},          {"", ""},       {" \t ", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.phrase);
    std::string out;
    for (std::string_view part : small.builder.cut(c.phrase)) out += (out.empty() ? "" : "|") + std::string(part);
    CHECK(out == c.expected);
  }
  CHECK(small.builder.words("Sit DOWN") == small.builder.words("sit down"));
  CHECK(small.builder.find_word("nothing") == kNoWord);
}

TEST_CASE("a word that stands in a class twice has the attributes of both") {
  SmallLexicon small;
  small.words("role", "chief ; kind=office gender=m\n").words("role", "chief ; kind=title gender=m\nchief ; kind=office\n");
  small.words("role", "vice chair ; kind=a\nvice chair ; kind=b\n").open();
  const Lexicon& lexicon = small.lexicon;
  ClassId role = lexicon.find_class("role");
  Symbol kind = small.symbols.find("kind");
  CHECK(lexicon.attribute(lexicon.find("chief"), role, kind) == "office,title");
  CHECK(lexicon.attribute(lexicon.find("chief"), role, symbols::gender) == "m");
  REQUIRE(small.hits_in("the vice chair") == "role vice chair");
  CHECK(lexicon.attribute(lexicon.entries()[small.hits[0].entry], kind) == "a,b");
}

TEST_CASE("a part of a class has those with its attribute, whenever they were added") {
  SmallLexicon small;
  small.words("role", "president ; kind=title,office\nanalyst ; kind=office\nchief of staff ; kind=title\nboss\n");
  CHECK(small.builder.find_class("role[kind=title]") != ClassId::none);
  CHECK(small.builder.find_class("role[kind=title]") == small.builder.find_class("role[kind=title]"));
  small.words("role", "king ; kind=title\nprime minister ; kind=title\nvice chair ; kind=office\n").open();
  CHECK(small.classes_in("president analyst boss king") ==
        "president{role role[kind=title]} analyst{role} boss{role} king{role role[kind=title]}");
  CHECK(small.hits_in("chief of staff") == "role chief of staff, role[kind=title] chief of staff");
  CHECK(small.hits_in("prime minister, vice chair") ==
        "role prime minister, role[kind=title] prime minister, role vice chair");
}

TEST_CASE("a part that nothing is in is no class") {
  SmallLexicon small;
  small.words("role", "president ; kind=title\n");
  for (const char* name : {"role[kind=office]", "role[sort=title]", "other[kind=title]", "role[kind]", "role[", "nothing", ""}) {
    CAPTURE(name);
    CHECK(small.builder.find_class(name) == ClassId::none);
  }
  CHECK(small.builder.class_names() == std::vector<std::string>{"role"});
}

TEST_CASE("a class takes in another with its words, phrases and patterns") {
  SmallLexicon small;
  small.words("office", "mayor ; kind=title\nvice chair\n/^arch[a-z]+/\n").words("role", "boss\nmayor ; kind=office\n");
  small.builder.include(small.builder.word_class("role"), small.builder.word_class("office"));
  small.open();
  CHECK(small.classes_in("mayor boss archduke") == "mayor{office role} boss{role} archduke{office role}");
  CHECK(small.hits_in("vice chair") == "office vice chair, role vice chair");
  const Lexicon& lexicon = small.lexicon;
  CHECK(lexicon.attribute(lexicon.find("mayor"), lexicon.find_class("role"), small.symbols.find("kind")) == "office,title");
}

TEST_CASE("the longest phrase of a class is known") {
  SmallLexicon small;
  small.words("role", "boss\nchief of staff\nvice chair\n").words("cue", "hello\n").names("%type ORG\nA B C D E\n");
  CHECK(small.builder.longest_phrase(small.builder.find_class("role")) == 3);
  CHECK(small.builder.longest_phrase(small.builder.find_class("cue")) == 1);
  CHECK(small.builder.longest_phrase(ClassId::none) == 1);
}

TEST_CASE("of a form with two lemmas the first counts, as a verb and as a noun") {
  SmallLexicon small;
  small.builder.add_forms({{"found", "find", "verb_past"}, {"found", "found", "verb_base"}, {"leaves", "leave", "verb_3sg"},
                           {"leaves", "leaf", "noun_plural"}});
  auto word = [&](const char* text) { return small.builder.find_word(text); };
  CHECK(small.builder.verb_lemma(word("found")) == word("find"));
  CHECK(small.builder.noun_lemma(word("found")) == kNoWord);
  CHECK(small.builder.verb_lemma(word("leaves")) == word("leave"));
  CHECK(small.builder.noun_lemma(word("leaves")) == word("leaf"));
}

TEST_CASE("entries of more words than a lexicon takes are left out") {
  auto name = [](std::size_t words) {
    std::string out;
    for (std::size_t i = 0; i < words; ++i) out += (i ? " A" : "A") + std::to_string(i);
    return out;
  };
  std::string longest = name(kMaxEntryWords), too_long = name(kMaxEntryWords + 1);
  SmallLexicon small;
  std::vector<Diagnostic> diagnostics;
  CHECK(small.builder.add_names(read_name_list("%type ORG\n" + longest + "\nAcme | " + too_long + "\n", "n.txt", diagnostics), "n.txt") ==
        std::vector<std::uint32_t>{3});
  CHECK(small.builder.add_words("phrase", read_word_list("boss\n" + too_long + "\n", "w.txt", diagnostics)) ==
        std::vector<std::uint32_t>{2});
  CHECK_FALSE(small.builder.add_phrase(small.builder.word_class("phrase"), ""));
  CHECK(small.builder.add_phrase(small.builder.word_class("phrase"), longest));
  small.open();
  CHECK(small.hits_in(too_long + " Acme boss") == "ORG " + longest + ", phrase " + longest + ", ORG Acme");
}

TEST_CASE("there are no more classes than a set of them holds") {
  SmallLexicon small;
  for (std::size_t i = 0; i < kMaxClasses; ++i)
    REQUIRE(small.builder.word_class("c" + std::to_string(i)) == static_cast<ClassId>(i));
  CHECK(small.builder.word_class("one more") == ClassId::none);
  CHECK(small.builder.word_class("c7") == static_cast<ClassId>(7));
  small.words("one more", "boss\n").words("c319", "boss\n").open();
  CHECK(small.classes_in("boss") == "boss{c319}");
}

}  // namespace
}  // namespace liaison
