#pragma once
// By when what comes in by one way is answered, where that is another time than the municipality's usual one.
#include "municipality/municipality.h"
#include "platform/register/register.h"

namespace digilots::questions {

struct ChannelPromise {
    std::string channel;                // a way in of questions, or "call_back"
    int limit = 2;
    municipality::PromiseUnit unit = municipality::PromiseUnit::working_days;
};
using ChannelPromises = std::vector<ChannelPromise>;

/// One promise for each way in at most.
register_::Register promise_register();
/// Those of a municipality. Never null.
std::shared_ptr<const ChannelPromises> load_promises(db::Connection& connection, std::string_view municipality_id);

/// By when it is answered that came at `asked`: by the promise of its way in, else as the municipality promises of all, else two
/// working days.
base::Instant promise_of(const municipality::Settings& settings, const ChannelPromises& own, std::string_view channel,
                         std::string_view country, base::Instant asked);

}  // namespace digilots::questions
