// Sentences of a small cast, read with the English pack, and each stage of their reading printed.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "liaison/pack.h"
#include "unweighed_pack.h"
#include "liaison/trace.h"
#include "pack_contents.h"
#include "recognition/annotator.h"
#include "relations/clauses.h"
#include "relations/events.h"
#include "relations/groups.h"
#include "relations/holds.h"
#include "relations/quotations.h"
#include "relations/tagger.h"
#include "text/sentences.h"
#include "text/tokenizer.h"

namespace liaison {

/// Who may be named: these are the only names, so that nothing here hangs on how names are found.
struct CastMember {
  Symbol type;
  std::vector<std::string_view> forms;
};

inline const std::vector<CastMember>& cast() {
  static const std::vector<CastMember> members{
      {symbols::person, {"Jay Lee", "Lee"}},       {symbols::person, {"Elon Musk", "Musk"}},
      {symbols::person, {"Mary Barra", "Barra"}},  {symbols::person, {"Tim Cook", "Cook"}},
      {symbols::org, {"Samsung"}},                 {symbols::org, {"Toyota"}},
      {symbols::gpe, {"Japan"}},                   {symbols::gpe, {"France"}},
      {symbols::gpe, {"Tokyo"}},                   {symbols::gpe, {"United States"}},
  };
  return members;
}

/// A document, read up to its names; each stage after that on request.
class PrintedText {
 public:
  explicit PrintedText(std::string text) : text_(std::move(text)), pack_(unweighed_pack()), contents_(pack_->contents()) {
    tokenize(text_, contents_.orthography, tokens_);
    split_sentences(text_, tokens_, contents_.orthography, sentences_);
    words_.run(text_, contents_.lexicon, contents_.patterns, contents_.gates, tokens_, hits_);
    view_ = {text_, tokens_, hits_, &contents_.lexicon, &words_};
    Annotator().run(contents_.rules, view_, sentences_, nullptr, annotations_);
    for (const CastMember& member : cast()) add_names(member);
    std::stable_sort(annotations_.begin(), annotations_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (std::uint32_t i = 0; i < annotations_.size(); ++i)
      if (annotations_[i].entity != EntityId::none) entities_[std::size_t(annotations_[i].entity)].mentions.push_back(static_cast<MentionId>(i));
    HoldFinder().run(contents_.rules, contents_.hold_classes, view_, sentences_, annotations_, entities_, {}, nullptr, holds_);
  }
  PrintedText(const PrintedText&) = delete;
  PrintedText& operator=(const PrintedText&) = delete;

  /// `Lee/name met/verb Musk/name ./stop`, of a sentence.
  std::string tags(std::size_t sentence = 0) {
    std::string out;
    tag(sentence);
    for (const Item& item : tagger_.items())
      append(out, std::string(view_.surface(item.first, item.last)) + "/" + name_of(item.pos));
    return out;
  }

  /// `noun[the two leaders] verb[have met] .`: marks stand for themselves.
  std::string groups(std::size_t sentence = 0) {
    std::string out;
    group(sentence);
    for (const Group& g : groups_.groups()) {
      bool mark = g.kind >= Group::Kind::comma && g.kind <= Group::Kind::stop;
      append(out, mark ? surface(g) : name_of(g.kind) + "[" + surface(g) + "]");
    }
    return out;
  }

  /// The names of the flags that the groups with these words have: `plural definite pair`.
  std::string flags(const std::string& words, std::size_t sentence = 0) {
    group(sentence);
    for (const Group& g : groups_.groups())
      if (surface(g) == words) return flags_of(g);
    return "no group [" + words + "]";
  }

  /// The tree: `met{subject: Lee, object: Musk, in{Tokyo}}`. Roots that nothing
  /// hangs on are left out, several others stand between bars.
  std::string tree(std::size_t sentence = 0) {
    group(sentence);
    Tree t = parser_.run(contents_.frames, annotations_, groups_.groups());
    std::string out;
    for (std::uint32_t i = 0; i < t.groups.size(); ++i)
      if (t.parent(i) == Tree::kNone && t.nodes[i].first_child != Tree::kNone) out += (out.empty() ? "" : " | ") + subtree(t, i);
    return out;
  }

  /// Who acts, of each verb and of each noun of which it is told: `plans: Lee, to meet: Lee, a meeting: Lee`.
  std::string actors(std::size_t sentence = 0) {
    group(sentence);
    Tree t = parser_.run(contents_.frames, annotations_, groups_.groups());
    std::string out;
    for (std::uint32_t i = 0; i < t.groups.size(); ++i) {
      bool verb = t.is_verb(i);
      if (!verb && (!t.is_noun(i) || t.group(i).name != Group::kNone)) continue;
      std::uint32_t actor = verb ? t.subject_of(i) : t.controller_of(i);
      if (verb || actor != Tree::kNone)
        out += (out.empty() ? "" : ", ") + surface(t.group(i)) + ": " + (actor == Tree::kNone ? "-" : surface(t.group(actor)));
    }
    return out;
  }

  /// `Lee | chairman | Samsung | current`, several between semicolons.
  std::string holds() const {
    std::string out;
    for (const Hold& hold : holds_)
      out += (out.empty() ? "" : " ; ") + short_name(hold.person) + " | " + hold.role + " | " +
             (hold.org == EntityId::none ? "-" : short_name(hold.org)) + " | " + std::string(pack_->name(hold.when));
    return out;
  }

  /// The status of the last event that comes out; empty where none does.
  std::string last_status() {
    const std::string told = events();
    return told.substr(told.empty() ? 0 : told.rfind(' ') + 1);
  }

  /// What of the whole text comes out: `Lee / Musk, Cook | meeting | occurred`, several between semicolons. Those on
  /// one side stand between commas.
  std::string events(Trace* trace = nullptr) {
    std::vector<Event> found;
    std::vector<Notice> notices;
    EventInput input{view_, sentences_, annotations_, entities_, holds_};
    EventFinder().run(contents_.frames, contents_.rules, input, trace, found, notices);
    std::string out;
    for (const Event& event : found) {
      out += out.empty() ? "" : " ; ";
      for (std::size_t i = 0; i < event.participants.size(); ++i) {
        const Participant& p = event.participants[i];
        if (i > 0) out += p.side == event.participants[i - 1].side ? ", " : " / ";
        out += short_name(p.entity);
      }
      out += " | " + std::string(pack_->name(event.kind)) + " | " + std::string(pack_->name(event.status));
    }
    return out;
  }

  /// Who says the quotation around the first token with these letters: `Lee`; empty where nobody is named.
  std::string quoted_speaker(std::string_view word) const {
    std::uint32_t token = 0;
    while (view_.surface(token) != word) ++token;
    const ClauseReading reading{.book = &contents_.frames, .view = view_, .annotations = annotations_, .entities = entities_,
                                .sentences = sentences_};
    const std::uint32_t name = liaison::quoted_speaker(reading, token);
    return name == Annotation::kUnknown ? std::string() : short_name(annotations_[name].entity);
  }

  const TextView& view() const { return view_; }
  const std::vector<Annotation>& annotations() const { return annotations_; }
  const Pack::Contents& contents() const { return contents_; }
  const std::vector<Entity>& entities() const { return entities_; }
  const std::vector<Hold>& all_holds() const { return holds_; }
  /// The last form of a member: "Lee".
  static std::string short_name(EntityId entity) { return std::string(cast().at(static_cast<std::size_t>(entity)).forms.back()); }

 private:
  static void append(std::string& out, const std::string& part) { out += (out.empty() ? "" : " ") + part; }

  static std::string name_of(Pos pos) {
    constexpr const char* kNames[] = {"noun", "verb", "adjective", "adverb", "determiner", "pronoun", "preposition", "conjunction",
                                      "subordinator", "relative", "be", "have", "auxiliary", "modal", "infinitive", "possessive",
                                      "negation", "number", "time", "name", "role", "comma", "quote", "dash", "hyphen", "colon",
                                      "hidden", "stop", "other"};
    return kNames[static_cast<std::size_t>(pos)];
  }
  static std::string name_of(Group::Kind kind) {
    constexpr const char* kNames[] = {"noun", "verb", "adjective", "adverb", "preposition", "conjunction", "subordinator",
                                      "relative", "time", "comma", "quote", "dash", "colon", "stop", "other"};
    return kNames[static_cast<std::size_t>(kind)];
  }
  /// Of a preposition and of its object there is nothing to say.
  static std::string name_of(Label label) {
    constexpr const char* kNames[] = {"root", "subject", "object", "indirect object", "", "", "owner", "conjunct",
                                      "apposition", "member", "relative", "participle", "complement", "content", "adverbial"};
    return kNames[static_cast<std::size_t>(label)];
  }
  static std::string flags_of(const Group& g) {
    constexpr std::pair<std::uint32_t, const char*> kNames[] = {
        {Group::kPlural, "plural"},         {Group::kDefinite, "definite"},     {Group::kIndefinite, "indefinite"},
        {Group::kNegated, "negated"},       {Group::kOwner, "owner"},           {Group::kOwned, "owned"},
        {Group::kPronoun, "pronoun"},       {Group::kRole, "role"},             {Group::kPair, "pair"},
        {Group::kBare, "bare"},             {Group::kFinite, "finite"},         {Group::kInfinitive, "infinitive"},
        {Group::kGerund, "gerund"},         {Group::kParticiple, "participle"}, {Group::kPassive, "passive"},
        {Group::kPerfect, "perfect"},       {Group::kPast, "past"},             {Group::kFuture, "future"},
        {Group::kModal, "modal"},           {Group::kProgressive, "progressive"}, {Group::kCopula, "copula"},
        {Group::kAuxiliaryOnly, "auxiliary"}, {Group::kAgent, "agent"}};
    std::string out;
    for (const auto& [flag, name] : kNames)
      if (g.has(flag)) append(out, name);
    return out;
  }

  void add_names(const CastMember& member) {
    auto entity = static_cast<EntityId>(entities_.size());
    entities_.push_back({member.type, std::string(member.forms.front()), {}, {}, {}});
    for (std::uint32_t first = 0; first < tokens_.size(); ++first)
      for (std::string_view form : member.forms) {
        std::uint32_t last = end_of(form, first);
        if (last == first || is_taken(first, entity)) continue;
        std::erase_if(annotations_, [&](const Annotation& a) { return a.first < last && first < a.last; });
        Annotation name{first, last, member.type, entity, RuleId::none, Form::name, 0, Annotation::kUnknown};
        for (const Hit& hit : view_.hits_at(first))
          if (const Entry& e = contents_.lexicon.entries()[hit.entry]; hit.length == last - first && e.type() == member.type) name.known = e.of;
        annotations_.push_back(name);
      }
  }

  /// The token behind a form that begins at a token; the token itself where it does not.
  std::uint32_t end_of(std::string_view form, std::uint32_t first) const {
    for (std::uint32_t last = first + 1; last <= tokens_.size() && view_.surface(first, last).size() <= form.size(); ++last)
      if (view_.surface(first, last) == form) return last;
    return first;
  }
  bool is_taken(std::uint32_t token, EntityId entity) const {
    return std::any_of(annotations_.begin(), annotations_.end(),
                       [&](const Annotation& a) { return a.entity == entity && a.first <= token && token < a.last; });
  }

  void tag(std::size_t sentence) { tagger_.run(view_, contents_.rules, contents_.frames.grammar(), sentences_.at(sentence), annotations_, nullptr); }
  void group(std::size_t sentence) {
    tag(sentence);
    groups_.run(view_, contents_.frames.grammar(), annotations_, tagger_.items());
  }
  std::string surface(const Group& g) const { return std::string(view_.surface(g.first, g.last)); }

  std::string subtree(const Tree& t, std::uint32_t at) const {
    std::string out = surface(t.group(at)), inner;
    for (std::uint32_t c = t.nodes[at].first_child; c != Tree::kNone; c = t.nodes[c].next_sibling)
      inner += (inner.empty() ? "" : ", ") + name_of(t.label(c)) + (name_of(t.label(c)).empty() ? "" : ": ") + subtree(t, c);
    return inner.empty() ? out : out + "{" + inner + "}";
  }

  std::string text_;
  std::shared_ptr<const Pack> pack_;
  const Pack::Contents& contents_;
  std::vector<Token> tokens_;
  std::vector<Sentence> sentences_;
  std::vector<Hit> hits_;
  WordLookUp words_;
  TextView view_;
  std::vector<Annotation> annotations_;
  std::vector<Entity> entities_;
  std::vector<Hold> holds_;
  Tagger tagger_;
  GroupBuilder groups_;
  ClauseParser parser_;
};

}  // namespace liaison
