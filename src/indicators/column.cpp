#include "indicators/column.h"

#include <array>
#include <charconv>
#include <cmath>
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

void take_cell(Column& column, std::size_t position, std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error == std::errc{} && end == text.data() + text.size() && std::isfinite(value)) {
        column.set(position, value);
    } else if (text.size() == 1) {
        column.set(position, reason_of(text.front()));
    }
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

std::optional<double> number_of(std::string_view text) {
    std::string plain(base::trim(text));
    if (plain.find('.') == std::string::npos) {
        if (const auto comma = plain.find(','); comma != std::string::npos) plain[comma] = '.';
    }
    double value = 0;
    const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), value);
    if (plain.empty() || error != std::errc{} || end != plain.data() + plain.size() || !std::isfinite(value)) return std::nullopt;
    return value;
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
    std::size_t position = 0;          // both are in the order of ids: the next cell is nearly always the next place
    while (!packed.empty()) {
        const auto space = std::min(packed.find(' '), packed.size());
        const auto cell = packed.substr(0, space);
        packed.remove_prefix(std::min(space + 1, packed.size()));
        const auto equals = cell.find('=');
        if (equals == std::string_view::npos) continue;
        const auto id = cell.substr(0, equals);
        while (position < places.size() && places.ids()[position] < id) ++position;
        if (position < places.size() && places.ids()[position] == id) take_cell(column, position, cell.substr(equals + 1));
    }
    return column;
}

}  // namespace digilots::indicators
