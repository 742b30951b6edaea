#include "relations/items.h"

#include <algorithm>

namespace liaison {
namespace {

/// The closed classes, and what a word of theirs is where it stands by itself: the first of them counts.
constexpr std::pair<Word, Pos> kClosed[] = {
    {Word::possessive_marker, Pos::possessive}, {Word::infinitive_marker, Pos::infinitive}, {Word::be, Pos::be},
    {Word::have, Pos::have},                    {Word::auxiliary_do, Pos::auxiliary},       {Word::modal, Pos::modal},
    {Word::negative_determiner, Pos::determiner}, {Word::negation, Pos::negation},
    {Word::relative, Pos::relative},            {Word::determiner, Pos::determiner},
    {Word::pronoun, Pos::pronoun},              {Word::conjunction, Pos::conjunction},
    {Word::time, Pos::time},                    {Word::preposition, Pos::preposition},
    {Word::subordinator, Pos::subordinator},    {Word::number, Pos::number}};

bool is_dash(std::string_view text) { return text == "--" || text == "\u2013" || text == "\u2014"; }

}  // namespace

bool is_quote(std::string_view text) {
  return text == "\"" || text == "``" || text == "''" || text == "\u201c" || text == "\u201d" || text == "\u00ab" ||
         text == "\u00bb" || text == "\u201e" || text == "\u2018";
}

ItemReader::ItemReader(const TextView& view, const Grammar& grammar) : view_(&view), grammar_(&grammar) {
  for (auto [word, pos] : kClosed) closed_.add(grammar.id(word));
  closed_.add(grammar.id(Word::complementizer));
}

bool is_auxiliary(Pos pos) {
  return pos == Pos::be || pos == Pos::have || pos == Pos::auxiliary || pos == Pos::modal || pos == Pos::infinitive;
}

void ItemReader::run(Sentence sentence, std::span<const Annotation> annotations, std::vector<Item>& items) {
  sentence_first_ = sentence.first;
  items.clear();
  auto next = annotations_from(annotations, sentence.first).begin();
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
      item.last = read_phrase(at, limit, items, item);
      if (item.last == at) {
        const bool prefixed = prefixes_verb(at, limit);
        item.first = prefixed ? at + 2 : at;
        read_word(item);
        item.first = at;
        if (is(item, Word::comparative) && opens_amount(at, limit)) item.last = at + 2, item.pos = Pos::adverb;
        // `to more closely tie them`
        const bool split = !items.empty() && items.back().pos == Pos::infinitive && at + 1 < limit && is(*view_, at + 1, Word::adverb);
        if (split && is(item, Word::comparative) && is(*view_, at + 1, Word::adverb_ending)) item.pos = Pos::adverb;
      }
    }
    at = item.last;
    items.push_back(item);
  }
}

void ItemReader::read_annotation(const Annotation& annotation, Item& item) const {
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
  else if (annotation.form == Form::pronoun || annotation.type == symbols::amount ||
           (annotation.type == symbols::misc && item.last == item.first + 1 &&
            (is(item, Word::party) || is(item, Word::body)))) {  // `Senate Democrats`, `Israelis`
    item.annotation = Item::kNone;
    item.last = item.first + 1;
    read_word(item);
  } else item.pos = Pos::name;
}

/// Reads a phrase of a closed class, "according to" or "as soon as"; returns its end, or `token` if there is none.
std::uint32_t ItemReader::read_phrase(std::uint32_t token, std::uint32_t limit, std::span<const Item> before, Item& item) const {
  static constexpr std::pair<Word, Pos> kPhrases[] = {
      {Word::reciprocal, Pos::pronoun},          {Word::compound_preposition, Pos::preposition},
      {Word::subordinator, Pos::subordinator},   {Word::conjunction_and, Pos::conjunction},
      {Word::relative, Pos::relative},           {Word::determiner, Pos::determiner},
      {Word::negation, Pos::negation},           {Word::adverb, Pos::adverb},
      {Word::nationality, Pos::adjective},        {Word::noun_phrase, Pos::noun}};
  const Lexicon& lexicon = *view_->lexicon;
  for (const Hit& hit : view_->hits_at(token)) {
    const Entry& entry = lexicon.entries()[hit.entry];
    if (hit.length < 2 || token + hit.length > limit || entry.is_name) continue;
    for (auto [word, pos] : kPhrases) {
      if (entry.word_class() != grammar_->id(word)) continue;
      std::uint32_t last = token + hit.length - 1;
      // `after all-night talks`
      if (last + 1 < limit && !view_->tokens[last + 1].has(kSpaceBefore | kNewlineBefore) && is(*view_, last + 1, Word::hyphen)) continue;
      if (pos == Pos::preposition && opens_infinitive(last)) continue;
      if (pos == Pos::subordinator && tells_how_long(last)) continue;
      // `Together with Philips, Sony …`: at the head of its clause it joins nothing.
      bool heads = before.empty() || before.back().pos == Pos::comma || before.back().pos == Pos::quote;
      bool joint = is(*view_, last, Word::preposition);
      if (word == Word::conjunction_and && heads && !joint) continue;
      item.pos = word == Word::conjunction_and && heads ? Pos::preposition : pos;
      item.word = view_->tokens[item.pos == pos && pos != Pos::noun ? token : last].word;
      item.classes.add(grammar_->id(item.pos == pos ? word : Word::preposition));
      if (pos == Pos::preposition) item.classes.add(grammar_->id(Word::preposition));
      for (const Hit& other : view_->hits_at(token))
        if (const Entry& same = lexicon.entries()[other.entry]; other.length == hit.length && !same.is_name)
          item.classes.add(same.word_class());
      item.plural = pos == Pos::noun && is(*view_, token, Word::noun_plural) && !is(*view_, token, Word::noun_singular);
      return last + 1;
    }
  }
  return token;
}

