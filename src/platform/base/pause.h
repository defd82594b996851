#pragma once
#include <chrono>
#include <stop_token>

namespace digilots::base {

/// Sleeps; true where it was asked to stop before or meanwhile.
bool stopped_during(const std::stop_token& stop, std::chrono::milliseconds pause);

}  // namespace digilots::base
