#pragma once
// Long names in narrow columns.
#include <string>
#include <string_view>

namespace digilots::activities {

/// With a soft hyphen before the last part of long compound words ("Medborgar|kontoret"): browsers without a dictionary of the
/// language would break them anywhere, and without a hyphen.
std::string with_soft_hyphens(std::string_view name);

}  // namespace digilots::activities
