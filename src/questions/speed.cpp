#include "questions/speed.h"

#include <algorithm>

#include "platform/base/time.h"
#include "questions/implementation.h"
#include "questions/sql.h"

namespace digilots::questions {

namespace {

Speed speed_of(std::string channel, std::span<const Ended> ended, const calendar::WorkingWeek& week) {
    Speed speed{.channel = std::move(channel)};
    std::vector<int> by_work, by_clock;
    for (const auto& one : ended) {
        if (!speed.channel.empty() && one.channel != speed.channel) continue;
        if (one.is_left) {
            ++speed.left;
            continue;
        }
        ++speed.promised;
        if (!one.answered_at) continue;
        ++speed.answered;
        speed.in_time += *one.answered_at <= one.promised_at ? 1 : 0;
        by_work.push_back(calendar::working_minutes_between(week, one.asked_at, *one.answered_at));
        by_clock.push_back(static_cast<int>(
            std::chrono::duration_cast<std::chrono::minutes>(*one.answered_at - one.asked_at).count()));
    }
    speed.median_work = median_of(std::move(by_work));
    speed.median = median_of(std::move(by_clock));
    return speed;
}

}  // namespace

std::optional<int> median_of(std::vector<int> numbers) {
    if (numbers.empty()) return std::nullopt;
    const auto middle = numbers.begin() + std::ssize(numbers) / 2;
    std::ranges::nth_element(numbers, middle);
    if (numbers.size() % 2 == 1) return *middle;
    const int below = *std::max_element(numbers.begin(), middle);
    return below + (*middle - below) / 2;
}

std::vector<Speed> speeds_of(std::span<const Ended> ended, std::span<const std::string> channels,
                             const calendar::WorkingWeek& week) {
    std::vector<Speed> speeds{speed_of("", ended, week)};
    for (const auto& channel : channels)
        if (auto speed = speed_of(channel, ended, week); speed.promised + speed.left > 0) speeds.push_back(std::move(speed));
    return speeds;
}

std::vector<Ended> ended_in(const Questions& questions, std::string_view municipality_id, const periods::Period& period) {
    const auto& self = Inside::of(questions);
    const auto zone = self.zone_of(municipality_id);
    const auto from = base::from_civil(period.from, 0, 0, zone);
    const auto until = base::from_civil(base::add_days(period.to, 1), 0, 0, zone);
    auto ended = self.ended_elsewhere ? self.ended_elsewhere(municipality_id, from, until) : std::vector<Ended>{};
    const auto rows = self.database.read([&](db::Connection& connection) {
        return connection.query(sql::answered_between, municipality_id, base::format_utc(from), base::format_utc(until),
                                most_ended);
    });
    for (const auto row : rows) {
        const auto asked = base::parse_utc(row.text("asked_at")), promised = base::parse_utc(row.text("promised_at"));
        const auto answered = base::parse_utc(row.text("answered_at"));
        if (asked && promised && answered && *asked <= *answered)
            ended.push_back({row.text("channel"), *asked, *promised, answered, false, row.text("unit")});
    }
    const auto left = self.database.read([&](db::Connection& connection) {
        return connection.query(sql::closed_unanswered, municipality_id, base::format_utc(from), base::format_utc(until),
                                most_ended);
    });
    for (const auto row : left) ended.push_back({.channel = row.text("channel"), .is_left = true, .unit = row.text("unit")});
    const auto now = self.clock.now();
    for (const auto held = self.waiting.of(municipality_id); const auto& one : held->questions)
        if (one.promised_at < now && one.promised_at >= from && one.promised_at < until)
            ended.push_back({one.channel, one.asked_at, one.promised_at, std::nullopt, false, one.unit});
    return ended;
}

}  // namespace digilots::questions
