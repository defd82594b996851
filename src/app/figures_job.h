#pragma once
// Beside serving: fetches figures on a schedule, counts local indicators, keeps the catalogue searchable.
#include <thread>

#include "app/application.h"
#include "app/settings.h"

namespace digilots::app {

class FiguresJob {
public:
    /// Starts at once, in a thread of its own. Fetches only where settings.fetches_kolada().
    FiguresJob(Application& application, const Settings& settings);

private:
    void work(const std::stop_token& stop);
    void fetch_if_due(const std::stop_token& stop);

    Application& application_;
    const Settings& settings_;
    base::Instant next_count_{};
    std::jthread thread_;
};

}  // namespace digilots::app
