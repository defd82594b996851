#include "indicators/meaning/question_form.h"

#include <algorithm>

#include "indicators/meaning/standing_words.h"
#include "platform/base/text.h"
#include "platform/periods/period.h"

namespace digilots::indicators {
namespace {

using html::components::Field;

bool all_known(std::string_view codes) {
    while (true) {
        const auto comma = codes.find(',');
        const auto* found = municipality::Municipalities::find(codes.substr(0, comma));
        if (found == nullptr) return false;
        if (comma == std::string_view::npos) return true;
        codes.remove_prefix(comma + 1);
    }
}

bool is_group(const Pages& pages, std::string_view key, std::string_view municipality) {
    if (key == "country") return true;
    if (key == "county") return !municipality.empty();
    if (key.starts_with("network:")) return pages.municipalities.network(key.substr(8)).has_value();
    if (key.starts_with("chosen:")) return all_known(key.substr(7));
    if (!key.starts_with("similar:")) return false;
    if (municipality.empty()) return pages.indicators.has_similar(key);
    const auto choices = pages.indicators.groups(municipality);
    return std::ranges::find(choices, key, &GroupChoice::key) != choices.end();
}

Field year_field(const Pages& pages, const Question& question, const html::Page& page) {
    Field field{.name = "year", .label = page.t("Year"), .id = "choose-year"};
    field.options.push_back({"", page.t("The latest"), !question.year});
    const auto years = pages.indicators.years(question.indicator);
    for (auto year = years.rbegin(); year != years.rend(); ++year) {
        field.options.push_back({std::to_string(*year), std::to_string(*year), question.year == *year});
    }
    return field;
}

Field gender_field(const Question& question, const html::Page& page) {
    const auto gender = question.gender;
    return {.name = "gender", .label = page.t("Gender"),
            .options = {{"T", page.t("Everyone"), gender == Gender::total},
                        {"K", page.t("Women"), gender == Gender::women},
                        {"M", page.t("Men"), gender == Gender::men}},
            .id = "choose-gender"};
}

std::vector<std::string> group_keys(const Pages& pages, const municipality::Municipality* municipality) {
    std::vector<std::string> keys;
    if (municipality == nullptr) {
        keys.push_back("country");
        for (const auto& network : pages.municipalities.networks())
            if (!is_made_up(network)) keys.push_back("network:" + network.key);
    } else {
        for (const auto& choice : pages.indicators.groups(municipality->id)) keys.push_back(choice.key);
    }
    return keys;
}

}  // namespace

Question read_question(const Pages& pages, const http::Fields& query, const Indicator& indicator,
                       std::string_view municipality, ParameterErrors& errors) {
    Question question{.indicator = indicator.id};
    if (const auto text = query.get("year"); !text.empty()) {
        question.year = periods::read_year(text);
        if (!question.year) errors.emplace_back("year", "is not a year, such as 2022");
    }
    if (const auto text = query.get("gender"); !text.empty()) {
        const auto gender = gender_of(text);
        if (gender) question.gender = *gender;
        if (!gender) errors.emplace_back("gender", "is none of T, K, M");
    }
    if (const auto text = query.get("group"); !text.empty()) {
        if (is_group(pages, text, municipality)) {
            question.group.key = text;
        } else {
            errors.emplace_back("group", "is no comparison group: country, network:KEY, similar:ID or chosen:CODE,CODE");
        }
    }
    if (const auto text = query.get("direction"); !text.empty()) {
        question.direction = direction_of(text);
        if (!question.direction) errors.emplace_back("direction", "is none of high, low, neither");
    }
    return question;
}

std::vector<std::pair<std::string, std::string>> query_of(const Question& question, std::string_view with) {
    return {{"year", question.year ? std::to_string(*question.year) : ""},
            {"gender", question.gender == Gender::total ? "" : std::string(word_of(question.gender))},
            {"group", question.group.key == "country" ? "" : question.group.key},
            {"with", std::string(with)}};
}

std::vector<Field> choices_of(const Pages& pages, const Question& question, const Indicator& indicator,
                              const municipality::Municipality* municipality, const html::Page& page) {
    std::vector<Field> fields{year_field(pages, question, page)};
    if (indicator.by_gender) fields.push_back(gender_field(question, page));
    auto keys = group_keys(pages, municipality);
    if (std::ranges::find(keys, question.group.key) == keys.end()) keys.push_back(question.group.key);
    if (keys.size() < 2) return fields;
    Field group{.name = "group", .label = page.t("Compared with"), .id = "choose-group"};
    for (const auto& key : keys) {
        group.options.push_back(
            {key, group_text(pages, {key}, indicator, municipality, page), key == question.group.key});
    }
    fields.push_back(std::move(group));
    return fields;
}

Field other_field(const municipality::Municipality& municipality, std::string_view chosen, const html::Page& page) {
    Field field{.name = "with", .label = page.t("Beside it"), .id = "choose-with"};
    field.options.push_back({"", page.t("No other municipality"), chosen.empty()});
    for (const auto& one : municipality::Municipalities::all()) {
        if (one.country != municipality.country || one.id == municipality.id) continue;
        field.options.push_back({one.id, one.name, one.id == chosen});
    }
    return field;
}

}  // namespace digilots::indicators
