// Places the nodes of a picture.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace liaison {

/// A box of the picture, told by its centre and its size, in pixels.
struct Box {
  double x = 0, y = 0;
  double width = 0, height = 0;
};

/// Places boxes so that those that are joined are near each other and none overlap: each connected part so that
/// distances agree with those in the graph (the springs of Kamada and Kawai, relaxed by majorization, which cannot
/// diverge as Newton's method does in Boost); the parts then side by side, the greatest first. Edges are pairs of
/// indices into `boxes`, whose sizes are given. The same input gives the same places. Returns width and height of
/// the whole, whose upper left corner is 0, 0. Costs O(n²) in the boxes of a part, a thousand times over; a part of
/// more than 250 boxes is laid out by the forces of Fruchterman and Reingold (Boost.Graph's) in near linear time.
std::pair<double, double> lay_out(std::vector<Box>& boxes,
                                  const std::vector<std::pair<std::size_t, std::size_t>>& edges);

}  // namespace liaison
