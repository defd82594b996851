#pragma once
// What follows the sign in an e-mail address: hosts, and the providers of mail that people have addresses of their own at.
#include <array>
#include <cstddef>
#include <span>
#include <string_view>

namespace digilots::personal {

// Written in place of the point; "x" stands for any letter beside a-z.
inline constexpr std::array<std::string_view, 5> point_words{"dot", "punktum", "punkt", "prikk", "prick"};
inline constexpr std::array<std::string_view, 10> ends{"se", "no", "com", "net", "org", "nu", "eu", "dk", "fi", "info"};
// Names that stand for nothing else: also run together with what is before them.
inline constexpr auto mail_names = std::to_array<std::string_view>({
    "gmail", "googlemail", "hotmail", "outlook", "icloud", "yahoo", "protonmail"});

/// One of the names begins it, and no letter, figure or hyphen follows.
bool begins_with_any(std::string_view text, std::span<const std::string_view> names);
/// "example.se", "xn--…", "[192.0.2.1]", and with a slip "example,se", at the beginning of `text`.
bool begins_with_domain(std::string_view text);
/// How many characters a spelled point has that `text` begins with: "punktcom" → 5. 0 where an end of an address does not follow.
std::size_t length_of_glued_point(std::string_view text);
/// "gmailpunktcom", "example.comhemdotse": letters and figures with a spelled point before the end.
bool begins_with_glued_domain(std::string_view text);
/// "gmailcom", "gmail com", "gmail ,com": a provider of mail and an end, without the point between them.
bool begins_with_slipped_provider(std::string_view text);
bool begins_with_provider(std::string_view text);
/// The others also have offices of their own: support@telia.se.
bool is_of_free_mail(std::string_view text);

}  // namespace digilots::personal
