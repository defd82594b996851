#include <utility>

#include "app/application.h"
#include "app/command.h"
#include "app/figures.h"
#include "app/installation.h"

namespace digilots::app {

namespace {

int run_kostra_sync(const Settings& settings, const Arguments&) {
    const base::SystemClock clock;
    const auto source = kostra_of(settings);
    auto database = open_existing_migrated_database(settings);
    Application application(*database, search_folder(settings), clock);
    indicators::SyncWishes wishes;
    wishes.indicators = kostra_wishes(settings, application.indicators);
    fetch_figures(application, *source, std::move(wishes));
    return 0;
}

}  // namespace

const Command& kostra_sync_command() {
    static const Command command{
        "kostra sync",
        "fetch figures of KOSTRA, Norway's municipalities, from Statistics Norway",
        "Fetches the KOSTRA indicators followed here by Statistics Norway's PxWeb API, the newest 15 years: those that the\n"
        "program brings and those chosen on the pages; and of the setting kostra_tables whole tables. Each column of a\n"
        "table becomes an indicator, kostra:TABLE:COLUMN. Made-up test figures of an indicator go when fetched ones come.\n"
        "It can be repeated, and goes on where it was cut off. Prints what changed. Ends with 1 where Statistics Norway\n"
        "cannot be read.\n\n"
        "Example: digilots kostra sync --kostra-tables 12272",
        {},
        {"kostra_address", "kostra_tables"},
        run_kostra_sync};
    return command;
}

}  // namespace digilots::app
