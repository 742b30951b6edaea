#include <algorithm>
#include <map>
#include <set>

#include "lexicon/fold.h"
#include "liaison/analyzer.h"
#include "liaison/pack.h"
#include "liaison/trace.h"
#include "pack_contents.h"
#include "rules/silence.h"
#include "rules/syntax.h"

namespace liaison {
namespace {

std::string trimmed(std::string_view s) {
  while (!s.empty() && s.front() == ' ') s.remove_prefix(1);
  while (!s.empty() && s.back() == ' ') s.remove_suffix(1);
  return std::string(s);
}

std::vector<std::string> split(std::string_view text, std::string_view at) {
  std::vector<std::string> out;
  for (std::size_t end; (end = text.find(at)) != std::string_view::npos; text.remove_prefix(end + at.size()))
    out.push_back(trimmed(text.substr(0, end)));
  out.push_back(trimmed(text));
  return out;
}

std::string joined(const std::set<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : " ; ") + part;
  return out;
}

/// Keeps what two rules found in the same place.
class RivalTrace : public TraceList {
 public:
  bool wants(TraceRecord::Kind kind) const override {
    return kind == TraceRecord::Kind::match || kind == TraceRecord::Kind::hold;
  }
  void add(TraceRecord record) override {
    if (wants(record.kind)) TraceList::add(std::move(record));
  }

  /// A rule that finds something else in the very place where `rule` does, with nothing but the order of the files
  /// between them; none where there is no such rule.
  RuleId rival(const RuleBook& book, RuleId rule) const {
    for (const TraceRecord& lost : records) {
      if (lost.by_order == RuleId::none) continue;
      if (lost.rule == rule) return lost.by_order;
      if (lost.by_order == rule) return lost.rule;
    }
    auto priority = [&](RuleId id) { return book.rules()[static_cast<std::size_t>(id)].priority; };
    for (const TraceRecord& own : records) {
      if (own.kind != TraceRecord::Kind::match || own.rule != rule) continue;
      for (const TraceRecord& other : records)
        if (other.kind == own.kind && other.rule != rule && own.stands != other.stands && own.place == other.place &&
            own.what != other.what && priority(own.rule) == priority(other.rule))
          return other.rule;
    }
    return RuleId::none;
  }
};

/// Runs one example after the other and compares what was found with what its line wants. Both sides become sets of
/// lines in words: made annotations "text", holds "person | role | org | when", aliases "a = b", words that a rule has
/// narrowed "word = reading", names that a rule speaks for "text", and for events each joined pair "a / b | kind | status".
class ExampleRunner {
 public:
  explicit ExampleRunner(std::shared_ptr<const Pack> pack) : pack_(pack), contents_(pack->contents()), analyzer_(pack) {}

  void run(const Example& example, ExampleReport& report) {
    document_.text = contents_.lexicon.string(example.sentence);
    auto kind = static_cast<ExampleKind>(example.kind);
    std::string_view expected_text = contents_.lexicon.string(example.expected);
    Kind what = kind_of(example.rule);
    read(what);
    if (kind == ExampleKind::yes) note_rival(example);
    std::set<std::string> found = found_by(example.rule, what), expected = expected_of(expected_text, what, example.rule);
    bool as_told = expected_text.empty() ? !found.empty() : found == expected;
    ExampleFailure failure{std::string(contents_.lexicon.string(example.file)) + ":" + std::to_string(example.line),
                           std::string(pack_->rule_name(static_cast<RuleId>(example.rule))), document_.text,
                           kind == ExampleKind::no ? "nothing" : joined(expected), joined(found)};
    if (kind == ExampleKind::yes) ++report.yes;
    if (kind == ExampleKind::no) ++report.no;
    if (kind == ExampleKind::todo) ++report.todo;
    if (kind == ExampleKind::yes && !as_told) report.failures.push_back(failure);
    if (kind == ExampleKind::yes && as_told) note_winners(example, what);
    if (kind == ExampleKind::no && !found.empty()) report.failures.push_back(failure);
    if (kind == ExampleKind::todo && as_told) report.turned.push_back(failure);
  }

