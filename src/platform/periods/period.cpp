#include "platform/periods/period.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "platform/base/whole_number.h"

namespace digilots::periods {

namespace {

using base::Date;
using std::chrono::day;
using std::chrono::last;
using std::chrono::month;
using std::chrono::months;
using std::chrono::year;
using std::chrono::year_month;
using std::chrono::years;

constexpr int first_year = 1900, last_year = 2199;
constexpr unsigned school_begins = 8;              // August
constexpr std::string_view own_sign = "..";

struct Word {
    Kind kind;
    std::string_view word;
    i18n::Text title;
};
constexpr std::array<Word, 8> words{{{Kind::day, "day", TEXT("Day")},
                                     {Kind::week, "week", TEXT("Week")},
                                     {Kind::month, "month", TEXT("Month")},
                                     {Kind::quarter, "quarter", TEXT("Quarter")},
                                     {Kind::year, "year", TEXT("Year")},
                                     {Kind::term, "term", TEXT("School term")},
                                     {Kind::school_year, "school_year", TEXT("School year")},
                                     {Kind::own, "own", TEXT("Own dates")}}};

/// So many whole months from the first of one.
Period of_months(year_month first, int count) {
    return {first / day{1}, (first + months{count - 1}) / last};
}

year_month month_of(Date date) { return date.year() / date.month(); }

year_month quarter_of(Date date) { return date.year() / month{(unsigned(date.month()) - 1) / 3 * 3 + 1}; }

bool is_autumn(Date date) { return unsigned(date.month()) >= school_begins; }

Period term_of(year of, bool autumn) {
    return autumn ? of_months(of / month{school_begins}, 13 - int(school_begins))
                  : of_months(of / month{1}, int(school_begins) - 1);
}

Period school_year_of(year begins) { return of_months(begins / month{school_begins}, 12); }

std::string digits(const char* format, int one, int other) {
    std::array<char, 32> text;
    const int size = std::snprintf(text.data(), text.size(), format, one, other);
    return {text.data(), static_cast<std::size_t>(size)};
}

int year_number(Date date) { return static_cast<int>(date.year()); }

std::optional<Period> read_week(std::string_view key) {
    const auto number = base::whole_number(key.substr(6), 1, 53);
    const auto of = read_year(key.substr(0, 4));
    if (key.size() != 8 || !number || !of) return std::nullopt;
    // The fourth of January lies in the first week.
    const Period first = holding(Kind::week, year{*of} / month{1} / day{4});
    const Date monday = base::add_days(first.from, 7 * (*number - 1));
    if (base::iso_week(monday) != key) return std::nullopt;
    return holding(Kind::week, monday);
}

std::optional<Period> read_own(std::string_view key, std::size_t sign) {
    const auto from = base::parse_date(key.substr(0, sign)), to = base::parse_date(key.substr(sign + own_sign.size()));
    const auto is_usable = [](const std::optional<Date>& date) {
        return date && year_number(*date) >= first_year && year_number(*date) <= last_year;
    };
    if (!is_usable(from) || !is_usable(to) || *from > *to) return std::nullopt;
    return Period{*from, *to};
}

/// What follows "2026-".
std::optional<Period> read_part(year of, std::string_view part, std::string_view key) {
    if (part == "spring" || part == "autumn") return term_of(of, part == "autumn");
    if (part.size() == 2 && part[0] == 'Q') {
        const auto number = base::whole_number(part.substr(1), 1, 4);
        return number ? std::optional(of_months(of / month{unsigned(*number) * 3 - 2}, 3)) : std::nullopt;
    }
    if (part.size() == 3 && part[0] == 'W') return read_week(key);
    if (part.size() == 4) {
        return read_year(part) == int(of) + 1 ? std::optional(school_year_of(of)) : std::nullopt;
    }
    if (part.size() == 2) {
        const auto number = base::whole_number(part, 1, 12);
        return number ? std::optional(of_months(of / month{unsigned(*number)}, 1)) : std::nullopt;
    }
    const auto date = part.size() == 5 ? base::parse_date(key) : std::nullopt;
    return date ? std::optional(Period{*date, *date}) : std::nullopt;
}

}  // namespace

std::string_view word_of(Kind kind) { return words[static_cast<std::size_t>(kind)].word; }

i18n::Text title_of(Kind kind) { return words[static_cast<std::size_t>(kind)].title; }

std::optional<Kind> kind_named(std::string_view word) {
    const auto found = std::ranges::find(kinds(), word, [](Kind kind) { return word_of(kind); });
    return found == kinds().end() ? std::nullopt : std::optional(*found);
}

const std::vector<Kind>& kinds() {
    static const std::vector<Kind> all{Kind::day,  Kind::week, Kind::month, Kind::quarter,
                                       Kind::year, Kind::term, Kind::school_year};
    return all;
}

Period holding(Kind kind, Date date) {
    switch (kind) {
        case Kind::week: {
            const Date monday = base::add_days(date, -base::weekday_of(date));
            return {monday, base::add_days(monday, 6)};
        }
        case Kind::month: return of_months(month_of(date), 1);
        case Kind::quarter: return of_months(quarter_of(date), 3);
        case Kind::year: return of_months(date.year() / month{1}, 12);
        case Kind::term: return term_of(date.year(), is_autumn(date));
        case Kind::school_year: return school_year_of(is_autumn(date) ? date.year() : date.year() - years{1});
        case Kind::day:
        case Kind::own: break;
    }
    return {date, date};
}

Kind kind_of(const Period& period) {
    const auto found = std::ranges::find_if(kinds(), [&](Kind kind) { return holding(kind, period.from) == period; });
    return found == kinds().end() ? Kind::own : *found;
}

std::string key_of(const Period& period) {
    const int of = year_number(period.from);
    switch (kind_of(period)) {
        case Kind::day: return base::format_date(period.from);
        case Kind::week: return base::iso_week(period.from);
        case Kind::month: return base::format_date(period.from).substr(0, 7);
        case Kind::quarter: return digits("%04d-Q%d", of, (int(unsigned(period.from.month())) + 2) / 3);
        case Kind::year: return digits("%04d", of, 0);
        case Kind::term: return digits("%04d-", of, 0) + (is_autumn(period.from) ? "autumn" : "spring");
        case Kind::school_year: return digits("%04d-%04d", of, of + 1);
        case Kind::own: break;
    }
    return base::format_date(period.from) + std::string(own_sign) + base::format_date(period.to);
}

std::optional<int> read_year(std::string_view key) {
    return key.size() == 4 ? base::whole_number(key, first_year, last_year) : std::nullopt;
}

std::optional<Period> read(std::string_view key) {
    if (const auto sign = key.find(own_sign); sign != std::string_view::npos) return read_own(key, sign);
    const auto of = read_year(key.substr(0, 4));
    if (!of) return std::nullopt;
    if (key.size() == 4) return of_year(*of);
    if (key[4] != '-') return std::nullopt;
    return read_part(year{*of}, key.substr(5), key);
}

Period of_year(int number) { return of_months(year{number} / month{1}, 12); }

Period previous(const Period& period) {
    const Kind kind = kind_of(period);
    const Date before = base::add_days(period.from, -1);
    if (kind != Kind::own) return holding(kind, before);
    const auto days = std::chrono::sys_days{period.to} - std::chrono::sys_days{period.from};
    return {base::add_days(before, -static_cast<int>(days.count())), before};
}

Period next(const Period& period) {
    const Kind kind = kind_of(period);
    const Date after = base::add_days(period.to, 1);
    if (kind != Kind::own) return holding(kind, after);
    const auto days = std::chrono::sys_days{period.to} - std::chrono::sys_days{period.from};
    return {after, base::add_days(after, static_cast<int>(days.count()))};
}

std::vector<Period> newest(Kind kind, Date date, int count) {
    std::vector<Period> found;
    for (Period one = holding(kind, date); static_cast<int>(found.size()) < count; one = previous(one)) found.push_back(one);
    return found;
}

std::optional<Period> until(const Period& period, Date today) {
    if (period.from > today) return std::nullopt;
    return Period{period.from, std::min(period.to, today)};
}

}  // namespace digilots::periods
