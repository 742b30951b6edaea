// The part of LexiconBuilder that adds the variants that a list asks for: inflected forms, other spellings, hyphens.
#include <unordered_map>
#include <utility>

#include "lexicon/lexicon_builder.h"

namespace liaison {

std::vector<std::string> LexiconBuilder::written(std::string_view phrase, const ListVariants& variants) const {
  std::vector<std::string> out{std::string(phrase)};
  if (variants.spelling && spelling_) out = spelling_->variants(phrase);
  for (std::size_t i = 0, n = variants.hyphen ? out.size() : 0; i < n; ++i)
    for (std::string& other : hyphenated(std::string(out[i]))) out.push_back(std::move(other));
  return out;
}

void LexiconBuilder::inflect(ClassId word_class, const ListVariants& as) {
  ListVariants& known = inflected_[word_class];
  known.verb |= as.verb, known.noun |= as.noun;
}

/// The inflected forms of words, as verbs or as nouns. Words of a class that the tables of the language lack are inflected
/// by its rules first.
class LexiconBuilder::Forms {
 public:
  Forms(LexiconBuilder& builder, ClassId word_class, bool verb)
      : builder_(builder), preposition_(builder.find_class("preposition")), verb_(verb) {
    for (WordId word = 0, n = static_cast<WordId>(builder.sets_.size()); word < n && builder.inflection_; ++word)
      if (builder.sets_[word].has(word_class) && lemma_of(word) == kNoWord) add_regular(word);
    for (const Phrase& phrase : builder.phrases_)
      if (phrase.record.word_class() == word_class && builder.inflection_) {
        WordId head = builder.words_of(phrase)[head_of(builder.words_of(phrase))];
        if (lemma_of(head) == kNoWord) add_regular(head);
      }
    for (WordId word = 0; word < builder.sets_.size(); ++word)
      if (WordId lemma = lemma_of(word); lemma != kNoWord && lemma != word) of_[lemma].push_back(word);
  }

  std::span<const WordId> of(WordId lemma) const {
    auto at = of_.find(lemma);
    return at == of_.end() ? std::span<const WordId>() : std::span<const WordId>(at->second);
  }

  /// Which word of a phrase is inflected: the first one of a verb; the last one of a noun, or the one before its
  /// preposition.
  std::size_t head_of(std::span<const WordId> phrase) const {
    if (verb_) return 0;
    for (std::size_t i = 1; i < phrase.size(); ++i)
      if (builder_.sets_[phrase[i]].has(preposition_)) return i - 1;
    return phrase.size() - 1;
  }

 private:
  WordId lemma_of(WordId word) const { return verb_ ? builder_.lemmas_[word].verb : builder_.lemmas_[word].noun; }
  void add_regular(WordId word) {
    std::string text(builder_.vocabulary_.word(word));
    builder_.add_forms(verb_ ? builder_.inflection_->verb({text}) : builder_.inflection_->noun({text}));
  }

  LexiconBuilder& builder_;
  ClassId preposition_;
  bool verb_;
  std::unordered_map<WordId, std::vector<WordId>> of_;
};

void LexiconBuilder::inflect_words(ClassId word_class, const Forms& forms) {
  std::vector<WordId> members;  // as they are before: `found`, of `find`, is not to bring `founded`
  for (WordId word = 0; word < sets_.size(); ++word)
    if (sets_[word].has(word_class) && !forms.of(word).empty()) members.push_back(word);
  for (WordId word : members) {
    auto known = word_attributes_.find({word, static_cast<std::uint16_t>(word_class)});
    Row attributes = known == word_attributes_.end() ? kNoAttributes : known->second;
    for (WordId form : forms.of(word)) add_member(word_class, {form}, attributes);
  }
}

void LexiconBuilder::inflect_phrases(ClassId word_class, const Forms& forms) {
  for (std::size_t i = 0, n = phrases_.size(); i < n; ++i) {
    const Phrase phrase = phrases_[i];
    if (phrase.record.word_class() != word_class) continue;
    std::vector<WordId> words(words_of(phrase).begin(), words_of(phrase).end());
    std::size_t head = forms.head_of(words);
    for (WordId form : forms.of(words[head])) {
      words[head] = form;
      add_member(word_class, words, phrase.record.of);
    }
  }
}

/// Gives the inflected forms of the words of classes that say so their classes.
void LexiconBuilder::apply_inflection() {
  for (const auto& [id, as] : inflected_) {
    if (as.verb && as.noun) {
      for (WordId word = 0; word < sets_.size(); ++word)
        for (WordId lemma : {lemmas_[word].verb, lemmas_[word].noun})
          if (lemma != kNoWord && sets_[lemma].has(id)) sets_[word].add(id);
      continue;
    }
    Forms forms(*this, id, as.verb);
    inflect_words(id, forms);
    inflect_phrases(id, forms);
  }
}

}  // namespace liaison
