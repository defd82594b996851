// A collection's columns tried on the log, and filled.
#include <algorithm>

#include "collections/filling.h"
#include "collections/pages.h"
#include "collections/templates.h"
#include "collections/try_view.h"
#include "platform/base/text.h"
#include "platform/html/error_page.h"
#include "platform/http/target.h"
#include "platform/periods/choice.h"
#include "platform/register/table_kind.h"
#include "platform/tables/xlsx_writer.h"

namespace digilots::collections {

namespace {

constexpr int usual_days = 90;
constexpr std::int64_t tried_rows = 10, most_rows = 200'000;

/// A collection that is asked for, with its columns; nothing where it is not there.
struct Asked {
    html::Page page;
    register_::Record collection;
    register_::Surroundings around;
    periods::Asked period;
    std::vector<Column> columns;

    std::string path() const { return "/staff/outside-collections/" + collection.id; }
};

std::optional<Asked> read(const Kinds& kinds, const http::Request& request) {
    const auto found = kinds.collections.find(request.tenant->id, request.parameter("id"));
    if (!found) return std::nullopt;
    html::Page page(request);
    auto around = register_::surroundings_of(*request.tenant, page.translator(), kinds.collections.now());
    around.links = &kinds.columns.others().links;
    if (kinds.collections.others().limit_of && request.identity->only_unit)
        around.units = kinds.collections.others().limit_of(request.tenant->id, *request.identity);
    auto period = periods::read_asked(page, around.today, usual_days);
    Asked asked{std::move(page), *found, std::move(around), std::move(period), {}};
    for (const auto& record : columns_of(kinds.columns, request.tenant->id, found->id))
        asked.columns.push_back(column_of(record));
    return asked;
}

/// Row by row; false where the period holds more than a file may.
bool fill(const Kinds& kinds, const Asked& asked, const Filling& filling, std::int64_t most,
          const std::function<void(const tables::Row&)>& take) {
    std::int64_t number = 0;
    bool is_whole = true;
    kinds.log.each(asked.around, asked.period.choice.period, [&](const register_::Record& entry) {
        if (number == most) return is_whole = false;
        take(filling.row(entry, ++number));
        return true;
    });
    return is_whole;
}

html::components::Table tried(const Kinds& kinds, const Asked& asked, const Filling& filling) {
    const auto& page = asked.page;
    html::components::Table table{.caption = page.t(TEXT("The first ten entries of the period")),
                                  .empty = asked.columns.empty() ? page.t(TEXT("The collection has no columns yet."))
                                                                 : page.t(TEXT("Nothing was logged in the period."))};
    for (const auto& heading : filling.headings()) table.columns.push_back({heading.text()});
    if (asked.columns.empty()) return table;
    fill(kinds, asked, filling, tried_rows, [&](const tables::Row& row) {
        auto& line = table.rows.emplace_back();
        for (const auto& cell : row) line.push_back({.text = cell.text()});
    });
    return table;
}

std::string file_name(const Asked& asked, const http::Request& request, const char* ending) {
    const auto& period = asked.period.choice.period;
    return request.tenant->slug + "-" + base::slug(asked.collection.text("title")) + "-" + base::format_date(period.from) + "-" +
           base::format_date(period.to) + ending;
}

/// What is wrong stands above it.
http::Response show_try(const Kinds& kinds, Asked& asked) {
    auto& page = asked.page;
    page.title = page.t(TEXT("Try: {title}"), {{"title", asked.collection.text("title")}});
    page.staff = true;
    page.indexable = false;
    page.breadcrumbs = {{page.t(TEXT("Statistics")), page.tenant_url("/staff/statistics")},
                        {page.t(TEXT("Collections of others")), page.tenant_url("/staff/outside-collections")},
                        {asked.collection.text("title"), page.tenant_url(asked.path())}};
    const Filling filling(asked.columns, kinds.log, asked.around);
    const auto& period = asked.period.choice.period;
    TryView view{.errors = asked.period.errors,
                 .url = page.tenant_url(asked.path() + "/try"),
                 .period = periods::days_of(period, page.translator()),
                 .choice = periods::field_of(asked.period.choice.name, page),
                 .dates = periods::date_fields_of(asked.period, page),
                 .table = tried(kinds, asked, filling),
                 .left_empty = filling.left_empty(),
                 .columns_url = page.tenant_url("/staff/outside-columns?collection=" + asked.collection.id)};
    if (!asked.columns.empty()) {
        const auto days = "?from=" + base::format_date(period.from) + "&to=" + base::format_date(period.to);
        view.csv_url = page.tenant_url(asked.path() + "/rows.csv" + days);
        view.xlsx_url = page.tenant_url(asked.path() + "/rows.xlsx" + days);
    }
    return html::render_page(page, templates::try_page(view, page), asked.period.errors.empty() ? 200 : 422);
}

http::Response show_too_many(const Kinds& kinds, Asked& asked) {
    asked.period.errors.add(
        "from", asked.page.t(TEXT("So many inquiries cannot be looked through at once. Choose a shorter period.")));
    return show_try(kinds, asked);
}

}  // namespace

http::Response try_page(const std::shared_ptr<Kinds>& kinds, const http::Request& request) {
    auto asked = read(*kinds, request);
    return asked ? show_try(*kinds, *asked) : html::error_page(request, 404);
}

http::Response rows_csv(const std::shared_ptr<Kinds>& kinds, const http::Request& request) {
    auto asked = read(*kinds, request);
    if (!asked) return html::error_page(request, 404);
    if (!asked->period.errors.empty()) return show_try(*kinds, *asked);
    const Filling filling(asked->columns, kinds->log, asked->around);
    tables::CsvWriter csv;
    csv.line(filling.headings());
    const auto take = [&](const tables::Row& row) { csv.line(row); };
    if (!fill(*kinds, *asked, filling, most_rows, take)) return show_too_many(*kinds, *asked);
    return http::download(std::move(csv).take(), "text/csv; charset=utf-8", file_name(*asked, request, ".csv"));
}

http::Response rows_xlsx(const std::shared_ptr<Kinds>& kinds, const http::Request& request) {
    auto asked = read(*kinds, request);
    if (!asked) return html::error_page(request, 404);
    if (!asked->period.errors.empty()) return show_try(*kinds, *asked);
    const auto& page = asked->page;
    const Filling filling(asked->columns, kinds->log, asked->around);
    tables::XlsxWriter sheet(asked->collection.text("title"));
    sheet.line(filling.headings());
    const auto take = [&](const tables::Row& row) { sheet.line(row); };
    if (!fill(*kinds, *asked, filling, most_rows, take)) return show_too_many(*kinds, *asked);
    sheet.next_sheet(page.t(TEXT("About this file")));
    sheet.line({page.t(TEXT("What")), page.t(TEXT("What it says"))});
    sheet.line({page.t(TEXT("Municipality")), request.tenant->name});
    sheet.line({page.t(TEXT("Period")), periods::days_of(asked->period.choice.period, page.translator())});
    for (const auto& heading : filling.left_empty()) sheet.line({page.t(TEXT("What is left empty")), heading});
    return http::download(std::move(sheet).take(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                          file_name(*asked, request, ".xlsx"));
}

}  // namespace digilots::collections
