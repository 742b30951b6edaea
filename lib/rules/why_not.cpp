#include "rules/why_not.h"

#include <algorithm>
#include <map>
#include <utility>

#include "rules/conditions.h"
#include "rules/unit_compiler.h"

namespace liaison {
namespace {

/// Follows all parses of a rule from one start and keeps the one that came furthest.
class Attempter {
 public:
  Attempter(const RuleBook& book, const Rule& rule, const Sequence& sequence, const SameEntity& same_entity)
      : book_(book), rule_(rule), s_(sequence), same_entity_(same_entity) {}

  Attempt run(std::uint32_t start) {
    start_ = start;
    limit_ = std::min<std::uint32_t>(start + rule_.window, static_cast<std::uint32_t>(s_.units.size()));
    best_.start = best_.end = start;
    best_.matches = follow(rule_.program, start, 0);
    return best_;
  }

 private:
  using State = std::pair<std::uint32_t, std::uint32_t>;  // instruction, unit

  /// True if the rest of the program matches from here. Every state is entered once for each depth of looks.
  bool follow(std::uint32_t pc, std::uint32_t at, int depth) {
    using Op = Instruction::Op;
    if (pc >= rule_.program_end || pc < rule_.program) return false;
    if (!been_[{depth, {pc, at}}]++) {
      const Instruction& op = book_.program()[pc];
      switch (op.op) {
        case Op::unit: return take_unit(op, pc, at, depth);
        case Op::phrase: return take_phrase(op, pc, at, depth);
        case Op::split: return follow(pc + 1, at, depth) || follow(rule_.program + op.a, at, depth);
        case Op::jump: return follow(rule_.program + op.a, at, depth);
        case Op::save: return save(op, pc, at, depth);
        case Op::ahead: case Op::behind: return look(op, pc, at, depth);
        case Op::start: return at == 0 ? follow(pc + 1, at, depth) : miss(at, depth, "the beginning of the sentence (`^`)");
        case Op::end:
          return at == s_.units.size() ? follow(pc + 1, at, depth) : miss(at, depth, "the end of the sentence (`$`)");
        case Op::match: return depth > 0 ? look_end_ == kAnywhere || at == look_end_ : accept(at);
      }
    }
    return false;
  }

  bool miss(std::uint32_t at, int depth, std::string wanted) {
    if (depth > 0 || at < best_.end) return false;
    if (at > best_.end || best_.wanted.empty()) {
      best_.end = at;
      best_.taken = path_;
      best_.wanted.clear();
    }
    if (std::find(best_.wanted.begin(), best_.wanted.end(), wanted) == best_.wanted.end())
      best_.wanted.push_back(std::move(wanted));
    return false;
  }

  std::string unit_text(const Instruction& op) const {
    std::string out;
    for (const Test& test : book_.tests().slice(op.a, op.b)) out += (out.empty() ? "" : " & ") + to_text(book_, test);
    return out;
  }

  bool go_on(std::uint32_t pc, std::uint32_t from, std::uint32_t to, int depth, std::string wanted) {
    path_.push_back({from, to, std::move(wanted)});
    bool found = follow(pc, to, depth);
    if (!found) path_.pop_back();
    return found;
  }

  bool take_unit(const Instruction& op, std::uint32_t pc, std::uint32_t at, int depth) {
    auto tests = book_.tests().slice(op.a, op.b);
    bool passed = at < limit_ && std::all_of(tests.begin(), tests.end(), [&](const Test& t) { return passes(s_, t, s_.units[at]); });
    return passed ? go_on(pc + 1, at, at + 1, depth, unit_text(op)) : miss(at, depth, unit_text(op));
  }

  bool take_phrase(const Instruction& op, std::uint32_t pc, std::uint32_t at, int depth) {
    auto id = static_cast<ClassId>(op.a);
    std::string wanted(s_.lexicon->class_name(id));
    bool any = false;
    for (const Hit& hit : s_.hits) {
      const Entry& entry = s_.lexicon->entries()[hit.entry];
      if (at >= limit_ || hit.first != s_.units[at].first || entry.is_name || entry.word_class() != id) continue;
      for (std::uint32_t last = at; last < limit_; ++last) {
        if (s_.units[last].last != hit.first + hit.length) continue;
        any = true;
        if (go_on(pc + 1, at, last + 1, depth, wanted)) return true;
      }
    }
    if (at < limit_ && s_.units[at].is(id)) return go_on(pc + 1, at, at + 1, depth, wanted);
    return any ? false : miss(at, depth, wanted);
  }

  bool save(const Instruction& op, std::uint32_t pc, std::uint32_t at, int depth) {
    UnitRange& capture = captures_[(op.a / 2) % kMaxCaptures];
    UnitRange before = capture;
    (op.a % 2 ? capture.last : capture.first) = at;
    if (follow(pc + 1, at, depth)) return true;
    capture = before;
    return false;
  }

