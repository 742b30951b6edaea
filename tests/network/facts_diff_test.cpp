#include <doctest/doctest.h>

#include "liaison/facts_diff.h"

namespace liaison {
namespace {

DocumentFacts facts() {
  DocumentFacts out;
  out.id = "lee.txt";
  out.entities = {{"e1", "PERSON", "Jay Y. Lee", {}, {}}, {"e2", "PERSON", "Elon Musk", {}, {}}, {"e3", "ORG", "Samsung", {}, {}}};
  out.mentions = {{0, 10, "PERSON", "e1", "evidence", {}, false}, {15, 24, "PERSON", "e2", "evidence", {}, false}, {30, 37, "ORG", "e3", "list", {}, false}};
  FactEvidence told{0, 40, false, "Jay Y. Lee met Elon Musk in Seoul.", "meeting/meet", "rules/meeting.rules:3", 11, 14, {}, "occurred"};
  out.events = {{"v1", "meeting", "occurred", {"e1", "e2"}, {{"e1"}, {"e2"}}, {told}}};
  told.rule = "title", told.rule_place = "rules/holds.rules:9";
  out.holds = {{"h1", "e1", "chairman", "e3", "current", {told}}};
  return out;
}

/// The changes, a line each.
std::string changes(const DocumentFacts& before, const DocumentFacts& after) {
  std::string out;
  constexpr const char *kWhat[] = {"mention", "hold", "event"}, *kHow[] = {"came", "went", "changed"};
  for (const FactChange& c : diff(before, after).changes)
    out += std::string(kWhat[int(c.what)]) + " " + kHow[int(c.how)] + ": " + c.before + " > " + c.after + " by " + c.rule + "\n";
  return out;
}

TEST_CASE("what is the same is no change, whatever its ids and rules are") {
  DocumentFacts after = facts();
  for (FactEntity& e : after.entities) e.id += "0";
  for (FactMention& m : after.mentions) m.entity += "0", m.rule = "other";
  after.events[0] = {"v9", "meeting", "occurred", {"e20", "e10"}, {{"e20"}, {"e10"}}, after.events[0].evidence};
  after.holds[0].person = "e10", after.holds[0].org = "e30", after.holds[0].id = "h7";
  CHECK(changes(facts(), after).empty());
  CHECK(diff(facts(), after).mentions.share() == 0);
}

TEST_CASE("what came, went and changed") {
  struct Case {
    const char* name;
    void (*edit)(DocumentFacts&);
    const char* expected;
  };
  const Case cases[] = {
      {"an event went", [](DocumentFacts& f) { f.events.clear(); },
       "event went: Elon Musk / Jay Y. Lee: meeting, occurred >  by meeting/meet, rules/meeting.rules:3\n"},
      {"another status", [](DocumentFacts& f) { f.events[0].status = "planned"; },
       "event changed: Elon Musk / Jay Y. Lee: meeting, occurred > Elon Musk / Jay Y. Lee: meeting, planned by meeting/meet, rules/meeting.rules:3\n"},
      {"others take part", [](DocumentFacts& f) { f.events[0].sides[1] = {"e3"}; },
       "event changed: Elon Musk / Jay Y. Lee: meeting, occurred > Jay Y. Lee / Samsung: meeting, occurred by meeting/meet, rules/meeting.rules:3\n"},
      {"another rule found another body", [](DocumentFacts& f) { f.holds[0].org = ""; f.holds[0].evidence[0].rule = "other"; },
       "hold changed: Jay Y. Lee | chairman | Samsung | current > Jay Y. Lee | chairman | - | current by title, rules/holds.rules:9 -> other, rules/holds.rules:9\n"},
      {"a mention came", [](DocumentFacts& f) { f.mentions.push_back({41, 46, "GPE", "", "list", {}, false}); }, "mention came:  > GPE by list\n"},
      {"another type", [](DocumentFacts& f) { f.mentions[2].type = "PERSON"; }, "mention changed: ORG Samsung > PERSON Samsung by list\n"},
      {"other bounds", [](DocumentFacts& f) { f.mentions[0].start = 4; f.mentions[0].rule = "list"; },
       "mention changed: PERSON Jay Y. Lee > PERSON Jay Y. Lee by evidence -> list\n"}};
  for (const Case& c : cases) {
    CAPTURE(c.name);
    DocumentFacts after = facts();
    c.edit(after);
    CHECK(changes(facts(), after) == c.expected);
  }
}

TEST_CASE("counts, and their share of what there was") {
  DocumentFacts after = facts();
  after.mentions.pop_back();
  FactsDiff all = diff(facts(), after);
  all += diff(facts(), facts());
  CHECK(all.documents == 2);
  CHECK(all.mentions.before == 6);
  CHECK(all.mentions.after == 5);
  CHECK(all.mentions.went == 1);
  CHECK(all.mentions.share() == 166'666);
  CHECK(diff({}, facts()).events.share() == 1'000'000);
}

}  // namespace
}  // namespace liaison
