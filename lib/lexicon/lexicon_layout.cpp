// The part of LexiconBuilder that lays out the sections of the lexicon.
#include <algorithm>
#include <bit>
#include <memory>

#include <re2/re2.h>

#include "lexicon/lexicon_builder.h"

namespace liaison {
namespace {

/// How narrow a case rule is: one takes in all that the narrower ones do.
int narrowness(CaseRule rule) {
  switch (rule) {
    case CaseRule::any: return 0;
    case CaseRule::capital: case CaseRule::some_capital: return 1;
    case CaseRule::all_capitals: return 2;
  }
  return 0;
}

/// True if the form `a` matches wherever `b` does and is at least as strong. Requires: they have the same words.
bool covers(const Entry& a, const Entry& b) {
  if (a.type != b.type || a.weak > b.weak) return false;
  for (int i = 0; i < 8; ++i)
    if (narrowness(static_cast<CaseRule>(a.case_rules >> (2 * i) & 3)) >
        narrowness(static_cast<CaseRule>(b.case_rules >> (2 * i) & 3)))
      return false;
  return true;
}

}  // namespace

/// Gives every word of the vocabulary the classes of the patterns that it matches.
void LexiconBuilder::apply_patterns() {
  std::string image = vocabulary_.bytes();
  auto words = WordTable::open(image);
  for (std::size_t i = 0; i < patterns_.size(); ++i) {
    const WordPattern& pattern = patterns_[i];
    RE2 expression(std::string(StringsView(strings_.bytes()).at(pattern.expression)), RE2::Quiet);
    if (!expression.ok()) continue;
    // What a base has brought with it, it has tested.
    auto first = static_cast<WordId>(i < imported_patterns_ ? imported_words_ : 0);
    for (WordId id = first; words && id < words->size(); ++id) {
      std::string_view text = words->word(id);
      if (RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), expression))
        sets_[id].add(static_cast<ClassId>(pattern.word_class));
    }
  }
}

/// Brings the phrases into the order of the trie.
void LexiconBuilder::sort_phrases() {
  std::stable_sort(phrases_.begin(), phrases_.end(),
                   [](const Phrase& a, const Phrase& b) { return a.words < b.words; });
}

/// Leaves one entry where several have the same words and the same class, or the same type, of which one covers the
/// others. Requires: the phrases are sorted.
void LexiconBuilder::unite_phrases() {
  std::vector<Phrase> kept;
  std::size_t group = 0;  // where the kept phrases with the words of this one begin
  for (Phrase& phrase : phrases_) {
    if (kept.size() > group && kept[group].words != phrase.words) group = kept.size();
    Entry& record = phrase.record;
    auto first = kept.begin() + static_cast<std::ptrdiff_t>(group);
    auto known = std::find_if(first, kept.end(), [&](const Phrase& k) {
      if (record.type) return covers(k.record, record);
      return !k.record.type && k.record.word_class == record.word_class;
    });
    if (known == kept.end()) {
      if (record.type) kept.erase(std::remove_if(first, kept.end(), [&](const Phrase& k) { return covers(record, k.record); }), kept.end());
      kept.push_back(std::move(phrase));
    } else if (!record.type) {
      Entry& one = known->record;
      Range range = unite({one.attributes, one.attribute_count}, {record.attributes, record.attribute_count});
      one.attributes = range.first;
      one.attribute_count = range.count;
    }
  }
  phrases_ = std::move(kept);
}

