#include <cstdio>

#include "app/command.h"
#include "app/installation.h"
#include "municipality/municipality.h"
#include "platform/base/lists.h"

namespace digilots::app {

namespace {

void print(const char* done, const municipality::Municipality& municipality,
           const municipality::Settings& settings) {
    const auto languages = base::joined(settings.languages, ", ");
    std::printf("%s %s: languages %s, time zone %s.\n", municipality.name.c_str(), done, languages.c_str(),
                settings.zone.c_str());
}

int run_municipality_activate(const Settings& settings, const Arguments& arguments) {
    const auto code = arguments.text("code");
    const base::SystemClock clock;
    auto database = open_migrated_database(settings);
    kept::Versions versions(*database);
    municipality::Municipalities municipalities(*database, versions, clock);
    const auto found = municipalities.about(code);
    if (!found) {
        throw CommandError("No municipality has the code \"" + code +
                           "\". Use its official code (2281, 4601) or its name in addresses (sundsvall, bergen). A region or "
                           "a programme is added: digilots municipality add --help", 2);
    }
    const bool was_active = municipalities.is_active(found->id);
    const auto zone_before = municipalities.settings(found->id).zone;
    municipalities.activate(found->id, municipality::default_settings(*found));
    const bool mended = was_active && municipalities.settings(found->id).zone != zone_before;
    print(!was_active ? "is active now" : mended ? "was active and has its country's settings now" : "was active already", *found,
          municipalities.settings(found->id));
    if (was_active) return 0;
    std::printf("Its address is /%s/. Next: digilots user add --municipality %s --role administrator --email ADDRESS\n",
                found->slug.c_str(), found->slug.c_str());
    return 0;
}

}  // namespace

const Command& municipality_activate_command() {
    static const Command command{
        "municipality activate",
        "let a municipality use this installation",
        "With its country's languages and time zone; its administrator changes them under /NAME/staff/settings. It can be\n"
        "repeated. One that is active keeps its settings, but for languages and time zone of the other country that nobody\n"
        "has chosen: these become its own country's.\n\n"
        "Example: digilots municipality activate 4601",
        {{"code", OptionKind::positional, Need::required, "official code (2281, 4601) or name in addresses (sundsvall)"}},
        {},
        run_municipality_activate};
    return command;
}

}  // namespace digilots::app
