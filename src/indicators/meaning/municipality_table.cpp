#include <algorithm>
#include <map>

#include "indicators/meaning/charts.h"
#include "platform/base/sort.h"
#include "platform/base/text.h"

namespace digilots::indicators {
namespace {

using html::components::Table;

struct TableRow {
    const municipality::Municipality* municipality;
    const Distribution::Member* member;
    std::string name_key, county_key;
};

std::vector<TableRow> rows_of(const Subject& subject) {
    const std::string language = subject.page.translator().language().code;
    std::map<std::string, std::string> counties;
    std::vector<TableRow> rows;
    for (const auto& member : subject.distribution.values) {
        const auto* municipality = municipality::Municipalities::find(member.municipality);
        if (municipality == nullptr) continue;
        auto& county = counties[municipality->county_name];
        if (county.empty()) county = base::collation_key(municipality->county_name, language);
        rows.push_back({municipality, &member, base::collation_key(municipality->name, language), county});
    }
    return rows;
}

void sort_rows(std::vector<TableRow>& rows, std::string_view by, bool backwards) {
    const auto before = [&](const TableRow& left, const TableRow& right) {
        if (by == "county" && left.county_key != right.county_key) return left.county_key < right.county_key;
        if (by == "value" && left.member->value != right.member->value) return left.member->value < right.member->value;
        if (by == "rank" && left.member->rank != right.member->rank) return left.member->rank < right.member->rank;
        return left.name_key < right.name_key;
    };
    std::ranges::stable_sort(rows, [&](const auto& left, const auto& right) {
        return backwards ? before(right, left) : before(left, right);
    });
}

}  // namespace

Table table_of(const Subject& subject, std::string_view sort, const std::string& path,
               const std::vector<std::pair<std::string, std::string>>& kept) {
    const auto& [pages, page, indicator, distribution, marked] = subject;
    const bool backwards = sort.starts_with('-');
    if (backwards) sort.remove_prefix(1);
    if (sort != "name" && sort != "county" && sort != "value") sort = "rank";
    const auto column = [&](std::string title, std::string_view key, bool numeric) {
        const bool here = sort == key;
        auto values = kept;
        values.emplace_back("sort", (here && !backwards ? "-" : "") + std::string(key));
        return html::components::Column{std::move(title), numeric, link_to(path, values) + "#all",
                      !here ? "" : backwards ? "descending" : "ascending"};
    };
    Table table{.caption = page.t("All municipalities, {year}", {{"year", std::to_string(distribution.year)}}),
                .columns = {column(page.t("Municipality"), "name", false), column(page.t("County"), "county", false),
                            column(page.t("Figure"), "value", true), column(page.t("Rank"), "rank", true),
                            {page.t("Colour")}},
                .rows = {}};
    auto rows = rows_of(subject);
    sort_rows(rows, sort, backwards);
    const std::string rest = "/progress/indicators/" + html::url_encode(indicator.id);
    for (const auto& row : rows) {
        const bool active = pages.municipalities.is_active(row.municipality->id);
        if (!marked.empty() && row.municipality->id == marked.front()) {
            table.highlighted = static_cast<int>(table.rows.size());
        }
        table.rows.push_back({TableCell{.text = row.municipality->name,
                                   .url = active ? link_to(page.url("/" + row.municipality->slug + rest), kept) : ""},
                              TableCell{.text = row.municipality->county_name},
                              TableCell{.text = short_text(row.member->value, indicator, page)},
                              TableCell{.text = page.translator().number(row.member->rank)},
                              TableCell{.text = "", .mark = Mark{.colour = mark_colour(row.member->colour)}}});
    }
    return table;
}

Table missing_of(const Subject& subject) {
    const auto& page = subject.page;
    Table table{.caption = page.t("Municipalities without a figure"),
                .columns = {{page.t("Municipality")}, {page.t("Why")}},
                .rows = {}};
    for (const auto& absent : subject.distribution.missing)
        table.rows.push_back({{.text = name_of(absent.municipality)}, {.text = missing_text(absent.reason, page)}});
    base::sort_by_key(table.rows, [&](const auto& row) {
        return base::collation_key(row.front().text, page.translator().language().code);
    });
    return table;
}

}  // namespace digilots::indicators
