// Which sheet is meant, and which lines it has: the desk's buttons, what the place's sheets had lately, what
// was added.
#include <algorithm>

#include "counts/implementation.h"
#include "counts/pages.h"
#include "counts/sql.h"
#include "counts/templates.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/html/error_page.h"
#include "platform/html/writer.h"
#include "platform/register/field.h"
#include "platform/register/pages.h"

namespace digilots::counts {

namespace {

constexpr std::size_t most_topics = 40;
constexpr int weeks_offered = 11, weeks_remembered = 8;

bool is_offered(const taxonomy::OwnTopicList& own, std::string_view topic) {
    const auto* one = taxonomy::find_own(own, topic);
    return one ? !one->hidden : taxonomy::find(taxonomy::List::topic, topic) != nullptr;
}

base::Date today_of(const Pages& pages, const html::Page& page) {
    return base::to_civil(Inside::of(pages.counts).clock.now(), page.request().tenant->zone).date;
}

/// Sheets of the last weeks, and of the asked one.
std::vector<std::string> topics_of_sheets(const Counts::Implementation& self, std::string_view municipality,
                                          const Asked& asked) {
    const auto from = base::format_date(base::add_days(asked.week.from, -7 * weeks_remembered));
    std::vector<std::string> topics;
    self.database.read([&](db::Connection& connection) {
        for (const auto row : connection.query(sql::usual_topics, municipality, asked.place, from))
            topics.push_back(row.text("topic"));
    });
    return topics;
}

std::vector<std::string> topics_for(const Pages& pages, const html::Page& page, const Asked& asked,
                                    const http::Fields& fields) {
    const auto& self = Inside::of(pages.counts);
    const auto& tenant = *page.request().tenant;
    const auto own = self.neighbours.own_topics.of(tenant.id);
    auto topics = self.neighbours.inquiries.desk_topics(tenant, asked.place);
    for (const auto& topic : topics_of_sheets(self, tenant.id, asked)) base::add_once(topics, topic);
    for (const char* name : {"topic", "more_topic"})
        for (const auto topic : fields.all(name))
            if (topics.size() < most_topics && is_offered(*own, topic)) base::add_once(topics, std::string(topic));
    return topics;
}

html::components::Field place_choice(const Pages& pages, const html::Page& page, const Asked& asked) {
    html::components::Field field{.name = "place", .label = page.t("Place")};
    const auto snapshot = Inside::of(pages.counts).neighbours.directory.snapshot(page.request().tenant->id);
    for (const auto& place : snapshot->places)
        if (place.listed() || place.id == asked.place)
            field.options.push_back({place.id, place.name, place.id == asked.place});
    return field;
}

/// A sheet can be kept of it: its days are counted, and it is not a slip of the pen years ahead.
bool is_sheet_week(const std::optional<periods::Period>& week, base::Date today) {
    return week && periods::kind_of(*week) == periods::Kind::week &&
           week->from <= base::add_days(today, 366) && counted_period(base::format_date(week->from));
}

}  // namespace

http::Response without_place(const Pages& pages, const html::Page& page) {
    const auto snapshot = Inside::of(pages.counts).neighbours.directory.snapshot(page.request().tenant->id);
    if (!snapshot->places.empty()) return html::error_page(page.request(), 404);
    return html::render_page(page, templates::no_place_page(page));
}

bool is_theirs(const Pages& pages, const http::Request& request, std::string_view place) {
    return Inside::of(pages.counts).is_theirs(register_::around_of(pages.counts.records(), request), place);
}

void keep_theirs(html::components::Field& places, const Pages& pages, const http::Request& request) {
    std::erase_if(places.options, [&](const auto& option) {
        return !option.value.empty() && !option.selected && !is_theirs(pages, request, option.value);
    });
}

std::optional<Asked> asked_sheet(const Pages& pages, const html::Page& page, const http::Fields& fields) {
    const auto snapshot = Inside::of(pages.counts).neighbours.directory.snapshot(page.request().tenant->id);
    Asked asked;
    asked.place = fields.get("place");
    if (asked.place.empty()) asked.place = Inside::of(pages.counts).neighbours.inquiries.usual_place(page.request());
    if (asked.place.empty() && !snapshot->places.empty()) asked.place = snapshot->places.front().id;
    if (fields.get("place").empty() && !is_theirs(pages, page.request(), asked.place))
        for (const auto& place : snapshot->places)
            if (place.listed() && is_theirs(pages, page.request(), place.id)) {
                asked.place = place.id;
                break;
            }
    const auto* place = snapshot->place(asked.place);
    if (!place) return std::nullopt;
    asked.place = place->id;
    asked.place_name = place->name;
    const auto today = today_of(pages, page);
    const auto week = periods::read(fields.get("week"));
    asked.week = is_sheet_week(week, today) ? *week : periods::holding(periods::Kind::week, today);
    asked.channel = fields.get("channel");
    if (!taxonomy::find(taxonomy::List::channel, asked.channel)) asked.channel = "visit";
    asked.topics = topics_for(pages, page, asked, fields);
    return asked;
}

std::optional<Asked> place_to_save(const Pages& pages, const html::Page& page, const http::Fields& form,
                                   html::FormErrors& errors) {
    const auto snapshot = Inside::of(pages.counts).neighbours.directory.snapshot(page.request().tenant->id);
    const auto place = form.get("place");
    const bool is_there = !place.empty() && snapshot->place(place);
    if (is_there) return asked_sheet(pages, page, form);
    errors.add("place", page.t("Choose a place from the list."));
    auto usual = form;
    std::erase_if(usual.pairs, [](const auto& pair) { return pair.first == "place"; });
    return asked_sheet(pages, page, usual);
}

std::optional<Asked> sheet_to_save(const Pages& pages, const html::Page& page, const http::Fields& form,
                                   html::FormErrors& errors) {
    auto asked = place_to_save(pages, page, form, errors);
    if (!is_sheet_week(periods::read(form.get("week")), today_of(pages, page)))
        errors.add("week", page.t("Choose the week that the sheet is of. Nothing is saved yet."));
    if (!taxonomy::find(taxonomy::List::channel, form.get("channel")))
        errors.add("channel", page.t("Choose the channel that the sheet is of. Nothing is saved yet."));
    return asked;
}

std::string query_of(const Asked& asked) {
    return "place=" + html::url_encode(asked.place) + "&week=" + periods::key_of(asked.week) +
           "&channel=" + asked.channel;
}

std::vector<html::components::Field> choices_of(const Pages& pages, const html::Page& page,
                                                const Asked& asked, int weeks_ahead) {
    const auto& words = page.translator();
    html::components::Field week{.name = "week", .label = page.t("Week")},
        channel{.name = "channel", .label = page.t("Channel")};
    auto weeks =
        periods::newest(periods::Kind::week, base::add_days(today_of(pages, page), 7 * weeks_ahead), weeks_offered + weeks_ahead);
    if (std::ranges::find(weeks, asked.week) == weeks.end()) weeks.push_back(asked.week);
    for (const auto& one : weeks)
        week.options.push_back({periods::key_of(one), periods::name_of(one, words), one == asked.week});
    for (const auto& term : taxonomy::terms(taxonomy::List::channel))
        channel.options.push_back({term.key, page.t(term.label), term.key == asked.channel});
    html::components::Field topic{.name = "topic", .label = page.t("One more topic"), .optional = true};
    topic.options.push_back({"", page.t("None"), true});
    const auto own = Inside::of(pages.counts).neighbours.own_topics.of(page.request().tenant->id);
    for (const auto& one : *own)
        if (!one.hidden && !base::holds(asked.topics, one.key)) topic.options.push_back({one.key, one.label});
    for (const auto& one : taxonomy::grouped_topics({.municipality_id = page.request().tenant->id, .words = &words}))
        if (!base::holds(asked.topics, one.key)) topic.options.push_back({one.key, one.label, false, "", one.group});
    return {place_choice(pages, page, asked), std::move(week), std::move(channel), std::move(topic)};
}

std::string topic_label(const Pages& pages, const html::Page& page, const std::string& topic) {
    const auto own = Inside::of(pages.counts).neighbours.own_topics.of(page.request().tenant->id);
    return taxonomy::topic_label(*own, topic, page.translator());
}

std::vector<std::string> day_headings(const html::Page& page, const periods::Period& week) {
    constexpr i18n::Text names[] = {TEXT("Mon"), TEXT("Tue"), TEXT("Wed"), TEXT("Thu"),
                                    TEXT("Fri"), TEXT("Sat"), TEXT("Sun")};
    std::vector<std::string> headings;
    for (int at = 0; at < 7; ++at) {
        const auto day = base::add_days(week.from, at);
        headings.push_back(page.t(names[at]) + " " + std::to_string(static_cast<unsigned>(day.day())));
    }
    return headings;
}

}  // namespace digilots::counts
