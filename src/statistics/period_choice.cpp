#include "statistics/period_choice.h"

#include "platform/base/time.h"

namespace digilots::statistics {

std::optional<base::Period> named_period(std::string_view name, base::Date today) {
    using namespace std::chrono;
    if (name == "week") return base::Period{base::add_days(today, -base::weekday_of(today)), today};
    if (name == "month") return base::Period{today.year() / today.month() / 1, today};
    if (name == "year") return base::Period{today.year() / January / 1, today};
    if (name == "last_month") {
        const year_month before = year_month{today.year(), today.month()} - months{1};
        return base::Period{before / 1, before / last};
    }
    return std::nullopt;
}

std::string_view period_meant(const http::Fields& fields) {
    const auto is_typed = [&](std::string_view name, std::string_view shown) {
        return !fields.get(name).empty() && fields.get(name) != fields.get(shown);
    };
    if (is_typed("from", "shown_from") || is_typed("to", "shown_to")) return "dates";
    return fields.has("period") ? fields.get("period") : "month";
}

html::components::Field period_field(std::string_view chosen, const html::Page& page) {
    html::components::Field field;
    field.name = "period";
    field.label = page.t(TEXT("Period"));
    const auto add = [&](const char* value, i18n::Text label) {
        field.options.push_back({value, page.t(label), chosen == value});
    };
    add("week", TEXT("This week"));
    add("month", TEXT("This month"));
    add("last_month", TEXT("Last month"));
    add("year", TEXT("This year"));
    add("dates", TEXT("Own dates"));
    return field;
}

std::string period_text(const base::Period& period, const i18n::Translator& translator) {
    if (period.from == period.to) return translator.date(period.from);
    return translator.date(period.from) + " – " + translator.date(period.to);
}

}  // namespace digilots::statistics
