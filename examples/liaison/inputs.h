// What the command reads: files, folders and standard input, one text or one line after the other.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "lines.h"
#include "options.h"

namespace command {

/// Why something could not be read.
struct Failure {
  std::optional<std::string> id;  ///< of the document, where it is known
  std::string where;              ///< the file, or file:line
  std::string code, message;      ///< the name of a liaison::ErrorCode; where and why
  bool of_line = false;           ///< a line of JSON, which has its line in the output in any case
};

/// One text, or one line of JSON.
struct Input {
  bool is_line = false;
  std::string id;                 ///< of a text: its path below the argument
  std::string where;              ///< the file, or file:line
  std::optional<std::string> bytes;  ///< none for a text that is yet to be read from the file `where`
  std::optional<Failure> failure;    ///< it cannot be read
};

/// All that the arguments name, in their order. Folders are walked when it is made, by name; files are opened
/// one after the other.
class Inputs {
 public:
  /// Throws UsageError if there is nothing to read from.
  explicit Inputs(const InputOptions& options);

  std::optional<Input> next();

  /// How many files there are; a file of lines counts once.
  std::size_t files() const { return files_.size(); }
  /// One line on what the folders held besides, by kind, and one on ids that are not unique; nothing if there is
  /// nothing to tell.
  void tell_skipped(std::ostream& out) const;

 private:
  struct File {
    std::string path, id;
    std::optional<Failure> failure;
  };

  void add_argument(const std::string& path);
  void add_folder(const std::string& folder, const std::string& below);
  bool is_wanted(const std::string& ending) const;
  bool holds_lines(const std::string& path, LineReader& reader) const;
  std::optional<Input> open(const File& file);
  std::optional<Input> next_line();

  std::string kind_;
  std::vector<File> files_;
  std::size_t next_file_ = 0;
  std::map<std::string, std::size_t> skipped_;  // by kind: ".pdf", "hidden"
  std::unique_ptr<LineReader> lines_;           // of the file that is being read line by line
  std::size_t line_number_ = 0;
};

}  // namespace command
