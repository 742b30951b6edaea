// What the fuzzers of this folder are fed with, and the small language that they add it to.
#pragma once

#include <string>
#include <string_view>

#include "liaison/pack.h"

namespace liaison {

/// A few words, so that what is fed can name classes.
inline PackBuilder small_language() {
  PackBuilder builder("small", "1");
  builder.add({"words/determiner.txt", "the\na\n"})
      .add({"words/preposition.txt", "with\nbetween\n"})
      .add({"words/role_head.txt", "chairman ; kind=office\nvice president ; kind=office\n"})
      .add({"morphology/inflection.txt", "verb past . +ed\nverb gerund . +ing\nverb 3sg . +s\nnoun plural . +s\n"})
      .add({"names/bodies.txt", "%type ORG\nNorvane Motors | ~Norvane ; country=US\n"})
      .add({"weights/names.txt", "first @capitalised 9 9 1 1 1\nhit ORG:strong:2 0 90 0 0 0\n"});
  return builder;
}

/// A sentence that is read with every pack that was built or opened.
inline constexpr std::string_view kSentence = "Norvane Motors chairman Jay Lee met the vice president, Tim Ma, ahead of talks.";

}  // namespace liaison

/// What libFuzzer calls; `replay.cpp` calls it with the inputs that are kept.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size);
