#include "resolution/address.h"

namespace liaison {
namespace {

/// How far behind a name a title in apposition may begin, in tokens.
constexpr std::uint32_t kBehind = 2;

/// A key of the words of a title: `Sen.` is a senator.
std::uint64_t key_of(const TextView& view, const NameClasses& classes, const Annotation& role) {
  std::uint64_t key = 1;
  for (std::uint32_t t = role.first; t < role.last; ++t) {
    const std::string_view means = view.lexicon->attribute(view.tokens[t].word, classes.role_head, symbols::means);
    const WordId meant = means.empty() ? kNoWord : view.lexicon->find(means);
    key = (key ^ (meant == kNoWord ? view.tokens[t].word : meant)) * 0xD6E8FEB86659FD93u, key ^= key >> 31;
  }
  return key | 1;
}

}  // namespace

Gender gender_of(std::string_view value) {
  return value == "m" ? Gender::male : value == "f" ? Gender::female : Gender::unknown;
}

Gender gender_of_name(const TextView& view, const Annotation& name, ClassId given_male, ClassId given_female) {
  if (name.known != Annotation::kUnknown) {
    const Gender told = gender_of(view.lexicon->attribute(view.lexicon->entities()[name.known], symbols::gender));
    if (told != Gender::unknown) return told;
  }
  const ClassSet& given = view.classes(name.first);
  const bool male = given.has(given_male), female = given.has(given_female);
  return male == female ? Gender::unknown : male ? Gender::male : Gender::female;
}

Address address_of(const TextView& view, const NameClasses& classes, std::span<const Annotation> annotations, std::uint32_t name) {
  const Annotation& a = annotations[name];
  const auto size = static_cast<std::uint32_t>(view.tokens.size());
  Address out;
  if (a.first > 0 && view.classes(a.first - 1).has(classes.honorific))
    out.gender = gender_of(view.lexicon->attribute(view.tokens[a.first - 1].word, classes.honorific, symbols::gender));
  // `his wife, Ann Harper`
  const auto is_comma = [&](std::uint32_t token) { return view.classes(token).has(classes.list_mark) && !view.tokens[token].has(kIsWord); };
  std::uint32_t before = a.first;
  if (before > 0 && is_comma(before - 1)) --before;
  out.kin = before > 0 && view.classes(before - 1).has(classes.kin);
  const bool follows = a.last < size && view.tokens[a.last].has(kFirstCapital) && view.classes(a.last).has(classes.name_suffix);
  out.suffix = follows || (a.last > a.first + 1 && view.classes(a.last - 1).has(classes.name_suffix));
  if (name > 0 && annotations[name - 1].type == symbols::role) {
    out.before = annotations[name - 1].last == a.first;
    if (out.before) out.role = &annotations[name - 1];
  }
  if (!out.role && name + 1 < annotations.size() && annotations[name + 1].type == symbols::role) {
    const Annotation& role = annotations[name + 1];
    const bool near = role.first > a.last && role.first <= a.last + kBehind && is_comma(a.last);
    const bool owner = role.last < size && view.classes(role.last).has(classes.possessive);
    if (near && !owner) out.role = &role;
  }
  if (out.role) out.title = key_of(view, classes, *out.role);
  return out;
}

}  // namespace liaison
