#include <filesystem>
#include <fstream>
#include <iterator>
#include <ostream>
#include <stdexcept>

#include <doctest/doctest.h>

#include "liaison/error.h"
#include "liaison/report.h"

using namespace liaison;
namespace fs = std::filesystem;

namespace {

/// A folder of its own, removed at the end.
struct Folder {
  fs::path path = fs::temp_directory_path() / "liaison_output_file_test";
  Folder() { fs::remove_all(path), fs::create_directories(path); }
  ~Folder() { fs::remove_all(path); }
  std::string file(const char* name) const { return (path / name).string(); }
  std::ptrdiff_t count() const { return std::distance(fs::directory_iterator(path), fs::directory_iterator()); }
};

std::string content(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write(const std::string& path, const std::string& text) {
  write_whole(path, [&](std::ostream& out) { out << text; });
}

}  // namespace

TEST_CASE("a file is written whole, over an old one too") {
  const Folder folder;
  write(folder.file("a"), "one");
  write(folder.file("a"), "two");
  CHECK(content(folder.file("a")) == "two");
  CHECK(folder.count() == 1);
}

TEST_CASE("a failure leaves the old file and nothing beside it") {
  const Folder folder;
  write(folder.file("a"), "old");
  CHECK_THROWS_AS(write_whole(folder.file("a"), [](std::ostream& out) {
    out << "half";
    throw std::runtime_error("stop");
  }), std::runtime_error);
  CHECK_THROWS_AS(write_whole(folder.file("a"), [](std::ostream& out) { out.setstate(std::ios::badbit); }), Error);
  CHECK(content(folder.file("a")) == "old");
  CHECK(folder.count() == 1);
}

TEST_CASE("what cannot be written is said") {
  const Folder folder;
  for (const std::string& path : {folder.file("no/such/folder"), folder.path.string()}) {
    try {
      write(path, "x");
      FAIL("not refused");
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::unwritable);
      CHECK(error.where() == path);
    }
  }
}

TEST_CASE("links are followed and devices keep their place") {
  const Folder folder;
  write(folder.file("target"), "old");
  fs::create_symlink("target", folder.path / "link");
  write(folder.file("link"), "new");
  CHECK(fs::is_symlink(folder.path / "link"));
  CHECK(content(folder.file("target")) == "new");
  write("/dev/null", "x");
  CHECK(fs::is_character_file("/dev/null"));
}
