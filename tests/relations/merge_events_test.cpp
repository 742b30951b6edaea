// merge_events: what tells of one event is put together.
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "relations/events.h"

namespace liaison {
namespace {

/// An event of people told by their numbers: `sides` has one string for each side.
Event event(Symbol kind, Symbol status, const std::vector<std::string>& sides) {
  Event out;
  out.kind = kind;
  out.status = status;
  for (std::size_t side = 0; side < sides.size(); ++side)
    for (char digit : sides[side])
      out.participants.push_back({EntityId(digit - '0'), MentionId::none, symbols::subj, std::uint8_t(side)});
  out.evidence.emplace_back();
  return out;
}

std::string printed(const std::vector<Event>& events) {
  std::string out;
  for (const Event& e : events) {
    out += (out.empty() ? "" : " ; ") + std::string(symbols::kNames[e.status.id]) + " ";
    for (std::size_t i = 0; i < e.participants.size(); ++i) {
      if (i > 0 && e.participants[i].side != e.participants[i - 1].side) out += "/";
      out += std::to_string(static_cast<unsigned>(e.participants[i].entity));
    }
    out += " x" + std::to_string(e.evidence.size());
  }
  return out;
}

TEST_CASE("events of one kind and status are one where the pairs of one hold those of the other") {
  using namespace symbols;
  struct Case {
    std::string name;
    std::vector<Event> events;
    std::string expected;
  };
  const Case cases[] = {
      {"nothing", {}, ""},
      {"the same", {event(meeting, occurred, {"1", "2"}), event(meeting, occurred, {"2", "1"})}, "occurred 1/2 x2"},
      {"a part", {event(meeting, occurred, {"1", "23"}), event(meeting, occurred, {"1", "3"})}, "occurred 1/23 x2"},
      {"the whole behind its part", {event(meeting, occurred, {"1", "3"}), event(meeting, occurred, {"1", "23"})},
       "occurred 1/23 x2"},
      {"sides and none", {event(meeting, occurred, {"1", "2"}), event(meeting, occurred, {"12"})}, "occurred 1/2 x2"},
      {"other people", {event(meeting, occurred, {"1", "2"}), event(meeting, occurred, {"1", "3"})},
       "occurred 1/2 x1 ; occurred 1/3 x1"},
      {"another status", {event(meeting, occurred, {"1", "2"}), event(meeting, planned, {"1", "2"})},
       "occurred 1/2 x1 ; planned 1/2 x1"},
      {"another kind", {event(meeting, occurred, {"1", "2"}), event(contact, occurred, {"1", "2"})},
       "occurred 1/2 x1 ; occurred 1/2 x1"},
      {"what is only possible, where more is told", {event(meeting, possible, {"1", "2"}), event(meeting, planned, {"1", "2"})},
       "planned 1/2 x1"},
      {"what is only possible of others", {event(meeting, possible, {"1", "3"}), event(meeting, planned, {"1", "2"})},
       "possible 1/3 x1 ; planned 1/2 x1"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    std::vector<Event> events = c.events;
    merge_events(events);
    CHECK(printed(events) == c.expected);
  }
}

TEST_CASE("a meeting of two people and one of the bodies that they act for are one event") {
  using namespace symbols;
  std::vector<Entity> entities(6);
  for (int i : {1, 2, 5}) entities[i].type = person;
  for (int i : {3, 4}) entities[i].type = org;
  std::vector<Hold> holds(2);
  for (int i : {0, 1}) holds[i].person = EntityId(i + 1), holds[i].org = EntityId(i + 3), holds[i].when = current;
  auto joined = [&](std::vector<Event> events) {
    join_people_with_bodies(entities, holds, events);
    return printed(events);
  };
  CHECK(joined({event(meeting, planned, {"2", "1"}), event(meeting, planned, {"34"})}) == "planned 13/24 x2");
  CHECK(joined({event(meeting, planned, {"1", "5"}), event(meeting, planned, {"34"})}) == "planned 1/5 x1 ; planned 34 x1");
  CHECK(joined({event(meeting, occurred, {"1", "2"}), event(meeting, planned, {"3", "4"})}) == "occurred 1/2 x1 ; planned 3/4 x1");
}

}  // namespace
}  // namespace liaison
