#pragma once
// The numbers of a session's attendance by the names of their fields: on its page, and where it is counted without a network.
#include <map>
#include <optional>
#include <span>
#include <string>

#include "activities/activities.h"
#include "taxonomy/taxonomy.h"

namespace digilots::activities {

struct NumberOf {
    const char* name;
    i18n::Text title;
    std::optional<std::int64_t> Attendance::*member;
};
/// Women, men, girls, boys, not stated, did not come.
std::span<const NumberOf> numbers_of_people();

/// Nothing where nothing was typed, or what is no number: that is told.
std::optional<std::int64_t> typed_number(const http::Fields& typed, const std::string& name, FieldErrors& errors,
                                         const i18n::Translator& words);
void read_terms(const http::Fields& typed, const std::string& prefix, taxonomy::List list,
                std::map<std::string, std::int64_t>& into, FieldErrors& errors, const i18n::Translator& words);

/// People and target groups alone.
Attendance counted_in(const http::Fields& typed, FieldErrors& errors, const i18n::Translator& words);
http::Fields counted_fields(const Attendance& attendance);

}  // namespace digilots::activities
