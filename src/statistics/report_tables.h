#pragma once
// Tables of a report: a figure split up, or several figures beneath each other, this year beside the year before.
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "statistics/report_figures.h"

namespace digilots::statistics {

/// What was counted most, and how often.
struct Most {
    std::string label;
    std::int64_t number = 0;
};
/// Nothing where all of it is not stated, or nothing is known.
std::optional<Most> most_of(ReportFigures& figures, std::string_view key, const std::string& dimension);

/// Adds the table, with a note where its rows add up to more than all; nothing where it would say nothing: the figure is not
/// known by that, or the report is limited by it. What is not stated stands last.
void add_split(ReportSection& section, ReportFigures& figures, std::string_view key, const std::string& dimension,
               const std::string& caption);
/// A line for each of the figures that are counted here.
void add_figures(ReportSection& section, ReportFigures& figures, std::span<const std::string_view> keys,
                 const std::string& caption);

/// "76 %, 71 of 94"
std::string share_in_words(const measures::Value& share, const i18n::Translator& translator);

}  // namespace digilots::statistics
