#include "releases/network_levels.h"

#include <algorithm>
#include <ranges>

#include "platform/base/lists.h"

namespace digilots::releases {

namespace {

std::int64_t months_of(const periods::Period& period) {
    switch (periods::kind_of(period)) {
        case periods::Kind::month: return 1;
        case periods::Kind::quarter: return 3;
        default: return 12;
    }
}

Level level_of(const Pages& pages, const Asked& asked, Whose whose) {
    const auto table = pages.releases.read(whose, Releases::tables().front(), asked.period);
    return {.whose = std::move(whose), .value = table.total, .reported = table.reported, .expected = table.expected};
}

/// Those that were released, then those that are in the network now and were in no release.
std::vector<Level> members_of(const Pages& pages, const Asked& asked) {
    std::vector<Level> members;
    const auto parts = pages.releases.parts(asked.whose, asked.period);
    const auto reporters = pages.releases.reporters(asked.whose, asked.period);
    for (const auto& [municipality, reported, missing] : reporters) {
        Level one{.whose = {Whose::Of::municipality, municipality}, .value = {Shown::not_reported}};
        const auto line = std::ranges::find(parts.lines, municipality, &Line::key);
        if (line != parts.lines.end()) one.value = line->value;
        one.reported = std::ssize(reported);
        one.expected = std::ssize(reported) + std::ssize(missing);
        one.missing = missing;
        members.push_back(std::move(one));
    }
    const auto network = pages.municipalities.network(asked.whose.key);
    for (const auto& id : network ? network->members : std::vector<std::string>{}) {
        if (base::holds(reporters | std::views::transform(&Reporter::municipality), id)) continue;
        members.push_back({.whose = {Whose::Of::municipality, id}, .value = {Shown::not_reported},
                           .expected = months_of(asked.period), .takes_part = false});
    }
    return members;
}

}  // namespace

std::vector<Level> levels_of(const Pages& pages, const Asked& asked) {
    if (asked.released.empty()) return {};
    auto levels = members_of(pages, asked);
    std::vector<std::string> counties;
    const auto released = pages.releases.counties();
    for (const auto& member : levels) {
        const auto about = pages.municipalities.about(member.whose.key);
        if (!about) continue;
        auto county = about->country + "-" + about->county_code;
        if (base::holds(released, county) && !base::holds(counties, county)) counties.push_back(std::move(county));
    }
    std::ranges::sort(counties);
    levels.push_back(level_of(pages, asked, asked.whose));
    for (auto& county : counties) levels.push_back(level_of(pages, asked, {Whose::Of::county, std::move(county)}));
    levels.push_back(level_of(pages, asked, {}));
    return levels;
}

std::int64_t hidden_members(const std::vector<Level>& levels) {
    return std::ranges::count_if(levels, [](const Level& one) {
        const bool is_hidden = one.value.shown == Shown::hidden || one.value.shown == Shown::withheld;
        return one.whose.of == Whose::Of::municipality && is_hidden;
    });
}

}  // namespace digilots::releases
