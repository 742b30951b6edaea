// Makes a graph of a network: nodes of its groups of entities, edges of the pairs of its events and holds.
#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <unordered_map>

#include "liaison/network.h"
#include "network/edge_summary.h"
#include "network/entity_groups.h"
#include "network/graph_contents.h"
#include "network/name_key.h"
#include "network/node_names.h"

namespace liaison {
namespace {

using Pair = std::pair<NodeId, NodeId>;   // the smaller first

std::size_t index(NodeId id) { return static_cast<std::size_t>(id); }

Pair ordered(NodeId a, NodeId b) { return a < b ? Pair(a, b) : Pair(b, a); }

std::vector<Telling> tellings_of(const std::vector<FactEvidence>& evidence) {
  std::vector<Telling> out;
  for (const FactEvidence& one : evidence) {
    out.push_back({on_one_line(one.quote), one.status, one.rule, one.rule_place});
  }
  return out;
}

Citation citation_of(const DocumentFacts& facts) {
  return {facts.id, facts.date, facts.source, facts.url, facts.title};
}

/// Builds over one node for each group that has a name; `finish` keeps those that something joins.
class GraphBuilder {
 public:
  GraphBuilder(const Grouping& grouping, const ResolveOptions& options) : grouping_(grouping), options_(options) {
    make_nodes();
  }

  Graph build() {
    std::unordered_map<std::string, std::string> first_of_text;
    for (std::size_t i = 0; i < grouping_.documents.size(); ++i) {
      const DocumentFacts& facts = *grouping_.documents[i];
      std::string reprint_of;
      if (options_.reprints_once && !facts.made.text.empty()) {
        const auto [found, is_first] = first_of_text.emplace(facts.made.text, facts.id);
        if (!is_first) reprint_of = found->second;
      }
      read_document(static_cast<std::uint32_t>(i), facts, reprint_of);
    }
    make_edges();
    name_roles();
    drop_unjoined();
    return finish();
  }

 private:
  struct Draft {
    std::vector<EventId> events;
    std::vector<HoldId> holds;
    bool is_own = false;   // the person holds a role in the body now
  };

  void make_nodes() {
    node_of_group_.assign(grouping_.groups.size(), NodeId::none);
    std::map<std::size_t, std::vector<const EntityGroup*>> joined;
    for (std::size_t i = 0; i < grouping_.groups.size(); ++i) {
      const std::size_t root = grouping_.root[i];
      auto& groups = joined[root];
      groups.insert(i == root ? groups.begin() : groups.end(), &grouping_.groups[i]);
    }
    for (const auto& [root, groups] : joined) {
      if (grouping_.groups[root].dropped) continue;
      node_of_group_[root] = static_cast<NodeId>(nodes_.size());
      nodes_.push_back(make_node(groups));
    }
    for (std::size_t i = 0; i < node_of_group_.size(); ++i) {
      node_of_group_[i] = node_of_group_[grouping_.root[i]];
      for (const Member& member : grouping_.groups[i].members) {
        node_of_entity_[{member.document, member.entity->id}] = node_of_group_[i];
      }
    }
  }

  NodeId node(std::uint32_t document, const std::string& entity) const {
    const auto found = node_of_entity_.find({document, entity});
    return found == node_of_entity_.end() ? NodeId::none : found->second;
  }

  void read_document(std::uint32_t number, const DocumentFacts& facts, const std::string& reprint_of) {
    const Citation where = citation_of(facts);
    for (const FactHold& fact : facts.holds) {
      const NodeId person = node(number, fact.person), body = node(number, fact.org);
      if (person == NodeId::none || person == body) continue;
      holds_.push_back({fact.id, fact.role, fact.when, person, body, where, tellings_of(fact.evidence), reprint_of});
    }
    for (const FactEvent& fact : facts.events) {
      std::vector<GraphParticipant> participants = participants_of(number, fact);
      if (participants.size() < 2) continue;
      events_.push_back({fact.id, fact.kind, fact.status, std::move(participants), where,
                         tellings_of(fact.evidence), reprint_of});
    }
  }

  /// Each node once, on the first side that has it.
  std::vector<GraphParticipant> participants_of(std::uint32_t document, const FactEvent& event) const {
    std::vector<GraphParticipant> out;
    auto add = [&](const std::string& entity, std::size_t side) {
      const NodeId found = node(document, entity);
      const auto same = [&](const GraphParticipant& other) { return other.node == found; };
      if (found == NodeId::none || std::any_of(out.begin(), out.end(), same)) return;
      out.push_back({found, place_of(event, entity), static_cast<std::uint8_t>(side)});
    };
    for (std::size_t side = 0; side < event.sides.size(); ++side) {
      for (const std::string& entity : event.sides[side]) add(entity, side);
    }
    if (event.sides.empty()) {
      for (const std::string& entity : event.who) add(entity, 0);
    }
    return out;
  }

  static std::string place_of(const FactEvent& event, const std::string& entity) {
    for (const FactEvidence& evidence : event.evidence) {
      for (const FactArgument& argument : evidence.arguments) {
        if (argument.entity == entity) return argument.place;
      }
    }
    return {};
  }

