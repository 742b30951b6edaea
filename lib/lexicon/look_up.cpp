#include "lexicon/look_up.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <span>

#include <re2/set.h>

#include "lexicon/fold.h"

namespace liaison {
namespace {

/// How many unknown words a thread remembers before it forgets them all, and how many bytes of them.
constexpr std::size_t kRememberedWords = 1 << 16, kRememberedLetters = 1 << 22;
/// How many pairs of slots the table of the words met lately has, and how many slots that of the unknown ones at first.
constexpr std::size_t kMetPairs = 1 << 13, kUnknownSlots = 1 << 12;
constexpr std::uint32_t kSetBits = 0xffffff;
constexpr GateBits kGateBits = (1u << kMaxGates) - 1;
/// How many tokens are looked up at a time.
constexpr std::uint32_t kBatch = 128;

bool written_as(const Token& token, CaseRule rule) {
  switch (rule) {
    case CaseRule::any: return true;
    case CaseRule::capital: return token.has(kFirstCapital | kMixedCase);
    case CaseRule::all_capitals: return token.has(kAllCaps) || token.has(kOneCapital);
    case CaseRule::some_capital: return token.has(kFirstCapital | kMixedCase);
  }
  return false;
}

bool written_as(std::span<const Token> tokens, std::uint16_t case_rules) {
  for (std::size_t i = 0; i < std::min<std::size_t>(tokens.size(), 8); ++i)
    if (!written_as(tokens[i], case_rule(case_rules, i))) return false;
  return true;
}

std::uint64_t next_number() {
  static std::atomic<std::uint64_t> last = 0;
  return ++last;
}

}  // namespace

struct WordPatterns::Compiled {
  Compiled() : expressions(RE2::Quiet, RE2::UNANCHORED) {}