  /// Warns of `yes` lines that only other rules satisfied: of each, or once of the rule where it never wins.
  void warn(ExampleReport& report) const {
    for (const auto& [rule, seen] : seen_) {
      std::string name(pack_->rule_name(static_cast<RuleId>(rule)));
      if (seen.won == 0 && !seen.lost.empty() && rule < contents_.rules.rules().size()) {
        const Rule& record = contents_.rules.rules()[rule];
        report.warnings.push_back(warning(record.file, record.line, "never-wins",
                                          "`" + name + "` loses on all its own `yes` lines, to `" + seen.lost[0].second + "`",
                                          "give it a higher priority or an example that only it finds, or leave it out"));
      } else
        for (const auto& [example, winner] : seen.lost)
          report.warnings.push_back(warning(example->file, example->line, "other-rule",
                                            "this example of `" + name + "` is satisfied by `" + winner + "`",
                                            "write a sentence that only this rule reads"));
    }
    for (const auto& [rules, example] : rival_rules_)
      report.warnings.push_back(warning(example->file, example->line, "equal-priority",
                                        "here `" + std::string(pack_->rule_name(rules.first)) + "` and `" +
                                            std::string(pack_->rule_name(rules.second)) +
                                            "` find something else each, and only their order decides",
                                        "give one of them a higher priority"));
    std::vector<CommentedText> texts;
    for (const StoredSource& stored : contents_.image.table<StoredSource>(SectionId::sources))
      texts.push_back({contents_.lexicon.string(stored.path), contents_.lexicon.string(stored.text)});
    silence(texts, WarningStage::run, report.warnings);
  }

 private:
  enum class Kind { made, holds, same, reading, given, event };

  /// Hears which rule narrows which word, and the features of names.
  class ReadingTrace : public TraceList {
   public:
    bool wants(TraceRecord::Kind kind) const override {
      return kind == TraceRecord::Kind::reading || kind == TraceRecord::Kind::name;
    }
    void add(TraceRecord record) override {
      if (wants(record.kind)) TraceList::add(std::move(record));
    }
  };

  /// Analyses the document.
  void read(Kind what) {
    trace_.records.clear();
    rivals_.records.clear();
    const bool asks_trace = what == Kind::reading || what == Kind::given;
    Trace* trace = asks_trace ? static_cast<Trace*>(&trace_) : what == Kind::made || what == Kind::holds ? &rivals_ : nullptr;
    analysis_ = analyzer_.analyze(document_, scratch_, trace);
  }

  /// How the examples of one rule went that came out as they say.
  struct Seen {
    std::size_t won = 0;
    std::vector<std::pair<const Example*, std::string>> lost;  // with the rule that found it instead
  };

  /// Notes whether the rule of an example has found it. Of hidden stretches and aliases no rule is known, and of events
  /// the frame is the kind.
  void note_winners(const Example& example, Kind what) {
    std::set<RuleId> winners;
    if (what == Kind::holds)
      for (const Hold& h : analysis_.holds)
        for (const Evidence& e : h.evidence) winners.insert(e.rule);
    if (what == Kind::made)
      for (const Mention& m : analysis_.mentions)
        if (makes(example.rule, m.type)) winners.insert(m.rule);
    if (winners.empty()) return;
    Seen& seen = seen_[example.rule];
    if (winners.contains(static_cast<RuleId>(example.rule))) ++seen.won;
    else seen.lost.emplace_back(&example, std::string(pack_->rule_name(*winners.begin())));
  }

  /// Notes, once for each pair, a rule that finds something else where the rule of an example does.
  void note_rival(const Example& example) {
    auto rule = static_cast<RuleId>(example.rule);
    if (RuleId rival = rivals_.rival(contents_.rules, rule); rival != RuleId::none)
      rival_rules_.try_emplace({std::min(rule, rival), std::max(rule, rival)}, &example);
  }

