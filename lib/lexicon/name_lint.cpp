#include "lexicon/name_lint.h"

#include <algorithm>
#include <map>
#include <memory>

#include "text/utf8.h"

namespace liaison {
namespace {

/// Where the lines of a text begin.
class Lines {
 public:
  explicit Lines(std::string_view text) : text_(text) {
    for (std::size_t at = 0; at != std::string_view::npos && at <= text.size();) {
      starts_.push_back(at);
      at = text.find('\n', at);
      if (at != std::string_view::npos) ++at;
    }
  }

  /// A warning of what stands at a place.
  Diagnostic warning(std::string_view file, std::size_t place, std::string code, std::string message, std::string hint) const {
    auto behind = std::upper_bound(starts_.begin(), starts_.end(), place);
    auto line = static_cast<std::uint32_t>(behind - starts_.begin());
    std::size_t start = starts_[line - 1];
    std::string_view whole = text_.substr(start, text_.find('\n', start) - start);
    if (whole.ends_with('\r')) whole.remove_suffix(1);
    return {Severity::warning, std::move(code), std::string(file), line, static_cast<std::uint32_t>(place - start + 1),
            std::move(message), std::string(whole), std::move(hint)};
  }

 private:
  std::string_view text_;
  std::vector<std::size_t> starts_;
};

std::string quoted(std::string_view text) { return "`" + std::string(text) + "`"; }

/// What is odd about a character in view of the next one; empty where nothing is.
std::string oddity(char32_t code, char32_t next) {
  bool unseen = code < 0x20 || (code >= 0x7f && code < 0xa0) || code == 0xad || (code >= 0x200b && code <= 0x200f) || code == 0xfeff;
  if (code == 0xfffd) return "holds the mark of a character that was lost";
  // UTF-8 read as Latin-1 or Windows-1252, and encoded anew: `Ã©`, `â€™`.
  bool twice = (code >= 0xc2 && code <= 0xf4 && next >= 0x80 && next <= 0xbf) || (code == 0xe2 && next == 0x20ac);
  if (twice) return "was encoded twice";
  return unseen ? "holds a character that cannot be seen" : std::string();
}

std::string oddity(std::string_view name) {
  if (std::all_of(name.begin(), name.end(), [](unsigned char c) { return c >= 0x20 && c < 0x7f; })) return {};
  for (std::size_t at = 0; at < name.size();) {
    const Character character = decode_utf8(name, at);
    at += character.length;
    std::string odd = oddity(character.code, at < name.size() ? decode_utf8(name, at).code : 0);
    if (!odd.empty()) return odd;
  }
  return {};
}

/// `2010`, `2010-05`, `2010-05-31`.
bool is_date(std::string_view text) {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (i == 4 || i == 7 ? text[i] != '-' : text[i] < '0' || text[i] > '9') return false;
  auto number = [&](std::size_t at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); };
  if (text.size() >= 7 && (number(5) < 1 || number(5) > 12)) return false;
  return text.size() < 10 || (number(8) >= 1 && number(8) <= 31);
}

std::string_view value_of(const AttributeList& attributes, std::string_view key) {
  auto at = std::find_if(attributes.begin(), attributes.end(), [&](const auto& a) { return a.first == key; });
  return at == attributes.end() ? std::string_view() : std::string_view(at->second);
}

/// What to do about a sign in a name that no name has; empty where there is none.
std::pair<char, const char*> odd_mark(std::string_view name) {
  if (name.find(';') != std::string_view::npos) return {';', "attributes stand behind ` ; `, with a blank on either side"};
  if (name.starts_with('"')) return {'"', "names are written without quotes"};
  if (name.starts_with("* ")) return {'*', "names are written without a mark before them"};
  if (name.starts_with('-')) return {'-', "a name is taken out by `- Name`, with a blank"};
  return {};
}

/// What is wrong with the dates of a line: a code and what to say; empty where nothing is.
std::pair<std::string, std::string> wrong_dates(const AttributeList& attributes) {
  if (attributes.empty()) return {};
  std::string_view from = value_of(attributes, "from"), until = value_of(attributes, "until");
  for (std::string_view date : {from, until})
    if (!date.empty() && !is_date(date)) return {"bad-date", quoted(date) + " is no date"};
  std::size_t common = std::min(from.size(), until.size());
  if (from.substr(0, common) > until.substr(0, common))
    return {"reversed-dates", "it ends, " + std::string(until) + ", before it begins, " + std::string(from)};
  return {};
}

std::size_t depth(std::string_view path) { return static_cast<std::size_t>(std::count(path.begin(), path.end(), '/')); }

}  // namespace

