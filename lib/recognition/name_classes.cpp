#include "recognition/name_classes.h"

#include <array>

namespace liaison {

NameClasses::NameClasses(const Lexicon& lexicon)
    : connector(lexicon.find_class("name_connector")),
      list_mark(lexicon.find_class("list_mark")),
      uncapitalised(lexicon.find_class("name_without_capital")),
      never(lexicon.find_class("not_a_name")),
      given{lexicon.find_class("given_male"), lexicon.find_class("given_female"), lexicon.find_class("given_other")},
      surname(lexicon.find_class("surname")),
      ordinary(lexicon.find_class("ordinary_3")),
      common(lexicon.find_class("ordinary_4")),
      nationality(lexicon.find_class("nationality")),
      honorific(lexicon.find_class("honorific")),
      head(lexicon.find_class("org_head")),
      head_first(lexicon.find_class("org_head_first")),
      legal_suffix(lexicon.find_class("legal_suffix")),
      name_suffix(lexicon.find_class("name_suffix")),
      particle(lexicon.find_class("name_particle")),
      leading(lexicon.find_class("name_particle[kind=lead]")),
      syllable(lexicon.find_class("name_syllable")),
      kin(lexicon.find_class("kin_noun")),
      role_head(lexicon.find_class("role_head")),
      bracket(lexicon.find_class("opening_bracket")),
      possessive(lexicon.find_class("possessive_marker")),
      set_count_(lexicon.class_sets().size()) {
  std::array<ClassSet, 6> asked;  // in the order of the bits
  asked[0].add(connector), asked[1].add(list_mark), asked[2].add(uncapitalised), asked[3].add(legal_suffix), asked[4].add(leading);
  asked[5].add(syllable);
  gates_ = ClassGates(lexicon, asked);
}

}  // namespace liaison
