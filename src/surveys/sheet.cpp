#include "surveys/sheet.h"

#include <algorithm>

#include "platform/base/text.h"

namespace digilots::surveys {

namespace {

/// "1, 3" and "1 3" → {"1", "3"}
std::vector<std::string> numbers_typed(const std::string& text) {
    std::vector<std::string> numbers(1);
    for (const char letter : text)
        if (letter == ',' || letter == ' ' || letter == ';' || letter == '.') numbers.emplace_back();
        else numbers.back() += letter;
    std::erase(numbers, "");
    return numbers;
}

/// The key of the option with that number, "?" where there is none.
std::string key_of_number(const std::vector<Option>& options, const std::string& typed) {
    const auto number = number_in(typed);
    const bool is_there = number && *number >= 1 && *number <= std::ssize(options);
    return is_there ? options[static_cast<std::size_t>(*number - 1)].key : "?";
}

std::vector<std::string> values_typed(const Question& question, const std::string& text) {
    const auto numbers = numbers_typed(text);
    std::vector<std::string> values;
    switch (question.kind) {
        case Kind::choice:
        case Kind::several:
            for (const auto& one : numbers) values.push_back(key_of_number(question.options, one));
            return values;
        case Kind::matrix:
            for (std::size_t at = 0; at < numbers.size(); ++at) {
                if (numbers[at] == "0" || numbers[at] == "-") continue;
                const auto line = at < question.lines.size() ? question.lines[at].key : std::string("?");
                values.push_back(line + "=" + key_of_number(question.options, numbers[at]));
            }
            return values;
        default: return {text};
    }
}

}  // namespace

CheckedAnswers read_sheet(const Definition& definition, const TypedSheet& typed) {
    Answers given;
    for (const auto& question : definition.questions) {
        const auto found = typed.find(question.key);
        if (found != typed.end() && !base::trim(found->second).empty())
            given[question.key] = values_typed(question, std::string(base::trim(found->second)));
    }
    auto checked = check(definition, given);
    // On paper people leave out what should be answered; it is entered as it stands there.
    std::erase_if(checked.faults, [&](const auto& fault) {
        const auto key = fault.first.substr(0, fault.first.find('.'));
        return !given.contains(key);
    });
    for (auto& [where, text] : checked.faults) {
        where = where.substr(0, where.find('.'));
        if (const auto* question = definition.find(where); question && question->kind != Kind::text)
            text = TEXT("Type the numbers of answers that stand on the sheet.");
    }
    // What is not asked would be left out, and whoever types would not know.
    for (const auto& question : definition.questions)
        if (given.contains(question.key) && !is_shown(definition, question, checked.answers))
            checked.faults.emplace_back(question.key, TEXT("By the answers above this question is not asked. Correct the answer "
                                                           "above, or leave this empty: then it does not count."));
    return checked;
}

std::string key_to(const Question& question, std::string_view language, std::string_view first) {
    std::string key;
    int number = 0;
    for (const auto& option : question.options)
        key += (key.empty() ? "" : ", ") + std::to_string(++number) + " " + said_in(option.label, language, first).text;
    if (question.kind == Kind::scale || question.kind == Kind::number)
        key = std::to_string(question.least) + "–" + std::to_string(question.most);
    return key;
}

}  // namespace digilots::surveys
