// What an opened pack holds: a view of each room's sections.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/class_gates.h"
#include "lexicon/image.h"
#include "lexicon/lexicon.h"
#include "lexicon/look_up.h"
#include "lexicon/stored_lines.h"
#include "liaison/pack.h"
#include "recognition/name_finder.h"
#include "recognition/name_model.h"
#include "relations/frame_book.h"
#include "relations/holds.h"
#include "resolution/nicknames.h"
#include "rules/program.h"
#include "text/orthography.h"

namespace liaison {

/// Bytes that live as long as the pack: embedded, owned or mapped.
class PackBytes {
 public:
  virtual ~PackBytes() = default;
  virtual std::string_view view() const = 0;
};

/// What a trigger of a frame is called and where it stands.
struct TriggerPlace {
  std::uint32_t name = 0, file = 0;  ///< in the strings
  std::uint32_t line = 0;
};

struct Pack::Contents {
  /// Throws Error{bad_pack, where}.
  Contents(std::unique_ptr<PackBytes> bytes_, const std::string& where);

  /// `each_stored_line` of a list that the pack keeps.
  template <class Use>
  void each_line_of(std::string_view path, const Use& use) const {
    each_stored_line(image, lexicon, path, use);
  }

  std::unique_ptr<PackBytes> bytes;
  Image image;
  std::string version;
  Orthography orthography;
  Lexicon lexicon;
  WordPatterns patterns;
  RuleBook rules;
  FrameBook frames;
  ClassGates gates;
  NameModel names;
  NameClasses name_classes;
  Nicknames nicknames;
  HoldClasses hold_classes;
  Table<TriggerPlace> triggers;
  std::vector<std::string_view> symbol_names;
  std::map<std::string_view, Symbol> symbol_of;
};

/// How RuleIds are dealt out: rules, then triggers of frames, then the model of names, then gazetteer entries.
struct RuleIds {
  std::uint32_t triggers, names, entries;

  explicit RuleIds(const Pack::Contents& contents);
  RuleId of_entry(std::uint32_t entity) const { return static_cast<RuleId>(entries + entity); }
  RuleId of_names() const { return static_cast<RuleId>(names); }
};

}  // namespace liaison
