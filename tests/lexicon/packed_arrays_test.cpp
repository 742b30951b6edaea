#include "lexicon/packed_arrays.h"

#include <doctest/doctest.h>

namespace liaison {
namespace {

TEST_CASE("arrays are read in the order in which they were written") {
  const std::vector<std::uint16_t> small{1, 2, 3};
  const std::vector<std::uint32_t> none, large{7};
  ArraysWriter out;
  CHECK((out(small) && out(none) && out(large)));
  CHECK(out.bytes().size() == 3 * 8 + 8 + 8);

  ArraysReader in(out.bytes());
  std::vector<std::uint16_t> first;
  std::vector<std::uint32_t> second{9}, third;
  CHECK((in(first) && in(second) && !in.at_end() && in(third) && in.at_end()));
  CHECK(first == small);
  CHECK(second.empty());
  CHECK(third == large);
  CHECK(!in(third));
}

TEST_CASE("an array that is cut, or tells a length that it has not, is not read") {
  ArraysWriter out;
  out(std::vector<std::uint32_t>{1, 2});
  std::vector<std::uint32_t> records;
  CHECK(!ArraysReader(std::string_view(out.bytes()).substr(0, 8)).operator()(records));
  CHECK(!ArraysReader(std::string_view(out.bytes()).substr(0, 4)).operator()(records));
  std::string longer = out.bytes();
  longer[7] = '\x7f';
  CHECK(!ArraysReader(longer)(records));
}

}  // namespace
}  // namespace liaison
