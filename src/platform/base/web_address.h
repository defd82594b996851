#pragma once
// Web addresses that others may follow.
#include <string_view>

namespace digilots::base {

/// "https://x@evil.example": what stands before "@" reads as the host and is none. Any text may be asked about.
bool names_user_before_host(std::string_view address);
/// http:// or https:// and a host, without spaces, controls or "\". Whether it names a user is asked for above.
bool is_web_address(std::string_view address);

}  // namespace digilots::base
