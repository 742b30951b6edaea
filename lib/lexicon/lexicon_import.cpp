// The part of LexiconBuilder that takes over a whole lexicon.
#include "lexicon/lexicon_builder.h"

namespace liaison {

void LexiconBuilder::import_words(const Lexicon& base) {
  for (WordId id = 0; id < base.word_count(); ++id) {
    add_folded(base.word(id));
    sets_[id] = base.classes(id);
    lemmas_[id] = {base.verb_lemma(id), base.noun_lemma(id)};
  }
  for (std::size_t i = 0; i < base.class_count(); ++i)
    class_names_.emplace_back(base.class_name(static_cast<ClassId>(i)));
  for (std::size_t i = 0; i < class_names_.size(); ++i) {
    Part part{};
    part.part = static_cast<ClassId>(i);
    if (read_part(class_names_[i], part)) parts_.push_back(part);
  }
}

void LexiconBuilder::import_phrases(const Lexicon& base, const std::vector<Symbol>& symbol_of) {
  auto mapped = [&](Symbol s) { return s.id < symbol_of.size() ? symbol_of[s.id] : symbols::none; };
  struct Below {
    std::uint32_t node, depth;
  };
  std::vector<WordId> words;
  std::vector<Phrase> of_node(base.nodes().size());
  std::vector<Below> open{{0, 0}};
  while (!open.empty() && open.size() <= base.nodes().size()) {
    auto [node, depth] = open.back();
    open.pop_back();
    if (depth > kMaxEntryWords) continue;
    words.resize(depth);
    if (depth > 0) words.back() = base.nodes()[node].word;
    for (const Entry& entry : base.entries_at(node)) {
      Phrase phrase{.record = entry};
      if (entry.is_name) phrase.record.kind = mapped(entry.type()).id & 0x1fff;
      phrase.record.is_last = 0;
      if (depth > 0) add_entry(words, phrase);
      if (depth > 0) of_node[node] = phrases_.back();
    }
    auto [first, last] = base.children_of(node);
    for (std::uint32_t child = last; child > first; --child) open.push_back({child - 1, depth + 1});
  }
  std::size_t run = 0;
  for (std::uint32_t i = 0; i < base.entities().size(); ++i) {
    NamedEntity record = base.entities()[i];
    std::uint32_t node = record.name & kSpelledName ? record.name & ~kSpelledName : 0;
    record.type = mapped(record.type);
    record.subtype = mapped(record.subtype);
    while (run + 1 < base.runs().size() && base.runs()[run + 1].first_entity <= i) ++run;
    const ListRun& from = base.runs()[run];
    add_entity(record, base.name(base.entities()[i]), strings_.add(base.string(from.file)), from.line + (i - from.first_entity));
    if (node == 0 || node >= of_node.size()) continue;
    names_.back().first_word = of_node[node].first_word;
    names_.back().word_count = of_node[node].length;
  }
}

void LexiconBuilder::import(const Lexicon& base, std::span<const std::string_view> base_symbols) {
  strings_.import(base.strings());
  std::vector<Symbol> symbol_of;
  for (std::string_view name : base_symbols) symbol_of.push_back(symbols_.add(name));
  import_words(base);
  import_phrases(base, symbol_of);
  attributes_.import(base, symbol_of);
  for (const WordAttributes& a : base.word_attributes()) word_attributes_[{a.word, a.word_class}] = a.attributes;
  for (const WordPattern& p : base.patterns())
    patterns_.push_back({strings_.add(base.string(p.expression)), p.word_class});
  imported_words_ = sets_.size();
  imported_patterns_ = patterns_.size();
}

}  // namespace liaison
