#pragma once
#include <string>
#include <string_view>

namespace digilots::files {

/// What libmagic calls these bytes: "image/jpeg", "application/x-pie-executable". std::runtime_error where
/// its table of kinds cannot be read.
std::string type_by_magic(std::string_view bytes);

}  // namespace digilots::files
