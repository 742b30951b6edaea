// What a misspelt name may have been.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace liaison {

/// The candidate that is nearest to a misspelt name by edit distance, or else abbreviates it, as "did you mean `x`?"; where none is near, all of
/// them if they are few, and nothing otherwise.
std::string did_you_mean(std::string_view name, const std::vector<std::string>& candidates);

}  // namespace liaison
