#include "tasks/task_register.h"

namespace digilots::tasks {

namespace {

using namespace register_;

std::vector<Field> fields_of_task(const Known& known, const std::function<std::string(std::string_view)>& name_of) {
    return {title_field("title", TEXT("What is to be done"))
                .required()
                .listed()
                .searched()
                .when_missing(TEXT("Write what is to be done.")),
            state_field("state", TEXT("How it stands")).listed().filter(),
            date("due", TEXT("To be done by")).listed().sorted(),
            link("function", TEXT("Function"), "organisation.function")
                .listed()
                .filter()
                .when_none(TEXT("No function"))
                .hint(TEXT("Better than a person: the task is then that of whoever holds it."))
                .when_wrong(TEXT("Choose a function from the list.")),
            link("person", TEXT("Person"), "accounts.person")
                .listed()
                .filter()
                .when_none(TEXT("Nobody yet"))
                .when_wrong(TEXT("Choose a person from the list.")),
            link("unit", TEXT("Unit"), "organisation.unit").listed().filter().when_none(TEXT("No unit")),
            why_field("why", TEXT("Why, and what to know")).hint(TEXT("Never anything about a person who asked for help.")),
            about_field("about", TEXT("About"), known).from_address("about"),
            origin_field("origin", TEXT("Where it comes from"), known).filter(),
            outcome_field("outcome", TEXT("What came of it"), name_of),
            stored("duty", {}),
            stored("rests", {}, Storage::whole, "0"),
            stored("rests_until", {})};
}

/// What is no longer to be done is opened again before it is changed.
void check_task(const Checked& checked, Problems& problems) {
    if (checked.record.text("state") != "open")
        problems.push_back({"due", TEXT("The task is closed. Open it again before you change it.")});
}

}  // namespace

Register task_register(const Known& known, const std::function<std::string(std::string_view)>& name_of) {
    return {.key = "task",
            .table = "tasks_task",
            .names = {TEXT("Tasks"), TEXT("Task")},
            .see = http::Role::guide,
            .change = http::Role::guide,
            .path = "/staff/tasks",
            .above = {{TEXT("My tasks"), "/staff/my-tasks"}},
            .interface = {"/tasks", http::Access::token(read_scope)},
            .fields = fields_of_task(known, name_of),
            .rules = check_task,
            .endings = Endings::none,
            .kept = kept_tasks,
            .words = {.about = TEXT("What is to be done, by when and by which function. Many tasks come by themselves: records "
                                    "to check again, what is missing, functions that nobody holds. They close when it is "
                                    "done."),
                      .caption = TEXT("Tasks"),
                      .empty = TEXT("There is nothing to be done."),
                      .add = TEXT("New task"),
                      .added = TEXT("The task is added."),
                      .saved = TEXT("The task is saved.")}};
}

}  // namespace digilots::tasks
