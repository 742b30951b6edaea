// Reads everything that the arguments name, with all threads, in order.
#pragma once

#include <cstddef>
#include <functional>
#include <variant>

#include "options.h"
#include "ordered_work.h"
#include "progress.h"
#include "reading.h"

namespace command {

/// What a run has come to.
struct Tally {
  std::size_t read = 0, failed = 0;

  /// The command's exit code.
  int exit_code(const InputOptions& options) const { return failed > 0 && !options.inline_errors() ? 1 : 0; }
};

/// Makes a `Result` of every input with `work`, on several threads, and hands it to `sink` in the order of the
/// inputs, together with what became of the reading. Failures are lines on standard error, unless they are inline.
template <class Result>
Tally read_all(const InputOptions& options, Reader reader, std::function<Result(Reading&&)> work,
               std::function<void(Result&&)> sink, std::function<void()> pause = [] {}) {
  struct Outcome {
    std::optional<std::string> failure;
    Result result;
  };
  Inputs inputs(options);
  if (!options.meta.empty()) reader.set_meta(Meta::read(options.meta));
  Tally tally;
  Progress progress;
  OrderedWork<Input, Outcome> ordered;
  ordered.source = [&] { return inputs.next(); };
  ordered.work = [&](Input&& input, liaison::Scratch& scratch) {
    auto reading = reader.read(std::move(input), scratch);
    std::optional<std::string> failure;
    if (const auto* failed = std::get_if<Failure>(&reading)) failure = failed->message;
    return Outcome{std::move(failure), work(std::move(reading))};
  };
  ordered.sink = [&](Outcome&& outcome) {
    progress.step();
    ++(outcome.failure ? tally.failed : tally.read);
    if (outcome.failure && !options.inline_errors()) std::cerr << "liaison: " << *outcome.failure << '\n';
    sink(std::move(outcome.result));
  };
  ordered.pause = std::move(pause);
  ordered.run(options.jobs);
  inputs.tell_skipped(std::cerr);
  return tally;
}

}  // namespace command
