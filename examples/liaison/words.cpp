#include "words.h"

#include <algorithm>

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "network/json_writer.h"
#include "text/utf8.h"

namespace command {
namespace {

constexpr std::string_view kReplacement = "\uFFFD";

bool is_control(char32_t code) { return code < 0x20 || (code >= 0x7F && code < 0xA0); }

}  // namespace

std::string json_string(std::string_view text) {
  std::string out;
  liaison::JsonWriter(out).value(text);
  return out;
}

std::string count_of(std::size_t count, std::string_view one, std::string_view many) {
  auto figure = std::to_string(count);
  for (std::size_t end = figure.size(); end > 3; end -= 3) figure.insert(end - 3, 1, ',');
  if (count == 1) return fmt::format("{} {}", figure, one);
  return many.empty() ? fmt::format("{} {}s", figure, one) : fmt::format("{} {}", figure, many);
}

std::string on_one_line(std::string_view text) {
  std::string out;
  bool blank = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto character = liaison::decode_utf8(text, at);
    if (character.code == ' ' || (character.code >= '\t' && character.code <= '\r')) {
      blank = !out.empty();
    } else if (!character.valid() || !is_control(character.code)) {
      if (blank) out += ' ';
      blank = false;
      out += character.valid() ? text.substr(at, character.length) : kReplacement;
    }
    at += character.length;
  }
  return out;
}

std::size_t terminal_columns() {
  winsize size{};
  if (!isatty(STDOUT_FILENO) || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col < 40) return 100;
  return size.ws_col;
}

std::size_t columns_of(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::string padded(std::string text, std::size_t columns) {
  const auto width = columns_of(text);
  if (width < columns) text.append(columns - width, ' ');
  return text;
}

std::string wrapped(std::string_view text, std::string_view indent, std::size_t columns) {
  std::string out, line(indent);
  while (!text.empty()) {
    const auto word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(text.size(), word.size() + 1));
    const bool first = line.size() == indent.size();
    if (!first && columns_of(line) + 1 + columns_of(word) > columns) {
      out += line + '\n';
      line = indent;
      line += word;
    } else {
      if (!first) line += ' ';
      line += word;
    }
  }
  return out + line + '\n';
}

}  // namespace command
