// Tells a person at a terminal how far a long run has come.
#pragma once

#include <chrono>
#include <cstddef>
#include <iostream>
#include <unistd.h>

#include "words.h"

namespace command {

/// Writes to standard error, only if that is a terminal, from the first second on, five times a second at most.
class Progress {
 public:
  ~Progress() {
    if (shown_) std::cerr << "\r\033[K" << std::flush;
  }

  void step() {
    ++done_;
    if (!terminal_) return;
    const auto now = Clock::now();
    if (now < next_) return;
    next_ = now + std::chrono::milliseconds(200);
    shown_ = true;
    std::cerr << '\r' << count_of(done_, "article") << " read\033[K" << std::flush;
  }

 private:
  using Clock = std::chrono::steady_clock;

  bool terminal_ = isatty(STDERR_FILENO) != 0, shown_ = false;
  Clock::time_point next_ = Clock::now() + std::chrono::seconds(1);
  std::size_t done_ = 0;
};

}  // namespace command
