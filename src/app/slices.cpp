#include "app/slices.h"

#include <algorithm>
#include <iterator>

#include "app/application.h"
#include "app/effects.h"
#include "app/files.h"
#include "app/linked.h"
#include "app/mail.h"
#include "app/plan.h"
#include "app/roles_of_staff.h"
#include "bodies/bodies.h"
#include "budget/budget.h"
#include "collections/collections.h"
#include "directory/renewal.h"
#include "everyday/everyday.h"
#include "matters/matters.h"
#include "needs/needs.h"
#include "network/network.h"
#include "outreach/outreach.h"
#include "platform/base/lists.h"
#include "platform/html/markdown.h"
#include "platform/http/router.h"
#include "platform/register/titled_choices.h"
#include "retention/retention.h"
#include "statistics/statistics.h"
#include "tasks/tasks.h"

namespace digilots::app {

namespace {

/// The one chosen stays to be seen after it has closed.
std::vector<municipality::DeskChoice> desks_of(const directory::Directory& directory, std::string_view municipality_id,
                                               const std::string& chosen) {
    std::vector<municipality::DeskChoice> desks;
    for (const auto held = directory.snapshot(municipality_id); const auto& place : held->places) {
        const bool is_open = place.status == directory::Status::open;
        if (is_open || place.id == chosen) desks.push_back({place.id, place.name, is_open});
    }
    return desks;
}

/// What an e-service's own page says of when it is applied for again.
directory::RenewalsOf renewals_for_directory(const register_::Records& renewals, const base::Clock& clock) {
    return [&renewals, &clock](std::string_view e_service, const html::Page& page) {
        std::vector<directory::Renewal> found;
        for (auto& rule : everyday::rules_of_e_service(renewals, clock, e_service, page))
            found.push_back({std::move(rule.title), std::move(rule.when), std::move(rule.url), std::move(rule.reminder)});
        return found;
    };
}

/// Those who can sign in.
std::vector<register_::Choice> people_of(const Application& app, const register_::Surroundings& around) {
    std::vector<register_::Choice> people;
    for (const auto& account : app.accounts.accounts_of(around.municipality_id))
        if (!account.disabled)
            people.push_back({.key = account.id, .label = account.name.empty() ? account.email : account.name});
    return people;
}

/// How many say themselves that they belong to a unit or one below it, also such as have ended.
std::int64_t number_in_unit(const register_::Records& records, std::string_view municipality, std::string_view unit) {
    const auto* field = records.declaration().find("unit");
    if (!field || field->source.empty() || !field->is_filter) return 0;
    const register_::ListQuery query{.filters = {{"unit", std::string(unit)}}, .with_ended = true};
    const auto found = records.list(records.around(municipality), query, register_::Records::most_counted, 0).records;
    return std::ranges::count_if(found, [](const register_::Record& record) { return !record.text("unit").empty(); });
}

/// "Places: 2, 1 person": what belongs to a unit and to those below it.
std::vector<std::string> members_of(const Application& app, std::string_view unit, const html::Page& page) {
    const std::string municipality = page.request().tenant->id;
    std::vector<std::string> members;
    for (const auto* records : all_of(app.slices, &Slice::registers)) {
        const auto number = number_in_unit(*records, municipality, unit);
        if (number > 0) members.push_back(page.t(records->declaration().names.many) + ": " + std::to_string(number));
    }
    const auto units = organisation::within(*app.organisation.units(municipality), unit);
    const auto people = std::ranges::count_if(app.accounts.accounts_of(municipality), [&](const auto& account) {
        return !account.disabled && std::ranges::find(units, account.unit) != units.end();
    });
    if (people > 0) members.push_back(page.tn("{n} person", "{n} people", people));
    return members;
}

bool has_members(const Application& app, db::Connection& connection, std::string_view municipality, std::string_view unit) {
    return accounts::Accounts::works_in(connection, municipality, unit) ||
           std::ranges::any_of(all_of(app.slices, &Slice::registers), [&](const register_::Records* records) {
               return records->has_any_of_unit(connection, municipality, unit);
           });
}

/// Kinds of records that something has to be done about.
std::vector<register_::Choice> kinds_of_records(const Application& app, const register_::Surroundings& around) {
    std::vector<register_::Choice> kinds;
    for (const auto& duty : all_of(app.slices, &Slice::duties))
        for (const auto& [key, title] : duty.of)
            if (!base::find_in(kinds, key, &register_::Choice::key)) kinds.push_back({.key = key, .label = around.t(title)});
    return kinds;
}

/// Those who can sign in; each still in the transaction that links to them.
register_::LinkSource people_source(const Application& app) {
    return {.choices = [&app](const register_::Surroundings& around) { return people_of(app, around); },
            .path = "", .is_there = accounts::Accounts::is_open};
}

http::Role role_for(const http::Router& router, std::string_view path) {
    using Kind = http::Access::Kind;
    const auto* route = router.find(http::Method::get, path).route;
    switch (route == nullptr ? Kind::guide : route->access.kind()) {
        case Kind::editor: return http::Role::editor;
        case Kind::coordinator: return http::Role::coordinator;
        case Kind::administrator:
        case Kind::privacy: return http::Role::administrator;
        default: return http::Role::guide;
    }
}

}  // namespace

organisation::Neighbours neighbours_of_organisation(const Application& app) {
    const auto contacts = app.directory.records(directory::RecordKind::contact).others().links.at("directory.contact");
    return {.people = people_source(app),
            .contacts = contacts,
            .name_of = [&app](std::string_view account) { return app.accounts.name_of(account); },
            .kinds = [&app](const register_::Surroundings& around) { return kinds_of_records(app, around); },
            .members = [&app](std::string_view unit, const html::Page& page) { return members_of(app, unit, page); },
            .has_members = [&app](db::Connection& connection, std::string_view municipality, std::string_view unit) {
                return has_members(app, connection, municipality, unit);
            },
            .open_tasks = tasks::Tasks::number_of_function};
}

tasks::Neighbours neighbours_of_tasks(const Slices& slices) {
    auto router = roles_of_staff(routes_of(slices));
    return {.trails = trails_of(slices),
            .duties = all_of(slices, &Slice::duties),
            .role_for = [router = std::move(router)](std::string_view path) { return role_for(*router, path); },
            .days = all_of(slices, &Slice::days)};
}

accounts::Leaving what_leavers_have(db::Database& database, const base::Clock& clock) {
    return {.number_of = [&database](std::string_view municipality, std::string_view account) {
                return database.read([&](db::Connection& connection) {
                    return tasks::Tasks::number_of(connection, municipality, account);
                });
            },
            .booked = [&database, &clock](std::string_view municipality, std::string_view account) {
                return database.read([&](db::Connection& connection) {
                    return booking::Bookings::number_booked_with(connection, municipality, account, clock.now());
                });
            },
            .hand_over = [&clock](db::Connection& connection, const accounts::Leaver& leaver) {
                const auto now = clock.now();
                tasks::Tasks::hand_over(connection, leaver.municipality_id, leaver.id, leaver.successor, leaver.actor, now);
                callbacks::Callbacks::hand_over_all(connection, leaver.municipality_id, leaver.id, leaver.successor, leaver.actor,
                                                    now);
                questions::Questions::hand_over_all(connection, leaver.municipality_id, leaver.id, leaver.successor, leaver.actor,
                                                    now);
                statistics::end_digest(connection, leaver.municipality_id, leaver.id);
                plan::end_digest(connection, leaver.municipality_id, leaver.id);
                booking::Bookings::end_rota_of(connection, leaver.municipality_id, leaver.id, leaver.actor, now);
                offline::Offline::end_all(connection, leaver.municipality_id, leaver.id, now);
            }};
}

callbacks::Neighbours neighbours_of_callbacks(const Application& app) {
    return {.municipalities = app.municipalities,
            .organisation = app.organisation,
            .directory = app.directory,
            .own_topics = app.own_topics,
            .inquiries = app.inquiries,
            // One promise for what is asked in writing and for whom somebody gets back to.
            .promised_at = [&app](std::string_view municipality,
                                  base::Instant asked) { return app.questions.promised_at(municipality, asked, "call_back"); },
            .others = others_of(app)};
}

booking::Neighbours neighbours_of_booking(Application& app) {
    return {.municipalities = app.municipalities,
            .organisation = app.organisation,
            .directory = app.directory,
            .own_topics = app.own_topics,
            .inquiries = app.inquiries,
            .others = others_of(app),
            .sends_letters = app.options.letters.are_sent};
}

offline::Neighbours neighbours_of_offline(Application& app) {
    return {.inquiries = app.inquiries,
            .referral = app.referral,
            .directory = app.directory,
            .is_open = accounts::Accounts::is_open,
            .activities = app.activities,
            .limit_of = [&app](std::string_view municipality, std::string_view account) {
                const auto who = app.accounts.identity_of(account);
                return who ? organisation::limit_of(*app.organisation.units(municipality), *who)
                           : std::optional(std::vector<std::string>{});
            },
            .answers = [&app](std::string_view municipality) {
                std::vector<offline::AwayAnswer> answers;
                for (const auto held = app.questions.answers(municipality); const auto& one : *held)
                    answers.push_back({.question = one.question,
                                       .answer = html::without_markdown(one.answer),
                                       .steps = one.steps,
                                       .words = one.words,
                                       .topics = one.topics});
                return answers;
            },
            .own_topics = &app.own_topics};
}

tasks::Readers readers_of_tasks(const Application& app) {
    tasks::Readers readers{.site = app.options.letters.site, .is_open = accounts::Accounts::is_open};
    if (!app.options.letters.are_sent) return readers;
    readers.all = [&app](std::string_view municipality) {
        std::vector<tasks::Readers::Reader> all;
        for (const auto& account : app.accounts.accounts_of(municipality))
            if (!account.disabled) all.push_back({account.id, account.email});
        return all;
    };
    return readers;
}

register_::Others others_of(const Application& app) {
    register_::Others others{.links = app.organisation.link_sources(),
                             .name_of = [&app](std::string_view account) { return app.accounts.name_of(account); },
                             .limit_of = [&app](std::string_view municipality, const http::Identity& identity) {
                                 return organisation::limit_of(*app.organisation.units(municipality), identity);
                             }};
    for (const auto& [name, source] : app.directory.records(directory::RecordKind::contact).others().links)
        others.links.emplace(name, source);
    others.links["accounts.person"] = people_source(app);
    return others;
}

register_::Others others_of_places(const Application& app) {
    auto others = others_of(app);
    others.unit_of = [&app](const register_::Record& record, std::string_view municipality) -> std::string {
        const auto snapshot = app.directory.snapshot(municipality);
        const auto* place = snapshot->place(record.text("place"));
        return place ? place->unit : "";
    };
    return others;
}

register_::Others others_of_goals(const Application& app) {
    auto others = others_of(app);
    others.links["progress.goal"] = {.choices =
                                         [&app](const register_::Surroundings& around) {
                                             std::vector<register_::Choice> choices;
                                             for (const auto& one : app.progress.choices(around.municipality_id).goals)
                                                 choices.push_back({.key = one.key, .label = one.title});
                                             return choices;
                                         },
                                     .path = "/staff/progress/goals/"};
    return others;
}

register_::Others others_of_surveys(const Application& app) {
    auto others = others_of(app);
    others.links["directory.e_service"] = {.choices =
                                               [&app](const register_::Surroundings& around) {
                                                   std::vector<register_::Choice> choices;
                                                   const auto snapshot = app.directory.snapshot(around.municipality_id);
                                                   for (const auto& one : snapshot->e_services)
                                                       choices.push_back({.key = one.id, .label = one.name});
                                                   return choices;
                                               },
                                           .path = "/staff/directory/e-services/"};
    return others;
}

/// With the systems that residents must use, and with activities, to link to. `systems` outlives it.
register_::Others others_of_outreach(const Application& app, const register_::Records& systems) {
    auto others = others_of(app);
    others.links["everyday.system"] = register_::titled_source(systems, "/staff/systems/");
    others.links["activities.activity"] = register_::titled_source(app.activities.activities(), "/staff/activities/");
    return others;
}

namespace {

/// With what a slice's own register links to, for those that come after it.
void know_link(register_::Others& others, const Slice& slice, std::string_view name) {
    for (const auto* records : slice.registers) {
        const auto& links = records->others().links;
        if (const auto found = links.find(name); found != links.end()) others.links[std::string(name)] = found->second;
    }
}

budget::Neighbours neighbours_of_budget(const Application& app, register_::Others others) {
    return {app.municipalities, app.versions, std::move(others), [&app](std::string_view budget, const html::Page& page) {
                std::vector<html::Link> links;
                for (auto& beside : records_beside(app, "budget.budget", {"budget_", "grant"}, budget, page))
                    std::ranges::move(beside.links, std::back_inserter(links));
                return links;
            }, [&app](std::string_view id, const periods::Period& period) { return session_costs_of(app, id, period); }};
}

/// Each links to the one before it: budgets to parts of the plan, decisions to both.
struct OfPlan {
    Slice plan, budget, bodies;
};

OfPlan slices_of_plan(Application& app, register_::Others others) {
    auto plan = plan::slice(app.database, app.clock, neighbours_of_plan(app, others));
    know_link(others, plan, "plan.node");
    auto budget = budget::slice(app.database, app.clock, neighbours_of_budget(app, others));
    know_link(others, budget, "budget.budget");
    auto bodies = bodies::slice(app.database, app.clock, app.municipalities, others);
    return {std::move(plan), std::move(budget), std::move(bodies)};
}

Slice outreach_of(Application& app, const register_::Records& systems) {
    const auto sessions_of_series = [&app](const register_::Record& series, const html::Page& page) {
        const auto activity = series.text("activity");
        return activity.empty() ? register_::More{} : app.activities.sessions_told(activity, series.whole("invited"), page);
    };
    return outreach::slice(app.database, app.clock, others_of_outreach(app, systems), app.inquiries, sessions_of_series,
                           [&app](const auto& tour, const auto& around) { return times_left_by_visit(app, tour, around); });
}

}  // namespace

Slices slices_of(Application& app, const directory::MapTiles& tiles) {
    const auto desks = [&app](std::string_view id) {
        return desks_of(app.directory, id, app.municipalities.settings(id).fallback_place);
    };
    auto everyday =
        everyday::slice(app.database, app.directory, app.organisation, app.municipalities, app.clock, others_of(app),
                        app.inquiries, app.versions);
    const auto is_system = [](const register_::Records* one) { return one->declaration().key == "system"; };
    const auto is_renewal = [](const register_::Records* one) { return one->declaration().key == "renewal"; };
    const auto* renewals = *std::ranges::find_if(everyday.registers, is_renewal);
    const auto* systems = *std::ranges::find_if(everyday.registers, is_system);
    auto of_plan = slices_of_plan(app, others_of_outreach(app, *systems));
    auto others_of_needs = others_of_outreach(app, *systems);
    know_link(others_of_needs, of_plan.plan, "plan.node");
    know_link(others_of_needs, of_plan.bodies, "bodies.group");
    return {
        municipality::slice(app.municipalities, desks),
        organisation::slice(app.organisation),
        accounts::slice(app.accounts, app.municipalities),
        taxonomy::slice(app.own_topics),
        directory::slice(app.directory, app.database, app.municipalities, app.clock, tiles,
                         renewals_for_directory(*renewals, app.clock)),
        referral::slice(app.referral, app.directory, app.municipalities, *app.index, app.clock),
        inquiries::slice(app.inquiries, app.referral, others_of(app)),
        indicators::slice(app.indicators, app.database, app.municipalities, app.clock),
        progress::slice(app.progress, app.municipalities, app.clock),
        questions::slice(app.questions, app.referral, app.inquiries, app.directory, app.municipalities, app.organisation,
                         app.clock),
        callbacks::slice(app.callbacks),
        offline::slice(app.offline),
        counts::slice(app.counts),
        booking::slice(app.bookings),
        reviews::slice(app.reviews),
        std::move(everyday),
        activities::slice(app.activities),
        outreach_of(app, *systems),
        matters::slice(app.database, app.organisation, app.clock,
                       [&app](std::string_view account) { return app.accounts.name_of(account); }),
        surveys::slice(app.surveys),
        goals::slice(app.goals),
        statistics::slice(app.municipalities, app.own_topics, app.database, app.clock, others_of(app),
                          around_figures(app), letters_of_figures(app)),
        collections::slice(app.database, app.clock, others_of(app), app.inquiries),
        needs::slice(app.database, app.clock, app.municipalities, app.directory, others_of_needs, arranged_by(app)),
        std::move(of_plan.plan),
        std::move(of_plan.budget),
        std::move(of_plan.bodies),
        releases::slice(app.releases, app.municipalities, app.directory),
        network::slice(app.database, app.clock,
                       {app.municipalities, app.releases, app.directory, app.organisation, others_of(app)}),
        owners::slice(app.owners),
        mail_of(app),
        files_of(app),
        tasks::slice(app.tasks, app.organisation),
        retention::slice(app.retention, app.municipalities),
    };
}

}  // namespace digilots::app
