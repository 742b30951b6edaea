#include "network/event_merger.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <limits>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace liaison {
namespace {

constexpr int kMostDays = 7;

/// The tellings of one event.
struct Merged {
  std::vector<std::uint32_t> tellings;   // places, by date and document
};

/// Who takes part and what it is.
struct Sameness {
  std::uint8_t kind = 0;
  std::vector<NodeId> nodes;             // sorted
  auto operator<=>(const Sameness&) const = default;
};

class Merger {
 public:
  Merger(const std::vector<ToldEvent>& all, const Graph::Contents& contents) : all_(all), contents_(contents) {}

  std::vector<Merged> merge() {
    std::vector<std::pair<Sameness, std::uint32_t>> order;
    order.reserve(all_.size());
    for (std::uint32_t i = 0; i < all_.size(); ++i) {
      Sameness same{all_[i].kind, {}};
      for (const GraphParticipant& participant : all_[i].participants) same.nodes.push_back(participant.node);
      std::sort(same.nodes.begin(), same.nodes.end());
      order.emplace_back(std::move(same), i);
    }
    std::sort(order.begin(), order.end(), [&](const auto& a, const auto& b) {
      if (const auto by = a.first <=> b.first; by != 0) return by < 0;
      return date_order(contents_, all_[a.second].record) < date_order(contents_, all_[b.second].record);
    });
    for (std::size_t begin = 0, end = 0; begin < order.size(); begin = end) {
      const std::size_t open = merged_.size();
      while (end < order.size() && order[end].first == order[begin].first) place(order[end++].second, open);
    }
    std::sort(merged_.begin(), merged_.end(), [&](const Merged& a, const Merged& b) { return first(a) < first(b); });
    return std::move(merged_);
  }

 private:
  /// Puts a telling to an event, of those from `open` on, or makes one of it.
  void place(std::uint32_t telling, std::size_t open) {
    Merged* best = nullptr;
    for (std::size_t i = open; i < merged_.size(); ++i) {
      if (!goes_with(merged_[i], telling)) continue;
      if (!best || (!has_status(*best, telling) && has_status(merged_[i], telling))) best = &merged_[i];
    }
    if (best) best->tellings.push_back(telling);
    else merged_.push_back({{telling}});
  }

  bool goes_with(const Merged& event, std::uint32_t telling) const {
    const TellingRecord& record = all_[telling].record;
    bool near = false;
    for (const std::uint32_t other : event.tellings) {
      const TellingRecord& told = all_[other].record;
      if (told.document == record.document) return false;
      near |= contents_.original[told.document] == contents_.original[record.document] ||
              days_between(date(told), date(record)) <= kMostDays;
    }
    return near;
  }

  bool has_status(const Merged& event, std::uint32_t telling) const {
    return std::any_of(event.tellings.begin(), event.tellings.end(),
                       [&](std::uint32_t other) { return all_[other].status == all_[telling].status; });
  }

  const std::string& date(const TellingRecord& record) const { return contents_.documents[record.document]->date; }

  std::pair<std::uint32_t, std::uint32_t> first(const Merged& event) const {
    std::pair<std::uint32_t, std::uint32_t> least(std::numeric_limits<std::uint32_t>::max(), 0);
    for (const std::uint32_t telling : event.tellings) {
      least = std::min(least, {all_[telling].record.document, all_[telling].record.fact});
    }
    return least;
  }

  const std::vector<ToldEvent>& all_;
  const Graph::Contents& contents_;
  std::vector<Merged> merged_;
};

/// Which status holds in the end, and whether sources contradict each other.
class StatusOf {
 public:
  StatusOf(const Merged& event, const std::vector<ToldEvent>& all, const Graph::Contents& contents) {
    for (const std::uint32_t telling : event.tellings) {
      const TellingRecord& record = all[telling].record;
      const std::string& status = contents.words[all[telling].status];
      if (contents.is_reprint(record) && !record.accepted && event.tellings.size() > 1) continue;
      sources_[status].insert(contents.source[record.document]);
      all_sources_.insert(contents.source[record.document]);
      disputed_ |= contents.documents[record.document]->events[record.fact].disputed;
      last_ = status;
    }
    if (sources_.empty()) {
      last_ = contents.words[all[event.tellings.front()].status];
      all_sources_.insert(contents.source[all[event.tellings.front()].record.document]);
    }
  }

  bool disputed() const {
    const auto yes = sources_.find("occurred"), no = sources_.find("denied");
    if (disputed_) return true;
    if (yes == sources_.end() || no == sources_.end()) return false;
    return yes->second != no->second || yes->second.size() > 1;
  }

  /// What occurred has occurred, unless more deny it; of the others the last word holds.
  std::string_view status() const {
    const auto yes = sources_.find("occurred"), no = sources_.find("denied");
    if (yes == sources_.end()) return last_;
    const bool more_deny = no != sources_.end() && no->second.size() > yes->second.size();
    return more_deny ? "denied" : "occurred";
  }

  std::size_t sources() const { return all_sources_.size(); }

 private:
  std::map<std::string, std::set<std::uint32_t>, std::less<>> sources_;
  std::set<std::uint32_t> all_sources_;
  std::string_view last_;
  bool disputed_ = false;   // within a document
};

}  // namespace

int days_between(std::string_view first, std::string_view second) {
  constexpr int kNever = std::numeric_limits<int>::max();
  const auto days = [](std::string_view date) -> int {
    std::array<int, 3> parts{};
    constexpr std::array<std::size_t, 3> kStarts = {0, 5, 8}, kEnds = {4, 7, 10};
    if (date.size() < 10 || date[4] != '-' || date[7] != '-') return kNever;
    for (std::size_t part = 0; part < parts.size(); ++part) {
      for (std::size_t at = kStarts[part]; at < kEnds[part]; ++at) {
        if (date[at] < '0' || date[at] > '9') return kNever;
        parts[part] = parts[part] * 10 + (date[at] - '0');
      }
    }
    namespace chrono = std::chrono;
    const auto date_of = chrono::year{parts[0]} / static_cast<int>(parts[1]) / static_cast<int>(parts[2]);
    return date_of.ok() ? static_cast<int>(chrono::sys_days(date_of).time_since_epoch().count()) : kNever;
  };
  const int from = days(first), to = days(second);
  return from == kNever || to == kNever ? kNever : std::abs(to - from);
}

void merge_events(std::vector<ToldEvent> tellings, Graph::Contents& contents) {
  for (const Merged& event : Merger(tellings, contents).merge()) {
    const StatusOf status(event, tellings, contents);
    EventRecord record;
    record.first_telling = static_cast<std::uint32_t>(contents.tellings.size());
    record.first_participant = static_cast<std::uint32_t>(contents.participants.size());
    record.status = contents.word(status.status());
    record.disputed = status.disputed();
    record.sources = static_cast<std::uint16_t>(std::min<std::size_t>(status.sources(), 0xffff));
    contents.events.push_back(record);
    for (const std::uint32_t telling : event.tellings) contents.tellings.push_back(tellings[telling].record);
    const auto& participants = tellings[event.tellings.front()].participants;
    contents.participants.insert(contents.participants.end(), participants.begin(), participants.end());
  }
  EventRecord last;
  last.first_telling = static_cast<std::uint32_t>(contents.tellings.size());
  last.first_participant = static_cast<std::uint32_t>(contents.participants.size());
  contents.events.push_back(last);
}

}  // namespace liaison
