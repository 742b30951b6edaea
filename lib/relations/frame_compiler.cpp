#include "relations/frame_compiler.h"

#include <algorithm>
#include <utility>

namespace liaison {
namespace {

/// The places that syntax makes out; all others are those of prepositions.
const std::vector<std::string> kPlaces{"subj", "obj", "iobj", "possessive", "compound", "inf", "is"};
const std::string kInfinitive = "inf", kItself = "is", kFill = "fill";
const std::vector<std::string> kTypes{"PERSON", "ORG", "GPE"};
const std::vector<std::string> kStatuses{"occurred", "planned", "possible", "denied"};
const std::string kTransparent = "transparent", kWhatever = "whatever";

/// The name of one flag and the bit that it sets.
using FlagNames = std::vector<std::pair<std::string, std::uint32_t>>;

const FlagNames kTriggerFlags{{"joint", Trigger::kJoint}, {"mutual", Trigger::kMutual},
                              {"theme", Trigger::kTheme}, {"weak", Trigger::kWeak},
                              {"bodies", Trigger::kBodies}, {"agreed", Trigger::kAgreed},
                              {"possible", Trigger::kPossible}, {"errand", Trigger::kErrand},
                              {"intransitive", Trigger::kIntransitive}, {"transitive", Trigger::kTransitive},
                              {"scene", Trigger::kScene}, {"talk", Trigger::kTalk},
                              {"plain", Trigger::kPlain}, {"one", Trigger::kOne}, {"task", Trigger::kTask},
                              {"shared", Trigger::kShared}, {"doing", Trigger::kDoing}, {"pair", Trigger::kPair},
                              {"apart", Trigger::kApart}, {"medium", Trigger::kMedium}};
const FlagNames kSlotFlags{{"set", Slot::kSet}, {"office", Slot::kOffice}, {"owner", Slot::kOwner},
                           {"named", Slot::kNamed}, {"purpose", Slot::kPurpose},
                           {"host", Slot::kHost}, {"guest", Slot::kGuest}};
const FlagNames kCueFlags{{"nobody", Cue::kNobody}, {"adjunct", Cue::kAdjunct}, {"others", Cue::kOthers},
                          {"achieved", Cue::kAchieved}, {"factive", Cue::kFactive},
                          {"subject", Cue::kSubject}, {"mutual", Cue::kMutual},
                          {"beside", Cue::kBeside}, {"proof", Cue::kProof}, {"pending", Cue::kPending}};

std::uint32_t flag_of(const FlagNames& names, const std::string& name) {
  for (const auto& [known, bit] : names)
    if (known == name) return bit;
  return 0;
}

std::vector<std::string> names_of(const FlagNames& names, std::vector<std::string> more = {}) {
  for (const auto& [known, bit] : names) more.push_back(known);
  return more;
}

/// The order in which triggers and cues are found: by head, and longer phrases first.
template <class Record, class KeyOf>
void sort_by_head(std::vector<Record>& records, KeyOf key_of) {
  auto length = [](const Phrase& p) {
    return std::count_if(std::begin(p.words), std::end(p.words), [](WordId w) { return w != kNoWord; });
  };
  std::stable_sort(records.begin(), records.end(), [&](const Record& a, const Record& b) {
    if (key_of(a) != key_of(b)) return key_of(a) < key_of(b);
    return length(a.phrase) > length(b.phrase);
  });
}

}  // namespace

FrameCompiler::FrameCompiler(LexiconBuilder& lexicon, SymbolsBuilder& symbols, const Inflection& inflection,
                             std::uint32_t first_rule, std::vector<Diagnostic>& diagnostics)
    : lexicon_(lexicon), symbols_(symbols), inflection_(inflection), next_rule_(first_rule), diagnostics_(diagnostics) {
  for (std::string_view name : kWordClassNames) lexicon_.find_class(name);
  lexicon_.inflect(lexicon_.word_class(kTriggerClass), {.verb = true, .noun = true});
}

void FrameCompiler::add(const SourceText& source, const RuleFile& file, RuleCompiler& rules) {
  for (const FrameSyntax& frame : file.frames) {
    std::uint32_t first = next_rule_;
    add_frame(source, frame);
    rules.add_examples(source, first, frame.examples, {"status", 1, kStatuses});
  }
  for (const CueSyntax& cue : file.cues) add_cue(source, cue);
}

void FrameCompiler::add_frame(const SourceText& source, const FrameSyntax& syntax) {
  Frame frame;
  frame.kind = symbols_.add(syntax.kind);
  std::uint32_t types = 0;
  for (const WordSyntax& type : syntax.fill) {
    if (type_bit(type.text) == 0)
      diagnostics_.push_back(source.complain(type.offset, "unknown-type", "`" + type.text + "` cannot take part",
                                             did_you_mean(type.text, kTypes)));
    types |= type_bit(type.text);
  }
  if (types == 0)
    for (const std::string& type : kTypes) types |= type_bit(type);
  add_forbidden(source, syntax, frame);
  add_derivations(source, syntax, frame);
  frames_.push_back(frame);
  for (const TriggerSyntax& trigger : syntax.triggers) add_triggers(source, syntax, trigger, types);
}

void FrameCompiler::add_triggers(const SourceText& source, const FrameSyntax& frame, const TriggerSyntax& syntax,
                                 std::uint32_t types) {
  Trigger trigger;
  trigger.frame = static_cast<std::uint16_t>(frames_.size() - 1);
  trigger.kind = static_cast<TriggerKind>(syntax.kind);
  for (const WordSyntax& flag : syntax.flags) {
    const std::uint32_t bit = flag_of(kTriggerFlags, flag.text);
    if (bit == 0)
      diagnostics_.push_back(source.complain(flag.offset, "unknown-flag", "a trigger has no flag `" + flag.text + "`",
                                             did_you_mean(flag.text, names_of(kTriggerFlags))));
    trigger.flags |= bit;
  }
  trigger.first_slot = static_cast<std::uint16_t>(slots_.size());
  add_slots(source, syntax, types);
  const std::size_t places = slots_.size() - trigger.first_slot;
  if (places > kMaxPlaces)
    diagnostics_.push_back(source.complain(syntax.offset, "too-many-places",
                                           "a trigger has at most " + std::to_string(kMaxPlaces) + " places",
                                           "write a second line for the others"));
  if (syntax.sides.size() > kMaxSides)
    diagnostics_.push_back(source.complain(syntax.offset, "too-many-sides",
                                           "the places of a trigger are on at most " + std::to_string(kMaxSides) + " sides",
                                           "`,` parts places on one side"));
  trigger.slot_count = static_cast<std::uint8_t>(places);
  warn_of_one_side(source, syntax, trigger);
  for (const std::string& words : syntax.words) {
    trigger.phrase = phrase_of(source, words, syntax.offset);
    // `co-sponsor`: the verb goes first, its prefix behind.
    if (const std::size_t hyphen = words.find('-'); trigger.kind == TriggerKind::verb && hyphen < words.find(' ') &&
        trigger.phrase.words[2] != kNoWord)
      std::swap(trigger.phrase.words[0], trigger.phrase.words[2]);
    trigger.rule = next_rule_++;
    add_forms(trigger.kind, trigger.phrase, words);
    triggers_.push_back(trigger);
    names_.push_back({frame.kind + "/" + words, source.path(), syntax.line});
  }
}

/// Who stand on one side are joined with nobody, unless trigger or place says that they are joined with one another.
void FrameCompiler::warn_of_one_side(const SourceText& source, const TriggerSyntax& syntax, const Trigger& trigger) {
  bool joined = (trigger.flags & (Trigger::kJoint | Trigger::kMutual)) != 0;
  for (std::size_t i = trigger.first_slot; i < slots_.size(); ++i) joined |= (slots_[i].flags & Slot::kSet) != 0;
  if (syntax.sides.size() != 1 || trigger.slot_count == 0 || joined) return;
  diagnostics_.push_back(source.complain(syntax.offset, "one-side", "all places of this trigger are on one side: it joins nobody",
                                         "`|` parts the sides, as in `subj | obj`; `(joint)` and `(mutual)` join those of one side"));
  diagnostics_.back().severity = Severity::warning;
}

void FrameCompiler::add_slots(const SourceText& source, const TriggerSyntax& syntax, std::uint32_t types) {
  for (std::size_t side = 0; side < syntax.sides.size(); ++side)
    for (const SlotSyntax& slot : syntax.sides[side]) {
      Slot record;
      record.side = static_cast<std::uint8_t>(side);
      record.types = types;
      add_slot(source, slot, record);
    }
}

bool FrameCompiler::add_slot(const SourceText& source, const SlotSyntax& syntax, Slot slot) {
  slot.place = place_of(source, syntax.place, syntax.offset, slot.preposition);
  if (syntax.place == kItself) slot.flags |= Slot::kSelf;
  std::uint32_t only = 0;
  for (const WordSyntax& flag : syntax.flags) {
    const auto bit = static_cast<std::uint8_t>(flag_of(kSlotFlags, flag.text));
    only |= type_bit(flag.text);
    if (bit == 0 && type_bit(flag.text) == 0)
      diagnostics_.push_back(source.complain(flag.offset, "unknown-flag", "a place has no flag `" + flag.text + "`",
                                             did_you_mean(flag.text, names_of(kSlotFlags, kTypes))));
    slot.flags |= bit;
  }
  if (only != 0) slot.types = only;
  if (slot.place) slots_.push_back(slot);
  return static_cast<bool>(slot.place);
}

void FrameCompiler::add_forbidden(const SourceText& source, const FrameSyntax& syntax, Frame& frame) {
  frame.first_forbidden = static_cast<std::uint32_t>(forbidden_.size());
  for (const ForbiddenSyntax& forbidden : syntax.forbidden) {
    WordId preposition = kNoWord;
    if (forbidden.place == kFill) {
      for (const std::string& subtype : forbidden.heads) forbidden_.push_back({symbols_.add(subtype), ForbiddenHead::kSubtype});
      continue;
    }
    Symbol place = place_of(source, forbidden.place, forbidden.offset, preposition);
    std::uint16_t where = forbidden.place == kInfinitive ? ForbiddenHead::kInfinitive : ForbiddenHead::kPlace;
    for (const std::string& head : forbidden.heads)
      forbidden_.push_back({place, where, head == kWhatever ? kNoWord : lexicon_.word(head), preposition});
  }
  frame.forbidden_count = static_cast<std::uint16_t>(forbidden_.size() - frame.first_forbidden);
}

void FrameCompiler::add_derivations(const SourceText& source, const FrameSyntax& syntax, Frame& frame) {
  frame.first_derivation = static_cast<std::uint32_t>(derivations_.size());
  for (const DerivationSyntax& derivation : syntax.derivations) {
    check_status(source, derivation.status, derivation.status_offset, kStatuses);
    for (const SlotSyntax& slot : derivation.places) {
      WordId preposition = kNoWord;
      Symbol place = place_of(source, slot.place, slot.offset, preposition);
      derivations_.push_back({symbols_.add(derivation.kind), symbols_.add(derivation.status), place, 0, preposition});
    }
  }
  frame.derivation_count = static_cast<std::uint16_t>(derivations_.size() - frame.first_derivation);
}

bool FrameCompiler::check_status(const SourceText& source, const std::string& status, std::size_t offset,
                                 const std::vector<std::string>& known) {
  if (std::find(known.begin(), known.end(), status) != known.end()) return true;
  diagnostics_.push_back(source.complain(offset, "unknown-status", "there is no status `" + status + "`",
                                         did_you_mean(status, known)));
  return false;
}

bool FrameCompiler::set_cue_flag(const std::string& flag, Cue& cue) {
  const auto bit = static_cast<std::uint16_t>(flag_of(kCueFlags, flag));
  cue.flags |= bit;
  if (bit != 0) return true;
  if (flag.starts_with("as=")) {
    cue.as = symbols_.add(flag.substr(3));
    return true;
  }
  Symbol kind = symbols_.find(flag);
  bool known = std::any_of(frames_.begin(), frames_.end(), [&](const Frame& f) { return f.kind == kind; });
  if (!kind || kind.id >= 32 || (!known && kind.id > symbols::cooperation.id)) return false;
  cue.kinds |= 1u << kind.id;
  return true;
}

void FrameCompiler::add_cue(const SourceText& source, const CueSyntax& syntax) {
  Cue cue;
  cue.table = syntax.table == "support" ? Cue::kSupport : Cue::kStatus;
  std::vector<std::string> values = kStatuses;
  values.push_back(kTransparent);
  if (check_status(source, syntax.value, syntax.offset, values) && syntax.value != kTransparent)
    cue.value = symbols_.add(syntax.value);
  for (const WordSyntax& flag : syntax.flags)
    if (!set_cue_flag(flag.text, cue))
      diagnostics_.push_back(source.complain(flag.offset, "unknown-flag", "a cue has no flag `" + flag.text + "`",
                                             did_you_mean(flag.text, names_of(kCueFlags, {"meeting", "contact", "cooperation"}))));
  for (const std::string& words : syntax.words) {
    cue.phrase = phrase_of(source, words, syntax.offset);
    cues_.push_back(cue);
  }
}

Symbol FrameCompiler::place_of(const SourceText& source, const std::string& name, std::size_t offset,
                               WordId& preposition) {
  if (std::find(kPlaces.begin(), kPlaces.end(), name) != kPlaces.end()) return symbols_.add(name);
  WordId word = lexicon_.find_word(name);
  ClassId prepositions = lexicon_.find_class(kWordClassNames[static_cast<std::size_t>(Word::preposition)]);
  if (word != kNoWord && lexicon_.classes(word).has(prepositions)) {
    preposition = word;
    return symbols_.add(name);
  }
  diagnostics_.push_back(source.complain(offset, "unknown-place",
                                         "`" + name + "` is neither a place of a clause nor a preposition",
                                         did_you_mean(name, kPlaces)));
  return symbols::none;
}

std::uint32_t FrameCompiler::type_bit(const std::string& name) const {
  if (std::find(kTypes.begin(), kTypes.end(), name) == kTypes.end()) return 0;
  return 1u << symbols_.find(name).id;
}

Phrase FrameCompiler::phrase_of(const SourceText& source, const std::string& words, std::size_t offset) {
  Phrase out;
  std::vector<WordId> ids = lexicon_.words(words);
  if (ids.empty() || ids.size() > kMaxTriggerWords)
    diagnostics_.push_back(source.complain(offset, "bad-phrase", "`" + words + "` is too long: " +
                                           std::to_string(kMaxTriggerWords) + " words at most",
                                           "a trigger is the word that tells of the event; what stands beside it fills places"));
  for (std::size_t i = 0; i < std::min(ids.size(), kMaxTriggerWords); ++i) out.words[i] = ids[i];
  return out;
}

/// Makes sure that the lexicon knows the inflected forms of a trigger's head.
void FrameCompiler::add_forms(TriggerKind kind, const Phrase& phrase, const std::string& words) {
  Trigger trigger{.phrase = phrase, .kind = kind};
  WordId head = head_of(trigger);
  if (head == kNoWord) return;
  lexicon_.mark(head, lexicon_.word_class(kTriggerClass));
  std::size_t space = words.find(' ');
  if (kind == TriggerKind::verb && lexicon_.verb_lemma(head) == kNoWord) {
    const std::string verb = words.substr(0, space);
    const std::size_t hyphen = verb.rfind('-');
    lexicon_.add_forms(inflection_.verb({hyphen == std::string::npos ? verb : verb.substr(hyphen + 1)}));
  }
  if (kind == TriggerKind::noun && lexicon_.noun_lemma(head) == kNoWord)
    lexicon_.add_forms(inflection_.noun({space == std::string::npos ? words : words.substr(words.rfind(' ') + 1)}));
}

void FrameCompiler::build(ImageBuilder& image) {
  sort_by_head(triggers_, [](const Trigger& t) { return head_of(t); });
  sort_by_head(cues_, [](const Cue& c) { return c.phrase.words[0]; });
  image.add(SectionId::triggers, triggers_);
  image.add(SectionId::frames, frames_);
  image.add(SectionId::slots, slots_);
  image.add(SectionId::frame_words, forbidden_);
  image.add(SectionId::derivations, derivations_);
  image.add(SectionId::status_cues, cues_);
  image.add(SectionId::reference_keys, std::vector{ReferenceKeys{symbols_.add("capital"), symbols_.add("country"), symbols_.add("iso")}});
}

}  // namespace liaison
