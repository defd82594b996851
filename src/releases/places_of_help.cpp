#include "releases/places_of_help.h"

#include <cmath>

#include "platform/calendar/weekly_hours.h"

namespace digilots::releases {

namespace {

using ShownCell = html::components::Cell;

constexpr int evening = 18 * 60, first_of_weekend = 5;

/// Of a usual week; nothing where nobody stated it.
struct OpenWeek {
    std::int64_t minutes = 0;
    bool in_the_evening = false, at_weekends = false;
};

std::optional<OpenWeek> open_week(const directory::Place& place) {
    if (!place.hours.complete || place.hours.rule.empty()) return std::nullopt;
    const auto weekly = calendar::read_weekly(place.hours.rule);
    if (!weekly) return std::nullopt;
    OpenWeek week;
    for (std::size_t day = 0; day < weekly->days.size(); ++day) {
        for (const auto& range : weekly->days[day]) {
            week.minutes += range.to - range.from;
            week.in_the_evening = week.in_the_evening || range.to > evening;
            week.at_weekends = week.at_weekends || day >= first_of_weekend;
        }
    }
    return week;
}

std::string hours_text(std::int64_t minutes, const html::Page& page) {
    return page.t(TEXT("{n} h"), {{"n", page.translator().number(std::round(static_cast<double>(minutes) / 6) / 10)}});
}

ShownCell yes_or_no(bool is_so, const html::Page& page) {
    return {.text = is_so ? page.t(TEXT("Yes")) : page.t(TEXT("No"))};
}

/// What is known of so many of so many.
ShownCell known_of(std::string text, std::size_t known, std::size_t all, const html::Page& page) {
    if (known == 0) return {.text = "", .unknown = true};
    if (known == all) return {.text = std::move(text)};
    return {.text = page.t(TEXT("{value}, known of {n} of {all}"),
                           {{"value", std::move(text)}, {"n", std::to_string(known)}, {"all", std::to_string(all)}})};
}

std::vector<ShownCell> row_of(const Whose& whose, const directory::Place& place, const StaffedPlaces& rota,
                              const html::Page& page) {
    const auto week = open_week(place);
    const auto staffed = rota.find(place.id);
    const ShownCell unknown{.text = "", .unknown = true};
    const auto slug = municipality::Municipalities::slug_of(whose.key);
    return {{.text = place.name, .url = page.url("/" + slug + "/places/" + place.slug)},
            week ? ShownCell{.text = hours_text(week->minutes, page)} : unknown,
            week ? yes_or_no(week->in_the_evening, page) : unknown,
            week ? yes_or_no(week->at_weekends, page) : unknown,
            staffed != rota.end() ? ShownCell{.text = hours_text(staffed->second, page)} : unknown};
}

std::vector<ShownCell> row_of(const Pages& pages, const std::string& municipality, const html::Page& page) {
    std::size_t all = 0, known = 0, evenings = 0, weekends = 0, with_rota = 0;
    std::int64_t open = 0, staffed = 0;
    const auto rota = pages.releases.staffed(municipality);
    for (const auto held = pages.directory.snapshot(municipality); const auto& place : held->places) {
        if (place.status != directory::Status::open) continue;
        ++all;
        if (const auto week = open_week(place)) {
            ++known;
            open += week->minutes;
            evenings += week->in_the_evening;
            weekends += week->at_weekends;
        }
        if (const auto there = rota.find(place.id); there != rota.end()) {
            ++with_rota;
            staffed += there->second;
        }
    }
    const Whose whose{Whose::Of::municipality, municipality};
    const auto slug = municipality::Municipalities::slug_of(municipality);
    const auto number = [&](std::size_t of) { return page.translator().number(static_cast<double>(of)); };
    return {{.text = name_of(pages, whose, page.translator()), .url = page.url("/" + slug + "/statistics/overview")},
            {.text = number(all)},
            known_of(hours_text(open, page), known, all, page),
            known_of(number(evenings), known, all, page),
            known_of(number(weekends), known, all, page),
            known_of(hours_text(staffed, page), with_rota, all, page)};
}

std::vector<std::string> members_of(const Pages& pages, const Whose& whose) {
    std::vector<std::string> ids;
    if (whose.of == Whose::Of::network) {
        if (const auto network = pages.municipalities.network(whose.key)) ids = network->members;
        std::erase_if(ids, [&](const std::string& id) { return !pages.municipalities.is_active(id); });
        return ids;
    }
    for (const auto& one : pages.municipalities.active_real())
        if (whose.of == Whose::Of::all || one.country + "-" + one.county_code == whose.key) ids.push_back(one.id);
    return ids;
}

}  // namespace

html::components::Table places_of_help(const Pages& pages, const Whose& whose, const html::Page& page) {
    html::components::Table table{.caption = page.t(TEXT("Where help is given, and when")), .columns = {{page.t(TEXT("Where"))}}};
    table.empty = page.t(TEXT("No place stands in the directory."));
    const bool is_of_one = whose.of == Whose::Of::municipality || whose.of == Whose::Of::place;
    if (!is_of_one) table.columns.push_back({page.t(TEXT("Places")), true});
    for (const auto& title : {TEXT("Open in a usual week"), TEXT("After 18"), TEXT("At weekends"),
                              TEXT("Somebody is there to help, in the coming seven days")})
        table.columns.push_back({page.t(title), true});
    if (!is_of_one) {
        for (const auto& id : members_of(pages, whose)) table.rows.push_back(row_of(pages, id, page));
        return table;
    }
    const auto rota = pages.releases.staffed(whose.key);
    for (const auto held = pages.directory.snapshot(whose.key); const auto& place : held->places) {
        const bool is_meant = whose.of == Whose::Of::municipality || place.id == whose.place;
        if (is_meant && place.status == directory::Status::open) table.rows.push_back(row_of(whose, place, rota, page));
    }
    return table;
}

}  // namespace digilots::releases
