#include "rules/lint.h"

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "lexicon/fold.h"
#include "rules/subsumption.h"

namespace liaison {
namespace {

/// Types that the library makes or reads by itself.
const std::set<std::string> kOwnTypes{"PERSON", "ORG", "GPE", "LOC", "MISC", "ROLE", "DATE", "AMOUNT", "HIDDEN", "DATELINE"};
/// Those of them that only a rule makes.
const std::set<std::string> kMadeByRules{"ROLE", "DATE", "AMOUNT"};
/// Lists that conditions ask.
const std::set<std::string> kOwnLists{"singular", "plural"};

std::string without_attribute(const std::string& name) { return name.substr(0, name.find('[')); }

void warn(const SourceText& source, std::size_t offset, std::string code, std::string message, std::string hint,
          std::vector<Diagnostic>& diagnostics) {
  Complaints(source, diagnostics).warn(offset, std::move(code), std::move(message), std::move(hint));
}

/// Calls `each` for all nodes of a pattern.
template <class Each>
void walk(const PatternNode& node, const Each& each) {
  each(node);
  for (const PatternNode& part : node.parts) walk(part, each);
}

/// The names that all files use, and the types that they make.
struct Names {
  std::set<std::string> used, made;

  explicit Names(const std::vector<RuleFile>& files, const std::vector<std::string>& weights) {
    for (const RuleFile& file : files) {
      for (const ListSyntax& list : file.lists)
        for (const auto& [name, offset] : list.included) used.insert(without_attribute(name));
      for (const ReadingsSyntax& readings : file.readings)
        for (const WordSyntax& reading : readings.classes) used.insert(without_attribute(reading.text));
      for (const RuleSyntax& rule : file.rules) add(rule);
    }
    for (const std::string& text : weights) {
      std::istringstream in(text);
      for (std::string line; std::getline(in, line);) add_weight(line);
    }
  }

 private:
  void add(const RuleSyntax& rule) {
    walk(rule.pattern, [&](const PatternNode& node) {
      for (const UnitTest& test : node.tests)
        if (test.kind == UnitTest::Kind::named) used.insert(without_attribute(test.text));
    });
    for (const ActionSyntax& action : rule.actions) if (action.name != "give") (action.name == "make" ? made : used).insert(action.what);
  }

