#include "network/event_time.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdlib>
#include <optional>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "lexicon/fold.h"
#include "network/mentions_from.h"
#include "pack_contents.h"

namespace liaison {
namespace {

using namespace std::chrono;

constexpr std::size_t kFarthest = 80;   // bytes between trigger and date; beyond, something else is told
constexpr std::size_t kOpening = 12;    // bytes before a date that opens its sentence
constexpr std::string_view kBreaks = ",;:()\n\"";

std::optional<int> number_in(std::string_view text) {
  int number = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::string printed(sys_days day) {
  const year_month_day date(day);
  return fmt::format("{:04}-{:02}-{:02}", int(date.year()), unsigned(date.month()), unsigned(date.day()));
}

/// The week that holds a day; it belongs to the year of its Thursday.
std::string printed_week(sys_days day) {
  const sys_days thursday = day - (weekday(day) - Monday) + days(3);
  const year in = year_month_day(thursday).year();
  return fmt::format("{:04}-W{:02}", int(in), (thursday - sys_days(in / January / 1)).count() / 7 + 1);
}

std::optional<sys_days> day_of(std::string_view date) {
  if (date.size() < 10 || date[4] != '-' || date[7] != '-') return std::nullopt;
  const auto y = number_in(date.substr(0, 4)), m = number_in(date.substr(5, 2)), d = number_in(date.substr(8, 2));
  if (!y || !m || !d) return std::nullopt;
  const year_month_day day{year(*y), month(static_cast<unsigned>(*m)), std::chrono::day(static_cast<unsigned>(*d))};
  return day.ok() ? std::optional(sys_days(day)) : std::nullopt;
}

/// What the words of a date tell, each by what the lists say of it.
class DateWords {
 public:
  DateWords(const Pack::Contents& pack, std::string_view text) : pack_(pack) {
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find_first_of(" ,\n\t", at), text.size());
      if (end > at) read(text.substr(at, end - at));
      at = end + 1;
    }
  }

  std::string iso(std::optional<sys_days> today, bool ahead) const {
    if (month_ && year_) return day_ ? full(*year_) : fmt::format("{:04}-{:02}", *year_, *month_);
    if (year_) return fmt::format("{:04}", *year_);
    if (!today) return {};
    if (offset_) return printed(*today + days(*offset_));
    if (month_) return day_ ? nearest(*today) : whole_month(*today, ahead);
    if (weekday_) return printed(*today + days(to_weekday(*today, ahead)));
    return turn_ ? whole_unit(*today) : std::string();
  }

 private:
  void read(std::string_view word) {
    if (auto number = number_in(word)) {
      if (*number >= 1 && *number <= 31) day_ = *number;
      if (*number >= 1900 && *number <= 2099) year_ = *number;
      return;
    }
    const Lexicon& lexicon = pack_.lexicon;
    WordId id = lexicon.find(folded(word));
    if (id == kNoWord && word.ends_with('.')) id = lexicon.find(folded(word.substr(0, word.size() - 1)));
    if (id == kNoWord) return;
    const ClassId noun = lexicon.find_class("time_noun"), direction = lexicon.find_class("time_direction");
    auto told = [&](ClassId of, const char* key) {
      auto symbol = pack_.symbol_of.find(key);
      return symbol == pack_.symbol_of.end() || of == ClassId::none ? std::string_view() : lexicon.attribute(id, of, symbol->second);
    };
    const std::string_view kind = told(noun, "kind");
    if (kind == "month") month_ = number_in(told(noun, "num"));
    if (kind == "weekday") weekday_ = number_in(told(noun, "num"));
    if (kind == "day") offset_ = number_in(told(noun, "num"));
    if (std::string_view unit = told(noun, "unit"); !unit.empty()) unit_ = unit;
    if (std::string_view turn = told(direction, "turn"); !turn.empty()) turn_ = number_in(turn);
  }

  year_month_day in(int y) const {
    return {year(y), month(static_cast<unsigned>(*month_)), std::chrono::day(static_cast<unsigned>(*day_))};
  }

  std::string full(int y) const { return in(y).ok() ? printed(sys_days(in(y))) : std::string(); }

  /// A day without its year is that of the year in which it lies nearest.
  std::string nearest(sys_days today) const {
    const int now = int(year_month_day(today).year());
    std::optional<sys_days> best;
    for (int y : {now, now - 1, now + 1}) {
      if (!in(y).ok()) continue;
      const sys_days day(in(y));
      if (!best || std::abs((day - today).count()) < std::abs((*best - today).count())) best = day;
    }
    return best ? printed(*best) : std::string();
  }

  std::string whole_month(sys_days today, bool ahead) const {
    const year_month_day date(today);
    const int now = static_cast<int>(unsigned(date.month()));
    int y = int(date.year());
    if (turn_.value_or(0) < 0 ? *month_ >= now : turn_.value_or(0) == 0 && !ahead && *month_ > now) --y;
    if (turn_.value_or(0) > 0 ? *month_ <= now : turn_.value_or(0) == 0 && ahead && *month_ < now) ++y;
    return fmt::format("{:04}-{:02}", y, *month_);
  }

