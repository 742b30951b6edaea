// Turns one input into the facts of a document.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "inputs.h"
#include "liaison/analyzer.h"
#include "liaison/facts.h"
#include "meta.h"

namespace command {

/// What became of one input.
using Reading = std::variant<liaison::DocumentFacts, Failure>;

/// Reads texts, documents of JSON lines and, where they are wanted, facts that were extracted before. Any number of
/// threads may use one, each with a Scratch of its own.
class Reader {
 public:
  enum class Lines { documents, documents_and_facts };

  Reader(liaison::Analyzer analyzer, liaison::OffsetUnit unit, Lines lines)
      : analyzer_(std::move(analyzer)), unit_(unit), lines_(lines) {}

  void set_meta(Meta meta) { meta_ = std::move(meta); }

  Reading read(Input&& input, liaison::Scratch& scratch) const;

 private:
  liaison::DocumentFacts read_text(Input&& input, liaison::Scratch& scratch) const;
  liaison::DocumentFacts read_line(const Input& input, liaison::Scratch& scratch) const;

  liaison::Analyzer analyzer_;
  liaison::OffsetUnit unit_;
  Lines lines_;
  std::optional<Meta> meta_;
};

/// `{"id": …, "error": {"code": …, "message": …}}`, without a newline.
std::string to_json(const Failure& failure);

}  // namespace command
