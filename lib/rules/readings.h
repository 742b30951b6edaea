// Readings: what a word may be, and how rules narrow it.
#pragma once

#include <cstdint>
#include <vector>

#include "lexicon/class_set.h"
#include "lexicon/image.h"

namespace liaison {

/// One reading of a system of readings, as it stands in a pack: a class, and one of the classes that go with it. Each
/// goes with itself, and a list with all that it includes.
struct ReadingPart {
  std::uint16_t system = 0;
  ClassId reading = ClassId::none, part = ClassId::none;
  std::uint16_t reserved = 0;
};

/// The systems of readings of a pack: `readings part_of_speech = noun | verb`. Immutable and safe to share.
class Readings {
 public:
  Readings() = default;
  explicit Readings(const Image& image);

  /// Leaves of the readings of a word only `reading`, or takes it away, with the classes that go with it: never the last
  /// one of its system. True if something was taken.
  bool select(ClassSet& classes, ClassId reading) const;
  bool remove(ClassSet& classes, ClassId reading) const;

  /// All classes that are a reading or go with one.
  const ClassSet& all() const { return all_; }
  /// The readings of one system, in the order of their declaration.
  std::vector<ClassId> system_of(ClassId reading) const;

 private:
  struct Reading {
    ClassId id = ClassId::none;
    std::uint16_t system = 0;
    ClassSet own;  // itself and what goes with it
  };
  const Reading* find(ClassId reading) const;

  std::vector<Reading> readings_;  // in the order of their declaration
  ClassSet all_;
};

}  // namespace liaison
