#include <algorithm>
#include <tuple>
#include <utility>

#include "platform/calendar/holiday_names.h"
#include "platform/calendar/notation_days.h"
#include "platform/calendar/weekly_hours.h"
#include "platform/base/day_words.h"
#include "platform/base/text.h"

namespace digilots::calendar {
namespace {

constexpr int least_year = 1900;
constexpr int some_leap_year = 2028;

/// The line from left to right; dashes are "-", letters folded.
class ExceptionLine {
public:
    explicit ExceptionLine(std::string_view line) {
        for (std::size_t at = 0; at < line.size(); ++at) {
            const bool dash = line.substr(at, 3) == "–" || line.substr(at, 3) == "—";
            text_ += dash ? '-' : line[at];
            if (dash) at += 2;
        }
        text_ = base::fold(text_);
    }

    std::string_view rest() const { return base::trim(std::string_view(text_).substr(at_)); }

    bool take(char sign) {
        const auto left = rest();
        if (left.empty() || left[0] != sign) return false;
        skip(left, 1);
        return true;
    }
    std::string_view word() const { return run([](char one) { return one >= 'a' && one <= 'z'; }); }
    std::string_view digits() const { return run([](char one) { return one >= '0' && one <= '9'; }); }
    void take_all(std::string_view taken) { skip(rest(), taken.size()); }

private:
    template <class Accepts>
    std::string_view run(Accepts accepts) const {
        const auto left = rest();
        std::size_t end = 0;
        while (end < left.size() && accepts(left[end])) ++end;
        return left.substr(0, end);
    }
    void skip(std::string_view left, std::size_t count) { at_ = static_cast<std::size_t>(left.data() - text_.data()) + count; }

