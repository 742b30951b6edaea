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

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++found;
  return found;
}

}  // namespace

TEST_CASE("the page has who met whom, and why") {
  const std::string text = page(resolve(sample::network(sample::kArticles)));
  for (const char* part :
       {"\"label\": \"Jay Y. Lee\"", "\"roles\": [\"Chairman, Samsung\"]",
        "\"sentence\": \"Lee met Mark Zuckerberg and Andy Jassy on Tuesday.\"", "\"url\": \"https://example.org/1\"",
        "\"rule\": \"meeting/rule\", \"place\": \"rules/sample.rules:7\"", "\"status\": \"denied\"", "\"x\": "}) {
    CAPTURE(part);
    CHECK(has(text, part));
  }
}

TEST_CASE("the page has what evidence tells of an event") {
  const std::string text = page(resolve(sample::network(sample::kVisit)));
  for (const char* part : {"\"topic\": \"chip supplies\"", "\"by\": \"Samsung\"", "\"certainty\": \"stated\"", "\"host\": \"Jay Y. Lee\"",
                           "\"guest\": \"Elon Musk\""}) {
    CAPTURE(part);
    CHECK(has(text, part));
  }
}

TEST_CASE("the page asks nothing of a network") {
  const std::string text = page(resolve(sample::network(sample::kArticles)));
  CHECK(has(text, "default-src 'none'"));
  for (const char* part : {" src=", "@import", "url(", "fetch(", "XMLHttpRequest", "<iframe"}) {
    CAPTURE(part);
    CHECK_FALSE(has(text, part));
  }
}

TEST_CASE("nothing in the page is markup that was not ours") {
  PageOptions options;
  options.title = "<b>&";
  const std::string text = page(resolve(sample::nasty_network()), options);
  CHECK(has(text, "<title>&lt;b&gt;&amp;</title>"));
  CHECK(has(text, "\\u003cscript>alert(1)\\u003c/script>"));
  CHECK(count(text, "<script") == 2);
  CHECK(count(text, "</script") == 2);
  CHECK_FALSE(has(text, "\x01"));
}

TEST_CASE("an empty graph is a page too") {
  CHECK(has(page(Graph()), "\"nodes\": [], \"edges\": []"));
}

TEST_CASE("names are marked as whole words, the longest first") {
  const std::vector<std::string> a = {"Lee", "Jay Lee"}, b = {"Ma"};
  CHECK(highlighted("Jay Lee & Lees met Ma, not Mao; Lee.", {&a, &b}) ==
        "<mark class=\"a\">Jay Lee</mark> &amp; Lees met <mark class=\"b\">Ma</mark>, not Mao; <mark class=\"a\">Lee</mark>.");
  CHECK(highlighted("", {&a}).empty());
}
