#include <algorithm>
#include <array>

#include "directory/hours.h"
#include "directory/place_view.h"
#include "directory/record_form.h"
#include "directory/weekly_hours.h"
#include "platform/base/text.h"

namespace digilots::directory {
namespace {

constexpr std::size_t longest_note = 300;

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

StoredHours stored_hours(const Record& before, const html::Page& page) {
    const auto weekly = read_weekly(read_hours(before).rule);
    return {shown_hours(before, page), weekly ? weekly->exceptions : std::vector<DateException>()};
}

std::string typed_text(const http::Fields& form, std::string_view field) {
    std::string text(base::trim(form.get(field)));
    std::erase(text, '\r');
    return text;
}

/// "18–10" is most often ten to eighteen; who is open all night can say so. "" where nothing is doubtful.
std::string turned_round(const TimeRanges& ranges, const std::string& what, const html::Page& page) {
    const auto found = std::ranges::find_if(ranges, may_be_turned_round);
    if (found == ranges.end()) return "";
    constexpr int midnight = 24 * 60;
    const int closes = found->to - midnight;
    return page.t("“{what}” closes before it opens. Did you mean {turned}? "
                  "If it is open all night, write {evening} that day and {morning} the day after.",
                  {{"what", what},
                   {"turned", ranges_text({{closes, found->from}})},
                   {"evening", ranges_text({{found->from, midnight}})},
                   {"morning", ranges_text({{0, closes}})}});
}

/// What would be saved without effect is asked about: "10–12 on the weekend" of a place that is closed then.
std::string without_effect(const DateException& exception, const WeeklyHours& weekly, const html::Page& page) {
    const auto fallen = days_without_effect(exception, weekly.days);
    if (!fallen) return "";
    DateException named = exception;
    named.weekdays = fallen;
    return page.t(exception.weekdays
        ? TEXT("None of the days that you name is in the period: {period}. Which days are meant? Write: {example}")
        : TEXT("No day of this period is open in a usual week: {period}. Which days are meant? Write: {example}"),
        {{"period", exceptions_text({exception}, page.translator(), country_of(page))},
         {"example", exceptions_text({named}, page.translator(), country_of(page))}});
}

/// "2025-12-24" where Christmas Eve of 2026 is meant; "" where it is still to come, or comes every year.
std::string has_passed(const DateException& exception, base::Date today, const html::Page& page) {
    const auto date_of = [](const CalendarDay& day) {
        return std::chrono::year(day.year) / std::chrono::month(day.month) / std::chrono::day(day.day);
    };
    if (exception.from.year == 0 || date_of(exception.to) >= today) return "";
    DateException meant = exception;
    do {
        ++meant.from.year;
        ++meant.to.year;
    } while (date_of(meant.to) < today || !date_of(meant.from).ok() || !date_of(meant.to).ok());
    return page.t("“{line}” has passed already. Did you mean {meant}? Otherwise remove the line.",
                  {{"line", exceptions_text({exception}, page.translator(), country_of(page))},
                   {"meant", exceptions_text({meant}, page.translator(), country_of(page))}});
}

/// The first that is wrong; they are told one at a time.
void check_exceptions(const WeeklyHours& weekly, const StoredHours& stored, const html::Page& page, base::Date today,
                      html::FormErrors& errors) {
    for (const DateException& exception : weekly.exceptions) {
        auto wrong = without_effect(exception, weekly, page);
        if (wrong.empty() && !stored.has(exception)) {
            wrong = turned_round(exception.ranges, exceptions_text({exception}, page.translator(), country_of(page)), page);
            if (wrong.empty()) wrong = has_passed(exception, today, page);
        }
        if (!wrong.empty()) return errors.add("hours_exceptions", wrong);
    }
}

/// "stängt" somewhere and nothing else: closed all week. All left empty says nothing.
bool says_closed_all_week(const http::Fields& form, const WeeklyHours& weekly) {
    bool is_said = false;
    for (int day = 0; day < 7; ++day) {
        if (!weekly.days[static_cast<std::size_t>(day)].empty()) return false;
        is_said = is_said || !base::trim(form.get("hours_day_" + std::to_string(day))).empty();
    }
    return is_said;
}

TimeRanges read_weekday(const http::Fields& form, int day, const StoredHours& stored, const html::Page& page,
                        html::FormErrors& errors) {
    const std::string name = "hours_day_" + std::to_string(day);
    const auto weekday = page.translator().weekday(day);
    const auto ranges = read_ranges(form.get(name));
    if (!ranges) {
        errors.add(name, page.t("Write the hours of {day} as 8–12, 13–16.30", {{"day", weekday}}));
        return {};
    }
    const bool is_stored = typed_text(form, name) == stored.shown.fields.find(name)->second;
    const auto wrong = is_stored ? "" : turned_round(*ranges, weekday + " " + ranges_text(*ranges), page);
    if (!wrong.empty()) errors.add(name, wrong);
    return *ranges;
}

WeeklyHours read_weekly_form(const http::Fields& form, const StoredHours& stored, const html::Page& page, base::Date today,
                             html::FormErrors& errors) {
    WeeklyHours weekly;
    for (int day = 0; day < 7; ++day) {
        weekly.days[static_cast<std::size_t>(day)] = read_weekday(form, day, stored, page, errors);
    }
    weekly.closed_all_week = says_closed_all_week(form, weekly);
    if (auto exceptions = read_exceptions(form.get("hours_exceptions"), country_of(page))) {
        weekly.exceptions = std::move(*exceptions);
        check_exceptions(weekly, stored, page, today, errors);
    } else {
        std::string lines;
        for (const int line : exceptions.error()) lines += (lines.empty() ? "" : ", ") + std::to_string(line);
        errors.add("hours_exceptions", page.tn("Line {lines} of the exceptions cannot be read. Write 2026-12-23 10–14",
                                               "Lines {lines} of the exceptions cannot be read. Write 2026-12-23 10–14",
                                               std::ssize(exceptions.error()), {{"lines", lines}}));
    }
    return weekly;
}

void read_incomplete(const http::Fields& form, Hours& hours, const StoredHours& stored, const html::Page& page,
                     html::FormErrors& errors) {
    hours.complete = false;
    const auto days = read_days_per_week(base::trim(form.get("hours_days_per_week")));
    if (!days) errors.add("hours_days_per_week", page.t("Write a number of days from 1 to 7"));
    hours.days_per_week = days.value_or(0);
    const auto time = [&](const char* field) {
        const auto text = base::trim(form.get(field));
        if (text.empty()) return std::string();
        const auto range = read_ranges(std::string(text) + "-24");
        if (!range || range->empty()) {
            errors.add(field, page.t("Write a time such as 10.00"));
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
    const auto wrong = range ? turned_round(*range, stated, page) : page.t("Write a time such as 10.00");
    if (!wrong.empty()) errors.add("hours_closes", wrong);
}

std::string not_understood(const std::string& rule, const html::Page& page) {
    const auto read = read_notation(rule);
    if (!read && !read.error().meant.empty()) {
        return page.t("Here a date is written with the year first and the month in English: {date}",
                      {{"date", read.error().meant}});
    }
    if (!read && !read.error().joined_to.empty()) {
        return page.t("A ; is missing before {word}. Write Mo-Fr 08:00-16:30; Sa 10:00-14:00",
                      {{"word", read.error().joined_to}});
    }
    return page.t("The hours cannot be read. Write them such as Mo-Fr 08:00-16:30; Sa 10:00-14:00");
}

void read_notation_form(const http::Fields& form, Hours& hours, const html::Page& page, html::FormErrors& errors) {
    hours.rule = std::string(base::trim(form.get("hours_rule")));
    const auto checked = check_hours(hours.rule);
    if (checked) return;
    switch (checked.error()) {
        case HoursError::empty: errors.add("hours_rule", page.t("Write the hours, such as Mo-Fr 08:00-16:30")); break;
        case HoursError::too_long:
            errors.add("hours_rule", page.t("The hours are too long. Write at most 500 characters."));
            break;
        case HoursError::not_understood: errors.add("hours_rule", not_understood(hours.rule, page)); break;
        case HoursError::not_supported:
            errors.add(
                "hours_rule",
                page.t("The hours use something that we cannot work out, such as sunset or school holidays"));
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

/// The ways in which hours were typed that do not stand in the form already.
std::vector<std::string_view> typed_modes(const http::Fields& form, const ShownHours& shown) {
    std::vector<std::string_view> modes;
    for (const auto field : hours_fields) {
        const auto text = typed_text(form, field);
        const auto mode = mode_of_field(field);
        if (text.empty() || text == shown.fields.find(field)->second) continue;
        if (std::ranges::find(modes, mode) == modes.end()) modes.push_back(mode);
    }
    return modes;
}

/// What was typed holds where the choice was left as it stood; where both say something, the person decides.
std::string mode_meant(const http::Fields& form, const ShownHours& shown, const html::Page& page, html::FormErrors& errors) {
    const std::string chosen(form.get("hours_mode"));
    const auto typed = typed_modes(form, shown);
    if (typed.empty() || (typed.size() == 1 && typed[0] == chosen)) return chosen;
    if (typed.size() == 1 && (chosen == shown.mode || chosen.empty())) return std::string(typed[0]);
    errors.add("hours_mode", page.t("Hours are written in a way that is not the chosen one. "
                                    "Choose which holds and empty the rest."));
    return chosen;
}

}  // namespace

void read_hours_form(const http::Fields& form, const Record& before, Facts& facts, const html::Page& page, base::Date today,
                     html::FormErrors& errors) {
    Hours hours;
    const auto stored = stored_hours(before, page);
    const auto mode = mode_meant(form, stored.shown, page, errors);
    hours.note = bounded(base::clean(form.get("hours_note")), "hours_note", longest_note, page, errors);
    if (mode == "weekly") {
        hours.rule = to_rule(read_weekly_form(form, stored, page, today, errors));
    } else if (mode == "incomplete") {
        read_incomplete(form, hours, stored, page, errors);
    } else if (mode == "notation") {
        read_notation_form(form, hours, page, errors);
    }
    write_hours(facts, hours);
    // Not stored: shows the person's own words again where something is wrong.
    facts["typed_hours_mode"] = mode;
    for (const auto field : hours_fields) facts["typed_" + std::string(field)] = form.get(field);
}

}  // namespace digilots::directory
