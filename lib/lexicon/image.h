// The container of a compiled pack: a header, a table of sections, and the sections, which are arrays of plain
// records. An image is mapped and read in place.
#pragma once

#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace liaison {

/// What a section holds. The numbers are part of the file format: add at the end, never reorder.
enum class SectionId : std::uint32_t {
  version_text = 1,
  orthography,
  vocabulary,
  word_info,
  class_sets,
  class_names,
  lemmas,
  trie_filter,
  trie_nodes,
  entries,
  entities,
  attributes,
  word_attributes,
  strings,
  symbol_names,
  word_patterns,
  sources,
  rules,
  predicates,
  instructions,
  anchors,
  frames,
  triggers,
  slots,
  frame_words,
  weights,
  status_cues,
  examples,
  actions,
  conditions,
  derivations,
  trigger_names,
  reference_keys,
  kind_names,
  lemma_blocks,
  trie_branches,
  list_runs,
  readings,
  telling_weights,
  test_indices
};

/// The version of the format: an image of another version is refused.
inline constexpr std::uint32_t kImageVersion = 9;

/// A read-only array in an image. An index outside of it gives an all-zero record, so that a damaged image can
/// mislead but never reads foreign memory.
template <class T>
class Table {
  static_assert(std::is_trivially_copyable_v<T>);

 public:
  Table() = default;
  explicit Table(std::span<const T> records) : records_(records) {}

  const T& operator[](std::size_t index) const { return index < records_.size() ? records_[index] : kZero; }
  std::size_t size() const { return records_.size(); }
  auto begin() const { return records_.begin(); }
  auto end() const { return records_.end(); }
  /// The records from `first`, at most `count` of them.
  std::span<const T> slice(std::size_t first, std::size_t count) const {
    if (first > records_.size()) return {};
    return records_.subspan(first, std::min(count, records_.size() - first));
  }

 private:
  static inline const T kZero{};
  std::span<const T> records_;
};

/// A view of an image. Requires: the bytes outlive it and are aligned to 8.
class Image {
 public:
  Image() = default;
  /// Checks the header and the table of sections, and nothing else. Throws Error{bad_pack, where}.
  Image(std::string_view bytes, const std::string& where);

  /// The bytes of a section; empty where the image has none.
  std::string_view section(SectionId id) const;

  /// A section as records. A section whose size is no multiple of the record's is read up to the last whole one.
  template <class T>
  Table<T> table(SectionId id) const {
    std::string_view bytes = section(id);
    return Table<T>({reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)});
  }

  /// The sections that it has, in their order.
  std::vector<SectionId> sections() const;
  std::string_view bytes() const { return bytes_; }
  /// The checksum that the header gives for the body.
  std::uint64_t checksum() const { return checksum_; }
  /// Computes the checksum of the body and compares. Linear in the size.
  bool verify() const;

 private:
  std::string_view bytes_;
  std::uint64_t checksum_ = 0;
};

/// Puts sections together to an image.
class ImageBuilder {
 public:
  void add(SectionId id, std::string_view bytes);

  template <class T>
  void add(SectionId id, const std::vector<T>& records) {
    static_assert(std::is_trivially_copyable_v<T>);
    add(id, std::string_view(reinterpret_cast<const char*>(records.data()), records.size() * sizeof(T)));
  }

  /// Takes over the sections of an image that were not added, but for one.
  void add_missing(const Image& base, SectionId but);
  std::string build() const;

 private:
  struct Part {
    SectionId id;
    std::string bytes;
  };
  std::vector<Part> parts_;
};

/// A blob of strings, each told by its offset; equal strings are stored once.
/// A stored string is four bytes of length and its bytes.
class StringsView {
 public:
  StringsView() = default;
  explicit StringsView(std::string_view bytes) : bytes_(bytes) {}

  std::string_view at(std::uint32_t offset) const {
    std::uint32_t size = 0;
    if (std::size_t(offset) + sizeof size > bytes_.size()) return {};
    std::memcpy(&size, bytes_.data() + offset, sizeof size);
    if (size > bytes_.size() - offset - sizeof size) return {};
    return bytes_.substr(offset + sizeof size, size);
  }
  std::string_view bytes() const { return bytes_; }

 private:
  std::string_view bytes_;
};

}  // namespace liaison
