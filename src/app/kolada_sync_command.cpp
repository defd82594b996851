#include <utility>

#include "app/application.h"
#include "app/command.h"
#include "app/figures.h"
#include "app/installation.h"

namespace digilots::app {

namespace {

int run_kolada_sync(const Settings& settings, const Arguments& arguments) {
    const base::SystemClock clock;
    const auto source = kolada_of(settings);
    auto database = open_existing_migrated_database(settings);
    Application application(*database, search_folder(settings), clock);
    indicators::SyncWishes wishes;
    wishes.indicators = kolada_wishes(settings, application.indicators);
    wishes.scope = arguments.has("full") ? indicators::Scope::everything : indicators::Scope::changes;
    fetch_figures(application, *source, std::move(wishes));
    return 0;
}

}  // namespace

const Command& kolada_sync_command() {
    static const Command command{
        "kolada sync",
        "fetch the catalogue and the figures from Kolada",
        "Fetches Kolada's catalogue, its groups of similar municipalities and the figures of the indicators followed\n"
        "here: those that the program brings, those of the setting kolada_indicators and those chosen on the pages.\n"
        "After the first time only what has changed is asked for. It can be stopped and started at any time: it goes\n"
        "on where it was. Prints added, removed and retitled indicators and added, revised and withdrawn values;\n"
        "progress goes to standard error. Ends with 1 where Kolada cannot be read.\n\n"
        "Example: digilots kolada sync --full",
        {{"full", OptionKind::flag, Need::optional, "ask for every value again, and take away what is not there any more"}},
        {"kolada_address", "kolada_indicators"},
        run_kolada_sync};
    return command;
}

}  // namespace digilots::app
