// Puts patterns in place of names.
#pragma once

#include <functional>
#include <string>

#include "rules/syntax.h"

namespace liaison {

/// The pattern that stands for a name; null where the name stands for itself.
using GivenPattern = std::function<const PatternNode*(const std::string& name)>;
/// Complains about a name beside other conditions on one unit that stands for more than one condition.
using RefusePattern = std::function<void(const UnitTest& name, const PatternNode& given)>;

/// The one condition that a pattern is; null where it is more.
const UnitTest* single_test(const PatternNode& pattern);

/// Puts what is given in place of each name of a pattern. What is put there is not looked through again. Linear in what is made.
void fill_names(PatternNode& pattern, const GivenPattern& given, const RefusePattern& refuse);

}  // namespace liaison
