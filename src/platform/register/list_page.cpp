#include <algorithm>

#include "platform/register/page_parts.h"
#include "platform/register/templates.h"
#include "platform/register/through.h"
#include "platform/register/unit_rule.h"

namespace digilots::register_ {

namespace {

using html::components::Cell;

Cell cell_of(const Field& field, const Record& record, const Surroundings& around) {
    const auto shown = field.type->show(field, record, around);
    std::string text;
    for (const auto& line : shown.lines) text += (text.empty() ? "" : ", ") + line;
    return {.text = std::move(text), .url = shown.lines.size() == 1 ? shown.url_of(0) : ""};
}

void add_rows(const std::vector<Record>& found, const Records& records, const Surroundings& around,
              const html::Page& page, html::components::Table& table) {
    // Who may not change what opens as its form has nothing to open.
    const auto& declaration = records.declaration();
    const bool is_form_alone = declaration.size == Size::many && declaration.opens == Opens::form;
    const bool opens = !is_form_alone || may(page.request(), declaration.change);
    for (const auto& record : found) {
        auto& row = table.rows.emplace_back();
        for (const auto& field : records.declaration().fields) {
            if (!field.is_listed || !field.is_seen(around)) continue;
            row.push_back(cell_of(field, record, around));
            if (row.size() > 1) continue;
            if (row[0].text.empty()) row[0].text = page.t("Without a name");
            if (opens) row[0].url = record_url(page, records, record.id);
        }
        if (records.declaration().ends() && record.has_ended()) row[0].text += " (" + page.t("ended") + ")";
    }
}

/// A heading that sorts turns the order round where the rows stand in it.
html::components::Table table_of(const Records& records, const ListRequest* listing, const html::Page& page) {
    const auto& declaration = records.declaration();
    html::components::Table table;
    table.caption =
        page.t(declaration.words.caption.id[0] ? declaration.words.caption : declaration.names.many);
    table.empty = page.t(declaration.words.empty);
    std::string_view standing;
    for (const auto& field : declaration.fields)
        if (field.is_sorted && standing.empty()) standing = field.name;
    if (listing && !listing->query.sort.empty()) standing = listing->query.sort;
    for (const auto& field : declaration.fields) {
        if (!field.is_listed || (field.is_for_changers && !may(page.request(), declaration.change))) continue;
        auto& column = table.columns.emplace_back(html::components::Column{page.t(field.heading())});
        if (!listing || !field.is_sorted) continue;
        ListRequest other = *listing;
        other.query.sort = field.name;
        other.query.is_descending =
            field.name == standing ? !listing->query.is_descending : field.is_newest_first;
        column.url = list_url(page, records, "?" + query_text(other));
        if (field.name == standing) column.sorted = listing->query.is_descending ? "descending" : "ascending";
    }
    return table;
}

std::vector<html::components::Option> options_of_units(const std::vector<Choice>& choices, const ListRequest& listing,
                                                       const html::Page& page) {
    const auto& filters = listing.query.filters;
    const auto chosen = std::ranges::find(filters, "unit", &std::pair<std::string, std::string>::first);
    if (chosen != filters.end()) return unit_options(read_unit(chosen->second), choices, page);
    // What is gone is not among the filters: nothing is found by it.
    return unit_options(listing.is_of_all_units ? UnitWanted{} : unit_wanted(page.request(), choices), choices, page);
}

std::vector<html::components::Field> filters_of(const Records& records, const ListRequest& listing, const Surroundings& around,
                                                const html::Page& page) {
    std::vector<html::components::Field> filters;
    for (const auto& field : records.declaration().fields) {
        if (!field.is_filter) continue;
        const auto choices = field.type->filter_choices(field, around);
        if (choices.empty() && field.type->columns(field).empty()) continue;  // there is no unit
        const auto chosen =
            std::ranges::find(listing.query.filters, field.name, &std::pair<std::string, std::string>::first);
        html::components::Field control{.name = std::string(field.name), .label = around.t(field.heading())};
        control.id = "filter-" + control.name;  // a page may have another of the field's name
        if (&field == unit_filter(records.declaration())) {
            control.options = options_of_units(choices, listing, page);
            if (!control.options.empty()) filters.push_back(std::move(control));
            continue;
        }
        control.options.push_back({"", around.t(TEXT("All"))});
        for (const auto& choice : choices) {
            const bool is_chosen = chosen != listing.query.filters.end() && chosen->second == choice.key;
            if (!is_chosen && field.is_typed_too && !choice.is_offered) continue;  // the list has no room for it
            control.options.push_back({choice.key, choice.label, is_chosen, "", choice.group});
        }
        filters.push_back(std::move(control));
    }
    if (records.declaration().ends())
        filters.push_back({.name = "ended",
                           .label = around.t(TEXT("Ended")),
                           .options = {{"", around.t(TEXT("Leave out")), !listing.query.with_ended},
                                       {"1", around.t(TEXT("Show them, too")), listing.query.with_ended}}});
    if (records.declaration().size == Size::few) return filters;
    html::components::Field size{.name = "size", .label = around.t(TEXT("Rows on a page"))};
    for (const int rows : {25, 50, 100})
        size.options.push_back({std::to_string(rows), std::to_string(rows), rows == listing.size});
    filters.push_back(std::move(size));
    return filters;
}

std::string found_text(std::int64_t found, const html::Page& page) {
    if (found >= Records::most_counted) return page.t("10 000 or more");
    return page.tn("{n} found", "{n} found", found);
}

/// `rest` is what the list asks for: the tables hold what it shows.
void add_tables(const Records& records, const http::Request& request, const std::string& rest, const html::Page& page,
                ListView& view) {
    view.ways.push_back({page.t("Download as a table (CSV)"), list_url(page, records, "/table" + rest)});
    view.ways.push_back({page.t("Download as a spreadsheet (XLSX)"), list_url(page, records, "/table.xlsx" + rest)});
    if (may(request, records.declaration().change))
        view.ways.push_back({page.t("Take in a table"), list_url(page, records, "/import")});
}

void add_ways(const Records& records, const http::Request& request, const ListRequest& listing,
              const html::Page& page, ListView& view) {
    const auto query = query_text(listing);
    if (may(request, records.declaration().change))
        view.ways.push_back({page.t(records.declaration().words.add), list_url(page, records, "/new")});
    const auto rest = query.empty() ? "" : "?" + query;
    add_tables(records, request, rest, page, view);
}

http::Response list_of_many(const Records& records, const http::Request& request) {
    const auto around = around_of(records, request);
    const auto& declaration = records.declaration();
    auto page = register_page(records, request, around.t(declaration.names.many));
    const auto listing = list_request(records, request, around);
    // The page's number is bounded by what is counted: nobody makes the database skip a million rows.
    const auto most_pages = static_cast<std::int64_t>(Records::most_counted);
    const int wanted = html::components::page_number(request.query.get("page"), most_pages, listing.size);
    auto listed = records.list(around, listing.query, listing.size, std::int64_t{wanted - 1} * listing.size);
    const int shown = html::components::page_number(request.query.get("page"), listed.found, listing.size);
    if (shown != wanted)
        listed = records.list(around, listing.query, listing.size, std::int64_t{shown - 1} * listing.size);
    ListView view;
    if (declaration.words.about.id[0]) view.about = page.t(declaration.words.about);
    view.done = done_text(request, declaration, page);
    view.found = found_text(listed.found, page);
    view.url = list_url(page, records);
    if (declaration.is_searched())
        view.search = {.name = "q",
                       .label = page.t("Search"),
                       .value = listing.query.search,
                       .type = "search",
                       .autocomplete = "off"};
    view.filters = filters_of(records, listing, around, page);
    if (!listing.query.sort.empty() || listing.query.is_descending)
        view.kept.emplace_back("sort", (listing.query.is_descending ? "-" : "") + listing.query.sort);
    view.table = table_of(records, &listing, page);
    if (!listing.query.search.empty() || !listing.query.filters.empty() || listing.query.finds_nothing)
        view.table.empty = page.t("Nothing fits what you asked for. Change it, or clear the filter.");
    add_rows(listed.records, records, around, page, view.table);
    const auto query = query_text(listing);
    view.pages = html::components::paginate(listed.found, shown, listing.size,
                                            view.url + (query.empty() ? "" : "?" + query));
    add_ways(records, request, listing, page, view);
    return html::render_page(page, templates::register_list(view, page));
}

/// Those of few that the filter leaves; all where none is chosen.
std::vector<Record> filtered_few(const Records& records, const http::Request& request, const Surroundings& around,
                                 const html::Page& page, ListView& view) {
    const auto& declaration = records.declaration();
    if (!std::ranges::any_of(declaration.fields, &Field::is_filter)) return records.all(around.municipality_id);
    const auto listing = list_request(records, request, around);
    view.filters = filters_of(records, listing, around, page);
    if (view.filters.empty()) return records.all(around.municipality_id);
    view.url = list_url(page, records);
    if (listing.query.filters.empty() && !listing.query.finds_nothing) {
        auto all = records.all(around.municipality_id);
        view.found = found_text(std::ssize(all), page);
        return all;
    }
    auto found = records.list(around, listing.query, static_cast<std::int64_t>(declaration.at_most), 0);
    view.found = found_text(found.found, page);
    view.table.empty = page.t("Nothing fits what you asked for. Change it, or clear the filter.");
    return std::move(found.records);
}

}  // namespace

http::Response list_again(const Records& records, const http::Request& request, const Draft& draft,
                          html::FormErrors errors) {
    const auto around = around_of(records, request);
    const auto& declaration = records.declaration();
    const auto page = register_page(records, request, around.t(declaration.names.many));
    const int status = errors.empty() ? 200 : 422;
    ListView view;
    if (declaration.words.about.id[0]) view.about = page.t(declaration.words.about);
    view.done = done_text(request, declaration, page);
    view.table = table_of(records, nullptr, page);
    add_rows(filtered_few(records, request, around, page, view), records, around, page, view.table);
    if (may(request, declaration.change) && declaration.adding == Adding::on_a_page)
        view.ways.push_back({page.t(declaration.words.add), list_url(page, records, "/new")});
    add_tables(records, request, "", page, view);
    if (may(request, declaration.change) && declaration.adding == Adding::below_the_list) {
        view.add_title = page.t(declaration.words.add);
        view.add =
            FormView{.errors = std::move(errors), .url = list_url(page, records), .button = view.add_title};
        view.add->form_key = new_form_key(records, draft);
        view.add->sections = sections_of(declaration, Occasion::when_new, draft, view.add->errors, around);
    }
    return html::render_page(page, templates::register_list(view, page), status);
}

http::Response list_page(const Records& records, const http::Request& request) {
    if (records.declaration().size == Size::few) return list_again(records, request, {}, {});
    return list_of_many(records, request);
}

}  // namespace digilots::register_
