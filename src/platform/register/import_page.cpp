#include "platform/base/form_key.h"
#include "platform/register/import.h"
#include "platform/register/page_parts.h"
#include "platform/register/templates.h"
#include "platform/tables/encoding.h"

namespace digilots::register_ {

namespace {

constexpr std::size_t most_rows_shown = 200;

http::Response ask(const Records& records, const http::Request& request, std::string typed_rows,
                   html::FormErrors errors) {
    const auto around = around_of(records, request);
    const auto page = register_page(records, request, around.t(TEXT("Take in a table")));
    ImportView view{.errors = std::move(errors),
                    .url = list_url(page, records, "/import"),
                    .back_url = list_url(page, records)};
    view.file = html::components::Field{.name = "file",
                                        .label = page.t("A file from your computer (CSV)"),
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
    return kind == PlannedRow::Kind::added ? page.t("New") : page.t("Changed");
}

std::string joined(const std::vector<std::string>& texts) {
    std::string all;
    for (const auto& text : texts) all += (all.empty() ? "" : ", ") + text;
    return all;
}

html::components::Table refused_table(const Plan& plan, const html::Page& page) {
    html::components::Table table{.caption = page.t("What cannot be taken in")};
    table.columns = {{page.t("Row"), true}, {page.t("Column")}, {page.t("What is wrong")}};
    for (const auto& row : plan.rows)
        for (const auto& cell : row.refused)
            if (table.rows.size() < most_rows_shown)
                table.rows.push_back({{std::to_string(row.line)}, {cell.column}, {cell.message}});
    return table;
}

html::components::Table changes_table(const Plan& plan, const html::Page& page) {
    html::components::Table table{.caption = page.t("What would be done")};
    table.columns = {{page.t("Row"), true}, {page.t("Name")}, {page.t("What")}, {page.t("Fields")}};
    for (const auto& row : plan.rows) {
        if (row.kind != PlannedRow::Kind::added && row.kind != PlannedRow::Kind::changed) continue;
        if (table.rows.size() < most_rows_shown)
            table.rows.push_back(
                {{std::to_string(row.line)}, {row.name}, {kind_text(row.kind, page)}, {joined(row.changes)}});
    }
    return table;
}

http::Response show_plan(const Records& records, const http::Request& request, const Plan& plan,
                         std::string rows, std::string warning) {
    const auto around = around_of(records, request);
    const auto page = register_page(records, request, around.t(TEXT("Take in a table")));
    const auto added = plan.count(PlannedRow::Kind::added), changed = plan.count(PlannedRow::Kind::changed);
    PlanView view{.url = list_url(page, records, "/import"),
                  .back_url = list_url(page, records, "/import"),
                  .summary = "",
                  .warning = std::move(warning)};
    const auto number = [&](PlannedRow::Kind kind) {
        return page.translator().number(static_cast<double>(plan.count(kind)));
    };
    view.summary = page.t(
        "{added} new, {changed} changed, {same} as they are, {refused} cannot be taken in. Nothing is saved "
        "yet.",
        {{"added", number(PlannedRow::Kind::added)},
         {"changed", number(PlannedRow::Kind::changed)},
         {"same", number(PlannedRow::Kind::same)},
         {"refused", number(PlannedRow::Kind::refused)}});
    view.refused = refused_table(plan, page);
    view.changes = changes_table(plan, page);
    view.rows = std::move(rows);
    view.checked = plan.mark();
    view.form_key = base::form_key_for(request.form.get("form_key"), records.now());
    view.may_do = added + changed > 0;
    return html::render_page(page, templates::register_plan(view, page), view.warning.empty() ? 200 : 409);
}

}  // namespace

http::Response import_page(const Records& records, const http::Request& request) {
    return ask(records, request, "", {});
}

http::Response import_rows(Records& records, const http::Request& request) {
    const html::Page page(request);
    const auto around = around_of(records, request);
    std::string rows(request.form.get("rows"));
    html::FormErrors errors;
    for (const auto& upload : request.uploads) {
        if (upload.field != "file" || upload.bytes.empty()) continue;
        const auto text = tables::as_utf8(upload.bytes);
        if (!text) errors.add("file", page.t("The file is no table. Save it as CSV."));
        rows = text.value_or("");
    }
    if (!errors.empty()) return ask(records, request, "", std::move(errors));
    // Browsers send the hidden rows with other line ends than those they came with.
    std::erase(rows, '\r');
    const auto plan = plan_import(records, rows, around);
    if (!plan.fault.empty()) {
        errors.add("rows", plan.fault);
        return ask(records, request, rows, std::move(errors));
    }
    const auto checked = request.form.get("checked");
    if (checked.empty()) return show_plan(records, request, plan, std::move(rows), "");
    if (checked == plan.mark() && carry_out(records, plan, around, request.identity->account_id,
                                                 request.form.get("form_key")))
        return http::see_other(list_url(page, records, "?imported=1"));
    return show_plan(records, request, plan_import(records, rows, around), std::move(rows),
                     page.t("Something was changed meanwhile, or two rows say the same. Nothing is saved. "
                            "Look at it again."));
}

http::Response table_file(const Records& records, const http::Request& request) {
    const auto around = around_of(records, request);
    const auto asked = asked_list(records, request, around);
    return http::download(table_of_register(records, asked.query, around), "text/csv; charset=utf-8",
                          std::string(records.declaration().key) + ".csv");
}

http::Response sheet_file(const Records& records, const http::Request& request) {
    const auto around = around_of(records, request);
    const auto asked = asked_list(records, request, around);
    return http::download(sheet_of_register(records, asked.query, around),
                          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                          std::string(records.declaration().key) + ".xlsx");
}

}  // namespace digilots::register_