  bool makes(std::uint32_t rule, Symbol type) const {
    auto actions = contents_.rules.actions(contents_.rules.rules()[rule]);
    return std::any_of(actions.begin(), actions.end(), [&](const Action& action) { return action.what == type; });
  }

  Diagnostic warning(std::uint32_t file, std::uint32_t line, std::string code, std::string message, std::string hint) const {
    return {Severity::warning, std::move(code), std::string(contents_.lexicon.string(file)), line, 1, std::move(message), {},
            std::move(hint)};
  }

  Kind kind_of(std::uint32_t rule) const {
    if (rule >= contents_.rules.rules().size()) return Kind::event;
    for (const Action& action : contents_.rules.actions(contents_.rules.rules()[rule])) {
      if (action.what == symbols::holds) return Kind::holds;
      if (action.what == symbols::same) return Kind::same;
      if (action.reading != ClassId::none) return Kind::reading;
      if (contents_.rules.string(action.name) == "give") return Kind::given;
    }
    return Kind::made;
  }

  std::string name(EntityId id) const { return id == EntityId::none ? "-" : analysis_.at(id).name; }

  std::set<std::string> found_by(std::uint32_t rule, Kind what) const {
    switch (what) {
      case Kind::made: return found_annotations(rule);
      case Kind::holds: return found_holds();
      case Kind::same: return found_aliases();
      case Kind::reading: return found_readings(rule);
      case Kind::given: return found_given(rule);
      case Kind::event: return found_events(rule);
    }
    return {};
  }

  /// All annotations of the type that the rule makes: another rule may well find what this one's example wants.
  std::set<std::string> found_annotations(std::uint32_t rule) const {
    std::set<std::string> out;
    for (const Action& action : contents_.rules.actions(contents_.rules.rules()[rule]))
      for (const auto& [type, text] : annotations())
        if (type == action.what) out.insert(text);
    return out;
  }

  std::vector<std::pair<Symbol, std::string>> annotations() const {
    std::vector<std::pair<Symbol, std::string>> out;
    for (const Mention& m : analysis_.mentions) out.emplace_back(m.type, text_of(document_, m.place));
    for (const Place& place : analysis_.hidden) out.emplace_back(symbols::hidden, text_of(document_, place));
    for (const Place& place : analysis_.datelines) out.emplace_back(symbols::dateline, text_of(document_, place));
    return out;
  }

  std::set<std::string> found_holds() const {
    std::set<std::string> out;
    for (const Hold& h : analysis_.holds)
      out.insert(name(h.person) + " | " + h.role + " | " + name(h.org) + " | " + std::string(pack_->name(h.when)));
    return out;
  }

  std::set<std::string> found_aliases() const {
    std::set<std::string> out;
    for (const Entity& e : analysis_.entities)
      if (e.forms.size() > 1) out.insert(joined({e.forms.begin(), e.forms.end()}));
    return out;
  }

  /// The names for which speaks what the rule gives.
  std::set<std::string> found_given(std::uint32_t rule) const {
    std::set<std::string> out;
    for (const Action& action : contents_.rules.actions(contents_.rules.rules()[rule]))
      for (const TraceRecord& record : trace_.records)
        for (const TraceDetail& detail : record.details)
          if (record.stands && detail.what == "rule " + std::string(pack_->name(action.what)))
            out.insert(std::string(text_of(document_, record.place)));
    return out;
  }

  /// What the rule itself has narrowed.
  std::set<std::string> found_readings(std::uint32_t rule) const {
    std::set<std::string> out;
    for (const TraceRecord& record : trace_.records)
      if (record.kind == TraceRecord::Kind::reading && record.rule == static_cast<RuleId>(rule))
        out.insert(std::string(text_of(document_, record.place)) + " = " + record.what);
    return out;
  }

