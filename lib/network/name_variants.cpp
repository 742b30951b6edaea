#include "network/name_variants.h"

#include <algorithm>

#include "network/name_key.h"
#include "pack_contents.h"

namespace liaison {
namespace {

using Words = std::vector<std::string_view>;

Words words_of(std::string_view name) {
  Words words;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t end = std::min(name.find(' ', at), name.size());
    if (end > at) words.push_back(name.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

std::string joined(const Words& words) {
  std::string out;
  for (const std::string_view word : words) out += word;
  return out;
}

/// Calls `use` with each line that is neither empty nor a comment.
template <class Use>
void each_line(std::string_view text, const Use& use) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    if (!line.empty() && line.front() != '#') use(line);
    at = end + 1;
  }
}

/// True if `few` is one letter, or the letters with which the words begin ("jy" of "jay yong").
bool are_initials(std::string_view few, const Words& words, std::size_t first, std::size_t last) {
  if (few.size() > last - first || few.size() > 3) return false;
  for (std::size_t i = 0; i < few.size(); ++i) {
    if (words[first + i].front() != few[i]) return false;
  }
  return true;
}

constexpr std::size_t kFewConsonants = 5;

std::string consonants(std::string text) {
  std::erase_if(text, [](char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; });
  return text;
}

bool is_prefix(const Words& few, const Words& many) {
  return few.size() < many.size() && std::equal(few.begin(), few.end(), many.begin());
}

Words rotated(Words words) {
  std::rotate(words.begin(), words.end() - 1, words.end());
  return words;
}

}  // namespace

NameVariants::NameVariants(const Pack& pack)
    : lexicon_(&pack.contents().lexicon),
      legal_suffix_(lexicon_->find_class("legal_suffix")),
      name_suffix_(lexicon_->find_class("name_suffix")),
      kind_(pack.symbol("kind")) {
  const Pack::Contents& contents = pack.contents();
  for (const StoredSource& stored : contents.image.table<StoredSource>(SectionId::sources)) {
    const std::string_view path = lexicon_->string(stored.path), text = lexicon_->string(stored.text);
    if (path == "variants/nicknames.txt") read_groups(text, nicknames_);
    if (path == "variants/legal_forms.txt") read_groups(text, legal_forms_);
    if (path == "variants/spellings.txt") read_spellings(text);
    if (path == "variants/words.txt") read_words(text);
  }
}

void NameVariants::read_groups(std::string_view text, Groups& groups) {
  std::size_t group = 0;
  each_line(text, [&](std::string_view line) {
    for (const std::string_view word : words_of(line)) groups[std::string(word)].push_back(group);
    ++group;
  });
}

void NameVariants::read_spellings(std::string_view text) {
  each_line(text, [&](std::string_view line) {
    const Words parts = words_of(line);
    spellings_.emplace_back(parts[0], parts.size() > 1 ? parts[1] : std::string_view());
  });
}

void NameVariants::read_words(std::string_view text) {
  each_line(text, [&](std::string_view line) { small_words_.emplace(line); });
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

NameVariants::Person NameVariants::person(std::string_view name) const {
  Person out{words_of(name), {}};
  while (out.words.size() > 2 && is_name_suffix(out.words.back())) {
    out.suffix = out.words.back();
    out.words.pop_back();
  }
  return out;
}

std::string_view NameVariants::without_suffix(std::string_view name) const {
  const Person parts = person(name);
  if (parts.words.empty()) return name;
  const std::string_view last = parts.words.back();
  return name.substr(0, static_cast<std::size_t>(last.data() + last.size() - name.data()));
}

NameVariants::Body NameVariants::body(std::string_view name) const {
  Body out{words_of(name), {}};
  while (out.words.size() > 1 && has_class(out.words.back(), legal_suffix_)) {
    out.form = out.words.back();
    out.words.pop_back();
  }
  if (out.words.size() > 1) {
    std::erase_if(out.words, [&](std::string_view word) { return small_words_.count(std::string(word)) > 0; });
  }
  return out;
}

const std::string& NameVariants::spelt(std::string_view word) {
  const auto [found, is_new] = spelt_.try_emplace(std::string(word));
  if (!is_new) return found->second;
  std::string text = '^' + std::string(word) + '$';
  for (const auto& [from, to] : spellings_) {
    const bool at_start = from.front() == '^', at_end = from.back() == '$';
    const std::string with = (at_start ? "^" : "") + to + (at_end ? "$" : "");
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + with.size())) {
      text.replace(at, from.size(), with);
    }
  }
  return found->second = text.size() > 2 ? text.substr(1, text.size() - 2) : std::string(word);
}

std::string NameVariants::spelt(const Words& words) {
  std::string out;
  for (const std::string_view word : words) out += spelt(word);
  return out;
}

bool NameVariants::share_group(const Groups& groups, std::string_view a, std::string_view b) {
  const auto first = groups.find(std::string(a)), second = groups.find(std::string(b));
  if (first == groups.end() || second == groups.end()) return false;
  return std::find_first_of(first->second.begin(), first->second.end(), second->second.begin(),
                            second->second.end()) != first->second.end();
}

NameMatch NameVariants::people(std::string_view a, std::string_view b) {
  const Person first = person(a), second = person(b);
  if (first.words.empty() || second.words.empty()) return {};
  if (!first.suffix.empty() && !second.suffix.empty() && first.suffix != second.suffix) {
    return {-100, "other suffixes of the name"};
  }
  const bool other_suffix = first.suffix != second.suffix;
  NameMatch match;
  if (joined(first.words) == joined(second.words)) match = {95, "the same name, written together or apart"};
  else if (first.words.size() < 2 || second.words.size() < 2) return {};
  else if (match = given_names(first, second); match.weight == 0) match = other_order(first, second);
  if (match.weight == 0) match = like_sound(first, second);
  if (match.weight > 0 && other_suffix) return {std::min(match.weight, 45), "one has a suffix that the other lacks"};
  return match;
}

