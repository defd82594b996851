#include "platform/measures/time.h"

#include <algorithm>
#include <array>

#include "platform/base/ensure.h"
#include "platform/base/whole_number.h"
#include "platform/periods/period.h"

namespace digilots::measures {

namespace {

constexpr std::string_view weekday = "weekday";
constexpr std::array<std::string_view, 8> dimensions{"day", "week", "month", "quarter", "year", "term", "school_year", weekday};

/// "2026-11" as its first day.
base::Date first_day(std::string_view date) {
    constexpr std::string_view whole = "0000-01-01";
    const auto first = base::parse_date(std::string(date) + std::string(whole.substr(std::min(date.size(), whole.size()))));
    ENSURE(first.has_value());
    return *first;
}

}  // namespace

std::span<const std::string_view> time_dimensions() { return dimensions; }

bool is_time(std::string_view dimension) { return std::ranges::find(dimensions, dimension) != dimensions.end(); }

bool is_period(std::string_view dimension) { return periods::kind_named(dimension).has_value(); }

Grain grain_of(std::string_view dimension) {
    if (dimension == weekday) return Grain::day;
    const auto kind = periods::kind_named(dimension);
    if (!kind) return Grain::none;
    switch (*kind) {
        case periods::Kind::year: return Grain::year;
        case periods::Kind::month:
        case periods::Kind::quarter:
        case periods::Kind::term:
        case periods::Kind::school_year: return Grain::month;
        case periods::Kind::day:
        case periods::Kind::week:
        case periods::Kind::own: break;
    }
    return Grain::day;
}

std::string time_key(std::string_view dimension, std::string_view date) {
    if (dimension == weekday) return std::to_string(base::weekday_of(first_day(date)) + 1);
    const auto kind = periods::kind_named(dimension);
    ENSURE(kind.has_value());
    return periods::key_of(periods::holding(*kind, first_day(date)));
}

i18n::Text time_title(std::string_view dimension) {
    const auto kind = periods::kind_named(dimension);
    return kind ? periods::title_of(*kind) : TEXT("Weekday");
}

std::string time_label(std::string_view dimension, std::string_view key, const i18n::Translator& translator) {
    if (dimension == weekday) {
        const auto number = base::whole_number(key, 1, 7);
        return number ? translator.weekday(*number - 1) : std::string(key);
    }
    const auto period = periods::read(key);
    const bool as_written = dimension == "week" || dimension == "month" || dimension == "year";
    return period && !as_written ? periods::name_of(*period, translator) : std::string(key);
}

}  // namespace digilots::measures
