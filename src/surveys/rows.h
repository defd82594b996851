#pragma once
// Which answers may be given row by row, one person a row. Decision 0104. No SQL, no HTTP.
#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "surveys/counting.h"
#include "surveys/results.h"

namespace digilots::surveys {

struct RowColumn {
    Question question;
    Counted counted;
};

/// Of the newest edition: questions of which every number is shown, of each round and of each group by which results are split;
/// without those that split and those asked only of some of these, and without words of people. So no row tells what a table
/// hides.
struct RowColumns {
    std::vector<RowColumn> told = {};
    std::size_t left_out = 0;               // questions of which a number is hidden
};

/// `all`: the results without a split, and by each one of the survey.
RowColumns columns_of_rows(const Survey& survey, const std::vector<std::shared_ptr<const ResultsByRound>>& all);
RowColumns columns_of_rows(const Surveys::Implementation& self, const std::string& municipality, const Survey& survey);

}  // namespace digilots::surveys
