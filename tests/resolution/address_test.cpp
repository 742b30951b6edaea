// What stands beside the name of a person.
#include "resolution/address.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "liaison/analyzer.h"
#include "recognition/annotator.h"
#include "../recognition/printed.h"

namespace liaison {
namespace {

/// `president before`, `kin`, `f`, `suffix`: what stands beside a name of a text.
std::string told(const std::string& text, const std::string& name) {
  ReadText read(text);
  Annotator annotator;
  std::vector<Annotation> annotations;
  annotator.run(read.contents.rules, read.view, read.sentences, nullptr, annotations);
  Annotation person;
  std::tie(person.first, person.last) = read.find(name);
  person.type = symbols::person;
  annotations.push_back(person);
  std::sort(annotations.begin(), annotations.end(), [](const Annotation& a, const Annotation& b) { return a.first < b.first; });
  const auto at = std::find_if(annotations.begin(), annotations.end(), [](const Annotation& a) { return a.type == symbols::person; });
  const Address address = address_of(read.view, read.contents.name_classes, annotations, static_cast<std::uint32_t>(at - annotations.begin()));
  std::string out;
  if (address.role) out += std::string(read.view.surface(address.role->first, address.role->last)) + (address.before ? " before" : " behind");
  for (const char* told : {address.kin ? "kin" : "", address.gender == Gender::female ? "f" : address.gender == Gender::male ? "m" : "",
                           address.suffix ? "suffix" : ""})
    if (*told) out += (out.empty() ? "" : ", ") + std::string(told);
  return out;
}

TEST_CASE("what stands beside a name") {
  struct Case {
    const char *text, *name, *expected;
  };
  const Case cases[] = {
      {"Then Harper left.", "Harper", ""},
      {"Mrs. Harper left.", "Harper", "f"},
      {"President Harper left.", "Harper", "President before"},
      {"President-elect Ann Harper left.", "Ann Harper", "President-elect before"},
      {"The president met Harper.", "Harper", ""},
      {"Ann Harper, the president, left.", "Ann Harper", "president behind"},
      {"Ann Harper, the president's niece, left.", "Ann Harper", ""},
      {"His wife, Ann Harper, left.", "Ann Harper", "kin"},
      {"Her nephew Tim Harper left.", "Tim Harper", "kin"},
      {"Tim Harper Jr. left.", "Tim Harper", "suffix"},
      {"Tim Harper Jr. left.", "Tim Harper Jr.", "suffix"},
      {"Then Xi left.", "Xi", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(told(c.text, c.name) == c.expected);
  }
}

}  // namespace
}  // namespace liaison
