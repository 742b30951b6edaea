// Makes a graph of a network: nodes of its groups of entities, edges of the pairs of its events and holds.
#include <algorithm>
#include <memory>
#include <numeric>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "liaison/network.h"
#include "network/edge_summary.h"
#include "network/entity_groups.h"
#include "network/event_merger.h"
#include "network/graph_contents.h"
#include "network/node_names.h"

namespace liaison {
namespace {

std::size_t index(NodeId id) { return static_cast<std::size_t>(id); }

/// One hold or event of a pair of nodes; holds stand first.
struct PairFact {
  std::uint64_t pair = 0;      // the lesser node, then the greater
  bool is_event = false;
  std::uint32_t fact = 0;      // its place among the holds or events

  auto order() const { return std::tuple(pair, is_event, fact); }
};

std::uint64_t pair_of(NodeId a, NodeId b) {
  const auto [first, second] = std::minmax(a, b);
  return std::uint64_t{static_cast<std::uint32_t>(first)} << 32 | static_cast<std::uint32_t>(second);
}

NodeId first_of(std::uint64_t pair) { return static_cast<NodeId>(pair >> 32); }
NodeId second_of(std::uint64_t pair) { return static_cast<NodeId>(pair & 0xffffffff); }

/// Builds over one node for each group that takes part in something; `finish` keeps those that something joins.
class GraphBuilder {
  static constexpr std::uint16_t kNoWord = 0xffff;

 public:
  GraphBuilder(const Network& network, const Corrections& corrections, const ResolveOptions& options)
      : options_(options),
        corrections_(corrections),
        digests_(network.digests()),
        contents_(std::make_shared<Graph::Contents>()) {
    for (auto& [facts, digest] : network.digested()) {
      documents_.push_back({facts.get(), digest});
      contents_->documents.push_back(std::move(facts));
    }
    grouping_ = group_entities(documents_, digests_, corrections, options);
    contents_->original = grouping_.original;
    contents_->role_texts.resize(digests_.roles().size());
    order_dates();
  }

  Graph build() {
    name_sources();
    read_verdicts();
    for (std::uint32_t document = 0; document < contents_->documents.size(); ++document) read(document);
    tell_idle_verdicts();
    merge_events(std::move(tellings_), *contents_);
    std::vector<PairFact> joined = pairs();
    number_nodes(joined);
    make_edges(joined);
    drop_loose_facts();
    finish();
    return Graph(std::move(contents_));
  }

 private:
  struct Verdict {
    bool accepted = false, hit = false;
    const Corrections::Line* line = nullptr;
  };

  void order_dates() {
    const KeyTable& dates = digests_.dates();
    std::vector<std::uint32_t> order(dates.size()), place(dates.size());
    std::iota(order.begin(), order.end(), 0u);
    const auto rank = [&](std::uint32_t date) { return std::tuple(dates[date].empty(), dates[date]); };
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return rank(a) < rank(b); });
    for (std::uint32_t i = 0; i < order.size(); ++i) place[order[i]] = i;
    for (const std::uint32_t date : grouping_.date) contents_->date.push_back(place[date]);
  }

  /// A source, or for documents without one the document.
  void name_sources() {
    if (!options_.reprints_once) {
      for (std::uint32_t i = 0; i < contents_->original.size(); ++i) contents_->original[i] = i;
    }
    const auto named = static_cast<std::uint32_t>(digests_.sources().size());
    for (const std::uint32_t original : contents_->original) {
      const std::uint32_t source = digests_[documents_[original].digest].source;
      contents_->source.push_back(source == Digests::kNone ? named + grouping_.id_number[original] : source);
    }
  }

  void read_verdicts() {
    for (const auto& line : corrections_.reject) verdicts_[line.a] = {false, false, &line};
    for (const auto& line : corrections_.accept) verdicts_[line.a] = {true, false, &line};
  }

  void tell_idle_verdicts() {
    for (const auto* lines : {&corrections_.reject, &corrections_.accept}) {
      const bool accept = lines == &corrections_.accept;
      for (const auto& line : *lines) {
        if (verdicts_[line.a].hit) continue;
        grouping_.idle.push_back({line.line, (accept ? "accept " : "reject ") + line.a, "no event has the id \"" + line.a + '"'});
      }
    }
  }

  /// What a correction says of a fact: 0 nothing, 1 right, -1 wrong.
  int verdict(const std::string& id) {
    if (verdicts_.empty()) return 0;
    const auto found = verdicts_.find(id);
    if (found == verdicts_.end()) return 0;
    found->second.hit = true;
    return found->second.accepted ? 1 : -1;
  }

