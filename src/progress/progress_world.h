#pragma once
// For the tests of this slice: the shipped figures, two municipalities here, all pages behind a server.
#include <memory>
#include <string>

#include "platform/http/server.h"
#include "platform/testing/page_client.h"
#include "progress/demo.h"
#include "progress/progress.h"

namespace digilots::progress {

inline constexpr const char* overkalix = "2513";
inline constexpr const char* sundsvall = "2281";

/// Loading the figures takes a second: a test that looks at none goes without.
enum class Figures { shipped, none };

class ProgressWorld {
public:
    explicit ProgressWorld(Figures figures = Figures::shipped);
    /// "guide" or "coordinator" of Överkalix from now on; reads English.
    testing::PageClient signed_in(const std::string& role);
    testing::PageClient visitor(const std::string& language = "en");
    /// Överkalix's own goals and targets as in the demo.
    void load_demo() { load_demo_choices(progress, municipalities); }

    base::TestClock clock;
    std::unique_ptr<db::Database> database;
    kept::Versions versions;
    municipality::Municipalities municipalities;
    indicators::Indicators indicators;
    Progress progress;
    http::Server server;
};

/// One for all tests that only read, with the demo loaded.
ProgressWorld& read_world();

}  // namespace digilots::progress
