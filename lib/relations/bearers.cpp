#include "relations/bearers.h"

#include <algorithm>
#include <optional>

#include "lexicon/lexicon.h"
#include "liaison/symbol.h"
#include "resolution/address.h"

namespace liaison {
namespace {

/// How many sentences back the name may stand.
constexpr std::uint32_t kReach = 2;
/// How many tokens may stand before what a sentence begins with.
constexpr std::uint32_t kLead = 5;
/// How far back a quotation may begin, in tokens.
constexpr std::uint32_t kLongestQuote = 300;

/// Those whom a sentence names.
class Candidates {
 public:
  /// Male or female ones; with none of them, all.
  Candidates(const BearerText& text, const GenderClasses& classes, std::optional<bool> male)
      : text_(text), classes_(classes), male_(male) {}

  /// Reads the names of a sentence that stand before a token.
  void read(Sentence sentence, std::uint32_t before) {
    for (const Annotation& name : annotations_in(text_.annotations, sentence)) {
      if (name.type != symbols::person || name.entity == EntityId::none || name.form != Form::name || name.first >= before) continue;
      if (!fits(name.entity) || is_modifier(name)) continue;
      std::uint32_t at = static_cast<std::uint32_t>(&name - text_.annotations.data());
      if (first_ == Annotation::kUnknown) first_ = at;
      several_ |= text_.annotations[first_].entity != name.entity;
    }
  }

  bool any() const { return first_ != Annotation::kUnknown; }
  std::uint32_t only() const { return several_ ? Annotation::kUnknown : first_; }
  std::uint32_t first() const { return first_; }

 private:
  /// True if the name only tells which one is meant: `the Obama administration`.
  bool is_modifier(const Annotation& name) const {
    if (name.first == 0 || name.last >= text_.view.tokens.size()) return false;
    const ClassSet& next = text_.view.classes(name.last);
    const bool noun = next.has(classes_.noun) && !next.has(classes_.verb) && !text_.view.tokens[name.last].has(kFirstCapital);
    return noun && text_.view.classes(name.first - 1).has(classes_.article);
  }

  /// True unless the person is one of the other gender alone: by a full name, if there is one, for a surname may be a
  /// given name too.
  bool fits(EntityId entity) const {
    if (!male_) return true;
    const Gender wanted = *male_ ? Gender::male : Gender::female;
    bool full = false;
    Gender alone = Gender::unknown;
    for (MentionId mention : text_.entities[static_cast<std::size_t>(entity)].mentions) {
      const Annotation& name = text_.annotations[static_cast<std::size_t>(mention)];
      const Gender gender = gender_of_name(text_.view, name, classes_.given_male, classes_.given_female);
      const bool is_full = name.last - name.first > 1;
      full |= is_full;
      if (gender == Gender::unknown) continue;
      if (is_full) return gender == wanted;
      if (alone == Gender::unknown) alone = gender;
    }
    return full || alone == Gender::unknown || alone == wanted;
  }

