#include "reading.h"

#include <utility>

#include "liaison/error.h"
#include "network/json_writer.h"
#include "text/encoding.h"

namespace command {
namespace {

/// Leads the offsets of a text that was converted back to the bytes of its file.
class ToFileOffsets {
 public:
  explicit ToFileOffsets(const liaison::SourceMap& source) : source_(source) {}

  void apply(liaison::DocumentFacts& facts) const {
    for (auto& mention : facts.mentions) {
      if (!mention.in_title) move(mention.start, mention.end);
    }
    for (auto& hold : facts.holds) apply(hold.evidence);
    for (auto& event : facts.events) apply(event.evidence);
    for (auto& notice : facts.notices) move(notice.start, notice.end);
  }

 private:
  void apply(std::vector<liaison::FactEvidence>& tellings) const {
    for (auto& evidence : tellings) {
      if (evidence.in_title) continue;
      move(evidence.start, evidence.end);
      move(evidence.trigger_start, evidence.trigger_end);
      for (auto& argument : evidence.arguments) move(argument.start, argument.end);
    }
  }

  void move(std::uint32_t& start, std::uint32_t& end) const {
    start = static_cast<std::uint32_t>(source_.original(start));
    end = static_cast<std::uint32_t>(source_.original(end));
  }

  const liaison::SourceMap& source_;
};

/// True if the line has the key `"schema"`, which facts have and documents lack. Within a string of JSON the quotes
/// would stand behind backslashes.
bool holds_facts(std::string_view line) { return line.find("\"schema\"") != std::string_view::npos; }

/// True of a line that `liaison extract` wrote for what it could not read.
bool tells_failure(std::string_view line) {
  return line.find("\"error\"") != std::string_view::npos && line.find("\"text\"") == std::string_view::npos;
}

/// The value of the first key `"id"`, of a line that is otherwise unreadable; none if it is no plain string.
std::optional<std::string> id_of(std::string_view line) {
  constexpr std::string_view kKey = "\"id\"";
  auto at = line.find(kKey);
  if (at == std::string_view::npos) return std::nullopt;
  at = line.find_first_not_of(" \t", at + kKey.size());
  if (at == std::string_view::npos || line[at] != ':') return std::nullopt;
  at = line.find_first_not_of(" \t", at + 1);
  if (at == std::string_view::npos || line[at] != '"') return std::nullopt;
  const auto end = line.find_first_of("\"\\", at + 1);
  if (end == std::string_view::npos || line[end] != '"') return std::nullopt;
  return std::string(line.substr(at + 1, end - at - 1));
}

}  // namespace

Reading Reader::read(Input&& input, liaison::Scratch& scratch) const {
  if (input.failure) {
    input.failure->of_line = input.is_line && input.bytes;
    if (input.failure->of_line) input.failure->id = id_of(*input.bytes);
    return std::move(*input.failure);
  }
  auto id = input.is_line ? id_of(*input.bytes) : input.id;
  const auto where = input.where;
  const bool is_line = input.is_line;
  try {
    return input.is_line ? read_line(input, scratch) : read_text(std::move(input), scratch);
  } catch (const liaison::Error& error) {
    return Failure{std::move(id), where, std::string(to_string(error.code())), error.what(), is_line};
  }
}

liaison::DocumentFacts Reader::read_text(Input&& input, liaison::Scratch& scratch) const {
  auto decoded = liaison::decode_text(input.bytes ? std::move(*input.bytes) : read_file(input.where));
  liaison::Document document;
  document.id = std::move(input.id);
  document.text = std::move(decoded.text);
  if (meta_) meta_->fill(document);
  auto facts = liaison::facts_of(document, analyzer_.analyze(document, scratch), unit_);
  if (unit_ == liaison::OffsetUnit::byte && decoded.encoding != liaison::Encoding::utf8) {
    ToFileOffsets(decoded.source).apply(facts);
  }
  return facts;
}

liaison::DocumentFacts Reader::read_line(const Input& input, liaison::Scratch& scratch) const {
  if (lines_ == Lines::documents_and_facts) {
    if (holds_facts(*input.bytes)) return liaison::facts_from_json(*input.bytes, input.where);
    if (tells_failure(*input.bytes)) {
      throw liaison::Error(liaison::ErrorCode::bad_json, input.where, "an article that could not be read when extracted");
    }
  }
  auto line = liaison::input_from_json(*input.bytes, input.where);
  const auto analysis = line.has_names ? analyzer_.analyze(line.document, line.names, scratch)
                                       : analyzer_.analyze(line.document, scratch);
  auto facts = liaison::facts_of(line.document, analysis, unit_);
  facts.extra = std::move(line.extra);
  return facts;
}

std::string to_json(const Failure& failure) {
  std::string out;
  liaison::JsonWriter json(out);
  json.begin_object().key("id");
  if (failure.id) {
    json.value(*failure.id);
  } else {
    json.null();
  }
  json.key("error").begin_object().field("code", std::string_view(failure.code));
  json.field("message", std::string_view(failure.message)).end_object().end_object();
  return out;
}

}  // namespace command
