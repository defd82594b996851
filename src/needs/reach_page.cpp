// What help is near each settlement, and where there is none: as the crow flies, buses and trains left out.
#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>

#include "needs/pages.h"
#include "needs/reach.h"
#include "needs/templates.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/base/whole_number.h"
#include "taxonomy/taxonomy.h"

namespace digilots::needs {

namespace {

using html::components::Cell;

constexpr int distances[] = {2, 5, 10, 20, 40}, usual_distance = 10;
constexpr double minutes_an_hour = 60;

int asked_distance(const http::Request& request) {
    const auto asked = base::whole_number(request.query.get("within"), 1, 100);
    return asked && base::holds(distances, static_cast<int>(*asked)) ? static_cast<int>(*asked) : usual_distance;
}

std::string number(double value, const html::Page& page, int decimals = 0) {
    return page.translator().number(value, decimals);
}

std::string terms_in_words(taxonomy::List list, const std::set<std::string>& terms, const html::Page& page) {
    std::vector<std::string> labels;
    for (const auto& term : terms) labels.push_back(taxonomy::label(list, term, page.translator()));
    return base::joined(labels, ", ");
}

/// What is somewhere in the municipality.
struct Somewhere {
    std::set<std::string> aids, help;
};

Somewhere somewhere(const directory::Snapshot& snapshot) {
    Somewhere all;
    for (const auto& place : snapshot.places) {
        if (!helps(place)) continue;
        for (const auto& aid : place.aids) all.aids.insert(aid.type);
        for (const auto& support : place.support) all.help.insert(support.code);
    }
    return all;
}

std::set<std::string> without(const std::set<std::string>& all, const std::set<std::string>& near) {
    std::set<std::string> left;
    std::ranges::set_difference(all, near, std::inserter(left, left.end()));
    return left;
}

/// What is somewhere and not so near: as far as places say what they have.
std::string missing_in_words(const Reached& one, const Somewhere& all, const html::Page& page) {
    const auto help = terms_in_words(taxonomy::List::support, without(all.help, one.help), page);
    const auto aids = terms_in_words(taxonomy::List::aid, without(all.aids, one.aids), page);
    return base::joined(std::vector<std::string>{help, aids}, help.empty() || aids.empty() ? "" : "; ");
}

Cell terms_cell(const Reached& one, taxonomy::List list, const std::set<std::string>& terms, const html::Page& page) {
    if (one.places == 0) return {.text = page.t("None")};
    if (terms.empty()) return {.text = page.t("Unknown"), .unknown = true};
    return {.text = terms_in_words(list, terms, page)};
}

/// By village or place; none: nobody has noted any.
using Requests = std::map<std::string, std::int64_t>;

std::string key_of_settlement(const std::string& name) { return base::lower(base::trim(name)); }

Cell requests_cell(const Reached& one, const Requests& requests, const html::Page& page) {
    if (requests.empty()) return {.text = page.t("Unknown"), .unknown = true};
    const auto found = requests.find(key_of_settlement(one.settlement));
    return {.text = number(found == requests.end() ? 0 : static_cast<double>(found->second), page)};
}

/// How many there are, and how many of them say that it is not their task.
std::string places_in_words(const Reached& one, const html::Page& page) {
    const auto places = number(static_cast<double>(one.places), page);
    if (one.besides == 0) return places;
    return page.t("{n}, of them besides other tasks: {besides}",
                  {{"n", places}, {"besides", number(static_cast<double>(one.besides), page)}});
}

/// Where help with anything is nobody's task, or not everybody's; "" where no place says so.
std::string besides_in_words(const directory::Snapshot& snapshot, const html::Page& page) {
    const auto all = std::ranges::count_if(snapshot.places, helps);
    const auto besides = std::ranges::count_if(snapshot.places, helps_besides);
    if (besides == 0) return "";
    if (besides == all) return page.t("At no place is general help the task: where it is given, staff do it besides.");
    return page.t("At {n} of {all} places that help it is not their task: staff do it besides.",
                  {{"n", number(static_cast<double>(besides), page)}, {"all", number(static_cast<double>(all), page)}});
}

std::vector<Cell> row_of_reached(const Reached& one, const Somewhere& all, const Requests& requests, const html::Page& page) {
    const Cell unknown{.text = page.t("Unknown"), .unknown = true};
    const auto people = one.population ? Cell{.text = number(static_cast<double>(*one.population), page)} : unknown;
    const auto asked = requests_cell(one, requests, page);
    if (!one.has_point)
        return {{.text = one.settlement}, people, unknown, unknown, unknown, unknown, unknown, unknown, asked, unknown};
    const auto nearest = one.kilometres ? page.t("{place}, {km} km", {{"place", one.nearest},
                                                                      {"km", number(*one.kilometres, page, 1)}})
                                        : page.t("No place with a point");
    const bool is_reached = one.places > 0;
    const auto hours = one.minutes > 0 ? number(static_cast<double>(one.minutes) / minutes_an_hour, page) : page.t("Unknown");
    const auto missing = missing_in_words(one, all, page);
    return {{.text = one.settlement},
            people,
            {.text = nearest},
            {.text = places_in_words(one, page)},
            {.text = is_reached ? hours : page.t("None"), .unknown = is_reached && one.minutes == 0},
            terms_cell(one, taxonomy::List::support, one.help, page),
            terms_cell(one, taxonomy::List::aid, one.aids, page),
            {.text = number(static_cast<double>(one.activities), page)},
            asked,
            {.text = missing.empty() ? page.t("Nothing that is known") : missing}};
}

double median_of(std::vector<double> values) {
    std::ranges::sort(values);
    const auto middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

/// The centre against all other settlements; no table where there is no centre with a point, or nothing beside it.
html::components::Table centre_table(const std::vector<Reached>& all, const std::string& main_town, const html::Page& page) {
    const auto centre = std::ranges::find_if(
        all, [&](const Reached& one) { return one.settlement == main_town && one.has_point; });
    std::vector<const Reached*> others;
    for (const auto& one : all)
        if (one.has_point && one.settlement != main_town) others.push_back(&one);
    if (centre == all.end() || others.empty()) return {};
    html::components::Table table{.caption = page.t("The centre, and the middle of all other settlements"),
                                  .columns = {{page.t("What is so near")},
                                              {main_town, true},
                                              {page.t("The others: half have less"), true},
                                              {page.t("The others: how many have none"), true}}};
    const auto add = [&](std::string title, const auto& value_of) {
        std::vector<double> values;
        for (const auto* one : others)
            if (const auto value = value_of(*one)) values.push_back(*value);
        const auto of_centre = value_of(*centre);
        const Cell unknown{.text = page.t("Unknown"), .unknown = true};
        const auto none = static_cast<double>(std::ranges::count(values, 0.0)), known = static_cast<double>(values.size());
        table.rows.push_back(
            {{.text = std::move(title)},
             of_centre ? Cell{.text = number(*of_centre, page)} : unknown,
             values.empty() ? unknown : Cell{.text = number(median_of(values), page, 1)},
             values.empty() ? unknown
                            : Cell{.text = page.t("{n} of {all}", {{"n", number(none, page)}, {"all", number(known, page)}})}});
    };
    // Where there is a place that says nothing of it, it is unknown; where there is no place, there is none.
    const auto known_of = [](const Reached& one, double value) {
        return value > 0 || one.places == 0 ? std::optional(value) : std::nullopt;
    };
    add(page.t("Places"), [](const Reached& one) { return std::optional(static_cast<double>(one.places)); });
    add(page.t("Hours a week"),
        [&](const Reached& one) { return known_of(one, static_cast<double>(one.minutes) / minutes_an_hour); });
    add(page.t("Kinds of help"), [&](const Reached& one) { return known_of(one, static_cast<double>(one.help.size())); });
    add(page.t("Kinds of aids"), [&](const Reached& one) { return known_of(one, static_cast<double>(one.aids.size())); });
    add(page.t("Activities"), [](const Reached& one) { return std::optional(static_cast<double>(one.activities)); });
    return table;
}

/// How many people live where help is near, of those settlements of which both is known; "" where it is known of none.
std::string people_in_words(const std::vector<Reached>& all, const html::Page& page) {
    std::int64_t people = 0, served = 0, unknown = 0;
    for (const auto& one : all) {
        if (!one.has_point || !one.population) {
            ++unknown;
            continue;
        }
        people += *one.population;
        if (one.places > 0) served += *one.population;
    }
    if (people == 0) return "";
    auto words = page.t("{n} of {all} people who live in these settlements have help so near.",
                        {{"n", number(static_cast<double>(served), page)}, {"all", number(static_cast<double>(people), page)}});
    if (unknown > 0)
        words += " " + page.tn("Of {n} settlement it is not known.", "Of {n} settlements it is not known.", unknown);
    return words + " " + page.t("Numbers of people are of different years; who lives outside of them is not counted.");
}

/// Requests of places that stand in no row.
std::int64_t requests_of_elsewhere(const std::vector<Reached>& all, Requests requests) {
    for (const auto& one : all) requests.erase(key_of_settlement(one.settlement));
    std::int64_t left = 0;
    for (const auto& [locality, asked] : requests) left += asked;
    return left;
}

void fill_reach(ReachView& view, const std::vector<Reached>& all, const Somewhere& anywhere, const Requests& requests,
                int within, const std::string& main_town, const html::Page& page) {
    view.table = {.caption = page.t("What is within {km} km of each settlement", {{"km", number(within, page)}}),
                  .columns = {{page.t("Settlement")},
                              {page.t("Inhabitants"), true},
                              {page.t("Nearest place that helps")},
                              {page.t("Places"), true},
                              {page.t("Hours a week"), true},
                              {page.t("Help")},
                              {page.t("Aids")},
                              {page.t("Activities"), true},
                              {page.t("Requests for activities"), true},
                              {page.t("What is elsewhere in the municipality alone")}}};
    std::int64_t known = 0, without_help = 0;
    for (const auto& one : all) {
        if (one.settlement == main_town) view.table.highlighted = static_cast<int>(view.table.rows.size());
        view.table.rows.push_back(row_of_reached(one, anywhere, requests, page));
        if (!one.has_point) continue;
        ++known;
        if (one.places > 0) continue;
        ++without_help;
        view.without.push_back(one.settlement);
    }
    view.sum = page.tn("{without} of {n} settlement with a known point has no help so near.",
                       "{without} of {n} settlements with a known point have no help so near.", known,
                       {{"without", number(static_cast<double>(without_help), page)}});
    if (const auto people = people_in_words(all, page); !people.empty()) view.not_counted.push_back(people);
    if (const auto left = requests_of_elsewhere(all, requests); left > 0)
        view.not_counted.push_back(page.tn("{n} request for an activity comes from a place that has no row here.",
                                           "{n} requests for activities come from places that have no row here.", left));
    view.centre = centre_table(all, main_town, page);
    if (known == 0) view.sum = page.t("No place with a known point says what help it gives: nothing is known of distances yet.");
}

}  // namespace

http::Response reach_page(const Pages& pages, const http::Request& request) {
    auto page = page_of_needs(request, html::Page(request).t("How far it is to help"));
    const auto within = asked_distance(request);
    const auto& id = request.tenant->id;
    ReachView view{.url = page.tenant_url("/staff/needs/reach")};
    view.choice = {.name = "within", .label = page.t("How near")};
    for (const int one : distances)
        view.choice.options.push_back({std::to_string(one), page.t("{km} km", {{"km", number(one, page)}}), one == within});
    const auto snapshot = pages.directory.snapshot(id);
    const auto settlements = municipality::Municipalities::settlements(id);
    const auto about = pages.municipalities.about(id);
    const auto requests = pages.arranged.requests_by_locality ? pages.arranged.requests_by_locality(id) : Requests{};
    fill_reach(view, reached(settlements, *snapshot, within), somewhere(*snapshot), requests, within,
               about ? about->main_town : "", page);
    view.map.label = page.t("Settlements and places that help");
    for (const auto& one : settlements) view.map.points.push_back({one.name, one.latitude, one.longitude, true, ""});
    for (const auto& place : snapshot->places)
        if (helps(place) && has_point(place))
            view.map.points.push_back(
                {place.name, *place.latitude, *place.longitude, false, page.tenant_url("/places/" + place.slug)});
    const auto open = [](const directory::Place& place) { return place.status == directory::Status::open; };
    if (const auto besides = besides_in_words(*snapshot, page); !besides.empty()) view.not_counted.push_back(besides);
    const auto silent = std::ranges::count_if(
        snapshot->places, [&](const directory::Place& place) { return open(place) && place.support.empty(); });
    const auto without_point = std::ranges::count_if(
        snapshot->places, [](const directory::Place& place) { return helps(place) && !has_point(place); });
    if (silent > 0)
        view.not_counted.push_back(page.tn("{n} open place says nothing of the help it gives: it is not counted.",
                                           "{n} open places say nothing of the help they give: they are not counted.", silent));
    if (without_point > 0)
        view.not_counted.push_back(page.tn("{n} place that helps has no exact point, or moves about: it is not counted.",
                                           "{n} places that help have no exact point, or move about: they are not counted.",
                                           without_point));
    return html::render_page(page, templates::reach_page(view, page));
}

}  // namespace digilots::needs
