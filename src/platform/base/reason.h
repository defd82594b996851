#pragma once
#include <string>

namespace digilots::base {

/// Inside a catch (...): what the exception says, whatever its type. Libraries also throw what is no std::exception.
std::string reason_of_current_exception() noexcept;

}  // namespace digilots::base
