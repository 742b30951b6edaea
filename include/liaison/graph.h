// The graph of many documents: who is who, and who met whom, each edge with the sentences that say so.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "liaison/facts.h"

namespace [[gnu::visibility("default")]] liaison {

enum class NodeId : std::uint32_t { none = 0xffffffff };
enum class EdgeId : std::uint32_t { none = 0xffffffff };
/// An event of the graph, as all documents that tell of it have it.
enum class EventId : std::uint32_t { none = 0xffffffff };
/// A hold of the graph, as one document tells it.
enum class HoldId : std::uint32_t { none = 0xffffffff };

/// A person, organisation or place, as all documents together have it.
struct GraphNode {
  std::string id;                   ///< "n1", "n2" … in order of type and name; the same for the same network
  std::string label;                ///< the canonical name, or else the name that most documents use
  std::string type;                 ///< PERSON, ORG, GPE, LOC
  std::uint32_t documents = 0;      ///< how many documents name it
};

struct GraphParticipant {
  NodeId node = NodeId::none;
  std::uint8_t side = 0;            ///< pairs are drawn across sides; all 0 where all are joined with all
  std::string_view place = {};      ///< subj, obj, with … in the first telling
};

/// What one document tells of an event or a hold. Views into the facts, which the graph keeps.
struct Telling {
  const DocumentFacts* document = nullptr;
  std::string_view id;                     ///< of the event or the hold in the facts
  std::string_view status;                 ///< of an event; `when` of a hold
  std::span<const FactEvidence> evidence;  ///< the sentences
  const DocumentFacts* reprint_of = nullptr;   ///< the document of nearly the same text that this one repeats, or
                                               ///< null; a reprint is shown and counted nowhere
  bool accepted = false;                   ///< a correction says that it is right
};

/// An event: what documents tell of the same people, with the same kind, at about the same time.
struct GraphEvent {
  std::string_view id;              ///< of its first telling
  std::string_view kind, status;    ///< the status that holds in the end; each telling has its own
  bool disputed = false;            ///< it is told both that it occurred and that it did not, by independent sources or within one
  std::uint32_t sources = 0;        ///< independent ones
  std::span<const GraphParticipant> participants;   ///< two nodes or more, each once
  std::vector<Telling> tellings;    ///< by date and document; one at least
};

/// A role as one document tells it.
struct GraphHold {
  std::string_view id, role, when;  ///< `when`: current, former, incoming
  NodeId person = NodeId::none;
  NodeId body = NodeId::none;       ///< may be none
  Telling telling;
};

/// What joins two nodes. There is at most one edge for each unordered pair. A view; see `Graph`.
struct GraphEdge {
  std::string id;                   ///< "e1", "e2" …
  NodeId a = NodeId::none, b = NodeId::none;   ///< a < b
  double weight = 0;                ///< independent sources of its occurred events; of its holds for kind "role";
                                    ///< at most 65,535. A source is the `source` of a document or, where it has
                                    ///< none, the document
  std::uint32_t meetings = 0, contacts = 0, cooperations = 0;   ///< occurred events of the kind
  std::uint32_t planned = 0, possible = 0, denied = 0;          ///< events of any kind with the status
  std::uint32_t disputed = 0;       ///< events that some tell as occurred and others as denied
  std::string_view kind, status;    ///< those that most sources tell; of equals the surer status, then the nearer
                                    ///< kind. Kind "role" has as status current, former or incoming
  std::string_view first, last;     ///< dates (ISO 8601) of the documents that tell of it, or empty
  std::string sentence;             ///< of the earliest event of `kind` and `status`, as are the next four
  std::string_view document, url, rule, event;
  std::span<const EventId> events;  ///< all of them, by date and document
  std::span<const HoldId> holds;    ///< what makes it a role edge; may stand beside events of a former body
};

/// Why entities of different documents are one node, or may be one.
struct MergeReason {
  NodeId node = NodeId::none;
  std::string a_document, a_entity, b_document, b_entity;   ///< ids of documents, and of entities within them
  std::string a_name, b_name;
  std::string text;                                         ///< in plain words
};

/// Two nodes that may be one: too little speaks for it to join them, too much to say nothing.
struct MaybeSame {
  NodeId a = NodeId::none, b = NodeId::none;   ///< a < b
  std::string text;                            ///< what speaks for it, and against, in plain words
};

/// Documents of nearly the same text: one source, however many print it.
struct Reprints {
  const DocumentFacts* original = nullptr;           ///< the earliest by date and id
  std::vector<const DocumentFacts*> copies;          ///< by id
};

/// A line of corrections that changed nothing.
struct IdleCorrection {
  std::uint32_t line = 0;
  std::string text;      ///< the line, as `same A | B`
  std::string why;       ///< nobody is called "A"
};

/// A range of what is made when it is looked at: `for (const GraphEdge& edge : graph.edges())`.
template <class Graph, class Id, class Value>
class GraphRange {
 public:
  class iterator {
   public:
    using iterator_category = std::input_iterator_tag;
    using value_type = Value;
    using difference_type = std::ptrdiff_t;
    using pointer = void;
    using reference = Value;
    iterator(const Graph* graph, std::size_t at) : graph_(graph), at_(at) {}
    Value operator*() const { return graph_->at(static_cast<Id>(at_)); }
    iterator& operator++() { return ++at_, *this; }
    iterator operator++(int) { return {graph_, at_++}; }
    bool operator==(const iterator& other) const { return at_ == other.at_; }

