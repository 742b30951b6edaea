#include "lexicon/strings_builder.h"

#include "text/word_table.h"

namespace liaison {

std::uint32_t StringsBuilder::add(std::string_view text) {
  if (2 * count_ >= slots_.size()) grow();
  std::size_t slot = WordTable::hash(text) & (slots_.size() - 1);
  for (; slots_[slot] != 0; slot = (slot + 1) & (slots_.size() - 1))
    if (StringsView(bytes_).at(slots_[slot] - 1) == text) return slots_[slot] - 1;
  auto offset = static_cast<std::uint32_t>(bytes_.size()), size = static_cast<std::uint32_t>(text.size());
  bytes_.append(reinterpret_cast<const char*>(&size), sizeof size);
  bytes_.append(text);
  slots_[slot] = offset + 1;
  ++count_;
  return offset;
}

void StringsBuilder::grow() {
  std::vector<std::uint32_t> slots(std::max<std::size_t>(64, 2 * slots_.size()));
  for (std::uint32_t old : slots_) {
    if (old == 0) continue;
    std::size_t slot = WordTable::hash(StringsView(bytes_).at(old - 1)) & (slots.size() - 1);
    while (slots[slot] != 0) slot = (slot + 1) & (slots.size() - 1);
    slots[slot] = old;
  }
  slots_ = std::move(slots);
}

void StringsBuilder::import(const StringsView& base) {
  for (std::size_t at = 0; at + sizeof(std::uint32_t) <= base.bytes().size();) {
    std::string_view text = base.at(static_cast<std::uint32_t>(at));
    add(text);
    at += sizeof(std::uint32_t) + text.size();
  }
}

SymbolsBuilder::SymbolsBuilder() {
  for (std::string_view name : symbols::kNames) add(name);
}

Symbol SymbolsBuilder::add(std::string_view name) {
  auto at = at_.find(name);
  if (at != at_.end()) return at->second;
  Symbol symbol{static_cast<std::uint16_t>(names_.size())};
  names_.emplace_back(name);
  at_.emplace(name, symbol);
  return symbol;
}

Symbol SymbolsBuilder::find(std::string_view name) const {
  auto at = at_.find(name);
  return at == at_.end() ? symbols::none : at->second;
}

}  // namespace liaison
