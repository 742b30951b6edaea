#include "rules/rule_parser.h"

#include <algorithm>
#include <optional>

#include "rules/parser.h"
#include "rules/pattern_parser.h"
#include "rules/program.h"

namespace liaison {
namespace {

/// `(person, -, org)`: the names of captures; none where no bracket follows.
std::vector<std::string> capture_names(Cursor& in) {
  std::vector<std::string> out;
  if (!in.take("(")) return out;
  do {
    out.push_back(in.take("-") ? "-" : in.name());
    if (!out.back().empty()) continue;
    in.error("bad-capture", "the name of a capture is missing here", "captures have names: `make ROLE(role)`");
    in.skip_line();
    return out;
  } while (in.take(","));
  if (!in.take(")")) in.error("not-closed", "a closing bracket is missing here", "captures are written `(person, role, org)`");
  return out;
}

/// What the actions work over, how many captures they take, and one of them as it is written.
struct ActionKind {
  const char* name;
  const char* phase;
  std::size_t least, most;
  const char* object;  // what stands behind the name; empty: nothing does
  const char* example;
};
constexpr ActionKind kActions[] = {
    {"make", "tokens", 0, 1, "type", "for example `make ROLE(role)`"},
    {"give", "tokens", 0, 1, "feature", "for example `give listed_body(body)`"},
    {"select", "words", 1, 1, "class", "for example `select noun(word)`"},
    {"remove", "words", 1, 1, "class", "for example `remove noun(word)`"},
    {"holds", "names", 3, 3, "", "for example `holds(person, role, org)`; `-` stands for one that is not told"},
    {"same", "aliases", 2, 2, "", "for example `same(a, b)`"}};

const ActionKind* kind_of(const std::string& action) {
  auto at = std::find_if(std::begin(kActions), std::end(kActions), [&](const ActionKind& k) { return k.name == action; });
  return at == std::end(kActions) ? nullptr : at;
}

std::vector<std::string> action_names() {
  std::vector<std::string> out;
  for (const ActionKind& kind : kActions) out.emplace_back(kind.name);
  return out;
}

bool is_header_word(Cursor in) {
  for (const char* word : {"over", "priority", "window"})
    if (in.take_word(word)) return true;
  return false;
}

void parse_attributes(Cursor& in, ActionSyntax& action) {
  while (!in.at_line_end() && in.peek() != ',' && !is_header_word(in)) {
    std::size_t offset = in.offset();
    std::string key = in.name();
    if (key.empty() || !in.take("=")) {
      in.error_at(offset, "bad-attribute", "this belongs neither to an action nor to the head of a rule",
                  "an attribute is written key=value; a head has `over PHASE`, `priority N` and `window N`");
      return in.skip_line();
    }
    std::string value = in.peek() == '"' ? in.quoted('"') : in.name();
    if (value.empty())
      in.error("bad-attribute", "the value of `" + key + "` is missing here", "an attribute is written key=value");
    action.attributes.emplace_back(std::move(key), std::move(value));
  }
}

ActionSyntax parse_action(Cursor& in) {
  in.skip_blanks();
  ActionSyntax action{.offset = in.offset()};
  action.name = in.name();
  if (action.name.empty()) in.error("no-action", "an action is missing here", "for example `make ROLE(role)`");
  else if (!kind_of(action.name)) {
    in.error_at(action.offset, "unknown-action", "unknown action `" + action.name + "`",
                did_you_mean(action.name, action_names()));
    in.skip_line();
    return action;
  }
  if (const ActionKind* kind = kind_of(action.name); kind && *kind->object) {
    action.what = std::string_view(kind->object) == "class" ? in.class_name() : in.name();
    if (action.what.empty()) in.error("no-object", "what to " + action.name + " is missing here", kind->example);
  }
  action.captures = capture_names(in);
  parse_attributes(in, action);
  return action;
}

/// Complains about actions in a phase that does not read them, and about a wrong number of arguments.
void check_actions(Cursor& in, const RuleSyntax& rule) {
  for (const ActionSyntax& action : rule.actions) {
    const ActionKind* kind = kind_of(action.name);
    if (!kind || (*kind->object && action.what.empty())) continue;
    if (std::find(std::begin(kPhases), std::end(kPhases), rule.phase) != std::end(kPhases) && kind->phase != rule.phase)
      in.error_at(rule.phase_offset, "wrong-phase", "`" + action.name + "` works over " + kind->phase + " only",
                  std::string("write `over ") + kind->phase + "`");
    std::size_t count = action.captures.size();
    std::string counts = std::to_string(kind->least) + (kind->most == kind->least ? "" : " or " + std::to_string(kind->most));
    if (count < kind->least || count > kind->most)
      in.error_at(action.offset, "bad-arguments",
                  "`" + action.name + "` has " + counts + (counts == "1" || kind->most == 1 ? " argument" : " arguments"), kind->example);
  }
}

/// A number of the head, between `least` and `most`.
int header_number(Cursor& in, const std::string& word, int least, int most) {
  in.skip_blanks();
  std::size_t offset = in.offset();
  bool minus = in.take("-");
  int value = in.number(most + 1);
  if (minus) value = -value;
  if (value >= least && value <= most) return value;
  in.error_at(offset, "bad-number",
              word + " is a number from " + std::to_string(least) + " to " + std::to_string(most),
              "for example `" + word + (least < 0 ? " 1`; the highest goes first, and 0 is what a rule has without it"
                                                 : " 20`; without it a rule looks at 64 units"));
  in.skip_line();
  return std::max(least, 0);
}

void parse_header(Cursor& in, RuleSyntax& rule) {
  if (!in.take("->")) {
    in.error("no-action", "`-> action` is missing here", "for example `-> make ROLE(role)`");
    return in.skip_line();
  }
  do rule.actions.push_back(parse_action(in));
  while (in.take(","));
  rule.phase_offset = rule.actions[0].offset;
  if (const ActionKind* kind = kind_of(rule.actions[0].name)) rule.phase = kind->phase;
  while (!in.at_line_end()) {
    if (in.take_word("over")) {
      in.skip_blanks();
      rule.phase_offset = in.offset();
      rule.phase = in.name();
      if (rule.phase.empty()) in.error("no-phase", "a phase is missing here", did_you_mean("", phase_names()));
    } else if (in.take_word("priority")) rule.priority = header_number(in, "priority", -1000, 1000);
    else if (in.take_word("window")) rule.window = header_number(in, "window", 1, 256);
    else {
      in.error("unexpected", "this does not belong into the head of a rule",
               "a head has actions, then `over PHASE`, `priority N` and `window N`");
      in.skip_line();
    }
  }
}

/// Complains about a condition that is not known, or has not its two arguments.
bool check_condition(Cursor& in, const ConditionSyntax& condition, const std::vector<std::string>& captures) {
  static const std::vector<std::string> kConditions{"same", "different", "agree", "number"};
  if (condition.name.empty())
    in.error_at(condition.offset, "no-condition", "a condition is missing here", "for example `where different(a, b)`");
  else if (std::find(kConditions.begin(), kConditions.end(), condition.name) == kConditions.end())
    in.error_at(condition.offset, "unknown-condition", "unknown condition `" + condition.name + "`",
                did_you_mean(condition.name, kConditions));
  else if (condition.name == "number" && (captures.size() != 2 || (captures[1] != "singular" && captures[1] != "plural")))
    in.error_at(condition.offset, "bad-condition", "this condition takes a capture and a number",
                "for example `number(a, singular)` or `number(a, plural)`");
  else if (captures.size() != 2 || captures[0] == "-" || captures[1] == "-")
    in.error_at(condition.offset, "bad-condition", "this condition takes two captures",
                "for example `" + condition.name + "(a, b)`");
  else return true;
  return false;
}

void parse_conditions(Cursor& in, RuleSyntax& rule) {
  do {
    in.skip_blanks();
    ConditionSyntax condition{.offset = in.offset()};
    condition.name = in.name();
    std::vector<std::string> captures = capture_names(in);
    if (!check_condition(in, condition, captures)) return in.skip_line();
    condition.a = captures[0];
    condition.b = captures[1];
    rule.conditions.push_back(condition);
  } while (in.take_word("and"));
  if (!in.at_line_end()) in.error("unexpected", "`and` or the end of the line belongs here",
                                    "conditions are joined by `and`: `where same(a, b) and different(b, c)`");
}

/// What stands behind the name of a rule or template: its head, its pattern, its conditions and examples.
void parse_body(Cursor& in, RuleSyntax& rule) {
  parse_header(in, rule);
  if (!in.next_line())
    return in.error("empty-pattern", "the rule `" + rule.name + "` has no pattern", "it stands indented in the next line");
  std::optional<PatternNode> pattern = parse_pattern(in);
  if (!pattern) return;
  rule.pattern = std::move(*pattern);
  if (in.take_word("where")) parse_conditions(in, rule);
  while (in.next_line()) {
    if (in.take_word("where")) parse_conditions(in, rule);
    else if (!parse_example(in, rule.examples)) {
      in.error("unexpected", "`where`, `yes`, `no` or `todo` belongs here",
               "the pattern ends with the first of these; the next item begins in the first column");
      in.skip_line();
    }
  }
}

/// `= TEMPLATE(argument, argument)`, then examples.
void parse_use(Cursor& in, RuleSyntax& rule) {
  in.skip_blanks();
  TemplateUse use{.offset = in.offset()};
  use.name = in.name();
  if (use.name.empty() || !in.take("("))
    return in.error("bad-use", "a template and its arguments are missing here",
                    "a rule made from a template is written `rule NAME = TEMPLATE(\"one\" | \"two\", value)`");
  do {
    std::optional<PatternNode> argument = parse_argument(in);
    if (!argument) return;
    use.arguments.push_back(std::move(*argument));
  } while (in.take(","));
  if (!in.take(")")) return in.error("not-closed", "a closing bracket is missing here", "arguments stand between commas: `( … , … )`");
  if (!in.at_line_end()) in.error("unexpected", "the end of the line belongs here", "all else stands in the template");
  rule.use = std::move(use);
  while (in.next_line())
    if (!parse_example(in, rule.examples)) {
      in.error("unexpected", "`yes`, `no` or `todo` belongs here", "all else stands in the template");
      in.skip_line();
    }
}

std::vector<WordSyntax> parse_parameters(Cursor& in) {
  std::vector<WordSyntax> out;
  if (!in.take("(")) {
    in.error("no-parameters", "the parameters of the template are missing here", "for example `template NAME(WORDS, WHEN)`");
    return out;
  }
  do {
    in.skip_blanks();
    WordSyntax parameter{.offset = in.offset()};
    parameter.text = in.name();
    if (parameter.text.empty()) {
      in.error("no-parameters", "the name of a parameter is missing here", "for example `template NAME(WORDS, WHEN)`");
      in.skip_line();
      return out;
    }
    out.push_back(std::move(parameter));
  } while (in.take(","));
  if (!in.take(")")) in.error("not-closed", "a closing bracket is missing here", "for example `template NAME(WORDS, WHEN)`");
  return out;
}

}  // namespace

void parse_rule(Cursor& in, RuleFile& file) {
  std::size_t errors = in.diagnostics().size();
  in.skip_blanks();
  RuleSyntax rule{.offset = in.offset(), .line = in.line()};
  rule.name = in.name();
  if (rule.name.empty())
    return in.error("no-name", "the name of the rule is missing here", "for example `rule office -> make ROLE`");
  if (in.take("=")) parse_use(in, rule);
  else {
    parse_body(in, rule);
    check_actions(in, rule);
  }
  if (in.diagnostics().size() == errors) file.rules.push_back(std::move(rule));
}

void parse_part(Cursor& in, RuleFile& file) {
  std::size_t errors = in.diagnostics().size();
  in.skip_blanks();
  PartSyntax part{.offset = in.offset()};
  part.name = in.name();
  if (part.name.empty() || !in.take("="))
    return in.error("no-name", "the name of the part and `=` are missing here", "for example `part BODY = \"the\"? org:ORG`");
  Cursor ahead = in;
  if (in.at_line_end() && ahead.next_line()) in = ahead;
  std::optional<PatternNode> pattern = parse_pattern(in);
  if (!pattern) return;
  part.pattern = std::move(*pattern);
  if (!in.at_line_end() || in.next_line()) in.error("unexpected", "the end of the part belongs here", "conditions and examples stand in rules");
  if (in.diagnostics().size() == errors) file.parts.push_back(std::move(part));
}

void parse_template(Cursor& in, RuleFile& file) {
  std::size_t errors = in.diagnostics().size();
  in.skip_blanks();
  TemplateSyntax out{.rule = {.offset = in.offset(), .line = in.line()}};
  out.rule.name = in.name();
  if (out.rule.name.empty())
    return in.error("no-name", "the name of the template is missing here", "for example `template NAME(WORDS, WHEN)`");
  out.parameters = parse_parameters(in);
  if (in.diagnostics().size() > errors) return;
  parse_body(in, out.rule);
  check_actions(in, out.rule);
  if (!out.rule.examples.empty())
    in.error_at(out.rule.offset, "bad-example", "a template is no rule, and has no examples",
                "write them below the rules that are made from it");
  if (in.diagnostics().size() == errors) file.templates.push_back(std::move(out));
}

}  // namespace liaison
