// What a Graph holds: its parts in few bytes, the documents that they point into, and which node is joined to which.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <tuple>
#include <string>
#include <string_view>
#include <vector>

#include <boost/graph/compressed_sparse_row_graph.hpp>

#include "liaison/graph.h"

namespace liaison {

/// Edges run from the lesser to the greater node and are numbered in order of these, as the edges of the graph.
using Adjacency = boost::compressed_sparse_row_graph<boost::bidirectionalS, boost::no_property, boost::no_property,
                                                     boost::no_property, std::uint32_t, std::uint32_t>;

/// A fact of a document, by its places, that an event or a hold stands for.
struct TellingRecord {
  std::uint32_t document = 0, fact = 0;
  bool accepted = false;
};

/// What it holds ends where that of the next record begins; a last record closes each list.
struct EventRecord {
  std::uint32_t first_telling = 0, first_participant = 0;
  std::uint16_t sources = 0;
  std::uint8_t status = 0;         ///< in the words
  bool disputed = false;
};

struct HoldRecord {
  TellingRecord telling;
  NodeId person = NodeId::none, body = NodeId::none;
  std::uint32_t role = 0;          ///< in the texts of roles
  std::uint8_t when = 0;           ///< in the words
};

/// 16 bytes; `Graph::bytes_per_edge` counts on it. Its greater node is the target of the edge in the adjacency.
struct EdgeRecord {
  NodeId a = NodeId::none;
  std::uint32_t first_event = 0, first_hold = 0;
  std::uint16_t weight = 0;
  std::uint8_t kind = 0, status = 0;   ///< in the words
};
static_assert(sizeof(EdgeRecord) == 16);

struct Grouping;

/// What belongs to each node, one after the other.
template <class Id>
class NodeParts {
 public:
  /// `node_of` tells the node of each of `count` parts, or none.
  template <class NodeOf>
  void fill(std::size_t nodes, std::size_t count, const NodeOf& node_of) {
    first_.assign(nodes + 1, 0);
    for (std::size_t i = 0; i < count; ++i) {
      if (node_of(i) != NodeId::none) ++first_[static_cast<std::size_t>(node_of(i)) + 1];
    }
    for (std::size_t i = 0; i < nodes; ++i) first_[i + 1] += first_[i];
    parts_.resize(first_.back());
    std::vector<std::uint32_t> at(first_.begin(), first_.end() - 1);
    for (std::size_t i = 0; i < count; ++i) {
      if (node_of(i) != NodeId::none) parts_[at[static_cast<std::size_t>(node_of(i))]++] = static_cast<Id>(i);
    }
  }
  std::span<const Id> of(NodeId node) const {
    const std::uint32_t begin = first_[static_cast<std::size_t>(node)];
    return std::span(parts_).subspan(begin, first_[static_cast<std::size_t>(node) + 1] - begin);
  }

 private:
  std::vector<std::uint32_t> first_;
  std::vector<Id> parts_;
};

struct Graph::Contents {
  std::vector<std::shared_ptr<const DocumentFacts>> documents;
  std::vector<std::uint32_t> original;       ///< of each document: the one that it repeats, or itself
  std::vector<std::uint32_t> date;           ///< of each document: its place among the dates, those without one last
  std::vector<std::uint32_t> source;         ///< of each document: whose word it is, as a number
  std::vector<std::string> words;            ///< kinds and statuses
  std::vector<std::string_view> role_texts;  ///< of roles, each once; views of the facts
  std::vector<GraphNode> nodes;
  std::vector<EdgeRecord> edges;
  std::vector<EventId> edge_events;          ///< of each edge, by date and document
  std::vector<HoldId> edge_holds;
  std::vector<EventRecord> events;
  std::vector<TellingRecord> tellings;       ///< of each event, by date and document
  std::vector<GraphParticipant> participants;
  std::vector<HoldRecord> holds;
  std::vector<MaybeSame> maybe_same;
  std::vector<Reprints> reprints;
  std::vector<IdleCorrection> idle;
  std::shared_ptr<const Grouping> grouping;  ///< who is one
  std::vector<NodeId> node_of_group;         ///< none for groups without a node
  Adjacency adjacency;
  NodeParts<std::uint32_t> groups;           ///< of each node, in their order
  NodeParts<HoldId> roles;                   ///< of each node, the holds in which it is the person

  /// The number of a word, which is added where it is new. At most 255 of them.
  std::uint8_t word(std::string_view text);
  const FactEvent& event(const TellingRecord& telling) const { return documents[telling.document]->events[telling.fact]; }
  const FactHold& hold(const TellingRecord& telling) const { return documents[telling.document]->holds[telling.fact]; }
  bool is_reprint(const TellingRecord& telling) const { return original[telling.document] != telling.document; }
  Telling telling(const TellingRecord& record, std::string_view id, std::string_view status,
                  const std::vector<FactEvidence>& evidence) const;
  /// Builds `adjacency`, `groups` and `roles`. `greater` are the greater nodes of the edges.
  void connect(const std::vector<NodeId>& greater);
};

/// By date, those without one last, then by place.
inline auto date_order(const Graph::Contents& contents, const TellingRecord& telling) {
  return std::tuple(contents.date[telling.document], telling.document, telling.fact);
}

}  // namespace liaison
