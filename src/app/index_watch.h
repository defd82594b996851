#pragma once
// The search index beside the running server: behind, it is brought up to date each minute; removed, it is built at once.
#include <atomic>
#include <chrono>
#include <string>

#include "app/application.h"

namespace digilots::app {

class IndexWatch {
public:
    explicit IndexWatch(Application& application) : application_(application) {}

    /// About once a second, by one thread.
    void look(std::chrono::steady_clock::time_point now);
    /// "" unless the index is missing and is about to be there again. Where building failed, searches go on without it
    /// and doctor says so: that is no reason to send nobody here.
    std::string reason_not_ready() const;

private:
    bool is_missing() const;

    Application& application_;
    std::chrono::steady_clock::time_point next_look_{};
    std::string trouble_;
    std::atomic<bool> has_failed_ = false;
};

}  // namespace digilots::app
