#pragma once
// Figures for outside programs.
#include "municipality/municipality.h"
#include "platform/http/route.h"
#include "statistics/digest.h"
#include "statistics/question.h"
#include "statistics/statistics.h"
#include "taxonomy/taxonomy.h"

namespace digilots::statistics {

/// What the handlers of this slice share.
struct Pages {
    std::vector<measures::Measure> measures;
    const municipality::Municipalities& municipalities;
    const taxonomy::OwnTopics& own_topics;
    const base::Clock& clock;
    std::shared_ptr<Kinds> kinds;
    Around around = {};
    std::shared_ptr<Digests> digests = nullptr;
};

/// The table as programs read it.
http::Response figures_as_json(const Pages& pages, const Question& question, const http::Request& request);
http::Response get_statistics(const Pages& pages, const http::Request& request);

}  // namespace digilots::statistics
