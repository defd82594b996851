#include "accounts/signature.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "platform/base/text.h"
#include "platform/base/uuid.h"

namespace digilots::accounts {

namespace {

constexpr std::chrono::minutes ticket_lasts{5};
constexpr std::size_t most_devices = 5;

std::string seconds_text(base::Instant instant) {
    return std::to_string(
        std::chrono::duration_cast<std::chrono::seconds>(instant.time_since_epoch()).count());
}

bool is_over(std::string_view seconds, base::Instant now) {
    long long end = 0;
    const auto result = std::from_chars(seconds.data(), seconds.data() + seconds.size(), end);
    if (result.ec != std::errc{} || result.ptr != seconds.data() + seconds.size()) return true;
    return std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count() >= end;
}

std::string device_text(std::string_view account_id, std::string_view nonce, std::string_view end) {
    return "device|" + std::string(account_id) + "|" + std::string(nonce) + "|" + std::string(end);
}

}  // namespace

std::string sign(std::string_view secret, std::string_view text) {
    std::array<unsigned char, crypto_auth_hmacsha256_BYTES> bytes{};
    crypto_auth_hmacsha256_state state;
    const auto in = [](std::string_view view) { return reinterpret_cast<const unsigned char*>(view.data()); };
    crypto_auth_hmacsha256_init(&state, in(secret), secret.size());
    crypto_auth_hmacsha256_update(&state, in(text), text.size());
    crypto_auth_hmacsha256_final(&state, bytes.data());
    constexpr std::string_view digits = "0123456789abcdef";
    std::string signature;
    for (const unsigned char byte : bytes) signature += {digits[byte >> 4], digits[byte & 15]};
    return signature;
}

bool is_signed(std::string_view secret, std::string_view text, std::string_view signature) {
    const auto right = sign(secret, text);
    return right.size() == signature.size() &&
           sodium_memcmp(right.data(), signature.data(), right.size()) == 0;
}

std::string make_ticket(std::string_view secret, std::string_view account_id, base::Instant now) {
    const auto text = std::string(account_id) + "." + seconds_text(now + ticket_lasts);
    return text + "." + sign(secret, "ticket|" + text);
}

std::string read_ticket(std::string_view secret, std::string_view ticket, base::Instant now) {
    const auto parts = base::split(ticket, '.');
    if (parts.size() != 3) return "";
    const auto text = std::string(parts[0]) + "." + std::string(parts[1]);
    if (!is_signed(secret, "ticket|" + text, parts[2]) || is_over(parts[1], now)) return "";
    // Given while the clock was ahead.
    if (!is_over(parts[1], now + ticket_lasts + std::chrono::seconds(1))) return "";
    return std::string(parts[0]);
}

std::string add_device(std::string_view secret, std::string_view cookie, std::string_view account_id,
                       base::Instant now) {
    const auto nonce = base::random_token(12);
    const auto end = seconds_text(now + device_lasts);
    std::string marks = nonce + "." + end + "." + sign(secret, device_text(account_id, nonce, end));
    const auto own = find_device(secret, cookie, account_id, now);
    std::size_t count = 1;
    for (const auto mark : base::split(cookie, '~')) {
        if (count == most_devices || mark.size() > 200 || base::split(mark, '.').size() != 3) continue;
        if (base::split(mark, '.')[0] == own) continue;
        marks += "~" + std::string(mark);
        ++count;
    }
    return marks;
}

std::string find_device(std::string_view secret, std::string_view cookie, std::string_view account_id,
                        base::Instant now) {
    if (cookie.size() > 2000) return "";
    for (const auto mark : base::split(cookie, '~')) {
        const auto parts = base::split(mark, '.');
        if (parts.size() != 3 || is_over(parts[1], now)) continue;
        if (is_signed(secret, device_text(account_id, parts[0], parts[1]), parts[2]))
            return std::string(parts[0]);
    }
    return "";
}

}  // namespace digilots::accounts
