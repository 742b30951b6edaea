#include "lexicon/image.h"

#include <algorithm>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "liaison/error.h"

namespace liaison {
namespace {

constexpr char kMagic[8] = {'L', 'I', 'A', 'I', 'S', 'O', 'N', '\n'};
constexpr std::size_t kAlignment = 8;

struct Header {
  char magic[8];
  std::uint32_t version;
  std::uint32_t section_count;
  std::uint64_t size;      // of the whole image
  std::uint64_t checksum;  // XXH3 of all that follows the header
};

struct SectionRecord {
  SectionId id;
  std::uint32_t reserved;
  std::uint64_t offset, size;
};

std::size_t aligned(std::size_t offset) { return (offset + kAlignment - 1) / kAlignment * kAlignment; }

std::span<const SectionRecord> sections_of(std::string_view bytes) {
  Header header;
  std::memcpy(&header, bytes.data(), sizeof header);
  return {reinterpret_cast<const SectionRecord*>(bytes.data() + sizeof header), header.section_count};
}

}  // namespace

Image::Image(std::string_view bytes, const std::string& where) : bytes_(bytes) {
  auto refuse = [&](const char* why) { throw Error(ErrorCode::bad_pack, where, why); };
  Header header;
  if (bytes.size() < sizeof header) refuse("not a language pack: too short");
  if (reinterpret_cast<std::uintptr_t>(bytes.data()) % kAlignment != 0) refuse("the pack's bytes are not aligned");
  std::memcpy(&header, bytes.data(), sizeof header);
  if (std::memcmp(header.magic, kMagic, sizeof kMagic) != 0) refuse("not a language pack");
  if (header.version != kImageVersion) refuse("a language pack of another version; compile it again");
  if (header.size != bytes.size()) refuse("a damaged language pack: its size is not what its header says");
  if (header.section_count > (bytes.size() - sizeof header) / sizeof(SectionRecord)) refuse("a damaged language pack");
  for (const SectionRecord& record : sections_of(bytes))
    if (record.offset > bytes.size() || record.size > bytes.size() - record.offset || record.offset % kAlignment != 0)
      refuse("a damaged language pack: a section lies outside of the file");
  checksum_ = header.checksum;
}

std::string_view Image::section(SectionId id) const {
  if (bytes_.empty()) return {};
  for (const SectionRecord& record : sections_of(bytes_))
    if (record.id == id) return bytes_.substr(record.offset, record.size);
  return {};
}

std::vector<SectionId> Image::sections() const {
  std::vector<SectionId> out;
  if (bytes_.empty()) return out;
  for (const SectionRecord& record : sections_of(bytes_)) out.push_back(record.id);
  return out;
}

bool Image::verify() const {
  return XXH3_64bits(bytes_.data() + sizeof(Header), bytes_.size() - sizeof(Header)) == checksum_;
}

void ImageBuilder::add(SectionId id, std::string_view bytes) { parts_.push_back({id, std::string(bytes)}); }

void ImageBuilder::add_missing(const Image& base, SectionId but) {
  for (SectionId id : base.sections()) {
    bool known = std::any_of(parts_.begin(), parts_.end(), [&](const Part& part) { return part.id == id; });
    if (!known && id != but) add(id, base.section(id));
  }
}

std::string ImageBuilder::build() const {
  std::vector<SectionRecord> records;
  std::size_t offset = aligned(sizeof(Header) + parts_.size() * sizeof(SectionRecord));
  for (const Part& part : parts_) {
    records.push_back({part.id, 0, offset, part.bytes.size()});
    offset = aligned(offset + part.bytes.size());
  }
  std::string image(offset, '\0');
  std::memcpy(image.data() + sizeof(Header), records.data(), records.size() * sizeof(SectionRecord));
  for (std::size_t i = 0; i < parts_.size(); ++i)
    std::memcpy(image.data() + records[i].offset, parts_[i].bytes.data(), parts_[i].bytes.size());
  Header header{{}, kImageVersion, static_cast<std::uint32_t>(parts_.size()), image.size(), 0};
  std::memcpy(header.magic, kMagic, sizeof kMagic);
  header.checksum = XXH3_64bits(image.data() + sizeof header, image.size() - sizeof header);
  std::memcpy(image.data(), &header, sizeof header);
  return image;
}

}  // namespace liaison
