#include "liaison/trace.h"

namespace liaison {

std::string_view to_string(TraceRecord::Kind kind) {
  constexpr std::string_view kNames[] = {"token", "match", "name", "alias", "hold", "group", "frame", "reading", "miss"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string_view to_string(TraceDetail::Kind kind) {
  constexpr std::string_view kNames[] = {"class", "entry", "feature", "capture", "slot", "status", "told", "met", "unmet"};
  return kNames[static_cast<std::size_t>(kind)];
}

}  // namespace liaison
