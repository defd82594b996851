#include "municipality/municipality_store.h"

#include <algorithm>

#include "municipality/registry.h"
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
            found.push_back({row.text("key"), row.text("name"), {}, row.text("lead"), row.text("nation")});
        const auto member = row.text("municipality_id");
        if (!member.empty()) found.back().members.push_back(member);
    }
    for (auto& network : found)
        if (!base::holds(network.members, network.lead)) network.lead.clear();
    const auto ended = connection.query(sql::list_ended);
    for (const auto row : ended) {
        const auto network = std::ranges::find(found, row.text("network_key"), &Network::key);
        if (network != found.end()) network->ended.push_back(row.text("municipality_id"));
    }
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
    connection.execute(sql::save_network, network.key, network.name, network.lead, network.nation);
    connection.execute(sql::delete_members, network.key);
    for (const auto& member : network.members) connection.execute(sql::add_member, network.key, member);
    connection.execute(sql::delete_ended, network.key);
    for (const auto& gone : network.ended) connection.execute(sql::add_ended, network.key, gone);
}

Network whole(db::Connection& connection, Network network) {
    if (network.nation.empty()) {
        network.ended.clear();
        return network;
    }
    const auto stored = networks(connection);
    if (const auto before = std::ranges::find(stored, network.key, &Network::key); before != stored.end())
        for (const auto& id : before->ended)
            if (!base::holds(network.ended, id)) network.ended.push_back(id);
    std::erase_if(network.ended, [&](const std::string& id) { return base::holds(network.members, id); });
    const auto here = active(connection);
    for (const auto& one : registry())
        if (one.country == network.nation && here.contains(one.id) && !base::holds(network.ended, one.id) &&
            !base::holds(network.members, one.id))
            network.members.push_back(one.id);
    return network;
}

std::vector<std::string> join_nation(db::Connection& connection, const Municipality& municipality) {
    std::vector<std::string> joined;
    if (municipality.is_own || municipality.is_made_up) return joined;
    for (const auto& network : networks(connection)) {
        if (network.nation != municipality.country || base::holds(network.ended, municipality.id) ||
            base::holds(network.members, municipality.id))
            continue;
        connection.execute(sql::add_member, network.key, municipality.id);
        joined.push_back(network.key);
    }
    return joined;
}

}  // namespace digilots::municipality::store
