// Reads files of corrections.
#include <algorithm>
#include <istream>

#include "liaison/network.h"
#include "liaison/symbol.h"

namespace liaison {
namespace {

constexpr std::string_view kBlanks = " \t\r";

std::string_view trimmed(std::string_view text) {
  const std::size_t start = text.find_first_not_of(kBlanks);
  if (start == std::string_view::npos) return {};
  return text.substr(start, text.find_last_not_of(kBlanks) - start + 1);
}

/// What stands before a `#` that begins the line or follows a blank.
std::string_view without_comment(std::string_view line) {
  for (std::size_t at = line.find('#'); at != std::string_view::npos; at = line.find('#', at + 1)) {
    if (at == 0 || kBlanks.find(line[at - 1]) != std::string_view::npos) return line.substr(0, at);
  }
  return line;
}

bool is_node_type(std::string_view type) {
  return type == "PERSON" || type == "ORG" || type == "GPE" || type == "LOC" || type == "MISC";
}

class Reader {
 public:
  Reader(const std::string& file, std::vector<Diagnostic>& diagnostics) : file_(file), diagnostics_(diagnostics) {}

  Corrections read(std::istream& in) {
    for (std::string line; std::getline(in, line);) {
      ++number_;
      line_ = line;
      if (const std::string_view content = trimmed(without_comment(line_)); !content.empty()) read(content);
    }
    return std::move(corrections_);
  }

 private:
  void read(std::string_view content) {
    const std::size_t end = std::min(content.find_first_of(kBlanks), content.size());
    const std::string_view verb = content.substr(0, end), rest = trimmed(content.substr(end));
    if (verb == "same") read_pair(rest, corrections_.same);
    else if (verb == "different") read_pair(rest, corrections_.different);
    else if (verb == "name") read_pair(rest, corrections_.name);
    else if (verb == "type") read_type(rest);
    else if (verb == "drop") read_name(rest, corrections_.drop, "a name is wanted", nullptr);
    else if (verb == "reject") read_verdict(rest, corrections_.reject);
    else if (verb == "accept") read_verdict(rest, corrections_.accept);
    else report(verb, "unknown-correction", "no correction \"" + std::string(verb) + '"',
                "there are same, different, name, type, drop, reject and accept");
  }

  bool read_pair(std::string_view rest, std::vector<Corrections::Line>& pairs) {
    const std::size_t bar = rest.find('|');
    const std::string_view a = trimmed(rest.substr(0, bar));
    const std::string_view b = bar == std::string_view::npos ? std::string_view() : trimmed(rest.substr(bar + 1));
    if (a.empty() || b.empty()) {
      report(rest, "no-pair", "two names are wanted, with | between them", "as in: same Jay Y. Lee | Lee Jae-yong");
      return false;
    }
    pairs.push_back({std::string(a), std::string(b), number_});
    return true;
  }

  void read_type(std::string_view rest) {
    if (!read_pair(rest, corrections_.type) || is_node_type(corrections_.type.back().b)) return;
    report(trimmed(rest.substr(rest.find('|') + 1)), "unknown-type",
           "no type \"" + corrections_.type.back().b + '"', "there are PERSON, ORG, GPE, LOC and MISC");
    corrections_.type.pop_back();
  }

  void read_name(std::string_view rest, std::vector<Corrections::Line>& lines, const char* missing, const char* hint) {
    if (rest.empty()) report(rest, "no-name", missing, hint ? hint : "");
    else lines.push_back({std::string(rest), {}, number_});
  }

  /// The id of an event, and what else stands on the line as the reason.
  void read_verdict(std::string_view rest, std::vector<Corrections::Line>& lines) {
    const std::size_t end = std::min(rest.find_first_of(kBlanks), rest.size());
    read_name(rest.substr(0, end), lines, "the id of an event is wanted", "as `liaison why` prints it: reject v0123456789ab why it is wrong");
    if (!rest.empty()) lines.back().b = trimmed(rest.substr(end));
  }

  /// An error at `part`, a view into the line, or at the end of the line where it is empty.
  void report(std::string_view part, std::string code, std::string message, std::string hint) {
    const std::size_t column = part.empty() ? line_.size() : static_cast<std::size_t>(part.data() - line_.data());
    diagnostics_.push_back({Severity::error, std::move(code), file_, number_, static_cast<std::uint32_t>(column + 1),
                            std::move(message), std::string(line_), std::move(hint)});
  }

  const std::string& file_;
  std::vector<Diagnostic>& diagnostics_;
  Corrections corrections_;
  std::string_view line_;
  std::uint32_t number_ = 0;
};

}  // namespace

bool Corrections::empty() const {
  return same.empty() && different.empty() && name.empty() && type.empty() && drop.empty() && reject.empty() &&
         accept.empty();
}

Corrections read_corrections(std::istream& in, const std::string& file, std::vector<Diagnostic>& diagnostics) {
  return Reader(file, diagnostics).read(in);
}

}  // namespace liaison
