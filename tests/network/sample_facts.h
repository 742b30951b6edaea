// Facts of documents from a few readable lines, for the tests of the network.
#pragma once

#include <cstdint>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "liaison/facts.h"
#include "liaison/network.h"

namespace liaison::sample {

inline std::vector<std::string> split(const std::string& text, const std::string& mark) {
  std::vector<std::string> parts;
  for (std::size_t at = 0;;) {
    const std::size_t end = text.find(mark, at);
    std::string part = text.substr(at, end == std::string::npos ? end : end - at);
    part.erase(0, part.find_first_not_of(' '));
    part.erase(part.find_last_not_of(' ') + 1);
    parts.push_back(part);
    if (end == std::string::npos) return parts;
    at = end + mark.size();
  }
}

/// The rest of a line after its first word.
inline std::string rest(const std::string& line) { return line.substr(line.find(' ') + 1); }

/// Reads the facts of documents, of which each line says one thing:
///
///   document lee.txt | Reuters | 2024-06-12 | https://example.org/lee
///   PERSON Jay Y. Lee | Lee                     an entity and its other forms
///   ORG Big Blue = IBM                          the same with its canonical name
///   meeting occurred: Jay Y. Lee / Musk | Ma    an event: participants and sides
///   role current: Jay Y. Lee | Chairman | IBM   a hold
///   says Lee met Musk and Ma.                   the sentence of the event or hold above
///   topic chip supplies                         what the event above was about
///   told stated | Big Blue                      who reports it, and how far he stands for it
///   sure 80                                     how likely the event above is, in per cent
///   visit Jay Y. Lee | Musk                     who was at whose place: the host, the guest
class FactsReader {
 public:
  std::vector<DocumentFacts> read(const std::string& text) {
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) {
      line.erase(0, line.find_first_not_of(' '));
      if (!line.empty()) read_line(line);
    }
    return all_;
  }

 private:
  void read_line(const std::string& line) {
    const std::string verb = line.substr(0, line.find(' '));
    if (verb == "document") begin_document(split(rest(line), "|"));
    else if (verb == "says") evidence_->at(0).quote = rest(line);
    else if (verb == "sure") evidence_->at(0).sure = static_cast<std::uint32_t>(std::stoul(rest(line)));
    else if (verb == "topic") evidence_->at(0).topic.text = rest(line);
    else if (verb == "told") add_source(split(rest(line), " | "));
    else if (verb == "visit") add_visit(split(rest(line), " | "));
    else if (verb == "role") add_hold(line);
    else if (line.find(": ") != std::string::npos) add_event(line);
    else add_entity(verb, rest(line));
  }

  void begin_document(std::vector<std::string> parts) {
    parts.resize(4);
    all_.emplace_back();
    DocumentFacts& facts = all_.back();
    facts.id = parts[0];
    facts.source = parts[1];
    facts.date = parts[2];
    facts.url = parts[3];
    facts.made = {"0.1.0", "en", "text of " + parts[0], "byte"};
  }

  void add_entity(const std::string& type, const std::string& names) {
    FactEntity entity;
    entity.id = "e" + std::to_string(all_.back().entities.size() + 1);
    entity.type = type;
    const std::vector<std::string> known = split(names, " = ");
    if (known.size() > 1) entity.known_as = known[1];
    entity.forms = split(known[0], " | ");
    entity.name = entity.forms.front();
    all_.back().entities.push_back(entity);
  }

  std::string id_of(const std::string& name) const {
    for (const FactEntity& entity : all_.back().entities) {
      if (entity.name == name) return entity.id;
    }
    throw std::runtime_error("no entity " + name);
  }

  void add_event(const std::string& line) {
    DocumentFacts& facts = all_.back();
    const std::vector<std::string> parts = split(line, ": "), head = split(parts[0], " ");
    const std::vector<std::string> sides = split(parts[1], " / ");
    FactEvent event;
    event.id = "v" + std::to_string(facts.events.size() + 1) + facts.id;
    event.kind = head[0];
    event.status = head[1];
    for (const std::string& side : sides) {
      std::vector<std::string> ids;
      for (const std::string& name : split(side, " | ")) ids.push_back(id_of(name));
      event.who.insert(event.who.end(), ids.begin(), ids.end());
      if (sides.size() > 1) event.sides.push_back(ids);
    }
    event.evidence.push_back(evidence(head[0] + "/rule", event.status));
    facts.events.push_back(event);
    evidence_ = &facts.events.back().evidence;
  }

