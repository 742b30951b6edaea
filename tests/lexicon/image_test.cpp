#include "lexicon/image.h"

#include <cstring>
#include <memory>

#include <doctest/doctest.h>

#include "liaison/error.h"

namespace liaison {
namespace {

struct Record {
  std::uint32_t a = 0, b = 0;
};

/// The bytes of an image, aligned, in room of exactly their size.
class Room {
 public:
  explicit Room(const std::string& bytes) : size_(bytes.size()), words_(new std::uint64_t[(bytes.size() + 7) / 8]) {
    std::memcpy(words_.get(), bytes.data(), bytes.size());
  }
  std::string_view view() const { return {reinterpret_cast<const char*>(words_.get()), size_}; }

 private:
  std::size_t size_;
  std::unique_ptr<std::uint64_t[]> words_;
};

std::string sample() {
  ImageBuilder builder;
  builder.add(SectionId::strings, "some bytes");
  builder.add(SectionId::entries, std::vector<Record>{{1, 2}, {3, 4}});
  builder.add(SectionId::lemmas, "");
  return builder.build();
}

/// Why an image is refused; empty if it is not.
std::string refusal(const std::string& bytes) {
  Room room(bytes);
  try {
    Image image(room.view(), "x.pack");
    return {};
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::bad_pack);
    return error.what();
  }
}

TEST_CASE("sections are read back as they were added") {
  Room room(sample());
  Image image(room.view(), "x.pack");
  CHECK(image.section(SectionId::strings) == "some bytes");
  CHECK(image.section(SectionId::lemmas).empty());
  CHECK(image.section(SectionId::rules).empty());
  CHECK(image.verify());
  Table<Record> table = image.table<Record>(SectionId::entries);
  REQUIRE(table.size() == 2);
  CHECK(table[1].b == 4);
  CHECK(image.table<Record>(SectionId::rules).size() == 0);
  CHECK(image.table<std::uint64_t>(SectionId::strings).size() == 1);  // ten bytes hold one whole record
  CHECK(Image().section(SectionId::strings).empty());
}

TEST_CASE("a table gives zeros beyond its end") {
  const Record records[] = {{1, 2}, {3, 4}, {5, 6}};
  Table<Record> table(records);
  CHECK(table[2].a == 5);
  CHECK(table[3].a == 0);
  CHECK(table[SIZE_MAX].b == 0);
  struct Case {
    std::size_t first, count, expected;
  };
  for (const Case& c : {Case{0, 3, 3}, Case{1, 1, 1}, Case{1, 99, 2}, Case{3, 1, 0}, Case{4, 1, 0},
                        Case{1, SIZE_MAX, 2}, Case{SIZE_MAX, SIZE_MAX, 0}}) {
    CAPTURE(c.first);
    CAPTURE(c.count);
    CHECK(table.slice(c.first, c.count).size() == c.expected);
  }
}

TEST_CASE("what is no image is refused with its name and the reason") {
  const std::string good = sample();
  auto changed = [&](std::size_t at, unsigned char to) {
    std::string bytes = good;
    bytes[at] = static_cast<char>(to);
    return bytes;
  };
  // The header: magic, version at 8, count of sections at 12, size at 16, checksum at 24; then sections of 24 bytes.
  constexpr std::size_t kHeader = 32;
  struct Case {
    std::string name;
    std::string bytes;
    std::string expected;
  };
  const Case cases[] = {
      {"nothing", "", "too short"},
      {"half a header", good.substr(0, 31), "too short"},
      {"another file", std::string(200, 'x'), "not a language pack"},
      {"another version", changed(8, 99), "another version"},
      {"cut off", good.substr(0, good.size() - 8), "its size is not"},
      {"with a tail", good + "12345678", "its size is not"},
      {"more sections than there is room", changed(14, 1), "damaged"},
      {"a section that begins outside", changed(kHeader + 14, 1), "outside"},
      {"a section that ends outside", changed(kHeader + 18, 1), "outside"},
      {"a section whose end overflows", changed(kHeader + 23, 0xFF), "outside"},
      {"a section out of line", changed(kHeader + 8, static_cast<unsigned char>(good[kHeader + 8] + 1)), "outside"},
  };
  CHECK(refusal(good).empty());
  for (const Case& c : cases) {
    CAPTURE(c.name);
    std::string why = refusal(c.bytes);
    CHECK(why.find("x.pack") != std::string::npos);
    CHECK_MESSAGE(why.find(c.expected) != std::string::npos, why);
  }
}

TEST_CASE("a changed byte does not verify") {
  const std::string good = sample();
  for (std::size_t at = 32; at < good.size(); ++at) {
    std::string bytes = good;
    bytes[at] = static_cast<char>(bytes[at] ^ 1);
    if (!refusal(bytes).empty()) continue;
    Room room(bytes);
    CAPTURE(at);
    CHECK_FALSE(Image(room.view(), "x").verify());
  }
}

TEST_CASE("bytes that are not aligned are refused") {
  const std::string good = sample();
  std::vector<std::uint64_t> room(good.size() / 8 + 2);
  char* odd = reinterpret_cast<char*>(room.data()) + 4;
  std::memcpy(odd, good.data(), good.size());
  CHECK_THROWS_AS(Image({odd, good.size()}, "x"), Error);
}

TEST_CASE("strings are read inside of their blob only") {
  std::string blob = std::string("\x03\0\0\0abc\0\0\0\0", 11);
  StringsView strings(blob);
  CHECK(strings.at(0) == "abc");
  CHECK(strings.at(7).empty());
  for (std::uint32_t offset : {1u, 8u, 11u, 1000u, 0xFFFFFFFFu}) CHECK(strings.at(offset).empty());
  CHECK(StringsView(std::string_view("\x08\0\0\0abc", 7)).at(0).empty());  // longer than what is left
  CHECK(StringsView().at(0).empty());
}

}  // namespace
}  // namespace liaison
