#include <algorithm>

#include "platform/base/lists.h"
#include "platform/html/error_page.h"
#include "platform/html/not_theirs_page.h"
#include "platform/http/may.h"
#include "platform/register/pages.h"
#include "tasks/own_tasks.h"
#include "tasks/pages.h"
#include "tasks/reminders_view.h"
#include "tasks/templates.h"

namespace digilots::tasks {

namespace {

using register_::Record, register_::Surroundings;

constexpr std::size_t most_shown = 100, most_of_nobody = 20;
constexpr int days_of_soon = 14;
constexpr i18n::Text who_may =
    TEXT("A task is ended or opened again by whoever it is for, or by a coordinator. Ask one of them; the list of all tasks "
         "shows whose it is. Nothing was changed.");

std::string shown(const register_::Records& records, const Record& task, std::string_view field, const Surroundings& around) {
    const auto* asked = records.declaration().find(field);
    return base::joined(asked->type->show(*asked, task, around).lines, ", ");
}

TaskRow row_of(const Record& task, const Pages& pages, const Surroundings& around, const html::Page& page) {
    const auto& records = pages.tasks.records();
    TaskRow row{.title = shown(records, task, "title", around), .url = page.tenant_url("/staff/tasks/" + task.id)};
    if (const auto day = task.date("due")) row.due = page.translator().date(*day);
    const auto person = shown(records, task, "person", around);
    row.who = person.empty() ? shown(records, task, "function", around) : person;
    const auto* why = records.declaration().find("why");
    row.why = why->type->show(*why, task, around).lines;
    const auto* about = records.declaration().find("about");
    const auto record = about->type->show(*about, task, around);
    const auto& who = *page.request().identity;
    const auto place = pages.tasks.place_of(task, *page.request().tenant, who);
    if (!record.lines.empty() && !place.path.empty()) row.about = {record.lines.front(), page.tenant_url(place.path)};
    row.outcome = {.name = "outcome", .label = page.t("What came of it"), .optional = true, .id = "outcome-" + task.id};
    const bool may = http::may(page.request(), http::Role::coordinator) ||
                     pages.tasks.is_for(task, around.municipality_id, who.account_id);
    const auto* duty = pages.tasks.duty_of(task);
    const bool settles = duty && duty->settle;
    row.done_label = settles ? page.t(duty->settled) : page.t("Done");
    if (!may || !records.may_change(around, task)) return row;
    if (place.done_by) {
        row.done_by = who_does_it(*place.done_by, page);
        row.hand_over_url = row.url + "/change";
    }
    if (!place.done_by || !settles) row.done_url = row.url + "/done";
    return row;
}

std::vector<TaskGroup> groups_of(const std::vector<Record>& tasks, const Pages& pages, const Surroundings& around,
                                 const html::Page& page) {
    std::vector<TaskGroup> groups{{.id = "overdue", .title = page.t("Overdue")},
                                  {.id = "soon", .title = page.t("Within two weeks")},
                                  {.id = "later", .title = page.t("Later")}};
    const auto soon = base::add_days(around.today, days_of_soon);
    for (const auto& task : tasks) {
        const auto due = task.date("due");
        const std::size_t group = due && *due < around.today ? 0 : due && *due <= soon ? 1 : 2;
        groups[group].rows.push_back(row_of(task, pages, around, page));
    }
    std::erase_if(groups, [](const TaskGroup& group) { return group.rows.empty(); });
    for (auto& group : groups) group.number = std::ssize(group.rows);
    return groups;
}

/// Else nobody would meet them, as in a municipality that has just begun.
void add_nobodys(MyTasksView& view, const Pages& pages, const Surroundings& around, const html::Page& page) {
    auto tasks = tasks_of_nobody(pages.tasks.records(), around);
    if (tasks.empty()) return;
    put_in_order(tasks);
    TaskGroup group{"nobody", page.t("Nobody’s yet"), {}, std::ssize(tasks)};
    if (tasks.size() > most_of_nobody) {
        group.more = page.t("The first {shown} of {all}, by the day. All tasks that are open",
                            {{"shown", std::to_string(most_of_nobody)}, {"all", std::to_string(tasks.size())}});
        group.more_url = page.tenant_url("/staff/tasks?state=open&sort=due");
        tasks.resize(most_of_nobody);
    }
    for (const auto& task : tasks) group.rows.push_back(row_of(task, pages, around, page));
    view.groups.push_back(std::move(group));
}

void say_what_was_done(MyTasksView& view, const Pages& pages, const Surroundings& around, const html::Page& page) {
    const auto& query = page.request().query;
    if (query.has("refused")) view.refused = page.t("There is a new task for the same thing already. Work with that one.");
    const auto task = query.has("done") ? pages.tasks.records().find(around.municipality_id, query.get("done")) : std::nullopt;
    if (!task || task->text("state") == "open") return;
    view.done = page.t("Done: {task}", {{"task", shown(pages.tasks.records(), *task, "title", around)}});
    const auto* duty = pages.tasks.duty_of(*task);
    if (duty && duty->settle) {
        view.done += " " + page.t("The record counts as checked today.");
        return;
    }
    if (const auto rests = task->date("rests_until"))
        view.done += " " + page.t("If it still has to be done, it is a task again on {date}.",
                                  {{"date", page.translator().date(*rests)}});
    view.undo_url = page.tenant_url("/staff/tasks/" + task->id + "/again");
}

/// Where "done" is more than closing the task: that too. False where whoever says it may not.
bool settle(const Pages& pages, const http::Request& request, const Surroundings& around) {
    const auto task = pages.tasks.records().find(around.municipality_id, request.parameter("id"));
    const auto* duty = task ? pages.tasks.duty_of(*task) : nullptr;
    if (!duty || !duty->settle || task->text("state") != "open") return true;
    if (!pages.tasks.may_finish(*task, around, *request.identity)) return false;
    return duty->settle(request, task->text("duty").substr(duty->key.size() + 1));
}

http::Response back(const http::Request& request, const std::string& told) {
    const html::Page page(request);
    if (request.query.get("back") == "task")
        return http::see_other(page.tenant_url("/staff/tasks/" + std::string(request.parameter("id"))));
    return http::see_other(page.tenant_url("/staff/my-tasks" + told));
}

}  // namespace

std::string who_does_it(http::Role role, const html::Page& page) {
    switch (role) {
        case http::Role::guide: break;
        case http::Role::editor: return page.t("An editor, a coordinator or an administrator does this.");
        case http::Role::coordinator: return page.t("A coordinator or an administrator does this.");
        case http::Role::administrator: return page.t("An administrator does this.");
    }
    return "";
}

http::Response open_what_task_is_about(const Pages& pages, const http::Request& request) {
    const auto task = pages.tasks.records().find(request.tenant->id, request.parameter("id"));
    if (!task) return html::error_page(request, 404);
    const html::Page page(request);
    const auto place = pages.tasks.place_of(*task, *request.tenant, *request.identity);
    return http::see_other(page.tenant_url(place.path.empty() ? "/staff/tasks/" + task->id : place.path));
}

http::Response my_tasks_page(const Pages& pages, const http::Request& request) {
    html::Page page(request);
    page.title = page.t("My tasks");
    page.staff = true;
    page.indexable = false;
    const auto around = register_::around_of(pages.tasks.records(), request);
    const auto& who = *request.identity;
    const bool of_unit = request.query.get("of") == "unit" && !who.unit.empty();
    MyTasksView view;
    const auto url = page.tenant_url("/staff/my-tasks");
    view.ways.push_back({page.t("Mine"), url, !of_unit});
    if (!who.unit.empty()) view.ways.push_back({page.t("My unit’s"), url + "?of=unit", of_unit});
    view.ways.push_back({page.t("All tasks"), page.tenant_url("/staff/tasks?state=open")});
    view.ways.push_back({page.t("New task"), page.tenant_url("/staff/tasks/new")});
    std::vector<Record> tasks;
    if (of_unit) add_open(tasks, pages.tasks.records(), around, "unit", who.unit);
    else tasks = tasks_of(pages.tasks.records(), pages.organisation, around, who.account_id);
    put_in_order(tasks);
    if (tasks.size() > most_shown) {
        tasks.resize(most_shown);
        view.more = page.t("These are the first 100. The list of all tasks shows the rest.");
        view.more_url = page.tenant_url("/staff/tasks?state=open");
    }
    view.groups = groups_of(tasks, pages, around, page);
    if (!of_unit && http::may(request, http::Role::coordinator)) add_nobodys(view, pages, around, page);
    view.empty = of_unit ? page.t("Your unit has nothing to do here.")
                         : page.t("You have nothing to do here. Tasks come to you by the functions that you hold or stand in "
                                  "for.");
    say_what_was_done(view, pages, around, page);
    if (!of_unit) view.reminders = reminders_view(pages, request, page);
    return html::render_page(page, templates::my_tasks_page(view, page));
}

http::Response finish_task(const Pages& pages, const http::Request& request) {
    const auto around = register_::around_of(pages.tasks.records(), request);
    const std::string id(request.parameter("id"));
    if (!settle(pages, request, around)) return html::error_page(request, 403);
    switch (pages.tasks.finish(around, id, request.form.get("outcome"), *request.identity)) {
        case Finish::not_there: return html::error_page(request, 404);
        case Finish::not_theirs: return html::not_theirs_page(request, who_may);
        case Finish::done:
        case Finish::closed_already: break;
    }
    return back(request, "?done=" + id);
}

http::Response open_task_again(const Pages& pages, const http::Request& request) {
    const auto around = register_::around_of(pages.tasks.records(), request);
    switch (pages.tasks.open_again(around, request.parameter("id"), *request.identity)) {
        case Reopen::not_there: return html::error_page(request, 404);
        case Reopen::not_theirs: return html::not_theirs_page(request, who_may);
        case Reopen::has_another: return http::see_other(html::Page(request).tenant_url("/staff/my-tasks?refused=1"));
        case Reopen::open:
        case Reopen::open_already: break;
    }
    return back(request, "");
}

}  // namespace digilots::tasks
