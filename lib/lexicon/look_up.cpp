#include "lexicon/look_up.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <span>

#include <re2/set.h>

#include "lexicon/fold.h"
#include "lexicon/unique_number.h"

namespace liaison {
namespace {

/// How many unknown words a thread remembers before it forgets them all, and how many bytes of them.
constexpr std::size_t kRememberedWords = 1 << 16, kRememberedLetters = 1 << 22;
/// How many pairs of slots the table of the words met lately has, and how many slots that of the unknown ones at first.
constexpr std::size_t kMetPairs = 1 << 13, kUnknownSlots = 1 << 12;
constexpr std::uint32_t kSetBits = 0xffffff, kNodeBits = (1u << 30) - 1;
constexpr GateBits kGateBits = (1u << kMaxGates) - 1;
/// How many tokens are looked up at a time.
constexpr std::uint32_t kBatch = 64;

bool written_as(const Token& token, CaseRule rule) {
  switch (rule) {
    case CaseRule::any: return true;
    case CaseRule::capital: return token.has(kFirstCapital | kMixedCase);
    case CaseRule::all_capitals: return token.has(kAllCaps) || token.has(kOneCapital);
    case CaseRule::some_capital: return token.has(kFirstCapital | kMixedCase);
  }
  return false;
}

bool written_as(std::span<const Token> tokens, const Entry& entry) {
  const std::uint16_t case_rules = entry.case_rules;
  if (case_rules == 0) return true;
  if (!entry.is_name && case_rule(case_rules, 0) == CaseRule::small) return tokens[0].has(kLower);
  for (std::size_t i = 0; i < std::min<std::size_t>(tokens.size(), 8); ++i)
    if (!written_as(tokens[i], case_rule(case_rules, i))) return false;
  return true;
}

}  // namespace

const WordLookUp::MetPair WordLookUp::kNotMet;

struct WordPatterns::Compiled {
  Compiled() : expressions(RE2::Quiet, RE2::UNANCHORED) {}

