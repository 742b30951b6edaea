#include "explanation.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "liaison/pack.h"
#include "network/json_writer.h"
#include "words.h"

namespace command {
namespace {

using liaison::TraceDetail;
using liaison::TraceRecord;
using Kind = TraceRecord::Kind;

/// How many readings that lost are shown of one sentence, unless a place is asked for.
constexpr std::size_t kMostLost = 4;

/// "ours.rules:3", the file as the caller calls it.
std::string place_of(const liaison::Pack& pack, const Selection& selection, liaison::RuleId rule) {
  const auto place = pack.rule_place(rule);
  const auto colon = place.rfind(':');
  if (colon == std::string::npos || !selection.as_given) return place;
  return selection.as_given(place.substr(0, colon)) + place.substr(colon);
}

/// The records of one sentence.
struct Part {
  liaison::Place sentence;
  std::vector<const TraceRecord*> records;
};

bool in_sentence(const liaison::Place& sentence, const liaison::Place& place) {
  return sentence.in_title == place.in_title && place.span.start >= sentence.span.start &&
         place.span.start < std::max(sentence.span.end, sentence.span.start + 1);
}

bool is_shown(const Selection& selection, const Part& part) {
  return selection.places.empty() || std::any_of(selection.places.begin(), selection.places.end(), [&](const auto& place) {
    return touches(part.sentence, place);
  });
}

std::vector<Part> parts_of(const Explained& explained, const Selection& selection) {
  std::vector<Part> parts;
  for (const auto& sentence : explained.analysis.sentences) parts.push_back({sentence, {}});
  for (const auto& record : explained.records) {
    const auto in = std::find_if(parts.begin(), parts.end(), [&](const Part& part) { return in_sentence(part.sentence, record.place); });
    if (in != parts.end() && selection.shows(record)) in->records.push_back(&record);
  }
  std::erase_if(parts, [&](const Part& part) { return !is_shown(selection, part); });
  return parts;
}

/// Writes the records of one sentence under one heading for each kind.
class Writer {
 public:
  Writer(const Explained& explained, const Selection& selection, const Palette& palette, std::ostream& out)
      : explained_(explained), pack_(*explained.analysis.pack), selection_(selection), palette_(palette), out_(out) {}

  void write(const Part& part) {
    out_ << palette_.strong(position_of(part.sentence)) << "  " << text(part.sentence) << '\n';
    if (selection_.asks_why_not()) {
      write_why_not(part);
    } else {
      for (const auto& [kind, heading] : headings()) write_kind(part, kind, heading);
    }
    out_ << '\n';
  }

 private:
  static const std::vector<std::pair<Kind, std::string_view>>& headings() {
    static const std::vector<std::pair<Kind, std::string_view>> kHeadings = {
        {Kind::token, "words"},   {Kind::match, "rules over words"}, {Kind::name, "names"},
        {Kind::alias, "aliases"}, {Kind::hold, "roles held"},        {Kind::reading, "what words may be"},
        {Kind::group, "groups and clauses"},
        {Kind::frame, "events"}};
    return kHeadings;
  }

  std::string text(const liaison::Place& place) const {
    return on_one_line(liaison::text_of(explained_.document, place));
  }

  /// "lee.txt:3:14", as compilers write it.
  std::string position_of(const liaison::Place& place) const {
    if (place.in_title) return fmt::format("{}:title:{}", on_one_line(explained_.document.id), place.span.start + 1);
    const auto before = std::string_view(explained_.document.text).substr(0, place.span.start);
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const auto column = before.size() - (before.rfind('\n') + 1) + 1;
    return fmt::format("{}:{}:{}", on_one_line(explained_.document.id), line, column);
  }

  std::string rule_of(const TraceRecord& record) const {
    if (record.rule == liaison::RuleId::none) return {};
    return palette_.faint(fmt::format("{}  {}", pack_.rule_name(record.rule), place_of(pack_, selection_, record.rule)));
  }

