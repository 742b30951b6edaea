#include "network/layout.h"

#include <cmath>
#include <random>

#include <doctest/doctest.h>

using namespace liaison;

namespace {

using Edges = std::vector<std::pair<std::size_t, std::size_t>>;

std::vector<Box> boxes_of(std::size_t count) {
  std::vector<Box> boxes(count);
  for (std::size_t i = 0; i < count; ++i) {
    boxes[i].width = 60 + 20.0 * static_cast<double>(i % 7);
    boxes[i].height = 30;
  }
  return boxes;
}

/// Lays out, and checks what holds of every picture: all boxes inside of it, and none over another.
std::vector<Box> placed(std::size_t count, const Edges& edges) {
  std::vector<Box> boxes = boxes_of(count);
  const auto [width, height] = lay_out(boxes, edges);
  for (std::size_t i = 0; i < count; ++i) {
    CHECK(boxes[i].x - boxes[i].width / 2 >= -0.01);
    CHECK(boxes[i].y - boxes[i].height / 2 >= -0.01);
    CHECK(boxes[i].x + boxes[i].width / 2 <= width + 0.01);
    CHECK(boxes[i].y + boxes[i].height / 2 <= height + 0.01);
    for (std::size_t j = i + 1; j < count; ++j) {
      const bool apart = std::abs(boxes[i].x - boxes[j].x) >= (boxes[i].width + boxes[j].width) / 2 ||
                         std::abs(boxes[i].y - boxes[j].y) >= (boxes[i].height + boxes[j].height) / 2;
      CHECK(apart);
    }
  }
  return boxes;
}

double distance(const Box& a, const Box& b) { return std::hypot(a.x - b.x, a.y - b.y); }

Edges ring(std::size_t count) {
  Edges edges;
  for (std::size_t i = 0; i < count; ++i) edges.emplace_back(i, (i + 1) % count);
  return edges;
}

Edges star(std::size_t count) {
  Edges edges;
  for (std::size_t i = 1; i < count; ++i) edges.emplace_back(0, i);
  return edges;
}

Edges everybody(std::size_t count) {
  Edges edges;
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t j = 0; j < i; ++j) edges.emplace_back(i, j);
  }
  return edges;
}

Edges random_edges(std::size_t count, std::size_t edges, unsigned seed) {
  std::mt19937 random(seed);
  Edges out;
  while (out.size() < edges) {
    const std::size_t a = random() % count, b = random() % count;
    if (a != b) out.emplace_back(a, b);
  }
  return out;
}

}  // namespace

TEST_CASE("no two boxes overlap") {
  struct Case {
    std::string name;
    std::size_t count;
    Edges edges;
  };
  const Case cases[] = {
      {"nothing", 0, {}},
      {"one", 1, {}},
      {"two apart", 2, {}},
      {"two joined", 2, {{0, 1}}},
      {"two joined twice", 2, {{0, 1}, {1, 0}}},
      {"many apart", 30, {}},
      {"a ring", 20, ring(20)},
      {"a star", 40, star(40)},
      {"all with all", 16, everybody(16)},
      {"at random", 60, random_edges(60, 90, 1)},
      {"at random, few lines", 60, random_edges(60, 30, 2)},
      {"as many as a picture shows", 60, star(60)},
  };
  for (const Case& one : cases) {
    CAPTURE(one.name);
    placed(one.count, one.edges);
  }
}

TEST_CASE("a part of many boxes around one is spread out") {
  constexpr std::size_t kMany = 600;
  std::vector<Box> boxes = boxes_of(kMany);
  const auto [width, height] = lay_out(boxes, star(kMany));
  CHECK(width > 0);
  CHECK(height > 0);
  std::size_t crowded = 0;   // boxes with more than three others on them
  for (std::size_t i = 0; i < kMany; ++i) {
    std::size_t on = 0;
    for (std::size_t j = 0; j < kMany; ++j)
      on += j != i && std::abs(boxes[i].x - boxes[j].x) < 30 && std::abs(boxes[i].y - boxes[j].y) < 15;
    crowded += on > 3;
  }
  CHECK(crowded < kMany / 100);
}

TEST_CASE("the same input gives the same places") {
  const std::vector<Box> first = placed(20, random_edges(20, 40, 3)), second = placed(20, random_edges(20, 40, 3));
  for (std::size_t i = 0; i < first.size(); ++i) {
    CHECK(first[i].x == second[i].x);
    CHECK(first[i].y == second[i].y);
  }
}

TEST_CASE("who is joined stands nearer than who is far in the graph") {
  const std::vector<Box> chain = placed(5, {{0, 1}, {1, 2}, {2, 3}, {3, 4}});
  for (std::size_t i = 0; i + 1 < 5; ++i) CHECK(distance(chain[i], chain[i + 1]) < distance(chain[0], chain[4]));
  CHECK(std::abs(chain[0].x - chain[4].x) > std::abs(chain[0].y - chain[4].y));   // it lies down
}

TEST_CASE("parts stand side by side, the greatest first") {
  const std::vector<Box> boxes = placed(7, {{5, 6}, {0, 1}, {1, 2}, {2, 3}});
  double left_of_chain = 1e9, left_of_pair = 1e9;
  for (const std::size_t i : {0, 1, 2, 3}) left_of_chain = std::min(left_of_chain, boxes[i].x - boxes[i].width / 2);
  for (const std::size_t i : {5, 6}) left_of_pair = std::min(left_of_pair, boxes[i].x - boxes[i].width / 2);
  CHECK(left_of_chain == doctest::Approx(0));
  CHECK((left_of_pair > left_of_chain || boxes[5].y > boxes[0].y));
}

TEST_CASE("nothing takes no room") {
  std::vector<Box> none;
  CHECK(lay_out(none, {}) == std::pair<double, double>(0, 0));
}
