// Text as XML and HTML hold it.
#pragma once

#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>

namespace liaison {

/// The text with & < > and both quotation marks escaped, for content and attributes of XML 1.0 and HTML alike.
/// What XML forbids (control characters but tab and line ends, U+FFFE, U+FFFF, bytes that are not UTF-8) becomes
/// U+FFFD; a carriage return becomes a reference, so that it survives reading.
std::string escaped(std::string_view text);
void append_escaped(std::string_view text, std::string& out);

/// A figure in the fewest digits that tell it: "3", "0.1".
std::string figure(double number);
void append_figure(double number, std::string& out);

/// A length in a picture, in tenths.
std::string tenths(double number);

/// Text on its way to a stream, which gets it in blocks.
class TextBuffer {
 public:
  explicit TextBuffer(std::ostream& out) : out_(out) { text_.reserve(kBlock + kBlock / 4); }
  ~TextBuffer() { flush(); }
  TextBuffer(const TextBuffer&) = delete;
  TextBuffer& operator=(const TextBuffer&) = delete;

  TextBuffer& operator<<(std::string_view text) {
    text_ += text;
    return *this;
  }
  TextBuffer& operator<<(std::size_t number) {
    append_figure(static_cast<double>(number), text_);
    return *this;
  }
  /// For what appends to a string.
  std::string& text() { return text_; }
  /// To be called now and then, as after each node.
  void pass_on() {
    if (text_.size() >= kBlock) flush();
  }
  void flush() {
    out_.write(text_.data(), static_cast<std::streamsize>(text_.size()));
    text_.clear();
  }

 private:
  static constexpr std::size_t kBlock = 1 << 16;
  std::ostream& out_;
  std::string text_;
};

}  // namespace liaison