  bool look(const Instruction& op, std::uint32_t pc, std::uint32_t at, int depth) {
    bool behind = op.op == Instruction::Op::behind, found = false;
    std::uint32_t reach = behind ? std::min<std::uint32_t>(op.b, at) : 0;
    std::uint32_t outer = std::exchange(look_end_, behind ? at : kAnywhere);
    auto path = path_;
    int inner = ++looks_;  // each look is a search of its own
    for (std::uint32_t back = 0; !found && back <= reach; ++back) found = follow(pc + 1, at - back, inner);
    look_end_ = outer;
    path_ = std::move(path);
    if (found != (op.negated != 0)) return follow(rule_.program + op.a, at, depth);
    std::string wanted = std::string(op.negated ? "nothing" : "something") + (behind ? " behind" : " ahead") + " of the form ( ";
    return miss(at, depth, wanted + look_text(pc + 1, rule_.program + op.a) + " )");
  }

  /// The units of a look, in their order: alternatives stand one behind the other.
  std::string look_text(std::uint32_t pc, std::uint32_t end) const {
    std::string out;
    for (; pc + 1 < end; ++pc) {
      const Instruction& op = book_.program()[pc];
      std::string one = op.op == Instruction::Op::unit     ? unit_text(op)
                        : op.op == Instruction::Op::phrase ? std::string(s_.lexicon->class_name(static_cast<ClassId>(op.a)))
                                                           : std::string();
      if (!one.empty()) out += (out.empty() ? "" : " ") + one;
    }
    return out;
  }

  bool accept(std::uint32_t at) {
    if (at == start_) return miss(at, 0, "at least one word");
    for (const Condition& c : book_.conditions(rule_)) {
      if (!fulfils(c, book_.numbers(), s_, captures_, same_entity_)) return miss(at, 0, text(c) + " (`where`)");
    }
    best_.end = at;
    best_.taken = path_;
    best_.wanted.clear();
    return true;
  }

  std::string text(const Condition& condition) const {
    std::string a = "[" + text(capture_of(captures_, condition.a)) + "]";
    if (condition.kind == Condition::Kind::singular) return a + " to be one";
    if (condition.kind == Condition::Kind::plural) return a + " to be more than one";
    std::string both = a + " and [" + text(capture_of(captures_, condition.b)) + "] ";
    if (condition.kind == Condition::Kind::same) return both + "to be one entity";
    return both + (condition.kind == Condition::Kind::agree ? "to agree in number" : "to be different entities");
  }

  std::string text(UnitRange range) const {
    Span span{s_.tokens[s_.units[range.first].first].start, s_.tokens[s_.units[range.last - 1].last - 1].end};
    return std::string(span.of(s_.text));
  }

  static constexpr std::uint32_t kAnywhere = 0xffffffff;
  const RuleBook& book_;
  const Rule& rule_;
  const Sequence& s_;
  const SameEntity& same_entity_;
  std::uint32_t start_ = 0, limit_ = 0, look_end_ = kAnywhere;
  int looks_ = 0;
  Captures captures_;
  std::vector<Attempt::Step> path_;
  std::map<std::pair<int, State>, int> been_;
  Attempt best_;
};

bool reaches(const Attempt& attempt, std::uint32_t unit) { return attempt.start <= unit && unit <= attempt.end; }

}  // namespace

Attempt attempt(const RuleBook& book, const Rule& rule, const Sequence& sequence, std::uint32_t start,
                const SameEntity& same_entity) {
  return Attempter(book, rule, sequence, same_entity).run(start);
}

Attempt furthest_attempt(const RuleBook& book, const Rule& rule, const Sequence& sequence, std::uint32_t near,
                         const SameEntity& same_entity) {
  Attempt best;
  for (std::uint32_t start = 0; start < sequence.units.size(); ++start) {
    Attempt next = attempt(book, rule, sequence, start, same_entity);
    auto key = [&](const Attempt& a) { return std::tuple(reaches(a, near), a.matches, a.length()); };
    if (start == 0 || key(next) > key(best)) best = std::move(next);
  }
  return best;
}

std::string to_text(const RuleBook& book, const Test& test) {
  std::string out = test.negated ? "!" : "";
  switch (test.kind) {
    case Test::Kind::any: return out + "_";
    case Test::Kind::word: return out + '"' + std::string(book.lexicon().word(test.value)) + '"';
    case Test::Kind::exact: return out + '\'' + std::string(book.string(test.value)) + '\'';
    case Test::Kind::word_class: return out + std::string(book.lexicon().class_name(static_cast<ClassId>(test.value)));
    case Test::Kind::type: return out + std::string(book.symbol_name(Symbol{static_cast<std::uint16_t>(test.value)}));
    case Test::Kind::shape: return out + "@" + shape_name(test.value);
  }
  return out;
}

}  // namespace liaison