    std::string text_;
    std::size_t at_ = 0;
};

int to_number(std::string_view digits) {
    int number = 0;
    for (const char digit : digits.substr(0, 4)) number = number * 10 + (digit - '0');
    return number;
}

bool exists(const CalendarDay& day) {
    if (day.moves()) return true;
    const base::Date date{std::chrono::year{day.year > 0 ? day.year : some_leap_year}, std::chrono::month(day.month),
                          std::chrono::day(day.day)};
    return date.ok();
}

/// "2026-12-23" where it stands there.
std::optional<CalendarDay> take_iso_day(ExceptionLine& line) {
    const auto text = line.rest().substr(0, 10);
    const auto date = base::parse_date(text);
    if (!date) return std::nullopt;
    line.take_all(text);
    return CalendarDay{int(date->year()), unsigned(date->month()), unsigned(date->day())};
}

/// The year after "24 december": four digits that are no time.
int take_year(ExceptionLine& line) {
    const auto digits = line.digits();
    if (digits.size() != 4 || to_number(digits) < least_year) return 0;
    line.take_all(digits);
    return to_number(digits);
}

CalendarDay of_year(const CalendarDay& day, int year) {
    const auto date = date_in_year(day, year);
    return {year, unsigned(date.month()), unsigned(date.day())};
}

/// "julafton", "midsommarafton 2027", "1. juledag".
std::optional<CalendarDay> take_named_day(ExceptionLine& line, std::string_view country) {
    const auto found = name_at_beginning(line.rest(), country);
    if (!found) return std::nullopt;
    line.take_all(line.rest().substr(0, found->length));
    const int year = take_year(line);
    return year > 0 ? of_year(found->day, year) : found->day;
}

/// "24 december 2026", "24. des.", "24/12", "julafton", and "24" alone (month 0) before a dash.
std::optional<CalendarDay> take_exception_day(ExceptionLine& line, std::string_view country) {
    if (const auto iso = take_iso_day(line)) return iso;
    if (const auto named = take_named_day(line, country)) return named;
    const auto digits = line.digits();
    if (digits.empty() || digits.size() > 2) return std::nullopt;
    line.take_all(digits);
    CalendarDay day{0, 0, static_cast<unsigned>(to_number(digits))};
    const bool dot = line.take('.');
    if ((!dot && line.take('/')) || (dot && !line.digits().empty())) {
        const auto month = line.digits();
        if (month.empty() || month.size() > 2) return std::nullopt;
        day.month = static_cast<unsigned>(to_number(month));
        line.take_all(month);
        if (dot && !line.take('.')) return std::nullopt;
    } else if (const int month = base::month_named(line.word()); month > 0) {
        day.month = static_cast<unsigned>(month);
        line.take_all(line.word());
        line.take('.');
    } else {
        return line.rest().starts_with('-') ? std::optional(day) : std::nullopt;
    }
    day.year = take_year(line);
    return day;
}

/// A year or a month that only one end says holds for both.
void complete(CalendarDay& from, CalendarDay& to) {
    if (from.month == 0 && from.day > 0) from.month = to.month;
    if ((from.year > 0) == (to.year > 0)) return;
    const int year = std::max(from.year, to.year);
    const int apart = date_in_year(to, year) < date_in_year(from, year) ? 1 : 0;
    if (from.year > 0) to = of_year(to, year + apart);
    else from = of_year(from, year - apart);
}

/// "mån–tors", "lör, sön"; none where no weekday stands here.
std::optional<Weekdays> take_weekdays(ExceptionLine& line) {
    std::optional<Weekdays> named;
    for (int first = base::weekday_named(line.word()); first >= 0;
         first = base::weekday_named(line.word())) {
        if (!named) named.emplace();
        line.take_all(line.word());
        line.take('.');
        int last = first;
        if (line.take('-')) {
            last = base::weekday_named(line.word());
            if (last < 0) return named;         // the rest cannot be read and is told so
            line.take_all(line.word());
            line.take('.');
        }
        for (int day = first;; day = (day + 1) % 7) {
            (*named)[static_cast<std::size_t>(day)] = true;
            if (day == last) break;
        }
        line.take(',');
    }
    line.take(':');
    return named;
}

/// The weekday before a date, as lists show it: "fredag 11 december", "fre. 18 dec". -1 where none stands here.
int take_weekday_before(ExceptionLine& line) {
    const int weekday = base::weekday_named(line.word());
    if (weekday < 0) return -1;
    line.take_all(line.word());
    line.take('.');
    line.take(',');
    return weekday;
}

/// A day of a known year is on the weekday that is said; one of every year is on each in turn.
bool is_on(const CalendarDay& day, int weekday) {
    if (weekday < 0 || day.year == 0 || !exists(day)) return true;
    return base::weekday_of(date_in_year(day, day.year)) == weekday;
}

std::optional<DateException> read_exception(std::string_view text, std::string_view country) {
    ExceptionLine line(text);
    auto from = take_exception_day(line, country);
    if (!from) {
        const int weekday = take_weekday_before(line);
        from = weekday < 0 ? std::nullopt : take_exception_day(line, country);
        if (!from || !is_on(*from, weekday)) return std::nullopt;
    }
    DateException exception{*from, *from};
    const bool range = line.take('-') && !line.rest().empty();
    if (range) {
        const auto to = take_exception_day(line, country);
        if (!to || (to->month == 0 && to->day > 0)) return std::nullopt;
        exception.to = *to;
        complete(exception.from, exception.to);
    }
    if (!exists(exception.from) || !exists(exception.to)) return std::nullopt;
    const auto key = [](const CalendarDay& day) { return std::tuple(day.year, day.month, day.day); };
    if (exception.from.year > 0 && key(exception.to) < key(exception.from)) return std::nullopt;
    line.take(':');
    exception.weekdays = take_weekdays(line);
    if (exception.weekdays && !exception.is_period()) return std::nullopt;
    const auto ranges = read_ranges(line.rest());
    if (!ranges) return std::nullopt;
    exception.ranges = *ranges;
    return exception;
}

/// Itself where its words are read here (base/day_words.h), else English.
const i18n::Translator& readable(const i18n::Translator& translator) {
    const std::string_view language = translator.language().code;
    return language.starts_with("sv") || language == "nb" ? translator : i18n::translator("en");
}

std::string exception_day_text(const CalendarDay& day, const i18n::Translator& translator, std::string_view country) {
    if (day.moves()) return name_of_day(day, country);
    const base::Date date{std::chrono::year{day.year > 0 ? day.year : some_leap_year}, std::chrono::month(day.month),
                          std::chrono::day(day.day)};
    return day.year > 0 ? base::format_date(date) : translator.short_date(date);
}

}  // namespace

std::string closed_word(const i18n::Translator& translator) {
    const std::string_view language = translator.language().code;
    if (language.starts_with("sv")) return "stängt";
    return language == "nb" ? "stengt" : "closed";
}

std::string weekdays_text(const Weekdays& named, const i18n::Translator& translator) {
    std::string text;
    for (std::size_t day = 0; day < 7; ++day) {
        if (!named[day]) continue;
        std::size_t last = day;
        while (last + 1 < 7 && named[last + 1]) ++last;
        text += (text.empty() ? "" : ", ") + translator.weekday(static_cast<int>(day));
        if (last > day) text += "–" + translator.weekday(static_cast<int>(last));
        day = last;
    }
    return text;
}

base::Result<std::vector<DateException>, std::vector<int>> read_exceptions(std::string_view text, std::string_view country) {
    std::vector<DateException> exceptions;
    std::vector<int> wrong;
    int number = 0;
    for (const auto raw : base::split(text, '\n')) {
        ++number;
        const auto line = base::trim(raw);
        if (line.empty()) continue;
        auto exception = read_exception(line, country);
        if (exception) {
            exceptions.push_back(*std::move(exception));
        } else {
            wrong.push_back(number);
        }
    }
    if (!wrong.empty()) return base::failure(std::move(wrong));
    return exceptions;
}

std::string exceptions_text(const std::vector<DateException>& exceptions, const i18n::Translator& reader,
                            std::string_view country) {
    const auto& translator = readable(reader);
    std::string text;
    for (const auto& exception : exceptions) {
        if (!text.empty()) text += "\n";
        text += exception_day_text(exception.from, translator, country);
        if (exception.is_period()) text += " – " + exception_day_text(exception.to, translator, country);
        if (exception.weekdays) text += " " + weekdays_text(*exception.weekdays, translator);
        text += " " + (exception.ranges.empty() ? closed_word(translator) : ranges_text(exception.ranges));
    }
    return text;
}

}  // namespace digilots::calendar
