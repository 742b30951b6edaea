// The pack compiler: `liaison_pack DATA_DIR -o en.pack` makes one language pack of a folder of names and rules.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>

#include "liaison/pack.h"
#include "liaison/version.h"

namespace {

/// Writes the whole file or none: a temporary beside it, then a rename.
bool write_whole_pack(const std::string& path, std::string_view bytes) {
  const std::string temporary = path + ".part";
  {
    std::ofstream out(temporary, std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!out.flush()) return false;
  }
  return std::rename(temporary.c_str(), path.c_str()) == 0;
}

int compile(const std::filesystem::path& folder, const std::string& output) {
  const auto language = folder.filename().string();
  const auto built = liaison::PackBuilder(language, std::string(liaison::kVersion)).add_folder(folder.string()).build();
  for (const auto& diagnostic : built.diagnostics) std::cerr << liaison::to_string(diagnostic) << '\n';
  if (!built.pack) return 1;
  if (write_whole_pack(output, built.pack->bytes())) return 0;
  std::cerr << output << ": cannot be written\n";
  return 1;
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc != 4 || std::string_view(argv[2]) != "-o") {
    std::cerr << "usage: liaison_pack DATA_DIR -o PACK\n";
    return 2;
  }
  return compile(argv[1], argv[3]);
} catch (const std::exception& error) {
  std::cerr << "liaison_pack: " << error.what() << '\n';
  return 1;
}