  RE2::Set expressions;
  std::vector<ClassId> classes;  // of each
};

WordPatterns::WordPatterns() = default;
WordPatterns::~WordPatterns() = default;
WordPatterns::WordPatterns(WordPatterns&&) noexcept = default;
WordPatterns& WordPatterns::operator=(WordPatterns&&) noexcept = default;

WordPatterns::WordPatterns(const Lexicon& lexicon) : number_(next_number()) {
  auto compiled = std::make_unique<Compiled>();
  for (const WordPattern& p : lexicon.patterns()) {
    std::string error;
    if (compiled->expressions.Add(std::string(lexicon.string(p.expression)), &error) >= 0)
      compiled->classes.push_back(static_cast<ClassId>(p.word_class));
  }
  if (!compiled->classes.empty() && compiled->expressions.Compile()) compiled_ = std::move(compiled);
}

ClassSet WordPatterns::classes_of(std::string_view folded) const {
  ClassSet out;
  if (!compiled_) return out;
  std::vector<int> matches;
  compiled_->expressions.Match(re2::StringPiece(folded.data(), folded.size()), &matches);
  for (int match : matches) out.add(compiled_->classes[static_cast<std::size_t>(match)]);
  return out;
}

/// Forgets what another lexicon or other patterns said, and what has become too much.
void WordLookUp::begin(const Lexicon& lexicon, const WordPatterns& patterns, const ClassGates& gates) {
  bool same = lexicon.number() == lexicon_number_ && patterns.number() == patterns_number_;
  lexicon_ = &lexicon;
  patterns_ = &patterns;
  gates_ = &gates;
  lexicon_number_ = lexicon.number();
  patterns_number_ = patterns.number();
  unknown_.clear();
  ++document_;
  if (!same || remembered_.size() > kRememberedWords || letters_.size() > kRememberedLetters || document_ == 0) forget();
}

void WordLookUp::forget() {
  met_.assign(2 * kMetPairs, {});
  slots_.assign(kUnknownSlots, 0);
  remembered_.clear();
  letters_.clear();
  unknown_sets_.assign(1, {});
  document_ = 1;
}

/// The set of the classes of an unknown word.
std::uint32_t WordLookUp::set_of(std::string_view unknown_word) {
  ClassSet classes = patterns_->classes_of(unknown_word);
  auto known = std::find(unknown_sets_.begin(), unknown_sets_.end(), classes);
  auto index = static_cast<std::uint32_t>(known - unknown_sets_.begin());
  if (known == unknown_sets_.end()) unknown_sets_.push_back(classes);
  return static_cast<std::uint32_t>(lexicon_->class_sets().size()) + index;
}

/// The index in remembered_ of an unknown word.
std::uint32_t WordLookUp::remember(std::string_view folded) {
  if (2 * remembered_.size() >= slots_.size()) grow_slots();
  std::uint64_t hash = WordTable::hash(folded);
  std::size_t slot = hash & (slots_.size() - 1);
  for (; slots_[slot] != 0; slot = (slot + 1) & (slots_.size() - 1)) {
    const Unknown& word = remembered_[slots_[slot] - 1];
    if (word.hash == hash && std::string_view(letters_).substr(word.text, word.size) == folded) return slots_[slot] - 1;
  }
  Unknown word{.hash = hash, .set = set_of(folded)};
  word.text = static_cast<std::uint32_t>(letters_.size());
  word.size = static_cast<std::uint32_t>(folded.size());
  letters_ += folded;
  remembered_.push_back(word);
  slots_[slot] = static_cast<std::uint32_t>(remembered_.size());
  return slots_[slot] - 1;
}

void WordLookUp::grow_slots() {
  slots_.assign(2 * slots_.size(), 0);
  for (std::uint32_t i = 0; i < remembered_.size(); ++i) {
    std::size_t slot = remembered_[i].hash & (slots_.size() - 1);
    while (slots_[slot] != 0) slot = (slot + 1) & (slots_.size() - 1);
    slots_[slot] = i + 1;
  }
}

/// What a token leads to, asked of the lexicon.
WordLookUp::Met WordLookUp::look_up(std::string_view token) {
  Met out;
  fold(token, fold_);
  out.word = lexicon_->find(fold_);
  if (out.word == kNoWord) {
    std::uint32_t index = remember(fold_);
    out.word = kFirstUnknownWord + index;
    out.told.set = remembered_[index].set & kSetBits;
    return out;
  }
  const WordInfo& info = lexicon_->info(out.word);
  if (info.class_set < lexicon_->class_sets().size()) out.told.set = info.class_set & kSetBits;
  out.told.goes_on = info.goes_on;
  out.node = info.node;
  out.is_entry = info.is_entry;
  return out;
}

WordLookUp::Asked WordLookUp::ask(std::string_view token) {
  if (token.size() > detail::kShortWord) return {};
  detail::ShortWord bytes = detail::load_short(token.data(), token.size());
  bytes = {small_letters(bytes.head), small_letters(bytes.tail)};
  std::uint64_t hash = WordTable::hash(bytes, token.size());
  Met* pair = &met_[2 * (hash / 64 % kMetPairs)];
  __builtin_prefetch(pair);
  return {bytes, hash, pair};
}

/// What is remembered of a token, or null.
const WordLookUp::Met* WordLookUp::met(const Asked& asked, std::size_t length) const {
  auto is_it = [&](const Met& met) { return met.length == length && met.bytes == asked.bytes; };
  if (!asked.pair) return nullptr;
  if (is_it(asked.pair[0])) return &asked.pair[0];
  return is_it(asked.pair[1]) ? &asked.pair[1] : nullptr;
}

void WordLookUp::note(Token& token, std::uint32_t i, const Met& met) {
  token.word = met.word;
  told_[i] = met.told;
  std::uint32_t set = met.told.set;
  bool known = set < lexicon_->class_sets().size();
  told_[i].gates = (known ? gates_->of_set(set) : gates_->of(classes_of(*lexicon_, i))) & kGateBits;
  starts_[i] = {i, met.node, met.is_entry};
}

/// Looks up a batch of tokens: asks memory for all before it waits for the first.
void WordLookUp::look_up(std::string_view text, std::vector<Token>& tokens, std::uint32_t first, std::uint32_t last) {
  std::array<Asked, kBatch> asked;
  missed_.clear();
  for (std::uint32_t i = first; i < last; ++i) asked[i - first] = ask(tokens[i].of(text));
  for (std::uint32_t i = first; i < last; ++i) {
    const Met* known = met(asked[i - first], tokens[i].end - tokens[i].start);
    if (known) {
      note(tokens[i], i, *known);
      continue;
    }
    lexicon_->vocabulary().prefetch(asked[i - first].hash);
    missed_.push_back({i, kNoWord});
  }
  for (Missed& m : missed_) m.word = lexicon_->prefetch_word(asked[m.token - first].hash);
  for (Missed m : missed_) __builtin_prefetch(lexicon_->word(m.word).data());
  for (Missed m : missed_) {
    std::string_view token = tokens[m.token].of(text);
    const Met found = look_up(token);
    note(tokens[m.token], m.token, found);
    meet(token, asked[m.token - first], found);
  }
}

/// Remembers what was found of a token, in the place of what was met least lately.
void WordLookUp::meet(std::string_view token, const Asked& asked, Met found) {
  if (!asked.pair || met(asked, token.size())) return;
  found.bytes = asked.bytes;
  found.length = static_cast<std::uint32_t>(token.size());
  asked.pair[1] = asked.pair[0];
  asked.pair[0] = found;
}

/// The id of an unknown word in this document.
WordId WordLookUp::numbered(std::uint32_t remembered) {
  Unknown& word = remembered_[remembered];
  if (word.document != document_) {
    word.document = document_;
    word.number = static_cast<std::uint32_t>(unknown_.size());
    unknown_.push_back(remembered);
  }
  return kFirstUnknownWord + word.number;
}

/// Keeps of the starts those from which an entry may begin, and numbers the unknown words.
void WordLookUp::find_starts(std::vector<Token>& tokens) {
  std::size_t kept = 0;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].word >= kFirstUnknownWord) tokens[i].word = numbered(tokens[i].word - kFirstUnknownWord);
    Start start = starts_[i];
    if (start.node == 0) continue;
    bool goes_on = i + 1 < tokens.size() && told_[i + 1].goes_on && !tokens[i + 1].has(kParagraphBefore);
    if (goes_on) lexicon_->prefetch_step(start.node, tokens[i + 1].word);
    if (goes_on || start.is_entry) starts_[kept++] = start;
  }
  starts_.resize(kept);
}

