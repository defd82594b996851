#include "offline/box.h"

#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/rand.h>
#include <openssl/x509.h>

#include <array>
#include <memory>

#include "platform/base/base64.h"
#include "platform/base/ensure.h"

namespace digilots::offline {

namespace {

constexpr std::size_t point_size = 65, nonce_size = 12, mark_size = 16, key_size = 32;
constexpr char version = 1;
constexpr std::string_view entry_purpose = "digilots offline entry 1 ", answer_purpose = "digilots offline answer 1 ";

template <auto release>
struct Release {
    void operator()(auto* thing) const { release(thing); }
};
using KeyPointer = std::unique_ptr<EVP_PKEY, Release<EVP_PKEY_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Release<EVP_PKEY_CTX_free>>;
using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, Release<EVP_CIPHER_CTX_free>>;
using CipherKey = std::array<unsigned char, key_size>;

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }
unsigned char* room_in(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

std::string random_bytes(std::size_t number) {
    std::string bytes(number, '\0');
    ENSURE(RAND_bytes(room_in(bytes), static_cast<int>(number)) == 1);
    return bytes;
}

std::string point_of(const EVP_PKEY* key) {
    unsigned char* bytes = nullptr;
    const std::size_t size = EVP_PKEY_get1_encoded_public_key(const_cast<EVP_PKEY*>(key), &bytes);
    const std::unique_ptr<unsigned char, decltype([](unsigned char* memory) { OPENSSL_free(memory); })> owner(bytes);
    ENSURE(size == point_size);
    return {reinterpret_cast<const char*>(bytes), size};
}

KeyPointer read_private(std::string_view text) {
    const auto der = base::from_base64(text);
    if (!der) return nullptr;
    const unsigned char* at = bytes_of(*der);
    KeyPointer key(d2i_AutoPrivateKey(nullptr, &at, static_cast<long>(der->size())));
    return key && EVP_PKEY_get_id(key.get()) == EVP_PKEY_EC && EVP_PKEY_get_bits(key.get()) == 256 ? std::move(key) : nullptr;
}

/// On the same curve as `own`; nothing where it is no point of it.
KeyPointer read_point(const EVP_PKEY* own, std::string_view point) {
    if (point.size() != point_size || point.front() != 4) return nullptr;
    KeyPointer key(EVP_PKEY_new());
    const bool is_read = key && EVP_PKEY_copy_parameters(key.get(), own) == 1 &&
                         EVP_PKEY_set1_encoded_public_key(key.get(), bytes_of(point), point.size()) == 1;
    return is_read ? std::move(key) : nullptr;
}

std::optional<std::string> shared_secret(EVP_PKEY* own, EVP_PKEY* other) {
    const KeyContext context(EVP_PKEY_CTX_new(own, nullptr));
    std::size_t size = 0;
    if (!context || EVP_PKEY_derive_init(context.get()) != 1 || EVP_PKEY_derive_set_peer(context.get(), other) != 1 ||
        EVP_PKEY_derive(context.get(), nullptr, &size) != 1)
        return std::nullopt;
    std::string secret(size, '\0');
    if (EVP_PKEY_derive(context.get(), room_in(secret), &size) != 1) return std::nullopt;
    secret.resize(size);
    return secret;
}

CipherKey derived(std::string_view secret, std::string_view salt, std::string_view purpose, std::string_view municipality_id) {
    const std::string about = std::string(purpose) + std::string(municipality_id);
    const KeyContext context(EVP_PKEY_CTX_new_id(EVP_PKEY_HKDF, nullptr));
    CipherKey key{};
    std::size_t size = key.size();
    ENSURE(context && EVP_PKEY_derive_init(context.get()) == 1 &&
           EVP_PKEY_CTX_set_hkdf_md(context.get(), EVP_sha256()) == 1 &&
           EVP_PKEY_CTX_set1_hkdf_salt(context.get(), bytes_of(salt), static_cast<int>(salt.size())) == 1 &&
           EVP_PKEY_CTX_set1_hkdf_key(context.get(), bytes_of(secret), static_cast<int>(secret.size())) == 1 &&
           EVP_PKEY_CTX_add1_hkdf_info(context.get(), bytes_of(about), static_cast<int>(about.size())) == 1 &&
           EVP_PKEY_derive(context.get(), key.data(), &size) == 1);
    return key;
}

/// nonce | ciphertext | mark
std::string encrypted(const CipherKey& key, std::string_view entry_id, std::string_view text) {
    const std::string nonce = random_bytes(nonce_size);
    const CipherContext context(EVP_CIPHER_CTX_new());
    std::string sealed(text.size(), '\0'), mark(mark_size, '\0');
    int length = 0;
    ENSURE(context && EVP_EncryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, key.data(), bytes_of(nonce)) == 1 &&
           EVP_EncryptUpdate(context.get(), nullptr, &length, bytes_of(entry_id), static_cast<int>(entry_id.size())) == 1 &&
           EVP_EncryptUpdate(context.get(), room_in(sealed), &length, bytes_of(text), static_cast<int>(text.size())) == 1 &&
           EVP_EncryptFinal_ex(context.get(), nullptr, &length) == 1 &&
           EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG, mark_size, mark.data()) == 1);
    return nonce + sealed + mark;
}

