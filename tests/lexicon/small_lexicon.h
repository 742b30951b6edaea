// A lexicon of a few lists, with printable forms of what it knows, for the tests of this room.
#pragma once

#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <string>
#include <vector>

#include "lexicon/lexicon_builder.h"
#include "lexicon/look_up.h"
#include "text/sample_orthography.h"
#include "text/tokenizer.h"

namespace liaison {

/// Lists are added first; then it is opened, and nothing can be added any more.
class SmallLexicon {
 public:
  SmallLexicon() { builder.use(sample_orthography()); }

  SmallLexicon& words(const std::string& word_class, const std::string& text) {
    std::vector<Diagnostic> diagnostics;
    builder.add_words(word_class, read_word_list(text, word_class, diagnostics));
    return refuse(diagnostics);
  }
  SmallLexicon& names(const std::string& text) {
    std::vector<Diagnostic> diagnostics;
    builder.add_names(read_name_list(text, "n.txt", diagnostics), "n.txt");
    return refuse(diagnostics);
  }

  SmallLexicon& open() {
    ImageBuilder parts;
    builder.build(parts);
    parts.add(SectionId::strings, strings.bytes());
    bytes = parts.build();
    image_bytes_.assign(bytes.size() / 8 + 1, 0);
    std::memcpy(image_bytes_.data(), bytes.data(), bytes.size());
    image = Image({reinterpret_cast<const char*>(image_bytes_.data()), bytes.size()}, "small");
    lexicon = Lexicon(image);
    patterns = WordPatterns(lexicon);
    return *this;
  }

  /// Cuts a text and looks its tokens up.
  std::vector<Token> look_up_tokens(const std::string& text) {
    std::vector<Token> tokens;
    tokenize(text, sample_orthography(), tokens);
    look_up.run(text, lexicon, patterns, {}, tokens, hits);
    return tokens;
  }

  /// What of the lexicon stands in a text: `ORG Acme Corp, role chief executive, ORG~ Target` (weak).
  std::string hits_in(const std::string& text) {
    std::vector<Token> tokens = look_up_tokens(text);
    std::string out;
    for (const Hit& hit : hits) {
      const Entry& entry = lexicon.entries()[hit.entry];
      std::string what(entry.is_name ? std::string_view(symbols.names().at(entry.type().id))
                                  : lexicon.class_name(entry.word_class()));
      Span span{tokens[hit.first].start, tokens[hit.first + hit.length - 1].end};
      out += (out.empty() ? "" : ", ") + what + (entry.is_weak ? "~ " : " ") + std::string(span.of(text));
    }
    return out;
  }

  /// The classes of each word of a text: `president{role} of{} x{}`.
  std::string classes_in(const std::string& text) {
    std::string out;
    for (const Token& token : look_up_tokens(text)) {
      std::string names;
      look_up.classes(lexicon, token.word).each([&](ClassId id) {
        names += (names.empty() ? "" : " ") + std::string(lexicon.class_name(id));
      });
      out += (out.empty() ? "" : " ") + std::string(token.of(text)) + "{" + names + "}";
    }
    return out;
  }

  StringsBuilder strings;
  SymbolsBuilder symbols;
  LexiconBuilder builder{strings, symbols};
  std::string bytes;
  Image image;
  Lexicon lexicon;
  WordPatterns patterns;
  WordLookUp look_up;
  std::vector<Hit> hits;

 private:
  SmallLexicon& refuse(const std::vector<Diagnostic>& diagnostics) {
    if (has_errors(diagnostics)) throw std::runtime_error(to_string(diagnostics.front()));
    return *this;
  }

  std::vector<std::uint64_t> image_bytes_;
};

}  // namespace liaison
