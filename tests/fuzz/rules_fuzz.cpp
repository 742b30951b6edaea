// Any bytes as a file of rules: it compiles, or is complained of; what compiles runs, with its examples.
#include "fuzz.h"

#include "liaison/analyzer.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  std::string text(reinterpret_cast<const char*>(data), size);
  auto built = liaison::small_language().add({"rules/fed.rules", text}).build();
  for (const auto& diagnostic : built.diagnostics) to_string(diagnostic);
  if (!built.pack) return 0;
  liaison::Analyzer(built.pack).analyze({.id = "fed", .text = std::string(liaison::kSentence)});
  if (size < 2000) liaison::run_examples(built.pack);
  return 0;
}
