#include "rules/sweep.h"

#include <algorithm>
#include <bit>
#include <type_traits>

namespace liaison {
namespace {

using Op = Instruction::Op;
using One = std::integral_constant<std::size_t, 1>;

}  // namespace

void Sweep::begin(const RuleBook& book, const TestIndex& index, const Sequence& sequence, bool lenient) {
  tests_.begin(book, index, sequence, lenient);
  if (tests_.number() == 1 || rule_read_.size() != index.rule_count()) rule_read_.assign(index.rule_count(), 0);
  book_ = &book;
  index_ = &index;
  size_ = sequence.units.size();
  lenient_ = lenient;
  width_ = tests_.width();
  held_.resize(width_);
}

const std::vector<std::uint32_t>& Sweep::rules() {
  rules_.assign(index_->unanchored().begin(), index_->unanchored().end());
  for (std::uint32_t atom : tests_.present())
    for (std::uint32_t rule : index_->rules_at(atom)) {
      std::uint32_t& read = rule_read_[index_->place_of(rule)];
      if (read == tests_.number()) continue;
      read = tests_.number();
      rules_.push_back(rule);
    }
  return rules_;
}

void Sweep::find_starts(std::uint32_t id, std::vector<std::uint64_t>& starts) {
  const TestIndex::Sketch& sketch = index_->sketch(id);
  found_ = tests_.all();
  if (sketch.sound && !(width_ == 1 ? search(id, sketch, One()) : search(id, sketch, width_))) return;
  for (std::size_t w = 0; w < width_; ++w)
    for (Bits rest = found_[w]; rest != 0; rest &= rest - 1)
      if (std::size_t at = 64 * w + static_cast<std::size_t>(std::countr_zero(rest)); at < size_) starts.push_back(std::uint64_t{at} << 32 | id);
}

/// False if no start is left when the landmarks are looked at.
template <class Width>
bool Sweep::search(std::uint32_t id, const TestIndex::Sketch& sketch, Width width) {
  steps_ = index_->steps(sketch);
  window_ = book_->rules()[id].window;
  if (!find_landmarks(sketch, width)) return false;
  forget(width);
  const std::size_t size = sketch.step_count * width;
  if (rows_.size() < size) rows_.resize(size), ahead_.resize(size);
  if (marked_.size() <= sketch.step_count / 64) marked_.resize(sketch.step_count / 64 + 1);
  forwards_ = sketch.begins_rarely;
  if (forwards_) {
    std::copy_n(tests_.all(), width_, place(sketch.begin));
    advance(0, sketch.begin, sketch.step_count, width);
    if (is_empty(place(sketch.step_count - 1))) return false;
  }
  run(0, sketch.step_count, width);
  found_ = row(sketch.begin);
  return true;
}

/// Empties the rows of the last rule.
template <class Width>
void Sweep::forget(Width) {
  for (std::uint32_t step : followed_)
    for (std::size_t w = step * old_width_; w < (step + 1) * old_width_; ++w) rows_[w] = ahead_[w] = 0;
  followed_.clear();
  old_width_ = width_;
}

/// Where each landmark may stand behind those before it; false if one stands nowhere.
template <class Width>
bool Sweep::find_landmarks(const TestIndex::Sketch& sketch, Width width) {
  std::span<const TestIndex::Landmark> landmarks = index_->landmarks(sketch);
  if (landmarks_.size() < landmarks.size() * width) landmarks_.resize(landmarks.size() * width);
  for (std::size_t i = 0; i < landmarks.size(); ++i) {
    const TestIndex::Step& step = steps_[landmarks[i].step];
    Bits* out = landmarks_.data() + i * width;
    Bits any = 0;
    const Bits* passed = step.op == Op::unit ? tests_.list(step.list) : tests_.atom(step.atom);
    const Bits* begun = step.op == Op::unit ? passed : tests_.begun(step.atom);
    for (std::size_t w = 0; w < width; ++w) any |= out[w] = passed[w] | begun[w];
    if (any == 0) return false;
  }
  for (std::size_t i = 1; i < landmarks.size(); ++i) {
    Bits* out = landmarks_.data() + i * width;
    spread(landmarks[i - 1], out - width, width);
    Bits any = 0;
    for (std::size_t w = 0; w < width; ++w) any |= out[w] &= held_[w];
    if (any == 0) return false;
  }
  return true;
}

/// The places that lie as far behind those of a row as the next landmark may.
template <class Width>
void Sweep::spread(const TestIndex::Landmark& landmark, const Bits* row, Width width) {
  constexpr std::uint32_t kWide = 64;
  if (width == 1) {
    Bits out = landmark.min < kWide ? row[0] << landmark.min : 0;
    if (landmark.max == TestIndex::kNone || landmark.max - landmark.min >= kWide) out = out == 0 ? 0 : ~Bits{0} << std::countr_zero(out);
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

/// Works out the rows of the steps from `first` to `last`, of which the last one is a match, backwards from there: those
/// that a place is left for. Repeats go round until nothing is added.
template <class Width>
void Sweep::run(std::uint32_t first, std::uint32_t last, Width width) {
  mark(last - 1);
  for (std::uint32_t word = (last - 1) / 64;;) {
    const Bits bits = marked_in(word, first, last);
    if (bits == 0) {
      if (word == first / 64) return;
      --word;
      continue;
    }
    const std::uint32_t step = 64 * word + 63 - static_cast<std::uint32_t>(std::countl_zero(bits));
    marked_[word] &= ~(Bits{1} << step % 64);
    followed_.push_back(step);
    if (!follow(step, width)) continue;
    for (std::uint32_t before : index_->before(steps_[step])) {
      mark(before);
      word = std::max(word, before / 64);
    }
  }
}

/// Works out the row of one step; true if that changes it.
template <class Width>
bool Sweep::follow(std::uint32_t at, Width width) {
  const TestIndex::Step& step = steps_[at];
  Bits* out = row(at);
  const Bits* next = row(step.next);
  const Bits* landmark = step.mark == TestIndex::kNone ? nullptr : landmarks_.data() + step.mark * width;
  bool changed = false;
  // Inside of a look nothing was followed forwards.
  const Bits* reached = forwards_ && !step.inside ? place(at) : tests_.all();
  auto put = [&](std::size_t w, Bits bits) {
    bits &= reached[w];
    changed |= out[w] != bits;
    out[w] = bits;
  };
  auto one_on = [&](std::size_t w) { return next[w] >> 1 | (w + 1 < width ? next[w + 1] << 63 : 0); };
  steps += width;
  switch (step.op) {
    case Op::unit: {
      const Bits* passed = landmark ? landmark : tests_.list(step.list);
      for (std::size_t w = 0; w < width; ++w) put(w, passed[w] & one_on(w));
      break;
    }
    case Op::phrase: {
      const Bits* passed = tests_.atom(step.atom);
      for (std::size_t w = 0; w < width; ++w) held_[w] = passed[w] & one_on(w);
      for (const TestRows::Phrase& phrase : tests_.phrases())
        if (phrase.atom == step.atom && (next[phrase.end / 64] >> phrase.end % 64 & 1) != 0) held_[phrase.at / 64] |= Bits{1} << phrase.at % 64;
      for (std::size_t w = 0; w < width; ++w) put(w, landmark ? held_[w] & landmark[w] : held_[w]);
      break;
    }
    case Op::split: {
      const Bits *a = row(step.a), *b = row(step.b);
      for (std::size_t w = 0; w < width; ++w) put(w, a[w] | b[w]);
      break;
    }
    case Op::jump: case Op::save: break;  // nothing leads there
    case Op::ahead: case Op::behind: {
      const Bits *holds = look(at, width), *behind = row(step.b);
      for (std::size_t w = 0; w < width; ++w) put(w, behind[w] & holds[w]);
      break;
    }
    case Op::start: case Op::end: {
      const std::size_t edge = step.op == Op::start ? 0 : size_;
      for (std::size_t w = 0; w < width; ++w) put(w, w == edge / 64 ? next[w] & Bits{1} << edge % 64 : 0);
      break;
    }
    case Op::match:
      for (std::size_t w = 0; w < width; ++w) put(w, tests_.all()[w]);
      break;
  }
  return changed;
}

/// The places where a look may hold. What must not be is asked for only where that can be told.
template <class Width>
const Sweep::Bits* Sweep::look(std::uint32_t at, Width width) {
  const TestIndex::Step& step = steps_[at];
  const bool behind = step.op == Op::behind;
  const bool exact = step.exact && (behind || window_ >= size_);
  if (step.negated && (lenient_ || !exact)) return tests_.all();
  if (behind) {
    // From anywhere up to where it ends: followed forwards.
    if (is_empty(place(step.next))) {
      std::copy_n(tests_.all(), width_, place(step.next));
      advance(at + 1, step.next, step.end, width);
    }
    for (std::size_t w = 0; w < width; ++w) held_[w] = place(step.end - 1)[w];
  } else {
    if (is_empty(row(step.end - 1))) run(at + 1, step.end, width);
    for (std::size_t w = 0; w < width; ++w) held_[w] = row(step.next)[w];
  }
  if (step.negated)
    for (std::size_t w = 0; w < width; ++w) held_[w] = tests_.all()[w] & ~held_[w];
  return held_.data();
}

/// Works out which places each step is reached at, from those that the first one is reached at: those steps that a place
/// is left for. Repeats go round until nothing is added.
template <class Width>
void Sweep::advance(std::uint32_t first, std::uint32_t begin, std::uint32_t last, Width width) {
  mark(begin);
  for (std::uint32_t word = begin / 64;;) {
    const Bits bits = marked_in(word, first, last);
    if (bits == 0) {
      if (word == (last - 1) / 64) return;
      ++word;
      continue;
    }
    const std::uint32_t step = 64 * word + static_cast<std::uint32_t>(std::countr_zero(bits));
    marked_[word] &= ~(Bits{1} << step % 64);
    followed_.push_back(step);
    word = std::min(word, lead_on(step, width) / 64);
  }
}

/// The marked steps of one word, as bits, that are in a range.
Sweep::Bits Sweep::marked_in(std::uint32_t word, std::uint32_t first, std::uint32_t last) const {
  Bits bits = marked_[word];
  if (word == first / 64) bits &= ~Bits{0} << first % 64;
  if (word == (last - 1) / 64) bits &= ~Bits{0} >> (63 - (last - 1) % 64);
  return bits;
}

/// Leads from the places that a step is reached at to those where the next ones are. Returns the lowest step that this adds
/// to.
template <class Width>
std::uint32_t Sweep::lead_on(std::uint32_t at, Width width) {
  const TestIndex::Step& step = steps_[at];
  const Bits* here = place(at);
  std::uint32_t lowest = TestIndex::kNone;
  auto lead = [&](std::uint32_t to, auto bits) {
    Bits* out = place(to);
    Bits added = 0;
    for (std::size_t w = 0; w < width; ++w) {
      const Bits more = bits(w) & ~out[w];
      added |= more;
      out[w] |= more;
    }
    if (added == 0) return;
    mark(to);
    lowest = std::min(lowest, to);
  };
  auto same = [&](std::size_t w) { return here[w]; };
  steps += width;
  switch (step.op) {
    case Op::unit: {
      const Bits* passed = step.mark != TestIndex::kNone ? landmarks_.data() + step.mark * width : tests_.list(step.list);
      lead(step.next, [&](std::size_t w) { return ((here[w] & passed[w]) << 1 | (w > 0 ? (here[w - 1] & passed[w - 1]) >> 63 : 0)) & tests_.all()[w]; });
      break;
    }
    case Op::phrase: {
      const Bits* passed = tests_.atom(step.atom);
      for (std::size_t w = 0; w < width; ++w) held_[w] = (here[w] & passed[w]) << 1 | (w > 0 ? (here[w - 1] & passed[w - 1]) >> 63 : 0);
      for (const TestRows::Phrase& phrase : tests_.phrases())
        if (phrase.atom == step.atom && (here[phrase.at / 64] >> phrase.at % 64 & 1) != 0) held_[phrase.end / 64] |= Bits{1} << phrase.end % 64;
      lead(step.next, [&](std::size_t w) { return held_[w]; });
      break;
    }
    case Op::split: lead(step.a, same), lead(step.b, same); break;
    case Op::jump: case Op::save: break;  // nothing leads there
    case Op::ahead: case Op::behind: {
      const Bits* holds = look(at, width);
      lead(step.b, [&](std::size_t w) { return here[w] & holds[w]; });
      break;
    }
    case Op::start: case Op::end: {
      const std::size_t edge = step.op == Op::start ? 0 : size_;
      lead(step.next, [&](std::size_t w) { return w == edge / 64 ? here[w] & Bits{1} << edge % 64 : 0; });
      break;
    }
    case Op::match: break;
  }
  return lowest;
}

}  // namespace liaison
