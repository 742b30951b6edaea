// Who speaks in a quotation, which may run over several sentences.
#pragma once

#include <cstdint>

#include "relations/reading.h"

namespace liaison {

/// The name of who is told to say what stands between quotation marks around a token, behind them, before them, or behind
/// the quotation before: `"I met A. It was short," B said. "I liked him."` Annotation::kUnknown where nobody is named.
std::uint32_t quoted_speaker(const ClauseReading& reading, std::uint32_t token);

}  // namespace liaison
