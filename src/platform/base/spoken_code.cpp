#include "platform/base/spoken_code.h"

#include "platform/base/ensure.h"
#include "platform/base/text.h"
#include "platform/base/uuid.h"

namespace digilots::base {

namespace {

constexpr std::string_view code_signs = "23456789abcdefghjkmnpqrstvwxyz";
constexpr std::size_t signs_in_a_group = 4, most_signs_of_code = 20, longest_typed_code = 100;

int value_of_digit(char hexadecimal) { return hexadecimal <= '9' ? hexadecimal - '0' : hexadecimal - 'a' + 10; }

/// Without what divides it; "" where it is no code of that length.
std::string bare_code(const CodeKind& kind, std::string_view typed) {
    if (typed.size() > longest_typed_code) return "";
    std::string code;
    for (const char sign : ascii_lower(typed)) {
        if (sign == '-' || sign == ' ') continue;
        if (!code_signs.contains(sign)) return "";
        code += sign;
    }
    return code.size() == kind.signs ? code : "";
}

std::string in_groups(std::string_view bare) {
    std::string code;
    for (std::size_t at = 0; at < bare.size(); ++at) {
        if (at > 0 && at % signs_in_a_group == 0) code += '-';
        code += bare[at];
    }
    return code;
}

}  // namespace

std::string code_of(const CodeKind& kind, std::string_view secret) {
    ENSURE(kind.signs > 0 && kind.signs <= most_signs_of_code);
    // Of three hexadecimal digits a sign: no sign comes noticeably more often than another.
    const auto hash = sha256_hex("code of a " + std::string(kind.of) + "\n" + std::string(secret));
    std::string bare;
    for (std::size_t at = 0; at < kind.signs; ++at) {
        const auto* digits = hash.data() + 3 * at;
        const int number = (value_of_digit(digits[0]) * 16 + value_of_digit(digits[1])) * 16 + value_of_digit(digits[2]);
        bare += code_signs[static_cast<std::size_t>(number) % code_signs.size()];
    }
    return in_groups(bare);
}

std::string hash_of_code(const CodeKind& kind, std::string_view typed) {
    const auto bare = bare_code(kind, typed);
    return bare.empty() ? "" : sha256_hex(std::string(kind.of) + "\n" + bare);
}

std::string tidy_code(const CodeKind& kind, std::string_view typed) { return in_groups(bare_code(kind, typed)); }

std::string secret_for_code(std::string_view form_key, std::string_view content) {
    return is_uuid(form_key) ? std::string(form_key) + "\n" + std::string(content) : random_token();
}

}  // namespace digilots::base
