#include "text/addresses.h"

#include <doctest/doctest.h>

#include <cstring>
#include <memory>
#include <random>
#include <string>

#include "sample_orthography.h"
#include "text/utf8.h"

namespace liaison {
namespace {

std::size_t address(std::string_view text, std::size_t start) {
  return address_end(text, start, sample_orthography());
}

using End = std::size_t (*)(std::string_view, std::size_t);

/// What begins at the bar of a text, which is left out.
std::string found(End end, std::string text) {
  const auto start = text.find('|');
  text.erase(start, 1);
  return text.substr(start, end(text, start) - start);
}

struct Case {
  std::string name;
  std::string text;  // a bar stands where the thing may begin
  std::string expected;
};

TEST_CASE("e-mail addresses, hosts and files are found") {
  const Case cases[] = {
      {"mailbox", "to |jay.lee@example.com.", "jay.lee@example.com"},
      {"mailbox with a plus and an unknown domain", "|lee+news@host.invalid, he said", "lee+news@host.invalid"},
      {"nothing before the @", "|@lee met", ""},
      {"nothing behind the @", "|lee@ met", ""},
      {"host", "(|example.com)", "example.com"},
      {"host in capitals", "|EXAMPLE.COM is", "EXAMPLE.COM"},
      {"host of several parts", "|a.b-c.co.uk,", "a.b-c.co.uk"},
      {"file", "see |met.pdf.", "met.pdf"},
      {"path", "|example.com/a/b?c=d#e.", "example.com/a/b?c=d#e"},
      {"no domain", "It |ended.Then he left", ""},
      {"a domain alone", "|.com", ""},
      {"no stop", "|example com", ""},
      {"ends at a letter beyond ASCII", "|example.comé", "example.com"},
      {"in the middle", "x|example.com", "example.com"},
      {"nothing", "|", ""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(found(address, c.text) == c.expected);
  }
}

TEST_CASE("a name is of 128 bytes at most, and none is cut at that length") {
  const std::string name(124, 'a');
  CHECK(found(address, "|" + name + ".com") == name + ".com");
  CHECK(found(address, "|" + name + ".com/lee") == name + ".com/lee");
  CHECK(found(address, "|a" + name + ".com").empty());
  CHECK(found(address, "|lee@" + name + ".org").empty());
  CHECK(found(address, "|" + name + ".company").empty());
}

TEST_CASE("a URL ends where its text does") {
  const Case cases[] = {
      {"before a blank", "|https://example.com/a b", "https://example.com/a"},
      {"before a line break", "|//example.com\nb", "//example.com"},
      {"before a NUL-like control", "|//example.com\x01", "//example.com"},
      {"without the stop behind it", "|//example.com/a.", "//example.com/a"},
      {"without several marks", "|//example.com/a?!...", "//example.com/a"},
      {"between angle brackets", "<|//example.com>", "//example.com"},
      {"between quotes", "\"|//example.com\" he said", "//example.com"},
      {"between typographic quotes", "“|//example.com” he said", "//example.com"},
      {"between round brackets", "(|//example.com/a).", "//example.com/a"},
      {"with round brackets of its own", "|//example.com/Lee_(chairman).", "//example.com/Lee_(chairman)"},
      {"with letters beyond ASCII", "|//example.com/Müller/北京 met", "//example.com/Müller/北京"},
      {"before an invalid byte", "|//example.com/\xFF", "//example.com/"},
      {"only marks", "|...", ""},
      {"nothing", "|", ""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(found(url_end, c.text) == c.expected);
  }
}

TEST_CASE("dashed numbers are telephones and dates, not ranges") {
  const Case cases[] = {
      {"local", "|555-0123 or", "555-0123"},
      {"with its area", "|202-555-0123,", "202-555-0123"},
      {"with its country", "|1-202-555-0123", "1-202-555-0123"},
      {"ISO date", "on |2019-06-14.", "2019-06-14"},
      {"range of years", "|1990-1995", ""},
      {"range of pages", "|10-15", ""},
      {"score", "|3-2", ""},
      {"no dash", "|5550123", ""},
      {"a dash behind it", "|555-0123-", "555-0123"},
      {"no digits behind the dash", "|555- 0123", ""},
      {"a letter behind it", "|555-0123a", ""},
      {"too many parts", "|1-202-555-012-0123", ""},
      {"a year and a month", "|2019-06", ""},
      {"too many digits", "|202-555-012345", ""},
      {"no number", "|a-0123", ""},
      {"nothing", "|", ""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(found(dashed_number_end, c.text) == c.expected);
  }
}

TEST_CASE("emoticons have eyes and a mouth") {
  const Case cases[] = {
      {"with a nose", "nice |:-) he", ":-)"},
      {"without", "nice |;)", ";)"},
      {"a letter for a mouth", "|=D!", "=D"},
      {"no mouth", "|: met", ""},
      {"only a nose", "|:-", ""},
      {"a word behind the colon", "|:Depot", ""},
      {"a number behind it", "|:)5", ""},
      {"nothing", "|", ""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(found(emoticon_end, c.text) == c.expected);
  }
}

TEST_CASE("whatever stands there, the end is of whole characters and inside the text") {
  const std::string pieces[] = {"a", "lee", "com", "1", "55", "0123", ".", "-", "@", "/", "(", ")", ":",
                                ";", "=", "'", " ", "é", "北", "”", "\xFF", "\xE2\x80", std::string(1, '\0')};
  std::mt19937 random(5);
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    for (auto n = random() % 12; n > 0; --n) text += pieces[random() % std::size(pieces)];
    const std::unique_ptr<char[]> exact(new char[text.size()]);
    std::memcpy(exact.get(), text.data(), text.size());
    const std::string_view view{exact.get(), text.size()};
    CAPTURE(text);
    for (std::size_t start = 0; start < text.size(); start += decode_utf8(view, start).length) {
      for (const End end : {End{address}, End{url_end}, End{dashed_number_end}, End{emoticon_end}}) {
        auto at = start;
        const auto to = end(view, start);
        while (at < to) at += decode_utf8(view, at).length;
        REQUIRE(at == to);
        REQUIRE(to <= text.size());
      }
    }
  }
}

}  // namespace
}  // namespace liaison
