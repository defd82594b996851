#pragma once
// UUID version 7 (RFC 9562): sortable by time, 36 characters of lower-case text.
#include <string>
#include <string_view>

#include "platform/base/clock.h"

namespace digilots::base {

/// Strictly increasing within one process, also inside one millisecond.
std::string new_uuid(Instant now);
bool is_uuid(std::string_view text);

/// `bytes` random bytes from the system's generator as base64url without padding (tokens, nonces).
std::string random_token(std::size_t bytes = 32);
/// SHA-256 as 64 hexadecimal characters (stored in place of tokens; ETags; content hashes).
std::string sha256_hex(std::string_view bytes);

}  // namespace digilots::base