void WordLookUp::find_hits(const std::vector<Token>& tokens, Start start, std::vector<Hit>& hits) {
  std::uint32_t first = start.token, node = start.node;
  std::size_t begin = hits.size();
  for (std::uint32_t last = first + 1; node != 0; ++last) {
    if (last > first + 1 || start.is_entry)
      for (const Entry& entry : lexicon_->entries_at(node))
        if (written_as(std::span(tokens).subspan(first, last - first), entry.case_rules)) {
          hits.push_back({first, static_cast<std::uint16_t>(last - first), entry.is_weak != 0, lexicon_->index_of(entry), entry.type(), entry.kind});
          if (!entry.is_name) told_[first].gates |= gates_->of(entry.word_class()) & kGateBits;
        }
    if (last == tokens.size() || !told_[last].goes_on || tokens[last].has(kParagraphBefore)) break;
    node = lexicon_->step(node, tokens[last].word);
  }
  if (hits.size() - begin > 1)
    std::stable_sort(hits.begin() + static_cast<std::ptrdiff_t>(begin), hits.end(),
                     [](const Hit& a, const Hit& b) { return a.length > b.length; });
}

void WordLookUp::run(std::string_view text, const Lexicon& lexicon, const WordPatterns& patterns,
                     const ClassGates& gates, std::vector<Token>& tokens, std::vector<Hit>& hits) {
  hits.clear();
  begin(lexicon, patterns, gates);
  auto count = static_cast<std::uint32_t>(tokens.size());
  told_.resize(count);
  starts_.resize(count);
  for (std::uint32_t i = 0; i < count; i += kBatch) look_up(text, tokens, i, std::min(count, i + kBatch));
  find_starts(tokens);
  first_hit_.resize(count + std::size_t{1});
  std::uint32_t next = 0;  // the token whose first hit is to be noted
  for (Start start : starts_) {
    for (; next <= start.token; ++next) first_hit_[next] = static_cast<std::uint32_t>(hits.size());
    find_hits(tokens, start, hits);
  }
  for (; next <= count; ++next) first_hit_[next] = static_cast<std::uint32_t>(hits.size());
}

}  // namespace liaison
