// Acronyms in brackets, and the words that spell them out.
#include "recognition/acronyms.h"

#include <doctest/doctest.h>

#include "printed.h"

namespace liaison {
namespace {

TEST_CASE("the words before a bracket spell out what stands in it") {
  struct Case {
    const char *name, *text, *acronym, *expected;
  };
  const Case cases[] = {
      {"small words", "They flew by visual flight rules (VFR) then.", "VFR", "visual flight rules"},
      {"capitals", "It broke the Arms Trade Treaty (ATT) then.", "ATT", "Arms Trade Treaty"},
      {"with stops", "It asked the Securities Exchange Commission (S.E.C.) then.", "S.E.C.", "Securities Exchange Commission"},
      {"connecting words", "It broke the Treaty of the Common Sea (TCS) then.", "TCS", "Treaty of the Common Sea"},
      {"no connecting word for a letter", "It has Office of Trade (OT) on it.", "OT", "Office of Trade"},
      {"other words", "They flew by visual rules (VFR) then.", "VFR", ""},
      {"no bracket", "They flew by visual flight rules, VFR.", "VFR", ""},
      {"at the beginning", "Rules (VFR) are dull.", "VFR", ""},
      {"not over a paragraph", "It was visual.\n\nFlight rules (VFR) are dull.", "VFR", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    ReadText read(c.text);
    auto [acronym, behind] = read.find(c.acronym);
    std::uint32_t first = spelled_out_from(read.view, read.contents.name_classes, acronym);
    CHECK(read.view.surface(first, first == acronym ? first : acronym - 1) == c.expected);
  }
}

}  // namespace
}  // namespace liaison