   private:
    const Graph* graph_;
    std::size_t at_;
  };

  GraphRange(const Graph* graph, std::size_t size) : graph_(graph), size_(size) {}
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  Value operator[](std::size_t at) const { return graph_->at(static_cast<Id>(at)); }
  iterator begin() const { return {graph_, 0}; }
  iterator end() const { return {graph_, size_}; }

 private:
  const Graph* graph_;
  std::size_t size_;
};

/// An immutable graph; copies are cheap and share it, and with it the facts that it was made of. Any number of
/// threads may read one at the same time. Edges, events and holds are held in a few bytes each, and are made when
/// they are asked for (linear in the tellings of an edge), as are the names, roles and merges of nodes; their views
/// live as long as some copy of the graph does.
class Graph {
 public:
  Graph();   ///< without nodes

  const std::vector<GraphNode>& nodes() const;                      ///< by type (people first), then by name
  GraphRange<Graph, EdgeId, GraphEdge> edges() const;               ///< by their nodes
  GraphRange<Graph, EventId, GraphEvent> events() const;            ///< by document, in its order
  GraphRange<Graph, HoldId, GraphHold> holds() const;
  std::vector<MergeReason> merges() const;                          ///< by node; made when asked for
  const std::vector<MaybeSame>& maybe_same() const;                 ///< by their nodes
  const std::vector<Reprints>& reprints() const;                    ///< by the original
  const std::vector<IdleCorrection>& idle_corrections() const;      ///< by line

  const GraphNode& at(NodeId id) const { return nodes()[static_cast<std::size_t>(id)]; }
  GraphEdge at(EdgeId id) const;
  GraphEvent at(EventId id) const;
  GraphHold at(HoldId id) const;
  /// All names that are used for a node, those of most documents first. Linear in the entities that it stands for.
  std::vector<std::string> forms(NodeId node) const;
  /// The roles that a person holds, those of most documents first: "Chairman, Samsung"; "Chairman, Samsung (former)";
  /// "spokesman". Linear in their number.
  std::vector<std::string> roles(NodeId node) const;
  /// The ends of an edge alone, in constant time.
  std::pair<NodeId, NodeId> ends(EdgeId id) const;

  /// The edges of a node, in order of the node at their other end. Linear in their number.
  std::vector<EdgeId> edges_of(NodeId node) const;
  /// The edge between two nodes, whatever their order; none where there is none.
  EdgeId edge_between(NodeId a, NodeId b) const;
  /// Bytes that an edge takes beside its evidence, averaged over all: its record and its places in the adjacency.
  double bytes_per_edge() const;

  struct Contents;
  explicit Graph(std::shared_ptr<const Contents> contents);
  /// For the rooms of the library.
  const Contents& contents() const { return *contents_; }

 private:
  std::shared_ptr<const Contents> contents_;
};

/// What a name may mean.
struct NodeSearch {
  std::vector<NodeId> found;               ///< in order of the graph
  std::vector<std::string> suggestions;    ///< labels that are near, where nothing was found; at most five
};

/// The nodes that have `name` as their label, as one of their forms or as their id, whatever the case, accents
/// and punctuation; else the only one whose name ends with it. Linear in the number of names of the graph.
NodeSearch find_node(const Graph& graph, std::string_view name);

struct EdgeSearch {
  NodeSearch a, b;
  std::vector<EdgeId> found;               ///< edges between any node of `a` and any of `b`
};

EdgeSearch find_edges(const Graph& graph, std::string_view a, std::string_view b);

/// Some edges of a graph with their ends, as a graph of its own; nodes, edges and events are numbered anew.
Graph subgraph(const Graph& graph, const std::vector<EdgeId>& edges);

}  // namespace liaison
