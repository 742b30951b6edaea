#include "network/place_beside.h"

#include <doctest/doctest.h>

#include "liaison/pack.h"

using namespace liaison;

namespace {

/// What stands beside the body, whose mention is in square brackets, as are those of places.
std::string beside(std::string marked, const std::string& name) {
  Document document;
  Analysis analysis;
  analysis.pack = Pack::english();
  Entity body{symbols::org, name, {name}, {}, {}};
  analysis.entities.push_back(body);
  for (std::size_t open; (open = marked.find('[')) != std::string::npos;) {
    const std::size_t close = marked.find(']');
    const std::string words = marked.substr(open + 1, close - open - 1);
    marked = marked.substr(0, open) + words + marked.substr(close + 1);
    const bool is_body = words == name;
    if (!is_body) analysis.entities.push_back({symbols::gpe, words, {words}, {}, {}});
    const auto entity = static_cast<EntityId>(is_body ? 0 : analysis.entities.size() - 1);
    const Span span{static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(open + words.size())};
    if (is_body) analysis.entities[0].mentions.push_back(static_cast<MentionId>(analysis.mentions.size()));
    analysis.mentions.push_back({{span, false}, is_body ? symbols::org : symbols::gpe, entity, RuleId::none, Form::name, 0});
  }
  document.text = marked;
  return place_beside(document, analysis, analysis.entities[0]);
}

}  // namespace

TEST_CASE("a text names the country of a body beside it") {
  const std::pair<const char*, const char*> cases[] = {
      {"[Russia]'s [Foreign Ministry] said no.", "Russia"},
      {"[Russia]\xE2\x80\x99s [Foreign Ministry] said no.", "Russia"},
      {"The Russian [Foreign Ministry] said no.", "Russia"},
      {"A North Korean [Foreign Ministry] official said no.", "North Korea"},
      {"The [Foreign Ministry] of [Peru] said no.", "Peru"},
      {"The [Foreign Ministry] in [Tokyo] said no.", "Tokyo"},
      {"The [Foreign Ministry] said no. Later the Russian [Foreign Ministry] said yes.", "Russia"},
      {"In [Peru], the [Foreign Ministry] said no.", ""},
      {"The [Foreign Ministry] and [Peru] said no.", ""},
      {"The russian [Foreign Ministry] said no.", ""},
      {"[Foreign Ministry]", ""},
  };
  for (const auto& [text, place] : cases) {
    CAPTURE(text);
    CHECK(beside(text, "Foreign Ministry") == place);
  }
  CHECK(beside("[Russia]'s [Acme] said no.", "Acme") == "");   // no other country has one
}
