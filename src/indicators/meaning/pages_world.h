#pragma once
// For the tests of this slice's pages: the shipped figures, three municipalities here, the slice's routes behind a server.
#include <memory>
#include <string>

#include "indicators/indicators.h"
#include "platform/http/server.h"
#include "platform/testing/page_client.h"

namespace digilots::indicators {

class PagesWorld {
public:
    PagesWorld();
    /// "coordinator" or "administrator" of Sundsvall from now on.
    void sign_in(const std::string& role) { client.cookies()["session"] = role; }

    base::TestClock clock;      // Monday 23 November 2026, 10.00 in Sweden
    std::unique_ptr<db::Database> database;
    kept::Versions versions;
    municipality::Municipalities municipalities;   // Sundsvall, Överkalix and Vadsø are here
    Indicators indicators;
    http::Server server;
    digilots::testing::PageClient client{server};  // reads Swedish
};

}  // namespace digilots::indicators
