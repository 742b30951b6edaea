#include "rules/naive_matcher.h"

#include <algorithm>
#include <utility>

#include "rules/conditions.h"

namespace liaison {
namespace {

/// Where the phrases of a class end that begin at a unit, the longest first, as the hits stand.
std::vector<std::uint32_t> phrase_ends(const Sequence& s, ClassId phrases, std::uint32_t at) {
  std::vector<std::uint32_t> ends;
  for (const Hit& hit : s.hits) {
    const Entry& entry = s.lexicon->entries()[hit.entry];
    bool own = !entry.is_name && entry.word_class() == phrases;
    for (std::uint32_t last = at; own && hit.first == s.units[at].first && last < s.units.size(); ++last)
      if (s.units[last].last == hit.first + hit.length) ends.push_back(last + 1);
  }
  return ends;
}

}  // namespace

NaiveMatcher::NaiveMatcher(const RuleSyntax& rule, UnitCompiler& units, Complaints& complaints) : rule_(rule) {
  prepare(rule.pattern, units, complaints);
}

void NaiveMatcher::prepare(const Node& node, UnitCompiler& units, Complaints& complaints) {
  if (node.kind == Node::Kind::unit) units_[&node] = units.compile(node, complaints);
  if (node.kind == Node::Kind::capture) numbers_.try_emplace(node.name, numbers_.size());
  for (const Node& part : node.parts) prepare(part, units, complaints);
}

std::optional<Match> NaiveMatcher::match_at(const Sequence& sequence, std::uint32_t start, const SameEntity& same_entity) {
  sequence_ = &sequence;
  limit_ = std::min<std::uint32_t>(start + rule_.window, sequence.units.size());
  match_ = {};
  bool found = parse(rule_.pattern, start, [&](std::uint32_t at) {
    match_.range = {start, at};
    return at > start && passes_conditions(same_entity);
  });
  return found ? std::optional(match_) : std::nullopt;
}

bool NaiveMatcher::parse(const Node& node, std::uint32_t at, const Rest& rest) {
  switch (node.kind) {
    case Node::Kind::unit: return parse_unit(units_.at(&node), at, rest);
    case Node::Kind::sequence: return parse_sequence(node, 0, at, rest);
    case Node::Kind::alternation:
      return std::any_of(node.parts.begin(), node.parts.end(), [&](const Node& part) { return parse(part, at, rest); });
    case Node::Kind::repeat: return parse_repeat(node, 0, at, rest);
    case Node::Kind::capture: return parse_capture(node, at, rest);
    case Node::Kind::look: {
      auto before = match_.captures;
      return (stands(node, at) != node.negated && rest(at)) || (match_.captures = before, false);
    }
    case Node::Kind::start: return at == 0 && rest(at);
    case Node::Kind::end: return at == sequence_->units.size() && rest(at);
  }
  return false;
}

bool NaiveMatcher::parse_sequence(const Node& node, std::size_t part, std::uint32_t at, const Rest& rest) {
  if (part == node.parts.size()) return rest(at);
  return parse(node.parts[part], at, [&](std::uint32_t next) { return parse_sequence(node, part + 1, next, rest); });
}

bool NaiveMatcher::parse_repeat(const Node& node, int count, std::uint32_t at, const Rest& rest) {
  auto again = [&](std::uint32_t next) { return parse_repeat(node, count + 1, next, rest); };
  if ((node.max == Node::kUnbounded || count < node.max) && parse(node.parts[0], at, again)) return true;
  return count >= node.min && rest(at);
}

bool NaiveMatcher::parse_capture(const Node& node, std::uint32_t at, const Rest& rest) {
  UnitRange& capture = match_.captures[numbers_.at(node.name)];
  UnitRange before = std::exchange(capture, {at, capture.last});
  auto close = [&](std::uint32_t end) {
    UnitRange open = std::exchange(capture, {capture.first, end});
    return rest(end) || (capture = open, false);
  };
  return parse(node.parts[0], at, close) || (capture = before, false);
}

bool NaiveMatcher::parse_unit(const CompiledUnit& unit, std::uint32_t at, const Rest& rest) {
  if (unit.units.empty() && at < limit_) {  // a phrase: longer hits stand before shorter ones
    for (std::uint32_t end : phrase_ends(*sequence_, unit.phrases, at))
      if (end <= limit_ && rest(end)) return true;
    return sequence_->units[at].is(unit.phrases) && rest(at + 1);
  }
  for (const std::vector<Test>& tests : unit.units) {
    auto pass = [&](const Test& test) { return passes(*sequence_, test, sequence_->units[at]); };
    if (at >= limit_ || !std::all_of(tests.begin(), tests.end(), pass)) return false;
    ++at;
  }
  return !unit.units.empty() && rest(at);
}

/// True if what a look asks for stands at a place: its first parse counts, and keeps its captures.
bool NaiveMatcher::stands(const Node& look, std::uint32_t at) {
  std::uint32_t outer = std::exchange(limit_, std::min<std::uint32_t>(at + rule_.window, sequence_->units.size()));
  bool found = !look.behind && parse(look.parts[0], at, [](std::uint32_t) { return true; });
  for (std::uint32_t back = 0; look.behind && !found && back <= std::min(at, kMaxLookBehind); ++back)
    found = parse(look.parts[0], at - back, [&](std::uint32_t end) { return end == at; });
  limit_ = outer;
  return found;
}

/// The number of a capture, counted from 1; 0 where there is none of the name.
std::uint8_t NaiveMatcher::number_of(const std::string& capture) const {
  auto at = numbers_.find(capture);
  return at == numbers_.end() ? std::uint8_t{0} : static_cast<std::uint8_t>(at->second + 1);
}

bool NaiveMatcher::passes_conditions(const SameEntity& same_entity) const {
  return std::all_of(rule_.conditions.begin(), rule_.conditions.end(), [&](const ConditionSyntax& c) {
    Condition condition{condition_kind(c.name, c.b), number_of(c.a), number_of(c.b)};
    return fulfils(condition, NumberClasses(*sequence_->lexicon), *sequence_, match_.captures, same_entity);
  });
}

}  // namespace liaison
