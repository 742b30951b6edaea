#include "text/addresses.h"

#include <algorithm>
#include <array>

#include "text/characters.h"
#include "text/utf8.h"

namespace liaison {
namespace {

constexpr std::size_t kLongestName = 128;

bool among(std::string_view set, char c) {
  return set.find(c) != std::string_view::npos;
}

bool is_digit(char c) { return '0' <= c && c <= '9'; }

bool is_alphanumeric(char c) {
  const auto byte = byte_class(static_cast<unsigned char>(c));
  return byte == ByteClass::letter || byte == ByteClass::digit;
}

bool is_name_byte(char c) { return is_alphanumeric(c) || among(".-_+%@", c); }

/// The end of the text without its last bytes of the set.
std::size_t trim_end(std::string_view text, std::size_t start, std::size_t end,
                     std::string_view set) {
  while (end > start && among(set, text[end - 1])) --end;
  return end;
}

bool ends_url(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (static_cast<unsigned char>(c) < 0x80) {
    return static_cast<unsigned char>(c) <= ' ' || among("<>\"|\x7F", c);
  }
  const auto kind = kind_of(decode_utf8(text, at).code);
  return !is_letter(kind) && kind != CharacterKind::digit;
}

/// True if the name is that of a mailbox: something on either side of its @.
bool is_mailbox(std::string_view name) {
  const auto at = name.find('@');
  return at != std::string_view::npos && at > 0 && at + 1 < name.size();
}

}  // namespace

std::size_t url_end(std::string_view text, std::size_t start) {
  auto end = start;
  while (end < text.size() && !ends_url(text, end)) {
    end += decode_utf8(text, end).length;
  }
  const auto bracket = text.substr(start, end - start).find('(');
  const bool opened = bracket != std::string_view::npos;
  return trim_end(text, start, end, opened ? ".,;:!?'*]}" : ".,;:!?'*)]}");
}

std::size_t address_end(std::string_view text, std::size_t start,
                        const Orthography& orthography) {
  auto end = start;
  const auto limit = std::min(text.size(), start + kLongestName);
  while (end < limit && is_name_byte(text[end])) ++end;
  if (end == limit && end < text.size() && is_name_byte(text[end])) return start;
  end = trim_end(text, start, end, ".-_+%@");

  const auto name = text.substr(start, end - start);
  if (is_mailbox(name)) return end;
  const auto stop = name.rfind('.');
  if (stop == std::string_view::npos || stop == 0) return start;
  if (!(orthography.classes(name.substr(stop + 1)) & kDomain)) return start;
  const bool has_path = end < text.size() && text[end] == '/';
  return has_path ? url_end(text, end) : end;
}

std::size_t dashed_number_end(std::string_view text, std::size_t start) {
  std::array<std::size_t, 4> lengths{};
  std::size_t groups = 0;
  auto at = start;
  for (; groups < lengths.size(); ++groups) {
    const auto from = at;
    while (at < text.size() && is_digit(text[at]) && at - from < 5) ++at;
    lengths[groups] = at - from;
    if (at == from) return start;
    const bool dash = at + 1 < text.size() && text[at] == '-' && is_digit(text[at + 1]);
    if (!dash) break;
    ++at;
  }
  if (groups == 0 || groups == lengths.size()) return start;
  if (at < text.size() && is_alphanumeric(text[at])) return start;
  const bool iso_date = groups == 2 && lengths[0] == 4 && lengths[1] == 2 && lengths[2] == 2;
  const bool telephone =
      lengths[groups] == 4 && std::all_of(lengths.begin(), lengths.begin() + groups,
                                          [](std::size_t n) { return n <= 3; });
  return iso_date || telephone ? at : start;
}

std::size_t emoticon_end(std::string_view text, std::size_t start) {
  const auto at = [text](std::size_t i) { return i < text.size() ? text[i] : ' '; };
  if (!among(":;=", at(start))) return start;
  auto mouth = start + 1;
  if (among("-'^", at(mouth))) ++mouth;
  if (!among(")(DPpO|\\", at(mouth))) return start;
  const auto end = mouth + 1;
  return end <= text.size() && !is_alphanumeric(at(end)) ? end : start;
}

}  // namespace liaison