  const BearerText& text_;
  const GenderClasses& classes_;
  std::optional<bool> male_;
  bool several_ = false;
  std::uint32_t first_ = Annotation::kUnknown;
};

/// True if the token stands between quotation marks: who "he" is there, the speaker knows.
bool is_quoted(const BearerText& text, std::uint32_t token) {
  bool open = false;
  for (std::uint32_t at = token, step = 0; at-- > 0 && step < kLongestQuote; ++step) {
    std::string_view mark = text.view.surface(at);
    if (mark == "\u201c") return true;
    if (mark == "\u201d") return false;
    if (mark == "\"" || mark == "``" || mark == "''") open = !open;
    if (text.view.tokens[at + 1].has(kNewlineBefore)) break;
  }
  return open;
}

}  // namespace

GenderClasses::GenderClasses(const Lexicon& lexicon)
    : he(lexicon.find_class("pronoun[gender=m]")),
      she(lexicon.find_class("pronoun[gender=f]")),
      given_male(lexicon.find_class("given_male")),
      given_female(lexicon.find_class("given_female")),
      subordinator(lexicon.find_class("subordinator")),
      article(lexicon.find_class("article")),
      noun(lexicon.find_class("noun_singular")),
      verb(lexicon.find_class("verb")),
      join(lexicon.find_class("and_word")),
      possessive(lexicon.find_class("possessive_mark")) {}

std::uint32_t described_above(const BearerText& text, const GenderClasses& classes, std::uint32_t description) {
  if (is_quoted(text, description)) return Annotation::kUnknown;
  const std::uint32_t own = sentence_at(text.sentences, description);
  Candidates beside(text, classes, std::nullopt);
  beside.read(text.sentences[own], description);
  for (std::uint32_t back = 1; !beside.any() && back <= kReach && back <= own; ++back) {
    const Sentence& before = text.sentences[own - back];
    Candidates above(text, classes, std::nullopt);
    above.read(before, before.last);
    if (above.any()) return above.only();
  }
  return Annotation::kUnknown;
}

std::uint32_t described_below(const BearerText& text, const GenderClasses& classes, std::uint32_t description) {
  const std::uint32_t own = sentence_at(text.sentences, description);
  if (own + 1 == text.sentences.size() || is_quoted(text, description)) return Annotation::kUnknown;
  Candidates beside(text, classes, std::nullopt);
  beside.read(text.sentences[own], text.sentences[own].last);
  if (beside.any()) return Annotation::kUnknown;
  const Sentence& below = text.sentences[own + 1];
  for (const Annotation& name : annotations_in(text.annotations, below)) {
    if (name.first != below.first) break;
    if (name.type != symbols::person || name.entity == EntityId::none || name.last - name.first < 2) continue;
    const auto at = static_cast<std::uint32_t>(&name - text.annotations.data());
    const bool is_first = static_cast<std::uint32_t>(text.entities[static_cast<std::size_t>(name.entity)].mentions.front()) == at;
    if (!is_first || name.last >= below.last) break;
    const ClassSet& next = text.view.classes(name.last);
    return next.has(classes.join) || next.has(classes.possessive) ? Annotation::kUnknown : at;
  }
  return Annotation::kUnknown;
}

bool is_man(const BearerText& text, const GenderClasses& classes, EntityId person) {
  constexpr std::size_t kMostNames = 16;  // so that one who is named often costs no more
  const std::vector<MentionId>& mentions = text.entities[static_cast<std::size_t>(person)].mentions;
  bool man = false;
  for (MentionId mention : std::span(mentions).first(std::min(mentions.size(), kMostNames))) {
    const Annotation& name = text.annotations[static_cast<std::size_t>(mention)];
    if (name.last - name.first < 2) continue;
    const Gender gender = gender_of_name(text.view, name, classes.given_male, classes.given_female);
    if (gender == Gender::female) return false;
    man |= gender == Gender::male;
  }
  return man;
}

std::uint32_t bearer_of(const BearerText& text, const GenderClasses& classes, std::uint32_t pronoun) {
  const bool male = text.view.classes(pronoun).has(classes.he);
  if (!male && !text.view.classes(pronoun).has(classes.she)) return Annotation::kUnknown;
  const std::uint32_t own = sentence_at(text.sentences, pronoun);
  const std::uint32_t first = text.sentences[own].first;
  Candidates beside(text, classes, male);
  beside.read(text.sentences[own], pronoun);
  if (is_quoted(text, pronoun)) return Annotation::kUnknown;
  if (beside.any()) return beside.only();
  // `Before he became speaker, Paul Ryan promised …`: the name may follow.
  if (pronoun > first && text.view.classes(pronoun - 1).has(classes.subordinator)) return Annotation::kUnknown;
  const bool begins = pronoun < first + kLead;
  for (std::uint32_t back = 1; back <= kReach && back <= own; ++back) {
    const Sentence& before = text.sentences[own - back];
    Candidates above(text, classes, male);
    above.read(before, before.last);
    if (!above.any()) continue;
    const bool leads = text.annotations[above.first()].first < before.first + kLead;
    return leads && begins ? above.first() : above.only();
  }
  return Annotation::kUnknown;
}

}  // namespace liaison
