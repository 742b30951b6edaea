// The part of LexiconBuilder that lays out the sections of the lexicon.
#include <algorithm>
#include <bit>
#include <memory>
#include <ranges>

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
  if (a.type() != b.type() || a.is_weak > b.is_weak) return false;
  if (a.case_rules == b.case_rules) return true;
  for (std::size_t i = 0; i < 8; ++i)
    if (narrowness(case_rule(a.case_rules, i)) > narrowness(case_rule(b.case_rules, i))) return false;
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

/// Brings the phrases into the order of the trie, those with the same words into that in which they were added.
void LexiconBuilder::sort_phrases() {
  struct Key {
    std::uint64_t first_words;
    std::uint32_t phrase;
  };
  std::vector<Key> keys;
  keys.reserve(phrases_.size());
  for (const Phrase& phrase : phrases_) {
    std::span<const WordId> words = words_of(phrase);
    std::uint64_t second = words.size() > 1 ? words[1] + std::uint64_t{1} : 0;
    keys.push_back({std::uint64_t{words[0]} << 32 | second, static_cast<std::uint32_t>(keys.size())});
  }
  std::sort(keys.begin(), keys.end(), [&](const Key& a, const Key& b) {
    if (a.first_words != b.first_words) return a.first_words < b.first_words;
    const Phrase &x = phrases_[a.phrase], &y = phrases_[b.phrase];
    if (x.length > 2 || y.length > 2) {
      auto order = std::lexicographical_compare_three_way(words_of(x).begin(), words_of(x).end(), words_of(y).begin(), words_of(y).end());
      if (order != 0) return order < 0;
    }
    return a.phrase < b.phrase;
  });
  std::vector<Phrase> sorted;
  sorted.reserve(phrases_.size());
  for (const Key& key : keys) sorted.push_back(phrases_[key.phrase]);
  phrases_ = std::move(sorted);
}

void LexiconBuilder::remark_on(const Phrase& phrase, const Phrase& other, NameRemark::Kind kind) {
  if (phrase.place != kNoPlace) remarks_.push_back({kind, phrase.record.of, other.record.of, phrase.place});
}

/// Names that tag alone, as several types. A form that is only met in capitals is another one than that which is not.
void LexiconBuilder::remark_on_types(std::span<const Phrase> same_words) {
  for (std::size_t i = 1; i < same_words.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) {
      const Entry &first = same_words[j].record, &second = same_words[i].record;
      bool both = first.is_name && second.is_name && !first.is_weak && !second.is_weak;
      if (both && first.type() != second.type() && first.case_rules == second.case_rules)
        remark_on(same_words[i], same_words[j], NameRemark::Kind::other_type);
    }
}

/// Words in common use that tag alone wherever a sentence begins with them.
void LexiconBuilder::remark_on_words() {
  ClassSet common;
  for (std::string_view name : {"ordinary_3", "ordinary_4"}) common.add(find_class(name));
  for (const Phrase& phrase : phrases_) {
    const Entry& record = phrase.record;
    bool tags = record.is_name && !record.is_weak && record.type() != symbols::misc;
    bool floods = tags && phrase.length == 1 && case_rule(record.case_rules, 0) == CaseRule::capital;
    if (floods && sets_[words_of(phrase)[0]].meets(common)) remark_on(phrase, phrase, NameRemark::Kind::ordinary_word);
  }
}

