#include "lexicon/spelling.h"

#include <algorithm>
#include <sstream>

namespace liaison {
namespace {

/// How many letters stand before an ending at least, and how many ways to write a phrase are told at most.
constexpr std::size_t kShortestStem = 3, kMostVariants = 16;

}  // namespace

void Spelling::read(std::string_view text, const std::string& file, std::vector<Diagnostic>& diagnostics) {
  std::istringstream in{std::string(text)};
  std::uint32_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.ends_with('\r')) line.pop_back();
    std::istringstream parts(line);
    std::string one, other, more;
    if (!(parts >> one) || one[0] == '#') continue;
    parts >> other >> more;
    bool ending = one.starts_with('-');
    if (other.empty() || !more.empty() || ending != other.starts_with('-') || one == other) {
      diagnostics.push_back({Severity::error, "bad-spelling", file, number, 1, "two spellings of one word, or of one ending, belong here",
                             line, "for example `centre center` or `-isation -ization`"});
      continue;
    }
    if (ending) endings_.emplace_back(one.substr(1), other.substr(1));
    else words_.emplace_back(one, other);
  }
}

/// Adds the other spellings of one word.
void Spelling::add_other(std::string_view word, std::vector<std::string>& out) const {
  auto add = [&](std::string other) {
    if (other != word && std::find(out.begin(), out.end(), other) == out.end()) out.push_back(std::move(other));
  };
  for (const auto& [one, other] : words_) {
    if (word == one) add(other);
    if (word == other) add(one);
  }
  for (const auto& [one, other] : endings_)
    for (const auto& [from, to] : {std::pair(&one, &other), std::pair(&other, &one)})
      if (word.size() >= kShortestStem + from->size() && word.ends_with(*from))
        add(std::string(word.substr(0, word.size() - from->size())) + *to);
}

std::vector<std::string> Spelling::variants(std::string_view phrase) const {
  std::vector<std::string> out{std::string()};
  for (std::size_t at = 0; at < phrase.size();) {
    std::size_t end = std::min(phrase.find_first_of(" -", at), phrase.size());
    std::string_view word = phrase.substr(at, end - at), gap = phrase.substr(end, 1);
    std::vector<std::string> ways{std::string(word)}, longer;
    add_other(word, ways);
    for (const std::string& way : ways)
      for (const std::string& before : out)
        if (longer.size() < kMostVariants) longer.push_back(before + way + std::string(gap));
    out = std::move(longer);
    at = end + gap.size();
  }
  return out;
}

std::vector<std::string> hyphenated(std::string_view phrase) {
  std::string hyphens(phrase), blanks(phrase);
  std::replace(hyphens.begin(), hyphens.end(), ' ', '-');
  std::replace(blanks.begin(), blanks.end(), '-', ' ');
  std::vector<std::string> out;
  if (hyphens != phrase) out.push_back(std::move(hyphens));
  if (blanks != phrase) out.push_back(std::move(blanks));
  return out;
}

}  // namespace liaison
