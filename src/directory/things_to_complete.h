#pragma once
// What a record still lacks for residents, or what somebody has to look at.
#include <set>
#include <string>
#include <vector>

#include "directory/directory.h"
#include "platform/html/components.h"
#include "platform/html/page.h"

namespace digilots::directory {

enum class Task { opened, split, confirm, hours, service_hours, phone, address, position, wifi, contact, web, login, paper,
                  phone_hours, holder };
/// Ids of contacts whose function nobody holds (organisation).
using Unanswered = std::set<std::string, std::less<>>;
std::string_view name_of(Task task);
std::optional<Task> task_named(std::string_view name);
std::string text_of(Task task, const html::Page& page);

struct Thing {
    Task task;
    std::string field = "";         // of the form, where it is filled in
    std::string about = "";         // whose: a service at the place
};

std::vector<Thing> things_to_complete(const Place& place);
/// Of one at no place: what one at a place lacks is asked of the place.
std::vector<Thing> things_to_complete(const Service& service);
std::vector<Thing> things_to_complete(const EService& service, const Snapshot& snapshot, const Unanswered& unanswered);
std::vector<Thing> things_to_complete(const Contact& contact, const Unanswered& unanswered);
/// The same in words that are read later, by whoever reads them.
Sentence sentence_of(const Thing& thing);
std::vector<std::string> texts_of(const std::vector<Thing>& things, const html::Page& page);

/// A record with what it lacks.
struct RecordToComplete {
    RecordKind kind;
    std::string id, title;
    std::vector<Thing> things;
};
std::vector<RecordToComplete> records_to_complete(const Snapshot& snapshot, const Unanswered& unanswered);
/// One link a task with its count, the whole list first; empty where everything is complete. `query` stands in each address:
/// "unit=…", "".
std::vector<html::components::Tag> to_complete_filters(const std::vector<RecordToComplete>& records, std::string_view chosen,
                                                       const std::string& query, const html::Page& page);

}  // namespace digilots::directory