  /// The node of an entity, as the root of its group until nodes are numbered.
  NodeId node(std::uint32_t entity) const {
    if (entity == kNoEntity) return NodeId::none;
    const std::uint32_t root = grouping_.root[grouping_.group_of[entity]];
    return grouping_.dropped[root] ? NodeId::none : static_cast<NodeId>(root);
  }

  void read(std::uint32_t document) {
    const std::span<const HoldPlaces> holds = grouping_.holds_of(document);
    for (std::uint32_t i = 0; i < holds.size(); ++i) {
      const int said = verdicts_.empty() ? 0 : verdict(contents_->documents[document]->holds[i].id);
      const NodeId person = node(holds[i].person), body = node(holds[i].body);
      if (said < 0 || person == NodeId::none || person == body) continue;
      std::string_view& role = contents_->role_texts[holds[i].role];
      if (role.empty()) role = contents_->documents[document]->holds[i].role;
      contents_->holds.push_back({{document, i, said > 0}, person, body, holds[i].role, word_of_time(holds[i].when)});
    }
    if (digests_.events(documents_[document].digest) == 0) return;
    const DocumentFacts& facts = *contents_->documents[document];
    for (std::uint32_t i = 0; i < facts.events.size(); ++i) {
      const FactEvent& event = facts.events[i];
      const int said = verdict(event.id);
      if (said == 0 && !is_sure(event)) continue;
      std::vector<GraphParticipant> participants = participants_of(document, event);
      if (said < 0 || participants.size() < 2) continue;
      tellings_.push_back({{document, i, said > 0}, contents_->word(event.kind), contents_->word(event.status),
                           std::move(participants)});
    }
  }

  /// True if one of its tellings is as sure as is asked for, or does not say how sure it is. What a correction accepts is.
  bool is_sure(const FactEvent& event) const {
    const auto fits = [&](const FactEvidence& one) { return one.sure == 0 || one.sure >= options_.least_sure; };
    return options_.least_sure == 0 || std::any_of(event.evidence.begin(), event.evidence.end(), fits);
  }

  /// The word for when a role is held. Words come in the order of the documents.
  std::uint8_t word_of_time(std::uint32_t time) {
    if (time >= word_of_time_.size()) word_of_time_.resize(digests_.times().size(), kNoWord);
    if (word_of_time_[time] == kNoWord) word_of_time_[time] = contents_->word(digests_.times()[time]);
    return static_cast<std::uint8_t>(word_of_time_[time]);
  }

  /// Each node once, on the first side that has it.
  std::vector<GraphParticipant> participants_of(std::uint32_t document, const FactEvent& event) const {
    std::vector<GraphParticipant> out;
    const auto add = [&](const std::string& entity, std::size_t side) {
      const NodeId found = node(grouping_.number(document, entity));
      const auto same = [&](const GraphParticipant& other) { return other.node == found; };
      if (found == NodeId::none || std::any_of(out.begin(), out.end(), same)) return;
      out.push_back({found, static_cast<std::uint8_t>(side), place_of(event, entity)});
    };
    for (std::size_t side = 0; side < event.sides.size(); ++side) {
      for (const std::string& entity : event.sides[side]) add(entity, side);
    }
    if (event.sides.empty()) {
      for (const std::string& entity : event.who) add(entity, 0);
    }
    return out;
  }

  static std::string_view place_of(const FactEvent& event, const std::string& entity) {
    for (const FactEvidence& evidence : event.evidence) {
      for (const FactArgument& argument : evidence.arguments) {
        if (argument.entity == entity) return argument.place;
      }
    }
    return {};
  }

  /// What joins each pair, sorted; of a person and his own body the role alone.
  std::vector<PairFact> pairs() const {
    std::vector<PairFact> all;
    for (std::uint32_t i = 0; i < contents_->holds.size(); ++i) {
      const HoldRecord& hold = contents_->holds[i];
      if (hold.body != NodeId::none) all.push_back({pair_of(hold.person, hold.body), false, i});
    }
    for (std::uint32_t i = 0; i + 1 < contents_->events.size(); ++i) {
      const auto begin = contents_->events[i].first_participant, end = contents_->events[i + 1].first_participant;
      add_pairs(std::span(contents_->participants).subspan(begin, end - begin), i, all);
    }
    std::sort(all.begin(), all.end(), [](const PairFact& a, const PairFact& b) { return a.order() < b.order(); });
    const std::uint8_t current = contents_->word("current");
    std::vector<PairFact> out;
    for (std::size_t begin = 0, end = 0; begin < all.size(); begin = end) {
      while (end < all.size() && all[end].pair == all[begin].pair) ++end;
      bool is_own = false;
      for (std::size_t i = begin; i < end && !all[i].is_event; ++i) is_own |= contents_->holds[all[i].fact].when == current;
      const bool is_role = is_own || !all[end - 1].is_event;
      if (is_role && !options_.roles) continue;
      for (std::size_t i = begin; i < end; ++i) {
        if (!is_own || !all[i].is_event) out.push_back(all[i]);
      }
    }
    return out;
  }

