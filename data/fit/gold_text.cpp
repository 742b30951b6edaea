#include "gold_text.h"

#include <algorithm>
#include <fstream>

#include "liaison/error.h"
#include "network/json_reader.h"

namespace liaison::fit {

std::vector<GoldText> read_gold(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw Error(ErrorCode::unreadable, path, "cannot be opened");
  std::vector<GoldText> out;
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.empty()) continue;
    JsonLine json(line, path + ":" + std::to_string(number));
    GoldText text{json.text(json.root(), "text"), {}};
    json.each_object(json.root(), "spans", [&](simdjson::dom::object span) {
      const std::string type = json.text(span, "type");
      for (Symbol known : {symbols::person, symbols::org, symbols::gpe, symbols::loc})
        if (symbols::kNames[known.id] == type)
          text.spans.push_back({{json.number(span, "start"), json.number(span, "end")}, known});
    });
    std::sort(text.spans.begin(), text.spans.end(), [](const auto& a, const auto& b) { return a.span.start < b.span.start; });
    out.push_back(std::move(text));
  }
  return out;
}

GoldText rewrapped(const GoldText& text, std::size_t width) {
  GoldText out = text;
  std::size_t line = 0, space = std::string::npos;
  for (std::size_t i = 0; i < out.text.size(); ++i) {
    const char c = out.text[i];
    if (c == '\n') {
      // A single break joins the next line; a blank line stays.
      const bool blank = i + 1 < out.text.size() && (out.text[i + 1] == '\n' || out.text[i - (i > 0)] == '\n');
      if (!blank && i > 0 && i + 1 < out.text.size() && i - line < width) out.text[i] = ' ', space = i;
      else line = i + 1, space = std::string::npos;
    } else if (c == ' ') {
      space = i;
    }
    if (i - line >= width && i > line && space != std::string::npos) {
      out.text[space] = '\n';
      line = space + 1;
      space = std::string::npos;
    }
  }
  return out;
}

GoldText with_curly_quotes(const GoldText& text) {
  GoldText out;
  std::vector<std::uint32_t> moved(text.text.size() + 1);
  for (std::size_t i = 0; i < text.text.size(); ++i) {
    moved[i] = static_cast<std::uint32_t>(out.text.size());
    const char c = text.text[i];
    const bool opens = i == 0 || std::string_view(" \n\t([").find(text.text[i - 1]) != std::string_view::npos;
    if (c == '"') out.text += opens ? "\u201C" : "\u201D";
    else if (c == '\'') out.text += opens ? "\u2018" : "\u2019";
    else out.text += c;
  }
  moved.back() = static_cast<std::uint32_t>(out.text.size());
  for (GoldSpan span : text.spans) {
    span.span = {moved[std::min<std::size_t>(span.span.start, text.text.size())],
                 moved[std::min<std::size_t>(span.span.end, text.text.size())]};
    out.spans.push_back(span);
  }
  return out;
}

}  // namespace liaison::fit
