#include "lexicon/weight_lines.h"

#include <algorithm>
#include <charconv>
#include <sstream>

namespace liaison {

std::vector<WeightLine> weight_lines(std::string_view text) {
  std::vector<WeightLine> out;
  std::istringstream lines{std::string(text)};
  std::uint32_t number = 0;
  for (std::string line; std::getline(lines, line);) {
    WeightLine next{line, ++number, {}};
    std::istringstream in(line);
    for (std::string word; in >> word && word[0] != '#';) next.words.push_back(word);
    if (!next.words.empty()) out.push_back(std::move(next));
  }
  return out;
}

bool read_points(std::string_view text, int& points) {
  if (text.starts_with('+')) text.remove_prefix(1);
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), points);
  return error == std::errc() && end == text.data() + text.size();
}

Diagnostic complaint(const WeightLine& line, const std::string& file, std::string_view word, std::string code, WrongWord wrong) {
  const auto column = static_cast<std::uint32_t>(std::min(line.text.find(word), line.text.size())) + 1;
  return {Severity::error, std::move(code), file, line.number, column, std::move(wrong.message), line.text, std::move(wrong.hint)};
}

}  // namespace liaison
