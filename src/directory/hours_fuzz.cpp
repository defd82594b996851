#include <cstddef>
#include <cstdint>

#include "directory/hours.h"
#include "directory/weekly_hours.h"

// Whatever somebody writes as opening hours: a message or spans, never a crash and never for ever.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace digilots;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const base::Date day{std::chrono::year{2026}, std::chrono::November, std::chrono::day{22}};
    directory::open_spans(text, {"SE", "Europe/Stockholm"}, day, 15);
    static_cast<void>(directory::read_ranges(text));
    static_cast<void>(directory::read_exceptions(text));
    if (const auto weekly = directory::read_weekly(text)) static_cast<void>(directory::to_rule(*weekly));
    return 0;
}
