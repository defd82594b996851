#include "statistics/digest.h"
#include "statistics/saved.h"
#include "statistics/statistics.h"
#include "statistics/targets.h"

namespace digilots::statistics {

namespace {

const http::Menu menu{{http::MenuPlace::staff, 300, TEXT("Statistics"), "/staff/statistics"}};

const std::vector<PrivacyNotice> privacy{
    {PrivacyNotice::Of::staff,
     TEXT("Whoever asks for it gets a letter with the figures of the month before. The day that you chose is kept until you "
          "change it or your account is closed.")},
};

register_::Others with_way_to_figures(register_::Others others) {
    others.more = way_to_figures;
    return others;
}

}  // namespace

Kinds::Kinds(db::Database& database, const base::Clock& clock, const register_::Others& others)
    : targets(target_register(), database, clock, others),
      saved(saved_register(), database, clock, with_way_to_figures(others)) {}

Slice slice(const municipality::Municipalities& municipalities, const taxonomy::OwnTopics& own_topics, db::Database& database,
            const base::Clock& clock, const register_::Others& others, Around around, Letters letters) {
    const auto kinds = std::make_shared<Kinds>(database, clock, others);
    const auto digests = std::make_shared<Digests>(database, municipalities, own_topics, clock, std::move(letters));
    return {
        .name = "statistics",
        .routes =
            [&municipalities, &own_topics, &clock, kinds, around, digests](const Slices& all) {
                return routes(all_of(all, &Slice::measures), municipalities, own_topics, clock, kinds, around, digests);
            },
        .registers = {&kinds->targets, &kinds->saved},
        .menu = menu,
        .scopes = {&read_statistics},
        .privacy = privacy,
        .jobs = {{.name = "statistics_digest",
                  .title = TEXT("Letters with the figures of the month"),
                  .work = [kinds, around, digests](jobs::Run& run) { digests->send(run, around, kinds->targets); },
                  .schedule = jobs::Daily{.hour = 6, .minute = 40}}},
        .owns = kinds,
    };
}

}  // namespace digilots::statistics
