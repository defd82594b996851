#include <algorithm>

#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/html/error_page.h"
#include "platform/periods/period.h"
#include "progress/evaluation_view.h"
#include "progress/pages.h"
#include "progress/staff_view.h"
#include "progress/templates.h"

namespace digilots::progress {

namespace {

constexpr std::size_t longest_text = 10'000;

std::optional<int> year_of(const Pages& pages, const http::Request& request) {
    const auto year = periods::read_year(request.parameter("year"));
    if (!year) return std::nullopt;
    const auto years = pages.progress.years(request.tenant->id);
    const bool known =
        std::ranges::find(years, *year) != years.end() || pages.progress.evaluation(request.tenant->id, *year);
    return known ? year : std::nullopt;
}

Evaluation typed(const http::Request& request, int year) {
    return {year,
            base::clean(request.form.get("task")),
            std::string(base::trim(request.form.get("due_on"))),
            base::clean(request.form.get("conclusion")),
            base::clean(request.form.get("decision")),
            {}};
}

/// What becomes public when it is closed must be there.
html::FormErrors check(const Evaluation& evaluation, const html::Page& page, bool closes) {
    html::FormErrors errors;
    if (evaluation.task.empty()) errors.add("task", page.t("Write what is to be evaluated."));
    if (!base::parse_date(evaluation.due_on)) errors.add("due_on", page.t("Write the date as 2026-12-31."));
    if (closes && evaluation.conclusion.empty()) errors.add("conclusion", page.t("Write the conclusion before you close."));
    if (closes && evaluation.decision.empty()) errors.add("decision", page.t("Write the decision before you close."));
    for (const auto& [field, text] :
         {std::pair("task", &evaluation.task), std::pair("conclusion", &evaluation.conclusion),
          std::pair("decision", &evaluation.decision)}) {
        if (base::length(*text) > longest_text)
            errors.add(field, page.t("Write at most {n} characters.", {{"n", std::to_string(longest_text)}}));
    }
    return errors;
}

EvaluationFormView view_of(const Pages& pages, const Evaluation& evaluation, const html::Page& page) {
    const Subject subject = subject_of(page.request(), pages.municipalities).value();
    EvaluationFormView view;
    view.year = std::to_string(evaluation.year);
    view.url = page.tenant_url("/staff/progress/evaluations/" + view.year);
    view.wheel_url = page.url(subject.wheel_path("?year=" + view.year));
    view.may_edit = may_edit(page.request());
    const auto stored = pages.progress.evaluation(subject.id(), evaluation.year);
    view.seen = mark_of(stored ? &*stored : nullptr);
    view.is_closed = stored && stored->closed_at;
    if (view.is_closed) view.closed = show(*stored, subject, page);
    view.task = {
        .name = "task", .label = page.t("What is to be evaluated"), .value = evaluation.task, .rows = 3};
    view.due_on = {
        .name = "due_on", .label = page.t("To be done by"), .value = evaluation.due_on, .type = "date"};
    view.conclusion = {.name = "conclusion",
                       .label = page.t("Conclusion"),
                       .value = evaluation.conclusion,
                       .hint = page.t("What the wheel says, and what it does not."),
                       .optional = true,
                       .rows = 6};
    view.decision = {.name = "decision",
                     .label = page.t("Decision"),
                     .value = evaluation.decision,
                     .hint = page.t("What the municipality does now, and who decided."),
                     .optional = true,
                     .rows = 4};
    return view;
}

http::Response render(const http::Request& request, EvaluationFormView view) {
    html::Page page = staff_page(request, html::Page(request).t("Evaluation {year}", {{"year", view.year}}));
    page.breadcrumbs.insert(page.breadcrumbs.begin() + 1,
                            {page.t("Evaluations"), page.tenant_url("/staff/progress/evaluations"), false});
    return html::render_page(page, templates::evaluation_page(view, page), view.errors.empty() ? 200 : 422);
}

/// A new one: the task in words that can stay, due at the end of this year.
Evaluation proposed(const Pages& pages, const http::Request& request, int year) {
    const auto today = base::to_civil(pages.clock.now(), request.tenant->zone).date;
    const base::Date due = today.year() / std::chrono::December / 31;
    return {year,
            html::Page(request).t("Go through the wheel of {year} with those responsible for each goal.",
                                  {{"year", std::to_string(year)}}),
            base::format_date(due),
            "",
            "",
            {}};
}

}  // namespace

http::Response evaluations_page(const Pages& pages, const http::Request& request) {
    html::Page page = staff_page(request, html::Page(request).t("Evaluations"));
    EvaluationsView view;
    view.may_edit = may_edit(request);
    view.table.caption = page.title;
    view.table.columns = {{page.t("Year")}, {page.t("To be done by")}, {page.t("State")}};
    view.table.empty = page.t("No evaluation has been made yet.");
    const auto evaluations = pages.progress.evaluations(request.tenant->id);
    for (const auto& one : evaluations) {
        const std::string year = std::to_string(one.year);
        view.table.rows.push_back({{year, page.tenant_url("/staff/progress/evaluations/" + year)},
                                   {one.due_on},
                                   {one.closed_at ? page.t("closed") : page.t("under way")}});
    }
    auto years = pages.progress.years(request.tenant->id);
    std::ranges::reverse(years);
    for (const int year : years) {
        if (view.new_years.size() == 3) break;
        if (std::ranges::find(evaluations, year, &Evaluation::year) != evaluations.end()) continue;
        const std::string text = std::to_string(year);
        view.new_years.push_back({page.t("Evaluate {year}", {{"year", text}}),
                                  page.tenant_url("/staff/progress/evaluations/" + text), false});
    }
    return html::render_page(page, templates::evaluations_page(view, page));
}

http::Response evaluation_page(const Pages& pages, const http::Request& request) {
    const auto year = year_of(pages, request);
    if (!year) return html::error_page(request, 404);
    const auto stored = pages.progress.evaluation(request.tenant->id, *year);
    const html::Page page(request);
    EvaluationFormView view = view_of(pages, stored ? *stored : proposed(pages, request, *year), page);
    if (request.query.has("saved")) view.done = page.t("The evaluation is saved.");
    if (request.query.has("closed") && view.is_closed)
        view.done = page.t("The evaluation is saved and closed. The conclusion and the decision are public now.");
    return render(request, std::move(view));
}

http::Response save_evaluation(const Pages& pages, const http::Request& request) {
    const auto year = year_of(pages, request);
    if (!year) return html::error_page(request, 404);
    const html::Page page(request);
    const bool closes = request.form.get("then") == "close";
    const Evaluation evaluation = typed(request, *year);
    EvaluationFormView view = view_of(pages, evaluation, page);
    view.errors = check(evaluation, page, closes);
    const std::string record = "evaluation:" + view.year;
    if (view.is_closed) return http::changed_meanwhile(record);
    if (!view.errors.empty()) return render(request, std::move(view));
    const auto seen = base::Seen::mark(request.form.get("seen"));
    if (!pages.progress.save_evaluation(request.tenant->id, evaluation, request.identity->account_id, seen))
        return http::changed_meanwhile(record);
    if (closes) pages.progress.close_evaluation(request.tenant->id, *year, request.identity->account_id);
    return http::see_other(view.url + (closes ? "?closed=1" : "?saved=1"));
}

}  // namespace digilots::progress