/// Lays the trie out level by level. Requires: the phrases are sorted, and each has a word.
void LexiconBuilder::build_trie(ImageBuilder& image) {
  struct Branch {
    std::size_t first, last;  // the phrases below a node
  };
  std::vector<TrieNode> nodes{{kNoWord, 1, 0}};
  std::vector<Entry> entries;
  std::vector<std::uint64_t> filter(std::bit_ceil(phrases_.size() / 8 + 1));
  std::vector<WordInfo> info(sets_.size());
  std::vector<Branch> level{{0, phrases_.size()}}, next;
  std::uint32_t node = 0;
  for (std::size_t depth = 0; !level.empty(); ++depth, level.swap(next), next.clear()) {
    for (const Branch& branch : level) {
      nodes[node].first_child = static_cast<std::uint32_t>(nodes.size());
      nodes[node].first_entry = static_cast<std::uint32_t>(entries.size());
      std::size_t at = branch.first;
      for (; at < branch.last && phrases_[at].words.size() == depth; ++at) entries.push_back(phrases_[at].record);
      while (at < branch.last) {
        WordId word = phrases_[at].words[depth];
        std::size_t first = at;
        while (at < branch.last && phrases_[at].words[depth] == word) ++at;
        std::size_t bit = trie_key(node, word) & (64 * filter.size() - 1);
        if (depth == 0) info[word].node = static_cast<std::uint32_t>(nodes.size()) & 0x3fffffff;
        if (depth == 0) info[word].is_entry = phrases_[first].words.size() == 1;
        else info[word].goes_on = 1, filter[bit / 64] |= std::uint64_t{1} << bit % 64;
        nodes.push_back({word, 0, 0});
        next.push_back({first, at});
      }
      ++node;
    }
  }
  nodes.push_back({kNoWord, static_cast<std::uint32_t>(nodes.size()), static_cast<std::uint32_t>(entries.size())});
  image.add(SectionId::trie_nodes, nodes);
  image.add(SectionId::trie_filter, filter);
  image.add(SectionId::entries, entries);
  build_words(image, info);
}

/// Writes what is known of each word; `info` tells the nodes already.
void LexiconBuilder::build_words(ImageBuilder& image, std::vector<WordInfo> info) {
  std::vector<ClassSet> sets(1);
  std::map<ClassSet, std::uint32_t> at{{ClassSet(), 0}};
  for (std::size_t id = 0; id < sets_.size(); ++id) {
    auto [set, is_new] = at.try_emplace(sets_[id], static_cast<std::uint32_t>(sets.size()));
    if (is_new) sets.push_back(sets_[id]);
    info[id].class_set = set->second;
  }
  std::vector<ClassName> names;
  for (const std::string& name : class_names_) names.push_back({strings_.add(name)});
  std::vector<WordAttributes> attributes;
  for (const auto& [of, range] : word_attributes_)
    attributes.push_back({of.first, of.second, static_cast<std::uint16_t>(range.count), range.first});
  std::size_t inflected = lemmas_.size();
  while (inflected > 0 && lemmas_[inflected - 1].verb == kNoWord && lemmas_[inflected - 1].noun == kNoWord) --inflected;
  image.add(SectionId::vocabulary, vocabulary_.bytes());
  image.add(SectionId::word_info, info);
  image.add(SectionId::class_sets, sets);
  image.add(SectionId::class_names, names);
  image.add(SectionId::lemmas, std::vector<Lemmas>(lemmas_.begin(), lemmas_.begin() + std::ptrdiff_t(inflected)));
  image.add(SectionId::word_attributes, attributes);
}

/// Gives the inflected forms of the words of classes that say so their classes.
void LexiconBuilder::apply_inflection() {
  for (WordId word = 0; word < sets_.size(); ++word)
    for (WordId lemma : {lemmas_[word].verb, lemmas_[word].noun})
      for (ClassId id : inflected_)
        if (lemma != kNoWord && sets_[lemma].has(id)) sets_[word].add(id);
}

void LexiconBuilder::build(ImageBuilder& image) {
  apply_inflection();
  apply_patterns();
  sort_phrases();
  unite_phrases();
  build_trie(image);
  image.add(SectionId::entities, entities_);
  image.add(SectionId::attributes, attributes_);
  image.add(SectionId::word_patterns, patterns_);
}

}  // namespace liaison
