#include "lexicon/name_table.h"

#include <algorithm>
#include <optional>

#include "lexicon/did_you_mean.h"
#include "text/utf8.h"

namespace liaison {
namespace {

constexpr std::string_view kTypes[] = {"PERSON", "ORG", "GPE", "LOC", "MISC"};
constexpr std::size_t kNone = std::size_t(-1);

std::string_view trim(std::string_view s) {
  s.remove_prefix(std::min(s.find_first_not_of(" \r"), s.size()));
  return s.substr(0, s.find_last_not_of(" \r") + 1);
}

/// Reads one table, row by row.
class TableReader {
 public:
  TableReader(std::string_view text, const std::string& file, std::vector<Diagnostic>& diagnostics)
      : rest_(text), file_(file), diagnostics_(diagnostics) {
    if (rest_.starts_with("\xEF\xBB\xBF")) rest_.remove_prefix(3);
  }

  NameList read() {
    list_.text = rest_;
    if (!next_row() || !read_header()) return {};
    while (next_row()) read_row();
    return std::move(list_);
  }

 private:
  /// Goes to the next line that is neither blank nor a comment, and cuts it into cells.
  bool next_row() {
    while (!rest_.empty()) {
      std::size_t end = rest_.find('\n');
      line_ = rest_.substr(0, end);
      rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
      ++number_;
      if (trim(line_).empty() || line_.find_first_not_of("\t \r") == std::string_view::npos || line_.starts_with("# "))
        continue;
      cells_.clear();
      for (std::string_view left = line_;;) {
        std::size_t tab = left.find('\t');
        cells_.push_back(unquoted(trim(left.substr(0, tab))));
        if (tab == std::string_view::npos) return true;
        left.remove_prefix(tab + 1);
      }
    }
    return false;
  }

  /// Spreadsheets put quotation marks around cells that hold a comma or a mark.
  static std::string_view unquoted(std::string_view cell) {
    bool quoted = cell.size() >= 2 && cell.front() == '"' && cell.back() == '"';
    return quoted ? cell.substr(1, cell.size() - 2) : cell;
  }

  void refuse(std::string_view at, std::string code, std::string message, std::string hint) {
    bool inside = at.data() >= line_.data() && at.data() <= line_.data() + line_.size();
    auto column = inside ? static_cast<std::uint32_t>(at.data() - line_.data()) + 1 : 1;
    diagnostics_.push_back({Severity::error, std::move(code), file_, number_, column, std::move(message),
                            std::string(trim(line_)), std::move(hint)});
  }

  bool read_header() {
    columns_.assign(cells_.begin(), cells_.end());
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      std::transform(columns_[i].begin(), columns_[i].end(), columns_[i].begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
      if (columns_[i].empty())
        refuse(cells_[i], "no-column-name", "column " + std::to_string(i + 1) + " has no name", "the first line names every column");
    }
    name_ = column("name"), type_ = column("type"), aliases_ = column("aliases"), strength_ = column("strength");
    bool complete = name_ != kNone && type_ != kNone;
    if (!complete)
      refuse(line_, "no-column", std::string("there is no column `") + (name_ == kNone ? "name" : "type") + "`",
             line_.find('\t') == std::string_view::npos ? "columns stand between tabs; the first line names them: name, type, aliases …"
                                                        : "the first line names the columns: name, type, aliases, subtype, strength …");
    else warn_of_columns();
    return complete;
  }

  /// Every other column is an attribute: one that is nearly called like a known one is hardly meant as such.
  void warn_of_columns() {
    static const std::vector<std::string> kKnown{"name", "type", "aliases", "subtype", "strength"};
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      std::string near = did_you_mean(columns_[i], kKnown);
      if (std::find(kKnown.begin(), kKnown.end(), columns_[i]) != kKnown.end() || !near.starts_with("did")) continue;
      refuse(cells_[i], "odd-column", "`" + columns_[i] + "` is an attribute here", near);
      diagnostics_.back().severity = Severity::warning;
    }
  }

  std::size_t column(std::string_view name) const {
    auto at = std::find(columns_.begin(), columns_.end(), name);
    return at == columns_.end() ? kNone : static_cast<std::size_t>(at - columns_.begin());
  }

  std::string_view cell(std::size_t column) const { return column < cells_.size() ? cells_[column] : std::string_view(); }

  void read_row() {
    std::size_t before = diagnostics_.size();
    std::string_view name = cell(name_), type = cell(type_);
    bool takes_out = name.starts_with("- ");
    if (takes_out) name = trim(name.substr(2));
    if (!is_utf8(line_)) return refuse(line_, "bad-encoding", "this row is not UTF-8", "save the table as UTF-8");
    if (cells_.size() > columns_.size())
      refuse(cells_[columns_.size()], "too-many-cells", "the row has " + std::to_string(cells_.size()) + " cells, the first line names " +
             std::to_string(columns_.size()), "a tab inside a name parts it in two");
    if (name.empty()) refuse(cell(name_), "empty-name", "a name is missing here", "it stands in the column `name`");
    bool known = std::find(std::begin(kTypes), std::end(kTypes), type) != std::end(kTypes);
    if (!known && !(takes_out && type.empty()))
      refuse(cell(type_), "unknown-type", type.empty() ? "the row has no type" : "names have no type `" + std::string(type) + "`",
             "there is PERSON, ORG, GPE, LOC and, for what is none of them, MISC");
    bool weak = is_weak();
    if (diagnostics_.size() > before) return;
    if (takes_out) list_.removals.push_back({std::string(name), std::string(type), number_});
    else add_name(name, type, weak);
  }

  bool is_weak() {
    std::string_view strength = cell(strength_);
    if (!strength.empty() && strength != "weak" && strength != "strong")
      refuse(strength, "bad-strength", "there is no strength `" + std::string(strength) + "`", "a strength is strong or weak");
    return strength == "weak";
  }

  void add_name(std::string_view name, std::string_view type, bool weak) {
    NameLine line{static_cast<std::uint32_t>(list_.forms.size()), 0, number_, type, {}};
    auto add = [&](std::string_view form) {
      bool marked = form.starts_with('~');
      form = trim(marked ? form.substr(1) : form);
      if (!form.empty()) list_.forms.push_back({form, weak || marked});
    };
    add(name);
    for (std::string_view left = cell(aliases_); !left.empty();) {
      std::size_t bar = left.find('|');
      add(trim(left.substr(0, bar)));
      left.remove_prefix(bar == std::string_view::npos ? left.size() : bar + 1);
    }
    line.form_count = static_cast<std::uint32_t>(list_.forms.size()) - line.first_form;
    for (std::size_t i = 0; i < columns_.size(); ++i)
      if (i != name_ && i != type_ && i != aliases_ && i != strength_ && !cell(i).empty())
        line.attributes.emplace_back(columns_[i], cell(i));
    list_.lines.push_back(std::move(line));
  }

  std::string_view rest_, line_;
  std::string file_;
  std::vector<Diagnostic>& diagnostics_;
  std::uint32_t number_ = 0;
  std::vector<std::string_view> cells_;
  std::vector<std::string> columns_;
  std::size_t name_ = kNone, type_ = kNone, aliases_ = kNone, strength_ = kNone;
  NameList list_;
};

}  // namespace

NameList read_name_table(std::string_view text, const std::string& file, std::vector<Diagnostic>& diagnostics) {
  return TableReader(text, file, diagnostics).read();
}

}  // namespace liaison
