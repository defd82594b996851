#include "network/signing.h"

#include <sodium.h>

#include <array>

#include "platform/base/base64.h"

namespace digilots::network {

namespace {

constexpr std::size_t bytes_of_id = 8;

const unsigned char* in(std::string_view bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }

std::string bytes_of(const unsigned char* from, std::size_t size) {
    return {reinterpret_cast<const char*>(from), size};
}

/// The bytes of a text in base64, where there are as many as that.
std::string decoded(std::string_view text, std::size_t size) {
    const auto bytes = base::from_base64(text);
    return bytes && bytes->size() == size ? *bytes : "";
}

}  // namespace

KeyPair new_key_pair() {
    std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> open{};
    std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret{};
    crypto_sign_keypair(open.data(), secret.data());
    KeyPair made{base::to_base64(bytes_of(open.data(), open.size())), base::to_base64(bytes_of(secret.data(), secret.size()))};
    sodium_memzero(secret.data(), secret.size());
    return made;
}

bool is_public_key(std::string_view text) { return !decoded(text, crypto_sign_PUBLICKEYBYTES).empty(); }

bool is_secret_key(std::string_view text) { return !decoded(text, crypto_sign_SECRETKEYBYTES).empty(); }

std::string public_key_of(std::string_view secret_key) {
    const auto secret = decoded(secret_key, crypto_sign_SECRETKEYBYTES);
    if (secret.empty()) return "";
    std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> open{};
    crypto_sign_ed25519_sk_to_pk(open.data(), in(secret));
    return base::to_base64(bytes_of(open.data(), open.size()));
}

std::string key_id_of(std::string_view public_key) {
    const auto open = decoded(public_key, crypto_sign_PUBLICKEYBYTES);
    if (open.empty()) return "";
    std::array<unsigned char, crypto_hash_sha256_BYTES> whole{};
    crypto_hash_sha256(whole.data(), in(open), open.size());
    constexpr std::string_view digits = "0123456789abcdef";
    std::string id;
    for (std::size_t at = 0; at < bytes_of_id; ++at) id += {digits[whole[at] >> 4], digits[whole[at] & 15]};
    return id;
}

std::string sign(std::string_view secret_key, std::string_view bytes) {
    const auto secret = decoded(secret_key, crypto_sign_SECRETKEYBYTES);
    if (secret.empty()) return "";
    std::array<unsigned char, crypto_sign_BYTES> signature{};
    crypto_sign_detached(signature.data(), nullptr, in(bytes), bytes.size(), in(secret));
    return base::to_base64(bytes_of(signature.data(), signature.size()));
}

bool is_signed_by(std::string_view public_key, std::string_view bytes, std::string_view signature) {
    const auto open = decoded(public_key, crypto_sign_PUBLICKEYBYTES), given = decoded(signature, crypto_sign_BYTES);
    if (open.empty() || given.empty()) return false;
    return crypto_sign_verify_detached(in(given), in(bytes), bytes.size(), in(open)) == 0;
}

}  // namespace digilots::network
