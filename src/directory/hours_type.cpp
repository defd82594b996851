#include "directory/hours_type.h"

#include <algorithm>

#include "directory/field_types.h"
#include "directory/record.h"
#include "platform/base/text.h"
#include "platform/calendar/hours.h"
#include "platform/calendar/weekly_hours.h"
#include "platform/register/types.h"

namespace digilots::directory {

using calendar::ranges_text, calendar::exceptions_text, calendar::closed_word, calendar::read_weekly;

namespace {

using html::components::Field;
using register_::Control;
using register_::FormPart;

struct Named {
    const char* input;
    i18n::Text label;
};

constexpr Named times_known[] = {{"hours_days_per_week", TEXT("Days a week")},
                                 {"hours_opens", TEXT("From")},
                                 {"hours_closes", TEXT("Until")}};

const register_::Choices& modes() {
    static const register_::Choices all = register_::fixed_terms(
        {{"weekly", TEXT("The hours of each weekday")},
         {"incomplete", TEXT("Only something, such as two days a week")},
         {"notation", TEXT("Notation of OpenStreetMap")},
         {"unknown", TEXT("Nothing")}});
    return all;
}

std::string day_input(int day) { return "hours_day_" + std::to_string(day); }

FormPart line(std::string name, std::string label, const Draft& draft) {
    Field field{.name = std::move(name), .label = std::move(label)};
    field.value = register_::typed(draft, field.name);
    field.autocomplete = "off";
    field.optional = true;
    return {Control::line, std::move(field)};
}

FormPart week_part(const Draft& draft, const Surroundings& around) {
    FormPart week{Control::group, {.name = "hours_week", .label = around.t(TEXT("A usual week"))}};
    week.field.hint = around.t(TEXT("Such as 8–12, 13–16.30. Leave it empty for a day that is closed."));
    for (int day = 0; day < 7; ++day) {
        week.parts.push_back(line(day_input(day), around.words->weekday(day), draft));
        week.parts.back().field.optional = false;       // the hint says what an empty day means
    }
    return week;
}

/// All lines stand there, and room for one more.
int rows_for(std::string_view text) {
    constexpr int fewest = 4;
    return std::max(fewest, static_cast<int>(std::ranges::count(text, '\n')) + 2);
}

FormPart exceptions_part(const Draft& draft, const Surroundings& around) {
    auto part = line("hours_exceptions", around.t(TEXT("Exceptions")), draft);
    part.control = Control::area;
    part.field.hint = around.t(TEXT("One a line: 2026-12-23 10–14, or 15 June – 15 August 10–15, or 27–30 December closed, "
                                    "or the name of a day: Christmas Eve closed. "
                                    "A period changes the days that are open in a usual week; name others, such as Sat 10–12. "
                                    "Public holidays and their eves are closed without saying it."));
    part.field.rows = rows_for(part.field.value);
    return part;
}

class HoursType final : public register_::FieldType {
public:
    std::vector<register_::Column> columns(const register_::Field&) const override {
        using enum register_::Storage;
        return {{"hours_rule", text},          {"hours_complete", whole}, {"hours_note", text},
                {"hours_days_per_week", whole}, {"hours_opens", text},     {"hours_closes", text}};
    }
    std::vector<std::string> inputs(const register_::Field&) const override {
        std::vector<std::string> all{"hours_mode"};
        for (int day = 0; day < 7; ++day) all.push_back(day_input(day));
        for (const char* rest : {"hours_exceptions", "hours_days_per_week", "hours_opens", "hours_closes", "hours_rule",
                                 "hours_note"})
            all.emplace_back(rest);
        return all;
    }
    std::string table_heading(const register_::Field& field, std::size_t input, const Surroundings& around) const override {
        return around.t(field.title) + ": " + label(input, around);
    }

