#include "accounts/sealed_form.h"

#include <sodium.h>

#include <array>

#include "platform/base/json.h"
#include "platform/base/time.h"

namespace digilots::accounts {

namespace {

/// Sealed and written out it stays below what a request may be large.
constexpr std::size_t most_bytes = 600 * 1024;
constexpr std::chrono::hours sealed_lasts{12};

using Key = std::array<unsigned char, crypto_secretbox_KEYBYTES>;

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

Key key_of(std::string_view secret) {
    constexpr std::string_view purpose = "digilots typed form 1";
    Key key{};
    crypto_generichash(key.data(), key.size(), bytes_of(purpose), purpose.size(), bytes_of(secret), secret.size());
    return key;
}

std::string text_of(const http::TypedForm& typed, base::Instant now) {
    base::JsonWriter json;
    json.begin_object().member("owner", typed.owner).member("page", typed.page).member("action", typed.action);
    json.member("until", base::format_utc(now + sealed_lasts)).key("fields").begin_array();
    for (const auto& [name, value] : typed.fields.pairs) json.value(name).value(value);
    json.end_array().end_object();
    return std::move(json).take();
}

std::string written(const std::string& bytes) {
    std::string text(sodium_base64_ENCODED_LEN(bytes.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes_of(bytes), bytes.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    text.resize(text.find('\0'));
    return text;
}

std::optional<std::string> read(std::string_view text) {
    std::string bytes(text.size(), '\0');
    std::size_t size = 0;
    const int failed = sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(), text.size(),
                                         nullptr, &size, nullptr, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    if (failed != 0) return std::nullopt;
    bytes.resize(size);
    return bytes;
}

std::optional<std::string> opened(std::string_view secret, const std::string& bytes) {
    if (bytes.size() < crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES) return std::nullopt;
    const std::string_view box = std::string_view(bytes).substr(crypto_secretbox_NONCEBYTES);
    std::string text(box.size() - crypto_secretbox_MACBYTES, '\0');
    const int failed = crypto_secretbox_open_easy(reinterpret_cast<unsigned char*>(text.data()), bytes_of(box), box.size(),
                                                  bytes_of(bytes), key_of(secret).data());
    if (failed != 0) return std::nullopt;
    return text;
}

}  // namespace

std::optional<std::string> seal(std::string_view secret, const http::TypedForm& typed, base::Instant now) {
    if (typed.owner.empty()) return std::nullopt;
    const std::string text = text_of(typed, now);
    if (text.size() > most_bytes) return std::nullopt;
    std::string bytes(crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + text.size(), '\0');
    auto* out = reinterpret_cast<unsigned char*>(bytes.data());
    randombytes_buf(out, crypto_secretbox_NONCEBYTES);
    crypto_secretbox_easy(out + crypto_secretbox_NONCEBYTES, bytes_of(text), text.size(), out, key_of(secret).data());
    return written(bytes);
}

std::optional<http::TypedForm> unseal(std::string_view secret, std::string_view sealed, std::string_view account_id,
                                      base::Instant now) {
    const auto bytes = read(sealed);
    const auto text = bytes ? opened(secret, *bytes) : std::nullopt;
    const auto json = text ? base::parse_json(*text) : base::failure(std::string());
    if (!json) return std::nullopt;
    http::TypedForm typed{std::string((*json)["owner"].text()), std::string((*json)["page"].text()),
                          std::string((*json)["action"].text()), {}};
    const auto until = base::parse_utc((*json)["until"].text());
    if (typed.owner != account_id || !until || *until < now) return std::nullopt;
    const auto& fields = (*json)["fields"].items();
    for (std::size_t at = 0; at + 1 < fields.size(); at += 2)
        typed.fields.pairs.emplace_back(fields[at].text(), fields[at + 1].text());
    return typed;
}

}  // namespace digilots::accounts
