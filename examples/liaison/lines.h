// Reads a file or standard input line by line, as lines arrive.
#pragma once

#include <cstddef>
#include <string>

namespace command {

/// The largest text, file or line of input that is read; what is larger is an error of its own, and is passed over.
inline constexpr std::size_t kLargestInput = std::size_t{64} << 20;

/// A file that is open for reading, or standard input for "-".
class InputFile {
 public:
  /// Throws liaison::Error{unreadable}.
  explicit InputFile(const std::string& path);
  ~InputFile();
  InputFile(const InputFile&) = delete;
  InputFile& operator=(const InputFile&) = delete;

  /// Reads some bytes as soon as there are any; 0 at the end. Throws liaison::Error{unreadable}.
  std::size_t read(char* into, std::size_t size);

  const std::string& path() const { return path_; }

 private:
  std::string path_;  // as it is named in errors
  int descriptor_ = -1;
};

/// All bytes of a file. Throws liaison::Error{unreadable | too_large}.
std::string read_file(const std::string& path);

/// The lines of a file, without what ends them ("\n" or "\r\n").
class LineReader {
 public:
  explicit LineReader(const std::string& path) : file_(path) {}

  struct Line {
    std::string text;
    bool too_large = false;  ///< `text` holds only its beginning
  };
  /// False at the end of the file.
  bool next(Line& line);
  /// The first character that is no blank and no line break, without taking it; 0 if there is none.
  char first_character();
  /// All that is left. Throws liaison::Error{too_large}.
  std::string rest();

 private:
  bool fill();
  void take(std::size_t length, Line& line) const;

  InputFile file_;
  std::string buffer_;
  std::size_t at_ = 0;
};

}  // namespace command
