#include "progress/duties.h"

#include <algorithm>

namespace digilots::progress {

namespace {

Duty duty_of(int year, Sentence why, std::string due) {
    const auto text = std::to_string(year);
    return {.id = text, .name = text, .why = {std::move(why)}, .due = std::move(due), .responsible = "evaluation",
            .record = "evaluation:" + text, .path = "/staff/progress/evaluations/" + text};
}

std::vector<Duty> to_evaluate(const Progress& progress, std::string_view municipality) {
    std::vector<Duty> duties;
    const auto evaluations = progress.evaluations(municipality);
    for (const auto& evaluation : evaluations) {
        if (evaluation.closed_at) continue;
        duties.push_back(duty_of(evaluation.year, {TEXT("The evaluation is begun. It lacks its conclusion and decision.")},
                                 evaluation.due_on));
    }
    const auto choices = progress.choices(municipality);
    if (choices.is_proposal && evaluations.empty()) return duties;
    const auto years = progress.years(municipality);
    if (years.empty() || std::ranges::find(evaluations, years.back(), &Evaluation::year) != evaluations.end()) return duties;
    duties.push_back(duty_of(years.back(), {TEXT("There are figures for {year}, and nobody has evaluated them."),
                                            {{"year", std::to_string(years.back())}}}, ""));
    return duties;
}

}  // namespace

DutyKind yearly_evaluation(const Progress& progress) {
    return {.key = "progress.evaluation",
            .title = TEXT("The year’s evaluation"),
            .task = TEXT("Make the evaluation of {name}"),
            .gone = TEXT("The evaluation is closed."),
            .of = {{"evaluation", TEXT("Evaluation")}},
            .now = [&progress](std::string_view municipality) { return to_evaluate(progress, municipality); },
            .from = {{kept_progress},
                     {indicators::kept_own_figures},
                     {indicators::kept_figures, kept::Dependence::Of::everyone}},
            .days = 90};
}

}  // namespace digilots::progress
