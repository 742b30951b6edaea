// A network of names that break writers: markup, quotation marks, control characters, emoji, what XML forbids.
#pragma once

#include <string>
#include <vector>

#include "network/sample_facts.h"

namespace liaison::sample {

inline const std::vector<std::string>& nasty_names() {
  static const std::vector<std::string> names = {
      "Procter & Gamble", "<script>alert(1)</script>", "O'Neill \"Tip\"", "=cmd()+1", "Emoji \xF0\x9F\x98\x80 Inc",
      "Bell\x01\x07 Labs", "Bad\xEF\xBF\xBE" "End", "A ]]> B", "\xE6\x9D\x8E\xE5\x9C\xA8\xE9\x8E\x94", "-Minus, Comma",
      "AT&T <\"Ltd\">", "\xD8\xA3\xD8\xAD\xD9\x85\xD8\xAF \xD7\x93\xD7\x95\xD7\x93"};   // right to left
  return names;
}

/// A network in which each nasty name has met the next, and one has a role.
inline Network nasty_network() {
  DocumentFacts facts;
  facts.id = "a&b<c>.txt";
  facts.source = "The \"Post\" & Co";
  facts.date = "2024-06-12";
  facts.url = "javascript:alert(1)";
  for (const std::string& name : nasty_names()) {
    const std::string id = "e" + std::to_string(facts.entities.size() + 1);
    facts.entities.push_back({id, "ORG", name, {name}, {}});
  }
  for (std::size_t i = 1; i < facts.entities.size(); ++i) {
    const std::string &a = facts.entities[i - 1].id, &b = facts.entities[i].id;
    FactEvidence evidence;
    evidence.quote = facts.entities[i - 1].name + " met " + facts.entities[i].name + " & said \"<hi>\".";
    evidence.status = i % 3 ? "occurred" : "planned";
    evidence.rule = "meeting/met";
    facts.events.push_back({"v" + std::to_string(i), "meeting", evidence.status, {a, b}, {{a}, {b}}, {evidence}});
  }
  facts.entities.push_back({"p1", "PERSON", "Jo Doe", {"Jo Doe"}, {}});
  facts.holds.push_back({"h1", "p1", "=boss\t& <chief>", "e1", "current", {FactEvidence{}}});
  Network network;
  network.add(facts);
  return network;
}

}  // namespace liaison::sample
