#pragma once
#include <string_view>

namespace digilots::jobs {

/// a-z, 0-9 and _, 1 to 60 of them.
bool is_kind_name(std::string_view name);

}  // namespace digilots::jobs
