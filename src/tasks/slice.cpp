#include "platform/register/measure.h"
#include "tasks/pages.h"
#include "tasks/task_register.h"

namespace digilots::tasks {

namespace {

using http::Access, http::Method, http::MenuPlace, http::Role;

http::Routes routes(Tasks& tasks, const organisation::Organisation& organisation) {
    const auto page = http::handlers_with(Pages{tasks, organisation});
    return {{Method::get, "/{municipality}/staff/my-tasks", Access::guide, page(my_tasks_page)},
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
     TEXT("Colleagues see which tasks are yours and which you closed. Tasks that were closed are deleted after two years. When "
          "your account is closed, your open tasks go to whoever takes over.")},
};

const register_::MeasureWords added{"tasks_added", TEXT("Tasks: added"),
                                    TEXT("Tasks that were written or came by themselves, on the day on which it was. Deleted "
                                         "ones do not count; those that were closed are deleted after two years."),
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
        .refresh = [&tasks] { tasks.refresh(); },
        .purge = [&tasks] { return Counts{{"tasks", tasks.purge()}}; },
    };
}

}  // namespace digilots::tasks
