#pragma once
// What may be used once: a code on a slip, a form that was opened, a sheet of paper.
#include <string>
#include <string_view>

#include "platform/base/spoken_code.h"

namespace digilots::surveys {

inline constexpr base::CodeKind code_kind{"survey", 12};
inline constexpr std::string_view code_once = "code:", form_once = "form:", sheet_once = "sheet:";

/// "" where it is no code.
std::string once_of_code(std::string_view typed);

}  // namespace digilots::surveys
