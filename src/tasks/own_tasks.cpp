#include "tasks/own_tasks.h"

#include "platform/base/lists.h"
#include "platform/base/sort.h"

namespace digilots::tasks {

namespace {

constexpr std::int64_t most_read = 300, most_of_all = 3000;

}  // namespace

void add_open(std::vector<register_::Record>& found, const register_::Records& records,
              const register_::Surroundings& around, std::string_view field, const std::string& value) {
    register_::ListQuery query{.filters = {{"state", "open"}, {std::string(field), value}}};
    for (auto& task : records.list(around, query, most_read, 0).records) found.push_back(std::move(task));
}

std::vector<register_::Record> tasks_of(const register_::Records& records, const organisation::Organisation& organisation,
                                        const register_::Surroundings& around, const std::string& account) {
    std::vector<register_::Record> found;
    add_open(found, records, around, "person", account);
    for (const auto& function : organisation.held_by(around.municipality_id, account)) {
        std::vector<register_::Record> of_function;
        add_open(of_function, records, around, "function", function.id);
        for (auto& task : of_function)
            if (task.text("person").empty()) found.push_back(std::move(task));
    }
    return found;
}

std::vector<register_::Record> tasks_of_nobody(const register_::Records& records, const register_::Surroundings& around) {
    const register_::ListQuery query{.filters = {{"state", "open"}}, .sort = "due"};
    std::vector<register_::Record> open;
    for (std::int64_t at = 0; at == std::ssize(open) && at < most_of_all; at += most_read)
        for (auto& task : records.list(around, query, most_read, at).records) open.push_back(std::move(task));
    std::vector<register_::Record> found;
    for (auto& task : open)
        if (task.text("person").empty() && task.text("function").empty()) found.push_back(std::move(task));
    return found;
}

void put_in_order(std::vector<register_::Record>& tasks) {
    base::sort_by_key(tasks, [](const register_::Record& task) {
        const auto due = task.text("due");
        return (due.empty() ? "9" : due) + task.id;
    });
}

std::string title_of(const register_::Records& records, const register_::Record& task, const register_::Surroundings& around) {
    const auto* title = records.declaration().find("title");
    return base::joined(title->type->show(*title, task, around).lines, ", ");
}

}  // namespace digilots::tasks
