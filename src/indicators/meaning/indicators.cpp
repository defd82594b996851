#include "indicators/indicators.h"

#include <algorithm>
#include <set>

#include "indicators/figures/catalogue_store.h"
#include "indicators/figures/run_store.h"
#include "indicators/figures/shipped.h"
#include "indicators/meaning/decision_store.h"
#include "indicators/meaning/implementation.h"
#include "indicators/meaning/search_order.h"
#include "indicators/meaning/shipped_directions.h"
#include "platform/audit/audit.h"

namespace digilots::indicators {

namespace {

constexpr int candidates = 200;   // of a search, before they are put in order

}  // namespace

Indicators::Indicators(db::Database& database, kept::Versions& versions, const municipality::Municipalities& municipalities,
                       const base::Clock& clock, Options options)
    : implementation_(new Implementation(database, versions, municipalities, clock, std::move(options))) {}

Indicators::~Indicators() = default;

std::optional<Indicator> Indicators::find(std::string_view id) const { return implementation_->find(id); }

std::string Indicators::definition(std::string_view id) const {
    return implementation_->database.read([&](db::Connection& connection) { return store::definition(connection, id); });
}

std::vector<Indicator> Indicators::search(std::string_view words, int limit) const {
    const auto matching = implementation_->index.find(words, std::max(limit, candidates));
    auto found = in_order(implementation_->find_all(matching), words);
    if (found.size() > static_cast<std::size_t>(limit)) found.resize(static_cast<std::size_t>(limit));
    return found;
}

std::vector<Indicator> Indicators::of_group(std::string_view group) const {
    std::vector<std::string> ids;
    for (const auto& shipped : shipped_indicators()) {
        if (std::ranges::find(shipped.groups, group) != shipped.groups.end()) ids.push_back(shipped.id);
    }
    auto found = implementation_->find_all(ids);
    std::ranges::sort(found, {}, &Indicator::title_sv);
    return found;
}

std::vector<Indicator> Indicators::local(std::string_view municipality) const {
    if (municipality.empty()) return {};
    return implementation_->own_of(municipality)->indicators;
}

std::vector<int> Indicators::years(std::string_view indicator) const {
    auto& parts = *implementation_;
    if (!is_own_id(indicator)) return parts.read()->cache.years(indicator);
    const auto own = parts.find(indicator);
    return own ? parts.cache_of(*own, nullptr)->years(indicator) : std::vector<int>{};
}

void Indicators::read_years_ahead(const std::vector<std::string>& ids) const {
    auto official = ids;
    std::erase_if(official, is_own_id);
    implementation_->read()->cache.fetch_years(official);
}

std::vector<GroupChoice> Indicators::groups(std::string_view municipality) const {
    std::vector<GroupChoice> found{{"country", ""}};
    const auto* own = municipality::Municipalities::find(municipality);
    if (own) found.push_back({"county", ""});
    const auto has = [&](const municipality::Network& network) {
        return std::ranges::find(network.members, municipality) != network.members.end();
    };
    for (const auto& network : implementation_->municipalities.networks()) {
        if (has(network)) found.push_back({"network:" + network.key, network.name});
    }
    if (!own) return found;
    // "Liknande kommuner grundskola, Sundsvall, 2024": the group that Kolada made for this one.
    const auto similar = implementation_->database.read([&](db::Connection& connection) {
        return store::groups_titled(connection, "Liknande kommuner%, " + own->name + ", %");
    });
    for (const auto& group : similar) found.push_back({"similar:" + group.id, group.title});
    return found;
}

bool Indicators::has_similar(std::string_view key) const { return implementation_->similar(key).has_value(); }

Direction Indicators::direction(std::string_view indicator, std::string_view municipality) const {
    const auto found = find(indicator);
    return found ? implementation_->direction(*found, municipality) : Direction::neither;
}

std::vector<DirectionChange> Indicators::direction_history(std::string_view indicator, std::string_view municipality) const {
    std::vector<DirectionChange> history;
    const auto found = find(indicator);
    const bool found_own = found && !found->municipality_id.empty() && found->municipality_id == municipality;
    if (const auto* shipped = shipped_direction(indicator)) {
        history.push_back({shipped->direction, shipped->reason_sv, shipped->decided_by, std::nullopt});
    }
    auto own = implementation_->database.read([&](db::Connection& connection) {
        const auto chosen = found_own ? store::own_direction(connection, indicator) : std::nullopt;
        if (chosen) history.push_back({*chosen, "", "", std::nullopt});
        return store::directions_of(connection, municipality, indicator);
    });
    std::ranges::move(own, std::back_inserter(history));
    return history;
}

bool Indicators::set_direction(std::string_view municipality, std::string_view indicator, Direction direction,
                               std::string_view reason, std::string_view actor, const base::Seen& seen) {
    const auto now = implementation_->clock.now();
    bool is_as_seen = false;
    implementation_->database.write([&](db::Connection& connection) {
        is_as_seen = seen.is(store::mark(connection, municipality, indicator));
        if (!is_as_seen) return;
        kept::raise(connection, kept_directions, municipality);
        store::add_direction(connection, municipality, indicator, {direction, std::string(reason), std::string(actor), now}, now);
        audit::record(connection,
                      {std::string(municipality), std::string(actor), "direction changed", "indicator:" + std::string(indicator),
                       std::string(word_of(direction))},
                      now);
    }, db::Isolation::deciding);
    return is_as_seen;
}

std::string Indicators::mark(std::string_view municipality, std::string_view indicator) const {
    return implementation_->database.read(
        [&](db::Connection& connection) { return store::mark(connection, municipality, indicator); });
}

void Indicators::follow(std::string_view indicator, std::string_view actor) {
    const auto now = implementation_->clock.now();
    implementation_->database.write([&](db::Connection& connection) {
        if (store::follow(connection, indicator, actor, now)) store::raise(connection, store::Changed::figures);
    });
}

std::vector<std::string> Indicators::followed(std::string_view source) const {
    std::set<std::string> all;
    for (const auto& shipped : shipped_indicators()) {
        if (shipped.source == source) all.insert(shipped.id);
    }
    for (auto& id : implementation_->database.read([](db::Connection& connection) { return store::followed(connection); })) {
        if (id.starts_with("kostra:") == (source == "kostra")) all.insert(std::move(id));
    }
    return {all.begin(), all.end()};
}

std::vector<Run> Indicators::runs(int limit) const {
    return implementation_->database.read([&](db::Connection& connection) { return store::runs(connection, limit); });
}

std::vector<RunChange> Indicators::changes(std::string_view run, int limit) const {
    return implementation_->database.read([&](db::Connection& connection) { return store::changes(connection, run, limit); });
}

void Indicators::catch_up_search() { implementation_->index.catch_up(); }

std::vector<std::string> Indicators::not_searchable() const { return implementation_->index.left_out(); }

}  // namespace digilots::indicators
