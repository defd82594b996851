#pragma once
// Ed25519: who has the secret key signs, who knows the public one sees that it was them and that nothing was altered. All is
// text in base64.
#include <string>
#include <string_view>

namespace digilots::network {

struct KeyPair {
    std::string public_key, secret_key;
};
KeyPair new_key_pair();

bool is_public_key(std::string_view text);
bool is_secret_key(std::string_view text);
/// Of a secret key; "" where it is none.
std::string public_key_of(std::string_view secret_key);
/// 16 hexadecimal characters; "" where it is none.
std::string key_id_of(std::string_view public_key);

/// "" where it is no secret key.
std::string sign(std::string_view secret_key, std::string_view bytes);
bool is_signed_by(std::string_view public_key, std::string_view bytes, std::string_view signature);

}  // namespace digilots::network
