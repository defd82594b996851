#include <algorithm>

#include "collections/collections.h"
#include "collections/filling.h"
#include "collections/pages.h"
#include "collections/sql.h"
#include "platform/register/titled_choices.h"

namespace digilots::collections {

namespace {

using http::Access, http::Method, http::MenuPlace, http::Role;

const http::Menu menu{{MenuPlace::staff,
                       310,
                       TEXT("Collections of others"),
                       "/staff/outside-collections",
                       Role::coordinator,
                       {"/staff/outside-columns"}}};

/// Ended ones too: while there are any, the collection is not deleted away from them.
std::int64_t number_of_columns(db::Connection& connection, std::string_view municipality_id, std::string_view collection) {
    return connection.query(sql::number_of_columns, municipality_id, collection)[0].integer("number");
}

/// The columns as they stand in the table, and the way to add and try them.
register_::More columns_beside(const register_::Records& columns, const register_::Record& collection, const html::Page& page) {
    register_::More more;
    const auto there = columns_of(columns, page.request().tenant->id, collection.id);
    more.links.push_back({page.t(TEXT("Try it on ten entries, and download")),
                          page.tenant_url("/staff/outside-collections/" + collection.id + "/try")});
    const auto next = there.empty() ? 1 : there.back().whole("place").value_or(0) + 1;
    more.links.push_back({page.t(TEXT("Add a column")), page.tenant_url("/staff/outside-columns/new?collection=" + collection.id +
                                                                        "&place=" + std::to_string(next))});
    more.links.push_back(
        {page.t(TEXT("Change the columns")), page.tenant_url("/staff/outside-columns?collection=" + collection.id)});
    register_::More::Part part{page.t(TEXT("Columns")), {}};
    for (const auto& column : there)
        part.lines.push_back(std::to_string(column.whole("place").value_or(0)) + ". " + column.text("heading"));
    if (part.lines.empty()) part.lines.push_back(page.t(TEXT("No column yet.")));
    more.below.push_back(std::move(part));
    return more;
}

register_::Others of_columns(const register_::Records& collections, const register_::Others& others) {
    auto found = others;
    found.links["collections.collection"] = register_::titled_source(collections, "/staff/outside-collections/");
    // A column belongs to the unit of its collection.
    found.unit_of = [&collections](const register_::Record& column, std::string_view municipality_id) -> std::string {
        const auto collection = collections.find(municipality_id, column.text("collection"));
        return collection ? collection->text("unit") : "";
    };
    return found;
}

register_::Others of_collections(const register_::Records& columns, const register_::Others& others) {
    auto found = others;
    found.more = [&columns](const register_::Record& collection, const html::Page& page) {
        return columns_beside(columns, collection, page);
    };
    found.holds = [&columns](const register_::Record& collection, const html::Page& page) {
        const auto number = columns.database().read([&](db::Connection& connection) {
            return number_of_columns(connection, page.request().tenant->id, collection.id);
        });
        return number ? std::vector{page.tn("{n} column", "{n} columns", number)} : std::vector<std::string>{};
    };
    found.is_held = [](db::Connection& connection, std::string_view municipality_id, std::string_view id) {
        return number_of_columns(connection, municipality_id, id) > 0;
    };
    return found;
}

http::Routes routes_of(const std::shared_ptr<Kinds>& kinds) {
    const auto page = http::handlers_with(kinds);
    const std::string at = "/{municipality}/staff/outside-collections/{id}";
    return {{Method::get, at + "/try", Access::coordinator, page(try_page)},
            {Method::get, at + "/rows.csv", Access::coordinator, page(rows_csv), {}, {}, http::Effort::drawing},
            {Method::get, at + "/rows.xlsx", Access::coordinator, page(rows_xlsx), {}, {}, http::Effort::drawing}};
}

}  // namespace

Kinds::Kinds(db::Database& database, const base::Clock& clock, const register_::Others& others, inquiries::Inquiries& inquiries)
    : log(inquiries::log_rows(inquiries)),
      collections(collection_register(log), database, clock, of_collections(columns, others)),
      columns(column_register(log), database, clock, of_columns(collections, others)) {}

std::vector<register_::Record> columns_of(const register_::Records& columns, std::string_view municipality_id,
                                          std::string_view collection) {
    const register_::ListQuery query{.filters = {{"collection", std::string(collection)}}};
    auto found = columns.list(columns.around(municipality_id), query, register_::Records::most_counted, 0).records;
    std::ranges::stable_sort(found, {}, [](const register_::Record& one) {
        return std::pair(one.whole("place").value_or(0), one.created_at);
    });
    return found;
}

Slice slice(db::Database& database, const base::Clock& clock, const register_::Others& others, inquiries::Inquiries& log) {
    const auto kinds = std::make_shared<Kinds>(database, clock, others, log);
    return {
        .name = "collections",
        .routes = [kinds](const Slices&) { return routes_of(kinds); },
        .registers = {&kinds->collections, &kinds->columns},
        .menu = menu,
        .owns = kinds,
    };
}

}  // namespace digilots::collections
