// Files that are written whole or not at all.
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

#include <fcntl.h>
#include <unistd.h>

#include "liaison/error.h"
#include "liaison/report.h"

namespace liaison {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const std::string& path, int cause) {
  throw Error(ErrorCode::unwritable, path, cause ? std::strerror(cause) : "writing failed");
}

/// A new empty file beside the target, of a name that nobody has, removed at the end unless it took the target's
/// place.
class Temporary {
 public:
  explicit Temporary(const fs::path& target) {
    for (int i = 0; i < 1000; ++i) {
      path_ = target.string() + ".part" + std::to_string(::getpid()) + '-' + std::to_string(i);
      const int file = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
      if (file >= 0) {
        ::close(file);
        return;
      }
      if (errno != EEXIST) break;
    }
    const int cause = errno;
    path_.clear();
    fail(target.string(), cause);
  }
  ~Temporary() {
    if (!path_.empty()) ::unlink(path_.c_str());
  }
  Temporary(const Temporary&) = delete;
  Temporary& operator=(const Temporary&) = delete;

  const std::string& path() const { return path_; }

  void replace(const fs::path& target) {
    if (std::rename(path_.c_str(), target.c_str()) != 0) fail(target.string(), errno);
    path_.clear();
  }

 private:
  std::string path_;
};

void fill(const std::string& path, const std::string& told, const std::function<void(std::ostream&)>& write) {
  errno = 0;
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  if (!out) fail(told, errno);
  write(out);
  errno = 0;
  out.close();
  if (!out) fail(told, errno);
}

}  // namespace

void write_whole(const std::string& path, const std::function<void(std::ostream&)>& write) {
  std::error_code ignored;
  const fs::file_status status = fs::status(path, ignored);
  if (fs::is_directory(status)) fail(path, EISDIR);
  if (fs::exists(status) && !fs::is_regular_file(status)) {  // a pipe or a device keeps its place
    fill(path, path, write);
    return;
  }
  fs::path target = path;
  if (fs::is_symlink(fs::symlink_status(path, ignored))) target = fs::weakly_canonical(path, ignored);
  Temporary temporary(target);
  fill(temporary.path(), path, write);
  temporary.replace(target);
}

}  // namespace liaison
