#include <algorithm>
#include <array>

#include "directory/hours.h"
#include "directory/place_view.h"
#include "directory/record_form.h"
#include "directory/weekly_hours.h"
#include "platform/base/text.h"

namespace digilots::directory {
namespace {

using html::components::Field;

/// What a person typed in a form that came back with errors, else what is stored.
std::string shown_value(const Record& record, const ShownHours& shown, const std::string& field) {
    const auto typed = record.facts.find("typed_" + field);
    if (typed != record.facts.end()) return typed->second;
    const auto found = shown.fields.find(field);
    return found == shown.fields.end() ? "" : found->second;
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

FormItem week_part(const Record& record, const ShownHours& shown, const FormContext& context) {
    const auto& page = context.page;
    FormItem week{FormItem::Kind::group, {.name = "hours_week", .label = page.t("A usual week")}, {}};
    week.field.hint = page.t("Such as 8–12, 13–16.30. Leave it empty for a day that is closed.");
    for (int day = 0; day < 7; ++day) {
        const std::string name = "hours_day_" + std::to_string(day);
        Field field{.name = name, .label = page.translator().weekday(day)};
        field.value = shown_value(record, shown, name);
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

/// All lines stand there, and room for one more.
int rows_for(std::string_view text) {
    constexpr int fewest = 4;
    return std::max(fewest, static_cast<int>(std::ranges::count(text, '\n')) + 2);
}

std::string summary(const Record& record, const FormContext& context) {
    const auto& page = context.page;
    const auto words = hours_as_shown(read_hours(record), context);
    return words.empty() ? page.t("Residents see that the hours are not stated.")
                         : page.t("Residents see: {hours}", {{"hours", words}});
}

}  // namespace

ShownHours shown_hours(const Record& record, const html::Page& page) {
    const Hours hours = read_hours(record);
    const auto weekly = read_weekly(hours.rule);
    ShownHours shown;
    shown.mode = !hours.complete ? "incomplete" : hours.rule.empty() ? "unknown" : weekly ? "weekly" : "notation";
    for (std::size_t day = 0; day < 7; ++day) {
        shown.fields["hours_day_" + std::to_string(day)] = weekly ? ranges_text(weekly->days[day]) : "";
        if (weekly && weekly->closed_all_week) shown.fields["hours_day_" + std::to_string(day)] = closed_word(page.translator());
    }
    shown.fields["hours_exceptions"] = weekly ? exceptions_text(weekly->exceptions, page.translator(), country_of(page)) : "";
    shown.fields["hours_days_per_week"] = hours.days_per_week > 0 ? std::to_string(hours.days_per_week) : "";
    shown.fields["hours_opens"] = hours.opens;
    shown.fields["hours_closes"] = hours.closes;
    shown.fields["hours_rule"] = hours.rule;
    return shown;
}

FormItem hours_item(const Record& record, const FormContext& context) {
    const auto& page = context.page;
    const auto note = fact(record, "hours_note");
    const auto shown = shown_hours(record, page);
    const auto typed_mode = record.facts.find("typed_hours_mode");
    const auto mode = typed_mode == record.facts.end() ? shown.mode : typed_mode->second;
    const auto value = [&](const char* field) { return shown_value(record, shown, field); };
    FormItem item{FormItem::Kind::group, {.name = "hours", .label = page.t("Hours")}, {}};
    item.field.hint = summary(record, context);
    item.parts.push_back(mode_part(mode, context));
    item.parts.push_back(week_part(record, shown, context));
    Field exceptions{.name = "hours_exceptions", .label = page.t("Exceptions"), .value = value("hours_exceptions"),
                     .hint = page.t("One a line: 2026-12-23 10–14, or 15 June – 15 August 10–15, or 27–30 December closed, "
                                    "or the name of a day: Christmas Eve closed. "
                                    "A period changes the days that are open in a usual week; name others, such as Sat 10–12. "
                                    "Public holidays and their eves are closed without saying it."),
                     .rows = rows_for(value("hours_exceptions"))};
    item.parts.push_back(part(FormItem::Kind::area, std::move(exceptions), context));
    item.parts.push_back(
        details_part(page.t("Only something is known of the hours"), mode == "incomplete",
                     {{.name = "hours_days_per_week", .label = page.t("Days a week"), .value = value("hours_days_per_week")},
                      {.name = "hours_opens", .label = page.t("From"), .value = value("hours_opens")},
                      {.name = "hours_closes", .label = page.t("Until"), .value = value("hours_closes")}},
                     context));
    item.parts.push_back(details_part(
        page.t("Notation of OpenStreetMap"), mode == "notation",
        {{.name = "hours_rule", .label = page.t("Notation"), .value = value("hours_rule")}}, context));
    Field words{.name = "hours_note", .label = page.t("Note about the hours, shown to everybody"),
                .value = std::string(note), .rows = 2};
    item.parts.push_back(part(FormItem::Kind::area, std::move(words), context));
    return item;
}

}  // namespace digilots::directory
