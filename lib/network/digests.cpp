#include "network/digests.h"

#include <algorithm>
#include <charconv>

#include "network/text_sketch.h"

namespace liaison {
namespace {

/// A number for each sixteen digits; what is no digit ends it.
Digests::Sketch sketch_of(const std::string& digits) {
  constexpr std::size_t kDigits = 16;
  static_assert(kSketchDigits == kDigits * std::tuple_size_v<Digests::Sketch>);
  Digests::Sketch out{};
  for (std::size_t i = 0; i < out.size(); ++i) {
    const char* const at = digits.data() + kDigits * i;
    std::from_chars(at, at + kDigits, out[i], 16);
  }
  return out;
}

void prefetch_texts(const FactEntity& entity) {
  __builtin_prefetch(entity.name.data());
  __builtin_prefetch(entity.forms.data());
}

const std::string& label_of(const FactEntity& entity) {
  return entity.known_as.empty() ? entity.name : entity.known_as;
}

}  // namespace

std::uint32_t Digests::add(const DocumentFacts& facts) {
  Document& document = documents_.back();
  document.id = KeyTable::hash(facts.id);
  document.text = KeyTable::hash(facts.made.text);
  document.source = facts.source.empty() ? kNone : sources_.add(facts.source);
  document.date = dates_.add(facts.date);
  document.has_sketch = facts.made.sketch.size() == kSketchDigits;
  sketches_.push_back(document.has_sketch ? sketch_of(facts.made.sketch) : Sketch{});
  constexpr std::size_t kAhead = 4;
  for (std::uint32_t place = 0; place < facts.entities.size(); ++place) {
    if (place + kAhead < facts.entities.size()) prefetch_texts(facts.entities[place + kAhead]);
    add_entity(facts.entities[place], place);
  }
  const auto place_of = [&](std::string_view id) {
    const std::uint32_t place = entity_place(facts, id);
    return place == facts.entities.size() ? kNone : place;
  };
  for (const FactHold& hold : facts.holds) {
    const std::uint32_t body = hold.org.empty() ? kNone : place_of(hold.org);
    holds_.push_back({place_of(hold.person), body, roles_.add(hold.role), times_.add(hold.when)});
  }
  for (const FactEvent& event : facts.events) {
    for (const std::string& entity : event.who) {
      if (const std::uint32_t place = place_of(entity); place != kNone) parties_.push_back(place);
    }
    first_party_.push_back(static_cast<std::uint32_t>(parties_.size()));
  }
  close();
  return static_cast<std::uint32_t>(documents_.size() - 2);
}

void Digests::add_entity(const FactEntity& entity, std::uint32_t place) {
  const std::string& label = label_of(entity);
  const bool is_known = !entity.known_as.empty();
  if (last_type_ == kNone || types_[last_type_] != entity.type) last_type_ = types_.add(entity.type);
  bool goes_by_label = false;
  for (std::uint32_t i = 0; i < entity.forms.size(); ++i) {
    const bool is_other = goes_by_label || entity.forms[i] != label;
    if (is_other) forms_.push_back({KeyTable::hash(entity.forms[i]), place, i});
    else goes_by_label = true;
  }
  entities_.push_back({KeyTable::hash(label), last_type_, is_known || !entity.forms.empty(), is_known, goes_by_label});
}

void Digests::close() {
  const auto count = [](const auto& parts) { return static_cast<std::uint32_t>(parts.size()); };
  Document& next = documents_.emplace_back();
  next.first_entity = count(entities_);
  next.first_form = count(forms_);
  next.first_hold = count(holds_);
  next.first_event = count(first_party_) - 1;
}

void Digests::prefetch(std::uint32_t document) const {
  const auto fetch = [](const auto& parts) {
    constexpr std::size_t kLine = 64;
    const auto* const begin = reinterpret_cast<const char*>(parts.data());
    for (std::size_t at = 0; at < parts.size_bytes(); at += kLine) __builtin_prefetch(begin + at);
  };
  fetch(entities(document));
  fetch(forms(document));
  fetch(holds(document));
}

std::uint32_t entity_place(const DocumentFacts& facts, std::string_view id) {
  const auto& entities = facts.entities;
  std::uint32_t number = 0;   // "e12" mostly is the twelfth
  for (const char c : id.substr(std::min<std::size_t>(id.size(), 1))) {
    number = c >= '0' && c <= '9' && number < 1'000'000 ? number * 10 + static_cast<std::uint32_t>(c - '0') : 0;
  }
  if (number > 0 && number <= entities.size() && entities[number - 1].id == id) return number - 1;
  const auto found = std::find_if(entities.begin(), entities.end(), [&](const auto& one) { return one.id == id; });
  return static_cast<std::uint32_t>(found - entities.begin());
}

}  // namespace liaison
