#pragma once
// A run's beginning and end, each in a transaction of its own, and what keeps two of one source apart.
#include <optional>
#include <string>

#include "indicators/figures/figure.h"
#include "platform/base/clock.h"
#include "platform/db/database.h"
#include "platform/jobs/lease.h"

namespace digilots::indicators {

/// Of something that is read at once: an import, the shipped table. Its id.
std::string begin_run(db::Database& database, const base::Clock& clock, const std::string& source, const std::string& kind,
                      const std::string& note);
/// `outcome`: "done" or "failed".
Run end_run(db::Database& database, const base::Clock& clock, const std::string& run, const std::string& outcome,
            const std::string& note);

/// One run of a source at a time, also across processes and machines. SourceBusy where another one lives.
class SourceLease {
public:
    SourceLease(db::Database& database, const base::Clock& clock, const std::string& source);
    /// Often enough: each page.
    void renew();

private:
    const std::string source_;
    std::optional<jobs::Lease> lease_;
};

}  // namespace digilots::indicators
