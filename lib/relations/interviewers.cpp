#include "relations/interviewers.h"

#include <algorithm>

namespace liaison {
namespace {

/// How many tokens a role between a medium and a name may have: `NBC's chief foreign correspondent A`.
constexpr std::uint32_t kLongestRole = 5;

/// True if the tokens from a name to another say that one works for the other: `Fox's A`, `Fox host A`, not `former Fox host A`.
bool joins(const TextView& view, const Grammar& grammar, std::uint32_t first, std::uint32_t last) {
  if (first >= last || last - first > kLongestRole) return false;
  for (std::uint32_t t = first; t < last; ++t)
    if (grammar.is(view, t, Word::former) || view.tokens[t].has(kSentenceStart)) return false;
  return grammar.is(view, last - 1, Word::press) || (last - first == 1 && grammar.is(view, first, Word::possessive_marker));
}

/// True if something is told to who is named here: `told Fox's A`, `an interview with the Post's A`.
bool is_addressed(const TextView& view, const Grammar& grammar, std::uint32_t at) {
  if (at > 0 && grammar.is(view, at - 1, Word::article)) --at;
  return at > 0 && (grammar.is(view, at - 1, Word::addressee) || grammar.is(view, at - 1, Word::preposition));
}

/// True if a role in the press stands before a token and is no verb: `radio host A`, not `will host A`.
bool role_before(const TextView& view, const Grammar& grammar, std::uint32_t at) {
  if (at < 2 || !grammar.is(view, at - 1, Word::press) || grammar.is(view, at - 2, Word::modal)) return false;
  return grammar.is(view, at - 2, Word::noun_singular) || grammar.is(view, at - 2, Word::adjective) ||
         grammar.is(view, at - 2, Word::hyphen);
}

}  // namespace

void find_interviewers(const TextView& view, const Grammar& grammar, std::span<const Annotation> annotations,
                       std::vector<EntityId>& out) {
  out.clear();
  const Annotation* before = nullptr;
  for (const Annotation& name : annotations) {
    if (name.entity == EntityId::none) continue;
    if (name.type == symbols::person) {
      const bool medium = before && before->known != Annotation::kUnknown &&
                          view.lexicon->entities()[before->known].subtype == symbols::media;
      const bool told = medium && is_addressed(view, grammar, before->first) && joins(view, grammar, before->last, name.first);
      if (told || role_before(view, grammar, name.first)) out.push_back(name.entity);
    }
    before = &name;
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
}

}  // namespace liaison