  static void add_pairs(std::span<const GraphParticipant> all, std::uint32_t event, std::vector<PairFact>& out) {
    const auto is_across = [&](const GraphParticipant& one) { return one.side != all.front().side; };
    const bool has_sides = std::any_of(all.begin(), all.end(), is_across);
    for (std::size_t i = 0; i < all.size(); ++i) {
      for (std::size_t j = i + 1; j < all.size(); ++j) {
        if (!has_sides || all[i].side != all[j].side) out.push_back({pair_of(all[i].node, all[j].node), true, event});
      }
    }
  }

  /// Makes the nodes of the groups that are joined, and turns all facts to their numbers.
  void number_nodes(std::vector<PairFact>& joined) {
    std::vector<bool> used(grouping_.groups.size(), options_.all_nodes);
    for (const PairFact& fact : joined) used[index(first_of(fact.pair))] = used[index(second_of(fact.pair))] = true;
    node_of_root_ = make_nodes(grouping_, used, contents_->nodes);
    const auto turn = [&](NodeId& id) { id = id == NodeId::none ? id : node_of_root_[index(id)]; };
    for (HoldRecord& hold : contents_->holds) {
      turn(hold.person);
      turn(hold.body);
    }
    std::vector<std::uint32_t> hold_number(contents_->holds.size());
    std::uint32_t kept = 0;
    for (std::size_t i = 0; i < hold_number.size(); ++i) {
      hold_number[i] = kept;
      if (contents_->holds[i].person != NodeId::none) contents_->holds[kept++] = contents_->holds[i];
    }
    contents_->holds.resize(kept);
    std::vector<GraphParticipant> participants;
    for (std::size_t i = 0; i + 1 < contents_->events.size(); ++i) {
      const auto begin = contents_->events[i].first_participant, end = contents_->events[i + 1].first_participant;
      contents_->events[i].first_participant = static_cast<std::uint32_t>(participants.size());
      for (auto at = begin; at < end; ++at) {
        GraphParticipant participant = contents_->participants[at];
        turn(participant.node);
        if (participant.node != NodeId::none) participants.push_back(participant);
      }
    }
    contents_->events.back().first_participant = static_cast<std::uint32_t>(participants.size());
    contents_->participants = std::move(participants);
    for (PairFact& fact : joined) {
      NodeId a = first_of(fact.pair), b = second_of(fact.pair);
      turn(a);
      turn(b);
      fact.pair = pair_of(a, b);
      if (!fact.is_event) fact.fact = hold_number[fact.fact];
    }
    std::sort(joined.begin(), joined.end(), [](const PairFact& a, const PairFact& b) { return a.order() < b.order(); });
  }

  void make_edges(const std::vector<PairFact>& facts) {
    for (std::size_t begin = 0, end = 0; begin < facts.size(); begin = end) {
      EdgeRecord edge;
      edge.a = first_of(facts[begin].pair);
      greater_.push_back(second_of(facts[begin].pair));
      edge.first_event = static_cast<std::uint32_t>(contents_->edge_events.size());
      edge.first_hold = static_cast<std::uint32_t>(contents_->edge_holds.size());
      for (; end < facts.size() && facts[end].pair == facts[begin].pair; ++end) {
        if (facts[end].is_event) contents_->edge_events.push_back(static_cast<EventId>(facts[end].fact));
        else contents_->edge_holds.push_back(static_cast<HoldId>(facts[end].fact));
      }
      const std::span events = std::span(contents_->edge_events).subspan(edge.first_event);
      const std::span holds = std::span(contents_->edge_holds).subspan(edge.first_hold);
      sort_by_date(events, [&](EventId id) -> const TellingRecord& {
        return contents_->tellings[contents_->events[static_cast<std::size_t>(id)].first_telling];
      });
      sort_by_date(holds, [&](HoldId id) -> const TellingRecord& {
        return contents_->holds[static_cast<std::size_t>(id)].telling;
      });
      summarise(edge, events.empty(), events, holds, *contents_);
      contents_->edges.push_back(edge);
    }
    EdgeRecord last;
    last.first_event = static_cast<std::uint32_t>(contents_->edge_events.size());
    last.first_hold = static_cast<std::uint32_t>(contents_->edge_holds.size());
    contents_->edges.push_back(last);
  }

