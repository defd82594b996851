#include "indicators/figures/catalogue_store.h"

#include "indicators/sql.h"
#include "platform/base/json.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/kept/versions.h"

namespace digilots::indicators::store {

namespace {

Indicator read_indicator(const db::Row& row) {
    Indicator made;
    made.id = row.text("id");
    made.source = row.text("source");
    made.municipality_id = row.text("municipality_id");
    made.country = row.text("country");
    made.title_sv = row.text("title");
    made.title_nb = row.text("title_nb");
    made.title_en = row.text("title_en");
    made.unit = row.text("unit");
    made.operating_area = row.text("operating_area");
    made.by_gender = row.flag("by_gender");
    made.retired = row.flag("retired");
    made.measure = row.text("measure");
    return made;
}

std::vector<Indicator> read_indicators(const db::Rows& rows) {
    std::vector<Indicator> found;
    for (const auto row : rows) found.push_back(read_indicator(row));
    return found;
}

}  // namespace

void raise(db::Connection& connection, Changed changed) {
    kept::raise(connection, kept_figures, "");
    if (changed == Changed::figures_and_catalogue) kept::raise(connection, kept_catalogue, "");
}

std::vector<Indicator> indicators(db::Connection& connection, const std::vector<std::string>& ids) {
    std::vector<Indicator> found;
    const auto rows = connection.query(sql::find_indicators, base::json_list(ids));
    for (const auto row : rows) {
        found.push_back(read_indicator(row));
        found.back().made_up = row.flag("made_up");
    }
    return found;
}

std::string definition(db::Connection& connection, std::string_view id) {
    const auto rows = connection.query(sql::find_definition, id);
    const auto row = rows.only();
    return row ? row->text("definition") : "";
}

std::vector<Indicator> local(db::Connection& connection, std::string_view municipality) {
    return read_indicators(connection.query(sql::list_local, municipality));
}

std::vector<Indicator> measured(db::Connection& connection) { return read_indicators(connection.query(sql::list_measured)); }

std::unordered_map<std::string, KnownEntry> catalogue(db::Connection& connection, std::string_view source) {
    std::unordered_map<std::string, KnownEntry> known;
    const auto rows = connection.query(sql::list_catalogue, source);
    for (const auto row : rows) {
        auto& one = known[row.text("id")];
        one.entry = {row.text("id"), row.text("title"), row.text("title_nb"), row.text("title_en"), row.text("definition"),
                     row.text("unit"), row.text("operating_area"), row.flag("by_gender"), row.flag("retired")};
        one.removed = !row.text_or_empty("removed_at").empty();
    }
    return known;
}

std::vector<SearchRow> for_search(db::Connection& connection, std::string_view after, int limit) {
    std::vector<SearchRow> found;
    const auto rows = connection.query(sql::list_for_search, after, limit);
    for (const auto row : rows) {
        found.push_back({row.text("id"), row.text("country"), row.text("operating_area"),
                         row.text("title_nb"), row.text("title_en"), row.text("definition"), row.text("title"),
                         row.flag("retired") || !row.text_or_empty("removed_at").empty()});
    }
    return found;
}

void save_entry(db::Connection& connection, const CatalogueEntry& entry, std::string_view source, std::string_view country,
                base::Instant now) {
    connection.execute(sql::save_indicator, entry.id, source, "", country, entry.title, entry.title_nb, entry.title_en,
                       entry.definition, entry.unit, entry.operating_area, entry.by_gender, entry.retired, "", "",
                       base::format_utc(now));
}

void add_indicator(db::Connection& connection, const Indicator& indicator, base::Instant now) {
    connection.execute(sql::add_indicator, indicator.id, indicator.source, indicator.country, indicator.title_sv,
                       indicator.title_nb, indicator.title_en, indicator.unit, indicator.operating_area, indicator.by_gender,
                       indicator.retired, base::format_utc(now), indicator.municipality_id);
}

bool remove_entry(db::Connection& connection, std::string_view id, base::Instant now) {
    return 0 < connection.execute(sql::remove_indicator, id, base::format_utc(now));
}

std::optional<GroupEntry> group(db::Connection& connection, std::string_view id) {
    const auto rows = connection.query(sql::find_group, id);
    const auto row = rows.only();
    if (!row) return std::nullopt;
    return GroupEntry{std::string(id), row->text("title"), base::separated(row->text("members"), ' ')};
}

std::vector<GroupEntry> groups_titled(db::Connection& connection, std::string_view pattern) {
    std::vector<GroupEntry> found;
    const auto rows = connection.query(sql::list_groups_titled, pattern);
    for (const auto row : rows) found.push_back({row.text("id"), row.text("title"), {}});
    return found;
}

std::vector<GroupEntry> groups(db::Connection& connection, std::string_view source) {
    std::vector<GroupEntry> found;
    const auto rows = connection.query(sql::list_groups, source);
    for (const auto row : rows) found.push_back({row.text("id"), row.text("title"), base::separated(row.text("members"), ' ')});
    return found;
}

void save_group(db::Connection& connection, const GroupEntry& group, std::string_view source) {
    connection.execute(sql::save_group, group.id, source, group.title, base::joined(group.members, " "));
}

void delete_group(db::Connection& connection, std::string_view id) { connection.execute(sql::delete_group, id); }

std::vector<std::string> followed(db::Connection& connection) {
    std::vector<std::string> found;
    const auto rows = connection.query(sql::list_followed);
    for (const auto row : rows) found.push_back(row.text("indicator_id"));
    return found;
}

bool follow(db::Connection& connection, std::string_view indicator, std::string_view actor, base::Instant now) {
    return connection.execute(sql::follow, indicator, actor, base::format_utc(now)) > 0;
}

}  // namespace digilots::indicators::store
