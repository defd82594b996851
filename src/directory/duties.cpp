#include "directory/duties.h"

#include <map>

#include "directory/more_of_record.h"
#include "directory/registers.h"
#include "directory/things_to_complete.h"
#include "platform/base/months.h"
#include "platform/register/pages.h"
#include "platform/register/records.h"

namespace digilots::directory {

namespace {

/// Asked for so long before, so that it can be done in time.
constexpr int days_before = 14, days_of_rest = 90;

const std::vector<std::pair<std::string, i18n::Text>>& kinds_of_records() {
    static const auto kinds = [] {
        std::vector<std::pair<std::string, i18n::Text>> all;
        for (const auto kind : all_kinds) all.emplace_back(name_of(kind), register_of(kind).names.many);
        return all;
    }();
    return kinds;
}

std::string trail_id(RecordKind kind, const std::string& id) { return std::string(name_of(kind)) + ":" + id; }

Duty duty_about(RecordKind kind, const std::string& id, const std::string& name) {
    return {.id = trail_id(kind, id), .name = name, .responsible = std::string(name_of(kind)), .record = trail_id(kind, id),
            .path = path_of(kind) + "/" + id};
}

bool is_in_use(Status status) { return status == Status::open || status == Status::paused; }

template <class Record>
void add_in_use(std::vector<CheckedOn>& records, RecordKind kind, const Record& record, const std::string& name) {
    if (!is_in_use(record.status)) return;
    const bool is_checked = !record.verified_on.empty();
    records.push_back({kind, record.id, name, is_checked ? record.verified_on : record.source_date, is_checked});
}

using UnitOf = std::map<std::string, std::string, std::less<>>;

void set_unit(Duty& duty, const UnitOf& units) {
    const auto unit = units.find(duty.id);
    if (unit != units.end()) duty.unit = unit->second;
}

std::vector<Sentence> why_check(const CheckedOn& record, int months) {
    const std::pair<std::string, std::string> every{"months", std::to_string(months)}, day{"date", record.day};
    if (record.day.empty())
        return {{TEXT("Nobody has checked it yet. Such records are checked every {months} months."), {every}}};
    if (record.is_checked)
        return {{TEXT("It was last checked on {date}. Such records are checked every {months} months."), {day, every}}};
    return {{TEXT("Nobody has checked it here; the facts are from {date}. Such records are checked every {months} months."),
             {day, every}}};
}

std::vector<Duty> to_check(const Directory& directory, std::string_view municipality_id) {
    const auto soon = base::add_days(*base::parse_date(directory.today(municipality_id)), days_before);
    const auto units = units_of_records(directory, municipality_id);
    std::vector<Duty> duties;
    for (const auto& record : records_in_use(*directory.snapshot(municipality_id))) {
        const int months = directory.rhythm(record.kind, municipality_id).months;
        const auto due = due_of(record, months);
        if (due && *due > soon) continue;
        auto duty = duty_about(record.kind, record.id, record.name);
        set_unit(duty, units);
        duty.why = why_check(record, months);
        if (due) duty.due = base::format_date(*due);
        duties.push_back(std::move(duty));
    }
    return duties;
}

std::vector<Duty> to_fill_in(const Directory& directory, std::string_view municipality_id) {
    const auto units = units_of_records(directory, municipality_id);
    std::vector<Duty> duties;
    const auto snapshot = directory.snapshot(municipality_id);
    for (const auto& record : records_to_complete(*snapshot, directory.unanswered_contacts(municipality_id))) {
        auto duty = duty_about(record.kind, record.id, record.title);
        set_unit(duty, units);
        for (const auto& thing : record.things) duty.why.push_back(sentence_of(thing));
        duties.push_back(std::move(duty));
    }
    return duties;
}

/// Where a desk that was chosen cannot be offered any more.
std::vector<Duty> to_replace(const Directory& directory, const municipality::Municipalities& municipalities,
                             std::string_view municipality_id) {
    const auto units = units_of_records(directory, municipality_id);
    std::vector<Duty> duties;
    const auto snapshot = directory.snapshot(municipality_id);
    const auto chosen = municipalities.settings(municipality_id).fallback_place;
    const auto has_closed = [&](const std::string& id) {
        const auto* place = id.empty() ? nullptr : snapshot->place(id);
        return !id.empty() && (place == nullptr || place->status == Status::closed);
    };
    if (has_closed(chosen) || (snapshot->fallback_place.empty() && !snapshot->places.empty())) {
        const auto* place = snapshot->place(chosen);
        const bool is_known = place != nullptr;
        duties.push_back({.id = "settings",
                          .name = is_known ? place->name : std::string(),
                          .why = {{is_known ? TEXT("{place} was the desk where every search ends, and has closed for good.")
                                            : TEXT("There is no open desk where searches can end."),
                                   {{"place", is_known ? place->name : std::string()}}}},
                          .responsible = "municipality",
                          .path = "/staff/settings"});
    }
    for (const auto& contact : snapshot->contacts) {
        if (contact.status != Status::open || !has_closed(contact.fallback_place)) continue;
        auto duty = duty_about(RecordKind::contact, contact.id, contact.title);
        set_unit(duty, units);
        duty.why = {{TEXT("The desk for when nobody answers has closed for good.")}};
        duties.push_back(std::move(duty));
    }
    return duties;
}

struct NamedRecord {
    RecordKind kind;
    std::string_view id;
};

/// "place:sundsvall-kulturmagasinet"
std::optional<NamedRecord> record_named(std::string_view duty) {
    const auto colon = duty.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    const auto kind = kind_named(duty.substr(0, colon));
    return kind ? std::optional(NamedRecord{*kind, duty.substr(colon + 1)}) : std::nullopt;
}

bool mark_checked(Directory& directory, const http::Request& request, std::string_view duty) {
    const auto named = record_named(duty);
    if (!named || !request.identity || request.identity->role < http::Role::editor) return false;
    auto& records = directory.records(named->kind);
    const auto around = register_::around_of(records, request);
    const auto record = records.find(request.tenant->id, named->id);
    if (!record || !records.may_change(around, *record)) return false;
    return records.verify(around, record->id, request.identity->account_id);
}

/// As residents see it, or the staff where it is for staff only.
std::string public_path(const Directory& directory, std::string_view municipality, std::string_view duty) {
    const auto named = record_named(duty);
    if (!named) return "";
    const auto snapshot = directory.snapshot(municipality);
    if (const auto* place = named->kind == RecordKind::place ? snapshot->place(named->id) : nullptr)
        return "/places/" + place->slug;
    if (const auto* e_service = named->kind == RecordKind::e_service ? snapshot->e_service(named->id) : nullptr)
        return "/e-services/" + e_service->slug;
    if (const auto* contact = named->kind == RecordKind::contact ? snapshot->contact(named->id) : nullptr)
        return (contact->staff_only ? "/staff/contacts/" : "/contacts/") + contact->slug;
    const auto* service = named->kind == RecordKind::service ? snapshot->service(named->id) : nullptr;
    if (service == nullptr) return "";
    const auto* place = service->place.empty() ? nullptr : snapshot->place(service->place);
    return place != nullptr ? "/places/" + place->slug : "/services/" + service->slug;
}

}  // namespace

std::vector<CheckedOn> records_in_use(const Snapshot& snapshot) {
    std::vector<CheckedOn> records;
    for (const auto& place : snapshot.places) {
        add_in_use(records, RecordKind::place, place, place.name);
        if (!is_in_use(place.status)) continue;
        for (const auto& service : place.services)
            if (!service.is_arranged())
                add_in_use(records, RecordKind::service, service, service.title + " (" + place.name + ")");
    }
    for (const auto& service : snapshot.services)
        if (!service.is_arranged()) add_in_use(records, RecordKind::service, service, service.title);
    for (const auto& service : snapshot.e_services) add_in_use(records, RecordKind::e_service, service, service.name);
    for (const auto& contact : snapshot.contacts) add_in_use(records, RecordKind::contact, contact, contact.title);
    return records;
}

std::map<std::string, std::string, std::less<>> units_of_records(const Directory& directory, std::string_view municipality_id) {
    UnitOf units;
    for (const auto kind : all_kinds) {
        const auto& records = directory.records(kind);
        for (const auto& record : records.all(municipality_id)) {
            auto unit = unit_of_record(directory, record, municipality_id);
            if (!unit.empty()) units[trail_id(kind, record.id)] = std::move(unit);
        }
    }
    return units;
}

std::optional<base::Date> due_of(const CheckedOn& record, int months) {
    const auto day = base::parse_date(record.day);
    return day ? std::optional(base::add_months(*day, months)) : std::nullopt;
}

std::vector<DutyKind> duties(Directory& directory, const municipality::Municipalities& municipalities) {
    const auto seen_at = [&directory](std::string_view municipality, std::string_view duty) {
        return public_path(directory, municipality, duty);
    };
    using Id = std::string_view;
    return {{.key = "directory.check",
             .title = TEXT("A record to check again"),
             .task = TEXT("Check that all is still right: {name}"),
             .gone = TEXT("It was checked, or residents are not shown it any more."),
             .of = kinds_of_records(),
             .now = [&directory](Id id) { return to_check(directory, id); },
             .from = made_from,
             .rests = days_of_rest,
             .settle = [&directory](const http::Request& request, std::string_view duty) {
                 return mark_checked(directory, request, duty);
             },
             .settled = TEXT("Checked today: all is right"),
             .seen_at = seen_at},
            {.key = "directory.complete",
             .title = TEXT("A record that lacks something"),
             .task = TEXT("Fill in what is missing: {name}"),
             .gone = TEXT("Nothing is missing any more."),
             .of = kinds_of_records(),
             .now = [&directory](Id id) { return to_fill_in(directory, id); },
             .from = {{"directory"}, {"function"}},
             .rests = days_of_rest,
             .seen_at = seen_at},
            {.key = "directory.desk",
             .title = TEXT("A desk that has closed"),
             .task = TEXT("Choose another desk: {name}"),
             .gone = TEXT("There is an open desk again."),
             .of = {{"municipality", TEXT("Settings")}},
             .now = [&directory, &municipalities](Id id) { return to_replace(directory, municipalities, id); },
             .from = made_from}};
}

}  // namespace digilots::directory
