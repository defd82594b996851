#include "progress/progress_world.h"

#include "platform/html/error_page.h"
#include "platform/testing/database.h"
#include "platform/testing/gatekeeper.h"

namespace digilots::progress {

namespace {

std::unique_ptr<db::Database> filled_database(Figures figures, const base::Clock& clock) {
    auto database = testing::fresh_database();
    if (figures == Figures::shipped) indicators::load_shipped_figures(*database, clock);
    return database;
}

http::Gatekeeper gatekeeper_of(const municipality::Municipalities& municipalities, const kept::Versions& versions) {
    auto keeper = testing::gatekeeper_for(overkalix, [&](std::string_view slug) { return municipalities.find_tenant(slug); },
                                          &versions);
    keeper.languages = {"sv", "nb", "en", "ar"};
    return keeper;
}

municipality::Municipalities& activated(municipality::Municipalities& municipalities) {
    for (const char* id : {overkalix, sundsvall}) {
        auto settings = municipality::default_settings(*municipality::Municipalities::find(id));
        settings.languages = {"sv", "en", "ar"};
        municipalities.activate(id, settings);
    }
    return municipalities;
}

}  // namespace

ProgressWorld::ProgressWorld(Figures figures)
    : clock(testing::at("2026-11-23T10:30:00Z")),
      database(filled_database(figures, clock)),
      versions(*database),
      municipalities(*database, versions, clock),
      indicators(*database, versions, activated(municipalities), clock),
      progress(*database, versions, indicators, municipalities, clock),
      server({}, routes_of({slice(progress, municipalities, clock)}), gatekeeper_of(municipalities, versions), html::error_page,
             clock) {}

testing::PageClient ProgressWorld::signed_in(const std::string& role) {
    testing::PageClient client(server);
    client.cookies()["session"] = role;
    return client;
}

testing::PageClient ProgressWorld::visitor(const std::string& language) {
    testing::PageClient client(server);
    client.accept_language = language;
    return client;
}

ProgressWorld& read_world() {
    static ProgressWorld& world = [] -> ProgressWorld& {
        static ProgressWorld made;
        made.load_demo();
        return made;
    }();
    return world;
}

}  // namespace digilots::progress
