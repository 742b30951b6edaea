#include "lexicon/morphology.h"

#include <sstream>

#include <re2/re2.h>

namespace liaison {

struct Inflection::Rule {
  std::string kind, form;
  std::unique_ptr<RE2> fits;
  std::string drop, add;
};

Inflection::Inflection() = default;
Inflection::~Inflection() = default;
Inflection::Inflection(Inflection&&) noexcept = default;

namespace {

std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, at);)
    if (!part.empty()) out.push_back(part);
  return out;
}

/// True if the words of a rule's first two columns are known.
bool is_known(const std::string& kind, const std::string& form) {
  if (kind == "noun") return form == "plural";
  return kind == "verb" && (form == "past" || form == "gerund" || form == "3sg");
}

/// "-y+ied" is drop "y", add "ied"; "+s" drops nothing.
bool read_change(const std::string& change, std::string& drop, std::string& add) {
  std::size_t plus = change.find('+');
  if (plus == std::string::npos) return false;
  if (plus > 0 && change[0] != '-') return false;
  drop = plus > 0 ? change.substr(1, plus - 1) : std::string();
  add = change.substr(plus + 1);
  return true;
}

}  // namespace

void Inflection::read(std::string_view text, const std::string& file, std::vector<Diagnostic>& diagnostics) {
  std::istringstream in{std::string(text)};
  std::uint32_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.ends_with('\r')) line.pop_back();
    std::istringstream parts(line);
    std::string kind, form, expression, change;
    if (!(parts >> kind) || kind[0] == '#') continue;
    parts >> form >> expression >> change;
    Rule rule{kind, form, std::make_unique<RE2>(expression, RE2::Quiet), {}, {}};
    auto refuse = [&](const std::string& at, std::string message, std::string hint) {
      auto column = static_cast<std::uint32_t>(std::min(line.find(at), line.size())) + 1;
      diagnostics.push_back({Severity::error, "bad-inflection", file, number, column, std::move(message), line, std::move(hint)});
    };
    if (!is_known(kind, form))
      refuse(kind, "there is no inflection `" + kind + " " + form + "`",
             "there is verb past, verb gerund, verb 3sg and noun plural");
    else if (!rule.fits->ok())
      refuse(expression, "not a regular expression: " + rule.fits->error(),
             "the syntax is that of RE2, which has neither looks nor back-references");
    else if (!read_change(change, rule.drop, rule.add))
      refuse(change.empty() ? expression : change, "what changes is missing behind the expression",
             "a rule is written `verb past REGEX -drop+add`, for example `verb past y$ -y+ied`");
    else rules_.push_back(std::move(rule));
  }
}

std::string Inflection::inflect(std::string_view kind, std::string_view form, const std::string& lemma) const {
  for (const Rule& rule : rules_) {
    if (rule.kind != kind || rule.form != form || !RE2::PartialMatch(lemma, *rule.fits)) continue;
    if (!lemma.ends_with(rule.drop)) continue;
    return lemma.substr(0, lemma.size() - rule.drop.size()) + rule.add;
  }
  return {};
}

std::vector<InflectedForm> Inflection::verb(const std::vector<std::string>& line) const {
  const std::string& lemma = line.at(0);
  std::vector<InflectedForm> out{{lemma, lemma, "verb_base"}};
  auto add = [&](std::size_t column, const char* form, const char* feature) {
    std::string given = column < line.size() ? line[column] : inflect("verb", form, lemma);
    for (const std::string& text : split(given, ',')) out.push_back({text, lemma, feature});
  };
  add(1, "past", "verb_past");
  add(line.size() > 2 ? 2 : 1, "past", "verb_participle");
  add(3, "gerund", "verb_gerund");
  add(4, "3sg", "verb_3sg");
  return out;
}

std::vector<InflectedForm> Inflection::noun(const std::vector<std::string>& line) const {
  const std::string& lemma = line.at(0);
  std::vector<InflectedForm> out{{lemma, lemma, "noun_singular"}};
  std::string plural = line.size() > 1 ? line[1] : inflect("noun", "plural", lemma);
  for (const std::string& text : split(plural, ',')) out.push_back({text, lemma, "noun_plural"});
  return out;
}

}  // namespace liaison
