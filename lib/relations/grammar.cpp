#include "relations/grammar.h"

namespace liaison {

Grammar::Grammar(const Lexicon& lexicon) {
  for (std::size_t i = 0; i < ids_.size(); ++i) ids_[i] = lexicon.find_class(kWordClassNames[i]);
}

}  // namespace liaison
