// Any bytes as lists: words, names, weights, inflection or orthography, by the first byte.
#include "fuzz.h"

#include "liaison/analyzer.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  static constexpr const char* kPaths[] = {"words/fed.txt", "names/fed.txt", "weights/fed.txt", "morphology/inflection.txt",
                                           "morphology/verbs.txt", "morphology/nouns.txt", "orthography/abbreviations.txt",
                                           "orthography/contractions.txt"};
  if (size == 0) return 0;
  std::string text(reinterpret_cast<const char*>(data) + 1, size - 1);
  auto built = liaison::small_language().add({kPaths[data[0] % std::size(kPaths)], text}).build();
  for (const auto& diagnostic : built.diagnostics) to_string(diagnostic);
  if (built.pack) liaison::Analyzer(built.pack).analyze({.id = "fed", .text = std::string(liaison::kSentence)});
  return 0;
}
