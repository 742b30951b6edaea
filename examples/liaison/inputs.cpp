#include "inputs.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <set>
#include <system_error>

#include "commands.h"
#include "liaison/error.h"
#include "words.h"

namespace command {
namespace {

namespace fs = std::filesystem;

std::string ending_of(const fs::path& path) {
  auto ending = path.extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return ending;
}

bool is_text_ending(const std::string& ending) { return ending == ".txt" || ending == ".text"; }

bool is_lines_ending(const std::string& ending) {
  return ending == ".jsonl" || ending == ".ndjson" || ending == ".json" || ending == ".facts";
}

Failure unreadable(const std::string& path, const std::string& id, const std::string& cause) {
  return {id, path, std::string(to_string(liaison::ErrorCode::unreadable)), path + ": " + cause};
}

}  // namespace

Inputs::Inputs(const InputOptions& options) : kind_(options.kind) {
  for (const auto& path : options.paths) add_argument(path);
  if (!options.files_from.empty()) {
    LineReader reader(options.files_from);
    for (LineReader::Line line; reader.next(line);) {
      if (!line.text.empty()) add_argument(line.text);
    }
  } else if (options.paths.empty()) {
    if (kind_ != "jsonl") throw UsageError("nothing to read: name files or folders, or - for standard input");
    add_argument("-");
  }
}

void Inputs::add_argument(const std::string& path) {
  std::error_code error;
  if (path != "-" && fs::is_directory(path, error)) {
    add_folder(path, "");
  } else {
    files_.push_back({path, path, std::nullopt});
  }
}

bool Inputs::is_wanted(const std::string& ending) const {
  return kind_ == "jsonl" ? is_lines_ending(ending) : is_text_ending(ending);
}

void Inputs::add_folder(const std::string& folder, const std::string& below) {
  std::error_code error;
  std::vector<fs::directory_entry> entries;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) entries.push_back(*at);
  if (error) files_.push_back({folder, below, unreadable(folder, below, error.message())});
  std::sort(entries.begin(), entries.end());
  for (const auto& entry : entries) {
    const auto name = entry.path().filename().string();
    const auto id = below.empty() ? name : below + "/" + name;
    if (name.starts_with('.')) {
      ++skipped_["hidden"];
    } else if (entry.is_directory(error) && !entry.is_symlink(error)) {
      add_folder(entry.path().string(), id);
    } else if (const auto ending = ending_of(entry.path()); entry.is_regular_file(error) && is_wanted(ending)) {
      files_.push_back({entry.path().string(), id, std::nullopt});
    } else {
      ++skipped_[!entry.is_regular_file(error) ? "special" : ending.empty() ? "without an ending" : ending];
    }
  }
}

bool Inputs::holds_lines(const std::string& path, LineReader& reader) const {
  if (kind_ != "auto") return kind_ == "jsonl";
  if (path == "-") return reader.first_character() == '{';
  return is_lines_ending(ending_of(path));
}

std::optional<Input> Inputs::next() {
  for (;;) {
    if (lines_) {
      if (auto line = next_line()) return line;
      lines_.reset();
    }
    if (next_file_ == files_.size()) return std::nullopt;
    if (auto input = open(files_[next_file_++])) return input;
  }
}

/// A text as one input; none for a file of lines, which is now being read.
std::optional<Input> Inputs::open(const File& file) {
  Input input{false, file.id, file.path, std::nullopt, file.failure};
  if (file.failure) return input;
  const bool may_hold_lines = kind_ == "jsonl" || file.path == "-" || is_lines_ending(ending_of(file.path));
  if (kind_ == "text" ? file.path != "-" : !may_hold_lines) return input;
  try {
    auto reader = std::make_unique<LineReader>(file.path);
    if (holds_lines(file.path, *reader)) {
      lines_ = std::move(reader);
      line_number_ = 0;
      return std::nullopt;
    }
    input.bytes = reader->rest();
  } catch (const liaison::Error& error) {
    input.failure = Failure{file.id, error.where(), std::string(to_string(error.code())), error.what()};
  }
  return input;
}

std::optional<Input> Inputs::next_line() {
  const auto& path = files_[next_file_ - 1].path;
  Input input{true, {}, {}, std::nullopt, std::nullopt};
  try {
    LineReader::Line line;
    if (!lines_->next(line)) return std::nullopt;
    input.where = (path == "-" ? "standard input" : path) + ":" + std::to_string(++line_number_);
    input.bytes = std::move(line.text);
    if (line.too_large) {
      input.failure = Failure{std::nullopt, input.where, std::string(to_string(liaison::ErrorCode::too_large)),
                              input.where + ": larger than 64 MiB"};
    }
  } catch (const liaison::Error& error) {
    input.failure = Failure{path, path, std::string(to_string(error.code())), error.what()};
    input.bytes.reset();
    lines_.reset();
  }
  return input;
}

void Inputs::tell_skipped(std::ostream& out) const {
  std::string list;
  for (const auto& [kind, count] : skipped_) list += (list.empty() ? "" : ", ") + std::to_string(count) + " " + kind;
  if (!list.empty()) out << "liaison: skipped in the folders: " << list << '\n';
  std::set<std::string> ids;
  for (const auto& file : files_) {
    if (ids.insert(file.id).second) continue;
    out << "liaison: two files have the id " << json_string(file.id) << "; name the folder above them to tell them apart\n";
    return;
  }
}

}  // namespace command
