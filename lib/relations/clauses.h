// Attaches the groups of a sentence to one another: a shallow dependency tree over groups.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "relations/frame_book.h"
#include "relations/groups.h"

namespace liaison {

/// How a group hangs on its parent.
enum class Label : std::uint8_t {
  root,
  subject,      ///< of a verb, as it is written: of a passive verb, who it is done to
  object, indirect_object,
  preposition,  ///< a preposition on what it modifies
  prepositional_object,
  owner,        ///< a possessor on what it owns
  conjunct,     ///< on the first of a coordination
  apposition,
  member,       ///< one of a list that tells who a plural noun is
  relative,     ///< the verb of a relative clause, on its antecedent
  participle,   ///< a participle or adjective behind the noun that it modifies
  complement,   ///< an infinitive, gerund or predicate, on what governs it
  content,      ///< the verb of what is said, on the verb of saying
  adverbial     ///< the verb of an adverbial clause, on the verb of the clause above
};

/// What hangs on what. Index by group.
struct Node {
  static constexpr std::uint32_t kNone = Group::kNone;
  std::uint32_t parent = kNone;
  std::uint32_t marker = kNone;        ///< of a verb: the subordinator or relative that begins its clause
  std::uint32_t control = kNone;       ///< of an infinitive: the object above it that is its subject
  std::uint32_t first_child = kNone, next_sibling = kNone;  ///< children in text order
  Label label = Label::root;
  bool attached = false;
  bool quoted = false;                 ///< stands between quotation marks
};

/// A sentence as a tree. A view: groups and nodes outlive it.
struct Tree {
  static constexpr std::uint32_t kNone = Group::kNone;
  static constexpr int kDeepest = 40;  // so that a deep sentence stays linear
  std::span<const Group> groups;
  std::span<const Node> nodes;

  const Group& group(std::uint32_t at) const { return groups[at]; }
  std::uint32_t parent(std::uint32_t at) const { return nodes[at].parent; }
  Label label(std::uint32_t at) const { return nodes[at].label; }
  /// The first child with the label; kNone where there is none.
  std::uint32_t child(std::uint32_t at, Label label) const;
  /// The noun that acts: subject, antecedent, the noun of a participle, or who controls an infinitive or gerund.
  /// kNone where none is told.
  std::uint32_t subject_of(std::uint32_t verb) const;
  /// Who does what a noun tells: its owner, the one by whom it is, or the subject of the verb whose object it is.
  std::uint32_t controller_of(std::uint32_t noun) const;
  /// By whom what a verb or noun tells is done, where the phrase hangs on it; kNone where that is not told.
  std::uint32_t agent_of(std::uint32_t at) const;
  /// The verb, noun or adjective that a group hangs on, prepositions passed over.
  std::uint32_t governor(std::uint32_t at) const;
  /// The noun that a relative or participle clause tells of: all of a coordination, unless the verb is that of one.
  std::uint32_t antecedent_of(std::uint32_t verb) const;
  /// True for a group itself and what hangs on it, however far below; it is looked kDeepest groups up.
  bool stands_below(std::uint32_t at, std::uint32_t above) const;
  /// The first noun of the coordination that a noun belongs to.
  std::uint32_t list_head(std::uint32_t noun) const;
  bool is_noun(std::uint32_t at) const { return at != kNone && groups[at].kind == Group::Kind::noun; }
  bool is_verb(std::uint32_t at) const { return at != kNone && groups[at].kind == Group::Kind::verb; }
};

/// Parses sentences. Requires: used by one thread at a time; memory is reused.
class ClauseParser {
 public:
  /// Parses the groups of a sentence; the tree is valid until the next call. Near linear: looks a bounded number of
  /// groups ahead.
  Tree run(const FrameBook& book, std::span<const Annotation> annotations, std::span<const Group> groups);

 private:
  using Kind = Group::Kind;
  static constexpr std::uint32_t kNone = Group::kNone;

  /// What is open at the point that reading has reached.
  struct State {
    std::uint32_t pending = kNone;       ///< a noun that waits for its verb
    std::uint32_t noun = kNone;          ///< the last noun
    std::uint32_t verb = kNone;          ///< the last verb of the clause
    std::uint32_t preposition = kNone;   ///< waits for its object
    std::uint32_t marker = kNone;        ///< a subordinator that waits for its verb
    std::uint32_t relative = kNone;      ///< a relative pronoun that waits for its verb
    std::uint32_t antecedent = kNone;
    std::uint32_t content = kNone;       ///< a verb that says what the clause ahead tells too
    std::uint32_t conjunction = kNone;
    std::uint32_t auxiliary = kNone;     ///< an auxiliary that stands before its subject
    bool comma = false;                  ///< a comma stands right before
    std::uint32_t list = kNone;          ///< the first noun of a list with semicolons, of which one stands right before
    bool clause_start = true;
  };

