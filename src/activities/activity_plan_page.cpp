// The plan of a year: what is planned month by month, what is wished for that month, and what has no month yet.
#include <algorithm>
#include <utility>

#include "activities/campaigns.h"
#include "activities/request_pages.h"
#include "activities/sql.h"
#include "activities/templates.h"
#include "platform/base/clock_time.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/base/whole_number.h"
#include "platform/i18n/isolate.h"
#include "platform/print/format.h"
#include "platform/register/asked_unit.h"
#include "platform/tables/csv_writer.h"
#include "taxonomy/taxonomy.h"

namespace digilots::activities {

namespace {

struct YearPlan {
    int year = 0;
    register_::AskedUnit unit;
    db::Rows sessions, requests, messages;
    std::vector<BesideActivities> visits = {};
    std::vector<Campaign> campaigns = {};  // that begin in it
};

int year_asked(const Pages& pages, const http::Request& request) {
    const auto now = Inside::of(pages.activities).clock.now();
    const auto this_year = static_cast<int>(base::to_civil(now, request.tenant->zone).date.year());
    return static_cast<int>(base::whole_number_up_to(request.query.get("year"), 2000, 2100).value_or(this_year));
}

db::Rows of_unit(const register_::AskedUnit& unit, const db::Rows& all) {
    db::Rows kept{all.columns, {}};
    for (std::size_t row = 0; row < all.size(); ++row)
        if (unit.holds(all[row].text("unit"))) kept.values.push_back(all.values[row]);
    return kept;
}

YearPlan plan_of(const Pages& pages, const http::Request& request) {
    const auto year = year_asked(pages, request);
    const auto& links = Inside::of(pages.activities).requests.others().links;
    const auto unit = register_::asked_unit(links, "organisation.unit", html::Page(request));
    const auto first = std::to_string(year) + "-01-01", last = std::to_string(year) + "-12-31";
    auto plan = Inside::of(pages.activities).database.read([&](db::Connection& connection) {
        return YearPlan{
            year, unit, of_unit(unit, connection.query(sql::sessions_of_plan, request.tenant->id, first, last)),
            of_unit(unit, connection.query(sql::requests_of_plan, request.tenant->id, year)),
            connection.query(sql::messages_of_year, request.tenant->id, first, last)};
    });
    if (const auto& planned = Inside::of(pages.activities).planned_beside) plan.visits = planned(html::Page(request), year);
    std::erase_if(plan.visits, [&](const BesideActivities& visit) { return !plan.unit.holds(visit.unit); });
    const auto programme = pages.activities.programme(request.tenant->id);
    const auto is_of_another = [&](const auto& message) {
        const auto* week = base::find_in(programme->campaigns, message, &Campaign::id);
        return !unit.holds(week ? week->unit : "");
    };
    for (const auto& campaign : programme->campaigns)
        if (int(campaign.first.year()) == year && unit.holds(campaign.unit)) plan.campaigns.push_back(campaign);
    db::Rows messages{plan.messages.columns, {}};
    for (std::size_t row = 0; row < plan.messages.size(); ++row)
        if (!is_of_another(plan.messages[row].text("campaign"))) messages.values.push_back(plan.messages.values[row]);
    plan.messages = std::move(messages);
    return plan;
}

/// A line of the table.
struct InPlan {
    std::string month = {}, day = {}, begins = {};
    i18n::Text what;
    std::string title, where = {}, asker = {}, state = {}, purpose = {}, source = {};
};

/// The two are kept apart: what goes on, and what makes people able to do it themselves.
std::string purpose_text(std::string_view purpose, const html::Page& page) {
    return page.t(purpose == "competence" ? TEXT("Competence development") : TEXT("Support to residents"));
}

PlannedMonth::Line line_of_campaign(const Campaign& campaign, const html::Page& page) {
    return {.text = days_text(campaign, page.translator()) + ": " + campaign.title,
            .url = page.tenant_url("/staff/campaigns/" + campaign.id),
            .detail = campaign.theme};
}

PlannedMonth::Line line_of_message(const db::Row& row, const Programme& programme, const html::Page& page) {
    const auto* week = base::find_in(programme.campaigns, row.text("campaign"), &Campaign::id);
    return {.text = message_as_line(row, page),
            .url = page.tenant_url("/staff/campaign-messages/" + row.text("id")),
            .detail = week ? week->title : ""};
}

PlannedMonth::Line line_of_visit(const BesideActivities& visit, const html::Page& page) {
    auto when = page.translator().date(visit.day);
    if (!visit.hours.empty()) when += " " + visit.hours;
    return {.text = when + ": " + visit.title,
            .url = visit.url,
            .detail = visit.where.empty() ? visit.state : visit.where + " · " + visit.state};
}

std::vector<PlannedMonth::Line>& lines_of_kind(PlannedMonth& month, BesideActivities::Kind kind) {
    switch (kind) {
        case BesideActivities::Kind::trial: return month.trials;
        case BesideActivities::Kind::launch: return month.launches;
        case BesideActivities::Kind::visit: break;
    }
    return month.visits;
}

i18n::Text what_beside(BesideActivities::Kind kind) {
    switch (kind) {
        case BesideActivities::Kind::trial: return TEXT("Trial of a new service");
        case BesideActivities::Kind::launch: return TEXT("Staff for a launch");
        case BesideActivities::Kind::visit: break;
    }
    return TEXT("Visit to a group");
}

std::string place_of_session(const Pages& pages, const http::Request& request, const db::Row& row) {
    Session session;
    session.place = row.text("place");
    session.address = row.text("address");
    return where_text(pages.activities, request.tenant->id, session);
}

PlannedMonth::Line line_of_session(const Pages& pages, const db::Row& row, const html::Page& page) {
    const auto day = base::parse_date(row.text("day")).value_or(base::Date{});
    const auto where = place_of_session(pages, page.request(), row);
    const auto starts = base::read_clock_time(row.text("starts")).value_or(0);
    return {.text = page.translator().date(day) + " " + page.translator().time(starts / 60, starts % 60) + ": " +
                    row.text("title"),
            .url = page.tenant_url("/staff/sessions/" + row.text("id")),
            .detail = (where.empty() ? "" : where + " · ") + purpose_text(row.text("purpose"), page)};
}

std::string source_text(const db::Row& request, const html::Page& page) {
    constexpr std::pair<std::string_view, i18n::Text> told[] = {{"partner_meeting", TEXT("A meeting with partners")},
                                                                {"needs_inventory", TEXT("An inventory of needs")},
                                                                {"signal", TEXT("A signal")},
                                                                {"network_meeting", TEXT("A meeting of a network")}};
    const auto source = request.text("source"), found_in = request.text("found_in");
    for (const auto& [key, text] : told)
        if (key == source) return found_in.empty() ? page.t(text) : page.t(text) + ": " + found_in;
    return "";
}

PlannedMonth::Line line_of_request(const db::Row& row, const html::Page& page) {
    auto detail = page.t(request_state_of(row.text("state")).label);
    if (const auto source = source_text(row, page); !source.empty()) detail += " · " + source;
    return {.text = row.text("title") + ", " + row.text("locality"),
            .url = page.tenant_url("/staff/activity-requests/" + row.text("id")),
            .detail = std::move(detail)};
}

/// Those of which it is said how often they are held, but not when: days are never made up.
std::vector<const Activity*> without_days(const Programme& programme, const YearPlan& plan) {
    std::vector<const Activity*> found;
    for (const auto& activity : programme.activities) {
        const bool has_days = std::ranges::any_of(
            activity.sessions, [&](const Session& session) { return int(session.day.year()) == plan.year; });
        if (activity.is_undated() && !has_days && plan.unit.holds(activity.unit)) found.push_back(&activity);
    }
    return found;
}

std::vector<PlannedMonth::Line> lines_without_days(const Pages& pages, const YearPlan& plan, const html::Page& page) {
    const auto programme = pages.activities.programme(page.request().tenant->id);
    const auto words_of_undated = [&](const Activity& activity) {
        return undated_text(pages.activities, page.request().tenant->id, activity, page.translator());
    };
    std::vector<PlannedMonth::Line> lines;
    for (const auto* activity : without_days(*programme, plan))
        lines.push_back({.text = activity->title,
                         .url = page.tenant_url("/staff/activities/" + activity->id),
                         .detail = words_of_undated(*activity) + " · " + purpose_text(activity->purpose, page)});
    return lines;
}

PlanView view_of(const Pages& pages, const YearPlan& plan, const html::Page& page) {
    const auto year = std::to_string(plan.year);
    const auto url = page.tenant_url("/staff/activity-plan");
    PlanView view{.year = year,
                  .earlier_url = plan.unit.link(url + "?year=" + std::to_string(plan.year - 1)),
                  .later_url = plan.unit.link(url + "?year=" + std::to_string(plan.year + 1)),
                  .csv_url = plan.unit.link(url + ".csv?year=" + year),
                  .pdf_url = plan.unit.link(url + ".pdf?year=" + year),
                  .board_url = plan.unit.link(page.tenant_url("/staff/activity-requests/board")),
                  .unit = plan.unit.form(url, {{"year", year}}),
                  .again = lines_without_days(pages, plan, page)};
    std::vector<std::string> empty;
    const auto programme = pages.activities.programme(page.request().tenant->id);
    for (const auto& month : months_of_year()) {
        PlannedMonth of_month{.title = page.t(month.label)};
        for (const auto& campaign : plan.campaigns)
            if (base::format_date(campaign.first).substr(5, 2) == month.key)
                of_month.campaigns.push_back(line_of_campaign(campaign, page));
        for (const auto row : plan.messages)
            if (row.text("said_on").substr(5, 2) == month.key)
                of_month.messages.push_back(line_of_message(row, *programme, page));
        for (const auto row : plan.sessions)
            if (row.text("day").substr(5, 2) == month.key) of_month.sessions.push_back(line_of_session(pages, row, page));
        for (const auto& visit : plan.visits)
            if (base::format_date(visit.day).substr(5, 2) == month.key)
                lines_of_kind(of_month, visit.kind).push_back(line_of_visit(visit, page));
        for (const auto row : plan.requests)
            if (row.text("plan_month") == month.key) of_month.requests.push_back(line_of_request(row, page));
        if (of_month.is_empty()) empty.push_back(of_month.title);
        else view.months.push_back(std::move(of_month));
    }
    if (!empty.empty()) view.nothing = page.t("Nothing is planned in: {months}", {{"months", base::joined(empty, ", ")}});
    for (const auto row : plan.requests)
        if (row.text("plan_month").empty()) view.undated.push_back(line_of_request(row, page));
    return view;
}

void add_lines(print::Document& document, const std::string& title, const std::vector<PlannedMonth::Line>& lines,
               const html::Page& page) {
    if (lines.empty()) return;
    const auto& language = page.translator().language();
    print::Table table{title, {{title}, {page.t("Where and how it stands")}}, {}};
    for (const auto& line : lines)
        table.rows.push_back({{i18n::isolated(line.text, language)}, {i18n::isolated(line.detail, language)}});
    document.blocks.push_back({std::move(table)});
}

}  // namespace

http::Response activity_plan_page(const Pages& pages, const http::Request& request) {
    const auto plan = plan_of(pages, request);
    const auto page = staff_page(
        request, html::Page(request).t("The plan of the year {year}", {{"year", std::to_string(plan.year)}}));
    return html::render_page(page, templates::activity_plan_page(view_of(pages, plan, page), page));
}

http::Response activity_plan_file(const Pages& pages, const http::Request& request) {
    const auto plan = plan_of(pages, request);
    const html::Page page(request);
    const auto view = view_of(pages, plan, page);
    auto document = document_for(page.t("The plan of the year {year}", {{"year", view.year}}), {}, page);
    for (const auto& month : view.months) {
        document.blocks.push_back({print::Heading{2, {month.title}}});
        add_lines(document, page.t("Campaign weeks"), month.campaigns, page);
        add_lines(document, page.t("Messages of campaign weeks"), month.messages, page);
        add_lines(document, page.t("Sessions"), month.sessions, page);
        add_lines(document, page.t("Visits to groups"), month.visits, page);
        add_lines(document, page.t("Trials of new services"), month.trials, page);
        add_lines(document, page.t("Staff for launches"), month.launches, page);
        add_lines(document, page.t("Wished for this month"), month.requests, page);
    }
    if (!view.nothing.empty()) document.blocks.push_back({print::Paragraph{{view.nothing}}});
    if (!view.again.empty() || !view.undated.empty())
        document.blocks.push_back({print::Heading{2, {page.t("No month yet")}}});
    add_lines(document, page.t("Comes again, days not set"), view.again, page);
    add_lines(document, page.t("Wished for"), view.undated, page);
    auto response = print::pdf_answer(document, "activity-plan-" + view.year + ".pdf");
    response.for_once = true;
    return response;
}

http::Response activity_plan_table(const Pages& pages, const http::Request& request) {
    const html::Page page(request);
    const auto plan = plan_of(pages, request);
    const auto year = std::to_string(plan.year);
    const auto& tenant = request.tenant->id;
    tables::CsvWriter csv;
    csv.line({page.t("Municipality"), page.t("Year"), page.t("Month"), page.t("Day"), page.t("Begins"), page.t("What it is"),
              page.t("Name"), page.t("Where"), page.t("Who asks"), page.t("How it stands"), page.t("What it is counted as"),
              page.t("Where it comes from")});
    const auto line = [&](const InPlan& one) {
        csv.line({tenant, year, one.month.empty() && !one.day.empty() ? one.day.substr(5, 2) : one.month, one.day, one.begins,
                  page.t(one.what), one.title, one.where, one.asker, one.state, one.purpose, one.source});
    };
    for (const auto row : plan.sessions)
        line({.day = row.text("day"),
              .begins = row.text("starts"),
              .what = TEXT("Session"),
              .title = row.text("title"),
              .where = place_of_session(pages, request, row),
              .state = page.t(row.text("status") == word_of(Status::held) ? TEXT("Held") : TEXT("Planned")),
              .purpose = purpose_text(row.text("purpose"), page)});
    for (const auto& campaign : plan.campaigns)
        line({.day = base::format_date(campaign.first),
              .what = TEXT("Campaign week"),
              .title = campaign.title,
              .state = days_text(campaign, page.translator())});
    for (const auto row : plan.messages)
        line({.day = row.text("said_on"),
              .what = TEXT("Message of a campaign week"),
              .title = row.text("message"),
              .where = taxonomy::label(taxonomy::List::found_us, row.text("channel"), page.translator())});
    for (const auto& visit : plan.visits)
        line({.day = base::format_date(visit.day),
              .begins = visit.hours,
              .what = what_beside(visit.kind),
              .title = visit.title,
              .where = visit.where,
              .state = visit.state});
    const auto programme = pages.activities.programme(tenant);
    for (const auto* activity : without_days(*programme, plan))
        line({.what = TEXT("Comes again, days not set"),
              .title = activity->title,
              .where = activity->held_at,
              .state = undated_text(pages.activities, tenant, *activity, page.translator()),
              .purpose = purpose_text(activity->purpose, page)});
    for (const auto row : plan.requests)
        line({.month = row.text("plan_month"),
              .what = TEXT("Request for an activity"),
              .title = row.text("title"),
              .where = row.text("locality"),
              .asker = row.text("asker"),
              .state = page.t(request_state_of(row.text("state")).label),
              .source = source_text(row, page)});
    return http::download(std::move(csv).take(), "text/csv; charset=utf-8",
                          "digilots-" + request.tenant->slug + "-activity-plan-" + year + ".csv");
}

}  // namespace digilots::activities
