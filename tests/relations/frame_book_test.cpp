#include "relations/frame_book.h"

#include <doctest/doctest.h>

#include "liaison/error.h"
#include "liaison/pack.h"
#include "pack_contents.h"

namespace liaison {
namespace {

/// A pack of a few frames.
std::shared_ptr<const Pack> small_pack() {
  PackBuilder::Result built =
      PackBuilder("xx", "1")
          .add({"words/preposition.txt", "with\nto\n"})
          .add({"morphology/inflection.txt", "verb past $ +ed\nverb gerund $ +ing\nverb 3sg $ +s\nnoun plural $ +s\n"})
          .add({"morphology/verbs.txt", "meet met\n"})
          .add({"rules/a.rules", "frame meeting\n  fill PERSON | ORG\n  verb meet, \"meet up\": subj | obj, with(ORG)\n"
                                 "  noun \"round table\": with(set)\n  not obj = deadline\n"
                                 "status planned: plan, \"plan ahead\"\nsupport occurred (meeting): hold\n"})
          .build();
  std::string all;
  for (const Diagnostic& d : built.diagnostics) all += to_string(d) + "\n";
  REQUIRE_MESSAGE(built.pack, all);
  return built.pack;
}

std::string words(const Lexicon& lexicon, const Phrase& phrase) {
  std::string out;
  for (WordId word : phrase.words)
    if (word != kNoWord) out += (out.empty() ? "" : " ") + std::string(lexicon.word(word));
  return out;
}

TEST_CASE("triggers and cues are found by the word that heads them, the longer first") {
  auto pack = small_pack();
  const FrameBook& book = pack->contents().frames;
  const Lexicon& lexicon = book.lexicon();
  auto triggers = [&](const char* head) {
    std::string out;
    for (const Trigger& t : book.triggers_of(lexicon.find(head))) out += "[" + words(lexicon, t.phrase) + "]";
    return out;
  };
  CHECK(triggers("meet") == "[meet up][meet]");
  CHECK(triggers("table") == "[round table]");
  CHECK(triggers("round").empty());
  CHECK(triggers("nothing").empty());
  std::string cues;
  for (const Cue& cue : book.cues_of(lexicon.find("plan"))) cues += "[" + words(lexicon, cue.phrase) + "]";
  CHECK(cues == "[plan ahead][plan]");
  CHECK(book.cues_of(kNoWord).empty());
}

TEST_CASE("any form of a word may trigger a frame") {
  auto pack = small_pack();
  const FrameBook& book = pack->contents().frames;
  for (const char* form : {"meet", "met", "meeting", "meets", "table", "tables"}) {
    CAPTURE(form);
    CHECK(book.may_trigger(book.lexicon().find(form)));
  }
  for (const char* word : {"with", "round", "plan"}) {
    CAPTURE(word);
    CHECK_FALSE(book.may_trigger(book.lexicon().find(word)));
  }
  CHECK_FALSE(book.may_trigger(kNoWord));
  CHECK_FALSE(book.may_trigger(kFirstUnknownWord));
}

TEST_CASE("a trigger has its places with their sides and types") {
  auto pack = small_pack();
  const FrameBook& book = pack->contents().frames;
  const Trigger& meet = book.triggers_of(book.lexicon().find("meet"))[1];
  std::string out;
  for (const Slot& slot : book.slots(meet)) {
    out += (out.empty() ? "" : ", ") + std::string(pack->name(slot.place)) + " " + std::to_string(slot.side);
    for (Symbol type : {symbols::person, symbols::org, symbols::gpe})
      if (slot.types >> type.id & 1) out += " " + std::string(pack->name(type));
  }
  CHECK(out == "subj 0 PERSON ORG, obj 1 PERSON ORG, with 1 ORG");
  CHECK(pack->name(book.frame(meet).kind) == "meeting");
  CHECK(pack->rule_name(RuleId{meet.rule}) == "meeting/meet");
  CHECK(pack->rule_place(RuleId{meet.rule}) == "rules/a.rules:3");
  REQUIRE(book.forbidden(book.frame(meet)).size() == 1);
  CHECK(book.lexicon().word(book.forbidden(book.frame(meet))[0].head) == "deadline");
}

TEST_CASE("a place on a side that cannot be is refused") {
  auto pack = small_pack();
  const std::string_view whole = pack->bytes();
  const auto slots = pack->contents().image.table<Slot>(SectionId::slots);
  const auto at = static_cast<std::size_t>(reinterpret_cast<const char*>(&slots.begin()[1].side) - whole.data());
  auto opened_with = [&](std::size_t side) {
    std::string bytes(whole);
    bytes[at] = static_cast<char>(side);
    return Pack::from_bytes(std::move(bytes));
  };
  CHECK_NOTHROW(opened_with(kMaxSides - 1));
  CHECK_THROWS_WITH_AS(opened_with(kMaxSides), doctest::Contains("a side that cannot be"), Error);
}

TEST_CASE("a book of nothing has nothing") {
  auto built = PackBuilder("xx", "1").build();
  REQUIRE(built.pack);
  const FrameBook& book = built.pack->contents().frames;
  CHECK(book.triggers().size() == 0);
  CHECK(book.triggers_of(0).empty());
  CHECK(book.cues_of(0).empty());
  CHECK_FALSE(book.may_trigger(0));
}

}  // namespace
}  // namespace liaison
