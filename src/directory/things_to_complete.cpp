#include "directory/things_to_complete.h"

#include <algorithm>
#include <map>

#include "platform/calendar/hours.h"

namespace digilots::directory {

using calendar::check_hours;

namespace {

struct TaskInfo {
    Task task;
    std::string_view name;
    i18n::Text text;
};

constexpr TaskInfo tasks[] = {
    {Task::opened, "opened", TEXT("Has it opened? The planned day has passed")},
    {Task::split, "split", TEXT("Split into its places")},
    {Task::confirm, "confirm", TEXT("Confirm that it exists")},
    {Task::hours, "hours", TEXT("Fill in the opening hours")},
    {Task::service_hours, "service-hours", TEXT("Complete the hours of a service")},
    {Task::phone, "phone", TEXT("Fill in a phone number")},
    {Task::address, "address", TEXT("Fill in the address")},
    {Task::position, "position", TEXT("Put the point on the map where it is")},
    {Task::wifi, "wifi", TEXT("Is there wifi?")},
    {Task::contact, "contact", TEXT("Choose a contact who still answers")},
    {Task::web, "web", TEXT("Fill in the address on the web")},
    {Task::login, "login", TEXT("Say how people log in")},
    {Task::paper, "paper", TEXT("Say whether there is a paper form")},
    {Task::phone_hours, "phone-hours", TEXT("Fill in the phone hours")},
    {Task::holder, "holder", TEXT("Say who holds the function: nobody does now")},
};

const TaskInfo& info(Task task) { return *std::ranges::find(tasks, task, &TaskInfo::task); }

template <class Record>
void add(std::vector<RecordToComplete>& records, RecordKind kind, const Record& record, const std::string& title,
         std::vector<Thing> things) {
    if (!things.empty()) records.push_back({kind, record.id, title, std::move(things)});
}

/// Kept from before, when less was refused: residents see that nothing is stated.
bool are_unreadable(const Hours& hours) { return hours.complete && !hours.rule.empty() && !check_hours(hours.rule); }

}  // namespace

std::string_view name_of(Task task) { return info(task).name; }

std::optional<Task> task_named(std::string_view name) {
    const auto found = std::ranges::find(tasks, name, &TaskInfo::name);
    if (found == std::end(tasks)) return std::nullopt;
    return found->task;
}

std::string text_of(Task task, const html::Page& page) { return page.t(info(task).text); }

std::vector<Thing> things_to_complete(const Place& place) {
    std::vector<Thing> things;
    if (place.status == Status::to_verify) things.push_back({Task::opened, "status"});
    if (place.status != Status::open) return things;
    if (place.collective) things.push_back({Task::split, "collective"});
    if (place.certainty == "assumed" && place.verified_on.empty()) things.push_back({Task::confirm});
    const bool lacks_hours = !place.hours.complete || (place.hours.rule.empty() && !place.mobile);
    if (lacks_hours || are_unreadable(place.hours)) things.push_back({Task::hours, "hours_mode"});
    for (const auto& service : place.services) {
        if (!service.hours.complete || are_unreadable(service.hours)) things.push_back({Task::service_hours, "", service.title});
    }
    if (place.phone.empty()) things.push_back({Task::phone, "phone"});
    if (place.address.empty() && !place.mobile && !place.collective) things.push_back({Task::address, "address"});
    if (place.approximate_position && !place.mobile && !place.collective) things.push_back({Task::position, "latitude"});
    if (place.wifi == Answer::unknown) things.push_back({Task::wifi, "wifi"});
    return things;
}

std::vector<Thing> things_to_complete(const Service& service) {
    std::vector<Thing> things;
    if (service.status == Status::to_verify) things.push_back({Task::opened, "status"});
    if (service.status != Status::open) return things;
    if (!service.hours.complete || are_unreadable(service.hours)) things.push_back({Task::hours, "hours_mode"});
    return things;
}

std::vector<Thing> things_to_complete(const EService& service, const Snapshot& snapshot, const Unanswered& unanswered) {
    std::vector<Thing> things;
    if (service.status != Status::open) return things;
    const Contact* contact = snapshot.contact(service.contact);
    if (contact == nullptr || contact->status != Status::open || unanswered.contains(contact->id))
        things.push_back({Task::contact, "contact_id"});
    if (service.url.empty()) things.push_back({Task::web, "url"});
    if (service.e_id_required == Answer::unknown) things.push_back({Task::login, "e_id_required"});
    if (service.paper_form == Answer::unknown) things.push_back({Task::paper, "paper_form"});
    return things;
}

std::vector<Thing> things_to_complete(const Contact& contact, const Unanswered& unanswered) {
    std::vector<Thing> things;
    if (contact.status != Status::open) return things;
    if (unanswered.contains(contact.id)) things.push_back({Task::holder});
    if (contact.phone.empty() && !contact.switchboard) things.push_back({Task::phone, "phone"});
    const bool lacks_hours = contact.phone_hours.rule.empty() || are_unreadable(contact.phone_hours);
    if (lacks_hours) things.push_back({Task::phone_hours, "hours_mode"});
    return things;
}

Sentence sentence_of(const Thing& thing) {
    if (thing.about.empty()) return {info(thing.task).text};
    return {TEXT("Complete the hours of a service: {service}"), {{"service", thing.about}}};
}

std::vector<std::string> texts_of(const std::vector<Thing>& things, const html::Page& page) {
    std::vector<std::string> texts;
    for (const auto& thing : things) {
        texts.push_back(text_of(thing.task, page) + (thing.about.empty() ? "" : ": " + thing.about));
    }
    return texts;
}

std::vector<RecordToComplete> records_to_complete(const Snapshot& snapshot, const Unanswered& unanswered) {
    std::vector<RecordToComplete> records;
    for (const auto& place : snapshot.places) add(records, RecordKind::place, place, place.name, things_to_complete(place));
    for (const auto& service : snapshot.services)
        if (!service.is_arranged())
            add(records, RecordKind::service, service, service.title, things_to_complete(service));
    for (const auto& service : snapshot.e_services) {
        add(records, RecordKind::e_service, service, service.name, things_to_complete(service, snapshot, unanswered));
    }
    for (const auto& contact : snapshot.contacts) {
        add(records, RecordKind::contact, contact, contact.title, things_to_complete(contact, unanswered));
    }
    return records;
}

std::vector<html::components::Tag> to_complete_filters(const std::vector<RecordToComplete>& records, std::string_view chosen,
                                                       const std::string& query, const html::Page& page) {
    std::map<Task, std::int64_t> counts;
    std::int64_t all = 0;
    for (const auto& record : records) {
        for (const auto& thing : record.things) {
            ++counts[thing.task];
            ++all;
        }
    }
    if (all == 0) return {};
    const auto url = page.tenant_url("/staff/directory/to-complete");
    const auto label = [&](const std::string& text, std::int64_t n) { return text + " (" + page.translator().number(n) + ")"; };
    std::vector<html::components::Tag> filters;
    filters.push_back({label(page.t("Everything"), all), url + (query.empty() ? "" : "?" + query),
                       chosen.empty() ? "accent" : "neutral"});
    for (const auto& [task, name, text] : tasks) {
        if (!counts.contains(task)) continue;
        const auto of_task = url + "?what=" + std::string(name) + (query.empty() ? "" : "&" + query);
        filters.push_back({label(page.t(text), counts[task]), of_task, chosen == name ? "accent" : "neutral"});
    }
    return filters;
}

}  // namespace digilots::directory
