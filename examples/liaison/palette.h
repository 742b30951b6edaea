// Colours for a terminal; none where output goes elsewhere.
#pragma once

#include <cstdlib>
#include <string>
#include <string_view>

#include <unistd.h>

namespace command {

/// Wraps words in colours, if standard output is a terminal that wants them (`NO_COLOR` is not set).
class Palette {
 public:
  explicit Palette(bool colours) : colours_(colours) {}
  static Palette of_output() { return Palette(isatty(STDOUT_FILENO) != 0 && std::getenv("NO_COLOR") == nullptr); }

  std::string strong(std::string_view text) const { return in("1", text); }
  std::string good(std::string_view text) const { return in("32", text); }
  std::string bad(std::string_view text) const { return in("31", text); }
  std::string faint(std::string_view text) const { return in("2", text); }

 private:
  std::string in(std::string_view code, std::string_view text) const {
    if (!colours_) return std::string(text);
    return "\033[" + std::string(code) + "m" + std::string(text) + "\033[0m";
  }

  bool colours_;
};

}  // namespace command
