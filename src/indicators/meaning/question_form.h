#pragma once
// What a person or a program asks about an indicator, as it stands in the address: ?year=&gender=&group=&direction=&with=
#include <string>
#include <utility>
#include <vector>

#include "indicators/meaning/pages.h"
#include "platform/html/components.h"
#include "platform/html/page.h"

namespace digilots::indicators {

/// Parameter → what is wrong with it, in English, for programs. A page goes on without the wrong ones.
using ParameterErrors = std::vector<std::pair<std::string, std::string>>;

/// `municipality` "": national, where "county" needs one. `direction` is read too; pages that do not offer it drop it.
Question read_question(const Pages& pages, const http::Fields& query, const Indicator& indicator,
                       std::string_view municipality, ParameterErrors& errors);

/// The values that keep this question in a link; `with` is the id of a municipality compared with, or "".
std::vector<std::pair<std::string, std::string>> query_of(const Question& question, std::string_view with = "");

/// Year, gender and group as one form; groups are those the municipality may compare with ("": national ones).
std::vector<html::components::Field> choices_of(const Pages& pages, const Question& question, const Indicator& indicator,
                                                const municipality::Municipality* municipality, const html::Page& page);
/// Another municipality to compare with.
html::components::Field other_field(const municipality::Municipality& municipality, std::string_view chosen,
                                    const html::Page& page);

}  // namespace digilots::indicators
