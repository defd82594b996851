#pragma once
// Figures that are split up twice: how the places, or what else they are compared by, differ.
#include "statistics/statistics_view.h"
#include "statistics/question.h"
#include "taxonomy/taxonomy.h"

namespace digilots::statistics {

/// The keys of a period from the first to the last, with those between of which there is none: "2026-W08", "2026-W09". Others
/// stay as they are.
std::vector<std::string> without_gaps(std::string_view dimension, std::vector<std::string> keys);

/// The rows along one period in their order: of what adds up, a period without any is zero where there are some before and after.
std::vector<measures::Row> with_those_between(const Question& question, std::vector<measures::Row> rows);

/// Where something of it is not known (measures::Measure::unknown).
std::vector<measures::Row> unknown_rows(const Question& question, std::string_view municipality);

/// Split up by one thing and compared by another.
bool is_compared(const Question& question);
/// For each of the second in turn, the one with the most first, its rows of the first as they rank; times stay in their order.
std::vector<measures::Row> ranked(const Question& question, std::vector<measures::Row> rows);
/// A table for each, with the ten highest; what is left out stands in the file.
Compared side_by_side(const Question& question, std::vector<measures::Row> rows, const taxonomy::OwnTopicList& own,
                      const html::Page& page);

}  // namespace digilots::statistics
