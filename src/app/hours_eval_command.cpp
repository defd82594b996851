#include <algorithm>
#include <cstdio>
#include <string>

#include "app/command.h"
#include "platform/base/json.h"
#include "platform/base/time.h"
#include "platform/calendar/holidays.h"
#include "platform/calendar/hours.h"
#include "platform/calendar/notation.h"

namespace digilots::app {

namespace {

constexpr int wrong_use = 2, most_days = 36600;

base::Date date_of(const Arguments& arguments, std::string_view option) {
    const auto date = base::parse_date(arguments.text(option));
    if (!date) throw CommandError("--" + std::string(option) + " is a date such as 2026-02-02.", wrong_use);
    return *date;
}

/// The notation with a mark below the place that could not be read.
std::string pointed_out(const std::string& text, const calendar::NotationError& error) {
    std::string line = text, mark;
    for (char& character : line) {
        if (static_cast<unsigned char>(character) < ' ') character = ' ';
    }
    std::size_t column = 1;
    for (std::size_t at = 0; at < error.position && at < text.size(); ++at) {
        if ((static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) continue;      // the rest of a letter
        mark += ' ';
        ++column;
    }
    return "The notation cannot be read at character " + std::to_string(column) + ": " + error.problem + ".\n  " + line +
           "\n  " + mark + "^";
}

/// "2026-02-02T08:00+01:00"
std::string local_text(base::Instant instant, const std::string& zone) {
    const auto local = base::to_civil(instant, zone);
    const auto as_utc = std::chrono::sys_days(local.date) + std::chrono::hours(local.hour) + std::chrono::minutes(local.minute);
    const auto offset = std::chrono::round<std::chrono::minutes>(as_utc.time_since_epoch() - instant.time_since_epoch()).count();
    const auto ahead = offset < 0 ? -offset : offset;
    char text[16];
    std::snprintf(text, sizeof text, "T%02d:%02d%c%02d:%02d", local.hour, local.minute, offset < 0 ? '-' : '+',
                  static_cast<int>(ahead / 60), static_cast<int>(ahead % 60));
    return base::format_date(local.date) + text;
}

void print(const calendar::OpenSpan& span, const std::string& zone) {
    base::JsonWriter json;
    json.begin_object().member("from", local_text(span.begin, zone)).member("to", local_text(span.end, zone));
    json.member("state", span.certain ? "open" : "unknown");
    if (!span.comment.empty()) json.member("comment", span.comment);
    json.end_object();
    std::printf("%s\n", json.text().c_str());
}

void warn(const calendar::Notation& notation) {
    if (notation.names_school_holidays) {
        std::fputs("School holidays (SH) are not known: all is printed as unknown.\n", stderr);
    }
    if (notation.names_sun) {
        std::fputs("Without a position sunrise is read as 06:00, sunset as 18:00, dawn as 05:30, dusk as 18:30.\n", stderr);
    }
}

bool names_public_holidays(const calendar::Notation& notation) {
    return std::ranges::any_of(notation.rules, [](const calendar::NotationRule& rule) {
        return std::ranges::any_of(rule.holidays, [](const calendar::HolidayRange& range) { return !range.school; });
    });
}

void warn_of_years(base::Date first, base::Date last) {
    const auto table = calendar::years_of_holiday_table();
    if (int(first.year()) >= table.first && int(base::add_days(last, -1).year()) <= table.last) return;
    std::fprintf(stderr, "Public holidays are known from %d to %d: those of other years are worked out by the rules of today.\n",
                 table.first, table.last);
}

int run_hours_eval(const Settings&, const Arguments& arguments) {
    const auto zone = arguments.text("zone"), country = arguments.text("country"), text = arguments.text("notation");
    if (!base::is_known_zone(zone)) throw CommandError("--zone is a time zone such as Europe/Stockholm.", wrong_use);
    if (country != "SE" && country != "NO") throw CommandError("--country is SE or NO.", wrong_use);
    const auto first = date_of(arguments, "from"), last = date_of(arguments, "to");
    const auto days = (std::chrono::sys_days(last) - std::chrono::sys_days(first)).count();
    if (days < 0 || days > most_days) throw CommandError("--to is after --from, at most 100 years.", wrong_use);
    auto notation = calendar::read_notation(text);
    if (!notation) throw CommandError(pointed_out(text, notation.error()), wrong_use);
    const auto holidays = arguments.has("as-shown") ? calendar::Holidays::closed : calendar::Holidays::as_written;
    warn(*notation);
    if (holidays == calendar::Holidays::closed || names_public_holidays(*notation)) warn_of_years(first, last);
    const auto begin = base::from_civil(first, 0, 0, zone), end = base::from_civil(last, 0, 0, zone);
    for (auto span : calendar::open_spans(*notation, {country, zone}, first, static_cast<int>(days), holidays)) {
        span.begin = std::max(span.begin, begin);
        span.end = std::min(span.end, end);
        if (span.begin < span.end) print(span, zone);
    }
    return 0;
}

}  // namespace

const Command& hours_eval_command() {
    static const Command command{
        "hours eval",
        "say when opening hours in the notation of OpenStreetMap are open",
        "Prints a line of JSON for each stretch, in order: {\"from\":\"2026-02-02T08:00+01:00\",\"to\":…,\"state\":\"open\"},\n"
        "or \"unknown\", with \"comment\" where there is one. Closed time is not printed. The notation alone decides: no\n"
        "holiday closes what no rule names; --as-shown prints what residents see, closed on holidays and their eves.\n\n"
        "Example: digilots hours eval --zone Europe/Oslo --country NO --from 2026-05-01 --to 2026-06-01 \\\n"
        "           'Mo-Fr 08:00-16:00; PH off'",
        {{"notation", OptionKind::positional, Need::required, "such as 'Mo-Fr 08:00-16:30; Sa 10:00-14:00; PH off'"},
         {"zone", OptionKind::text, Need::required, "the time zone, such as Europe/Stockholm"},
         {"country", OptionKind::text, Need::required, "whose public holidays PH is: SE or NO"},
         {"from", OptionKind::text, Need::required, "the first day"},
         {"to", OptionKind::text, Need::required, "the first day that is outside"},
         {"as-shown", OptionKind::flag, Need::optional, "as residents see it"}},
        {},
        run_hours_eval};
    return command;
}

}  // namespace digilots::app
