#include "text/orthography.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace liaison {
namespace {

constexpr std::uint64_t kMagic = 0x3230485452505F4C;  // "L_PRTH02"
constexpr std::size_t kLongestKey = 64;               // bytes, folded
constexpr std::size_t kMostCuts = 4;
constexpr std::string_view kTypographicApostrophe = "\xE2\x80\x99";

struct ListName {
  std::string_view name;
  std::uint32_t classes;
};

constexpr std::array kLists{
    ListName{"abbreviations", kPlainAbbreviation},
    ListName{"clitics", kClitic},
    ListName{"contractions", kContraction},
    ListName{"domains", kDomain},
    ListName{"names_with_marks", kNameWithMark},
    ListName{"proclitics", kProclitic},
    ListName{"single_letter_words", kSingleLetterWord},
    ListName{"starters", kSentenceStarter},
    ListName{"titles", kTitleAbbreviation},
    ListName{"units", kUnit},
};

struct Attribute {
  std::string_view text;
  std::uint32_t classes;
};

constexpr std::array kAttributes{
    Attribute{"case=capital", kCapitalOnly},
    Attribute{"case=lower", kLowerOnly},
    Attribute{"before=number", kBeforeNumber},
};

/// A key in its folded form, in a fixed buffer.
class Folded {
 public:
  /// Empty if the string is longer than any key.
  explicit Folded(std::string_view written) {
    for (std::size_t at = 0; at < written.size();) {
      if (size_ == kLongestKey) {
        size_ = 0;
        return;
      }
      const bool quote = written.substr(at, 3) == kTypographicApostrophe;
      bytes_[size_++] = quote ? '\'' : small(written[at]);
      at += quote ? 3 : 1;
    }
  }

  std::string_view view() const { return {bytes_, size_}; }

 private:
  static char small(char c) {
    return 'A' <= c && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  }

  char bytes_[kLongestKey];
  std::size_t size_ = 0;
};

std::uint32_t load_u32(const char* section, std::size_t index) {
  std::uint32_t value = 0;
  std::memcpy(&value, section + index * 4, 4);
  return value;
}

void append_u32(std::string& out, std::uint32_t value) {
  out.append(reinterpret_cast<const char*>(&value), 4);
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const auto first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

/// Splits off what stands before the separator, and trims it.
std::string_view take_until(std::string_view& rest, char separator) {
  const auto end = rest.find(separator);
  const auto taken = rest.substr(0, end);
  rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
  return trim(taken);
}

}  // namespace

// ---- the view

std::optional<Orthography> Orthography::open(std::string_view image) {
  std::uint64_t magic = 0;
  if (image.size() < sizeof(magic)) return std::nullopt;
  std::memcpy(&magic, image.data(), sizeof(magic));
  if (magic != kMagic) return std::nullopt;

  const auto words = WordTable::open(image.substr(sizeof(magic)));
  if (!words) return std::nullopt;
  const std::size_t entries = sizeof(magic) + words->image_size();
  const std::size_t lengths = entries + std::size_t{words->size()} * 8;
  if (lengths + 2 * 256 * 4 > image.size()) return std::nullopt;

  Orthography orthography;
  orthography.words_ = *words;
  orthography.entries_ = image.data() + entries;
  orthography.lengths_ = image.data() + lengths;
  return orthography;
}

std::uint32_t Orthography::id(std::string_view written) const {
  return words_.find(Folded(written).view());
}

std::uint32_t Orthography::classes(std::string_view written) const {
  const auto found = id(written);
  return found == kUnknownWord ? 0 : load_u32(entries_, std::size_t{found} * 2);
}

std::uint32_t Orthography::cuts(std::string_view written) const {
  const auto found = id(written);
  return found == kUnknownWord ? 0 : load_u32(entries_, std::size_t{found} * 2 + 1);
}

bool Orthography::may_contract(unsigned char first, unsigned char last, std::size_t length) const {
  return lengths_ != nullptr && length < 32 &&
         ((load_u32(lengths_, first) & load_u32(lengths_, std::size_t{256} + last)) >> length & 1) != 0;
}

// ---- the builder

namespace {
constexpr const char* kCutHint = "write a bar between two parts, for example `can|not`";
}  // namespace

std::vector<std::string_view> OrthographyBuilder::list_names() {
  std::vector<std::string_view> names;
  for (const auto& list : kLists) names.push_back(list.name);
  return names;
}

void OrthographyBuilder::add(std::string_view list,
                             const std::vector<std::string>& lines) {
  const auto known = std::find_if(kLists.begin(), kLists.end(),
                                  [&](const auto& l) { return l.name == list; });
  if (known == kLists.end()) {
    std::string known_lists;
    for (const auto name : list_names()) known_lists += (known_lists.empty() ? "there is " : ", ") + std::string(name);
    problems_.push_back({std::string(list), 0, "unknown list `" + std::string(list) + "`", known_lists});
    return;
  }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    add_line(list, known->classes, lines[i], i + 1);
  }
}

void OrthographyBuilder::add_line(std::string_view list, std::uint32_t classes,
                                  std::string_view line, std::size_t number) {
  const auto refuse = [&](std::string what, std::string hint) {
    problems_.push_back({std::string(list), number, std::move(what), std::move(hint)});
  };
  line = take_until(line, '#');
  if (line.empty()) return;
  const auto written = take_until(line, ';');
  while (!line.empty()) {
    const auto text = take_until(line, ';');
    const auto known =
        std::find_if(kAttributes.begin(), kAttributes.end(),
                     [&](const auto& a) { return a.text == text; });
    if (known == kAttributes.end()) {
      return refuse("unknown attribute `" + std::string(text) + "`",
                    "there is case=capital, case=lower and before=number");
    }
    classes |= known->classes;
  }

  Entry entry{classes, 0};
  std::string key;
  std::size_t cut_count = 0;
  for (const char c : written) {
    if (c != '|' || (classes & kContraction) == 0) {
      key += c;
    } else if (key.empty() || cut_count == kMostCuts) {
      return refuse("a cut is out of place", kCutHint);
    } else {
      entry.cuts |= static_cast<std::uint32_t>(key.size()) << 8 * cut_count++;
    }
  }
  if (classes & kContraction && (entry.cuts == 0 || written.back() == '|')) {
    return refuse(entry.cuts == 0 ? "a contraction has no cut" : "a cut is out of place", kCutHint);
  }
  const Folded folded(key);
  if (folded.view().empty()) return refuse("the entry is empty or too long", "write one word a line");
  store(folded.view(), entry);
}

void OrthographyBuilder::store(std::string_view key, Entry entry) {
  const auto id = words_.add(key);
  if (id == entries_.size()) entries_.emplace_back();
  entries_[id].classes |= entry.classes;
  entries_[id].cuts |= entry.cuts;
  if (entry.cuts == 0) return;
  const auto length = std::uint32_t{1} << std::min<std::size_t>(key.size(), 31);
  lengths_by_first_[static_cast<unsigned char>(key.front())] |= length;
  lengths_by_last_[static_cast<unsigned char>(key.back())] |= length;
}

std::string OrthographyBuilder::bytes() const {
  std::string out(reinterpret_cast<const char*>(&kMagic), sizeof(kMagic));
  out += words_.bytes();
  for (const auto& entry : entries_) {
    append_u32(out, entry.classes);
    append_u32(out, entry.cuts);
  }
  for (const auto& table : {lengths_by_first_, lengths_by_last_})
    for (const auto lengths : table) append_u32(out, lengths);
  return out;
}

}  // namespace liaison