  /// What a line of weights names: a feature of a token, one that a rule gives, or the classes of kinds.
  void add_weight(const std::string& line) {
    std::istringstream words(line);
    std::string what, name;
    words >> what;
    if (what == "kind") words >> name;
    bool several = what == "kind" || what == "look";
    bool of_token = what == "rule" || what == "first" || what == "last" || what == "inside" || what == "only" ||
                    what.starts_with("before") || what.starts_with("after");
    while ((several || of_token) && words >> name) {
      used.insert(without_attribute(name));
      if (of_token) return;
    }
  }
};

void lint_entries(const SourceText& source, const ListSyntax& list, std::vector<Diagnostic>& diagnostics) {
  std::map<std::string, const WordSyntax*> seen;
  std::string folded;
  for (const WordSyntax& phrase : list.phrases) {
    fold(phrase.text, folded);
    auto [first, is_new] = seen.try_emplace(folded, &phrase);
    if (is_new) continue;
    bool other_case = first->second->text != phrase.text;
    warn(source, phrase.offset, "duplicate-entry",
         "`" + phrase.text + "` stands in this list already" + (other_case ? ", as `" + first->second->text + "`" : ""),
         "case makes no difference here: leave one out", diagnostics);
  }
}

void lint_captures(const SourceText& source, const RuleSyntax& rule, std::vector<Diagnostic>& diagnostics) {
  std::set<std::string> read;
  for (const ActionSyntax& action : rule.actions) read.insert(action.captures.begin(), action.captures.end());
  for (const ConditionSyntax& condition : rule.conditions) read.insert({condition.a, condition.b});
  walk(rule.pattern, [&](const PatternNode& node) {
    if (node.kind != PatternNode::Kind::capture || !read.insert(node.name).second) return;
    warn(source, node.offset, "unused-capture", "nothing reads the capture `" + node.name + "`",
         "leave `" + node.name + ":` out, or give it to an action or condition", diagnostics);
  });
}

/// Which type of the library may be meant, as a hint.
std::string nearest_type(std::string name) {
  for (char& c : name)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  std::string near = did_you_mean(name, {kOwnTypes.begin(), kOwnTypes.end()});
  return near.starts_with("did") ? near : "name it in a pattern of a later phase, or make one of the types of the library";
}

void lint_types(const SourceText& source, const RuleSyntax& rule, const Names& names, std::vector<Diagnostic>& diagnostics) {
  for (const ActionSyntax& action : rule.actions)
    if (action.name == "give" && !names.used.contains(action.what))
      warn(source, action.offset, "idle-feature", "the feature `" + action.what + "` has no weight, and decides nothing",
           "write a line `rule " + action.what + " PERSON ORG GPE LOC MISC` in a weights file, with its points", diagnostics);
    else if (action.name == "make" && !kOwnTypes.contains(action.what) && !names.used.contains(action.what))
      warn(source, action.offset, "unused-type", "no rule uses the type `" + action.what + "`",
           nearest_type(action.what), diagnostics);
  walk(rule.pattern, [&](const PatternNode& node) {
    for (const UnitTest& test : node.tests)
      if (test.kind == UnitTest::Kind::named && kMadeByRules.contains(test.text) && !names.made.contains(test.text))
        warn(source, test.offset, "never-made", "no rule makes the type `" + test.text + "`, so that this never matches",
             "write a rule `-> make " + test.text + "`", diagnostics);
  });
}

void lint_parts(const SourceText& source, const RuleFile& file, std::vector<Diagnostic>& diagnostics) {
  for (const PartSyntax& part : file.parts)
    if (!file.used_parts.contains(part.name))
      warn(source, part.offset, "unused-part", "nothing uses the part `" + part.name + "`", "name it in a pattern, or leave it out", diagnostics);
}

void lint_templates(const std::vector<SourceText>& sources, const std::vector<RuleFile>& files,
                    std::vector<Diagnostic>& diagnostics) {
  std::set<std::string> used;
  for (const RuleFile& file : files) used.insert(file.used_templates.begin(), file.used_templates.end());
  for (std::size_t i = 0; i < files.size(); ++i)
    for (const TemplateSyntax& t : files[i].templates)
      if (!used.contains(t.rule.name))
        warn(sources[i], t.rule.offset, "unused-template", "no rule is made from the template `" + t.rule.name + "`",
             "write `rule NAME = " + t.rule.name + "( … )`, or leave it out", diagnostics);
}

}  // namespace

void lint_rules(const std::vector<SourceText>& sources, const std::vector<RuleFile>& files,
                const std::vector<std::string>& weights, std::vector<Diagnostic>& diagnostics) {
  Names names(files, weights);
  for (std::size_t i = 0; i < files.size(); ++i) {
    for (const ListSyntax& list : files[i].lists) {
      lint_entries(sources[i], list, diagnostics);
      if (!names.used.contains(list.name) && !kOwnLists.contains(list.name))
        warn(sources[i], list.offset, "unused-list", "nothing uses the list `" + list.name + "`",
             "name it in a pattern or in another list, or leave it out", diagnostics);
    }
    lint_parts(sources[i], files[i], diagnostics);
    for (const RuleSyntax& rule : files[i].rules) {
      lint_captures(sources[i], rule, diagnostics);
      lint_types(sources[i], rule, names, diagnostics);
    }
  }
  lint_templates(sources, files, diagnostics);
  std::vector<RuleInFile> rules;
  for (std::size_t i = 0; i < files.size(); ++i)
    for (const RuleSyntax& rule : files[i].rules) rules.push_back({&sources[i], &rule});
  for (const Subsumed& found : find_subsumed(rules)) {
    const RuleInFile &a = rules[found.by], &b = rules[found.rule];
    warn(*b.source, b.rule->offset, "subsumed",
         "wherever `" + b.rule->name + "` matches, `" + a.rule->name + "` does too, and goes before it",
         "`" + a.rule->name + "` stands at " + a.source->path() + ":" + std::to_string(a.rule->line) +
             "; give this one a higher priority, or leave it out", diagnostics);
  }
}

}  // namespace liaison
