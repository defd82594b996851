#include "progress/evaluation_view.h"

#include "platform/base/time.h"

namespace digilots::progress {

EvaluationView show(const Evaluation& evaluation, const Subject& subject, const html::Page& page) {
    EvaluationView view;
    view.year = std::to_string(evaluation.year);
    view.task = evaluation.task;
    if (const auto due = base::parse_date(evaluation.due_on)) view.due_on = page.translator().date(*due);
    view.conclusion = evaluation.conclusion;
    view.decision = evaluation.decision;
    if (!evaluation.closed_at) return view;
    const std::string zone = page.request().tenant ? page.request().tenant->zone : "Europe/Stockholm";
    view.closed_on = page.translator().date(base::to_civil(*evaluation.closed_at, zone).date);
    view.kept_url = page.url(subject.wheel_path("?year=" + view.year + "&kept=1"));
    return view;
}

}  // namespace digilots::progress
