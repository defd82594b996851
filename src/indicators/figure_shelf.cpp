#include "indicators/figure_shelf.h"

#include <algorithm>

#include "indicators/figure_store.h"

namespace digilots::indicators {

namespace {

using Year = std::vector<std::pair<Gender, std::shared_ptr<const Column>>>;

std::shared_ptr<const Column> of_gender(const Year& year, Gender gender) {
    for (const auto& [which, column] : year) {
        if (which == gender) return column;
    }
    return nullptr;
}

}  // namespace

FigureShelf::FigureShelf(db::Database& database, std::size_t most_bytes) : database_(database), most_bytes_(most_bytes) {}

std::shared_ptr<const Column> FigureShelf::column(const Indicator& indicator, int year, Gender gender) {
    std::uint64_t generation = 0;
    {
        const std::lock_guard lock(mutex_);
        auto& shelf = shelves_[indicator.id];
        shelf.used = ++uses_;
        generation = generation_;
        if (const auto found = shelf.columns.find(year); found != shelf.columns.end()) return of_gender(found->second, gender);
    }
    auto loaded = load(indicator, year - 1, year);       // the year before is nearly always asked for next
    const auto wanted = of_gender(loaded[year], gender);
    keep(indicator.id, std::move(loaded), generation);
    return wanted;
}

std::map<int, FigureShelf::Year> FigureShelf::load(const Indicator& indicator, int from, int to) {
    std::map<int, Year> loaded;
    for (int year = from; year <= to; ++year) loaded[year];
    const auto& places = Places::of(indicator.country);
    const auto rows = database_.read([&](db::Connection& connection) {
        return store::columns(connection, indicator.id, from, to);
    });
    for (const auto& row : rows) {
        loaded[row.year].emplace_back(row.gender, std::make_shared<const Column>(unpack(row.packed, places)));
    }
    return loaded;
}

/// What was read before the last clear() may be old: it is used once and not kept.
void FigureShelf::keep(const std::string& indicator, std::map<int, Year> loaded, std::uint64_t generation) {
    const std::lock_guard lock(mutex_);
    if (generation != generation_) return;
    auto& shelf = shelves_[indicator];
    for (auto& [year, columns] : loaded) {
        std::size_t bytes = 64;
        for (const auto& [gender, column] : columns) bytes += column->bytes();
        if (!shelf.columns.try_emplace(year, std::move(columns)).second) continue;
        shelf.bytes += bytes;
        bytes_ += bytes;
    }
    make_room(indicator);
}

void FigureShelf::make_room(const std::string& kept) {
    while (bytes_ > most_bytes_ && shelves_.size() > 1) {
        auto oldest = shelves_.end();
        for (auto at = shelves_.begin(); at != shelves_.end(); ++at) {
            if (at->first != kept && (oldest == shelves_.end() || at->second.used < oldest->second.used)) oldest = at;
        }
        bytes_ -= oldest->second.bytes;
        shelves_.erase(oldest);
    }
}

std::vector<int> FigureShelf::years(std::string_view indicator) {
    std::uint64_t generation = 0;
    {
        const std::lock_guard lock(mutex_);
        generation = generation_;
        const auto found = shelves_.find(std::string(indicator));
        if (found != shelves_.end() && found->second.knows_years) return found->second.years;
    }
    auto years = database_.read([&](db::Connection& connection) { return store::years(connection, indicator); });
    const std::lock_guard lock(mutex_);
    if (generation == generation_ && !years.empty()) {
        auto& shelf = shelves_[std::string(indicator)];
        shelf.years = years;
        shelf.knows_years = true;
        shelf.used = ++uses_;
    }
    return years;
}

int FigureShelf::newest_year(const std::string& source, int most) {
    const auto key = source + std::to_string(most);
    std::uint64_t generation = 0;
    {
        const std::lock_guard lock(mutex_);
        generation = generation_;
        if (const auto found = newest_.find(key); found != newest_.end()) return found->second;
    }
    const int newest = database_.read([&](db::Connection& connection) { return store::newest_year(connection, source, most); });
    const std::lock_guard lock(mutex_);
    if (generation == generation_) newest_[key] = newest;
    return newest;
}

void FigureShelf::clear() {
    const std::lock_guard lock(mutex_);
    shelves_.clear();
    newest_.clear();
    bytes_ = 0;
    ++generation_;
}

std::size_t FigureShelf::bytes() const {
    const std::lock_guard lock(mutex_);
    return bytes_;
}

}  // namespace digilots::indicators
