#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include <fmt/format.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

#include "lexicon/lexicon_builder.h"
#include "lexicon/list_file.h"
#include "lexicon/morphology.h"
#include "lexicon/name_lint.h"
#include "lexicon/name_table.h"
#include "liaison/pack.h"
#include "pack_contents.h"
#include "recognition/weights_file.h"
#include "relations/frame_compiler.h"
#include "relations/telling_weights.h"
#include "rules/compiler.h"
#include "rules/lint.h"
#include "rules/parser.h"
#include "rules/silence.h"
#include "rules/templates.h"

namespace liaison {

struct PackBuilder::Sources {
  std::shared_ptr<const Pack> base;
  std::string language, version;
  std::vector<SourceFile> files;
  std::vector<NameRemoval> removed;
};

namespace {

/// The file of weights that are not of names.
constexpr std::string_view kTellingWeights = "weights/tellings.txt";

bool is_in(const SourceFile& file, std::string_view folder) { return file.path.starts_with(folder); }

std::string stem_of(const SourceFile& file) { return std::filesystem::path(file.path).stem().string(); }

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> out;
  std::istringstream in{std::string(text)};
  for (std::string line; std::getline(in, line);) out.push_back(line);
  return out;
}

/// A text without the blanks that align its columns.
std::string unaligned(std::string text) {
  auto second = [](char before, char c) { return before == ' ' && c == ' '; };
  text.erase(std::unique(text.begin(), text.end(), second), text.end());
  return text;
}

/// The features that rules give to names.
std::vector<std::string> features_given(const std::vector<RuleFile>& files) {
  std::vector<std::string> out;
  for (const RuleFile& file : files)
    for (const RuleSyntax& rule : file.rules)
      for (const ActionSyntax& action : rule.actions)
        if (action.name == "give") out.push_back(action.what);
  return out;
}

/// Compiles the files of one pack: each step reads the files of one folder.
class Compilation {
 public:
  Compilation(std::shared_ptr<const Pack> base, std::vector<SourceFile> files)
      : base_(std::move(base)), files_(std::move(files)) {
    names_only_ = base_ && std::all_of(files_.begin(), files_.end(), [](const SourceFile& f) { return is_in(f, "names/"); });
    if (!names_only_) add_stored_sources();
    // What is written by hand stands before what a script made, in deeper folders: of equal names the first is kept.
    auto key = [](const SourceFile& file) {
      return std::pair(std::count(file.path.begin(), file.path.end(), '/'), std::string_view(file.path));
    };
    std::stable_sort(files_.begin(), files_.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
  }

  /// A base with new names is a relink: its rules, frames and weights are taken over as they are.
  std::string run(const std::string& language, const std::string& version, const std::vector<NameRemoval>& removed) {
    check_paths();
    read_orthography();
    if (base_) lexicon_.import(base_->contents().lexicon, base_->contents().symbol_names);
    read_morphology();
    for (const SourceFile& file : files_)
      if (is_in(file, "words/")) read_words(file);
    read_names(removed);
    if (!names_only_) {
      compile_rules();
      compile_weights_files();
    }
    lexicon_.build(image_);
    std::vector<CommentedText> commented;
    std::vector<ListText> lists;
    for (const SourceFile& file : files_) {
      commented.push_back({file.path, file.text});
      if (is_in(file, "names/")) lists.push_back({file.path, file.text});
    }
    lint_names(lexicon_, lists, diagnostics_);
    silence(commented, WarningStage::compiled, diagnostics_);
    return write(language, version);
  }

  std::vector<Diagnostic>& diagnostics() { return diagnostics_; }

 private:
  /// Takes over the rules and weights of the base that no new file replaces.
  void add_stored_sources() {
    if (!base_) return;
    const Pack::Contents& contents = base_->contents();
    for (const StoredSource& stored : contents.image.table<StoredSource>(SectionId::sources)) {
      std::string path(contents.lexicon.string(stored.path));
      bool replaced = std::any_of(files_.begin(), files_.end(), [&](const SourceFile& f) { return f.path == path; });
      if (!replaced) files_.push_back({path, std::string(contents.lexicon.string(stored.text))});
    }
  }

  /// The gazetteers. What is to be taken out is known before any of them adds its names.
  void read_names(const std::vector<NameRemoval>& removed) {
    std::vector<std::pair<const SourceFile*, NameList>> lists;
    for (const SourceFile& file : files_) {
      if (!is_in(file, "names/")) continue;
      auto read = file.path.ends_with(".tsv") ? read_name_table : read_name_list;
      lists.emplace_back(&file, read(file.text, file.path, diagnostics_));
      lint_list(lists.back().second, file.path, diagnostics_);
    }
    for (const NameRemoval& removal : removed) lexicon_.remove_name(removal.name, removal.type, {});
    for (const auto& [file, list] : lists)
      for (const NameRemoval& removal : list.removals) lexicon_.remove_name(removal.name, removal.type, file->path);
    lexicon_.drop_removed();
    for (const auto& [file, list] : lists) complain_of(lexicon_.add_names(list, file->path), *file);
    for (const auto& [file, list] : lists)
      for (const NameRemoval& removal : list.removals) warn_of_idle(removal, *file);
  }

  /// Warns of a line that takes out what no list has.
  void warn_of_idle(const NameRemoval& removal, const SourceFile& file) {
    if (lexicon_.has_removed(removal.name, removal.type, file.path)) return;
    diagnostics_.push_back({Severity::warning, "idle-removal", file.path, removal.line, 1,
                            "no list has the name `" + removal.name + "`" + (removal.type.empty() ? "" : " as " + removal.type),
                            lines_of(file.text).at(removal.line - 1), "write it as its list does, which `liaison explain` tells"});
  }

  /// Complains about files that nothing would read.
  void check_paths() {
    static const std::vector<std::string> kFolders{"morphology", "names", "orthography", "rules", "variants",
                                                   "weights",    "words"};
    static const std::vector<std::string> kMorphology{"inflection", "nouns", "spelling", "verbs"};
    for (const SourceFile& file : files_) {
      std::string folder = file.path.substr(0, file.path.find('/'));
      if (std::find(kFolders.begin(), kFolders.end(), folder) == kFolders.end())
        diagnostics_.push_back({Severity::error, "unknown-folder", file.path, 0, 0,
                                "a language has no folder `" + folder + "`", {}, did_you_mean(folder, kFolders)});
      else if (folder == "morphology" && std::find(kMorphology.begin(), kMorphology.end(), stem_of(file)) == kMorphology.end())
        diagnostics_.push_back({Severity::error, "unknown-file", file.path, 0, 0,
                                "there is no file `" + stem_of(file) + "` in the morphology of a language", {},
                                did_you_mean(stem_of(file), kMorphology)});
    }
  }

  void read_orthography() {
    OrthographyBuilder builder;
    bool any = false;
    for (const SourceFile& file : files_) {
      if (!is_in(file, "orthography/")) continue;
      builder.add(stem_of(file), lines_of(file.text));
      any = true;
    }
    for (const OrthographyBuilder::Problem& p : builder.problems()) {
      auto file = std::find_if(files_.begin(), files_.end(),
                               [&](const SourceFile& f) { return is_in(f, "orthography/") && stem_of(f) == p.list; });
      std::vector<std::string> lines = lines_of(file->text);
      diagnostics_.push_back({Severity::error, "bad-orthography", file->path, static_cast<std::uint32_t>(p.line), 1, p.what,
                              p.line > 0 && p.line <= lines.size() ? lines[p.line - 1] : std::string(), p.hint});
    }
    orthography_bytes_ = any || !base_ ? builder.bytes()
                                       : std::string(base_->contents().image.section(SectionId::orthography));
    if (auto orthography = Orthography::open(orthography_bytes_)) lexicon_.use(*orthography);
  }

  void read_morphology() {
    for (const SourceFile& file : files_)
      if (file.path == "morphology/inflection.txt") inflection_.read(file.text, file.path, diagnostics_);
      else if (file.path == "morphology/spelling.txt") spelling_.read(file.text, file.path, diagnostics_);
    lexicon_.use(inflection_, spelling_);
    for (const SourceFile& file : files_) {
      bool verbs = file.path == "morphology/verbs.txt", nouns = file.path == "morphology/nouns.txt";
      if (!verbs && !nouns) continue;
      for (const std::string& line : lines_of(file.text)) {
        std::istringstream in(line.substr(0, line.find('#')));
        std::vector<std::string> parts{std::istream_iterator<std::string>(in), {}};
        if (!parts.empty()) lexicon_.add_forms(verbs ? inflection_.verb(parts) : inflection_.noun(parts));
      }
    }
  }

  /// Words or names.
  void read_words(const SourceFile& file) {
    if (lexicon_.word_class(stem_of(file)) == ClassId::none)
      diagnostics_.push_back({Severity::error, "too-many-classes", file.path, 0, 0, "the pack has more word classes than it may have",
                              {}, fmt::format("there is room for {}", kMaxClasses)});
    else complain_of(lexicon_.add_words(stem_of(file), read_word_list(file.text, file.path, diagnostics_)), file);
  }

  void complain_of(const std::vector<std::uint32_t>& left_out, const SourceFile& file) {
    if (left_out.empty()) return;
    std::vector<std::string> lines = lines_of(file.text);
    for (std::uint32_t line : left_out)
      diagnostics_.push_back({Severity::error, "entry-too-long", file.path, line, 1,
                              fmt::format("an entry has 1 to {} tokens", kMaxEntryWords), lines.at(line - 1),
                              "leave it out, or give a part of it"});
  }

  std::vector<std::string> texts_of(std::string_view folder) const {
    std::vector<std::string> out;
    for (const SourceFile& file : files_)
      if (is_in(file, folder)) out.push_back(file.text);
    return out;
  }

  void compile_rules() {
    std::vector<SourceText> texts;
    std::vector<RuleFile> parsed;
    for (const SourceFile& file : files_)
      if (is_in(file, "rules/")) texts.emplace_back(file.path, file.text);
    for (const SourceText& text : texts) parsed.push_back(parse_rules(text, diagnostics_));
    std::vector<std::size_t> order = import_order(texts, parsed, diagnostics_);
    expand_templates(texts, parsed, diagnostics_);
    lint_rules(texts, parsed, texts_of("weights/"), diagnostics_);
    weights_.know(features_given(parsed));
    for (std::size_t i : order) rules_.add_lists(texts[i], parsed[i]);
    for (const RuleFile& file : parsed) rules_.add_types(file);
    for (std::size_t i = 0; i < texts.size(); ++i) rules_.add_readings(texts[i], parsed[i]);
    for (std::size_t i = 0; i < texts.size(); ++i) rules_.add_rules(texts[i], parsed[i]);
    auto first_trigger = static_cast<std::uint32_t>(rules_.image().rules.size());
    FrameCompiler frames(lexicon_, symbols_, inflection_, first_trigger, diagnostics_);
    for (std::size_t i = 0; i < texts.size(); ++i) frames.add(texts[i], parsed[i], rules_);
    frames.build(image_);
    std::vector<TriggerPlace> places;
    for (const auto& name : frames.names()) places.push_back({strings_.add(name.name), strings_.add(name.file), name.line});
    image_.add(SectionId::trigger_names, places);
  }

  void compile_weights_files() {
    for (const SourceFile& file : files_)
      if (file.path == kTellingWeights) telling_weights_ = read_telling_weights(file.text, file.path, symbols_, diagnostics_);
      else if (is_in(file, "weights/")) weights_.read(file.text, file.path);
  }

  void write_weights() {
    image_.add(SectionId::weights, weights_.weights());
    image_.add(SectionId::telling_weights, telling_weights_);
    std::vector<std::uint32_t> kind_names;
    for (const std::string& name : weights_.names().kinds) kind_names.push_back(strings_.add(name));
    image_.add(SectionId::kind_names, kind_names);
  }

  void write_sources() {
    std::vector<StoredSource> stored;
    for (const SourceFile& file : files_)
      if (is_in(file, "rules/") || is_in(file, "weights/") || is_in(file, "variants/") || file.path == "morphology/inflection.txt" ||
          file.path == "morphology/spelling.txt")
        stored.push_back({strings_.add(file.path), strings_.add(is_in(file, "weights/") ? unaligned(file.text) : file.text)});
    image_.add(SectionId::sources, stored);
  }

  /// Adds what opening the pack would have to work out of its rules.
  void write_test_indices(const std::string& body) {
    const Image image(body, "pack in memory");
    const Lexicon lexicon(image);
    image_.add(SectionId::test_indices, RuleBook(image, lexicon).test_indices());
  }

  std::string write(const std::string& language, const std::string& version) {
    image_.add(SectionId::orthography, orthography_bytes_);
    if (!names_only_) {
      rules_.build(image_);
      write_sources();
      write_weights();
    }
    std::vector<std::uint32_t> symbol_names;
    for (const std::string& name : symbols_.names()) symbol_names.push_back(strings_.add(name));
    image_.add(SectionId::symbol_names, symbol_names);
    image_.add(SectionId::strings, strings_.bytes());
    if (names_only_) image_.add_missing(base_->contents().image, SectionId::version_text);
    std::string body = image_.build();
    if (!names_only_) write_test_indices(body);
    image_.add(SectionId::version_text,
               fmt::format("{} {} {:08x}", language, version, XXH3_64bits(body.data(), body.size()) >> 32));
    return image_.build();
  }

  std::shared_ptr<const Pack> base_;
  std::vector<SourceFile> files_;
  std::vector<Diagnostic> diagnostics_;
  StringsBuilder strings_;
  SymbolsBuilder symbols_;
  LexiconBuilder lexicon_{strings_, symbols_};
  Inflection inflection_;
  Spelling spelling_;
  RuleCompiler rules_{lexicon_, strings_, symbols_, diagnostics_};
  ImageBuilder image_;
  WeightsReader weights_{lexicon_, symbols_, diagnostics_};
  std::vector<TellingWeight> telling_weights_;
  std::string orthography_bytes_;
  bool names_only_ = false;
};

}  // namespace

PackBuilder::PackBuilder(std::string language, std::string version) : sources_(std::make_unique<Sources>()) {
  sources_->language = std::move(language);
  sources_->version = std::move(version);
}

PackBuilder::PackBuilder(std::shared_ptr<const Pack> base) : sources_(std::make_unique<Sources>()) {
  std::istringstream in{std::string(base->version())};
  in >> sources_->language >> sources_->version;
  sources_->base = std::move(base);
}

PackBuilder::~PackBuilder() = default;
PackBuilder::PackBuilder(PackBuilder&&) noexcept = default;
PackBuilder& PackBuilder::operator=(PackBuilder&&) noexcept = default;

PackBuilder& PackBuilder::add(SourceFile file) {
  std::erase_if(sources_->files, [&](const SourceFile& f) { return f.path == file.path; });
  sources_->files.push_back(std::move(file));
  return *this;
}

PackBuilder& PackBuilder::remove(std::string name, std::string type) {
  sources_->removed.push_back({std::move(name), std::move(type), 0});
  return *this;
}

PackBuilder& PackBuilder::add_folder(const std::string& folder) {
  namespace fs = std::filesystem;
  std::error_code error;
  for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    fs::path path = at->path();
    bool source = path.extension() == ".txt" || path.extension() == ".rules" || path.extension() == ".tsv";
    if (!at->is_regular_file() || !source) continue;
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    if (!in) throw Error(ErrorCode::unreadable, path.string(), "cannot be read");
    add({fs::relative(path, folder).generic_string(), text.str()});
  }
  if (error) throw Error(ErrorCode::unreadable, folder, error.message());
  return *this;
}

PackBuilder::Result PackBuilder::build() const {
  Compilation compilation(sources_->base, sources_->files);
  std::string bytes = compilation.run(sources_->language, sources_->version, sources_->removed);
  Result result;
  result.diagnostics = std::move(compilation.diagnostics());
  std::stable_sort(result.diagnostics.begin(), result.diagnostics.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.file, a.line, a.column) < std::tie(b.file, b.line, b.column);
  });
  if (!has_errors(result.diagnostics)) result.pack = Pack::from_bytes(std::move(bytes));
  return result;
}

}  // namespace liaison
