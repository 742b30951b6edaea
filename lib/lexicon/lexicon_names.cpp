// The part of LexiconBuilder that takes in gazetteers: entities, the forms of their names, and what is taken out.
#include <algorithm>
#include <iterator>
#include <utility>

#include "lexicon/lexicon_builder.h"

namespace liaison {
namespace {

CaseRule case_rule(const Token& token) {
  if (token.has(kAllCaps) && token.end - token.start <= 5) return CaseRule::all_capitals;
  if (token.has(kFirstCapital)) return CaseRule::capital;
  if (token.has(kMixedCase)) return CaseRule::some_capital;
  return CaseRule::any;
}

/// The case rules of a form's first eight tokens.
std::uint16_t case_rules(const std::vector<Token>& tokens) {
  std::uint16_t out = 0;
  for (std::size_t i = 0; i < std::min<std::size_t>(tokens.size(), 8); ++i)
    out = static_cast<std::uint16_t>(out | static_cast<unsigned>(case_rule(tokens[i])) << (2 * i));
  return out;
}

/// Takes an attribute out of the list; empty where it has none.
std::string take_attribute(AttributeList& attributes, std::string_view key) {
  auto at = std::find_if(attributes.begin(), attributes.end(), [&](const auto& a) { return a.first == key; });
  if (at == attributes.end()) return {};
  std::string value = std::move(at->second);
  attributes.erase(at);
  return value;
}

}  // namespace

bool LexiconBuilder::add_form(const NameForm& form, bool weak, Symbol type, std::uint32_t place,
                              const std::string& file) {
  form_words_.clear();
  for (std::string_view token : cut(form.text)) form_words_.push_back(word(token));
  if (form_words_.empty() || form_words_.size() > kMaxEntryWords) return false;
  if (removed_.hit(form_words_, type, &file)) return true;
  Phrase phrase;
  phrase.place = place;
  phrase.record.of = static_cast<std::uint32_t>(entities_.size() - 1);
  phrase.record.kind = type.id & 0x1fff;
  phrase.record.is_name = 1;
  phrase.record.is_weak = weak || form.weak;
  phrase.record.case_rules = case_rules(tokens_);
  add_entry(form_words_, phrase);
  return true;
}

void LexiconBuilder::add_entity(NamedEntity record, std::string_view name, std::uint32_t file, std::uint32_t line) {
  auto entity = static_cast<std::uint32_t>(entities_.size());
  bool follows = !runs_.empty() && runs_.back().file == file && runs_.back().line + (entity - runs_.back().first_entity) == line;
  if (!follows) runs_.push_back({entity, file, line});
  entities_.push_back(record);
  names_.push_back({canonical_.size(), name.size()});
  canonical_ += name;
}

std::vector<std::uint32_t> LexiconBuilder::add_names(const NameList& list, const std::string& file) {
  std::vector<std::uint32_t> left_out;
  Symbol list_type = symbols_.add(list.type), list_subtype = symbols_.add(list.subtype);
  std::uint32_t file_name = strings_.add(file);
  for (const NameLine& line : list.lines) {
    NamedEntity record;
    record.type = line.type.empty() ? list_type : symbols_.add(line.type);
    record.subtype = list_subtype;
    AttributeList attributes = line.attributes;
    if (!attributes.empty()) {
      std::string own_subtype = take_attribute(attributes, "subtype");
      if (!own_subtype.empty()) record.subtype = symbols_.add(own_subtype);
      record.attributes = attributes_.add(attributes);
    }
    std::span<const NameForm> forms = list.forms_of(line);
    add_entity(record, forms.empty() ? std::string_view() : forms[0].text, file_name, line.line);
    for (const NameForm& form : forms) {
      auto first_word = static_cast<std::uint32_t>(phrase_words_.size());
      auto place = static_cast<std::uint32_t>(form.text.data() - list.text.data());
      if (!add_form(form, list.weak, record.type, place, file)) left_out.push_back(line.line);
      else if (&form == forms.data() && phrase_words_.size() > first_word) {
        names_.back().first_word = first_word;
        names_.back().word_count = phrases_.back().length;
      }
    }
  }
  return left_out;
}

std::pair<std::string_view, std::uint32_t> LexiconBuilder::entity_place(std::uint32_t entity) const {
  auto behind = std::upper_bound(runs_.begin(), runs_.end(), entity,
                                 [](std::uint32_t wanted, const ListRun& run) { return wanted < run.first_entity; });
  if (behind == runs_.begin()) return {};
  const ListRun& run = *std::prev(behind);
  return {StringsView(strings_.bytes()).at(run.file), run.line + (entity - run.first_entity)};
}

void LexiconBuilder::remove_name(std::string_view name, std::string_view type, const std::string& file) {
  removed_.add(words(name), type.empty() ? symbols::none : symbols_.add(type), file);
}

bool LexiconBuilder::has_removed(std::string_view name, std::string_view type, const std::string& file) {
  const Symbol wanted = type.empty() ? symbols::none : symbols_.add(type);
  return removed_.has_hit(words(name), wanted, file);
}

void LexiconBuilder::drop_removed() {
  if (removed_.empty()) return;
  std::erase_if(phrases_, [&](const Phrase& phrase) {
    return phrase.record.is_name && removed_.hit(words_of(phrase), phrase.record.type(), nullptr);
  });
}

}  // namespace liaison
