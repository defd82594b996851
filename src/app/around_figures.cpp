// What statistics is told of the time that its figures are of, and who may have them by letter.
#include <algorithm>
#include <map>
#include <memory>

#include "app/application.h"
#include "app/slices.h"
#include "outreach/outreach.h"
#include "platform/base/lists.h"
#include "platform/calendar/hours.h"
#include "platform/calendar/other_hours.h"
#include "platform/kept/kept.h"
#include "statistics/statistics.h"

namespace digilots::app {

namespace {

/// Hour by hour, where the municipality is; a place by its public id, "" all of them.
std::vector<statistics::StaffedHour> staffed_hours(const Application& app, const http::Tenant& tenant,
                                                   const periods::Period& period, std::string_view place) {
    std::map<std::pair<int, int>, std::int64_t> minutes;
    for (const auto& one : app.bookings.staffed_time(tenant, period.from, period.to)) {
        const auto day = base::parse_date(one.day);
        if (day && (place.empty() || one.place == place)) minutes[{base::weekday_of(*day), one.hour}] += one.minutes;
    }
    std::vector<statistics::StaffedHour> hours;
    for (const auto& [when, sum] : minutes) hours.push_back({when.first, when.second, sum});
    return hours;
}

/// Without one a rule is of every year, and need not be read for what was special in one.
bool names_a_year(std::string_view rule) {
    const auto is_digit = [](char letter) { return letter >= '0' && letter <= '9'; };
    for (auto at = rule.find("20"); at != std::string_view::npos; at = rule.find("20", at + 1))
        if (at + 3 < rule.size() && is_digit(rule[at + 2]) && is_digit(rule[at + 3])) return true;
    return false;
}

/// Days on which a place was closed though it is open else; what comes every year is no news.
std::vector<releases::WasSo> closed_days(const Application& app, const http::Tenant& tenant, const periods::Period& period) {
    std::vector<releases::WasSo> found;
    for (const auto held = app.directory.snapshot(tenant.id); const auto& place : held->places) {
        if (!names_a_year(place.hours.rule)) continue;
        const auto notation = calendar::read_shown(place.hours.complete ? place.hours.rule : "");
        if (!notation || !place.listed()) continue;
        for (const auto& other : calendar::other_hours(*notation, tenant.country, period.from)) {
            const bool is_then = other.first <= period.to && other.last >= period.from;
            if (!is_then || other.every_year || other.goes_on || !other.times.ranges.empty()) continue;
            found.push_back({releases::WasSo::What::closed, place.name, {other.first, other.last}});
        }
    }
    return found;
}

void add_closed_days(const Application& app, const http::Tenant& tenant, const periods::Period& period,
                     const i18n::Translator& translator, statistics::Circumstances& found) {
    for (const auto& one : closed_days(app, tenant, period))
        found.push_back({translator.t(TEXT("Closed: {place}, {days}"),
                                      {{"place", one.title}, {"days", periods::days_of(one.days, translator)}}),
                         one.days});
}

/// The latest by name: a year may have more than anybody reads.
void add_visits(const Application& app, const http::Tenant& tenant, const periods::Period& period,
                const i18n::Translator& translator, statistics::Circumstances& found) {
    constexpr std::size_t most_visits = 12;
    auto visits = outreach::tours_between(app.database, tenant.id, period.from, period.to);
    std::erase_if(visits, [](const auto& one) { return !one.is_held; });
    const auto more = visits.size() > most_visits ? visits.size() - most_visits : 0;
    for (std::size_t at = more; at < visits.size(); ++at)
        found.push_back({translator.t(TEXT("Visit: {title}, {day}"),
                                      {{"title", visits[at].title}, {"day", translator.date(visits[at].day)}}),
                         {visits[at].day, visits[at].day},
                         true});
    if (more > 0)
        found.push_back({translator.tn("{n} visit to a group before these", "{n} visits to groups before these",
                                       static_cast<std::int64_t>(more)),
                         {visits.front().day, visits[more - 1].day}});
}

void add_launches(const Application& app, const http::Tenant& tenant, const periods::Period& period,
                  const i18n::Translator& translator, statistics::Circumstances& found) {
    for (const auto& one : outreach::trials_and_launches_between(app.database, tenant.id, period.from, period.to))
        if (one.is_launch)
            found.push_back({translator.t(TEXT("Launch: {title}, from {day}"),
                                          {{"title", one.title}, {"day", translator.date(one.day)}}),
                             {one.day, one.day},
                             true});
}

/// Campaign weeks, visits to groups, launches, closed days and what was mended: many more or fewer ask then than else.
statistics::Circumstances what_was_so(const Application& app, const http::Tenant& tenant, const periods::Period& period,
                                      const i18n::Translator& translator) {
    statistics::Circumstances found;
    for (const auto held = app.activities.programme(tenant.id); const auto& one : held->campaigns)
        if (one.first <= period.to && one.last >= period.from)
            found.push_back({translator.t(TEXT("Campaign: {title}, {days}"),
                                          {{"title", one.title}, {"days", periods::days_of({one.first, one.last}, translator)}}),
                             {one.first, one.last},
                             true});
    for (const auto& one : app.owners.answers_of(tenant.id))
        if (one.state == "mended" && one.on_day && *one.on_day >= period.from && *one.on_day <= period.to)
            found.push_back({app.owners.sentence(one, tenant.id, translator), {*one.on_day, *one.on_day}, true});
    add_launches(app, tenant, period, translator, found);
    add_visits(app, tenant, period, translator, found);
    add_closed_days(app, tenant, period, translator, found);
    return found;
}

std::vector<releases::WasSo> known_to_everybody(const Application& app, const std::string& municipality,
                                                const periods::Period& period) {
    std::vector<releases::WasSo> found;
    const auto tenant = app.municipalities.find_tenant(municipality::Municipalities::slug_of(municipality));
    if (!tenant) return found;
    for (const auto held = app.activities.programme(tenant->id); const auto& one : held->campaigns)
        if (one.is_published && one.first <= period.to && one.last >= period.from)
            found.push_back({releases::WasSo::What::campaign, one.title, {one.first, one.last}});
    for (auto& one : closed_days(app, *tenant, period)) found.push_back(std::move(one));
    return found;
}

/// What those who answer for e-services and bodies have said.
std::vector<statistics::OwnerSaid> said_by_owners(const Application& app, const http::Tenant& tenant,
                                                  const i18n::Translator& translator) {
    std::vector<statistics::OwnerSaid> said;
    for (const auto& one : app.owners.answers_of(tenant.id)) {
        const auto colon = one.about.find(':');
        said.push_back({one.about.substr(0, colon), one.about.substr(colon + 1), owners::Owners::brief(one, translator),
                        app.owners.sentence(one, tenant.id, translator), one.state == "mended" ? one.on_day : std::nullopt,
                        "/staff/owner-answers/" + one.id});
    }
    return said;
}

std::vector<statistics::ReferenceFigure> references_of(const Application& app, const http::Tenant& tenant) {
    constexpr std::int64_t most = 20;
    std::vector<statistics::ReferenceFigure> all;
    auto& records = app.goals.references();
    for (const auto& one : records.list(records.around(tenant.id), {}, most, 0).records)
        all.push_back({one.text("title"), one.text("figure"), one.text("base"), std::to_string(one.whole("year").value_or(0)),
                       one.text("publisher"), "/staff/goals/references/" + one.id});
    return all;
}

}  // namespace

statistics::Around around_figures(const Application& app) {
    return {.staffed = [&app](const http::Tenant& tenant, const periods::Period& period,
                              std::string_view place) { return staffed_hours(app, tenant, period, place); },
            .circumstances = [&app](const http::Tenant& tenant, const periods::Period& period,
                                    const i18n::Translator& translator) {
                return what_was_so(app, tenant, period, translator);
            },
            .said = [&app](const http::Tenant& tenant,
                           const i18n::Translator& translator) { return said_by_owners(app, tenant, translator); },
            .references = [&app](const http::Tenant& tenant) { return references_of(app, tenant); }};
}

std::function<releases::StaffedPlaces(const std::string& municipality)> staffed_places_of(const Application& app) {
    return [&app](const std::string& municipality) {
        releases::StaffedPlaces minutes;
        const auto tenant = app.municipalities.find_tenant(municipality::Municipalities::slug_of(municipality));
        if (!tenant) return minutes;
        constexpr int week = 7;
        const auto today = base::to_civil(app.clock.now(), tenant->zone).date;
        for (const auto& shift : app.bookings.staffed(*tenant, today, week))
            minutes[shift.place] += std::chrono::floor<std::chrono::minutes>(shift.end - shift.begin).count();
        return minutes;
    };
}

releases::WasSoThen what_everybody_may_know(const Application& app) {
    using All = std::vector<releases::WasSo>;
    // Figures of a nation ask this of each of its municipalities: kept, so that nobody's directory is read for it anew.
    constexpr std::size_t most_kept = 2000;
    const auto kept = std::make_shared<kept::Kept<All>>(
        app.clock,
        [&app](std::string_view key, kept::Stamp& stamp) {
            const auto municipality = base::separated(key, ' ')[0];
            for (const char* made_from : {"directory", "activity", "municipality"})
                stamp.take(app.versions.of(made_from, municipality));
        },
        [&app](std::string_view key) {
            const auto parts = base::separated(key, ' ');
            return std::make_shared<const All>(
                known_to_everybody(app, parts[0], {base::parse_date(parts[1]).value(), base::parse_date(parts[2]).value()}));
        },
        most_kept);
    return [kept](const std::string& municipality, const periods::Period& period) {
        return *kept->of(municipality + " " + base::format_date(period.from) + " " + base::format_date(period.to));
    };
}

statistics::Letters letters_of_figures(const Application& app) {
    statistics::Letters letters{.site = app.options.letters.site};
    if (!app.options.letters.are_sent) return letters;
    letters.measures = [&app] { return all_of(app.slices, &Slice::measures); };
    letters.readers = [&app](std::string_view municipality) {
        std::vector<statistics::Letters::Reader> readers;
        for (const auto& account : app.accounts.accounts_of(municipality))
            if (!account.disabled && account.role >= http::Role::coordinator)
                readers.push_back({account.id, account.email, *account.role});
        return readers;
    };
    return letters;
}

}  // namespace digilots::app
