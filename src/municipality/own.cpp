#include <algorithm>

#include "municipality/municipality.h"
#include "municipality/registry.h"
#include "platform/base/text.h"
#include "platform/i18n/translator.h"

namespace digilots::municipality {

namespace {

constexpr std::size_t longest_key = 40, longest_name = 100;
constexpr int first_year = 1900, last_year = 2200;
constexpr std::int64_t most_people = 1'000'000'000;

std::string fault_of_key(const std::string& key, const std::vector<std::string>& taken) {
    const bool is_key = !key.empty() && key == base::slug(key) && key.size() <= longest_key && key[0] >= 'a';
    if (!is_key)
        return "\"" + key + "\" cannot be a key: it stands in addresses. Begin with a letter a to z; then letters, digits and "
               "hyphens, at most " + std::to_string(longest_key) + ", such as \"region-gavleborg\".";
    if (find_in_registry(key))
        return "\"" + key + "\" is " + find_in_registry(key)->name + ", a municipality that is known already: "
               "digilots municipality activate " + key;
    const auto& languages = i18n::languages();
    const bool is_language = std::ranges::find(languages, key, &i18n::LanguageInfo::code) != languages.end();
    if (is_language || std::ranges::find(taken, key) != taken.end())
        return "\"" + key + "\" begins the address of another page. Choose another key.";
    return "";
}

}  // namespace

std::string fault_of_own(const Municipality& own, const std::vector<std::string>& taken) {
    if (find_made_up(own.id) && !own.is_made_up)
        return "\"" + own.id + "\" is a made-up municipality of the demo. Choose another key.";
    if (auto fault = fault_of_key(own.id, taken); !fault.empty()) return fault;
    if (own.country != "SE" && own.country != "NO") return "The country is SE or NO.";
    for (const auto* text : {&own.name, &own.county_name})
        if (*text != base::clean(*text) || base::length(*text) > longest_name || text->contains('\n'))
            return "A name is one line of at most " + std::to_string(longest_name) + " characters.";
    if (own.name.empty()) return "It needs a name.";
    const bool is_counted = own.population_year >= first_year && own.population_year <= last_year && own.population > 0 &&
                            own.population <= most_people;
    if (own.population_year != 0 ? !is_counted : own.population != 0)
        return "The population is a whole number, with the year in which it was counted.";
    // On the maps of the two countries and their seas.
    const bool is_here = own.latitude > 50 && own.latitude < 82 && own.longitude > -10 && own.longitude < 40;
    if (own.is_on_map && !is_here) return "The point is latitude and longitude in Sweden or Norway, such as 60.67,17.14.";
    return "";
}

}  // namespace digilots::municipality
