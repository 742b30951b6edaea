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

void LexiconBuilder::build_trie(ImageBuilder& image) {
  std::vector<TrieNode> nodes(1);
  std::vector<TrieEdge> edges;
  std::vector<Entry> entries;
  std::vector<std::uint32_t> path{0}, first_nodes(sets_.size(), 0);
  const std::vector<WordId>* last = nullptr;
  for (const Phrase& phrase : phrases_) {
    std::size_t common = 0;
    while (last && common < last->size() && common < phrase.words.size() && (*last)[common] == phrase.words[common])
      ++common;
    path.resize(common + 1);
    for (std::size_t i = common; i < phrase.words.size(); ++i) {
      auto to = static_cast<std::uint32_t>(nodes.size());
      edges.push_back({path.back(), phrase.words[i], to});
      if (i == 0) first_nodes[phrase.words[0]] = to;
      nodes.push_back({static_cast<std::uint32_t>(entries.size()), 0});
      path.push_back(to);
    }
    TrieNode& node = nodes[path.back()];
    if (node.entry_count == 0) node.first_entry = static_cast<std::uint32_t>(entries.size());
    ++node.entry_count;
    entries.push_back(phrase.record);
    last = &phrase.words;
  }
  std::vector<TrieEdge> slots(std::bit_ceil(std::max<std::size_t>(edges.size() * 3 / 2, 16)));
  for (const TrieEdge& edge : edges) {
    std::size_t slot = edge_slot(edge.node, edge.word, slots.size());
    while (slots[slot].to != 0) slot = (slot + 1) & (slots.size() - 1);
    slots[slot] = edge;
  }
  image.add(SectionId::trie_edges, slots);
  image.add(SectionId::trie_nodes, nodes);
  image.add(SectionId::entries, entries);
  build_words(image, first_nodes);
}

void LexiconBuilder::build_words(ImageBuilder& image, const std::vector<std::uint32_t>& nodes) {
  std::vector<ClassSet> sets(1);
  std::map<ClassSet, std::uint32_t> at{{ClassSet(), 0}};
  std::vector<WordInfo> info;
  for (std::size_t id = 0; id < sets_.size(); ++id) {
    auto [set, is_new] = at.try_emplace(sets_[id], static_cast<std::uint32_t>(sets.size()));
    if (is_new) sets.push_back(sets_[id]);
    info.push_back({set->second, nodes[id]});
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
