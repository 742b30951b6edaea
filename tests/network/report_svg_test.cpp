#include <sstream>

#include <doctest/doctest.h>

#include "liaison/report.h"
#include "network/nasty_facts.h"

using namespace liaison;

namespace {

std::string picture(const Graph& graph, const PictureOptions& options = {}) {
  std::ostringstream out;
  write_svg(graph, out, options);
  return out.str();
}

bool has(const std::string& text, const char* part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("the same graph gives the same picture") {
  const Graph graph = resolve(sample::network(sample::kArticles));
  const std::string text = picture(graph);
  CHECK(text == picture(resolve(sample::network(sample::kArticles))));
  CHECK(has(text, ">Jay Y. Lee</text>"));
  CHECK(has(text, "stroke-dasharray=\"8 5\""));   // planned
  CHECK(has(text, ">cooperation</text>"));        // in the legend
  CHECK_FALSE(has(text, ">contact</text>"));
}

TEST_CASE("labels are escaped") {
  const std::string text = picture(resolve(sample::nasty_network()));
  CHECK(has(text, "&lt;script&gt;"));
  CHECK_FALSE(has(text, "<script"));
}

TEST_CASE("only the best supported are shown, and that is said") {
  PictureOptions options;
  options.nodes = 2;
  const std::string text = picture(resolve(sample::network(sample::kArticles)), options);
  CHECK(has(text, ">Mark Zuckerberg</text>"));
  CHECK_FALSE(has(text, ">Elon Musk</text>"));
  CHECK(has(text, "The 2 best supported of 6 names."));
}

TEST_CASE("an empty graph is an empty picture") { CHECK(has(picture(Graph()), "</svg>")); }
