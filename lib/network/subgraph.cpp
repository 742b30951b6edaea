// A part of a graph as a graph of its own.
#include <algorithm>
#include <memory>

#include "network/graph_contents.h"

namespace liaison {
namespace {

template <class Id>
std::size_t index(Id id) {
  return static_cast<std::size_t>(id);
}

class Cutter {
 public:
  Cutter(const Graph& graph, std::vector<EdgeId> edges)
      : graph_(graph), from_(graph.contents()), edges_(std::move(edges)), to_(std::make_shared<Graph::Contents>()) {
    std::sort(edges_.begin(), edges_.end());
    edges_.erase(std::unique(edges_.begin(), edges_.end()), edges_.end());
  }

  Graph cut() {
    to_->documents = from_.documents;
    to_->original = from_.original;
    to_->role_texts = from_.role_texts;
    to_->date = from_.date;
    to_->source = from_.source;
    to_->words = from_.words;
    take_nodes();
    take_events();
    take_holds();
    take_edges();
    take_reasons();
    to_->connect(greater_);
    return Graph(std::move(to_));
  }

 private:
  void take_nodes() {
    node_.assign(from_.nodes.size(), NodeId::none);
    for (const EdgeId id : edges_) {
      const auto [a, b] = graph_.ends(id);
      node_[index(a)] = node_[index(b)] = NodeId{};
    }
    for (std::size_t i = 0; i < node_.size(); ++i) {
      if (node_[i] == NodeId::none) continue;
      node_[i] = static_cast<NodeId>(to_->nodes.size());
      to_->nodes.push_back(from_.nodes[i]);
      to_->nodes.back().id = "n" + std::to_string(to_->nodes.size());
    }
  }

  NodeId turned(NodeId id) const { return id == NodeId::none ? id : node_[index(id)]; }

  void take_events() {
    event_.assign(from_.events.size(), EventId::none);
    for (const EdgeId id : edges_) {
      for (const EventId event : graph_.at(id).events) event_[index(event)] = EventId{};
    }
    for (std::size_t i = 0; i + 1 < from_.events.size(); ++i) {
      if (event_[i] == EventId::none) continue;
      event_[i] = static_cast<EventId>(to_->events.size());
      begin_event(from_.events[i]);
      for (auto at = from_.events[i].first_telling; at < from_.events[i + 1].first_telling; ++at) {
        to_->tellings.push_back(from_.tellings[at]);
      }
      for (auto at = from_.events[i].first_participant; at < from_.events[i + 1].first_participant; ++at) {
        GraphParticipant participant = from_.participants[at];
        participant.node = turned(participant.node);
        if (participant.node != NodeId::none) to_->participants.push_back(participant);
      }
    }
    begin_event({});
  }

  void begin_event(EventRecord record) {
    record.first_telling = static_cast<std::uint32_t>(to_->tellings.size());
    record.first_participant = static_cast<std::uint32_t>(to_->participants.size());
    to_->events.push_back(record);
  }

  /// All holds of the people taken, that their cards are whole.
  void take_holds() {
    hold_.assign(from_.holds.size(), HoldId::none);
    for (std::size_t i = 0; i < from_.holds.size(); ++i) {
      HoldRecord record = from_.holds[i];
      record.person = turned(record.person);
      record.body = turned(record.body);
      if (record.person == NodeId::none) continue;
      hold_[i] = static_cast<HoldId>(to_->holds.size());
      to_->holds.push_back(record);
    }
  }

  void take_edges() {
    for (const EdgeId id : edges_) {
      EdgeRecord record = from_.edges[index(id)];
      const EdgeRecord& next = from_.edges[index(id) + 1];
      const std::uint32_t event = record.first_event, hold = record.first_hold;
      record.a = turned(record.a);
      greater_.push_back(turned(graph_.ends(id).second));
      begin_edge(record);
      for (auto at = event; at < next.first_event; ++at) to_->edge_events.push_back(event_[index(from_.edge_events[at])]);
      for (auto at = hold; at < next.first_hold; ++at) to_->edge_holds.push_back(hold_[index(from_.edge_holds[at])]);
    }
    begin_edge({});
  }

  void begin_edge(EdgeRecord record) {
    record.first_event = static_cast<std::uint32_t>(to_->edge_events.size());
    record.first_hold = static_cast<std::uint32_t>(to_->edge_holds.size());
    to_->edges.push_back(record);
  }

  void take_reasons() {
    to_->grouping = from_.grouping;
    for (const NodeId node : from_.node_of_group) to_->node_of_group.push_back(turned(node));
    for (MaybeSame maybe : from_.maybe_same) {
      maybe.a = turned(maybe.a);
      maybe.b = turned(maybe.b);
      if (maybe.a != NodeId::none && maybe.b != NodeId::none) to_->maybe_same.push_back(std::move(maybe));
    }
    to_->reprints = from_.reprints;
    to_->idle = from_.idle;
  }

  const Graph& graph_;
  const Graph::Contents& from_;
  std::vector<EdgeId> edges_;
  std::shared_ptr<Graph::Contents> to_;
  std::vector<NodeId> node_, greater_;
  std::vector<EventId> event_;
  std::vector<HoldId> hold_;
};

}  // namespace

Graph subgraph(const Graph& graph, const std::vector<EdgeId>& edges) { return Cutter(graph, edges).cut(); }

}  // namespace liaison
