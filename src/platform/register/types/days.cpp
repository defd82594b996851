#include "platform/register/types/days.h"

#include <algorithm>

#include "platform/base/plain.h"
#include "platform/base/text.h"
#include "platform/base/whole_number.h"

namespace digilots::register_ {

namespace {

constexpr std::size_t longest_day = 40;
constexpr int first_year = 1800, last_year = 2200;
constexpr i18n::Text no_day = TEXT("Write a date, such as 2026-11-26.");

std::optional<base::Date> day_of(const std::string& line) {
    auto found = base::parse_date(line);
    if (!found) {
        std::string text = line;
        std::ranges::replace_if(
            text, [](char sign) { return sign == '/' || sign == ' '; }, '.');
        const auto parts = base::split(text, '.');
        if (parts.size() != 3) return std::nullopt;
        const auto day = base::whole_number(parts[0], 1, 31), month = base::whole_number(parts[1], 1, 12);
        const auto year = base::whole_number(parts[2], first_year, last_year);
        if (!day || !month || !year) return std::nullopt;
        found = base::Date{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                           std::chrono::day(static_cast<unsigned>(*day))};
    }
    const int year = static_cast<int>(found->year());
    return found->ok() && year >= first_year && year <= last_year ? found : std::nullopt;
}

}  // namespace

std::string read_day(const Field& field, std::string_view input, const Draft& draft, Problems& problems) {
    const auto before = problems.size();
    const auto line = base::plain(read_line(field, input, draft, longest_day, problems));
    if (line.empty() || problems.size() != before) return "";
    const auto day = day_of(line);
    if (day) return base::format_date(*day);
    add_problem(field, input, no_day, problems);
    return "";
}

}  // namespace digilots::register_
