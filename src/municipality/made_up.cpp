// The municipalities of the demo. Their points lie in the sea: they are nowhere.
#include <algorithm>
#include <cstdio>

#include "municipality/municipality.h"
#include "platform/base/lists.h"

namespace digilots::municipality {

namespace {

constexpr int compared_with = 290;

Municipality own(std::string id, std::string name, const char* country, std::int64_t population) {
    Municipality made;
    made.id = made.slug = std::move(id);
    made.name = std::move(name);
    made.country = country;
    made.population = population;
    made.population_year = 2025;
    made.is_own = made.is_made_up = true;
    return made;
}

Municipality complete(const char* id, const char* name, const char* country, std::int64_t population, double latitude,
                      double longitude) {
    auto made = own(id, name, country, population);
    made.latitude = made.town_latitude = latitude;
    made.longitude = made.town_longitude = longitude;
    made.main_town = name;
    return made;
}

void add_numbered(std::vector<Municipality>& all, const char* id, const char* name, const char* country) {
    for (int number = 1; number <= compared_with; ++number) {
        char digits[8];
        std::snprintf(digits, sizeof digits, "%03d", number);
        all.push_back(own(std::string(id) + "-" + digits, std::string(name) + " " + digits, country, 3000 + 211 * number));
        all.back().is_on_map = false;
    }
}

}  // namespace

const std::vector<Municipality>& made_up() {
    static const auto all = [] {
        std::vector<Municipality> made{complete("lotsby", "Lotsby", "SE", 24'310, 62.95, 19.60),
                                       complete("losvik", "Losvik", "NO", 11'640, 65.60, 8.90)};
        add_numbered(made, "provkommun", "Provkommun", "SE");
        add_numbered(made, "provekommune", "Prøvekommune", "NO");
        return made;
    }();
    return all;
}

const Municipality* find_made_up(std::string_view id) { return base::find_in(made_up(), id, &Municipality::id); }

bool is_made_up(const Network& network) {
    return std::ranges::any_of(network.members, [](const std::string& member) { return find_made_up(member) != nullptr; });
}

}  // namespace digilots::municipality
