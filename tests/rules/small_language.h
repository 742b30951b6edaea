// A language of a few words, with rules, for the tests of this room.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "lexicon/lexicon_builder.h"
#include "lexicon/look_up.h"
#include "rules/annotation.h"
#include "rules/compiler.h"
#include "rules/matcher.h"
#include "rules/parser.h"
#include "rules/templates.h"
#include "text/sample_orthography.h"
#include "text/tokenizer.h"

namespace liaison {

/// The words of the language and one file of rules, compiled.
struct SmallLanguage {
  explicit SmallLanguage(const std::string& rules) : source("small.rules", rules), syntax(parse_rules(source, diagnostics)) {
    lexicon_builder.use(sample_orthography());
    std::vector<WordLine> common{{"the"}, {"sat"}};
    for (char letter = 'a'; letter <= 'z'; ++letter) common.push_back({std::string(1, letter)});
    lexicon_builder.add_words("common_word", common);
    lexicon_builder.add_words("determiner", {{"the"}, {"a"}});
    lexicon_builder.add_words("role_head", {{"chairman", false, {{"kind", "office"}}},
                                            {"president", false, {{"kind", "title,office"}}},
                                            {"vice president", false, {{"kind", "office"}}}});
    lexicon_builder.add_words("gerund", {{"[a-z]ing$", true}});
    lexicon_builder.add_words("verb", {{"met"}, {"sat"}, {"sat down"}});
    lexicon_builder.add_words("letter", {{"a", false, {{"of", "x"}}}, {"b"}, {"b c", false, {{"of", "x,y"}}}});
    lexicon_builder.add_words("long", {{"one two three four five six seven eight nine ten"}});
    std::vector<RuleFile> files{syntax};
    expand_templates({source}, files, diagnostics);
    syntax = files[0];
    compiler.add_lists(source, syntax);
    compiler.add_types(syntax);
    compiler.add_readings(source, syntax);
    compiler.add_rules(source, syntax);
  }

  /// Opens what was compiled. Nothing can be added after that.
  void open() {
    ImageBuilder builder;
    lexicon_builder.build(builder);
    compiler.build(builder);
    std::vector<std::uint32_t> names;
    for (const std::string& name : symbols.names()) names.push_back(strings.add(name));
    builder.add(SectionId::symbol_names, names);
    builder.add(SectionId::strings, strings.bytes());
    bytes = builder.build();
    image = Image(bytes, "small");
    lexicon = Lexicon(image);
    patterns = WordPatterns(lexicon);
    book = RuleBook(image, lexicon);
  }

  /// All that is wrong with the rules, as it is printed. Warnings are left out.
  std::string complaints() const {
    std::string out;
    for (const Diagnostic& d : diagnostics)
      if (d.severity == Severity::error) out += to_string(d) + "\n";
    return out;
  }

  std::vector<Diagnostic> diagnostics;
  SourceText source;
  RuleFile syntax;
  StringsBuilder strings;
  SymbolsBuilder symbols;
  LexiconBuilder lexicon_builder{strings, symbols};
  RuleCompiler compiler{lexicon_builder, strings, symbols, diagnostics};
  std::string bytes;
  Image image;
  Lexicon lexicon;
  WordPatterns patterns;
  RuleBook book;
};

/// A sentence of a language, with its units. Annotations are marked in it: `[PERSON 1 Jay Lee]` is one of the type
/// PERSON and the entity 1.
class SmallText {
 public:
  /// Requires: the language outlives it.
  SmallText(SmallLanguage& language, const std::string& marked) {
    std::vector<Mark> marks = read_marks(marked);
    tokenize(text_, sample_orthography(), tokens_);
    words_.run(text_, language.lexicon, language.patterns, ClassGates(language.lexicon, language.book.gates()), tokens_, hits_);
    for (const Mark& mark : marks) {
      Annotation annotation;
      while (annotation.first < tokens_.size() && tokens_[annotation.first].start < mark.start) ++annotation.first;
      annotation.last = annotation.first;
      while (annotation.last < tokens_.size() && tokens_[annotation.last].end <= mark.end) ++annotation.last;
      annotation.type = language.symbols.add(mark.type);
      annotation.entity = static_cast<EntityId>(mark.entity);
      annotations_.push_back(annotation);
    }
    view_ = {text_, tokens_, hits_, &language.lexicon, &words_};
    make_units(view_, {0, static_cast<std::uint32_t>(tokens_.size())}, annotations_, units_);
    if (!tokens_.empty()) sequence_ = sequence_of(view_, {0, static_cast<std::uint32_t>(tokens_.size())}, units_);
  }
  SmallText(const SmallText&) = delete;
  SmallText& operator=(const SmallText&) = delete;

  const TextView& view() const { return view_; }
  const Sequence& sequence() const { return sequence_; }
  const std::vector<Annotation>& annotations() const { return annotations_; }
  SameEntity same_entity() const {
    return [this](std::uint32_t a, std::uint32_t b) { return annotations_[a].entity == annotations_[b].entity; };
  }
  /// The text of some units.
  std::string surface(UnitRange range) const {
    if (!range || range.first == range.last) return {};
    return std::string(view_.surface(units_[range.first].first, units_[range.last - 1].last));
  }

 private:
  struct Mark {
    std::string type;
    std::uint32_t entity = 0;
    std::size_t start = 0, end = 0;
  };

  std::vector<Mark> read_marks(const std::string& marked) {
    std::vector<Mark> marks;
    for (std::size_t at = 0; at < marked.size(); ++at) {
      if (marked[at] == ']') marks.back().end = text_.size();
      else if (marked[at] != '[') text_ += marked[at];
      else {
        std::size_t blank = marked.find(' ', at), second = marked.find(' ', blank + 1);
        marks.push_back({marked.substr(at + 1, blank - at - 1),
                         static_cast<std::uint32_t>(std::stoi(marked.substr(blank + 1))), text_.size(), 0});
        at = second;
      }
    }
    return marks;
  }

  std::string text_;
  std::vector<Token> tokens_;
  std::vector<Hit> hits_;
  std::vector<Annotation> annotations_;
  std::vector<Unit> units_;
  WordLookUp words_;
  TextView view_;
  Sequence sequence_;
};

/// The matches of a language's rules in a sentence, printed: `rule: text | capture | capture`, a line for each.
inline std::string matches_of(SmallLanguage& language, const std::string& marked, bool selected = false) {
  SmallText text(language, marked);
  Matcher matcher;
  std::vector<Match> matches;
  matcher.run(language.book, kTokensPhase, text.sequence(), text.same_entity(), matches);
  if (selected) select_matches(language.book, matches);
  std::string out;
  for (const Match& match : matches) {
    const Rule& rule = language.book.rules()[match.rule];
    out += std::string(language.book.string(rule.name)) + ": " + text.surface(match.range);
    for (std::size_t i = 0; i < rule.capture_count; ++i) out += " | " + text.surface(match.captures[i]);
    out += '\n';
  }
  return out;
}

/// What a file of rules matches in a sentence; what is wrong with it, if anything is.
inline std::string matches_with(const std::string& rules, const std::string& sentence) {
  SmallLanguage language(rules);
  language.open();
  return language.complaints() + matches_of(language, sentence);
}

}  // namespace liaison
