#include "network/event_words.h"

#include <algorithm>

namespace liaison {

std::string names_of(const DocumentFacts& facts, const std::vector<std::string>& ids) {
  std::string out;
  for (const std::string& id : ids) {
    const auto found = std::find_if(facts.entities.begin(), facts.entities.end(), [&](const FactEntity& one) { return one.id == id; });
    if (found != facts.entities.end()) out += (out.empty() ? "" : ", ") + found->name;
  }
  return out;
}

std::string source_of(const DocumentFacts& facts, const FactAttribution& attribution) {
  std::string names = names_of(facts, attribution.who);
  return names.empty() ? attribution.phrase.text : names;
}

}  // namespace liaison
