#include "rules/readings_compiler.h"

#include <algorithm>

namespace liaison {

void ReadingsCompiler::add(Complaints& complaints, const RuleFile& file) {
  for (const ListSyntax& list : file.lists)
    for (const auto& [name, offset] : list.included) included_[list.name].push_back(name);
  for (const ReadingsSyntax& readings : file.readings) {
    if (readings.classes.size() < 2)
      complaints.add(readings.offset, "bad-readings", "readings are two classes or more, of which a word is one",
                     "for example `readings " + readings.name + " = noun | verb`");
    for (const WordSyntax& one : readings.classes) {
      auto known = std::find_if(readings_.begin(), readings_.end(), [&](const Reading& r) { return r.name == one.text; });
      if (known != readings_.end())
        complaints.add(one.offset, "duplicate-name", "`" + one.text + "` is a reading of `" + known->system + "` already",
                       "leave it out here or there");
      ClassId id = units_.find_class(one.text, one.offset, complaints);
      if (id != ClassId::none) readings_.push_back({one.text, readings.name, id, systems_});
    }
    ++systems_;
  }
}

ClassId ReadingsCompiler::find(Complaints& complaints, const ActionSyntax& action) const {
  std::vector<std::string> names;
  for (const Reading& r : readings_) {
    if (r.name == action.what) return r.id;
    names.push_back(r.name);
  }
  complaints.add(action.offset, "not-a-reading", "`" + action.what + "` is no reading of words, which could be narrowed to it",
                 names.empty() ? "write `readings NAME = " + action.what + " | …`, with what else such words may be"
                               : did_you_mean(action.what, names));
  return ClassId::none;
}

/// A class, its parts by attribute, and all that a list includes.
void ReadingsCompiler::add_parts(const std::string& name, const LexiconBuilder& lexicon, std::vector<ClassId>& out) const {
  const std::vector<std::string>& names = lexicon.class_names();
  for (std::size_t i = 0; i < names.size(); ++i) {
    bool belongs = names[i] == name || names[i].starts_with(name + "[");
    if (belongs && std::find(out.begin(), out.end(), static_cast<ClassId>(i)) == out.end()) {
      out.push_back(static_cast<ClassId>(i));
      if (auto at = included_.find(names[i]); at != included_.end())
        for (const std::string& part : at->second) add_parts(part, lexicon, out);
    }
  }
}

std::vector<ReadingPart> ReadingsCompiler::parts(const LexiconBuilder& lexicon) const {
  std::vector<ReadingPart> out;
  for (const Reading& r : readings_) {
    std::vector<ClassId> parts;
    add_parts(r.name, lexicon, parts);
    for (ClassId part : parts) out.push_back({r.number, r.id, part, 0});
  }
  return out;
}

}  // namespace liaison
