#pragma once
// Results in words of a page: shared by the page, the files and the comparison.
#include "surveys/asking.h"
#include "surveys/results.h"

namespace digilots::surveys {

/// "42 %"; "too few" where it is hidden.
std::string share_text(const Figure& part, const Figure& of, const html::Page& page);
/// "31–54 %"; "" where nothing is told.
std::string interval_text(const Figure& part, const Figure& of, const html::Page& page);
std::string count_text(const Figure& figure, const html::Page& page);
/// Of a scale, or a line of a matrix, the mean in a group: nothing where something of it is hidden, or steps are told
/// together, or nobody answered.
std::optional<double> mean_of(const Asked& asked, std::size_t group);
/// The question, and its line or option.
InLanguage heading_of(const Asked& asked, const html::Page& page, std::string_view first);
/// The value of a split: "Women", "Not stated".
std::string group_label(const Survey& survey, std::string_view split, std::string_view value, const html::Page& page);
i18n::Text title_of_split(std::string_view split);
/// By what this survey's results can be split.
std::vector<std::string> splits_in(const Survey& survey);
/// "sundsvall-hjälpen.csv"
std::string name_of_file(const http::Request& request, const Survey& survey, const char* ending);
/// Of several that can be chosen what counts is who chose it.
bool is_told_line(const Asked& asked, const Asked::Line& line);

}  // namespace digilots::surveys
