// The language pack that is linked into the program.
#pragma once

#include <cstdint>
#include <string_view>

extern "C" {
extern const char liaison_embedded_pack_begin[];
extern const char liaison_embedded_pack_end[];
extern const std::uint64_t liaison_embedded_pack_size;
}

namespace liaison {

/// The bytes of the embedded pack, aligned to 64 bytes; empty where the library was built without one
/// (then `LIAISON_INSTALLED_PACK` names the file that is installed beside it).
inline std::string_view embedded_pack() { return {liaison_embedded_pack_begin, liaison_embedded_pack_size}; }

}  // namespace liaison
