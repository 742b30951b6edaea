#include "network/text_sketch.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>

namespace liaison {
namespace {

constexpr std::size_t kRun = 5, kLeastWords = 20;
constexpr std::uint64_t kPrime = 0x9E3779B185EBCA87u;
constexpr std::uint64_t kNone = std::numeric_limits<std::uint64_t>::max();

constexpr std::uint64_t power(std::size_t exponent) {
  std::uint64_t out = 1;
  for (std::size_t i = 0; i < exponent; ++i) out *= kPrime;
  return out;
}

std::uint64_t mixed(std::uint64_t x) {
  x ^= x >> 31;
  x *= 0xC2B2AE3D27D4EB4Fu;
  x ^= x >> 29;
  x *= 0x165667B19E3779F9u;
  return x ^ x >> 32;
}

/// The small letter, digit or byte beyond ASCII; 0 for what stands between words.
constexpr std::array<unsigned char, 256> kLetters = [] {
  std::array<unsigned char, 256> out{};
  for (std::size_t c = 0; c < out.size(); ++c) {
    const bool capital = c >= 'A' && c <= 'Z', small = c >= 'a' && c <= 'z', digit = c >= '0' && c <= '9';
    if (capital) out[c] = static_cast<unsigned char>(c + 32);
    else if (small || digit || c >= 0x80) out[c] = static_cast<unsigned char>(c);
  }
  return out;
}();

/// The least hash of each bin, over the runs of words seen.
class Bins {
 public:
  Bins() { least_.fill(kNone); }

  void add_word(std::uint64_t word) {
    std::uint64_t& oldest = words_[count_ % kRun];
    run_ = run_ * kPrime + word - oldest * power(kRun);
    oldest = word;
    if (++count_ < kRun) return;
    const std::uint64_t hash = mixed(run_);
    std::uint64_t& least = least_[hash >> 58];
    least = std::min(least, hash << 6);
  }

  std::size_t words() const { return count_; }

  /// An empty bin borrows from the next that is not.
  std::string digits() const {
    constexpr char kHex[] = "0123456789abcdef";
    std::string out;
    out.reserve(kSketchDigits);
    for (std::size_t i = 0; i < kSketchBins; ++i) {
      std::size_t from = i;
      while (least_[from % kSketchBins] == kNone && from < i + kSketchBins) ++from;
      const std::uint64_t value = mixed(least_[from % kSketchBins] + (from - i)) >> 48;
      for (const int shift : {12, 8, 4, 0}) out += kHex[value >> shift & 0xF];
    }
    return out;
  }

 private:
  std::array<std::uint64_t, kSketchBins> least_;
  std::array<std::uint64_t, kRun> words_{};
  std::uint64_t run_ = 0;
  std::size_t count_ = 0;
};

}  // namespace

std::string text_sketch(std::string_view text) {
  Bins bins;
  std::uint64_t word = 0;
  for (const char c : text) {
    if (const unsigned char letter = kLetters[static_cast<unsigned char>(c)]) {
      word = (word ^ letter) * kPrime + 1;
    } else if (word != 0) {
      bins.add_word(word);
      word = 0;
    }
  }
  if (word != 0) bins.add_word(word);
  return bins.words() < kLeastWords ? std::string() : bins.digits();
}

std::size_t common_bins(std::string_view a, std::string_view b) {
  if (a.size() != kSketchDigits || b.size() != kSketchDigits) return 0;
  std::size_t common = 0;
  for (std::size_t at = 0; at < kSketchDigits; at += 4) common += a.substr(at, 4) == b.substr(at, 4);
  return common;
}

}  // namespace liaison
