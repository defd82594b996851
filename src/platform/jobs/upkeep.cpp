#include "platform/jobs/upkeep.h"

#include <algorithm>

#include "platform/base/log.h"
#include "platform/http/metrics.h"
#include "platform/jobs/holder.h"
#include "platform/jobs/schedule.h"

namespace digilots::jobs {

namespace {

constexpr const char* died = "The server that ran it has ended in the middle.";

}  // namespace

Upkeep::Upkeep(db::Database& database, const base::Clock& clock, const KindsByName& kinds, Steady steady,
               std::chrono::milliseconds lease_lasts)
    : database_(database), clock_(clock), kinds_(kinds), steady_(std::move(steady)), lease_lasts_(lease_lasts) {}

int Upkeep::plan() {
    const auto now = clock_.now();
    const auto before = database_.read([](db::Connection& connection) { return store::schedules(connection); });
    int added = 0;
    for (const auto& entry : kinds_) {
        const auto& name = entry.first;
        const auto& kind = entry.second;
        const auto found = before.find(name);
        const auto last = found == before.end() ? std::nullopt : std::optional(found->second);
        const auto what = planned(kind.schedule, last, now);
        if (what == Planned::nothing) continue;
        added += database_.write([&](db::Connection& connection) {
            if (!store::plan(connection, name, now, last) || what != Planned::due) return 0;
            add(connection, {.kind = name, .key = "schedule"}, now);
            return 1;
        });
    }
    return added;
}

/// Gone from this machine, or not renewed for as long as a lease lasts while it was watched from here. No clock is asked:
/// clocks differ and are set.
bool Upkeep::has_died(const store::Running& one) {
    if (is_dead_here(one.held.holder)) return true;
    const auto now = steady_();
    const auto [place, is_new] = seen_.try_emplace(one.held.id, Seen{one.held.holder, one.beat, now});
    auto& seen = place->second;
    if (!is_new && (seen.holder != one.held.holder || seen.beat != one.beat)) seen = {one.held.holder, one.beat, now};
    return now - seen.since >= lease_lasts_;
}

bool Upkeep::put_back(const store::Running& one) {
    const auto kind = kinds_.find(one.held.kind);
    auto held = one.held;
    held.holder = new_holder();
    return database_.write([&](db::Connection& connection) {
        const auto now = clock_.now();
        if (!store::take_away(connection, one, held.holder)) return false;
        const bool was_last = kind != kinds_.end() && held.attempts >= kind->second.retry.attempts;
        return was_last ? store::fail(connection, held, died, now)
                        : store::put_back(connection, held, held.attempts, now, died);
    });
}

int Upkeep::take_over(const std::function<bool(const std::string& holder)>& is_own) {
    const auto all = database_.read([](db::Connection& connection) { return store::running(connection); });
    std::erase_if(seen_, [&](const auto& seen) {
        return std::ranges::none_of(all, [&](const auto& one) { return one.held.id == seen.first; });
    });
    int taken = 0;
    for (const auto& one : all) {
        if (is_own(one.held.holder) || !has_died(one) || !put_back(one)) continue;
        ++taken;
        http::count("digilots_jobs_taken_over_total");
        base::log(base::LogLevel::warning, "job taken over from a server that died",
                  {{"kind", one.held.kind}, {"job", one.held.id}, {"attempt", std::to_string(one.held.attempts)}});
    }
    return taken;
}

void Upkeep::put_times_right() {
    const auto now = clock_.now();
    database_.write([&](db::Connection& connection) { store::make_misdated_due(connection, now); });
}

}  // namespace digilots::jobs
