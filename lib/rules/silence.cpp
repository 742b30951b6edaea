#include "rules/silence.h"

#include <algorithm>
#include <cstdint>

#include "lexicon/did_you_mean.h"

namespace liaison {
namespace {

/// A comment `# allow CODE: reason`.
struct Permission {
  std::string_view path, line_text;
  std::uint32_t comment_line = 0, line = 0;  // where it stands, and the line that it is about
  std::uint32_t column = 0;
  std::string code;
  bool has_reason = false, used = false;
};

std::string_view trimmed(std::string_view s) {
  while (!s.empty() && (s.front() == ' ' || s.front() == '\t')) s.remove_prefix(1);
  while (!s.empty() && (s.back() == ' ' || s.back() == '\t' || s.back() == '\r')) s.remove_suffix(1);
  return s;
}

void read_permissions(const CommentedText& file, std::vector<Permission>& out) {
  static constexpr std::string_view kMark = "# allow ";
  if (file.text.find(kMark) == std::string_view::npos) return;
  std::size_t open = out.size();  // from here on: comments whose line is not known yet
  std::uint32_t number = 0;
  for (std::string_view rest = file.text; !rest.empty();) {
    std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    ++number;
    std::string_view what = trimmed(line);
    bool is_comment = what.starts_with('#');
    if (std::size_t at = line.find(kMark); at != std::string_view::npos) {
      std::string_view said = line.substr(at + kMark.size());
      std::size_t colon = std::min(said.find(':'), said.size());
      bool has_reason = colon < said.size() && !trimmed(said.substr(colon + 1)).empty();
      out.push_back({file.path, line, number, number, static_cast<std::uint32_t>(at) + 1,
                     std::string(trimmed(said.substr(0, colon))), has_reason});
    }
    if (is_comment || what.empty()) continue;
    for (; open < out.size(); ++open) out[open].line = number;
  }
}

bool is_code(const std::string& code, WarningStage stage) {
  const std::vector<std::string>& codes = warning_codes(stage);
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

std::string nearest_code(const std::string& code) {
  std::vector<std::string> all = warning_codes(WarningStage::compiled);
  const std::vector<std::string>& run = warning_codes(WarningStage::run);
  all.insert(all.end(), run.begin(), run.end());
  std::string nearest = did_you_mean(code, all);
  return nearest.empty() ? "it stands in brackets behind the warning" : nearest;
}

Diagnostic about(const Permission& p, Severity severity, std::string code, std::string message, std::string hint) {
  return {severity, std::move(code), std::string(p.path), p.comment_line, p.column, std::move(message),
          std::string(p.line_text), std::move(hint)};
}

void complain(const Permission& p, WarningStage stage, std::vector<Diagnostic>& diagnostics) {
  const bool at_once = stage == WarningStage::compiled, is_known = is_code(p.code, WarningStage::compiled) || is_code(p.code, WarningStage::run);
  if (at_once && !is_known)
    diagnostics.push_back(about(p, Severity::error, "unknown-warning", "there is no warning with the code `" + p.code + "`",
                                nearest_code(p.code)));
  else if (at_once && !p.has_reason)
    diagnostics.push_back(about(p, Severity::error, "no-reason", "a reason is missing behind this comment",
                                "write `# allow " + p.code + ": why it is right here`"));
  else if (is_code(p.code, stage) && !p.used)
    diagnostics.push_back(about(p, Severity::warning, "unused-allow", "there is no warning `" + p.code + "` to silence here",
                                "leave the comment out"));
}

}  // namespace

const std::vector<std::string>& warning_codes(WarningStage stage) {
  static const std::vector<std::string> kCompiled{
      "bad-date",      "comma-in-name", "duplicate-entry", "idle-feature", "idle-removal", "idle-weight", "mark-in-name", "odd-column",  "never-made",
      "never-matches", "no-anchor",     "odd-character",   "one-side",     "ordinary-word", "other-entity",   "other-type",
      "reversed-dates", "subsumed",     "unused-capture",  "unused-list",  "unused-template", "unused-type"};
  static const std::vector<std::string> kRun{"equal-priority", "never-wins", "other-rule"};
  return stage == WarningStage::compiled ? kCompiled : kRun;
}

void silence(std::span<const CommentedText> files, WarningStage stage, std::vector<Diagnostic>& diagnostics) {
  std::vector<Permission> permissions;
  for (const CommentedText& file : files) read_permissions(file, permissions);
  std::erase_if(diagnostics, [&](const Diagnostic& d) {
    bool silenced = false;
    for (Permission& p : permissions) {
      if (d.severity != Severity::warning || p.path != d.file || p.line != d.line || p.code != d.code) continue;
      p.used = true;
      silenced = silenced || p.has_reason;
    }
    return silenced;
  });
  for (const Permission& p : permissions) complain(p, stage, diagnostics);
}

}  // namespace liaison
