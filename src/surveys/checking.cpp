#include "surveys/checking.h"

#include <algorithm>
#include <charconv>

#include "platform/base/json.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/personal/personal_data.h"

namespace digilots::surveys {

namespace {

const Option* option_of(const std::vector<Option>& options, std::string_view key) {
    return base::find_in(options, key, &Option::key);
}

/// Arabic and Persian figures as those that we write.
std::string with_european_figures(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto first = static_cast<unsigned char>(text[at]);
        const auto second = at + 1 < text.size() ? static_cast<unsigned char>(text[at + 1]) : 0U;
        const bool is_arabic = first == 0xD9 && second >= 0xA0 && second <= 0xA9;
        const bool is_persian = first == 0xDB && second >= 0xB0 && second <= 0xB9;
        if (is_arabic || is_persian) {
            out += static_cast<char>('0' + (second & 0x0FU));
            ++at;
        } else {
            out += text[at];
        }
    }
    return out;
}

void check_text(const Question& question, const std::string& typed, CheckedAnswers& into) {
    const auto text = base::clean(typed);
    if (text.empty()) return;
    if (base::length(text) > longest_written) {
        into.faults.emplace_back(question.key, TEXT("Write at most 500 characters."));
    } else if (personal::find_personal_data(text) != personal::PersonalData::none) {
        into.faults.emplace_back(question.key, TEXT("Write nothing that tells who you are: no personal number, phone number, "
                                                    "e-mail address, card or account number."));
    } else {
        into.answers[question.key] = {text};
    }
}

void check_number(const Question& question, const std::string& typed, CheckedAnswers& into) {
    if (base::trim(typed).empty()) return;
    const auto number = number_in(typed);
    if (number && *number >= question.least && *number <= question.most)
        into.answers[question.key] = {std::to_string(*number)};
    else if (question.kind == Kind::scale)
        into.faults.emplace_back(question.key, TEXT("Choose one of the steps."));
    else
        into.faults.emplace_back(question.key, TEXT("Write a whole number within the limits that stand at the question."));
}

void check_matrix(const Question& question, const std::vector<std::string>& typed, CheckedAnswers& into) {
    std::vector<std::string> kept;
    for (const auto& line : question.lines) {
        std::vector<std::string> chosen;
        for (const auto& one : typed)
            if (one.starts_with(line.key + "=")) chosen.push_back(one.substr(line.key.size() + 1));
        if (chosen.empty() || (chosen.size() == 1 && chosen.front().empty())) {
            if (question.is_required) into.faults.emplace_back(question.key + "." + line.key, TEXT("Choose one answer."));
        } else if (chosen.size() > 1 || !option_of(question.options, chosen.front())) {
            into.faults.emplace_back(question.key + "." + line.key, TEXT("Choose one of the answers that stand there."));
        } else {
            kept.push_back(line.key + "=" + chosen.front());
        }
    }
    const bool names_no_line = std::ranges::any_of(typed, [&](const std::string& one) {
        return !option_of(question.lines, one.substr(0, one.find('=')));
    });
    if (names_no_line) into.faults.emplace_back(question.key, TEXT("Choose one of the answers that stand there."));
    if (!kept.empty()) into.answers[question.key] = kept;
}

void check_chosen(const Question& question, const std::vector<std::string>& typed, CheckedAnswers& into) {
    std::vector<std::string> kept;
    for (const auto& one : typed) {
        if (one.empty()) continue;
        if (!option_of(question.options, one)) {
            into.faults.emplace_back(question.key, TEXT("Choose one of the answers that stand there."));
            return;
        }
        base::add_once(kept, one);
    }
    if (question.kind == Kind::choice && kept.size() > 1)
        into.faults.emplace_back(question.key, TEXT("Choose one answer."));
    else if (kept.size() > 1 && base::holds(kept, question.alone))
        into.faults.emplace_back(question.key, TEXT("One of these answers says that none of the others holds. Take it away, or "
                                                    "the others."));
    else if (!kept.empty())
        into.answers[question.key] = kept;
}

}  // namespace

std::optional<std::int64_t> number_in(std::string_view typed) {
    const auto figures = with_european_figures(typed);
    std::string tidy;
    for (const char letter : base::trim(figures))
        if (letter != ' ') tidy += letter;
    std::int64_t number = 0;
    const auto read = std::from_chars(tidy.data(), tidy.data() + tidy.size(), number);
    if (tidy.empty() || read.ec != std::errc() || read.ptr != tidy.data() + tidy.size()) return std::nullopt;
    return number;
}

CheckedAnswers check_one(const Question& question, const Answers& given) {
    CheckedAnswers checked;
    const auto found = given.find(question.key);
    const std::vector<std::string> nothing;
    const auto& typed = found == given.end() ? nothing : found->second;
    const auto first = typed.empty() ? std::string() : typed.front();
    switch (question.kind) {
        case Kind::text: check_text(question, first, checked); break;
        case Kind::scale:
        case Kind::number: check_number(question, first, checked); break;
        case Kind::matrix: check_matrix(question, typed, checked); break;
        case Kind::choice:
        case Kind::several: check_chosen(question, typed, checked); break;
    }
    const bool is_missing = checked.answers.empty() && checked.faults.empty();
    if (is_missing && question.is_required)
        checked.faults.emplace_back(question.key, TEXT("This question needs an answer."));
    return checked;
}

CheckedAnswers check(const Definition& definition, const Answers& given) {
    CheckedAnswers checked;
    for (const auto& question : definition.questions) {
        if (!is_shown(definition, question, checked.answers)) continue;
        auto one = check_one(question, given);
        checked.answers.merge(one.answers);
        checked.faults.insert(checked.faults.end(), one.faults.begin(), one.faults.end());
    }
    return checked;
}

std::string to_text(const Answers& answers) {
    base::JsonWriter json;
    json.begin_object();
    for (const auto& [question, values] : answers) {
        json.key(question).begin_array();
        for (const auto& value : values) json.value(value);
        json.end_array();
    }
    json.end_object();
    return std::move(json).take();
}

Answers answers_of(std::string_view text) {
    Answers answers;
    const auto json = base::parse_json(text);
    if (!json) return answers;
    for (const auto& [question, values] : json->members())
        for (const auto& value : values.items()) answers[question].emplace_back(value.text());
    return answers;
}

}  // namespace digilots::surveys
