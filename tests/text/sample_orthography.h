// A small orthography for the tests of tokens and sentences.
#pragma once

#include <string>

#include "text/orthography.h"

namespace liaison {

/// The same view at each call; it lives until the program ends.
inline const Orthography& sample_orthography() {
  static const std::string image = [] {
    OrthographyBuilder builder;
    builder.add("titles", {"mr.", "dr.", "gen.", "lt.gen."});
    builder.add("abbreviations", {"corp.", "inc.", "jr.", "u.s.", "a.m.", "ph.d.", "jan.",
                                  "etc.", "sun. ; case=capital", "al. ; case=lower",
                                  "no. ; before=number", "p. ; before=number"});
    builder.add("clitics", {"'s", "'m", "'ll", "'re", "'ve", "'d", "n't"});
    builder.add("contractions", {"can|not", "du|n|no", "'t|is"});
    builder.add("proclitics", {"'em"});
    builder.add("starters", {"the", "he", "she", "it", "but", "they", "how", "mr.", "i"});
    builder.add("names_with_marks", {"yahoo!"});
    builder.add("single_letter_words", {"i"});
    builder.add("units", {"pm", "p.m.", "km"});
    builder.add("domains", {"com", "org", "uk", "pdf"});
    return builder.bytes();
  }();
  static const Orthography orthography = *Orthography::open(image);
  return orthography;
}

}  // namespace liaison
