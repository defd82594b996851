#include "directory/to_complete_page.h"

#include <algorithm>

#include "directory/templates.h"
#include "directory/things_to_complete.h"
#include "directory/unit_choice.h"

namespace digilots::directory {
namespace {

constexpr int per_list = 30;

std::string form_url(const RecordToComplete& record, const html::Page& page) {
    const auto* folder = record.kind == RecordKind::place       ? "places"
                         : record.kind == RecordKind::service   ? "services"
                         : record.kind == RecordKind::e_service ? "e-services"
                                                                : "contacts";
    return page.tenant_url(std::string("/staff/directory/") + folder + "/" + record.id);
}

std::string kind_text(RecordKind kind, const html::Page& page) {
    if (kind == RecordKind::place) return page.t("Place");
    if (kind == RecordKind::service) return page.t("Service");
    return kind == RecordKind::e_service ? page.t("E-service") : page.t("Contact");
}

TaskRow row_of(const RecordToComplete& record, const std::optional<Task>& wanted, const html::Page& page) {
    TaskRow row{record.title, form_url(record, page), kind_text(record.kind, page), {}};
    for (const auto& thing : record.things) {
        if (wanted && thing.task != *wanted) continue;
        const auto text = text_of(thing.task, page) + (thing.about.empty() ? "" : ": " + thing.about);
        row.things.push_back({text, row.url + (thing.field.empty() ? "" : "#" + thing.field)});
    }
    return row;
}

}  // namespace

http::Response to_complete_page(const Pages& pages, const http::Request& request) {
    html::Page page(request);
    page.title = page.t("To complete");
    page.staff = true;
    page.indexable = false;
    page.breadcrumbs = {{page.t("Directory"), page.tenant_url("/staff/directory")}, {page.title, "", true}};
    const auto snapshot = pages.directory.snapshot(request.tenant->id);
    const auto unanswered = pages.directory.unanswered_contacts(request.tenant->id);
    const auto wanted = task_named(request.query.get("what"));
    std::vector<TaskRow> rows;
    const auto units = unit_choice(pages, page);
    auto records = records_to_complete(*snapshot, unanswered);
    std::erase_if(records, [&](const auto& record) { return !units.holds(record.kind, record.id); });
    for (const auto& record : records) {
        if (auto row = row_of(record, wanted, page); !row.things.empty()) rows.push_back(std::move(row));
    }
    // The records that lack most come first: a phone call answers all of it.
    std::ranges::stable_sort(rows, std::greater{}, [](const TaskRow& row) { return row.things.size(); });
    ToCompleteView view;
    view.units = units.options;
    view.what = wanted ? name_of(*wanted) : "";
    view.filters = to_complete_filters(records, wanted ? name_of(*wanted) : "", units.query, page);
    view.count = page.tn("{n} record", "{n} records", static_cast<std::int64_t>(rows.size()));
    const int shown = html::components::page_number(request.query.get("page"), std::ssize(rows), per_list);
    const auto number = static_cast<std::size_t>(shown);
    const std::string query = request.raw_query.empty() ? "" : "?" + request.raw_query;
    view.pages = html::components::paginate(std::ssize(rows), shown, per_list,
                                            page.tenant_url("/staff/directory/to-complete") + query);
    const auto from = std::min(rows.size(), (number - 1) * per_list), until = std::min(rows.size(), number * per_list);
    view.rows.assign(rows.begin() + static_cast<std::ptrdiff_t>(from), rows.begin() + static_cast<std::ptrdiff_t>(until));
    return html::render_page(page, templates::to_complete_page(view, page));
}

}  // namespace digilots::directory
