#include "liaison/analyzer.h"

#include <algorithm>

#include "pack_contents.h"
#include "rules/match_trace.h"
#include "scratch.h"
#include "text/sentences.h"
#include "text/tokenizer.h"

namespace liaison {
namespace {

/// Tells a trace of places in title and text, where the phases speak of the whole.
class PlacingTrace : public Trace {
 public:
  PlacingTrace(Trace& trace, const WholeText& text)
      : Trace(trace.asked(), trace.asked_at() ? std::optional(Place{text.whole(*trace.asked_at()), false}) : std::nullopt),
        trace_(trace), text_(text) {}
  void add(TraceRecord record) override {
    record.place = text_.place(record.place.span);
    for (TraceDetail& detail : record.details) detail.place = text_.place(detail.place.span);
    trace_.add(std::move(record));
  }
  bool wants(TraceRecord::Kind kind) const override { return trace_.wants(kind); }
  bool wants_costs() const override { return trace_.wants_costs(); }
  void cost(RuleId rule, const RuleCost& cost) override { trace_.cost(rule, cost); }

 private:
  Trace& trace_;
  const WholeText& text_;
};

bool by_start(const Annotation& a, const Annotation& b) { return a.first < b.first; }

}  // namespace

Scratch::Scratch() : state_(std::make_unique<State>()) {}
Scratch::~Scratch() = default;
Scratch::Scratch(Scratch&&) noexcept = default;
Scratch& Scratch::operator=(Scratch&&) noexcept = default;

namespace {

/// Reads one document. `run` is the list of the phases.
class Reading {
 public:
  Reading(const std::shared_ptr<const Pack>& pack, const Document& document, const GivenNames* given, Scratch& scratch,
          Trace* trace)
      : pack_(*pack), contents_(pack->contents()), document_(document), given_(given), s_(scratch.state()) {
    result_.pack = pack;
    s_.text.set(document);
    if (trace) trace_.emplace(*trace, s_.text);
  }

  Analysis run() {
    read_text();
    annotate_tokens();
    find_names();
    resolve_names();
    find_holds();
    find_events();
    return finish();
  }

 private:
  Trace* trace() { return trace_ ? &*trace_ : nullptr; }
  TextView view() const { return {s_.text.view, s_.tokens, s_.hits, &contents_.lexicon, &s_.words}; }

  /// Tokens, sentences, words, and what of the lexicon stands in the text.
  void read_text() {
    if (document_.text.size() > kLargestText)
      result_.notices.push_back({"text-too-long", "only the first GiB of the text was read", {}});
    tokenize(s_.text.view, contents_.orthography, s_.tokens);
    split_sentences(s_.text.view, s_.tokens, contents_.orthography, s_.sentences);
    note_cut_sentences();
    s_.words.run(s_.text.view, contents_.lexicon, contents_.patterns, contents_.gates, s_.tokens, s_.hits);
    if (trace_) trace_tokens(view(), *trace_);
  }

  /// A sentence as long as the longest is one that was cut, unless the text ends there.
  void note_cut_sentences() {
    const Sentence* first = nullptr;
    std::size_t count = 0;
    for (const Sentence& s : s_.sentences) {
      if (s.last - s.first < kLongestSentence || s.last == s_.tokens.size()) continue;
      if (count++ == 0) first = &s;
    }
    if (!first) return;
    const Span place{s_.tokens[first->first].start, s_.tokens[first->last - 1].end};
    result_.notices.push_back({"sentence-cut",
                               "sentences of more than " + std::to_string(kLongestSentence) + " words were cut there, " +
                                   std::to_string(count) + " times",
                               {place, false}});
  }

  /// Roles, dates, hidden brackets: by rules over tokens.
  void annotate_tokens() {
    s_.annotator.run(contents_.rules, view(), s_.sentences, trace(), s_.fixed);
    take_off_datelines();
    bool roles = given_ && std::any_of(given_->mentions.begin(), given_->mentions.end(),
                                       [](const Mention& m) { return m.type == symbols::role; });
    if (roles) std::erase_if(s_.fixed, [](const Annotation& a) { return a.type == symbols::role; });
  }

