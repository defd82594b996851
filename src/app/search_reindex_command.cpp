#include <cstdio>

#include "app/application.h"
#include "app/command.h"
#include "app/installation.h"
#include "platform/base/text.h"

namespace digilots::app {

namespace {

int run_search_reindex(const Settings& settings, const Arguments&) {
    const base::SystemClock clock;
    auto database = open_existing_migrated_database(settings);
    Application application(*database, search_folder(settings), clock);
    application.reindex();
    std::printf("The search index holds %zu entries.\n", application.index->size());
    for (const auto& id : application.not_searchable())
        std::printf("Left out, for its id is too long: %s\n", base::cut(id, 120).c_str());
    return 0;
}

}  // namespace

const Command& search_reindex_command() {
    static const Command command{
        "search reindex",
        "build the search index anew from the database",
        "The index is derived data: nothing is lost. Readers go on with the old one meanwhile. `digilots serve` does\n"
        "the same at its start when the index is missing or old.\n\nExample: digilots search reindex",
        {},
        {},
        run_search_reindex};
    return command;
}

}  // namespace digilots::app
