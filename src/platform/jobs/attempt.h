#pragma once
// One attempt at a job, as its handler and the runner see it.
#include <atomic>
#include <chrono>
#include <functional>
#include <string>

#include "platform/base/mutex.h"
#include "platform/db/database.h"
#include "platform/jobs/job_store.h"
#include "platform/jobs/jobs.h"

namespace digilots::jobs {

using Steady = std::function<std::chrono::milliseconds()>;

/// What came of it.
struct End {
    enum class How { done, hopeless, again, stopped };
    How how = How::done;
    std::string reason = "";
    std::chrono::seconds pause{0};  // of again
};

class Attempt final : public Run {
public:
    Attempt(db::Database& database, const base::Clock& clock, const Steady& steady, store::Held held, const Kind& kind);

    const std::string& id() const override { return held_.id; }
    const std::string& payload() const override { return held_.payload; }
    const std::string& municipality_id() const override { return held_.municipality_id; }
    const std::string& key() const override { return held_.key; }
    int attempt() const override { return held_.attempts; }
    bool is_last_attempt() const override { return held_.attempts >= kind_.retry.attempts; }
    void progress(std::int64_t done, std::int64_t total, std::string_view step) override;
    bool is_stopping() const override { return is_ending_ || is_lost_; }
    void go_on() const override;
    void hold(db::Connection& connection) override;
    void finish(db::Connection& connection) override;

    /// Runs the handler; whatever it throws ends here.
    End run();
    /// In one transaction with what comes after it. False where it is somebody else's by now, or finish() was kept.
    bool write_end(db::Connection& connection, const End& end) const;

    /// Keeps the lease. Not renewed for `lasts`, the handler is told to stop: another server may have it.
    void renew(std::chrono::milliseconds lasts);
    void end() { is_ending_ = true; }
    bool is_lost() const { return is_lost_; }
    bool may_be_finished() const { return may_be_finished_; }
    const store::Held& held() const { return held_; }
    const Kind& kind() const { return kind_; }

private:
    db::Database& database_;
    const base::Clock& clock_;
    const Steady& steady_;
    const store::Held held_;
    const Kind& kind_;
    std::atomic<bool> is_ending_ = false, is_lost_ = false, may_be_finished_ = false;
    std::atomic<std::chrono::milliseconds> renewed_;
    std::optional<std::chrono::milliseconds> told_ = std::nullopt;
};

}  // namespace digilots::jobs
