#include "rules/sweep.h"

#include <algorithm>
#include <bit>
#include <type_traits>

namespace liaison {
namespace {

using Op = SweepPlans::Op;
using One = std::integral_constant<std::size_t, 1>;

/// True for a look that is followed step by step.
bool is_search(Op op) { return op == Op::ahead || op == Op::behind; }

/// One word of a row whose bits stand one place further on, or one place before.
template <class Row>
std::uint64_t one_on(const Row& row, std::size_t w) { return row(w) << 1 | (w > 0 ? row(w - 1) >> 63 : 0); }
template <class Width>
std::uint64_t one_back(const std::uint64_t* row, std::size_t w, Width width) { return row[w] >> 1 | (w + 1 < width ? row[w + 1] << 63 : 0); }

/// Sets aside the marks outside of the steps from `first` to `last` that share words with them, as long as it lives.
class MarksAside {
 public:
  MarksAside(std::vector<std::uint64_t>& marked, std::uint32_t first, std::uint32_t last)
      : low_(marked[first / 64]), high_(marked[(last - 1) / 64]) {
    below_ = low_ & ((std::uint64_t{1} << first % 64) - 1);
    low_ ^= below_;
    above_ = high_ & ~(~std::uint64_t{0} >> (63 - (last - 1) % 64));
    high_ ^= above_;
  }
  ~MarksAside() { low_ |= below_, high_ |= above_; }
  MarksAside(const MarksAside&) = delete;

