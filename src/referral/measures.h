#pragma once
// How many were sent on, to whom, and whether it worked. From the rows: referrals are few, and stay.
#include "directory/directory.h"
#include "municipality/municipality.h"
#include "platform/db/database.h"
#include "platform/measures/measure.h"
#include "taxonomy/taxonomy.h"

namespace digilots::referral {

struct Measured {
    db::Database& database;
    const directory::Directory& directory;
    const municipality::Municipalities& municipalities;
    const taxonomy::OwnTopics& own_topics;
};
std::vector<measures::Measure> measures_of(const Measured& measured);

}  // namespace digilots::referral
