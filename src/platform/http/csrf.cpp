#include "platform/http/csrf.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>
#include <array>

#include "platform/base/ensure.h"
#include "platform/http/ascii.h"

namespace digilots::http {

namespace {

constexpr std::size_t size = 32;
using Bytes = std::array<unsigned char, size>;

Bytes token_of(std::string_view session_token) {
    constexpr std::string_view purpose = "digilots form token 1";
    Bytes token{};
    unsigned length = size;
    HMAC(EVP_sha256(), session_token.data(), static_cast<int>(session_token.size()),
         reinterpret_cast<const unsigned char*>(purpose.data()), purpose.size(), token.data(), &length);
    return token;
}

std::string_view without_default_port(std::string_view host) {
    for (const std::string_view port : {":80", ":443"})
        if (host.ends_with(port)) return host.substr(0, host.size() - port.size());
    return host;
}

}  // namespace

std::string masked_csrf_token(std::string_view session_token) {
    const Bytes token = token_of(session_token);
    std::array<unsigned char, 2 * size> masked{};
    ENSURE(RAND_bytes(masked.data(), size) == 1);
    for (std::size_t at = 0; at < size; ++at) masked[size + at] = masked[at] ^ token[at];
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const unsigned char byte : masked) text += {digits[byte >> 4], digits[byte & 15]};
    return text;
}

bool csrf_token_matches(std::string_view session_token, std::string_view given) {
    if (given.size() != 4 * size) return false;
    Bytes token{};
    for (std::size_t at = 0; at < given.size(); ++at)
        if (!is_hex(given[at])) return false;
    const auto byte_at = [given](std::size_t at) {
        return hex_value(given[2 * at]) * 16 + hex_value(given[2 * at + 1]);
    };
    for (std::size_t at = 0; at < size; ++at)
        token[at] = static_cast<unsigned char>(byte_at(at) ^ byte_at(size + at));
    const Bytes expected = token_of(session_token);
    return CRYPTO_memcmp(token.data(), expected.data(), size) == 0;
}

bool is_same_site(const Request& request) {
    const auto site = request.header("sec-fetch-site");
    if (site == "cross-site" || site == "same-site") return false;
    const auto origin = request.header("origin");
    if (origin.empty()) return true;
    const auto scheme_end = origin.find("://");
    if (scheme_end == std::string_view::npos) return false;  // "null" too
    return equals_ignoring_case(without_default_port(origin.substr(scheme_end + 3)),
                                without_default_port(request.header("host")));
}

}  // namespace digilots::http