 private:
  std::uint64_t &low_, &high_, below_ = 0, above_ = 0;
};

}  // namespace

void Sweep::begin(const RuleBook& book, const TestIndex& index, const Sequence& sequence, bool lenient) {
  tests_.begin(book, index, sequence, lenient);
  if (tests_.number() == 1 || rule_read_.size() != index.rule_count()) rule_read_.assign(index.rule_count(), 0);
  rules_.clear();
  index.each_rule(tests_.present(), [&](std::uint32_t rule) {
    if (std::exchange(rule_read_[index.place_of(rule)], tests_.number()) != tests_.number()) rules_.push_back(rule);
  });
  book_ = &book;
  index_ = &index;
  size_ = sequence.units.size();
  lenient_ = lenient;
  width_ = tests_.width();
  held_.resize(width_);
}

void Sweep::find_starts(std::uint32_t id, std::vector<std::uint64_t>& starts) {
  const SweepPlans::Plan& plan = index_->plan(id);
  found_ = tests_.all();
  if (plan.sound && !(width_ == 1 ? search(id, plan, One()) : search(id, plan, width_))) return;
  for (std::size_t w = 0; w < width_; ++w)
    for (Bits rest = found_[w]; rest != 0; rest &= rest - 1)
      if (std::size_t at = 64 * w + static_cast<std::size_t>(std::countr_zero(rest)); at < size_) starts.push_back(std::uint64_t{at} << 32 | id);
  if (plan.sound) forget();
}

/// Empties the rows that were added to.
void Sweep::forget() {
  const std::size_t width = width_;
  Bits *const rows = rows_.data(), *const ahead = ahead_.data();
  for (std::size_t word = 0; word <= none_ / 64; ++word)
    for (Bits rest = std::exchange(followed_[word], 0); rest != 0; rest &= rest - 1) {
      const std::size_t step = 64 * word + static_cast<std::size_t>(std::countr_zero(rest));
      if (width == 1) rows[step] = ahead[step] = 0;
      else std::fill_n(rows + step * width, width, 0), std::fill_n(ahead + step * width, width, 0);
    }
}

/// False if no start is left when the landmarks are looked at, or forwards.
template <class Width>
bool Sweep::search(std::uint32_t id, const SweepPlans::Plan& plan, Width width) {
  steps_ = index_->plans().steps(plan);
  none_ = plan.step_count;
  rule_ = id;
  if (!find_landmarks(plan, width)) return false;
  const std::size_t size = none_ * width;
  if (rows_.size() < size) rows_.resize(size), ahead_.resize(size);
  if (marked_.size() <= none_ / 64) marked_.resize(none_ / 64 + 1), followed_.resize(marked_.size());
  if (plan.begins_rarely) {
    std::copy_n(tests_.all(), width, place(plan.begin, width));
    mark(plan.begin);
    advance(0, none_, width);
    if (is_empty(place(none_ - 1, width), width)) return forget(), false;
  }
  run(0, none_, plan.begins_rarely ? ahead_.data() : nullptr, width);
  found_ = row(plan.begin, width);
  return true;
}

/// Where each landmark may stand behind those before it; false if one stands nowhere.
template <class Width>
bool Sweep::find_landmarks(const SweepPlans::Plan& plan, Width width) {
  std::span<const SweepPlans::Landmark> landmarks = index_->plans().landmarks(plan);
  if (landmarks_.size() < landmarks.size() * width) landmarks_.resize(landmarks.size() * width);
  for (std::size_t i = 0; i < landmarks.size(); ++i) {
    const std::uint32_t list = landmarks[i].list, atom = landmarks[i].atom;
    Bits* out = landmarks_.data() + i * width;
    Bits any = 0;
    const bool unit = list != SweepPlans::kNone;
    const Bits* passed = unit ? tests_.list(list) : tests_.atom(atom);
    const Bits* begun = unit ? passed : tests_.begun(atom);
    if (i == 0)
      for (std::size_t w = 0; w < width; ++w) any |= out[w] = passed[w] | begun[w];
    else {
      spread(landmarks[i - 1], out - width, width);
      for (std::size_t w = 0; w < width; ++w) any |= out[w] = (passed[w] | begun[w]) & held_[w];
    }
    if (any == 0) return false;
    if (i == 0 && plan.side_count > 0) {
      find_sides(plan, false, width);
      if (is_empty(out, width)) return false;
    }
  }
  if (plan.side_count > 0) {
    find_sides(plan, true, width);
    if (is_empty(landmarks_.data() + (landmarks.size() - 1) * width, width)) return false;
  }
  return true;
}

/// Takes from the first landmark the places before which a type is missed, or from the last one those behind which one is.
template <class Width>
void Sweep::find_sides(const SweepPlans::Plan& plan, bool behind, Width width) {
  for (const SweepPlans::Side& side : index_->plans().sides(plan)) {
    if ((side.behind != 0) != behind) continue;
    const Bits* stands = tests_.atom(side.atom);
    Bits* out = landmarks_.data() + (side.behind ? plan.landmark_count - 1 : 0) * width;
    Bits any = 0;  // of the words on that side
    for (std::size_t i = 0; i < width; ++i) {
      const std::size_t w = side.behind ? width - 1 - i : i;
      const Bits here = stands[w];
      if (any == 0) out[w] &= here == 0 ? 0 : side.behind ? (std::bit_floor(here) - 1) : ~(here ^ (here - 1));
      any |= here;
    }
  }
}

/// The places that lie as far behind those of a row as the next landmark may.
template <class Width>
void Sweep::spread(const SweepPlans::Landmark& landmark, const Bits* row, Width width) {
  constexpr std::uint32_t kWide = 64;
  if (width == 1) {
    Bits out = landmark.min < kWide ? row[0] << landmark.min : 0;
    if (landmark.max == SweepPlans::kNone || landmark.max - landmark.min >= kWide) out = out == 0 ? 0 : ~Bits{0} << std::countr_zero(out);
    else
      for (std::uint32_t left = landmark.max - landmark.min, step = 1; left > 0; left -= step, step = std::min(2 * step, left)) out |= out << step;
    held_[0] = out;
    return;
  }
  // In a long sequence only the first place tells.
  std::size_t first = 0;
  while (first < width && row[first] == 0) ++first;
  std::size_t at = first < width ? 64 * first + static_cast<std::size_t>(std::countr_zero(row[first])) + landmark.min : 64 * width;
  for (std::size_t w = 0; w < width; ++w) held_[w] = 64 * (w + 1) <= at ? 0 : 64 * w >= at ? ~Bits{0} : ~Bits{0} << at % 64;
}

/// Works out the rows of the steps from `first` to `last`, of which the last one is a match, backwards from there: each adds
/// to those that lead to it. `reached` may tell where each step is reached at all. Repeats go round until nothing is added.
template <class Width>
void Sweep::run(std::uint32_t first, std::uint32_t last, const Bits* reached, Width width) {
  const MarksAside aside(marked_, first, last);
  std::copy_n(tests_.all(), width, row(last - 1, width));
  mark(last - 1);
  for (std::uint32_t word = (last - 1) / 64;;) {
    Bits& marks = marked_[word];
    if (marks == 0) {
      if (word == first / 64) return;
      --word;
      continue;
    }
    const auto bit = 63 - static_cast<std::uint32_t>(std::countl_zero(marks));
    marks ^= Bits{1} << bit;
    followed_[word] |= Bits{1} << bit;
    const std::uint32_t at = 64 * word + bit;
    steps += width;
    for (const SweepPlans::Way& way : index_->plans().ways(steps_[at])) {
      Bits* out = row(way.from, width);
      auto add = [&](const auto& bits) {
        Bits added = 0;
        for (std::size_t w = 0; w < width; ++w) {
          Bits more = bits(w) & ~out[w];
          if (reached != nullptr) more &= reached[way.from * width + w];
          added |= more;
          out[w] |= more;
        }
        if (added == 0) return;
        mark(way.from);
        word = std::max<std::uint32_t>(word, way.from / 64);
      };
      follow(way, row(at, width), add, width);
    }
  }
}

/// Works out from which places a way leads to those from which the step behind it matches. In line, for a call would cost
/// as much as most ways.
template <class Width, class Add>
[[gnu::always_inline]] inline void Sweep::follow(const SweepPlans::Way& way, const Bits* matched, const Add& add, Width width) {
  switch (way.op) {
    case Op::unit: {
      const Bits* passed = tested(way.list, way.mark, width);
      return add([&](std::size_t w) { return passed[w] & one_back(matched, w, width); });
    }
    case Op::phrase: {
      const std::uint32_t atom = steps_[way.from].atom;
      const Bits* passed = tests_.atom(atom);
      for (std::size_t w = 0; w < width; ++w) held_[w] = passed[w] & one_back(matched, w, width);
      for (const TestRows::Phrase& phrase : tests_.phrases())
        if (phrase.atom == atom && (matched[phrase.end / 64] >> phrase.end % 64 & 1) != 0) held_[phrase.at / 64] |= Bits{1} << phrase.at % 64;
      const Bits* landmark = way.mark != SweepPlans::kNone ? landmarks_.data() + way.mark * width : tests_.all();
      return add([&](std::size_t w) { return held_[w] & landmark[w]; });
    }
    case Op::either: return add([&](std::size_t w) { return matched[w]; });
    case Op::here: case Op::before: case Op::ahead: case Op::behind: {
      if (is_search(way.op) && !is_asked(way.from, matched, width)) return;
      const Bits* holds = look(way.from, width);
      return add([&](std::size_t w) { return matched[w] & holds[w]; });
    }
    case Op::start: case Op::end: {
      const std::size_t edge = way.op == Op::start ? 0 : size_;
      return add([&](std::size_t w) { return w == edge / 64 ? matched[w] & Bits{1} << edge % 64 : 0; });
    }
    case Op::match: return;
  }
}

/// True if a way may lead to one of the places of a look from whose end the rest matches: else it need not be worked out.
template <class Width>
bool Sweep::is_asked(std::uint32_t at, const Bits* matched, Width width, int depth) {
  constexpr int kDeepest = 3;  // farther back the question costs more than the look that it saves
  if (depth == kDeepest) return true;
  for (const SweepPlans::Way& way : index_->plans().ways(steps_[at])) {
    if (way.op == Op::phrase || way.op == Op::match) return true;
    if (way.op == Op::unit) {
      const Bits* passed = tested(way.list, way.mark, width);
      for (std::size_t w = 0; w < width; ++w)
        if ((passed[w] & one_back(matched, w, width)) != 0) return true;
    } else if (is_asked(way.from, matched, width, depth + 1)) return true;
  }
  return false;
}

/// The places where a look may hold. What must not be is asked for only where that can be told.
template <class Width>
const Sweep::Bits* Sweep::look(std::uint32_t at, Width width) {
  const Step& step = steps_[at];
  const bool exact = step.op == Op::ahead ? step.exact && book_->rules()[rule_].window >= size_ : step.exact;
  if (step.negated && (lenient_ || !exact)) return tests_.all();
  Bits* held = held_.data();
  if (step.op == Op::here || step.op == Op::before) {
    const Bits* passed = tests_.list(step.list);
    if (step.op == Op::here) {
      std::copy_n(passed, width, held);
      // `!(!A & !B)`: at the end stands no unit, whatever it must not be.
      if (step.negated) held[size_ / 64] &= ~(Bits{1} << size_ % 64);
    } else
      for (std::size_t w = 0; w < width; ++w) held[w] = one_on([&](std::size_t v) { return passed[v]; }, w);
  } else if (step.op == Op::behind) {
    // From anywhere up to where it ends: followed forwards.
    std::fill(place(at + 1, width), place(step.end, width), 0);
    std::copy_n(tests_.all(), width, place(step.body, width));
    const MarksAside aside(marked_, at + 1, step.end);
    mark(step.body);
    advance(at + 1, step.end, width);
    std::copy_n(place(step.end - 1, width), width, held);
  } else {
    if (is_empty(row(step.end - 1, width), width)) run(at + 1, step.end, nullptr, width);
    std::copy_n(row(step.body, width), width, held);
  }
  if (step.negated)
    for (std::size_t w = 0; w < width; ++w) held[w] = ~held[w];
  for (std::size_t w = 0; w < width; ++w) held[w] &= tests_.all()[w];
  return held;
}

/// Works out which places the marked steps from `first` to `last` and those behind them are reached at. Repeats go round
/// until nothing is added.
template <class Width>
void Sweep::advance(std::uint32_t first, std::uint32_t last, Width width) {
  for (std::uint32_t word = first / 64;;) {
    Bits& marks = marked_[word];
    if (marks == 0) {
      if (word == (last - 1) / 64) return;
      ++word;
      continue;
    }
    const auto bit = static_cast<std::uint32_t>(std::countr_zero(marks));
    marks ^= Bits{1} << bit;
    followed_[word] |= Bits{1} << bit;
    const std::uint32_t at = 64 * word + bit;
    steps += width;
    auto lead = [&](std::uint32_t to, const auto& bits) {
      Bits* out = place(to, width);
      Bits added = 0;
      for (std::size_t w = 0; w < width; ++w) {
        const Bits more = bits(w) & tests_.all()[w] & ~out[w];
        added |= more;
        out[w] |= more;
      }
      if (added == 0) return;
      mark(to);
      word = std::min(word, to / 64);
    };
    lead_on(at, lead, width);
  }
}

/// Leads from the places that a step is reached at to those where the next ones are.
template <class Width, class Lead>
[[gnu::always_inline]] inline void Sweep::lead_on(std::uint32_t at, const Lead& lead, Width width) {
  const Step& step = steps_[at];
  const Bits* here = place(at, width);
  if (step.other != none_) lead(step.other, [&](std::size_t w) { return here[w]; });
  switch (step.op) {
    case Op::unit: {
      const Bits* passed = tested(step.list, step.mark, width);
      auto taken = [&](std::size_t w) { return here[w] & passed[w]; };
      return lead(step.next, [&](std::size_t w) { return one_on(taken, w); });
    }
    case Op::phrase: {
      const Bits* passed = tests_.atom(step.atom);
      auto taken = [&](std::size_t w) { return here[w] & passed[w]; };
      for (std::size_t w = 0; w < width; ++w) held_[w] = one_on(taken, w);
      for (const TestRows::Phrase& phrase : tests_.phrases())
        if (phrase.atom == step.atom && (here[phrase.at / 64] >> phrase.at % 64 & 1) != 0) held_[phrase.end / 64] |= Bits{1} << phrase.end % 64;
      return lead(step.next, [&](std::size_t w) { return held_[w]; });
    }
    case Op::either: return lead(step.next, [&](std::size_t w) { return here[w]; });
    case Op::here: case Op::before: case Op::ahead: case Op::behind: {
      const Bits* holds = look(at, width);
      return lead(step.next, [&](std::size_t w) { return here[w] & holds[w]; });
    }
    case Op::start: case Op::end: {
      const std::size_t edge = step.op == Op::start ? 0 : size_;
      return lead(step.next, [&](std::size_t w) { return w == edge / 64 ? here[w] & Bits{1} << edge % 64 : 0; });
    }
    case Op::match: return;
  }
}

}  // namespace liaison
