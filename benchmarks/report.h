// What a benchmark found, one line each: for people as a table, or as JSON.
#pragma once

#include <map>
#include <string>

namespace bench {

/// One figure. `checked` only if the counts that were found were compared with what they must be.
struct Figure {
  std::string name;
  double value = 0;
  std::string unit;
  bool checked = false;
  std::string of;  ///< the yardstick of the same run and unit, or empty
};

/// Prints figures as they come, each with its ratio to its yardstick.
class Report {
 public:
  explicit Report(bool json) : json_(json) {}

  void add(const Figure& figure);
  /// True if every figure was checked.
  bool all_checked() const { return all_checked_; }

 private:
  bool json_;
  bool all_checked_ = true;
  std::map<std::string, double> values_;
};

/// What the figures depend on, on standard error; a warning if the build is not optimised.
void print_environment(std::size_t articles, std::size_t bytes);

}  // namespace bench
