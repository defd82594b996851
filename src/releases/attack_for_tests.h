#pragma once
// Made-up years of three municipalities with places, other thresholds and networks that overlap, released month by month: for
// whoever tries what can be worked out from all of it.
#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <vector>

#include "platform/base/ensure.h"
#include "platform/suppression/attacker_for_tests.h"
#include "releases/year.h"

namespace digilots::releases {

struct Town {
    const char* id;
    int least_shown, people;            // people of a month, about
};
using Towns = std::array<Town, 3>;

/// A few of each list, so that a year can be attacked as a whole.
inline const std::array<const char*, 4> asked_topics{"bank", "print", "tax", "e_id"};
inline const std::array<const char*, 3> asked_of{"", "police", "region"};
inline const std::array<const char*, 2> asked_by{"visit", "phone"}, ended_as{"answered", "not_solved"}, spoken{"sv", "ar"};
inline const std::array<const char*, 3> also_asked{"", "", "e_id"}, in_the_way{"", "no_e_id", "language"};
inline const std::array<const char*, 2> helped_by{"guidance", "done_together"};

template <class Terms>
std::string skewed(const Terms& terms, std::mt19937& random) {
    return terms[std::min(random() % terms.size(), random() % terms.size())];
}

inline void log_month(PlaceCounts& counts, const Town& town, std::mt19937& random, const std::vector<std::string>& tables) {
    std::vector<inquiries::CountedOnce> all;
    const auto people = random() % static_cast<unsigned>(2 * town.people);
    for (unsigned person = 0; person < people; ++person)
        all.push_back({random() % 4 == 0 ? "desk" : "library", skewed(asked_topics, random), skewed(asked_of, random),
                       skewed(asked_by, random), skewed(ended_as, random), skewed(spoken, random), 1,
                       skewed(also_asked, random), skewed(in_the_way, random), "", "", skewed(helped_by, random)});
    add_counted(counts, town.id, all, tables);
}

/// Released a month after the other, as it is done for real; the second network begins in May.
inline Year made_up_year(const Towns& towns, std::mt19937& random, const std::vector<std::string>& tables = table_keys()) {
    Year year{.year = 2026, .tables = tables};
    std::vector<std::string> ids;
    int least = 5;
    for (const auto& town : towns) {
        year.parts[town.id].least_shown = town.least_shown;
        ids.emplace_back(town.id);
        least = std::max(least, town.least_shown);
    }
    year.sums = {{"network/one", 1, {ids[0], ids[1]}, std::max({5, towns[0].least_shown, towns[1].least_shown})},
                 {"network/other", 5, {ids[1], ids[2]}, std::max({5, towns[1].least_shown, towns[2].least_shown})},
                 {"all", 1, ids, least}};
    for (year.month = 1; year.month <= months_of_a_year; ++year.month) {
        for (const auto& town : towns) log_month(year.counted[year.month], town, random, tables);
        auto decided = decide(year);
        ENSURE(decided.number.is_proved);
        year.rows.merge(decided.rows);
    }
    year.month = months_of_a_year;
    return year;
}

inline const std::array<Towns, 5> attacked_years{
    Towns{{{"2280", 5, 12}, {"2281", 5, 30}, {"2282", 5, 4}}}, Towns{{{"2280", 3, 8}, {"2281", 5, 20}, {"2282", 10, 20}}},
    Towns{{{"2280", 3, 3}, {"2281", 3, 3}, {"2282", 3, 3}}}, Towns{{{"2280", 10, 40}, {"2281", 3, 6}, {"2282", 5, 2}}},
    Towns{{{"2280", 5, 1}, {"2281", 5, 60}, {"2282", 4, 9}}}};

/// So many cells of each of these years, or of the first ones.
inline suppression::Learned attack_years(unsigned seed, int most, const std::vector<std::string>& tables = table_keys(),
                                         std::size_t years = attacked_years.size()) {
    suppression::Learned learned;
    for (unsigned at = 0; at < years; ++at) {
        std::mt19937 random(seed + at);
        learned.add(suppression::attack(numbered(made_up_year(attacked_years[at], random, tables)), random, most));
    }
    return learned;
}

}  // namespace digilots::releases
