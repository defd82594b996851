#pragma once
// The demo: what is known of nine real municipalities, and a complete made-up one in each country.
#include "app/application.h"

namespace digilots::app {

enum class DemoLoaded { now, before };

/// What is asked for beside the two complete ones.
struct DemoWishes {
    int municipalities = 0;          // made-up ones with a log, for measuring
    bool with_programme = false;     // Digihjelpen, as the mapping has it, served like a municipality
    int years = 1;
    std::int64_t inquiries = 6000;   // in each municipality and year, about
    std::uint64_t seed = 1;
    std::function<void(const std::string& done)> tell = nullptr;
};

/// Loads what is missing. CommandError on a database that holds anything but a demo.
DemoLoaded load_demo(Application& application, const DemoWishes& wishes = {});
/// What slices are told of these wishes.
Demo demo_of(const Application& application, const DemoWishes& wishes);

}  // namespace digilots::app
