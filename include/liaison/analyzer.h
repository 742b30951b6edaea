// Reads documents: the one call that turns text into an Analysis.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "liaison/analysis.h"
#include "liaison/document.h"
#include "liaison/trace.h"

namespace [[gnu::visibility("default")]] liaison {

class Pack;

/// Working memory of one thread, reused from document to document so that reading allocates little.
/// Requires: used by one thread at a time.
class Scratch {
 public:
  Scratch();
  ~Scratch();
  Scratch(Scratch&&) noexcept;
  Scratch& operator=(Scratch&&) noexcept;

  struct State;
  State& state() { return *state_; }

 private:
  std::unique_ptr<State> state_;
};

/// Names that the caller knows already: the mentions of a recogniser of one's own, or true ones for measuring.
/// Mentions must be in text order, must not overlap, and index `entities`; those of type ROLE have no entity.
struct GivenNames {
  std::vector<Mention> mentions;
  std::vector<Entity> entities;
};

/// An immutable reader over a shared language pack. Any number of threads may use one Analyzer at the same time
/// without locks, each with a Scratch of its own; copies are cheap and share the pack.
class Analyzer {
 public:
  /// Reads with the English pack that is embedded in the library.
  Analyzer();
  /// Reads with `pack`. Requires: not null.
  explicit Analyzer(std::shared_ptr<const Pack> pack);

  /// Reads one document. Never throws but std::bad_alloc, whatever the bytes; limits that were met are notices.
  /// Linear in the size of the text.
  Analysis analyze(const Document& document) const;
  Analysis analyze(const Document& document, Scratch& scratch) const;
  /// The same, telling `trace` what each phase did. Several times slower.
  Analysis analyze(const Document& document, Scratch& scratch, Trace* trace) const;
  /// The same with names taken as given: recognition is skipped, roles too if any are given.
  Analysis analyze(const Document& document, const GivenNames& names, Scratch& scratch, Trace* trace = nullptr) const;

  const std::shared_ptr<const Pack>& pack() const { return pack_; }

 private:
  std::shared_ptr<const Pack> pack_;
};

/// Reads all documents of `source` (called from one thread at a time, until it gives none) with `threads` threads
/// (0: as many as the machine has), and hands each to `sink` in the order of the source, from one thread at a time.
/// At most a few documents for each thread are in flight. Stops early, after what is in flight, when `stop` is
/// requested. An exception of source or sink stops the work and is thrown again here.
void analyze_all(const Analyzer& analyzer, const std::function<std::optional<Document>()>& source,
                 const std::function<void(Document&&, Analysis&&)>& sink, unsigned threads = 0,
                 std::stop_token stop = {});

/// Holds the Analyzer that a running service uses, so that a new pack can be put in its place while threads work.
class AnalyzerSlot {
 public:
  explicit AnalyzerSlot(Analyzer analyzer) : analyzer_(std::move(analyzer)) {}

  /// The analyzer of now; a caller keeps using it until it asks again.
  Analyzer get() const {
    std::lock_guard lock(mutex_);
    return analyzer_;
  }
  void set(Analyzer analyzer) {
    std::lock_guard lock(mutex_);
    analyzer_ = std::move(analyzer);
  }

 private:
  mutable std::mutex mutex_;
  Analyzer analyzer_;
};

}  // namespace liaison
