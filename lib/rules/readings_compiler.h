// Compiles what rule files say of the readings of words.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "lexicon/lexicon_builder.h"
#include "rules/readings.h"
#include "rules/source.h"
#include "rules/syntax.h"
#include "rules/unit_compiler.h"

namespace liaison {

/// Collects the readings of all files. Requires: `units` outlives it.
class ReadingsCompiler {
 public:
  explicit ReadingsCompiler(UnitCompiler& units) : units_(units) {}

  /// Adds those of a file. Requires: the lists of all files were added to the lexicon.
  void add(Complaints& complaints, const RuleFile& file);
  /// The class that `select` or `remove` names; none, with a complaint, where it is no reading.
  ClassId find(Complaints& complaints, const ActionSyntax& action) const;
  /// The records of a pack. Requires: all classes were added to the lexicon.
  std::vector<ReadingPart> parts(const LexiconBuilder& lexicon) const;

 private:
  struct Reading {
    std::string name, system;
    ClassId id = ClassId::none;
    std::uint16_t number = 0;  // of its system
  };
  void add_parts(const std::string& name, const LexiconBuilder& lexicon, std::vector<ClassId>& out) const;

  UnitCompiler& units_;
  std::uint16_t systems_ = 0;
  std::vector<Reading> readings_;
  std::map<std::string, std::vector<std::string>> included_;  // what each list includes
};

}  // namespace liaison
