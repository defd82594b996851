#include "progress/demo.h"

#include "platform/base/embedded.h"
#include "platform/base/text.h"
#include "platform/base/whole_number.h"
#include "platform/tables/csv_reader.h"
#include "progress/tables.h"

namespace digilots::progress {

namespace {

std::vector<std::vector<std::string>> demo_table(std::string_view municipality, std::string_view name) {
    const auto content = base::embedded_file("data/demo/" + std::string(municipality) + "/" + std::string(name) + ".csv");
    return content ? tables::rows_below_header(*content) : std::vector<std::vector<std::string>>{};
}

bool has_chosen(const Progress& progress, std::string_view municipality) {
    const auto choices = progress.choices(municipality);
    return !choices.is_proposal || !choices.goals.empty();
}

void choose_made_up(Progress& progress, std::string_view municipality, std::string_view actor) {
    for (const auto& row : demo_table(municipality, "target"))
        progress.choose(municipality, {row[0], row[1], {}, false}, actor);
    int number = 0;
    for (const auto& row : demo_table(municipality, "goal")) {
        OwnGoal goal{"", ++number, row[0], row[1], {}};
        for (const auto target : base::split(row[2], ' ')) goal.targets.emplace_back(target);
        progress.save_goal(municipality, goal, actor);
    }
}

/// Closed where it says what came of it.
void evaluate_made_up(Progress& progress, std::string_view municipality, std::string_view actor) {
    for (const auto& row : demo_table(municipality, "evaluation")) {
        Evaluation evaluation;
        evaluation.year = static_cast<int>(base::whole_number_up_to(row[0], 1, 9999).value_or(0));
        evaluation.due_on = row[1];
        evaluation.task = row[2];
        evaluation.conclusion = row[3];
        evaluation.decision = row[4];
        if (progress.evaluation(municipality, evaluation.year)) continue;
        progress.save_evaluation(municipality, evaluation, actor);
        if (!evaluation.decision.empty()) progress.close_evaluation(municipality, evaluation.year, actor);
    }
}

}  // namespace

void load_demo_choices(Progress& progress, const municipality::Municipalities& municipalities) {
    for (const auto& municipality : municipalities.active_real()) {
        if (has_chosen(progress, municipality.id)) continue;
        for (const auto& one : demo_targets()) {
            if (one.municipality == municipality.id)
                progress.choose(municipality.id, {one.target, one.why, {}, false}, "import");
        }
        for (const auto& one : demo_goals()) {
            if (one.municipality == municipality.id) progress.save_goal(municipality.id, one.goal, "import");
        }
    }
}

void load_demo(Progress& progress, const municipality::Municipalities& municipalities, const Demo& demo) {
    load_demo_choices(progress, municipalities);
    for (const auto& id : demo.complete) {
        const auto actor = demo.account ? demo.account(id, http::Role::coordinator) : std::string();
        if (!has_chosen(progress, id)) choose_made_up(progress, id, actor);
        evaluate_made_up(progress, id, actor);
    }
}

}  // namespace digilots::progress
