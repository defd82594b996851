#include <algorithm>
#include <functional>

#include "organisation/organisation.h"
#include "platform/base/lists.h"
#include "platform/http/access.h"

namespace digilots::organisation {

namespace {

constexpr std::string_view between = " › ";
/// A chain of units is no longer than this, also where two who saved at the same time made a ring.
constexpr std::size_t longest_chain = 20;

}  // namespace

const Unit* find_unit(const Units& units, std::string_view id) { return base::find_in(units, id, &Unit::id); }

std::string full_name(const Units& units, std::string_view id) {
    std::string name;
    const auto* unit = find_unit(units, id);
    for (std::size_t depth = 0; unit != nullptr && depth < longest_chain; ++depth) {
        name = name.empty() ? unit->name : unit->name + std::string(between) + name;
        unit = find_unit(units, unit->parent);
    }
    return name;
}

std::vector<std::string> within(const Units& units, std::string_view id) {
    std::vector<std::string> all{std::string(id)};
    for (std::size_t next = 0; next < all.size(); ++next) {
        for (const auto& unit : units) {
            if (unit.parent == all[next] && std::ranges::find(all, unit.id) == all.end()) all.push_back(unit.id);
        }
    }
    return all;
}

Rhythm rhythm_of(const Rhythms& rhythms, std::string_view kind) {
    const auto* set = base::find_in(rhythms, kind, &Rhythm::kind);
    return set ? *set : Rhythm{std::string(kind)};
}

std::optional<std::vector<std::string>> limit_of(const Units& units, const http::Identity& identity) {
    if (!identity.only_unit) return std::nullopt;
    if (!find_unit(units, identity.unit)) return std::vector<std::string>{};
    return within(units, identity.unit);
}

}  // namespace digilots::organisation
