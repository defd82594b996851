#include <algorithm>
#include <cstdio>

#include "app/application.h"
#include "app/command.h"
#include "app/installation.h"
#include "municipality/municipality.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/base/whole_number.h"
#include "platform/i18n/translator.h"
#include "platform/tables/number.h"

namespace digilots::app {

namespace {

/// "60.67,17.14"
void read_point(const std::string& typed, municipality::Municipality& own) {
    const auto parts = base::split(typed, ',');
    const auto latitude = parts.size() == 2 ? tables::read_number(base::trim(parts[0])) : std::nullopt;
    const auto longitude = parts.size() == 2 ? tables::read_number(base::trim(parts[1])) : std::nullopt;
    own.latitude = latitude.value_or(0);
    own.longitude = longitude.value_or(0);
}

municipality::Municipality read_own(const Arguments& arguments) {
    municipality::Municipality own;
    own.id = own.slug = arguments.text("key");
    own.name = base::clean(arguments.text("name"));
    own.country = arguments.has("country") ? arguments.text("country") : "SE";
    own.county_name = base::clean(arguments.text("county"));
    own.is_own = true;
    own.is_on_map = arguments.has("point");
    if (own.is_on_map) read_point(arguments.text("point"), own);
    if (!arguments.has("population") && !arguments.has("population-year")) return own;
    own.population = base::whole_number_up_to(arguments.text("population"), 1, 1'000'000'000).value_or(-1);
    own.population_year = static_cast<int>(base::whole_number_up_to(arguments.text("population-year"), 1, 9999).value_or(0));
    return own;
}

void read_settings(const Arguments& arguments, municipality::Settings& settings) {
    if (arguments.has("zone")) {
        settings.zone = arguments.text("zone");
        if (!base::is_known_zone(settings.zone))
            throw CommandError("\"" + settings.zone + "\" is no time zone, such as Europe/Stockholm.", 2);
    }
    if (!arguments.has("languages")) return;
    settings.languages.clear();
    const auto& known = i18n::languages();
    for (const auto& part : base::split(arguments.text("languages"), ',')) {
        const std::string code(base::trim(part));
        if (std::ranges::find(known, code, &i18n::LanguageInfo::code) == known.end()) {
            std::string all;
            for (const auto& one : known) all += " " + one.code;
            throw CommandError("\"" + code + "\" is no language of the program. Its languages:" + all + ".", 2);
        }
        if (std::ranges::find(settings.languages, code) == settings.languages.end()) settings.languages.push_back(code);
    }
}

int run_municipality_add(const Settings& settings, const Arguments& arguments) {
    const auto own = read_own(arguments);
    const base::SystemClock clock;
    auto database = open_migrated_database(settings);
    Application application(*database, "", clock);
    const auto fault = municipality::fault_of_own(own, first_parts(application.routes()));
    if (!fault.empty()) throw CommandError(fault, 2);
    auto chosen = municipality::default_settings(own);
    read_settings(arguments, chosen);
    auto& municipalities = application.municipalities;
    const bool is_there = municipalities.about(own.id) != nullptr, was_active = municipalities.is_active(own.id);
    municipalities.save_own(own);
    municipalities.activate(own.id, chosen);
    std::printf("%s %s. Its address is /%s/.\n", own.name.c_str(), is_there ? "is corrected" : "is added and active",
                own.slug.c_str());
    if (was_active && (arguments.has("zone") || arguments.has("languages")))
        std::printf("Its languages and time zone stay as set: its administrator changes them, /%s/staff/settings.\n",
                    own.slug.c_str());
    if (!was_active)
        std::printf("Next: digilots user add --municipality %s --role administrator --email ADDRESS\n", own.slug.c_str());
    return 0;
}

}  // namespace

const Command& municipality_add_command() {
    static const Command command{
        "municipality add",
        "serve a region, a programme or another body like a municipality",
        "It has a key instead of an official code: it stands in addresses and in programs' answers. It has no official figures\n"
        "(Kolada, KOSTRA) and no place among the municipalities' wheels. Repeated with the same key it corrects what is known\n"
        "of it; an option that is left out is unknown then. It can be a member of networks.\n\n"
        "Example: digilots municipality add region-gavleborg --name \"Region Gävleborg\" --population 287000\n"
        "         --population-year 2024 --point 60.67,17.14",
        {{"key", OptionKind::positional, Need::required, "stands in addresses: a to z, digits, hyphens"},
         {"name", OptionKind::text, Need::required, "as people read it"},
         {"country", OptionKind::text, Need::optional, "SE (if not given) or NO: its public holidays and phone numbers"},
         {"languages", OptionKind::text, Need::optional, "codes, the first is its own: sv,en. If not given its country's"},
         {"zone", OptionKind::text, Need::optional, "time zone, such as Europe/Oslo. If not given its country's"},
         {"county", OptionKind::text, Need::optional, "name of the county that it lies in"},
         {"population", OptionKind::text, Need::optional, "how many people live there"},
         {"population-year", OptionKind::text, Need::optional, "when they were counted"},
         {"point", OptionKind::text, Need::optional, "latitude,longitude for the map"}},
        {},
        run_municipality_add};
    return command;
}

}  // namespace digilots::app
