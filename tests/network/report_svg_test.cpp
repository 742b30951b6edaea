#include <cmath>
#include <sstream>

#include <doctest/doctest.h>

#include "liaison/report.h"
#include "network/layout.h"
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

TEST_CASE("no two boxes overlap") {
  std::vector<Box> boxes(40);
  std::vector<std::pair<std::size_t, std::size_t>> edges;
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    boxes[i].width = 60 + 20.0 * static_cast<double>(i % 7);
    boxes[i].height = 30;
    if (i > 0 && i % 9 != 0) edges.emplace_back(i, i / 3);
  }
  const auto [width, height] = lay_out(boxes, edges);
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    CHECK(boxes[i].x - boxes[i].width / 2 >= -0.01);
    CHECK(boxes[i].x + boxes[i].width / 2 <= width + 0.01);
    CHECK(boxes[i].y + boxes[i].height / 2 <= height + 0.01);
    for (std::size_t j = i + 1; j < boxes.size(); ++j) {
      const bool apart = std::abs(boxes[i].x - boxes[j].x) >= (boxes[i].width + boxes[j].width) / 2 ||
                         std::abs(boxes[i].y - boxes[j].y) >= (boxes[i].height + boxes[j].height) / 2;
      CHECK(apart);
    }
  }
}
