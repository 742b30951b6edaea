// Gates: quick answers to whether a stretch of text can be of interest to a phase at all.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "lexicon/class_set.h"
#include "lexicon/lexicon.h"
#include "lexicon/unique_number.h"

namespace liaison {

/// A set of gates, bit by bit.
using GateBits = std::uint8_t;

/// How many gates there may be.
inline constexpr std::size_t kMaxGates = 7;

/// For each gate, which is a set of classes, and each set of classes of a lexicon: whether they meet. Immutable and
/// safe to share.
class ClassGates {
 public:
  ClassGates() = default;
  /// Requires: at most kMaxGates gates.
  ClassGates(const Lexicon& lexicon, std::span<const ClassSet> gates)
      : number_(unique_number()), gates_(gates.begin(), gates.end()) {
    for (const ClassSet& set : lexicon.class_sets()) of_set_.push_back(of(set));
    for (std::size_t i = 0; i < kMaxClasses; ++i) {
      ClassSet one;
      one.add(static_cast<ClassId>(i));
      of_class_[i] = of(one);
    }
  }

  /// Different for any two that were made; copies share it. 0 for the empty one.
  std::uint64_t number() const { return number_; }
  /// The gates that a set of classes opens.
  GateBits of(const ClassSet& set) const {
    GateBits bits = 0;
    for (std::size_t i = 0; i < gates_.size(); ++i) bits |= static_cast<GateBits>(gates_[i].meets(set) << i);
    return bits;
  }
  GateBits of(ClassId id) const {
    auto index = static_cast<std::size_t>(id);
    return index < of_class_.size() ? of_class_[index] : GateBits{0};
  }
  /// The same as `of(lexicon.class_sets()[index])`, in one look; none where there is no such set.
  GateBits of_set(std::uint32_t index) const { return index < of_set_.size() ? of_set_[index] : GateBits{0}; }

 private:
  std::uint64_t number_ = 0;
  std::vector<ClassSet> gates_;
  std::vector<GateBits> of_set_;
  std::array<GateBits, kMaxClasses> of_class_{};
};

}  // namespace liaison