  RE2::Set expressions;
  std::vector<ClassId> classes;  // of each
};

WordPatterns::WordPatterns() = default;
WordPatterns::~WordPatterns() = default;
WordPatterns::WordPatterns(WordPatterns&&) noexcept = default;
WordPatterns& WordPatterns::operator=(WordPatterns&&) noexcept = default;

WordPatterns::WordPatterns(const Lexicon& lexicon) : number_(unique_number()) {
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
  bool same = lexicon.number() == lexicon_number_ && patterns.number() == patterns_number_ && gates.number() == gates_number_;
  lexicon_ = &lexicon;
  patterns_ = &patterns;
  gates_ = &gates;
  lexicon_number_ = lexicon.number();
  patterns_number_ = patterns.number();
  gates_number_ = gates.number();
  unknown_.clear();
  ++document_;
  if (!same || remembered_.size() > kRememberedWords || letters_.size() > kRememberedLetters || document_ == 0) forget();
}

void WordLookUp::forget() {
  met_.assign(kMetPairs, {});
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

/// The bits of the words that may follow the one of a node in an entry.
std::uint32_t WordLookUp::followers(std::uint32_t node) const {
  constexpr std::uint32_t kMany = 64;  // as many as nearly fill the bits
  auto [first, last] = lexicon_->children_of(node);
  if (first + kMany < last) return ~0u;
  std::uint32_t bits = 0;
  for (std::uint32_t child = first; child < last; ++child) bits |= follower_bit(lexicon_->nodes()[child].word);
  return bits;
}

/// What a token leads to, asked of the lexicon. Gives its word: from kFirstUnknownWord on an index of remembered_.
WordId WordLookUp::look_up(std::string_view token, Told& told, Beginning& beginning) {
  told = {};
  beginning = {};
  fold(token, fold_);
  WordId word = lexicon_->find(fold_);
  if (word == kNoWord) {
    std::uint32_t index = remember(fold_);
    told.set = remembered_[index].set & kSetBits;
    told.gates = gates_->of(set(*lexicon_, remembered_[index].set)) & kGateBits;
    return kFirstUnknownWord + index;
  }
  const WordInfo& info = lexicon_->info(word);
  if (info.class_set < lexicon_->class_sets().size()) told.set = info.class_set & kSetBits;
  told.gates = gates_->of_set(told.set) & kGateBits;
  told.goes_on = info.goes_on;
  beginning = {info.node, info.is_entry, info.node == 0 ? 0 : followers(info.node)};
  return word;
}

namespace {

/// The bytes of a short token, with ASCII letters small, and zeros behind them.
detail::ShortWord small_bytes(std::string_view text, const Token& token) {
  struct Mask {
    std::uint64_t head, tail;
  };
  static constexpr auto kMasks = [] {
    std::array<Mask, detail::kShortWord + 1> masks{};
    for (std::size_t i = 0; i < masks.size(); ++i) {
      masks[i].head = i >= 8 ? ~std::uint64_t{0} : (std::uint64_t{1} << 8 * i) - 1;
      masks[i].tail = i < 8 ? 0 : i == 16 ? ~std::uint64_t{0} : (std::uint64_t{1} << 8 * (i - 8)) - 1;
    }
    return masks;
  }();
  const std::size_t length = token.end - token.start;
  char bytes[detail::kShortWord] = {};
  const char* from = text.data() + token.start;
  if (text.size() - token.start < sizeof bytes) from = static_cast<const char*>(std::memcpy(bytes, from, length));
  return {small_letters(detail::load_word(from, 8) & kMasks[length].head),
          small_letters(detail::load_word(from + 8, 8) & kMasks[length].tail)};
}

/// In which of the pairs a short token is, if it is there.
std::size_t pair_of(const detail::ShortWord& bytes) {
  return detail::fold_product(bytes.head ^ detail::kHash0, bytes.tail ^ detail::kHash1) % kMetPairs;
}

}  // namespace

/// Looks up a batch of tokens: first what was met lately, then all others. Asks memory for all before it waits for one.
void WordLookUp::look_up(std::string_view text, std::vector<Token>& tokens, std::uint32_t first, std::uint32_t last) {
  struct Asked {
    detail::ShortWord bytes;
    const MetPair* pair;
  };
  std::array<Asked, kBatch> asked;
  missed_.clear();
  for (std::uint32_t i = first; i < last; ++i) {
    Asked& out = asked[i - first];
    if (tokens[i].end - tokens[i].start > detail::kShortWord) {
      out.pair = &kNotMet;
      continue;
    }
    out.bytes = small_bytes(text, tokens[i]);
    out.pair = &met_[pair_of(out.bytes)];
    __builtin_prefetch(out.pair);
  }
  for (std::uint32_t i = first; i < last; ++i) {
    Token& token = tokens[i];
    const auto& [bytes, pair] = asked[i - first];
    const std::size_t length = token.end - token.start;
    const bool in_first = pair->first.is(bytes.head, bytes.tail, length);
    const bool in_second = pair->second.is(bytes.head, bytes.tail, length);
    if (!(in_first | in_second)) {
      missed_.push_back({i, kNoWord, 0});
      continue;
    }
    const Met& met = in_first ? pair->first : pair->second;
    token.word = met.word;
    told_[i] = met.told;
    beginnings_[i] = {met.node, met.is_entry, met.followers};
  }
  if (!missed_.empty()) look_up_missed(text, tokens);
}

/// Looks up what was not met lately: asks memory for all before it waits for the first.
void WordLookUp::look_up_missed(std::string_view text, std::vector<Token>& tokens) {
  for (Missed& m : missed_) {
    std::string_view token = tokens[m.token].of(text);
    if (token.size() > detail::kShortWord) continue;
    const detail::ShortWord bytes = detail::load_short(token.data(), token.size());
    m.hash = WordTable::hash({small_letters(bytes.head), small_letters(bytes.tail)}, token.size());
    lexicon_->vocabulary().prefetch(m.hash);
  }
  for (Missed& m : missed_) m.word = lexicon_->prefetch_word(m.hash);
  for (Missed m : missed_) {
    __builtin_prefetch(lexicon_->word(m.word).data());
    if (m.word != kNoWord) lexicon_->prefetch_node(lexicon_->info(m.word).node);
  }
  for (Missed m : missed_) {
    Token& token = tokens[m.token];
    token.word = look_up(token.of(text), told_[m.token], beginnings_[m.token]);
    meet(text, token, told_[m.token], beginnings_[m.token]);
  }
}

/// Remembers what was found of a token, in the place of what was met least lately.
void WordLookUp::meet(std::string_view text, const Token& token, const Told& told, const Beginning& beginning) {
  constexpr std::uint32_t kLargestNode = (1u << 26) - 1;
  const std::size_t length = token.end - token.start;
  if (length > detail::kShortWord || beginning.node > kLargestNode) return;
  const detail::ShortWord bytes = small_bytes(text, token);
  MetPair& pair = met_[pair_of(bytes)];
  if (pair.first.is(bytes.head, bytes.tail, length)) return;
  pair.second = pair.first;
  pair.first = {bytes.head, bytes.tail, token.word, told, beginning.node & kLargestNode, beginning.is_entry,
                static_cast<std::uint32_t>(length & 31), beginning.followers};
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

/// Finds the tokens from which an entry may begin, and numbers the unknown words.
void WordLookUp::find_starts(std::vector<Token>& tokens) {
  if (starts_.size() < tokens.size()) starts_.resize(tokens.size());
  start_count_ = 0;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].word >= kFirstUnknownWord) tokens[i].word = numbered(tokens[i].word - kFirstUnknownWord);
    const Beginning& from = beginnings_[i];
    const std::size_t next = std::min<std::size_t>(i + 1, tokens.size() - 1);
    const bool goes_on = (next > i) & (told_[next].goes_on != 0) & !tokens[next].has(kParagraphBefore) &
                         ((from.followers & follower_bit(tokens[next].word)) != 0);
    starts_[start_count_] = {i, from.node & kNodeBits, from.is_entry, goes_on};
    start_count_ += goes_on | from.is_entry;
  }
}