/// `more than a year`, `fewer than 20 firms`: one word with `than`.
bool ItemReader::opens_amount(std::uint32_t token, std::uint32_t limit) const {
  if (token + 2 >= limit || !is(*view_, token + 1, Word::comparison)) return false;
  const Token& next = view_->tokens[token + 2];
  return next.has(kIsNumber | kIsSymbol) || is(*view_, token + 2, Word::number) ||
         (is(*view_, token + 2, Word::article) && token + 3 < limit &&
          (is(*view_, token + 3, Word::time) || is(*view_, token + 3, Word::number)));
}

/// `due to meet`: a preposition that ends in the marker of infinitives, before a verb, is none.
bool ItemReader::opens_infinitive(std::uint32_t last) const {
  return is(*view_, last, Word::infinitive_marker) && last + 1 < view_->tokens.size() &&
         (is(*view_, last + 1, Word::verb_base) || is(*view_, last + 1, Word::aux_base));
}

/// `weeks after`, `the day before`: a time and a preposition, which may have a noun behind it or a clause.
bool ItemReader::tells_how_long(std::uint32_t last) const {
  return is(*view_, last, Word::temporal) && is(*view_, last - 1, Word::time);
}

/// `co-sponsored`: one word with the verb behind the hyphen.
bool ItemReader::prefixes_verb(std::uint32_t token, std::uint32_t limit) const {
  if (token + 2 >= limit || !is(*view_, token, Word::verb_prefix) || !is(*view_, token + 1, Word::hyphen)) return false;
  if (view_->tokens[token + 1].has(kSpaceBefore | kNewlineBefore) || view_->tokens[token + 2].has(kSpaceBefore | kNewlineBefore))
    return false;
  static constexpr Word kForms[] = {Word::verb_base, Word::verb_3sg, Word::verb_past, Word::verb_participle, Word::verb_gerund};
  return std::any_of(std::begin(kForms), std::end(kForms), [&](Word form) { return is(*view_, token + 2, form); });
}

void ItemReader::read_word(Item& item) const {
  const Token& token = view_->tokens[item.first];
  item.last = item.first + 1;
  item.word = token.word;
  item.classes = view_->classes(item.first);
  if (token.has(kIsPunctuation | kIsSymbol)) read_punctuation(item);
  else if (token.has(kIsNumber)) item.pos = Pos::number;
  else read_classes(item);
}

void ItemReader::read_classes(Item& item) const {
  if (!is_closed(item)) read_open_class(item);
  else if (item.pos == Pos::preposition || item.pos == Pos::subordinator) read_forms(item);
}

void ItemReader::settle(Item& item) const {
  item.settled = true;
  item.forms = 0;
  item.may_be_noun = item.may_be_adjective = false;
  if (item.pos != Pos::role) return read_classes(item);
  read_forms(item);
  if (item.may_be_noun || item.forms == 0) return;
  item.pos = Pos::verb;  // `will host`
  item.annotation = Item::kNone;
}

/// `Philips' chairman`: an apostrophe alone behind an ending that calls for it, set off on both sides, that ends no quotation.
bool ItemReader::owns(std::uint32_t token) const {
  const auto& tokens = view_->tokens;
  const auto apart = [&](std::uint32_t t) { return tokens[t].has(kSpaceBefore | kNewlineBefore); };
  if (!is(*view_, token, Word::possessive_marker) || token == sentence_first_ || token + 1 >= tokens.size()) return false;
  if (!apart(token + 1) || !is(*view_, token - 1, Word::owner_ending)) return false;
  for (std::uint32_t t = token; t-- > sentence_first_;)
    if (is(*view_, t, Word::possessive_marker) && apart(t) && !apart(t + 1)) return false;
  return true;
}

