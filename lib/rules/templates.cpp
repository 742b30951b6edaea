#include "rules/templates.h"

#include <algorithm>
#include <optional>
#include <string>

#include "rules/fill_names.h"

namespace liaison {
namespace {

constexpr std::size_t kNoFile = static_cast<std::size_t>(-1);

/// The file that an import names: by its whole path, or beside the file that imports it.
std::size_t find_file(const std::vector<SourceText>& sources, const SourceText& from, const std::string& name) {
  std::string beside = from.path().substr(0, from.path().rfind('/') + 1) + name;
  for (const std::string& path : {beside, "rules/" + name, name})
    for (std::size_t i = 0; i < sources.size(); ++i)
      if (sources[i].path() == path) return i;
  return kNoFile;
}

/// Puts the arguments of one use into a copy of a template.
class Expansion {
 public:
  Expansion(const TemplateSyntax& from, const TemplateUse& use, bool foreign, Complaints& complaints)
      : from_(from), use_(use), foreign_(foreign), complaints_(complaints) {}

  /// Gives the rule what the template has; false, with complaints, where an argument does not fit.
  bool run(RuleSyntax& rule) {
    RuleSyntax made = from_.rule;
    fill(made.pattern);
    for (ActionSyntax& action : made.actions) {
      action.what = word(action.what);
      for (auto& [key, value] : action.attributes) value = word(value);
      place(action.offset);
    }
    for (ConditionSyntax& condition : made.conditions) place(condition.offset);
    place(made.phase_offset);
    made.name = rule.name;
    made.offset = rule.offset;
    made.line = rule.line;
    made.examples = std::move(rule.examples);
    rule = std::move(made);
    return fits_;
  }

 private:
  const PatternNode* argument(const std::string& name) const {
    for (std::size_t i = 0; i < from_.parameters.size(); ++i)
      if (from_.parameters[i].text == name) return &use_.arguments[i];
    return nullptr;
  }

  void refuse(const PatternNode& argument, std::string message, std::string hint) {
    if (fits_) complaints_.add(argument.offset, "bad-argument", std::move(message), std::move(hint));
    fits_ = false;
  }

  /// What stands in another file is complained about where the template is used.
  void place(std::size_t& offset) const {
    if (foreign_) offset = use_.offset;
  }

  /// A type or value: the name that stands for a parameter, or the word as it is.
  std::string word(const std::string& text) {
    const PatternNode* given = argument(text);
    if (!given) return text;
    const UnitTest* test = single_test(*given);
    if (test && !test->negated && (test->kind == UnitTest::Kind::named || test->kind == UnitTest::Kind::word)) return test->text;
    refuse(*given, "`" + text + "` stands for a name, and this is a pattern", "write one name, without brackets or bars");
    return text;
  }

  void place(PatternNode& node) const {
    for (UnitTest& test : node.tests) place(test.offset);
    for (PatternNode& part : node.parts) place(part);
    place(node.offset);
  }

  void fill(PatternNode& pattern) {
    place(pattern);
    fill_names(pattern, [this](const std::string& name) { return argument(name); }, [this](const UnitTest& name, const PatternNode& given) {
      refuse(given, "`" + name.text + "` stands for one unit, and this is a pattern", "write one word, class or type, or make a list of the words");
    });
  }

