// The rows of attributes of a lexicon under construction.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lexicon/lexicon.h"
#include "lexicon/list_file.h"
#include "lexicon/strings_builder.h"

namespace liaison {

/// What stands behind the words and names of lists, each set of attributes as one row; equal ones are stored once.
class AttributeRows {
 public:
  /// A row, by its first attribute; kNoAttributes: the empty one.
  using Row = std::uint32_t;

  /// Requires: strings and symbols outlive the rows.
  AttributeRows(StringsBuilder& strings, SymbolsBuilder& symbols) : strings_(strings), symbols_(symbols) {}

  /// Takes over the rows of a lexicon with their numbers; `symbol_of` gives the symbols here for those there. Requires:
  /// nothing was added yet.
  void import(const Lexicon& base, const std::vector<Symbol>& symbol_of);
  Row add(const AttributeList& attributes);
  /// True if the attribute has the value, or lists it between commas.
  bool has(Row row, Symbol key, std::string_view value) const;
  /// The attributes of both. Where both have a key, its values stand between commas.
  Row unite(Row a, Row b);

  /// All rows, one behind another, as the image has them.
  const std::vector<Attribute>& all() const { return attributes_; }

 private:
  Row add_row(std::span<const Attribute> attributes);
  std::span<const Attribute> row(Row first) const;

  StringsBuilder& strings_;
  SymbolsBuilder& symbols_;
  std::vector<Attribute> attributes_;
  std::unordered_map<std::string, Row> rows_;  // by the bytes of their attributes
};

}  // namespace liaison
