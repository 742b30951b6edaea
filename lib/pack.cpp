#include "liaison/pack.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>

#include "embedded_pack.h"
#include "pack_contents.h"

namespace liaison {
namespace {

/// Bytes in static storage.
class StaticBytes : public PackBytes {
 public:
  explicit StaticBytes(std::string_view bytes) : bytes_(bytes) {}
  std::string_view view() const override { return bytes_; }

 private:
  std::string_view bytes_;
};

/// Bytes in memory of their own, aligned as an image wants them.
class OwnedBytes : public PackBytes {
 public:
  explicit OwnedBytes(std::string_view bytes) : size_(bytes.size()), words_(bytes.size() / 8 + 1) {
    std::memcpy(words_.data(), bytes.data(), bytes.size());
  }
  std::string_view view() const override { return {reinterpret_cast<const char*>(words_.data()), size_}; }

 private:
  std::size_t size_;
  std::vector<std::uint64_t> words_;
};

/// A mapped file.
class MappedBytes : public PackBytes {
 public:
  explicit MappedBytes(const std::string& path) {
    int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) throw Error(ErrorCode::unreadable, path, std::strerror(errno));
    struct stat status {};
    bool known = ::fstat(file, &status) == 0 && status.st_size > 0;
    size_ = known ? static_cast<std::size_t>(status.st_size) : 0;
    if (known) at_ = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file, 0);
    ::close(file);
    if (!known) throw Error(ErrorCode::bad_pack, path, "not a language pack: the file is empty");
    if (at_ == MAP_FAILED) throw Error(ErrorCode::unreadable, path, std::strerror(errno));
  }
  ~MappedBytes() override {
    if (at_ != MAP_FAILED) ::munmap(at_, size_);
  }
  MappedBytes(const MappedBytes&) = delete;
  MappedBytes& operator=(const MappedBytes&) = delete;
  std::string_view view() const override { return {static_cast<const char*>(at_), size_}; }

 private:
  void* at_ = MAP_FAILED;
  std::size_t size_ = 0;
};

Orthography open_orthography(const Image& image, const std::string& where) {
  if (auto orthography = Orthography::open(image.section(SectionId::orthography))) return *orthography;
  throw Error(ErrorCode::bad_pack, where, "a damaged language pack: its orthography cannot be read");
}

RuleBook open_rules(const Image& image, const Lexicon& lexicon, const std::string& where) {
  RuleBook rules(image, lexicon);
  if (!rules.is_whole()) throw Error(ErrorCode::bad_pack, where, "a damaged language pack: its rules cannot be read");
  return rules;
}

/// One gate for each phase of rules, then that of the triggers.
ClassGates open_gates(const Lexicon& lexicon, const RuleBook& rules, const FrameBook& frames) {
  static_assert(kTriggerGate < kMaxGates);
  std::vector<ClassSet> gates = rules.gates();
  gates.push_back(frames.gate());
  return ClassGates(lexicon, gates);
}

}  // namespace

Pack::Contents::Contents(std::unique_ptr<PackBytes> bytes_, const std::string& where)
    : bytes(std::move(bytes_)),
      image(bytes->view(), where),
      version(image.section(SectionId::version_text)),
      orthography(open_orthography(image, where)),
      lexicon(image),
      patterns(lexicon),
      rules(open_rules(image, lexicon, where)),
      frames(image, lexicon),
      gates(open_gates(lexicon, rules, frames)),
      names(image, lexicon),
      name_classes(lexicon),
      nicknames(image, lexicon),
      hold_classes(lexicon),
      triggers(image.table<TriggerPlace>(SectionId::trigger_names)) {
  for (std::uint32_t offset : image.table<std::uint32_t>(SectionId::symbol_names)) {
    symbol_of.emplace(lexicon.string(offset), Symbol{static_cast<std::uint16_t>(symbol_names.size())});
    symbol_names.push_back(lexicon.string(offset));
  }
  for (std::size_t i = 0; i < std::size(symbols::kNames); ++i)
    if (i >= symbol_names.size() || symbol_names[i] != symbols::kNames[i])
      throw Error(ErrorCode::bad_pack, where, "a damaged language pack: its symbols are not those of this version");
}

