#pragma once
// Packed figures as rows. One function a query or a change.
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indicators/figures/column.h"
#include "indicators/figures/source.h"
#include "platform/db/connection.h"

namespace digilots::indicators::store {

/// Where a column's figures came from last.
enum class Origin { shipped, fetched, imported, own, made_up };
std::string_view word_of(Origin origin);

struct StoredColumn {
    std::string indicator;
    int year;
    Gender gender;
    std::string packed;
};
struct FoundColumn {
    std::string packed, origin;
};

/// Ascending; all that were asked for are there.
std::map<std::string, std::vector<int>> years(db::Connection& connection, std::span<const std::string> indicators);
/// Of all genders, in any order.
std::vector<StoredColumn> columns(db::Connection& connection, const std::vector<std::pair<std::string, int>>& years);
std::optional<FoundColumn> column(db::Connection& connection, const ColumnKey& key);
std::vector<ColumnKey> column_keys(db::Connection& connection, std::string_view indicator);
/// A column without any figure or reason is deleted.
void save_column(db::Connection& connection, const ColumnKey& key, const std::string& packed, Origin origin, base::Instant now);
/// Whether any column of it is invented.
bool is_made_up(db::Connection& connection, std::string_view indicator);
/// Also where it has no column.
bool is_all_made_up(db::Connection& connection, std::string_view indicator);
void delete_made_up(db::Connection& connection, std::string_view indicator);
/// The newest year up to `most` with a figure of that source and owner ("": of official ones); 0 where none.
int newest_year(db::Connection& connection, std::string_view source, std::string_view owner, int most);
/// Those of whom something came by a fetch.
std::set<std::string> fetched(db::Connection& connection);

}  // namespace digilots::indicators::store
