#include "inquiries/e_service_questions_page.h"

#include <algorithm>
#include <array>

#include "inquiries/desk_hits.h"
#include "inquiries/entry_view.h"
#include "inquiries/figures.h"
#include "inquiries/templates.h"
#include "inquiries/units.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/http/may.h"
#include "platform/http/target.h"

namespace digilots::inquiries {

namespace {

using html::components::Cell;
using html::components::Field;

constexpr int days_of_year = 364, most_notes = 100, most_entries_read = 1000;

struct Cut {
    const char* dimension;
    i18n::Text title;
};
constexpr std::array<Cut, 5> cuts{{{"month", TEXT("Month")},
                                   {"barrier", TEXT("What stood in the way")},
                                   {"problem", TEXT("What the trouble was with")},
                                   {"feedback", TEXT("View, complaint or praise")},
                                   {"outcome", TEXT("Outcome")}}};

html::components::Table table_along(const Pages& pages, const html::Page& page, const Cut& cut, measures::Query query) {
    html::components::Table table;
    table.caption = page.t(cut.title);
    table.columns = {{page.t(cut.title)}, {page.t(TEXT("Inquiries")), true}};
    table.empty = page.t(TEXT("Nothing in this period."));
    query.by = {cut.dimension};
    auto rows = figures(Inside::service(pages.inquiries), "inquiries", query);
    const bool is_time = std::string_view(cut.dimension) == "month";
    if (!is_time) std::ranges::stable_sort(rows, std::greater{}, [](const measures::Row& row) { return row.value.amount; });
    const auto all = pages.inquiries.measures();
    for (const auto& row : rows) {
        const auto label = measures::dimension_label(all.front(), cut.dimension, row.dimensions.at(cut.dimension),
                                                     page.request().tenant->id, page.translator());
        table.rows.push_back({Cell{.text = label}, Cell{.text = std::to_string(row.value.amount)}});
    }
    return table;
}

std::vector<std::string> notes_about(const Service& service, const html::Page& page, const std::string& e_service,
                                     const periods::Period& period) {
    const auto& tenant = *page.request().tenant;
    store::Filter filter;
    filter.asker = "";   // residents, as the figures above
    std::tie(filter.from, filter.until) = moments_of(period, tenant.zone);
    filter.e_service = e_service;
    filter.places = places_within_limit(service, page.request());
    if (!http::may(page.request(), http::Role::editor)) filter.created_by = actor_of(*page.request().identity);
    const auto found = service.database.read(
        [&](db::Connection& connection) { return store::list_filtered(connection, tenant.id, filter, most_entries_read, 0); });
    std::vector<std::string> notes;
    for (const auto& stored : found)
        if (!stored.inquiry.note.empty() && notes.size() < most_notes)
            notes.push_back(page.translator().date(stored.local_date) + ": " + stored.inquiry.note);
    return notes;
}

/// Beside the month in which its owner mended something.
void mark_months(html::components::Table& months, const std::vector<OwnersSay::Said>& said) {
    for (auto& row : months.rows) {
        const auto month = row.front().text;
        for (const auto& one : said)
            if (one.mended_on && base::format_date(*one.mended_on).starts_with(month)) row.front().text += " · " + one.brief;
    }
}

periods::Period asked_period(const Service& service, const html::Page& page, EServiceQuestionsView& view) {
    const auto today = base::to_civil(service.clock.now(), page.request().tenant->zone).date;
    periods::Period period{base::add_days(today, -days_of_year), today};
    for (const auto& [name, label, day] :
         {std::tuple("from", TEXT("From"), &period.from), std::tuple("to", TEXT("To"), &period.to)}) {
        const auto typed = page.request().query.get(name);
        if (const auto read = base::parse_date(typed)) *day = *read;
        else if (!typed.empty()) view.errors.add(name, page.t(TEXT("Give a date such as 2026-11-22.")));
        view.dates.push_back(Field{.name = name, .label = page.t(label), .value = base::format_date(*day), .type = "date"}
                                 .with(view.errors));
    }
    return period;
}

}  // namespace

http::Response e_service_questions_page(const Pages& pages, const http::Request& request) {
    const Service& service = Inside::service(pages.inquiries);
    html::Page page(request);
    page.title = page.t(TEXT("What is asked about an e-service"));
    page.staff = true;
    page.indexable = false;
    EServiceQuestionsView view;
    view.url = page.tenant_url("/staff/e-service-questions");
    const auto directory = service.directory.snapshot(request.tenant->id);
    const auto* chosen = directory->e_service(request.query.get("e_service"));
    view.e_service = {.name = "e_service", .label = page.t(TEXT("E-service")),
                      .options = {{"", page.t(TEXT("Choose an e-service")), chosen == nullptr}}};
    for (const auto& one : directory->e_services)
        view.e_service.options.push_back({one.id, one.name, chosen == &one});
    const auto period = asked_period(service, page, view);
    view.is_chosen = chosen != nullptr && view.errors.empty();
    if (view.is_chosen) {
        const measures::Query query{{request.tenant->id}, period, {}, {{"e_service", chosen->id}}};
        page.title = page.t(TEXT("What is asked about {e_service}"), {{"e_service", chosen->name}});
        std::int64_t number = 0;
        for (const auto& row : figures(Inside::service(pages.inquiries), "inquiries", query)) number += row.value.amount;
        view.number = page.tn("{n} entry", "{n} entries", number);
        for (const auto& cut : cuts) {
            const bool is_known = can_answer(Inside::service(pages.inquiries), "inquiries",
                                             {query.municipalities, period, {cut.dimension}, query.where});
            if (number > 0 && is_known) view.tables.push_back(table_along(pages, page, cut, query));
            view.may_be_counted = view.may_be_counted && is_known;
        }
        if (request.identity->only_unit) view.own_only = page.t(TEXT("You see the entries at the places of your unit."));
        if (!http::may(request, http::Role::editor)) view.own_only = page.t(TEXT("You see what you have noted yourself."));
        const auto said = said_by_owner(service.owners_say, chosen->id, page);
        for (const auto& one : said) view.owner_says.push_back(one.sentence);
        if (!view.tables.empty()) mark_months(view.tables.front(), said);
        view.stuck = stuck_in(service.form_help, chosen->id, page);
        if (service.form_help.notes)
            view.stuck_add_url = page.tenant_url(service.form_help.add_path + http::percent_encode(chosen->id));
        view.notes = notes_about(service, page, chosen->id, period);
        if (sees_all(request))
            view.list_url = page.tenant_url("/staff/inquiries?e_service=" + http::percent_encode(chosen->id) + "&from=" +
                                            base::format_date(period.from) + "&to=" + base::format_date(period.to));
    }
    return html::render_page(page, templates::e_service_questions_page(view, page), view.errors.empty() ? 200 : 422);
}

}  // namespace digilots::inquiries
