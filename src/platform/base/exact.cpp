#include "platform/base/exact.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <limits>

#include "platform/base/digits.h"
#include "platform/base/text.h"

namespace digilots::base {

namespace {

constexpr std::array spaces{std::string_view("\u00A0"), std::string_view("\u202F"), std::string_view("\u2009"),
                            std::string_view("\u2007")};
constexpr std::array minuses{std::string_view("\u2212"), std::string_view("\u2013"), std::string_view("\u2012"),
                             std::string_view("\uFE63"), std::string_view("\uFF0D")};
constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();

void put_instead(std::string& text, std::string_view part, std::string_view instead) {
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + instead.size()))
        text.replace(at, part.size(), instead);
}

/// "12 345" → "12345"; nothing where a space stands anywhere else.
std::optional<std::string> without_groups(std::string_view whole) {
    const auto groups = split(whole, ' ');
    std::string digits;
    for (std::size_t at = 0; at < groups.size(); ++at) {
        const auto group = groups[at];
        const bool fits = at == 0 ? (groups.size() == 1 || (!group.empty() && group.size() <= 3)) : group.size() == 3;
        if (!fits || !std::ranges::all_of(group, is_digit)) return std::nullopt;
        digits += group;
    }
    return digits;
}

enum class Tail { none, next, too_fine };

/// What stands beyond the last decimal.
Tail tail_of(std::string_view tail) {
    constexpr std::size_t of_arithmetic = 8, sure = 6;
    if (tail.find_first_not_of('0') == std::string_view::npos) return Tail::none;
    if (tail.size() < of_arithmetic) return Tail::too_fine;
    if (tail.starts_with(std::string(sure, '0'))) return Tail::none;
    return tail.starts_with(std::string(sure, '9')) ? Tail::next : Tail::too_fine;
}

std::optional<std::int64_t> value_of_digits(std::string_view digits) {
    std::int64_t value = 0;
    for (const char digit : digits) {
        const std::int64_t next = digit - '0';
        if (value > (largest - next) / 10) return std::nullopt;
        value = value * 10 + next;
    }
    return value;
}

}  // namespace

std::optional<std::int64_t> read_exact(std::string_view text, int decimals) {
    std::string plain(text);
    for (const auto space : spaces) put_instead(plain, space, " ");
    for (const auto minus : minuses) put_instead(plain, minus, "-");
    plain = trim(plain);
    const bool is_negative = plain.starts_with('-');
    if (is_negative || plain.starts_with('+')) plain = trim(std::string_view(plain).substr(1));
    const auto point = plain.find_first_of(".,");
    const auto whole = without_groups(std::string_view(plain).substr(0, std::min(point, plain.size())));
    std::string fraction = point == std::string::npos ? "" : plain.substr(point + 1);
    const bool is_number = whole && std::ranges::all_of(fraction, is_digit) && (!whole->empty() || !fraction.empty()) &&
                           (point == std::string::npos || !fraction.empty());
    if (!is_number) return std::nullopt;
    const auto kept = static_cast<std::size_t>(decimals);
    const auto tail = fraction.size() > kept ? tail_of(std::string_view(fraction).substr(kept)) : Tail::none;
    if (tail == Tail::too_fine) return std::nullopt;
    fraction.resize(kept, '0');
    auto value = value_of_digits(*whole + fraction);
    if (value && tail == Tail::next) value = *value < largest ? std::optional(*value + 1) : std::nullopt;
    return value && is_negative ? std::optional(-*value) : value;
}

std::string exact_text(std::int64_t value, int decimals) {
    std::string digits = std::to_string(value);
    const bool is_negative = digits.starts_with('-');
    if (is_negative) digits.erase(0, 1);
    const auto kept = static_cast<std::size_t>(decimals);
    if (digits.size() <= kept) digits.insert(0, kept + 1 - digits.size(), '0');
    if (kept > 0) digits.insert(digits.size() - kept, ".");
    return (is_negative ? "-" : "") + digits;
}

std::int64_t divided_half_up(std::int64_t value, std::int64_t divisor) {
    const auto whole = value / divisor, rest = std::abs(value % divisor);
    const bool is_up = rest >= divisor - rest;
    return is_up ? whole + (value < 0 ? -1 : 1) : whole;
}

std::optional<std::int64_t> product_half_up(std::int64_t a, std::int64_t b, std::int64_t divisor) {
    std::int64_t product = 0;
    if (!__builtin_mul_overflow(a, b, &product)) return divided_half_up(product, divisor);
    // Parted: a = whole × divisor + rest.
    std::int64_t of_whole = 0, of_rest = 0, sum = 0;
    if (__builtin_mul_overflow(a / divisor, b, &of_whole) || __builtin_mul_overflow(a % divisor, b, &of_rest))
        return std::nullopt;
    if (__builtin_add_overflow(of_whole, divided_half_up(of_rest, divisor), &sum)) return std::nullopt;
    return sum;
}

}  // namespace digilots::base
