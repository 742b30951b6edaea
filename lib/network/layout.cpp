#include "network/layout.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numbers>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/fruchterman_reingold.hpp>
#include <boost/graph/topology.hpp>
#include <boost/random/linear_congruential.hpp>

namespace liaison {
namespace {

constexpr double kAcross = 190, kDown = 125;       // pixels for the length of one edge
constexpr double kGapAcross = 18, kGapDown = 22;   // kept free between boxes
constexpr double kPartGap = 48;                    // kept free between parts
constexpr double kAspect = 1.5;                    // width to height, of the whole

using Edges = std::vector<std::pair<std::size_t, std::size_t>>;
using Undirected = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;

struct Point {
  double x = 0, y = 0;
};

/// One connected part: the boxes in it, and where it begins and ends.
struct Part {
  std::vector<std::size_t> boxes;
  double left = 0, top = 0, width = 0, height = 0;
};

std::vector<Part> parts_of(std::size_t size, const Edges& edges) {
  const Undirected graph(edges.begin(), edges.end(), size);
  std::vector<std::size_t> number(size);
  std::vector<Part> parts(size == 0 ? 0 : boost::connected_components(graph, number.data()));
  for (std::size_t i = 0; i < size; ++i) parts[number[i]].boxes.push_back(i);
  std::stable_sort(parts.begin(), parts.end(),
                   [](const Part& a, const Part& b) { return a.boxes.size() > b.boxes.size(); });
  return parts;
}

/// The points of one connected part, in units of the length of an edge.
class Springs {
 public:
  Springs(std::size_t size, const Edges& edges) : size_(size), lengths_(size * size) {
    const Undirected graph(edges.begin(), edges.end(), size);
    for (std::size_t i = 0; i < size; ++i) {
      const auto recorder = boost::record_distances(lengths_.data() + i * size, boost::on_tree_edge());
      boost::breadth_first_search(graph, i, boost::visitor(boost::make_bfs_visitor(recorder)));
    }
  }

  /// The best of some starts, each a circle in another order.
  std::vector<Point> relax() const {
    constexpr std::size_t kStarts = 6;
    std::vector<Point> best;
    double least = std::numeric_limits<double>::max();
    for (std::size_t stride = 1; stride <= kStarts; ++stride) {
      std::vector<Point> points = circle(stride);
      const double stress = relax(points);
      if (stress >= least) continue;
      least = stress;
      best = std::move(points);
    }
    return best;
  }

 private:
  double length(std::size_t i, std::size_t j) const { return lengths_[i * size_ + j]; }

  std::vector<Point> circle(std::size_t stride) const {
    std::vector<Point> points(size_);
    for (std::size_t i = 0; i < size_; ++i) {
      const double all = static_cast<double>(size_), turn = static_cast<double>(i * stride % size_);
      const double angle = 2 * std::numbers::pi * (turn + 0.1 * static_cast<double>(i) / all) / all;
      points[i] = {std::cos(angle), std::sin(angle)};
    }
    return points;
  }

  /// Moves each point to where its springs would have it, again and again; the stress that is left.
  double relax(std::vector<Point>& points) const {
    constexpr int kRounds = 200;
    double before = std::numeric_limits<double>::max();
    for (int round = 0; round < kRounds; ++round) {
      for (std::size_t i = 0; i < size_; ++i) points[i] = wanted(points, i);
      const double now = stress(points);
      if (before - now < 1e-4 * now) return now;
      before = now;
    }
    return before;
  }

  /// The mean of where each other point would have this one, the nearer the weightier.
  Point wanted(const std::vector<Point>& points, std::size_t i) const {
    Point sum;
    double weights = 0;
    for (std::size_t j = 0; j < size_; ++j) {
      if (j == i) continue;
      const double dx = points[i].x - points[j].x, dy = points[i].y - points[j].y;
      const double weight = 1 / (length(i, j) * length(i, j));
      const double scale = length(i, j) / std::max(std::hypot(dx, dy), 1e-6);
      sum.x += weight * (points[j].x + scale * dx);
      sum.y += weight * (points[j].y + scale * dy);
      weights += weight;
    }
    return {sum.x / weights, sum.y / weights};
  }

  double stress(const std::vector<Point>& points) const {
    double sum = 0;
    for (std::size_t i = 0; i < size_; ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        const double far = std::hypot(points[i].x - points[j].x, points[i].y - points[j].y) / length(i, j) - 1;
        sum += far * far;
      }
    }
    return sum;
  }

