#include "rules/fill_names.h"

namespace liaison {
namespace {

/// Beside other conditions on one unit, what is given must be one as well.
void fill_test(UnitTest& test, const GivenPattern& given, const RefusePattern& refuse) {
  const PatternNode* pattern = test.kind == UnitTest::Kind::named ? given(test.text) : nullptr;
  if (!pattern) return;
  const UnitTest* only = single_test(*pattern);
  if (!only) return refuse(test, *pattern);
  const bool negated = test.negated != only->negated;
  test = *only;
  test.negated = negated;
}

}  // namespace

const UnitTest* single_test(const PatternNode& pattern) {
  const PatternNode* node = &pattern;
  while (node->kind == PatternNode::Kind::sequence && node->parts.size() == 1) node = &node->parts[0];
  return node->kind == PatternNode::Kind::unit && node->tests.size() == 1 ? &node->tests[0] : nullptr;
}

void fill_names(PatternNode& pattern, const GivenPattern& given, const RefusePattern& refuse) {
  const bool is_name = pattern.kind == PatternNode::Kind::unit && pattern.tests.size() == 1 && !pattern.tests[0].negated &&
                       pattern.tests[0].kind == UnitTest::Kind::named;
  if (const PatternNode* whole = is_name ? given(pattern.tests[0].text) : nullptr) {
    pattern = PatternNode(*whole);
    return;
  }
  for (UnitTest& test : pattern.tests) fill_test(test, given, refuse);
  for (PatternNode& part : pattern.parts) fill_names(part, given, refuse);
}

}  // namespace liaison
