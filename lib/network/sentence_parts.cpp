#include "network/sentence_parts.h"

#include <algorithm>
#include <utility>

#include "text/utf8.h"

namespace liaison {
namespace {

using Spans = std::vector<std::pair<std::size_t, std::size_t>>;   // from, to; within the sentence

/// The spans of participants that lie in the sentence, in order, none within another; in units of the offsets.
Spans spans_of(const FactEvidence& evidence) {
  Spans spans;
  for (const FactArgument& argument : evidence.arguments) {
    if (argument.start < argument.end && argument.start >= evidence.start && argument.end <= evidence.end) {
      spans.emplace_back(argument.start - evidence.start, argument.end - evidence.start);
    }
  }
  std::sort(spans.begin(), spans.end());
  Spans out;
  for (const auto& span : spans) {
    if (out.empty() || span.first >= out.back().second) out.push_back(span);
  }
  return out;
}

std::size_t units_of(const Character& character, std::string_view unit) {
  if (unit == "utf16") return character.code > 0xFFFF ? 2 : 1;
  return unit == "codepoint" ? 1 : character.length;
}

/// The text with each run of blanks as one; blanks at its ends stay one.
std::string squeezed(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!blank) out += c;
    else if (out.empty() || out.back() != ' ') out += ' ';
  }
  return out;
}

}  // namespace

namespace {

/// Cuts a sentence at the borders of spans.
std::vector<std::string> cut_at(const Spans& spans, std::string_view text, std::string_view unit) {
  std::vector<std::string> parts;
  std::size_t begin = 0, next = 0, counted = 0;
  const auto cut = [&](std::size_t end) {
    parts.push_back(squeezed(text.substr(begin, end - begin)));
    begin = end;
  };
  for (std::size_t at = 0; at <= text.size() && next < 2 * spans.size();) {
    const std::size_t border = next % 2 == 0 ? spans[next / 2].first : spans[next / 2].second;
    if (counted >= border) {
      cut(at);
      ++next;
      continue;
    }
    if (at == text.size()) break;
    const Character character = decode_utf8(text, at);
    counted += units_of(character, unit);
    at += character.length;
  }
  cut(text.size());
  return parts;
}

}  // namespace

std::vector<std::string> sentence_parts(const FactEvidence& evidence, std::string_view unit) {
  return cut_at(spans_of(evidence), evidence.quote, unit);
}

std::string cue_of(const FactEvidence& evidence, std::string_view unit) {
  const std::uint32_t start = evidence.trigger_start, end = evidence.trigger_end;
  if (start >= end || start < evidence.start || end > evidence.end) return {};
  const auto parts = cut_at({{start - evidence.start, end - evidence.start}}, evidence.quote, unit);
  return parts.size() > 1 ? parts[1] : std::string();
}

}  // namespace liaison
