#include "budget/approved.h"

#include <algorithm>

#include "platform/base/json.h"

namespace digilots::budget {

namespace {

template <class Rows>
std::vector<ApprovedRow> rows_as_they_stand(const Rows& rows) {
    std::vector<ApprovedRow> kept;
    for (const auto& one : rows) kept.push_back({one.id, one.title, one.amounts});
    return kept;
}

void write_approved_rows(base::JsonWriter& json, const char* key, const std::vector<ApprovedRow>& rows) {
    json.key(key).begin_array();
    for (const auto& row : rows) {
        json.begin_object().member("id", row.id).member("title", row.title).key("amounts").begin_array();
        for (const auto& one : row.amounts) json.value(one);
        json.end_array().end_object();
    }
    json.end_array();
}

std::vector<ApprovedRow> approved_rows_in(const base::Json& json) {
    std::vector<ApprovedRow> rows;
    for (const auto& one : json.items()) {
        auto& row = rows.emplace_back();
        row.id = std::string(one["id"].text());
        row.title = std::string(one["title"].text());
        const auto& amounts = one["amounts"].items();
        for (std::size_t at = 0; at < std::min(amounts.size(), most_years); ++at) row.amounts[at] = amounts[at].as_integer();
    }
    return rows;
}

template <class Rows>
std::vector<ChangedRow> changed_rows(const std::vector<ApprovedRow>& before, const Rows& now) {
    std::vector<ChangedRow> changed;
    for (const auto& one : now) {
        const auto was = std::ranges::find(before, one.id, &ApprovedRow::id);
        if (was == before.end())
            changed.push_back({.title = one.title, .before = std::nullopt, .now = one.amounts});
        else if (was->amounts != one.amounts)
            changed.push_back({.title = one.title, .before = was->amounts, .now = one.amounts});
    }
    for (const auto& was : before) {
        const bool is_there = std::ranges::any_of(now, [&](const auto& one) { return one.id == was.id; });
        if (!is_there) changed.push_back({.title = was.title, .before = was.amounts, .now = std::nullopt});
    }
    return changed;
}

}  // namespace

Approved as_it_stands(const Budget& budget) {
    return {.first_year = budget.first_year,
            .last_year = budget.last_year,
            .lines = rows_as_they_stand(budget.lines),
            .sources = rows_as_they_stand(budget.sources)};
}

std::string to_text(const Approved& approved) {
    base::JsonWriter json;
    json.begin_object().member("first_year", approved.first_year).member("last_year", approved.last_year);
    write_approved_rows(json, "lines", approved.lines);
    write_approved_rows(json, "sources", approved.sources);
    json.end_object();
    return std::move(json).take();
}

std::optional<Approved> approved_of(std::string_view text) {
    const auto json = base::parse_json(text);
    if (!json || !json->is_object()) return std::nullopt;
    const auto year = [&](const char* name) { return static_cast<int>((*json)[name].as_integer().value_or(0)); };
    return Approved{.first_year = year("first_year"),
                    .last_year = year("last_year"),
                    .lines = approved_rows_in((*json)["lines"]),
                    .sources = approved_rows_in((*json)["sources"])};
}

ChangedSince changed_since(const Approved& approved, const Budget& budget) {
    return {changed_rows(approved.lines, budget.lines), changed_rows(approved.sources, budget.sources)};
}

}  // namespace digilots::budget
