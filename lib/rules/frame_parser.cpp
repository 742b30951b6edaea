// Parses frames and the tables of cues.
#include <utility>

#include "rules/parser.h"

namespace liaison {
namespace {

using Sides = std::vector<std::vector<SlotSyntax>>;

/// `(joint, as=to)`: the flags behind a word or place; none where no bracket follows.
std::vector<WordSyntax> parse_flags(Cursor& in) {
  std::vector<WordSyntax> out;
  if (!in.take("(")) return out;
  do {
    in.skip_blanks();
    WordSyntax flag{.offset = in.offset()};
    flag.text = in.name();
    if (flag.text.empty()) {
      in.error("bad-flag", "a flag is missing here", "without flags there are no brackets");
      in.skip_line();
      return out;
    }
    if (in.take("=")) flag.text += "=" + in.name();
    out.push_back(std::move(flag));
  } while (in.take(","));
  if (in.take(")")) return out;
  in.error("not-closed", "a closing bracket is missing here", "flags are written `(joint, as=to)`");
  in.skip_line();
  return out;
}

/// One trigger or cue: `meet`, `sit down`, or `"due to"` between quotes.
std::string parse_words(Cursor& in) {
  in.skip_blanks();
  if (in.peek() == '"') return in.quoted('"');
  std::string out;
  for (std::string word = in.name(); !word.empty(); word = in.name()) out += (out.empty() ? "" : " ") + word;
  return out;
}

/// Words between commas; a comma at the end of a line leads on to the next.
std::vector<std::string> parse_word_list(Cursor& in) {
  std::vector<std::string> out;
  do {
    if (in.at_line_end() && !in.next_line()) {
      in.error("bad-list", "the list ends with a comma", "leave it out, or write another word behind it");
      break;
    }
    out.push_back(parse_words(in));
    if (out.back().empty()) {
      in.error("empty-word", "a word is missing here", "words stand between commas, with one comma between two");
      in.skip_line();
      break;
    }
  } while (in.take(","));
  return out;
}

bool parse_slot(Cursor& in, SlotSyntax& slot) {
  in.skip_blanks();
  slot.offset = in.offset();
  slot.place = in.name();
  if (slot.place.empty()) {
    in.error("no-place", "the name of a place is missing here", "for example subj, obj, with or between");
    return false;
  }
  slot.flags = parse_flags(in);
  return true;
}

/// `subj | obj, with | between(set)`.
Sides parse_sides(Cursor& in) {
  Sides out;
  do {
    out.emplace_back();
    do {
      Cursor end = in;
      if (in.at_line_end() && !in.next_line()) in = end;
      SlotSyntax slot;
      if (!parse_slot(in, slot)) {
        in.skip_line();
        return out;
      }
      out.back().push_back(std::move(slot));
    } while (in.take(","));
  } while (in.take("|"));
  return out;
}

/// A side that is only the name of shared slots stands for them, whether they are told above it or below.
void expand(Sides& sides, const FrameSyntax& frame) {
  if (sides.size() != 1 || sides[0].size() != 1) return;
  for (const SharedSlotsSyntax& shared : frame.shared)
    if (shared.name == sides[0][0].place) return void(sides = shared.sides);
}

void parse_trigger(Cursor& in, TriggerSyntax::Kind kind, FrameSyntax& frame) {
  in.skip_blanks();
  std::size_t errors = in.diagnostics().size();
  TriggerSyntax trigger{.kind = kind, .offset = in.offset(), .line = in.line()};
  trigger.words = parse_word_list(in);
  trigger.flags = parse_flags(in);
  if (in.diagnostics().size() > errors) return in.skip_line();
  if (!in.take(":"))
    return in.error("no-slots", "`:` and the places that the participants fill belong here",
                    "for example `verb sue: subj | obj`");
  trigger.sides = parse_sides(in);
  frame.triggers.push_back(std::move(trigger));
}

void parse_shared(Cursor& in, FrameSyntax& frame) {
  SharedSlotsSyntax shared{.name = in.name(), .sides = {}};
  if (shared.name.empty() || !in.take("=")) {
    in.error("bad-slots", "the name of the shared slots and `=` belong here", "they are written `slots NAME = subj | with`");
    return in.skip_line();
  }
  shared.sides = parse_sides(in);
  frame.shared.push_back(std::move(shared));
}

void parse_fill(Cursor& in, FrameSyntax& frame) {
  do {
    in.skip_blanks();
    WordSyntax type{.offset = in.offset()};
    type.text = in.name();
    if (type.text.empty()) return in.error("no-type", "a type is missing here", "for example `fill PERSON | ORG`");
    frame.fill.push_back(std::move(type));
  } while (in.take("|"));
}

void parse_forbidden(Cursor& in, FrameSyntax& frame) {
  in.skip_blanks();
  ForbiddenSyntax forbidden{.offset = in.offset()};
  forbidden.place = in.name();
  if (forbidden.place.empty() || !in.take("="))
    return in.error("bad-not", "a place and what it must not hold belong here",
                    "they are written `not obj = demand | deadline`");
  do {
    if (in.at_line_end() && !in.next_line()) return in.error("bad-list", "the list ends with a bar", "leave it out, or write another word behind it");
    forbidden.heads.push_back(parse_words(in));
  } while (in.take("|"));
  frame.forbidden.push_back(std::move(forbidden));
}

void parse_derivation(Cursor& in, FrameSyntax& frame) {
  in.skip_blanks();
  DerivationSyntax derivation{.offset = in.offset()};
  derivation.kind = in.name();
  in.skip_blanks();
  derivation.status_offset = in.offset();
  derivation.status = in.name();
  if (derivation.status.empty() || !in.take(":")) {
    in.error("bad-derive", "the kind and status of what the frame derives belong here, and `:`",
             "it is written `derive KIND STATUS: about, on`");
    return in.skip_line();
  }
  Sides sides = parse_sides(in);
  if (!sides.empty()) derivation.places = std::move(sides[0]);
  frame.derivations.push_back(std::move(derivation));
}

void parse_frame_line(Cursor& in, FrameSyntax& frame) {
  using Kind = TriggerSyntax::Kind;
  if (parse_example(in, frame.examples)) return;
  std::size_t offset = in.offset();
  std::string word = in.name();
  if (word == "verb") parse_trigger(in, Kind::verb, frame);
  else if (word == "noun") parse_trigger(in, Kind::noun, frame);
  else if (word == "word") parse_trigger(in, Kind::word, frame);
  else if (word == "slots") parse_shared(in, frame);
  else if (word == "fill") parse_fill(in, frame);
  else if (word == "not") parse_forbidden(in, frame);
  else if (word == "derive") parse_derivation(in, frame);
  else {
    static const std::vector<std::string> kLines{"verb", "noun", "word", "slots", "fill", "not",
                                                 "derive", "yes", "no", "todo"};
    in.error_at(offset, "unexpected", "a frame has no line `" + word + "`", did_you_mean(word, kLines));
    in.skip_line();
  }
  if (!in.at_line_end()) {
    in.error("unexpected", "the end of the line belongs here",
             "places are parted by `,` on one side, by `|` between the sides: `subj | obj, with`");
    in.skip_line();
  }
}

}  // namespace

void parse_frame(Cursor& in, RuleFile& file) {
  std::size_t errors = in.diagnostics().size();
  in.skip_blanks();
  FrameSyntax frame{.offset = in.offset()};
  frame.kind = in.name();
  if (frame.kind.empty())
    in.error("no-name", "the kind of event that the frame finds is missing here", "for example `frame lawsuit`");
  else if (!in.at_line_end())
    in.error("unexpected", "the end of the line belongs here",
             "the kind of a frame is one name, and what belongs to it stands indented in the lines below");
  while (in.next_line()) parse_frame_line(in, frame);
  for (TriggerSyntax& trigger : frame.triggers) expand(trigger.sides, frame);
  if (frame.triggers.empty() && in.diagnostics().size() == errors)
    in.error_at(frame.offset, "no-trigger", "the frame `" + frame.kind + "` has no trigger",
                "a line such as `verb sue: subj | obj` belongs into it");
  if (in.diagnostics().size() == errors) file.frames.push_back(std::move(frame));
}

void parse_cue(Cursor& in, const std::string& table, RuleFile& file) {
  std::size_t errors = in.diagnostics().size();
  in.skip_blanks();
  CueSyntax cue{.table = table, .offset = in.offset(), .line = in.line()};
  cue.value = in.name();
  cue.flags = parse_flags(in);
  if (cue.value.empty() || !in.take(":"))
    return in.error("bad-cue", "the value of the line and `:` belong here", "it is written `" + table + " VALUE: word, word`");
  cue.words = parse_word_list(in);
  if (in.diagnostics().size() == errors) file.cues.push_back(std::move(cue));
}

}  // namespace liaison
