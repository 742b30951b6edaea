// A pack with changes: each four bytes of the input are a place and what is written there. It is refused, or read.
#include "fuzz.h"

#include "liaison/analyzer.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  static const std::string kWhole(
      liaison::small_language()
          .add({"rules/all.rules", "rule role -> make ROLE(r)\n  determiner? r:role_head !(\"of\") ..2 not \"x\"\n"
                                   "link title -> holds(p, r, o)\n  o:ORG r:ROLE p:PERSON\n"
                                   "frame meeting\n  verb meet (mutual): subj | obj, with\n  noun talk: between(set)\n"
                                   "status planned: plan\nsupport occurred: hold\n"})
          .build().pack->bytes());
  std::string bytes = kWhole;
  for (std::size_t i = 0; i + 4 <= size; i += 4) {
    std::size_t at = data[i] | data[i + 1] << 8 | data[i + 2] << 16;
    bytes[at % bytes.size()] = static_cast<char>(data[i + 3]);
  }
  if (size % 4 != 0) bytes.resize(bytes.size() - data[size - 1] * bytes.size() / 256);
  try {
    auto pack = liaison::Pack::from_bytes(bytes);
    liaison::Analyzer(pack).analyze({.id = "fed", .text = std::string(liaison::kSentence)});
  } catch (const liaison::Error&) {
  }
  return 0;
}
