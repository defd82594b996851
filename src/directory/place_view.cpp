#include "directory/place_view.h"

#include <algorithm>
#include <cmath>

#include "platform/calendar/hours.h"
#include "taxonomy/taxonomy.h"

namespace digilots::directory {

using calendar::check_hours;

namespace {

struct KnownFrequency {
    std::string_view stated;
    i18n::Text text;
};

// What the first mapping says about its activities; residents read it in their own language.
const KnownFrequency known_frequencies[] = {
    {"weekly", TEXT("Every week")},
    {"weekly, at least one", TEXT("At least once a week")},
    {"by booking", TEXT("By appointment")},
    {"during opening hours", TEXT("During opening hours")},
    {"recurring, interval not stated", TEXT("Recurring; how often is not stated")},
    {"about 4 per term; about 8 per year", TEXT("About four times a term")},
    {"occasional", TEXT("Now and then")},
    {"to some extent", TEXT("Now and then")},
    {"ongoing", TEXT("All the time")},
    {"daily, weekdays 13–15 from October 2022", TEXT("Every weekday")},
    {"varje vecka", TEXT("Every week")},
    {"varje vecka, minst en", TEXT("At least once a week")},
    {"efter bokning", TEXT("By appointment")},
    {"under öppettiderna", TEXT("During opening hours")},
    {"återkommande, hur ofta anges inte", TEXT("Recurring; how often is not stated")},
    {"cirka 4 per termin, cirka 8 per år", TEXT("About four times a term")},
    {"ibland", TEXT("Now and then")},
    {"i viss mån", TEXT("Now and then")},
    {"pågår", TEXT("All the time")},
    {"varje vardag kl. 13–15 från oktober 2022", TEXT("Every weekday")},
};

/// "15 mars 2027", "mars 2027": as much as is known of the day.
std::string day_text(std::string_view known, const html::Page& page) {
    const bool is_month = known.size() == 7;
    const auto date = base::parse_date(is_month ? std::string(known) + "-01" : std::string(known));
    if (!date) return std::string(known);
    const auto text = page.translator().date(*date);
    const auto space = text.find(' ');
    return is_month && space != text.npos ? text.substr(space + 1) : text;
}

}  // namespace

components::OpenBadge open_badge(const OpenState& state, const Pages& pages, const html::Page& page) {
    const auto& tenant = *page.request().tenant;
    components::OpenBadge badge;
    if (state.now == Openness::open) badge.state = components::OpenState::open;
    if (state.now == Openness::closed) badge.state = components::OpenState::closed;
    badge.next_change = next_change_text(state, pages.clock.now(), tenant.zone, page.translator());
    return badge;
}

components::OpenBadge open_badge(const Place& place, const OpenState& state, const Pages& pages, const html::Page& page) {
    auto badge = open_badge(state, pages, page);
    badge.next_change = next_change_text(place, state, pages.clock.now(), page.request().tenant->zone, page.translator());
    return badge;
}

components::Limits limits_of(const Place& place, const html::Page& page) {
    components::Limits limits;
    for (const auto& note : place.limitations) {
        // Nobody comes to what is not open.
        if (place.status != Status::open && !taxonomy::is_refusal(note.code)) continue;
        auto& list = taxonomy::is_refusal(note.code) ? limits.refusals : limits.good_to_know;
        list.push_back(taxonomy::label(taxonomy::List::limitation, note.code, page.translator()));
    }
    return limits;
}

void add_map_files(const components::PointMap& map, html::Page& page) {
    if (map.tiles.empty() || map.points.empty()) return;
    page.scripts.push_back("map.js");
    page.styles.push_back("map.css");
}

std::string locality_of_address(const Place& place) {
    return place.address.empty() || place.address.ends_with(place.locality) ? "" : place.locality;
}

PlaceRow place_row(const FoundPlace& found, const Pages& pages, const html::Page& page) {
    const Place& place = *found.place;
    PlaceRow row;
    row.title = place.name;
    row.url = page.tenant_url("/places/" + place.slug);
    row.kind = labels("place_kind", std::vector<std::string>{place.kind}, page).front();
    row.locality = place.locality;
    if (found.metres) row.distance = distance_text(*found.metres, page);
    if (place.status != Status::open) row.status = status_text(place.status, place.opens_from, page);
    row.open = open_badge(place, found.state, pages, page);
    row.open_known = found.state.now != Openness::unknown;
    if (place.status == Status::open) row.hours_summary = hours_summary(place.hours, place.evening, page);
    if (found.this_evening == ThisEvening::maybe) {
        row.hours_summary = page.t("May be open this evening") + (row.hours_summary.empty() ? "" : ". " + row.hours_summary);
    }
    row.helps = labels("support", place.support, page);
    row.limits = limits_of(place, page);
    row.freshness = freshness_of(RecordKind::place, place.verified_on, pages, page);
    return row;
}

namespace {

std::string price_of(const Service& service, const html::Page& page) {
    constexpr std::int64_t hundred = 100;
    if (service.kind == ServiceKind::errand) return "";
    const auto price = service.price.value_or(0);
    if (price == 0) return page.t("Free of charge");
    return page.t("{amount} kr", {{"amount", page.translator().number(static_cast<double>(price) / hundred,
                                                                      price % hundred == 0 ? 0 : 2)}});
}

}  // namespace

ServiceRow service_row(const Service& service, const Pages& pages, const html::Page& page) {
    ServiceRow row;
    row.title = service.title;
    if (service.is_arranged()) row.url = page.tenant_url(service.path);
    row.for_whom = service.target_groups;
    row.about = service.description;
    row.delivered_by = service.delivered_by;
    const auto& tenant = *page.request().tenant;
    const auto snapshot = pages.directory.snapshot(tenant.id);
    const Place* place = service.place.empty() ? nullptr : snapshot->place(service.place);
    row.status = status_text(status_of(service, place), place == nullptr ? "" : place->opens_from, page);
    if (!is_offered(service, place)) return row;
    if (!service.activity_kind.empty()) {
        row.kind = labels("activity_kind", std::vector<std::string>{service.activity_kind}, page).front();
    }
    row.frequency = frequency_text(service.frequency, page);
    // What is arranged says it in the words of those who arrange it.
    if (row.frequency.empty() && service.is_arranged()) row.frequency = service.frequency;
    row.price = price_of(service, page);
    row.note = service.hours.note;
    row.hours_summary = hours_summary(service.hours, Answer::unknown, page);
    row.has_hours = service.hours.complete && check_hours(service.hours.rule).has_value();
    if (row.has_hours) {
        row.open = open_badge(pages.directory.open_state(service.hours, tenant.id, pages.clock.now()), pages, page);
    }
    return row;
}

ServiceRow service_row_with_times(const Service& service, const Pages& pages, const html::Page& page) {
    ServiceRow row = service_row(service, pages, page);
    if (!row.has_hours) return row;
    row.times = week_text(service.hours, pages, page);
    row.other_times = other_times(service.hours, Beside::sentence, pages, page).shown;
    return row;
}

components::Freshness freshness_of(RecordKind kind, std::string_view verified_on, const Pages& pages, const html::Page& page) {
    const auto& tenant = *page.request().tenant;
    return {.verified_on = base::parse_date(verified_on),
            .today = base::to_civil(pages.clock.now(), tenant.zone).date,
            .months = pages.directory.rhythm(kind, tenant.id).months};
}

std::string status_text(Status status, std::string_view opens_from, const html::Page& page) {
    switch (status) {
        case Status::open: return "";
        case Status::paused: return page.t("Closed for the time being");
        case Status::planned:
            return opens_from.empty() ? page.t("Planned, not open yet")
                                      : page.t("Planned to open {date}", {{"date", day_text(opens_from, page)}});
        case Status::closed: return page.t("Closed for good");
        case Status::to_verify: return page.t("Was to open {date}. We are finding out whether it has.",
                                              {{"date", day_text(opens_from, page)}});
    }
    return "";
}

std::string frequency_text(std::string_view frequency, const html::Page& page) {
    const auto found = std::ranges::find(known_frequencies, frequency, &KnownFrequency::stated);
    return found == std::end(known_frequencies) ? "" : page.t(found->text);
}

std::string distance_text(double metres, const html::Page& page) {
    const auto& translator = page.translator();
    if (metres < 950) return page.t("{n} m away", {{"n", translator.number(std::round(metres / 50) * 50)}});
    return page.t("{n} km away", {{"n", translator.number(metres / 1000, metres < 10'000 ? 1 : 0)}});
}

std::vector<std::string> labels(std::string_view list, const std::vector<std::string>& keys, const html::Page& page) {
    std::vector<std::string> texts;
    for (const auto& key : keys) texts.push_back(taxonomy::label(*taxonomy::list_named(list), key, page.translator()));
    return texts;
}

std::vector<std::string> labels(std::string_view list, const std::vector<CodedNote>& notes, const html::Page& page) {
    std::vector<std::string> keys;
    for (const auto& note : notes) keys.push_back(note.code);
    return labels(list, keys, page);
}

std::vector<components::Option> options_of(std::string_view list, const std::vector<std::string>& keys,
                                           std::string_view chosen, std::string all, const html::Page& page) {
    std::vector<components::Option> options{{"", std::move(all), chosen.empty()}};
    const auto texts = labels(list, keys, page);
    for (std::size_t at = 0; at < keys.size(); ++at) options.push_back({keys[at], texts[at], keys[at] == chosen});
    std::ranges::sort(options.begin() + 1, options.end(), {}, &components::Option::label);
    return options;
}

}  // namespace digilots::directory
