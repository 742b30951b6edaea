#include "rules/unit_compiler.h"

#include <algorithm>
#include <map>

#include <re2/re2.h>

#include "text/token.h"

namespace liaison {
namespace {

const std::map<std::string, std::uint32_t>& shapes() {
  static const std::map<std::string, std::uint32_t> kShapes{
      {"word", kIsWord},         {"number", kIsNumber},      {"punctuation", kIsPunctuation}, {"symbol", kIsSymbol},
      {"lower", kLower},         {"capital", kFirstCapital}, {"capitalised", kCapitalised},   {"caps", kAllCaps},
      {"mixed", kMixedCase},     {"initial", kOneCapital},   {"digit", kHasDigit},            {"url", kInUrl},
      {"abbreviation", kAbbreviation}, {"newline", kNewlineBefore}, {"paragraph", kParagraphBefore}};
  return kShapes;
}

std::vector<std::string> shape_names() {
  std::vector<std::string> out;
  for (const auto& [name, flags] : shapes()) out.push_back(name);
  return out;
}

bool is_words(const UnitTest& test) {
  return test.kind == UnitTest::Kind::word || test.kind == UnitTest::Kind::exact;
}

}  // namespace

std::string shape_name(std::uint32_t flags) {
  for (const auto& [name, of_name] : shapes())
    if (of_name == flags) return name;
  return {};
}

void UnitCompiler::add_type(const std::string& name) {
  if (!is_type(name)) types_.push_back(name);
}

bool UnitCompiler::is_type(const std::string& name) const {
  return std::find(types_.begin(), types_.end(), name) != types_.end();
}

bool UnitCompiler::is_type_of_names(const std::string& name) const {
  return name == "PERSON" || name == "ORG" || name == "GPE" || name == "LOC" || name == "MISC";
}

bool UnitCompiler::is_common_class(const std::string& name) {
  const ClassId id = lexicon_.find_class(name);
  return id == ClassId::none || lexicon_.is_common(id);
}

std::vector<std::string> UnitCompiler::known_names() const {
  std::vector<std::string> out = types_;
  out.insert(out.end(), lexicon_.class_names().begin(), lexicon_.class_names().end());
  return out;
}

CompiledUnit UnitCompiler::compile(const PatternNode& node, Complaints& complaints) {
  CompiledUnit out;
  if (node.tests.size() == 1 && !node.tests[0].negated) {
    const UnitTest& test = node.tests[0];
    if (is_words(test)) return compile_words(test, complaints);
    if (test.kind == UnitTest::Kind::named && !is_type(test.text)) {
      out.phrases = find_class(test.text, test.offset, complaints);
      out.max = lexicon_.longest_phrase(out.phrases);
      return out;
    }
  }
  out.units.emplace_back();
  for (const UnitTest& test : node.tests) out.units[0].push_back(compile(test, complaints));
  return out;
}

/// A string of several words is a sequence of units.
CompiledUnit UnitCompiler::compile_words(const UnitTest& test, Complaints& complaints) {
  CompiledUnit out;
  for (std::string_view token : lexicon_.cut(test.text)) out.units.push_back({word_test(test.kind, token)});
  if (out.units.empty()) complaints.add(test.offset, "empty-test", "there is no word in this string", "write a word between the marks");
  out.min = out.max = static_cast<std::uint32_t>(out.units.size());
  return out;
}

Test UnitCompiler::word_test(UnitTest::Kind kind, std::string_view token) {
  if (kind == UnitTest::Kind::exact) return {Test::Kind::exact, 0, strings_.add(token)};
  return {Test::Kind::word, 0, lexicon_.word(token)};
}

ClassId UnitCompiler::find_class(const std::string& name, std::size_t offset, Complaints& complaints) {
  ClassId id = lexicon_.find_class(name);
  if (id != ClassId::none) return id;
  std::size_t open = std::min(name.find('['), name.size());
  std::string whole = name.substr(0, open);
  if (open < name.size() && lexicon_.find_class(whole) != ClassId::none) {
    complaints.add(offset, "unknown-attribute", "no word of the class `" + whole + "` has " + name.substr(open),
                   "attributes stand behind ` ; ` in the list of the class");
    return id;
  }
  std::string near = did_you_mean(whole, known_names());
  complaints.add(offset, "unknown-name", "there is no type, class or list `" + whole + "`",
                 near.starts_with("did") ? near
                                         : "a word stands in quotes, `\"" + whole + "\"`; a list is made with `list " + whole +
                                               " = \"word\" | \"two words\"`");
  return id;
}

Test UnitCompiler::anchor_of(const Test& test, const std::string& phase) {
  Test out = test;
  if (test.kind == Test::Kind::exact)
    out = {Test::Kind::word, 0, lexicon_.word(StringsView(strings_.bytes()).at(test.value))};
  if (out.kind == Test::Kind::word) lexicon_.mark(out.value, lexicon_.word_class("anchor " + phase));
  return out;
}

Test UnitCompiler::compile(const UnitTest& test, Complaints& complaints) {
  Test out;
  switch (test.kind) {
    case UnitTest::Kind::any: break;
    case UnitTest::Kind::word: case UnitTest::Kind::exact: out = compile_word(test, complaints); break;
    case UnitTest::Kind::shape: out = compile_shape(test, complaints); break;
    case UnitTest::Kind::pattern: out = compile_pattern(test, complaints); break;
    case UnitTest::Kind::named: out = compile_name(test, complaints); break;
  }
  out.negated = test.negated;
  return out;
}

Test UnitCompiler::compile_word(const UnitTest& test, Complaints& complaints) {
  std::vector<std::string_view> tokens = lexicon_.cut(test.text);
  if (tokens.size() == 1) return word_test(test.kind, tokens[0]);
  complaints.add(test.offset, "not-one-word", "with `!` or beside other conditions this must be one word",
                 "for several words write `!( … )`, which looks ahead");
  return {};
}

Test UnitCompiler::compile_shape(const UnitTest& test, Complaints& complaints) {
  auto at = shapes().find(test.text);
  if (at != shapes().end()) return {Test::Kind::shape, 0, at->second};
  complaints.add(test.offset, "unknown-shape", "unknown shape `@" + test.text + "`",
                 did_you_mean(test.text, shape_names()));
  return {};
}

/// A regular expression is a word class of its own.
Test UnitCompiler::compile_pattern(const UnitTest& test, Complaints& complaints) {
  RE2 expression(test.text, RE2::Quiet);
  if (!expression.ok()) {
    complaints.add(test.offset, "bad-expression", "not a regular expression: " + expression.error(),
                   "the syntax is that of RE2, which has neither looks nor back-references");
    return {};
  }
  std::string name = "/" + test.text + "/";
  ClassId id = lexicon_.word_class(name);
  if (id == ClassId::none)
    complaints.add(test.offset, "too-many-classes", "the pack has more word classes than it may have",
                   "there is room for " + std::to_string(kMaxClasses) + ": leave lists out that little needs");
  else lexicon_.add_words(name, {{test.text, true, {}, 0}});
  return {Test::Kind::word_class, 0, static_cast<std::uint32_t>(id)};
}

Test UnitCompiler::compile_name(const UnitTest& test, Complaints& complaints) {
  if (is_type(test.text)) return {Test::Kind::type, 0, symbols_.add(test.text).id};
  return {Test::Kind::word_class, 0, static_cast<std::uint32_t>(find_class(test.text, test.offset, complaints))};
}

}  // namespace liaison
