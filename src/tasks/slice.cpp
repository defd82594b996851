#include "platform/register/measure.h"
#include "tasks/pages.h"
#include "tasks/task_register.h"

namespace digilots::tasks {

namespace {

using http::Access, http::Method, http::MenuPlace, http::Role;

http::Routes routes(Tasks& tasks, const organisation::Organisation& organisation) {
    const auto page = http::handlers_with(Pages{tasks, organisation});
    return {{Method::get, "/{municipality}/staff/my-tasks", Access::guide, page(my_tasks_page)},
            {Method::post, "/{municipality}/staff/my-tasks/reminders", Access::guide, page(save_reminders)},
            {Method::post, "/{municipality}/staff/my-tasks/calendar", Access::guide, page(make_calendar)},
            {Method::post, "/{municipality}/staff/my-tasks/calendar/end", Access::guide, page(end_calendar)},
            {Method::get, "/{municipality}/my-tasks/{token}/calendar.ics", Access::anyone, page(own_calendar)},
            {Method::get, "/{municipality}/staff/tasks/{id}/about", Access::guide, page(open_what_task_is_about)},
            {Method::post, "/{municipality}/staff/tasks/{id}/done", Access::guide, page(finish_task)},
            {Method::post, "/{municipality}/staff/tasks/{id}/again", Access::guide, page(open_task_again)}};
}

http::Menu menu(const Tasks& tasks) {
    return {{MenuPlace::staff, 250, TEXT("My tasks"), "/staff/my-tasks", Role::guide, {"/staff/tasks"},
             [&tasks](const http::Tenant& tenant, const http::Identity& who) {
                 return tasks.waiting_for(tenant.id, who.account_id).open;
             }}};
}

const audit::Words trail{
    .actions = {TEXT("task done"), TEXT("task opened again"), TEXT("task handed over")},
    .fields = {{"state", TEXT("How it stands")}},
};

const std::vector<PrivacyNotice> privacy{
    {PrivacyNotice::Of::staff,
     TEXT("Colleagues see which tasks are yours and which you closed. When your account is closed, your open "
          "tasks go to whoever takes over.")},
    {.of = PrivacyNotice::Of::staff,
     .text = TEXT("Tasks that were closed are deleted after {period}."),
     .rule = std::string(closed_rule),
     .preserved = TEXT("The municipality keeps closed tasks for the time being: none is deleted.")},
    {PrivacyNotice::Of::staff,
     TEXT("Where the installation sends letters, one tells you of your open tasks by their titles, as often as you choose. What "
          "you chose, and the secret link of your calendar if you made one, are kept until you change it or your account is "
          "closed.")},
};

const register_::MeasureWords added{"tasks_added", TEXT("Tasks: added"),
                                    TEXT("Tasks that were written or came by themselves, on the day on which it was. Deleted "
                                         "ones do not count, also those whose time had come."),
                                    TEXT("tasks"), TEXT("task")};

}  // namespace

Slice slice(Tasks& tasks, const organisation::Organisation& organisation) {
    return {
        .name = "tasks",
        .routes = [&](const Slices&) { return routes(tasks, organisation); },
        .registers = {&tasks.records()},
        .menu = menu(tasks),
        .scopes = {&read_scope},
        .measures = {register_::number_added(tasks.records(), added)},
        .trail = trail,
        .privacy = privacy,
        .retention = retention_rules(),
        .jobs = {{.name = "tasks_remind",
                  .title = TEXT("Letters about open tasks"),
                  .work = [&tasks](jobs::Run& run) { tasks.remind(run); },
                  .schedule = jobs::Daily{.hour = 6, .minute = 30}}},
        .refresh = [&tasks] { tasks.refresh(); },
    };
}

}  // namespace digilots::tasks
