// The strings and the symbols of an image under construction.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/image.h"
#include "liaison/symbol.h"

namespace liaison {

/// Strings of an image under construction; equal ones are stored once.
class StringsBuilder {
 public:
  StringsBuilder() { add(""); }
  std::uint32_t add(std::string_view text);
  /// Adds all strings of an image, in their order: where nothing was added before, they keep their offsets.
  void import(const StringsView& base);
  const std::string& bytes() const { return bytes_; }

 private:
  void grow();

  std::string bytes_;
  std::vector<std::uint32_t> slots_;  // a hash table of the strings: 1 + offset, or 0
  std::size_t count_ = 0;
};

/// Symbols of an image under construction: those of the contract first.
class SymbolsBuilder {
 public:
  SymbolsBuilder();
  Symbol add(std::string_view name);
  /// The symbol of a name that was added; none otherwise.
  Symbol find(std::string_view name) const;
  const std::vector<std::string>& names() const { return names_; }

 private:
  std::vector<std::string> names_;
  std::map<std::string, Symbol, std::less<>> at_;
};

}  // namespace liaison
