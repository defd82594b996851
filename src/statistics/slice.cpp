#include "statistics/statistics.h"

namespace digilots::statistics {

namespace {

const http::Menu menu{{http::MenuPlace::staff, 300, TEXT("Statistics"), "/staff/statistics"}};

}  // namespace

Slice slice(const municipality::Municipalities& municipalities, const taxonomy::OwnTopics& own_topics,
            const base::Clock& clock) {
    return {
        .name = "statistics",
        .routes = [&](const Slices& all) { return routes(all_of(all, &Slice::measures), municipalities, own_topics, clock); },
        .menu = menu,
        .scopes = {&read_statistics},
    };
}

}  // namespace digilots::statistics
