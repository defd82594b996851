#include <cstddef>
#include <cstdint>

#include "platform/calendar/hours.h"
#include "platform/calendar/weekly_hours.h"
#include "platform/base/ensure.h"

// Whatever somebody writes as opening hours: a message or spans in order, never a crash and never for ever.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace digilots;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const base::Date day{std::chrono::year{2026}, std::chrono::November, std::chrono::day{22}};
    if (const auto notation = calendar::read_notation(text)) {
        for (const auto holidays : {calendar::Holidays::as_written, calendar::Holidays::closed}) {
            base::Instant last{};
            for (const auto& span : calendar::open_spans(*notation, {"SE", "Europe/Stockholm"}, day, 15, holidays)) {
                ENSURE(last <= span.begin && span.begin < span.end);
                last = span.end;
            }
        }
    } else {
        ENSURE(notation.error().position <= size);
    }
    for (const auto& times : calendar::day_times(text, "NO", day, 15)) {
        for (const auto& range : times.ranges) ENSURE(0 <= range.from && range.from < range.to);
    }
    static_cast<void>(calendar::read_ranges(text));
    static_cast<void>(calendar::read_exceptions(text, "SE"));
    // What the form shows must be what it saves.
    if (const auto weekly = calendar::read_weekly(text)) {
        const auto rule = calendar::to_rule(*weekly);
        const auto again = calendar::read_weekly(rule);
        ENSURE(again && calendar::to_rule(*again) == rule);
    }
    return 0;
}