/// Leaves one entry where several have the same words and the same class, or the same type, of which one covers the
/// others. Requires: the phrases are sorted.
void LexiconBuilder::unite_phrases() {
  std::size_t kept = 0;
  for (std::size_t i = 0, group = 0; i < phrases_.size(); ++i) {
    const Phrase phrase = phrases_[i];
    if (kept > group && !std::ranges::equal(words_of(phrases_[group]), words_of(phrase))) {
      remark_on_types(std::span(phrases_).subspan(group, kept - group));
      group = kept;
    }
    auto first = phrases_.begin() + std::ptrdiff_t(group), last = phrases_.begin() + std::ptrdiff_t(kept);
    auto known = std::find_if(first, last, [&](const Phrase& k) {
      if (phrase.record.is_name) return covers(k.record, phrase.record);
      return k.record.word_class() == phrase.record.word_class() && k.record.case_rules == phrase.record.case_rules;
    });
    if (known != last) {
      if (phrase.record.is_name && !phrase.record.is_weak && phrase.record.of != known->record.of) remark_on(phrase, *known, NameRemark::Kind::other_entity);
      if (!phrase.record.is_name) known->record.of = attributes_.unite(known->record.of, phrase.record.of);
      continue;
    }
    if (phrase.record.is_name)
      last = std::remove_if(first, last, [&](const Phrase& k) { return covers(phrase.record, k.record); });
    kept = static_cast<std::size_t>(last - phrases_.begin());
    phrases_[kept++] = phrase;
    if (i + 1 == phrases_.size()) remark_on_types(std::span(phrases_).subspan(group, kept - group));
  }
  phrases_.resize(kept);
}

/// The tables of the trie.
struct LexiconBuilder::Trie {
  std::vector<TrieNode> nodes{{}};
  std::vector<TrieBranch> branches;
  std::vector<Entry> entries;
  std::vector<std::uint64_t> filter;
  std::vector<WordInfo> info;

  /// The node that a word leads to; 0 where there is none.
  std::uint32_t step(std::uint32_t node, WordId word) const {
    if (node == 0) return info[word].node;
    if (!nodes[node].is_branch) return 0;
    std::size_t branch = nodes[node].below;
    auto first = nodes.begin() + branches[branch].first_child, last = nodes.begin() + branches[branch + 1].first_child;
    auto at = std::lower_bound(first, last, word, [](const TrieNode& child, WordId wanted) { return child.word < wanted; });
    return at == last || at->word != word ? 0 : static_cast<std::uint32_t>(at - nodes.begin());
  }
  /// The first name that ends at a node; null where there is none.
  const Entry* first_name(std::uint32_t node) const {
    if (!nodes[node].has_entries) return nullptr;
    std::size_t at = nodes[node].is_branch ? branches[nodes[node].below].first_entry : nodes[node].below;
    while (!entries[at].is_name && !entries[at].is_last) ++at;
    return entries[at].is_name ? &entries[at] : nullptr;
  }
};

/// Lays the trie out level by level. Requires: the phrases are sorted, and each has a word.
void LexiconBuilder::build_trie(ImageBuilder& image) {
  struct Branch {
    std::size_t first, last;  // the phrases below a node
  };
  Trie trie;
  trie.filter.resize(std::bit_ceil(phrases_.size() / 8 + 1));
  trie.info.resize(sets_.size());
  trie.entries.reserve(phrases_.size());
  std::vector<Branch> level{{0, phrases_.size()}}, next;
  std::uint32_t node = 0;
  for (std::size_t depth = 0; !level.empty(); ++depth, level.swap(next), next.clear()) {
    for (const Branch& branch : level) {
      auto first_entry = static_cast<std::uint32_t>(trie.entries.size());
      std::size_t at = branch.first;
      for (; at < branch.last && phrases_[at].length == depth; ++at) trie.entries.push_back(phrases_[at].record);
      bool has_entries = trie.entries.size() > first_entry, is_branch = at < branch.last;
      if (has_entries) trie.entries.back().is_last = 1;
      trie.nodes[node].has_entries = has_entries;
      trie.nodes[node].is_branch = is_branch;
      trie.nodes[node].below = (is_branch ? static_cast<std::uint32_t>(trie.branches.size()) : first_entry) & 0x3fffffff;
      if (is_branch) trie.branches.push_back({static_cast<std::uint32_t>(trie.nodes.size()), first_entry, node});
      while (at < branch.last) {
        WordId word = words_of(phrases_[at])[depth];
        std::size_t first = at;
        while (at < branch.last && words_of(phrases_[at])[depth] == word) ++at;
        std::size_t bit = trie_key(node, word) & (64 * trie.filter.size() - 1);
        if (depth == 0) trie.info[word].node = static_cast<std::uint32_t>(trie.nodes.size()) & 0x3fffffff;
        if (depth == 0) trie.info[word].is_entry = phrases_[first].length == 1;
        else trie.info[word].goes_on = 1, trie.filter[bit / 64] |= std::uint64_t{1} << bit % 64;
        trie.nodes.push_back({word});
        next.push_back({first, at});
      }
      ++node;
    }
  }
  trie.branches.push_back({static_cast<std::uint32_t>(trie.nodes.size()), static_cast<std::uint32_t>(trie.entries.size()), 0});
  name_entities(trie);
  image.add(SectionId::trie_nodes, trie.nodes);
  image.add(SectionId::trie_branches, trie.branches);
  image.add(SectionId::trie_filter, trie.filter);
  image.add(SectionId::entries, trie.entries);
  build_words(image, trie.info);
}

