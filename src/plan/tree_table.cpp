// The whole tree as a table, what stands above before what stands below it. It comes back under all parts, here or elsewhere.
#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <utility>

#include "plan/pages.h"
#include "platform/register/import.h"
#include "platform/register/import_columns.h"
#include "platform/register/pages.h"
#include "platform/tables/csv_writer.h"
#include "platform/tables/xlsx_writer.h"

namespace digilots::plan {

namespace {

template <class Writer>
void write_tree(Writer& writer, const Pages& pages, const http::Request& request) {
    const auto& nodes = pages.kinds->nodes;
    const auto plan = pages.kinds->kept.of(request.tenant->id);
    std::map<std::string, tables::Row, std::less<>> rows;
    bool has_headings = false;
    register_::write_lines(nodes, {}, register_::around_of(nodes, request), [&](const tables::Row& row) {
        if (std::exchange(has_headings, true)) rows[register_::read_reference(row.back().text()).id] = row;
        else writer.line(row);
    });
    const auto* part = plan->find(request.query.get("part"));
    for (const auto& placed : plan->placed()) {
        const auto row = rows.find(placed.node->id);
        const auto above = plan->above(*placed.node);
        const bool is_of_it = !part || placed.node == part || std::ranges::find(above, part) != above.end();
        if (row != rows.end() && is_of_it) writer.line(row->second);
    }
}

}  // namespace

http::Response tree_csv(const Pages& pages, const http::Request& request) {
    tables::CsvWriter table;
    write_tree(table, pages, request);
    return http::download(std::move(table).take(), "text/csv; charset=utf-8", "plan-tree.csv");
}

http::Response tree_xlsx(const Pages& pages, const http::Request& request) {
    const html::Page page(request);
    tables::XlsxWriter sheet(page.t("Parts of the plan"));
    write_tree(sheet, pages, request);
    return http::download(std::move(sheet).take(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                          "plan-tree.xlsx");
}

}  // namespace digilots::plan
