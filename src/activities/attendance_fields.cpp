#include "activities/attendance_fields.h"

#include "platform/base/text.h"
#include "platform/base/whole_number.h"

namespace digilots::activities {

namespace {

constexpr int most_typed_number = 1'000'000'000;
const NumberOf people_numbers[] = {{"women", TEXT("Women"), &Attendance::women},
                            {"men", TEXT("Men"), &Attendance::men},
                            {"girls", TEXT("Girls"), &Attendance::girls},
                            {"boys", TEXT("Boys"), &Attendance::boys},
                            {"not_stated", TEXT("Not stated"), &Attendance::not_stated},
                            {"did_not_come", TEXT("Signed up and did not come"), &Attendance::did_not_come}};

}  // namespace

std::span<const NumberOf> numbers_of_people() { return people_numbers; }

std::optional<std::int64_t> typed_number(const http::Fields& typed, const std::string& name, FieldErrors& errors,
                                         const i18n::Translator& words) {
    const auto text = base::trim(typed.get(name));
    if (text.empty()) return std::nullopt;
    const auto number = base::whole_number_up_to(text, 0, most_typed_number);
    if (!number) errors.emplace_back(name, words.t("Write a whole number from 0 on."));
    return number ? std::optional<std::int64_t>(*number) : std::nullopt;
}

void read_terms(const http::Fields& typed, const std::string& prefix, taxonomy::List list,
                std::map<std::string, std::int64_t>& into, FieldErrors& errors, const i18n::Translator& words) {
    for (const auto& term : taxonomy::terms(list))
        if (const auto number = typed_number(typed, prefix + term.key, errors, words)) into[term.key] = *number;
}

Attendance counted_in(const http::Fields& typed, FieldErrors& errors, const i18n::Translator& words) {
    Attendance attendance;
    for (const auto& one : people_numbers) attendance.*one.member = typed_number(typed, one.name, errors, words);
    read_terms(typed, "group_", taxonomy::List::target_group, attendance.groups, errors, words);
    return attendance;
}

http::Fields counted_fields(const Attendance& attendance) {
    http::Fields fields;
    for (const auto& one : people_numbers)
        fields.pairs.emplace_back(one.name,
                                  attendance.*one.member ? std::to_string(*(attendance.*one.member)) : "");
    for (const auto& [term, number] : attendance.groups)
        fields.pairs.emplace_back("group_" + term, std::to_string(number));
    return fields;
}

}  // namespace digilots::activities
