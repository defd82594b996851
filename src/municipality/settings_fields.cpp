#include <algorithm>

#include "municipality/settings.h"
#include "platform/calendar/weekly_hours.h"

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

std::string input_of(int day) { return "phone_day_" + std::to_string(day); }

/// As the rule says it; the week alone, without dates.
std::optional<calendar::WeeklyHours> shown_in_form(std::string_view rule) {
    auto hours = calendar::read_weekly(rule);
    return hours && hours->exceptions.empty() ? hours : std::nullopt;
}

std::string rule_of(const calendar::WeeklyHours& hours) {
    const auto rule = calendar::to_rule(hours);
    return rule.empty() ? rule : rule + "; PH off";
}

/// When the phone is answered: a line a weekday, each with as many times as there are.
class PhoneHoursType final : public register_::FieldType {
public:
    std::vector<std::string> inputs(const Field&) const override {
        std::vector<std::string> names;
        for (int day = 0; day < 7; ++day) names.push_back(input_of(day));
        return names;
    }

    void read(const Field& field, const Draft& draft, const Surroundings&, Record& into,
              Problems& problems) const override {
        calendar::WeeklyHours hours;
        const auto so_far = problems.size();
        for (int day = 0; day < 7; ++day) {
            const auto ranges = calendar::read_ranges(register_::typed(draft, input_of(day)));
            if (!ranges)
                problems.push_back({input_of(day), TEXT("Write times such as 8-12, 13-16.30, or leave the day empty.")});
            else if (std::ranges::any_of(*ranges, calendar::may_be_turned_round))
                problems.push_back({input_of(day), TEXT("The phone must close after it opens.")});
            else
                hours.days[static_cast<std::size_t>(day)] = *ranges;
        }
        if (problems.size() > so_far) return;
        const auto rule = rule_of(hours);
        const bool shown_elsewhere = rule.empty() && !shown_in_form(into.text(field.name));
        if (!shown_elsewhere) into.columns[std::string(field.name)] = rule;
    }
    void write(const Field& field, const Record& record, const Surroundings&, Draft& into) const override {
        const auto hours = shown_in_form(record.text(field.name));
        for (int day = 0; day < 7; ++day)
            into[input_of(day)] = {hours ? calendar::ranges_text(hours->days[static_cast<std::size_t>(day)]) : ""};
        if (!hours) into[std::string(field.name)] = {record.text(field.name)};
    }
    std::vector<FormPart> form(const Field& field, const Draft& draft, const Surroundings& around) const override {
        std::vector<FormPart> parts;
        for (int day = 0; day < 7; ++day)
            parts.push_back({register_::Control::line,
                             {.name = input_of(day),
                              .label = around.words->t(TEXT("The phone is answered: {day}"),
                                                       {{"day", around.words->weekday(day)}}),
                              .value = std::string(register_::typed(draft, input_of(day))),
                              .autocomplete = "off",
                              .optional = true}});
        const std::string kept(register_::typed(draft, field.name));
        parts.front().field.hint =
            kept.empty() ? around.t(TEXT("Several times on one day with a comma between them: 8-12, 13-16.30. Leave a day "
                                         "empty on which nobody answers."))
                         : around.words->t(TEXT("Hours now: {hours}. Leave the times empty to keep them."), {{"hours", kept}});
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
