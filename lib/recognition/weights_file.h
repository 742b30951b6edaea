// Reads the weights of names from text.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lexicon/lexicon_builder.h"
#include "lexicon/weight_lines.h"
#include "liaison/error.h"
#include "recognition/feature_text.h"

namespace liaison {

/// Reads weights files, one after another: kinds have to be told before they are used. The lines are
///   kind NAME TEST …                          a kind of token: the first of the file that one of the tests fits
///   look NAME …                               classes that the fitting looks at; "word" is the class of a word
///   position feature PERSON ORG GPE LOC MISC  a weighted feature
class WeightsReader {
 public:
  WeightsReader(LexiconBuilder& lexicon, SymbolsBuilder& symbols, std::vector<Diagnostic>& diagnostics)
      : lexicon_(lexicon), symbols_(symbols), diagnostics_(diagnostics) {}

  /// The features that rules give, which weights may name. Before any file is read.
  void know(std::vector<std::string> given) { given_ = std::move(given); }
  void read(std::string_view text, const std::string& file);
  /// What the kinds are called.
  const FeatureNames& names() const { return names_; }
  /// All that was read, tests of kinds among it.
  const std::vector<Weight>& weights() const { return weights_; }

 private:
  using Wrong = WrongWord;

  void refuse(const WeightLine& line, const std::string& word, std::string code, Wrong wrong);
  void read_line(const WeightLine& line);
  void read_kind(const WeightLine& line);
  void read_look(const WeightLine& line);
  void read_weight(const WeightLine& line);
  Wrong read_test(const std::string& text, Feature& feature);
  Wrong read_class(const std::string& text, std::uint16_t& value);
  Wrong read_feature(const std::string& position, const std::string& text, Feature& feature);
  Wrong read_list(const std::string& text, std::uint16_t& value);
  Wrong read_around(const std::string& text, Feature& feature);
  Wrong read_pair(const std::string& text, Feature& feature);
  Wrong read_document(const std::string& text, Feature& feature);
  Wrong read_listed(const std::string& text, Feature& feature);
  Wrong read_subtype(const std::string& text, Feature& feature);
  Wrong read_loose(const std::string& position, const std::string& text, Feature& feature);
  Wrong read_hit(const std::string& text, Feature& feature);
  Wrong read_length(const std::string& text, Feature& feature);
  Wrong read_cut(const std::string& text, Feature& feature);
  Wrong read_place(const std::string& text, Feature& feature);
  Wrong read_given(const std::string& text, Feature& feature);
  Wrong read_kind_name(const std::string& text, std::uint16_t& value);
  Wrong read_type(const std::string& text, std::uint16_t& value);

  LexiconBuilder& lexicon_;
  SymbolsBuilder& symbols_;
  std::vector<Diagnostic>& diagnostics_;
  FeatureNames names_;
  std::string file_;             // that is read
  std::vector<Weight> weights_;
  std::vector<std::string> given_;
};

/// The kinds that a weights file tells, in order, for printing features.
FeatureNames kinds_of(std::string_view text);
/// The classes that the fitting looks at, in order.
std::vector<std::string> looked_at(std::string_view text);

}  // namespace liaison
