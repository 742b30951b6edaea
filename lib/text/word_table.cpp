#include "text/word_table.h"

#include <algorithm>
#include <bit>
#include <stdexcept>

namespace liaison {
namespace {

constexpr std::uint64_t kMagic = 0x3430424154575F4C;  // "L_WTAB04"
constexpr std::uint32_t kMostWords = (std::uint32_t{1} << 30) - 1;

struct Header {
  std::uint64_t magic = kMagic;
  std::uint32_t size = 0;        // words
  std::uint32_t slot_count = 0;  // more than words
  std::uint32_t blob_size = 0;
  std::uint32_t reserved = 0;
};
static_assert(sizeof(Header) == 24);

template <class T>
T load(const char* section, std::size_t index) {
  T value;
  std::memcpy(&value, section + index * sizeof(T), sizeof(T));
  return value;
}

template <class T>
void append(std::string& out, const T* values, std::size_t count) {
  if (count != 0) {
    out.append(reinterpret_cast<const char*>(values), count * sizeof(T));
  }
}

/// The sum of the lowest `count` bytes, fewer than eight.
std::uint64_t sum_of_bytes(std::uint64_t bytes, std::uint32_t count) {
  constexpr std::uint64_t kEven = 0x00FF00FF00FF00FF;
  bytes &= (std::uint64_t{1} << 8 * count) - 1;
  return ((bytes & kEven) + (bytes >> 8 & kEven)) * 0x0001000100010001 >> 48;
}

constexpr std::uint64_t round_up(std::uint64_t bytes) { return (bytes + 7) & ~7ULL; }

/// The bits of a slot that hold id+1 in a table of so many words.
std::uint32_t id_mask(std::uint32_t size) { return (std::uint32_t{1} << std::bit_width(size)) - 1; }

}  // namespace

std::optional<WordTable> WordTable::open(std::string_view image) {
  if (image.size() < sizeof(Header)) return std::nullopt;
  const auto header = load<Header>(image.data(), 0);
  if (header.magic != kMagic || header.size >= header.slot_count || header.size > kMostWords) {
    return std::nullopt;
  }
  const std::uint64_t slots = sizeof(Header);
  const std::uint64_t places = slots + round_up(4 * std::uint64_t{header.slot_count});
  const std::uint64_t blob = places + round_up((std::uint64_t{header.size} + kBlock - 1) / kBlock * kBlockBytes);
  const std::uint64_t end = blob + round_up(header.blob_size);
  if (end > image.size()) return std::nullopt;

  WordTable table;
  table.slots_ = image.data() + slots;
  table.places_ = image.data() + places;
  table.blob_ = image.data() + blob;
  table.slot_count_ = header.slot_count;
  table.size_ = header.size;
  table.blob_size_ = header.blob_size;
  table.id_mask_ = id_mask(header.size);
  table.image_size_ = end;
  return table;
}

std::uint32_t WordTable::find(std::string_view wanted, std::uint64_t hash) const {
  const auto tag = static_cast<std::uint32_t>(hash >> 32) & ~id_mask_;
  auto at = detail::slot_of(hash, slot_count_);
  for (std::uint32_t probes = 0; probes < slot_count_; ++probes) {
    const auto slot = load<std::uint32_t>(slots_, at);
    if (slot == 0) break;
    const auto id = (slot & id_mask_) - 1;
    if ((slot & ~id_mask_) == tag && id < size_ && word(id) == wanted) return id;
    if (++at == slot_count_) at = 0;
  }
  return kUnknownWord;
}

std::uint32_t WordTable::candidate(std::uint64_t hash) const {
  const auto tag = static_cast<std::uint32_t>(hash >> 32) & ~id_mask_;
  auto at = detail::slot_of(hash, slot_count_);
  for (std::uint32_t probes = 0; probes < slot_count_; ++probes, at = at + 1 == slot_count_ ? 0 : at + 1) {
    const auto slot = load<std::uint32_t>(slots_, at);
    if (slot == 0) break;
    if ((slot & ~id_mask_) == tag) return (slot & id_mask_) - 1;
  }
  return kUnknownWord;
}

std::string_view WordTable::word(std::uint32_t id) const {
  if (id >= size_) return {};
  const char* block = places_ + id / kBlock * kBlockBytes;
  const auto lengths = load<std::uint64_t>(block + 4, 0);
  std::uint64_t start = load<std::uint32_t>(block, 0) + sum_of_bytes(lengths, id % kBlock);
  std::uint64_t length = lengths >> 8 * (id % kBlock) & 0xFF;
  if (length == kLongWord && start + 8 <= blob_size_) {
    length = load<std::uint32_t>(blob_ + start, 1);
    start = load<std::uint32_t>(blob_ + start, 0);
  }
  if (start + length > blob_size_) return {};
  return {blob_ + start, length};
}

/// The slot of the word, or the one that it would be put into.
std::size_t WordTableBuilder::slot_of(std::string_view wanted, std::uint64_t hash) const {
  std::size_t at = hash & (slots_.size() - 1);
  for (; slots_[at] != 0; at = (at + 1) & (slots_.size() - 1))
    if (tags_[slots_[at] - 1] == hash >> 32 && word(slots_[at] - 1) == wanted) break;
  return at;
}

std::uint32_t WordTableBuilder::add(std::string_view word) {
  const auto hash = WordTable::hash(word);
  auto at = slot_of(word, hash);
  if (slots_[at] != 0) return slots_[at] - 1;
  if (size() >= kMostWords || blob_.size() + word.size() > 0xFFFFFFFFULL) {
    throw std::length_error("WordTableBuilder: too many words");
  }
  const auto id = size();
  tags_.push_back(static_cast<std::uint32_t>(hash >> 32));
  blob_ += word;
  offsets_.push_back(static_cast<std::uint32_t>(blob_.size()));
  slots_[at] = id + 1;
  if (2 * std::size_t{id} >= slots_.size()) grow();
  return id;
}

void WordTableBuilder::grow() {
  slots_.assign(2 * slots_.size(), 0);
  for (std::uint32_t id = 0; id < size(); ++id) {
    std::size_t at = WordTable::hash(word(id)) & (slots_.size() - 1);
    while (slots_[at] != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = id + 1;
  }
}

std::uint32_t WordTableBuilder::find(std::string_view word) const {
  return slots_[slot_of(word, WordTable::hash(word))] - 1;  // 0 - 1 is kUnknownWord
}

/// Lays out the words: where they stand, and their bytes.
std::pair<std::string, std::string> WordTableBuilder::places() const {
  constexpr std::size_t kLongWord = WordTable::kLongWord;
  std::string places, blob;
  std::vector<std::pair<std::size_t, std::uint32_t>> long_places;  // in the blob, of which word
  for (std::uint32_t id = 0; id < size(); ++id) {
    const auto start = static_cast<std::uint32_t>(blob.size());
    if (id % WordTable::kBlock == 0) append(places, &start, 1);
    const std::string_view text = word(id);
    places += static_cast<char>(std::min(text.size(), kLongWord));
    if (text.size() >= kLongWord) long_places.emplace_back(blob.size(), id);
    blob.append(text.size() < kLongWord ? text : std::string(kLongWord, '\0'));
  }
  places.resize((places.size() + WordTable::kBlockBytes - 1) / WordTable::kBlockBytes * WordTable::kBlockBytes);
  for (auto [place, id] : long_places) {
    const std::uint32_t at[2] = {static_cast<std::uint32_t>(blob.size()), static_cast<std::uint32_t>(word(id).size())};
    std::memcpy(blob.data() + place, at, sizeof at);
    blob += word(id);
  }
  return {std::move(places), std::move(blob)};
}

std::string WordTableBuilder::bytes() const {
  const auto [places, blob] = this->places();
  if (blob.size() > 0xFFFFFFFFULL) throw std::length_error("WordTableBuilder: too many words");
  Header header;
  header.size = size();
  // Three quarters full, so that probes stay short.
  header.slot_count = size() + size() / 3 + 2;
  header.blob_size = static_cast<std::uint32_t>(blob.size());
  const std::uint32_t ids = id_mask(header.size);

  std::vector<std::uint32_t> slots(header.slot_count);
  for (std::uint32_t id = 0; id < header.size; ++id) {
    auto at = detail::slot_of(WordTable::hash(word(id)), header.slot_count);
    while (slots[at] != 0) at = at + 1 == header.slot_count ? 0 : at + 1;
    slots[at] = (tags_[id] & ~ids) | (id + 1);
  }

  std::string out;
  append(out, &header, 1);
  append(out, slots.data(), slots.size());
  out.resize(round_up(out.size()));
  out += places;
  out.resize(round_up(out.size()));
  out += blob;
  out.resize(round_up(out.size()));
  return out;
}

}  // namespace liaison