  template <class Id, class First>
  void sort_by_date(std::span<Id> ids, const First& first) {
    if (ids.size() < 2) return;
    std::sort(ids.begin(), ids.end(), [&](Id a, Id b) { return date_order(*contents_, first(a)) < date_order(*contents_, first(b)); });
  }

  /// Drops the events that no edge cites, and numbers the others anew.
  void drop_loose_facts() {
    std::vector<bool> cited(contents_->events.size());
    for (const EventId id : contents_->edge_events) cited[static_cast<std::size_t>(id)] = true;
    cited.back() = true;   // the closing record
    std::vector<EventId> number(contents_->events.size(), EventId::none);
    std::vector<EventRecord> kept;
    std::vector<TellingRecord> tellings;
    std::vector<GraphParticipant> participants;
    for (std::size_t i = 0; i < contents_->events.size(); ++i) {
      if (!cited[i]) continue;
      number[i] = static_cast<EventId>(kept.size());
      EventRecord record = contents_->events[i];
      const bool closing = i + 1 == contents_->events.size();
      const EventRecord& next = contents_->events[closing ? i : i + 1];
      const auto copy = [&](auto& to, const auto& from, std::uint32_t begin, std::uint32_t end) {
        to.insert(to.end(), from.begin() + begin, from.begin() + end);
        return static_cast<std::uint32_t>(to.size() - (end - begin));
      };
      record.first_telling = copy(tellings, contents_->tellings, record.first_telling, next.first_telling);
      record.first_participant = copy(participants, contents_->participants, record.first_participant, next.first_participant);
      kept.push_back(record);
    }
    contents_->events = std::move(kept);
    contents_->tellings = std::move(tellings);
    contents_->participants = std::move(participants);
    for (EventId& id : contents_->edge_events) id = number[static_cast<std::size_t>(id)];
  }

  void finish() {
    std::vector<NodeId>& node_of_group = contents_->node_of_group;
    node_of_group.reserve(grouping_.groups.size());
    for (const std::uint32_t root : grouping_.root) node_of_group.push_back(node_of_root_[root]);
    contents_->maybe_same = maybe_same(grouping_, node_of_group);
    add_reprints();
    contents_->idle = std::move(grouping_.idle);
    std::stable_sort(contents_->idle.begin(), contents_->idle.end(),
                     [](const IdleCorrection& a, const IdleCorrection& b) { return a.line < b.line; });
    contents_->grouping = std::make_shared<const Grouping>(std::move(grouping_));
    contents_->connect(greater_);
  }

  void add_reprints() {
    std::unordered_map<std::uint32_t, std::size_t> place;
    for (std::uint32_t i = 0; i < grouping_.original.size(); ++i) {
      if (grouping_.original[i] != i) place.emplace(grouping_.original[i], 0);
    }
    for (std::uint32_t i = 0; i < grouping_.original.size(); ++i) {
      const auto found = place.find(i);
      if (found == place.end()) continue;
      found->second = contents_->reprints.size();
      contents_->reprints.push_back({contents_->documents[i].get(), {}});
    }
    for (std::uint32_t i = 0; i < grouping_.original.size(); ++i) {
      if (grouping_.original[i] == i) continue;
      contents_->reprints[place[grouping_.original[i]]].copies.push_back(contents_->documents[i].get());
    }
  }

  const ResolveOptions& options_;
  const Corrections& corrections_;
  const Digests& digests_;
  std::vector<Digested> documents_;   // in their order
  std::shared_ptr<Graph::Contents> contents_;
  Grouping grouping_;
  std::unordered_map<std::string, Verdict> verdicts_;
  std::vector<ToldEvent> tellings_;
  std::vector<std::uint16_t> word_of_time_;
  std::vector<NodeId> node_of_root_, greater_;
};

}  // namespace

Graph resolve(const Network& network, const Corrections& corrections, const ResolveOptions& options) {
  return GraphBuilder(network, corrections, options).build();
}

}  // namespace liaison
