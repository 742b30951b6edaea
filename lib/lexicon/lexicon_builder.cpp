#include "lexicon/lexicon_builder.h"

#include <algorithm>

#include "lexicon/fold.h"
#include "text/tokenizer.h"

namespace liaison {

WordId LexiconBuilder::add_folded(std::string_view folded) {
  WordId id = vocabulary_.add(folded);
  if (id == sets_.size()) {
    sets_.emplace_back();
    lemmas_.emplace_back();
  }
  return id;
}

WordId LexiconBuilder::word(std::string_view text) {
  fold(text, fold_);
  return add_folded(fold_);
}

std::vector<std::string_view> LexiconBuilder::cut(std::string_view phrase) {
  if (orthography_.classes(phrase) & kClitic) return {phrase};  // it is one token behind a word
  std::vector<std::string_view> out;
  tokenize(phrase, orthography_, tokens_);
  for (const Token& token : tokens_) out.push_back(token.of(phrase));
  return out;
}

std::vector<WordId> LexiconBuilder::words(std::string_view phrase) {
  std::vector<WordId> out;
  for (std::string_view token : cut(phrase)) out.push_back(word(token));
  return out;
}

ClassId LexiconBuilder::word_class(std::string_view name) {
  auto at = std::find(class_names_.begin(), class_names_.end(), name);
  if (at == class_names_.end()) {
    if (class_names_.size() >= kMaxClasses) return ClassId::none;
    class_names_.emplace_back(name);
    at = class_names_.end() - 1;
  }
  return static_cast<ClassId>(at - class_names_.begin());
}

/// Reads a name such as "role_head[kind=title]" of a class that exists.
bool LexiconBuilder::read_part(std::string_view name, Part& part) {
  std::size_t open = name.find('['), equals = name.find('=', open);
  if (open == std::string_view::npos || equals == std::string_view::npos || name.back() != ']') return false;
  part.whole = find_class(name.substr(0, open));
  part.key = symbols_.add(name.substr(open + 1, equals - open - 1));
  part.value = name.substr(equals + 1, name.size() - equals - 2);
  return part.whole != ClassId::none;
}

/// Puts the members of the whole that have the attribute into the part; false if there are none.
bool LexiconBuilder::fill_part(const Part& part) {
  auto whole = static_cast<std::uint16_t>(part.whole);
  bool any = false;
  for (const auto& [of, attributes] : word_attributes_)
    if (of.second == whole && attributes_.has(attributes, part.key, part.value)) {
      sets_[of.first].add(part.part);
      any = true;
    }
  for (std::size_t i = 0, n = phrases_.size(); i < n; ++i) {
    const Phrase phrase = phrases_[i];
    if (phrase.record.word_class() != part.whole || !attributes_.has(phrase.record.of, part.key, part.value)) continue;
    std::span<const WordId> words = words_of(phrase);
    put(part.part, std::vector(words.begin(), words.end()), phrase.record.of);
    any = true;
  }
  return any;
}

ClassId LexiconBuilder::find_class(std::string_view name) {
  auto at = std::find(class_names_.begin(), class_names_.end(), name);
  if (at != class_names_.end()) return static_cast<ClassId>(at - class_names_.begin());
  Part part{};
  if (!read_part(name, part)) return ClassId::none;
  part.part = word_class(name);
  if (part.part == ClassId::none) return ClassId::none;
  if (!fill_part(part)) {
    class_names_.pop_back();
    return ClassId::none;
  }
  parts_.push_back(part);
  return part.part;
}

bool LexiconBuilder::is_common(std::string_view word) {
  fold(word, fold_);
  const WordId id = find_word(fold_);
  return id < sets_.size() && sets_[id].has(find_class("common_word"));
}

void LexiconBuilder::weigh_classes() {
  const ClassId common = find_class("common_word");
  weights_.assign(class_names_.size(), 0);
  for (WordId word = 0; word < sets_.size(); ++word) {
    const std::uint32_t weight = sets_[word].has(common) ? 1 + kManyWords : 1;
    sets_[word].each([&](ClassId id) { weights_[static_cast<std::size_t>(id)] += weight; });
  }
}

bool LexiconBuilder::is_common(ClassId word_class) {
  const auto index = static_cast<std::size_t>(word_class);
  if (index >= weights_.size()) weigh_classes();
  return weights_[index] > kManyWords || (weights_[index] == 0 && longest_phrase(word_class) < 2);
}

std::uint32_t LexiconBuilder::longest_phrase(ClassId word_class) const {
  auto id = static_cast<std::size_t>(word_class);
  return id < longest_.size() ? std::max(longest_[id], 1u) : 1u;
}

void LexiconBuilder::add_entry(std::span<const WordId> words, Phrase phrase) {
  phrase.first_word = static_cast<std::uint32_t>(phrase_words_.size());
  phrase.length = static_cast<std::uint16_t>(words.size());
  phrase_words_.insert(phrase_words_.end(), words.begin(), words.end());
  if (!phrase.record.is_name) {
    if (longest_.size() <= phrase.record.kind) longest_.resize(phrase.record.kind + std::size_t{1});
    std::uint32_t& longest = longest_[phrase.record.kind];
    longest = std::max(longest, std::uint32_t{phrase.length});
  }
  phrases_.push_back(phrase);
}

/// How an entry of a list must be written, by its attribute `case`: `upper`, in capitals; `capital`, with one; `lower`, small.
std::uint16_t LexiconBuilder::case_policy(Row attributes) const {
  constexpr std::uint16_t kAllCapitals = 0xAAAA;  // CaseRule::all_capitals eight times
  Symbol key = symbols_.find("case");
  if (!key) return 0;
  if (attributes_.has(attributes, key, "upper")) return kAllCapitals;
  if (attributes_.has(attributes, key, "capital")) return static_cast<std::uint16_t>(CaseRule::capital);
  return attributes_.has(attributes, key, "lower") ? static_cast<std::uint16_t>(CaseRule::small) : std::uint16_t{0};
}

/// Adds a word or phrase to one class, and to none of its parts.
void LexiconBuilder::put(ClassId word_class, std::span<const WordId> words, Row attributes) {
  auto id = static_cast<std::uint16_t>(word_class);
  std::uint16_t case_rules = case_policy(attributes);
  if (words.size() == 1 && case_rules == 0) {
    sets_[words[0]].add(word_class);
    if (attributes == kNoAttributes) return;
    auto [known, is_new] = word_attributes_.try_emplace({words[0], id}, attributes);
    if (!is_new) known->second = attributes_.unite(known->second, attributes);
    return;
  }
  Phrase phrase;
  phrase.record.of = attributes;
  phrase.record.kind = id & 0x1fff;
  phrase.record.case_rules = case_rules;
  add_entry(words, phrase);
}

bool LexiconBuilder::add_member(ClassId word_class, const std::vector<WordId>& words, Row attributes) {
  if (words.empty() || words.size() > kMaxEntryWords || word_class == ClassId::none) return false;
  put(word_class, words, attributes);
  for (const Part& part : parts_)
    if (part.whole == word_class && attributes_.has(attributes, part.key, part.value)) put(part.part, words, attributes);
  return true;
}

void LexiconBuilder::add_pattern(ClassId word_class, std::uint32_t expression) {
  WordPattern wanted{expression, static_cast<std::uint32_t>(word_class)};
  bool known = std::any_of(patterns_.begin(), patterns_.end(), [&](const WordPattern& p) {
    return p.expression == wanted.expression && p.word_class == wanted.word_class;
  });
  if (!known && word_class != ClassId::none) patterns_.push_back(wanted);
}

bool LexiconBuilder::add_phrase(ClassId word_class, std::string_view phrase, const AttributeList& attributes) {
  return add_member(word_class, words(phrase), attributes_.add(attributes));
}

void LexiconBuilder::include(ClassId into, ClassId other) {
  inclusions_.emplace_back(into, other);
  auto from = static_cast<std::uint16_t>(other);
  for (WordId id = 0; id < sets_.size(); ++id) {
    if (!sets_[id].has(other)) continue;
    auto attributes = word_attributes_.find({id, from});
    add_member(into, {id}, attributes == word_attributes_.end() ? kNoAttributes : attributes->second);
  }
  for (std::size_t i = 0, n = phrases_.size(); i < n; ++i) {
    const Phrase phrase = phrases_[i];
    if (phrase.record.word_class() != other) continue;
    std::span<const WordId> words = words_of(phrase);
    add_member(into, std::vector(words.begin(), words.end()), phrase.record.of);
  }
  for (std::size_t i = 0, n = patterns_.size(); i < n; ++i)
    if (patterns_[i].word_class == from) add_pattern(into, patterns_[i].expression);
}

std::vector<std::uint32_t> LexiconBuilder::add_words(std::string_view class_name, const std::vector<WordLine>& lines) {
  std::vector<std::uint32_t> left_out;
  ClassId id = word_class(class_name);
  ListVariants variants;
  for (const WordLine& line : lines) {
    variants.spelling |= line.variants.spelling, variants.hyphen |= line.variants.hyphen;
    if (line.variants.verb || line.variants.noun) inflect(id, line.variants);
  }
  for (const WordLine& line : lines) {
    if (line.is_pattern) add_pattern(id, strings_.add(line.text));
    else if (!line.text.empty())
      for (const std::string& text : written(line.text, variants))
        if (!add_phrase(id, text, line.attributes)) {
          left_out.push_back(line.line);
          break;
        }
  }
  return left_out;
}

void LexiconBuilder::add_forms(const std::vector<InflectedForm>& forms) {
  for (const InflectedForm& form : forms) {
    WordId id = word(form.text), lemma = word(form.lemma);
    sets_[id].add(word_class(form.feature));
    WordId& slot = form.feature.starts_with("verb") ? lemmas_[id].verb : lemmas_[id].noun;
    if (slot == kNoWord) slot = lemma;
  }
}

}  // namespace liaison
