#include "accounts/password.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <chrono>

#include "platform/base/embedded.h"
#include "platform/base/ensure.h"
#include "platform/base/plain.h"
#include "platform/base/text.h"
#include "platform/db/error.h"

namespace digilots::accounts {

namespace {

// OWASP's first choice for argon2id: 19 MiB, two passes, one lane (27 ms here).
constexpr unsigned long long passes = 2;
constexpr std::size_t memory = 19 * 1024 * 1024;
constexpr std::chrono::seconds longest_wait{10};

// Made with the same cost from a password that nobody knows.
constexpr const char* nobodys_hash =
    "$argon2id$v=19$m=19456,t=2,p=1$cokXbrEHkCm/baPWKAmiUg$Tbtu0hLz74x4voBRFdwhGQEx1EV/CaiEVwW0XIkZ5tA";

constexpr std::size_t shortest = 8;
constexpr std::size_t longest = 256;

bool is_common(std::string_view password) {
    const auto list = base::embedded_file("data/common_passwords.txt");
    ENSURE(list.has_value());
    const auto lower = base::lower(password);
    return std::ranges::any_of(base::split(*list, '\n'), [&](std::string_view one) { return one == lower; });
}

/// As a page would send it on: what a form leaves out or has no key for could never be signed in with.
bool can_be_typed(std::string_view password) {
    return password.find_first_of("\r\n") == std::string_view::npos && base::without_hidden_controls(password) == password;
}

}  // namespace

std::string HashingPlace::hash(std::string_view password) const {
    std::array<char, crypto_pwhash_STRBYTES> text{};
    ENSURE(sodium_init() >= 0);
    if (crypto_pwhash_str(text.data(), password.data(), password.size(), passes, memory) != 0)
        throw std::bad_alloc();
    return text.data();
}

bool HashingPlace::verify(std::string_view hash, std::string_view password) const {
    ENSURE(sodium_init() >= 0);
    return crypto_pwhash_str_verify(std::string(hash).c_str(), password.data(), password.size()) == 0;
}

bool HashingPlace::verify_nothing(std::string_view password) const {
    static_cast<void>(verify(nobodys_hash, password));
    return false;
}

HashingPlace PasswordPool::enter() {
    if (!places_.try_acquire_for(longest_wait)) {
        throw db::DbError(db::ErrorKind::unavailable, "too many people sign in at once");
    }
    return HashingPlace(places_);
}

std::optional<i18n::Text> password_fault(std::string_view password, std::string_view email) {
    if (!base::is_valid_utf8(password)) return TEXT("The password has characters that cannot be read.");
    if (!can_be_typed(password)) {
        return TEXT("The password has a character that cannot be seen or typed. Write it by hand instead of pasting it.");
    }
    if (base::length(password) < shortest) return TEXT("The password needs at least 8 characters.");
    if (base::length(password) > longest) return TEXT("The password may have at most 256 characters.");
    const auto lower = base::lower(password);
    const auto address = base::lower(email);
    if (lower == address || lower == address.substr(0, address.find('@')) || is_common(password)) {
        return TEXT("The password is too easy to guess. Choose one that others do not think of.");
    }
    return std::nullopt;
}

}  // namespace digilots::accounts
