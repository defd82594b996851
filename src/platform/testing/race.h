#pragma once
// Those who do the same at the same moment.
//
//   SharedDatabase servers;                      // one database, as two servers have it open
//   race(8, [&](int runner) { (runner % 2 ? one : other).change(...); });
#include <functional>
#include <memory>
#include <vector>

#include "platform/testing/database.h"

namespace digilots::testing {

/// Starts `runners` threads from one line and waits for all; what one of them throws comes out here.
void race(int runners, const std::function<void(int)>& run);

/// How many of the runners said true.
int count_winners(int runners, const std::function<bool(int)>& run);

/// One migrated database, open twice as by two servers.
struct SharedDatabase {
    DatabasePlace place{Schema::migrated};
    std::unique_ptr<db::Database> first = db::open(place.options());
    std::unique_ptr<db::Database> second = db::open(place.options());

    db::Database& of(int runner) { return runner % 2 == 0 ? *first : *second; }
};

}  // namespace digilots::testing
