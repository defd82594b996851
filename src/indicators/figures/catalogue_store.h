#pragma once
// The catalogue, groups and who is followed as rows. One function a query or a change.
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indicators/figures/figure.h"
#include "indicators/figures/source.h"
#include "platform/db/connection.h"

namespace digilots::indicators::store {

/// Of what sources gave: everything that answers are made from, and what is searched.
enum class Changed { figures, figures_and_catalogue };
void raise(db::Connection& connection, Changed changed);

/// Those that are there, in any order.
std::vector<Indicator> indicators(db::Connection& connection, const std::vector<std::string>& ids);
std::string definition(db::Connection& connection, std::string_view id);
std::vector<Indicator> local(db::Connection& connection, std::string_view municipality);
std::vector<Indicator> measured(db::Connection& connection);

struct KnownEntry {
    CatalogueEntry entry;
    bool removed = false;
};
std::unordered_map<std::string, KnownEntry> catalogue(db::Connection& connection, std::string_view source);
struct SearchRow {
    std::string id, country, operating_area, title_nb, title_en, definition, title;
    bool retired = false;              // or removed
};
/// In pages by id. What municipalities count themselves is in none: each finds its own in its list.
std::vector<SearchRow> for_search(db::Connection& connection, std::string_view after, int limit);

void save_entry(db::Connection& connection, const CatalogueEntry& entry, std::string_view source, std::string_view country,
                base::Instant now);
/// Only where it is not there: figures came before the catalogue.
void add_indicator(db::Connection& connection, const Indicator& indicator, base::Instant now);
/// False where it was not there.
bool remove_entry(db::Connection& connection, std::string_view id, base::Instant now);
std::optional<GroupEntry> group(db::Connection& connection, std::string_view id);
/// `pattern` as LIKE takes it.
std::vector<GroupEntry> groups_titled(db::Connection& connection, std::string_view pattern);
std::vector<GroupEntry> groups(db::Connection& connection, std::string_view source);
void save_group(db::Connection& connection, const GroupEntry& group, std::string_view source);
void delete_group(db::Connection& connection, std::string_view id);

std::vector<std::string> followed(db::Connection& connection);
/// False where it was followed already.
bool follow(db::Connection& connection, std::string_view indicator, std::string_view actor, base::Instant now);

}  // namespace digilots::indicators::store
