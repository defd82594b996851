// What of the address of the programme cannot be used, in words; the rest of it is.
#include <algorithm>

#include "activities/pages.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "taxonomy/taxonomy.h"

namespace digilots::activities {

namespace {

constexpr std::size_t longest_said = 60;

bool is_among(taxonomy::List list, std::string_view key) { return static_cast<bool>(taxonomy::find(list, key)); }

bool is_place_known(const Pages& pages, const Programme& programme, std::string_view municipality, const std::string& place) {
    if (Inside::of(pages.activities).neighbours.directory.snapshot(municipality)->place(place)) return true;
    return std::ranges::any_of(programme.activities, [&](const Activity& activity) {
        return activity.place == place || std::ranges::find(activity.sessions, place, &Session::place) != activity.sessions.end();
    });
}

bool is_campaign_known(const Programme& programme, const std::string& title) {
    return base::find_in(programme.campaigns, title, &Campaign::title) ||
           base::find_in(programme.activities, title, &Activity::campaign);
}

bool is_day(std::string_view typed) { return base::parse_date(typed).has_value(); }

}  // namespace

std::vector<std::string> drop_what_is_unusable(const Pages& pages, const Programme& programme, Filter& filter,
                                               const html::Page& page) {
    std::vector<std::string> said;
    const auto& query = page.request().query;
    const auto tell = [&](const char* name, const i18n::Text& title, bool is_usable, bool is_date) {
        const auto typed = query.get(name);
        if (typed.empty() || is_usable) return true;
        const i18n::Text text = is_date ? TEXT("{filter}: “{typed}” is no day, so it is not used. Write one such as 2026-11-22.")
                                        : TEXT("{filter}: “{typed}” is none of the choices, so it is not used.");
        said.push_back(page.t(text, {{"filter", page.t(title)}, {"typed", base::cut(typed, longest_said)}}));
        return false;
    };
    using taxonomy::List;
    const auto when = query.get("when"), remote = query.get("remote"), free = query.get("free");
    tell("topic", TEXT("Topic"), is_among(List::topic, query.get("topic")), false);
    tell("kind", TEXT("Kind"), is_among(List::activity_kind, query.get("kind")), false);
    tell("group", TEXT("Target group"), is_among(List::target_group, query.get("group")), false);
    tell("role_group", TEXT("Course for a role"), !filter.role_group.empty(), false);
    tell("language", TEXT("Language"), !filter.language.empty(), false);
    const auto& here = page.request().tenant->id;
    const auto directory = Inside::of(pages.activities).neighbours.directory.snapshot(here);
    if (const auto* place = directory->place(filter.place)) filter.place = place->id;
    if (!tell("place", TEXT("Place"), is_place_known(pages, programme, here, filter.place), false)) filter.place.clear();
    if (!tell("campaign", TEXT("Campaign week"), is_campaign_known(programme, filter.campaign), false)) filter.campaign.clear();
    tell("remote", TEXT("Where"), remote == "1", false);
    tell("free", TEXT("Seats"), free == "1", false);
    tell("when", TEXT("When"), when == "week" || when == "month" || when == "quarter", false);
    tell("from", TEXT("From the day"), is_day(query.get("from")), true);
    tell("to", TEXT("Until the day"), is_day(query.get("to")), true);
    if (filter.from && filter.to && *filter.from > *filter.to)
        said.push_back(page.t("The last day is before the first, so no session fits. Correct one of them."));
    return said;
}

}  // namespace digilots::activities
