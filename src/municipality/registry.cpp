#include "municipality/registry.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <string>
#include <unordered_map>

#include "platform/base/embedded.h"
#include "platform/base/ensure.h"
#include "platform/base/sort.h"
#include "platform/base/text.h"
#include "platform/base/whole_number.h"
#include "platform/tables/csv_reader.h"

namespace digilots::municipality {

namespace {

double to_double(std::string_view text) {
    double value = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    ENSURE(result.ec == std::errc{});
    return value;
}

std::int64_t to_integer(std::string_view text) {
    std::int64_t value = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    ENSURE(result.ec == std::errc{});
    return value;
}

std::string_view embedded(std::string_view name) {
    const auto content = base::embedded_file(name);
    ENSURE(content.has_value());
    return *content;
}

Municipality read_municipality(const std::vector<std::string>& row) {
    ENSURE(row.size() == 13);
    Municipality one;
    one.id = row[0];
    one.country = row[1];
    one.name = row[2];
    one.slug = row[3];
    one.county_code = row[4];
    one.county_name = row[5];
    one.population = to_integer(row[6]);
    one.population_year = static_cast<int>(to_integer(row[7]));
    one.latitude = to_double(row[8]);
    one.longitude = to_double(row[9]);
    one.main_town = row[10];
    one.town_latitude = to_double(row[11]);
    one.town_longitude = to_double(row[12]);
    return one;
}

// Sweden first, each country in its own alphabet.
std::vector<Municipality> read_registry() {
    std::vector<Municipality> all;
    for (const auto& row : tables::rows_below_header(embedded("data/municipalities.csv"))) all.push_back(read_municipality(row));
    base::sort_by_key(all, [](const Municipality& one) {
        const bool swedish = one.country == "SE";
        return std::pair(!swedish, base::collation_key(one.name, swedish ? "sv" : "nb"));
    });
    return all;
}

using ByName = std::unordered_map<std::string_view, const Municipality*>;

ByName index_registry() {
    ByName index;
    for (const auto& one : registry()) {
        index.emplace(one.id, &one);
        index.emplace(one.slug, &one);
    }
    return index;
}

}  // namespace

const std::vector<Municipality>& registry() {
    static const auto all = read_registry();
    return all;
}

const Municipality* find_in_registry(std::string_view id_or_slug) {
    static const auto index = index_registry();
    const auto found = index.find(id_or_slug);
    return found == index.end() ? nullptr : found->second;
}

namespace {

/// Of every municipality, by its code.
const std::map<std::string, std::vector<Settlement>, std::less<>>& all_settlements() {
    static const auto all = [] {
        std::map<std::string, std::vector<Settlement>, std::less<>> read;
        for (const auto& row : tables::rows_below_header(embedded("data/settlements.csv")))
            read[row[1]].push_back({row[0], to_double(row[2]), to_double(row[3]), base::whole_number(row[4], 1, 100'000'000)});
        return read;
    }();
    return all;
}

}  // namespace

std::optional<std::pair<double, double>> find_settlement(std::string_view municipality_id,
                                                         std::string_view name) {
    const auto found = all_settlements().find(municipality_id);
    if (found == all_settlements().end()) return std::nullopt;
    const auto wanted = base::lower(base::trim(name));
    for (const auto& one : found->second)
        if (base::lower(one.name) == wanted) return std::pair(one.latitude, one.longitude);
    return std::nullopt;
}

std::vector<Settlement> settlements_of(std::string_view municipality_id) {
    const auto found = all_settlements().find(municipality_id);
    return found == all_settlements().end() ? std::vector<Settlement>{} : found->second;
}

}  // namespace digilots::municipality
