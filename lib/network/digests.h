// What resolving a network asks of the facts of its documents, as numbers side by side.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "liaison/facts.h"
#include "network/key_table.h"

namespace liaison {

/// Made once, when a document is added and its facts are at hand: resolving reads them in place of texts that lie all
/// over the memory. Hashes stand for texts that are only told apart.
class Digests {
 public:
  static constexpr std::uint32_t kNone = 0xffffffff;

  /// Entities are known by their places in the document; `kNone` where there is none.
  struct Entity {
    std::uint64_t label = 0;        ///< hash of the canonical name or else of the name
    std::uint32_t type = 0;         ///< in `types`
    bool is_named = false, is_known = false;   ///< has a form, a canonical name
    bool goes_by_label = false;                ///< the label is one of the forms
  };
  /// A form by which an entity is called beside its label.
  struct Form {
    std::uint64_t hash = 0;
    std::uint32_t entity = 0, form = 0;
  };
  struct Hold {
    std::uint32_t person = kNone, body = kNone;
    std::uint32_t role = 0, when = 0;          ///< in `roles`, `times`
  };
  /// Where the parts of a document begin; they end where those of the next begin.
  struct Document {
    std::uint64_t id = 0, text = 0;            ///< hashes
    std::uint32_t source = kNone, date = 0;    ///< in `sources`, `dates`
    std::uint32_t first_entity = 0, first_form = 0, first_hold = 0, first_event = 0;
    bool has_sketch = false;
  };
  /// The bins of a sketch, four in each number.
  using Sketch = std::array<std::uint64_t, 16>;

  /// The number of the document: they are counted from 0.
  std::uint32_t add(const DocumentFacts& facts);

  const Document& operator[](std::uint32_t document) const { return documents_[document]; }
  const Sketch& sketch(std::uint32_t document) const { return sketches_[document]; }
  std::span<const Entity> entities(std::uint32_t document) const {
    return part(entities_, document, &Document::first_entity);
  }
  std::span<const Form> forms(std::uint32_t document) const { return part(forms_, document, &Document::first_form); }
  std::span<const Hold> holds(std::uint32_t document) const { return part(holds_, document, &Document::first_hold); }
  /// How many events a document tells of.
  std::uint32_t events(std::uint32_t document) const {
    return documents_[document + 1].first_event - documents_[document].first_event;
  }
  /// Those who take part in an event of a document.
  std::span<const std::uint32_t> parties(std::uint32_t document, std::uint32_t event) const {
    const std::uint32_t at = documents_[document].first_event + event;
    return std::span(parties_).subspan(first_party_[at], first_party_[at + 1] - first_party_[at]);
  }
  /// So that a document is at hand when it is asked for soon.
  void prefetch(std::uint32_t document) const;

  const KeyTable& types() const { return types_; }
  const KeyTable& roles() const { return roles_; }
  const KeyTable& times() const { return times_; }
  const KeyTable& sources() const { return sources_; }
  const KeyTable& dates() const { return dates_; }

 private:
  template <class Part>
  std::span<const Part> part(const std::vector<Part>& all, std::uint32_t document,
                             std::uint32_t Document::*first) const {
    const std::uint32_t begin = documents_[document].*first;
    return std::span(all).subspan(begin, documents_[document + 1].*first - begin);
  }
  void add_entity(const FactEntity& entity, std::uint32_t place);
  void close();

  std::vector<Document> documents_{1};         // a last one closes the list
  std::vector<Sketch> sketches_;
  std::vector<Entity> entities_;
  std::vector<Form> forms_;
  std::vector<Hold> holds_;
  std::vector<std::uint32_t> first_party_{0}, parties_;
  KeyTable types_, roles_, times_, sources_, dates_;
  std::uint32_t last_type_ = kNone;
};

/// A document of a network.
struct Digested {
  const DocumentFacts* facts = nullptr;
  std::uint32_t digest = 0;
};

/// The place of an entity in its document; the number of entities where there is none.
std::uint32_t entity_place(const DocumentFacts& facts, std::string_view id);

}  // namespace liaison
