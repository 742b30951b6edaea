#include "text/word_table.h"

#include <bit>
#include <stdexcept>

namespace liaison {
namespace {

constexpr std::uint64_t kMagic = 0x3130424154575F4C;  // "L_WTAB01"
constexpr std::uint32_t kMostWords = std::uint32_t{1} << 31;

struct Header {
  std::uint64_t magic = kMagic;
  std::uint32_t size = 0;        // words
  std::uint32_t slot_count = 0;  // a power of two
  std::uint32_t blob_size = 0;
  std::uint32_t reserved = 0;
};
static_assert(sizeof(Header) == 24);

struct Slot {
  std::uint32_t tag = 0;
  std::uint32_t id_plus_one = 0;  // 0: empty
};
static_assert(sizeof(Slot) == 8);

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

constexpr std::uint64_t round_up(std::uint64_t bytes) { return (bytes + 7) & ~7ULL; }

std::uint32_t tag_of(std::uint64_t hash) {
  return static_cast<std::uint32_t>(hash >> 32);
}

}  // namespace

std::optional<WordTable> WordTable::open(std::string_view image) {
  if (image.size() < sizeof(Header)) return std::nullopt;
  const auto header = load<Header>(image.data(), 0);
  if (header.magic != kMagic || !std::has_single_bit(header.slot_count) ||
      header.size >= header.slot_count) {
    return std::nullopt;
  }
  const std::uint64_t slots = sizeof(Header);
  const std::uint64_t offsets = slots + sizeof(Slot) * std::uint64_t{header.slot_count};
  const std::uint64_t blob =
      offsets + round_up(4 * (std::uint64_t{header.size} + 1));
  const std::uint64_t end = blob + round_up(header.blob_size);
  if (end > image.size()) return std::nullopt;

  WordTable table;
  table.slots_ = image.data() + slots;
  table.offsets_ = image.data() + offsets;
  table.blob_ = image.data() + blob;
  table.slot_count_ = header.slot_count;
  table.size_ = header.size;
  table.blob_size_ = header.blob_size;
  table.image_size_ = end;
  return table;
}

std::uint32_t WordTable::find(std::string_view wanted, std::uint64_t hash) const {
  const std::uint32_t mask = slot_count_ - 1;
  auto at = static_cast<std::uint32_t>(hash) & mask;
  for (std::uint32_t probes = 0; probes < slot_count_; ++probes) {
    const auto slot = load<Slot>(slots_, at);
    if (slot.id_plus_one == 0) break;
    const auto id = slot.id_plus_one - 1;
    if (slot.tag == tag_of(hash) && id < size_ && word(id) == wanted) return id;
    at = (at + 1) & mask;
  }
  return kUnknownWord;
}

std::uint32_t WordTable::candidate(std::uint64_t hash) const {
  const std::uint32_t mask = slot_count_ - 1;
  auto at = static_cast<std::uint32_t>(hash) & mask;
  for (std::uint32_t probes = 0; probes < slot_count_; ++probes, at = (at + 1) & mask) {
    const auto slot = load<Slot>(slots_, at);
    if (slot.id_plus_one == 0) break;
    if (slot.tag == tag_of(hash)) return slot.id_plus_one - 1;
  }
  return kUnknownWord;
}

std::string_view WordTable::word(std::uint32_t id) const {
  if (id >= size_) return {};
  const auto start = load<std::uint32_t>(offsets_, id);
  const auto end = load<std::uint32_t>(offsets_, id + std::size_t{1});
  if (start > end || end > blob_size_) return {};
  return {blob_ + start, end - start};
}

std::uint32_t WordTableBuilder::add(std::string_view word) {
  if (const auto known = find(word); known != kUnknownWord) return known;
  if (words_.size() >= kMostWords || blob_size_ + word.size() > 0xFFFFFFFFULL) {
    throw std::length_error("WordTableBuilder: too many words");
  }
  const auto id = size();
  words_.push_back(&ids_.emplace(word, id).first->first);
  blob_size_ += word.size();
  return id;
}

std::uint32_t WordTableBuilder::find(std::string_view word) const {
  const auto found = ids_.find(word);
  return found == ids_.end() ? kUnknownWord : found->second;
}

std::string WordTableBuilder::bytes() const {
  Header header;
  header.size = size();
  // At most two thirds full, so that probes stay short.
  header.slot_count =
      static_cast<std::uint32_t>(std::bit_ceil(words_.size() * 3 / 2 + 2));
  header.blob_size = static_cast<std::uint32_t>(blob_size_);

  std::vector<Slot> slots(header.slot_count);
  std::vector<std::uint32_t> offsets{0};
  std::string blob;
  for (std::uint32_t id = 0; id < header.size; ++id) {
    const auto hash = WordTable::hash(*words_[id]);
    auto at = static_cast<std::uint32_t>(hash) & (header.slot_count - 1);
    while (slots[at].id_plus_one != 0) at = (at + 1) & (header.slot_count - 1);
    slots[at] = {tag_of(hash), id + 1};
    blob += *words_[id];
    offsets.push_back(static_cast<std::uint32_t>(blob.size()));
  }

  std::string out;
  append(out, &header, 1);
  append(out, slots.data(), slots.size());
  append(out, offsets.data(), offsets.size());
  out.resize(round_up(out.size()));
  out += blob;
  out.resize(round_up(out.size()));
  return out;
}

}  // namespace liaison
