#pragma once
// Hashing of passwords: argon2id, at most two at once, so that memory stays bounded. libsodium stays in
// password.cpp.
#include <memory>
#include <optional>
#include <semaphore>
#include <string>
#include <string_view>
#include <utility>

#include "platform/i18n/translator.h"

namespace digilots::accounts {

/// A place in the pool; given back at the end. 19 MiB belong to it.
class HashingPlace {
public:
    explicit HashingPlace(std::counting_semaphore<2>& places) : places_(&places) {}
    HashingPlace(HashingPlace&& other) noexcept : places_(std::exchange(other.places_, nullptr)) {}
    ~HashingPlace() {
        if (places_ != nullptr) places_->release();
    }

    std::string hash(std::string_view password) const;
    bool verify(std::string_view hash, std::string_view password) const;
    /// Takes as long as verify() does, and is never true: for accounts that do not exist.
    bool verify_nothing(std::string_view password) const;

private:
    std::counting_semaphore<2>* places_;
};

class PasswordPool {
public:
    /// Waits its turn; DbError(unavailable) (503) when it does not come within ten seconds.
    HashingPlace enter();

private:
    std::counting_semaphore<2> places_{2};
};

/// What is wrong with a new password, or nothing. 8 to 256 characters, any that a page takes (no
/// controls, nothing that turns text around), not one of the commonest, not the e-mail address.
std::optional<i18n::Text> password_fault(std::string_view password, std::string_view email);

}  // namespace digilots::accounts
