// Members beside each other: what each promises, when it answers, what it has, how it is organised. What nobody said is
// unknown, never none.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "network/pages.h"
#include "network/templates.h"
#include "platform/base/lists.h"
#include "platform/calendar/weekly_hours.h"
#include "platform/html/error_page.h"
#include "taxonomy/taxonomy.h"

namespace digilots::network {

namespace {

using html::components::Cell;

Cell known_or_not(std::string text, const html::Page& page) {
    if (text.empty()) return {.text = page.t("Unknown"), .unknown = true};
    return {.text = std::move(text)};
}

/// "Monday–Thursday 8-17, Friday 8-16"; "" where the rule says more than a week.
std::string week_in_words(const std::string& rule, const html::Page& page) {
    const auto hours = calendar::read_weekly(rule);
    if (!hours) return "";
    std::vector<std::string> words;
    std::array<bool, 7> told{};
    for (std::size_t day = 0; day < told.size(); ++day) {
        if (told[day] || hours->days[day].empty()) continue;
        calendar::Weekdays alike{};
        for (std::size_t other = day; other < told.size(); ++other)
            if (hours->days[other] == hours->days[day]) alike[other] = told[other] = true;
        words.push_back(calendar::weekdays_text(alike, page.translator()) + " " + calendar::ranges_text(hours->days[day]));
    }
    return base::joined(words, ", ");
}

std::int64_t minutes_of(const std::string& rule) {
    const auto hours = calendar::read_weekly(rule);
    std::int64_t minutes = 0;
    if (hours)
        for (const auto& day : hours->days)
            for (const auto& range : day) minutes += range.to - range.from;
    return minutes;
}

struct Offer {
    std::int64_t places = 0, with_hours = 0, minutes = 0;
    std::map<std::string, std::int64_t> aids;           // how many places have one
    std::set<std::string> languages, channels;
};

Offer offer_of(const directory::Snapshot& snapshot) {
    Offer offer;
    for (const auto& place : snapshot.places) {
        if (!place.listed()) continue;
        ++offer.places;
        if (const auto minutes = minutes_of(place.hours.rule); minutes > 0) {
            ++offer.with_hours;
            offer.minutes += minutes;
        }
        std::set<std::string> here;
        for (const auto& aid : place.aids) here.insert(aid.type);
        for (const auto& aid : here) ++offer.aids[aid];
        offer.languages.insert(place.languages.begin(), place.languages.end());
        offer.channels.insert(place.channels.begin(), place.channels.end());
    }
    return offer;
}

std::string labels_of(taxonomy::List list, const std::set<std::string>& keys, const html::Page& page) {
    std::vector<std::string> labels;
    for (const auto& key : keys) labels.push_back(taxonomy::label(list, key, page.translator()));
    return base::joined(labels, ", ");
}

std::string aids_in_words(const Offer& offer, const html::Page& page) {
    std::vector<std::string> aids;
    for (const auto& [aid, number] : offer.aids)
        aids.push_back(taxonomy::label(taxonomy::List::aid, aid, page.translator()) + " (" +
                       page.tn("{n} place", "{n} places", number) + ")");
    return base::joined(aids, ", ");
}

std::string hours_in_words(const Offer& offer, const html::Page& page) {
    if (offer.with_hours == 0) return "";
    constexpr double minutes_an_hour = 60;
    return page.t("{hours} hours a week in {n} of {all} places",
                  {{"hours", page.translator().number(static_cast<double>(offer.minutes) / minutes_an_hour)},
                   {"n", page.translator().number(static_cast<double>(offer.with_hours))},
                   {"all", page.translator().number(static_cast<double>(offer.places))}});
}

/// Each municipality calls its units what it likes: they are compared by the kinds that all share.
std::map<std::string, std::int64_t> unit_numbers(const Pages& pages, const std::string& member) {
    std::map<std::string, std::int64_t> numbers;
    for (const auto units = pages.organisation.units(member); const auto& unit : *units)
        if (!unit.kind.empty()) ++numbers[unit.kind];
    return numbers;
}

/// "Library (2), Contact centre or switchboard (1)", in the order of the kinds.
std::string kinds_in_words(const std::map<std::string, std::int64_t>& numbers, const register_::Choices& kinds,
                           const html::Page& page) {
    std::vector<std::string> words;
    for (const auto& kind : kinds({.municipality_id = "", .words = &page.translator()})) {
        const auto found = numbers.find(kind.key);
        if (found != numbers.end()) words.push_back(kind.label + " (" + page.translator().number(found->second) + ")");
    }
    return base::joined(words, ", ");
}

std::vector<Cell> row_of(const Pages& pages, const std::string& member, const html::Page& page) {
    const auto settings = pages.municipalities.settings(member);
    const auto offer = offer_of(*pages.directory.snapshot(member));
    return {{.text = name_of(pages, member)},
            known_or_not(municipality::promise_text(settings, page.translator()), page),
            known_or_not(week_in_words(settings.phone_hours, page), page),
            known_or_not(hours_in_words(offer, page), page),
            known_or_not(aids_in_words(offer, page), page),
            known_or_not(labels_of(taxonomy::List::channel, offer.channels, page), page),
            known_or_not(labels_of(taxonomy::List::language, offer.languages, page), page),
            known_or_not(kinds_in_words(unit_numbers(pages, member), organisation::unit_kinds(), page), page),
            known_or_not(
                kinds_in_words(pages.organisation.function_numbers(member), organisation::function_kinds(), page), page)};
}

}  // namespace

http::Response comparison_page(const Pages& pages, const http::Request& request) {
    const auto network = network_of(pages, request);
    if (!network) return html::error_page(request, 404);
    html::Page page(request);
    page.title = page.t("Members beside each other: {name}", {{"name", network->name}});
    page.breadcrumbs = {{network->name, page.url("/networks/" + network->key)}};
    ComparisonView view;
    view.table = {.caption = page.t("What each member promises and has, as it says itself"),
                  .columns = {{page.t("Municipality")},
                              {page.t("Response promise")},
                              {page.t("Phone hours")},
                              {page.t("Opening hours")},
                              {page.t("Aids")},
                              {page.t("Channels")},
                              {page.t("Languages")},
                              {page.t("Units by kind")},
                              {page.t("Functions by kind")}}};
    for (const auto& member : network->members) {
        if (pages.municipalities.is_active(member)) view.table.rows.push_back(row_of(pages, member, page));
        else view.not_here.push_back(name_of(pages, member));
    }
    return html::render_page(page, templates::comparison_page(view, page));
}

}  // namespace digilots::network
