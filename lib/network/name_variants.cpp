#include "network/name_variants.h"

#include <algorithm>
#include <utility>

#include "network/name_key.h"
#include "pack_contents.h"

namespace liaison {
namespace {

std::vector<std::string_view> words_of(std::string_view name) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t end = std::min(name.find(' ', at), name.size());
    if (end > at) words.push_back(name.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

/// A hash of letters in their order, and one of letters in any order.
class LetterHash {
 public:
  void add(std::string_view text) {
    for (const char c : text) {
      ordered_ = (ordered_ ^ static_cast<unsigned char>(c)) * 0x9E3779B185EBCA87u;
      ordered_ ^= ordered_ >> 32;
      bag_ += mixed(static_cast<unsigned char>(c));
    }
  }
  std::uint64_t ordered() const { return ordered_; }
  std::uint64_t bag() const { return bag_; }

 private:
  static constexpr std::uint64_t mixed(std::uint64_t x) {
    x = (x + 1) * 0xC2B2AE3D27D4EB4Fu;
    x ^= x >> 29;
    return x * 0x165667B19E3779F9u;
  }
  std::uint64_t ordered_ = 0x27D4EB2F165667C5u, bag_ = 0;
};

using Words = std::span<const PersonName::Word>;

/// True if `few` is one letter, or the letters with which the words begin ("jy" of "jay yong").
bool are_initials(std::string_view few, Words words) {
  if (few.size() > words.size() || few.size() > 3) return false;
  for (std::size_t i = 0; i < few.size(); ++i) {
    if (words[i].text.front() != few[i]) return false;
  }
  return true;
}

/// Which letters a text has, and which pairs of them follow each other, a bit for some of each: a text lacks another if
/// it lacks one of its bits.
std::uint64_t letter_bits(std::string_view text) {
  std::uint64_t bits = 0;
  unsigned before = 0;
  for (const char c : text) {
    const unsigned letter = static_cast<unsigned char>(c) & 31;
    bits |= std::uint64_t{1} << (letter & 15);
    if (before != 0) bits |= std::uint64_t{1} << (16 + (before * 37 + letter * 11) % 48);
    before = letter;
  }
  return bits;
}

constexpr std::size_t kFewConsonants = 5;

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

std::string joined(Words words) {
  std::string out;
  for (const PersonName::Word& word : words) out += word.text;
  return out;
}

bool same_word(const PersonName::Word& a, const PersonName::Word& b) { return a.text == b.text || a.spelt == b.spelt; }

bool is_prefix(Words few, Words many) {
  return few.size() < many.size() && std::equal(few.begin(), few.end(), many.begin(),
                                                [](const auto& a, const auto& b) { return a.text == b.text; });
}

}  // namespace

NameVariants::NameVariants(const Pack& pack)
    : lexicon_(&pack.contents().lexicon),
      legal_suffix_(lexicon_->find_class("legal_suffix")),
      name_suffix_(lexicon_->find_class("name_suffix")),
      of_preposition_(lexicon_->find_class("of_preposition")),
      for_word_(lexicon_->find_class("for_word")),
      kind_(pack.symbol("kind")) {
  read_groups(pack, "variants/nicknames.txt", nicknames_);
  read_groups(pack, "variants/legal_forms.txt", legal_forms_);
  read_spellings(pack, "variants/spellings.txt");
  read_words(pack, "variants/words.txt", small_words_);
  read_words(pack, "variants/son_of.txt", son_words_);
  for (const std::string& word : small_words_) longest_small_word_ = std::max(longest_small_word_, word.size());
}

void NameVariants::read_groups(const Pack& pack, std::string_view path, Groups& groups) {
  std::size_t group = 0;
  pack.contents().each_line_of(path, [&](std::string_view line) {
    bool is_first = true;
    for (const std::string_view word : words_of(line)) {
      groups[std::string(word)].push_back({group, std::exchange(is_first, false)});
    }
    ++group;
  });
}

void NameVariants::read_spellings(const Pack& pack, std::string_view path) {
  pack.contents().each_line_of(path, [&](std::string_view line) {
    const std::vector<std::string_view> parts = words_of(line);
    const std::string from(parts[0]);
    const std::string to = (from.front() == '^' ? "^" : "") + std::string(parts.size() > 1 ? parts[1] : "") + (from.back() == '$' ? "$" : "");
    replacements_.push_back({from, to, letter_bits(from)});
  });
}

void NameVariants::read_words(const Pack& pack, std::string_view path, std::unordered_set<std::string>& words) {
  pack.contents().each_line_of(path, [&](std::string_view line) { words.emplace(line); });
}

bool NameVariants::has_class(std::string_view word, ClassId id) const {
  if (id == ClassId::none) return false;
  const WordId found = lexicon_->find(word);
  return found != kNoWord && lexicon_->classes(found).has(id);
}

/// "jr" belongs to a name; "ma" may be a degree, or a surname.
bool NameVariants::is_name_suffix(std::string_view word) const {
  return has_class(word, name_suffix_) && lexicon_->attribute(lexicon_->find(word), name_suffix_, kind_) == "name";
}

std::string_view NameVariants::head_word(std::string_view phrase) const {
  std::string_view head;
  for (const std::string_view word : words_of(phrase)) {
    if (!head.empty() && (has_class(word, of_preposition_) || has_class(word, for_word_))) break;
    head = word;
  }
  return head;
}

PersonName NameVariants::person(std::string_view name) {
  PersonName out;
  for (const std::string_view word : words_of(name)) out.words.push_back({word, 0});
  while (out.words.size() > 2 && is_name_suffix(out.words.back().text)) {
    out.suffix = out.words.back().text;
    out.words.pop_back();
  }
  LetterHash letters, sounds, consonants, parted;
  std::size_t count = 0;
  for (PersonName::Word& word : out.words) {
    word.spelt = spelt(word.text);
    letters.add(word.text);
    const std::string_view spelling = spellings_[word.spelt];
    sounds.add(spelling);
    for (const char& c : spelling) {
      if (is_vowel(c)) continue;
      consonants.add({&c, 1});
      parted.add({&c, 1});
      ++count;
    }
    parted.add(" ");
  }
  out.letters = letters.bag();
  out.sounds = sounds.bag();
  out.joined = letters.ordered();
  out.spelt = sounds.ordered();
  out.consonants = consonants.ordered();
  out.parted_consonants = parted.ordered();
  out.has_consonants = count >= kFewConsonants;
  return out;
}

BodyName NameVariants::body(std::string_view name) {
  BodyName out;
  std::vector<std::string_view> words = words_of(name);
  while (words.size() > 1 && has_class(words.back(), legal_suffix_)) {
    out.form = words.back();
    words.pop_back();
  }
  if (words.size() > 1) {
    std::erase_if(words, [&](std::string_view word) {
      return word.size() <= longest_small_word_ && small_words_.count(std::string(word)) > 0;
    });
  }
  LetterHash letters;
  for (const std::string_view word : words) {
    letters.add(word);
    out.spelt += spellings_[spelt(word)];
  }
  if (!words.empty()) out.joined = letters.ordered();
  return out;
}

/// The number of the plain spelling of a word.
std::uint32_t NameVariants::spelt(std::string_view word) {
  const std::uint32_t number = words_.add(word);
  if (number == spelling_of_.size()) spelling_of_.push_back(spellings_.add(make_spelling(word)));
  return spelling_of_[number];
}

std::string NameVariants::make_spelling(std::string_view word) const {
  std::string text = '^' + std::string(word) + '$';
  std::uint64_t letters = letter_bits(text);
  for (const Replacement& one : replacements_) {
    if ((one.letters & ~letters) != 0) continue;
    std::size_t at = text.find(one.from);
    if (at == std::string::npos) continue;
    for (; at != std::string::npos; at = text.find(one.from, at + one.to.size())) text.replace(at, one.from.size(), one.to);
    letters = letter_bits(text);
  }
  return text.size() > 2 ? text.substr(1, text.size() - 2) : std::string(word);
}

std::string NameVariants::spelt(Words words) const {
  std::string out;
  for (const PersonName::Word& word : words) out += spellings_[word.spelt];
  return out;
}

NameVariants::Share NameVariants::share_group(const Groups& groups, std::string_view a, std::string_view b) {
  const auto first = groups.find(std::string(a)), second = groups.find(std::string(b));
  if (first == groups.end() || second == groups.end()) return Share::none;
  Share share = Share::none;
  for (const Place& one : first->second) {
    for (const Place& other : second->second) {
      if (one.group == other.group) share = std::max(share, one.is_first || other.is_first ? Share::with_first : Share::others);
    }
  }
  return share;
}

NameMatch NameVariants::people(const PersonName& a, const PersonName& b) {
  if (a.words.empty() || b.words.empty()) return {};
  if (!a.suffix.empty() && !b.suffix.empty() && a.suffix != b.suffix) return {-100, "other suffixes of the name"};
  const bool other_suffix = a.suffix != b.suffix;
  NameMatch match;
  if (a.joined == b.joined) match = {95, "the same name, written together or apart"};
  else if (a.words.size() < 2 || b.words.size() < 2) return {};
  else if (match = given_names(a, b); match.weight == 0) match = other_order(a, b);
  const bool like_words = a.parted_consonants == b.parted_consonants || a.words.back().spelt == b.words.back().spelt;
  const bool like_sound = a.has_consonants && b.has_consonants && a.consonants == b.consonants && like_words;
  if (match.weight == 0 && like_sound && a.words.front().text.front() == b.words.front().text.front()) {
    match = {40, "nearly the same sound"};
  }
  if (match.weight > 0 && other_suffix) return {std::min(match.weight, 15), "one has a suffix that the other lacks"};
  return match;
}

/// Names of one surname.
NameMatch NameVariants::given_names(const PersonName& a, const PersonName& b) const {
  const bool is_few = a.words.size() <= b.words.size();
  const Words few = is_few ? a.words : b.words, many = is_few ? b.words : a.words;
  if (few.back().spelt != many.back().spelt) return {};
  const bool respelt = few.back().text != many.back().text;
  const std::string_view first = few.front().text, other = many.front().text;
  const auto weighed = [&](int weight, std::string_view text) -> NameMatch {
    return respelt ? NameMatch{std::max(weight - 10, 30), "another spelling"} : NameMatch{weight, text};
  };
  if (a.spelt == b.spelt) return {65, "another spelling"};
  const Words middles = few.subspan(1, few.size() - 2), others = many.subspan(1, many.size() - 2);
  const bool same_first = same_word(few.front(), many.front());
  if (few.size() == 2 && first.size() <= 3 && !same_first && are_initials(first, many.first(many.size() - 1))) {
    return weighed(first.size() > 1 ? 60 : 35, "initials for the given names");
  }
  if (other.size() <= 3 && many.size() == 2 && !same_first && are_initials(other, few.first(few.size() - 1))) {
    return weighed(other.size() > 1 ? 60 : 35, "initials for the given names");
  }
  const bool by_initial = (first.size() == 1 || other.size() == 1) && first.front() == other.front();
  const Share nickname = same_first ? Share::none : share_group(nicknames_, first, other);
  if (!same_first && !by_initial && nickname == Share::none) {
    const auto is_first = [&](const PersonName::Word& word) { return word.text == first; };
    if (middles.empty() && std::any_of(others.begin(), others.end(), is_first)) {
      return weighed(35, "the middle name of the other for a given name");
    }
    return {};
  }
  const bool fewer = middles.size() != others.size();
  for (std::size_t i = 0; i < std::min(middles.size(), others.size()); ++i) {
    if (same_word(middles[i], others[i])) continue;
    const bool initial = middles[i].text.size() == 1 || others[i].text.size() == 1;
    if (!initial || middles[i].text.front() != others[i].text.front()) return {-100, "other middle names"};
  }
  if (by_initial && !same_first) return weighed(middles.empty() ? 35 : 65, "an initial for the given name");
  const Words more = middles.size() > others.size() ? middles : others;
  const bool only_initials = std::all_of(more.begin(), more.end(), [](const auto& word) { return word.text.size() == 1; });
  if (nickname == Share::others) return weighed(fewer ? 35 : 45, "two short forms of one given name");
  if (nickname == Share::with_first && fewer && !only_initials) return weighed(50, "a short form of the given name, and one has a middle name more");
  if (nickname == Share::with_first) return weighed(fewer ? 60 : 65, "a short form of the given name");
  if (!fewer) return weighed(85, "initials for middle names");
  return only_initials ? weighed(70, "one has an initial more") : weighed(55, "one has a middle name more");
}

/// Surname first, or one surname of two.
NameMatch NameVariants::other_order(const PersonName& a, const PersonName& b) const {
  if (a.letters == b.letters || a.sounds == b.sounds) {
    const std::string text = joined(b.words), sound = spelt(b.words);
    std::vector<PersonName::Word> turned = a.words;
    for (std::size_t i = 1; i < a.words.size(); ++i) {
      std::rotate(turned.begin(), turned.end() - 1, turned.end());
      if (joined(turned) == text) return {85, "the same name in another order"};
      if (spelt(turned) == sound) return {50, "another spelling and another order"};
    }
  }
  if (is_prefix(a.words, b.words) || is_prefix(b.words, a.words)) return {50, "one has a surname more"};
  return {};
}

NameMatch NameVariants::bodies(const BodyName& a, const BodyName& b) const {
  if (a.joined == 0 || b.joined == 0) return {};
  if (a.joined == b.joined) {
    const bool both = !a.form.empty() && !b.form.empty();
    if (both && a.form != b.form && share_group(legal_forms_, a.form, b.form) == Share::none) return {50, "other legal forms"};
    if (both) return {90, "the same name and legal form, written otherwise"};
    return {90, a.form == b.form ? "the same name, written together or apart" : "one has a legal form more"};
  }
  if (a.spelt.size() >= 6 && a.spelt == b.spelt) return {70, "another spelling"};
  return {};
}

std::array<std::uint64_t, 5> NameVariants::people_keys(const PersonName& name) const {
  std::array<std::uint64_t, 5> keys{};
  if (name.words.empty()) return keys;
  const auto key = [](std::uint64_t kind, std::uint64_t of) { return (of ^ kind) * 0x9E3779B185EBCA87u | 1; };
  keys[0] = key(1, name.letters);
  if (name.words.size() < 2) return keys;
  keys[1] = key(2, std::uint64_t{name.words.back().spelt} << 3);
  keys[2] = key(3, std::uint64_t{name.words[0].spelt} << 34 ^ std::uint64_t{name.words[1].spelt} << 3);
  keys[3] = key(4, name.sounds);
  if (name.has_consonants) keys[4] = key(5, name.consonants);
  return keys;
}

std::uint64_t NameVariants::body_key(const BodyName& name) const {
  return name.joined == 0 ? 0 : KeyTable::hash(name.spelt) | 1;
}

}  // namespace liaison
