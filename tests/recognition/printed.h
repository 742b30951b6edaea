// A text as the first phases of recognition see it, with the English pack.
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "liaison/pack.h"
#include "pack_contents.h"
#include "recognition/annotator.h"
#include "recognition/name_finder.h"
#include "text/sentences.h"
#include "text/tokenizer.h"

namespace liaison {

class ReadText {
 public:
  explicit ReadText(std::string text) : text_(std::move(text)), pack(Pack::english()), contents(pack->contents()) {
    tokenize(text_, contents.orthography, tokens);
    split_sentences(text_, tokens, contents.orthography, sentences);
    words_.run(text_, contents.lexicon, contents.patterns, contents.gates, tokens, hits_);
    view = {text_, tokens, hits_, &contents.lexicon, &words_};
  }
  ReadText(const ReadText&) = delete;
  ReadText& operator=(const ReadText&) = delete;

  /// The tokens of the `number`th occurrence of some words, counted from 0.
  std::pair<std::uint32_t, std::uint32_t> find(const std::string& words, int number = 0) const {
    for (std::uint32_t first = 0; first < tokens.size(); ++first)
      for (std::uint32_t last = first + 1; last <= tokens.size(); ++last)
        if (view.surface(first, last) == words && number-- == 0) return {first, last};
    throw std::runtime_error("not in the text: " + words);
  }
  const WordLookUp& words() const { return words_; }

 private:
  std::string text_;
  WordLookUp words_;
  std::vector<Hit> hits_;

 public:
  std::shared_ptr<const Pack> pack;
  const Pack::Contents& contents;
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  TextView view;
};

}  // namespace liaison