  int to_weekday(sys_days today, bool ahead) const {
    const int behind = (static_cast<int>(weekday(today).iso_encoding()) - *weekday_ + 7) % 7;
    const int turn = turn_.value_or(0);
    if (turn < 0) return behind == 0 ? -7 : -behind;
    if (turn > 0) return 7 - behind;
    return behind == 0 ? 0 : ahead ? 7 - behind : -behind;
  }

  std::string whole_unit(sys_days today) const {
    const year_month_day date(today);
    if (unit_ == "week") return printed_week(today + days(7 * *turn_));
    if (unit_ == "year") return fmt::format("{:04}", int(date.year()) + *turn_);
    if (unit_ != "month") return {};
    const year_month moved = date.year() / date.month() + months(*turn_);
    return fmt::format("{:04}-{:02}", int(moved.year()), unsigned(moved.month()));
  }

  const Pack::Contents& pack_;
  std::optional<int> year_, month_, day_, weekday_, offset_, turn_;
  std::string unit_;
};

/// Calls `each(the classes, and behind the word)` with the known words of a text that are parted by blanks, until it is true.
template <class Each>
bool any_word(const Lexicon& lexicon, std::string_view text, const Each& each) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const WordId word = lexicon.find(folded(text.substr(at, end - at)));
    if (word != kNoWord && each(lexicon.classes(word), end)) return true;
    at = end + 1;
  }
  return false;
}

/// True if another verb or clause stands between the trigger and a date behind it.
bool is_apart(const Lexicon& lexicon, std::string_view between) {
  if (between.find_first_of(kBreaks) != between.npos) return true;
  const ClassId verb = lexicon.find_class("verb_past"), relative = lexicon.find_class("relative_pronoun");
  return any_word(lexicon, between, [&](const ClassSet& word, std::size_t) { return word.has(verb) || word.has(relative); });
}

/// True if what stands between the date that opens a sentence and the trigger has a verb of saying, or two verbs: then the
/// date is when it was told, or when something else was.
bool is_told_then(const Lexicon& lexicon, std::string_view between) {
  const ClassId verb = lexicon.find_class("verb_past"), say = lexicon.find_class("say_verb");
  int verbs = 0;
  return between.size() > kFarthest ||
         any_word(lexicon, between, [&](const ClassSet& word, std::size_t) { return word.has(say) || (word.has(verb) && ++verbs == 2); });
}

/// A date without the comma at its end, and with the year behind it ("December of 2016").
Span whole_date(const Lexicon& lexicon, std::string_view text, Span date) {
  while (date.end > date.start && kBreaks.find(text[date.end - 1]) != kBreaks.npos) --date.end;
  const std::string_view behind = text.substr(date.end, std::min<std::size_t>(12, text.size() - date.end));
  const ClassId of = lexicon.find_class("of_preposition");
  std::size_t begin = 0;
  if (!any_word(lexicon, behind, [&](const ClassSet& word, std::size_t end) { return begin = end + 1, word.has(of); })) return date;
  constexpr std::size_t kYear = 4;
  if (begin + kYear > behind.size() || behind.find_first_not_of(' ') != 1 || !number_in(behind.substr(begin, kYear))) return date;
  date.end += static_cast<std::uint32_t>(begin + kYear);
  return date;
}

}  // namespace

EventTime event_time(const Document& document, const Analysis& analysis, const Evidence& evidence) {
  const Pack::Contents& pack = analysis.pack->contents();
  const std::string_view text = evidence.place.in_title ? document.title : document.text;
  const Span sentence = evidence.place.span, trigger = evidence.trigger;
  if (trigger.end == 0) return {};
  Span found;
  for (const Mention& mention : mentions_from(analysis, evidence.place.in_title, sentence.start)) {
    const Span span = mention.place.span;
    if (span.end > sentence.end) break;
    if (mention.type != symbols::date) continue;
    const bool opens = span.end <= trigger.start && span.start - sentence.start <= kOpening &&
                       !is_told_then(pack.lexicon, text.substr(span.end, trigger.start - span.end));
    const bool follows = span.start >= trigger.end && span.start - trigger.end <= kFarthest &&
                         !is_apart(pack.lexicon, text.substr(trigger.end, span.start - trigger.end));
    if (opens || follows) found = span;
    if (follows) break;
  }
  if (found.start == found.end) return {};
  found = whole_date(pack.lexicon, text, found);
  const bool ahead = evidence.status == symbols::planned || evidence.status == symbols::possible;
  return {found, DateWords(pack, text.substr(found.start, found.end - found.start)).iso(day_of(document.date), ahead)};
}

}  // namespace liaison
