// The place that a text names beside a body that each country has one of.
#pragma once

#include <string>

#include "liaison/analysis.h"
#include "liaison/document.h"

namespace liaison {

/// "Russia" of "the Russian Foreign Ministry", "Russia's Foreign Ministry" and "the Foreign Ministry of Russia"; empty
/// where no mention tells any, and for other bodies. Requires the pack of the analysis.
std::string place_beside(const Document& document, const Analysis& analysis, const Entity& body);

}  // namespace liaison
