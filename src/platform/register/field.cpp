#include "platform/register/field.h"

#include <algorithm>

#include "platform/base/marks.h"
#include "platform/base/plain.h"
#include "platform/base/text.h"

namespace digilots::register_ {

namespace {

constexpr std::size_t longest_label = 1000;
constexpr std::size_t longest_key = 100, most_chosen = 200, most_unfolded = 8, most_named = 4;
constexpr i18n::Text not_in_the_list = TEXT("What was chosen is not in the list. Choose again.");
constexpr i18n::Text too_long = TEXT("Write at most {n} characters.");
constexpr i18n::Text piled =
    TEXT("No language has so many marks on one letter. Write it with ordinary letters.");

std::string bounded(const Field& field, std::string_view input, const Draft& draft, std::size_t most,
                    Problems& problems) {
    const auto given = typed(draft, input);
    // A letter takes four bytes at most. What is far too long is not even read.
    const bool fits = given.size() <= 4 * most + 4;
    std::string text = cleaned(fits ? given : given.substr(0, 4 * most));
    if (fits && base::length(text) <= most && text.size() <= 4 * most) {
        // As it would be kept: what is cleaned away may have parted the marks. Where nothing stays nothing was written.
        const bool is_piled = base::piles_marks(text) || (text.empty() && base::piles_marks("-" + std::string(given)));
        if (is_piled) problems.push_back({std::string(input), piled});
        return text;
    }
    problems.push_back({std::string(input), too_long, static_cast<std::int64_t>(most)});
    static_cast<void>(field);
    return base::cut(text, most);
}

/// What is ticked, so that nobody has to unfold the list to see it.
std::string chosen_text(const std::vector<std::string>& chosen, const Surroundings& around) {
    if (chosen.empty()) return around.t(TEXT("none chosen"));
    if (chosen.size() > most_named)
        return around.words->tn("{n} chosen", "{n} chosen", static_cast<std::int64_t>(chosen.size()));
    std::string text;
    for (const auto& label : chosen) text += (text.empty() ? "" : ", ") + label;
    return text;
}

}  // namespace

std::string Problem::words(const i18n::Translator& translator) const {
    if (!in_words.empty()) return in_words;
    return translator.t(text, {{"n", translator.number(static_cast<double>(number))},
                               {first.name, translator.number(first.value, 1)},
                               {second.name, translator.number(second.value, 1)}});
}

std::vector<Column> FieldType::columns(const Field& field) const {
    return {{std::string(field.name), Storage::text}};
}

std::vector<std::string> FieldType::inputs(const Field& field) const {
    return {std::string(field.name)};
}

std::string FieldType::table_heading(const Field& field, std::size_t, const Surroundings& around) const {
    return around.t(field.title);
}

void FieldType::write(const Field& field, const Record& record, const Surroundings&, Draft& into) const {
    into[std::string(field.name)] = {record.text(field.name)};
}

std::vector<FormPart> FieldType::form(const Field& field, const Draft& draft,
                                      const Surroundings& around) const {
    return {{Control::line, control_of(field, draft, around)}};
}

Shown FieldType::show(const Field& field, const Record& record, const Surroundings&) const {
    auto text = record.text(field.name);
    return text.empty() ? Shown{} : Shown{{std::move(text)}};
}

std::vector<Choice> FieldType::filter_choices(const Field&, const Surroundings&) const {
    return {};
}

Condition is_one_of(std::string_view column, const std::vector<std::string>& values) {
    Condition condition{std::string(column) + " IN (", {}};
    for (const auto& value : values) {
        condition.sql += condition.values.empty() ? "?" : ", ?";
        condition.values.emplace_back(value);
    }
    if (values.empty()) condition.sql += "NULL";
    condition.sql += ")";
    return condition;
}

Condition FieldType::where(const Field& field, std::string_view chosen, const Surroundings&) const {
    return {std::string(field.name) + " = ?", {std::string(chosen)}};
}

tables::Cell FieldType::cell(const Field& field, std::size_t input, const Record& record,
                             const Surroundings& around) const {
    Draft draft;
    write(field, record, around, draft);
    return {typed(draft, cells(field)[input])};
}

std::vector<std::string> FieldType::from_cell(const Field&, std::size_t, std::string_view cell,
                                              const Surroundings&) const {
    return {std::string(cell)};
}

void FieldType::json(const Field& field, const Record& record, base::JsonWriter& out) const {
    if (columns(field).empty() || columns(field).front().name != field.name) return;
    out.key(field.name);
    if (record.is_unknown(field.name)) {
        out.null();
    } else {
        out.value(record.text(field.name));
    }
}

std::string cleaned(std::string_view text) {
    return base::clean(base::without_hidden_controls(text));
}

std::string read_line(const Field& field, std::string_view input, const Draft& draft, std::size_t most,
                      Problems& problems) {
    auto text = bounded(field, input, draft, most, problems);
    std::ranges::replace(text, '\n', ' ');
    std::ranges::replace(text, '\t', ' ');
    return text;
}

std::string read_area(const Field& field, std::string_view input, const Draft& draft, std::size_t most,
                      Problems& problems) {
    return bounded(field, input, draft, most, problems);
}

html::components::Field control_of(const Field& field, const Draft& draft, const Surroundings& around) {
    html::components::Field control{.name = std::string(field.name), .label = around.t(field.title)};
    control.value = typed(draft, field.name);
    if (field.hint_text.id[0]) control.hint = around.t(field.hint_text);
    if (const auto own = around.hints.find(field.name); own != around.hints.end()) control.hint = own->second;
    control.autocomplete = "off";
    control.optional = !field.is_required;
    return control;
}

std::string choices_id(const Field& field) {
    return std::string(field.name) + "-choices";
}

FormPart boxes_part(const Field& field, const Draft& draft, const std::vector<Choice>& choices,
                    const Surroundings& around) {
    auto control = control_of(field, draft, around);
    control.id = choices_id(field);
    const auto found = draft.find(field.name);
    std::vector<std::string> chosen;
    for (const auto& choice : choices) {
        const bool is_chosen =
            found != draft.end() && std::ranges::find(found->second, choice.key) != found->second.end();
        if (is_chosen) chosen.push_back(choice.label);
        if (choice.is_offered || is_chosen)
            control.options.push_back({choice.key, choice.label, is_chosen, "", choice.group});
    }
    if (control.options.size() <= most_unfolded) return {Control::boxes, std::move(control)};
    return {Control::folded, std::move(control),
            {FormPart{Control::line, {.name = "", .label = chosen_text(chosen, around)}}}};
}

std::vector<std::string> read_chosen(const Field& field, const Draft& draft,
                                     const std::vector<Choice>& choices,
                                     const std::vector<std::string>& before, Problems& problems) {
    const auto found = draft.find(field.name);
    const auto given = found == draft.end() ? std::vector<std::string>{} : found->second;
    const auto holds = [](const auto& all, std::string_view key) {
        return std::ranges::find(all, key) != all.end();
    };
    std::vector<std::string> kept;
    for (const auto& key : before)
        if (holds(given, key)) kept.push_back(key);
    // In the list's order, whatever the form's was: the same choices are the same.
    for (const auto& choice : choices)
        if (holds(given, choice.key) && !holds(kept, choice.key)) kept.push_back(choice.key);
    const bool all_known = given.size() <= most_chosen && std::ranges::all_of(given, [&](const auto& key) {
                               return key.empty() || holds(kept, key);
                           });
    if (!all_known) add_problem(field, choices_id(field), not_in_the_list, problems);
    return kept;
}

std::string read_choice(const Field& field, const Draft& draft, const std::vector<Choice>& choices,
                        std::string_view before, Problems& problems) {
    auto key = read_line(field, field.name, draft, longest_key, problems);
    if (key.empty() || key == before) return key;
    const auto* choice = find_choice(choices, key);
    if (choice && (choice->is_offered || choice->refusal.empty())) return key;
    if (choice) problems.push_back({.input = std::string(field.name), .in_words = choice->refusal});
    if (!choice) add_problem(field, field.name, not_in_the_list, problems);
    return "";
}

std::vector<html::components::Option> options_of(std::string_view chosen,
                                                 const std::vector<Choice>& choices) {
    std::vector<html::components::Option> options;
    for (const auto& choice : choices)
        if (choice.is_offered || choice.key == chosen)
            options.push_back({choice.key, choice.label, choice.key == chosen, "", choice.group});
    return options;
}

void add_problem(const Field& field, std::string_view input, i18n::Text usual, Problems& problems,
                 std::int64_t number) {
    const bool has_own = field.wrong_text.id[0] && !field.is_unique;
    problems.push_back({std::string(input), has_own ? field.wrong_text : usual, number});
}

const std::vector<Choice>& choices_in(const Surroundings& around, const void* owner, const Choices& choices) {
    const auto key = std::pair(owner, around.words);
    const auto found = around.memory->find(key);
    if (found != around.memory->end()) return found->second;
    return around.memory->emplace(key, choices(around)).first->second;
}

const Choice* find_choice(const std::vector<Choice>& choices, std::string_view key) {
    const auto found = std::ranges::find(choices, key, &Choice::key);
    return found == choices.end() ? nullptr : &*found;
}

std::string cell_of_choice(const std::vector<Choice>& choices, std::string_view key) {
    const auto* choice = find_choice(choices, key);
    if (!choice || std::ranges::count(choices, choice->label, &Choice::label) > 1) return std::string(key);
    return choice->label;
}

std::string choice_of_cell(const std::vector<Choice>& choices, std::string_view cell) {
    // No label is that long: what is does not become one by being read to its end.
    const auto text = cleaned(cell.substr(0, longest_label));
    if (text.empty() || find_choice(choices, text)) return text;
    const auto wanted = base::lower(text);
    const auto same = [&](const Choice& choice) {
        return base::lower(choice.label) == wanted || (!choice.typed.empty() && base::lower(choice.typed) == wanted);
    };
    const auto found = std::ranges::find_if(choices, same);
    return found == choices.end() || std::ranges::count_if(choices, same) > 1 ? "?" + text : found->key;
}

}  // namespace digilots::register_
