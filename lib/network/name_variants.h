// When two different names may be those of one: what a language knows of nicknames, spellings and legal forms.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "lexicon/class_set.h"
#include "lexicon/lexicon.h"
#include "liaison/pack.h"
#include "network/key_table.h"

namespace liaison {

/// How far two names speak for one bearer.
struct NameMatch {
  int weight = 0;               ///< 0: nothing; 100: the same name; below 0: two that are told apart by it
  std::string_view text;        ///< "one has a middle name more"; static
};

/// A key of a name (see `name_key`) cut up. A view of the key; hashes stand for what is only compared.
struct PersonName {
  struct Word {
    std::string_view text;
    std::uint32_t spelt = 0;             ///< the number of its plain spelling
  };
  std::vector<Word> words;               ///< without suffixes
  std::string_view suffix;               ///< the one that is part of it
  std::uint64_t letters = 0, sounds = 0; ///< of its letters, and of those of its plain spelling, in any order
  std::uint64_t joined = 0, spelt = 0;   ///< of the same in their order
  std::uint64_t consonants = 0;          ///< of the consonants of its plain spelling
  std::uint64_t parted_consonants = 0;   ///< the same, with the words told apart
  bool has_consonants = false;           ///< enough of them
};

struct BodyName {
  std::string_view form;                 ///< the legal form, or empty
  std::string spelt;                     ///< its words but small ones, in plain spelling, together
  std::uint64_t joined = 0;              ///< of them as they are written
};

/// Compares keys of names (see `name_key`). Reads `variants/*.txt` of the pack, and the word classes `legal_suffix`,
/// `name_suffix`, `of_preposition` and `for_word`. Belongs to one thread: it remembers how words are spelt.
class NameVariants {
 public:
  explicit NameVariants(const Pack& pack);

  PersonName person(std::string_view name);
  BodyName body(std::string_view name);
  NameMatch people(const PersonName& a, const PersonName& b);
  NameMatch bodies(const BodyName& a, const BodyName& b) const;
  NameMatch people(std::string_view a, std::string_view b) { return people(person(a), person(b)); }
  NameMatch bodies(std::string_view a, std::string_view b) { return bodies(body(a), body(b)); }

  /// Under these keys two names that `people` or `bodies` could match stand together; 0 where there is none.
  std::array<std::uint64_t, 5> people_keys(const PersonName& name) const;
  std::uint64_t body_key(const BodyName& name) const;

  /// True of a suffix such as "jr".
  bool is_name_suffix(std::string_view word) const;
  /// True of a word such as "bin", which the name of the father follows.
  bool is_son_of(std::string_view word) const { return son_words_.count(std::string(word)) > 0; }
  /// The word that a phrase turns on: "secretary" of "secretary of state", "chairman" of "vice chairman".
  std::string_view head_word(std::string_view phrase) const;

 private:
  using Words = std::span<const PersonName::Word>;
  struct Place {
    std::size_t group = 0;
    bool is_first = false;   // the full name, or the legal form in short
  };
  using Groups = std::unordered_map<std::string, std::vector<Place>>;   // by word, where it stands
  enum class Share : std::uint8_t { none, others, with_first };

  static void read_groups(const Pack& pack, std::string_view path, Groups& groups);
  static Share share_group(const Groups& groups, std::string_view a, std::string_view b);
  void read_spellings(const Pack& pack, std::string_view path);
  static void read_words(const Pack& pack, std::string_view path, std::unordered_set<std::string>& words);
  bool has_class(std::string_view word, ClassId id) const;
  std::uint32_t spelt(std::string_view word);
  std::string make_spelling(std::string_view word) const;
  std::string spelt(Words words) const;
  NameMatch given_names(const PersonName& a, const PersonName& b) const;
  NameMatch other_order(const PersonName& a, const PersonName& b) const;

  const Lexicon* lexicon_;
  ClassId legal_suffix_, name_suffix_, of_preposition_, for_word_;
  Symbol kind_;
  struct Replacement {
    std::string from, to;            ///< both with the marks of where a word begins or ends
    std::uint64_t letters = 0;       ///< of `from`, and their pairs, as bits
  };
  std::vector<Replacement> replacements_;
  Groups nicknames_, legal_forms_;
  std::unordered_set<std::string> small_words_, son_words_;
  std::size_t longest_small_word_ = 0;
  KeyTable words_, spellings_;
  std::vector<std::uint32_t> spelling_of_;   // of each word
};

}  // namespace liaison
