#include "lexicon/lexicon_builder.h"

#include <algorithm>

#include "lexicon/fold.h"
#include "text/tokenizer.h"

namespace liaison {

std::uint32_t StringsBuilder::add(std::string_view text) {
  auto [at, is_new] = at_.try_emplace(std::string(text), static_cast<std::uint32_t>(bytes_.size()));
  if (is_new) {
    auto size = static_cast<std::uint32_t>(text.size());
    bytes_.append(reinterpret_cast<const char*>(&size), sizeof size);
    bytes_.append(text);
  }
  return at->second;
}

void StringsBuilder::import(const StringsView& base) {
  for (std::size_t at = 0; at + sizeof(std::uint32_t) <= base.bytes().size();) {
    std::string_view text = base.at(static_cast<std::uint32_t>(at));
    add(text);
    at += sizeof(std::uint32_t) + text.size();
  }
}

SymbolsBuilder::SymbolsBuilder() {
  for (std::string_view name : symbols::kNames) add(name);
}

Symbol SymbolsBuilder::add(std::string_view name) {
  auto [at, is_new] = at_.try_emplace(std::string(name), Symbol{static_cast<std::uint16_t>(names_.size())});
  if (is_new) names_.emplace_back(name);
  return at->second;
}

Symbol SymbolsBuilder::find(std::string_view name) const {
  auto at = at_.find(name);
  return at == at_.end() ? symbols::none : at->second;
}

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
  for (const auto& [of, range] : word_attributes_)
    if (of.second == whole && has_attribute(range, part.key, part.value)) {
      sets_[of.first].add(part.part);
      any = true;
    }
  for (std::size_t i = 0, n = phrases_.size(); i < n; ++i) {
    Range range{phrases_[i].record.attributes, phrases_[i].record.attribute_count};
    if (phrases_[i].record.type || phrases_[i].record.word_class != whole) continue;
    if (!has_attribute(range, part.key, part.value)) continue;
    put(part.part, std::vector(phrases_[i].words), range);
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

std::uint32_t LexiconBuilder::longest_phrase(ClassId word_class) const {
  auto id = static_cast<std::size_t>(word_class);
  return id < longest_.size() ? std::max(longest_[id], 1u) : 1u;
}

LexiconBuilder::Range LexiconBuilder::add_attributes(const AttributeList& attributes) {
  Range range{static_cast<std::uint32_t>(attributes_.size()), static_cast<std::uint32_t>(attributes.size())};
  for (const auto& [key, value] : attributes) attributes_.push_back({symbols_.add(key), 0, strings_.add(value)});
  return range;
}

/// True if the attribute has the value, or lists it between commas.
bool LexiconBuilder::has_attribute(Range range, Symbol key, std::string_view value) const {
  StringsView strings(strings_.bytes());
  for (std::uint32_t i = range.first; i < range.first + range.count; ++i) {
    if (attributes_[i].key != key) continue;
    std::string_view rest = strings.at(attributes_[i].value);
    while (true) {
      std::size_t comma = rest.find(',');
      if (rest.substr(0, comma) == value) return true;
      if (comma == std::string_view::npos) break;
      rest.remove_prefix(comma + 1);
    }
  }
  return false;
}

/// The attributes of both. Where both have a key, its values stand between commas.
LexiconBuilder::Range LexiconBuilder::unite(Range a, Range b) {
  std::vector<Attribute> all(attributes_.begin() + a.first, attributes_.begin() + a.first + a.count);
  bool changed = false;
  for (std::uint32_t i = b.first; i < b.first + b.count; ++i) {
    Attribute more = attributes_[i];
    auto same = std::find_if(all.begin(), all.end(), [&](const Attribute& x) { return x.key == more.key; });
    std::string value(StringsView(strings_.bytes()).at(more.value));
    if (same == all.end()) all.push_back(more);
    else if (has_attribute(a, more.key, value)) continue;
    else same->value = strings_.add(std::string(StringsView(strings_.bytes()).at(same->value)) + "," + value);
    changed = true;
  }
  if (!changed) return a;
  Range range{static_cast<std::uint32_t>(attributes_.size()), static_cast<std::uint32_t>(all.size())};
  attributes_.insert(attributes_.end(), all.begin(), all.end());
  return range;
}

void LexiconBuilder::add_entry(Phrase phrase) {
  if (!phrase.record.type) {
    if (longest_.size() <= phrase.record.word_class) longest_.resize(phrase.record.word_class + std::size_t{1});
    std::uint32_t& longest = longest_[phrase.record.word_class];
    longest = std::max(longest, std::uint32_t{phrase.record.length});
  }
  phrases_.push_back(std::move(phrase));
}

/// Adds a word or phrase to one class, and to none of its parts.
void LexiconBuilder::put(ClassId word_class, const std::vector<WordId>& words, Range attributes) {
  auto id = static_cast<std::uint16_t>(word_class);
  constexpr std::uint16_t kAllCapitals = 0xAAAA;  // CaseRule::all_capitals eight times
  bool capitals = has_attribute(attributes, symbols_.add("case"), "upper");
  if (words.size() == 1 && !capitals) {
    sets_[words[0]].add(word_class);
    if (attributes.count == 0) return;
    auto [known, is_new] = word_attributes_.try_emplace({words[0], id}, attributes);
    if (!is_new) known->second = unite(known->second, attributes);
    return;
  }
  Entry record;
  record.word_class = id;
  record.length = static_cast<std::uint8_t>(words.size());
  record.case_rules = capitals ? kAllCapitals : 0;
  record.attributes = attributes.first;
  record.attribute_count = attributes.count;
  add_entry({words, record});
}

bool LexiconBuilder::add_member(ClassId word_class, const std::vector<WordId>& words, Range attributes) {
  if (words.empty() || words.size() > kMaxEntryWords || word_class == ClassId::none) return false;
  put(word_class, words, attributes);
  for (const Part& part : parts_)
    if (part.whole == word_class && has_attribute(attributes, part.key, part.value)) put(part.part, words, attributes);
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
  return add_member(word_class, words(phrase), add_attributes(attributes));
}

void LexiconBuilder::include(ClassId into, ClassId other) {
  auto from = static_cast<std::uint16_t>(other);
  for (WordId id = 0; id < sets_.size(); ++id) {
    if (!sets_[id].has(other)) continue;
    auto attributes = word_attributes_.find({id, from});
    add_member(into, {id}, attributes == word_attributes_.end() ? Range() : attributes->second);
  }
  for (std::size_t i = 0, n = phrases_.size(); i < n; ++i) {
    const Entry& record = phrases_[i].record;
    if (record.type || record.word_class != from) continue;
    add_member(into, std::vector(phrases_[i].words), {record.attributes, record.attribute_count});
  }
  for (std::size_t i = 0, n = patterns_.size(); i < n; ++i)
    if (patterns_[i].word_class == from) add_pattern(into, patterns_[i].expression);
}

std::vector<std::uint32_t> LexiconBuilder::add_words(std::string_view class_name, const std::vector<WordLine>& lines) {
  std::vector<std::uint32_t> left_out;
  ClassId id = word_class(class_name);
  for (const WordLine& line : lines) {
    if (line.is_pattern) add_pattern(id, strings_.add(line.text));
    else if (line.text.empty()) inflected_.insert(id);
    else if (!add_phrase(id, line.text, line.attributes)) left_out.push_back(line.line);
  }
  return left_out;
}

namespace {

CaseRule case_rule(const Token& token) {
  if (token.has(kAllCaps) && token.end - token.start <= 5) return CaseRule::all_capitals;
  if (token.has(kFirstCapital)) return CaseRule::capital;
  if (token.has(kMixedCase)) return CaseRule::some_capital;
  return CaseRule::any;
}

/// The case rules of a form's first eight tokens.
std::uint16_t case_rules(const std::vector<Token>& tokens) {
  std::uint16_t out = 0;
  for (std::size_t i = 0; i < std::min<std::size_t>(tokens.size(), 8); ++i)
    out = static_cast<std::uint16_t>(out | static_cast<unsigned>(case_rule(tokens[i])) << (2 * i));
  return out;
}

/// Takes an attribute out of the list; empty where it has none.
std::string take_attribute(AttributeList& attributes, std::string_view key) {
  auto at = std::find_if(attributes.begin(), attributes.end(), [&](const auto& a) { return a.first == key; });
  if (at == attributes.end()) return {};
  std::string value = std::move(at->second);
  attributes.erase(at);
  return value;
}

}  // namespace

bool LexiconBuilder::add_form(const NameForm& form, bool weak, std::uint32_t entity, Symbol type, const std::string& file) {
  Phrase phrase;
  phrase.words = words(form.text);
  if (phrase.words.empty() || phrase.words.size() > kMaxEntryWords) return false;
  phrase.record.entity = entity;
  phrase.record.type = type;
  phrase.record.case_rules = case_rules(tokens_);
  phrase.record.length = static_cast<std::uint8_t>(phrase.words.size());
  phrase.record.weak = weak || form.weak;
  if (!is_removed(phrase, &file)) add_entry(std::move(phrase));
  return true;
}

std::vector<std::uint32_t> LexiconBuilder::add_names(const NameList& list, const std::string& file) {
  std::vector<std::uint32_t> left_out;
  Symbol type = symbols_.add(list.type), subtype = symbols_.add(list.subtype);
  for (const NameLine& line : list.lines) {
    auto entity = static_cast<std::uint32_t>(entities_.size());
    AttributeList attributes = line.attributes;
    std::string own_subtype = take_attribute(attributes, "subtype");
    Range range = add_attributes(attributes);
    NamedEntity record;
    record.name = strings_.add(line.forms.empty() ? std::string_view() : line.forms[0].text);
    record.type = type;
    record.subtype = own_subtype.empty() ? subtype : symbols_.add(own_subtype);
    record.attributes = range.first;
    record.attribute_count = range.count;
    record.source = strings_.add(file + ":" + std::to_string(line.line));
    entities_.push_back(record);
    for (const NameForm& form : line.forms)
      if (!add_form(form, list.weak, entity, type, file)) left_out.push_back(line.line);
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

/// `file` adds the phrase; null where it was imported.
bool LexiconBuilder::is_removed(const Phrase& phrase, const std::string* file) const {
  auto [first, last] = removed_.equal_range(phrase.words);
  return std::any_of(first, last, [&](const auto& removal) {
    bool own = file && removal.second.file == *file;
    return !own && (!removal.second.type || removal.second.type == phrase.record.type);
  });
}

void LexiconBuilder::remove_name(std::string_view name, std::string_view type, const std::string& file) {
  removed_.emplace(words(name), Removal{type.empty() ? symbols::none : symbols_.add(type), file});
}

void LexiconBuilder::drop_removed() {
  if (removed_.empty()) return;
  std::erase_if(phrases_, [&](const Phrase& phrase) { return phrase.record.type && is_removed(phrase, nullptr); });
}

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
  const Table<TrieNode>& nodes = base.nodes();
  std::vector<std::uint32_t> parents(nodes.size(), 0);
  for (std::uint32_t node = 0, child = 1; node + 1 < nodes.size(); ++node)
    for (; child < nodes[node + 1].first_child && child < nodes.size(); ++child) parents[child] = std::min(node, child - 1);
  for (std::uint32_t node = 1; node + 1 < nodes.size(); ++node) {
    std::vector<WordId> words;
    for (std::uint32_t at = node; at != 0 && words.size() < kMaxEntryWords; at = parents[at]) words.push_back(nodes[at].word);
    std::reverse(words.begin(), words.end());
    for (Entry record : base.entries_at(node)) {
      record.type = mapped(record.type);
      add_entry({words, record});
    }
  }
  for (NamedEntity record : base.entities()) {
    record.name = strings_.add(base.string(record.name));
    record.source = strings_.add(base.string(record.source));
    record.type = mapped(record.type);
    record.subtype = mapped(record.subtype);
    entities_.push_back(record);
  }
  for (const Attribute& a : base.attributes()) attributes_.push_back({mapped(a.key), 0, strings_.add(base.string(a.value))});
}

void LexiconBuilder::import(const Lexicon& base, std::span<const std::string_view> base_symbols) {
  strings_.import(base.strings());
  std::vector<Symbol> symbol_of;
  for (std::string_view name : base_symbols) symbol_of.push_back(symbols_.add(name));
  import_words(base);
  import_phrases(base, symbol_of);
  for (const WordAttributes& a : base.word_attributes())
    word_attributes_[{a.word, a.word_class}] = {a.attributes, a.attribute_count};
  for (const WordPattern& p : base.patterns())
    patterns_.push_back({strings_.add(base.string(p.expression)), p.word_class});
  imported_words_ = sets_.size();
  imported_patterns_ = patterns_.size();
}

}  // namespace liaison
