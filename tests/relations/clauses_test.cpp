#include "relations/clauses.h"

#include <random>

#include <doctest/doctest.h>

#include "printed.h"

namespace liaison {
namespace {

struct Case {
  std::string sentence, expected;
};

TEST_CASE("clauses hang on one another") {
  const Case cases[] = {
      {"Lee met Musk in Tokyo.", "met{subject: Lee, object: Musk, in{Tokyo}}"},
      {"Lee said that Musk would visit France.", "said{subject: Lee, content: would visit{subject: Musk, object: France}}"},
      {"Lee said that he would come and that Musk would leave.",
       "said{subject: Lee, content: would come{subject: he}, content: would leave{subject: Musk}}"},
      {"Lee met Musk; he hopes to come.", "met{subject: Lee, object: Musk} | hopes{subject: he, complement: to come}"},
      {"He said he would come.", "said{subject: He, content: would come{subject: he}}"},
      {"\"We met,\" Lee said.", "said{content: met{subject: We}, subject: Lee}"},
      {"After meeting Musk, Lee flew to France.", "flew{After{meeting{object: Musk}}, subject: Lee, to{France}}"},
      {"If Lee meets Musk, Cook will leave.",
       "will leave{adverbial: meets{subject: Lee, object: Musk}, subject: Cook}"},
      {"Lee will not meet Musk unless Cook comes.",
       "will not meet{subject: Lee, object: Musk, adverbial: comes{subject: Cook}}"},
      {"To meet Musk, Lee went to Tokyo.", "went{adverbial: To meet{object: Musk}, subject: Lee, to{Tokyo}}"},
      {"Lee", ""},
      {"met", ""},
      {"Lee met", "met{subject: Lee}"},
      {"In Tokyo.", "In{Tokyo}"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.sentence);
    CHECK(PrintedText(c.sentence).tree() == c.expected);
  }
}

TEST_CASE("whatever words stand in a row, the tree is one: children of their parents, no circles") {
  const char* const words[] = {"Lee", "Musk", "met", "to", "meet", "meeting", "the", "of", "who", "that", ",", "and", "said",
                               "\"", "(", ")", "[", "]", ";", "54", "was", "not", "will", "if", "leaders", "his", "'s", "between", "by", "after", "—", "Tuesday"};
  std::mt19937 random(41);
  for (int round = 0; round < 1000; ++round) {
    std::string text;
    for (auto n = 1 + random() % 24; n > 0; --n) text += std::string(words[random() % std::size(words)]) + " ";
    CAPTURE(text);
    PrintedText printed(text);
    Tagger tagger;
    GroupBuilder groups;
    ClauseParser parser;
    const FrameBook& book = printed.contents().frames;
    tagger.run(printed.view(), printed.contents().rules, book.grammar(), {0, std::uint32_t(printed.view().tokens.size())},
               printed.annotations(), nullptr);
    groups.run(printed.view(), book.grammar(), printed.annotations(), tagger.items());
    Tree tree = parser.run(book, printed.annotations(), groups.groups());
    REQUIRE(tree.nodes.size() == tree.groups.size());
    std::size_t children = 0, with_parent = 0;
    for (std::uint32_t i = 0; i < tree.nodes.size(); ++i) {
      std::uint32_t last = Tree::kNone, steps = 0;
      for (std::uint32_t c = tree.nodes[i].first_child; c != Tree::kNone; c = tree.nodes[c].next_sibling) {
        REQUIRE(tree.parent(c) == i);
        REQUIRE((last == Tree::kNone || c > last));
        last = c;
        ++children;
      }
      with_parent += tree.parent(i) != Tree::kNone;
      for (std::uint32_t up = i; up != Tree::kNone; up = tree.parent(up)) REQUIRE(++steps <= tree.nodes.size());
    }
    CHECK(children == with_parent);
  }
}

}  // namespace
}  // namespace liaison
