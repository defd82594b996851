#pragma once
// What browsers keep for us, signed: tickets of the second step, devices that have signed in before.
#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/clock.h"

namespace digilots::accounts {

/// HMAC-SHA-256 as 64 hexadecimal characters.
std::string sign(std::string_view secret, std::string_view text);
/// In constant time.
bool is_signed(std::string_view secret, std::string_view text, std::string_view signature);

/// The password was right for this account; a code is still to come. Good for five minutes.
std::string make_ticket(std::string_view secret, std::string_view account_id, base::Instant now);
/// The account's id, or "".
std::string read_ticket(std::string_view secret, std::string_view ticket, base::Instant now);

/// A cookie may hold the devices' marks of several people who share a desk: the last five.
std::string add_device(std::string_view secret, std::string_view cookie, std::string_view account_id,
                       base::Instant now);
/// The mark of this account in the cookie, or "".
std::string find_device(std::string_view secret, std::string_view cookie, std::string_view account_id,
                        base::Instant now);

inline constexpr std::chrono::hours device_lasts{24 * 180};

}  // namespace digilots::accounts
