#include "relations/tagger.h"

#include <algorithm>

namespace liaison {
namespace {

/// How many items away another finite verb makes a word that may be noun or verb a noun.
constexpr std::size_t kVerbReach = 12;

bool is_dash(std::string_view text) { return text == "--" || text == "\u2013" || text == "\u2014"; }

bool is_quote(std::string_view text) {
  return text == "\"" || text == "``" || text == "''" || text == "\u201c" || text == "\u201d" || text == "\u00ab" ||
         text == "\u00bb" || text == "\u201e" || text == "\u2018";
}

}  // namespace

void Tagger::run(const TextView& view, const Grammar& grammar, Sentence sentence,
                 std::span<const Annotation> annotations) {
  view_ = &view;
  grammar_ = &grammar;
  sentence_first_ = sentence.first;
  items_.clear();
  read_items(sentence, annotations);
  for (std::size_t i = 0; i < items_.size(); ++i) decide(i);
}

void Tagger::read_items(Sentence sentence, std::span<const Annotation> annotations) {
  auto next = std::lower_bound(annotations.begin(), annotations.end(), sentence.first,
                               [](const Annotation& a, std::uint32_t token) { return a.first < token; });
  for (std::uint32_t at = sentence.first; at < sentence.last;) {
    Item item;
    item.first = at;
    while (next != annotations.end() && next->first < at) ++next;
    bool annotated = next != annotations.end() && next->first == at && next->last <= sentence.last;
    if (annotated) {
      item.annotation = static_cast<std::uint32_t>(next - annotations.begin());
      read_annotation(*next, item);
      ++next;
    } else {
      std::uint32_t limit = next != annotations.end() ? std::min(next->first, sentence.last) : sentence.last;
      item.last = read_phrase(at, limit, item);
      if (item.last == at) read_word(item);
    }
    at = item.last;
    items_.push_back(item);
  }
}

void Tagger::read_annotation(const Annotation& annotation, Item& item) const {
  item.last = annotation.last;
  item.word = view_->tokens[item.last - 1].word;
  item.classes = view_->classes(item.last - 1);
  item.plural = is(item, Word::noun_plural) && !is(item, Word::noun_singular);
  if (annotation.type == symbols::role) {
    item.pos = Pos::role;
    if (item.last == item.first + 1) read_forms(item);
  }
  else if (annotation.type == symbols::date) item.pos = Pos::time;
  else if (annotation.type == symbols::hidden) item.pos = Pos::hidden;
  else if (annotation.form == Form::pronoun || annotation.type == symbols::amount) {
    item.annotation = Item::kNone;
    item.last = item.first + 1;
    read_word(item);
  } else item.pos = Pos::name;
}

/// Reads a phrase of a closed class, "according to" or "as soon as"; returns its end, or `token` if there is none.
std::uint32_t Tagger::read_phrase(std::uint32_t token, std::uint32_t limit, Item& item) const {
  static constexpr std::pair<Word, Pos> kPhrases[] = {
      {Word::reciprocal, Pos::pronoun},          {Word::compound_preposition, Pos::preposition},
      {Word::subordinator, Pos::subordinator},   {Word::conjunction_and, Pos::conjunction},
      {Word::relative, Pos::relative},           {Word::determiner, Pos::determiner},
      {Word::negation, Pos::negation},           {Word::adverb, Pos::adverb}};
  const Lexicon& lexicon = *view_->lexicon;
  for (const Hit& hit : view_->hits_at(token)) {
    const Entry& entry = lexicon.entries()[hit.entry];
    if (hit.length < 2 || token + hit.length > limit || entry.is_name) continue;
    for (auto [word, pos] : kPhrases) {
      if (entry.word_class() != grammar_->id(word)) continue;
      std::uint32_t last = token + hit.length - 1;
      if (pos == Pos::preposition && opens_infinitive(last)) continue;
      // `Together with Philips, Sony …`: at the head of its clause it joins nothing.
      bool heads = items_.empty() || items_.back().pos == Pos::comma || items_.back().pos == Pos::quote;
      bool joint = is(*view_, last, Word::preposition);
      if (word == Word::conjunction_and && heads && !joint) continue;
      item.pos = word == Word::conjunction_and && heads ? Pos::preposition : pos;
      item.word = view_->tokens[item.pos == pos ? token : last].word;
      item.classes.add(grammar_->id(item.pos == pos ? word : Word::preposition));
      if (pos == Pos::preposition) item.classes.add(grammar_->id(Word::preposition));
      return last + 1;
    }
  }
  return token;
}

/// `due to meet`: a preposition that ends in the marker of infinitives, before a verb, is none.
bool Tagger::opens_infinitive(std::uint32_t last) const {
  return is(*view_, last, Word::infinitive_marker) && last + 1 < view_->tokens.size() &&
         (is(*view_, last + 1, Word::verb_base) || is(*view_, last + 1, Word::aux_base));
}

void Tagger::read_word(Item& item) const {
  const Token& token = view_->tokens[item.first];
  item.last = item.first + 1;
  item.word = token.word;
  item.classes = view_->classes(item.first);
  if (token.has(kIsPunctuation | kIsSymbol)) read_punctuation(item);
  else if (token.has(kIsNumber)) item.pos = Pos::number;
  else if (!is_closed(item)) read_open_class(item);
  else if (item.pos == Pos::preposition || item.pos == Pos::subordinator) read_forms(item);
}

void Tagger::read_punctuation(Item& item) const {
  std::string_view text = view_->surface(item.first);
  const Token& token = view_->tokens[item.first];
  bool alone = token.has(kSpaceBefore | kNewlineBefore);
  if (text == ",") item.pos = Pos::comma;
  else if (is_quote(text)) item.pos = Pos::quote;
  else if (is_dash(text) || (text == "-" && alone)) item.pos = Pos::dash;
  else if (text == "-" || text == "/") item.pos = Pos::hyphen;
  else if (text == ":" || text == ";") item.pos = Pos::colon;
  else if (text == "(" || text == "[" || text == ")" || text == "]") item.pos = Pos::comma;
  else if (text == "&") item.pos = Pos::conjunction, item.classes.add(grammar_->id(Word::conjunction_and));
  else if (text == "." || text == "?" || text == "!") item.pos = Pos::stop;
  else if (text == "%" || text == "$") item.pos = Pos::number;
}

/// True if the word is of a closed class; sets what it is where it stands by itself.
bool Tagger::is_closed(Item& item) const {
  static constexpr std::pair<Word, Pos> kClosed[] = {
      {Word::possessive_marker, Pos::possessive}, {Word::infinitive_marker, Pos::infinitive}, {Word::be, Pos::be},
      {Word::have, Pos::have},                    {Word::auxiliary_do, Pos::auxiliary},       {Word::modal, Pos::modal},
      {Word::negative_determiner, Pos::determiner}, {Word::negation, Pos::negation},
      {Word::relative, Pos::relative},            {Word::determiner, Pos::determiner},
      {Word::pronoun, Pos::pronoun},              {Word::conjunction, Pos::conjunction},
      {Word::time, Pos::time},                    {Word::preposition, Pos::preposition},
      {Word::subordinator, Pos::subordinator},    {Word::number, Pos::number}};
  const Token& token = view_->tokens[item.first];
  bool inner_capital = token.has(kFirstCapital) && item.first > sentence_first_ && !token.has(kSentenceStart);
  if (is(item, Word::complementizer) && is(item, Word::subordinator_condition)) {
    item.pos = Pos::subordinator;
    return true;
  }
  for (auto [word, pos] : kClosed) {
    if (!is(item, word)) continue;
    if (pos == Pos::modal && inner_capital) continue;
    if (pos == Pos::possessive && token.has(kSpaceBefore)) continue;
    item.pos = pos;
    return true;
  }
  return false;
}

/// What the word may be: noun, adjective, and which forms of a verb.
void Tagger::read_forms(Item& item) const {
  bool singular = is(item, Word::noun_singular), plural = is(item, Word::noun_plural);
  item.may_be_noun = singular || plural;
  item.plural = plural && !singular;
  if (is(item, Word::verb_base)) item.forms |= kBase;
  if (is(item, Word::verb_3sg)) item.forms |= kThird;
  if (is(item, Word::verb_past)) item.forms |= kPast;
  if (is(item, Word::verb_participle)) item.forms |= kParticiple;
  if (is(item, Word::verb_gerund)) item.forms |= kGerund;
  item.may_be_adjective = is(item, Word::adjective);
}

void Tagger::read_open_class(Item& item) const {
  read_forms(item);
  if (item.forms != 0) item.pos = Pos::verb;
  else if (is(item, Word::adverb)) item.pos = Pos::adverb;
  else if (is(item, Word::nationality)) item.pos = Pos::adjective;
  else if (is(item, Word::adjective)) item.pos = Pos::adjective;
  else if (item.may_be_noun) item.pos = Pos::noun;
  else guess(item);
}

/// An unknown word: by its ending if it is written small, a noun if it has a capital.
void Tagger::guess(Item& item) const {
  const Token& token = view_->tokens[item.first];
  item.pos = Pos::noun;
  item.may_be_noun = true;
  if (!token.has(kLower)) return;
  item.plural = is(item, Word::plural_ending);
  if (is(item, Word::adverb_ending)) item.pos = Pos::adverb;
  else if (is(item, Word::participle_ending)) item.pos = Pos::verb, item.forms = kPast | kParticiple;
  else if (is(item, Word::gerund_ending)) item.pos = Pos::verb, item.forms = kGerund;
}

/// The item before, adverbs and quotation marks passed over.
std::size_t Tagger::previous(std::size_t at) const {
  while (at > 0) {
    --at;
    if (items_[at].pos != Pos::adverb && items_[at].pos != Pos::quote && items_[at].pos != Pos::hidden) return at;
  }
  return Item::kNone;
}

/// True if a verb that is nothing else, or an auxiliary, stands near on the right in the same clause.
bool Tagger::finite_verb_near(std::size_t at) const {
  for (std::size_t i = at + 1; i < std::min(items_.size(), at + kVerbReach); ++i) {
    const Item& item = items_[i];
    if (item.pos == Pos::comma || item.pos == Pos::subordinator || item.pos == Pos::relative ||
        item.pos == Pos::conjunction || item.pos == Pos::colon || item.pos == Pos::infinitive)
      return false;
    if (item.pos == Pos::be || item.pos == Pos::have || item.pos == Pos::modal || item.pos == Pos::auxiliary) return true;
    if (item.pos == Pos::verb && !item.may_be_noun && (item.forms & (kThird | kPast)) != 0) return true;
  }
  return false;
}

bool Tagger::is_gerund_verb(std::size_t at) const {
  Pos next = pos_at(at + 1);
  if (!items_[at].may_be_noun) return true;
  if (next == Pos::name || next == Pos::determiner || next == Pos::pronoun || next == Pos::role) return true;
  std::size_t before = previous(at);
  Pos prev = pos_at(before);
  if (prev == Pos::preposition && next == Pos::adjective) return true;
  if (prev == Pos::be) return true;
  return (prev == Pos::preposition || prev == Pos::comma || prev == Pos::stop || prev == Pos::time) &&
         (next == Pos::preposition || next == Pos::infinitive) && !(before < items_.size() && items_[before].is_nominal());
}

/// True if the subject of a verb at `at` would be plural: a plural head, or a coordination or list of names.
bool Tagger::plural_before(std::size_t at) const {
  bool head_expected = true, behind_phrase = false, found = false;
  for (std::size_t i = at, step = 0; i-- > 0 && step < kVerbReach; ++step) {
    const Item& item = items_[i];
    switch (item.pos) {
      case Pos::verb: case Pos::be: case Pos::have: case Pos::modal: case Pos::auxiliary: case Pos::relative:
      case Pos::infinitive: return false;
      case Pos::subordinator: case Pos::colon: return found;
      case Pos::conjunction: return found || (i > 0 && items_[i - 1].is_nominal());
      case Pos::comma: return found || (i > 0 && items_[i - 1].pos == Pos::name && items_[i + 1].pos == Pos::name);
      case Pos::preposition: head_expected = behind_phrase = true; break;
      case Pos::noun: case Pos::name: case Pos::role: case Pos::pronoun: case Pos::time:
        // Behind a prepositional phrase the plural must be a subject: no verb may stand before it.
        if (head_expected && (item.plural || is(item, Word::plural_pronoun))) {
          if (!behind_phrase) return true;
          found = true;
        }
        head_expected = false;
        break;
      default: break;
    }
  }
  return found;
}

/// True if what follows can only be an object, or an infinitive.
bool Tagger::object_follows(std::size_t at) const {
  Pos next = pos_at(at + 1);
  return next == Pos::name || next == Pos::determiner || next == Pos::role || next == Pos::pronoun ||
         next == Pos::number || (next == Pos::infinitive && is_infinitive(at + 1));
}

/// True if only names stand between the word and an auxiliary that opens a question: `Did A and B sign …?`
bool Tagger::asked(std::size_t at) const {
  if (items_[0].pos != Pos::auxiliary && items_[0].pos != Pos::modal) return false;
  for (std::size_t i = 1; i < at; ++i) {
    Pos pos = items_[i].pos;
    if (pos != Pos::name && pos != Pos::role && pos != Pos::pronoun && pos != Pos::conjunction && pos != Pos::comma) return false;
  }
  return view_->surface(items_.back().first) == "?";
}

/// A word that may be noun or verb, behind a noun or name.
bool Tagger::is_verb_after_noun(std::size_t at) const {
  const Item& item = items_[at];
  const Item& before = items_[previous(at)];
  if (item.forms & (kPast | kParticiple)) return true;
  if (item.forms == kGerund) return is_gerund_verb(at);
  if ((item.forms & kBase) && asked(at)) return true;
  bool object = object_follows(at), many = plural_before(at);
  if ((item.forms & kBase) && before.plural && object) return true;
  if (finite_verb_near(at)) return false;
  Pos next = pos_at(at + 1);
  bool after_name = before.pos == Pos::name || before.pos == Pos::pronoun || before.pos == Pos::role;
  // `offered Russia talks`: the name is the object of a verb.
  std::size_t second = before.pos == Pos::name ? previous(previous(at)) : items_.size();
  if ((item.forms & kThird) && second < items_.size() && items_[second].pos == Pos::verb && !is(items_[second], Word::say)) return false;
  if (item.forms & kThird) return !before.plural && (object || (after_name && next != Pos::comma && next != Pos::stop));
  bool noun = next == Pos::noun || (next == Pos::verb && items_[at + 1].may_be_noun);
  bool preposition = next == Pos::preposition || next == Pos::infinitive;
  return many && (object || noun || preposition || next == Pos::adjective || next == Pos::adverb);
}

Pos Tagger::decide_verb_or_noun(std::size_t at) const {
  const Item& item = items_[at];
  std::size_t before = previous(at);
  if (before >= items_.size()) {
    if (item.forms == kGerund) return is_gerund_verb(at) ? Pos::verb : Pos::noun;
    return item.forms & kPast ? Pos::verb : Pos::noun;
  }
  const Item& prev = items_[before];
  switch (prev.pos) {
    case Pos::determiner: case Pos::possessive: case Pos::number: case Pos::adjective: return Pos::noun;
    case Pos::infinitive: case Pos::modal: return item.forms & kBase ? Pos::verb : Pos::noun;
    case Pos::auxiliary: case Pos::negation: return item.forms & (kBase | kGerund | kParticiple) ? Pos::verb : Pos::noun;
    case Pos::be: return item.forms & (kGerund | kParticiple) ? Pos::verb : Pos::noun;
    case Pos::have: return item.forms & kParticiple && !item.plural ? Pos::verb : Pos::noun;
    case Pos::preposition: return item.forms & kGerund && is_gerund_verb(at) ? Pos::verb : Pos::noun;
    case Pos::verb: return item.forms == kGerund && is_gerund_verb(at) ? Pos::verb : Pos::noun;
    case Pos::time:
      if (before > 0 && (items_[before - 1].pos == Pos::hyphen || items_[before - 1].pos == Pos::determiner ||
                         items_[before - 1].pos == Pos::possessive))
        return Pos::noun;  // `a two-hour meeting`, `the Friday talks`
      return is_verb_after_noun(at) ? Pos::verb : Pos::noun;
    case Pos::noun: case Pos::name: case Pos::role: case Pos::pronoun: case Pos::relative:
      return is_verb_after_noun(at) ? Pos::verb : Pos::noun;
    case Pos::comma: case Pos::conjunction: case Pos::dash:
      if (item.forms & (kPast | kParticiple)) return Pos::verb;
      if (item.forms == kGerund) return is_gerund_verb(at) ? Pos::verb : Pos::noun;
      return before > 0 && items_[before - 1].pos != Pos::noun && is_verb_after_noun(at) ? Pos::verb : Pos::noun;
    default: return item.forms == kGerund && is_gerund_verb(at) ? Pos::verb : Pos::noun;
  }
}

/// True if what stands before calls for a noun: a determiner, a possessive, perhaps with adjectives.
bool Tagger::is_determined(std::size_t at) const {
  std::size_t before = previous(at);
  if (before >= items_.size()) return false;
  Pos prev = items_[before].pos;
  return prev == Pos::determiner || prev == Pos::possessive || prev == Pos::adjective || prev == Pos::number;
}

/// True if a verb in its base form follows, perhaps behind adverbs.
bool Tagger::is_infinitive(std::size_t at) const {
  std::size_t next = at + 1;
  while (next < items_.size() && (items_[next].pos == Pos::adverb || items_[next].pos == Pos::negation)) ++next;
  if (next >= items_.size()) return false;
  const Item& item = items_[next];
  return is(item, Word::aux_base) || (item.pos == Pos::verb && (item.forms & kBase) != 0);
}

/// False where the clitic is a verb: a determiner, or a form that only a verb has, follows.
bool Tagger::is_possessive(std::size_t at) const {
  if (at == 0 || at + 1 >= items_.size()) return true;
  if (items_[at - 1].pos == Pos::pronoun || items_[at - 1].pos == Pos::relative) return false;
  const Item& next = items_[at + 1];
  if (next.pos == Pos::determiner) return false;
  if (next.pos != Pos::verb || next.may_be_noun) return true;
  bool noun = pos_at(at + 2) == Pos::verb && items_[at + 2].may_be_noun;
  return noun || pos_at(at + 2) == Pos::noun || pos_at(at + 2) == Pos::adjective;
}

/// True if a hyphen joins the item to the one before or behind: `cease-fire`, `hard-won`.
bool Tagger::hyphenated(std::size_t at) const {
  auto glued = [&](std::size_t i) { return i < items_.size() && !view_->tokens[items_[i].first].has(kSpaceBefore | kNewlineBefore); };
  bool behind = pos_at(at + 1) == Pos::hyphen && glued(at + 1) && glued(at + 2);
  bool before = at > 0 && items_[at - 1].pos == Pos::hyphen && glued(at) && glued(at - 1);
  return behind || before;
}

/// A word that may be adjective or verb: an adjective behind a form of be, and before a noun.
bool Tagger::is_adjective(std::size_t at) const {
  const Item& item = items_[at];
  std::size_t before = previous(at);
  Pos prev = before < items_.size() ? items_[before].pos : Pos::stop;
  if (prev == Pos::negation && before > 0) prev = items_[before - 1].pos;
  if (prev == Pos::be) return (item.forms & (kGerund | kParticiple)) == 0;
  Pos next = pos_at(at + 1);
  bool noun_follows = next == Pos::noun || next == Pos::adjective || next == Pos::role ||
                      (next == Pos::verb && items_[at + 1].may_be_noun);
  return noun_follows && prev != Pos::infinitive && prev != Pos::modal && prev != Pos::auxiliary &&
         (prev != Pos::noun || (item.forms & kBase) == 0) && prev != Pos::name && prev != Pos::role && prev != Pos::pronoun;
}

/// A participle before a noun is an adjective.
bool Tagger::is_attributive(std::size_t at) const {
  const Item& item = items_[at];
  Pos next = pos_at(at + 1);
  bool noun_follows = next == Pos::noun || next == Pos::role || next == Pos::adjective || next == Pos::hyphen ||
                      (next == Pos::verb && items_[at + 1].may_be_noun);
  if (!noun_follows) return false;
  if (is_determined(at)) return true;
  std::size_t before = previous(at);
  Pos prev = before < items_.size() ? items_[before].pos : Pos::stop;
  return (item.forms & kParticiple) != 0 && (item.forms & kBase) == 0 && (prev == Pos::preposition || prev == Pos::verb);
}

void Tagger::decide_verb(std::size_t at) {
  Item& item = items_[at];
  // `visiting Prime Minister A`, with no preposition or form of be before it: an adjective.
  std::size_t ahead = previous(at);
  Pos before_it = ahead < items_.size() ? items_[ahead].pos : Pos::stop;
  bool titled = pos_at(at + 1) == Pos::role || (pos_at(at + 1) == Pos::adjective && pos_at(at + 2) == Pos::role);
  if (item.forms == kGerund && titled && (before_it == Pos::verb || before_it == Pos::comma || before_it == Pos::noun)) {
    item.pos = Pos::adjective;
    return;
  }
  if (hyphenated(at)) {
    bool ends = (item.forms & (kParticiple | kGerund)) != 0 && !hyphenated(at + 1) && pos_at(at + 1) != Pos::hyphen;
    item.pos = ends ? Pos::adjective : Pos::noun;
    return;
  }
  if (item.may_be_adjective && is_adjective(at)) {
    item.pos = Pos::adjective;
    return;
  }
  if (is_attributive(at) && (item.forms & (kParticiple | kGerund)) != 0 && (!item.may_be_noun || !is_determined(at))) {
    item.pos = Pos::adjective;
    return;
  }
  if (std::size_t prev = previous(at); is(item, Word::adverb) && prev < items_.size() && items_[prev].pos == Pos::verb) {
    item.pos = Pos::adverb;
    return;
  }
  if (!item.may_be_noun) {
    // `a message of thanks`
    std::size_t prev = previous(at);
    bool noun_expected = prev < items_.size() && (is_determined(at) || items_[prev].pos == Pos::preposition);
    if (item.forms == kThird && noun_expected) item.pos = Pos::noun, item.plural = true;
    bool only_verb = (item.forms & (kParticiple | kGerund)) != 0;
    if ((item.forms & kBase) && !only_verb && prev < items_.size() &&
        (items_[prev].pos == Pos::determiner || items_[prev].pos == Pos::possessive)) item.pos = Pos::noun;
    return;
  }
  item.pos = decide_verb_or_noun(at);
  std::size_t before = previous(at);
  bool capital = view_->tokens[item.first].has(kFirstCapital) && before < items_.size();
  if (item.pos != Pos::verb || !capital) return;
  Pos prev = items_[before].pos;
  if (prev != Pos::name && prev != Pos::role && prev != Pos::modal && prev != Pos::infinitive) item.pos = Pos::noun;
}

/// Settles a preposition that may be another word: `is considering`, `a second round of talks`.
void Tagger::decide_preposition(std::size_t at) {
  Item& item = items_[at];
  std::size_t before = previous(at);
  if (before >= items_.size()) return;
  Pos prev = items_[before].pos, next = pos_at(at + 1);
  if (prev == Pos::be && (item.forms & kGerund)) item.pos = Pos::verb;
  bool determined = prev == Pos::determiner || prev == Pos::adjective || prev == Pos::number || prev == Pos::possessive ||
                    (prev == Pos::time && before > 0 && items_[before - 1].pos == Pos::determiner);
  bool ends = next == Pos::preposition || next == Pos::comma || next == Pos::stop || next == Pos::verb || next == Pos::be ||
              next == Pos::have || next == Pos::modal || next == Pos::noun || next == Pos::time;
  if (determined && item.may_be_noun && ends) item.pos = Pos::noun;
}

/// `will host`, `Japan hosts`: a role that is a verb here.
void Tagger::decide_role(std::size_t at) {
  Item& item = items_[at];
  std::size_t before = previous(at);
  if (item.forms == 0 || before >= items_.size()) return;
  Pos prev = items_[before].pos;
  bool object = object_follows(at) && !view_->tokens[item.first].has(kFirstCapital);
  bool after_modal = (prev == Pos::modal || prev == Pos::infinitive || prev == Pos::auxiliary) && (item.forms & kBase);
  bool third = (prev == Pos::name || prev == Pos::pronoun || prev == Pos::relative) && (item.forms & kThird) && object;
  if (after_modal || third) {
    item.pos = Pos::verb;
    item.annotation = Item::kNone;
  }
}

/// Settles one item, those before it being settled.
void Tagger::decide(std::size_t at) {
  Item& item = items_[at];
  Pos next = pos_at(at + 1);
  if (item.pos == Pos::verb) decide_verb(at);
  else if (item.pos == Pos::preposition && item.forms + item.may_be_noun > 0) decide_preposition(at);
  else if (item.pos == Pos::role) decide_role(at);
  else if (at == 0 && item.pos == Pos::have && next == Pos::name && view_->surface(items_.back().first) == "?")
    item.pos = Pos::auxiliary;  // `Has A signed …?`
  else if (item.pos == Pos::determiner && is(item, Word::question) &&
           (next == Pos::determiner || next == Pos::pronoun || next == Pos::name)) item.pos = Pos::relative;  // `what both sides called`
  else if (item.pos == Pos::adjective && item.may_be_noun && at > 0 && items_[at - 1].pos == Pos::noun) item.pos = Pos::noun;
  else if (item.pos == Pos::relative && is(item, Word::complementizer) && next == Pos::preposition && is(items_[at + 1], Word::part_marker)) item.pos = Pos::pronoun;
  else if (item.pos == Pos::infinitive && !is_infinitive(at)) item.pos = Pos::preposition;
  else if (item.pos == Pos::possessive && !is_possessive(at)) item.pos = Pos::be;
  else if (item.pos == Pos::determiner && is(item, Word::personal_object)) {
    bool noun_follows = next == Pos::noun || next == Pos::adjective || next == Pos::role || next == Pos::number ||
                        next == Pos::name || (next == Pos::verb && (items_[at + 1].may_be_noun || items_[at + 1].forms & kParticiple));
    if (!noun_follows) item.pos = Pos::pronoun;
  }
}

}  // namespace liaison
