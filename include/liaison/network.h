// A set of document facts, and its resolution into one graph.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "liaison/error.h"
#include "liaison/facts.h"
#include "liaison/graph.h"
#include "liaison/pack.h"

namespace [[gnu::visibility("default")]] liaison {

class Digests;

/// A set of the facts of documents. Adding and merging are set union: idempotent, commutative and associative,
/// so that networks made on any number of machines, merged in any order, save as the same bytes.
/// A document is known by its id and the hash of its text (`Made::text`); of two that share both and yet differ,
/// as when two versions read the same text, the one with the greater line of JSON stays.
///
///   Network network;
///   network.add(facts_of(document, analyzer.analyze(document)));
///   Graph graph = resolve(network);
///
/// Copies share the facts.
class Network {
 public:
  using Facts = std::shared_ptr<const DocumentFacts>;

  Network();
  Network(const Network& other);
  Network(Network&& other) noexcept;
  Network& operator=(const Network& other);
  Network& operator=(Network&& other) noexcept;
  ~Network();

  /// True if the network changed.
  bool add(DocumentFacts facts) { return add(std::make_shared<const DocumentFacts>(std::move(facts))); }
  bool add(Facts facts);
  void merge(const Network& other);
  /// Removes all versions of a document; how many there were.
  std::size_t remove_document(std::string_view id);

  std::size_t size() const { return documents_.size(); }
  bool empty() const { return documents_.empty(); }
  /// The facts in the order of their ids, then of the hashes of their texts (bytes). Costs O(n log n).
  std::vector<Facts> documents() const;
  /// For the rooms of the library: the same with their numbers in `digests`.
  std::vector<std::pair<Facts, std::uint32_t>> digested() const;
  const Digests& digests() const { return *digests_; }

  /// Writes JSON Lines, sorted, by a temporary file and a rename. Throws Error{unwritable}.
  void save(const std::string& path) const;
  void write(std::ostream& out) const;
  /// Reads what `save` or `liaison extract` wrote. Throws Error{unreadable | bad_json}.
  static Network load(const std::string& path);
  /// Adds the facts of every line. `where` names the stream in errors, which are thrown, or given to `bad_line`
  /// if there is one, after which reading goes on with the next line. Empty lines are skipped.
  void read(std::istream& in, const std::string& where, const std::function<void(const Error&)>& bad_line = {});

 private:
  /// Where a document stands, or would; the number is `kNone` in what is free.
  struct Slot {
    std::uint32_t tag = 0, number = kNone;
  };
  static constexpr std::uint32_t kNone = 0xffffffff;
  static std::uint32_t tag_of(const DocumentFacts& facts);
  Slot& find(const DocumentFacts& facts, std::uint32_t tag);
  void make_slots(std::size_t count);
  std::vector<std::uint32_t> order() const;

  std::vector<Facts> documents_;            // as they came
  std::vector<std::uint32_t> digest_of_;    // of each
  std::unique_ptr<Digests> digests_;
  std::vector<Slot> slots_;                 // a power of two of them, half of them free
};

/// What a reader of the graph knows better; it wins over everything. Entities are named by any of their names,
/// whatever the case, or as `document#entity` ("news/lee.txt#e3") for one entity of one document; events by their
/// ids in the facts. `line` is the place of each in its file, 0 where it has none.
struct Corrections {
  struct Line {
    std::string a, b;
    std::uint32_t line = 0;
  };
  std::vector<Line> same;        ///< a and b are one
  std::vector<Line> different;   ///< a and b are not to be joined; `document#entity` is taken out of its node
  std::vector<Line> name;        ///< a is to be labelled b
  std::vector<Line> type;        ///< a is of type b
  std::vector<Line> drop;        ///< a is no node, nor takes part in anything
  std::vector<Line> reject;      ///< the event or hold a is left out; b is the reason
  std::vector<Line> accept;      ///< the event or hold a is right, whatever else is said of it

  bool empty() const;
};

/// Reads corrections, one a line: `same A | B`, `different A | B`, `name A | B`, `type A | ORG`, `drop A`,
/// `reject EVENT reason`, `accept EVENT`; what follows a `#` at the start of a line or after a blank is a comment.
/// Errors are added to `diagnostics`.
Corrections read_corrections(std::istream& in, const std::string& file, std::vector<Diagnostic>& diagnostics);

struct ResolveOptions {
  bool roles = true;           ///< join people with the bodies in which they hold a role
  bool reprints_once = true;   ///< documents of nearly the same text count as one source, whoever printed them
  std::uint32_t least_sure = 0;  ///< leave out events of which no telling is as sure as that, in per cent
  bool all_nodes = false;      ///< keep also the nodes that nothing joins
  std::shared_ptr<const Pack> pack;   ///< its nicknames, spellings and legal forms are used; null: the embedded one
};

/// Makes one graph of all the documents: a pure function of the set.
///
/// Entities of one type begin as one if their names are the same, but for case, accents, punctuation and blanks
/// (the canonical name of the gazetteers counts where there is one); a person of a single name begins alone.
/// Then evidence is weighed. For: variants of the name (middle names, initials, nicknames, spellings, the order of
/// its parts, legal forms, short forms), bodies, roles and companions that both have, the same gazetteer id.
/// Against: bodies that exclude each other, other middle names or suffixes, years apart, several candidates; and
/// what one document calls two is two. Enough for it joins, with a reason; something for it makes them `maybe_same`.
///
/// Documents whose texts are nearly the same (at least 80 % of their runs of five words, as their sketches tell) are
/// one source. Events of the same kind and nodes whose documents lie at most a week apart are one event.
///
/// Pairs are drawn across the sides of an event, or between all where there are none. A person and the body in
/// which he holds a role now are joined by their role alone. Nodes that nothing joins are left out.
/// Costs O(n log n) in the size of the facts.
Graph resolve(const Network& network, const Corrections& corrections = {}, const ResolveOptions& options = {});

}  // namespace liaison
