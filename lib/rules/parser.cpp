#include "rules/parser.h"

#include <algorithm>
#include <array>
#include <optional>

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
  if (!in.take(")")) in.error("not-closed", "a closing bracket is missing here");
  return out;
}

/// What the actions work over, and how many arguments a relation has.
struct ActionKind {
  const char* name;
  const char* phase;
  std::size_t arguments;  // 0: any
};
constexpr ActionKind kActions[] = {{"make", "tokens", 0}, {"holds", "names", 3}, {"same", "aliases", 2}};

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
  if (kind_of(action.name) && kind_of(action.name)->arguments == 0) {
    action.what = in.name();
    if (action.what.empty())
      in.error("no-object", "what to " + action.name + " is missing here", "for example `make ROLE(role)`");
  }
  action.captures = capture_names(in);
  parse_attributes(in, action);
  return action;
}

/// Complains about actions in a phase that does not read them, and about relations with too few arguments.
void check_actions(Cursor& in, const RuleSyntax& rule) {
  for (const ActionSyntax& action : rule.actions) {
    const ActionKind* kind = kind_of(action.name);
    if (!kind) continue;
    if (std::find(std::begin(kPhases), std::end(kPhases), rule.phase) != std::end(kPhases) && kind->phase != rule.phase)
      in.error_at(rule.phase_offset, "wrong-phase", "`" + action.name + "` works over " + kind->phase + " only",
                  std::string("write `over ") + kind->phase + "`");
    if (kind->arguments != 0 && action.captures.size() != kind->arguments)
      in.error_at(action.offset, "bad-arguments",
                  "`" + action.name + "` has " + std::to_string(kind->arguments) + " arguments",
                  "for example `holds(person, role, org)` or `same(a, b)`; `-` stands for one that is not told");
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
              word + " is a number from " + std::to_string(least) + " to " + std::to_string(most));
  in.name();
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
  if (!in.at_line_end()) in.error("unexpected", "`and` or the end of the line belongs here");
}

