#include "indicators/figures/column.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstring>
#include <limits>

#include "platform/base/text.h"

namespace digilots::indicators {

namespace {

constexpr double not_reported_value = std::numeric_limits<double>::quiet_NaN();

char letter_of(Missing reason) {
    switch (reason) {
        case Missing::not_applicable: return '-';
        case Missing::secret: return 'x';
        case Missing::not_published: return 'w';
        case Missing::none:
        case Missing::not_reported: break;
    }
    return '?';
}

Missing reason_of(char letter) {
    switch (letter) {
        case '-': return Missing::not_applicable;
        case 'x': return Missing::secret;
        case 'w': return Missing::not_published;
        default: return Missing::not_reported;
    }
}

struct NumberCell {
    double value;
    std::size_t length;
};

/// The first cell of the text, if it is a finite number. Up to fifteen digits are exact as a whole number, as is the power
/// of ten that it is divided by, so the quotient is the nearest number there is; anything longer goes the long way.
std::optional<NumberCell> number_cell(std::string_view text) {
    static constexpr std::array<double, 16> tens{1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    const char* const end = text.data() + text.size();
    const char* at = text.data();
    const bool is_negative = at != end && *at == '-';
    at += is_negative ? 1 : 0;
    std::uint64_t whole = 0;                            // wraps where there are too many digits: not used then
    const auto take_digits = [&] {
        const char* const start = at;
        for (; at != end && static_cast<unsigned char>(*at - '0') < 10; ++at) {
            whole = whole * 10 + static_cast<unsigned char>(*at - '0');
        }
        return static_cast<std::size_t>(at - start);
    };
    const std::size_t before_point = take_digits();
    std::size_t decimals = 0;
    if (at != end && *at == '.') {
        ++at;
        decimals = take_digits();
    }
    if (before_point == 0 || before_point + decimals > 15 || (at != end && *at != ' ')) {
        double value = 0;
        const auto [stop, error] = std::from_chars(text.data(), end, value);
        const bool is_whole = error == std::errc{} && (stop == end || *stop == ' ') && std::isfinite(value);
        return is_whole ? std::optional(NumberCell{value, static_cast<std::size_t>(stop - text.data())}) : std::nullopt;
    }
    const double value = static_cast<double>(whole) / tens[decimals];
    return NumberCell{is_negative ? -value : value, static_cast<std::size_t>(at - text.data())};
}

/// Sets the cell that `text` begins with; how long it is.
std::size_t take_cell(Column& column, std::size_t position, std::string_view text) {
    if (const auto number = number_cell(text)) {
        column.set(position, number->value);
        return number->length;
    }
    const auto whole = std::min(text.find(' '), text.size());
    if (whole == 1) column.set(position, reason_of(text.front()));
    return whole;
}

/// The place whose cell this is: both are in the order of ids, so it is `next` or one of the first after it.
std::optional<std::size_t> place_of_cell(std::string_view text, const Places& places, std::size_t next) {
    const auto& ids = places.ids();
    for (; next < ids.size(); ++next) {
        const std::string& id = ids[next];
        if (text.size() <= id.size()) break;
        std::size_t same = 0;
        while (same < id.size() && text[same] == id[same]) ++same;
        if (same == id.size() && text[same] == '=') return next;
        if (same < id.size() && text[same] < id[same]) break;
    }
    return std::nullopt;
}

}  // namespace

Column::Column(std::size_t size) : values(size, not_reported_value), reasons(size, Missing::not_reported) {}

void Column::set(std::size_t position, double value) {
    values[position] = value;
    reasons[position] = Missing::none;
}

void Column::set(std::size_t position, Missing reason) {
    values[position] = not_reported_value;
    reasons[position] = reason;
}

std::size_t Column::bytes() const {
    return sizeof(Column) + values.capacity() * sizeof(double) + reasons.capacity() * sizeof(Missing);
}

std::string digits_of(double value) {
    std::array<char, 40> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    return {digits.data(), end};
}

std::string pack(const Column& column, const Places& places) {
    std::string packed;
    for (std::size_t at = 0; at < places.size(); ++at) {
        if (column.reasons[at] == Missing::not_reported) continue;
        if (!packed.empty()) packed += ' ';
        packed += places.ids()[at];
        packed += '=';
        if (column.has(at)) {
            packed += digits_of(column.values[at]);
        } else {
            packed += letter_of(column.reasons[at]);
        }
    }
    return packed;
}

Column unpack(std::string_view packed, const Places& places) {
    Column column(places.size());
    std::size_t next = 0;
    while (!packed.empty()) {
        std::size_t length = 0;
        if (const auto position = place_of_cell(packed, places, next)) {
            const auto start = places.ids()[*position].size() + 1;
            length = start + take_cell(column, *position, packed.substr(start));
            next = *position + 1;
        } else {
            length = std::min(packed.find(' '), packed.size());
        }
        packed.remove_prefix(std::min(length + 1, packed.size()));
    }
    return column;
}

const Column& PackedColumn::whole() const {
    std::call_once(once_, [this] {
        column_ = unpack(packed_, places_);
        is_whole_.store(true, std::memory_order_release);
    });
    return column_;
}

std::optional<double> PackedColumn::value(std::size_t position) const {
    if (is_whole_.load(std::memory_order_acquire)) {
        return column_.has(position) ? std::optional(column_.values[position]) : std::nullopt;
    }
    const std::string start = places_.ids()[position] + "=", inside = " " + start;
    std::size_t at = packed_.starts_with(start) ? 0 : std::string::npos;
    if (const void* found = ::memmem(packed_.data(), packed_.size(), inside.data(), inside.size()); at != 0 && found) {
        at = static_cast<std::size_t>(static_cast<const char*>(found) - packed_.data()) + 1;
    }
    if (at == std::string::npos) return std::nullopt;
    const auto number = number_cell(std::string_view(packed_).substr(at + start.size()));
    return number ? std::optional(number->value) : std::nullopt;
}

std::size_t PackedColumn::bytes() const {
    return sizeof(PackedColumn) + packed_.capacity() + places_.size() * (sizeof(double) + sizeof(Missing));
}

}  // namespace digilots::indicators
