#include "inquiries/unmet_page.h"

#include <algorithm>

#include "inquiries/entry_view.h"
#include "inquiries/figures.h"
#include "inquiries/templates.h"
#include "inquiries/units.h"
#include "inquiries/unmet.h"
#include "platform/base/time.h"
#include "platform/http/target.h"
#include "platform/periods/choice.h"
#include "platform/tables/csv_writer.h"

namespace digilots::inquiries {

namespace {

constexpr int most_unmet = 5000, days_of_unmet = 90;
constexpr const char* unmet_outcome = "not_solved";

/// Without a period the last ninety days: a month has few.
periods::Asked asked_period(const Service& service, const html::Page& page) {
    return periods::read_asked(page, base::to_civil(service.clock.now(), page.request().tenant->zone).date, days_of_unmet);
}

struct UnmetFound {
    std::vector<Unmet> rows;
    std::int64_t entries = 0;
};

UnmetFound find_unmet(const Service& service, const http::Request& request, const periods::Period& period) {
    const auto& tenant = *request.tenant;
    store::Filter filter;
    std::tie(filter.from, filter.until) = moments_of(period, tenant.zone);
    filter.outcome = unmet_outcome;
    filter.asker = "";   // residents: what colleagues and partners ask stands apart
    filter.places = places_asked_for(service, request);
    const auto entries = service.database.read(
        [&](db::Connection& connection) { return store::list_filtered(connection, tenant.id, filter, most_unmet, 0); });
    const auto directory = service.directory.snapshot(tenant.id);
    const auto locality_of = [&](std::string_view id) {
        const auto* place = directory->place(id);
        return place ? place->locality : std::string();
    };
    return {unmet_of(entries, locality_of), std::ssize(entries)};
}

/// "No e-identification 3, Language 1"; "" where nobody said anything. Fewer than `least` are left out.
std::string in_words(const std::map<std::string, std::int64_t>& counts, taxonomy::List list, const i18n::Translator& words) {
    std::vector<std::pair<std::string, std::int64_t>> sorted(counts.begin(), counts.end());
    std::ranges::stable_sort(sorted, std::greater{}, &std::pair<std::string, std::int64_t>::second);
    std::string text;
    for (const auto& [key, number] : sorted)
        text += (text.empty() ? "" : ", ") + taxonomy::label(list, key, words) + " " + std::to_string(number);
    return text;
}

html::components::Cell said_or_not(std::string text, const html::Page& page) {
    if (text.empty()) return {.text = page.t(TEXT("Not stated")), .unknown = true};
    return {.text = std::move(text)};
}

html::components::Table unmet_rows(const Service& service, const UnmetFound& found, const periods::Period& period,
                                   const html::Page& page) {
    const auto& request = page.request();
    const auto& words = page.translator();
    const auto own = service.own_topics.of(request.tenant->id);
    html::components::Table table;
    table.caption = page.t(TEXT("What could not be helped, by topic and locality"));
    table.columns = {{page.t(TEXT("Topic"))},
                     {page.t(TEXT("Locality"))},
                     {page.t(TEXT("Entries")), true},
                     {page.t(TEXT("What stood in the way"))},
                     {page.t(TEXT("Sent to instead"))}};
    table.empty = page.t(TEXT("Nothing in this period."));
    const auto list = page.tenant_url("/staff/inquiries?outcome=") + unmet_outcome + "&from=" + base::format_date(period.from) +
                      "&to=" + base::format_date(period.to) + unit_in_address(service, request) + "&topic=";
    for (const auto& row : found.rows)
        table.rows.push_back({{.text = taxonomy::topic_label(*own, row.topic, words),
                               .url = list + http::percent_encode(row.topic)},
                              said_or_not(row.locality, page),
                              {.text = std::to_string(row.number)},
                              said_or_not(in_words(row.barriers, taxonomy::List::barrier, words), page),
                              said_or_not(in_words(row.sent_instead, taxonomy::List::body, words), page)});
    return table;
}

}  // namespace

http::Response unmet_page(const Pages& pages, const http::Request& request) {
    const Service& service = Inside::service(pages.inquiries);
    html::Page page(request);
    page.title = page.t(TEXT("What could not be helped"));
    page.staff = true;
    page.indexable = false;
    auto asked = asked_period(service, page);
    const auto& period = asked.choice.period;
    const auto from = base::format_date(period.from), to = base::format_date(period.to);
    const auto found = find_unmet(service, request, period);
    UnmetView view;
    view.url = page.tenant_url("/staff/unmet");
    view.number = page.tn("{n} entry", "{n} entries", found.entries);
    if (found.entries == most_unmet)
        view.cut = page.t(TEXT("There are more: only the newest are counted. Choose a shorter period."));
    view.period = periods::field_of(asked.choice.name, page).with(asked.errors);
    view.dates = periods::date_fields_of(asked, page);
    view.table = unmet_rows(service, found, period, page);
    view.csv_url =
        page.tenant_url("/staff/unmet.csv?period=dates&from=" + from + "&to=" + to + unit_in_address(service, request));
    view.unit = unit_asked_for(service, page);
    view.errors = std::move(asked.errors);
    return html::render_page(page, templates::unmet_page(view, page), view.errors.empty() ? 200 : 422);
}

http::Response unmet_table(const Pages& pages, const http::Request& request) {
    const Service& service = Inside::service(pages.inquiries);
    const html::Page page(request);
    const auto& words = page.translator();
    const auto asked = asked_period(service, page);
    if (!asked.errors.empty())
        return http::problem(400, page.t(TEXT("The question is not right")), asked.errors.entries().front().message);
    const auto& period = asked.choice.period;
    const auto from = base::format_date(period.from), to = base::format_date(period.to);
    const auto own = service.own_topics.of(request.tenant->id);
    tables::CsvWriter csv;
    csv.line({"municipality", "from", "to", "topic", "topic_label", "locality", "entries", "barriers", "sent_instead",
              "code_list_version", "definition"});
    const auto definition = page.t(TEXT("Entries whose outcome is “Not solved”. The locality is that of the place. An entry with "
                                        "several topics stands under each of them, and so do several barriers.")) +
                            " " + page.t(TEXT("All counts are exact: the file is for work in the municipality, not for "
                                                  "publishing."));
    for (const auto& row : find_unmet(service, request, period).rows)
        csv.line({request.tenant->id, from, to, row.topic, taxonomy::topic_label(*own, row.topic, words), row.locality,
                  tables::Cell(row.number), in_words(row.barriers, taxonomy::List::barrier, words),
                  in_words(row.sent_instead, taxonomy::List::body, words), taxonomy::version(), definition});
    return http::download(std::move(csv).take(), "text/csv; charset=utf-8",
                          "digilots-" + request.tenant->slug + "-unmet-" + from + "-" + to + ".csv");
}

}  // namespace digilots::inquiries
