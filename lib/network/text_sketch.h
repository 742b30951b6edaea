// Which texts are nearly the same: a few numbers that stand for all runs of five words of a text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace liaison {

/// The sketch of a text: of its runs of five words (letters and digits, whatever the case), hashed into 64 bins, 16
/// bits of the least of each bin, as 256 hexadecimal digits (MinHash by one permutation). Empty for a text of less
/// than twenty words. One pass, no allocation but the result.
std::string text_sketch(std::string_view text);

inline constexpr std::size_t kSketchBins = 64;
inline constexpr std::size_t kSketchDigits = 4 * kSketchBins;
/// Texts that agree in so many bins are copies of each other: 51 of 64, an estimated 80 % of common runs.
inline constexpr std::size_t kCopyBins = 51;

/// In how many bins two sketches agree: 64 × the share of runs that the two texts have in common, give or take 3.
/// 0 unless both are whole sketches.
std::size_t common_bins(std::string_view a, std::string_view b);

}  // namespace liaison
