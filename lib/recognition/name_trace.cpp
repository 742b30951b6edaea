// The part of the finder of names that tells a trace of its choices: each name with its features, and the readings
// that lost.
#include <algorithm>

#include <fmt/format.h>

#include "recognition/name_finder.h"

namespace liaison {
namespace {

bool overlap(const Annotation& name, std::uint32_t first, std::uint32_t last) {
  return name.first < last && first < name.last;
}

std::size_t index_of(Symbol type) {
  return static_cast<std::size_t>(std::find(std::begin(kNameTypes), std::end(kNameTypes), type) - std::begin(kNameTypes));
}

}  // namespace

void NameFinder::tell(std::span<const Annotation> names) const {
  for (const Run& run : runs_) {
    auto in_run = [&](const Annotation& name) { return name.first >= run.first && name.first < run.last; };
    auto first = std::find_if(names.begin(), names.end(), in_run);
    auto last = std::find_if_not(first, names.end(), in_run);
    tell(run, {first, last});
  }
}

/// All candidates of a run that anything speaks for, in text order, longer ones first.
void NameFinder::tell(const Run& run, std::span<const Annotation> names) const {
  for (std::uint32_t first = run.first; first < run.last; ++first)
    for (std::uint32_t last = std::min(run.last, first + kLongestName); last > first && may_be_name(first); --last) {
      Candidate candidate;
      if (!weigh(first, last, run, candidate)) continue;
      for (std::size_t type = 0; type < kNameTypeCount; ++type)
        if (candidate.scores.of[type] > 0) tell(candidate, type, run, names);
    }
}

void NameFinder::tell(const Candidate& candidate, std::size_t type, const Run& run, std::span<const Annotation> names) const {
  auto [first, last] = std::pair(candidate.first, candidate.last);
  TraceRecord record{TraceRecord::Kind::name, {view_.span(first, last), false}, std::string(symbols::kNames[kNameTypes[type].id]),
                     RuleId::none, candidate.scores.of[type], false, {}, {}};
  for (const Annotation& name : names) {
    if (!overlap(name, first, last)) continue;
    record.stands = name.first == first && name.last == last && index_of(name.type) == type;
    if (!record.stands) record.why += fmt::format("{}{} [{}] {}", record.why.empty() ? "lost to " : " with ", symbols::kNames[name.type.id],
                                 view_.surface(name.first, name.last), name.score);
  }
  if (!record.stands && record.why.empty()) record.why = "beside a name of its kind it counts less than nothing";
  std::int32_t rest = record.score;
  for (const NameFeature& feature : features_of(candidate, first, last, run)) {
    std::int32_t points = feature.scores.of[type];
    rest -= points;
    if (points != 0) record.details.push_back({TraceDetail::Kind::feature, feature.name, {}, points, {}});
  }
  if (rest != 0) record.details.push_back({TraceDetail::Kind::feature, "what an entry of the gazetteers makes good", {}, rest, {}});
  std::stable_sort(record.details.begin(), record.details.end(),
                   [](const TraceDetail& a, const TraceDetail& b) { return std::abs(a.points) > std::abs(b.points); });
  trace_->add(std::move(record));
}

/// What the tokens of a candidate and those beside it say.
void NameFinder::add_position_features(std::uint32_t first, std::uint32_t last, const Run& run,
                                       std::vector<NameFeature>& out) const {
  auto add = [&](Position position, std::uint32_t token) {
    for (NameFeature& f : model_->token_features(position, *view_.lexicon, *view_.words, shaped(token), fixed_[token])) {
      f.name += fmt::format(" [{}]", view_.surface(token));
      out.push_back(std::move(f));
    }
  };
  if (last - first == 1) add(Position::only, first);
  else {
    add(Position::first, first);
    for (std::uint32_t t = first + 1; t + 1 < last; ++t) add(Position::inside, t);
    add(Position::last, last - 1);
  }
  if (first > run.sentence.first) add(Position::before, first - 1);
  if (first > run.sentence.first + 1) add(Position::before2, first - 2);
  if (last < run.sentence.last) add(Position::after, last);
  if (last + 1 < run.sentence.last) add(Position::after2, last + 1);
}

std::vector<NameFeature> NameFinder::features_of(const Candidate& candidate, std::uint32_t first, std::uint32_t last,
                                                 const Run& run) const {
  std::vector<NameFeature> out;
  for (const Hit& hit : view_.hits_at(first)) {
    const Entry& entry = view_.lexicon->entries()[hit.entry];
    if (!entry.type || hit.length > last - first || candidate.known[index_of(entry.type) % kNameTypeCount] != entry.entity) continue;
    const NamedEntity& entity = view_.lexicon->entities()[entry.entity];
    out.push_back({fmt::format("hit {}:{} [{}]", symbols::kNames[entry.type.id], entry.weak ? "weak" : "strong",
                               view_.lexicon->string(entity.name)),
                   model_->hit(entity, entry.weak != 0)});
  }
  add_position_features(first, last, run, out);
  out.push_back({fmt::format("length {}", last - first), model_->length(last - first)});
  if (last - first > 1)
    out.push_back({fmt::format("pair [{}] [{}]", view_.surface(first), view_.surface(last - 1)),
                   model_->pair(view_.classes(first), view_.classes(last - 1))});
  out.push_back({"document: found elsewhere, as a whole or a part", document_.evidence(*model_, view_, first, last)});
  out.push_back({"document beside", beside_scores(first, last)});
  NameFeature known{"document known", {}};
  for (std::size_t type = 0; type < kNameTypeCount; ++type)
    if (candidate.known[type] != Annotation::kUnknown && document_.has_known(candidate.known[type], first, last))
      known.scores.of[type] += model_->document(DocumentEvidence::known, type);
  out.push_back(std::move(known));
  return out;
}

}  // namespace liaison
