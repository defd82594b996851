#include <cstddef>
#include <cstdint>

#include "platform/base/ensure.h"
#include "platform/calendar/icalendar.h"

// Whatever somebody calls a calendar or a rule: a message, or events that can be expanded and written; never a crash and never
// for ever.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace digilots;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto begin = base::from_civil({std::chrono::year{2026}, std::chrono::November, std::chrono::day{22}}, 0, 0, "UTC");
    const calendar::Interval window{begin, begin + std::chrono::days(100)};
    if (calendar::check_rule(text)) {
        const calendar::Recurrence recurrence{calendar::to_wall(begin, "UTC"), std::chrono::hours(1), std::string(text)};
        const auto found = calendar::occurrences(recurrence, "Europe/Stockholm", window, 200);
        ENSURE(found && found->times.size() <= 200);
        base::Instant last{};
        for (const auto& time : found->times) {
            ENSURE(last <= time.begin && time.begin <= time.end);
            last = time.begin;
        }
    }
    const auto read = calendar::read_icalendar(text);
    if (!read) {
        ENSURE(!read.error().empty());
        return 0;
    }
    for (const auto& event : read->events) {
        static_cast<void>(calendar::occurrences(event.when, event.zone.empty() ? "UTC" : event.zone, window, 200));
    }
    const auto written = calendar::to_icalendar(*read);
    const auto again = calendar::read_icalendar(written);
    ENSURE(again && again->events.size() == read->events.size());
    return 0;
}