  void add_hold(const std::string& line) {
    DocumentFacts& facts = all_.back();
    const std::vector<std::string> parts = split(line, ": "), told = split(parts[1], " | ");
    FactHold hold;
    hold.id = "h" + std::to_string(facts.holds.size() + 1) + facts.id;
    hold.person = id_of(told[0]);
    hold.role = told[1];
    hold.org = told.size() > 2 ? id_of(told[2]) : "";
    hold.when = rest(parts[0]);
    hold.evidence.push_back(evidence("apposition", ""));
    facts.holds.push_back(hold);
    evidence_ = &facts.holds.back().evidence;
  }

  void add_source(const std::vector<std::string>& told) {
    evidence_->at(0).attribution.certainty = told.at(0);
    evidence_->at(0).attribution.who = {id_of(told.at(1))};
  }

  void add_visit(const std::vector<std::string>& two) {
    evidence_->at(0).host = {id_of(two.at(0))};
    evidence_->at(0).guest = {id_of(two.at(1))};
  }

  static FactEvidence evidence(const std::string& rule, const std::string& status) {
    FactEvidence evidence;
    evidence.end = 10;
    evidence.quote = "A sentence.";
    evidence.rule = rule;
    evidence.rule_place = "rules/sample.rules:7";
    evidence.trigger_start = 2;
    evidence.trigger_end = 5;
    evidence.status = status;
    return evidence;
  }

  std::vector<DocumentFacts> all_;
  std::vector<FactEvidence>* evidence_ = nullptr;
};

inline std::vector<DocumentFacts> facts(const std::string& text) { return FactsReader().read(text); }

inline Network network(const std::string& text) {
  Network network;
  for (DocumentFacts& one : facts(text)) network.add(std::move(one));
  return network;
}

/// Three articles: a visit told twice, a cooperation, a planned and a denied meeting, roles.
inline const char* const kArticles = R"(
  document 1.txt | Reuters | 2024-06-12 | https://example.org/1
  PERSON Jay Y. Lee | Lee
  PERSON Mark Zuckerberg
  PERSON Andy Jassy
  ORG Samsung
  ORG Amazon
  role current: Jay Y. Lee | Chairman | Samsung
  says Samsung Chairman Jay Y. Lee spoke.
  role current: Andy Jassy | CEO | Amazon
  says Amazon CEO Andy Jassy listened.
  meeting occurred: Jay Y. Lee / Mark Zuckerberg | Andy Jassy
  says Lee met Mark Zuckerberg and Andy Jassy on Tuesday.
  cooperation occurred: Samsung / Amazon
  says Samsung and Amazon work together.

  document 2.txt | Kyodo | 2024-06-14
  PERSON Lee
  PERSON Mark Zuckerberg | Zuckerberg
  ORG Samsung
  role current: Lee | chairman | Samsung
  meeting occurred: Lee / Mark Zuckerberg
  says Samsung chairman Lee visited Mark Zuckerberg.
  meeting denied: Samsung / Mark Zuckerberg
  says Samsung denied that it had met Mark Zuckerberg.

  document 3.txt | Reuters | 2024-06-20
  PERSON Jay Y. Lee
  PERSON Elon Musk
  PERSON Mark Zuckerberg
  meeting planned: Jay Y. Lee / Elon Musk
  says Jay Y. Lee will meet Elon Musk.
  meeting occurred: Jay Y. Lee / Mark Zuckerberg
  says Jay Y. Lee, who met Mark Zuckerberg, said so.
)";

/// A visit with all that evidence can tell of it.
inline const char* const kVisit = R"(
  document 1.txt | Reuters | 2024-06-12
  PERSON Jay Y. Lee
  PERSON Elon Musk
  ORG Samsung
  meeting occurred: Jay Y. Lee / Elon Musk
  says Jay Y. Lee hosted Elon Musk to discuss chip supplies, Samsung said.
  topic chip supplies
  told stated | Samsung
  visit Jay Y. Lee | Elon Musk
)";

}  // namespace liaison::sample
