#include "platform/jobs/attempt.h"

#include <algorithm>

#include "platform/base/reason.h"
#include "platform/base/text.h"
#include "platform/db/error.h"
#include "platform/jobs/schedule.h"

namespace digilots::jobs {

namespace {

constexpr std::chrono::seconds told_every{1};
constexpr std::size_t longest_text = 500, longest_step = 200;   // characters kept of a reason, of a step

std::string kept_text(std::string_view text, std::size_t characters) { return base::cut(base::clean(text), characters); }

[[noreturn]] void stop_lost() { throw Stopped("Another server has taken the job over."); }

}  // namespace

Attempt::Attempt(db::Database& database, const base::Clock& clock, const Steady& steady, store::Held held, const Kind& kind)
    : database_(database), clock_(clock), steady_(steady), held_(std::move(held)), kind_(kind), renewed_(steady()) {}

void Attempt::go_on() const {
    if (is_lost_) stop_lost();
    if (is_ending_) throw Stopped("The server ends.");
}

// That the operator cannot see it just now is no reason to fail.
void Attempt::progress(std::int64_t done, std::int64_t total, std::string_view step) {
    go_on();
    const auto now = steady_();
    if (told_ && now - *told_ < told_every) return;
    told_ = now;
    const auto shown = kept_text(step, longest_step);
    try {
        const bool is_ours = database_.write(
            [&](db::Connection& connection) { return store::tell_progress(connection, held_, done, total, shown); });
        is_lost_ = is_lost_ || !is_ours;
        renewed_ = now;
    } catch (const db::DbError&) {
    }
    go_on();
}

void Attempt::hold(db::Connection& connection) {
    if (!store::renew(connection, held_)) {
        is_lost_ = true;
        stop_lost();
    }
}

void Attempt::finish(db::Connection& connection) {
    if (!store::finish(connection, held_, clock_.now())) {
        is_lost_ = true;
        stop_lost();
    }
    may_be_finished_ = true;   // the transaction may still fail
}

End Attempt::run() {
    using enum End::How;
    try {
        kind_.work(*this);
        return {};
    } catch (const Hopeless& failure) {
        return {hopeless, kept_text(failure.what(), longest_text)};
    } catch (const TryAgain& failure) {
        const auto pause = std::clamp(failure.pause(), std::chrono::seconds(0), std::chrono::seconds(24 * 3600));
        return {again, kept_text(failure.what(), longest_text), pause};
    } catch (...) {
        auto reason = kept_text(base::reason_of_current_exception(), longest_text);
        if (is_stopping()) return {stopped, std::move(reason)};
        return {again, std::move(reason), pause_after(kind_.retry, held_.attempts)};
    }
}

bool Attempt::write_end(db::Connection& connection, const End& end) const {
    const auto now = clock_.now();
    switch (end.how) {
        case End::How::done: return store::finish(connection, held_, now);
        case End::How::hopeless: return store::fail(connection, held_, end.reason, now);
        case End::How::stopped: return store::put_back(connection, held_, held_.attempts - 1, now, "");
        case End::How::again: break;
    }
    if (is_last_attempt()) return store::fail(connection, held_, end.reason, now);
    return store::put_back(connection, held_, held_.attempts, now + end.pause, end.reason);
}

void Attempt::renew(std::chrono::milliseconds lasts) {
    const auto now = steady_();
    if (now - renewed_.load() >= lasts / 3) {
        try {
            const bool is_ours =
                database_.write([&](db::Connection& connection) { return store::renew(connection, held_); });
            if (is_ours) renewed_ = now;
            else if (!may_be_finished_) is_lost_ = true;
        } catch (const db::DbError&) {
        }
    }
    if (now - renewed_.load() >= lasts * 2 / 3) is_lost_ = true;
}

}  // namespace digilots::jobs
