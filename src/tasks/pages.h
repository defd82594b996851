#pragma once
// The pages of tasks beside those of their register.
#include "platform/html/components.h"
#include "platform/html/page.h"
#include "tasks/tasks.h"

namespace digilots::tasks {

struct Pages {
    Tasks& tasks;
    const organisation::Organisation& organisation;
};

struct TaskRow {
    std::string title = {}, url = {}, due = {}, who = {};
    std::vector<std::string> why = {};
    html::Link about = {};          // url "": nothing to open
    std::string done_by = {};       // who does it, where the reader may not; then `about` is what they may see
    std::string hand_over_url = {};
    html::components::Field outcome = {};
    std::string done_url = {};      // "" where somebody else closes it
    std::string done_label = {};    // what the button does
};

struct TaskGroup {
    std::string id = {}, title = {};
    std::vector<TaskRow> rows = {};
    std::ptrdiff_t number = 0;                 // of all, where not all are shown
    std::string more = {}, more_url = {};      // where the rest stands; "" nothing more
};

/// How somebody hears of their tasks elsewhere.
struct RemindersView {
    html::components::Field rhythm = {};  // name "": no letters are sent
    std::string url = {}, calendar_url = {}, end_url = {};
    std::string since = {};   // of the calendar's link, in words; "" where there is none
    std::string secret = {};  // the link itself, told this once
    std::string done = {};
};

struct MyTasksView {
    std::vector<html::Link> ways;   // mine, my unit's, all, a new one
    std::vector<TaskGroup> groups;  // overdue, soon, later
    std::string empty, more, more_url;
    std::string done, undo_url;     // what was closed just now
    std::string refused;
    std::optional<RemindersView> reminders = {};
};

/// "An editor, coordinator or administrator does this. …"
std::string who_does_it(http::Role role, const html::Page& page);

http::Response my_tasks_page(const Pages& pages, const http::Request& request);
/// On to where the task is done, or what this person may see of it.
http::Response open_what_task_is_about(const Pages& pages, const http::Request& request);
http::Response finish_task(const Pages& pages, const http::Request& request);
http::Response open_task_again(const Pages& pages, const http::Request& request);

http::Response save_reminders(const Pages& pages, const http::Request& request);
http::Response make_calendar(const Pages& pages, const http::Request& request);
http::Response end_calendar(const Pages& pages, const http::Request& request);
/// For whoever has the secret.
http::Response own_calendar(const Pages& pages, const http::Request& request);

}  // namespace digilots::tasks
