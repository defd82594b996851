// A collection's columns tried on the log, and filled.
#include <algorithm>

#include "collections/filling.h"
#include "collections/pages.h"
#include "collections/templates.h"
#include "collections/try_view.h"
#include "platform/base/lists.h"
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

using Units = std::optional<std::vector<std::string>>;

/// Those of whom it is, as far as whoever asks sees them; nothing where neither limits.
Units units_of(const Kinds& kinds, const register_::Record& collection, const http::Request& request) {
    const auto& limit_of = kinds.collections.others().limit_of;
    if (!limit_of) return std::nullopt;
    auto identity = *request.identity;
    const Units theirs = identity.only_unit ? limit_of(request.tenant->id, identity) : std::nullopt;
    if (collection.text("unit").empty()) return theirs;
    identity.only_unit = true;
    identity.unit = collection.text("unit");
    Units its = limit_of(request.tenant->id, identity);
    if (its && theirs) std::erase_if(*its, [&](const std::string& unit) { return !base::holds(*theirs, unit); });
    return its;
}

std::optional<Asked> read(const Kinds& kinds, const http::Request& request) {
    const auto found = kinds.collections.find(request.tenant->id, request.parameter("id"));
    if (!found) return std::nullopt;
    html::Page page(request);
    auto around = register_::surroundings_of(*request.tenant, page.translator(), kinds.collections.now());
    around.links = &kinds.columns.others().links;
    around.units = units_of(kinds, *found, request);
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
    const auto is_taken = [&](const register_::Record& entry, const char* name) {
        const auto wanted = asked.collection.text(name);
        return wanted.empty() || entry.text(name) == wanted;
    };
    kinds.log.each(asked.around, asked.period.choice.period, [&](const register_::Record& entry) {
        if (!is_taken(entry, "place") || !is_taken(entry, "channel")) return true;
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

/// Which entries these are, and what else was counted.
std::vector<std::string> about_rows(const Kinds& kinds, const Asked& asked) {
    std::vector<std::string> about;
    for (const std::string_view name : {"unit", "place", "channel"})
        if (const auto* field = kinds.collections.declaration().find(name); !asked.collection.text(name).empty())
            about.push_back(asked.page.t(field->title) + ": " +
                            base::joined(field->type->show(*field, asked.collection, asked.around).lines, ", "));
    const auto tallied = kinds.log.tallied(asked.around, asked.period.choice.period, asked.collection.text("place"),
                                           asked.collection.text("channel"));
    if (tallied > 0)
        about.push_back(asked.page.tn("{n} question was tallied without an entry of its own: it stands in no row.",
                                      "{n} questions were tallied without entries of their own: they stand in no row.", tallied));
    return about;
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
                 .about = about_rows(kinds, asked),
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
    for (const auto& about : about_rows(*kinds, *asked)) sheet.line({page.t(TEXT("Which entries")), about});
    for (const auto& heading : filling.left_empty()) sheet.line({page.t(TEXT("What is left empty")), heading});
    return http::download(std::move(sheet).take(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                          file_name(*asked, request, ".xlsx"));
}

}  // namespace digilots::collections
