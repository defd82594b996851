#include "indicators/figures/figure_cache.h"

#include <algorithm>

#include "indicators/figures/figure_store.h"

namespace digilots::indicators {

FigureCache::FigureCache(db::Database& database, std::size_t most_bytes) : database_(database), most_bytes_(most_bytes) {}

std::shared_ptr<const Column> FigureCache::column(const Indicator& indicator, int year, Gender gender) {
    const auto kept = find(indicator, year, gender);
    return kept ? std::shared_ptr<const Column>(kept, &kept->whole()) : nullptr;
}

std::optional<double> FigureCache::value(const Indicator& indicator, int year, Gender gender, std::size_t position) {
    const auto kept = find(indicator, year, gender);
    return kept ? kept->value(position) : std::nullopt;
}

FigureCache::Kept FigureCache::find(const Indicator& indicator, int year, Gender gender) {
    const auto of_gender = [&](const Year& columns) {
        const auto found = std::ranges::find(columns, gender, &Year::value_type::first);
        return found == columns.end() ? nullptr : found->second;
    };
    {
        const base::Lock lock(mutex_);
        auto& entry = entries_[indicator.id];
        entry.used = ++uses_;
        if (const auto found = entry.columns.find(year); found != entry.columns.end()) return of_gender(found->second);
    }
    auto loaded = load({{indicator, {year - 1, year}}});   // the year before is nearly always asked for next
    const auto wanted = of_gender(loaded[indicator.id][year]);
    keep(std::move(loaded));
    return wanted;
}

FigureCache::Columns FigureCache::load(const std::vector<Wanted>& wanted) {
    Columns loaded;
    std::vector<std::pair<std::string, int>> years;
    std::unordered_map<std::string_view, const Places*> places;
    for (const auto& one : wanted) {
        places[one.indicator.id] = &Places::of(one.indicator);
        for (const int year : one.years) {
            loaded[one.indicator.id][year];
            years.emplace_back(one.indicator.id, year);
        }
    }
    auto rows = database_.read([&](db::Connection& connection) { return store::columns(connection, years); });
    for (auto& row : rows) {
        loaded[row.indicator][row.year].emplace_back(
            row.gender, std::make_shared<const PackedColumn>(std::move(row.packed), *places.at(row.indicator)));
    }
    return loaded;
}

void FigureCache::fetch_years(const std::vector<std::string>& indicators) {
    std::vector<std::string> wanted;
    {
        const base::Lock lock(mutex_);
        for (const auto& id : indicators) {
            if (!entries_[id].knows_years) wanted.push_back(id);
        }
    }
    if (wanted.empty()) return;
    auto years = database_.read([&](db::Connection& connection) { return store::years(connection, wanted); });
    keep_years(std::move(years));
}

void FigureCache::fetch(std::vector<Wanted> wanted) {
    {
        const base::Lock lock(mutex_);
        for (auto& one : wanted) {
            const auto& columns = entries_[one.indicator.id].columns;
            std::erase_if(one.years, [&](int year) { return columns.contains(year); });
        }
    }
    std::erase_if(wanted, [](const Wanted& one) { return one.years.empty(); });
    if (!wanted.empty()) keep(load(wanted));
}

void FigureCache::keep(Columns loaded) {
    const base::Lock lock(mutex_);
    const auto before = uses_;
    for (auto& [indicator, years] : loaded) {
        auto& entry = entries_[indicator];
        entry.used = ++uses_;
        for (auto& [year, columns] : years) {
            std::size_t bytes = 64;
            for (const auto& [gender, column] : columns) bytes += column->bytes();
            if (!entry.columns.try_emplace(year, std::move(columns)).second) continue;
            entry.bytes += bytes;
            bytes_ += bytes;
        }
    }
    make_room(before);
}

void FigureCache::keep_years(std::map<std::string, std::vector<int>> years) {
    const base::Lock lock(mutex_);
    for (auto& [indicator, found] : years) {
        auto& entry = entries_[indicator];
        entry.years = std::move(found);
        entry.knows_years = true;
        entry.used = ++uses_;
    }
}

/// Lets go of what was used longest ago, but not of what was used after `before`.
void FigureCache::make_room(std::uint64_t before) {
    while (bytes_ > most_bytes_) {
        const auto oldest = std::ranges::min_element(entries_, {}, [](const auto& one) { return one.second.used; });
        if (oldest == entries_.end() || oldest->second.used > before) return;
        bytes_ -= oldest->second.bytes;
        entries_.erase(oldest);
    }
}

std::vector<int> FigureCache::years(std::string_view indicator) {
    {
        const base::Lock lock(mutex_);
        const auto found = entries_.find(std::string(indicator));
        if (found != entries_.end() && found->second.knows_years) return found->second.years;
    }
    const std::string id(indicator);
    auto found = database_.read([&](db::Connection& connection) { return store::years(connection, std::span(&id, 1)); });
    auto years = found[id];
    if (!years.empty()) keep_years(std::move(found));      // whatever somebody asks for is not kept
    return years;
}

int FigureCache::newest_year(const Indicator& indicator, int most) {
    const auto key = indicator.source + indicator.municipality_id + std::to_string(most);
    {
        const base::Lock lock(mutex_);
        if (const auto found = newest_.find(key); found != newest_.end()) return found->second;
    }
    const int newest = database_.read([&](db::Connection& connection) {
        return store::newest_year(connection, indicator.source, indicator.municipality_id, most);
    });
    const base::Lock lock(mutex_);
    newest_[key] = newest;
    return newest;
}

std::size_t FigureCache::bytes() const {
    const base::Lock lock(mutex_);
    return bytes_;
}

}  // namespace digilots::indicators
