// Invited, signed up and came, by how people are reached: of all activities in a time, of one, of one session.
#include "activities/recruiting.h"

#include <algorithm>

#include "activities/pages.h"
#include "activities/templates.h"
#include "platform/base/time.h"
#include "platform/register/asked_unit.h"
#include "taxonomy/taxonomy.h"

namespace digilots::activities {

namespace {

constexpr int days_of_a_term = 182;

/// Who comes without an invitation makes more than all of those invited: no share is said of that. Where some who came were not
/// asked how they heard of it, a way may have led to more of them than is counted.
std::string share_text(const Reached& reached, bool is_more_possible, const html::Page& page) {
    if (reached.invited <= 0 || reached.came > reached.invited || (is_more_possible && reached.came == 0))
        return page.t("Not known");
    // What is at least so much is never rounded up.
    const auto share = is_more_possible ? 100 * reached.came / reached.invited
                                        : (200 * reached.came + reached.invited) / (2 * reached.invited);
    const auto number = page.translator().number(static_cast<double>(share));
    return is_more_possible ? page.t("at least {number}", {{"number", number}}) : number;
}

/// With how many questions were asked at desks by who found them so; false where nothing counts that. They belong to no activity.
bool add_questions(std::map<std::string, Reached>& reached, const Pages& pages, const ReachedOf& of, const html::Page& page) {
    constexpr std::string_view figure = "inquiries", channel = "found_us";
    const auto* measure = measures::find_measure(pages.measures, figure);
    if (measure == nullptr || measure->find(channel) == nullptr) return false;
    if (!measures::may_see(*measure, page.request().identity)) return false;
    const measures::Query query{
        .municipalities = {page.request().tenant->id}, .period = {of.from, of.to}, .by = {std::string(channel)}, .where = {}};
    if (measure->can_answer && !measure->can_answer(query)) return false;
    for (const auto& row : measure->figures(query)) {
        const auto found = row.dimensions.find(std::string(channel));
        const bool is_known = found != row.dimensions.end() && taxonomy::find(taxonomy::List::found_us, found->second);
        reached[is_known ? found->second : std::string()].asked += row.value.amount;
    }
    return true;
}

enum class Questions { counted, left_out };

html::components::Table table_of(const std::map<std::string, Reached>& reached, std::string caption, bool is_to_come,
                                 Questions questions, const html::Page& page) {
    html::components::Table table{.caption = std::move(caption),
                                  .columns = {{page.t("How they heard of it")},
                                              {page.t("Invited"), true},
                                              {page.t("Signed up"), true},
                                              {page.t("Came"), true},
                                              {page.t("Came of those invited, %"), true}}};
    const bool has_questions = questions == Questions::counted;
    if (has_questions) table.columns.push_back({page.t("Questions asked at desks"), true});
    const auto number = [&](std::int64_t n) { return page.translator().number(static_cast<double>(n)); };
    Reached all;
    const auto unstated = reached.find("");
    const bool are_some_unstated = unstated != reached.end() && unstated->second.came > 0;
    const auto add = [&](std::string title, const Reached& one) {
        table.rows.push_back({{std::move(title)},
                              {number(one.invited)},
                              {number(one.signed_up)},
                              {is_to_come ? page.t("Not held yet") : number(one.came)},
                              {is_to_come ? page.t("Not held yet") : share_text(one, are_some_unstated, page)}});
        if (has_questions) table.rows.back().push_back({number(one.asked)});
    };
    const auto add_channel = [&](const std::string& key, std::string title) {
        const auto found = reached.find(key);
        if (found == reached.end()) return;
        all.invited += found->second.invited;
        all.signed_up += found->second.signed_up;
        all.came += found->second.came;
        all.asked += found->second.asked;
        add(std::move(title), found->second);
    };
    for (const auto& term : taxonomy::terms(taxonomy::List::found_us)) add_channel(term.key, page.t(term.label));
    add_channel("", page.t("Not stated"));
    if (table.rows.empty()) return table;
    // Those who came without being invited are among all.
    add(page.t("All"), all);
    constexpr std::size_t place_of_share = 4;
    if (are_some_unstated) table.rows.back()[place_of_share] = {page.t("Not known")};
    return table;
}

void ask_for_time(RecruitingView& view, const Programme& programme, const ReachedOf& of, const html::Page& page) {
    using html::components::Field;
    const auto typed = [&](const char* name, base::Date day) {
        if (view.errors.message(name).empty()) return base::format_date(day);
        return std::string(page.request().query.get(name).substr(0, 100));
    };
    view.from =
        Field{.name = "from", .label = page.t("From"), .value = typed("from", of.from), .type = "date"}.with(view.errors);
    view.to = Field{.name = "to", .label = page.t("To"), .value = typed("to", of.to), .type = "date"}.with(view.errors);
    view.activity = Field{.name = "activity",
                          .label = page.t("Activity"),
                          .options = {{"", page.t("All activities"), of.activity.empty()}}};
    for (const auto& activity : programme.activities)
        view.activity.options.push_back({activity.id, activity.title, activity.id == of.activity});
}

}  // namespace

http::Response recruiting_page(const Pages& pages, const http::Request& request) {
    const auto& self = Inside::of(pages.activities);
    const auto programme = pages.activities.programme(request.tenant->id);
    auto page = staff_page(request, html::Page(request).t("Invited, signed up, came"));
    const auto today = base::to_civil(self.clock.now(), request.tenant->zone).date;
    const auto asked = request.query.get("session");
    const auto found = programme->session(asked);
    if (!asked.empty() && !found.session) return html::error_page(request, 404);
    RecruitingView view{.url = page.tenant_url("/staff/recruiting"),
                        .invitations_url = page.tenant_url("/staff/invitations"),
                        .experiments_url = page.tenant_url("/staff/experiments")};
    ReachedOf of;
    std::string filled;
    if (found.session) {
        // They were invited on whichever day: the day of the session says to what.
        of = {.activity = found.activity->id,
              .session = found.session->id,
              .session_day = base::format_date(found.session->day),
              .from = base::add_days(found.session->day, -400),
              .to = std::max(found.session->day, today)};
        view.of = found.activity->title + ", " + when_text(*found.session, request.tenant->zone, page.translator());
        view.session_url = page.tenant_url("/staff/sessions/" + found.session->id);
        filled = "&day=" + of.session_day;
    } else {
        const auto read_day = [&](const char* name, base::Date otherwise) {
            const auto typed = request.query.get(name);
            const auto day = base::parse_date(typed);
            if (!typed.empty() && !day) view.errors.add(name, page.t("Give a date such as 2026-11-22."));
            return day.value_or(otherwise);
        };
        of.to = read_day("to", base::add_days(today, 1));
        of.from = read_day("from", base::add_days(of.to, -days_of_a_term));
        if (of.from > of.to) view.errors.add("to", page.t("The last day is before the first. Correct one of them."));
        const auto* activity = programme->with_id(request.query.get("activity"));
        if (activity) of.activity = activity->id;
        auto unit = register_::asked_unit(self.invitations.others().links, "activities.unit_of_activity", page);
        of.among = std::move(unit.ids);
        view.unit = std::move(unit.field);
        ask_for_time(view, *programme, of, page);
    }
    view.add_url = view.invitations_url + "/new" + (of.activity.empty() ? "" : "?activity=" + of.activity + filled);
    if (view.errors.empty()) {
        auto reached = reached_by_channel(self, request.tenant->id, of);
        const bool is_of_all = of.activity.empty() && !of.among;
        const bool has_questions = is_of_all && add_questions(reached, pages, of, page);
        view.table = table_of(reached, found.session ? view.of : page.t("Invited, signed up, came"),
                              found.session && found.session->starts > self.clock.now(),
                              has_questions ? Questions::counted : Questions::left_out, page);
    }
    return html::render_page(page, templates::recruiting_page(view, page), view.errors.empty() ? 200 : 422);
}

}  // namespace digilots::activities
