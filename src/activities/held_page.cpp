// The sessions behind a figure, each with what it counts of it.
#include <map>

#include "activities/held_behind.h"
#include "activities/pages.h"
#include "activities/templates.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/html/error_page.h"
#include "platform/measures/time.h"
#include "platform/measures/value.h"

namespace digilots::activities {

namespace {

constexpr std::size_t most_held_listed = 1000;

struct HeldAsked {
    const measures::Measure* measure = nullptr;
    measures::Query query = {};
};

/// Nothing where a day, a figure or a limit is not one of them: a list of others would say another number.
std::optional<HeldAsked> held_asked(const http::Request& request, const std::vector<measures::Measure>& all) {
    HeldAsked asked{.measure = measures::find_measure(all, request.query.get("figure"))};
    const auto from = base::parse_date(request.query.get("from")), to = base::parse_date(request.query.get("to"));
    if (asked.measure == nullptr || !from || !to || *to < *from) return std::nullopt;
    asked.query = {.municipalities = {request.tenant->id}, .period = {*from, *to}, .by = {}, .where = {}};
    for (const auto& [name, value] : request.query.pairs) {
        if (name == "figure" || name == "from" || name == "to") continue;
        if (asked.measure->find(name) == nullptr && !measures::is_time(name)) return std::nullopt;
        asked.query.where[name] = value;
    }
    if (asked.measure->can_answer && !asked.measure->can_answer(asked.query)) return std::nullopt;
    return asked;
}

}  // namespace

std::string path_of_held(std::string_view measure, const measures::Query& query) {
    auto path = "/staff/sessions?figure=" + std::string(measure) + "&from=" + base::format_date(query.period.from) +
                "&to=" + base::format_date(query.period.to);
    for (const auto& [dimension, value] : query.where) path += "&" + dimension + "=" + html::url_encode(value);
    return path;
}

namespace {

/// One for each organisation that the figure counts.
html::components::Table partners_table(const Activities::Implementation& self, const HeldAsked& asked, const html::Page& page) {
    const auto& words = page.translator();
    const auto& measure = *asked.measure;
    const auto& municipality = page.request().tenant->id;
    html::components::Table table{.caption = page.t(measure.title) + ", " + periods::days_of(asked.query.period, words),
                                  .columns = {{page.t("Partner")},
                                              {page.t("Kind of partner")},
                                              {page.t("Activity")},
                                              {page.t("Sessions"), true},
                                              {page.t("Last took part")}},
                                  .empty = page.t("No partner took part in a session that was held.")};
    const auto partners = partners_behind(self, asked.query);
    for (const auto& one : partners) {
        const auto day = base::parse_date(one.last_day);
        table.rows.push_back({{.text = one.title, .url = page.tenant_url("/staff/activity-partners/" + one.record)},
                              {.text = measures::dimension_label(measure, "partner", one.kind, municipality, words)},
                              {.text = base::joined(one.activities, ", ")},
                              {.text = words.number(static_cast<double>(one.sessions.size()))},
                              {.text = day ? words.date(*day) : one.last_day,
                               .url = page.tenant_url("/staff/sessions/" + one.last_session)}});
    }
    if (!partners.empty()) {
        const auto number = measures::value_text(measure.kind, {std::ssize(partners), 0}, words);
        table.total = {{.text = page.t("Each counted once: {n}", {{"n", number}})}, {.text = ""}, {.text = ""}, {.text = ""},
                       {.text = ""}};
    }
    return table;
}

/// In words, what the figure was limited to.
std::vector<std::string> limits_of(const HeldAsked& asked, const html::Page& page) {
    std::vector<std::string> limits;
    for (const auto& [dimension, value] : asked.query.where)
        limits.push_back(measures::dimension_title(*asked.measure, dimension, page.translator()) + ": " +
                         measures::dimension_label(*asked.measure, dimension, value, page.request().tenant->id,
                                                   page.translator()));
    return limits;
}

}  // namespace

http::Response held_page(const Pages& pages, const http::Request& request) {
    const auto all = pages.activities.measures();
    const auto asked = held_asked(request, all);
    if (!asked) return html::error_page(request, 404);
    const auto& self = Inside::of(pages.activities);
    if (asked->measure->key == figure_of_partners) {
        const auto page = staff_page(request, html::Page(request).t("Partners behind the figure"));
        const SessionsView view{.url = page.tenant_url("/staff/sessions"),
                                .held = partners_table(self, *asked, page),
                                .limits = limits_of(*asked, page)};
        return html::render_page(page, templates::sessions_page(view, page));
    }
    auto page = staff_page(request, html::Page(request).t("Sessions behind the figure"));
    const auto& words = page.translator();
    const auto& measure = *asked->measure;
    html::components::Table table{.caption = page.t(measure.title) + ", " + periods::days_of(asked->query.period, words),
                                  .columns = {{page.t("Day")}, {page.t("Activity")}, {page.t(measure.title), true}},
                                  .empty = page.t("No session that was held and counted.")};
    std::int64_t sum = 0, left_out = 0;
    std::map<std::string, std::string> titles;
    for (const auto& one : held_behind(self, measure.key, asked->query)) {
        sum += one.number;
        if (table.rows.size() == most_held_listed) {
            ++left_out;
            continue;
        }
        const auto day = base::parse_date(one.day);
        const auto [title, is_new] = titles.try_emplace(one.activity);
        const auto activity = is_new ? self.activities.find(request.tenant->id, one.activity) : std::nullopt;
        if (activity) title->second = activity->text("title");
        table.rows.push_back(
            {{.text = day ? words.date(*day) : one.day, .url = page.tenant_url("/staff/sessions/" + one.session)},
             {.text = title->second, .unknown = title->second.empty()},
             {.text = measures::value_text(measure.kind, {one.number, 0}, words)}});
    }
    if (!table.rows.empty())
        table.total = {{.text = page.t("Sum")}, {.text = ""}, {.text = measures::value_text(measure.kind, {sum, 0}, words)}};
    SessionsView view{.url = page.tenant_url("/staff/sessions"), .held = std::move(table), .limits = limits_of(*asked, page)};
    if (left_out > 0)
        view.limits.push_back(page.tn("{n} more session is not listed; the sum counts it.",
                                      "{n} more sessions are not listed; the sum counts them.", left_out));
    return html::render_page(page, templates::sessions_page(view, page));
}

}  // namespace digilots::activities
