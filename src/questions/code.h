#pragma once
// Codes that follow a question (platform/base/spoken_code.h): 16 signs.
#include "platform/base/spoken_code.h"

namespace digilots::questions {

inline constexpr base::CodeKind code_kind{"question"};

}  // namespace digilots::questions
