#include "surveys/asking.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "surveys/counting.h"
#include "surveys/steps.h"

namespace digilots::surveys {

namespace {

using html::components::Field;
using FormOption = html::components::Option;

constexpr std::array<const char*, 4> fact_names{"fact_mother", "fact_town", "fact_day", "fact_siblings"};

std::string direction_of(const std::string& language) {
    return i18n::translator(language).language().right_to_left ? "rtl" : "ltr";
}

std::string label_text(const Words& words, const html::Page& page, std::string_view first) {
    return said_in(words, page.translator().language().code, first).text;
}

std::vector<FormOption> options_for(const std::vector<Option>& options, const std::vector<std::string>& chosen,
                                    const html::Page& page, std::string_view first) {
    std::vector<FormOption> shown;
    for (const auto& option : options)
        shown.push_back({option.key, label_text(option.label, page, first), base::holds(chosen, option.key)});
    return shown;
}

/// "1: not at all", "2", … "5: very well"
std::vector<FormOption> steps_for(const Question& question, const std::vector<std::string>& chosen, const html::Page& page,
                                  std::string_view first) {
    std::vector<FormOption> steps;
    for (auto step = question.least; step <= question.most; ++step) {
        const auto& end = step == question.least ? question.lowest : question.highest;
        const bool is_end = step == question.least || step == question.most;
        const auto words = is_end ? label_text(end, page, first) : std::string();
        const auto key = std::to_string(step);
        steps.push_back({key, words.empty() ? key : key + ": " + words, base::holds(chosen, key)});
    }
    return steps;
}

std::string limits_text(const Question& question, const html::Page& page) {
    return page.t("A whole number from {from} to {to}.",
                  {{"from", page.translator().number(static_cast<double>(question.least))},
                   {"to", page.translator().number(static_cast<double>(question.most))}});
}

std::vector<std::string> chosen_in(const std::vector<std::string>& given, const std::string& line) {
    std::vector<std::string> chosen;
    for (const auto& one : given)
        if (one.starts_with(line + "=")) chosen.push_back(one.substr(line.size() + 1));
    return chosen;
}

std::vector<Field> lines_of(const Question& question, const std::vector<std::string>& given, const html::FormErrors& errors,
                            const html::Page& page, std::string_view first) {
    std::vector<Field> fields;
    for (const auto& line : question.lines)
        fields.push_back(Field{.name = question.key + "-" + line.key,
                               .label = label_text(line.label, page, first),
                               .optional = !question.is_required,
                               .options = options_for(question.options, chosen_in(given, line.key), page, first)}
                             .with(errors));
    return fields;
}

}  // namespace

InLanguage words_on(const html::Page& page, const Words& words, std::string_view first) {
    const auto said = said_in(words, page.translator().language().code, first);
    if (said.text.empty() || said.language == page.translator().language().code) return {said.text};
    return {said.text, said.language, direction_of(said.language)};
}

InLanguage title_on(const html::Page& page, const Survey& survey) {
    auto words = survey.edition.definition.title;
    words.try_emplace(survey.first_language(), survey.title);
    return words_on(page, words, survey.first_language());
}

std::string field_name(std::string_view fault) {
    std::string name(fault);
    std::ranges::replace(name, '.', '-');
    return name;
}

AskedView asked_view(const Question& question, int number, const Definition& definition, const Answers& answers,
                     const html::FormErrors& errors, const html::Page& page, std::string_view first) {
    using Control = AskedView::Control;
    const auto found = answers.find(question.key);
    const auto given = found == answers.end() ? std::vector<std::string>{} : found->second;
    const auto label = words_on(page, question.label, first);
    AskedView view{.id = "question-" + question.key, .number = std::to_string(number)};
    view.language = label.language;
    view.direction = label.direction;
    if (question.shown_if)
        if (const auto* asked = definition.find(question.shown_if->question)) {
            const auto at = std::ranges::find(definition.questions, asked->key, &Question::key) - definition.questions.begin();
            view.note = page.t(
                "Only if you answered “{answer}” to question {number}.",
                {{"answer", value_on(page, *asked, question.shown_if->value, first).text}, {"number", std::to_string(at + 1)}});
        }
    if (!question.source.empty()) view.source = page.t("Question from {source}", {{"source", question.source}});
    Field field{.name = question.key,
                .label = view.number + ". " + label.text,
                .value = given.empty() ? "" : given.front(),
                .hint = label_text(question.help, page, first),
                .optional = !question.is_required};
    field.autocomplete = "off";
    switch (question.kind) {
        case Kind::choice:
        case Kind::several:
            view.control = question.kind == Kind::choice ? Control::radios : Control::boxes;
            field.options = options_for(question.options, given, page, first);
            break;
        case Kind::scale:
            field.options = steps_for(question, given, page, first);
            break;
        case Kind::number:
            view.control = Control::line;
            field.input_mode = "numeric";
            field.hint += (field.hint.empty() ? "" : " ") + limits_text(question, page);
            break;
        case Kind::text:
            view.control = Control::area;
            field.hint += (field.hint.empty() ? "" : " ") + page.t("Write nothing that tells who you are.");
            break;
        case Kind::matrix:
            view.heading = {field.label, label.language, label.direction};
            view.help = {field.hint};
            view.fields = lines_of(question, given, errors, page, first);
            return view;
    }
    view.fields = {field.with(errors)};
    return view;
}

std::vector<std::string> given_in(const Question& question, const http::Fields& form) {
    std::vector<std::string> given;
    if (question.kind == Kind::matrix) {
        for (const auto& line : question.lines)
            if (const auto value = form.get(question.key + "-" + line.key); !value.empty())
                given.push_back(line.key + "=" + std::string(value));
        return given;
    }
    for (const auto value : form.all(question.key))
        if (!value.empty()) given.emplace_back(value);
    return given;
}

Answers answers_in(const Definition& definition, const http::Fields& form) {
    Answers answers;
    for (const auto& question : definition.questions)
        if (auto given = given_in(question, form); !given.empty()) answers[question.key] = std::move(given);
    return answers;
}

std::vector<std::pair<std::string, std::string>> carried(const Definition& definition, const Answers& answers) {
    std::vector<std::pair<std::string, std::string>> fields;
    for (const auto& [key, values] : answers) {
        const auto* question = definition.find(key);
        if (!question) continue;
        for (const auto& value : values) {
            const auto sign = value.find('=');
            if (question->kind == Kind::matrix && sign != std::string::npos)
                fields.emplace_back(key + "-" + value.substr(0, sign), value.substr(sign + 1));
            else
                fields.emplace_back(key, value);
        }
    }
    return fields;
}

void add_faults(html::FormErrors& errors, const Faults& faults, const Definition& definition, const html::Page& page,
                std::string_view first) {
    for (const auto& [where, text] : faults) {
        const auto name = field_name(where);
        errors.add(name, page.t(text));
        const auto key = where.substr(0, where.find('.'));
        const auto at = std::ranges::find(definition.questions, key, &Question::key);
        if (at == definition.questions.end()) continue;
        errors.name(name, page.t("Question {number}", {{"number", std::to_string(at - definition.questions.begin() + 1)}}) +
                              ": " + base::cut(words_on(page, at->label, first).text, 60));
    }
}

namespace {

/// "1: not at all – 2", "10–29", "Do not agree / Agree in part"
InLanguage steps_on(const html::Page& page, const Question& question, const std::vector<std::string>& steps,
                    std::string_view first) {
    auto shown = value_on(page, question, steps.front(), first);
    if (question.kind == Kind::number) {
        const auto band = [](const std::string& step) { return std::atoi(step.substr(1).c_str()); };
        const auto least = limits_of_band(question, band(steps.front())).first;
        const auto most = limits_of_band(question, band(steps.back())).second;
        return {std::to_string(least) + "–" + std::to_string(most)};
    }
    if (question.kind == Kind::scale) {
        const auto last = value_on(page, question, steps.back(), first);
        if (shown.language.empty()) shown.language = last.language, shown.direction = last.direction;
        shown.text += " – " + last.text;
        return shown;
    }
    for (std::size_t at = 1; at < steps.size(); ++at) shown.text += " / " + value_on(page, question, steps[at], first).text;
    return shown;
}

}  // namespace

InLanguage value_on(const html::Page& page, const Question& question, std::string_view value, std::string_view first) {
    if (const auto steps = steps_in(value); steps.size() > 1) return steps_on(page, question, steps, first);
    if (value == not_answered) return {page.t("Not answered")};
    if (value == not_asked) return {page.t("Not asked")};
    if (question.kind == Kind::text) return {page.t("Answered in words")};
    if (question.kind == Kind::several && (value == chosen || value == not_chosen))
        return {value == chosen ? page.t("Chosen") : page.t("Not chosen")};
    if (question.kind == Kind::number) {
        const auto [least, most] = limits_of_band(question, std::atoi(std::string(value.substr(1)).c_str()));
        return {least == most ? std::to_string(least) : std::to_string(least) + "–" + std::to_string(most)};
    }
    if (question.kind == Kind::scale) {
        const auto ends = value == std::to_string(question.least)  ? words_on(page, question.lowest, first)
                          : value == std::to_string(question.most) ? words_on(page, question.highest, first)
                                                                   : InLanguage{};
        if (ends.text.empty()) return {std::string(value)};
        return {std::string(value) + ": " + ends.text, ends.language, ends.direction};
    }
    const auto* option = base::find_in(question.options, value, &Option::key);
    return option ? words_on(page, option->label, first) : InLanguage{std::string(value)};
}

std::vector<std::string> facts_in(const http::Fields& form) {
    std::vector<std::string> facts;
    for (const char* name : fact_names) facts.push_back(base::clean(form.get(name)));
    return facts;
}

std::vector<Field> fact_fields(const http::Fields& form, const html::FormErrors& errors, const html::Page& page) {
    const auto field = [&](std::size_t at, std::string label, std::string hint) {
        Field one{.name = fact_names[at],
                  .label = std::move(label),
                  .value = std::string(form.get(fact_names[at])),
                  .hint = std::move(hint),
                  .optional = true};
        one.autocomplete = "off";
        if (at >= 2) one.input_mode = "numeric";
        return one.with(errors);
    };
    return {field(0, page.t("The first letter of your mother’s first name"), page.t("If you do not know it: X.")),
            field(1, page.t("The first letter of the town where you were born"), page.t("If you do not know it: X.")),
            field(2, page.t("The day of the month on which you were born"),
                  page.t("A number from 1 to 31: not the month, not the year.")),
            field(3, page.t("How many brothers and sisters you have had"), page.t("A number. None is 0."))};
}

}  // namespace digilots::surveys