    void read(const register_::Field&, const Draft& draft, const Surroundings& around, register_::Record& into,
              Problems& problems) const override {
        put_hours(into, read_typed_hours(draft, read_hours(into), around, problems));
    }
    void write(const register_::Field&, const register_::Record& record, const Surroundings& around, Draft& into) const override {
        const auto hours = read_hours(record);
        const auto shown = shown_hours(hours, around);
        into["hours_mode"] = {shown.mode};
        for (const auto& [input, text] : shown.fields) into[input] = {text};
        into["hours_note"] = {hours.note};
    }
    std::vector<register_::FreeText> free_texts(const register_::Field&, const register_::Record& record) const override {
        return {{"hours_note", record.text("hours_note")}};
    }
    std::vector<FormPart> form(const register_::Field& field, const Draft& draft, const Surroundings& around) const override {
        const std::string mode(draft.contains("hours_mode") ? register_::typed(draft, "hours_mode") : "unknown");
        FormPart all{Control::group, register_::control_of(field, draft, around)};
        all.field.label = around.t(TEXT("Hours"));
        if (all.field.hint.empty()) all.field.hint = around.t(TEXT("Residents see that the hours are not stated."));
        Field choice{.name = "hours_mode", .label = around.t(TEXT("What do we know about the hours?"))};
        choice.options = register_::options_of(mode, modes()(around));
        all.parts = {{Control::choice, std::move(choice)}, week_part(draft, around), exceptions_part(draft, around)};
        FormPart known{Control::details, {.name = "", .label = around.t(TEXT("Only something is known of the hours"))}};
        for (const auto& [input, text] : times_known) known.parts.push_back(line(input, around.t(text), draft));
        known.is_open = mode == "incomplete";
        FormPart notation{Control::details, {.name = "", .label = around.t(TEXT("Notation of OpenStreetMap"))}};
        notation.parts = {line("hours_rule", around.t(TEXT("Notation")), draft)};
        notation.is_open = mode == "notation";
        auto note = line("hours_note", around.t(TEXT("Note about the hours, shown to everybody")), draft);
        note.control = Control::area;
        note.field.rows = 2;
        all.parts.insert(all.parts.end(), {std::move(known), std::move(notation), std::move(note)});
        return {std::move(all)};
    }
    register_::Shown show(const register_::Field& field, const register_::Record& record,
                          const Surroundings& around) const override {
        Draft draft;
        write(field, record, around, draft);
        register_::Shown shown;
        const auto all = inputs(field);
        for (std::size_t input = 1; input < all.size(); ++input) {
            const auto text = register_::typed(draft, all[input]);
            const bool repeats = all[input] == "hours_rule" && register_::typed(draft, "hours_mode") != "notation";
            if (!text.empty() && !repeats) shown.lines.push_back(label(input, around) + ": " + std::string(text));
        }
        return shown;
    }
    tables::Cell cell(const register_::Field& field, std::size_t input, const register_::Record& record,
                      const Surroundings& around) const override {
        if (input > 0) return FieldType::cell(field, input, record, around);
        return register_::cell_of_choice(modes()(around), shown_hours(read_hours(record), around).mode);
    }
    std::vector<std::string> from_cell(const register_::Field&, std::size_t input, std::string_view cell,
                                       const Surroundings& around) const override {
        if (input > 0) return {std::string(cell)};
        return {register_::choice_of_cell(modes()(around), cell)};
    }
    void json(const register_::Field& field, const register_::Record& record, base::JsonWriter& out) const override {
        out.member(field.name, record.text("hours_rule"));
    }

private:
    /// In the order of inputs().
    static std::string label(std::size_t input, const Surroundings& around) {
        constexpr std::size_t first_day = 1, exceptions = 8, first_known = 9, rule = 12;
        if (input < first_day) return around.t(TEXT("What do we know about the hours?"));
        if (input < exceptions) return around.words->weekday(static_cast<int>(input - first_day));
        if (input == exceptions) return around.t(TEXT("Exceptions"));
        if (input < rule) return around.t(times_known[input - first_known].label);
        return around.t(input == rule ? TEXT("Notation") : TEXT("Note about the hours, shown to everybody"));
    }
};

}  // namespace

std::string_view country_of(const Surroundings& around) {
    const auto* municipality = municipality::Municipalities::find(around.municipality_id);
    return municipality == nullptr ? std::string_view(around.country) : std::string_view(municipality->country);
}

ShownHours shown_hours(const Hours& hours, const Surroundings& around) {
    const auto weekly = read_weekly(hours.rule);
    ShownHours shown;
    shown.mode = !hours.complete ? "incomplete" : hours.rule.empty() ? "unknown" : weekly ? "weekly" : "notation";
    for (int day = 0; day < 7; ++day) {
        auto& text = shown.fields[day_input(day)];
        if (!weekly) continue;
        const auto& ranges = weekly->days[static_cast<std::size_t>(day)];
        text = weekly->closed_all_week ? closed_word(*around.words) : ranges_text(ranges);
    }
    shown.fields["hours_exceptions"] = weekly ? exceptions_text(weekly->exceptions, *around.words, country_of(around)) : "";
    shown.fields["hours_days_per_week"] = hours.days_per_week > 0 ? std::to_string(hours.days_per_week) : "";
    shown.fields["hours_opens"] = hours.opens;
    shown.fields["hours_closes"] = hours.closes;
    shown.fields["hours_rule"] = hours.rule;
    return shown;
}

register_::Field hours(std::string_view name, i18n::Text title) {
    return {name, title, std::make_shared<HoursType>()};
}

}  // namespace digilots::directory