/// Names of one surname.
NameMatch NameVariants::given_names(const Person& a, const Person& b) {
  const bool is_few = a.words.size() <= b.words.size();
  const Words &few = is_few ? a.words : b.words, &many = is_few ? b.words : a.words;
  if (spelt(few.back()) != spelt(many.back())) return {};
  const bool respelt = few.back() != many.back();
  const std::size_t last = many.size() - 1;
  const std::string_view first = few.front(), other = many.front();
  const auto weighed = [&](int weight, std::string_view text) -> NameMatch {
    return respelt ? NameMatch{std::max(weight - 10, 30), "another spelling"} : NameMatch{weight, text};
  };
  if (spelt(few) == spelt(many)) return {80, "another spelling"};
  const Words middles(few.begin() + 1, few.end() - 1), others(many.begin() + 1, many.end() - 1);
  const bool same_first = first == other || spelt(first) == spelt(other);
  if (few.size() == 2 && first.size() <= 3 && !same_first && are_initials(first, many, 0, last)) {
    return weighed(first.size() > 1 ? 60 : 35, "initials for the given names");
  }
  if (other.size() <= 3 && many.size() == 2 && !same_first && are_initials(other, few, 0, few.size() - 1)) {
    return weighed(other.size() > 1 ? 60 : 35, "initials for the given names");
  }
  const bool by_initial = (first.size() == 1 || other.size() == 1) && first.front() == other.front();
  const bool nickname = !same_first && share_group(nicknames_, first, other);
  if (!same_first && !by_initial && !nickname) {
    if (middles.empty() && std::find(others.begin(), others.end(), first) != others.end()) {
      return weighed(35, "the middle name of the other for a given name");
    }
    return {};
  }
  bool fewer = middles.size() != others.size();
  for (std::size_t i = 0; i < std::min(middles.size(), others.size()); ++i) {
    if (middles[i] == others[i] || spelt(middles[i]) == spelt(others[i])) continue;
    const bool initial = middles[i].size() == 1 || others[i].size() == 1;
    if (!initial || middles[i].front() != others[i].front()) return {-100, "other middle names"};
  }
  if (by_initial && !same_first) return weighed(middles.empty() ? 35 : 65, "an initial for the given name");
  if (nickname) return weighed(fewer ? 60 : 65, "a short form of the given name");
  if (!fewer) return weighed(85, "initials for middle names");
  const Words& more = middles.size() > others.size() ? middles : others;
  const bool only_initials = std::all_of(more.begin(), more.end(), [](std::string_view word) { return word.size() == 1; });
  return only_initials ? weighed(70, "one has an initial more") : weighed(55, "one has a middle name more");
}

/// Surname first, or one surname of two.
NameMatch NameVariants::other_order(const Person& a, const Person& b) {
  const std::string text = joined(b.words), sound = spelt(b.words);
  Words turned = a.words;
  for (std::size_t i = 1; i < a.words.size(); ++i) {
    turned = rotated(turned);
    if (joined(turned) == text) return {85, "the same name in another order"};
    if (spelt(turned) == sound) return {70, "another spelling and another order"};
  }
  if (is_prefix(a.words, b.words) || is_prefix(b.words, a.words)) return {50, "one has a surname more"};
  return {};
}

/// Names whose consonants are the same.
NameMatch NameVariants::like_sound(const Person& a, const Person& b) {
  const std::string first = consonants(spelt(a.words));
  const bool alike = first.size() >= kFewConsonants && first == consonants(spelt(b.words));
  return alike && a.words.front().front() == b.words.front().front() ? NameMatch{40, "nearly the same sound"} : NameMatch{};
}

NameMatch NameVariants::bodies(std::string_view a, std::string_view b) {
  const Body first = body(a), second = body(b);
  if (first.words.empty() || second.words.empty()) return {};
  if (joined(first.words) == joined(second.words)) {
    const bool both = !first.form.empty() && !second.form.empty();
    if (both && first.form != second.form && !share_group(legal_forms_, first.form, second.form)) {
      return {50, "other legal forms"};
    }
    if (both) return {90, "the same name and legal form, written otherwise"};
    return {90, first.form == second.form ? "the same name, written together or apart" : "one has a legal form more"};
  }
  const std::string sound = spelt(first.words);
  if (sound.size() >= 6 && sound == spelt(second.words)) return {70, "another spelling"};
  return {};
}

void NameVariants::people_keys(std::string_view name, std::vector<std::string>& out) {
  const Person parts = person(name);
  if (parts.words.empty()) return;
  std::string letters = joined(parts.words);
  std::sort(letters.begin(), letters.end());
  out.push_back("letters " + letters);
  if (parts.words.size() < 2) return;
  out.push_back("surname " + spelt(parts.words.back()));
  out.push_back("start " + spelt(parts.words[0]) + ' ' + spelt(parts.words[1]));
  std::string sound = spelt(parts.words);
  std::sort(sound.begin(), sound.end());
  out.push_back("sound " + sound);
  out.push_back("consonants " + consonants(spelt(parts.words)));
}

void NameVariants::body_keys(std::string_view name, std::vector<std::string>& out) {
  const Body parts = body(name);
  if (!parts.words.empty()) out.push_back("body " + spelt(parts.words));
}

}  // namespace liaison