RuleIds::RuleIds(const Pack::Contents& contents)
    : triggers(static_cast<std::uint32_t>(contents.rules.rules().size())),
      names(triggers + static_cast<std::uint32_t>(contents.triggers.size())),
      entries(names + 1) {}

Pack::Pack() = default;
Pack::~Pack() = default;

std::shared_ptr<const Pack> Pack::open(const std::string& path) {
  std::shared_ptr<Pack> pack(new Pack);
  pack->contents_ = std::make_unique<Contents>(std::make_unique<MappedBytes>(path), path);
  return pack;
}

std::shared_ptr<const Pack> Pack::from_bytes(std::string bytes) {
  std::shared_ptr<Pack> pack(new Pack);
  pack->contents_ = std::make_unique<Contents>(std::make_unique<OwnedBytes>(bytes), "pack in memory");
  return pack;
}

std::shared_ptr<const Pack> Pack::english() {
  static const std::shared_ptr<const Pack> kEnglish = []() -> std::shared_ptr<const Pack> {
    std::string_view embedded = embedded_pack();
    if (embedded.empty()) return open(LIAISON_INSTALLED_PACK);
    std::shared_ptr<Pack> pack(new Pack);
    pack->contents_ = std::make_unique<Contents>(std::make_unique<StaticBytes>(embedded), "embedded pack");
    return pack;
  }();
  return kEnglish;
}

std::string_view Pack::version() const { return contents_->version; }

std::string_view Pack::name(Symbol symbol) const {
  return symbol.id < contents_->symbol_names.size() ? contents_->symbol_names[symbol.id] : std::string_view();
}

Symbol Pack::symbol(std::string_view name) const {
  auto at = contents_->symbol_of.find(name);
  return at == contents_->symbol_of.end() ? symbols::none : at->second;
}

std::string_view Pack::rule_name(RuleId rule) const {
  auto id = static_cast<std::uint32_t>(rule);
  RuleIds ids(*contents_);
  if (rule == RuleId::none) return {};
  if (id < ids.triggers) return contents_->lexicon.string(contents_->rules.rules()[id].name);
  if (id < ids.names) return contents_->lexicon.string(contents_->triggers[id - ids.triggers].name);
  if (id == ids.names) return "evidence";
  return "list";
}

bool Pack::is_rule(RuleId rule) const { return static_cast<std::uint32_t>(rule) < RuleIds(*contents_).names; }

std::vector<RuleId> Pack::rules_named(std::string_view name) const {
  std::vector<RuleId> out;
  for (std::uint32_t id = 0; id < RuleIds(*contents_).names; ++id) {
    std::string_view known = rule_name(static_cast<RuleId>(id));
    std::string place = rule_place(static_cast<RuleId>(id));
    bool in_frame = known.size() > name.size() && known.starts_with(name) && known[name.size()] == '/';
    bool at_place = name.find(':') != std::string_view::npos && place.ends_with(name) &&
                    (place.size() == name.size() || place[place.size() - name.size() - 1] == '/');
    if (known == name || in_frame || at_place) out.push_back(static_cast<RuleId>(id));
  }
  return out;
}

std::vector<std::string> Pack::rule_names() const {
  std::vector<std::string> out;
  for (std::uint32_t id = 0; id < RuleIds(*contents_).names; ++id) {
    std::string name(rule_name(static_cast<RuleId>(id)));
    if (std::find(out.begin(), out.end(), name) == out.end()) out.push_back(std::move(name));
  }
  return out;
}

std::string Pack::rule_place(RuleId rule) const {
  auto id = static_cast<std::uint32_t>(rule);
  RuleIds ids(*contents_);
  const Lexicon& lexicon = contents_->lexicon;
  if (rule == RuleId::none) return {};
  auto place = [&](const auto& record) { return std::string(lexicon.string(record.file)) + ":" + std::to_string(record.line); };
  if (id < ids.triggers) return place(contents_->rules.rules()[id]);
  if (id < ids.names) return place(contents_->triggers[id - ids.triggers]);
  if (id == ids.names) return "weights/names.txt";
  return lexicon.place(id - ids.entries);
}

std::string_view Pack::bytes() const { return contents_->image.bytes(); }

void Pack::verify() const {
  if (!contents_->image.verify())
    throw Error(ErrorCode::bad_pack, contents_->version, "a damaged language pack: its checksum does not fit");
}

}  // namespace liaison
