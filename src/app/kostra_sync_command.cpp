#include <utility>

#include "app/application.h"
#include "app/command.h"
#include "app/figures.h"
#include "app/installation.h"
#include "indicators/kostra_source.h"

namespace digilots::app {

namespace {

int run_kostra_sync(const Settings& settings, const Arguments&) {
    if (settings.kostra_tables.empty()) {
        throw CommandError("Name the tables to fetch in the setting kostra_tables, such as kostra_tables = [\"12272\"]. "
                           "Statistics Norway lists them at www.ssb.no/statbank.", 2);
    }
    const base::SystemClock clock;
    auto database = open_migrated_database(settings);
    Application application(*database, search_folder(settings), clock);
    const auto& address = settings.kostra_address;
    const auto source = indicators::kostra_source(address.empty() ? indicators::kostra_address : address);
    indicators::SyncWishes wishes;
    wishes.indicators = settings.kostra_tables;
    fetch_figures(application, *source, std::move(wishes));
    return 0;
}

}  // namespace

const Command& kostra_sync_command() {
    static const Command command{
        "kostra sync",
        "fetch tables of KOSTRA, the figures of Norway's municipalities, from Statistics Norway",
        "Fetches the tables of the setting kostra_tables by Statistics Norway's PxWeb API, the newest 15 years of each.\n"
        "Each column of a table becomes an indicator, kostra:TABLE:COLUMN. It can be repeated, and goes on where it was\n"
        "cut off. Prints what changed. Ends with 1 where the tables cannot be read.\n\n"
        "Example: digilots kostra sync --kostra-tables 12272",
        {},
        {"kostra_address", "kostra_tables"},
        run_kostra_sync};
    return command;
}

}  // namespace digilots::app
