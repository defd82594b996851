#pragma once
// Work of the program itself, at its start and beside requests: none of it may end the process.
#include <string>

#include "platform/base/log.h"
#include "platform/base/reason.h"
#include "platform/http/metrics.h"

namespace digilots::app {

/// Whatever `work` throws is counted and logged as `what`, which is a fixed phrase; a failure that goes on is told once.
template <class Work>
void attempt(const char* what, std::string& told, Work&& work) {
    try {
        work();
        told.clear();
    } catch (...) {
        http::count("digilots_upkeep_failed_total", what);
        auto reason = base::reason_of_current_exception();
        if (told != reason) base::log(base::LogLevel::warning, what, {{"reason", reason}});
        told = std::move(reason);
    }
}

}  // namespace digilots::app