  void make_edges() {
    for (std::size_t i = 0; i < holds_.size(); ++i) {
      if (holds_[i].body == NodeId::none) continue;
      Draft& draft = drafts_[ordered(holds_[i].person, holds_[i].body)];
      draft.is_own |= holds_[i].when == "current";
      draft.holds.push_back(static_cast<HoldId>(i));
    }
    for (std::size_t i = 0; i < events_.size(); ++i) {
      for (const Pair& pair : pairs_of(events_[i])) drafts_[pair].events.push_back(static_cast<EventId>(i));
    }
    for (auto& [pair, draft] : drafts_) {
      const bool is_role = draft.is_own || draft.events.empty();
      if (is_role && !options_.roles) continue;
      GraphEdge edge;
      edge.id = "e" + std::to_string(edges_.size() + 1);
      edge.a = pair.first;
      edge.b = pair.second;
      if (!draft.is_own) edge.events = std::move(draft.events);
      edge.holds = std::move(draft.holds);
      summarise(edge, is_role, events_, holds_);
      edges_.push_back(std::move(edge));
    }
  }

  static std::vector<Pair> pairs_of(const GraphEvent& event) {
    const auto& all = event.participants;
    const auto is_across = [&](const GraphParticipant& one) { return one.side != all.front().side; };
    const bool has_sides = std::any_of(all.begin(), all.end(), is_across);
    std::vector<Pair> out;
    for (std::size_t i = 0; i < all.size(); ++i) {
      for (std::size_t j = i + 1; j < all.size(); ++j) {
        if (!has_sides || all[i].side != all[j].side) out.push_back(ordered(all[i].node, all[j].node));
      }
    }
    return out;
  }

  /// Keeps the nodes that have an edge, and the events and holds of those; everything is numbered anew.
  void drop_unjoined() {
    std::vector<bool> used(nodes_.size());
    for (const GraphEdge& edge : edges_) used[index(edge.a)] = used[index(edge.b)] = true;
    std::vector<GraphNode> nodes;
    std::vector<NodeId> number(nodes_.size(), NodeId::none);
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      if (!used[i]) continue;
      number[i] = static_cast<NodeId>(nodes.size());
      nodes.push_back(std::move(nodes_[i]));
      nodes.back().id = "n" + std::to_string(nodes.size());
    }
    nodes_ = std::move(nodes);
    renumber(number);
  }

  void renumber(const std::vector<NodeId>& number) {
    auto turn = [&](NodeId& id) { id = id == NodeId::none ? id : number[index(id)]; };
    for (NodeId& id : node_of_group_) turn(id);
    for (GraphEdge& edge : edges_) {
      turn(edge.a);
      turn(edge.b);
    }
    keep(events_, &GraphEdge::events, [&](GraphEvent& event) {
      for (GraphParticipant& participant : event.participants) turn(participant.node);
      std::erase_if(event.participants, [](const auto& one) { return one.node == NodeId::none; });
    });
    const auto turn_hold = [&](GraphHold& hold) {
      turn(hold.person);
      turn(hold.body);
    };
    keep(holds_, &GraphEdge::holds, turn_hold, &GraphHold::person);
  }

  /// Keeps the facts that an edge cites, and where `person` is given also those of a node, in their order.
  template <class Fact, class Id, class Turn>
  void keep(std::vector<Fact>& facts, std::vector<Id> GraphEdge::*cited, const Turn& turn,
            NodeId Fact::*person = nullptr) {
    std::vector<bool> used(facts.size());
    for (const GraphEdge& edge : edges_) {
      for (const Id id : edge.*cited) used[static_cast<std::size_t>(id)] = true;
    }
    std::vector<Fact> kept;
    std::vector<Id> number(facts.size());
    for (std::size_t i = 0; i < facts.size(); ++i) {
      turn(facts[i]);
      if (!used[i] && !(person && facts[i].*person != NodeId::none)) continue;
      number[i] = static_cast<Id>(kept.size());
      kept.push_back(std::move(facts[i]));
    }
    facts = std::move(kept);
    for (GraphEdge& edge : edges_) {
      for (Id& id : edge.*cited) id = number[static_cast<std::size_t>(id)];
    }
  }

  void name_roles() {
    std::vector<Tally> tallies(nodes_.size());
    for (const GraphHold& hold : holds_) {
      std::string text = hold.role;
      if (hold.body != NodeId::none) text += ", " + nodes_[index(hold.body)].label;
      if (hold.when != "current") text += " (" + hold.when + ')';
      tallies[index(hold.person)].add(text, name_key(text));
    }
    for (std::size_t i = 0; i < nodes_.size(); ++i) nodes_[i].roles = tallies[i].sorted();
  }

  Graph finish() {
    auto contents = std::make_shared<Graph::Contents>();
    contents->merges = merge_reasons(grouping_, node_of_group_);
    contents->nodes = std::move(nodes_);
    contents->edges = std::move(edges_);
    contents->events = std::move(events_);
    contents->holds = std::move(holds_);
    contents->connect();
    return Graph(std::move(contents));
  }

  const Grouping& grouping_;
  const ResolveOptions& options_;
  std::vector<NodeId> node_of_group_;
  std::map<std::pair<std::uint32_t, std::string_view>, NodeId> node_of_entity_;
  std::vector<GraphNode> nodes_;
  std::vector<GraphEvent> events_;
  std::vector<GraphHold> holds_;
  std::vector<GraphEdge> edges_;
  std::map<Pair, Draft> drafts_;
};

}  // namespace

Graph resolve(const Network& network, const Corrections& corrections, const ResolveOptions& options) {
  return GraphBuilder(group_entities(network, corrections), options).build();
}

}  // namespace liaison
