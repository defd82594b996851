#include "indicators/figures/places.h"

#include <algorithm>
#include <map>

#include "municipality/municipality.h"
#include "platform/base/mutex.h"

namespace digilots::indicators {

using municipality::Municipalities;

namespace {

/// Columns hold on to their places: they are never let go, and there are no more than municipalities that count something.
struct PlacesAlone {
    base::Mutex mutex;
    std::map<std::string, Places, std::less<>> by_owner GUARDED_BY(mutex);
};

}  // namespace

Places::Places(std::string_view country, Of whom) : prefix_(std::string(country) + "-") {
    for (const auto& one : whom == Of::made_up ? municipality::made_up() : Municipalities::all()) {
        if (one.country == country) ids_.push_back(one.id);
    }
    std::ranges::sort(ids_);
}

const Places& Places::of(std::string_view country) {
    static const Places sweden("SE"), norway("NO"), nowhere("");
    static const Places made_up_sweden("SE", Of::made_up), made_up_norway("NO", Of::made_up);
    if (country == "made-up SE") return made_up_sweden;
    if (country == "made-up NO") return made_up_norway;
    return country == "SE" ? sweden : country == "NO" ? norway : nowhere;
}

Places Places::alone(std::string_view municipality) {
    Places places;
    places.ids_.emplace_back(municipality);
    return places;
}

const Places& Places::of(const Indicator& indicator) {
    if (!indicator.is_own()) return of(indicator.country);
    static PlacesAlone known;
    const base::Lock lock(known.mutex);
    const auto found = known.by_owner.find(indicator.municipality_id);
    if (found != known.by_owner.end()) return found->second;
    return known.by_owner.emplace(indicator.municipality_id, alone(indicator.municipality_id)).first->second;
}

std::optional<std::size_t> Places::position(std::string_view id) const {
    const auto found = std::ranges::lower_bound(ids_, id, {}, [](const std::string& one) { return std::string_view(one); });
    if (found == ids_.end() || *found != id) return std::nullopt;
    return static_cast<std::size_t>(found - ids_.begin());
}

std::optional<std::size_t> Places::position_of_code(std::string_view code) const {
    if (const auto same = position(code)) return same;
    return position(prefix_ + std::string(code));
}

}  // namespace digilots::indicators
