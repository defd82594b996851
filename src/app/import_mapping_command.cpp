#include <algorithm>
#include <cstdio>
#include <fstream>
#include <sstream>

#include "app/application.h"
#include "app/command.h"
#include "app/installation.h"

namespace digilots::app {

namespace {

std::string content_of(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    if (!in) throw CommandError("The file " + file + " cannot be read. Correct the path.", 2);
    return text.str();
}

std::vector<MappingPlan> plans_of(const Slices& slices, const std::string& json, const std::string& name) {
    std::vector<MappingPlan> plans;
    for (const auto& slice : slices) {
        if (slice.plan_mapping) plans.push_back(slice.plan_mapping(json, name));
    }
    return plans;
}

int told(const std::vector<MappingPlan>& plans) {
    for (const auto& plan : plans) std::fputs(plan.description.c_str(), stdout);
    std::fflush(stdout);
    return std::ranges::all_of(plans, &MappingPlan::is_usable) ? 0 : 1;
}

int run_import_mapping(const Settings& settings, const Arguments& arguments) {
    const auto file = arguments.text("file");
    const auto text = content_of(file);
    const base::SystemClock clock;
    const auto name = file.substr(file.rfind('/') + 1);
    if (arguments.has("dry-run") && !missing_database(settings).empty()) {
        const EmptyInstallation empty;      // telling makes nothing
        return told(plans_of(Application(*empty.database, "", clock).slices, text, name));
    }
    auto database = open_database_at_leisure(settings);
    migrate(*database);
    const Application application(*database, "", clock);
    const auto plans = plans_of(application.slices, text, name);
    if (const int code = told(plans); code != 0 || arguments.has("dry-run")) return code;
    for (const auto& plan : plans) plan.apply();
    std::printf("Imported. A running server shows it within seconds.\n");
    return 0;
}

}  // namespace

const Command& import_mapping_command() {
    static const Command command{
        "import mapping",
        "bring the places, services and e-services of a mapping into the directory",
        "Prints first what it will do and every value that it cannot use. It can be repeated: nothing doubles, edits\n"
        "made here stay. Municipalities of the file become active; the file holds no phone numbers, set them after.\n\n"
        "Example: digilots import mapping data/demo/mapping.json --dry-run",
        {{"file", OptionKind::positional, Need::required, "a JSON file of the format digital-inclusion-mapping"},
         {"dry-run", OptionKind::flag, Need::optional, "only tell what would be done"}},
        {},
        run_import_mapping};
    return command;
}

}  // namespace digilots::app
