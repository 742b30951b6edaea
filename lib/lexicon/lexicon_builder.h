// Builds the lexicon of a pack from word classes, gazetteers and inflected forms.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lexicon/attribute_rows.h"
#include "lexicon/lexicon.h"
#include "lexicon/list_file.h"
#include "lexicon/morphology.h"
#include "lexicon/removed_names.h"
#include "lexicon/spelling.h"
#include "lexicon/strings_builder.h"
#include "text/orthography.h"
#include "text/word_table.h"

namespace liaison {

/// The longest name or phrase of a lexicon, in tokens.
inline constexpr std::size_t kMaxEntryWords = 64;

/// A form of a name that does what its author hardly meant.
struct NameRemark {
  enum class Kind : std::uint8_t {
    ordinary_word,  ///< strong, and a common word
    other_type,     ///< strong, and strong as a name of another type
    other_entity    ///< a form of another entity, which goes before
  };
  Kind kind = Kind::ordinary_word;
  std::uint32_t entity = 0, other = 0;
  std::uint32_t place = 0;  ///< in the text of its list
};

/// Collects words, classes and names, and writes the sections of the lexicon. The same calls in the same order give
/// the same bytes.
class LexiconBuilder {
 public:
  /// Requires: strings and symbols outlive the builder.
  LexiconBuilder(StringsBuilder& strings, SymbolsBuilder& symbols) : strings_(strings), symbols_(symbols) {}

  /// Text is cut into words with `orthography`. Requires: set before anything is added; outlives the builder.
  void use(const Orthography& orthography) { orthography_ = orthography; }
  /// Lists are inflected and spelled with these. Requires: they outlive the builder.
  void use(const Inflection& inflection, const Spelling& spelling) { inflection_ = &inflection, spelling_ = &spelling; }
  /// Takes over all that a lexicon has, with the same word ids. Requires: nothing was added yet.
  void import(const Lexicon& base, std::span<const std::string_view> base_symbols);

  /// The id of a word, added if it is new.
  WordId word(std::string_view text);
  /// The tokens of a phrase, cut as the text of a document is. They are views into it.
  std::vector<std::string_view> cut(std::string_view phrase);
  /// The words of a phrase, added where they are new.
  std::vector<WordId> words(std::string_view phrase);
  /// The class of a name, made if it is new. ClassId::none if there are too many.
  ClassId word_class(std::string_view name);
  /// A class that exists, or one with a condition on an attribute, "role_head[kind=title]", of one that exists. It
  /// takes in what is added to that one later, too. ClassId::none where there is no class, or no word with the
  /// attribute.
  ClassId find_class(std::string_view name);
  /// True of a word of the class `common_word`.
  bool is_common(std::string_view word);
  /// True of a class that has such a word, or more than a thousand words, or neither words nor phrases; as far as they were added when a class
  /// as new as this one was first asked for.
  bool is_common(ClassId word_class);
  /// The tokens of the longest phrase of a class; 1 where it has none.
  std::uint32_t longest_phrase(ClassId word_class) const;

  /// Adds words, phrases and patterns to a class. The attributes of a word that stands there twice are united: the
  /// values of one key stand between commas. Returns the lines that were left out, here and below: those without a
  /// token, and of more than kMaxEntryWords.
  std::vector<std::uint32_t> add_words(std::string_view class_name, const std::vector<WordLine>& lines);
  /// Returns false if it was left out.
  bool add_phrase(ClassId word_class, std::string_view phrase, const AttributeList& attributes = {});
  /// Puts one word into a class.
  void mark(WordId word, ClassId word_class) { sets_[word].add(word_class); }
  /// Puts all inflected forms of the words of a class into it as well, and of its phrases: those of the first word of a
  /// verb ("sits down"), and of the last word of a noun or of the one before its preposition ("heads of state"). As
  /// verbs and nouns at once only words are inflected.
  void inflect(ClassId word_class, const ListVariants& as);
  /// All ways to write a phrase of a list, first as it is given.
  std::vector<std::string> written(std::string_view phrase, const ListVariants& variants) const;
  /// Puts all words and phrases of `other` into `into` as well, and words that come into `other` later.
  void include(ClassId into, ClassId other);
  /// Adds the entities of a gazetteer with all their forms. Of the forms of one type with the same words, one that
  /// another matches wherever it does, and at least as strongly, is left out: the first of two equal ones stays.
  /// `subtype=` on a line goes before the subtype of the list.
  std::vector<std::uint32_t> add_names(const NameList& list, const std::string& file);
  void add_forms(const std::vector<InflectedForm>& forms);
  /// Leaves out every form that is written like `name`, as one type if `type` names one: of those that were imported,
  /// once `drop_removed` is called, and of those that other files than `file` add later.
  void remove_name(std::string_view name, std::string_view type, const std::string& file);
  void drop_removed();
  /// True if the removal that a file asked for has left a form out by now.
  bool has_removed(std::string_view name, std::string_view type, const std::string& file);