  /// What stands between brackets, or an age: the sentence goes on behind it as if it were not there.
  struct Insertion {
    std::uint32_t first = 0, last = 0;           ///< groups, half open
    std::uint32_t open = kNone, close = kNone;   ///< its brackets
  };

  void find_insertions();
  bool is_age(std::uint32_t at) const;
  std::uint32_t closing(std::uint32_t at) const;
  std::uint32_t dashed_clause(std::uint32_t at) const;
  bool explains_neighbour(std::uint32_t open, std::uint32_t close) const;
  bool is_substitute_mark(std::uint32_t at) const;
  std::uint32_t host_of(std::size_t insertion) const;
  void read_insertion(std::size_t at, bool quoted);
  void read_part(bool hosted, bool quoted);
  void read_all(bool quoted);
  void link_siblings();
  bool behind_insertion(std::uint32_t at) const { return at > 0 && !places_.empty() && places_[at] > places_[at - 1] + 2; }
  void read(std::uint32_t at);
  void read_noun(std::uint32_t at);
  std::uint32_t told_apart(std::uint32_t at) const;
  void noun_after_conjunction(std::uint32_t at);
  bool names_several(std::uint32_t at) const;
  void noun_after_comma(std::uint32_t at);
  void noun_alone(std::uint32_t at);
  bool names_those_before(std::uint32_t colon) const;
  bool stands_beside_name(std::uint32_t noun, std::uint32_t name) const;
  std::uint32_t receiver_before(std::uint32_t given) const;
  bool has_apposition(std::uint32_t noun, std::uint32_t end) const;
  void attach_given(std::uint32_t given, std::uint32_t receiver);
  bool is_made_by(std::uint32_t noun) const;
  bool is_told_with_participle(std::uint32_t noun) const;
  bool noun_after_verb(std::uint32_t at);
  void take_owner(std::uint32_t owner, std::uint32_t at);
  void begin_clause(std::uint32_t at);
  void read_preposition(std::uint32_t at);
  std::uint32_t moves_before(std::uint32_t at) const;
  std::uint32_t phrase_parent(std::uint32_t at) const;
  bool is_told_of_verb(std::uint32_t at, std::uint32_t noun) const;
  std::uint32_t twin_before(std::uint32_t at) const;
  std::uint32_t event_behind_place(std::uint32_t at, std::uint32_t last) const;
  std::uint32_t said_above(std::uint32_t verb) const;
  bool is_addressed(std::uint32_t noun) const;
  std::uint32_t person_told(std::uint32_t noun, bool inserted) const;
  std::uint32_t thing_told(std::uint32_t noun) const;
  std::uint32_t told_by_that(std::uint32_t noun) const;
  void read_relative(std::uint32_t at);
  void read_verb(std::uint32_t at);
  bool has_verb_behind(std::uint32_t infinitive) const;
  std::uint32_t doer_before(std::uint32_t infinitive) const;
  void read_infinitive(std::uint32_t at);
  std::uint32_t who_acts(std::uint32_t verb, std::uint32_t gerund) const;
  void read_gerund(std::uint32_t at);
  void read_participle(std::uint32_t at);
  void read_finite(std::uint32_t at);
  void take_auxiliary(std::uint32_t at);
  void tell_of(std::uint32_t antecedent, std::uint32_t verb);
  void take_gerund(std::uint32_t gerund, std::uint32_t verb);
  void read_adjective(std::uint32_t at);
  void place_clause(std::uint32_t at, bool conjoined);
  void place_marked(std::uint32_t at);
  void place_conjoined(std::uint32_t at);
  void close_clause();
  void hang_fronted();

