#pragma once
// Beside serving: fetches figures on a schedule (Kolada's, KOSTRA's), counts local indicators, keeps the catalogue searchable.
#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "app/application.h"
#include "app/settings.h"
#include "indicators/figures/source.h"

namespace digilots::app {

class FiguresJob {
public:
    /// Starts at once, in a thread of its own. Fetches only what the settings turn on.
    FiguresJob(Application& application, const Settings& settings);

private:
    void work(const std::stop_token& stop);
    /// One that is fetched on a schedule.
    struct Fetched {
        const char* name;              // "kolada"
        bool is_on;
        int hours;                     // between two fetches
        std::function<std::unique_ptr<indicators::Source>()> source;
        std::function<std::vector<std::string>()> wishes;
        std::string trouble = {};      // what was told last
    };
    std::vector<Fetched> fetched() const;
    void fetch_if_due(const Fetched& one, const std::stop_token& stop);

    Application& application_;
    const Settings& settings_;
    std::chrono::steady_clock::time_point next_count_{};
    std::jthread thread_;
};

}  // namespace digilots::app
