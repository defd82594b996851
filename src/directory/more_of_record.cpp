#include "directory/more_of_record.h"

#include <algorithm>

#include "directory/directory_store.h"
#include "directory/hours_in_words.h"
#include "directory/registers.h"
#include "platform/register/pages.h"

namespace digilots::directory {
namespace {

using register_::Choice;
using register_::Field;
using register_::More;
using register_::Surroundings;

std::string in_one_line(std::string text) {
    for (std::size_t at = 0; (at = text.find('\n', at)) != text.npos; ++at) text.replace(at, 1, ", ");
    return text;
}

std::string said_hours_of(const Record& record, const Pages& pages, const html::Page& page) {
    const auto hours = read_hours(record);
    const auto words = hours_in_words(hours, pages, page);
    return in_one_line(words.empty() || hours.note.empty() ? words + hours.note : words + ". " + hours.note);
}

/// What an edit of one record is said with.
struct Told {
    const Pages& pages;
    const html::Page& page;
    const register_::Records& records;
    Surroundings around;

    std::string field(const Field& field, const Record& record) const {
        const bool is_hours = field.name == "hours_rule";
        std::string text = is_hours ? said_hours_of(record, pages, page) : shown(field, record);
        if (text.empty() && !is_hours) text = chosen(field, record);
        return text.empty() ? page.t("nothing") : in_one_line(text);
    }

private:
    std::string shown(const Field& field, const Record& record) const {
        std::string text;
        for (const auto& line : field.type->show(field, record, around).lines) text += (text.empty() ? "" : ", ") + line;
        return text;
    }
    /// "Unknown" of a choice; "" of other questions.
    std::string chosen(const Field& field, const Record& record) const {
        register_::Draft draft;
        field.type->write(field, record, around, draft);
        for (const auto& part : field.type->form(field, draft, around)) {
            for (const auto& option : part.field.options)
                if (part.control == register_::Control::choice && option.selected) return option.label;
        }
        return "";
    }
};

std::vector<std::string> kept_edits(const Told& told, const Record& saved) {
    const auto& declaration = told.records.declaration();
    const auto edits = told.pages.database.read([&](db::Connection& connection) {
        return load_fact_edits(connection, told.around.municipality_id);
    });
    Facts said;
    for (const auto& edit : edits)
        if (name_of(edit.kind) == declaration.key && edit.record_id == saved.id) said[edit.field] = edit.imported_value;
    Record imported = saved;
    put_facts(imported, *kind_named(declaration.key), said);
    std::vector<std::string> kept;
    for (const auto& field : declaration.fields) {
        if (field.title.id[0] == '\0' || !register_::is_changed(field, imported, saved)) continue;
        const auto before = told.field(field, imported), now = told.field(field, saved);
        if (before == now) continue;
        kept.push_back(told.page.t("{field}: the import says “{imported}”, here it says “{here}”",
                                   {{"field", told.page.t(field.title)}, {"imported", before}, {"here", now}}));
    }
    return kept;
}

std::vector<std::string> used_by(const Snapshot& snapshot, RecordKind kind, const Record& record) {
    std::vector<std::string> names;
    for (const auto& service : snapshot.e_services)
        if (kind == RecordKind::contact && service.contact == record.id) names.push_back(service.name);
    for (const auto& contact : snapshot.contacts)
        if (kind == RecordKind::place && contact.fallback_place == record.id) names.push_back(contact.title);
    return names;
}

/// Where it is seen: a contact for staff only among staff.
std::string public_url(RecordKind kind, const Record& record, const html::Page& page) {
    const bool is_contact = kind == RecordKind::contact;
    const bool has_ended = record.text("status") == text_of(Status::closed);
    if (has_ended && (is_contact || kind == RecordKind::service)) return "";
    const auto folder = path_of(kind).substr(std::string_view("/staff/directory").size());
    const bool among_staff = is_contact && record.flag("staff_only");
    return page.tenant_url((among_staff ? "/staff" : "") + folder + "/" + record.text("slug"));
}

/// What was chosen before and is in use no more stays to be seen, and is marked.
std::string marked(const std::string& name, Status status, const Surroundings& around) {
    if (status == Status::open) return name;
    return name + " (" + status_label(text_of(status), *around.words) + ")";
}

/// It says nothing of what it helps with, and nothing that is at it does.
bool is_found_by_name_alone(const Snapshot& snapshot, std::string_view id) {
    const auto* place = snapshot.place(id);
    if (!place || !place->listed() || !place->topics.empty() || !place->support.empty()) return false;
    return std::ranges::all_of(place->services, [](const Service& service) { return service.topics.empty(); });
}

/// Nobody is sent to what is closed.
std::vector<Choice> place_choices(const Snapshot& snapshot, const Surroundings& around) {
    std::vector<Choice> choices;
    for (const auto& place : snapshot.places) {
        Choice choice{.key = place.id, .label = marked(place.name, place.status, around)};
        choice.is_offered = place.status != Status::closed;
        choice.refusal = around.words->t("{name} is closed for good. Choose another place.", {{"name", place.name}});
        choices.push_back(std::move(choice));
    }
    return choices;
}

std::vector<Choice> contact_choices(const Snapshot& snapshot, const Surroundings& around) {
    std::vector<Choice> choices;
    for (const auto& contact : snapshot.contacts) {
        const bool has_ended = contact.status == Status::closed;
        Choice choice{.key = contact.id, .label = marked(contact.title, contact.status, around)};
        if (has_ended) choice.label = around.words->t("{name} (ended)", {{"name", contact.title}});
        choice.is_offered = contact.status == Status::open;
        choice.refusal = around.words->t(has_ended ? TEXT("{name} has ended. Choose another contact.")
                                                   : TEXT("{name} is not in use now. Choose another contact."),
                                         {{"name", contact.title}});
        choices.push_back(std::move(choice));
    }
    return choices;
}

}  // namespace

More more_of_record(const Pages& pages, RecordKind kind, const register_::Record& record, const html::Page& page) {
    const auto& records = pages.directory.records(kind);
    const Told told{pages, page, records, register_::around_of(records, page.request())};
    More more;
    if (const auto url = public_url(kind, record, page); !url.empty()) more.links.push_back({page.t("As residents see it"), url});
    more.links.push_back({page.t("Write down a task about it"),
                          page.tenant_url("/staff/tasks/new?about=" + std::string(name_of(kind)) + ":" +
                                          html::url_encode(record.id))});
    if (kind == RecordKind::place && record.flag("mobile")) {
        const auto stops = std::string(pages.directory.stops().declaration().path);
        more.links.push_back({page.t("Its stops"), page.tenant_url(stops + "?place_id=" + html::url_encode(record.id))});
        more.links.push_back({page.t("New stop"), page.tenant_url(stops + "/new?place=" + html::url_encode(record.id))});
    }
    if (kind == RecordKind::place && is_found_by_name_alone(*pages.directory.snapshot(told.around.municipality_id), record.id))
        more.above.push_back({page.t("Nobody finds this place yet"),
                              {page.t("Residents search for what they need help with. As long as nothing is chosen under “What "
                                      "they help with” and “Topics”, this place is found by its name alone. Choose it below, or "
                                      "add a service that is at this place, and save.")}});
    if (auto edits = kept_edits(told, record); !edits.empty())
        more.above.push_back({page.t("Changed here since the import"), std::move(edits)});
    if (auto names = used_by(*pages.directory.snapshot(told.around.municipality_id), kind, record); !names.empty())
        more.below.push_back({page.t("Used by"), std::move(names)});
    if (kind == RecordKind::contact && record.text("status") != text_of(Status::closed))
        more.steps.push_back({page.t("Nobody answers here any more"), page.t("What uses this contact is listed for a new one."),
                              page.t("End this contact"), page.tenant_url(path_of(kind) + "/" + record.id + "/end")});
    if (kind == RecordKind::e_service) {
        more.links.push_back({page.t("What is asked about it"),
                              page.tenant_url("/staff/e-service-questions?e_service=" + html::url_encode(record.id))});
        return more;
    }
    const auto words = hours_as_shown(read_hours(record), pages, page);
    more.hints["hours_rule"] = words.empty() ? page.t("Residents see that the hours are not stated.")
                                        : page.t("Residents see: {hours}", {{"hours", words}});
    return more;
}

namespace {

/// Units, by which the records of a kind are found that belong to one or to one below it.
register_::LinkSource records_of_unit(const Directory& directory, RecordKind kind, register_::LinkSource units) {
    units.is_scope = false;
    units.within = [&directory, kind](const Surroundings& around, std::string_view unit) {
        const auto& records = directory.records(kind);
        const register_::ListQuery query{.filters = {{"unit", std::string(unit)}}, .with_ended = true};
        std::vector<std::string> ids;
        for (const auto& one :
             records.list(records.around(around.municipality_id), query, register_::Records::most_counted, 0).records)
            ids.push_back(one.id);
        return ids;
    };
    return units;
}

}  // namespace

register_::LinkSources link_sources(const Directory& directory, register_::LinkSources others) {
    const auto source = [&directory](auto choices) {
        return [&directory, choices](const Surroundings& around) {
            return choices(*directory.snapshot(around.municipality_id), around);
        };
    };
    others["directory.place"] = {source(place_choices), "/staff/directory/places/"};
    others["directory.contact"] = {source(contact_choices), "/staff/directory/contacts/"};
    // A service that says no unit belongs to that of its place.
    auto services = others.at("organisation.unit");
    services.also = [&directory](const Surroundings& around, const std::vector<std::string>& units) {
        std::vector<std::string> places;
        for (const auto held = directory.snapshot(around.municipality_id); const auto& place : held->places)
            if (std::ranges::find(units, place.unit) != units.end()) places.push_back(place.id);
        if (std::ranges::find(units, "") != units.end()) places.emplace_back();  // of no unit and at no place
        auto condition = register_::is_one_of("place_id", places);
        condition.sql = "(unit = ? AND " + condition.sql + ")";
        condition.values.insert(condition.values.begin(), std::string());
        return condition;
    };
    services.is_scope = false;  // without an answer it is that of its place
    others["directory.unit_of_service"] = std::move(services);
    others["directory.unit_of_place"] = records_of_unit(directory, RecordKind::place, others.at("organisation.unit"));
    others["directory.unit_of_contact"] = records_of_unit(directory, RecordKind::contact, others.at("organisation.unit"));
    others["directory.unit_of_e_service"] = records_of_unit(directory, RecordKind::e_service, others.at("organisation.unit"));
    return others;
}

std::string unit_of_record(const Directory& directory, const register_::Record& record, std::string_view municipality_id) {
    auto unit = record.text("unit");
    const auto place_id = record.columns.contains("place_id") ? record.text("place_id") : "";
    if (!unit.empty() || place_id.empty()) return unit;
    const auto snapshot = directory.snapshot(municipality_id);
    const auto* place = snapshot->place(place_id);
    return place ? place->unit : "";
}

}  // namespace digilots::directory
