// Marks names in a sentence.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace liaison {

/// The sentence as HTML, with every whole-word occurrence of a form in `<mark class="a">`, `<mark class="b">` …,
/// by the list that it is from. Where forms overlap, the earliest and then the longest is marked.
std::string highlighted(std::string_view sentence, const std::vector<const std::vector<std::string>*>& forms);

}  // namespace liaison
