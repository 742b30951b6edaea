#include "lexicon/lexicon.h"

#include <algorithm>
#include <bit>
#include <vector>

#include "lexicon/unique_number.h"
#include "liaison/error.h"

namespace liaison {

namespace {

WordTable open_vocabulary(const Image& image) {
  if (auto table = WordTable::open(image.section(SectionId::vocabulary))) return *table;
  throw Error(ErrorCode::bad_pack, "vocabulary", "a damaged language pack: its vocabulary cannot be read");
}

}  // namespace

Lexicon::Lexicon(const Image& image)
    : number_(unique_number()),
      vocabulary_(open_vocabulary(image)),
      info_(image.table<WordInfo>(SectionId::word_info)),
      class_sets_(image.table<ClassSet>(SectionId::class_sets)),
      class_names_(image.table<ClassName>(SectionId::class_names)),
      lemma_blocks_(image.table<LemmaBlock>(SectionId::lemma_blocks)),
      lemmas_(image.table<Lemmas>(SectionId::lemmas)),
      nodes_(image.table<TrieNode>(SectionId::trie_nodes)),
      branches_(image.table<TrieBranch>(SectionId::trie_branches)),
      filter_(image.table<std::uint64_t>(SectionId::trie_filter)),
      filter_mask_(64 * std::bit_floor(filter_.size()) - (filter_.size() > 0)),
      entries_(image.table<Entry>(SectionId::entries)),
      entities_(image.table<NamedEntity>(SectionId::entities)),
      runs_(image.table<ListRun>(SectionId::list_runs)),
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
  auto [first, last] = children_of(node);
  std::span<const TrieNode> children = nodes_.slice(first, last - std::min(first, last));
  auto at = std::lower_bound(children.begin(), children.end(), word,
                             [](const TrieNode& child, WordId wanted) { return child.word < wanted; });
  return at == children.end() || at->word != word ? 0 : first + static_cast<std::uint32_t>(at - children.begin());
}

std::uint32_t Lexicon::parent(std::uint32_t node) const {
  auto behind = std::upper_bound(branches_.begin(), branches_.end(), node,
                                 [](std::uint32_t wanted, const TrieBranch& branch) { return wanted < branch.first_child; });
  return behind == branches_.begin() ? 0 : std::prev(behind)->node;
}

std::string spelled(std::string_view word, CaseRule rule) {
  std::string out(word);
  auto capital = [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; };
  if (rule == CaseRule::some_capital) return {};
  if (rule == CaseRule::capital && !out.empty()) out[0] = capital(out[0]);
  if (rule == CaseRule::all_capitals) std::transform(out.begin(), out.end(), out.begin(), capital);
  return out;
}

std::string Lexicon::name(const NamedEntity& entity) const {
  if ((entity.name & kSpelledName) == 0) return std::string(strings_.at(entity.name));
  std::uint32_t node = entity.name & ~kSpelledName;
  std::span<const Entry> entries = entries_at(node);
  auto entry = std::find_if(entries.begin(), entries.end(), [](const Entry& e) { return e.is_name; });
  if (entry == entries.end()) return {};
  std::vector<WordId> words;
  // A parent stands before its children, but in a damaged pack.
  for (std::uint32_t up; node != 0; node = up) {
    words.push_back(nodes_[node].word);
    up = std::min(parent(node), node - 1);
  }
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i)
    out += (i == 0 ? "" : " ") + spelled(word(words[words.size() - 1 - i]), case_rule(entry->case_rules, i));
  return out;
}

std::string Lexicon::place(std::uint32_t entity) const {
  auto behind = std::upper_bound(runs_.begin(), runs_.end(), entity,
                                 [](std::uint32_t wanted, const ListRun& run) { return wanted < run.first_entity; });
  if (behind == runs_.begin() || entity >= entities_.size()) return {};
  const ListRun& run = *std::prev(behind);
  return std::string(strings_.at(run.file)) + ":" + std::to_string(run.line + (entity - run.first_entity));
}

std::string_view Lexicon::value_of(std::uint32_t first, Symbol key) const {
  for (const Attribute& a : attributes_.slice(first, row_size(first)))
    if (a.key == key) return strings_.at(a.value);
  return {};
}

std::size_t Lexicon::row_size(std::uint32_t first) const {
  std::size_t last = first;
  while (last < attributes_.size() && !attributes_[last].is_last) ++last;
  return first == kNoAttributes || first >= attributes_.size() ? 0 : last + 1 - first;
}

std::string_view Lexicon::attribute(const Entry& phrase, Symbol key) const {
  return phrase.is_name ? std::string_view() : value_of(phrase.of, key);
}

std::string_view Lexicon::attribute(WordId word, ClassId word_class, Symbol key) const {
  auto before = [](const WordAttributes& a, const std::pair<WordId, std::uint16_t>& b) {
    return std::pair(a.word, a.word_class) < b;
  };
  std::pair wanted(word, static_cast<std::uint16_t>(word_class));
  auto at = std::lower_bound(word_attributes_.begin(), word_attributes_.end(), wanted, before);
  if (at == word_attributes_.end() || std::pair(at->word, at->word_class) != wanted) return {};
  return value_of(at->attributes, key);
}

}  // namespace liaison
