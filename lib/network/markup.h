// Text as XML and HTML hold it.
#pragma once

#include <string>
#include <string_view>

namespace liaison {

/// The text with & < > and both quotation marks escaped, for content and attributes of XML 1.0 and HTML alike.
/// What XML forbids (control characters but tab and line ends, U+FFFE, U+FFFF, bytes that are not UTF-8) becomes
/// U+FFFD; a carriage return becomes a reference, so that it survives reading.
std::string escaped(std::string_view text);

/// A figure in the fewest digits that tell it: "3", "0.1".
std::string figure(double number);

/// A length in a picture, in tenths.
std::string tenths(double number);

}  // namespace liaison
