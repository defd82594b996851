#include <algorithm>

#include "platform/base/form_key.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/http/site_address.h"
#include "platform/register/page_parts.h"
#include "platform/register/table_kind.h"
#include "platform/register/templates.h"
#include "platform/tables/read_table.h"

namespace digilots::register_ {

namespace {

constexpr std::size_t most_rows_shown = 200, most_changes_told = 8;
/// What a page takes in while somebody waits for it: about a second. More is for the command, which tells how far it is.
constexpr std::size_t most_rows_of_a_page = 10'000, most_text_of_a_page = 4 * 1024 * 1024;

html::Page page_of(const TableKind& kind, const http::Request& request) {
    html::Page page(request);
    page.title = page.t("Take in a table");
    page.staff = true;
    page.indexable = false;
    for (const auto& [above, path] : kind.above())
        page.breadcrumbs.push_back({page.t(above), page.tenant_url(path)});
    page.breadcrumbs.push_back({page.t(kind.title()), page.tenant_url(kind.path())});
    page.breadcrumbs.push_back({page.title, ""});
    return page;
}

std::string url_of(const TableKind& kind, const html::Page& page, std::string_view rest = "") {
    return page.tenant_url(std::string(kind.path()) + std::string(rest));
}

Surroundings around_request(const TableKind& kind, const http::Request& request) {
    return kind.around(*request.tenant, i18n::translator(request.language),
                       request.identity ? &*request.identity : nullptr);
}

http::Response ask(const TableKind& kind, const http::Request& request, std::string typed_rows,
                   html::FormErrors errors) {
    const auto page = page_of(kind, request);
    ImportView view{
        .errors = std::move(errors), .url = url_of(kind, page, "/import"), .back_url = url_of(kind, page)};
    view.file = html::components::Field{.name = "file",
                                        .label = kind.from_json()
                                                     ? page.t("A file from your computer (XLSX, ODS, CSV or JSON)")
                                                     : page.t("A file from your computer (XLSX, ODS or CSV)"),
                                        .type = "file",
                                        .optional = true}
                    .with(view.errors);
    view.rows =
        html::components::Field{
            .name = "rows",
            .label = page.t("Or the rows themselves, with the line that names the columns"),
            .value = std::move(typed_rows),
            .optional = true,
            .rows = 8}
            .with(view.errors);
    return html::render_page(page, templates::register_import(view, page), view.errors.empty() ? 200 : 422);
}

std::string kind_text(PlannedRow::Kind kind, const html::Page& page) {
    switch (kind) {
        case PlannedRow::Kind::added:
            return page.t("New");
        case PlannedRow::Kind::changed:
            return page.t("Changed");
        case PlannedRow::Kind::same:
            return page.t("As it is");
        case PlannedRow::Kind::refused:
            break;
    }
    return page.t("Cannot be taken in");
}

std::string changes_text(const PlannedRow& row, const html::Page& page) {
    std::string all;
    if (row.is_stale) all = page.t("Somebody has changed it since the table was taken out. This would be written over it");
    for (std::size_t i = 0; i < row.changes.size() && i < most_changes_told; ++i)
        all += (all.empty() ? "" : i == 0 ? ": " : "; ") + text_of(row.changes[i], page.translator());
    const auto others = row.changes.size() - std::min(row.changes.size(), most_changes_told);
    if (others > 0) all += "; " + page.tn("{n} more", "{n} more", static_cast<std::int64_t>(others));
    // Doubts are sentences; what changes is none, and gets its full stop here.
    for (const auto& doubt : row.doubts) all += (all.empty() ? "" : all.ends_with('.') ? " " : ". ") + doubt;
    return all;
}

/// "Telefon (C)"
std::string column_text(const RefusedCell& cell) {
    if (cell.letter.empty()) return cell.column;
    return cell.column.empty() ? cell.letter : cell.column + " (" + cell.letter + ")";
}

html::components::Table refused_table(const Plan& plan, const html::Page& page) {
    html::components::Table table{.caption = page.t("What cannot be taken in")};
    table.columns = {{page.t("Row"), true}, {page.t("Column")}, {page.t("What stands there")}, {page.t("What is wrong")}};
    for (const auto& row : plan.rows)
        for (const auto& cell : row.refused)
            if (table.rows.size() < most_rows_shown)
                table.rows.push_back({{std::to_string(row.line)}, {column_text(cell)}, {cell.value}, {cell.message}});
    return table;
}

html::components::Table rows_table(const Plan& plan, std::string caption, const html::Page& page,
                                   const std::function<bool(const PlannedRow&)>& is_shown) {
    html::components::Table table{.caption = std::move(caption)};
    table.columns = {{page.t("Row"), true}, {page.t("Name")}, {page.t("What")}, {page.t("What changes")}};
    for (const auto& row : plan.rows) {
        if (!is_shown(row)) continue;
        if (table.rows.size() < most_rows_shown)
            table.rows.push_back(
                {{std::to_string(row.line)}, {row.name}, {kind_text(row.kind, page)}, {changes_text(row, page)}});
    }
    return table;
}

std::string summary_of(const Plan& plan, const html::Page& page) {
    const auto number = [&](PlannedRow::Kind kind) {
        return page.translator().number(static_cast<double>(plan.count(kind)));
    };
    return page.t(
        "{added} new, {changed} changed, {same} as they are, {refused} cannot be taken in. Nothing is saved "
        "yet.",
        {{"added", number(PlannedRow::Kind::added)},
         {"changed", number(PlannedRow::Kind::changed)},
         {"same", number(PlannedRow::Kind::same)},
         {"refused", number(PlannedRow::Kind::refused)}});
}

/// What was sent: the same on the way to the plan and on the way to doing it.
struct Sent {
    tables::Table table;
    std::string rows, faults;
};

std::string date_of(const Plan& plan, const http::Request& request, const html::Page& page) {
    return page.translator().date(base::to_civil(plan.taken_in.value_or(base::Instant{}), request.tenant->zone).date);
}

http::Response show_plan(const TableKind& kind, const http::Request& request, const Plan& plan,
                         const Sent& sent, std::string warning) {
    const auto page = page_of(kind, request);
    const auto work = plan.count(PlannedRow::Kind::added) + plan.count(PlannedRow::Kind::changed);
    const auto refused = plan.count(PlannedRow::Kind::refused);
    PlanView view{.url = url_of(kind, page, "/import"),
                  .back_url = url_of(kind, page, "/import"),
                  .summary = summary_of(plan, page),
                  .warning = std::move(warning)};
    if (!view.warning.empty()) {
        const auto differing = plan.differing_from(request.form.get("checked"));
        view.changed_since = rows_table(
            plan, page.t("Rows that are not as you saw them any more"), page,
            [&](const PlannedRow& row) { return std::ranges::find(differing, row.line) != differing.end(); });
    }
    view.refused = refused_table(plan, page);
    view.changes = rows_table(plan, page.t("What would be done"), page, [](const PlannedRow& row) {
        return row.kind == PlannedRow::Kind::added || row.kind == PlannedRow::Kind::changed;
    });
    view.rows = sent.rows;
    view.faults = sent.faults;
    view.checked = plan.marks();
    view.form_key = base::form_key_for(request.form.get("form_key"), kind.now());
    const auto there = plan.count_there();
    if (there > 0) {
        view.again = page.tn("Take in the row that was taken in on {date} once more",
                             "Take in the {n} rows that were taken in on {date} once more",
                             static_cast<std::int64_t>(there), {{"date", date_of(plan, request, page)}});
        view.there = page.tn("{n} row was taken in on {date} already. It is left out.",
                             "{n} rows were taken in on {date} already. They are left out.",
                             static_cast<std::int64_t>(there), {{"date", date_of(plan, request, page)}});
    }
    view.may_do = work > 0 || there > 0;
    if (refused > 0)
        view.skip = page.tn("Take in the others, and leave out the row that cannot be taken in",
                            "Take in the others, and leave out the {n} rows that cannot be taken in",
                            static_cast<std::int64_t>(refused));
    return html::render_page(page, templates::register_plan(view, page), view.warning.empty() ? 200 : 409);
}

std::string too_large_for_a_page(const i18n::Translator& words) {
    return words.t(TEXT("The table is too large for this page. Take in at most {n} rows at a time, or ask whoever "
                        "runs the program: the command “digilots import table” takes more."),
                   {{"n", words.number(most_rows_of_a_page)}});
}

/// What begins with a brace is JSON where the kind takes it in, and a table else.
base::Result<tables::Table, std::string> read_file(const TableKind& kind, std::string_view bytes, const Surroundings& around) {
    const auto begins = bytes.find_first_not_of("\xEF\xBB\xBF \t\r\n");
    const auto* from_json = kind.from_json();
    if (from_json && begins != std::string_view::npos && bytes[begins] == '{') return (*from_json)(bytes.substr(begins), around);
    auto table = tables::read_table(bytes);
    if (!table) return base::failure(table.error().words(*around.words));
    return *std::move(table);
}

base::Result<Sent, std::string> read_sent(const TableKind& kind, const http::Request& request, const Surroundings& around) {
    const auto& words = *around.words;
    Sent sent;
    for (const auto& upload : request.uploads) {
        if (upload.field != "file" || upload.bytes.empty()) continue;
        const auto table = read_file(kind, upload.bytes, around);
        if (!table) return base::failure(table.error());
        // Before it is copied: what comes may be twenty times as large.
        if (table->rows.size() > most_rows_of_a_page + 1) return base::failure(too_large_for_a_page(words));
        sent.rows = tables::typed_text_of(*table);
        sent.faults = tables::faults_text_of(*table);
    }
    if (sent.rows.empty()) {
        sent.rows = request.form.get("rows");
        sent.faults = request.form.get("faults");
    }
    // Browsers send the hidden rows with other line ends than those they came with.
    std::erase(sent.rows, '\r');
    auto table = tables::read_typed_table(sent.rows);
    if (!table) return base::failure(table.error().words(words));
    tables::take_faults(sent.faults, *table);
    sent.table = *std::move(table);
    if (sent.table.rows.size() > most_rows_of_a_page + 1 || sent.rows.size() > most_text_of_a_page)
        return base::failure(too_large_for_a_page(words));
    return sent;
}

/// The row that stopped it, refused with its reason.
void note_stopped(const CarriedOut& stopped, const Surroundings& around, Plan& plan) {
    const auto row = std::ranges::find(plan.rows, stopped.line, &PlannedRow::line);
    if (row == plan.rows.end()) return;
    row->kind = PlannedRow::Kind::refused;
    row->refused.insert(row->refused.end(), stopped.why.begin(), stopped.why.end());
    if (stopped.why.empty())
        row->refused.push_back(
            {"", around.t(TEXT("Somebody else has changed it meanwhile. Look at it again."))});
}

/// Not behind a redirect: it is nowhere but in this answer.
http::Response show_to_hand_out(const TableKind& kind, const http::Request& request, const CarriedOut& done) {
    const auto page = page_of(kind, request);
    HandOutView view{.back_url = url_of(kind, page)};
    for (const auto& one : done.to_hand_out) view.lines.push_back({one.to, http::site_address(request) + one.path});
    return html::render_page(page, templates::register_hand_out(view, page), 200);
}

std::string name_of_file(const http::Request& request) {
    for (const auto& upload : request.uploads)
        if (upload.field == "file" && !upload.bytes.empty()) return base::cut(base::clean(upload.file_name), 80);
    return "";
}

http::Response take_in(TableKind& kind, const http::Request& request) {
    const auto around = around_request(kind, request);
    html::FormErrors errors;
    const auto sent = read_sent(kind, request, around);
    const bool is_file = std::ranges::any_of(
        request.uploads, [](const http::Upload& upload) { return !upload.bytes.empty(); });
    const auto field = is_file ? "file" : "rows";
    // Which of somebody's files it was, since no browser shows it again; rows that were typed beside it stay.
    const auto name = is_file ? name_of_file(request) : "";
    const auto refused_with = [&](const std::string& why) {
        errors.add(field, name.empty() ? why : name + ": " + why);
        return ask(kind, request, is_file || !sent ? std::string(request.form.get("rows")) : sent->rows, std::move(errors));
    };
    if (!sent) return refused_with(sent.error());
    // The same table is the same rows, whoever takes it in and how often, unless somebody wants them once more.
    const auto key = request.form.has("again") ? std::string(request.form.get("form_key")) : kind.key_of(sent->table, around);
    const Looking looking{.form_key = key};
    auto plan = kind.plan(sent->table, around, looking);
    if (!plan.fault.empty()) return refused_with(plan.fault);
    const auto checked = request.form.get("checked");
    if (checked.empty()) return show_plan(kind, request, plan, *sent, "");
    const auto refused = request.form.has("skip_refused") ? Refused::skip : Refused::stop;
    const html::Page page(request);
    if (checked == plan.marks()) {
        if (refused == Refused::stop && plan.count(PlannedRow::Kind::refused) > 0)
            return show_plan(kind, request, plan, *sent, "");
        const auto done = kind.carry_out(plan, around, request.identity->account_id, key, refused, nullptr);
        if (done && !done.to_hand_out.empty()) return show_to_hand_out(kind, request, done);
        if (done) return http::see_other(url_of(kind, page, "?imported=1"));
        plan = kind.plan(sent->table, around, looking);
        note_stopped(done, around, plan);
    } else if (plan.count(PlannedRow::Kind::same) == plan.rows.size()) {
        // Sent twice, or somebody else was quicker with the same: all of it stands.
        return http::see_other(url_of(kind, page, "?imported=1"));
    }
    return show_plan(kind, request, plan, *sent,
                     page.t("Something was changed meanwhile, or two rows say the same. Nothing is saved. "
                            "Look at it again."));
}

/// "place-lotsby-2026-11-28.csv": one folder holds those of several municipalities and days.
std::string file_name(std::string_view key, const Surroundings& around, std::string_view ending) {
    return std::string(key) + "-" + around.slug + "-" + base::format_date(around.today) + std::string(ending);
}

http::Response table_response(const TableKind& kind, const http::Request& request) {
    const auto around = around_request(kind, request);
    return http::download(csv_of(kind, around, request.query), "text/csv; charset=utf-8", file_name(kind.key(), around, ".csv"));
}

http::Response sheet_response(const TableKind& kind, const http::Request& request) {
    const auto around = around_request(kind, request);
    return http::download(xlsx_of(kind, around, request.query),
                          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                          file_name(kind.key(), around, ".xlsx"));
}

}  // namespace

http::Routes import_routes(std::shared_ptr<TableKind> kind) {
    using http::Method, http::Request;
    const std::string path = "/{municipality}" + std::string(kind->path()) + "/import";
    const auto access = access_of(kind->change());
    return {
        {Method::get, path, access, [kind](const Request& request) { return ask(*kind, request, "", {}); }},
        {Method::post, path, access, [kind](const Request& request) { return take_in(*kind, request); },
         {}, {}, http::Effort::drawing}};  // a large table takes as much as a picture: few at once
}

http::Routes table_routes(std::shared_ptr<TableKind> kind) {
    using http::Method, http::Request;
    const std::string path = "/{municipality}" + std::string(kind->path()) + "/table";
    const auto access = access_of(kind->change());
    // All of it in one file: few at once.
    return {{Method::get, path, access, [kind](const Request& request) { return table_response(*kind, request); },
             {}, {}, http::Effort::drawing},
            {Method::get, path + ".xlsx", access, [kind](const Request& request) { return sheet_response(*kind, request); },
             {}, {}, http::Effort::drawing}};
}

http::Response table_file(const Records& records, const http::Request& request) {
    const auto around = around_of(records, request);
    const auto asked = list_request(records, request.query, around);
    return http::download(table_of_register(records, asked.query, around), "text/csv; charset=utf-8",
                          file_name(records.declaration().key, around, ".csv"));
}

http::Response sheet_file(const Records& records, const http::Request& request) {
    const auto around = around_of(records, request);
    const auto asked = list_request(records, request.query, around);
    return http::download(sheet_of_register(records, asked.query, around),
                          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                          file_name(records.declaration().key, around, ".xlsx"));
}

}  // namespace digilots::register_
