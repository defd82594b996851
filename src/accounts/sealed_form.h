#pragma once
// What somebody typed before their session ended, carried through signing in by the sign-in page itself: encrypted, so that
// neither the page nor anyone who gets hold of it shows what it says, and never in an address or a log.
#include <optional>
#include <string>
#include <string_view>

#include "platform/base/clock.h"
#include "platform/http/typed_form.h"

namespace digilots::accounts {

/// Too much to carry, or nobody's: nothing.
std::optional<std::string> seal(std::string_view secret, const http::TypedForm& typed, base::Instant now);
/// Nothing where it was changed, is over (12 hours) or is not this account's.
std::optional<http::TypedForm> unseal(std::string_view secret, std::string_view sealed, std::string_view account_id,
                                      base::Instant now);

}  // namespace digilots::accounts
