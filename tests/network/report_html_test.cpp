#include <sstream>

#include <doctest/doctest.h>

#include "liaison/report.h"
#include "network/highlight.h"
#include "network/nasty_facts.h"

using namespace liaison;

namespace {

std::string page(const Graph& graph, const PageOptions& options = {}) {
  std::ostringstream out;
  write_html(graph, out, options);
  return out.str();
}

bool has(const std::string& text, const char* part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("the page shows who met whom, and why") {
  const std::string text = page(resolve(sample::network(sample::kArticles)));
  CHECK(has(text, "<h3>Jay Y. Lee<i>and</i>Mark Zuckerberg</h3>"));
  CHECK(has(text, "2 sources"));
  CHECK(has(text, "<mark class=\"a\">Lee</mark> met <mark class=\"b\">Mark Zuckerberg</mark> and Andy Jassy"));
  CHECK(has(text, "<a href=\"https://example.org/1\">1.txt</a>, Reuters, 2024-06-12"));
  CHECK(has(text, "<code title=\"rules/sample.rules:7\">meeting/rule</code>"));
  CHECK(has(text, "<div>Chairman, Samsung</div>"));
  CHECK(has(text, "<svg "));
  CHECK_FALSE(has(text, "<script"));
}

TEST_CASE("nothing in the page is markup that was not ours") {
  PageOptions options;
  options.title = "<b>&";
  const std::string text = page(resolve(sample::nasty_network()), options);
  CHECK(has(text, "<h1>&lt;b&gt;&amp;</h1>"));
  CHECK(has(text, "&lt;script&gt;alert(1)&lt;/script&gt;"));
  CHECK_FALSE(has(text, "<script"));
  CHECK_FALSE(has(text, "javascript:"));
  CHECK_FALSE(has(text, "\x01"));
}

TEST_CASE("an empty graph says so") {
  const std::string text = page(Graph());
  CHECK(has(text, "No meeting, contact or cooperation was found."));
  CHECK_FALSE(has(text, "<svg"));
}

TEST_CASE("names are marked as whole words, the longest first") {
  const std::vector<std::string> a = {"Lee", "Jay Lee"}, b = {"Ma"};
  CHECK(highlighted("Jay Lee & Lees met Ma, not Mao; Lee.", {&a, &b}) ==
        "<mark class=\"a\">Jay Lee</mark> &amp; Lees met <mark class=\"b\">Ma</mark>, not Mao; <mark class=\"a\">Lee</mark>.");
  CHECK(highlighted("", {&a}).empty());
}
