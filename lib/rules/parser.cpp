#include "rules/parser.h"

#include "rules/parts.h"
#include "rules/program.h"
#include "rules/rule_parser.h"

namespace liaison {
namespace {

void parse_import(Cursor& in, RuleFile& file) {
  in.skip_blanks();
  WordSyntax path{.offset = in.offset()};
  if (in.peek() == '"') path.text = in.quoted('"');
  if (path.text.empty()) return in.error_at(path.offset, "no-file", "the file to import is missing here",
                                            "for example `import \"roles.rules\"`");
  if (!in.at_line_end()) return in.error("unexpected", "the end of the line belongs here",
                                         "each file has an `import` of its own");
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

/// `(verb, spelling)` behind the name of a list.
void parse_variants(Cursor& in, ListVariants& variants) {
  if (!in.take("(")) return;
  do {
    in.skip_blanks();
    std::size_t offset = in.offset();
    std::string name = in.name();
    if (!variants.add(name))
      in.error_at(offset, "unknown-variant", "a list has no variants `" + name + "`", did_you_mean(name, ListVariants::names()));
  } while (in.take(","));
  if (!in.take(")")) in.error("not-closed", "a closing bracket is missing here", "variants are written `(verb, spelling)`");
}

void parse_list(Cursor& in, RuleFile& file) {
  std::size_t errors = in.diagnostics().size();
  in.skip_blanks();
  ListSyntax list{.offset = in.offset()};
  list.name = in.name();
  if (list.name.empty())
    return in.error("no-name", "the name of the list is missing here", "for example `list NAME = \"one\" | \"two\"`");
  parse_variants(in, list.variants);
  if (!in.take("=")) return in.error("bad-list", "`=` and the phrases of the list are missing here",
                                    "a list is written `list NAME = \"one\" | \"two\"`");
  do {
    if (!parse_list_part(in, list)) return;
    Cursor ahead = in;
    if (in.at_line_end() && ahead.next_line() && ahead.peek() == '|') in = ahead;
  } while (in.take("|"));
  if (!in.at_line_end() || in.next_line()) in.error("unexpected", "`|` or the end of the list belongs here",
                                                    "phrases are parted by bars, and the next item begins in the first column");
  if (in.diagnostics().size() == errors) file.lists.push_back(std::move(list));
}

/// `readings NAME = CLASS | CLASS`, over several lines if need be.
void parse_readings(Cursor& in, RuleFile& file) {
  std::size_t errors = in.diagnostics().size();
  in.skip_blanks();
  ReadingsSyntax readings{.offset = in.offset()};
  readings.name = in.name();
  if (readings.name.empty() || !in.take("="))
    return in.error("bad-readings", "what a word may be read as is missing here",
                    "it is written `readings NAME = noun | verb`");
  do {
    Cursor ahead = in;
    if (in.at_line_end() && ahead.next_line()) in = ahead;
    in.skip_blanks();
    WordSyntax reading{.offset = in.offset()};
    reading.text = in.class_name();
    if (reading.text.empty())
      return in.error("bad-readings", "the name of a class or list is missing here", "for example `readings NAME = noun | verb`");
    readings.classes.push_back(std::move(reading));
    ahead = in;
    if (in.at_line_end() && ahead.next_line() && ahead.peek() == '|') in = ahead;
  } while (in.take("|"));
  if (!in.at_line_end() || in.next_line()) in.error("unexpected", "`|` or the end of the readings belongs here",
                                                    "classes are parted by bars, and the next item begins in the first column");
  if (in.diagnostics().size() == errors) file.readings.push_back(std::move(readings));
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
    in.error("bad-example", "the sentence of the example is missing here",
             "an example is written `yes \"A sentence.\" => what is found`");
    in.skip_line();
    return true;
  }
  example.sentence = in.quoted('"');
  std::size_t offset = in.offset();
  if (in.take("=>")) {
    in.skip_blanks();
    example.offset = in.offset();
    example.expected = in.rest_of_line();
  }
  if (example.kind == ExampleKind::no && !example.expected.empty())
    in.error_at(offset, "bad-example", "a `no` finds nothing, so that nothing stands behind it",
                "make it a `yes`, or leave `=>` out");
  if (!in.at_line_end()) in.error("unexpected", "`=>` or the end of the line belongs here",
                                    "an example is written `yes \"A sentence.\" => what is found`");
  examples.push_back(std::move(example));
  return true;
}

std::vector<std::string> phase_names() { return {std::begin(kPhases), std::end(kPhases)}; }

RuleFile parse_rules(const SourceText& source, std::vector<Diagnostic>& diagnostics) {
  RuleFile file;
  Cursor in(source, diagnostics);
  static const std::vector<std::string> kItems{"list", "readings", "rule", "link", "part", "template", "import", "frame", "status", "support"};
  while (in.next_item()) {
    std::size_t offset = in.offset();
    std::string item = in.name();
    if (item == "list") parse_list(in, file);
    else if (item == "readings") parse_readings(in, file);
    else if (item == "rule" || item == "link") parse_rule(in, file);
    else if (item == "frame") parse_frame(in, file);
    else if (item == "status" || item == "support") parse_cue(in, item, file);
    else if (item == "template") parse_template(in, file);
    else if (item == "part") parse_part(in, file);
    else if (item == "import") parse_import(in, file);
    else if (item.empty() && in.peek() == '%') {
      in.error("not-rules", "this is a list of names or words, and no file of rules",
               "lists have files of their own: `--names FILE`, or the folders `names` and `words`");
      return file;
    } else if (item.empty())
      in.error_at(offset, "unexpected", "an item begins here", "for example with `list`, `rule`, `link` or `frame`");
    else in.error_at(offset, "unknown-item", "unknown kind of item `" + item + "`", did_you_mean(item, kItems));
  }
  fill_parts(source, file, diagnostics);
  return file;
}

}  // namespace liaison
