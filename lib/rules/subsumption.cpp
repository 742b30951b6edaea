#include "rules/subsumption.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace liaison {
namespace {

using Kind = PatternNode::Kind;

std::string printed(const UnitTest& test) {
  return std::string(test.negated ? "!" : "") + static_cast<char>('a' + static_cast<int>(test.kind)) + test.text;
}

/// What a node asks for, captures left out: equal texts ask for the same.
std::string printed(const PatternNode& node) {
  if (node.kind == Kind::capture || (node.kind == Kind::sequence && node.parts.size() == 1)) return printed(node.parts[0]);
  std::string out(1, static_cast<char>('A' + static_cast<int>(node.kind)));
  if (node.kind == Kind::repeat) out += std::to_string(node.min) + "," + std::to_string(node.max);
  if (node.kind == Kind::look) out += std::string(node.behind ? "<" : ">") + (node.negated ? "!" : "");
  out += '(';
  for (const UnitTest& test : node.tests) out += printed(test) + '&';
  for (const PatternNode& part : node.parts) out += printed(part) + ' ';
  return out + ')';
}

/// The node under captures and brackets.
const PatternNode& bare(const PatternNode& node) {
  const PatternNode* at = &node;
  while (at->kind == Kind::capture || (at->kind == Kind::sequence && at->parts.size() == 1)) at = &at->parts[0];
  return *at;
}

void flatten(const PatternNode& node, std::vector<const PatternNode*>& out) {
  const PatternNode& it = bare(node);
  if (it.kind != Kind::sequence) return out.push_back(&it);
  for (const PatternNode& part : it.parts) flatten(part, out);
}

bool is_optional(const PatternNode& node) { return node.kind == Kind::repeat && node.min == 0; }

/// True if a unit can be no phrase of several.
bool takes_one(const PatternNode& unit) {
  if (unit.tests.size() != 1 || unit.tests[0].negated) return true;
  return unit.tests[0].kind != UnitTest::Kind::named && unit.tests[0].text.find(' ') == std::string::npos;
}

/// True if what matches `b` matches `a`.
bool includes(const PatternNode& a_, const PatternNode& b_) {
  const PatternNode &a = bare(a_), &b = bare(b_);
  if (printed(a) == printed(b)) return true;
  if (b.kind == Kind::alternation)
    return std::all_of(b.parts.begin(), b.parts.end(), [&](const PatternNode& part) { return includes(a, part); });
  if (a.kind == Kind::alternation)
    return std::any_of(a.parts.begin(), a.parts.end(), [&](const PatternNode& part) { return includes(part, b); });
  if (a.kind == Kind::repeat && a.min <= 1) return includes(a.parts[0], b);
  if (a.kind != Kind::unit || b.kind != Kind::unit) return false;
  return std::all_of(a.tests.begin(), a.tests.end(), [&](const UnitTest& test) {
    if (test.kind == UnitTest::Kind::any) return takes_one(b);
    return std::any_of(b.tests.begin(), b.tests.end(), [&](const UnitTest& other) { return printed(other) == printed(test); });
  });
}

using Elements = std::vector<const PatternNode*>;

/// True if the elements of `a` include those of `b` one by one, optional ones of `a` left out where they have to be.
bool includes(const Elements& a, const Elements& b) {
  std::vector<bool> reached(b.size() + 1), next;  // which elements of `b` the elements of `a` so far may stand before
  reached[0] = true;
  for (const PatternNode* element : a) {
    next.assign(b.size() + 1, false);
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (!reached[j]) continue;
      if (is_optional(*element)) next[j] = true;
      if (j < b.size() && includes(*element, *b[j])) next[j + 1] = true;
    }
    reached = next;
  }
  return reached[b.size()];
}

/// What a rule does, and where: only rules alike in this are compared.
std::string purpose(const RuleSyntax& rule) {
  std::string out = rule.phase;
  for (const ActionSyntax& action : rule.actions) {
    out += ';' + action.name + ' ' + action.what;
    for (const auto& [key, value] : action.attributes) out += ' ' + key + '=' + value;
    out += ' ' + std::to_string(action.captures.size());
  }
  return out;
}

bool goes_before(const RuleSyntax& a, std::size_t at_a, const RuleSyntax& b, std::size_t at_b) {
  return a.priority != b.priority ? a.priority > b.priority : at_a < at_b;
}

/// The tests of the units of a node, printed.
void collect(const PatternNode& node, std::set<std::string>& out) {
  for (const UnitTest& test : node.tests) out.insert(printed(test));
  for (const PatternNode& part : node.parts) collect(part, out);
}

}  // namespace

std::vector<Subsumed> find_subsumed(std::span<const RuleInFile> rules) {
  std::vector<Elements> elements(rules.size());
  std::map<std::string, std::vector<std::size_t>> by_test;  // purpose and a test that the rule must have
  for (std::size_t i = 0; i < rules.size(); ++i) {
    flatten(rules[i].rule->pattern, elements[i]);
    if (!rules[i].rule->conditions.empty()) continue;
    std::string key;
    for (const PatternNode* e : elements[i])
      if (e->kind == Kind::unit && e->tests[0].kind != UnitTest::Kind::any) key = printed(e->tests[0]);
    by_test[purpose(*rules[i].rule) + '\n' + key].push_back(i);
  }
  std::vector<Subsumed> out;
  for (std::size_t b = 0; b < rules.size(); ++b) {
    std::set<std::string> tests{""};
    collect(rules[b].rule->pattern, tests);
    std::string own = purpose(*rules[b].rule) + '\n';
    for (const std::string& test : tests) {
      auto candidates = by_test.find(own + test);
      if (candidates == by_test.end()) continue;
      auto a = std::find_if(candidates->second.begin(), candidates->second.end(), [&](std::size_t x) {
        return x != b && goes_before(*rules[x].rule, x, *rules[b].rule, b) && includes(elements[x], elements[b]);
      });
      if (a == candidates->second.end()) continue;
      out.push_back({b, *a});
      break;
    }
  }
  return out;
}

}  // namespace liaison
