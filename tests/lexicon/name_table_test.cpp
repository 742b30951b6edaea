#include <doctest/doctest.h>

#include "lexicon/name_table.h"

namespace liaison {
namespace {

/// A table as it was read: `TYPE: form|~form {key=value} @line`, one name a line, and `- form` for what is taken out.
std::string read(const std::string& table) {
  std::vector<Diagnostic> diagnostics;
  std::string out;
  const NameList list = read_name_table(table, "t.tsv", diagnostics);
  for (const NameLine& line : list.lines) {
    out += std::string(line.type) + ":";
    for (const NameForm& form : list.forms_of(line))
      out += std::string(&form == list.forms_of(line).data() ? " " : "|") + (form.weak ? "~" : "") + std::string(form.text);
    for (const auto& [key, value] : line.attributes) out += " " + key + "=" + value;
    out += " @" + std::to_string(line.line) + "\n";
  }
  for (const NameRemoval& removal : list.removals)
    out += removal.type + ": - " + removal.name + " @" + std::to_string(removal.line) + "\n";
  for (const Diagnostic& d : diagnostics) out += to_string(d) + "\n";
  return out;
}

TEST_CASE("a table of names") {
  struct Case {
    const char *name, *table, *expected;
  };
  const Case cases[] = {
      {"name and type", "name\ttype\nNorvane Motors\tORG\n", "ORG: Norvane Motors @2\n"},
      {"columns in any order and case", "Type\tAliases\tNAME\nORG\tNorvane|~Nor\tNorvane Motors\n", "ORG: Norvane Motors|Norvane|~Nor @2\n"},
      {"other columns are attributes", "name\ttype\tsubtype\tticker\nAcme\tORG\tcompany\tACM\nGlobex\tORG\t\t\n",
       "ORG: Acme subtype=company ticker=ACM @2\nORG: Globex @3\n"},
      {"strength", "name\ttype\tstrength\tAliases\nTarget\tORG\tweak\tTarget Corp\n", "ORG: ~Target|~Target Corp @2\n"},
      {"types in any order", "name\ttype\nAcme\tORG\nAnn Lee\tPERSON\nGlobex\tORG\n", "ORG: Acme @2\nPERSON: Ann Lee @3\nORG: Globex @4\n"},
      {"what is taken out", "name\ttype\n- Target\tORG\n- Sears\t\n", "ORG: - Target @2\n: - Sears @3\n"},
      {"as spreadsheets write it", "\xEF\xBB\xBFname\ttype\r\n\"Foo, Inc.\"\tORG\r\n\t\r\n\r\nBar\tORG\r\n", "ORG: Foo, Inc. @2\nORG: Bar @5\n"},
      {"an empty table", "", ""},
      {"no column name", "title\ttype\nAcme\tORG\n",
       "t.tsv:1:1: error: there is no column `name` [no-column]\ntitle\ttype\n^\nthe first line names the columns: name, type, aliases, subtype, strength …\n"},
      {"no tabs", "name,type\nAcme,ORG\n",
       "t.tsv:1:1: error: there is no column `name` [no-column]\nname,type\n^\ncolumns stand between tabs; the first line names them: name, type, aliases …\n"},
      {"a type that there is not", "name\ttype\nAcme\tCOMPANY\n",
       "t.tsv:2:6: error: names have no type `COMPANY` [unknown-type]\nAcme\tCOMPANY\n    \t^\nthere is PERSON, ORG, GPE, LOC and, for what is none of them, MISC\n"},
      {"rows that are wrong do not hide one another", "name\ttype\nAcme\n\tORG\nGlobex\tORG\tmore\n",
       "t.tsv:2:1: error: the row has no type [unknown-type]\nAcme\n^\nthere is PERSON, ORG, GPE, LOC and, for what is none of them, MISC\n"
       "t.tsv:3:1: error: a name is missing here [empty-name]\n\tORG\n^\nit stands in the column `name`\n"
       "t.tsv:4:12: error: the row has 3 cells, the first line names 2 [too-many-cells]\nGlobex\tORG\tmore\n      \t   \t^\na tab inside a name parts it in two\n"},
      {"not UTF-8", "name\ttype\nCaf\xE9\tORG\n", "t.tsv:2:1: error: this row is not UTF-8 [bad-encoding]\nCaf\xE9\tORG\n^\nsave the table as UTF-8\n"},
      {"a strength that there is not", "name\ttype\tstrength\nAcme\tORG\tmiddling\n",
       "t.tsv:2:10: error: there is no strength `middling` [bad-strength]\nAcme\tORG\tmiddling\n    \t   \t^\na strength is strong or weak\n"}};
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(read(c.table) == c.expected);
  }
}

}  // namespace
}  // namespace liaison
