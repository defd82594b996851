#pragma once
// Codes that follow a sign-up (platform/base/spoken_code.h): 12 signs, read out over the phone or from paper.
#include "platform/base/spoken_code.h"

namespace digilots::activities {

inline constexpr base::CodeKind code_kind{"sign-up", 12};

}  // namespace digilots::activities
