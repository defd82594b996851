#include "indicators/figures/places.h"

#include <algorithm>

#include "municipality/municipality.h"

namespace digilots::indicators {

using municipality::Municipalities;

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