void ItemReader::read_punctuation(Item& item) const {
  std::string_view text = view_->surface(item.first);
  const Token& token = view_->tokens[item.first];
  bool alone = token.has(kSpaceBefore | kNewlineBefore);
  if (text == ",") item.pos = Pos::comma;
  else if (owns(item.first)) item.pos = Pos::possessive;
  else if (is_quote(text)) item.pos = Pos::quote;
  else if (is_dash(text) || (text == "-" && alone)) item.pos = Pos::dash;
  else if (text == "-" || text == "/") item.pos = Pos::hyphen;
  else if (text == ":" || text == ";") item.pos = Pos::colon;
  else if (text == "(" || text == "[" || text == ")" || text == "]") item.pos = Pos::comma;
  else if (text == "&") item.pos = Pos::conjunction, item.classes.add(grammar_->id(Word::conjunction_and));
  else if (text == "." || text == "?" || text == "!") item.pos = Pos::stop;
  else if (text == "%" || text == "$") item.pos = Pos::number;
}

/// True if a hyphen joins the word to the one behind.
bool ItemReader::before_hyphen(const Item& item) const {
  const std::size_t next = item.first + 1;
  return next + 1 < view_->tokens.size() && !view_->tokens[next].has(kSpaceBefore | kNewlineBefore) &&
         !view_->tokens[next + 1].has(kSpaceBefore | kNewlineBefore) && is(*view_, static_cast<std::uint32_t>(next), Word::hyphen);
}

/// True if the word is of a closed class; sets what it is where it stands by itself.
bool ItemReader::is_closed(Item& item) const {
  if (!item.classes.meets(closed_)) return false;
  const Token& token = view_->tokens[item.first];
  bool inner_capital = token.has(kFirstCapital) && item.first > sentence_first_ && !token.has(kSentenceStart);
  if (is(item, Word::complementizer) && is(item, Word::subordinator_condition)) {
    item.pos = Pos::subordinator;
    return true;
  }
  for (auto [word, pos] : kClosed) {
    if (!is(item, word)) continue;
    if (pos == Pos::modal && inner_capital) continue;
    // `an IT worker`
    if (pos == Pos::pronoun && inner_capital && token.has(kAllCaps) && !view_->tokens[item.first - 1].has(kAllCaps)) continue;
    if (pos == Pos::pronoun && is(item, Word::number) && before_hyphen(item)) continue;  // `a one-day visit`
    item.pos = pos;
    // `a so-called truce`, `an in-person meeting`
    const bool joins = pos == Pos::preposition || pos == Pos::conjunction || pos == Pos::subordinator;
    if (joins && before_hyphen(item) && view_->surface(item.first + 1) == "-") item.pos = Pos::adjective;
    return true;
  }
  return false;
}

/// What the word may be: noun, adjective, and which forms of a verb.
void ItemReader::read_forms(Item& item) const {
  bool singular = is(item, Word::noun_singular), plural = is(item, Word::noun_plural);
  item.may_be_noun = singular || plural;
  item.plural = plural && !singular;
  if (is(item, Word::verb_base)) item.forms |= kFormBase;
  if (is(item, Word::verb_3sg)) item.forms |= kFormThird;
  if (is(item, Word::verb_past)) item.forms |= kFormPast;
  if (is(item, Word::verb_participle)) item.forms |= kFormParticiple;
  if (is(item, Word::verb_gerund)) item.forms |= kFormGerund;
  item.may_be_adjective = is(item, Word::adjective);
}

void ItemReader::read_open_class(Item& item) const {
  read_forms(item);
  if (item.forms != 0) item.pos = Pos::verb;
  else if (is(item, Word::adverb)) item.pos = Pos::adverb;
  else if (is(item, Word::nationality)) item.pos = Pos::adjective;
  else if (is(item, Word::adjective)) item.pos = Pos::adjective;
  else if (item.may_be_noun) item.pos = Pos::noun;
  else guess(item);
}

/// An unknown word: by its ending if it is written small, a noun if it has a capital.
void ItemReader::guess(Item& item) const {
  const Token& token = view_->tokens[item.first];
  item.pos = Pos::noun;
  item.may_be_noun = true;
  if (!token.has(kLower)) return;
  item.plural = is(item, Word::plural_ending);
  if (is(item, Word::adverb_ending)) item.pos = Pos::adverb;
  else if (is(item, Word::participle_ending)) item.pos = Pos::verb, item.forms = kFormPast | kFormParticiple;
  else if (is(item, Word::gerund_ending)) item.pos = Pos::verb, item.forms = kFormGerund;
}

}  // namespace liaison
