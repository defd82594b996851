#pragma once
// Links by which somebody sets a password of their own, and the letters that bring them.
#include <string>
#include <string_view>

#include "accounts/account_store.h"
#include "platform/mail/outbox.h"

namespace digilots::accounts {

/// One that was asked for, and one that an administrator hands over: whoever starts tomorrow signs in tomorrow.
inline constexpr std::chrono::minutes link_lasts{30}, given_link_lasts{std::chrono::hours(72)};
inline constexpr int most_links = 3;  // of one account at a time

enum class LinkReason { asked_for, invited };

/// "https://digilots.example.org/sv/login/link/TOKEN"
std::string link_address(std::string_view site, std::string_view language, std::string_view token);
/// `where`: the name of the municipality that invites.
mail::Letter letter_with_link(const Account& account, LinkReason reason, const std::string& address,
                              std::string_view language, const std::string& where, base::Instant now);

}  // namespace digilots::accounts
