#include "questions/code.h"

#include "platform/base/text.h"
#include "platform/base/uuid.h"

namespace digilots::questions {

namespace {

constexpr std::string_view signs = "23456789abcdefghjkmnpqrstvwxyz";
constexpr std::size_t length_of_code = 16, in_a_group = 4, longest_typed = 100;

int value_of(char hexadecimal) { return hexadecimal <= '9' ? hexadecimal - '0' : hexadecimal - 'a' + 10; }

}  // namespace

std::string code_of(std::string_view secret) {
    // Of three hexadecimal digits a sign: no sign comes noticeably more often than another.
    const auto hash = base::sha256_hex("code of a question\n" + std::string(secret));
    std::string code;
    for (std::size_t at = 0; at < length_of_code; ++at) {
        if (at > 0 && at % in_a_group == 0) code += '-';
        const auto* digits = hash.data() + 3 * at;
        const int number = (value_of(digits[0]) * 16 + value_of(digits[1])) * 16 + value_of(digits[2]);
        code += signs[static_cast<std::size_t>(number) % signs.size()];
    }
    return code;
}

std::string hash_of_code(std::string_view typed) {
    if (typed.size() > longest_typed) return "";
    std::string code;
    for (const char sign : base::ascii_lower(typed)) {
        if (sign == '-' || sign == ' ') continue;
        if (!signs.contains(sign)) return "";
        code += sign;
    }
    return code.size() == length_of_code ? base::sha256_hex("question\n" + code) : "";
}

}  // namespace digilots::questions
