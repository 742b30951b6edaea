// A hash table from words to dense ids that is mapped, not parsed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/token.h"

namespace liaison {

namespace detail {

/// How long, in bytes, a word may be that is loaded into two integers.
inline constexpr std::size_t kShortWord = 16;

inline std::uint64_t load_word(const char* from, std::size_t length) {
  std::uint64_t value = 0;
  std::memcpy(&value, from, length);
  return value;
}

/// The two halves of the 128-bit product, folded together.
inline std::uint64_t fold_product(std::uint64_t a, std::uint64_t b) {
  __extension__ using Wide = unsigned __int128;
  const Wide product = static_cast<Wide>(a) * b;
  return static_cast<std::uint64_t>(product) ^
         static_cast<std::uint64_t>(product >> 64);
}

/// The first slot of a hash in a table of any number of slots, by the lower half of the hash.
inline std::uint32_t slot_of(std::uint64_t hash, std::uint32_t slots) {
  return static_cast<std::uint32_t>((hash & 0xFFFFFFFF) * slots >> 32);
}

/// The first and the last bytes of a word of at most 16, in two integers that
/// together hold all of it.
struct ShortWord {
  std::uint64_t head = 0, tail = 0;

  friend bool operator==(const ShortWord&, const ShortWord&) = default;
};

inline ShortWord load_short(const char* from, std::size_t length) {
  if (length >= 8) {
    return {load_word(from, 8), load_word(from + length - 8, 8)};
  }
  if (length >= 4) {
    return {load_word(from, 4), load_word(from + length - 4, 4)};
  }
  if (length == 0) return {};
  const auto byte = [from](std::size_t i) {
    return std::uint64_t{static_cast<unsigned char>(from[i])};
  };
  return {byte(0) << 16 | byte(length / 2) << 8 | byte(length - 1), 0};
}

}  // namespace detail

/// A read-only table from byte strings to the ids 0 … size()-1, viewed in the
/// bytes that `WordTableBuilder` made. Copies are cheap and share those bytes,
/// which must outlive them. Any number of threads may read one.
///
/// The image, little endian, sections multiples of eight bytes:
///   header · u32 slots · places · blob of words
/// Slots are probed one after the other from `slot_of(hash, slots)`. A slot holds
/// id+1 in as many bits as the largest id needs, and above them the highest
/// bits of the hash, the tag; 0 is an empty slot. Places come in blocks of eight words: u32 where the first of them
/// begins, then the length of each in a byte. A word of `kLongWord` bytes and more has 255 there, and in its place the
/// u32 begin and length of where it stands behind all others.
///
/// Opening checks the header and the lengths, in O(1). Every read is checked as
/// well, so that a corrupted image gives wrong answers but never reads outside
/// of its bytes and always ends.
class WordTable {
 public:
  /// A table without words.
  WordTable() = default;

  /// Views the image, or nothing if it is not one. `image` may be longer than
  /// the table and need not be aligned; eight-byte alignment is faster.
  static std::optional<WordTable> open(std::string_view image);

  /// The hash of a word; the same on every machine.
  static std::uint64_t hash(std::string_view word);

  /// The same, of a word that `detail::load_short` loaded. Requires: it has `length` bytes.
  static std::uint64_t hash(detail::ShortWord word, std::size_t length);

  /// The id of the word, or `kUnknownWord`. O(1) expected.
  std::uint32_t find(std::string_view word) const {
    return find(word, hash(word));
  }

  /// The same, for a hash worked out before. Requires `hash == hash(word)`.
  std::uint32_t find(std::string_view word, std::uint64_t hash) const;

  /// Fetches what `find` looks at first, ahead of time.
  void prefetch(std::uint64_t hash) const {
    if (slot_count_ != 0) __builtin_prefetch(slots_ + std::size_t{4} * detail::slot_of(hash, slot_count_));
  }

  /// The first id that `find` would compare with the word, or `kUnknownWord`.
  std::uint32_t candidate(std::uint64_t hash) const;
  /// Fetches where a word stands, ahead of `word`.
  void prefetch_place(std::uint32_t id) const {
    if (id < size_) __builtin_prefetch(places_ + id / kBlock * kBlockBytes);
  }

  /// The word with this id; empty if there is none. Lives as long as the image.
  std::string_view word(std::uint32_t id) const;

  /// The number of words.
  std::uint32_t size() const { return size_; }

  /// The length of the image proper: where a following section may begin.
  std::size_t image_size() const { return image_size_; }

 private:
  friend class WordTableBuilder;
  static constexpr std::size_t kBlock = 8, kBlockBytes = 4 + kBlock;
  static constexpr std::size_t kLongWord = 255;

  const char* slots_ = nullptr;
  const char* places_ = nullptr;
  const char* blob_ = nullptr;
  std::uint32_t slot_count_ = 0;  // more than words, or 0
  std::uint32_t size_ = 0;
  std::uint32_t blob_size_ = 0;
  std::uint32_t id_mask_ = 0;     // the bits of a slot that hold id+1
  std::size_t image_size_ = 0;
};

/// Collects words and lays out the image of a `WordTable`. The same words in
/// the same order give the same bytes.
class WordTableBuilder {
 public:
  /// The id of the word: its old one, or the next free one.
  /// Throws `std::length_error` past 2^30 words or 2^32 bytes of words.
  std::uint32_t add(std::string_view word);

  /// The id of a word added before, or `kUnknownWord`.
  std::uint32_t find(std::string_view word) const;

  /// The word with this id. Lives until the next one is added. Requires `id < size()`.
  std::string_view word(std::uint32_t id) const {
    return std::string_view(blob_).substr(offsets_[id], offsets_[id + std::size_t{1}] - offsets_[id]);
  }

  std::uint32_t size() const { return static_cast<std::uint32_t>(offsets_.size() - 1); }

  /// The image; its length is a multiple of eight.
  std::string bytes() const;

 private:
  std::size_t slot_of(std::string_view word, std::uint64_t hash) const;
  void grow();
  std::pair<std::string, std::string> places() const;

  std::vector<std::uint32_t> slots_ = std::vector<std::uint32_t>(64);  // 1 + id, or 0
  std::vector<std::uint32_t> tags_;  // of each word: the upper half of its hash
  std::vector<std::uint32_t> offsets_{0};
  std::string blob_;
};

namespace detail {

inline constexpr std::uint64_t kHash0 = 0x9E3779B97F4A7C15, kHash1 = 0xD6E8FEB86659FD93;

/// The hash of a word whose last bytes, at most 16, are `rest`, and whose others are in `state` already.
inline std::uint64_t finish_hash(std::uint64_t state, ShortWord rest) {
  state = fold_product(rest.head ^ kHash1, rest.tail ^ state);
  return fold_product(state ^ kHash0, kHash1);
}

}  // namespace detail

inline std::uint64_t WordTable::hash(std::string_view word) {
  const char* at = word.data();
  std::size_t left = word.size();
  std::uint64_t state = detail::kHash0 ^ left;
  for (; left > detail::kShortWord; at += 16, left -= 16) {
    state = detail::fold_product(detail::load_word(at, 8) ^ detail::kHash1,
                                 detail::load_word(at + 8, 8) ^ state);
  }
  return detail::finish_hash(state, detail::load_short(at, left));
}

inline std::uint64_t WordTable::hash(detail::ShortWord word, std::size_t length) {
  return detail::finish_hash(detail::kHash0 ^ length, word);
}

}  // namespace liaison
