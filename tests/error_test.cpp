#include "liaison/error.h"

#include <doctest/doctest.h>

using liaison::Diagnostic;
using liaison::Error;
using liaison::ErrorCode;
using liaison::Severity;

TEST_CASE("an error says where before it says what") {
  const Error placed(ErrorCode::unreadable, "news/lee.txt", "no such file");
  CHECK(std::string(placed.what()) == "news/lee.txt: no such file");
  CHECK(placed.where() == "news/lee.txt");
  CHECK(to_string(placed.code()) == "unreadable");
  CHECK(std::string(Error(ErrorCode::bad_json, "", "no object").what()) == "no object");
}

TEST_CASE("diagnostics are printed with their line, a caret and a hint") {
  struct Case {
    const char* name;
    Diagnostic diagnostic;
    const char* printed;
  };
  const Case cases[] = {
      {"all there is",
       {Severity::error, "unknown-type", "rules/holds.rules", 3, 10, "no type PERSN", "  person:PERSN \",\"", "did you mean PERSON?"},
       "rules/holds.rules:3:10: error: no type PERSN [unknown-type]\n  person:PERSN \",\"\n         ^\ndid you mean PERSON?"},
      {"tabs are kept, characters of several bytes are one blank",
       {Severity::warning, "", "a.txt", 1, 5, "odd", "\t\xC3\xBC x", ""},
       "a.txt:1:5: warning: odd\n\t\xC3\xBC x\n\t  ^"},
      {"a column past the end", {Severity::note, "c", "a.txt", 1, 99, "m", "ab", ""}, "a.txt:1:99: note: m [c]\nab\n  ^"},
      {"no column", {Severity::error, "c", "a.txt", 7, 0, "m", "", ""}, "a.txt:7: error: m [c]"},
      {"no file", {Severity::error, "c", "", 0, 0, "m", "", ""}, "error: m [c]"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.name);
    CHECK(to_string(one.diagnostic) == one.printed);
  }
}

TEST_CASE("only errors are errors") {
  CHECK_FALSE(liaison::has_errors({}));
  Diagnostic warning, error;
  warning.severity = Severity::warning;
  error.severity = Severity::error;
  CHECK_FALSE(liaison::has_errors({warning, warning}));
  CHECK(liaison::has_errors({warning, error}));
}
