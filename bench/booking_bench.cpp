// Free times of one place for 60 days, with the rota of 20 people and 5 000 bookings, from memory: what each page of times asks.
//   booking_bench [BOOKINGS]
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <random>

#include "booking/free_times.h"
#include "platform/calendar/free_busy.h"
#include "platform/calendar/wall_time.h"

namespace {

using namespace digilots;
using namespace digilots::booking;

constexpr int people = 20, days = 60, rounds = 9;
constexpr double limit_ms = 5;
constexpr std::string_view zone = "Europe/Stockholm";
const base::Date first{std::chrono::year(2026), std::chrono::month(10), std::chrono::day(1)};

Rota rota_of_all() {
    Rota rota;
    for (int person = 0; person < people; ++person)
        rota.lines.push_back({.id = std::to_string(person),
                              .function = "guide",
                              .person = "person-" + std::to_string(person),
                              .place = "library",
                              .weekdays = {true, true, true, true, true, true, true},
                              .hours = {{8 * 60, 12 * 60}, {13 * 60, 17 * 60}}});
    return rota;
}

}  // namespace

int main(int argument_count, char** arguments) {
    const auto wanted = argument_count > 1 ? std::strtoul(arguments[1], nullptr, 10) : 5000;
    const auto shifts = shifts_of(rota_of_all(), {zone, "SE", first, days}, nullptr);
    const Terms terms{.minutes = 30, .horizon_days = days};
    const auto now = calendar::to_instant(calendar::wall_time(first, 0), zone);
    const Interval window{now, now + std::chrono::days(days)};
    std::mt19937 random(1860);
    Taken taken;
    for (std::size_t booked = 0; booked < wanted; ++booked) {
        const auto& shift = shifts[random() % shifts.size()];
        const auto at = shift.at.begin + std::chrono::minutes(30 * static_cast<int>(random() % 8));
        taken[shift.lane].push_back({at, at + std::chrono::minutes(30)});
    }
    for (auto& [lane, times] : taken) times = calendar::busy(times);
    double best = std::numeric_limits<double>::infinity();
    std::size_t left = 0;
    for (int round = 0; round < rounds; ++round) {
        const auto start = std::chrono::steady_clock::now();
        left = free_times(shifts, taken, terms, window, now).size();
        best = std::min(best, std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    std::printf("free times of one place for %d days, %d people, %lu bookings: %zu left, %.2f ms (at most %.0f)\n", days, people,
                wanted, left, best, limit_ms);
    return best <= limit_ms ? 0 : 1;
}
