#include "platform/http/metrics.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

namespace digilots::http {
namespace {

bool shows(std::string_view line) { return metrics_text().find(std::string(line) + "\n") != std::string::npos; }

TEST(Metrics, AddUpWhatAllThreadsCountedAlsoThoseThatAreGone) {
    count("metrics_test_total", "kept");
    std::vector<std::jthread> threads;
    for (int at = 0; at < 4; ++at) {
        threads.emplace_back([] {
            for (int turn = 0; turn < 1000; ++turn) count("metrics_test_total", "kept");
            observe("metrics_test_seconds", 0.002);
        });
    }
    threads.clear();
    EXPECT_TRUE(shows(R"(metrics_test_total{kind="kept"} 4001)")) << metrics_text();
    EXPECT_TRUE(shows("metrics_test_seconds_count 4")) << metrics_text();
    EXPECT_TRUE(shows(R"(metrics_test_seconds_bucket{le="0.001"} 0)")) << metrics_text();
    EXPECT_TRUE(shows(R"(metrics_test_seconds_bucket{le="0.0025"} 4)")) << metrics_text();
}

TEST(Metrics, AreReadWhileOthersCount) {
    std::atomic<bool> done = false;
    std::jthread counting([&] {
        do count("metrics_test_racing_total");
        while (!done);
    });
    for (int turn = 0; turn < 200; ++turn) metrics_text();
    done = true;
    counting.join();
    EXPECT_NE(metrics_text().find("metrics_test_racing_total "), std::string::npos);
}

}  // namespace
}  // namespace digilots::http
