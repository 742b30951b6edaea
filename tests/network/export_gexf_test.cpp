#include <doctest/doctest.h>

#include "liaison/export.h"
#include "network/written_graph.h"

using namespace liaison;
using namespace liaison::sample;

TEST_CASE("GEXF has full dates, and a spell for each event") {
  struct Case {
    const char *name, *first, *second, *spells;
  };
  const Case cases[] = {
      {"days", "2024-06-12", "2024-07-20", "start=\"2024-06-12\" end=\"2024-06-12\"|start=\"2024-07-20\" end=\"2024-07-20\""},
      {"one event of two days", "2024-06-12", "2024-06-14", "start=\"2024-06-12\" end=\"2024-06-14\""},
      {"a month and a year", "2023-02", "2024", "start=\"2023-02-01\" end=\"2023-02-28\"|start=\"2024-01-01\" end=\"2024-12-31\""},
      {"a leap year", "2024-02", "", "start=\"2024-02-01\" end=\"2024-02-29\""},
      {"what is no date", "yesterday", "2024-13", ""},
  };
  for (const Case& one : cases) {
    CAPTURE(one.name);
    const std::string text = written(
        resolve(sample::network("document 1 | AP | " + std::string(one.first) + "\n ORG A\n ORG B\n meeting occurred: A / B\n"
                                "document 2 | UPI | " + std::string(one.second) + "\n ORG A\n ORG B\n meeting occurred: A / B")),
        write_gexf);
    CHECK(has(text, "timeformat=\"date\""));
    std::string spells;
    for (std::size_t at = text.find("<spell "); at != std::string::npos; at = text.find("<spell ", at + 1)) {
      spells += (spells.empty() ? "" : "|") + text.substr(at + 7, text.find("/>", at) - at - 7);
    }
    CHECK(spells == one.spells);
  }
}

TEST_CASE("GEXF attributes have their title as id") {
  const std::string text = written(articles(), write_gexf);
  std::size_t attributes = 0;
  for (std::size_t at = text.find("<attribute "); at != std::string::npos; at = text.find("<attribute ", at + 1), ++attributes) {
    const auto value = [&](const std::string& name) {
      const std::size_t begin = text.find(name + "=\"", at) + name.size() + 2;
      return text.substr(begin, text.find('"', begin) - begin);
    };
    CHECK(value("id") == value("title"));
  }
  CHECK(attributes == 10);
}
