// What residents read: guides in steps, systems that they must use, what they apply for again.
#include "everyday/pages.h"

#include <algorithm>

#include "everyday/templates.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/calendar/icalendar.h"
#include "platform/calendar/wall_time.h"
#include "platform/html/error_page.h"
#include "platform/http/site_address.h"
#include "platform/register/pages.h"

namespace digilots::everyday {

namespace {

constexpr std::int64_t most_shown = 500;

using register_::Record, register_::Records;

/// Those that residents see, in the list's order; of one e-service alone where it is given.
std::vector<Record> shown(const Records& records, const http::Request& request, std::string_view e_service = "") {
    register_::ListQuery query{.filters = {{"is_published", "1"}}};
    if (!e_service.empty()) query.filters.emplace_back("e_service", e_service);
    auto found = records.list(register_::around_of(records, request), query, most_shown, 0).records;
    std::erase_if(found, [](const Record& record) { return !record.flag("is_published") || record.has_ended(); });
    return found;
}

/// What a field says of a record, in the reader's language; "" where it is unknown.
std::string said(const Records& records, const Record& record, const char* field, const http::Request& request) {
    const auto* one = records.declaration().find(field);
    if (!one || record.is_unknown(field)) return "";
    const auto lines = one->type->show(*one, record, register_::around_of(records, request)).lines;
    std::string all;
    for (const auto& line : lines) all += (all.empty() ? "" : ", ") + line;
    return all;
}

html::components::Freshness freshness_of(const Pages& pages, const Record& record, const std::string& kind,
                                         const http::Request& request) {
    return {.verified_on = record.date("verified_on"),
            .today = base::to_civil(pages.clock.now(), request.tenant->zone).date,
            .months = organisation::rhythm_of(*pages.organisation.rhythms(request.tenant->id), kind).months};
}

html::Page page_of(const http::Request& request, std::string title) {
    html::Page page(request);
    page.title = std::move(title);
    page.breadcrumbs = {{request.tenant->name, page.tenant_url("/")}, {page.title, "", true}};
    return page;
}

void link_to_place(const Pages& pages, const Record& system, const html::Page& page, SystemRow& row) {
    const auto snapshot = pages.directory.snapshot(page.request().tenant->id);
    const auto* place = base::find_in(snapshot->places, system.text("place"), &directory::Place::id);
    if (!place) return;
    row.place = place->name;
    row.place_url = page.tenant_url("/places/" + place->slug);
}

std::string reminder_of(const Record& renewal, const std::string& next, const html::Page& page) {
    const auto own = renewal.text("reminder");
    if (!own.empty()) return own;
    if (next.empty()) return page.t("The day is not known yet. Ask us.");
    return page.t("Apply again by {date}.", {{"date", next}});
}

}  // namespace

http::Response guides_page(const Pages& pages, const http::Request& request) {
    auto page = page_of(request, html::Page(request).t("Step by step"));
    page.description = page.t("How to do common digital things, step by step.");
    GuidesView view;
    for (const auto& guide : shown(pages.kinds->guides, request))
        view.rows.push_back({guide.text("title"), page.tenant_url("/step-guides/" + guide.text("slug")),
                             said(pages.kinds->guides, guide, "device", request)});
    return html::render_page(page, templates::guides_page(view, page));
}

http::Response guide_page(const Pages& pages, const http::Request& request) {
    const auto all = shown(pages.kinds->guides, request);
    const auto guide =
        std::ranges::find_if(all, [&](const Record& one) { return one.text("slug") == request.parameter("slug"); });
    if (guide == all.end()) return html::error_page(request, 404);
    auto page = page_of(request, guide->text("title"));
    page.breadcrumbs.insert(page.breadcrumbs.begin() + 1, {page.t("Step by step"), page.tenant_url("/step-guides")});
    const auto url = page.tenant_url("/step-guides/" + guide->text("slug"));
    GuideView view{.language = guide->text("language").empty() ? request.tenant->languages.front() : guide->text("language"),
                   .about = said(pages.kinds->guides, *guide, "device", request),
                   .steps = guide->list("steps"),
                   .if_different = base::separated(guide->text("if_different"), '\n'),
                   .freshness = freshness_of(pages, *guide, "step_guide", request),
                   .by_phone = request.query.get("by") == "phone"};
    for (std::size_t number = 1; number <= view.steps.size(); ++number)
        view.numbers.push_back(
            page.t("Step {n} of {all}", {{"n", std::to_string(number)}, {"all", std::to_string(view.steps.size())}}));
    view.other_url = view.by_phone ? url : url + "?by=phone";
    if (view.by_phone) page.indexable = false;
    return html::render_page(page, templates::guide_page(view, page));
}

http::Response systems_page(const Pages& pages, const http::Request& request) {
    auto page = page_of(request, html::Page(request).t("Digital systems that you have to use"));
    page.description = page.t("What school, preschool and care ask you to use, what it is for, and who helps you to begin.");
    SystemsView view;
    for (const auto& system : shown(pages.kinds->systems, request)) {
        SystemRow row{.title = system.text("title"),
                      .used_in = said(pages.kinds->systems, system, "used_in", request),
                      .website = system.text("website"),
                      .languages = said(pages.kinds->systems, system, "languages", request),
                      .function = said(pages.kinds->systems, system, "function", request),
                      .purpose = base::separated(system.text("purpose"), '\n'),
                      .start_help = base::separated(system.text("start_help"), '\n'),
                      .freshness = freshness_of(pages, system, "system", request)};
        link_to_place(pages, system, page, row);
        view.rows.push_back(std::move(row));
    }
    return html::render_page(page, templates::systems_page(view, page));
}

http::Response renewals_page(const Pages& pages, const http::Request& request) {
    auto page = page_of(request, html::Page(request).t("Apply again"));
    page.description = page.t("What has to be applied for again, and by when.");
    const auto today = base::to_civil(pages.clock.now(), request.tenant->zone).date;
    const auto directory = pages.directory.snapshot(request.tenant->id);
    RenewalsView view{.calendar_url = page.tenant_url("/apply-again.ics")};
    std::vector<std::pair<std::string, RenewalRow>> by_day;
    for (const auto& renewal : shown(pages.kinds->renewals, request)) {
        if (renewal.text("rule") == "none") continue;   // it need not be
        const auto day = next_day(renewal, today);
        const auto next = day ? page.translator().date(*day) : std::string();
        RenewalRow row{.title = renewal.text("title"),
                       .how_often = said(pages.kinds->renewals, renewal, "rule", request),
                       .next = next,
                       .reminder = base::separated(reminder_of(renewal, next, page), '\n')};
        if (const auto* service = base::find_in(directory->e_services, renewal.text("e_service"), &directory::EService::id)) {
            row.e_service = service->name;
            row.e_service_url = page.tenant_url("/e-services/" + service->slug);
        }
        by_day.emplace_back(day ? base::format_date(*day) : "9999", std::move(row));
    }
    std::ranges::stable_sort(by_day, {}, &std::pair<std::string, RenewalRow>::first);
    for (auto& [day, row] : by_day) view.rows.push_back(std::move(row));
    return html::render_page(page, templates::renewals_page(view, page));
}

std::vector<RuleOfEService> rules_of_e_service(const Records& renewals, const base::Clock& clock, std::string_view e_service,
                                               const html::Page& page) {
    const auto& request = page.request();
    const auto today = base::to_civil(clock.now(), request.tenant->zone).date;
    std::vector<std::pair<std::string, RuleOfEService>> by_day;
    for (const auto& renewal : shown(renewals, request, e_service)) {
        const auto day = next_day(renewal, today);
        auto when = said(renewals, renewal, "rule", request);
        if (day) when += ". " + page.t("Next: {date}", {{"date", page.translator().date(*day)}});
        by_day.emplace_back(day ? base::format_date(*day) : "9999",
                            RuleOfEService{.title = renewal.text("title"),
                                           .when = std::move(when),
                                           .url = page.tenant_url("/apply-again"),
                                           .reminder = base::separated(renewal.text("reminder"), '\n')});
    }
    std::ranges::stable_sort(by_day, {}, &std::pair<std::string, RuleOfEService>::first);
    std::vector<RuleOfEService> found;
    for (auto& [day, one] : by_day) found.push_back(std::move(one));
    if (found.size() == 1) found.front().title.clear();
    return found;
}

http::Response renewals_calendar(const Pages& pages, const http::Request& request) {
    const html::Page page(request);
    calendar::Calendar calendar{page.t("Apply again") + ", " + request.tenant->name, request.tenant->zone};
    const auto url = http::site_address(request) + page.tenant_url("/apply-again");
    for (const auto& renewal : shown(pages.kinds->renewals, request)) {
        if (renewal.text("rule") == "none") continue;
        for (const auto* field : {"apply_by", "apply_by_again"}) {
            const auto day = renewal.date(field);
            if (!day || (field != std::string_view("apply_by") && renewal.text("rule") != "term")) continue;
            calendar.events.push_back(
                {.uid = std::string(field) + "-" + renewal.id + "@digilots",
                 .summary = page.t("Last day to apply: {what}", {{"what", renewal.text("title")}}),
                 .description = renewal.text("reminder"),
                 .url = url,
                 .whole_days = true,
                 .when = {.first = calendar::wall_time(*day, 0), .length = std::chrono::hours(24), .rule = "FREQ=YEARLY"},
                 .takes_time = false,
                 .sequence = renewal.version});
        }
    }
    return http::text(calendar::to_icalendar(calendar), "text/calendar; charset=utf-8");
}

}  // namespace digilots::everyday
