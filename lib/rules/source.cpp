#include "rules/source.h"

#include <algorithm>

namespace liaison {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }
bool is_name_char(char c) { return is_letter(c) || is_digit(c) || c == '_'; }

}  // namespace

SourceText::SourceText(std::string path, std::string text) : path_(std::move(path)), text_(std::move(text)) {
  line_starts_.push_back(0);
  for (std::size_t i = 0; i < text_.size(); ++i)
    if (text_[i] == '\n') line_starts_.push_back(i + 1);
}

std::uint32_t SourceText::line_of(std::size_t offset) const {
  auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  return static_cast<std::uint32_t>(after - line_starts_.begin());
}

Diagnostic SourceText::complain(std::size_t offset, std::string code, std::string message, std::string hint) const {
  offset = std::min(offset, text_.size());
  std::uint32_t line = line_of(offset);
  std::size_t start = line_starts_[line - 1];
  std::size_t end = std::min(text_.find('\n', start), text_.size());
  if (end > start && text_[end - 1] == '\r') --end;
  offset = std::min(offset, end);
  return {Severity::error, std::move(code), path_, line, static_cast<std::uint32_t>(offset - start + 1),
          std::move(message), text_.substr(start, end - start), std::move(hint)};
}

void Cursor::error_at(std::size_t offset, std::string code, std::string message, std::string hint) {
  diagnostics_->push_back(source_->complain(offset, std::move(code), std::move(message), std::move(hint)));
}

void Cursor::skip_line() {
  while (at_ < text_.size() && text_[at_] != '\n') ++at_;
}

bool Cursor::next_item() {
  if (began_) skip_item();
  else if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
  began_ = true;
  while (at_ < text_.size()) {
    char c = text_[at_];
    if (c == '\n') ++at_;
    else if (c == '#') skip_line();
    else if (is_blank(c)) {
      skip_blanks();
      if (at_line_end()) continue;
      error("stray-indent", "this line is indented but belongs to nothing above it",
            "an item begins in the first column");
      skip_item();
    } else return true;
  }
  return false;
}

bool Cursor::next_line() {
  skip_line();
  while (at_ < text_.size()) {
    std::size_t start = at_;
    ++at_;
    std::size_t line = at_;
    skip_blanks();
    if (at_line_end() && at_ < text_.size()) continue;
    if (at_ == line || at_ >= text_.size()) {
      at_ = start;
      return false;
    }
    return true;
  }
  return false;
}

bool Cursor::line_begins_with(std::string_view word) {
  std::size_t start = at_;
  bool fits = next_line() && take_word(word);
  at_ = start;
  return fits;
}

void Cursor::skip_item() {
  while (next_line()) {
  }
  skip_line();
  if (at_ < text_.size()) ++at_;
}

void Cursor::skip_blanks() {
  while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
  if (peek() == '#') skip_line();
}

bool Cursor::at_line_end() {
  skip_blanks();
  return at_ >= text_.size() || text_[at_] == '\n';
}

bool Cursor::take(std::string_view literal) {
  skip_blanks();
  if (!text_.substr(at_).starts_with(literal)) return false;
  at_ += literal.size();
  return true;
}

bool Cursor::take_word(std::string_view word) {
  skip_blanks();
  if (!text_.substr(at_).starts_with(word)) return false;
  if (is_name_char(peek(word.size()))) return false;
  at_ += word.size();
  return true;
}

std::string Cursor::name() {
  skip_blanks();
  std::size_t start = at_;
  if (!is_letter(peek()) && peek() != '_') return {};
  while (is_name_char(peek()) || ((peek() == '-' || peek() == '.') && is_name_char(peek(1)))) ++at_;
  return std::string(text_.substr(start, at_ - start));
}

std::string Cursor::class_name() {
  std::string out = name();
  if (out.empty() || peek() != '[') return out;
  ++at_;
  std::string key = name();
  if (!take("=")) {
    error("bad-attribute", "the value of this attribute is missing", "an attribute is written [key=value]");
    return out;
  }
  std::string value = peek() == '"' ? quoted('"') : name();
  if (!take("]")) error("not-closed", "`]` is missing here", "an attribute is written [key=value], with quotes around a value of several words");
  return out + "[" + key + "=" + value + "]";
}

int Cursor::number(int fallback) {
  skip_blanks();
  if (!is_digit(peek())) return fallback;
  int out = 0;
  while (is_digit(peek())) {
    out = std::min(out * 10 + (peek() - '0'), 1'000'000);
    ++at_;
  }
  return out;
}

std::string Cursor::quoted(char quote) {
  std::size_t start = at_++;
  std::string out;
  while (at_ < text_.size() && text_[at_] != '\n') {
    char c = text_[at_++];
    if (c == quote) return out;
    if (c == '\\' && (peek() == quote || peek() == '\\') && quote != '/') c = text_[at_++];
    else if (c == '\\' && quote == '/' && peek() == '/') c = text_[at_++];
    out += c;
  }
  error_at(start, "not-closed", "this is not closed before the end of the line",
           "write " + std::string(1, quote) + " where it ends");
  return out;
}

std::string Cursor::rest_of_line() {
  skip_blanks();
  std::size_t start = at_;
  bool in_quotes = false;
  while (at_ < text_.size() && text_[at_] != '\n' && (in_quotes || text_[at_] != '#')) {
    if (text_[at_] == '"') in_quotes = !in_quotes;
    ++at_;
  }
  std::size_t end = at_;
  while (end > start && is_blank(text_[end - 1])) --end;
  return std::string(text_.substr(start, end - start));
}

}  // namespace liaison
