#include "liaison/facts_diff.h"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

namespace liaison {
namespace {

using What = FactChange::What;
using How = FactChange::How;

/// A fact in the form in which it is compared.
struct Fact {
  std::string key;      // equal keys: the same fact
  std::string partly;   // equal ones, of facts that are not the same: it has changed
  std::string words, rule, context;
  std::uint32_t start = 0, end = 0;
  bool in_title = false;
};

std::string rule_of(const FactEvidence& evidence) {
  return evidence.rule_place.empty() ? evidence.rule : evidence.rule + ", " + evidence.rule_place;
}

/// Makes the facts of one document comparable.
class FactLister {
 public:
  explicit FactLister(const DocumentFacts& facts) : facts_(facts) {
    for (const FactEntity& entity : facts.entities) names_[entity.id] = entity.name;
  }

  std::vector<Fact> mentions() const {
    std::vector<Fact> out;
    for (const FactMention& m : facts_.mentions) {
      std::string words = m.type;
      if (!m.entity.empty()) words += " " + name(m.entity);
      if (!m.form.empty()) words += ", a " + m.form;
      out.push_back({fmt::format("{} {} {} {}", m.in_title, m.start, m.end, words), {}, words, m.rule, {}, m.start, m.end, m.in_title});
    }
    return out;
  }

  std::vector<Fact> holds() const {
    std::vector<Fact> out;
    for (const FactHold& h : facts_.holds) {
      std::string words = fmt::format("{} | {} | {} | {}", name(h.person), h.role, h.org.empty() ? "-" : name(h.org), h.when);
      add(h.evidence, words, name(h.person) + " | " + h.role, words, out);
    }
    return out;
  }

  std::vector<Fact> events() const {
    std::vector<Fact> out;
    for (const FactEvent& v : facts_.events) {
      std::string who = participants(v);
      // Where it is told, so that other participants of the same telling are a change of it.
      std::string where = v.evidence.empty() ? who : fmt::format("{} {}", v.evidence[0].in_title, v.evidence[0].trigger_start);
      std::string words = fmt::format("{}: {}, {}", who, v.kind, v.status);
      add(v.evidence, words, where, words, out);
    }
    return out;
  }

 private:
  std::string name(const std::string& entity) const {
    auto at = names_.find(entity);
    return at == names_.end() ? entity : at->second;
  }

  std::string participants(const FactEvent& event) const {
    std::vector<std::vector<std::string>> sides = event.sides;
    if (sides.empty())
      for (const std::string& who : event.who) sides.push_back({who});
    std::set<std::string> texts;
    for (const auto& side : sides) {
      std::set<std::string> names;
      for (const std::string& who : side) names.insert(name(who));
      std::string text;
      for (const std::string& one : names) text += (text.empty() ? "" : ", ") + one;
      texts.insert(text);
    }
    std::string out;
    for (const std::string& text : texts) out += (out.empty() ? "" : " / ") + text;
    return out;
  }

  static void add(const std::vector<FactEvidence>& evidence, std::string key, std::string partly, std::string words,
                  std::vector<Fact>& out) {
    Fact fact{std::move(key), std::move(partly), std::move(words), {}, {}, 0, 0, false};
    if (!evidence.empty()) {
      const FactEvidence& first = evidence[0];
      fact.rule = rule_of(first);
      fact.context = first.quote;
      fact.start = first.start, fact.end = first.end, fact.in_title = first.in_title;
    }
    out.push_back(std::move(fact));
  }

  const DocumentFacts& facts_;
  std::map<std::string, std::string> names_;
};

bool overlap(const Fact& a, const Fact& b) { return a.in_title == b.in_title && a.start < b.end && b.start < a.end; }

/// Takes out of both what is the same.
void drop_equal(std::vector<Fact>& before, std::vector<Fact>& after) {
  std::map<std::string, int> left;
  for (const Fact& fact : before) ++left[fact.key];
  std::map<std::string, int> same;
  std::erase_if(after, [&](const Fact& fact) { return left[fact.key] > 0 && (--left[fact.key], ++same[fact.key]); });
  std::erase_if(before, [&](const Fact& fact) { return same[fact.key] > 0 && same[fact.key]--; });
}

/// Compares the facts of one sort.
class Comparison {
 public:
  Comparison(What what, const std::string& document, FactCounts& counts, std::vector<FactChange>& changes)
      : what_(what), document_(document), counts_(counts), changes_(changes) {}

  void run(std::vector<Fact> before, std::vector<Fact> after) {
    counts_.before += before.size();
    counts_.after += after.size();
    drop_equal(before, after);
    std::vector<bool> used(after.size());
    for (const Fact& fact : before) {
      std::size_t at = 0;
      while (at < after.size() && (used[at] || !is_of(fact, after[at]))) ++at;
      if (at < after.size()) used[at] = true;
      note(&fact, at < after.size() ? &after[at] : nullptr);
    }
    for (std::size_t at = 0; at < after.size(); ++at)
      if (!used[at]) note(nullptr, &after[at]);
  }

 private:
  bool is_of(const Fact& before, const Fact& after) const {
    return what_ == What::mention ? overlap(before, after) : before.partly == after.partly;
  }

  void note(const Fact* before, const Fact* after) {
    const Fact& fact = after ? *after : *before;
    FactChange change{what_, !before ? How::came : after ? How::changed : How::went, document_, fact.rule, {}, {},
                      fact.context, fact.start, fact.end, fact.in_title};
    if (before) change.before = before->words;
    if (after) change.after = after->words;
    if (before && after && before->rule != after->rule) change.rule = before->rule + " -> " + after->rule;
    ++(change.how == How::came ? counts_.came : change.how == How::went ? counts_.went : counts_.changed);
    changes_.push_back(std::move(change));
  }

  What what_;
  const std::string& document_;
  FactCounts& counts_;
  std::vector<FactChange>& changes_;
};

}  // namespace

std::size_t FactCounts::share() const {
  constexpr std::size_t kWhole = 1'000'000;
  if (differ() == 0) return 0;
  return before == 0 ? kWhole : differ() * kWhole / before;
}

FactCounts& FactCounts::operator+=(const FactCounts& o) {
  before += o.before, after += o.after, came += o.came, went += o.went, changed += o.changed;
  return *this;
}

FactsDiff& FactsDiff::operator+=(FactsDiff&& o) {
  documents += o.documents, only_before += o.only_before, only_after += o.only_after;
  mentions += o.mentions, holds += o.holds, events += o.events;
  std::move(o.changes.begin(), o.changes.end(), std::back_inserter(changes));
  return *this;
}

FactsDiff diff(const DocumentFacts& before, const DocumentFacts& after) {
  FactsDiff out;
  out.documents = 1;
  const std::string& id = after.id.empty() ? before.id : after.id;
  FactLister old_facts(before), new_facts(after);
  Comparison(What::event, id, out.events, out.changes).run(old_facts.events(), new_facts.events());
  Comparison(What::hold, id, out.holds, out.changes).run(old_facts.holds(), new_facts.holds());
  Comparison(What::mention, id, out.mentions, out.changes).run(old_facts.mentions(), new_facts.mentions());
  return out;
}

}  // namespace liaison
