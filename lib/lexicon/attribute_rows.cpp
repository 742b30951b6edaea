#include "lexicon/attribute_rows.h"

#include <algorithm>
#include <utility>

namespace liaison {

void AttributeRows::import(const Lexicon& base, const std::vector<Symbol>& symbol_of) {
  for (Attribute a : base.attributes()) {
    a.key = a.key.id < symbol_of.size() ? symbol_of[a.key.id] : symbols::none;
    a.value = strings_.add(base.string(a.value));
    attributes_.push_back(a);
  }
  if (!attributes_.empty()) attributes_.back().is_last = 1;
  for (std::size_t first = 0; first < attributes_.size(); first += row(static_cast<Row>(first)).size()) {
    std::span<const Attribute> all = row(static_cast<Row>(first));
    rows_.try_emplace(std::string(reinterpret_cast<const char*>(all.data()), all.size_bytes()), static_cast<Row>(first));
  }
}

AttributeRows::Row AttributeRows::add(const AttributeList& attributes) {
  if (attributes.empty()) return kNoAttributes;
  std::vector<Attribute> all;
  for (const auto& [key, value] : attributes) all.push_back({symbols_.add(key), 0, strings_.add(value)});
  return add_row(all);
}

/// The row of these attributes; the old one where there is one like it.
AttributeRows::Row AttributeRows::add_row(std::span<const Attribute> attributes) {
  if (attributes.empty()) return kNoAttributes;
  std::vector<Attribute> all(attributes.begin(), attributes.end());
  for (Attribute& a : all) a.is_last = &a == &all.back();
  std::string bytes(reinterpret_cast<const char*>(all.data()), all.size() * sizeof(Attribute));
  auto [known, is_new] = rows_.try_emplace(std::move(bytes), static_cast<Row>(attributes_.size()));
  if (is_new) attributes_.insert(attributes_.end(), all.begin(), all.end());
  return known->second;
}

std::span<const Attribute> AttributeRows::row(Row first) const {
  if (first >= attributes_.size()) return {};
  std::size_t last = first;
  while (!attributes_[last].is_last) ++last;
  return std::span(attributes_).subspan(first, last + 1 - first);
}

bool AttributeRows::has(Row first, Symbol key, std::string_view value) const {
  StringsView strings(strings_.bytes());
  for (const Attribute& a : row(first)) {
    if (a.key != key) continue;
    std::string_view rest = strings.at(a.value);
    while (true) {
      std::size_t comma = rest.find(',');
      if (rest.substr(0, comma) == value) return true;
      if (comma == std::string_view::npos) break;
      rest.remove_prefix(comma + 1);
    }
  }
  return false;
}

AttributeRows::Row AttributeRows::unite(Row a, Row b) {
  std::vector<Attribute> all(row(a).begin(), row(a).end());
  for (const Attribute& more : row(b)) {
    auto same = std::find_if(all.begin(), all.end(), [&](const Attribute& x) { return x.key == more.key; });
    std::string value(StringsView(strings_.bytes()).at(more.value));
    if (same == all.end()) all.push_back(more);
    else if (!has(a, more.key, value))
      same->value = strings_.add(std::string(StringsView(strings_.bytes()).at(same->value)) + "," + value);
  }
  return add_row(all);
}

}  // namespace liaison