  bool is_parted(std::uint32_t modal) const;
  bool reads_as_participle(std::uint32_t at) const;
  bool lacks_verb(std::uint32_t at, std::uint32_t next) const;
  bool is_person(std::uint32_t noun) const;
  bool is_reduced(std::uint32_t at) const;
  bool has_particle(std::uint32_t verb, std::uint32_t preposition) const;
  bool behind_mark(std::uint32_t at) const;
  bool behind_speech(std::uint32_t at) const;
  bool mark_between(std::uint32_t first, std::uint32_t last) const;
  bool trails(std::uint32_t at) const;
  bool told_behind(std::uint32_t at) const;
  bool speaks_inside(std::uint32_t at) const;
  bool awaits_main() const;
  bool finite_ahead(std::uint32_t at, bool over_lists) const;
  bool verb_behind(std::uint32_t subject, std::uint32_t preposition) const;
  bool list_ahead(std::uint32_t at) const { return list_end(at) != kNone; }
  std::uint32_t list_end(std::uint32_t at) const;
  bool ends_list(std::uint32_t noun, std::uint32_t last) const;
  bool explains_one(std::uint32_t noun, std::uint32_t at) const;
  bool explains_before_subject(std::uint32_t at) const;
  bool goes_on_listing(std::uint32_t at) const;
  std::uint32_t list_opener() const;
  std::uint32_t listed_above(std::uint32_t opener) const;
  std::uint32_t skip_phrase(std::uint32_t at) const;
  bool has_subject_behind(std::uint32_t at) const;
  bool has_object_behind(std::uint32_t subject, std::uint32_t verb) const;
  std::uint32_t skip_joined(std::uint32_t at) const;
  bool joined_act(std::uint32_t at) const;
  bool is_mutual(std::uint32_t verb) const;
  bool is_inserted(std::uint32_t at) const;
  bool continues_perfect(std::uint32_t at) const;
  bool continues_acts(std::uint32_t at) const;
  bool finite_behind(std::uint32_t at) const;
  void take_main(std::uint32_t at);
  std::uint32_t like(std::uint32_t at) const;
  std::uint32_t met_before_place(std::uint32_t at) const;
  bool opens_clause(std::uint32_t at) const;
  bool stands_in_relative(std::uint32_t at) const;
  bool acts_for_body(std::uint32_t noun) const;
  bool acts_for_others(std::uint32_t noun) const;
  bool same_type(std::uint32_t a, std::uint32_t b) const;
  std::uint32_t whole_of(std::uint32_t at) const;
  bool awaits_second(std::uint32_t at) const;
  bool list_is_closed(std::uint32_t at) const;
  bool is_explained(std::uint32_t at) const;
  bool is_wider_place(std::uint32_t at) const;
  std::uint32_t role_explained(std::uint32_t at) const;
  bool in_fronted_phrase(std::uint32_t noun) const;
  bool takes_infinitive(std::uint32_t noun) const;
  std::uint32_t control_of(std::uint32_t verb) const;
  bool is_actor(std::uint32_t noun) const;
  bool inverts(std::uint32_t verb) const;
  std::uint32_t left_out(std::uint32_t verb) const;
  bool is_say(std::uint32_t verb) const;
  bool opens_caption(std::uint32_t at) const;
  std::uint32_t interrupted(std::uint32_t at) const;
  std::uint32_t told_before(std::uint32_t at) const;
  bool says_it_all(std::uint32_t at) const;
  std::uint32_t head_explained(std::uint32_t at) const;
  std::uint32_t gerund_subject(std::uint32_t at) const;
  bool opens_content(std::uint32_t verb, std::uint32_t noun) const;
  bool stands_under(std::uint32_t subject) const;
  bool stands_beside(std::uint32_t clause, std::uint32_t verb) const;
  bool is_copular(std::uint32_t verb) const;
  bool has_object(std::uint32_t verb) const;
  std::uint32_t before(std::uint32_t at) const;
  void attach(std::uint32_t at, std::uint32_t parent, Label label);
  bool is(std::uint32_t at, Word word) const { return book_->grammar().is(groups_[at].classes, word); }
  /// True if the dictionary form of the group's head is in the class; false for kNone.
  bool has_lemma(std::uint32_t at, Word word) const {
    return at != kNone && book_->grammar().is(book_->lexicon().classes(groups_[at].lemma), word);
  }

  const FrameBook* book_ = nullptr;
  std::span<const Annotation> annotations_;
  std::vector<Group> whole_;              // of the sentence
  std::vector<Node> links_;
  std::vector<Insertion> insertions_;
  std::vector<std::uint32_t> places_;     // in the sentence, of what is read now
  std::vector<Group> groups_;             // what is read now
  std::vector<Node> nodes_;
  std::vector<std::uint32_t> suspended_;  // subjects whose verb comes behind an insertion
  std::vector<std::uint32_t> fronted_;    // clauses and prepositions that wait for the main verb
  State now_;
  std::uint32_t main_ = kNone;            // the verb of the main clause
  bool quoted_ = false;
};

}  // namespace liaison
