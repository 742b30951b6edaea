// A set of document facts, and its resolution into one graph.
#pragma once

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "liaison/error.h"
#include "liaison/facts.h"
#include "liaison/graph.h"

namespace [[gnu::visibility("default")]] liaison {

/// A set of the facts of documents. Adding and merging are set union: idempotent, commutative and associative,
/// so that networks made on any number of machines, merged in any order, save as the same bytes.
/// A document is known by its id and the hash of its text (`Made::text`); of two that share both and yet differ,
/// as when two versions read the same text, the one with the greater line of JSON stays.
///
///   Network network;
///   network.add(facts_of(document, analyzer.analyze(document)));
///   Graph graph = resolve(network);
class Network {
 public:
  using Key = std::pair<std::string, std::string>;   ///< id of the document, hash of its text

  /// True if the network changed.
  bool add(DocumentFacts facts);
  void merge(const Network& other);
  void merge(Network&& other);
  /// Removes all versions of a document; how many there were.
  std::size_t remove_document(std::string_view id);

  std::size_t size() const { return documents_.size(); }
  bool empty() const { return documents_.empty(); }
  /// The facts in the order of their keys.
  const std::map<Key, DocumentFacts>& documents() const { return documents_; }

  /// Writes JSON Lines, sorted, by a temporary file and a rename. Throws Error{unwritable}.
  void save(const std::string& path) const;
  void write(std::ostream& out) const;
  /// Reads what `save` or `liaison extract` wrote. Throws Error{unreadable | bad_json}.
  static Network load(const std::string& path);
  /// Adds the facts of every line. `where` names the stream in errors, which are thrown, or given to `bad_line`
  /// if there is one, after which reading goes on with the next line. Empty lines are skipped.
  void read(std::istream& in, const std::string& where, const std::function<void(const Error&)>& bad_line = {});

 private:
  std::map<Key, DocumentFacts> documents_;
};

/// What a reader of the graph knows better. Entities are named by any of their names, whatever the case, or as
/// `document#entity` ("news/lee.txt#e3") for one entity of one document.
struct Corrections {
  struct Pair {
    std::string a, b;
  };
  std::vector<Pair> same;        ///< a and b are one
  std::vector<Pair> different;   ///< a and b are not to be joined; `document#entity` is taken out of its node
  std::vector<Pair> name;        ///< a is to be labelled b
  std::vector<Pair> type;        ///< a is of type b
  std::vector<std::string> drop; ///< is no node, nor takes part in anything

  bool empty() const { return same.empty() && different.empty() && name.empty() && type.empty() && drop.empty(); }
};

/// Reads corrections, one a line: `same A | B`, `different A | B`, `name A | B`, `type A | ORG`, `drop A`; what
/// follows a `#` at the start of a line or after a blank is a comment. Errors are added to `diagnostics`.
Corrections read_corrections(std::istream& in, const std::string& file, std::vector<Diagnostic>& diagnostics);

struct ResolveOptions {
  bool roles = true;           ///< join people with the bodies in which they hold a role
  bool reprints_once = true;   ///< documents of the very same text count as one source, whoever printed them
};

/// Makes one graph of all the documents: a pure function of the set.
///
/// Entities of one type are one node if their names are the same, but for case, accents, punctuation and blanks;
/// the canonical name of the gazetteers counts where there is one. A person of a single name joins the only
/// person of all documents who bears it, if the two share a body or a companion, and else stays apart; so does an
/// organisation known by a form of one other. Entities without a name are left out. Each merge has its reason.
///
/// Pairs are drawn across the sides of an event, or between all where there are none. A person and the body in
/// which he holds a role now are joined by their role alone. Nodes that nothing joins are left out.
/// Costs O(n log n) in the size of the facts.
Graph resolve(const Network& network, const Corrections& corrections = {}, const ResolveOptions& options = {});

}  // namespace liaison
