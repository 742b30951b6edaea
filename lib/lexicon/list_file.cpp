#include "lexicon/list_file.h"

#include <algorithm>
#include <unordered_map>

#include <re2/re2.h>

#include "lexicon/did_you_mean.h"
#include "text/utf8.h"

namespace liaison {
namespace {

constexpr std::string_view kBlanks = " \t\r";
constexpr const char* kAttributeHint = "for example `kind=title` or `title=\"two words\"`, behind ` ; `";
constexpr const char* kExpressionHint = "the syntax is that of RE2, which has neither looks nor back-references";

std::string_view trim(std::string_view s) {
  s.remove_prefix(std::min(s.find_first_not_of(kBlanks), s.size()));
  return s.substr(0, s.find_last_not_of(kBlanks) + 1);
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

/// The lines of one list, and where to complain about them.
class ListReader {
 public:
  ListReader(std::string_view text, const std::string& file, std::vector<Diagnostic>& diagnostics)
      : rest_(text), file_(file), diagnostics_(diagnostics) {
    if (rest_.starts_with("\xEF\xBB\xBF")) rest_.remove_prefix(3);
  }

  /// Goes to the next line that says something.
  bool next() {
    while (!rest_.empty()) {
      std::size_t end = rest_.find('\n');
      raw_ = rest_.substr(0, end);
      rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
      ++number_;
      if (raw_.ends_with('\r')) raw_.remove_suffix(1);
      line_ = trim(raw_);
      if (line_.empty() || line_.front() == '#') continue;
      if (is_utf8(line_)) return true;
      refuse(line_, "bad-encoding", "this line is not UTF-8", "save the list as UTF-8");
    }
    return false;
  }

  std::string_view line() const { return line_; }
  std::uint32_t number() const { return number_; }

  /// Complains about the part `at` of the line.
  void refuse(std::string_view at, std::string code, std::string message, std::string hint = {}) {
    complain(Severity::error, at, std::move(code), std::move(message), std::move(hint));
  }

  /// Warns of an entry that the list has already, perhaps in another case.
  void note_entry(std::string_view entry) {
    auto [first, is_new] = entries_.try_emplace(lower(entry), Entry{std::string(entry), number_});
    if (!is_new) warn_of_second(entry, first->second.text, first->second.line);
  }

  void warn_of_second(std::string_view entry, const std::string& first, std::uint32_t line) {
    std::string as = first == entry ? "" : ", as `" + first + "`";
    complain(Severity::warning, entry, "duplicate-entry",
             "`" + std::string(entry) + "` stands in line " + std::to_string(line) + " already" + as,
             "case makes no difference here: leave one out");
  }

  /// The same, of what is allowed but hardly meant.
  void warn(std::string_view at, std::string code, std::string message, std::string hint) {
    complain(Severity::warning, at, std::move(code), std::move(message), std::move(hint));
  }

 private:
  std::string_view rest_, raw_, line_;
  struct Entry {
    std::string text;
    std::uint32_t line = 0;
  };

  void complain(Severity severity, std::string_view at, std::string code, std::string message, std::string hint) {
    auto column = static_cast<std::uint32_t>(at.data() - raw_.data()) + 1;
    diagnostics_.push_back({severity, std::move(code), file_, number_, column, std::move(message), std::string(raw_), std::move(hint)});
  }

  std::string file_;
  std::vector<Diagnostic>& diagnostics_;
  std::uint32_t number_ = 0;
  std::unordered_map<std::string, Entry> entries_;  // by their folded text
};

/// True if a form adds nothing to another one of its entity: that is written alike, or in smaller letters, and as strong.
bool is_covered(const NameForm& form, const NameForm& by) {
  if (form.text.size() != by.text.size() || lower(form.text) != lower(by.text) || (by.weak && !form.weak)) return false;
  bool all_capitals = std::none_of(form.text.begin(), form.text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return form.text == by.text || all_capitals;
}

/// Cuts the attributes off the line: what stands behind the first `;` after a blank.
std::string_view cut_attributes(std::string_view& line) {
  std::size_t at = line.find(';');
  while (at != std::string_view::npos && at > 0 && kBlanks.find(line[at - 1]) == std::string_view::npos)
    at = line.find(';', at + 1);
  if (at == std::string_view::npos) return {};
  std::string_view rest = trim(line.substr(at + 1));
  line = trim(line.substr(0, at));
  return rest;
}

AttributeList read_attributes(std::string_view rest, ListReader& reader) {
  AttributeList out;
  while (!(rest = trim(rest)).empty()) {
    std::string_view whole = rest;
    std::size_t equals = rest.find_first_of("= \t");
    if (equals == std::string_view::npos || equals == 0 || rest[equals] != '=') {
      reader.refuse(whole, "bad-attribute", "an attribute is written key=value", kAttributeHint);
      return out;
    }
    std::string_view key = rest.substr(0, equals);
    rest.remove_prefix(equals + 1);
    bool quoted = rest.starts_with('"');
    if (quoted) rest.remove_prefix(1);
    std::size_t end = quoted ? rest.find('"') : rest.find_first_of(kBlanks);
    if (quoted && end == std::string_view::npos) {
      reader.refuse(whole.substr(equals + 1), "not-closed", "the quotation mark of this value is not closed", kAttributeHint);
      return out;
    }
    std::string_view value = rest.substr(0, end);
    if (value.empty()) reader.refuse(whole, "bad-attribute", "the value of this attribute is missing", kAttributeHint);
    else out.emplace_back(key, value);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  }
  return out;
}

constexpr std::string_view kTypes[] = {"PERSON", "ORG", "GPE", "LOC", "MISC"};

bool is_type(std::string_view name) { return std::find(std::begin(kTypes), std::end(kTypes), name) != std::end(kTypes); }

/// A line `- Name`, `- Name TYPE`.
void read_removal(ListReader& reader, NameList& list) {
  NameRemoval removal{std::string(trim(reader.line().substr(2))), {}, reader.number()};
  std::size_t blank = removal.name.find_last_of(kBlanks);
  if (blank != std::string::npos && is_type(removal.name.substr(blank + 1))) {
    removal.type = removal.name.substr(blank + 1);
    removal.name = trim(std::string_view(removal.name).substr(0, blank));
  }
  if (removal.name.find_first_of("|;") != std::string::npos)
    reader.refuse(reader.line(), "bad-removal", "one name is taken out by a line", "write `- Name` or `- Name ORG` for each form");
  else list.removals.push_back(std::move(removal));
}

void read_type(ListReader& reader, std::string_view value, NameList& list) {
  list.type = value;
  if (!is_type(value))
    reader.refuse(value, "unknown-type", "names have no type `" + list.type + "`",
                  "there is PERSON, ORG, GPE, LOC and, for what is none of them, MISC");
}

/// What a misspelt directive may have been, or all that there are.
std::string nearest_directive(std::string_view name, std::vector<std::string> known) {
  for (std::string& one : known) one.insert(0, 1, '%');
  return did_you_mean("%" + std::string(name), known);
}

void read_directive(ListReader& reader, NameList& list) {
  std::string_view line = reader.line();
  std::size_t space = line.find_first_of(kBlanks);
  std::string_view key = line.substr(1, space == std::string_view::npos ? space : space - 1);
  std::string_view value = space == std::string_view::npos ? std::string_view() : trim(line.substr(space));
  if (value.empty()) reader.refuse(line, "bad-directive", "this directive has no value",
                                  "for example `%type ORG` or `%subtype company`");
  else if (!list.lines.empty()) reader.refuse(line, "bad-directive", "directives stand above all names of a list",
                                          "names of another type go into a list of their own");
  else if (key == "type") read_type(reader, value, list);
  else if (key == "subtype") list.subtype = value;
  else if (key == "strength" && (value == "weak" || value == "strong")) list.weak = value == "weak";
  else if (key == "strength") reader.refuse(value, "bad-directive", "a strength is strong or weak",
                                              "strong names tag alone; weak ones need support");
  else
    reader.refuse(line, "unknown-directive", "unknown directive `%" + std::string(key) + "`",
                  nearest_directive(key, {"type", "subtype", "strength"}));
}

/// "Vexley Group, Vexley" is meant as two forms.
void warn_of_comma(ListReader& reader, std::string_view name) {
  std::size_t comma = name.find(", ");
  if (comma == std::string_view::npos) return;
  std::string_view behind = trim(name.substr(comma + 2)), before = name.substr(0, comma);
  bool is_short_form = !behind.empty() && before.starts_with(behind) && before.size() > behind.size() && before[behind.size()] == ' ';
  if (is_short_form)
    reader.warn(name.substr(comma), "comma-in-name", "this reads as two forms, but is one name", "forms stand between bars: `" +
                std::string(before) + " | " + std::string(behind) + "`");
}

/// True if a line begins an item of a file of rules: `frame lawsuit`.
bool begins_rule(std::string_view line) {
  constexpr std::string_view kItems[] = {"frame ", "rule ", "link ", "list ", "template ", "import ", "status ", "support ", "readings "};
  return std::any_of(std::begin(kItems), std::end(kItems), [&](std::string_view item) { return line.starts_with(item); });
}

void read_name_line(ListReader& reader, NameList& list) {
  std::string_view rest = reader.line();
  std::string_view attributes = cut_attributes(rest);
  NameLine line{static_cast<std::uint32_t>(list.forms.size()), 0, reader.number(), {}, read_attributes(attributes, reader)};
  for (bool more = true; more;) {
    std::size_t bar = rest.find('|');
    more = bar != std::string_view::npos;
    std::string_view form = trim(rest.substr(0, bar));
    bool weak = form.starts_with('~');
    std::string_view name = weak ? trim(form.substr(1)) : form;
    if (name.empty()) reader.refuse(form.empty() ? rest : form, "empty-name", "a name is missing here",
                                   "forms stand between bars, with one bar between two");
    else {
      NameForm added{name, weak};
      std::span<const NameForm> before = std::span(list.forms).subspan(line.first_form);
      auto first = std::find_if(before.begin(), before.end(), [&](const NameForm& f) { return is_covered(added, f); });
      if (first != before.end()) reader.warn_of_second(name, std::string(first->text), reader.number());
      list.forms.push_back(added);
      ++line.form_count;
    }
    warn_of_comma(reader, name);
    if (more) rest.remove_prefix(bar + 1);
  }
  list.lines.push_back(std::move(line));
}

void read_word_directive(std::string_view line, ListReader& reader, std::vector<WordLine>& out) {
  std::string_view value = line.starts_with("%inflect ") ? trim(line.substr(9)) : std::string_view();
  ListVariants variants;
  bool known = value == "verb" || value == "noun" ? variants.add(value) : line == "%spelling" || line == "%hyphen" ? variants.add(line.substr(1)) : false;
  if (known) out.push_back({{}, false, {}, reader.number(), variants});
  else if (value.empty())
    reader.refuse(line, "unknown-directive", "unknown directive `" + std::string(line) + "`",
                  nearest_directive(line.substr(1), {"inflect verb", "inflect noun", "spelling", "hyphen"}));
  else reader.refuse(value, "bad-directive", "`" + std::string(value) + "` has no inflection",
                     nearest_directive("inflect " + std::string(value), {"inflect verb", "inflect noun"}));
}

/// True if an expression holds a capital or a blank that is meant as such.
bool asks_for_more_than_a_word(std::string_view expression) {
  for (std::size_t at = 0; at < expression.size(); ++at) {
    const char c = expression[at];
    const std::string_view rest = expression.substr(at);
    const bool property = rest.starts_with("\\p{") || rest.starts_with("\\P{");
    if (c == '\\') at += property ? std::min(rest.find('}'), expression.size()) : 1;
    else if (rest.starts_with("(?P<")) at += std::min(rest.find('>'), expression.size());
    else if (c == ' ' || (c >= 'A' && c <= 'Z')) return true;
  }
  return false;
}

/// A line `/expression/` of a word class.
WordLine read_pattern(std::string_view expression, std::string_view attributes, ListReader& reader) {
  RE2 compiled(re2::StringPiece(expression.data(), expression.size()), RE2::Quiet);
  if (!compiled.ok()) reader.refuse(expression, "bad-expression", "not a regular expression: " + compiled.error(),
                                   kExpressionHint);
  if (asks_for_more_than_a_word(expression))
    reader.warn(expression, "never-matches", "a pattern is tried on one token, in small letters: no capital, no blank",
                "write small letters; a phrase is a line without slashes");
  if (!attributes.empty()) reader.refuse(attributes, "bad-attribute", "a pattern has no attributes",
                                         "leave out what stands behind ` ; `");
  return {std::string(expression), true, {}, reader.number()};
}

}  // namespace

bool ListVariants::add(std::string_view name) {
  bool* members[] = {&verb, &noun, &spelling, &hyphen};
  auto at = std::find(names().begin(), names().end(), name);
  if (at == names().end()) return false;
  return *members[at - names().begin()] = true;
}

const std::vector<std::string>& ListVariants::names() {
  static const std::vector<std::string> kNames{"verb", "noun", "spelling", "hyphen"};
  return kNames;
}

std::vector<WordLine> read_word_list(std::string_view text, const std::string& file,
                                     std::vector<Diagnostic>& diagnostics) {
  std::vector<WordLine> out;
  for (ListReader reader(text, file, diagnostics); reader.next();) {
    std::string_view word = reader.line();
    std::string_view attributes = cut_attributes(word);
    if (word.starts_with('%')) {
      read_word_directive(word, reader, out);
      continue;
    }
    if (word.empty()) reader.refuse(reader.line(), "empty-word", "a word is missing here", "it stands before ` ; `");
    else if (word.size() > 2 && word.front() == '/' && word.back() == '/')
      out.push_back(read_pattern(word.substr(1, word.size() - 2), attributes, reader));
    else {
      out.push_back({std::string(word), false, read_attributes(attributes, reader), reader.number()});
      reader.note_entry(word);
    }
  }
  return out;
}

NameList read_name_list(std::string_view text, const std::string& file, std::vector<Diagnostic>& diagnostics) {
  NameList list;
  list.text = text;
  const std::size_t before = diagnostics.size();
  ListReader reader(text, file, diagnostics);
  while (reader.next()) {
    if (reader.line().front() == '%') read_directive(reader, list);
    else if (reader.line().starts_with("- ")) read_removal(reader, list);
    else if (list.type.empty()) {
      if (diagnostics.size() > before) return list;  // a directive that is wrong may have been the type
      reader.refuse(reader.line(), "no-type", "a list of names begins with its type", begins_rule(reader.line()) ?
                    "rules have files of their own: `--rules FILE`, or the folder `rules`" : "write `%type ORG` above");
      return list;
    } else read_name_line(reader, list);
  }
  return list;
}

}  // namespace liaison