  void write_kind(const Part& part, Kind kind, std::string_view heading) {
    std::vector<const TraceRecord*> standing, lost;
    for (const auto* record : part.records) {
      if (record->kind == kind) (record->stands ? standing : lost).push_back(record);
    }
    if (standing.empty() && lost.empty()) return;
    out_ << "  " << heading << '\n';
    for (const auto* record : standing) write_record(*record);
    std::stable_sort(lost.begin(), lost.end(), [](const auto* a, const auto* b) { return a->score > b->score; });
    const auto shown = selection_.places.empty() && kind != Kind::frame ? std::min(lost.size(), kMostLost) : lost.size();
    for (std::size_t i = 0; i < shown; ++i) write_record(*lost[i]);
    if (shown < lost.size()) {
      out_ << "    " << palette_.faint("and " + count_of(lost.size() - shown, "reading") + " more that lost; --at shows all of a place") << '\n';
    }
  }

  void write_record(const TraceRecord& record) {
    if (record.kind == Kind::token) return write_token(record);
    const auto what = record.kind == Kind::group ? padded(record.what, 12) : record.what;
    auto line = record.stands ? palette_.good(what) : "not " + what;
    const bool places = record.kind != Kind::hold && record.kind != Kind::alias;
    if (places) line += " [" + text(record.place) + "]";
    if (record.kind == Kind::name) line += fmt::format(" {}", record.score);
    if (record.kind == Kind::group && !record.why.empty()) line += "  " + record.why;
    if (const auto rule = rule_of(record); !rule.empty()) line += "  " + rule;
    out_ << "    " << line << '\n';
    if (!record.why.empty() && record.kind != Kind::group) {
      out_ << "      " << (record.stands ? record.why : palette_.bad("because " + record.why)) << '\n';
    }
    write_details(record);
  }

  void write_token(const TraceRecord& record) {
    std::string classes, entries;
    for (const auto& detail : record.details) {
      auto& list = detail.kind == TraceDetail::Kind::entry ? entries : classes;
      const bool phrase = detail.kind == TraceDetail::Kind::word_class && !detail.value.empty();
      list += (list.empty() ? "" : ", ") + detail.what + (phrase ? " [" + on_one_line(detail.value) + "]" : "");
      if (detail.kind == TraceDetail::Kind::entry) list += " " + detail.value;
    }
    out_ << "    " << padded("[" + text(record.place) + "]", 14) << ' ' << (classes.empty() ? "-" : classes) << '\n';
    if (!entries.empty()) out_ << "      in the lists: " << entries << '\n';
  }

  void write_details(const TraceRecord& record) {
    std::string status;
    const bool frame = record.kind == Kind::frame;
    if (frame) write_sureness(record);
    for (const auto& detail : record.details) {
      switch (detail.kind) {
        case TraceDetail::Kind::feature:
          if (!frame) out_ << fmt::format("      {:+5}  {}\n", detail.points, on_one_line(detail.what));
          break;
        case TraceDetail::Kind::slot:
          out_ << fmt::format("      side {}, {}: {}\n", detail.points + 1, detail.what, on_one_line(detail.value));
          break;
        case TraceDetail::Kind::status:
          status += (status.empty() ? "" : " < ") + fmt::format("[{}] {}", on_one_line(detail.what), detail.value);
          break;
        case TraceDetail::Kind::told:
          out_ << fmt::format("      {}: {}\n", detail.what, on_one_line(detail.value));
          break;
        case TraceDetail::Kind::met:
          out_ << "      " << palette_.good("yes") << fmt::format("  {} is {}\n", on_one_line(detail.what), detail.value);
          break;
        case TraceDetail::Kind::unmet:
          out_ << "      " << palette_.bad("no ") << "  it wants " << on_one_line(detail.value)
               << (detail.what.empty() ? "" : "; " + on_one_line(detail.what) + " stands there") << '\n';
          break;
        default: break;
      }
    }
    if (!status.empty()) out_ << "      status, from the trigger outward: " << status << '\n';
  }

  /// How sure a telling is, and what makes it so.
  void write_sureness(const TraceRecord& record) {
    std::string reasons;
    for (const auto& detail : record.details) {
      if (detail.kind != TraceDetail::Kind::feature || detail.points == 0) continue;
      const auto what = std::string_view(detail.what).substr(0, detail.what.find(" -"));  // `base -` has no value
      reasons += fmt::format("{}{:+} {}", reasons.empty() ? "" : ", ", detail.points, what);
    }
    if (!reasons.empty()) out_ << fmt::format("      {} % sure: {}\n", liaison::percent_sure(record.score), reasons);
  }

