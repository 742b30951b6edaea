// Who is meant by a surname or given name alone.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "resolution/address.h"

namespace liaison {

/// The full names of the persons of a document, and who bears a short one. Requires: used by one thread at a time; memory
/// is reused.
class ShortNames {
 public:
  static constexpr std::uint32_t kNobody = 0xffffffff;

  /// A name of a person where it stands.
  struct Use {
    std::uint32_t annotation = 0;
    std::uint32_t person = 0;                    ///< whose name it is; of a short name that of the name alone
    std::span<const WordId> words;               ///< without suffixes
    Gender gender = Gender::unknown;
    std::uint32_t known = Annotation::kUnknown;  ///< what the gazetteers know it as
    Address address;
  };

  /// Begins a document.
  void clear();
  /// Takes in a full name. In text order.
  void add(const Use& full);
  /// Takes in a title with a surname that `bearer_of` found nobody for: he bears the surname alone too, from there on.
  void add_titled(const TextView& view, const Annotation& name, const Use& use);
  /// To be called after names were taken in.
  void settle();

  /// The person who bears a short name, of those whom its address fits the last one named, else the first one after; a
  /// surname goes before a given name. A title goes to him who has it in the document, then to him whom the gazetteers
  /// know with it, then to one without a title; not to a relative, nor to anybody beside a holder that they know. A name
  /// alone goes to him whom they know by it, and to a relative, a "Jr." or somebody without a full name last.
  /// Near constant, but for texts that name hundreds of one surname.
  std::uint32_t bearer_of(const TextView& view, const Annotation& name, const Use& use) const;
  /// The same, but of equals its owner goes first, who was called by the short name before or whom the text is about,
  /// unless another one is spoken of here. To be asked of all short names of a document, in text order.
  std::uint32_t take(const TextView& view, std::span<const Annotation> annotations, const Use& use);

 private:
  /// A name where it stands, and a word that may be short for it.
  struct Bearer {
    WordId word = 0;
    bool by_surname = false;  // or by the given name
    bool is_short = false;    // a title and surname
    std::uint32_t annotation = 0, person = 0;
    std::uint32_t first_word = 0, word_count = 0;  // in words_
    Gender gender = Gender::unknown;
    std::uint32_t known = Annotation::kUnknown;
  };
  /// What the document tells of a person.
  struct Told {
    std::uint32_t person = 0;
    std::uint64_t what = 0;   // the key of a title, or one of those below
    std::uint32_t annotation = 0;
    friend auto operator<=>(const Told&, const Told&) = default;
  };
  static constexpr std::uint64_t kNamed = 0, kAsRelative = 2, kSuffix = 4, kTitle = 6;  // the keys of titles are odd
  /// What the gazetteers say of a short name.
  struct Asked {
    std::uint32_t unmistakable = Annotation::kUnknown;  // whom it names by itself
    std::vector<std::uint32_t> known;                   // all whom it names
    std::vector<std::uint32_t> holders;                 // those of this name who hold the office of its title
  };

  /// Who is called by a short name: its owner, and for the time being a guest.
  struct Habit {
    WordId word = 0;
    const Bearer* owner = nullptr;
    std::uint32_t uses = 0;         // how often the owner was called by it
    std::uint32_t owner_at = 0;     // the annotation where he was last
    std::uint32_t guest = kNobody;
    std::uint32_t guest_at = 0;
  };
  enum class Turn { none, here, from_here };
  /// The bearer who fits best, and how well.
  struct Found {
    const Bearer* bearer = nullptr;
    int fits = 0;
    bool before = false;            // named before the short name
  };

  std::uint32_t first_told(std::uint32_t person, std::uint64_t what) const;
  bool is_told(std::uint32_t person, std::uint64_t what) const { return first_told(person, what) != Annotation::kUnknown; }
  void ask(const TextView& view, const Annotation& name, const Use& use, Asked& out) const;
  int rank(const TextView& view, const Bearer& bearer, const Use& use, const Asked& asked) const;
  bool is_holder(const TextView& view, const Bearer& bearer, const Use& use, const Asked& asked) const;
  static bool is_asked(const TextView& view, const Bearer& bearer, const Asked& asked);
  bool outranks(const Bearer& first, const Bearer& surname) const;
  Found find(const TextView& view, const Use& use, const Asked& asked) const;
  Habit& habit_of(WordId word);
  const Bearer* first_owner(const Bearer* found) const;
  std::uint32_t last_named(const Bearer& before, std::uint32_t person) const;
  Turn turn_of(const TextView& view, std::span<const Annotation> annotations, const Bearer& bearer, const Habit& habit, const Use& use) const;
  bool is_meant(const Bearer& bearer, std::span<const WordId> name) const;

  std::vector<Bearer> bearers_;   // of one word and kind in text order
  std::vector<WordId> words_;
  std::vector<Told> told_;        // sorted
  std::vector<Habit> habits_;     // sorted by word
};

}  // namespace liaison