/// Adds the hits that begin at a start, longer before shorter.
void WordLookUp::find_hits(const std::vector<Token>& tokens, Start start, std::vector<Hit>& hits) {
  std::uint32_t first = start.token, node = start.node;
  const auto begin = static_cast<std::ptrdiff_t>(hits.size());
  for (std::uint32_t last = first + 1; node != 0; ++last) {
    if (last > first + 1 || start.is_entry)
      for (const Entry& entry : lexicon_->entries_at(node))
        if (written_as(std::span(tokens).subspan(first, last - first), entry)) {
          hits.push_back({first, static_cast<std::uint16_t>(last - first), entry.is_weak != 0, lexicon_->index_of(entry), entry.type(), entry.kind});
          if (!entry.is_name) told_[first].gates |= gates_->of(entry.word_class()) & kGateBits;
        }
    const bool goes_on = last == first + 1 ? start.goes_on != 0
                                           : last < tokens.size() && told_[last].goes_on && !tokens[last].has(kParagraphBefore);
    if (!goes_on) break;
    node = lexicon_->step(node, tokens[last].word);
  }
  if (static_cast<std::ptrdiff_t>(hits.size()) - begin < 2) return;
  // They came by length, and those of one length keep their order.
  std::reverse(hits.begin() + begin, hits.end());
  for (auto group = hits.begin() + begin; group != hits.end();) {
    auto end = std::find_if(group, hits.end(), [&](const Hit& hit) { return hit.length != group->length; });
    std::reverse(group, end);
    group = end;
  }
}

void WordLookUp::run(std::string_view text, const Lexicon& lexicon, const WordPatterns& patterns,
                     const ClassGates& gates, std::vector<Token>& tokens, std::vector<Hit>& hits) {
  constexpr std::size_t kAhead = 8;  // starts
  hits.clear();
  begin(lexicon, patterns, gates);
  auto count = static_cast<std::uint32_t>(tokens.size());
  if (told_.size() < count) told_.resize(count), beginnings_.resize(count);
  for (std::uint32_t i = 0; i < count; i += kBatch) look_up(text, tokens, i, std::min(count, i + kBatch));
  find_starts(tokens);
  first_hit_.resize(count + std::size_t{1});
  auto noted = first_hit_.begin();  // before it, the first hit of each token is noted
  for (std::size_t i = 0; i < start_count_; ++i) {
    if (i + kAhead < start_count_) {
      const Start& ahead = starts_[i + kAhead];
      lexicon_->prefetch_node(ahead.node);
      if (ahead.goes_on) lexicon_->prefetch_step(ahead.node, tokens[ahead.token + 1].word);
      lexicon_->prefetch_below(starts_[i + kAhead / 2].node);
    }
    const auto before = static_cast<std::uint32_t>(hits.size());
    find_hits(tokens, starts_[i], hits);
    if (hits.size() == before) continue;
    auto behind = first_hit_.begin() + starts_[i].token + 1;
    std::fill(noted, behind, before);
    noted = behind;
  }
  std::fill(noted, first_hit_.end(), static_cast<std::uint32_t>(hits.size()));
}

}  // namespace liaison