/// What stands behind the name of a rule or template: its head, its pattern, its conditions and examples.
void parse_body(Cursor& in, RuleSyntax& rule) {
  parse_header(in, rule);
  if (!in.next_line())
    return in.error("empty-pattern", "the rule `" + rule.name + "` has no pattern", "it stands indented in the next line");
  std::optional<PatternNode> pattern = parse_pattern(in);
  if (!pattern) return;
  rule.pattern = std::move(*pattern);
  while (in.next_line()) {
    if (in.take_word("where")) parse_conditions(in, rule);
    else if (!parse_example(in, rule.examples)) {
      in.error("unexpected", "`where`, `yes`, `no` or `todo` belongs here");
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
    return in.error("bad-use", "a rule made from a template is written `rule NAME = TEMPLATE(\"one\" | \"two\", value)`");
  do {
    std::optional<PatternNode> argument = parse_argument(in);
    if (!argument) return;
    use.arguments.push_back(std::move(*argument));
  } while (in.take(","));
  if (!in.take(")")) return in.error("not-closed", "a closing bracket is missing here");
  if (!in.at_line_end()) in.error("unexpected", "the end of the line belongs here", "all else stands in the template");
  rule.use = std::move(use);
  while (in.next_line())
    if (!parse_example(in, rule.examples)) {
      in.error("unexpected", "`yes`, `no` or `todo` belongs here", "all else stands in the template");
      in.skip_line();
    }
}

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
  if (!in.take(")")) in.error("not-closed", "a closing bracket is missing here");
  return out;
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

void parse_import(Cursor& in, RuleFile& file) {
  in.skip_blanks();
  WordSyntax path{.offset = in.offset()};
  if (in.peek() == '"') path.text = in.quoted('"');
  if (path.text.empty()) return in.error_at(path.offset, "no-file", "the file to import is missing here",
                                            "for example `import \"roles.rules\"`");
  if (!in.at_line_end()) return in.error("unexpected", "the end of the line belongs here");
  file.imports.push_back(std::move(path));
}

/// One phrase of a list, or the name of another list. It may stand in the next line.
bool parse_list_part(Cursor& in, ListSyntax& list) {
  Cursor ahead = in;
  if (in.at_line_end() && ahead.next_line()) in = ahead;
  std::size_t offset = in.offset();
  bool phrase = in.peek() == '"';
  std::string text = phrase ? in.quoted('"') : in.class_name();
  if (text.find_first_not_of(" \t\r") == std::string::npos) {
    in.error_at(offset, "bad-list", "a phrase or the name of a list is missing here",
                "for example `list NAME = \"one\" | \"two words\" | OTHER_LIST`");
    return false;
  }
  if (phrase) list.phrases.push_back({std::move(text), offset});
  else list.included.emplace_back(std::move(text), offset);
  return true;
}

void parse_list(Cursor& in, RuleFile& file) {
  std::size_t errors = in.diagnostics().size();
  in.skip_blanks();
  ListSyntax list{.offset = in.offset()};
  list.name = in.name();
  if (list.name.empty())
    return in.error("no-name", "the name of the list is missing here", "for example `list NAME = \"one\" | \"two\"`");
  if (!in.take("=")) return in.error("bad-list", "a list is written `list NAME = \"one\" | \"two\"`");
  do {
    if (!parse_list_part(in, list)) return;
    Cursor ahead = in;
    if (in.at_line_end() && ahead.next_line() && ahead.peek() == '|') in = ahead;
  } while (in.take("|"));
  if (!in.at_line_end() || in.next_line()) in.error("unexpected", "`|` or the end of the list belongs here");
  if (in.diagnostics().size() == errors) file.lists.push_back(std::move(list));
}

}  // namespace

bool parse_example(Cursor& in, std::vector<ExampleSyntax>& examples) {
  ExampleSyntax example{.line = in.line()};
  if (in.take_word("yes")) example.kind = ExampleKind::yes;
  else if (in.take_word("no")) example.kind = ExampleKind::no;
  else if (in.take_word("todo")) example.kind = ExampleKind::todo;
  else return false;
  in.skip_blanks();
  if (in.peek() != '"') {
    in.error("bad-example", "an example is written `yes \"A sentence.\" => what is found`");
    in.skip_line();
    return true;
  }
  example.sentence = in.quoted('"');
  std::size_t offset = in.offset();
  if (in.take("=>")) example.expected = in.rest_of_line();
  if (example.kind == ExampleKind::no && !example.expected.empty())
    in.error_at(offset, "bad-example", "a `no` finds nothing, so that nothing stands behind it",
                "make it a `yes`, or leave `=>` out");
  if (!in.at_line_end()) in.error("unexpected", "`=>` or the end of the line belongs here");
  examples.push_back(std::move(example));
  return true;
}

std::vector<std::string> phase_names() { return {std::begin(kPhases), std::end(kPhases)}; }

RuleFile parse_rules(const SourceText& source, std::vector<Diagnostic>& diagnostics) {
  RuleFile file;
  Cursor in(source, diagnostics);
  static const std::vector<std::string> kItems{"list", "rule", "link", "template", "import", "frame", "status", "support"};
  while (in.next_item()) {
    std::size_t offset = in.offset();
    std::string item = in.name();
    if (item == "list") parse_list(in, file);
    else if (item == "rule" || item == "link") parse_rule(in, file);
    else if (item == "frame") parse_frame(in, file);
    else if (item == "status" || item == "support") parse_cue(in, item, file);
    else if (item == "template") parse_template(in, file);
    else if (item == "import") parse_import(in, file);
    else if (item.empty())
      in.error_at(offset, "unexpected", "an item begins here", "for example with `list`, `rule`, `link` or `frame`");
    else in.error_at(offset, "unknown-item", "unknown kind of item `" + item + "`", did_you_mean(item, kItems));
  }
  return file;
}

}  // namespace liaison