  const TemplateSyntax& from_;
  const TemplateUse& use_;
  bool foreign_;
  Complaints& complaints_;
  bool fits_ = true;
};

/// The templates that a file sees, its own first.
struct Visible {
  const TemplateSyntax* item;
  bool foreign;
};

std::vector<Visible> visible_templates(const std::vector<SourceText>& sources, const std::vector<RuleFile>& files,
                                       std::size_t file) {
  std::vector<Visible> out;
  for (const TemplateSyntax& t : files[file].templates) out.push_back({&t, false});
  for (const WordSyntax& import : files[file].imports) {
    std::size_t other = find_file(sources, sources[file], import.text);
    if (other == kNoFile || other == file) continue;
    for (const TemplateSyntax& t : files[other].templates) out.push_back({&t, true});
  }
  return out;
}

/// Where a template stands that a file does not see, as a hint.
std::string elsewhere(const std::vector<SourceText>& sources, const std::vector<RuleFile>& files, const std::string& name) {
  for (std::size_t i = 0; i < files.size(); ++i)
    for (const TemplateSyntax& t : files[i].templates)
      if (t.rule.name == name)
        return "it stands in another file: write `import \"" + sources[i].path().substr(sources[i].path().rfind('/') + 1) + "\"`";
  return {};
}

std::string printed(const std::vector<WordSyntax>& parameters) {
  std::string out;
  for (const WordSyntax& p : parameters) out += (out.empty() ? "" : ", ") + p.text;
  return out;
}

void complain_about_templates(const std::vector<Visible>& visible, Complaints& complaints) {
  for (std::size_t i = 0; i < visible.size() && !visible[i].foreign; ++i)
    for (std::size_t j = 0; j < visible.size(); ++j)
      if (j != i && (j < i || visible[j].foreign) && visible[j].item->rule.name == visible[i].item->rule.name)
        complaints.add(visible[i].item->rule.offset, "duplicate-name",
                       "there is a template `" + visible[i].item->rule.name + "` already", "give this one another name");
}

}  // namespace

void expand_templates(const std::vector<SourceText>& sources, std::vector<RuleFile>& files,
                      std::vector<Diagnostic>& diagnostics) {
  for (std::size_t file = 0; file < files.size(); ++file) {
    Complaints complaints(sources[file], diagnostics);
    std::vector<Visible> visible = visible_templates(sources, files, file);
    complain_about_templates(visible, complaints);
    auto expand = [&](RuleSyntax& rule) {
      if (!rule.use) return true;
      TemplateUse use = std::move(*rule.use);
      files[file].used_templates.push_back(use.name);
      auto at = std::find_if(visible.begin(), visible.end(), [&](const Visible& v) { return v.item->rule.name == use.name; });
      if (at == visible.end()) {
        std::vector<std::string> names;
        for (const Visible& v : visible) names.push_back(v.item->rule.name);
        std::string hint = elsewhere(sources, files, use.name);
        complaints.add(use.offset, "unknown-template", "there is no template `" + use.name + "` here",
                       hint.empty() ? did_you_mean(use.name, names) : hint);
        return false;
      }
      const TemplateSyntax& item = *at->item;
      if (item.parameters.size() == use.arguments.size()) return Expansion(item, use, at->foreign, complaints).run(rule);
      complaints.add(use.offset, "bad-arguments",
                     "`" + use.name + "` has " + std::to_string(item.parameters.size()) + " parameters (" + printed(item.parameters) +
                         "), and here are " + std::to_string(use.arguments.size()),
                     "write one argument for each, with commas between them");
      return false;
    };
    std::erase_if(files[file].rules, [&](RuleSyntax& rule) { return !expand(rule); });
  }
}

std::vector<std::size_t> import_order(const std::vector<SourceText>& sources, const std::vector<RuleFile>& files,
                                      std::vector<Diagnostic>& diagnostics) {
  enum class State { unseen, open, done };
  std::vector<State> states(files.size(), State::unseen);
  std::vector<std::size_t> order;
  auto visit = [&](auto& self, std::size_t file) -> void {
    states[file] = State::open;
    for (const WordSyntax& import : files[file].imports) {
      std::size_t other = find_file(sources, sources[file], import.text);
      if (other == kNoFile) {
        std::vector<std::string> names;
        for (const SourceText& s : sources) names.push_back(s.path().substr(s.path().rfind('/') + 1));
        diagnostics.push_back(sources[file].complain(import.offset, "unknown-file", "there is no file `" + import.text + "` to import",
                                                     did_you_mean(import.text, names)));
      } else if (states[other] == State::open)
        diagnostics.push_back(sources[file].complain(import.offset, "import-circle", "`" + import.text + "` imports this file, too",
                                                     "put what both need into a third file"));
      else if (states[other] == State::unseen) self(self, other);
    }
    states[file] = State::done;
    order.push_back(file);
  };
  for (std::size_t i = 0; i < files.size(); ++i)
    if (states[i] == State::unseen) visit(visit, i);
  return order;
}

}  // namespace liaison
