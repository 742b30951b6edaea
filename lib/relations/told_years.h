// Which year a sentence tells for what somebody did in an office.
#pragma once

#include "relations/hold_reading.h"
#include "rules/matcher.h"

namespace liaison {

/// What a sentence tells of the year in which somebody did something in an office.
enum class LongAgo {
  no,        ///< no year, or a recent one
  yes,       ///< so long ago that he holds it no more, unless the text tells that he does
  lifetime,  ///< so long ago that nobody does
};

/// If what somebody did in an office was done so long before the document was written that he is taken to hold it no
/// more: the sentence begins with the year or the decade ("In 1962 Attorney General Ann Lee flew …"), tells it right before
/// the clause that begins with his title ("in 1962, when Attorney General Ann Lee flew"), or behind the verb of his clause
/// ("Attorney General Ann Lee flew to Chile in 1962"), where that does not tell how he came to it (`beginning_verb`).
LongAgo long_ago(const HoldReading& reading, const UnitRange& match, const UnitRange& person, const UnitRange& role);

/// What the year behind a phrase makes of somebody who was chosen for an office then ("was appointed chairman of Samsung in
/// May 2012"): current in a document of a later year, former where that is a lifetime ago; none where no year stands there,
/// or the document is not dated.
Symbol time_since(const HoldReading& reading, std::uint32_t unit);

}  // namespace liaison
