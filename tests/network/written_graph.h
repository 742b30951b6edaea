// What a writer writes of a graph, for the tests of this room.
#pragma once

#include <sstream>
#include <string>

#include "liaison/network.h"
#include "network/sample_facts.h"

namespace liaison::sample {

template <class Write>
std::string written(const Graph& graph, const Write& write) {
  std::ostringstream out;
  write(graph, out);
  return out.str();
}

inline bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

inline std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++found;
  return found;
}

inline Graph articles() { return resolve(network(kArticles)); }

}  // namespace liaison::sample
