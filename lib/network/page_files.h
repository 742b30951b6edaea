// The files of lib/network/page, which the build embeds.
#pragma once

#include <string_view>

namespace liaison {

std::string_view page_style();    ///< page.css
std::string_view page_body();     ///< page.html
std::string_view page_script();   ///< page.js

}  // namespace liaison
