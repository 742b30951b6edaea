// Compiles frames and the tables of cues to records.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "lexicon/lexicon_builder.h"
#include "lexicon/morphology.h"
#include "liaison/error.h"
#include "relations/frame_book.h"
#include "rules/compiler.h"
#include "rules/source.h"
#include "rules/syntax.h"

namespace liaison {

/// Compiles the frames and cues of files, one after the other. All that is wrong is complained about, with its place.
/// Requires: word classes and inflected forms were added to the lexicon before; the references outlive the compiler.
class FrameCompiler {
 public:
  /// `first_rule` is the RuleId of the first trigger: the number of rules that stand before it in the pack.
  FrameCompiler(LexiconBuilder& lexicon, SymbolsBuilder& symbols, const Inflection& inflection,
                std::uint32_t first_rule, std::vector<Diagnostic>& diagnostics);

  /// Adds the frames and cues of a file. Examples go to `rules` under the RuleId of their frame's first trigger.
  void add(const SourceText& source, const RuleFile& file, RuleCompiler& rules);
  /// Writes the sections of the frames.
  void build(ImageBuilder& image);

  /// What a trigger is called and where it stands, in the order of their RuleIds.
  struct TriggerName {
    std::string name;            ///< "meeting/sit down"
    std::string file;
    std::uint32_t line = 0;
    std::string place() const { return file + ":" + std::to_string(line); }
  };
  /// One for each trigger that was added.
  const std::vector<TriggerName>& names() const { return names_; }

 private:
  void add_frame(const SourceText& source, const FrameSyntax& syntax);
  void add_triggers(const SourceText& source, const FrameSyntax& frame, const TriggerSyntax& syntax,
                    std::uint32_t types);
  void warn_of_one_side(const SourceText& source, const TriggerSyntax& syntax, const Trigger& trigger);
  void add_slots(const SourceText& source, const TriggerSyntax& syntax, std::uint32_t types);
  bool add_slot(const SourceText& source, const SlotSyntax& syntax, Slot slot);
  void add_forbidden(const SourceText& source, const FrameSyntax& syntax, Frame& frame);
  void add_derivations(const SourceText& source, const FrameSyntax& syntax, Frame& frame);
  void add_cue(const SourceText& source, const CueSyntax& syntax);
  bool check_status(const SourceText& source, const std::string& status, std::size_t offset,
                    const std::vector<std::string>& known);
  bool set_cue_flag(const std::string& flag, Cue& cue);

  /// The place of a name; none, with a complaint, where neither syntax nor the prepositions know it.
  Symbol place_of(const SourceText& source, const std::string& name, std::size_t offset, WordId& preposition);
  /// The bit of a type; 0 where it is none.
  std::uint32_t type_bit(const std::string& name) const;
  Phrase phrase_of(const SourceText& source, const std::string& words, std::size_t offset);
  void add_forms(TriggerKind kind, const Phrase& phrase, const std::string& words);

  LexiconBuilder& lexicon_;
  SymbolsBuilder& symbols_;
  const Inflection& inflection_;
  std::uint32_t next_rule_;
  std::vector<Diagnostic>& diagnostics_;
  std::vector<TriggerName> names_;
  std::vector<Trigger> triggers_;
  std::vector<Frame> frames_;
  std::vector<Slot> slots_;
  std::vector<ForbiddenHead> forbidden_;
  std::vector<Derivation> derivations_;
  std::vector<Cue> cues_;
};

}  // namespace liaison
