#include <doctest/doctest.h>

#include "liaison/pack.h"

namespace liaison {
namespace {

TEST_CASE("every example in the rules of English comes out as it says") {
  ExampleReport report = run_examples(Pack::english());
  for (const ExampleFailure& f : report.failures)
    FAIL_CHECK(f.place << " (" << f.rule << "): " << f.sentence << "\n  expected " << f.expected << "\n  found    " << f.found);
  for (const ExampleFailure& f : report.turned) FAIL_CHECK(f.place << ": this `todo` holds by now; make it a `yes`");
  CHECK(report.yes >= 60);
  CHECK(report.no >= 11);
}

TEST_CASE("an example that fails is reported with its place and what was found") {
  auto built = PackBuilder(Pack::english())
                   .add({"rules/ours.rules", "rule never -> make ROLE over tokens\n  \"grand\" \"vizier\"\n"
                                             "  yes \"He is the grand duke of somewhere.\" => grand vizier\n"
                                             "  no \"The grand vizier left.\"\n"
                                             "  todo \"The grand vizier left.\" => grand vizier\n"})
                   .build();
  REQUIRE(built.pack);
  ExampleReport report = run_examples(built.pack);
  REQUIRE(report.failures.size() == 2);
  CHECK(report.failures[0].place == "rules/ours.rules:3");
  CHECK(report.failures[1].place == "rules/ours.rules:4");
  CHECK(report.failures[1].found == "grand vizier");
  REQUIRE(report.turned.size() == 1);
  CHECK(report.turned[0].place == "rules/ours.rules:5");
}

}  // namespace
}  // namespace liaison
