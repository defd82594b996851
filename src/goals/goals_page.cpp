#include <map>

#include "goals/goals_view.h"
#include "goals/pages.h"
#include "goals/reading.h"
#include "goals/templates.h"
#include "goals/words.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/http/may.h"

namespace digilots::goals {

namespace {

using html::components::Cell;

std::string function_name(const Goals::Implementation& self, const register_::Surroundings& around,
                          const std::string& function) {
    const auto source = self.goals.others().links.find("organisation.function");
    if (function.empty() || source == self.goals.others().links.end()) return "";
    const auto& choices = register_::choices_in(around, &source->second, source->second.choices);
    const auto* choice = register_::find_choice(choices, function);
    return choice ? choice->label : "";
}

std::vector<html::Link> pages_beside(const Goals::Implementation& self, const html::Page& page) {
    std::vector<html::Link> links{{page.t(TEXT("The weeks of all weekly goals")), page.tenant_url("/staff/goals/weeks")},
                                  {page.t(TEXT("Reports")), page.tenant_url("/staff/goals/reports")},
                                  {page.t(TEXT("Shared quality goals")), page.tenant_url("/staff/goals/shared-quality")},
                                  {page.t(TEXT("Once a year: the wheel and its evaluation")),
                                   page.tenant_url("/staff/progress/evaluations")}};
    for (const auto* records : {&self.values, &self.interims, &self.documents, &self.stories, &self.deviations, &self.checks,
                                &self.references, &self.ambitions, &self.benefits, &self.quality, &self.goals})
        links.push_back(
            {page.t(records == &self.goals ? TEXT("Records, tables and what has ended") : records->declaration().names.many),
             page.tenant_url(records->declaration().path)});
    return links;
}

std::string summary_of(const std::map<Status, int>& numbers, const html::Page& page) {
    std::vector<std::string> said;
    for (const auto& [status, number] : numbers)
        said.push_back(status_in_words(status, page.translator()) + ": " + page.translator().number(number));
    return base::joined(said, " · ");
}

}  // namespace

html::Page goals_page_of(const http::Request& request, const std::string& title) {
    html::Page page(request);
    page.title = title;
    page.staff = true;
    page.indexable = false;
    page.breadcrumbs = {{page.t(TEXT("Goals that we follow up")), page.tenant_url("/staff/goals")}, {title, "", true}};
    return page;
}

base::Date today_in(const Goals::Implementation& self, const http::Request& request) {
    return base::to_civil(self.clock.now(), request.tenant->zone).date;
}

http::Response goals_page(const Pages& pages, const http::Request& request) {
    const auto& self = Inside::of(pages.goals);
    html::Page page(request);
    page.title = page.t(TEXT("Goals that we follow up"));
    page.staff = true;
    page.indexable = false;
    const auto& words = page.translator();
    auto around = self.around(request.tenant->id);
    around.words = &words;
    GoalsView view;
    view.table = {.caption = page.t(TEXT("Goals and how they stand today")),
                  .columns = {{page.t(TEXT("Goal"))},
                              {page.t(TEXT("How it stands"))},
                              {page.t(TEXT("Until now"))},
                              {page.t(TEXT("Aimed at"))},
                              {page.t(TEXT("Who sees to it"))}},
                  .empty = page.t(TEXT("No goal yet. Add the first one."))};
    const auto snapshot = self.snapshot(request.tenant->id);
    std::map<Status, int> numbers;
    for (const auto& goal : snapshot->goals) {
        const auto reading = read_goal(self, *snapshot, goal, *request.tenant);
        ++numbers[reading.judged.status];
        const auto function = function_name(self, around, goal.function);
        view.table.rows.push_back({Cell{.text = goal.title, .url = page.tenant_url("/staff/goals/" + goal.id)},
                                   Cell{.text = "", .mark = mark_of_status(reading.judged.status, words)},
                                   Cell{.text = number_in_words(goal, reading, words)},
                                   Cell{.text = target_in_words(goal, reading, words)}, Cell{.text = function}});
    }
    view.summary = summary_of(numbers, page);
    if (http::may(request, http::Role::coordinator)) view.add_url = page.tenant_url("/staff/goals/records/new");
    for (const auto& [key, title] : {std::pair("desk", TEXT("For the desk")), std::pair("manager", TEXT("For the manager")),
                                     std::pair("politician", TEXT("For politicians"))})
        view.boards.push_back({page.t(title), page.tenant_url("/staff/goals/board?for=" + std::string(key))});
    view.more = pages_beside(self, page);
    view.rule = rule_in_words(words);
    return html::render_page(page, templates::goals_page(view, page));
}

}  // namespace digilots::goals
