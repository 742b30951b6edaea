#include <condition_variable>
#include <exception>
#include <map>
#include <thread>

#include "liaison/analyzer.h"

namespace liaison {
namespace {

/// How many documents for each thread may be read, being analysed or waiting for their turn.
constexpr std::size_t kInFlightPerThread = 4;

/// Documents in order on both sides, analysed in between by several threads.
class OrderedWork {
 public:
  OrderedWork(const Analyzer& analyzer, const std::function<std::optional<Document>()>& source,
              const std::function<void(Document&&, Analysis&&)>& sink, std::size_t threads, std::stop_token stop)
      : analyzer_(analyzer), source_(source), sink_(sink), limit_(threads * kInFlightPerThread), stop_(std::move(stop)) {}

  void work() {
    Scratch scratch;
    try {
      while (auto item = next()) {
        Analysis analysis = analyzer_.analyze(item->second, scratch);
        finish(item->first, std::move(item->second), std::move(analysis));
      }
    } catch (...) {
      fail(std::current_exception());
    }
  }

  void rethrow() const {
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  using Item = std::pair<std::size_t, Document>;

  /// Waits until there is room, then takes the next document of the source.
  std::optional<Item> next() {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] { return failure_ || ended_ || read_ - written_ < limit_; });
    if (failure_ || ended_ || stop_.stop_requested()) return std::nullopt;
    std::optional<Document> document = source_();
    if (!document) {
      ended_ = true;
      room_.notify_all();
      return std::nullopt;
    }
    return Item(read_++, std::move(*document));
  }

  /// Hands over what is ready, in order. One thread at a time writes.
  void finish(std::size_t number, Document&& document, Analysis&& analysis) {
    std::unique_lock lock(mutex_);
    ready_.emplace(number, std::pair(std::move(document), std::move(analysis)));
    if (writing_) return;
    writing_ = true;
    while (!failure_ && !ready_.empty() && ready_.begin()->first == written_) {
      auto item = std::move(ready_.begin()->second);
      ready_.erase(ready_.begin());
      lock.unlock();
      try {
        sink_(std::move(item.first), std::move(item.second));
      } catch (...) {
        fail(std::current_exception());
      }
      lock.lock();
      ++written_;
      room_.notify_all();
    }
    writing_ = false;
  }

  void fail(std::exception_ptr failure) {
    std::lock_guard lock(mutex_);
    if (!failure_) failure_ = std::move(failure);
    room_.notify_all();
  }

  const Analyzer& analyzer_;
  const std::function<std::optional<Document>()>& source_;
  const std::function<void(Document&&, Analysis&&)>& sink_;
  const std::size_t limit_;
  std::stop_token stop_;
  std::mutex mutex_;
  std::condition_variable room_;
  std::map<std::size_t, std::pair<Document, Analysis>> ready_;
  std::size_t read_ = 0, written_ = 0;
  bool ended_ = false, writing_ = false;
  std::exception_ptr failure_;
};

}  // namespace

void analyze_all(const Analyzer& analyzer, const std::function<std::optional<Document>()>& source,
                 const std::function<void(Document&&, Analysis&&)>& sink, unsigned threads, std::stop_token stop) {
  if (threads == 0) threads = std::max(1u, std::thread::hardware_concurrency());
  OrderedWork work(analyzer, source, sink, threads, std::move(stop));
  std::vector<std::jthread> others;
  for (unsigned i = 1; i < threads; ++i) others.emplace_back([&] { work.work(); });
  work.work();
  others.clear();
  work.rethrow();
}

}  // namespace liaison
