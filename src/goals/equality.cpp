// Women, men, girls and boys in what is counted: who did not say, and what nobody asks, stands as that and never as zero.
#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <utility>

#include "goals/sections.h"
#include "platform/measures/disclosure.h"

namespace digilots::goals {

namespace {

std::string number_of_people(std::int64_t number, const i18n::Translator& words) {
    return words.number(static_cast<double>(number));
}

constexpr const char* of_gender[] = {"women", "men", "girls", "boys"};

/// One line for each round of a survey; who said something else stands with those who did not say.
void add_surveys_by_gender(const SectionsAsked& asked, SectionTable& table) {
    if (!asked.self.surveys.by_gender) return;
    const auto& words = asked.words;
    for (const auto& one : asked.self.surveys.by_gender(asked.tenant.id, asked.period)) {
        const auto told = [&](const std::optional<std::int64_t>& number) {
            return number ? number_of_people(*number, words) : words.t(TEXT("too few"));
        };
        std::vector<std::string> row{words.t(TEXT("Answers to a survey: {survey}"), {{"survey", one.survey}})};
        for (const auto* key : of_gender) {
            const auto found = one.numbers.find(key);
            row.push_back(found == one.numbers.end() ? words.t(TEXT("Not asked for")) : told(found->second));
        }
        row.push_back(told(one.others));
        table.rows.push_back(std::move(row));
    }
}

using ByKind = std::map<std::string, std::optional<std::int64_t>>;

/// What leaves the house tells no number of fewer than five people, nor of the one next to them by which they
/// could be reckoned from the sum.
std::set<std::string> too_few_to_tell(const SectionsAsked& asked, const ByKind& numbers) {
    std::set<std::string> hidden;
    if (!asked.leaves_the_house) return hidden;
    std::vector<std::pair<std::int64_t, std::string>> others;
    for (const auto& [key, number] : numbers) {
        if (!number || *number == 0) continue;
        if (*number < measures::least_shown)
            hidden.insert(key);
        else
            others.emplace_back(*number, key);
    }
    if (hidden.size() == 1 && !others.empty()) hidden.insert(std::ranges::min(others).second);
    return hidden;
}

std::vector<std::string> row_of_genders(const SectionsAsked& asked, const measures::Measure& measure,
                                        const ByKind& numbers, const std::set<std::string>& hidden) {
    const auto& words = asked.words;
    // What is added up says of what: minutes are no people.
    const auto unit = measure.kind == measures::Kind::sum ? " (" + words.t(measure.unit) + ")" : std::string();
    std::vector<std::string> row{words.t(measure.title) + unit};
    const auto told = [&](const std::string& key) {
        if (hidden.contains(key)) return words.t(TEXT("too few"));
        const auto found = numbers.find(key);
        const bool is_known = found != numbers.end() && found->second;
        return is_known ? number_of_people(*found->second, words) : words.t(TEXT("Not asked for"));
    };
    for (const auto* key : of_gender) row.push_back(told(key));
    row.push_back(told(""));
    return row;
}

/// Under 18 a woman is a girl and a man a boy, where the age was asked too; where it was not, or cannot be counted together,
/// there is no number of girls and boys.
void tell_girls_and_boys(const SectionsAsked& asked, const measures::Measure& measure, const measures::Query& by_gender,
                         ByKind& numbers) {
    constexpr std::string_view age = "age_band", young = "under_18";
    if (measure.find(age) == nullptr) return;
    auto query = by_gender;
    query.by.emplace_back(age);
    const bool is_known = !measure.can_answer || measure.can_answer(query);
    for (const auto& [grown, child] : {std::pair("women", "girls"), std::pair("men", "boys")}) {
        auto& of_child = numbers[child];
        if (!is_known) continue;
        if (numbers[grown]) of_child = of_child.value_or(0);
        for (const auto& row : asked.read->figures.rows(measure, query)) {
            if (row.dimensions.at("gender") != grown || row.dimensions.at(std::string(age)) != young) continue;
            of_child = of_child.value_or(0) + row.value.amount;
            numbers[grown] = numbers[grown].value_or(0) - row.value.amount;
        }
    }
}

/// Bookings ask for no gender: all of them stand as not stated.
void add_bookings(const SectionsAsked& asked, SectionTable& table) {
    const auto* measure = measures::find_measure(asked.self.measures, "bookings");
    if (measure == nullptr || measure->find("gender") != nullptr) return;
    if (!asked.read->figures.was_ever_counted(*measure, asked.tenant.id)) return;
    const auto all = asked.read->figures.total(*measure, {{asked.tenant.id}, asked.period, {}, {}});
    const ByKind numbers{{"", all.amount}};
    table.rows.push_back(row_of_genders(asked, *measure, numbers, too_few_to_tell(asked, numbers)));
}

/// Nothing where the measure cannot tell it, or tells nothing in this period.
std::optional<ByKind> numbers_by_gender(const SectionsAsked& asked, const measures::Measure& measure) {
    const bool is_number = measure.kind == measures::Kind::count || measure.kind == measures::Kind::sum;
    if (!is_number || measure.see != http::Role::guide || measure.find("gender") == nullptr) return std::nullopt;
    const measures::Query query{{asked.tenant.id}, asked.period, {"gender"}, {}};
    if (measure.can_answer && !measure.can_answer(query)) return std::nullopt;
    const auto& rows = asked.read->figures.rows(measure, query);
    if (rows.empty()) return std::nullopt;
    ByKind numbers{{"", 0}};
    for (const auto* key : of_gender) numbers[key] = std::nullopt;
    for (const auto& row : rows) {
        const auto& key = row.dimensions.at("gender");
        auto& number = numbers[std::ranges::find(of_gender, key) != std::end(of_gender) ? key : std::string()];
        number = number.value_or(0) + row.value.amount;
    }
    // Where one of two was stated the other is none; where neither was, nobody knows.
    for (const auto& [one, other] : {std::pair("women", "men"), std::pair("girls", "boys")})
        if (numbers[one] || numbers[other])
            for (const auto* key : {one, other}) numbers[key] = numbers[key].value_or(0);
    tell_girls_and_boys(asked, measure, query, numbers);
    return numbers;
}

}  // namespace

Section equality_section(const SectionsAsked& asked) {
    const auto& words = asked.words;
    Section made{.key = "equality", .title = words.t(TEXT("Women, men, girls and boys"))};
    SectionTable table{.caption = words.t(TEXT("How many, in {period}"), {{"period", periods::name_of(asked.period, words)}}),
                       .headers = {words.t(TEXT("What is counted")), words.t(TEXT("Women")), words.t(TEXT("Men")),
                                   words.t(TEXT("Girls")), words.t(TEXT("Boys")),
                                   words.t(TEXT("Another answer, or none"))}};
    // Minutes and persons of the few whose questions are not told are not told either.
    const auto* questions = measures::find_measure(asked.self.measures, "inquiries");
    const auto asked_by = questions ? numbers_by_gender(asked, *questions) : std::nullopt;
    const auto few = asked_by ? too_few_to_tell(asked, *asked_by) : std::set<std::string>();
    for (const auto& measure : asked.self.measures) {
        const auto numbers = numbers_by_gender(asked, measure);
        if (!numbers) continue;
        auto hidden = too_few_to_tell(asked, *numbers);
        if (measure.kind == measures::Kind::sum) hidden.insert(few.begin(), few.end());
        table.rows.push_back(row_of_genders(asked, measure, *numbers, hidden));
        // Who of them is employed here is not asked together with gender.
        if (measure.key == "participants")
            table.rows.back().front() = words.t(TEXT("Taking part in activities, employees among them"));
    }
    add_bookings(asked, table);
    add_surveys_by_gender(asked, table);
    made.is_missing = table.rows.empty();
    if (!made.is_missing) made.tables.push_back(std::move(table));
    return made;
}

}  // namespace digilots::goals