  void write_why_not(const Part& part) {
    if (part.records.empty()) {
      out_ << "    " << (selection_.why_not_type ? "nothing speaks for it here\n" : "it was not tried here\n");
      return;
    }
    for (const auto* record : part.records) {
      if (record->kind != Kind::miss) {
        if (record->stands) out_ << "    it holds here:\n";
        write_record(*record);
        continue;
      }
      out_ << "    " << "not " << rule_of(*record) << '\n'
           << "      " << palette_.bad("because " + on_one_line(record->why)) << '\n';
      write_details(*record);
    }
  }

  const Explained& explained_;
  const liaison::Pack& pack_;
  const Selection& selection_;
  const Palette& palette_;
  std::ostream& out_;
};

}  // namespace

bool touches(const liaison::Place& a, const liaison::Place& b) {
  if (a.in_title != b.in_title) return false;
  const auto end = [](const liaison::Place& p) { return std::max(p.span.end, p.span.start + 1); };
  return a.span.start < end(b) && b.span.start < end(a);
}

bool Selection::shows(const TraceRecord& record) const {
  if (!phase.empty() && liaison::to_string(record.kind) != phase) return false;
  if (why_not_type && (record.kind != Kind::name || record.what != liaison::symbols::kNames[why_not_type.id])) return false;
  if (!why_not.empty()) return std::find(why_not.begin(), why_not.end(), record.rule) != why_not.end();
  if (record.kind == Kind::miss) return false;
  const bool of_sentence = record.kind == Kind::frame || record.kind == Kind::group;
  return places.empty() || of_sentence ||
         std::any_of(places.begin(), places.end(), [&](const auto& place) { return touches(record.place, place); });
}

void write_text(const Explained& explained, const Selection& selection, const Palette& palette, std::ostream& out) {
  Writer writer(explained, selection, palette, out);
  for (const auto& part : parts_of(explained, selection)) writer.write(part);
}

namespace {

void write_place(liaison::JsonWriter& json, const liaison::Place& place) {
  json.field("start", place.span.start).field("end", place.span.end);
  if (place.in_title) json.field("in", "title");
}

void write_detail(liaison::JsonWriter& json, const TraceDetail& detail) {
  json.begin_object().field("kind", to_string(detail.kind)).field("what", std::string_view(detail.what));
  if (!detail.value.empty()) json.field("value", std::string_view(detail.value));
  if (detail.kind == TraceDetail::Kind::feature) json.field("points", detail.points);
  if (detail.kind == TraceDetail::Kind::slot) json.field("side", detail.points);
  if (detail.place.span.end > 0) write_place(json, detail.place);
  json.end_object();
}

void write_record(liaison::JsonWriter& json, const Explained& explained, const Selection& selection, const TraceRecord& record) {
  const auto& pack = *explained.analysis.pack;
  json.begin_object().field("kind", to_string(record.kind));
  write_place(json, record.place);
  json.field("text", liaison::text_of(explained.document, record.place)).field("what", std::string_view(record.what));
  json.field("stands", record.stands);
  if (record.kind == Kind::name || record.kind == Kind::frame || record.kind == Kind::hold) json.field("score", record.score);
  if (record.rule != liaison::RuleId::none) {
    json.field("rule", pack.rule_name(record.rule)).field("at", std::string_view(place_of(pack, selection, record.rule)));
  }
  if (!record.why.empty()) json.field("why", std::string_view(record.why));
  json.key("details").begin_array();
  for (const auto& detail : record.details) write_detail(json, detail);
  json.end_array().end_object();
}

}  // namespace

void write_json(const Explained& explained, const Selection& selection, std::ostream& out) {
  std::string bytes;
  liaison::JsonWriter json(bytes);
  json.begin_object().field("id", std::string_view(explained.document.id)).key("sentences").begin_array();
  for (const auto& part : parts_of(explained, selection)) {
    json.begin_object();
    write_place(json, part.sentence);
    json.field("text", liaison::text_of(explained.document, part.sentence)).key("records").begin_array();
    for (const auto* record : part.records) write_record(json, explained, selection, *record);
    json.end_array().end_object();
  }
  json.end_array().end_object();
  out << bytes << '\n';
}

}  // namespace command
