#pragma once
#include "platform/base/log.h"
#include "platform/base/reason.h"
#include "platform/http/metrics.h"

namespace digilots::http {

/// Runs until it comes back by itself. What the work of one connection throws ends that connection, never the others.
template <class Run>
void keep_running(Run&& run) {
    while (true) {
        try {
            run();
            return;
        } catch (...) {
            count("digilots_http_faults_total");
            base::log(base::LogLevel::error, "connection failed", {{"reason", base::reason_of_current_exception()}});
        }
    }
}

}  // namespace digilots::http
