#include "network/page_files.h"

extern "C" {
extern const char liaison_page_style[], liaison_page_style_end[];
extern const char liaison_page_body[], liaison_page_body_end[];
extern const char liaison_page_script[], liaison_page_script_end[];
}

namespace liaison {
namespace {

std::string_view between(const char* begin, const char* end) { return {begin, static_cast<std::size_t>(end - begin)}; }

}  // namespace

std::string_view page_style() { return between(liaison_page_style, liaison_page_style_end); }
std::string_view page_body() { return between(liaison_page_body, liaison_page_body_end); }
std::string_view page_script() { return between(liaison_page_script, liaison_page_script_end); }

}  // namespace liaison
