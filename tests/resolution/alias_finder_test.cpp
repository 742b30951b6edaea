#include "resolution/alias_finder.h"

#include <doctest/doctest.h>

#include "liaison/analyzer.h"
#include "liaison/pack.h"
#include "pack_contents.h"
#include "text/sentences.h"
#include "text/tokenizer.h"

namespace liaison {
namespace {

/// `Norvane = Brightwell Motors`, several between semicolons: what a text calls one, between names in brackets.
std::string aliases(const std::string& marked, Symbol type = symbols::org) {
  const auto pack = Pack::english();
  const Pack::Contents& contents = pack->contents();
  std::string text;
  std::vector<Span> spans;
  for (char c : marked) {
    if (c == '[') spans.push_back({std::uint32_t(text.size()), 0});
    else if (c == ']') spans.back().end = std::uint32_t(text.size());
    else text += c;
  }
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::vector<Hit> hits;
  WordLookUp words;
  tokenize(text, contents.orthography, tokens);
  split_sentences(text, tokens, contents.orthography, sentences);
  words.run(text, contents.lexicon, contents.patterns, contents.gates, tokens, hits);
  TextView view{text, tokens, hits, &contents.lexicon, &words};
  std::vector<Annotation> names;
  for (const Span& span : spans) {
    Annotation name;
    name.type = type;
    while (tokens[name.first].start < span.start) ++name.first;
    for (name.last = name.first; name.last < tokens.size() && tokens[name.last].end <= span.end;) ++name.last;
    names.push_back(name);
  }
  std::vector<ToldAlias> told(3);  // what stands there before is replaced
  AliasFinder().run(contents.rules, view, sentences, names, nullptr, told);
  std::string out;
  for (const ToldAlias& alias : told)
    out += (out.empty() ? "" : " ; ") + std::string(view.surface(names[alias.a].first, names[alias.a].last)) + " = " +
           std::string(view.surface(names[alias.b].first, names[alias.b].last));
  return out;
}

TEST_CASE("what a text calls one") {
  struct Case {
    std::string name, text, expected;
  };
  const Case cases[] = {
      {"formerly", "[Norvane], formerly known as [Brightwell Motors], makes vans.", "Norvane = Brightwell Motors"},
      {"renamed", "[Brightwell Motors] changed its name to [Norvane].", "Brightwell Motors = Norvane"},
      {"two names beside each other", "[Norvane] and [Brightwell Motors] make vans.", ""},
      {"over the end of a sentence", "They sued [Norvane]. Formerly [Brightwell Motors] made vans.", ""},
      {"one name", "[Norvane], formerly known as nothing, makes vans.", ""},
      {"no name", "It was formerly known as nothing.", ""},
      {"nothing", "", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(aliases(c.text) == c.expected);
  }
}

}  // namespace
}  // namespace liaison
