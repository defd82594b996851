#include "municipality/municipality_store.h"

#include "municipality/sql.h"
#include "platform/base/lists.h"

namespace digilots::municipality::store {

std::set<std::string, std::less<>> active(db::Connection& connection) {
    std::set<std::string, std::less<>> found;
    const auto rows = connection.query(sql::list_active);
    for (const auto row : rows) found.insert(row.text("municipality_id"));
    return found;
}

std::vector<Network> networks(db::Connection& connection) {
    std::vector<Network> found;
    const auto rows = connection.query(sql::list_networks);
    for (const auto row : rows) {
        if (found.empty() || found.back().key != row.text("key"))
            found.push_back({row.text("key"), row.text("name"), {}, row.text("lead")});
        const auto member = row.text("municipality_id");
        if (!member.empty()) found.back().members.push_back(member);
    }
    for (auto& network : found)
        if (!base::holds(network.members, network.lead)) network.lead.clear();
    return found;
}

std::vector<Municipality> own(db::Connection& connection) {
    std::vector<Municipality> found;
    const auto rows = connection.query(sql::list_own);
    for (const auto row : rows) {
        Municipality one;
        one.id = one.slug = row.text("id");
        one.country = row.text("country");
        one.name = row.text("name");
        one.county_name = row.text("county_name");
        one.population = row.get<std::optional<std::int64_t>>("population").value_or(0);
        one.population_year = static_cast<int>(row.get<std::optional<std::int64_t>>("population_year").value_or(0));
        const auto latitude = row.get<std::optional<double>>("latitude");
        one.is_on_map = latitude.has_value();
        one.latitude = latitude.value_or(0);
        one.longitude = row.get<std::optional<double>>("longitude").value_or(0);
        one.is_own = true;
        one.is_made_up = row.flag("made_up");
        found.push_back(std::move(one));
    }
    return found;
}

void save_own(db::Connection& connection, const Municipality& own, base::Instant now) {
    const bool is_counted = own.population_year != 0;
    connection.execute(sql::save_own, own.id, own.country, own.name, own.county_name,
                       is_counted ? std::optional(own.population) : std::nullopt,
                       is_counted ? std::optional<std::int64_t>(own.population_year) : std::nullopt,
                       own.is_on_map ? std::optional(own.latitude) : std::nullopt,
                       own.is_on_map ? std::optional(own.longitude) : std::nullopt, base::format_utc(now), own.is_made_up);
}

void save_network(db::Connection& connection, const Network& network) {
    connection.execute(sql::save_network, network.key, network.name, network.lead);
    connection.execute(sql::delete_members, network.key);
    for (const auto& member : network.members) connection.execute(sql::add_member, network.key, member);
}

}  // namespace digilots::municipality::store
