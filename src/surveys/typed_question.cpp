#include "surveys/typed_question.h"

#include <algorithm>

#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/personal/personal_data.h"
#include "surveys/checking.h"
#include "surveys/logic.h"

namespace digilots::surveys {

namespace {

constexpr i18n::Text holds_number = TEXT("Leave out numbers of persons, cards and accounts.");

Words words_typed(const http::Fields& form, const std::string& name, const std::vector<std::string>& languages,
                  FormFaults& faults) {
    Words words;
    for (const auto& language : languages) {
        const auto field = name + "_" + language;
        auto text = base::clean(form.get(field));
        if (base::length(text) > longest_label) faults.emplace_back(field, TEXT("Write at most 300 characters."));
        if (personal::find_kept_number(text) != personal::PersonalData::none) faults.emplace_back(field, holds_number);
        if (!text.empty()) words[language] = std::move(text);
    }
    return words;
}

std::vector<std::string> lines_typed(const http::Fields& form, const std::string& field) {
    std::vector<std::string> lines;
    for (const auto line : base::split(form.get(field), '\n'))
        if (auto text = base::clean(line); !text.empty()) lines.push_back(std::move(text));
    return lines;
}

/// The highest number of keys such as "c3".
int highest_key(const std::vector<Option>& options, const char* letter) {
    int highest = 0;
    for (const auto& option : options)
        if (option.key.starts_with(letter))
            if (const auto number = number_in(std::string_view(option.key).substr(1)); number && *number <= largest_number)
                highest = std::max(highest, static_cast<int>(*number));
    return highest;
}

/// What is called as before keeps its key, and so does what is written anew in its place among as many lines: what others count
/// by it, such as a goal or whom another question is asked of, goes on. "" of one that is new.
std::vector<std::string> keys_kept(const std::vector<std::string>& lines, const std::vector<Option>& before,
                                   const std::string& language) {
    std::vector<std::string> keys(lines.size());
    for (std::size_t at = 0; at < lines.size(); ++at)
        for (const auto& one : before) {
            const auto label = one.label.find(language);
            const bool is_same = label != one.label.end() && label->second == lines[at];
            if (keys[at].empty() && is_same && !base::holds(keys, one.key)) keys[at] = one.key;
        }
    if (lines.size() != before.size()) return keys;
    for (std::size_t at = 0; at < lines.size(); ++at)
        if (keys[at].empty() && !base::holds(keys, before[at].key)) keys[at] = before[at].key;
    return keys;
}

/// `given`: the highest number that keys have had.
std::vector<Option> options_typed(const http::Fields& form, const std::string& name, const std::vector<Option>& before,
                                  const std::vector<std::string>& languages, const char* letter, int given,
                                  FormFaults& faults) {
    const auto& first = languages.front();
    const auto lines = lines_typed(form, name + "_" + first);
    const auto keys = keys_kept(lines, before, first);
    int last = std::max(given, highest_key(before, letter));
    std::vector<Option> options;
    for (std::size_t at = 0; at < lines.size(); ++at)
        options.push_back({keys[at].empty() ? letter + std::to_string(++last) : keys[at], {{first, lines[at]}}});
    for (const auto& language : languages) {
        if (language == first) continue;
        const auto others = lines_typed(form, name + "_" + language);
        if (!others.empty() && others.size() != options.size())
            faults.emplace_back(name + "_" + language,
                                TEXT("Write as many lines as in the first language, in the same order."));
        for (std::size_t at = 0; at < std::min(others.size(), options.size()); ++at) options[at].label[language] = others[at];
    }
    return options;
}

/// Answers and lines; a key that was taken away is not given again.
void read_options(const http::Fields& form, const Question& before, const std::vector<std::string>& languages,
                  TypedQuestion& typed) {
    auto& question = typed.question;
    const bool is_matrix = question.kind == Kind::matrix;
    if (!is_matrix && question.kind != Kind::choice && question.kind != Kind::several) return;
    const auto given = before.keys_given;
    question.options = options_typed(form, "options", before.options, languages, "c", given, typed.faults);
    if (is_matrix) question.lines = options_typed(form, "lines", before.lines, languages, "l", given, typed.faults);
    question.keys_given = std::max({given, highest_key(before.options, "c"), highest_key(before.lines, "l"),
                                    highest_key(question.options, "c"), highest_key(question.lines, "l")});
}

void read_numbers(const http::Fields& form, Question& question, FormFaults& faults) {
    const auto least = number_in(form.get("least")), most = number_in(form.get("most"));
    const bool is_scale = question.kind == Kind::scale;
    if (!least || *least < -largest_number || *least > largest_number)
        faults.emplace_back("least", TEXT("Write a whole number."));
    if (!most || *most < -largest_number || *most > largest_number) faults.emplace_back("most", TEXT("Write a whole number."));
    if (!least || !most) return;
    if (*most <= *least)
        faults.emplace_back("most", TEXT("The highest number is above the lowest."));
    else if (is_scale && *most - *least >= widest_scale)
        faults.emplace_back("most", TEXT("A scale has at most 11 steps."));
    question.least = *least;
    question.most = *most;
}

std::optional<Condition> condition_typed(const http::Fields& form) {
    const auto typed = form.get("shown_if");
    const auto sign = typed.find('=');
    if (sign == std::string_view::npos) return std::nullopt;
    return Condition{std::string(typed.substr(0, sign)), std::string(typed.substr(sign + 1))};
}

/// As the line among the answers says it.
void read_alone(const http::Fields& form, const std::string& first, TypedQuestion& typed) {
    auto& question = typed.question;
    question.alone.clear();
    const auto said = base::clean(form.get("alone"));
    if (question.kind != Kind::several || said.empty()) return;
    for (const auto& option : question.options)
        if (const auto label = option.label.find(first); label != option.label.end() && label->second == said)
            question.alone = option.key;
    if (question.alone.empty())
        typed.faults.emplace_back("alone", TEXT("No answer above says this. Write it as it stands there, or leave it empty."));
}

void check_options(const Question& question, const std::string& first, FormFaults& faults) {
    const bool has_options = question.kind == Kind::choice || question.kind == Kind::several || question.kind == Kind::matrix;
    if (has_options && question.options.size() < 2)
        faults.emplace_back("options_" + first, TEXT("Write at least two answers, one a line."));
    if (question.options.size() > most_options) faults.emplace_back("options_" + first, TEXT("Write at most 20 answers."));
    if (question.kind == Kind::matrix && question.lines.empty())
        faults.emplace_back("lines_" + first, TEXT("Write at least one line."));
    if (question.lines.size() > most_lines) faults.emplace_back("lines_" + first, TEXT("Write at most 12 lines."));
}

}  // namespace

TypedQuestion read_question(const http::Fields& form, const Question& before, const std::vector<std::string>& languages,
                            const Definition& definition) {
    TypedQuestion typed{before, {}};
    auto& question = typed.question;
    const auto& first = languages.front();
    question.label = words_typed(form, "label", languages, typed.faults);
    question.help = words_typed(form, "help", languages, typed.faults);
    if (!question.label.contains(first)) typed.faults.emplace_back("label_" + first, TEXT("Write the question."));
    question.is_required = form.get("required") == "1";
    read_options(form, before, languages, typed);
    if (question.kind == Kind::scale || question.kind == Kind::number) read_numbers(form, question, typed.faults);
    if (question.kind == Kind::scale) {
        question.lowest = words_typed(form, "lowest", languages, typed.faults);
        question.highest = words_typed(form, "highest", languages, typed.faults);
    }
    check_options(question, first, typed.faults);
    read_alone(form, first, typed);
    question.source = base::cut(base::clean(form.get("source")), longest_label);
    question.split = question.kind == Kind::choice ? std::string(form.get("split")) : "";
    for (const auto& other : definition.questions)
        if (!question.split.empty() && other.key != question.key && other.split == question.split)
            typed.faults.emplace_back("split", TEXT("Another question splits the results by this already."));
    if (question.split == "gender" && !names_genders(question))
        typed.faults.emplace_back(
            "split", TEXT("Name the answers Woman, Man and so on, so that they are counted with those of other surveys."));
    question.shown_if = condition_typed(form);
    if (const auto fault = fault_of_logic(with_question(definition, question)))
        typed.faults.emplace_back("shown_if", text_of(*fault));
    return typed;
}

i18n::Text text_of(const LogicFault& fault) {
    switch (fault.what) {
        case LogicFault::What::loops:
            return TEXT("The questions would ask of each other in a circle. Choose an answer to a question before this one.");
        case LogicFault::What::asks_a_later_one:
            return TEXT("A question can only ask of one that stands before it. Choose another, or move one of them.");
        case LogicFault::What::unknown_question:
            return TEXT("A question asks of one that is not there. Change what it asks of first.");
        default:
            return TEXT("A question asks of an answer that is not there. Change what it asks of first.");
    }
}

std::string lines_text(const std::vector<Option>& options, const std::string& language) {
    std::string text;
    bool is_any = false;
    for (const auto& option : options) {
        const auto label = option.label.find(language);
        is_any = is_any || label != option.label.end();
        text += (label == option.label.end() ? std::string() : label->second) + "\n";
    }
    return is_any ? text : "";
}

std::string alone_text(const Question& question, const std::string& language) {
    const auto* option = base::find_in(question.options, question.alone, &Option::key);
    if (option == nullptr) return "";
    const auto label = option->label.find(language);
    return label == option->label.end() ? "" : label->second;
}

std::string condition_text(const Question& question) {
    return question.shown_if ? question.shown_if->question + "=" + question.shown_if->value : "";
}

Definition with_question(Definition definition, const Question& question) {
    if (auto* there = base::find_in(definition.questions, question.key, &Question::key))
        *there = question;
    else
        definition.questions.push_back(question);
    return definition;
}

Definition moved(Definition definition, std::string_view key, int by) {
    auto& all = definition.questions;
    const auto at = std::ranges::find(all, key, &Question::key);
    const auto place = at - all.begin();
    const bool can_go = at != all.end() && place + by >= 0 && place + by < std::ssize(all);
    if (can_go) std::swap(*at, all[static_cast<std::size_t>(place + by)]);
    return definition;
}

Definition without(Definition definition, std::string_view key) {
    std::erase_if(definition.questions, [&](const Question& one) { return one.key == key; });
    return definition;
}

}  // namespace digilots::surveys