  /// Where and when an article was written is no part of its first sentence, but its names are names.
  void take_off_datelines() {
    s_.bodies = s_.sentences;
    for (const Annotation& a : s_.fixed) {
      if (a.type != symbols::dateline) continue;
      auto at = std::find_if(s_.bodies.begin(), s_.bodies.end(), [&](Sentence s) { return s.first == a.first && s.last > a.last; });
      if (at != s_.bodies.end()) at->first = a.last;
      result_.datelines.push_back(s_.text.place(view().span(a.first, a.last)));
    }
    std::erase_if(s_.fixed, [](const Annotation& a) { return a.type == symbols::dateline; });
  }

  /// Names by evidence, or as given; then one sequence of all annotations.
  void find_names() {
    s_.name_finder.use(s_.annotator.given());
    if (given_) take_given_names();
    else
      s_.name_finder.run(contents_.names, contents_.name_classes, view(), s_.sentences, s_.fixed, trace(), s_.names);
    RuleIds ids(contents_);
    for (Annotation& name : s_.names)
      if (name.rule == RuleId::none)
        name.rule = name.known == Annotation::kUnknown ? ids.of_names() : ids.of_entry(name.known);
    s_.annotations.assign(s_.names.begin(), s_.names.end());
    s_.annotations.insert(s_.annotations.end(), s_.fixed.begin(), s_.fixed.end());
    std::stable_sort(s_.annotations.begin(), s_.annotations.end(), by_start);
  }

  void take_given_names() {
    s_.names.clear();
    std::uint32_t token = 0;
    for (const Mention& m : given_->mentions) {
      Span span = s_.text.whole(m.place);
      while (token < s_.tokens.size() && s_.tokens[token].end <= span.start) ++token;
      std::uint32_t last = token;
      while (last < s_.tokens.size() && s_.tokens[last].start < span.end) ++last;
      if (last == token || (!s_.names.empty() && s_.names.back().last > token)) continue;
      s_.names.push_back({token, last, m.type, m.entity, m.rule, m.form, m.score, known_entity(token, last, m.type)});
    }
    std::erase_if(s_.fixed, [&](const Annotation& f) {
      return std::any_of(s_.names.begin(), s_.names.end(), [&](const Annotation& n) { return f.first < n.last && n.first < f.last; });
    });
  }

  std::uint32_t known_entity(std::uint32_t first, std::uint32_t last, Symbol type) const {
    for (const Hit& hit : view().hits_at(first)) {
      const Entry& entry = contents_.lexicon.entries()[hit.entry];
      if (hit.length == last - first && entry.type() == type) return entry.of;
    }
    return Annotation::kUnknown;
  }

  /// Coreference of the names.
  void resolve_names() {
    if (given_) {
      result_.entities = given_->entities;
      for (Entity& e : result_.entities) e.mentions.clear();
      for (std::uint32_t i = 0; i < s_.annotations.size(); ++i) {
        const Annotation& a = s_.annotations[i];
        if (static_cast<std::size_t>(a.entity) >= result_.entities.size()) continue;
        Entity& entity = result_.entities[static_cast<std::size_t>(a.entity)];
        entity.mentions.push_back(static_cast<MentionId>(i));
        if (a.known != Annotation::kUnknown && entity.known_as.empty())
          entity.known_as = contents_.lexicon.name(contents_.lexicon.entities()[a.known]);
      }
      return;
    }
    s_.alias_finder.run(contents_.rules, view(), s_.sentences, s_.annotations, trace(), s_.aliases);
    s_.resolver.run(view(), contents_.name_classes, contents_.nicknames, s_.aliases, s_.annotations, result_.entities);
  }

  /// Who holds which role.
  void find_holds() {
    s_.hold_finder.run(contents_.rules, contents_.hold_classes, view(), s_.bodies, s_.annotations, result_.entities,
                       document_.date, trace(), result_.holds);
  }

