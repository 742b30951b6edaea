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

}  // namespace

void NameFinder::tell(std::span<const Annotation> names) {
  Points points;
  for (const Weight& w : model_->weights())
    for (std::size_t type = 0; type < kNameTypeCount && w.feature.kind != Feature::Kind::kind; ++type) {
      std::int16_t& sum = points[w.feature][type];
      sum = static_cast<std::int16_t>(sum + w.scores[type]);
    }
  for (const NameRun& run : runs_) {
    auto in_run = [&](const Annotation& name) { return name.first >= run.first && name.first < run.last; };
    auto first = std::find_if(names.begin(), names.end(), in_run);
    auto last = std::find_if_not(first, names.end(), in_run);
    look_at(run);
    tell(run, {first, last}, points);
  }
}

/// All candidates of a run that anything speaks for, in text order, longer ones first.
void NameFinder::tell(const NameRun& run, std::span<const Annotation> names, const Points& points) {
  for (std::uint32_t first = run.first; first < run.last; ++first)
    for (std::uint32_t last = std::min(run.last, first + kLongestName); last > first; --last)
      for (std::size_t type = 0; type < kNameTypeCount; ++type)
        if (told_[number_of(run, first, last)].of[type] > 0) tell(run, first, last, type, names, points);
}

void NameFinder::tell(const NameRun& run, std::uint32_t first, std::uint32_t last, std::size_t type,
                      std::span<const Annotation> names, const Points& points) const {
  const TypeScores& told = told_[number_of(run, first, last)];
  TraceRecord record{TraceRecord::Kind::name, {view_.span(first, last), false}, std::string(symbols::kNames[kNameTypes[type].id]),
                     RuleId::none, told.of[type], false, {}, {}};
  for (const Annotation& name : names) {
    if (!overlap(name, first, last)) continue;
    const bool same = name.first == first && name.last == last;
    record.stands = same && name_type_index(name.type) == type;
    if (record.stands) continue;
    if (same && told.of[name_type_index(name.type)] < told.of[type])
      record.why = fmt::format("the others of the document make it {}", symbols::kNames[name.type.id]);
    else
      record.why += fmt::format("{}{} [{}] {}", record.why.empty() ? "lost to " : " with ", symbols::kNames[name.type.id],
                                view_.surface(name.first, name.last), name.score);
  }
  if (!record.stands && record.why.empty()) record.why = "an adjective of a country is no name";
  std::map<std::string, std::int32_t> sums;
  auto note = [&](const Feature& feature) {
    auto at = points.find(feature);
    if (at != points.end() && at->second[type] != 0) sums[model_->text_of(feature)] += at->second[type];
  };
  each_feature(run, first, last, note);
  each_document_feature(run, first, last, note);
  for (const auto& [name, sum] : sums) record.details.push_back({TraceDetail::Kind::feature, name, {}, sum, {}});
  std::stable_sort(record.details.begin(), record.details.end(),
                   [](const TraceDetail& a, const TraceDetail& b) { return std::abs(a.points) > std::abs(b.points); });
  trace_->add(std::move(record));
}

}  // namespace liaison
