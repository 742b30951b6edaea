#include "lines.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>


#include "liaison/error.h"

namespace command {
namespace {

constexpr std::size_t kChunk = std::size_t{256} << 10;
constexpr std::size_t kBeginning = 4096;  // what is kept of a line that is too large

[[noreturn]] void fail(const std::string& path) {
  throw liaison::Error(liaison::ErrorCode::unreadable, path, std::strerror(errno));
}

}  // namespace

InputFile::InputFile(const std::string& path) : path_(path) {
  if (path == "-") {
    descriptor_ = STDIN_FILENO;
    return;
  }
  descriptor_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor_ < 0) fail(path_);
}

InputFile::~InputFile() {
  if (descriptor_ != STDIN_FILENO) ::close(descriptor_);
}

std::size_t InputFile::read(char* into, std::size_t size) {
  for (;;) {
    const auto count = ::read(descriptor_, into, size);
    if (count >= 0) return static_cast<std::size_t>(count);
    if (errno != EINTR) fail(path_);
  }
}

std::string read_file(const std::string& path) { return LineReader(path).rest(); }

bool LineReader::fill() {
  buffer_.erase(0, at_);
  at_ = 0;
  const auto size = buffer_.size();
  buffer_.resize(size + kChunk);
  const auto count = file_.read(buffer_.data() + size, kChunk);
  buffer_.resize(size + count);
  return count > 0;
}

char LineReader::first_character() {
  for (;;) {
    const auto at = buffer_.find_first_not_of(" \t\r\n", at_);
    if (at != std::string::npos) return buffer_[at];
    if (!fill()) return 0;
  }
}

std::string LineReader::rest() {
  while (fill()) {
    if (buffer_.size() <= kLargestInput) continue;
    throw liaison::Error(liaison::ErrorCode::too_large, file_.path(), "larger than 64 MiB");
  }
  return std::move(buffer_);
}

void LineReader::take(std::size_t length, Line& line) const {
  if (line.too_large) return;
  line.too_large = length > kLargestInput;
  line.text = buffer_.substr(at_, line.too_large ? kBeginning : length);
  if (line.text.ends_with('\r')) line.text.pop_back();
}

bool LineReader::next(Line& line) {
  line = {};
  std::size_t length = 0;  // of what is known to hold no end of line
  for (;;) {
    const auto end = buffer_.find('\n', at_ + length);
    if (end != std::string::npos) {
      take(end - at_, line);
      at_ = end + 1;
      return true;
    }
    length = buffer_.size() - at_;
    if (length > kLargestInput) {
      take(length, line);
      at_ = buffer_.size();
      length = 0;
    }
    if (!fill()) {
      take(length, line);
      at_ = buffer_.size();
      return length > 0 || line.too_large;
    }
  }
}

}  // namespace command
