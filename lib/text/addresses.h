// Web addresses, e-mail addresses, dashed numbers and emoticons: what is one
// token although punctuation stands inside.
#pragma once

#include <cstddef>
#include <string_view>

#include "text/orthography.h"

namespace liaison {

// Each of these gives the end of what begins at `start`, or `start` if nothing
// of its kind does. Linear in the length of what is found.

/// An e-mail address, or a host or file name that ends with a domain of the
/// orthography, with the path after it. A name of more than 128 bytes is none.
std::size_t address_end(std::string_view text, std::size_t start,
                        const Orthography& orthography);

/// Whatever stands up to the next blank, bracket or quote, without the
/// punctuation that ends it: the rest of a URL.
std::size_t url_end(std::string_view text, std::size_t start);

/// A telephone number or an ISO date: 555-0123, 202-555-0123, 2019-06-14.
std::size_t dashed_number_end(std::string_view text, std::size_t start);

/// Eyes, perhaps a nose, a mouth: :-) ;) =D
std::size_t emoticon_end(std::string_view text, std::size_t start);

}  // namespace liaison
