#include <algorithm>
#include <array>

#include "municipality/phone_hours.h"
#include "municipality/settings.h"

namespace digilots::municipality {

namespace {

using register_::Draft, register_::Field, register_::FormPart, register_::Problems, register_::Record,
    register_::Surroundings;

constexpr std::string_view chosen_input = "page_languages", first_input = "default_language";

class LanguagesType final : public register_::FieldType {
public:
    std::vector<std::string> inputs(const Field&) const override {
        return {std::string(chosen_input), std::string(first_input)};
    }

    void read(const Field& field, const Draft& draft, const Surroundings&, Record& into,
              Problems& problems) const override {
        std::vector<std::string> chosen;
        const auto given = draft.find(chosen_input);
        if (given != draft.end())
            for (const auto& code : given->second) {
                if (!i18n::has_language(code))
                    return add(problems, chosen_input, TEXT("What was chosen is not in the list. Choose again."));
                if (std::ranges::find(chosen, code) == chosen.end()) chosen.push_back(code);
            }
        if (chosen.empty()) return add(problems, chosen_input, TEXT("Choose at least one language."));
        const auto first = std::ranges::find(chosen, register_::typed(draft, first_input));
        if (first == chosen.end())
            return add(problems, first_input, TEXT("The first language must be one of the chosen languages."));
        std::rotate(chosen.begin(), first, first + 1);
        into.columns[std::string(field.name)] = register_::joined_list(chosen);
    }
    void write(const Field& field, const Record& record, const Surroundings&, Draft& into) const override {
        const auto languages = record.list(field.name);
        into[std::string(chosen_input)] = languages;
        if (!languages.empty()) into[std::string(first_input)] = {languages.front()};
    }
    std::vector<FormPart> form(const Field& field, const Draft& draft, const Surroundings& around) const override {
        html::components::Field boxes{.name = std::string(chosen_input), .label = around.t(field.title)};
        html::components::Field first{
            .name = std::string(first_input),
            .label = around.t(TEXT("First language")),
            .hint = around.t(TEXT("For those whose browser asks for none of the chosen languages."))};
        const auto given = draft.find(chosen_input);
        for (const auto& language : i18n::languages()) {
            const bool is_chosen =
                given != draft.end() && std::ranges::find(given->second, language.code) != given->second.end();
            boxes.options.push_back({language.code, language.own_name, is_chosen});
            first.options.push_back({language.code, language.own_name, register_::typed(draft, first_input) == language.code});
        }
        return {{register_::Control::boxes, std::move(boxes)}, {register_::Control::choice, std::move(first)}};
    }

private:
    static void add(Problems& problems, std::string_view input, i18n::Text text) {
        problems.push_back({std::string(input), text});
    }
};

struct Time {
    std::string_view input;
    i18n::Text label;
    std::string PhoneHours::* member;
};
constexpr std::array<Time, 4> times{{{"monday_opens", TEXT("Monday to Thursday, opens"), &PhoneHours::monday_opens},
                                     {"monday_closes", TEXT("Monday to Thursday, closes"), &PhoneHours::monday_closes},
                                     {"friday_opens", TEXT("Friday, opens"), &PhoneHours::friday_opens},
                                     {"friday_closes", TEXT("Friday, closes"), &PhoneHours::friday_closes}}};

/// One group of days: both times or none, and in order.
bool read_group(std::string& opens, std::string& closes, std::string_view input, Problems& problems) {
    const auto first = parse_time(opens), second = parse_time(closes);
    i18n::Text fault;
    if (!first || !second) {
        fault = TEXT("Write the times as hours and minutes, such as 8:00 and 16:30.");
    } else if (first->empty() != second->empty()) {
        fault = TEXT("Write both when the phone opens and when it closes.");
    } else if (!first->empty() && *first >= *second) {
        fault = TEXT("The phone must close after it opens.");
    } else {
        opens = *first;
        closes = *second;
        return true;
    }
    problems.push_back({std::string(input), fault});
    return false;
}

class PhoneHoursType final : public register_::FieldType {
public:
    std::vector<std::string> inputs(const Field&) const override {
        std::vector<std::string> names;
        for (const auto& time : times) names.emplace_back(time.input);
        return names;
    }

    void read(const Field& field, const Draft& draft, const Surroundings&, Record& into,
              Problems& problems) const override {
        PhoneHours hours;
        for (const auto& time : times) hours.*time.member = register_::typed(draft, time.input);
        const bool monday = read_group(hours.monday_opens, hours.monday_closes, times[0].input, problems);
        const bool friday = read_group(hours.friday_opens, hours.friday_closes, times[2].input, problems);
        if (!monday || !friday) return;
        const bool shown_elsewhere = hours == PhoneHours{} && !parse_phone_hours(into.text(field.name));
        if (!shown_elsewhere) into.columns[std::string(field.name)] = format_phone_hours(hours);
    }
    void write(const Field& field, const Record& record, const Surroundings&, Draft& into) const override {
        const auto hours = parse_phone_hours(record.text(field.name));
        for (const auto& time : times) into[std::string(time.input)] = {hours ? *hours.*time.member : ""};
        if (!hours) into[std::string(field.name)] = {record.text(field.name)};
    }
    std::vector<FormPart> form(const Field& field, const Draft& draft, const Surroundings& around) const override {
        std::vector<FormPart> parts;
        for (const auto& time : times)
            parts.push_back({register_::Control::line, {.name = std::string(time.input),
                                                        .label = around.t(time.label),
                                                        .value = std::string(register_::typed(draft, time.input)),
                                                        .autocomplete = "off",
                                                        .optional = true}});
        const std::string kept(register_::typed(draft, field.name));
        if (!kept.empty())
            parts.front().field.hint =
                around.words->t(TEXT("Hours now: {hours}. Leave the times empty to keep them."), {{"hours", kept}});
        return parts;
    }
};

}  // namespace

Field page_languages(std::string_view name, i18n::Text title) {
    return {name, title, std::make_shared<LanguagesType>()};
}

Field phone_hours(std::string_view name, i18n::Text title) {
    return {name, title, std::make_shared<PhoneHoursType>()};
}

}  // namespace digilots::municipality
