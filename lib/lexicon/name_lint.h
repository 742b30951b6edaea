// Warnings about lists of names that compile, and yet are hardly what their author meant.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lexicon/lexicon_builder.h"
#include "lexicon/list_file.h"
#include "liaison/error.h"

namespace liaison {

/// Warns of what one list tells by itself: characters that no text has, since they were encoded twice, lost or cannot be
/// seen; dates (`from=`, `until=`) that are none or stand in the wrong order.
void lint_list(const NameList& list, const std::string& file, std::vector<Diagnostic>& diagnostics);

/// A list by its path.
struct ListText {
  std::string_view path, text;
};

/// Warns of forms that tag alone and are common words, or names of another type or entity as well. What a list in a deeper folder has
/// of those above is not told: such lists are made by scripts, and nobody is to mend them by hand.
/// Requires: the lexicon was built of the lists.
void lint_names(const LexiconBuilder& lexicon, const std::vector<ListText>& lists, std::vector<Diagnostic>& diagnostics);

}  // namespace liaison