  std::string pair_line(std::string a, std::string b, std::string_view kind, std::string_view status) const {
    if (b < a) std::swap(a, b);
    return a + " / " + b + " | " + std::string(kind) + " | " + std::string(status);
  }

  std::set<std::string> found_events(std::uint32_t rule) const {
    std::set<std::string> out;
    std::string_view kind = kind_name(rule);
    for (const Event& v : analysis_.events) {
      bool sides = std::any_of(v.participants.begin(), v.participants.end(), [](const Participant& p) { return p.side; });
      if (pack_->name(v.kind) != kind) continue;
      for (std::size_t i = 0; i < v.participants.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
          if (!sides || v.participants[i].side != v.participants[j].side)
            out.insert(pair_line(name(v.participants[i].entity), name(v.participants[j].entity), kind, pack_->name(v.status)));
    }
    return out;
  }

  /// "meeting" of the trigger "meeting/sit down".
  std::string_view kind_name(std::uint32_t rule) const {
    std::string_view trigger = pack_->rule_name(static_cast<RuleId>(rule));
    return trigger.substr(0, trigger.find('/'));
  }

  std::set<std::string> expected_of(std::string_view text, Kind what, std::uint32_t rule) const {
    std::set<std::string> out;
    if (text.empty()) return out;
    if (what == Kind::made) {
      for (const std::string& part : split(text, what == Kind::made && text.find(" ; ") != text.npos ? " ; " : ", ")) out.insert(part);
      return whole_if_one(text, out, rule);
    }
    for (const std::string& part : split(text, " ; ")) {
      if (what == Kind::reading || what == Kind::given) out.insert(part);
      else if (what == Kind::event) add_expected_pairs(part, rule, out);
      else if (what == Kind::same) {
        std::vector<std::string> forms = split(part, " = ");
        out.insert(joined({forms.begin(), forms.end()}));
      } else out.insert(std::count(part.begin(), part.end(), '|') < 3 ? part + " | current" : part);
    }
    return out;
  }

  /// "June 14, 2024" is one annotation where the sentence gives it as one.
  std::set<std::string> whole_if_one(std::string_view text, std::set<std::string> parts, std::uint32_t rule) const {
    std::set<std::string> found = found_annotations(rule);
    return found.contains(std::string(text)) ? std::set<std::string>{std::string(text)} : parts;
  }

  /// "A / B, C | status", or "A / B | kind | status".
  void add_expected_pairs(const std::string& part, std::uint32_t rule, std::set<std::string>& out) const {
    std::vector<std::string> columns = split(part, "|");
    std::string status = columns.size() > 1 ? columns.back() : "occurred";
    std::string_view kind = columns.size() > 2 ? std::string_view(columns[1]) : kind_name(rule);
    if (kind != kind_name(rule)) return;
    std::vector<std::vector<std::string>> sides;
    for (const std::string& side : split(columns[0], " / ")) sides.push_back(split(side, ", "));
    if (sides.size() == 1) {
      std::vector<std::string> all = sides[0];
      sides.clear();
      for (std::string& one : all) sides.push_back({one});
    }
    for (std::size_t i = 0; i < sides.size(); ++i)
      for (std::size_t j = 0; j < i; ++j)
        for (const std::string& a : sides[i])
          for (const std::string& b : sides[j]) out.insert(pair_line(a, b, kind, status));
  }

  std::shared_ptr<const Pack> pack_;
  const Pack::Contents& contents_;
  Analyzer analyzer_;
  Scratch scratch_;
  Document document_;
  Analysis analysis_;
  ReadingTrace trace_;
  std::map<std::uint32_t, Seen> seen_;
  RivalTrace rivals_;
  std::map<std::pair<RuleId, RuleId>, const Example*> rival_rules_;
};

}  // namespace

ExampleReport run_examples(const std::shared_ptr<const Pack>& pack) {
  ExampleReport report;
  ExampleRunner runner(pack);
  for (const Example& example : pack->contents().rules.examples()) runner.run(example, report);
  runner.warn(report);
  return report;
}

}  // namespace liaison
