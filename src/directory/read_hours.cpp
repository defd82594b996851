#include <algorithm>
#include <array>

#include "directory/hours_type.h"
#include "platform/base/text.h"
#include "platform/calendar/hours.h"
#include "platform/calendar/weekly_hours.h"

namespace digilots::directory {

using calendar::HoursError, calendar::check_hours, calendar::CalendarDay, calendar::read_notation,
    calendar::TimeRanges, calendar::DateException, calendar::WeeklyHours, calendar::read_ranges,
    calendar::ranges_text, calendar::may_be_turned_round, calendar::read_exceptions,
    calendar::exceptions_text, calendar::to_rule, calendar::read_weekly, calendar::days_without_effect;

namespace {

constexpr std::size_t longest_note = 300;

void say(Problems& problems, std::string input, std::string words) {
    problems.push_back({.input = std::move(input), .in_words = std::move(words)});
}

std::optional<int> read_days_per_week(std::string_view text) {
    if (text.empty()) return 0;
    if (text.size() != 1 || text[0] < '1' || text[0] > '7') return std::nullopt;
    return text[0] - '0';
}

/// What was stored before somebody typed: it stays as it is.
struct StoredHours {
    ShownHours shown;
    std::vector<DateException> exceptions;

    bool has(const DateException& exception) const { return std::ranges::find(exceptions, exception) != exceptions.end(); }
};

StoredHours stored_hours(const Hours& before, const Surroundings& around) {
    const auto weekly = read_weekly(before.rule);
    return {shown_hours(before, around), weekly ? weekly->exceptions : std::vector<DateException>()};
}

std::string typed_text(const Draft& draft, std::string_view field) {
    std::string text(base::trim(register_::typed(draft, field)));
    std::erase(text, '\r');
    return text;
}

/// "18–10" is most often ten to eighteen; who is open all night can say so. "" where nothing is doubtful.
std::string turned_round(const TimeRanges& ranges, const std::string& what, const Surroundings& around) {
    const auto found = std::ranges::find_if(ranges, may_be_turned_round);
    if (found == ranges.end()) return "";
    constexpr int midnight = 24 * 60;
    const int closes = found->to - midnight;
    return around.words->t("“{what}” closes before it opens. Did you mean {turned}? "
                  "If it is open all night, write {evening} that day and {morning} the day after.",
                  {{"what", what},
                   {"turned", ranges_text({{closes, found->from}})},
                   {"evening", ranges_text({{found->from, midnight}})},
                   {"morning", ranges_text({{0, closes}})}});
}

/// What would be saved without effect is asked about: "10–12 on the weekend" of a place that is closed then.
std::string without_effect(const DateException& exception, const WeeklyHours& weekly, const Surroundings& around) {
    const auto fallen = days_without_effect(exception, weekly.days);
    if (!fallen) return "";
    DateException named = exception;
    named.weekdays = fallen;
    return around.words->t(exception.weekdays
        ? TEXT("None of the days that you name is in the period: {period}. Which days are meant? Write: {example}")
        : TEXT("No day of this period is open in a usual week: {period}. Which days are meant? Write: {example}"),
        {{"period", exceptions_text({exception}, *around.words, country_of(around))},
         {"example", exceptions_text({named}, *around.words, country_of(around))}});
}

/// "2025-12-24" where Christmas Eve of 2026 is meant; "" where it is still to come, or comes every year.
std::string has_passed(const DateException& exception, const Surroundings& around) {
    const auto date_of = [](const CalendarDay& day) {
        return std::chrono::year(day.year) / std::chrono::month(day.month) / std::chrono::day(day.day);
    };
    if (exception.from.year == 0 || date_of(exception.to) >= around.today) return "";
    DateException meant = exception;
    do {
        ++meant.from.year;
        ++meant.to.year;
    } while (date_of(meant.to) < around.today || !date_of(meant.from).ok() || !date_of(meant.to).ok());
    return around.words->t("“{line}” has passed already. Did you mean {meant}? Otherwise remove the line.",
                  {{"line", exceptions_text({exception}, *around.words, country_of(around))},
                   {"meant", exceptions_text({meant}, *around.words, country_of(around))}});
}

/// What stands twice with hours that overlap would be kept as notation, which no form of weekdays shows.
void check_each_day_once(const WeeklyHours& weekly, const Surroundings& around, Problems& problems) {
    if (weekly.exceptions.empty() || read_weekly(to_rule(weekly))) return;
    const auto words = [&](const DateException& one) { return exceptions_text({one}, *around.words, country_of(around)); };
    for (auto one = weekly.exceptions.begin(); one != weekly.exceptions.end(); ++one) {
        const auto twin = std::find_if(std::next(one), weekly.exceptions.end(), [&](const DateException& later) {
            return later.from == one->from && later.to == one->to;
        });
        if (twin == weekly.exceptions.end()) continue;
        return say(problems, "hours_exceptions",
                   around.words->t("The same day stands twice, with hours that overlap: {line}. Keep one of the lines.",
                                   {{"line", words(*one) + "; " + words(*twin)}}));
    }
    say(problems, "hours_exceptions",
        around.words->t("The exceptions contradict each other. Keep one line for each day or period."));
}

/// The first that is wrong; they are told one at a time.
void check_exceptions(const WeeklyHours& weekly, const StoredHours& stored, const Surroundings& around,
                      Problems& problems) {
    for (const DateException& exception : weekly.exceptions) {
        auto wrong = without_effect(exception, weekly, around);
        if (wrong.empty() && !stored.has(exception)) {
            wrong = turned_round(exception.ranges, exceptions_text({exception}, *around.words, country_of(around)), around);
            if (wrong.empty()) wrong = has_passed(exception, around);
        }
        if (!wrong.empty()) return say(problems, "hours_exceptions", wrong);
    }
    check_each_day_once(weekly, around, problems);
}

/// "stängt" somewhere and nothing else: closed all week. All left empty says nothing.
bool says_closed_all_week(const Draft& draft, const WeeklyHours& weekly) {
    bool is_said = false;
    for (int day = 0; day < 7; ++day) {
        if (!weekly.days[static_cast<std::size_t>(day)].empty()) return false;
        is_said = is_said || !base::trim(register_::typed(draft, "hours_day_" + std::to_string(day))).empty();
    }
    return is_said;
}

TimeRanges read_weekday(const Draft& draft, int day, const StoredHours& stored, const Surroundings& around,
                        Problems& problems) {
    const std::string name = "hours_day_" + std::to_string(day);
    const auto weekday = around.words->weekday(day);
    const auto ranges = read_ranges(register_::typed(draft, name));
    if (!ranges) {
        say(problems, name, around.words->t("Write the hours of {day} as 8–12, 13–16.30", {{"day", weekday}}));
        return {};
    }
    const bool is_stored = typed_text(draft, name) == stored.shown.fields.find(name)->second;
    const auto wrong = is_stored ? "" : turned_round(*ranges, weekday + " " + ranges_text(*ranges), around);
    if (!wrong.empty()) say(problems, name, wrong);
    return *ranges;
}

WeeklyHours read_weekly_form(const Draft& draft, const StoredHours& stored, const Surroundings& around
                             , Problems& problems) {
    WeeklyHours weekly;
    for (int day = 0; day < 7; ++day) {
        weekly.days[static_cast<std::size_t>(day)] = read_weekday(draft, day, stored, around, problems);
    }
    weekly.closed_all_week = says_closed_all_week(draft, weekly);
    if (auto exceptions = read_exceptions(register_::typed(draft, "hours_exceptions"), country_of(around))) {
        weekly.exceptions = std::move(*exceptions);
        check_exceptions(weekly, stored, around, problems);
    } else {
        std::string lines;
        for (const int line : exceptions.error()) lines += (lines.empty() ? "" : ", ") + std::to_string(line);
        say(problems, "hours_exceptions",
            around.words->tn("Line {lines} of the exceptions cannot be read. Write 2026-12-23 10–14",
                                               "Lines {lines} of the exceptions cannot be read. Write 2026-12-23 10–14",
                                               std::ssize(exceptions.error()), {{"lines", lines}}));
    }
    return weekly;
}

void read_incomplete(const Draft& draft, Hours& hours, const StoredHours& stored, const Surroundings& around,
                     Problems& problems) {
    hours.complete = false;
    const auto days = read_days_per_week(base::trim(register_::typed(draft, "hours_days_per_week")));
    if (!days) say(problems, "hours_days_per_week", around.words->t("Write a number of days from 1 to 7"));
    hours.days_per_week = days.value_or(0);
    const auto time = [&](const char* field) {
        const auto text = base::trim(register_::typed(draft, field));
        if (text.empty()) return std::string();
        const auto range = read_ranges(std::string(text) + "-24");
        if (!range || range->empty()) {
            say(problems, field, around.words->t("Write a time such as 10.00"));
            return std::string();
        }
        return ranges_text(*range).substr(0, 5);
    };
    hours.opens = time("hours_opens");
    hours.closes = time("hours_closes");
    if (hours.opens.empty() || hours.closes.empty()) return;
    const auto stated = hours.opens + "-" + hours.closes;
    const auto& before = stored.shown.fields;
    if (stated == before.find("hours_opens")->second + "-" + before.find("hours_closes")->second) return;
    const auto range = read_ranges(stated);
    const auto wrong = range ? turned_round(*range, stated, around) : around.words->t("Write a time such as 10.00");
    if (!wrong.empty()) say(problems, "hours_closes", wrong);
}

std::string not_understood(const std::string& rule, const Surroundings& around) {
    const auto read = read_notation(rule);
    if (!read && !read.error().meant.empty()) {
        return around.words->t("Here a date is written with the year first and the month in English: {date}",
                      {{"date", read.error().meant}});
    }
    if (!read && !read.error().joined_to.empty()) {
        return around.words->t("A ; is missing before {word}. Write Mo-Fr 08:00-16:30; Sa 10:00-14:00",
                      {{"word", read.error().joined_to}});
    }
    return around.words->t("The hours cannot be read. Write them such as Mo-Fr 08:00-16:30; Sa 10:00-14:00");
}

void read_notation_form(const Draft& draft, Hours& hours, const Surroundings& around, Problems& problems) {
    hours.rule = std::string(base::trim(register_::typed(draft, "hours_rule")));
    const auto checked = check_hours(hours.rule);
    if (checked) return;
    switch (checked.error()) {
        case HoursError::empty: say(problems, "hours_rule", around.words->t("Write the hours, such as Mo-Fr 08:00-16:30")); break;
        case HoursError::too_long:
            say(problems, "hours_rule", around.words->t("The hours are too long. Write at most 500 characters."));
            break;
        case HoursError::not_understood: say(problems, "hours_rule", not_understood(hours.rule, around)); break;
        case HoursError::not_supported:
            say(problems, 
                "hours_rule",
                around.words->t("The hours use something that we cannot work out, such as sunset or school holidays"));
            break;
    }
}

constexpr std::array<std::string_view, 12> hours_fields{
    "hours_day_0", "hours_day_1", "hours_day_2", "hours_day_3", "hours_day_4", "hours_day_5", "hours_day_6",
    "hours_exceptions", "hours_days_per_week", "hours_opens", "hours_closes", "hours_rule"};

std::string_view mode_of_field(std::string_view field) {
    if (field == "hours_rule") return "notation";
    return field.starts_with("hours_day_") || field == "hours_exceptions" ? "weekly" : "incomplete";
}

/// Nothing stands at any weekday, not even that it is closed.
bool says_no_week(const Draft& draft) {
    for (const auto field : hours_fields)
        if (field.starts_with("hours_day_") && !typed_text(draft, field).empty()) return false;
    return true;
}

/// A row that was copied from a table has the notation beside the weekdays that it says again.
bool repeats_the_week(const Draft& draft, const StoredHours& stored, const Surroundings& around) {
    const auto rule = base::trim(register_::typed(draft, "hours_rule"));
    if (rule.empty() || register_::typed(draft, "hours_mode") != "weekly") return false;
    Problems not_said;
    return to_rule(read_weekly_form(draft, stored, around, not_said)) == rule && not_said.empty();
}

/// The ways in which hours were typed that do not stand in the form already.
std::vector<std::string_view> typed_modes(const Draft& draft, const StoredHours& stored, const Surroundings& around) {
    std::vector<std::string_view> modes;
    const bool repeats = repeats_the_week(draft, stored, around);
    for (const auto field : hours_fields) {
        const auto text = typed_text(draft, field);
        const auto mode = mode_of_field(field);
        if (text.empty() || text == stored.shown.fields.find(field)->second || (repeats && field == "hours_rule")) continue;
        if (std::ranges::find(modes, mode) == modes.end()) modes.push_back(mode);
    }
    return modes;
}

/// What was typed holds where the choice was left as it stood; where both say something, the person decides.
std::string mode_meant(const Draft& draft, const StoredHours& stored, const Surroundings& around, Problems& problems) {
    const std::string chosen(register_::typed(draft, "hours_mode"));
    const auto typed = typed_modes(draft, stored, around);
    if (typed.empty() || (typed.size() == 1 && typed[0] == chosen)) return chosen;
    if (typed.size() == 1 && (chosen == stored.shown.mode || chosen.empty())) {
        const bool loses_what_stands = typed[0] == "weekly" && stored.shown.mode != "unknown" && says_no_week(draft);
        if (!loses_what_stands) return std::string(typed[0]);
        say(problems, "hours_exceptions", around.words->t(
            "The usual week is written in another way, and would be lost. Fill in the usual week too, or write the "
            "exceptions in the notation: 2026 Dec 24 10:00-12:00"));
        return chosen;
    }
    say(problems, "hours_mode", around.words->t("Hours are written in a way that is not the chosen one. "
                                    "Choose which holds and empty the rest."));
    return chosen;
}

}  // namespace

Hours read_typed_hours(const Draft& draft, const Hours& before, const Surroundings& around, Problems& problems) {
    Hours hours;
    const auto stored = stored_hours(before, around);
    const auto mode = mode_meant(draft, stored, around, problems);
    hours.note = register_::cleaned(register_::typed(draft, "hours_note"));
    if (base::length(hours.note) > longest_note)
        problems.push_back({"hours_note", TEXT("Write at most {n} characters."), longest_note});
    if (mode == "weekly") {
        hours.rule = to_rule(read_weekly_form(draft, stored, around, problems));
    } else if (mode == "incomplete") {
        read_incomplete(draft, hours, stored, around, problems);
    } else if (mode == "notation") {
        read_notation_form(draft, hours, around, problems);
    }
    return hours;
}

}  // namespace digilots::directory
