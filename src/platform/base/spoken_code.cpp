#include "platform/base/spoken_code.h"

#include <algorithm>
#include <utility>

#include "platform/base/ensure.h"
#include "platform/base/text.h"
#include "platform/base/uuid.h"

namespace digilots::base {

namespace {

// Of signs that look or sound alike, one: what is read or heard as another is folded into it (decision 0100).
constexpr std::string_view code_signs = "23456789adejklmrvx";
constexpr std::pair<char, char> alike[] = {{'z', '2'}, {'s', '5'}, {'y', '7'}, {'b', '8'}, {'g', '9'}, {'q', '9'}, {'t', 'd'},
                                           {'c', 'e'}, {'1', 'l'}, {'i', 'l'}, {'n', 'm'}, {'w', 'v'}, {'u', 'v'}};
/// Of which codes were made before.
constexpr std::string_view former_signs = "23456789abcdefghjkmnpqrstvwxyz";
constexpr std::size_t signs_in_a_group = 4, most_signs_of_code = 20, longest_typed_code = 400;

int value_of_digit(char hexadecimal) { return hexadecimal <= '9' ? hexadecimal - '0' : hexadecimal - 'a' + 10; }

/// Spaces and hyphens, as people and their programs write them.
constexpr std::string_view between_signs[] = {"-", " ", "\t", "%20", "\u00a0", "\u00ad", "\u200b", "\u2010", "\u2011", "\u2012",
                                              "\u2013", "\u2014", "\u2015", "\u202f", "\u2060", "\u2212"};
/// What stands around a code in a sentence, a letter or an address.
constexpr std::string_view around_code = " \t\r\n.,;:!?()[]<>\"'", ends_code = "?#&", divides_address = "/:=";

std::size_t divider_at(std::string_view text) {
    for (const auto divider : between_signs)
        if (text.starts_with(divider)) return divider.size();
    return 0;
}

bool is_typed_in_codes(char sign) {
    return former_signs.contains(sign) || code_signs.contains(sign) ||
           std::ranges::find(alike, sign, &std::pair<char, char>::first) != std::end(alike);
}

/// As codes are made now.
std::string folded(std::string bare) {
    for (auto& sign : bare)
        if (const auto* known = std::ranges::find(alike, sign, &std::pair<char, char>::first); known != std::end(alike))
            sign = known->second;
    return bare;
}

/// Without what divides it; "" where it is no code of that length.
std::string bare_part(const CodeKind& kind, std::string_view part) {
    const auto first = part.find_first_not_of(around_code);
    if (first == std::string_view::npos) return "";
    part = part.substr(first, part.find_last_not_of(around_code) + 1 - first);
    std::string code;
    while (!part.empty()) {
        const auto divider = divider_at(part);
        if (divider == 0) {
            if (!is_typed_in_codes(part.front()) || code.size() == kind.signs) return "";
            code += part.front();
        }
        part.remove_prefix(divider == 0 ? 1 : divider);
    }
    return code.size() == kind.signs ? code : "";
}

/// The last part of an address that is one, before what follows it there.
std::string bare_code(const CodeKind& kind, std::string_view typed) {
    if (typed.size() > longest_typed_code) return "";
    const auto lower = ascii_lower(typed);
    std::string_view rest = std::string_view(lower).substr(0, lower.find_first_of(ends_code));
    while (true) {
        const auto divides = rest.find_last_of(divides_address);
        const bool is_last = divides == std::string_view::npos;
        if (auto code = bare_part(kind, is_last ? rest : rest.substr(divides + 1)); !code.empty()) return code;
        if (is_last) return "";
        rest = rest.substr(0, divides);
    }
}

std::string in_groups(std::string_view bare) {
    std::string code;
    for (std::size_t at = 0; at < bare.size(); ++at) {
        if (at > 0 && at % signs_in_a_group == 0) code += '-';
        code += bare[at];
    }
    return code;
}

std::string made_of(const CodeKind& kind, std::string_view secret, std::string_view signs) {
    ENSURE(kind.signs > 0 && kind.signs <= most_signs_of_code);
    // Of three hexadecimal digits a sign: no sign comes noticeably more often than another.
    const auto hash = sha256_hex("code of a " + std::string(kind.of) + "\n" + std::string(secret));
    std::string bare;
    for (std::size_t at = 0; at < kind.signs; ++at) {
        const auto* digits = hash.data() + 3 * at;
        const int number = (value_of_digit(digits[0]) * 16 + value_of_digit(digits[1])) * 16 + value_of_digit(digits[2]);
        bare += signs[static_cast<std::size_t>(number) % signs.size()];
    }
    return in_groups(bare);
}

std::string hash_of_bare(const CodeKind& kind, const std::string& bare) {
    return bare.empty() ? "" : sha256_hex(std::string(kind.of) + "\n" + bare);
}

}  // namespace

std::string code_of(const CodeKind& kind, std::string_view secret) { return made_of(kind, secret, code_signs); }

std::string code_known(const CodeKind& kind, std::string_view secret, std::string_view stored_hash) {
    for (const auto signs : {code_signs, former_signs})
        if (auto code = made_of(kind, secret, signs); hash_of_code(kind, code) == stored_hash) return code;
    return "";
}

std::string hash_of_code(const CodeKind& kind, std::string_view code) { return hash_of_bare(kind, bare_code(kind, code)); }

CodeHashes hashes_of_code(const CodeKind& kind, std::string_view typed) {
    const auto bare = bare_code(kind, typed);
    return {hash_of_bare(kind, folded(bare)), hash_of_bare(kind, bare)};
}

bool is_code(const CodeKind& kind, std::string_view typed, std::string_view stored_hash) {
    const auto hashes = hashes_of_code(kind, typed);
    return !hashes.empty() && (hashes.now == stored_hash || hashes.before == stored_hash);
}

std::string tidy_code(const CodeKind& kind, std::string_view typed) { return in_groups(bare_code(kind, typed)); }

std::string secret_for_code(std::string_view form_key, std::string_view content) {
    return is_uuid(form_key) ? std::string(form_key) + "\n" + std::string(content) : random_token();
}

}  // namespace digilots::base
