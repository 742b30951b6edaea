// What the evidence of an event tells beside who and when, in words for those who look at it.
#pragma once

#include <string>
#include <vector>

#include "liaison/facts.h"

namespace liaison {

/// The names of entities of a document between commas; ids that it lacks are left out.
std::string names_of(const DocumentFacts& facts, const std::vector<std::string>& ids);

/// Who reports it: the names of the sources, or the phrase that tells of them; empty where the text itself does.
std::string source_of(const DocumentFacts& facts, const FactAttribution& attribution);

}  // namespace liaison
