#include <array>

#include "directory/hours.h"
#include "directory/place_view.h"
#include "directory/record_form.h"
#include "directory/weekly_hours.h"
#include "platform/base/text.h"

namespace digilots::directory {
namespace {

using html::components::Field;

/// How the hours are told: by weekday, as notation, incomplete, or not at all.
std::string mode_of(const Record& record) {
    const auto given = record.facts.find("hours_mode");     // a form that came back with errors
    if (given != record.facts.end()) return given->second;
    const Hours hours = read_hours(record);
    if (!hours.complete) return "incomplete";
    if (hours.rule.empty()) return "unknown";
    return read_weekly(hours.rule) ? "weekly" : "notation";
}

std::string given_or(const Record& record, const std::string& field, std::string otherwise) {
    const auto given = record.facts.find(field);
    return given == record.facts.end() ? std::move(otherwise) : given->second;
}

FormItem part(FormItem::Kind kind, Field field, const FormContext& context) {
    field.error = context.errors.message(field.name);
    field.optional = kind != FormItem::Kind::select;
    field.autocomplete = kind == FormItem::Kind::text ? "off" : "";
    return {kind, std::move(field), {}};
}

FormItem mode_part(const std::string& mode, const FormContext& context) {
    const auto& page = context.page;
    Field field{.name = "hours_mode", .label = page.t("What do we know about the hours?")};
    field.options = {{"weekly", page.t("The hours of each weekday"), mode == "weekly"},
                     {"incomplete", page.t("Only something, such as two days a week"), mode == "incomplete"},
                     {"notation", page.t("Notation of OpenStreetMap"), mode == "notation"},
                     {"unknown", page.t("Nothing"), mode == "unknown"}};
    return part(FormItem::Kind::select, std::move(field), context);
}

FormItem week_part(const Record& record, const WeeklyHours& weekly, const FormContext& context) {
    const auto& page = context.page;
    FormItem week{FormItem::Kind::group, {.name = "hours_week", .label = page.t("A usual week")}, {}};
    week.field.hint = page.t("Such as 8–12, 13–16.30. Leave it empty for a day that is closed.");
    for (int day = 0; day < 7; ++day) {
        const std::string name = "hours_day_" + std::to_string(day);
        Field field{.name = name, .label = page.translator().weekday(day)};
        field.value = given_or(record, name, ranges_text(weekly.days[static_cast<std::size_t>(day)]));
        week.parts.push_back(part(FormItem::Kind::text, std::move(field), context));
        week.parts.back().field.optional = false;       // the hint says what an empty day means
    }
    return week;
}

/// Open where it is used, or where something in it is wrong.
FormItem details_part(const std::string& label, bool in_use, const std::vector<Field>& fields, const FormContext& context) {
    FormItem details{FormItem::Kind::details, {.name = "", .label = label}, {}};
    details.open = in_use;
    for (const auto& field : fields) {
        details.parts.push_back(part(FormItem::Kind::text, field, context));
        if (!details.parts.back().field.error.empty()) details.open = true;
    }
    return details;
}

/// "monday–friday 08:00–16:30, saturday 10:00–14:00": what residents see, in one line.
std::string week_in_words(const WeeklyHours& weekly, const html::Page& page) {
    std::string text;
    for (std::size_t day = 0; day < 7; ++day) {
        if (weekly.days[day].empty()) continue;
        std::size_t last = day;
        while (last + 1 < 7 && weekly.days[last + 1] == weekly.days[day]) ++last;
        text += (text.empty() ? "" : "; ") + page.translator().weekday(static_cast<int>(day));
        if (last > day) text += "–" + page.translator().weekday(static_cast<int>(last));
        text += " " + ranges_text(weekly.days[day]);
        day = last;
    }
    return text;
}

std::string summary(const Hours& hours, const html::Page& page) {
    if (!hours.complete) return page.t("Residents see: {hours}", {{"hours", said_hours(hours, Answer::unknown, page)}});
    if (hours.rule.empty()) return page.t("Residents see that the hours are not stated.");
    const auto weekly = read_weekly(hours.rule);
    if (!weekly) return page.t("Residents see: {hours}", {{"hours", hours.rule}});
    const auto words = week_in_words(*weekly, page);
    return words.empty() ? page.t("Residents see: closed all week") : page.t("Residents see: {hours}", {{"hours", words}});
}

std::optional<int> read_days_per_week(std::string_view text) {
    if (text.empty()) return 0;
    if (text.size() != 1 || text[0] < '1' || text[0] > '7') return std::nullopt;
    return text[0] - '0';
}

WeeklyHours read_weekly_form(const http::Fields& form, const html::Page& page, html::FormErrors& errors) {
    WeeklyHours weekly;
    for (int day = 0; day < 7; ++day) {
        const std::string name = "hours_day_" + std::to_string(day);
        if (const auto ranges = read_ranges(form.get(name))) {
            weekly.days[static_cast<std::size_t>(day)] = *ranges;
        } else {
            errors.add(name, page.t("Write the hours of {day} as 8–12, 13–16.30",
                                    {{"day", page.translator().weekday(day)}}));
        }
    }
    if (auto exceptions = read_exceptions(form.get("hours_exceptions"))) {
        weekly.exceptions = std::move(*exceptions);
    } else {
        errors.add("hours_exceptions", page.t("Line {n} of the exceptions cannot be read. Write 2026-12-23 10–14",
                                              {{"n", std::to_string(exceptions.error())}}));
    }
    return weekly;
}

void read_incomplete(const http::Fields& form, Hours& hours, const html::Page& page, html::FormErrors& errors) {
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
}

void read_notation(const http::Fields& form, Hours& hours, const html::Page& page, html::FormErrors& errors) {
    hours.rule = std::string(base::trim(form.get("hours_rule")));
    const auto checked = check_hours(hours.rule);
    if (checked) return;
    switch (checked.error()) {
        case HoursError::empty: errors.add("hours_rule", page.t("Write the hours, such as Mo-Fr 08:00-16:30")); break;
        case HoursError::too_long:
            errors.add("hours_rule", page.t("The hours are too long. Write at most 500 characters."));
            break;
        case HoursError::not_understood:
            errors.add(
                "hours_rule",
                page.t("The hours cannot be read. Write them such as Mo-Fr 08:00-16:30; Sa 10:00-14:00"));
            break;
        case HoursError::not_supported:
            errors.add(
                "hours_rule",
                page.t("The hours use something that we cannot work out, such as sunset or school holidays"));
            break;
    }
}

}  // namespace

FormItem hours_item(const Record& record, const FormContext& context) {
    const auto& page = context.page;
    const Hours hours = read_hours(record);
    const auto mode = mode_of(record);
    const auto weekly = read_weekly(hours.rule).value_or(WeeklyHours{});
    FormItem item{FormItem::Kind::group, {.name = "hours", .label = page.t("Hours")}, {}};
    item.field.hint = summary(hours, page);
    item.parts.push_back(mode_part(mode, context));
    item.parts.push_back(week_part(record, weekly, context));
    Field exceptions{.name = "hours_exceptions", .label = page.t("Exceptions"),
                     .value = given_or(record, "hours_exceptions", exceptions_text(weekly.exceptions)),
                     .hint = page.t("One a line: 2026-12-23 10–14, or 2026-12-27 – 2026-12-30 closed. "
                                    "Public holidays and their eves are closed without saying it."),
                     .rows = 2};
    item.parts.push_back(part(FormItem::Kind::area, std::move(exceptions), context));
    const std::string days = hours.days_per_week > 0 ? std::to_string(hours.days_per_week) : "";
    item.parts.push_back(details_part(page.t("Only something is known of the hours"), mode == "incomplete",
                                      {{.name = "hours_days_per_week", .label = page.t("Days a week"), .value = days},
                                       {.name = "hours_opens", .label = page.t("From"), .value = hours.opens},
                                       {.name = "hours_closes", .label = page.t("Until"), .value = hours.closes}},
                                      context));
    item.parts.push_back(details_part(page.t("Notation of OpenStreetMap"), mode == "notation",
                                      {{.name = "hours_rule", .label = page.t("Notation"), .value = hours.rule}}, context));
    Field note{.name = "hours_note", .label = page.t("Note about the hours, shown to everybody"), .value = hours.note, .rows = 2};
    item.parts.push_back(part(FormItem::Kind::area, std::move(note), context));
    return item;
}

void read_hours_form(const http::Fields& form, Facts& facts, const html::Page& page, html::FormErrors& errors) {
    Hours hours;
    const auto mode = form.get("hours_mode");
    hours.note = base::cut(base::clean(form.get("hours_note")), 300);
    if (mode == "weekly") {
        hours.rule = to_rule(read_weekly_form(form, page, errors));
    } else if (mode == "incomplete") {
        read_incomplete(form, hours, page, errors);
    } else if (mode == "notation") {
        read_notation(form, hours, page, errors);
    }
    write_hours(facts, hours);
    // Not stored: shows the person's own words again where something is wrong.
    facts["hours_mode"] = mode;
    facts["hours_exceptions"] = form.get("hours_exceptions");
    for (int day = 0; day < 7; ++day) {
        const std::string name = "hours_day_" + std::to_string(day);
        facts[name] = form.get(name);
    }
}

}  // namespace digilots::directory
