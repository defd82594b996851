#pragma once
// Time-based one-time codes (RFC 6238) for the second step.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/clock.h"

namespace digilots::accounts {

/// 160 bits as base32, as authenticator apps take it.
std::string new_totp_secret();
/// The time step whose code this is (now, or one step before or after); nullopt for a wrong code.
std::optional<std::int64_t> totp_step(std::string_view secret, std::string_view code, base::Instant now);
/// The latest step whose code is taken now.
std::int64_t latest_totp_step(base::Instant now);
/// "otpauth://totp/Digilots:anna@…?secret=…&issuer=Digilots"
std::string totp_address(std::string_view secret, std::string_view email);
/// "abcd-efgh-ijkl-mnop" each; 80 bits.
std::vector<std::string> new_recovery_codes();
/// As typed → as hashed: lower case without spaces and dashes.
std::string plain_code(std::string_view typed);

}  // namespace digilots::accounts
