// Works on items with several threads and hands the results over in the order of the items.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "liaison/analyzer.h"

namespace command {

/// `source` and `sink` are called by one thread at a time; `work` by all, each with a Scratch of its own. At most
/// eight items for each thread are in flight. `pause` is called when all that was taken has been handed over: a
/// source that waits for input has then nothing behind it that could still be written.
template <class Item, class Result>
class OrderedWork {
 public:
  std::function<std::optional<Item>()> source;
  std::function<Result(Item&&, liaison::Scratch&)> work;
  std::function<void(Result&&)> sink;
  std::function<void()> pause = [] {};

  /// Works until the source has no more. `jobs`: how many threads, 0 for all cores. An exception of any of the
  /// functions stops the work and is thrown again here.
  void run(unsigned jobs) {
    if (jobs == 0) jobs = std::max(1u, std::thread::hardware_concurrency());
    window_ = std::size_t{8} * jobs;
    {
      std::vector<std::jthread> threads;
      for (unsigned i = 1; i < jobs; ++i) threads.emplace_back([this] { keep_working(); });
      keep_working();
    }
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  struct Taken {
    std::size_t number = 0;
    Item item;
  };

  void keep_working() {
    try {
      liaison::Scratch scratch;
      while (auto taken = take()) give(taken->number, work(std::move(taken->item), scratch));
    } catch (...) {
      std::lock_guard lock(mutex_);
      if (!failure_) failure_ = std::current_exception();
      stopped_ = true;
      room_.notify_all();
    }
  }

  std::optional<Taken> take() {
    std::lock_guard one_at_a_time(source_mutex_);
    {
      std::unique_lock lock(mutex_);
      room_.wait(lock, [this] { return stopped_ || taken_ - given_ < window_; });
      if (stopped_) return std::nullopt;
    }
    auto item = source();
    if (!item) return std::nullopt;
    std::lock_guard lock(mutex_);
    return Taken{taken_++, std::move(*item)};
  }

  void give(std::size_t number, Result&& result) {
    std::lock_guard lock(mutex_);
    done_.emplace(number, std::move(result));
    while (!stopped_ && !done_.empty() && done_.begin()->first == given_) {
      sink(std::move(done_.begin()->second));
      done_.erase(done_.begin());
      ++given_;
    }
    if (taken_ == given_) pause();
    room_.notify_all();
  }

  std::mutex source_mutex_, mutex_;
  std::condition_variable room_;
  std::map<std::size_t, Result> done_;  // what waits for those before it
  std::size_t taken_ = 0, given_ = 0, window_ = 1;
  bool stopped_ = false;
  std::exception_ptr failure_;
};

}  // namespace command
