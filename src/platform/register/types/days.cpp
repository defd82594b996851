#include "platform/register/types/days.h"

#include "platform/base/plain.h"
#include "platform/base/text.h"
#include "platform/base/written_date.h"

namespace digilots::register_ {

namespace {

constexpr std::size_t longest_day = 60;
constexpr i18n::Text no_day = TEXT("Write a date, such as 2026-11-26.");
constexpr i18n::Text two_digits = TEXT("Write the year with four digits, such as 2026-11-26: the day could be several ones.");

/// Digits of other scripts are digits; letters stay, since months are written with them.
base::WrittenDay day_of(const std::string& line) {
    const auto found = base::read_written_day(line);
    return found.day || found.is_ambiguous ? found : base::read_written_day(base::plain(line));
}

}  // namespace

std::string read_day(const Field& field, std::string_view input, const Draft& draft, Problems& problems) {
    const auto before = problems.size();
    const auto line = read_line(field, input, draft, longest_day, problems);
    if (line.empty() || problems.size() != before) return "";
    const auto day = day_of(line);
    if (day.day) return base::format_date(*day.day);
    add_problem(field, input, day.is_ambiguous ? two_digits : no_day, problems);
    return "";
}

}  // namespace digilots::register_
