// One municipality's wheel for the first time in a server that runs: it reads figures ahead after its start and after each
// change. And with nothing at all in memory.
//   wheel_bench DATA     DATA: a folder with the demo's figures or more
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "indicators/indicators.h"
#include "municipality/municipality.h"
#include "platform/base/clock.h"
#include "platform/i18n/translator.h"
#include "progress/progress.h"
#include "progress/wheel_json.h"

namespace {

using namespace digilots;

constexpr int number_of_wheels = 41;

double median(std::vector<double> times) {
    std::ranges::sort(times);
    return times[times.size() / 2];
}

}  // namespace

int main(int argument_count, char** arguments) {
    if (argument_count < 2) return 2;
    const base::SystemClock clock;
    db::Options options;
    options.data_directory = arguments[1];
    const auto database = db::open(options);
    kept::Versions versions(*database);
    municipality::Municipalities municipalities(*database, versions, clock);
    std::vector<double> bare, running;
    std::size_t bytes = 0, targets = 0;
    for (int number = 0; number < number_of_wheels; ++number) {
        const indicators::Indicators indicators(*database, versions, municipalities, clock);
        const progress::Progress progress(*database, versions, indicators, municipalities, clock);
        for (auto* times : {&bare, &running}) {
            const auto place = static_cast<std::size_t>(number) * 7 + (times == &running ? 1 : 0);
            const auto& asked = municipality::Municipalities::all()[place];
            const auto start = std::chrono::steady_clock::now();
            const auto wheel = progress.wheel(asked.id);
            bytes = progress::wheel_json(wheel, i18n::translator("sv")).size();
            times->push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
            targets = 0;
            for (const auto& goal : wheel.goals) targets += goal.targets.size();
        }
    }
    if (targets == 0) {
        std::fprintf(stderr, "the wheel is empty: no figures in %s\n", arguments[1]);
        return 1;
    }
    std::printf("a wheel of %zu targets as JSON (%zu bytes), never asked for before: %.2f ms (at most 5); with nothing in "
                "memory at all %.2f ms (at most 5)\n",
                targets, bytes, median(running), median(bare));
}
