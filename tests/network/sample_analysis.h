// An analysis with everything in it that facts can tell, for the tests of facts.
#pragma once

#include <doctest/doctest.h>

#include "liaison/facts.h"

namespace liaison::sample {

inline Place find(const Document& document, std::string_view words, bool in_title = false) {
  const std::string& text = in_title ? document.title : document.text;
  const auto start = static_cast<std::uint32_t>(text.find(words));
  REQUIRE(start != static_cast<std::uint32_t>(std::string::npos));
  return {{start, start + static_cast<std::uint32_t>(words.size())}, in_title};
}

/// "Jürgen 😀 Lee, Acme chairman, met Ma." with a title, and all that can be found in it.
struct SampleAnalysis {
  Document document{"news/lee.txt", "2024-06-12", "Reuters", "https://example.org/?a=1&b=2", "Lee \"in\" Seoul",
                    "J\xC3\xBCrgen \xF0\x9F\x98\x80 Lee, Acme chairman, met Ma. He left the Big Game."};
  Analysis analysis;

  SampleAnalysis() {
    const auto lee = EntityId{1}, acme = EntityId{2}, ma = EntityId{3};
    const std::string full = "J\xC3\xBCrgen \xF0\x9F\x98\x80 Lee";
    analysis.entities = {{symbols::misc, "Big Game", {"Big Game"}, {}, {}},
                         {symbols::person, full, {"Lee", full}, {}, {}},
                         {symbols::org, "Acme", {"Acme"}, {}, "Acme Corp"},
                         {symbols::person, "Ma", {"Ma"}, {}, {}}};
    add("Lee", symbols::person, lee, Form::name, true);
    add(full, symbols::person, lee);
    add("Acme", symbols::org, acme);
    add("chairman", symbols::role, EntityId::none);
    add("Ma", symbols::person, ma);
    add("He", symbols::person, lee, Form::pronoun);
    add("Big Game", symbols::misc, EntityId{0});
    Evidence said{find(document, full + ", Acme chairman, met Ma."), find(document, "met").span, RuleId::none,
                  symbols::occurred,
                  {{lee, MentionId{1}, symbols::subj, 0}, {ma, MentionId::none, symbols::obj, 1}}};
    analysis.events.push_back({symbols::meeting, symbols::occurred, said.participants, {said}});
    analysis.holds.push_back({lee, "chairman", acme, symbols::current, {{said.place, {}, RuleId::none, {}, {}}}});
    analysis.holds.push_back({lee, "boss", EntityId::none, symbols::former, {{said.place, {}, RuleId::none, {}, {}}}});
    analysis.notices.push_back({"sentence-too-long", "a sentence was too long", said.place});
  }

  void add(std::string_view words, Symbol type, EntityId entity, Form form = Form::name, bool in_title = false) {
    analysis.mentions.push_back({find(document, words, in_title), type, entity, RuleId::none, form, 0});
  }
};

}  // namespace liaison::sample
