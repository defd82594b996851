#include <cstdio>
#include <fstream>
#include <sstream>

#include "app/command.h"
#include "app/installation.h"
#include "directory/directory.h"
#include "municipality/municipality.h"

namespace digilots::app {

namespace {

std::string content_of(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    if (!in) throw CommandError("The file " + file + " cannot be read. Correct the path.", 2);
    return text.str();
}

int told(const directory::ImportPlan& plan) {
    std::fputs(directory::describe(plan).c_str(), stdout);
    return plan.errors.empty() ? 0 : 1;
}

int run_import_mapping(const Settings& settings, const Arguments& arguments) {
    const auto file = arguments.text("file");
    const auto text = content_of(file);
    const base::SystemClock clock;
    const auto name = file.substr(file.rfind('/') + 1);
    if (arguments.has("dry-run") && !missing_database(settings).empty()) {
        return told(directory::plan_import(*EmptyInstallation().database, text, name));     // telling makes nothing
    }
    auto database = open_migrated_database(settings);
    kept::Versions versions(*database);
    municipality::Municipalities municipalities(*database, versions, clock);
    const auto plan = directory::plan_import(*database, text, name, municipalities.own());
    if (const int code = told(plan); code != 0 || arguments.has("dry-run")) return code;
    std::fflush(stdout);
    directory::apply_import(*database, municipalities, plan, clock.now());
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
