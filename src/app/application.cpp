#include "app/application.h"

#include <algorithm>
#include <filesystem>

#include "app/effects.h"
#include "app/linked.h"
#include "app/set_up.h"
#include "app/slices.h"
#include "app/who_is_told.h"
#include "outreach/outreach.h"
#include "platform/audit/audit.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/html/form_again.h"
#include "platform/html/writer.h"
#include "platform/http/metrics.h"
#include "platform/i18n/translator.h"

namespace digilots::app {

namespace {

/// What is arranged about the topic and still to come; nobody is led to what is discreet.
void add_courses(referral::WaysToHelp& found, const referral::AskedWay& asked, const activities::Programme& programme,
                 base::Instant now) {
    constexpr std::size_t most_courses = 2;
    std::vector<std::string> said;
    for (const auto& [activity, session] : activities::sessions_of(programme, {.topic = asked.topic}, now)) {
        if (session->starts <= now) continue;
        if (said.empty()) found.changes_at = session->starts;
        if (said.size() == most_courses || base::holds(said, activity->id)) continue;
        said.push_back(activity->id);
        const auto when = asked.words.date_time(session->starts, asked.tenant.zone);
        found.ways.push_back({asked.words.t(TEXT("{what}, {when}"), {{"what", activity->title}, {"when", when}}),
                              activity->path()});
    }
}

/// Whoever holds a session cannot be booked then.
std::vector<booking::HeldElsewhere> held_elsewhere(const std::vector<activities::Activities::HeldSession>& sessions) {
    std::vector<booking::HeldElsewhere> held;
    for (const auto& one : sessions)
        held.push_back({.place = one.place,
                        .function = one.function,
                        .title = one.title,
                        .path = "/staff/sessions/" + one.session,
                        .people = one.people,
                        .begin = one.starts,
                        .end = one.ends});
    return held;
}

/// Nor can whoever goes out to a group, wherever the rota has them.
void add_visits(std::vector<booking::HeldElsewhere>& held, const std::vector<outreach::TourTakesTime>& visits) {
    for (const auto& one : visits)
        held.push_back({.place = "",
                        .function = one.function,
                        .title = one.title,
                        .path = "/staff/tours/" + one.tour,
                        .people = one.people,
                        .begin = one.begin,
                        .end = one.end});
}

void add_visits(std::vector<booking::HeldElsewhere>& held, const Application& app, std::string_view municipality) {
    const auto zone =
        municipality::surroundings_of(app.municipalities, app.activities.activities(), municipality, app.clock.now()).zone;
    add_visits(held, outreach::tours_that_take_time(app.database, municipality, zone, app.clock.now()));
}

void know_who_holds_sessions(Application& app) {
    app.activities.know_times_left([&app](const http::Tenant& tenant, const auto& then, const i18n::Translator& words) {
        auto held = held_elsewhere(then);
        add_visits(held, app, tenant.id);
        return app.bookings.times_left_by(tenant, held, words);
    });
    app.bookings.know_held(
        [&app](std::string_view municipality) {
            auto held = held_elsewhere(app.activities.held_by_functions(municipality));
            add_visits(held, app, municipality);
            return held;
        },
        {std::string(activities::kept_activities), std::string(outreach::kept_tours)});
}

/// Times at which something new is tried, and what begins with people at the entrance.
void add_trials_and_launches(std::vector<activities::BesideActivities>& beside, const Application& app, const html::Page& page,
                             base::Date first, base::Date last) {
    const auto& tenant = page.request().tenant->id;
    const auto snapshot = app.directory.snapshot(tenant);
    for (const auto& one : outreach::trials_and_launches_between(app.database, tenant, first, last)) {
        const auto* place = one.place.empty() ? nullptr : snapshot->place(one.place);
        const auto state = one.is_launch              ? page.t(TEXT("It begins"))
                           : one.state == "free"      ? page.t(TEXT("A department can take it"))
                           : one.state == "held"      ? page.t(TEXT("Held"))
                                                      : page.t(TEXT("Planned"));
        beside.push_back({.day = one.day,
                          .hours = one.hours,
                          .title = one.title,
                          .where = place ? place->name : "",
                          .state = state,
                          .url = page.tenant_url((one.is_launch ? "/staff/launches/" : "/staff/trials/") + one.id),
                          .unit = one.unit,
                          .kind = one.is_launch ? activities::BesideActivities::Kind::launch
                                                : activities::BesideActivities::Kind::trial});
    }
}

/// Visits to groups, trials and launches, planned and held, as the plan of a year tells them.
std::vector<activities::BesideActivities> visits_planned(const Application& app, const html::Page& page, int year) {
    const auto first = base::parse_date(std::to_string(year) + "-01-01");
    const auto last = base::parse_date(std::to_string(year) + "-12-31");
    const auto& tenant = page.request().tenant->id;
    const auto snapshot = app.directory.snapshot(tenant);
    std::vector<activities::BesideActivities> visits;
    for (const auto& tour : outreach::tours_between(app.database, tenant, first.value(), last.value())) {
        const auto* place = tour.place.empty() ? nullptr : snapshot->place(tour.place);
        visits.push_back({.day = tour.day,
                          .hours = tour.hours,
                          .title = tour.title,
                          .where = place ? place->name : tour.locality,
                          .state = page.t(tour.is_held ? TEXT("Held") : TEXT("Planned")),
                          .url = page.tenant_url("/staff/tours/" + tour.id),
                          .unit = tour.unit,
                          .kind = activities::BesideActivities::Kind::visit});
    }
    add_trials_and_launches(visits, app, page, first.value(), last.value());
    return visits;
}

/// What those who counted at sessions wrote down in a time.
std::vector<reviews::Reviews::Heard> heard_at_sessions(const Application& app, const http::Tenant& tenant,
                                                       const periods::Period& period, const std::string& unit,
                                                       const i18n::Translator& words) {
    std::vector<reviews::Reviews::Heard> heard;
    for (const auto& outcome : app.activities.outcomes(tenant.id, period.from, period.to))
        if (unit.empty() || outcome.unit == unit)
            heard.push_back({words.t(TEXT("{what}, {when}"), {{"what", outcome.activity}, {"when", words.date(outcome.day)}}),
                             base::joined(outcome.lines(words), " · "), "/staff/sessions/" + outcome.session});
    return heard;
}

/// Beside the search index and the database: no backup holds it.
std::string folder_of_keys(const std::string& search_folder) {
    if (search_folder.empty()) return "";
    return (std::filesystem::path(search_folder).parent_path() / "survey-keys").string();
}

/// Questions to the statistics that were saved: their names, and what they ask.
std::vector<std::pair<std::string, std::string>> saved_figures(const Application& app, std::string_view municipality) {
    std::vector<std::pair<std::string, std::string>> saved;
    for (const auto* records : all_of(app.slices, &Slice::registers)) {
        if (records->declaration().key != "statistics_saved") continue;
        for (const auto& one : records->list(records->around(municipality), {}, register_::Records::most_counted, 0).records)
            saved.emplace_back(one.text("title"), one.text("query"));
    }
    return saved;
}

void know_goals(Application& app) {
    app.goals.know(all_of(app.slices, &Slice::measures),
                   [&app](std::string_view municipality) { return saved_figures(app, municipality); });
    know_shares_and_money(app);
    app.goals.know_registers(all_of(app.slices, &Slice::registers));
    app.goals.know_editions([&app](std::string_view municipality, base::Date last) -> std::int64_t {
        const releases::Whose whose{.of = releases::Whose::Of::municipality, .key = std::string(municipality)};
        return app.releases.read(whose, "total", periods::holding(periods::Kind::month, last)).revision;
    });
    app.progress.know_followed([&app](const http::Tenant& tenant, const i18n::Translator& words) {
        return app.goals.published(tenant, words);
    });
    know_surveys(app);
}

}  // namespace

std::string times_left_by_visit(const Application& app, const register_::Record& tour, const register_::Surroundings& around) {
    const auto visits = outreach::time_taken_by(tour, around);
    if (visits.empty() || !around.words) return "";
    auto held = held_elsewhere(app.activities.held_by_functions(around.municipality_id));
    add_visits(held, app, around.municipality_id);
    // As it was before it is changed.
    std::erase_if(held, [&](const auto& one) { return one.path == "/staff/tours/" + tour.id; });
    add_visits(held, visits);
    http::Tenant tenant{};
    tenant.id = around.municipality_id;
    tenant.zone = around.zone;
    return app.bookings.times_left_by(tenant, held, *around.words);
}

Application::Application(db::Database& opened, const std::string& search_folder, const base::Clock& time,
                         ApplicationOptions given)
    : database(opened),
      clock(time),
      options(std::move(given)),
      versions(database),
      municipalities(database, versions, clock),
      organisation(database, versions, clock),
      accounts(database, clock, &organisation, options.letters),
      own_topics(database, versions, clock),
      directory(database, versions, municipalities, organisation, clock),
      index(search_folder.empty() ? search::memory_index() : search::open_index(search_folder)),
      referral(database, versions, directory, *index, municipalities, own_topics, clock),
      inquiries(database, directory, municipalities, organisation, own_topics, clock),
      indicators(database, versions, municipalities, clock,
                 {search_folder.empty() ? "" : search_folder + "-indicators", options.figures_max_age}),
      progress(database, versions, indicators, municipalities, clock),
      questions(database, versions, municipalities, organisation, clock, others_of(*this), options.letters.are_sent),
      callbacks(database, versions, clock, neighbours_of_callbacks(*this)),
      offline(database, clock, neighbours_of_offline(*this)),
      counts(database, clock, {municipalities, directory, own_topics, inquiries, others_of(*this)}),
      bookings(database, versions, clock, neighbours_of_booking(*this)),
      reviews(database, clock, {municipalities, organisation, others_of(*this)}),
      releases(database, versions, clock,
               {municipalities, inquiries, others_of_places(*this), options.release_day, staffed_places_of(*this),
                what_everybody_may_know(*this)}),
      owners(database, versions, clock,
             {municipalities, directory, inquiries, releases, others_of(*this), options.letters.are_sent, options.letters.site}),
      surveys(database, versions, clock,
              {municipalities, others_of_surveys(*this), folder_of_keys(search_folder), options.letters.site}),
      activities(database, versions, clock,
                 {municipalities, directory, organisation, others_of(*this), options.letters.are_sent, options.letters.site}),
      goals(database, versions, clock, {municipalities, others_of_goals(*this)}),
      tasks(database, versions, organisation, municipalities, clock, others_of(*this)),
      retention(database, versions, municipalities, clock),
      slices(slices_of(*this, options.tiles)) {
    organisation.know(neighbours_of_organisation(*this));
    const auto period_of = [this](std::string_view municipality, std::string_view rule) {
        return retention.period_of(municipality, rule);
    };
    retention.know(all_of(slices, &Slice::retention), [this](std::string_view account) { return accounts.name_of(account); });
    auto neighbours = neighbours_of_tasks(slices);
    neighbours.period_of = period_of;
    neighbours.readers = readers_of_tasks(*this);
    tasks.know(std::move(neighbours));
    accounts.know(what_leavers_have(database, clock));
    accounts.know(period_of);
    inquiries.know(period_of);
    inquiries.know(owners.say());
    inquiries.know(callbacks.beside_entries());
    inquiries.know(questions.beside_entries());
    inquiries.know(bookings.beside_entries());
    inquiries.know(counts.tallies());
    inquiries.know_set_up(set_up_of(*this));
    callbacks.know(period_of);
    activities.know(period_of);
    questions.know(period_of);
    questions.know(questions::published_by(directory, municipalities));
    questions.know_address(options.letters.site);
    questions.know([this](std::string_view municipality, base::Instant from, base::Instant until) {
        std::vector<questions::Ended> ended;
        for (const auto& one : callbacks.ended_between(municipality, from, until))
            ended.push_back({std::string(questions::by_call_back), one.opened_at, one.promised_at, one.answered_at, one.is_left,
                             one.unit});
        return ended;
    });
    referral.know_ways([this](const referral::AskedWay& asked) {
        auto found = bookings.ways_to_help(asked);
        if (!asked.is_simple) add_courses(found, asked, *activities.programme(asked.tenant.id), clock.now());
        return found;
    });
    referral.know(all_of(slices, &Slice::findable));
    know_goals(*this);
    reviews.know_heard([this](const http::Tenant& tenant, const periods::Period& period, const std::string& unit,
                              const i18n::Translator& words) { return heard_at_sessions(*this, tenant, period, unit, words); });
    activities.know_queue([this](std::string_view place, const html::Page& page) { return bookings.queue_lines(place, page); });
    activities.know_planned([this](const html::Page& page, int year) { return visits_planned(*this, page, year); });
    activities.know_named(records_naming_activity(*this));
    know_who_holds_sessions(*this);
    directory.know_beside([this](std::string_view municipality, const directory::Place& place) {
        std::vector<std::pair<base::Instant, base::Instant>> drop_in;
        for (const auto& one : bookings.drop_ins(municipality, clock.now()))
            if (one.place == place.id) drop_in.emplace_back(one.begin, one.end);
        directory::BesidePlace beside{
            bookings.has_offers_at(municipality, place.id) ? "/book?place=" + html::url_encode(place.id) : "",
            bookings.staffed_until(municipality, place.id), bookings.next_change(municipality, place.id),
            bookings.staffed_now(municipality, place.id), std::move(drop_in)};
        beside.next = activities.next_at(municipality, place.id);
        if (!beside.next.empty() && (!beside.changes_at || beside.next.front().starts < *beside.changes_at))
            beside.changes_at = beside.next.front().starts;
        return beside;
    });
    know_who_is_told(*this);
    directory.know_names([this](std::string_view account) { return accounts.name_of(account); });
}

Application::~Application() = default;

http::Gatekeeper Application::gatekeeper() {
    http::Gatekeeper gatekeeper;
    gatekeeper.find_tenant = [this](std::string_view slug) -> std::optional<http::Tenant> {
        auto tenant = municipalities.find_tenant(slug);
        if (!tenant) return std::nullopt;
        return directory.with_phone_now(std::move(*tenant), clock.now());
    };
    gatekeeper.find_session = [this](std::string_view token, base::Instant now) {
        return accounts.find_session(token, now);
    };
    gatekeeper.ask_to_sign_in = [this](const http::Request& request, const http::TypedForm& typed) {
        return accounts.ask_to_sign_in(request, typed);
    };
    gatekeeper.fill_again = html::form_again;
    gatekeeper.has_changed_since = html::has_changed_since;
    gatekeeper.last_change = [this](std::string_view municipality_id, std::string_view record) -> std::optional<http::LastChange> {
        const auto last =
            database.read([&](db::Connection& connection) { return audit::latest(connection, municipality_id, record); });
        if (!last) return std::nullopt;
        const auto people = accounts.accounts_of(municipality_id);
        const auto who = std::ranges::find(people, last->entry.actor, &accounts::ListedAccount::id);
        if (who == people.end()) return http::LastChange{"", last->at};
        return http::LastChange{who->name.empty() ? who->email : who->name, last->at};
    };
    gatekeeper.find_token = [this](std::string_view bearer, base::Instant now) { return accounts.find_token(bearer, now); };
    gatekeeper.menu = menu_of(slices);
    gatekeeper.network_exists = [this](std::string_view key) { return municipalities.network(key).has_value(); };
    gatekeeper.versions = &versions;
    gatekeeper.shell = {{"municipality"},
                        {"municipality_active", kept::Dependence::Of::everyone},   // which made-up one is named as an example
                        {"directory"},
                        {"topics"},
                        {"survey"}};   // whether any is open
    gatekeeper.next_change = [this](std::string_view id, base::Instant now) {
        return id.empty() ? directory.day_end(id) : directory.next_change(id, now);
    };
    for (const auto& language : i18n::languages()) gatekeeper.languages.push_back(language.code);
    return gatekeeper;
}

void Application::refresh() {
    versions.refresh();
    for (const auto& slice : slices) {
        if (slice.refresh) slice.refresh();
    }
}

bool Application::search_is_stale() const { return !referral.index_is_current(); }

bool Application::search_is_missing() const { return referral.index_is_missing(); }

void Application::reindex() {
    referral.reindex();
    count_not_searchable();
}

// What failed when it changed is tried again here; what the index cannot take is counted for who watches.
void Application::catch_up_index() {
    referral.refresh();
    count_not_searchable();
}

void Application::count_not_searchable() const {
    http::gauge("digilots_search_records_left_out", static_cast<double>(not_searchable().size()));
}

std::vector<std::string> Application::not_searchable() const {
    std::vector<std::string> ids;
    for (const auto& slice : slices) {
        if (!slice.left_out_of_search) continue;
        for (auto& id : slice.left_out_of_search()) ids.push_back(std::move(id));
    }
    return ids;
}

}  // namespace digilots::app
