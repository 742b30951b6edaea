// What speaks for a telling of an event, and against it: features of how it was read, with weights.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/image.h"
#include "lexicon/strings_builder.h"
#include "liaison/error.h"
#include "liaison/symbol.h"

namespace liaison {

/// One thing that is known of a telling. What `a` and `b` mean depends on the kind.
struct TellingFeature {
  enum Kind : std::uint16_t {
    base,      ///< every telling has it
    least,     ///< none has it: its points are the sum below which a telling is left out
    form,      ///< a: a Form, of the trigger
    status,    ///< a: a status
    types,     ///< a: the kind of event; b: a bit for each type (TypeBit) that takes part
    listed,    ///< of a participant, a: 1 where a gazetteer has it; b: its type
    reading,   ///< of a participant, a: a Reading; b: its type
    distance   ///< of a participant, a: 1 behind the trigger, 0 before it; b: how many groups away, by twos, at most 7;
               ///< what is told between the two in passing does not count
  };
  enum Form : std::uint16_t { past, present, infinitive, gerund, modal, future, noun, word };
  enum Reading : std::uint16_t { named, beside, people, reference };
  enum TypeBit : std::uint16_t { person_bit = 1, org_bit = 2, gpe_bit = 4 };

  std::uint16_t kind = base, a = 0, b = 0;

  friend auto operator<=>(const TellingFeature&, const TellingFeature&) = default;
};

/// A feature with its points: eight more of them make a telling e times as likely to be right.
struct TellingWeight {
  TellingFeature feature;
  std::int16_t points = 0;
};

/// A view of the weights of a pack. Immutable and safe to share.
class TellingWeights {
 public:
  TellingWeights() = default;
  /// Requires: the weights are sorted by their features, and outlive the view.
  explicit TellingWeights(Table<TellingWeight> weights) : weights_(weights) {}

  /// The points of a feature; 0 where nothing is known of it. O(log n).
  int of(TellingFeature feature) const;
  /// The sum below which a telling is left out.
  int least() const { return of({TellingFeature::least}); }
  /// All of them, sorted by their features.
  const Table<TellingWeight>& all() const { return weights_; }

 private:
  Table<TellingWeight> weights_;
};

/// A feature as it is written in a file of weights, "reading reference/PERSON". `name` gives the name of a symbol.
std::string telling_feature_text(const TellingFeature& feature, const std::function<std::string_view(Symbol)>& name);

/// Reads weights of tellings: lines of a kind, a value and points, `status possible -4`. Comments begin with `#`. What is
/// wrong is complained about, with its place. The result is sorted.
std::vector<TellingWeight> read_telling_weights(std::string_view text, const std::string& file, const SymbolsBuilder& symbols,
                                                std::vector<Diagnostic>& diagnostics);

}  // namespace liaison
