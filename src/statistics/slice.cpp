#include "statistics/saved.h"
#include "statistics/statistics.h"
#include "statistics/targets.h"

namespace digilots::statistics {

namespace {

const http::Menu menu{{http::MenuPlace::staff, 300, TEXT("Statistics"), "/staff/statistics"}};

register_::Others with_way_to_figures(register_::Others others) {
    others.more = way_to_figures;
    return others;
}

}  // namespace

Kinds::Kinds(db::Database& database, const base::Clock& clock, const register_::Others& others)
    : targets(target_register(), database, clock, others),
      saved(saved_register(), database, clock, with_way_to_figures(others)) {}

Slice slice(const municipality::Municipalities& municipalities, const taxonomy::OwnTopics& own_topics, db::Database& database,
            const base::Clock& clock, const register_::Others& others, Around around) {
    const auto kinds = std::make_shared<Kinds>(database, clock, others);
    return {
        .name = "statistics",
        .routes =
            [&municipalities, &own_topics, &clock, kinds, around = std::move(around)](const Slices& all) {
                return routes(all_of(all, &Slice::measures), municipalities, own_topics, clock, kinds, around);
            },
        .registers = {&kinds->targets, &kinds->saved},
        .menu = menu,
        .scopes = {&read_statistics},
        .owns = kinds,
    };
}

}  // namespace digilots::statistics
