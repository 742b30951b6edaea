// When two different names may be those of one: what a language knows of nicknames, spellings and legal forms.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "lexicon/class_set.h"
#include "lexicon/lexicon.h"
#include "liaison/pack.h"

namespace liaison {

/// How far two names speak for one bearer.
struct NameMatch {
  int weight = 0;               ///< 0: nothing; 100: the same name; below 0: two that are told apart by it
  std::string_view text;        ///< "one has a middle name more"; static
};

/// Compares keys of names (see `name_key`). Reads `variants/*.txt` of the pack, and the word classes `legal_suffix`
/// and `name_suffix`. Belongs to one thread: it remembers how words are spelt.
class NameVariants {
 public:
  explicit NameVariants(const Pack& pack);

  NameMatch people(std::string_view a, std::string_view b);
  NameMatch bodies(std::string_view a, std::string_view b);

  /// Under these keys two names that `people` or `bodies` could match stand together. Appends to `out`.
  void people_keys(std::string_view name, std::vector<std::string>& out);
  void body_keys(std::string_view name, std::vector<std::string>& out);

  /// The name without a suffix such as "jr".
  std::string_view without_suffix(std::string_view name) const;

 private:
  /// A name cut up: its words without suffixes, and the suffix that is part of it.
  struct Person {
    std::vector<std::string_view> words;
    std::string_view suffix;
  };
  struct Body {
    std::vector<std::string_view> words;
    std::string_view form;       ///< the legal form, or empty
  };

  using Groups = std::unordered_map<std::string, std::vector<std::size_t>>;   // by word, the groups it stands in

  static void read_groups(std::string_view text, Groups& groups);
  static bool share_group(const Groups& groups, std::string_view a, std::string_view b);
  void read_spellings(std::string_view text);
  void read_words(std::string_view text);
  bool has_class(std::string_view word, ClassId id) const;
  bool is_name_suffix(std::string_view word) const;
  Person person(std::string_view name) const;
  Body body(std::string_view name) const;
  const std::string& spelt(std::string_view word);
  std::string spelt(const std::vector<std::string_view>& words);
  NameMatch given_names(const Person& a, const Person& b);
  NameMatch like_sound(const Person& a, const Person& b);
  NameMatch other_order(const Person& a, const Person& b);

  const Lexicon* lexicon_;
  ClassId legal_suffix_, name_suffix_;
  Symbol kind_;
  std::vector<std::pair<std::string, std::string>> spellings_;
  Groups nicknames_, legal_forms_;
  std::unordered_set<std::string> small_words_;
  std::unordered_map<std::string, std::string> spelt_;
};

}  // namespace liaison
