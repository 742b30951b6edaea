// The part of the clause parser that takes out what is inserted between brackets.
#include <algorithm>

#include "relations/clauses.h"

namespace liaison {
namespace {

/// How many groups may stand between two brackets.
constexpr std::uint32_t kLongestInsertion = 40;

}  // namespace

/// The bracket that closes the one at `at`; kNone if there is none near.
std::uint32_t ClauseParser::closing(std::uint32_t at) const {
  const auto end = std::min<std::uint32_t>(static_cast<std::uint32_t>(whole_.size()), at + kLongestInsertion);
  int depth = 0;
  for (std::uint32_t i = at; i < end; ++i) {
    if (whole_[i].has(Group::kOpen)) ++depth;
    if (whole_[i].has(Group::kClose) && --depth == 0) return i;
  }
  return kNone;
}

/// `Ann Lee, 54, met`: a number behind the name of a person, between commas.
bool ClauseParser::is_age(std::uint32_t at) const {
  if (at == 0 || at + 2 >= whole_.size() || whole_[at].kind != Kind::comma || !whole_[at + 1].has(Group::kNumber)) return false;
  const Group& before = whole_[at - 1];
  const bool person = before.kind == Kind::noun && before.name != kNone && !before.has(Group::kOwner) &&
                      annotations_[before.name].type == symbols::person;
  return person && (whole_[at + 2].kind == Kind::comma || whole_[at + 2].kind == Kind::stop);
}

/// `the minister [Ann Lee]`, `with [President] Ann Lee`: what stands between square brackets says who a neighbour is.
bool ClauseParser::explains_neighbour(std::uint32_t open, std::uint32_t close) const {
  if (close != open + 2 || (whole_[open + 1].kind != Kind::noun && whole_[open + 1].kind != Kind::adjective)) return false;
  const auto noun = [&](std::uint32_t at, bool named) {
    return at < whole_.size() && whole_[at].kind == Kind::noun && (whole_[at].name != kNone) == named;
  };
  return noun(open + 1, true) ? open > 0 && noun(open - 1, false) : noun(close + 1, true);
}

/// `between A – who is a lawyer – and B`: the dash that ends a relative clause which another one opens, inside a coordination;
/// kNone if there is none.
std::uint32_t ClauseParser::dashed_clause(std::uint32_t at) const {
  if (whole_[at].kind != Kind::dash || at + 2 >= whole_.size() || whole_[at + 1].kind != Kind::relative) return kNone;
  const auto end = std::min<std::uint32_t>(static_cast<std::uint32_t>(whole_.size()), at + kLongestInsertion);
  for (std::uint32_t i = at + 1; i + 2 < end; ++i) {
    if (whole_[i].kind == Kind::stop || whole_[i].kind == Kind::colon) return kNone;
    if (whole_[i].kind == Kind::dash) return whole_[i + 1].kind == Kind::conjunction && whole_[i + 2].kind == Kind::noun ? i : kNone;
  }
  return kNone;
}

void ClauseParser::find_insertions() {
  insertions_.clear();
  for (std::uint32_t i = 1; i < whole_.size(); ++i) {
    if (const std::uint32_t last = dashed_clause(i); last != kNone) {
      insertions_.push_back({i, last + 1, i, last});
      i = last;
      continue;
    }
    if (whole_[i].kind != Kind::comma) continue;
    if (is_age(i)) insertions_.push_back({i, i + 2, kNone, kNone});
    if (!whole_[i].has(Group::kOpen)) continue;
    const std::uint32_t close = closing(i);
    const bool owned = whole_[i - 1].has(Group::kOwner);
    if (close == kNone || owned || (whole_[i].has(Group::kSquare) && !explains_neighbour(i, close))) continue;
    // `Ann Lee, (D-Ohio), met`: one comma is enough
    const bool twice = whole_[i - 1].kind == Kind::comma && close + 1 < whole_.size() && whole_[close + 1].kind == Kind::comma;
    insertions_.push_back({i, close + (twice ? 2 : 1), i, close});
    i = insertions_.back().last - 1;
  }
}

/// `[Harper] met`: a mark around what is put for another word.
bool ClauseParser::is_substitute_mark(std::uint32_t at) const {
  return whole_[at].kind == Kind::comma && whole_[at].has(Group::kSquare);
}

/// The noun that an insertion tells of, before those right before it: `Ann Lee, 54 (D-Ohio)`; kNone if there is none.
std::uint32_t ClauseParser::host_of(std::size_t insertion) const {
  while (insertion > 0 && insertions_[insertion - 1].last == insertions_[insertion].first) --insertion;
  for (std::uint32_t i = insertions_[insertion].first; i-- > 0;) {
    const Kind kind = whole_[i].kind;
    if (kind == Kind::noun) return i;
    if (kind != Kind::adverb && kind != Kind::time && kind != Kind::quote && kind != Kind::other && kind != Kind::comma) return kNone;
  }
  return kNone;
}

/// Reads what stands between brackets: a clause of its own, or what is told of the noun before. `quoted`: they stand between
/// quotation marks.
void ClauseParser::read_insertion(std::size_t at, bool quoted) {
  const Insertion insertion = insertions_[at];
  if (insertion.open == kNone) return;
  const auto inner = std::span(whole_).subspan(insertion.open + 1, insertion.close - insertion.open - 1);
  if (inner.empty()) return;
  const auto finite = std::find_if(inner.begin(), inner.end(), [](const Group& g) {
    return g.kind == Kind::relative || (g.kind == Kind::verb && g.has(Group::kFinite));
  });
  const bool clause = finite != inner.end() && finite->kind == Kind::verb && finite != inner.begin();
  const std::uint32_t host = clause ? kNone : host_of(at);
  if (host != kNone && inner.front().has(Group::kParticiple)) inner.front().flags &= ~Group::kFinite;  // `A (backed by B)`
  places_.clear();
  if (host != kNone) places_ = {host, insertion.open};
  for (std::uint32_t i = insertion.open + 1; i < insertion.close; ++i) places_.push_back(i);
  read_part(host != kNone, quoted);
  // `the group (A, B and C)`: those whom a name stands for take part with it.
  const std::uint32_t first = insertion.open + 1;
  if (host == kNone || whole_[host].name == kNone || whole_[first].name == kNone || links_[first].label != Label::apposition ||
      !list_ahead(2))
    return;
  const std::uint32_t head = links_[host].label == Label::conjunct ? links_[host].parent : host;
  for (std::uint32_t i = first; i < insertion.close; ++i)
    if (i == first || (links_[i].label == Label::conjunct && links_[i].parent == first))
      links_[i].parent = head, links_[i].label = Label::conjunct;
}

}  // namespace liaison
