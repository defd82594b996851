#include "indicators/meaning/implementation.h"

#include <algorithm>
#include <set>

#include "indicators/figures/catalogue_store.h"
#include "indicators/figures/made_up.h"
#include "indicators/figures/shipped.h"
#include "indicators/meaning/decision_store.h"
#include "indicators/meaning/shipped_directions.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"

namespace digilots::indicators {

namespace {

// Pages that walk through the whole catalogue do not fill the memory.
constexpr std::size_t most_known = 1000;
// No source has longer ids of indicators and groups.
constexpr std::size_t longest_key = 200;

/// The catalogue's word for title and state, ours for what it does not have.
Indicator completed(Indicator found, const Indicator* shipped) {
    if (!shipped) return found;
    if (found.title_sv.empty() || found.country != "SE") found.title_sv = shipped->title_sv;
    found.title_en = shipped->title_en;
    found.title_nb = shipped->title_nb;
    found.unit = shipped->unit;
    found.groups = shipped->groups;
    found.shipped = true;
    return found;
}

std::vector<std::string> of_county(std::string_view municipality) {
    std::vector<std::string> found;
    const auto* own = municipality::Municipalities::find(municipality);   // one with a key is compared with no county
    for (const auto& one : municipality::Municipalities::all()) {
        if (own && one.country == own->country && one.county_code == own->county_code) found.push_back(one.id);
    }
    return found;
}

}  // namespace

OwnRead::OwnRead(db::Database& database, std::string_view municipality) : cache(database) {
    indicators = database.read([&](db::Connection& connection) { return store::local(connection, municipality); });
    if (indicators.empty()) return;
    std::vector<std::string> ids;
    for (const auto& one : indicators) ids.push_back(one.id);
    cache.fetch_years(ids);
    std::vector<FigureCache::Wanted> wanted;
    for (const auto& one : indicators) wanted.push_back({one, cache.years(one.id)});
    cache.fetch(std::move(wanted));
}

Indicators::Implementation::Implementation(db::Database& opened, kept::Versions& versions,
                                           const municipality::Municipalities& all, const base::Clock& time,
                                           Options chosen)
    : database(opened), municipalities(all), clock(time), options(std::move(chosen)),
      index(opened, versions, options.search_folder),
      read_(clock, [&versions](std::string_view, kept::Stamp& stamp) { stamp.take(versions.of(kept_figures, "")); },
            [this](std::string_view) { return std::make_shared<const Read>(database); }),
      own_(clock, [&versions](std::string_view id, kept::Stamp& stamp) { stamp.take(versions.of(kept_own_figures, id)); },
           [this](std::string_view id) { return std::make_shared<const OwnRead>(database, id); }),
      directions_(clock, [&versions](std::string_view id, kept::Stamp& stamp) { stamp.take(versions.of(kept_directions, id)); },
                  [this](std::string_view id) {
                      return std::make_shared<const Directions>(
                          database.read([&](db::Connection& connection) { return store::directions(connection, id); }));
                  }) {}

std::optional<Indicator> Indicators::Implementation::find(std::string_view id) {
    if (id.size() > longest_key) return std::nullopt;
    if (is_own_id(id)) return find_own(id);
    const auto kept = read();
    {
        const base::Lock lock(kept->mutex);
        if (const auto found = kept->known.find(std::string(id)); found != kept->known.end()) return found->second;
    }
    auto found = find_all({std::string(id)});
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::optional<Indicator> Indicators::Implementation::find_own(std::string_view id) {
    std::string owner;
    {
        const base::Lock lock(mutex_);
        if (const auto known = owners_.find(id); known != owners_.end()) owner = known->second;
    }
    if (!owner.empty()) {
        const auto own = own_of(owner);
        if (const auto* found = base::find_in(own->indicators, id, &Indicator::id)) return *found;
    }
    // Made on another server a moment ago, or not asked for yet.
    auto found = database.read([&](db::Connection& connection) { return store::indicators(connection, {std::string(id)}); });
    if (found.empty()) return std::nullopt;
    const base::Lock lock(mutex_);
    if (owners_.size() >= most_known) owners_.clear();
    owners_.insert_or_assign(std::string(id), found.front().municipality_id);
    return std::move(found.front());
}

std::vector<Indicator> Indicators::Implementation::find_all(const std::vector<std::string>& ids) {
    const auto kept = read();
    std::unordered_map<std::string, std::optional<Indicator>> answers;
    std::vector<std::string> unknown;
    {
        const base::Lock lock(kept->mutex);
        for (const auto& id : ids) {
            if (is_own_id(id)) continue;
            const auto found = kept->known.find(id);
            if (found != kept->known.end()) answers.insert(*found);
            else unknown.push_back(id);
        }
    }
    for (const auto& id : ids)
        if (is_own_id(id)) answers[id] = find_own(id);
    if (!unknown.empty()) {
        for (const auto& id : unknown) {
            const auto* shipped = find_shipped(id);
            answers[id] = shipped ? std::optional(*shipped) : std::nullopt;
        }
        for (auto& one : database.read([&](db::Connection& connection) { return store::indicators(connection, unknown); })) {
            answers[one.id] = completed(one, find_shipped(official_id(one.id)));
        }
        const base::Lock lock(kept->mutex);
        if (kept->known.size() + unknown.size() > most_known) kept->known.clear();
        for (const auto& id : unknown) kept->known[id] = answers[id];
    }
    std::vector<Indicator> found;
    for (const auto& id : ids) {
        if (const auto& one = answers[id]) found.push_back(*one);
    }
    return found;
}

void Indicators::Implementation::read_ahead(const std::vector<std::string>& ids, int as_of) {
    std::set<std::string> once(ids.begin(), ids.end());
    std::erase_if(once, is_own_id);                    // read with all of their municipality
    const std::vector<std::string> different(once.begin(), once.end());
    const auto kept = read();
    auto& cache = kept->cache;
    cache.fetch_years(different);
    std::vector<FigureCache::Wanted> wanted;
    for (auto& indicator : find_all(different)) {
        auto years = cache.years(indicator.id);
        std::erase_if(years, [&](int year) { return year > as_of; });
        const auto too_many = years.size() > 2 ? years.size() - 2 : 0;
        years.erase(years.begin(), years.begin() + static_cast<std::ptrdiff_t>(too_many));
        wanted.push_back({std::move(indicator), std::move(years)});
    }
    cache.fetch(std::move(wanted));
}

Direction Indicators::Implementation::direction(const Indicator& indicator, std::string_view municipality) {
    if (!municipality.empty()) {
        const auto own = directions_.of(municipality);
        if (const auto found = own->find(indicator.id); found != own->end()) return found->second;
    }
    if (const auto* shipped = shipped_direction(indicator.id)) return shipped->direction;
    if (indicator.municipality_id.empty()) return Direction::neither;
    const auto own = database.read([&](db::Connection& connection) { return store::own_direction(connection, indicator.id); });
    return own.value_or(Direction::neither);
}

std::vector<std::string> Indicators::Implementation::members_of(std::string_view municipality, const Group& group) {
    const std::string_view key = group.key;
    if (key == "county") return of_county(municipality);
    if (key.starts_with("chosen:")) return base::separated(key.substr(7), ',');
    if (key.starts_with("network:")) {
        const auto network = municipalities.network(key.substr(8));
        return network ? network->members : std::vector<std::string>{};
    }
    return similar(key).value_or(std::vector<std::string>{});
}

std::optional<std::vector<std::string>> Indicators::Implementation::similar(std::string_view key) {
    if (!key.starts_with("similar:") || key.size() > longest_key) return std::nullopt;
    const auto kept = read();
    {
        const base::Lock lock(kept->mutex);
        if (const auto found = kept->groups.find(key); found != kept->groups.end()) return found->second;
    }
    const auto found = database.read([&](db::Connection& connection) { return store::group(connection, key.substr(8)); });
    if (!found) return std::nullopt;
    const base::Lock lock(kept->mutex);
    return kept->groups[std::string(key)] = found->members;
}

Peers Indicators::Implementation::peers(std::string_view municipality, const Group& group, const Indicator& indicator) {
    const auto& places = Places::of(indicator);
    Peers found;
    if (group.key == "country" || indicator.is_own()) {
        found.resize(places.size());
        for (std::size_t at = 0; at < found.size(); ++at) found[at] = at;
        return found;
    }
    auto members = members_of(municipality, group);
    members.emplace_back(municipality);                  // who is compared belongs to the group
    for (const auto& id : members) {
        if (const auto position = places.position(id)) found.push_back(*position);
    }
    std::ranges::sort(found);
    found.erase(std::ranges::unique(found).begin(), found.end());
    return found;
}

std::vector<int> Indicators::Implementation::eligible_years(const Indicator& indicator, const Question& question) {
    const int this_year = static_cast<int>(base::to_civil(clock.now(), "Europe/Stockholm").date.year());
    const auto cache = cache_of(indicator, read());
    const int newest = question.as_of ? *question.as_of : cache->newest_year(indicator, this_year);
    auto years = cache->years(indicator.id);
    std::erase_if(years, [&](int year) { return year > newest || year < newest - options.max_age; });
    std::ranges::reverse(years);
    return years;
}

std::shared_ptr<FigureCache> Indicators::Implementation::cache_of(const Indicator& indicator,
                                                                   const std::shared_ptr<const Read>& kept) const {
    if (!indicator.is_own()) return {kept, &kept->cache};
    const auto own = own_of(indicator.municipality_id);
    return {own, &own->cache};
}

bool Indicators::Implementation::change_own(std::string_view municipality, const std::function<bool(db::Connection&)>& work) {
    return database.write(
        [&](db::Connection& connection) {
            const bool is_written = work(connection);
            if (is_written) kept::raise(connection, kept_own_figures, municipality);
            return is_written;
        },
        db::Isolation::deciding);
}

}  // namespace digilots::indicators