/// True if the words of a canonical name with these case rules and a blank between any two give its text.
bool LexiconBuilder::is_spelled(const CanonicalName& name, std::uint16_t case_rules) const {
  std::string_view rest = std::string_view(canonical_).substr(name.text, name.size);
  for (std::uint32_t i = 0; i < name.word_count; ++i) {
    std::string word = spelled(vocabulary_.word(phrase_words_[name.first_word + i]), case_rule(case_rules, i));
    if (i > 0 && !rest.starts_with(' ')) return false;
    if (i > 0) rest.remove_prefix(1);
    if (word.empty() || !rest.starts_with(word)) return false;
    rest.remove_prefix(word.size());
  }
  return rest.empty() && name.word_count > 0;
}

/// Gives each entity its canonical name: the trie node of its words where that tells the letters too, else a string.
void LexiconBuilder::name_entities(const Trie& trie) {
  for (std::size_t i = 0; i < entities_.size(); ++i) {
    const CanonicalName& name = names_[i];
    std::uint32_t node = 0;
    for (std::uint32_t w = 0; w < name.word_count; ++w)
      if (node = trie.step(node, phrase_words_[name.first_word + w]); node == 0) break;
    const Entry* entry = node == 0 ? nullptr : trie.first_name(node);
    entities_[i].name = entry && is_spelled(name, entry->case_rules)
                            ? kSpelledName | node
                            : strings_.add(std::string_view(canonical_).substr(name.text, name.size));
  }
}

/// Writes what is known of each word; `info` tells the nodes already.
void LexiconBuilder::build_words(ImageBuilder& image, std::vector<WordInfo>& info) {
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
  for (const auto& [of, row] : word_attributes_) attributes.push_back({of.first, of.second, 0, row});
  image.add(SectionId::vocabulary, vocabulary_.bytes());
  image.add(SectionId::word_info, info);
  image.add(SectionId::class_sets, sets);
  image.add(SectionId::class_names, names);
  image.add(SectionId::word_attributes, attributes);
  build_lemmas(image);
}

void LexiconBuilder::build_lemmas(ImageBuilder& image) {
  std::vector<LemmaBlock> blocks((lemmas_.size() + 63) / 64);
  std::vector<Lemmas> lemmas;
  for (std::size_t id = 0; id < lemmas_.size(); ++id) {
    if (id % 64 == 0) blocks[id / 64].before = static_cast<std::uint32_t>(lemmas.size());
    if (lemmas_[id].verb == kNoWord && lemmas_[id].noun == kNoWord) continue;
    blocks[id / 64].has |= std::uint64_t{1} << id % 64;
    lemmas.push_back(lemmas_[id]);
  }
  image.add(SectionId::lemma_blocks, blocks);
  image.add(SectionId::lemmas, lemmas);
}

/// Puts words that came into a class after others included it into those as well.
void LexiconBuilder::apply_inclusions() {
  for (auto [into, other] : inclusions_)
    for (ClassSet& set : sets_)
      if (set.has(other)) set.add(into);
}

void LexiconBuilder::build(ImageBuilder& image) {
  apply_inflection();
  apply_inclusions();
  apply_patterns();
  sort_phrases();
  unite_phrases();
  remark_on_words();
  build_trie(image);
  image.add(SectionId::entities, entities_);
  image.add(SectionId::list_runs, runs_);
  image.add(SectionId::attributes, attributes_.all());
  image.add(SectionId::word_patterns, patterns_);
}

}  // namespace liaison
