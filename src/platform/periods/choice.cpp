#include "platform/periods/choice.h"

#include <algorithm>

namespace digilots::periods {

namespace {

constexpr std::string_view own_dates = "dates", month_before = "last_month";
constexpr int longest_years = 20;

/// Reads the field into `date`; false where it is no date. Left empty it stays.
bool read_date(const http::Fields& fields, const char* name, base::Date& date) {
    const auto text = fields.get(name);
    if (text.empty()) return true;
    const auto parsed = base::parse_date(text);
    if (parsed) date = *parsed;
    return parsed.has_value();
}

base::Result<Choice, NotAPeriod> read_dates(const http::Fields& fields, base::Date today) {
    Period period{holding(Kind::month, today).from, today};
    for (const char* name : {"from", "to"}) {
        if (!read_date(fields, name, name == std::string_view("from") ? period.from : period.to))
            return base::failure(NotAPeriod{name, TEXT("Give a date such as 2026-11-22.")});
    }
    if (fields.get("to").empty() && period.from > today) period.to = period.from;
    if (period.from > period.to)
        return base::failure(NotAPeriod{"from", TEXT("The first day comes after the last one. Change one of them.")});
    if (period.to.year() - period.from.year() > std::chrono::years{longest_years})
        return base::failure(NotAPeriod{"to", TEXT("Choose a period of at most twenty years.")});
    return Choice{std::string(own_dates), period, period};
}

i18n::Text this_one(Kind kind) {
    switch (kind) {
        case Kind::day: return TEXT("Today");
        case Kind::week: return TEXT("This week");
        case Kind::month: return TEXT("This month");
        case Kind::quarter: return TEXT("This quarter");
        case Kind::year: return TEXT("This year");
        case Kind::term: return TEXT("This school term");
        case Kind::school_year: return TEXT("This school year");
        case Kind::own: break;
    }
    return TEXT("Own dates");
}

}  // namespace

std::string_view name_in(const http::Fields& fields) {
    const auto is_typed = [&](std::string_view name, std::string_view shown) {
        return !fields.get(name).empty() && fields.get(name) != fields.get(shown);
    };
    if (is_typed("from", "shown_from") || is_typed("to", "shown_to")) return own_dates;
    return fields.get("period").empty() ? word_of(Kind::month) : fields.get("period");
}

base::Result<Choice, NotAPeriod> read_choice(const http::Fields& fields, base::Date today) {
    const std::string name(name_in(fields));
    if (name == own_dates) return read_dates(fields, today);
    if (name == month_before) {
        const Period before = previous(holding(Kind::month, today));
        return Choice{name, before, before};
    }
    if (const auto kind = kind_named(name)) {
        const Period whole = holding(*kind, today);
        return Choice{name, {whole.from, today}, whole};
    }
    if (const auto period = read(name)) return Choice{name, *period, *period};
    return base::failure(NotAPeriod{"period", TEXT("This is no period. Choose one from the list.")});
}

html::components::Field field_of(std::string_view chosen, const html::Page& page) {
    html::components::Field field{.name = "period", .label = page.t(TEXT("Period"))};
    const auto add = [&](std::string_view value, const std::string& label) {
        field.options.push_back({std::string(value), label, chosen == value});
    };
    if (const auto period = read(chosen)) add(chosen, name_of(*period, page.translator()));
    for (const Kind kind : kinds()) {
        add(word_of(kind), page.t(this_one(kind)));
        if (kind == Kind::month) add(month_before, page.t(TEXT("Last month")));
    }
    add(own_dates, page.t(TEXT("Own dates")));
    return field;
}

Asked read_asked(const html::Page& page, base::Date today, int usual_days) {
    const auto& fields = page.request().query;
    const Period usual{base::add_days(today, 1 - usual_days), today};
    Asked asked{{std::string(own_dates), usual, usual}, {}};
    if (!fields.has("period") && !fields.has("from") && !fields.has("to")) return asked;
    if (auto read = read_choice(fields, today)) asked.choice = *std::move(read);
    else asked.errors.add(read.error().field, page.t(read.error().words));
    return asked;
}

std::vector<html::components::Field> date_fields_of(const Asked& asked, const html::Page& page) {
    const auto field = [&](const char* name, i18n::Text label, base::Date day) {
        const auto typed = asked.errors.empty() ? std::string() : std::string(page.request().query.get(name));
        return html::components::Field{
            .name = name, .label = page.t(label), .value = typed.empty() ? base::format_date(day) : typed, .type = "date"}
            .with(asked.errors);
    };
    return {field("from", TEXT("From"), asked.choice.period.from), field("to", TEXT("To"), asked.choice.period.to)};
}

Steps steps_from(const Choice& choice, base::Date today) {
    const Period after = next(choice.whole);
    return {previous(choice.whole), after.from > today ? std::nullopt : std::optional(after)};
}

Steps steps_among(std::span<const Period> offered, const Period& chosen) {
    Steps steps;
    const auto found = std::ranges::find(offered, chosen);
    if (found == offered.end()) return steps;
    if (found != offered.begin()) steps.previous = *std::prev(found);
    if (std::next(found) != offered.end()) steps.next = *std::next(found);
    return steps;
}

std::optional<Period> nearest(std::span<const Period> offered, const std::optional<Period>& wanted) {
    if (offered.empty()) return std::nullopt;
    if (!wanted) return offered.back();
    const auto after = std::ranges::upper_bound(offered, wanted->from, {}, &Period::from);
    return after == offered.begin() ? offered.front() : *std::prev(after);
}

std::vector<Period> of_years(std::span<const int> years) {
    std::vector<Period> periods;
    for (const int one : years) periods.push_back(of_year(one));
    return periods;
}

}  // namespace digilots::periods
