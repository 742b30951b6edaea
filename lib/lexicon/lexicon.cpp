#include "lexicon/lexicon.h"

#include <algorithm>
#include <atomic>
#include <bit>

#include "liaison/error.h"

namespace liaison {

namespace {

WordTable open_vocabulary(const Image& image) {
  if (auto table = WordTable::open(image.section(SectionId::vocabulary))) return *table;
  throw Error(ErrorCode::bad_pack, "vocabulary", "a damaged language pack: its vocabulary cannot be read");
}

std::uint64_t next_number() {
  static std::atomic<std::uint64_t> last = 0;
  return ++last;
}

}  // namespace

Lexicon::Lexicon(const Image& image)
    : number_(next_number()),
      vocabulary_(open_vocabulary(image)),
      info_(image.table<WordInfo>(SectionId::word_info)),
      class_sets_(image.table<ClassSet>(SectionId::class_sets)),
      class_names_(image.table<ClassName>(SectionId::class_names)),
      lemmas_(image.table<Lemmas>(SectionId::lemmas)),
      nodes_(image.table<TrieNode>(SectionId::trie_nodes)),
      filter_(image.table<std::uint64_t>(SectionId::trie_filter)),
      filter_mask_(64 * std::bit_floor(filter_.size()) - (filter_.size() > 0)),
      entries_(image.table<Entry>(SectionId::entries)),
      entities_(image.table<NamedEntity>(SectionId::entities)),
      attributes_(image.table<Attribute>(SectionId::attributes)),
      word_attributes_(image.table<WordAttributes>(SectionId::word_attributes)),
      patterns_(image.table<WordPattern>(SectionId::word_patterns)),
      strings_(image.section(SectionId::strings)) {}

ClassId Lexicon::find_class(std::string_view name) const {
  for (std::size_t i = 0; i < class_names_.size(); ++i)
    if (strings_.at(class_names_[i].name) == name) return static_cast<ClassId>(i);
  return ClassId::none;
}

std::uint32_t Lexicon::child(std::uint32_t node, WordId word) const {
  std::uint32_t first = nodes_[node].first_child, last = nodes_[node + std::size_t{1}].first_child;
  std::span<const TrieNode> children = nodes_.slice(first, last - std::min(first, last));
  auto at = std::lower_bound(children.begin(), children.end(), word,
                             [](const TrieNode& child, WordId wanted) { return child.word < wanted; });
  return at == children.end() || at->word != word ? 0 : first + static_cast<std::uint32_t>(at - children.begin());
}

std::string_view Lexicon::value_of(std::uint32_t first, std::uint32_t count, Symbol key) const {
  for (const Attribute& a : attributes_.slice(first, count))
    if (a.key == key) return strings_.at(a.value);
  return {};
}

std::string_view Lexicon::attribute(const NamedEntity& entity, Symbol key) const {
  return value_of(entity.attributes, entity.attribute_count, key);
}

std::string_view Lexicon::attribute(const Entry& phrase, Symbol key) const {
  return value_of(phrase.attributes, phrase.attribute_count, key);
}

std::string_view Lexicon::attribute(WordId word, ClassId word_class, Symbol key) const {
  auto before = [](const WordAttributes& a, const std::pair<WordId, std::uint16_t>& b) {
    return std::pair(a.word, a.word_class) < b;
  };
  std::pair wanted(word, static_cast<std::uint16_t>(word_class));
  auto at = std::lower_bound(word_attributes_.begin(), word_attributes_.end(), wanted, before);
  if (at == word_attributes_.end() || std::pair(at->word, at->word_class) != wanted) return {};
  return value_of(at->attributes, at->attribute_count, key);
}

}  // namespace liaison
