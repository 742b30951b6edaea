#include "rules/compiler.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>

#include "rules/conditions.h"
#include "rules/parser.h"

namespace liaison {
namespace {

/// The number of a capture, counted from 1; 0 for an absent argument and, with a complaint, for an unknown name.
std::uint8_t capture_number(Complaints& complaints, const std::string& name, std::size_t offset,
                            const std::vector<std::string>& captures) {
  if (name == "-") return 0;
  auto at = std::find(captures.begin(), captures.end(), name);
  if (at != captures.end()) return static_cast<std::uint8_t>(1 + (at - captures.begin()));
  complaints.add(offset, "unknown-capture", "the pattern captures nothing as `" + name + "`",
                 captures.empty() ? "write `" + name + ":` before what it stands for" : did_you_mean(name, captures));
  return 0;
}

std::string printed(const std::vector<std::pair<std::string, std::string>>& attributes) {
  std::string out;
  for (const auto& [key, value] : attributes) out += (out.empty() ? "" : " ") + key + "=" + value;
  return out;
}

/// Complains about a last column of what is expected, behind so many bars or more, that is none of those known.
void check_last_column(Complaints& complaints, const ExampleSyntax& example, const std::string& what, std::ptrdiff_t bars,
                       const std::vector<std::string>& known) {
  const std::string& text = example.expected;
  for (std::size_t first = 0, end = 0; first < text.size(); first = end + 3) {
    end = std::min(text.find(" ; ", first), text.size());
    const std::string part = text.substr(first, end - first);
    if (std::count(part.begin(), part.end(), '|') < bars) continue;
    std::size_t begin = part.find_first_not_of(" |", part.rfind('|'));
    if (begin == std::string::npos) begin = part.size();
    const std::string value = part.substr(begin, part.find_last_not_of(' ') + 1 - begin);
    if (std::find(known.begin(), known.end(), value) == known.end())
      complaints.add(example.offset + first + begin, "unknown-" + what, "there is no " + what + " `" + value + "`", did_you_mean(value, known));
  }
}

/// Complains about attributes that an action does not read, and about values that say nothing.
void check_attributes(Complaints& complaints, const ActionSyntax& action) {
  static const std::vector<std::string> kKeys{"when", "body", "role", "shared", "list", "holder"};
  static const std::map<std::string, std::vector<std::string>> kValues{
      {"when", {"former", "current", "incoming", "past", "any"}}, {"body", {"near", "owner", "described", "called", "second"}},
      {"shared", {"yes"}}, {"list", {"behind", "before"}}, {"holder", {"leader", "nation", "ruler", "above", "below"}}};
  for (const auto& [key, value] : action.attributes) {
    auto values = kValues.find(key);
    if (action.name != "holds")
      complaints.add(action.offset, "bad-attribute", "`" + action.name + "` has no attributes", "leave `" + key + "=" + value + "` out");
    else if (std::find(kKeys.begin(), kKeys.end(), key) == kKeys.end())
      complaints.add(action.offset, "bad-attribute", "`holds` has no attribute `" + key + "`", did_you_mean(key, kKeys));
    else if (values != kValues.end() && std::find(values->second.begin(), values->second.end(), value) == values->second.end())
      complaints.add(action.offset, "bad-attribute", "`" + key + "` has no value `" + value + "`", did_you_mean(value, values->second));
  }
}

}  // namespace

/// Puts the lists that a list includes into it, those first that they include.
class RuleCompiler::ListIncluder {
 public:
  ListIncluder(RuleCompiler& compiler, Complaints& complaints, const RuleFile& file)
      : compiler_(compiler), complaints_(complaints), file_(file) {}

  void run() {
    for (const ListSyntax& list : file_.lists) fill(list);
  }

 private:
  void fill(const ListSyntax& list) {
    if (!begun_.insert(&list).second) return;
    for (const auto& [name, offset] : list.included) {
      for (const ListSyntax& other : file_.lists)
        if (other.name == name) fill(other);
      ClassId part = compiler_.units_.find_class(name, offset, complaints_);
      if (part != ClassId::none) compiler_.lexicon_.include(compiler_.lexicon_.word_class(list.name), part);
    }
  }

