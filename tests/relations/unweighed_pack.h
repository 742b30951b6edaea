// The English pack without the weights of tellings: what frames tell is tested apart from how sure that is.
#pragma once

#include <memory>

#include <doctest/doctest.h>

#include "liaison/pack.h"

namespace liaison {

/// Built once in each program of tests.
inline std::shared_ptr<const Pack> unweighed_pack() {
  static const std::shared_ptr<const Pack> kPack = PackBuilder(Pack::english()).add({"weights/tellings.txt", ""}).build().pack;
  REQUIRE(kPack);
  return kPack;
}

}  // namespace liaison
