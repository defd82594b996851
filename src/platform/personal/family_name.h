#pragma once
// Whether what was typed as a first name holds a family name, too.
#include <string_view>

namespace digilots::personal {

/// "Anna Maria" is a first name; "Anna Svensson" and "Anna Svensson Karlsson" hold more.
bool has_family_name(std::string_view name);

}  // namespace digilots::personal
