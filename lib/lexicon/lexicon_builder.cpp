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
    if (of.second == whole && has_attribute(attributes, part.key, part.value)) {
      sets_[of.first].add(part.part);
      any = true;
    }
  for (std::size_t i = 0, n = phrases_.size(); i < n; ++i) {
    const Phrase phrase = phrases_[i];
    if (phrase.record.word_class() != part.whole || !has_attribute(phrase.record.of, part.key, part.value)) continue;
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

LexiconBuilder::Row LexiconBuilder::add_attributes(const AttributeList& attributes) {
  if (attributes.empty()) return kNoAttributes;
  std::vector<Attribute> all;
  for (const auto& [key, value] : attributes) all.push_back({symbols_.add(key), 0, strings_.add(value)});
  return add_row(all);
}

/// The row of these attributes; the old one where there is one like it.
LexiconBuilder::Row LexiconBuilder::add_row(std::span<const Attribute> attributes) {
  if (attributes.empty()) return kNoAttributes;
  std::vector<Attribute> all(attributes.begin(), attributes.end());
  for (Attribute& a : all) a.is_last = &a == &all.back();
  std::string bytes(reinterpret_cast<const char*>(all.data()), all.size() * sizeof(Attribute));
  auto [known, is_new] = rows_.try_emplace(std::move(bytes), static_cast<Row>(attributes_.size()));
  if (is_new) attributes_.insert(attributes_.end(), all.begin(), all.end());
  return known->second;
}

std::span<const Attribute> LexiconBuilder::row(Row first) const {
  if (first >= attributes_.size()) return {};
  std::size_t last = first;
  while (!attributes_[last].is_last) ++last;
  return std::span(attributes_).subspan(first, last + 1 - first);
}

/// True if the attribute has the value, or lists it between commas.
bool LexiconBuilder::has_attribute(Row attributes, Symbol key, std::string_view value) const {
  StringsView strings(strings_.bytes());
  for (const Attribute& a : row(attributes)) {
    if (a.key != key) continue;
    std::string_view rest = strings.at(a.value);
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
LexiconBuilder::Row LexiconBuilder::unite(Row a, Row b) {
  std::vector<Attribute> all(row(a).begin(), row(a).end());
  for (const Attribute& more : row(b)) {
    auto same = std::find_if(all.begin(), all.end(), [&](const Attribute& x) { return x.key == more.key; });
    std::string value(StringsView(strings_.bytes()).at(more.value));
    if (same == all.end()) all.push_back(more);
    else if (!has_attribute(a, more.key, value))
      same->value = strings_.add(std::string(StringsView(strings_.bytes()).at(same->value)) + "," + value);
  }
  return add_row(all);
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
  if (has_attribute(attributes, key, "upper")) return kAllCapitals;
  if (has_attribute(attributes, key, "capital")) return static_cast<std::uint16_t>(CaseRule::capital);
  return has_attribute(attributes, key, "lower") ? static_cast<std::uint16_t>(CaseRule::small) : std::uint16_t{0};
}

/// Adds a word or phrase to one class, and to none of its parts.
void LexiconBuilder::put(ClassId word_class, std::span<const WordId> words, Row attributes) {
  auto id = static_cast<std::uint16_t>(word_class);
  std::uint16_t case_rules = case_policy(attributes);
  if (words.size() == 1 && case_rules == 0) {
    sets_[words[0]].add(word_class);
    if (attributes == kNoAttributes) return;
    auto [known, is_new] = word_attributes_.try_emplace({words[0], id}, attributes);
    if (!is_new) known->second = unite(known->second, attributes);
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

std::vector<std::string> LexiconBuilder::written(std::string_view phrase, const ListVariants& variants) const {
  std::vector<std::string> out{std::string(phrase)};
  if (variants.spelling && spelling_) out = spelling_->variants(phrase);
  for (std::size_t i = 0, n = variants.hyphen ? out.size() : 0; i < n; ++i)
    for (std::string& other : hyphenated(std::string(out[i]))) out.push_back(std::move(other));
  return out;
}

void LexiconBuilder::inflect(ClassId word_class, const ListVariants& as) {
  ListVariants& known = inflected_[word_class];
  known.verb |= as.verb, known.noun |= as.noun;
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

bool LexiconBuilder::add_form(const NameForm& form, bool weak, Symbol type, std::uint32_t place,
                              const std::string& file) {
  form_words_.clear();
  for (std::string_view token : cut(form.text)) form_words_.push_back(word(token));
  if (form_words_.empty() || form_words_.size() > kMaxEntryWords) return false;
  if (is_removed(form_words_, type, &file)) return true;
  Phrase phrase;
  phrase.place = place;
  phrase.record.of = static_cast<std::uint32_t>(entities_.size() - 1);
  phrase.record.kind = type.id & 0x1fff;
  phrase.record.is_name = 1;
  phrase.record.is_weak = weak || form.weak;
  phrase.record.case_rules = case_rules(tokens_);
  add_entry(form_words_, phrase);
  return true;
}

void LexiconBuilder::add_entity(NamedEntity record, std::string_view name, std::uint32_t file, std::uint32_t line) {
  auto entity = static_cast<std::uint32_t>(entities_.size());
  bool follows = !runs_.empty() && runs_.back().file == file && runs_.back().line + (entity - runs_.back().first_entity) == line;
  if (!follows) runs_.push_back({entity, file, line});
  entities_.push_back(record);
  names_.push_back({canonical_.size(), name.size()});
  canonical_ += name;
}

std::vector<std::uint32_t> LexiconBuilder::add_names(const NameList& list, const std::string& file) {
  std::vector<std::uint32_t> left_out;
  Symbol list_type = symbols_.add(list.type), list_subtype = symbols_.add(list.subtype);
  std::uint32_t file_name = strings_.add(file);
  for (const NameLine& line : list.lines) {
    NamedEntity record;
    record.type = line.type.empty() ? list_type : symbols_.add(line.type);
    record.subtype = list_subtype;
    AttributeList attributes = line.attributes;
    if (!attributes.empty()) {
      std::string own_subtype = take_attribute(attributes, "subtype");
      if (!own_subtype.empty()) record.subtype = symbols_.add(own_subtype);
      record.attributes = add_attributes(attributes);
    }
    std::span<const NameForm> forms = list.forms_of(line);
    add_entity(record, forms.empty() ? std::string_view() : forms[0].text, file_name, line.line);
    for (const NameForm& form : forms) {
      auto first_word = static_cast<std::uint32_t>(phrase_words_.size());
      auto place = static_cast<std::uint32_t>(form.text.data() - list.text.data());
      if (!add_form(form, list.weak, record.type, place, file)) left_out.push_back(line.line);
      else if (&form == forms.data() && phrase_words_.size() > first_word) {
        names_.back().first_word = first_word;
        names_.back().word_count = phrases_.back().length;
      }
    }
  }
  return left_out;
}

std::pair<std::string_view, std::uint32_t> LexiconBuilder::entity_place(std::uint32_t entity) const {
  auto behind = std::upper_bound(runs_.begin(), runs_.end(), entity,
                                 [](std::uint32_t wanted, const ListRun& run) { return wanted < run.first_entity; });
  if (behind == runs_.begin()) return {};
  const ListRun& run = *std::prev(behind);
  return {StringsView(strings_.bytes()).at(run.file), run.line + (entity - run.first_entity)};
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
bool LexiconBuilder::is_removed(std::span<const WordId> words, Symbol type, const std::string* file) const {
  if (removed_.empty()) return false;
  auto [first, last] = removed_.equal_range(words);
  bool removed = false;
  for (auto at = first; at != last; ++at) {
    bool own = file && at->second.file == *file;
    bool hits = !own && (!at->second.type || at->second.type == type);
    at->second.used |= hits;
    removed |= hits;
  }
  return removed;
}

void LexiconBuilder::remove_name(std::string_view name, std::string_view type, const std::string& file) {
  removed_.emplace(words(name), Removal{type.empty() ? symbols::none : symbols_.add(type), file});
}

bool LexiconBuilder::has_removed(std::string_view name, std::string_view type, const std::string& file) {
  const Symbol wanted = type.empty() ? symbols::none : symbols_.add(type);
  auto [first, last] = removed_.equal_range(words(name));
  return std::any_of(first, last, [&](const auto& removal) {
    return removal.second.used && removal.second.type == wanted && removal.second.file == file;
  });
}

void LexiconBuilder::drop_removed() {
  if (removed_.empty()) return;
  std::erase_if(phrases_, [&](const Phrase& phrase) {
    return phrase.record.is_name && is_removed(words_of(phrase), phrase.record.type(), nullptr);
  });
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

void LexiconBuilder::import_attributes(const Lexicon& base, const std::vector<Symbol>& symbol_of) {
  for (Attribute a : base.attributes()) {
    a.key = a.key.id < symbol_of.size() ? symbol_of[a.key.id] : symbols::none;
    a.value = strings_.add(base.string(a.value));
    attributes_.push_back(a);
  }
  if (!attributes_.empty()) attributes_.back().is_last = 1;
  for (std::size_t first = 0; first < attributes_.size(); first += row(static_cast<Row>(first)).size()) {
    std::span<const Attribute> all = row(static_cast<Row>(first));
    rows_.try_emplace(std::string(reinterpret_cast<const char*>(all.data()), all.size_bytes()), static_cast<Row>(first));
  }
  for (const WordAttributes& a : base.word_attributes()) word_attributes_[{a.word, a.word_class}] = a.attributes;
}

void LexiconBuilder::import(const Lexicon& base, std::span<const std::string_view> base_symbols) {
  strings_.import(base.strings());
  std::vector<Symbol> symbol_of;
  for (std::string_view name : base_symbols) symbol_of.push_back(symbols_.add(name));
  import_words(base);
  import_phrases(base, symbol_of);
  import_attributes(base, symbol_of);
  for (const WordPattern& p : base.patterns())
    patterns_.push_back({strings_.add(base.string(p.expression)), p.word_class});
  imported_words_ = sets_.size();
  imported_patterns_ = patterns_.size();
}

}  // namespace liaison