  RuleCompiler& compiler_;
  Complaints& complaints_;
  const RuleFile& file_;
  std::set<const ListSyntax*> begun_;
};

void RuleCompiler::add_lists(const SourceText& source, const RuleFile& file) {
  Complaints complaints(source, diagnostics_);
  for (const ListSyntax& list : file.lists) {
    if (units_.is_type(list.name))
      complaints.add(list.offset, "duplicate-name", "`" + list.name + "` is a type, and cannot be a list",
                     "give the list another name");
    if (!is_new_list(complaints, list)) continue;
    ClassId id = lexicon_.word_class(list.name);
    if (id == ClassId::none)
      complaints.add(list.offset, "too-many-classes", "the pack has more word classes than it may have",
                     "there is room for " + std::to_string(kMaxClasses));
    if ((list.variants.verb || list.variants.noun) && id != ClassId::none) lexicon_.inflect(id, list.variants);
    for (const WordSyntax& phrase : list.phrases)
      for (const std::string& text : lexicon_.written(phrase.text, list.variants)) {
        if (lexicon_.add_phrase(id, text) || id == ClassId::none) continue;
        complaints.add(phrase.offset, "entry-too-long", "an entry has 1 to " + std::to_string(kMaxEntryWords) + " tokens",
                       "leave it out, or give a part of it");
        break;
      }
  }
  ListIncluder(*this, complaints, file).run();
}

/// Complains about a second list of one name: each would have the words of both.
bool RuleCompiler::is_new_list(Complaints& complaints, const ListSyntax& list) {
  const std::string place = complaints.source().path() + ":" + std::to_string(complaints.source().line_of(list.offset));
  const auto [known, is_new] = list_places_.try_emplace(list.name, place);
  if (!is_new)
    complaints.add(list.offset, "duplicate-name", "there is a list `" + list.name + "` already", "it stands at " + known->second);
  return is_new;
}

void RuleCompiler::add_types(const RuleFile& file) {
  for (const RuleSyntax& rule : file.rules)
    for (const ActionSyntax& action : rule.actions)
      if (action.name == "make") units_.add_type(action.what);
}

void RuleCompiler::add_readings(const SourceText& source, const RuleFile& file) {
  Complaints complaints(source, diagnostics_);
  readings_.add(complaints, file);
}

void RuleCompiler::add_rules(const SourceText& source, const RuleFile& file) {
  Complaints complaints(source, diagnostics_);
  for (const RuleSyntax& rule : file.rules) compile(complaints, rule);
}

/// Complains about a second rule of one name.
bool RuleCompiler::is_new_rule(Complaints& complaints, const RuleSyntax& syntax) {
  std::string place = complaints.source().path() + ":" + std::to_string(syntax.line);
  auto [known, is_new] = places_.try_emplace(syntax.name, place);
  if (!is_new)
    complaints.add(syntax.offset, "duplicate-name", "there is a rule `" + syntax.name + "` already",
                   "it stands at " + known->second);
  return is_new;
}

void RuleCompiler::compile(Complaints& complaints, const RuleSyntax& syntax) {
  std::size_t before = complaints.count();
  auto phase = std::find(std::begin(kPhases), std::end(kPhases), syntax.phase);
  if (phase == std::end(kPhases))
    complaints.add(syntax.phase_offset, "unknown-phase", "unknown phase `" + syntax.phase + "`",
                   did_you_mean(syntax.phase, phase_names()));
  Rule rule;
  rule.program = static_cast<std::uint32_t>(image_.program.size());
  ProgramWriter writer(units_, complaints, image_.program, image_.tests);
  if (is_new_rule(complaints, syntax)) writer.write(syntax);
  if (complaints.count() > before) return;
  rule.program_end = static_cast<std::uint32_t>(image_.program.size());
  rule.name = strings_.add(syntax.name);
  rule.file = strings_.add(complaints.source().path());
  rule.line = syntax.line;
  rule.phase = static_cast<std::uint16_t>(phase - std::begin(kPhases));
  rule.priority = static_cast<std::int16_t>(syntax.priority);
  rule.window = static_cast<std::uint16_t>(syntax.window);
  rule.capture_count = static_cast<std::uint16_t>(writer.captures().size());
  rule.first_anchor = static_cast<std::uint32_t>(image_.anchors.size());
  rule.anchor_count = static_cast<std::uint32_t>(writer.anchors().size());
  image_.anchors.insert(image_.anchors.end(), writer.anchors().begin(), writer.anchors().end());
  rule.needs = writer.needs();
  rule.first_action = static_cast<std::uint32_t>(image_.actions.size());
  rule.action_count = static_cast<std::uint32_t>(syntax.actions.size());
  for (const ActionSyntax& action : syntax.actions) compile_action(complaints, action, writer.captures());
  rule.first_condition = static_cast<std::uint32_t>(image_.conditions.size());
  rule.condition_count = static_cast<std::uint32_t>(syntax.conditions.size());
  for (const ConditionSyntax& c : syntax.conditions) compile_condition(complaints, c, writer.captures());
  if (rule.anchor_count == 0) complaints.warn(syntax.offset, "no-anchor", "the rule `" + syntax.name + "` has no anchor, and every sentence is searched for it",
                                              "let it hold a word, a class or a type that every match has");
  image_.rules.push_back(rule);
  static const LastColumn kAny{"", std::numeric_limits<std::ptrdiff_t>::max(), {}}, kTime{"time", 3, {"current", "former", "incoming"}};
  add_examples(complaints.source(), static_cast<std::uint32_t>(image_.rules.size() - 1), syntax.examples,
               syntax.actions[0].name == "holds" ? kTime : kAny);
}

void RuleCompiler::compile_action(Complaints& complaints, const ActionSyntax& syntax,
                                  const std::vector<std::string>& captures) {
  Action action;
  action.rule = static_cast<std::uint32_t>(image_.rules.size());
  action.name = strings_.add(syntax.name);
  action.what = symbols_.add(syntax.what.empty() ? syntax.name : syntax.what);
  if (syntax.name == "select" || syntax.name == "remove") action.reading = readings_.find(complaints, syntax);
  if (syntax.captures.size() > std::size(action.captures))
    complaints.add(syntax.offset, "too-many-captures",
                   "an action has at most " + std::to_string(std::size(action.captures)) + " captures", "leave the others out");
  for (const std::string& name : syntax.captures) {
    if (action.capture_count == std::size(action.captures)) break;
    action.captures[action.capture_count++] = capture_number(complaints, name, syntax.offset, captures);
  }
  check_attributes(complaints, syntax);
  action.attributes = strings_.add(printed(syntax.attributes));
  image_.actions.push_back(action);
}

void RuleCompiler::compile_condition(Complaints& complaints, const ConditionSyntax& syntax,
                                     const std::vector<std::string>& captures) {
  bool of_number = syntax.name == "agree" || syntax.name == "number";
  for (std::string_view name : {kSingularClass, kPluralClass})
    if (of_number && lexicon_.find_class(name) == ClassId::none)
      complaints.add(syntax.offset, "no-numbers", "`" + syntax.name + "` needs a class `" + std::string(name) + "`",
                     "make one with `list " + std::string(name) + " = …`: what is one, and what is many");
  Condition condition{condition_kind(syntax.name, syntax.b), capture_number(complaints, syntax.a, syntax.offset, captures)};
  if (syntax.name != "number") condition.b = capture_number(complaints, syntax.b, syntax.offset, captures);
  image_.conditions.push_back(condition);
}

void RuleCompiler::add_examples(const SourceText& source, std::uint32_t rule, const std::vector<ExampleSyntax>& examples,
                                const LastColumn& last) {
  Complaints complaints(source, diagnostics_);
  for (const ExampleSyntax& e : examples) check_last_column(complaints, e, last.what, last.before, last.known);
  for (const ExampleSyntax& e : examples)
    image_.examples.push_back({rule, static_cast<std::uint32_t>(e.kind), strings_.add(e.sentence),
                               strings_.add(e.expected), strings_.add(source.path()), e.line});
}

void RuleCompiler::build(ImageBuilder& image) const {
  image.add(SectionId::rules, image_.rules);
  image.add(SectionId::instructions, image_.program);
  image.add(SectionId::predicates, image_.tests.all());
  image.add(SectionId::anchors, image_.anchors);
  image.add(SectionId::actions, image_.actions);
  image.add(SectionId::conditions, image_.conditions);
  image.add(SectionId::examples, image_.examples);
  image.add(SectionId::readings, readings_.parts(lexicon_));
}

}  // namespace liaison
