#include "platform/calendar/holidays.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "platform/base/embedded.h"
#include "platform/base/ensure.h"
#include "platform/tables/csv_reader.h"

namespace digilots::calendar {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using enum Holiday::Kind;

using Table = std::map<std::string, Holiday, std::less<>>;

Table read_holidays() {
    const auto file = base::embedded_file("data/holidays.csv");
    ENSURE(file.has_value());
    Table days;
    for (const auto& cells : tables::rows_below_header(*file)) {
        ENSURE(cells.size() == 5);
        Holiday day;
        day.kind = cells[2] == "eve" ? Holiday::Kind::eve : Holiday::Kind::public_holiday;
        day.closed_from_minute = std::stoi(cells[3].substr(0, 2)) * 60;
        day.name = cells[4];
        days.emplace(cells[0] + cells[1], std::move(day));
    }
    return days;
}

const Table& table() {
    static const Table days = read_holidays();
    return days;
}

/// Days after Easter Sunday where there is no month; a Saturday is the first on or after its date.
struct HolidayRule {
    std::string_view country;
    unsigned month, day;
    int days_later;
    enum class Counted { by_date, from_easter, from_saturday } counted;
    Holiday holiday;
};

using enum HolidayRule::Counted;

constexpr int from_two_in_the_afternoon = 14 * 60;
constexpr int saturday = 6;         // of a CalendarDay

/// Where two fall on one day, the first gives the name.
const std::vector<HolidayRule>& holiday_rules() {
    static const std::vector<HolidayRule> rules{
        {"SE", 1, 1, 0, by_date, {public_holiday, 0, "nyårsdagen"}},
        {"SE", 1, 6, 0, by_date, {public_holiday, 0, "trettondedag jul"}},
        {"SE", 5, 1, 0, by_date, {public_holiday, 0, "första maj"}},
        {"SE", 6, 6, 0, by_date, {public_holiday, 0, "nationaldagen"}},
        {"SE", 6, 20, -1, from_saturday, {eve, 0, "midsommarafton"}},
        {"SE", 6, 20, 0, from_saturday, {public_holiday, 0, "midsommardagen"}},
        {"SE", 10, 31, 0, from_saturday, {public_holiday, 0, "alla helgons dag"}},
        {"SE", 12, 24, 0, by_date, {eve, 0, "julafton"}},
        {"SE", 12, 25, 0, by_date, {public_holiday, 0, "juldagen"}},
        {"SE", 12, 26, 0, by_date, {public_holiday, 0, "annandag jul"}},
        {"SE", 12, 31, 0, by_date, {eve, 0, "nyårsafton"}},
        {"SE", 0, 0, -2, from_easter, {public_holiday, 0, "långfredagen"}},
        {"SE", 0, 0, 0, from_easter, {public_holiday, 0, "påskdagen"}},
        {"SE", 0, 0, 1, from_easter, {public_holiday, 0, "annandag påsk"}},
        {"SE", 0, 0, 39, from_easter, {public_holiday, 0, "Kristi himmelsfärdsdag"}},
        {"SE", 0, 0, 49, from_easter, {public_holiday, 0, "pingstdagen"}},
        {"NO", 1, 1, 0, by_date, {public_holiday, 0, "første nyttårsdag"}},
        {"NO", 5, 1, 0, by_date, {public_holiday, 0, "arbeidernes dag"}},
        {"NO", 5, 17, 0, by_date, {public_holiday, 0, "grunnlovsdagen"}},
        {"NO", 12, 24, 0, by_date, {eve, 0, "julaften"}},
        {"NO", 12, 25, 0, by_date, {public_holiday, 0, "første juledag"}},
        {"NO", 12, 26, 0, by_date, {public_holiday, 0, "andre juledag"}},
        {"NO", 12, 31, 0, by_date, {eve, from_two_in_the_afternoon, "nyttårsaften"}},
        {"NO", 0, 0, -3, from_easter, {public_holiday, 0, "skjærtorsdag"}},
        {"NO", 0, 0, -2, from_easter, {public_holiday, 0, "langfredag"}},
        {"NO", 0, 0, 0, from_easter, {public_holiday, 0, "første påskedag"}},
        {"NO", 0, 0, 1, from_easter, {public_holiday, 0, "andre påskedag"}},
        {"NO", 0, 0, 39, from_easter, {public_holiday, 0, "Kristi himmelfartsdag"}},
        {"NO", 0, 0, 49, from_easter, {public_holiday, 0, "første pinsedag"}},
        {"NO", 0, 0, 50, from_easter, {public_holiday, 0, "andre pinsedag"}}};
    return rules;
}

sys_days day_of(const HolidayRule& rule, int year) {
    if (rule.counted == from_easter) return easter_sunday(year) + days(rule.days_later);
    const sys_days date(std::chrono::year{year} / std::chrono::month(rule.month) / std::chrono::day(rule.day));
    if (rule.counted == by_date) return date;
    return date + (std::chrono::Saturday - std::chrono::weekday(date)) + days(rule.days_later);
}

int year_of_key(std::string_view key) { return std::stoi(std::string(key.substr(2, 4))); }

}  // namespace

Years years_of_holiday_table() {
    static const Years years = [] {
        Years found{9999, 0};
        for (const auto& [key, holiday] : table()) {
            found.first = std::min(found.first, year_of_key(key));
            found.last = std::max(found.last, year_of_key(key));
        }
        return found;
    }();
    return years;
}

const std::vector<NamedDay>& named_holidays() {
    static const std::vector<NamedDay> named = [] {
        std::vector<NamedDay> days;
        for (const auto& rule : holiday_rules()) {
            const int weekday = rule.counted == from_saturday ? saturday : 0;
            days.push_back({rule.country, rule.holiday.name, {0, rule.month, rule.day, weekday, rule.days_later}});
        }
        return days;
    }();
    return named;
}

const Holiday* holiday_on(std::string_view country, base::Date date) {
    const auto [first, last] = years_of_holiday_table();
    const int year = static_cast<int>(date.year());
    if (year < first || year > last) return holiday_by_rule(country, date);
    const auto found = table().find(std::string(country) + base::format_date(date));
    return found == table().end() ? nullptr : &found->second;
}

const Holiday* holiday_by_rule(std::string_view country, base::Date date) {
    for (const auto& rule : holiday_rules()) {
        if (rule.country == country && day_of(rule, static_cast<int>(date.year())) == sys_days(date)) return &rule.holiday;
    }
    return nullptr;
}

}  // namespace digilots::calendar
