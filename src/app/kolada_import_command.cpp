#include <algorithm>
#include <cstdio>

#include "app/application.h"
#include "app/command.h"
#include "app/figures.h"
#include "app/installation.h"
#include "indicators/figures/kolada_source.h"

namespace digilots::app {

namespace {

int run_kolada_import(const Settings& settings, const Arguments& arguments) {
    const auto files = arguments.all("file");
    const bool shipped = arguments.has("shipped");
    if (files.empty() && !shipped) {
        throw CommandError("Name a file, or --shipped. `digilots kolada import --help` tells more.", 2);
    }
    const base::SystemClock clock;
    auto database = open_existing_migrated_database(settings);
    Application application(*database, search_folder(settings), clock);
    bool all_taken = true;
    try {
        if (shipped) {
            const bool loaded = indicators::load_shipped_figures(*database, clock);
            std::printf("The figures that the program brings %s\n", loaded ? "are loaded." : "were there.");
        }
        if (!files.empty()) {
            const auto report = indicators::import_files(*database, clock, *indicators::kolada_source(""), files);
            std::fputs(summary_of(report.files).c_str(), stdout);
            std::fputs(summary_of(report.run, application.indicators.changes(report.run.id, 200)).c_str(), stdout);
            all_taken = std::ranges::all_of(report.files, [](const auto& file) { return file.error.empty(); });
        }
    } catch (const indicators::SourceError& error) {
        throw CommandError(error.what());
    }
    application.indicators.catch_up_search();
    return all_taken ? 0 : 1;
}

}  // namespace

const Command& kolada_import_command() {
    static const Command command{
        "kolada import",
        "take figures and the catalogue from files, for installations without outside access",
        "Takes answers of Kolada as they were saved (version 3, and version 2 from before 2025) with indicators, groups\n"
        "or figures, and CSV files with the columns kpi, municipality, period, gender (T, K, M) and value, maybe status,\n"
        "with commas, semicolons or tabs, as Excel, LibreOffice or R save them. The same checks as the fetch: rows that\n"
        "cannot be used, also two values for one figure, are told with file and line; figures of indicators that the\n"
        "catalogue does not have are named and not taken; a file that is not what it says is not taken at all, and the\n"
        "command ends with 1. It can be repeated.\n\n"
        "Example: digilots kolada import kpi.json municipality_groups.json figures/*.csv",
        {{"file", OptionKind::positional_list, Need::optional, "a JSON or CSV file; several one after the other"},
         {"shipped", OptionKind::flag, Need::optional, "load the figures that the program brings (2013-2022), where none are"}},
        {},
        run_kolada_import};
    return command;
}

}  // namespace digilots::app
