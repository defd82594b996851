#pragma once
// One run of a source at a time, also across processes: a row that is renewed while the run lives.
#include <string>

#include "platform/base/clock.h"
#include "platform/db/database.h"

namespace digilots::indicators {

class LeaseHold {
public:
    /// SourceBusy where another one lives. One whose process on this machine is dead is taken over at once.
    LeaseHold(db::Database& database, const base::Clock& clock, std::string source);
    ~LeaseHold();
    LeaseHold(const LeaseHold&) = delete;
    LeaseHold& operator=(const LeaseHold&) = delete;

    /// Often enough: each page. SourceBusy where another one has taken it.
    void renew();

private:
    void take();

    db::Database& database_;
    const base::Clock& clock_;
    const std::string source_, holder_;
    base::Instant renewed_{};
};

}  // namespace digilots::indicators
