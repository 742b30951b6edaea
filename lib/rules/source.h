// A source file of the rule language, and a cursor that reads it and complains about places in it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/did_you_mean.h"
#include "liaison/error.h"

namespace liaison {

/// A file of rules in memory. Places in it are byte offsets.
class SourceText {
 public:
  SourceText(std::string path, std::string text);

  const std::string& path() const { return path_; }
  std::string_view text() const { return text_; }
  /// The line of an offset, counted from 1.
  std::uint32_t line_of(std::size_t offset) const;
  /// A complaint about an offset, with its line and column.
  Diagnostic complain(std::size_t offset, std::string code, std::string message, std::string hint = {}) const;

 private:
  std::string path_, text_;
  std::vector<std::size_t> line_starts_;
};

/// Where what is wrong with one file is said.
class Complaints {
 public:
  /// Requires: the references outlive it.
  Complaints(const SourceText& source, std::vector<Diagnostic>& diagnostics)
      : source_(source), diagnostics_(diagnostics) {}

  const SourceText& source() const { return source_; }
  void add(std::size_t offset, std::string code, std::string message, std::string hint = {}) {
    diagnostics_.push_back(source_.complain(offset, std::move(code), std::move(message), std::move(hint)));
  }
  void warn(std::size_t offset, std::string code, std::string message, std::string hint) {
    add(offset, std::move(code), std::move(message), std::move(hint));
    diagnostics_.back().severity = Severity::warning;
  }
  /// How many there are by now, in all files.
  std::size_t count() const { return diagnostics_.size(); }

 private:
  const SourceText& source_;
  std::vector<Diagnostic>& diagnostics_;
};

/// Reads a rule file from left to right. An item begins in the first column; what belongs to it is indented, so that
/// after an error reading goes on with the next item.
class Cursor {
 public:
  Cursor(const SourceText& source, std::vector<Diagnostic>& diagnostics)
      : source_(&source), text_(source.text()), diagnostics_(&diagnostics) {}

  const SourceText& source() const { return *source_; }
  std::size_t offset() const { return at_; }
  std::uint32_t line() const { return source_->line_of(at_); }

  /// Goes to the next item that begins in the first column; false at the end of the file.
  bool next_item();
  /// Goes to the next indented line of the item; false where the item ends.
  bool next_line();
  /// True if the next indented line exists and begins with `word`.
  bool line_begins_with(std::string_view word);
  /// Skips blanks and comments within the line.
  void skip_blanks();
  bool at_line_end();
  /// Leaves the rest of the item unread.
  void skip_item();
  void skip_line();

  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  char peek(std::size_t ahead) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
  /// Takes `literal` if it comes next (after blanks).
  bool take(std::string_view literal);
  /// Takes `word` if it comes next as a whole word.
  bool take_word(std::string_view word);
  /// A name: letters, digits, `_`, `-` and `.` inside. Empty if none comes next.
  std::string name();
  /// A name, with the attribute that may follow it: `role_head[kind=title]`, its value with or without quotes.
  /// Complains about an attribute that is written otherwise.
  std::string class_name();
  /// A number, or `fallback`.
  int number(int fallback);
  /// What stands between two `quote` characters, `\` protecting the next one. Complains if it is not closed.
  std::string quoted(char quote);
  /// The rest of the line without comment and trailing blanks.
  std::string rest_of_line();

  void error(std::string code, std::string message, std::string hint = {}) {
    error_at(at_, std::move(code), std::move(message), std::move(hint));
  }
  void error_at(std::size_t offset, std::string code, std::string message, std::string hint = {});
  std::vector<Diagnostic>& diagnostics() { return *diagnostics_; }

 private:
  const SourceText* source_;
  std::string_view text_;
  std::vector<Diagnostic>* diagnostics_;
  std::size_t at_ = 0;
  bool began_ = false;  // at the first item
};

}  // namespace liaison
