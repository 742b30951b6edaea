// The graph of many documents: who is who, and who met whom, each edge with the sentences that say so.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace [[gnu::visibility("default")]] liaison {

enum class NodeId : std::uint32_t { none = 0xffffffff };
enum class EdgeId : std::uint32_t { none = 0xffffffff };
/// An event or a hold of the graph, as one document tells it.
enum class EventId : std::uint32_t { none = 0xffffffff };
enum class HoldId : std::uint32_t { none = 0xffffffff };

/// A person, organisation or place, as all documents together have it.
struct GraphNode {
  std::string id;                   ///< "n1", "n2" … in order of type and name; the same for the same network
  std::string label;                ///< the canonical name, or else the name that most documents use
  std::string type;                 ///< PERSON, ORG, GPE, LOC
  std::vector<std::string> forms;   ///< all names used, those of most documents first
  std::vector<std::string> roles;   ///< "Chairman, Samsung"; "Chairman, Samsung (former)"; "spokesman"
  std::uint32_t documents = 0;      ///< how many documents name it
};

/// One document, as the graph cites it.
struct Citation {
  std::string document, date, source, url, title;   ///< `document` is its id; the others may be empty
};

/// One sentence that tells of an event or a hold.
struct Telling {
  std::string sentence;
  std::string status;               ///< empty for holds
  std::string rule, rule_place;     ///< the rule's name; its file:line
};

struct GraphParticipant {
  NodeId node = NodeId::none;
  std::string place;                ///< subj, obj, with …
  std::uint8_t side = 0;            ///< pairs are drawn across sides; all 0 where all are joined with all
};

/// An event as one document tells it.
struct GraphEvent {
  std::string id, kind, status;
  std::vector<GraphParticipant> participants;   ///< two nodes or more, each once
  Citation where;
  std::vector<Telling> tellings;
  std::string reprint_of;           ///< the document of the same text that this one repeats, or empty; a reprint
                                    ///< is shown and counted nowhere
};

/// A role as one document tells it.
struct GraphHold {
  std::string id, role, when;       ///< `when`: current, former, incoming
  NodeId person = NodeId::none;
  NodeId body = NodeId::none;       ///< may be none
  Citation where;
  std::vector<Telling> tellings;
  std::string reprint_of;
};

/// What joins two nodes. There is at most one edge for each unordered pair.
struct GraphEdge {
  std::string id;                   ///< "e1", "e2" …
  NodeId a = NodeId::none, b = NodeId::none;   ///< a < b
  double weight = 0;                ///< independent sources of its occurred events; of its holds for kind "role".
                                    ///< A source is the `source` of a document or, where it has none, the document
  std::uint32_t meetings = 0, contacts = 0, cooperations = 0;   ///< occurred events of the kind
  std::uint32_t planned = 0, possible = 0, denied = 0;          ///< events of any kind with the status
  std::string kind, status;         ///< those that most sources tell; of equals the surer status, then the nearer
                                    ///< kind. Kind "role" has as status current, former or incoming
  std::string first, last;          ///< dates (ISO 8601) of the documents that tell of it, or empty
  std::string sentence, document, url, rule, event;   ///< of the earliest event of `kind` and `status`
  std::vector<EventId> events;      ///< all of them, by date and document
  std::vector<HoldId> holds;        ///< what makes it a role edge; may stand beside events of a former body
};

/// Why two entities of different documents are one node.
struct MergeReason {
  NodeId node = NodeId::none;
  std::string a_document, a_entity, b_document, b_entity;   ///< ids of documents, and of entities within them
  std::string text;                                         ///< in plain words
};

/// An immutable graph; copies are cheap and share it. Any number of threads may read one at the same time.
/// Ids index the vectors: `nodes()[std::size_t(id)]`, or `at(id)`. References live as long as some copy does.
class Graph {
 public:
  Graph();   ///< without nodes

  const std::vector<GraphNode>& nodes() const;     ///< by type (people first), then by name
  const std::vector<GraphEdge>& edges() const;     ///< by their nodes
  const std::vector<GraphEvent>& events() const;   ///< by document, in its order
  const std::vector<GraphHold>& holds() const;
  const std::vector<MergeReason>& merges() const;

  const GraphNode& at(NodeId id) const { return nodes()[static_cast<std::size_t>(id)]; }
  const GraphEdge& at(EdgeId id) const { return edges()[static_cast<std::size_t>(id)]; }
  const GraphEvent& at(EventId id) const { return events()[static_cast<std::size_t>(id)]; }
  const GraphHold& at(HoldId id) const { return holds()[static_cast<std::size_t>(id)]; }

  /// The edges of a node, in order of the node at their other end. Linear in their number.
  std::vector<EdgeId> edges_of(NodeId node) const;
  /// The edge between two nodes, whatever their order; none where there is none.
  EdgeId edge_between(NodeId a, NodeId b) const;

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
/// and punctuation. Linear in the number of names of the graph.
NodeSearch find_node(const Graph& graph, std::string_view name);

struct EdgeSearch {
  NodeSearch a, b;
  std::vector<EdgeId> found;               ///< edges between any node of `a` and any of `b`
};

EdgeSearch find_edges(const Graph& graph, std::string_view a, std::string_view b);

}  // namespace liaison
