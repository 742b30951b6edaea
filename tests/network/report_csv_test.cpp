#include <sstream>

#include <doctest/doctest.h>

#include "liaison/report.h"
#include "network/nasty_facts.h"

using namespace liaison;

namespace {

std::string csv(const Graph& graph) {
  std::ostringstream out;
  write_csv(graph, out);
  return out.str();
}

}  // namespace

TEST_CASE("one row for each pair and event") {
  const std::string text = csv(resolve(sample::network(
      "document 1.txt | AP | 2024-06-12 | https://example.org/1\n PERSON Jo Lee\n ORG A\n ORG B\n"
      "role current: Jo Lee | boss | A\n says Jo Lee, boss of A, spoke.\n"
      "meeting occurred: Jo Lee / B\n says Jo Lee met B.\n contact denied: Jo Lee / B")));
  CHECK(text ==
        "a,b,kind,status,date,sentence,document,url,rule\r\n"
        "Jo Lee,A,role,current,2024-06-12,\"Jo Lee, boss of A, spoke.\",1.txt,https://example.org/1,apposition\r\n"
        "Jo Lee,B,meeting,occurred,2024-06-12,Jo Lee met B.,1.txt,https://example.org/1,meeting/rule\r\n"
        "Jo Lee,B,contact,denied,2024-06-12,A sentence.,1.txt,https://example.org/1,contact/rule\r\n");
}

TEST_CASE("no cell is a formula, and none breaks its row") {
  const std::string text = csv(resolve(sample::nasty_network()));
  CHECK(text.find("\r\n=") == std::string::npos);
  CHECK(text.find(",=") == std::string::npos);
  CHECK(text.find("'=cmd()+1") != std::string::npos);
  CHECK(text.find("\"'-Minus, Comma\"") != std::string::npos);
  CHECK(text.find("\"O'Neill \"\"Tip\"\"\"") != std::string::npos);
}
