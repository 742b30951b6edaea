// Tells a trace of the matches of a phase: which stand, what the others lost to, and how far a rule asked for came.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "liaison/trace.h"
#include "rules/matcher.h"
#include "rules/program.h"
#include "rules/unit.h"

namespace liaison {

/// Tells of each token of a text, with its classes and the entries that begin there.
void trace_tokens(const TextView& view, Trace& trace);

/// By what a match wins over another, in words: "priority 5 against 2"; empty where it does not win.
std::string advantage(const RuleBook& book, const Match& winner, const Match& loser);

/// Tells of all matches of a sequence. `standing` are those that `select_matches` left.
void trace_matches(const RuleBook& book, const Sequence& sequence, std::span<const Match> all,
                   std::span<const Match> standing, Trace& trace);

/// Tells of a match that a name of the gazetteers forbids.
void trace_set_aside(const RuleBook& book, const Sequence& sequence, const Match& match, std::string_view name, Trace& trace);

/// Tells of each rule of the phase that was asked for how far it came in the sequence, if it has no match there.
void trace_misses(const RuleBook& book, std::size_t phase, const Sequence& sequence, std::span<const Match> all,
                  const SameEntity& same_entity, Trace& trace);

/// Tells that the rules of the phase that were asked for were not tried at all in a stretch of text, and why.
void trace_untried(const RuleBook& book, std::size_t phase, Span span, const std::string& why, Trace& trace);

}  // namespace liaison
