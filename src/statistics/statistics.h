#pragma once
// Figures for a municipality's own staff and programs, in full. What others see is released (releases).
#include <vector>

#include "municipality/municipality.h"
#include "platform/base/clock.h"
#include "platform/measures/measure.h"
#include "platform/http/route.h"
#include "platform/slice/slice.h"
#include "taxonomy/taxonomy.h"

namespace digilots::statistics {

/// A municipality's figures.
inline constexpr http::Scope read_statistics{"statistics:read", TEXT("read statistics")};

/// Pages, CSV and API over all slices' measures. What it is given by reference must outlive the routes.
http::Routes routes(std::vector<measures::Measure> measures, const municipality::Municipalities& municipalities,
                    const taxonomy::OwnTopics& own_topics, const base::Clock& clock);

Slice slice(const municipality::Municipalities& municipalities, const taxonomy::OwnTopics& own_topics, const base::Clock& clock);

}  // namespace digilots::statistics
