// One reading for each name of a document: all occurrences vote.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "recognition/name_model.h"

namespace liaison {

/// Gives the occurrences of one name in a document one type, as "one sense per discourse" has it (Gale, Church and
/// Yarowsky 1992). Each occurrence says what it would lose as each type against its best one, at most `kException`; of the
/// types that are the best of any, a name has the one in which all together lose least. An occurrence that would lose
/// `kException` keeps its own: "Ford" may be a maker of cars and a president. Bodies and the places that they are called
/// after ("Chicago" won) keep theirs always.
/// Requires: used by one thread at a time; memory is reused. Cost: O(n log n) in the occurrences.
class NameAgreement {
 public:
  /// What an occurrence loses at most, in points of the weights.
  static constexpr std::int32_t kException = 40;

  void clear() { votes_.clear(); }
  /// Adds an occurrence: its name by a key of the words, a number to know it by, and what it scores as each type.
  void add(std::uint64_t name, std::uint32_t occurrence, const TypeScores& scores);
  /// Adds what speaks for a type, as "Ann Vantreight" does for "Vantreight" to be a person, as much as an occurrence can.
  void support(std::uint64_t name, std::size_t type);
  /// Adds what speaks against a type, as "Vantreight Mining Ltd" does.
  void oppose(std::uint64_t name, std::size_t type);

  /// An occurrence, and the index of the type that it has by the others.
  struct Change {
    std::uint32_t occurrence = 0;
    std::uint8_t type = 0;
  };
  /// The occurrences that have another type than the one they score highest in. Lives until the next call.
  std::span<const Change> changes();

 private:
  static constexpr std::uint32_t kNone = 0xffffffff;
  struct Vote {
    std::uint64_t name = 0;
    std::uint32_t occurrence = kNone;
    std::array<std::uint8_t, kNameTypeCount> loss{};  // up to kException; 0 for the type it scores highest in
  };
  void settle(std::span<const Vote> votes);

  std::vector<Vote> votes_;
  std::vector<Change> changes_;
};

}  // namespace liaison