  /// Who met whom: clauses and frames, where a sentence may hold an event.
  void find_events() {
    EventInput input{view(), s_.bodies, s_.annotations, result_.entities, result_.holds};
    s_.event_finder.run(contents_.frames, contents_.rules, input, trace(), result_.events, result_.notices);
  }

  /// Annotations become mentions, and places in the whole places in title and text.
  Analysis finish() {
    result_.token_count = s_.tokens.size();
    if (std::size_t count = s_.given_up())
      result_.notices.push_back({"rule-given-up", "rules were given up at " + std::to_string(count) + " places, where they took too many steps", {}});
    for (Sentence s : s_.sentences) result_.sentences.push_back(s_.text.place(view().span(s.first, s.last)));
    std::vector<MentionId> mention_of(s_.annotations.size(), MentionId::none);
    for (std::size_t i = 0; i < s_.annotations.size(); ++i) {
      const Annotation& a = s_.annotations[i];
      if (a.type == symbols::hidden) result_.hidden.push_back(s_.text.place(view().span(a.first, a.last)));
      if (a.type == symbols::hidden || a.type == symbols::amount || a.type == symbols::misc) continue;
      mention_of[i] = static_cast<MentionId>(result_.mentions.size());
      result_.mentions.push_back({s_.text.place(view().name_span(a)), a.type, a.entity, a.rule, a.form, a.score});
    }
    auto renumber = [&](MentionId& id) {
      id = static_cast<std::size_t>(id) < mention_of.size() ? mention_of[static_cast<std::size_t>(id)] : MentionId::none;
    };
    for (Entity& e : result_.entities) {
      for (MentionId& m : e.mentions) renumber(m);
      std::erase(e.mentions, MentionId::none);
    }
    auto place = [&](Evidence& evidence) {
      Place sentence = s_.text.place(evidence.place.span);
      evidence.trigger = s_.text.place(evidence.trigger).span;
      for (Span* span : {&evidence.topic, &evidence.attribution.span})
        if (span->start < span->end) *span = s_.text.place(*span).span;
      evidence.place = sentence;
      for (Participant& p : evidence.participants) renumber(p.mention);
    };
    for (Hold& hold : result_.holds)
      for (Evidence& e : hold.evidence) place(e);
    for (Event& event : result_.events) {
      for (Participant& p : event.participants) renumber(p.mention);
      for (Evidence& e : event.evidence) place(e);
    }
    for (Notice& n : result_.notices) n.place = s_.text.place(n.place.span);
    return std::move(result_);
  }

  const Pack& pack_;
  const Pack::Contents& contents_;
  const Document& document_;
  const GivenNames* given_;
  Scratch::State& s_;
  std::optional<PlacingTrace> trace_;
  Analysis result_;
};

}  // namespace

std::string_view to_string(Certainty certainty) {
  switch (certainty) {
    case Certainty::stated: return "stated";
    case Certainty::believed: return "believed";
    case Certainty::claimed: return "claimed";
    case Certainty::denied: return "denied";
    case Certainty::hearsay: return "hearsay";
    case Certainty::none: break;
  }
  return {};
}

std::string_view text_of(const Document& document, const Place& place) {
  return place.span.of(place.in_title ? std::string_view(document.title) : std::string_view(document.text));
}

Analyzer::Analyzer() : Analyzer(Pack::english()) {}
Analyzer::Analyzer(std::shared_ptr<const Pack> pack) : pack_(std::move(pack)) {}

Analysis Analyzer::analyze(const Document& document) const {
  Scratch scratch;
  return analyze(document, scratch);
}

Analysis Analyzer::analyze(const Document& document, Scratch& scratch) const {
  return Reading(pack_, document, nullptr, scratch, nullptr).run();
}

Analysis Analyzer::analyze(const Document& document, Scratch& scratch, Trace* trace) const {
  return Reading(pack_, document, nullptr, scratch, trace).run();
}

Analysis Analyzer::analyze(const Document& document, const GivenNames& names, Scratch& scratch, Trace* trace) const {
  return Reading(pack_, document, &names, scratch, trace).run();
}

}  // namespace liaison