std::optional<std::string> decrypted(const CipherKey& key, std::string_view entry_id, std::string_view sealed) {
    if (sealed.size() < nonce_size + mark_size || sealed.size() > largest_box) return std::nullopt;
    const auto body = sealed.substr(nonce_size, sealed.size() - nonce_size - mark_size);
    std::string mark(sealed.substr(sealed.size() - mark_size)), text(body.size(), '\0');
    const CipherContext context(EVP_CIPHER_CTX_new());
    int length = 0;
    const bool is_whole =
        context && EVP_DecryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, key.data(), bytes_of(sealed)) == 1 &&
        EVP_DecryptUpdate(context.get(), nullptr, &length, bytes_of(entry_id), static_cast<int>(entry_id.size())) == 1 &&
        EVP_DecryptUpdate(context.get(), room_in(text), &length, bytes_of(body), static_cast<int>(body.size())) == 1 &&
        EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_TAG, mark_size, mark.data()) == 1 &&
        EVP_DecryptFinal_ex(context.get(), nullptr, &length) == 1;
    return is_whole ? std::optional(std::move(text)) : std::nullopt;
}

KeyPointer new_key() {
    KeyPointer key(EVP_EC_gen("P-256"));
    ENSURE(key != nullptr);
    return key;
}

}  // namespace

ServerKey new_server_key() {
    const KeyPointer key = new_key();
    unsigned char* der = nullptr;
    const int size = i2d_PrivateKey(key.get(), &der);
    const std::unique_ptr<unsigned char, decltype([](unsigned char* memory) { OPENSSL_free(memory); })> owner(der);
    ENSURE(size > 0);
    const std::string_view bytes(reinterpret_cast<const char*>(der), static_cast<std::size_t>(size));
    return {base::to_base64(bytes), base::to_base64(point_of(key.get()))};
}

std::optional<std::string> open_box(const ServerKey& key, const BoxFor& what, std::string_view box) {
    const auto clean_up = std::unique_ptr<const char, decltype([](const char*) { ERR_clear_error(); })>(box.data());
    if (box.size() < 1 + point_size || box.size() > largest_box || box.front() != version) return std::nullopt;
    const auto point = box.substr(1, point_size);
    const KeyPointer own = read_private(key.private_key);
    const KeyPointer other = own ? read_point(own.get(), point) : nullptr;
    if (!other) return std::nullopt;
    const auto secret = shared_secret(own.get(), other.get());
    if (!secret) return std::nullopt;
    const auto salt = std::string(point) + point_of(own.get());
    return decrypted(derived(*secret, salt, entry_purpose, what.municipality_id), what.entry_id, box.substr(1 + point_size));
}

std::string seal_box(const ServerKey& key, const BoxFor& what, std::string_view text) {
    const KeyPointer own = new_key();
    const auto server_point = base::from_base64(key.public_key);
    ENSURE(server_point.has_value());
    const KeyPointer server = read_point(own.get(), *server_point);
    ENSURE(server != nullptr);
    const auto secret = shared_secret(own.get(), server.get());
    ENSURE(secret.has_value());
    const auto point = point_of(own.get());
    const auto cipher_key = derived(*secret, point + *server_point, entry_purpose, what.municipality_id);
    return std::string(1, version) + point + encrypted(cipher_key, what.entry_id, text);
}

std::string seal_for(std::string_view secret, const BoxFor& what, std::string_view text) {
    return encrypted(derived(secret, "", answer_purpose, what.municipality_id), what.entry_id, text);
}

std::optional<std::string> open_for(std::string_view secret, const BoxFor& what, std::string_view sealed) {
    return decrypted(derived(secret, "", answer_purpose, what.municipality_id), what.entry_id, sealed);
}

}  // namespace digilots::offline
