#include "surveys/rows.h"

#include <algorithm>

#include "surveys/steps.h"
#include "surveys/told.h"

namespace digilots::surveys {

namespace {

/// Whoever is asked it stands in one of the groups: the row would say which.
bool hangs_on_a_split(const Definition& definition, const Question& question) {
    const auto* at = &question;
    for (std::size_t steps = 0; at && steps <= definition.questions.size(); ++steps) {
        if (!at->split.empty()) return true;
        if (!at->shown_if) return false;
        at = definition.find(at->shown_if->question);
    }
    return true;
}

bool is_all_shown(const std::vector<Figure>& figures) {
    return std::ranges::none_of(figures, &Figure::is_hidden);
}

bool is_all_shown_in(const ResultsByRound& results, const std::string& table) {
    for (const auto& [round, told] : results.rounds) {
        const auto* asked = told.find(table);
        if (told.is_too_few || !asked || !is_all_shown(told.in_splits) || !is_all_shown(asked->answered)) return false;
        if (!told.split.empty() && !asked->can_be_split) return false;
        if (are_steps_together(*asked)) return false;
        for (const auto& line : asked->lines)
            if (!is_all_shown(line.figures)) return false;
    }
    return true;
}

}  // namespace

RowColumns columns_of_rows(const Survey& survey, const std::vector<std::shared_ptr<const ResultsByRound>>& all) {
    const auto& definition = survey.edition.definition;
    RowColumns columns;
    for (const auto& question : definition.questions) {
        if (question.kind == Kind::text || hangs_on_a_split(definition, question)) continue;
        auto tables = counted_of(question);
        const bool is_told = std::ranges::all_of(tables, [&](const Counted& table) {
            return std::ranges::all_of(all, [&](const auto& one) { return is_all_shown_in(*one, table.name); });
        });
        if (!is_told) ++columns.left_out;
        for (auto& table : tables)
            if (is_told) columns.told.push_back({question, std::move(table)});
    }
    return columns;
}

RowColumns columns_of_rows(const Surveys::Implementation& self, const std::string& municipality, const Survey& survey) {
    const auto results_by = [&](const std::string& split) {
        return self.results.by_round.of(municipality + "|" + survey.id + "|" + split);
    };
    std::vector<std::shared_ptr<const ResultsByRound>> all{results_by("")};
    for (const auto& split : splits_in(survey)) all.push_back(results_by(split));
    return columns_of_rows(survey, all);
}

}  // namespace digilots::surveys