  std::size_t size_;
  std::vector<double> lengths_;   // of the shortest paths, row by row
};

/// A part of so many boxes is laid out by forces on a grid, for springs cost the square of their number.
constexpr std::size_t kManyBoxes = 250;

/// Pairs of near points that push each other apart: those of the same cell of a grid and of the cells around it. Of a
/// crowded cell a few push for all, so that a round costs a bounded number of pairs for each point.
template <class Points>
class NearPairs {
 public:
  /// Requires: points and weight outlive the pairs. The weight tells how many a point of the pair at hand stands for.
  NearPairs(const Points& points, double& weight) : points_(points), weight_(weight) {}

  template <class Graph, class Push>
  void operator()(const Graph&, Push push) {
    sort_into_cells();
    for (const auto& [cell, pushed] : order_) {
      for (const std::uint64_t row : {cell - kRow, cell, cell + kRow}) {
        const auto first = std::lower_bound(order_.begin(), order_.end(), CellPoint{row - 1, 0});
        const auto last = std::lower_bound(first, order_.end(), CellPoint{row + 2, 0});
        const auto count = static_cast<std::size_t>(last - first), step = (count + kMostInRow - 1) / kMostInRow;
        weight_ = static_cast<double>(step);
        for (std::size_t i = pushed % std::max<std::size_t>(step, 1); i < count; i += step)
          push(first[static_cast<std::ptrdiff_t>(i)].second, pushed);
      }
    }
  }

 private:
  using CellPoint = std::pair<std::uint64_t, std::size_t>;   // the cell and the point

  static constexpr double kCell = 2;                         // in lengths of an edge
  static constexpr std::uint64_t kRow = std::uint64_t{1} << 32, kMiddle = std::uint64_t{1} << 30;
  static constexpr std::size_t kMostInRow = 24;              // of the three cells beside one another

  void sort_into_cells() {
    order_.clear();
    for (std::size_t i = 0; i < points_.size(); ++i) {
      const auto at = [&](std::size_t axis) {
        const auto cell = static_cast<std::int64_t>(std::floor(points_[i][axis] / kCell));
        return static_cast<std::uint64_t>(cell) + kMiddle;
      };
      order_.emplace_back(at(1) * kRow + at(0), i);
    }
    std::sort(order_.begin(), order_.end());
  }

