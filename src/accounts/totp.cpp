#include "accounts/totp.h"

#include <liboath/oath.h>

#include <array>
#include <cstdlib>
#include <memory>

#include "platform/base/ensure.h"
#include "platform/base/uuid.h"
#include "platform/html/writer.h"

namespace digilots::accounts {

namespace {

constexpr unsigned step_seconds = 30;
constexpr std::size_t steps_around = 1;
constexpr int recovery_codes = 8;
constexpr int hmac_sha1 = 0;  // what every authenticator app reads; liboath has no name for it

struct Free {
    void operator()(char* memory) const { std::free(memory); }
};
using Memory = std::unique_ptr<char, Free>;

std::string random_base32(std::size_t bytes) {
    // Two hexadecimal digits a byte, out of 256 random bits.
    const auto digits = base::sha256_hex(base::random_token());
    std::string random;
    for (std::size_t at = 0; at < bytes; ++at) {
        random += static_cast<char>(std::stoi(digits.substr(2 * at, 2), nullptr, 16));
    }
    char* text = nullptr;
    std::size_t length = 0;
    ENSURE(oath_base32_encode(random.data(), random.size(), &text, &length) == OATH_OK);
    const Memory owner(text);
    return {text, length};
}

}  // namespace

std::string new_totp_secret() {
    return random_base32(20);
}

std::optional<std::int64_t> totp_step(std::string_view secret, std::string_view code, base::Instant now) {
    const auto digits = plain_code(code);
    if (digits.size() != 6 || digits.find_first_not_of("0123456789") != std::string::npos)
        return std::nullopt;
    char* bytes = nullptr;
    std::size_t length = 0;
    if (oath_base32_decode(secret.data(), secret.size(), &bytes, &length) != OATH_OK) return std::nullopt;
    const Memory owner(bytes);
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
    std::uint64_t step = 0;
    const int found = oath_totp_validate4(bytes, length, static_cast<time_t>(seconds), step_seconds, 0,
                                          steps_around, nullptr, &step, hmac_sha1, digits.c_str());
    if (found < 0) return std::nullopt;
    return static_cast<std::int64_t>(step);
}

std::int64_t latest_totp_step(base::Instant now) {
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
    return static_cast<std::int64_t>(seconds) / step_seconds + static_cast<std::int64_t>(steps_around);
}

std::string totp_address(std::string_view secret, std::string_view email) {
    return "otpauth://totp/Digilots:" + html::url_encode(email) + "?secret=" + std::string(secret) +
           "&issuer=Digilots";
}

std::vector<std::string> new_recovery_codes() {
    std::vector<std::string> codes;
    for (int index = 0; index < recovery_codes; ++index) {
        const auto text = plain_code(random_base32(10));
        codes.push_back(text.substr(0, 4) + "-" + text.substr(4, 4) + "-" + text.substr(8, 4) + "-" +
                        text.substr(12, 4));
    }
    return codes;
}

std::string plain_code(std::string_view typed) {
    std::string code;
    for (const char letter : typed) {
        if (letter >= 'A' && letter <= 'Z')
            code += static_cast<char>(letter - 'A' + 'a');
        else if (letter != ' ' && letter != '-' && letter != '\t' && letter != '=')
            code += letter;
    }
    return code;
}

}  // namespace digilots::accounts