  const std::vector<std::string>& class_names() const { return class_names_; }
  WordId find_word(std::string_view folded) const { return vocabulary_.find(folded); }
  /// The classes that a word has by now.
  const ClassSet& classes(WordId word) const { return sets_[word]; }
  WordId verb_lemma(WordId word) const { return lemmas_[word].verb; }
  WordId noun_lemma(WordId word) const { return lemmas_[word].noun; }

  /// What is to be said of the names that were added, in the order of the trie. Requires: `build` was called.
  const std::vector<NameRemark>& remarks() const { return remarks_; }
  /// The canonical name of an entity, and the list and line in which it stands.
  std::string_view entity_name(std::uint32_t entity) const {
    return std::string_view(canonical_).substr(names_[entity].text, names_[entity].size);
  }
  std::pair<std::string_view, std::uint32_t> entity_place(std::uint32_t entity) const;

  /// Writes the sections of the lexicon (all but strings and symbols).
  void build(ImageBuilder& image);

 private:
  static constexpr std::uint32_t kNoPlace = 0xffffffff, kManyWords = 1'000;
  using Row = AttributeRows::Row;
  struct Phrase {
    std::uint32_t first_word = 0;  // in phrase_words_
    std::uint32_t length = 0;      // in words
    std::uint32_t place = kNoPlace;  // of a name that was added: where it stands in the text of its list
    Entry record;
  };
  /// The name that an entity goes by.
  struct CanonicalName {
    std::size_t text = 0, size = 0;               // in canonical_
    std::uint32_t first_word = 0, word_count = 0; // in phrase_words_; none where no entry was written like it
  };
  /// A class with a condition on an attribute.
  struct Part {
    ClassId whole, part;
    Symbol key;
    std::string value;
  };
  struct Trie;

  WordId add_folded(std::string_view folded);
  std::uint16_t case_policy(Row attributes) const;
  bool read_part(std::string_view name, Part& part);
  bool fill_part(const Part& part);
  bool add_member(ClassId word_class, const std::vector<WordId>& words, Row attributes);
  void put(ClassId word_class, std::span<const WordId> words, Row attributes);
  void add_pattern(ClassId word_class, std::uint32_t expression);
  void add_entry(std::span<const WordId> words, Phrase phrase);
  std::span<const WordId> words_of(const Phrase& phrase) const {
    return std::span(phrase_words_).subspan(phrase.first_word, phrase.length);
  }
  void add_entity(NamedEntity record, std::string_view name, std::uint32_t file, std::uint32_t line);
  bool add_form(const NameForm& form, bool weak, Symbol type, std::uint32_t place, const std::string& file);
  void weigh_classes();
  void apply_inflection();
  class Forms;
  void inflect_words(ClassId word_class, const Forms& forms);
  void inflect_phrases(ClassId word_class, const Forms& forms);
  void apply_inclusions();
  void apply_patterns();
  void sort_phrases();
  void unite_phrases();
  void remark_on(const Phrase& phrase, const Phrase& other, NameRemark::Kind kind);
  void remark_on_types(std::span<const Phrase> same_words);
  void remark_on_words();
  void build_trie(ImageBuilder& image);
  void name_entities(const Trie& trie);
  bool is_spelled(const CanonicalName& name, std::uint16_t case_rules) const;
  void build_words(ImageBuilder& image, std::vector<WordInfo>& info);
  void build_lemmas(ImageBuilder& image);
  void import_words(const Lexicon& base);
  void import_phrases(const Lexicon& base, const std::vector<Symbol>& symbol_of);

  StringsBuilder& strings_;
  SymbolsBuilder& symbols_;
  Orthography orthography_;
  WordTableBuilder vocabulary_;
  std::vector<ClassSet> sets_;
  std::vector<Lemmas> lemmas_;
  std::vector<std::string> class_names_;
  std::vector<Part> parts_;
  std::vector<Phrase> phrases_;
  std::vector<WordId> phrase_words_;
  std::vector<std::uint32_t> longest_;  // phrase of each class
  std::vector<std::uint32_t> weights_;  // of each class: how many words it has, and kManyWords more for each common one
  std::vector<NamedEntity> entities_;
  std::vector<CanonicalName> names_;    // of the entities
  std::string canonical_;               // their text
  std::vector<ListRun> runs_;
  AttributeRows attributes_{strings_, symbols_};
  std::map<std::pair<WordId, std::uint16_t>, Row> word_attributes_;
  std::vector<WordPattern> patterns_;
  std::map<ClassId, ListVariants> inflected_;
  const Inflection* inflection_ = nullptr;
  const Spelling* spelling_ = nullptr;
  std::vector<std::pair<ClassId, ClassId>> inclusions_;  // into, other: in their order
  RemovedNames removed_;
  std::vector<NameRemark> remarks_;
  std::size_t imported_words_ = 0, imported_patterns_ = 0;  // what a base has brought: its patterns are in its words
  std::vector<Token> tokens_;
  std::vector<WordId> form_words_;
  std::string fold_;
};

}  // namespace liaison
