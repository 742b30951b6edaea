// Marked texts as examples: what the finder of names sees of them, and weights that come of it.
#include "training_set.h"

#include <doctest/doctest.h>

namespace liaison::fit {
namespace {

GoldSet sample() {
  GoldSet set;
  for (const char* name : {"Zorblatt", "Kweeling", "Ostrander", "Vantrell"}) {
    const std::string text = "They asked Mr. " + std::string(name) + " about the plant in Oslo.";
    const auto first = static_cast<std::uint32_t>(text.find(name)), last = first + static_cast<std::uint32_t>(std::string(name).size());
    const auto place = static_cast<std::uint32_t>(text.find("Oslo"));
    set.texts.push_back({text, {{{first, last}, symbols::person}, {{place, place + 4}, symbols::gpe}}});
  }
  return set;
}

TEST_CASE("a title before a name comes to speak for a person") {
  const auto pack = Pack::english();
  const ClassId honorific = pack->contents().lexicon.find_class("honorific");
  FeatureChoice choice;
  choice.classes.assign(kMaxClasses, false);
  choice.classes[static_cast<std::size_t>(honorific)] = true;
  choice.least = 2;
  TrainingSet training(pack, choice);
  training.add(sample(), 0, 1, sample().texts);
  training.select();
  CHECK(training.document_count() == 4);
  CHECK(training.unreachable() == std::pair<std::size_t, std::size_t>(0, 8));

  const Examples& examples = training.first_round();
  std::vector<std::uint32_t> runs;
  for (std::uint32_t i = 0; i < examples.runs.size(); ++i) runs.push_back(i);
  Weights weights(training.features().size());
  fit(examples, runs, {.epochs = 10, .rate = 0.2, .l2 = 0.1}, weights);
  const Feature wanted{Feature::Kind::word_class, static_cast<std::uint8_t>(Position::before_one), static_cast<std::uint16_t>(honorific)};
  const std::size_t person = name_type_index(symbols::person), state = name_type_index(symbols::gpe);
  bool found = false;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (training.features()[i].feature != wanted) continue;
    found = true;
    CHECK(weights[i][person] > 0);
    CHECK(weights[i][person] > weights[i][state]);
  }
  CHECK(found);
}

TEST_CASE("what is marked across words that no candidate spans is counted as lost") {
  GoldSet set;
  const std::string text = "They asked about the plant.";
  set.texts.push_back({text, {{{5, 16}, symbols::org}}});
  FeatureChoice choice;
  choice.classes.assign(kMaxClasses, false);
  TrainingSet training(Pack::english(), choice);
  training.add(set, 0, 1, set.texts);
  CHECK(training.unreachable() == std::pair<std::size_t, std::size_t>(1, 1));
}

}  // namespace
}  // namespace liaison::fit
