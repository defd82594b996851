#pragma once
// Codes that follow a sign-up (platform/base/spoken_code.h): 12 signs, read out over the phone or from paper.
#include <string>
#include <string_view>

#include "platform/base/spoken_code.h"

namespace digilots::activities {

inline constexpr base::CodeKind code_kind{"sign-up", 12};

inline constexpr std::size_t signs_of_proof = 24;
/// What pages of staff carry in place of a code that was read out to them: it shows that they had it, and opens nothing.
inline std::string proof_of_code(std::string_view code) {
    return base::hash_of_code(code_kind, code).substr(0, signs_of_proof);
}

}  // namespace digilots::activities
