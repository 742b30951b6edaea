#include "rules/parts.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "rules/fill_names.h"

namespace liaison {
namespace {

/// How many nodes a pattern may have with its parts, and how deep they may nest: parts of parts could double it line by line.
constexpr std::size_t kMostNodes = 8192;
constexpr std::size_t kDeepest = 256;

/// How large a pattern is.
struct Extent {
  std::size_t nodes = 1, depth = 1;
};

Extent extent_of(const PatternNode& node) {
  Extent out;
  for (const PatternNode& part : node.parts) {
    const Extent inner = extent_of(part);
    out.nodes += inner.nodes;
    out.depth = std::max(out.depth, inner.depth + 1);
  }
  return out;
}

class PartFiller {
 public:
  PartFiller(const SourceText& source, std::set<std::string>& used, std::vector<Diagnostic>& diagnostics)
      : complaints_(source, diagnostics), used_(used) {}

  void run(RuleFile& file) {
    for (PartSyntax& part : file.parts) {
      fill(part.pattern, part.offset);
      const auto [known, is_new] = known_.try_emplace(part.name, Known{&part, extent_of(part.pattern)});
      if (!is_new) complaints_.add(part.offset, "duplicate-name", "there is a part `" + part.name + "` already", "give this one another name");
    }
    for (const ListSyntax& list : file.lists)
      if (known_.contains(list.name))
        complaints_.add(list.offset, "duplicate-name", "there is a part `" + list.name + "` already", "give this list another name");
    for (TemplateSyntax& item : file.templates) fill(item.rule.pattern, item.rule.offset);
    for (RuleSyntax& rule : file.rules) {
      fill(rule.pattern, rule.offset);
      if (rule.use)
        for (PatternNode& argument : rule.use->arguments) fill(argument, rule.use->offset);
    }
  }

 private:
  struct Known {
    const PartSyntax* part;
    Extent extent;
  };

  /// `offset` is that of what the pattern belongs to.
  void fill(PatternNode& pattern, std::size_t offset) {
    const Extent own = extent_of(pattern);
    Extent all = own;
    bool too_large = false;
    const GivenPattern given = [&](const std::string& name) -> const PatternNode* {
      const auto at = known_.find(name);
      if (at == known_.end() || too_large) return nullptr;
      used_.insert(name);
      all.nodes += at->second.extent.nodes;
      all.depth = std::max(all.depth, own.depth + at->second.extent.depth);
      too_large = all.nodes > kMostNodes || all.depth > kDeepest;
      return too_large ? nullptr : &at->second.part->pattern;
    };
    fill_names(pattern, given, [&](const UnitTest& name, const PatternNode&) {
      complaints_.add(name.offset, "bad-part", "a single unit is wanted here, and the part `" + name.text + "` is a pattern",
               "write it by itself, or make a list of the words");
    });
    if (too_large)
      complaints_.add(offset, "too-large", "with its parts this pattern has more than " + std::to_string(kMostNodes) + " elements, or nests too deep",
               "make several rules of it");
  }

  Complaints complaints_;
  std::set<std::string>& used_;
  std::map<std::string, Known, std::less<>> known_;
};

}  // namespace

void fill_parts(const SourceText& source, RuleFile& file, std::vector<Diagnostic>& diagnostics) {
  if (!file.parts.empty()) PartFiller(source, file.used_parts, diagnostics).run(file);
}

}  // namespace liaison
