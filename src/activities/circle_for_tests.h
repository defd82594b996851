#pragma once
// A study circle that one is with all the way, known to two servers of one database.
#include <string>
#include <vector>

#include "activities/world_for_tests.h"
#include "platform/testing/race.h"

namespace digilots::activities {

struct CircleOnTwoServers {
    base::TestClock clock{testing::at("2026-11-25T09:30:00Z")};
    testing::SharedDatabase servers;
    Server one{*servers.first, clock}, other{*servers.second, clock};
    std::string circle;
    std::vector<std::string> sessions;  // 3, 10 and 17 December

    explicit CircleOnTwoServers(int seats) {
        one.import_places();
        circle = one.add_activity("Study circle", {{"all_along", {"1"}}});
        for (const char* day : {"2026-12-03", "2026-12-10", "2026-12-17"})
            sessions.push_back(one.add_session(circle, day, seats));
        refresh();
    }
    void refresh() {
        one.versions.refresh();
        other.versions.refresh();
    }
    /// Every other runner of a race is at the other server.
    Server& of(int runner) { return runner % 2 == 0 ? one : other; }
};

}  // namespace digilots::activities