  const Points& points_;
  double& weight_;
  std::vector<CellPoint> order_;
};

/// The points of a great part, by the forces of Fruchterman and Reingold, in units of the length of an edge.
std::vector<Point> by_forces(std::size_t size, const Edges& edges) {
  using Topology = boost::rectangle_topology<boost::minstd_rand>;
  constexpr std::size_t kRounds = 160;
  const Undirected graph(edges.begin(), edges.end(), size);
  boost::minstd_rand random(1);
  const double side = std::sqrt(static_cast<double>(size));
  const Topology topology(random, -side / 2, -side / 2, side / 2, side / 2);
  std::vector<Topology::point_type> places(size);
  for (std::size_t i = 0; i < size; ++i) {   // along a spiral, those of most edges within
    const double turn = 2.4 * static_cast<double>(i), far = 0.5 * std::sqrt(static_cast<double>(i));
    places[i][0] = far * std::cos(turn);
    places[i][1] = far * std::sin(turn);
  }
  const auto map = boost::make_iterator_property_map(places.begin(), boost::get(boost::vertex_index, graph));
  double weight = 1;
  const auto repulsion = [&](auto, auto, double k, double far, const Undirected&) { return weight * k * k / far; };
  boost::fruchterman_reingold_force_directed_layout(
      graph, map, topology,
      boost::cooling(boost::linear_cooling<double>(kRounds))
          .force_pairs(NearPairs(places, weight))
          .repulsive_force(repulsion));
  std::vector<Point> points;
  for (const auto& place : places) points.push_back({place[0], place[1]});
  return points;
}

/// Turns points so that they reach farthest from left to right.
void lay_down(std::vector<Point>& points) {
  Point mean;
  double xx = 0, xy = 0, yy = 0;
  for (const Point& point : points) {
    mean.x += point.x / static_cast<double>(points.size());
    mean.y += point.y / static_cast<double>(points.size());
  }
  for (const Point& point : points) {
    xx += (point.x - mean.x) * (point.x - mean.x);
    xy += (point.x - mean.x) * (point.y - mean.y);
    yy += (point.y - mean.y) * (point.y - mean.y);
  }
  const double angle = std::atan2(2 * xy, xx - yy) / 2, c = std::cos(angle), s = std::sin(angle);
  for (Point& point : points) point = {c * point.x + s * point.y, c * point.y - s * point.x};
}

void place_part(const Part& part, const Edges& edges, std::vector<Box>& boxes) {
  if (part.boxes.size() < 2) return;
  std::vector<std::size_t> local(boxes.size(), part.boxes.size());
  for (std::size_t i = 0; i < part.boxes.size(); ++i) local[part.boxes[i]] = i;
  Edges inner;
  for (const auto& [a, b] : edges) {
    if (local[a] < part.boxes.size()) inner.emplace_back(local[a], local[b]);
  }
  const bool many = part.boxes.size() > kManyBoxes;
  std::vector<Point> points = many ? by_forces(part.boxes.size(), inner) : Springs(part.boxes.size(), inner).relax();
  lay_down(points);
  const double degree = 2 * static_cast<double>(inner.size()) / static_cast<double>(points.size());
  const double room = std::sqrt(std::max(1.0, degree / 2.5));   // where more lines are, boxes stand farther apart
  for (std::size_t i = 0; i < points.size(); ++i) {
    boxes[part.boxes[i]].x = points[i].x * kAcross * room;
    boxes[part.boxes[i]].y = points[i].y * kDown * room;
  }
}

/// Pushes two boxes apart along the axis where less is needed. False if they were apart.
bool push_apart(Box& a, Box& b) {
  const double across = (a.width + b.width) / 2 + kGapAcross - std::abs(a.x - b.x);
  const double down = (a.height + b.height) / 2 + kGapDown - std::abs(a.y - b.y);
  if (across <= 0 || down <= 0) return false;
  if (across < down) {
    const double step = (a.x <= b.x ? -across : across) / 2;
    a.x += step;
    b.x -= step;
  } else {
    const double step = (a.y <= b.y ? -down : down) / 2;
    a.y += step;
    b.y -= step;
  }
  return true;
}

/// Compares each box with those that begin before it ends, from left to right.
void remove_overlaps(const Part& part, std::vector<Box>& boxes) {
  const int rounds = part.boxes.size() > kManyBoxes ? 60 : 400;
  double widest = 0;
  for (const std::size_t i : part.boxes) widest = std::max(widest, boxes[i].width);
  std::vector<std::size_t> order = part.boxes;
  for (int round = 0; round < rounds; ++round) {
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return boxes[a].x < boxes[b].x; });
    bool moved = false;
    for (std::size_t i = 0; i < order.size(); ++i) {
      for (std::size_t j = i + 1; j < order.size(); ++j) {
        if (boxes[order[j]].x - boxes[order[i]].x > (widest + boxes[order[i]].width) / 2 + kGapAcross) break;
        moved |= push_apart(boxes[order[i]], boxes[order[j]]);
      }
    }
    if (!moved) return;
  }
}

void measure(Part& part, const std::vector<Box>& boxes) {
  double right = -1e300, bottom = -1e300;
  part.left = part.top = 1e300;
  for (const std::size_t i : part.boxes) {
    const Box& box = boxes[i];
    part.left = std::min(part.left, box.x - box.width / 2);
    part.top = std::min(part.top, box.y - box.height / 2);
    right = std::max(right, box.x + box.width / 2);
    bottom = std::max(bottom, box.y + box.height / 2);
  }
  part.width = right - part.left;
  part.height = bottom - part.top;
}

/// Sets the parts into rows, from left to right.
std::pair<double, double> pack(const std::vector<Part>& parts, std::vector<Box>& boxes) {
  double area = 0, widest = 0;
  for (const Part& part : parts) {
    area += (part.width + kPartGap) * (part.height + kPartGap);
    widest = std::max(widest, part.width);
  }
  const double limit = std::max(widest, std::sqrt(area * kAspect));
  double x = 0, y = 0, row = 0, width = 0;
  for (const Part& part : parts) {
    if (x > 0 && x + part.width > limit) {
      y += row + kPartGap;
      x = row = 0;
    }
    for (const std::size_t i : part.boxes) {
      boxes[i].x += x - part.left;
      boxes[i].y += y - part.top;
    }
    x += part.width + kPartGap;
    row = std::max(row, part.height);
    width = std::max(width, x - kPartGap);
  }
  return {width, y + row};
}

}  // namespace

std::pair<double, double> lay_out(std::vector<Box>& boxes, const Edges& edges) {
  std::vector<Part> parts = parts_of(boxes.size(), edges);
  for (Part& part : parts) {
    place_part(part, edges, boxes);
    remove_overlaps(part, boxes);
    measure(part, boxes);
  }
  return pack(parts, boxes);
}

}  // namespace liaison
