#include "app/slices.h"

#include <algorithm>

#include "app/application.h"
#include "statistics/statistics.h"

namespace digilots::app {

namespace {

/// The one chosen stays to be seen after it has closed.
std::vector<municipality::DeskChoice> desks_of(const directory::Directory& directory, std::string_view municipality_id,
                                               const std::string& chosen) {
    std::vector<municipality::DeskChoice> desks;
    for (const auto& place : directory.snapshot(municipality_id)->places) {
        const bool is_open = place.status == directory::Status::open;
        if (is_open || place.id == chosen) desks.push_back({place.id, place.name, is_open});
    }
    return desks;
}

/// Those who can sign in.
std::vector<register_::Choice> people_of(const Application& app, const register_::Surroundings& around) {
    std::vector<register_::Choice> people;
    for (const auto& account : app.accounts.accounts_of(around.municipality_id))
        if (!account.disabled)
            people.push_back({.key = account.id, .label = account.name.empty() ? account.email : account.name});
    return people;
}

/// "2 places, 1 person": what belongs to a unit and to those below it, also what has ended.
std::vector<std::string> members_of(const Application& app, std::string_view unit, const html::Page& page) {
    const std::string municipality = page.request().tenant->id;
    std::vector<std::string> members;
    const auto add = [&](const register_::Records& records, const auto& words) {
        const register_::ListQuery query{.filters = {{"unit", std::string(unit)}}, .with_ended = true};
        const auto found = records.list(records.around(municipality), query, 1, 0).found;
        if (found > 0) members.push_back(words(found));
    };
    using directory::RecordKind;
    add(app.directory.records(RecordKind::place), [&](auto n) { return page.tn("{n} place", "{n} places", n); });
    add(app.directory.records(RecordKind::service), [&](auto n) { return page.tn("{n} service", "{n} services", n); });
    add(app.directory.records(RecordKind::e_service), [&](auto n) { return page.tn("{n} e-service", "{n} e-services", n); });
    add(app.directory.records(RecordKind::contact), [&](auto n) { return page.tn("{n} contact", "{n} contacts", n); });
    add(app.organisation.function_records(), [&](auto n) { return page.tn("{n} function", "{n} functions", n); });
    const auto units = organisation::within(*app.organisation.units(municipality), unit);
    const auto people = std::ranges::count_if(app.accounts.accounts_of(municipality), [&](const auto& account) {
        return !account.disabled && std::ranges::find(units, account.unit) != units.end();
    });
    if (people > 0) members.push_back(page.tn("{n} person", "{n} people", people));
    return members;
}

}  // namespace

organisation::Neighbours neighbours_of_organisation(const Application& app) {
    const auto contacts = app.directory.records(directory::RecordKind::contact).others().links.at("directory.contact");
    return {.people = {.choices = [&app](const register_::Surroundings& around) { return people_of(app, around); }, .path = ""},
            .contacts = contacts,
            .name_of = [&app](std::string_view account) { return app.accounts.name_of(account); },
            .members = [&app](std::string_view unit, const html::Page& page) { return members_of(app, unit, page); }};
}

register_::Others others_of(const Application& app) {
    register_::Others others{.links = app.organisation.link_sources(),
                             .name_of = [&app](std::string_view account) { return app.accounts.name_of(account); }};
    for (const auto& [name, source] : app.directory.records(directory::RecordKind::contact).others().links)
        others.links.emplace(name, source);
    others.links["accounts.person"] = {[&app](const register_::Surroundings& around) { return people_of(app, around); }, ""};
    return others;
}

Slices slices_of(Application& app, const directory::MapTiles& tiles) {
    const auto desks = [&app](std::string_view id) {
        return desks_of(app.directory, id, app.municipalities.settings(id).fallback_place);
    };
    return {
        municipality::slice(app.municipalities, desks),
        organisation::slice(app.organisation),
        accounts::slice(app.accounts, app.municipalities),
        taxonomy::slice(app.own_topics),
        directory::slice(app.directory, app.database, app.municipalities, app.clock, tiles),
        referral::slice(app.referral, app.directory, app.municipalities, *app.index, app.clock),
        inquiries::slice(app.inquiries, app.referral),
        indicators::slice(app.indicators, app.database, app.municipalities, app.clock),
        progress::slice(app.progress, app.municipalities, app.clock),
        statistics::slice(app.municipalities, app.clock),
    };
}

}  // namespace digilots::app
