#pragma once
// What a device seals so that only this server reads it: an elliptic curve (P-256), HKDF-SHA-256, AES-256-GCM. Any bytes are
// allowed in; nothing is thrown for them.
#include <optional>
#include <string>
#include <string_view>

namespace digilots::offline {

/// Kept as text: the private key as PKCS #8 or SEC 1 (DER), the public one as an uncompressed point of 65 bytes, both base64.
struct ServerKey {
    std::string private_key, public_key;
};
ServerKey new_server_key();

/// What a box is about; another municipality's or another entry's is not opened.
struct BoxFor {
    std::string_view municipality_id, entry_id;
};
inline constexpr std::size_t largest_box = 16 * 1024;   // in bytes, before base64

/// 1 (a byte) | the device's point (65) | nonce (12) | ciphertext and mark (16). nullopt for whatever was not sealed to this key
/// for this. A key that is not one opens nothing.
std::optional<std::string> open_box(const ServerKey& key, const BoxFor& what, std::string_view box);
/// As a device does it; for tests and for measuring.
std::string seal_box(const ServerKey& key, const BoxFor& what, std::string_view text);

/// For whoever knows the secret alone: nonce (12) | ciphertext and mark (16).
std::string seal_for(std::string_view secret, const BoxFor& what, std::string_view text);
std::optional<std::string> open_for(std::string_view secret, const BoxFor& what, std::string_view sealed);

}  // namespace digilots::offline