void lint_list(const NameList& list, const std::string& file, std::vector<Diagnostic>& diagnostics) {
  std::unique_ptr<Lines> lines;  // only where there is something to say
  auto warn = [&](std::string_view at, std::string code, std::string message, std::string hint) {
    if (!lines) lines = std::make_unique<Lines>(list.text);
    diagnostics.push_back(lines->warning(file, static_cast<std::size_t>(at.data() - list.text.data()), std::move(code),
                                         std::move(message), std::move(hint)));
  };
  for (const NameLine& line : list.lines) {
    for (const NameForm& form : list.forms_of(line)) {
      if (std::string odd = oddity(form.text); !odd.empty())
        warn(form.text, "odd-character", quoted(form.text) + " " + odd, "write the name as newspapers print it, and save the list as UTF-8");
    }
    for (const NameForm& form : list.forms_of(line))
      if (auto [mark, hint] = odd_mark(form.text); mark != 0)
        warn(form.text, "mark-in-name", quoted(form.text) + " holds `" + mark + "`, which hardly belongs to a name", hint);
    auto [code, message] = wrong_dates(line.attributes);
    if (!code.empty() && line.form_count > 0)
      warn(list.forms_of(line)[0].text, code, message, "dates are written `from=1998 until=2004-05-31`");
  }
}

void lint_names(const LexiconBuilder& lexicon, const std::vector<ListText>& lists, std::vector<Diagnostic>& diagnostics) {
  std::map<std::string_view, Lines> lines;
  std::map<std::string_view, std::string_view> texts;
  for (const ListText& list : lists) texts.emplace(list.path, list.text);
  for (const NameRemark& remark : lexicon.remarks()) {
    std::string_view file = lexicon.entity_place(remark.entity).first;
    auto [other_file, other_line] = lexicon.entity_place(remark.other);
    auto text = texts.find(file);
    if (text == texts.end() || depth(other_file) < depth(file)) continue;
    const Lines& of_file = lines.try_emplace(file, text->second).first->second;
    std::string_view form = text->second.substr(remark.place);
    form = form.substr(0, form.find_first_of("|;\t\r\n"));
    form = form.substr(0, form.find_last_not_of(' ') + 1);
    std::string place = std::string(other_file) + ":" + std::to_string(other_line);
    switch (remark.kind) {
      case NameRemark::Kind::ordinary_word:
        diagnostics.push_back(of_file.warning(file, remark.place, "ordinary-word",
                                              quoted(form) + " is a common word, and yet tags alone wherever it has a capital",
                                              "write `~" + std::string(form) + "`, so that it needs support"));
        break;
      case NameRemark::Kind::other_type:
        diagnostics.push_back(of_file.warning(file, remark.place, "other-type",
                                              quoted(form) + " tags alone, and so it does as another type: see " + place,
                                              "make the less likely one weak, or take it out: `- " + std::string(form) + " TYPE`"));
        break;
      case NameRemark::Kind::other_entity:
        diagnostics.push_back(of_file.warning(file, remark.place, "other-entity",
                                              quoted(form) + " is a name of " + quoted(lexicon.entity_name(remark.other)) + " (" + place +
                                                  ") already, which goes before",
                                              "leave it out here, or there"));
    }
  }
}

}  // namespace liaison
