#include <algorithm>
#include <cstdio>

#include "app/application.h"
#include "app/command.h"
#include "app/figures.h"
#include "app/installation.h"
#include "indicators/figures/kostra_source.h"

namespace digilots::app {

namespace {

int run_kostra_import(const Settings& settings, const Arguments& arguments) {
    const base::SystemClock clock;
    auto database = open_existing_migrated_database(settings);
    Application application(*database, search_folder(settings), clock);
    indicators::ImportReport report;
    try {
        report = indicators::import_files(*database, clock, *indicators::kostra_source(""), arguments.all("file"));
    } catch (const indicators::SourceError& error) {
        throw CommandError(error.what());
    }
    std::fputs(summary_of(report.files).c_str(), stdout);
    std::fputs(summary_of(report.run, application.indicators.changes(report.run.id, 200)).c_str(), stdout);
    application.indicators.catch_up_search();
    return std::ranges::all_of(report.files, [](const auto& file) { return file.error.empty(); }) ? 0 : 1;
}

}  // namespace

const Command& kostra_import_command() {
    static const Command command{
        "kostra import",
        "take tables of KOSTRA from files, for installations without outside access",
        "Takes tables that were saved from Statistics Norway's Statbank as JSON-stat 2.0, with municipalities and years.\n"
        "A file that is not what it says is not taken at all, and the command ends with 1. It can be repeated.\n\n"
        "Example: digilots kostra import 12272.json",
        {{"file", OptionKind::positional_list, Need::required, "a JSON-stat file; several one after the other"}},
        {},
        run_kostra_import};
    return command;
}

}  // namespace digilots::app
